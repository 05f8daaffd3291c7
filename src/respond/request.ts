// What a person asks for: an action on something in an incident, with the same life as one the machine proposes.
//
// Asked again it is the same request: under the same name for ever, in the same words while it is open.

import { digestOf } from '../ingest/digest.ts';
import type { Action, ActionStatus } from '../model/action.ts';
import type { EntityRef } from '../model/finding.ts';
import { days } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import type { ActionSpec } from './action.ts';
import type { Extent } from './copies.ts';
import { requester, UNANSWERED_DAYS } from './life.ts';
import { judge } from './policy.ts';
import type { Policy } from './policy.ts';
import { actionId } from './propose.ts';

export interface Request {
  readonly spec: ActionSpec;
  readonly incident: string;
  readonly target: EntityRef;
  /** Names of the target beside its key; the first is shown. */
  readonly names: readonly string[];
  /** How many copies there are, where it is done to mail. */
  readonly extent?: Extent;
  readonly by: string;
  readonly reason: string;
  /** What the person calls the request, so that it can be sent twice. */
  readonly name?: string;
}

export interface RequestRefusal {
  readonly code: 'breakGlass' | 'alreadyOpen';
  readonly says: string;
}

const open: readonly ActionStatus[] = ['proposed', 'approved', 'dryRun', 'executing'];

/** The action as it is to be kept, or as it was kept when it was asked for before. `others` answer the same incident. */
export function request(
  asked: Request,
  others: readonly Action[],
  policy: Policy,
  now: Instant,
): Action | { readonly refusal: RequestRefusal } {
  const { spec, target, names, by, reason } = asked;
  const verdict = judge({ spec, target, names, met: { met: false }, probability: 0, policy });
  if (verdict.mode === 'never') return { refusal: { code: 'breakGlass', says: verdict.because } };

  const name = nameOf(asked);
  const same = others.filter((it) => it.action === spec.id && it.target.label === target.label && it.target.key === target.key);
  const named = name === undefined ? undefined : same.find((it) => it.request === name);
  if (named !== undefined) return named;
  const standing = same.find(({ status }) => open.includes(status));
  if (standing !== undefined) {
    if (requester(standing) === by && standing.history[0]?.says === reason) return standing;
    const says = `it is ${standing.status} already, asked for by ${requester(standing)}: action ${standing.id}`;
    return { refusal: { code: 'alreadyOpen', says } };
  }
  return {
    ...proposed(asked, same.length, now),
    ...(name !== undefined && { request: name }),
    mode: verdict.mode === 'observe' ? 'observe' : 'confirm',
  };
}

/** The same word of two people, or about two things, names two requests. */
const nameOf = ({ name, by, reason, spec, target }: Request): string | undefined =>
  name === undefined ? undefined : digestOf(JSON.stringify([by, name, reason, spec.id, target.label, target.key]), 24);

function proposed({ spec, incident, target, names, extent, by, reason }: Request, before: number, now: Instant): Action {
  const preview = spec.preview(names[0] ?? target.key, extent);
  const first = actionId(incident, spec.id, target);
  return {
    // The first has the id that the machine would give it, and so keeps it from proposing the same.
    id: before === 0 ? first : digestOf(JSON.stringify([first, before]), 24),
    action: spec.id,
    title: spec.title,
    incident,
    target,
    mode: 'confirm',
    status: 'proposed',
    because: `Asked for by ${by}: ${reason} If right: ${preview.ifRight} If wrong: ${preview.ifWrong}`,
    reach: `${preview.changes} ${spec.delay} ${preview.undo}.`,
    reversible: spec.reversible,
    order: spec.order,
    proposedAt: now,
    expiresAt: now + days(UNANSWERED_DAYS),
    history: [{ at: now, status: 'proposed', by, says: reason }],
  };
}
