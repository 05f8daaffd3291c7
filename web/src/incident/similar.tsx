// Incidents in which much the same happened: why, what differs, what came next there, and how it ended.

import { useAsked } from '../api/client.ts';
import { similar as question } from '../api/documents.ts';
import type { Finding, NextStep, Sentence, Similar as SimilarOne, SimilarAnswer } from '../api/types.ts';
import { date, duration, share } from '../lib/format.ts';
import { cited, type WithNumber } from '../lib/numbers.ts';
import { places } from '../lib/steps.ts';
import { likeness } from '../lib/words.ts';
import { Citing } from '../parts/prose.tsx';
import { Empty, Go, Quote, Score, Skeleton, Trouble } from '../parts/ui.tsx';
import { useHands } from './hands.tsx';

interface Props {
  readonly id: string;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
}

export function Similar({ id, ...props }: Props) {
  const { data, trouble, again } = useAsked<SimilarAnswer>(question, { id });
  // With fewer incidents than are asked for, those come too that have nothing in common with it.
  const all = (data?.similarIncidents ?? []).filter(({ because }) => because.length > 0);
  if (trouble !== undefined && data === undefined)
    return <Trouble what="Similar incidents could not be looked for." trouble={trouble} again={again} />;
  if (data === undefined) return <Skeleton lines={6} />;
  if (all.length === 0)
    return (
      <Empty title="Nothing like it has happened here.">
        No other incident goes a way like this one. That is neither good nor bad: it cannot be told from others how it goes on.
      </Empty>
    );
  return (
    <div className="similar" role="region" aria-label="Similar incidents" tabIndex={0}>
      {all.map((one) => (
        <OneSimilar key={one.incident.id} one={one} {...props} />
      ))}
    </div>
  );
}

function OneSimilar({ one, known, people, calm, now }: Omit<Props, 'id'> & { readonly one: SimilarOne }) {
  const { incident, similarity, because, differs, until, next, ended } = one;
  const { whyNot, say } = useHands();
  const told = (sentences: readonly Sentence[]) =>
    sentences.map(({ text, cites }, index) => (
      <li key={index}>
        <Citing text={text} findings={cited(cites, known)} people={people} calm={calm} most={8} />
      </li>
    ));
  return (
    <section className="card alike" aria-label={`Similar: ${incident.id}`}>
      <header className="alike-head">
        <span className="alike-share">
          <strong>{share(similarity)}</strong>
          <span className="under">{likeness(similarity)}</span>
        </span>
        <Score score={incident.score} />
        <div className="grow">
          <h2>
            <Go to={{ name: 'incident', id: incident.id, tab: 'overview', graph: 'picture' }}>
              <Quote text={incident.title} most={100} />
            </Go>
          </h2>
          <span className="under">
            {incident.id} · {date(Date.parse(incident.firstAt), now)} to {date(Date.parse(incident.lastAt), now)}
          </span>
        </div>
        <span className="ending">
          {one.verdict === null ? '' : '✓ '}
          <Quote text={ended} most={120} />
        </span>
        <button
          type="button"
          className="quiet"
          disabled={whyNot !== undefined}
          title={whyNot}
          onClick={() => say({ what: 'merge', other: incident.id })}
        >
          Merge…<span className="aside"> with {incident.id}</span>
        </button>
      </header>
      <div className="alike-columns">
        <div>
          <h3>Why</h3>
          <ul>{told(because)}</ul>
        </div>
        <div>
          <h3>What differs</h3>
          {differs.length === 0 ? <p className="under">Nothing that was found.</p> : <ul>{told(differs)}</ul>}
        </div>
        <div>
          <h3>What came next there</h3>
          <Next until={until} next={next} />
        </div>
      </div>
    </section>
  );
}

function Next({ until, next }: { readonly until: NextStep | null; readonly next: readonly NextStep[] }) {
  if (until === null) return <p className="under">It never stood where this one stands.</p>;
  return (
    <>
      <p className="under">
        Alike up to “<Quote text={until.title} most={60} />
        ”.
      </p>
      {next.length === 0 ? (
        <p>Nothing more was found.</p>
      ) : (
        <ol className="next">
          {next.map(({ finding, title, stage, afterMs, times }) => (
            <li key={finding}>
              <span className="after">{duration(afterMs)} later</span>
              <span>
                <Quote text={title} most={80} />
                <span className="under-inline">
                  {' '}
                  {places[stage].toLowerCase()}
                  {times > 1 && `, ${times} times`}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
