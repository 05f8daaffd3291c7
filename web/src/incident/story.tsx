// What happened, by day; what it could be; what is not known, and how to find out.

import { useState } from 'react';
import type { Check, Finding, Incident } from '../api/types.ts';
import { clock, date, day } from '../lib/format.ts';
import { cited, type WithNumber } from '../lib/numbers.ts';
import { withoutActor } from '../lib/prose.ts';
import { byDay } from '../lib/story.ts';
import { Citing, Prose } from '../parts/prose.tsx';

interface Props {
  readonly incident: Incident;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
}

export function Story({ incident, known, people, calm, now }: Props) {
  const actors = incident.entities.filter(({ label, role }) => label === 'User' && role === 'actor').map(({ key }) => key);
  const beats = incident.narrative.timeline.map(({ at, until, sentence }) => ({
    at: Date.parse(at),
    until: Date.parse(until),
    text: withoutActor(sentence.text, actors),
    cites: sentence.cites,
  }));

  return (
    <section className="story" aria-labelledby="story-title">
      <h2 id="story-title">What happened</h2>
      <div className="story-scroll" role="region" aria-label="What happened, by day" tabIndex={0}>
        <p className="headline">
          <Prose text={incident.narrative.headline.text} people={people} />
        </p>
        {byDay(beats).map((one) =>
          one.kind === 'quiet' ? (
            <div key={`quiet ${one.from}`} className="story-day quiet-day">
              <span className="story-date">
                {one.to > one.from ? `${date(one.from, now).split(' ')[0] ?? ''}–${date(one.to, now)}` : date(one.from, now)}
              </span>
              <p>{one.to - one.from >= day ? 'Quiet days: nothing that belongs here.' : 'Nothing that belongs here.'}</p>
            </div>
          ) : (
            <div key={one.start} className="story-day">
              <span className="story-date">
                <b>{date(one.start, now)}</b>
                <span className="under">{clock(one.beats[0]?.at ?? one.start)}</span>
              </span>
              <p>
                {one.beats.map((beat, index) => (
                  <span key={index}>
                    <Citing text={beat.text} findings={cited(beat.cites, known)} people={people} calm={calm} />{' '}
                  </span>
                ))}
              </p>
            </div>
          ),
        )}
      </div>
    </section>
  );
}

const verdicts = { leading: 'fits best', possible: 'possible', rejected: 'does not fit' } as const;

/** What speaks for each explanation, drawn beside what speaks for the best; what speaks against it in words. */
export function CouldBe({ hypotheses }: { readonly hypotheses: Incident['narrative']['hypotheses'] }) {
  const best = Math.max(1, ...hypotheses.map(({ evidenceFor }) => evidenceFor.length));
  return (
    <section className="could-be" aria-labelledby="could-be-title">
      <h3 id="could-be-title">What it could be</h3>
      <ul>
        {hypotheses.slice(0, 4).map(({ id, title, verdict, evidenceFor, evidenceAgainst }) => (
          <li key={id} className={verdict} title={[...evidenceFor, ...evidenceAgainst].map(({ text }) => text).join('\n')}>
            <span className="hypothesis">
              {/@/.test(title) ? <Prose text={title} people={title.split(' ').filter((word) => word.includes('@'))} /> : title}
            </span>
            <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="well" width="100" height="8" />
              <rect width={(evidenceFor.length / best) * 100} height="8" />
            </svg>
            <span className="verdict">
              {verdicts[verdict]}
              <span className="aside">
                , {evidenceFor.length} for and {evidenceAgainst.length} against
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Links carry no password; only whoever started Skein was told it. */
export const passwordHint = 'Neo4j Browser asks for a password: the one that Skein printed when it was started.';

interface NotKnownProps {
  readonly unknowns: readonly { readonly text: string }[];
  readonly checks: readonly Check[];
  readonly people: readonly string[];
}

export function NotKnown({ unknowns, checks, people }: NotKnownProps) {
  return (
    <section className="not-known" aria-label="Not known, and what to check next">
      {unknowns.length > 0 && (
        <details name="not-known">
          <summary>
            <b>Not known ({unknowns.length}):</b> <Prose text={unknowns[0]?.text ?? ''} people={people} />
          </summary>
          <ul>
            {unknowns.slice(1).map(({ text }) => (
              <li key={text}>
                <Prose text={text} people={people} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {checks.length > 0 && (
        <details name="not-known">
          <summary>
            <b>Check next ({checks.length}):</b>{' '}
            <Prose text={checks[Math.min(1, checks.length - 1)]?.says ?? ''} people={people} />
          </summary>
          <ul className="checks">
            {checks.map((check) => (
              <OneCheck key={check.says} check={check} people={people} />
            ))}
          </ul>
          {checks.some(({ browserLink }) => browserLink !== null) && <p className="under">{passwordHint}</p>}
        </details>
      )}
    </section>
  );
}

function OneCheck({ check, people }: { readonly check: Check; readonly people: readonly string[] }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <li>
      <Prose text={check.says} people={people} />{' '}
      <span className="check-acts">
        {check.browserLink !== null && (
          <a href={check.browserLink} target="_blank" rel="noreferrer">
            Open in Neo4j
          </a>
        )}{' '}
        <button
          type="button"
          className="as-link"
          onClick={() => void navigator.clipboard.writeText(check.cypher).then(() => setCopied(true))}
        >
          {isCopied ? 'Copied' : 'Copy Cypher'}
        </button>
      </span>
    </li>
  );
}
