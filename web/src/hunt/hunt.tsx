// How any two things hang together: two ends, and the shortest ways between them, in words. Below it, questions to take to
// the graph itself.

import { useEffect, useState } from 'react';
import { useAsked } from '../api/client.ts';
import { paths as question, savedQuestions, whereabouts } from '../api/documents.ts';
import type { PathsAnswer, PathStep, SavedQuestion, SavedQuestionsAnswer, WhereaboutsAnswer } from '../api/types.ts';
import { lookOf } from '../icons.ts';
import { endLabels, type End, type EndLabel, type View } from '../lib/address.ts';
import { exact, moment, plural } from '../lib/format.ts';
import { asMoment } from '../lib/history.ts';
import { keyHints, legsOf, type Tie } from '../lib/paths.ts';
import { defanged } from '../lib/quote.ts';
import { passwordHint } from '../incident/story.tsx';
import { Empty, Go, LabelIcon, Quote, Skeleton, Trouble, useNow, Visible } from '../parts/ui.tsx';
import { go } from '../router.ts';

type HuntView = Extract<View, { name: 'hunt' }>;

export function Hunt({ view }: { readonly view: HuntView }) {
  useEffect(() => {
    document.title = 'Hunt · Skein';
  }, []);
  return (
    <main className="alone hunt">
      <h1>How do two things hang together?</h1>
      <Form view={view} />
      {view.from !== undefined && view.to !== undefined && <Ways from={view.from} to={view.to} asOf={view.asOf} />}
      <Questions />
    </main>
  );
}

const firstFrom: End = { label: 'User', key: '' };
const firstTo: End = { label: 'IP', key: '' };

function Form({ view }: { readonly view: HuntView }) {
  const [from, setFrom] = useState(view.from ?? firstFrom);
  const [to, setTo] = useState(view.to ?? firstTo);
  const [asOf, setAsOf] = useState(view.asOf?.slice(0, 16) ?? '');
  const at = asMoment(asOf);
  const isReady = from.key.trim() !== '' && to.key.trim() !== '';
  return (
    <form
      className="card hunt-form"
      onSubmit={(event) => {
        event.preventDefault();
        const trimmed = (end: End): End => ({ ...end, key: end.key.trim() });
        if (isReady) go({ name: 'hunt', from: trimmed(from), to: trimmed(to), ...(at !== undefined && { asOf: at }) });
      }}
    >
      <EndFields name="From" end={from} set={setFrom} />
      <EndFields name="To" end={to} set={setTo} />
      <label className="field">
        As of, UTC (optional)
        <input type="datetime-local" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
        <span className="under">Only what had happened by then</span>
      </label>
      <div className="buttons">
        <button type="submit" className="primary" disabled={!isReady}>
          Look for ways
        </button>
      </div>
    </form>
  );
}

function EndFields({ name, end, set }: { readonly name: string; readonly end: End; readonly set: (end: End) => void }) {
  const hint = `hint-${name}`;
  return (
    <fieldset className="hunt-end">
      <legend>{name}</legend>
      <select
        aria-label={`${name}: what kind`}
        value={end.label}
        onChange={(event) => set({ ...end, label: event.target.value as EndLabel })}
      >
        {endLabels.map((label) => (
          <option key={label} value={label}>
            {kindOf(label)}
          </option>
        ))}
      </select>
      <input
        aria-label={`${name}: which one`}
        aria-describedby={hint}
        value={end.key}
        maxLength={2_000}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => set({ ...end, key: event.target.value })}
      />
      <span id={hint} className="under">
        {keyHints[end.label]}
      </span>
    </fieldset>
  );
}

const kindOf = (label: string): string => (label === 'Finding' ? 'finding' : lookOf(label).one);

function Ways({ from, to, asOf }: { readonly from: End; readonly to: End; readonly asOf: string | undefined }) {
  const { data, trouble, again } = useAsked<PathsAnswer>(question, { from, to, asOf: asOf ?? null }, { isStill: true });
  if (trouble !== undefined) return <Trouble what="The ways could not be looked for." trouble={trouble} again={again} />;
  if (data === undefined) return <Skeleton lines={8} />;
  const { paths, isCut, ...ends } = data.paths;
  const missing = [...(ends.from === null ? [from] : []), ...(ends.to === null ? [to] : [])];
  if (missing.length > 0)
    return (
      <Empty title="There is nothing of that name.">
        {missing.map(({ label, key }) => (
          <span key={label + key}>
            No {kindOf(label)} is known as <Quote text={key} />.{' '}
          </span>
        ))}
      </Empty>
    );
  return (
    <>
      <p role="status">
        {paths.length === 0
          ? 'Nothing ties the two within 6 steps.'
          : paths.length === 1
            ? 'One way.'
            : `${paths.length} ways, the shortest first.`}
        {paths[0]?.isVague === true &&
          ' They lead through a country, a network or something that very much touches, because nothing more telling ties the two: they may say nothing.'}
        {isCut &&
          ' Something on the way is touched so often that not all of it was walked: there may be more ways, or shorter ones.'}
      </p>
      <div className="ways">
        {paths.map(({ steps, hops, isVague }, index) => (
          <section key={index} className="card way" aria-label={`Way ${index + 1}`}>
            <h2>
              Way {index + 1} <span className="under-inline">{plural(hops, 'step')}</span>
              {isVague && <span className="flag"> vague</span>}
            </h2>
            <ol>
              {legsOf(steps).map(({ thing, tie }, place, legs) => (
                <li key={place}>
                  {tie !== undefined && <TieTold tie={tie} before={legs[place - 1]?.thing} after={thing} />}
                  <ThingOnWay thing={thing} from={from} to={to} asOf={asOf} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

function TieTold({ tie, before, after }: { readonly tie: Tie; readonly before: PathStep | undefined; readonly after: PathStep }) {
  const now = useNow(60_000);
  if (tie.kind === 'direct')
    return (
      <p className="way-tie">
        {tie.says}
        {tie.because !== undefined && (
          <span className="under">
            <Visible text={tie.because} most={400} />
          </span>
        )}
      </p>
    );
  const { record } = tie;
  const events = record.events ?? 1;
  return (
    <p className="way-tie">
      <b>
        <Quote text={record.title} most={60} />
      </b>{' '}
      {tie.before} <Quote text={defanged(before?.title ?? '')} most={60} />, {tie.after}{' '}
      <Quote text={defanged(after.title)} most={60} />
      <span className="under-inline">
        {' '}
        {events > 1 && `${plural(events, 'record')}, the newest `}
        {record.at !== null && <time title={exact(Date.parse(record.at))}>{moment(Date.parse(record.at), now)}</time>}
      </span>
    </p>
  );
}

interface ThingProps {
  readonly thing: PathStep;
  readonly from: End;
  readonly to: End;
  readonly asOf: string | undefined;
}

function ThingOnWay({ thing, from, to, asOf }: ThingProps) {
  const { label, key, title, at } = thing;
  const now = useNow(60_000);
  const [isCopied, setCopied] = useState(false);
  const end = endLabels.find((one) => one === label);
  const then = { name: 'hunt', ...(asOf !== undefined && { asOf }) } as const;
  const isEnd = (other: End): boolean => other.label === label && other.key === key;
  return (
    <div className="way-thing">
      <LabelIcon label={label} />
      <b>
        <Quote text={defanged(title)} most={80} />
      </b>
      <span className="under-inline">
        {kindOf(label)}
        {at !== null && `, ${moment(Date.parse(at), now)}`}
        {title !== key && label !== 'Finding' && (
          <>
            , <Quote text={defanged(key)} />
          </>
        )}
      </span>
      <span className="link-acts">
        {label === 'Finding' && <ItsIncident finding={key} />}
        {end !== undefined && !isEnd(from) && <Go to={{ ...then, from: { label: end, key }, to }}>From here</Go>}
        {end !== undefined && !isEnd(to) && <Go to={{ ...then, from, to: { label: end, key } }}>To here</Go>}
        <button
          type="button"
          className="as-link"
          onClick={() => void navigator.clipboard.writeText(key).then(() => setCopied(true))}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </span>
    </div>
  );
}

/** A finding is shown in its incident; which that is, it is asked. */
function ItsIncident({ finding }: { readonly finding: string }) {
  const { data } = useAsked<WhereaboutsAnswer>(whereabouts, { id: finding }, { isStill: true });
  const incident = data?.finding?.incidentId;
  return incident == null ? null : (
    <>
      <Go to={{ name: 'record', incident, finding }}>Records</Go>
      <Go to={{ name: 'incident', id: incident, tab: 'overview', graph: 'picture' }}>{incident}</Go>
    </>
  );
}

function Questions() {
  const { data, trouble, again } = useAsked<SavedQuestionsAnswer>(savedQuestions, {}, { isStill: true });
  const all = data?.savedQuestions ?? [];
  return (
    <section className="asking" aria-labelledby="questions-title">
      <h2 id="questions-title">Questions for the graph itself</h2>
      {trouble !== undefined && <Trouble what="The saved questions could not be read." trouble={trouble} again={again} />}
      {data === undefined && trouble === undefined && <Skeleton lines={4} />}
      {all.some(({ browserLink }) => browserLink !== null) && <p className="under">{passwordHint}</p>}
      <ul className="card questions">
        {all.map((one) => (
          <Question key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Question({ one }: { readonly one: SavedQuestion }) {
  const { title, when, cypher, parameters, browserLink } = one;
  const [isCopied, setCopied] = useState(false);
  return (
    <li>
      <div className="grow">
        <b>{title}</b>
        <span className="under">{when.charAt(0).toUpperCase() + when.slice(1)}</span>
        <details>
          <summary>
            Its Cypher{parameters.length > 0 && `; change ${parameters.map((name) => `$${name}`).join(', ')} before running it`}
          </summary>
          <pre tabIndex={0} role="region" aria-label={`Cypher of: ${title}`}>
            {cypher}
          </pre>
        </details>
      </div>
      <span className="link-acts">
        {browserLink !== null && (
          <a href={browserLink} target="_blank" rel="noreferrer" aria-label={`Open in Neo4j Browser: ${title}`}>
            Open in Neo4j Browser
          </a>
        )}
        <button
          type="button"
          className="as-link"
          onClick={() => void navigator.clipboard.writeText(cypher).then(() => setCopied(true))}
        >
          {isCopied ? 'Copied' : 'Copy Cypher'}
          <span className="aside"> of: {title}</span>
        </button>
      </span>
    </li>
  );
}
