// One incident on one screen: story, picture, reasons and plan, and the time they took.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask, AskError, useAsked, useLink } from '../api/client.ts';
import { assign, close as closing, incident as question, reopen } from '../api/documents.ts';
import type { Done, Incident, IncidentAnswer, Verdict, Viewer } from '../api/types.ts';
import type { Tab, View } from '../lib/address.ts';
import { count, date, duration, markOf, plural } from '../lib/format.ts';
import { namesIn } from '../lib/names.ts';
import { byNumber, citable, numbered } from '../lib/numbers.ts';
import { AskReason } from '../parts/dialog.tsx';
import { useKeys } from '../parts/keys.ts';
import { LitProvider } from '../parts/lit.tsx';
import { useSame } from '../parts/same.ts';
import { Empty, Go, Key, Quote, Score, Skeleton, Trouble, useIsShort, When } from '../parts/ui.tsx';
import { go, here } from '../router.ts';
import { Connects } from './connects.tsx';
import { FactsProvider } from './facts.tsx';
import { Findings } from './findings.tsx';
import { HandsProvider, OutcomeBar, type Outcome } from './hands.tsx';
import { History } from './history.tsx';
import { Notes } from './notes.tsx';
import { Plan } from './plan.tsx';
import { Reasons } from './reasons.tsx';
import { Similar } from './similar.tsx';
import { CouldBe, NotKnown, passwordHint, Story } from './story.tsx';
import { Timeline } from './timeline.tsx';

type IncidentView = Extract<View, { name: 'incident' }>;

const queueView: View = { name: 'queue', sort: 'score' };

export function IncidentPage({ view }: { readonly view: IncidentView }) {
  const { data, trouble, again } = useAsked<IncidentAnswer>(question, { id: view.id });
  const [held, setHeld] = useState<IncidentAnswer>();
  const fresh = data?.incident ?? undefined;
  const saidOf = useRef<readonly string[]>([]);
  const isHeld = held?.incident != null && isSame(held.incident, view.id, fresh);
  const shown = isHeld ? held.incident : fresh;
  const changes = shown == null || fresh === undefined ? { news: [], gone: [] } : differing(shown, fresh);

  const changed = useSame([...changes.news, ...changes.gone]);

  useEffect(() => {
    // Who said what belongs together asked for what comes of it.
    const isAsked = changed.some((id) => saidOf.current.includes(id));
    if (data?.incident != null && data !== held && (!isHeld || isAsked || changed.length === 0)) setHeld(data);
  }, [data, held, isHeld, changed]);
  useEffect(() => {
    document.title = `${view.id} · Skein`;
  }, [view.id]);

  if (trouble !== undefined && shown == null)
    return (
      <main className="alone">
        <Trouble what="The incident could not be read." trouble={trouble} again={again} />
        <Go to={queueView}>Back to the queue</Go>
      </main>
    );
  if (data !== undefined && shown == null)
    return (
      <main className="alone">
        <Empty title="There is no such incident.">
          No incident has or had the id <Quote text={view.id} />. It may be from another database.
        </Empty>
        <Go to={queueView}>Back to the queue</Go>
      </main>
    );
  if (shown == null)
    return (
      <main className="alone">
        <h1 className="aside">Incident</h1>
        <Skeleton lines={10} />
      </main>
    );

  const isStale = changes.news.length + changes.gone.length > 0;
  const show = () => setHeld(data);
  // What people do shows at once; only the story waits to be asked for.
  const now: Incident =
    fresh === undefined
      ? shown
      : {
          ...shown,
          actions: isStale ? shown.actions : fresh.actions,
          notes: fresh.notes,
          constraints: fresh.constraints,
          owner: fresh.owner,
          status: fresh.status,
          verdict: fresh.verdict,
          verdictBy: fresh.verdictBy,
          verdictAt: fresh.verdictAt,
          score: fresh.score,
          changedAt: fresh.changedAt,
        };
  return (
    <Whole
      view={view}
      incident={now}
      viewer={data?.viewer ?? held?.viewer}
      changes={changes}
      show={show}
      again={again}
      expect={(findings) => {
        saidOf.current = findings;
      }}
    />
  );
}

interface Changes {
  readonly news: readonly string[];
  readonly gone: readonly string[];
}

/** Findings that came and went: what changes the story, and so waits until it is asked for. */
function differing(shown: Incident, fresh: Incident): Changes {
  const without = (some: Incident, others: Incident): string[] =>
    some.findings.map(({ id }) => id).filter((id) => !others.findings.some((finding) => finding.id === id));
  return { news: without(fresh, shown), gone: without(shown, fresh) };
}

const isSame = (held: Incident, asked: string, fresh: Incident | undefined): boolean => held.id === (fresh?.id ?? asked);

interface Props {
  readonly view: IncidentView;
  readonly incident: Incident;
  readonly viewer: Viewer | undefined;
  readonly changes: Changes;
  readonly show: () => void;
  readonly again: () => void;
  /** That these findings come or go is asked for, and no news. */
  readonly expect: (findings: readonly string[]) => void;
}

function Whole({ view, incident, viewer, changes, show, again, expect }: Props) {
  const isShort = useIsShort();
  const isAway = useLink().state === 'away';
  const sameFindings = useSame(incident.findings);
  const findings = useMemo(() => numbered(sameFindings), [sameFindings]);
  const known = useMemo(() => citable(findings), [findings]);
  const people = useMemo(() => namesIn(incident.entities), [incident.entities]);
  const planHeading = useRef<HTMLHeadingElement>(null);
  const [isClosing, setClosing] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const now = Date.parse(incident.escalation.asOf);
  // That there was no connection is no news once there is one.
  useEffect(() => {
    if (!isAway) setRefusal(undefined);
  }, [isAway]);
  const isStale = changes.news.length + changes.gone.length > 0;
  const mark = markOf(incident.score);
  const calm = mark === 'low' || mark === 'medium';

  const choose = useCallback((finding: string | undefined) => {
    const current = here();
    if (current.name !== 'incident') return;
    go({ ...current, finding }, 'replace');
  }, []);
  const numbers = [...findings].map(({ number }) => number).sort(byNumber);
  const next = (by: number) => {
    const index = view.finding === undefined ? (by > 0 ? -1 : 0) : numbers.indexOf(view.finding);
    choose(numbers[(index + by + numbers.length) % numbers.length]);
  };
  const change = async (document: string, variables: Record<string, unknown>): Promise<string | undefined> => {
    try {
      const { done } = await ask<Done>(document, variables);
      again();
      return done.userErrors.map(({ message }) => message).join(' ') || undefined;
    } catch (error) {
      return error instanceof AskError ? `${error.trouble.says} (${error.trouble.code})` : String(error);
    }
  };
  const assignToMe = () =>
    void change(assign, { id: incident.id, owner: incident.owner === viewer?.name ? null : (viewer?.name ?? null) }).then(
      setRefusal,
    );
  const flip = () => go({ ...view, graph: view.graph === 'table' ? 'picture' : 'table' });

  useKeys({
    ...Object.fromEntries(numbers.slice(0, 9).map((number) => [number, () => choose(number)] as const)),
    n: () => next(1),
    N: () => next(-1),
    '.': show,
    a: () => isAway || assignToMe(),
    c: () => isAway || incident.status === 'closed' || setClosing(true),
    e: () => {
      const finding = findings.find(({ number }) => number === view.finding);
      if (finding !== undefined) go({ name: 'record', incident: incident.id, finding: finding.id });
    },
    o: () => incident.browserLink !== null && window.open(incident.browserLink, '_blank', 'noopener'),
    p: () => planHeading.current?.focus(),
    v: flip,
    Escape: () => (view.finding === undefined ? go(queueView) : choose(undefined)),
  });

  const tab = (to: Tab, name: string) => (
    <Go to={{ name: 'incident', id: view.id, tab: to, graph: 'picture' }} className={view.tab === to ? 'tab here' : 'tab'}>
      {name}
    </Go>
  );

  return (
    <LitProvider chosen={view.finding} choose={choose}>
      <HandsProvider
        incident={incident}
        known={known}
        viewer={viewer}
        isAway={isAway}
        calm={calm}
        change={change}
        said={(what) => {
          expect(what.findings);
          setOutcome(what);
        }}
      >
        <FactsProvider incident={incident} findings={findings} people={people} calm={calm} now={now}>
          <main className="incident">
            <header className="incident-head">
              <Go to={queueView} className="button quiet" label="Back to the queue">
                ‹
              </Go>
              <Score score={incident.score} large />
              <div className="incident-title">
                <h1>
                  <Quote text={incident.title} />
                </h1>
                <span className="under">
                  {incident.id} · since {date(Date.parse(incident.firstAt), now)} ({duration(now - Date.parse(incident.firstAt))})
                  · changed <When at={incident.changedAt} /> ·{' '}
                  {incident.owner === null ? 'no owner' : <Quote text={incident.owner} most={40} />}
                </span>
              </div>
              <nav aria-label="Views of this incident" className="tabs">
                {tab('overview', 'Overview')}
                {tab('findings', `Findings ${count(findings.length)}`)}
                {tab('similar', 'Similar')}
                {tab('notes', `Notes ${count(incident.notes.length)}`)}
                {tab('history', 'History')}
              </nav>
              <span className="acts">
                {incident.browserLink !== null && (
                  <a className="button" href={incident.browserLink} target="_blank" rel="noreferrer" title={passwordHint}>
                    Open in Neo4j
                  </a>
                )}
                <button type="button" disabled={isAway} onClick={assignToMe}>
                  {incident.owner !== null && incident.owner === viewer?.name ? 'Give back' : 'Take'} <Key>a</Key>
                </button>
                {incident.status === 'closed' ? (
                  <button
                    type="button"
                    disabled={isAway}
                    onClick={() => void change(reopen, { id: incident.id }).then(setRefusal)}
                  >
                    Open again
                  </button>
                ) : (
                  <button type="button" disabled={isAway} onClick={() => setClosing(true)}>
                    Close… <Key>c</Key>
                  </button>
                )}
              </span>
            </header>
            {view.id !== incident.id && (
              <p className="notice" role="status">
                <Quote text={view.id} /> was merged into {incident.id}, which is shown here.{' '}
                <Go to={{ ...view, id: incident.id }}>Go to its own address</Go>
              </p>
            )}
            {isStale && (
              <p className="notice" role="status">
                {[
                  ...(changes.news.length > 0 ? [plural(changes.news.length, 'new finding')] : []),
                  ...(changes.gone.length > 0 ? [`${plural(changes.gone.length, 'finding')} no longer here`] : []),
                ].join(', ')}{' '}
                since you opened this.{' '}
                <button type="button" className="news" onClick={show}>
                  Show <Key>.</Key>
                </button>
              </p>
            )}
            {incident.status === 'closed' && (
              <p className="notice">
                Closed{incident.verdict === null ? '' : `: ${verdicts[incident.verdict].toLowerCase()}`}
                {incident.verdictBy !== null && incident.verdictAt !== null && (
                  <>
                    , by <Quote text={incident.verdictBy} most={40} /> <When at={incident.verdictAt} />
                  </>
                )}
                .
              </p>
            )}
            {refusal !== undefined && (
              <p className="notice bad" role="alert">
                {refusal}
              </p>
            )}
            {outcome !== undefined && (
              <OutcomeBar outcome={outcome} here={incident.id} known={known} calm={calm} dismiss={() => setOutcome(undefined)} />
            )}
            {view.tab === 'findings' && (
              <Findings incident={incident} findings={findings} people={people} calm={calm} now={now} />
            )}
            {view.tab === 'similar' && <Similar id={incident.id} known={known} people={people} calm={calm} now={now} />}
            {view.tab === 'history' && (
              <History view={view} incident={incident} known={known} people={people} calm={calm} now={now} />
            )}
            {view.tab === 'notes' && <Notes incident={incident} again={again} />}
            {view.tab === 'overview' && (
              <div className="overview">
                <div className="column card story-column">
                  <Story incident={incident} known={known} people={people} calm={calm} now={now} />
                  <CouldBe hypotheses={incident.narrative.hypotheses} />
                  <NotKnown unknowns={incident.narrative.unknowns} checks={incident.narrative.checks} people={people} />
                </div>
                <Connects
                  id={incident.id}
                  findings={findings}
                  links={incident.links}
                  people={people}
                  calm={calm}
                  now={now}
                  isTable={view.graph === 'table'}
                  flip={flip}
                />
                <div className="column card reasons-column">
                  <Reasons incident={incident} known={known} calm={calm} most={isShort ? 4 : 8} />
                  <Plan
                    actions={incident.actions}
                    viewer={viewer}
                    people={people}
                    held={isAway ? 'Needs a connection.' : isStale ? 'Newer findings wait above: see them first.' : undefined}
                    heading={planHeading}
                    again={again}
                  />
                </div>
                <Timeline incident={incident} findings={findings} calm={calm} now={now} isShort={isShort} />
              </div>
            )}
            {isClosing && <CloseDialog id={incident.id} close={() => setClosing(false)} change={change} />}
          </main>
        </FactsProvider>
      </HandsProvider>
    </LitProvider>
  );
}

const verdicts: Readonly<Record<Verdict, string>> = {
  truePositive: 'Attack',
  benignPositive: 'Real but harmless',
  falsePositive: 'False alarm',
  undetermined: 'Cannot tell',
};

interface CloseProps {
  readonly id: string;
  readonly close: () => void;
  readonly change: (document: string, variables: Record<string, unknown>) => Promise<string | undefined>;
}

function CloseDialog({ id, close, change }: CloseProps) {
  // None to begin with: what people say here is learned from.
  const [verdict, setVerdict] = useState<Verdict>();
  const act = async (reason: string) => {
    const refusal = await change(closing, { id, verdict, reason: reason === '' ? null : reason });
    if (refusal === undefined) go(queueView);
    return refusal;
  };
  return (
    <AskReason
      title={`Close ${id}?`}
      verb="Close it"
      label="Note (optional)"
      isRequired={false}
      isReady={verdict !== undefined}
      close={close}
      act={act}
    >
      <fieldset className="verdicts">
        <legend>What was it?</legend>
        {Object.entries(verdicts).map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="verdict"
              value={value}
              checked={verdict === value}
              autoFocus={value === 'truePositive'}
              onChange={() => setVerdict(value as Verdict)}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
    </AskReason>
  );
}
