// What was said of which findings belong together, and the life of the incident: what was believed when, what was done, and
// what became of it between two moments.

import { useState } from 'react';
import { useAsked } from '../api/client.ts';
import { believed as beliefQuestion, difference as differenceQuestion, history as question } from '../api/documents.ts';
import type {
  Believed,
  BelievedAnswer,
  ChronicleEntry,
  Constraint,
  Deed,
  Difference,
  DifferenceAnswer,
  Finding,
  HistoryAnswer,
  Incident,
} from '../api/types.ts';
import type { View } from '../lib/address.ts';
import { stands } from '../lib/constraints.ts';
import { chance, count, exact, moment, plural, points } from '../lib/format.ts';
import { asMoment, inTime, moments } from '../lib/history.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { Prose } from '../parts/prose.tsx';
import { Empty, Go, Mark, Quote, Score, Skeleton, Trouble, When } from '../parts/ui.tsx';
import { go } from '../router.ts';
import { useHands } from './hands.tsx';
import { Whereabouts } from './whereabouts.tsx';

type IncidentView = Extract<View, { name: 'incident' }>;

interface Props {
  readonly view: IncidentView;
  readonly incident: Incident;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly people: readonly string[];
  readonly calm: boolean;
  readonly now: number;
}

export function History(props: Props) {
  return (
    <div className="history" role="region" aria-label="History" tabIndex={0}>
      <Said {...props} />
      <Life {...props} />
    </div>
  );
}

/** Each is asked where its findings are now: so many at first. */
const firstSaid = 10;

function Said({ incident, known, calm }: Props) {
  const [isWhole, setWhole] = useState(false);
  const all = [...incident.constraints].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="card said" aria-labelledby="said-title">
      <h2 id="said-title">What people said of it</h2>
      {all.length === 0 ? (
        <p className="under">Nobody has pinned, cut, split or merged anything here: the links alone say what belongs together.</p>
      ) : (
        <ul>
          {(isWhole ? all : all.slice(0, firstSaid)).map((one) => (
            <OneSaid key={one.id} one={one} incident={incident} known={known} calm={calm} />
          ))}
        </ul>
      )}
      {all.length > firstSaid && !isWhole && (
        <p className="buttons">
          <button type="button" onClick={() => setWhole(true)}>
            Show all {all.length}
          </button>
        </p>
      )}
    </section>
  );
}

interface OneSaidProps extends Pick<Props, 'incident' | 'known' | 'calm'> {
  readonly one: Constraint;
}

function OneSaid({ one, incident, known, calm }: OneSaidProps) {
  const { whyNot, say } = useHands();
  const { kind, from, to, by, at, reason, undoneBy, undoneAt, undoneReason } = one;
  const isStanding = stands(one);
  return (
    <li className={isStanding ? undefined : 'undone'}>
      <div className="said-head">
        <Mark kind={kind} />
        <b>{kind === 'pin' ? 'Hold together' : 'Keep apart'}</b>
        <span className="under-inline">
          {plural(from.length, 'finding')} {kind === 'pin' ? 'and' : 'from'} {count(to.length)}
        </span>
        <span className="grow">
          “<Quote text={reason} most={500} />”
        </span>
        <span className="under-inline nowrap">
          <Quote text={by} most={40} />, <When at={at} />
        </span>
        {isStanding && (
          <button
            type="button"
            disabled={whyNot !== undefined}
            title={whyNot}
            onClick={() => say({ what: 'undo', constraint: one })}
          >
            Undo…
          </button>
        )}
      </div>
      <Whereabouts findings={[...from, ...to]} here={incident.id} known={known} calm={calm} />
      {undoneBy !== null && undoneAt !== null && (
        <p className="under">
          Undone by <Quote text={undoneBy} most={40} />, <When at={undoneAt} />
          {undoneReason !== null && (
            <>
              : “<Quote text={undoneReason} most={500} />”
            </>
          )}
        </p>
      )}
    </li>
  );
}

function Life({ view, incident, known, people, calm, now }: Props) {
  const { data, trouble, again } = useAsked<HistoryAnswer>(question, { id: incident.id });
  const life = data?.incident;
  if (trouble !== undefined && data === undefined)
    return <Trouble what="The history could not be read." trouble={trouble} again={again} />;
  if (life == null) return <Skeleton lines={6} />;
  const beliefs = life.chronicle;
  const all = moments(beliefs, life.handled);
  const from = view.from ?? beliefs.at(-2)?.at;
  const to = view.to ?? beliefs.at(-1)?.at;
  const pick = (picked: Pick<IncidentView, 'from' | 'to' | 'at'>) => go({ ...view, ...picked }, 'replace');
  const shared = { known, people, calm, now, id: incident.id };

  return (
    <>
      {from !== undefined && to !== undefined && <Between {...shared} from={from} to={to} />}
      <At {...shared} at={view.at} pick={(at) => pick({ at })} />
      <section className="card life" aria-labelledby="life-title">
        <h2 id="life-title">What was believed and done</h2>
        {all.length === 0 ? (
          <Empty title="Nothing is kept of how it came to be.">It was stored before histories were.</Empty>
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">When (UTC)</th>
                <th scope="col" className="right">
                  Chance
                </th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one, index) =>
                one.kind === 'deed' ? (
                  <DeedRow key={index} deed={one.deed} now={now} />
                ) : (
                  <BeliefRow
                    key={index}
                    entry={one.belief}
                    change={one.change}
                    now={now}
                    people={people}
                    isFrom={one.at === from}
                    isTo={one.at === to}
                    pick={pick}
                  />
                ),
              )}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}

const DeedRow = ({ deed, now }: { readonly deed: Deed; readonly now: number }) => (
  <tr>
    <td colSpan={2} />
    <td className="nowrap" title={exact(Date.parse(deed.at))}>
      {moment(Date.parse(deed.at), now)}
    </td>
    <td />
    <td>
      <b>
        <Quote text={deed.who} most={40} />
      </b>
      : <Quote text={deed.what} most={80} />
      <span className="under">
        <Quote text={deed.details} most={400} />
      </span>
    </td>
  </tr>
);

interface BeliefRowProps {
  readonly entry: ChronicleEntry;
  readonly change: number | undefined;
  readonly now: number;
  readonly people: readonly string[];
  readonly isFrom: boolean;
  readonly isTo: boolean;
  readonly pick: (picked: { readonly from?: string; readonly to?: string }) => void;
}

function BeliefRow({ entry, change, now, people, isFrom, isTo, pick }: BeliefRowProps) {
  const at = moment(Date.parse(entry.at), now);
  const radio = (name: 'from' | 'to', isChosen: boolean) => (
    <td>
      <input
        type="radio"
        name={`history-${name}`}
        aria-label={`Compare ${name} ${exact(Date.parse(entry.at))}`}
        checked={isChosen}
        onChange={() => pick({ [name]: entry.at })}
      />
    </td>
  );
  return (
    <tr data-selected={isFrom || isTo || undefined}>
      {radio('from', isFrom)}
      {radio('to', isTo)}
      <td className="nowrap" title={exact(Date.parse(entry.at))}>
        {at}
      </td>
      <td className="right nowrap">
        <b>{chance(entry.probability)}</b>
        {change !== undefined && change !== 0 && <span className="under">{points(change)}</span>}
      </td>
      <td>
        <Quote text={entry.title} most={100} />
        {entry.says.map((text, index) => (
          <span key={index} className="under">
            <Prose text={text} people={people} />
          </span>
        ))}
      </td>
    </tr>
  );
}

interface Shared extends Pick<Props, 'known' | 'people' | 'calm' | 'now'> {
  readonly id: string;
}

function Between({ id, from, to, ...shared }: Shared & { readonly from: string; readonly to: string }) {
  const [early, late] = inTime(from, to);
  const { data, trouble, again } = useAsked<DifferenceAnswer>(differenceQuestion, { id, from: early, to: late });
  const told = data?.incident?.difference;
  return (
    <section className="card between" aria-labelledby="between-title">
      <h2 id="between-title">
        Between {moment(Date.parse(early), shared.now)} and {moment(Date.parse(late), shared.now)}
      </h2>
      {trouble !== undefined && told === undefined && (
        <Trouble what="The two could not be compared." trouble={trouble} again={again} />
      )}
      {told === undefined && trouble === undefined && <Skeleton lines={3} />}
      {told !== undefined && <Compared id={id} told={told} {...shared} />}
    </section>
  );
}

function Compared({ id, told, known, people, calm, now }: Shared & { readonly told: Difference }) {
  const { from, to, added, removed, merged, parted, says } = told;
  const isSame = added.length + removed.length + merged.length + parted.length === 0 && says.length === 0;
  const findings = (name: string, ids: readonly string[]) =>
    ids.length > 0 && (
      <div>
        <dt>
          {name} <span className="under-inline">{count(ids.length)}</span>
        </dt>
        <dd>
          <Whereabouts findings={ids} here={id} known={known} calm={calm} />
        </dd>
      </div>
    );
  const incidents = (name: string, ids: readonly string[]) =>
    ids.length > 0 && (
      <div>
        <dt>{name}</dt>
        <dd className="incident-list">
          {ids.map((one) => (
            <Go key={one} to={{ name: 'incident', id: one, tab: 'overview', graph: 'picture' }}>
              {one}
            </Go>
          ))}
        </dd>
      </div>
    );
  return (
    <>
      <div className="then-now">
        <BelievedThen name="Then" told={from} now={now} />
        <BelievedThen name="After" told={to} now={now} />
      </div>
      {says.map((text, index) => (
        <p key={index}>
          <Prose text={text} people={people} />
        </p>
      ))}
      <dl className="came-went">
        {findings('Came', added)}
        {findings('Went', removed)}
        {incidents('Took up', merged)}
        {incidents('Parted from it', parted)}
      </dl>
      {isSame && <p className="under">Nothing changed between them.</p>}
    </>
  );
}

function BelievedThen({ name, told, now }: { readonly name: string; readonly told: Believed | null; readonly now: number }) {
  return (
    <div>
      <h3>{name}</h3>
      {told === null ? (
        <p className="under">Nothing was known of it.</p>
      ) : (
        <>
          <p className="then-title">
            <Score score={told.score} /> <b>{chance(told.probability)}</b> <Quote text={told.title} most={100} />
          </p>
          <span className="under">
            {plural(told.findings.length, 'finding')} · as {told.id} · since {moment(Date.parse(told.at), now)}
          </span>
        </>
      )}
    </div>
  );
}

function At({
  id,
  at,
  pick,
  known,
  calm,
  now,
}: Shared & { readonly at: string | undefined; readonly pick: (at: string) => void }) {
  return (
    <section className="card at-moment" aria-labelledby="at-title">
      <h2 id="at-title">What did we believe at …?</h2>
      <label className="field-inline">
        Day and time, UTC{' '}
        <input
          type="datetime-local"
          defaultValue={at?.slice(0, 16)}
          onChange={({ target }) => {
            const picked = asMoment(target.value);
            if (picked !== undefined) pick(picked);
          }}
        />
      </label>
      {at !== undefined && <BelievedAt id={id} at={at} known={known} calm={calm} now={now} />}
    </section>
  );
}

function BelievedAt({ id, at, known, calm, now }: Omit<Shared, 'people'> & { readonly at: string }) {
  const { data, trouble, again } = useAsked<BelievedAnswer>(beliefQuestion, { id, at }, { isStill: true });
  if (trouble !== undefined) return <Trouble what="That could not be read." trouble={trouble} again={again} />;
  if (data === undefined) return <Skeleton lines={1} />;
  const told = data.incident?.believed ?? null;
  return (
    <>
      <BelievedThen name={exact(Date.parse(at))} told={told} now={now} />
      {told !== null && <Whereabouts findings={told.findings} here={id} known={known} calm={calm} />}
    </>
  );
}
