// What is proposed: each step with what it costs and whether it can be undone; the decision last, and never in focus.

import { useRef, useState, type RefObject } from 'react';
import { ask, AskError } from '../api/client.ts';
import { approve, deny, revert } from '../api/documents.ts';
import type { Action, Done, Viewer } from '../api/types.ts';
import { duration, moment, plural } from '../lib/format.ts';
import { ended, mayDecide, undo } from '../lib/plan.ts';
import { AskReason } from '../parts/dialog.tsx';
import { Prose } from '../parts/prose.tsx';
import { Key, useNow } from '../parts/ui.tsx';

interface Props {
  readonly actions: readonly Action[];
  readonly viewer: Viewer | undefined;
  readonly people: readonly string[];
  /** Why nothing can be decided just now. */
  readonly held: string | undefined;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** After a decision. */
  readonly again: () => void;
}

type Asking = { readonly what: 'approve' | 'deny' | 'revert'; readonly actions: readonly Action[] };

export function Plan({ actions, viewer, people, held, heading, again }: Props) {
  const now = useNow();
  const [asking, setAsking] = useState<Asking>();
  const opener = useRef<HTMLElement>(null);
  const ordered = [...actions].sort((a, b) => a.order - b.order);
  const waiting = ordered.filter(({ status }) => status === 'proposed');
  const may = mayDecide(viewer?.role);
  const soonest = Math.min(...waiting.map(({ expiresAt }) => Date.parse(expiresAt)));

  const open = (next: Asking) => {
    opener.current = document.activeElement as HTMLElement | null;
    setAsking(next);
  };
  const close = () => {
    setAsking(undefined);
    opener.current?.focus();
  };

  if (ordered.length === 0)
    return (
      <section className="decision none" aria-labelledby="plan-title">
        <h2 id="plan-title" ref={heading} tabIndex={-1}>
          Nothing is proposed
        </h2>
        <p>Nothing here meets the policy for acting. It is looked at again with every new finding.</p>
      </section>
    );

  return (
    <section className={waiting.length > 0 ? 'decision' : 'decision none'} aria-labelledby="plan-title">
      <div className="decision-head">
        <h2 id="plan-title" ref={heading} tabIndex={-1}>
          {waiting.length > 0 ? 'Waiting for your decision' : 'The plan'}
        </h2>
        {waiting.length > 0 && <span className="left-over">{duration(Math.max(0, soonest - now))} left</span>}
      </div>
      <div className="decision-scroll" role="region" aria-label="Steps of the plan" tabIndex={0}>
        <ol className="plan">
          {ordered.map((action, index) => (
            <PlanStep
              key={action.id}
              action={action}
              index={index}
              people={people}
              now={now}
              ask={(what) => open({ what, actions: [action] })}
              may={may && held === undefined}
            />
          ))}
        </ol>
      </div>
      {waiting.length > 0 && (
        <div className="buttons">
          {may ? (
            <>
              <button
                type="button"
                className="primary"
                disabled={held !== undefined}
                onClick={() => open({ what: 'approve', actions: waiting })}
              >
                Approve {waiting.length === 1 ? 'this step' : `all ${waiting.length}`}…
              </button>
              <button type="button" disabled={held !== undefined} onClick={() => open({ what: 'deny', actions: waiting })}>
                Deny{waiting.length > 1 ? ` all ${waiting.length}` : ''}…
              </button>
              {held !== undefined ? (
                <span className="under">{held}</span>
              ) : (
                <span className="push">
                  <Key>p</Key>
                </span>
              )}
            </>
          ) : (
            <span className="under">Deciding needs the role RESPONDER; you have {viewer?.role ?? 'none'}.</span>
          )}
        </div>
      )}
      {asking !== undefined && <Ask asking={asking} viewer={viewer} close={close} again={again} />}
    </section>
  );
}

interface StepProps {
  readonly action: Action;
  readonly index: number;
  readonly people: readonly string[];
  readonly now: number;
  readonly may: boolean;
  readonly ask: (what: Asking['what']) => void;
}

function PlanStep({ action, index, people, now, may, ask: askFor }: StepProps) {
  const last = action.history.at(-1);
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={`step ${action.status}`}>
      <span className="ordinal" aria-hidden="true">
        {action.status === 'verified' ? '✓' : index + 1}
      </span>
      <div>
        <div className="step-head">
          <button type="button" className="step-title" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {action.title}
          </button>
          <span className="undo">{action.status === 'proposed' ? undo(action) : ended(action.status)}</span>
        </div>
        <p className="under">
          <Prose text={isOpen ? action.reach : firstSentence(action.reach)} people={people} />
        </p>
        {isOpen && (
          <p className="under">
            <Prose text={action.because} people={people} />
          </p>
        )}
        {action.status !== 'proposed' && last !== undefined && (
          <p className="outcome">
            {ended(action.status)} {moment(Date.parse(last.at), now)}, <Prose text={last.says} people={people} />
          </p>
        )}
        {action.status === 'proposed' && isOpen && may && (
          <div className="buttons">
            <button type="button" onClick={() => askFor('approve')}>
              Approve this one…
            </button>
            <button type="button" onClick={() => askFor('deny')}>
              Deny this one…
            </button>
          </div>
        )}
        {action.status === 'verified' && action.reversible && may && (
          <div className="buttons">
            <button type="button" onClick={() => askFor('revert')}>
              Undo…
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s[A-Z]|$)/s.exec(text)?.[0] ?? text;

const verbs = { approve: 'Approve', deny: 'Deny', revert: 'Undo' } as const;
const documents = { approve, deny, revert } as const;

function Ask({
  asking,
  viewer,
  close,
  again,
}: {
  readonly asking: Asking;
  readonly viewer: Viewer | undefined;
  readonly close: () => void;
  readonly again: () => void;
}) {
  const { what, actions } = asking;
  const verb = verbs[what];
  const act = async (reason: string): Promise<string | undefined> => {
    const refusals: string[] = [];
    for (const { id, title } of actions) {
      try {
        const { done } = await ask<Done>(documents[what], { id, reason: reason === '' ? null : reason });
        refusals.push(...done.userErrors.map(({ message }) => `${title}: ${message}`));
      } catch (error) {
        refusals.push(`${title}: ${error instanceof AskError ? `${error.trouble.says} (${error.trouble.code})` : String(error)}`);
      }
    }
    again();
    return refusals.length === 0 ? undefined : refusals.join(' ');
  };
  return (
    <AskReason
      title={`${verb} ${plural(actions.length, 'step')}?`}
      verb={`${verb} ${actions.length === 1 ? 'it' : `all ${actions.length}`}`}
      isRequired={what === 'deny'}
      close={close}
      act={act}
    >
      <ul className="asked">
        {actions.map((action) => (
          <li key={action.id}>
            {action.title} <span className="under-inline">({undo(action)})</span>
          </li>
        ))}
      </ul>
      <p className="under">
        As {viewer?.name ?? 'nobody'}, role {viewer?.role ?? 'none'}. The decision is kept with its reason.
      </p>
    </AskReason>
  );
}
