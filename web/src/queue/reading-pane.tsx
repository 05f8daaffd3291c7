// The short form of one incident, beside the queue: what happened, how likely worse and why, who, and what waits.

import { useEffect, useState } from 'react';
import { useAsked } from '../api/client.ts';
import { incident as question } from '../api/documents.ts';
import type { Incident, IncidentAnswer, QueueRow } from '../api/types.ts';
import { chance, duration, likelihood, markOf, plural, points } from '../lib/format.ts';
import { namesIn } from '../lib/names.ts';
import { cited, citable, numbered } from '../lib/numbers.ts';
import { waterfall } from '../lib/reasons.ts';
import type { View } from '../lib/address.ts';
import { SmallCurve } from '../parts/curve.tsx';
import { Chip, LitProvider } from '../parts/lit.tsx';
import { Citing } from '../parts/prose.tsx';
import { Go, Key, Quote, Score, Skeleton, Thing, Trouble, useNow } from '../parts/ui.tsx';
import { involved } from './rows.ts';

const nothing = () => undefined;

/** Each kind of step once; how many, where there are several. */
function titles(actions: QueueRow['actions']): string {
  const all = actions.map(({ title }) => title);
  return [...new Set(all)]
    .map((title) => ({ title, times: all.filter((one) => one === title).length }))
    .map(({ title, times }, index) => {
      const said = index === 0 ? title : title.charAt(0).toLowerCase() + title.slice(1);
      return times === 1 ? said : `${said} (${times} times)`;
    })
    .join(', ');
}

export function ReadingPane({ row, close }: { readonly row: QueueRow; readonly close: () => void }) {
  const id = useRested(row.id);
  const { data, trouble, again } = useAsked<IncidentAnswer>(question, { id });
  const now = useNow();
  const incident = id === row.id ? data?.incident : undefined;
  const open: View = { name: 'incident', id: row.id, tab: 'overview', graph: 'picture' };
  const waiting = row.actions.filter(({ status }) => status === 'proposed');

  return (
    <aside className="pane card" aria-label="Reading pane">
      <div className="pane-scroll" role="region" aria-label="Short form" tabIndex={0}>
        <header className="pane-head">
          <Score score={row.score} large />
          <div>
            <span className="under">
              {row.id} · open {duration(now - Date.parse(row.firstAt))} ·{' '}
              {row.owner === null ? 'no owner' : <Quote text={row.owner} most={40} />}
            </span>
            <h2>
              <Quote text={row.title} />
            </h2>
          </div>
          <button type="button" className="quiet close-pane" onClick={close} aria-label="Close the reading pane">
            ×
          </button>
        </header>
        {incident === undefined && trouble === undefined && <Skeleton lines={9} />}
        {incident === undefined && trouble !== undefined && (
          <Trouble what="The story could not be read." trouble={trouble} again={again} />
        )}
        {incident != null && (
          <LitProvider chosen={undefined} choose={nothing}>
            <Short incident={incident} entities={row.entities} open={open} />
          </LitProvider>
        )}
      </div>
      <footer className={waiting.length > 0 ? 'decision' : 'decision none'}>
        {waiting.length > 0 ? (
          <>
            <h3>A plan waits for your decision</h3>
            <p>{titles(waiting)}.</p>
          </>
        ) : (
          <p>Nothing waits for you here.</p>
        )}
        <div className="buttons">
          {waiting.length > 0 && (
            <Go to={open} className="button primary">
              Review and decide
            </Go>
          )}
          <Go to={open} className="button">
            Open incident <Key>Enter</Key>
          </Go>
        </div>
      </footer>
    </aside>
  );
}

function Short({
  incident,
  entities,
  open,
}: {
  readonly incident: Incident;
  readonly entities: QueueRow['entities'];
  readonly open: View;
}) {
  const { narrative, escalation } = incident;
  const findings = numbered(incident.findings);
  const known = citable(findings);
  const people = namesIn(incident.entities);
  const mark = markOf(incident.score);
  const isCalm = mark === 'low' || mark === 'medium';
  const { steps } = waterfall(escalation.baseline, escalation.contributions, 40);
  const top = [...steps].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, 5);
  const [largest] = escalation.counterfactuals;
  const without = known.get(largest?.without ?? '');

  return (
    <>
      <p className="short-story">
        <Citing
          text={`${narrative.headline.text}.`}
          findings={cited(narrative.headline.cites, known)}
          people={people}
          calm={isCalm}
          most={6}
        />
      </p>
      <p className="short-story clamped">
        {narrative.story.slice(0, 1).map(({ text, cites }) => (
          <Citing key={text} text={text} findings={cited(cites, known)} people={people} calm={isCalm} most={0} />
        ))}
      </p>
      <p className={`big-chance${isCalm ? ' calm' : ''}`}>
        <strong>{chance(escalation.probability)}</strong> {likelihood(escalation.probability)} to get worse{' '}
        <span className="light">within {plural(escalation.horizonDays, 'day')}</span>
        <span className="under">
          At its worst {chance(escalation.peak.probability)}. Too few past cases to say how often this holds.
        </span>
      </p>
      <SmallCurve history={escalation.history} asOf={escalation.asOf} probability={escalation.probability} calm={isCalm} />
      <table className="top-reasons">
        <thead>
          <tr>
            <th scope="col">What moves it most</th>
            <th scope="col" className="right">
              points
            </th>
          </tr>
        </thead>
        <tbody>
          {top.map(({ says, findings: ids, points: value, lowers }) => {
            const [only, ...more] = ids.flatMap((id) => known.get(id) ?? []);
            return (
              <tr key={`${says}${ids[0] ?? ''}`}>
                <td>
                  {only !== undefined && more.length === 0 ? (
                    <Chip number={only.number} says={only.says} calm={isCalm} />
                  ) : (
                    <span className="chip-room" />
                  )}
                  <span>{sentenceCase(says)}</span>
                </td>
                <td className={`right points ${lowers ? 'lowers' : 'raises'}${isCalm ? ' calm' : ''}`}>{points(value)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="under">
        {largest !== undefined &&
          without !== undefined &&
          `${worth(escalation.probability, largest.probability, without.number)} `}
        <Go to={open}>All {plural(escalation.contributions.length, 'reason')}</Go>
      </p>
      <h3 className="small-head">Involved</h3>
      <p className="whos">
        {involved(entities, 8).map((who) => (
          <Thing key={who.label} {...who} />
        ))}
      </p>
    </>
  );
}

/** What the most telling finding is worth; where that is nothing one could say, no other is worth more. */
const worth = (probability: number, left: number, number: string): string =>
  chance(left) === chance(probability)
    ? `No single finding decides it: without any one it stays ${chance(left)}.`
    : `Without finding ${number} it would be ${chance(left)}.`;

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The value once it has been the same for a moment: a selection that runs asks nothing. */
function useRested(value: string, ms = 120): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
