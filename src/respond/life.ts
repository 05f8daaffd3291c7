// The life of an action, as pure functions: who may decide what when, what comes next, what can no longer happen.
//
//   proposed ──► approved ──► dryRun ──► executing ──► verified ──► reverted
//      ├──► denied                │           └──► failed ──► reverted
//      └──► expired               └──► failed
//
// A refusal is a value: people click twice, jobs run twice, and both deserve a reason.

import { known } from '../ingest/known.ts';
import type { Action, ActionStatus, ResponseMode } from '../model/action.ts';
import { days, hours } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import type { ActionSpec } from './action.ts';

/** A proposal nobody answered lapses after this many days, as peers do it. */
export const UNANSWERED_DAYS = 7;

export const successors: Readonly<Record<ActionStatus, readonly ActionStatus[]>> = {
  proposed: ['approved', 'denied', 'expired'],
  approved: ['dryRun', 'failed'],
  denied: [],
  expired: [],
  dryRun: ['executing', 'failed'],
  executing: ['verified', 'failed'],
  verified: ['reverted'],
  failed: ['reverted'],
  reverted: [],
};

export type RefusalCode =
  | 'illegalTransition'
  | 'alreadyDecided'
  | 'alreadyApprovedByYou'
  | 'approverIsRequester'
  | 'noReason'
  | 'unanswered'
  | 'notYet'
  | 'onlyObserved'
  | 'killSwitch'
  | 'noInverse'
  | 'nothingToUndo';

export interface Refusal {
  readonly kind: 'refusal';
  readonly code: RefusalCode;
  readonly says: string;
}

export const isRefusal = (it: Action | Refusal): it is Refusal => 'kind' in it;

const refuse = (code: RefusalCode, says: string): Refusal => ({ kind: 'refusal', code, says });

/** The next status with its entry in the history, or why not. */
export function advance(
  action: Action,
  to: ActionStatus,
  by: string,
  says: string,
  now: Instant,
  changed: Partial<Pick<Action, 'snapshot' | 'expiresAt' | 'decidedBy'>> = {},
): Action | Refusal {
  if (!successors[action.status].includes(to))
    return refuse('illegalTransition', `an action that is ${wordFor(action.status)} cannot become ${wordFor(to)}`);
  return { ...action, ...changed, status: to, history: [...action.history, { at: now, status: to, by, says }] };
}

const words: Readonly<Partial<Record<ActionStatus, string>>> = { dryRun: 'rehearsed' };
const wordFor = (status: ActionStatus): string => words[status] ?? status;

export interface Decision {
  readonly verdict: 'approve' | 'deny';
  /** Required to deny. */
  readonly reason?: string;
}

/** Distinct people who have approved so far. */
export const approvers = (action: Action): readonly string[] => [
  ...new Set(action.history.filter((step) => step.status === 'approved').map((step) => step.by)),
];

/**
 * A person's decision, or the policy's. Where two people are needed the first approval is recorded and the action stays
 * proposed. Whoever asked for it may not approve it, where `requester` is given.
 */
export function decide(
  action: Action,
  decision: Decision,
  by: string,
  now: Instant,
  rules: { readonly needs?: 1 | 2; readonly requester?: string } = {},
): Action | Refusal {
  if (action.status !== 'proposed') return refuse('alreadyDecided', `it is already ${wordFor(action.status)}${decider(action)}`);
  if (now >= action.expiresAt) return refuse('unanswered', 'nobody answered in time; propose it again if it is still wanted');

  const reason = decision.reason?.trim() ?? '';
  if (decision.verdict === 'deny') {
    if (reason === '') return refuse('noReason', 'say why it is denied');
    return advance(action, 'denied', by, reason, now, { decidedBy: by });
  }

  if (rules.requester === by)
    return refuse('approverIsRequester', 'somebody other than the one who asked for it must approve it');
  const before = approvers(action);
  if (before.includes(by)) return refuse('alreadyApprovedByYou', 'you have approved it already; a second person is needed');

  const says = reason === '' ? 'approved' : reason;
  if (before.length + 1 < (rules.needs ?? 1))
    return {
      ...action,
      history: [...action.history, { at: now, status: 'approved', by, says: `${says}; one more person is needed` }],
    };
  return advance(action, 'approved', by, says, now, { decidedBy: [...before, by].join(', ') });
}

/**
 * Who may approve an action: where two people must, neither is the one who asked for it. One who may decide alone may also
 * decide on what they asked for.
 */
export const rulesOf = (action: Action, { needs }: Pick<ActionSpec, 'needs'>): { needs: 1 | 2; requester?: string } =>
  needs === 2 ? { needs, requester: requester(action) } : { needs };

/** A person, or skein. */
export const requester = ({ history }: Action): string => history[0]?.by ?? 'skein';

const decider = (action: Action): string => (action.decidedBy === undefined ? '' : ` by ${action.decidedBy}`);

/** A proposal nobody answered in time. */
export function expire(action: Action, now: Instant): Action | Refusal {
  if (action.status === 'proposed' && now < action.expiresAt) return refuse('notYet', 'there is still time to answer');
  return advance(action, 'expired', 'skein', `nobody answered within ${UNANSWERED_DAYS} days`, now);
}

/** The rehearsal: the target was read and its state kept; nothing was changed. */
export const rehearsed = (action: Action, snapshot: string, now: Instant): Action | Refusal =>
  advance(action, 'dryRun', 'skein', 'the target exists and its state is kept', now, { snapshot });

export function execute(action: Action, now: Instant, killSwitch: boolean): Action | Refusal {
  if (action.mode === 'observe') return refuse('onlyObserved', 'it was rehearsed only: the operator allows watching only');
  if (killSwitch && isAlone(action)) return refuse('killSwitch', 'the kill switch is on: nothing is done alone until it is off');
  return advance(action, 'executing', 'skein', 'sent to the tenant', now);
}

/** Whom the policy's own approvals are signed by. */
export const POLICY = 'policy';
export const isAlone = (action: Action): boolean => approvers(action).every((by) => by.startsWith(POLICY));

/** It was read back and holds. From now on `expiresAt` is when it is undone by itself, if ever. */
export const verified = (action: Action, says: string, now: Instant, spec: Pick<ActionSpec, 'expiryDays'>): Action | Refusal =>
  advance(action, 'verified', 'skein', says, now, {
    expiresAt: spec.expiryDays === undefined ? NEVER : now + days(spec.expiryDays),
  });

export const failed = (action: Action, says: string, now: Instant): Action | Refusal =>
  advance(action, 'failed', 'skein', says, now);

/** Far enough for any calendar, near enough for RFC 3339: the end of the year 9999. */
export const NEVER: Instant = 253_402_300_799_999;

/** May it be undone? The job then does it and says `reverted`. */
export function mayRevert(action: Action, spec: Pick<ActionSpec, 'reversible' | 'noInverse'>): Refusal | undefined {
  if (action.status !== 'verified' && action.status !== 'failed')
    return refuse('nothingToUndo', `nothing was done that could be undone: the action is ${wordFor(action.status)}`);
  if (!spec.reversible) return refuse('noInverse', spec.noInverse ?? 'there is no way to undo it');
  if (action.snapshot === undefined)
    return refuse('nothingToUndo', 'the state before was not kept, so there is nothing to restore');
  return undefined;
}

/** Somebody wants it undone: kept before anything is, so that it goes on wherever it is cut off. */
export const reverting = (
  action: Action,
  by: string,
  reason: string,
  now: Instant,
  spec: Pick<ActionSpec, 'reversible' | 'noInverse'>,
): Action | Refusal => mayRevert(action, spec) ?? { ...action, reverting: { by, at: now, reason } };

/** The tenant will not undo it: it stands as it is. */
export const notReverted = (action: Action): Action => known({ ...action, reverting: undefined });

/** So long an action may be under way in the tenant before it counts as failed. */
export const SETTLES_WITHIN = hours(1);

/** Whether what was sent may still take effect. */
export const maySettle = ({ reverting: wanted, following: later, history }: Action, now: Instant): boolean =>
  now - ((wanted ?? later ?? history.at(-1))?.at ?? now) < SETTLES_WITHIN;

/**
 * Whether what it did is done as well to what comes later: while it stands, and while whoever let it be done may let it
 * still.
 */
export const mayFollow = (action: Action, mode: ResponseMode, killSwitch: boolean): boolean =>
  action.status === 'verified' && mode !== 'observe' && (!isAlone(action) || (mode === 'autonomous' && !killSwitch));

/** Begins with what came later: from now on a revert restores that too. */
export const following = (action: Action, snapshot: string, added: string, now: Instant): Action => ({
  ...action,
  ...{ snapshot, following: { at: now, snapshot: added } },
});

/** What came later is done; `copies` of it. */
export const followed = (action: Action, copies: number, now: Instant): Action =>
  known({ ...action, following: undefined, followed: { at: now, copies: (action.followed?.copies ?? 0) + copies } });

export function reverted(
  action: Action,
  by: string,
  says: string,
  now: Instant,
  spec: Pick<ActionSpec, 'reversible' | 'noInverse'>,
): Action | Refusal {
  return (
    mayRevert(action, spec) ??
    advance(known({ ...action, reverting: undefined, following: undefined }), 'reverted', by, says, now)
  );
}

/** What a job has to do about an action now. */
export type Due = 'expire' | 'rehearse' | 'execute' | 'resume' | 'revert' | 'nothing';

export function due(action: Action, now: Instant, spec: Pick<ActionSpec, 'reversible' | 'expiryDays'>, killSwitch: boolean): Due {
  switch (action.status) {
    case 'proposed':
      return now >= action.expiresAt ? 'expire' : 'nothing';
    case 'approved':
      return 'rehearse';
    case 'dryRun':
      return action.mode === 'observe' || (killSwitch && isAlone(action)) ? 'nothing' : 'execute';
    case 'executing':
      // Killed between sending and reading back: carry it out again, which is safe, then read it back.
      return killSwitch && isAlone(action) ? 'nothing' : 'resume';
    case 'verified':
      if (action.reverting !== undefined) return 'revert';
      return spec.reversible && spec.expiryDays !== undefined && now >= action.expiresAt ? 'revert' : 'nothing';
    case 'failed':
      return action.reverting === undefined ? 'nothing' : 'revert';
    case 'denied':
    case 'expired':
    case 'reverted':
      return 'nothing';
  }
}
