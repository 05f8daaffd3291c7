// How the incident connects, as the API explains it, and what it may belong together with. Asked for beside the story, and
// failing alone.

import { useMemo, useState } from 'react';
import { useAsked } from '../api/client.ts';
import { connections as question } from '../api/documents.ts';
import type { ConnectionsAnswer, Finding, Link, Ref, Related } from '../api/types.ts';
import { connect, mostRows } from '../lib/connections.ts';
import { count, plural } from '../lib/format.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { mechanismName, weightName } from '../lib/words.ts';
import { Chip } from '../parts/lit.tsx';
import { Prose } from '../parts/prose.tsx';
import { useSame } from '../parts/same.ts';
import { Go, Key, OneThing, Quote, Score, Skeleton, Trouble } from '../parts/ui.tsx';
import { Picture, PictureTable } from './graph.tsx';
import { useHands } from './hands.tsx';

interface Props {
  readonly id: string;
  readonly findings: readonly WithNumber<Finding>[];
  readonly links: readonly Link[];
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
  readonly isTable: boolean;
  readonly flip: () => void;
}

export function Connects({ id, findings, links, people, calm, now, isTable, flip }: Props) {
  const { data, trouble, again } = useAsked<ConnectionsAnswer>(question, { id });
  const [rows, setRows] = useState(mostRows);
  const explained = useSame(data?.incident?.explanation ?? null);
  const same = useSame(links);
  const says = useMemo(() => new Map(findings.map(({ number, says: text }) => [number, text])), [findings]);
  const connections = useMemo(
    () => (explained === null ? undefined : connect(explained, findings, same, rows)),
    [explained, findings, same, rows],
  );

  return (
    <section className="column card graph-column" aria-labelledby="graph-title">
      <div className="card-head">
        <h2 id="graph-title">How it connects</h2>
        {connections !== undefined && (
          <span className="under">
            {count(connections.shown)} of {plural(connections.all, 'thing')}
          </span>
        )}
        <button type="button" className="quiet push" aria-pressed={isTable} onClick={flip}>
          {isTable ? 'As a picture' : 'As a table'} <Key>v</Key>
        </button>
      </div>
      {connections === undefined && (
        <div className="picture">
          {trouble === undefined ? (
            <Skeleton lines={5} />
          ) : (
            <Trouble what="How it connects could not be worked out." trouble={trouble} again={again} />
          )}
        </div>
      )}
      {connections !== undefined &&
        (isTable ? (
          <PictureTable
            connections={connections}
            calm={calm}
            says={says}
            now={now}
            findings={findings}
            people={people}
            entities={data?.incident?.entities ?? []}
          />
        ) : (
          <Picture connections={connections} calm={calm} says={says} now={now} fits={setRows} />
        ))}
      <MailHere entities={data?.incident?.entities ?? []} />
      <RelatedLine related={data?.incident?.related ?? []} findings={findings} people={people} calm={calm} />
      <div className="legend under">
        <span className={calm ? 'swatch strong calm' : 'swatch strong'} /> strong tie{' '}
        <span className={calm ? 'swatch calm' : 'swatch'} /> weaker
        <span className="push">The least that explains it</span>
      </div>
    </section>
  );
}

const mostMail = 5;

/** The campaigns and messages in it, each by its own view. */
function MailHere({ entities }: { readonly entities: readonly Ref[] }) {
  const all = [...entities.filter(({ label }) => label === 'Campaign'), ...entities.filter(({ label }) => label === 'Email')];
  if (all.length === 0) return null;
  return (
    <p className="mail-here under">
      Mail in it:{' '}
      {all.slice(0, mostMail).map(({ label, key }) => (
        <Go
          key={`${label} ${key}`}
          to={label === 'Campaign' ? { name: 'campaign', id: key } : { name: 'mail', id: key, tab: 'text' }}
        >
          <OneThing label={label} thing={key} />
        </Go>
      ))}
      {all.length > mostMail && ` and ${plural(all.length - mostMail, 'more', 'more')}`}
    </p>
  );
}

interface RelatedProps {
  readonly related: readonly Related[];
  readonly findings: readonly WithNumber<Finding>[];
  readonly people: readonly string[];
  readonly calm: boolean;
}

/** Quiet: it may be nothing. The strongest in a line, the others behind it. */
function RelatedLine({ related, ...props }: RelatedProps) {
  const [first, ...others] = [...related].sort((a, b) => b.weight - a.weight);
  if (first === undefined) return null;
  return (
    <section className="related" aria-label="May belong together with">
      <OneRelated one={first} {...props} />
      {others.length > 0 && (
        <details>
          <summary>and {plural(others.length, 'more', 'more')}</summary>
          {others.map((one) => (
            <OneRelated key={one.incident.id} one={one} {...props} />
          ))}
        </details>
      )}
    </section>
  );
}

function OneRelated({ one, findings, people, calm }: Omit<RelatedProps, 'related'> & { readonly one: Related }) {
  const { incident, weight, mechanism, because, from } = one;
  const { whyNot, say } = useHands();
  const finding = findings.find(({ id }) => id === from);
  return (
    <div className="one-related">
      <p>
        May belong together with <Score score={incident.score} />{' '}
        <b>
          <Quote text={incident.title} most={70} />
        </b>
        <span className="under">
          {weightName(weight)}: {mechanismName(mechanism)}, <Prose text={because} people={people} />{' '}
          {finding !== undefined && <Chip number={finding.number} says={finding.says} calm={calm} />}
        </span>
      </p>
      <span className="link-acts">
        <Go to={{ name: 'incident', id: incident.id, tab: 'overview', graph: 'picture' }} label={`Open ${incident.id}`}>
          Open
        </Go>
        <button
          type="button"
          className="as-link"
          disabled={whyNot !== undefined}
          title={whyNot}
          onClick={() => say({ what: 'merge', other: incident.id })}
        >
          Merge…<span className="aside"> with {incident.id}</span>
        </button>
      </span>
    </div>
  );
}
