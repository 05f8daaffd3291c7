// What an analyst may say of which findings belong together: split off, merge, pin, cut, and take any of it back. Each asks
// why, says beforehand what will happen and that it can be undone, and afterwards where the findings went.

import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ask, useAsked } from '../api/client.ts';
import { connections, cut, glance, merge, pin, similar, split, undo } from '../api/documents.ts';
import type {
  ConnectionsAnswer,
  Constraint,
  Finding,
  GlanceAnswer,
  Incident,
  Named,
  SimilarAnswer,
  Viewer,
} from '../api/types.ts';
import { between, incidentIn, marksOf, mayNotSay } from '../lib/constraints.ts';
import { plural } from '../lib/format.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { plain } from '../lib/quote.ts';
import { AskReason } from '../parts/dialog.tsx';
import { Chip } from '../parts/lit.tsx';
import { Mark, Quote, Score } from '../parts/ui.tsx';
import { Whereabouts } from './whereabouts.tsx';

type Asking =
  | { readonly what: 'split'; readonly findings: readonly string[] }
  | { readonly what: 'merge'; readonly other: string }
  | { readonly what: 'pin' | 'cut'; readonly from: string; readonly to: string }
  | { readonly what: 'undo'; readonly constraint: Constraint };

interface Hands {
  readonly constraints: readonly Constraint[];
  /** Why nothing can be said; undefined where it can. */
  readonly whyNot: string | undefined;
  /** Opens the dialog; the focus comes back to where it was, or to what is named instead. */
  readonly say: (asking: Asking, from?: HTMLElement | null) => void;
}

const HandsContext = createContext<Hands>({ constraints: [], whyNot: 'Nothing can be said here.', say: () => undefined });

export const useHands = (): Hands => useContext(HandsContext);

interface ProviderProps {
  readonly incident: Incident;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly viewer: Viewer | undefined;
  readonly isAway: boolean;
  readonly calm: boolean;
  readonly change: (document: string, variables: Record<string, unknown>) => Promise<string | undefined>;
  /** Something was said, of these findings. */
  readonly said: (outcome: Outcome) => void;
  readonly children: ReactNode;
}

/** What was said, and of which findings: they may go elsewhere by it. */
export interface Outcome {
  readonly says: string;
  readonly findings: readonly string[];
}

export function HandsProvider({ incident, known, viewer, isAway, calm, change, said, children }: ProviderProps) {
  const [asking, setAsking] = useState<Asking>();
  const opener = useRef<HTMLElement>(null);
  const whyNot = isAway ? 'Needs a connection.' : mayNotSay(viewer?.role);
  const { constraints } = incident;
  const value = useMemo(
    () => ({
      constraints,
      whyNot,
      say: (next: Asking, from?: HTMLElement | null) => {
        if (whyNot !== undefined) return;
        opener.current = from ?? (document.activeElement as HTMLElement | null);
        setAsking(next);
      },
    }),
    [constraints, whyNot],
  );
  const isAsking = asking !== undefined;
  // After the dialog, which holds the focus for as long as it is there, and what it does with it when it goes.
  useEffect(() => {
    if (isAsking || opener.current === null) return;
    const frame = requestAnimationFrame(() => opener.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isAsking]);
  const close = () => setAsking(undefined);

  return (
    <HandsContext value={value}>
      {children}
      {asking !== undefined && (
        <Ask asking={asking} incident={incident} known={known} calm={calm} change={change} said={said} close={close} />
      )}
    </HandsContext>
  );
}

interface AskProps extends Pick<ProviderProps, 'incident' | 'known' | 'calm' | 'change' | 'said'> {
  readonly asking: Asking;
  readonly close: () => void;
}

/** The API keeps no longer reason. */
const longestReason = 500;

const reversible = 'You can undo it under History.';

function Ask({ asking, ...props }: AskProps) {
  const { incident, known, calm, change, said, close } = props;
  const act = (document: string, variables: Record<string, unknown>, outcome: Outcome) => async (reason: string) => {
    const refusal = await change(document, { ...variables, reason });
    if (refusal === undefined) said(outcome);
    return refusal;
  };
  const common = { isRequired: true, most: longestReason, close };
  const named = (ids: readonly string[]) => <TheseFindings ids={ids} known={known} calm={calm} />;
  const number = (id: string): string => known.get(id)?.number ?? 'another';

  switch (asking.what) {
    case 'split': {
      const { findings } = asking;
      const rest = incident.findings.map(({ id }) => id).filter((id) => !findings.includes(id));
      const others = rest.length;
      return (
        <AskReason
          {...common}
          title={`Split off ${plural(findings.length, 'finding')}?`}
          verb={`Split off ${plural(findings.length, 'finding')}`}
          isReady={others > 0}
          act={act(
            split,
            { id: incident.id, findings },
            {
              says: `Split off ${plural(findings.length, 'finding')}.`,
              // The id may stay with either side: where both are is said.
              findings: [...findings.slice(0, mostOfSide), ...rest.slice(0, mostOfSide)],
            },
          )}
        >
          {named(findings)}
          {others > 0 ? (
            <p>
              {findings.length === 1 ? 'It goes' : 'They go'} into another incident than{' '}
              {others === 1 ? 'the one that is left' : `the ${others} that are left`}; one of the two keeps this id, and it is
              said here which. What comes later joins either by its own links. {reversible}
            </p>
          ) : (
            <p>These are all the findings there are: nothing would be left here. Leave out some.</p>
          )}
        </AskReason>
      );
    }
    case 'merge':
      return <Merge {...props} other={asking.other} />;
    case 'pin':
      return (
        <AskReason
          {...common}
          title={`Pin ${number(asking.from)} and ${number(asking.to)} together?`}
          verb="Pin them together"
          act={act(pin, { from: asking.from, to: asking.to }, { says: 'Pinned together.', findings: [asking.from, asking.to] })}
        >
          {named([asking.from, asking.to])}
          <p>Both stay in one incident, whatever else is found. {reversible}</p>
        </AskReason>
      );
    case 'cut':
      return (
        <AskReason
          {...common}
          title={`Cut ${number(asking.from)} from ${number(asking.to)}?`}
          verb="Cut them apart"
          act={act(cut, { from: asking.from, to: asking.to }, { says: 'Cut apart.', findings: [asking.from, asking.to] })}
        >
          {named([asking.from, asking.to])}
          <p>
            They will not be in one incident. Which of the others go with which is worked out from the links that are left.{' '}
            {reversible}
          </p>
        </AskReason>
      );
    case 'undo': {
      const { constraint } = asking;
      return (
        <AskReason
          {...common}
          title={constraint.kind === 'pin' ? 'No longer hold these together?' : 'No longer keep these apart?'}
          verb="Undo it"
          act={act(undo, { id: constraint.id }, { says: 'Undone.', findings: [...constraint.from, ...constraint.to] })}
        >
          <p>
            <Quote text={constraint.by} most={40} /> said: “<Quote text={constraint.reason} most={500} />”
          </p>
          <p>
            From then on the links alone say what belongs together. What was said stays visible as undone, and can be said again.
          </p>
        </AskReason>
      );
    }
  }
}

function Merge({ other, incident, change, said, close }: Omit<AskProps, 'asking'> & { readonly other: string }) {
  const [typed, setTyped] = useState(other);
  const id = incidentIn(typed);
  const found = useGlance(id);
  const { data: near } = useAsked<ConnectionsAnswer>(connections, { id: incident.id }, { isStill: true });
  const { data: alike } = useAsked<SimilarAnswer>(similar, { id: incident.id }, { isStill: true });
  const offered = uniqueBy([
    ...(near?.incident?.related ?? []).map(({ incident: one }) => ({ ...one, why: 'related' })),
    ...(alike?.similarIncidents ?? []).map(({ incident: one }) => ({ ...one, why: 'similar' })),
  ]).filter((one) => one.id !== incident.id);
  const isItself = found !== undefined && found !== null && found.id === incident.id;

  const act = async (reason: string) => {
    if (found == null) return 'There is no such incident.';
    const refusal = await change(merge, { ids: [incident.id, found.id], reason });
    if (refusal === undefined)
      said({
        says: `Merged with ${found.id}.`,
        findings: [incident.findings[0]?.id, found.findings[0]?.id].filter((one) => one !== undefined),
      });
    return refusal;
  };
  return (
    <AskReason
      title={`Merge ${incident.id} with another?`}
      verb="Merge them"
      isRequired
      isReady={found != null && !isItself}
      most={longestReason}
      close={close}
      act={act}
    >
      <label className="field">
        Id or address of the other incident
        <input autoFocus value={typed} maxLength={300} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <div className="offered" role="status">
        {id !== '' && found === null && <p>There is no such incident.</p>}
        {isItself && <p>That is this incident.</p>}
        {found != null && !isItself && (
          <p>
            <Score score={found.score} /> <Quote text={found.title} most={80} />{' '}
            <span className="under-inline">{plural(found.findings.length, 'finding')}</span>
          </p>
        )}
      </div>
      {offered.length > 0 && (
        <ul className="offered" aria-label="Related and similar incidents">
          {offered.map(({ id: one, title, why }) => (
            <li key={one}>
              <button
                type="button"
                className="as-link"
                aria-pressed={id === one}
                aria-label={`${one}: ${plain(title, 60)}, ${why}`}
                onClick={() => setTyped(one)}
              >
                <Quote text={title} most={60} />
              </button>{' '}
              <span className="under-inline">{why}</span>
            </li>
          ))}
        </ul>
      )}
      <p>They become one, and what people wrote on either stays with it. {reversible}</p>
    </AskReason>
  );
}

const uniqueBy = <T extends Named>(all: readonly T[]): T[] =>
  [...new Map([...all].reverse().map((one) => [one.id, one])).values()].reverse();

/** The incident of an id that is still being typed: undefined while it is not known, null where there is none. */
function useGlance(id: string): GlanceAnswer['incident'] | undefined {
  const [answer, setAnswer] = useState<{ readonly id: string; readonly found: GlanceAnswer['incident'] }>();
  useEffect(() => {
    if (id === '') return;
    let isOver = false;
    const timer = setTimeout(() => {
      ask<GlanceAnswer>(glance, { id }).then(
        ({ incident }) => isOver || setAnswer({ id, found: incident }),
        () => undefined,
      );
    }, 250);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id]);
  return answer?.id === id ? answer.found : undefined;
}

const mostNamed = 6;

/** Of each side of a split, so many are looked for afterwards. */
const mostOfSide = 10;

/** Which findings are meant, by number and title. */
function TheseFindings({ ids, known, calm }: { readonly ids: readonly string[] } & Pick<AskProps, 'known' | 'calm'>) {
  const them = ids.flatMap((id) => known.get(id) ?? []);
  return (
    <ul className="asked">
      {them.slice(0, mostNamed).map(({ id, number, title, says }) => (
        <li key={id}>
          <Chip number={number} says={says} calm={calm} /> <Quote text={title} most={80} />
        </li>
      ))}
      {ids.length > mostNamed && <li className="under">and {plural(ids.length - mostNamed, 'more', 'more')}</li>}
    </ul>
  );
}

interface LinkProps {
  readonly from: string;
  readonly to: string;
  /** Both by their numbers. */
  readonly said: string;
  /** Where these stand in a popover: closes it, and tells what it was opened from. */
  readonly leave?: (() => HTMLElement | null) | undefined;
}

/** What can be said of two findings: or what was said, and that it can be taken back. */
export function LinkActs({ from, to, said, leave }: LinkProps) {
  const { constraints, whyNot, say } = useHands();
  const standing = between(constraints, from, to);
  const isOff = whyNot !== undefined;
  if (standing !== undefined)
    return (
      <span className="link-acts">
        <Mark kind={standing.kind} />{' '}
        <button
          type="button"
          className="as-link"
          disabled={isOff}
          title={whyNot}
          onClick={() => say({ what: 'undo', constraint: standing }, leave?.())}
        >
          Undo…<span className="aside"> what was said of {said}</span>
        </button>
      </span>
    );
  return (
    <span className="link-acts">
      <button
        type="button"
        className="as-link"
        disabled={isOff}
        title={whyNot}
        onClick={() => say({ what: 'pin', from, to }, leave?.())}
      >
        Pin…<span className="aside"> {said}</span>
      </button>
      <button
        type="button"
        className="as-link"
        disabled={isOff}
        title={whyNot}
        onClick={() => say({ what: 'cut', from, to }, leave?.())}
      >
        Cut…<span className="aside"> {said}</span>
      </button>
    </span>
  );
}

/** Beside the number of a finding that people said something of. */
export function FindingMarks({ id }: { readonly id: string }) {
  const { constraints } = useHands();
  return marksOf(constraints, id).map((kind) => <Mark key={kind} kind={kind} />);
}

/** What was just said, and where the findings are by now. */
export function OutcomeBar({
  outcome,
  here,
  known,
  calm,
  dismiss,
}: {
  readonly outcome: Outcome;
  readonly here: string;
  readonly known: ReadonlyMap<string, WithNumber<Finding>>;
  readonly calm: boolean;
  readonly dismiss: () => void;
}) {
  return (
    <div className="notice outcome-bar" role="status">
      <span>
        <b>{outcome.says}</b> Incidents follow once all findings have been gone through again, in a minute or so.
      </span>
      <Whereabouts findings={outcome.findings} here={here} known={known} calm={calm} />
      <button type="button" className="quiet push" onClick={dismiss}>
        Hide
      </button>
    </div>
  );
}
