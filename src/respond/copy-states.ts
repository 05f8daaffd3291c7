// Where each copy of a message is and why, as far as the actions on the message and on its campaign tell.
//
// An action keeps the copies it was done to, so it tells of those alone: what joined a campaign later is held by the same
// action once that has taken it in. The last word on a copy is the last action that was checked, or undone.

import type { Action, ActionStep } from '../model/action.ts';
import type { Copy } from '../model/copy.ts';
import type { Instant } from '../model/time.ts';
import type { MailSnapshot } from './mail-action.ts';

export const copyStates = ['delivered', 'junked', 'held', 'released', 'quarantined', 'rejected', 'pending', 'unknown'] as const;
export type CopyStateName = (typeof copyStates)[number];

export interface PlacedCopy {
  readonly message: string;
  readonly recipient: string;
  readonly state: CopyStateName;
  /** Since when. */
  readonly at: Instant;
  readonly by?: string;
  /** Id of the action that made it so. */
  readonly action?: string;
  /** Titles of what else was done to it and stands. */
  readonly also: readonly string[];
  /** Id of the action that, undone, gives it back. */
  readonly undo?: string;
}

/** Actions that move a copy, and where to. */
const MOVES: Readonly<Record<string, CopyStateName>> = { 'hold-mail': 'held', 'junk-mail': 'junked', 'release-mail': 'released' };

/** `delivery`: how a copy came, in the words of the event. In the order given. */
export function placed(
  copies: readonly Copy[],
  delivery: (copy: Copy) => string | undefined,
  actions: readonly Action[],
): readonly PlacedCopy[] {
  const deeds = actions.flatMap(deedOf).sort((a, b) => a.at - b.at || (a.action.id < b.action.id ? -1 : 1));
  return copies.map((copy) => deeds.filter(({ covers }) => covers(copy)).reduce(moved, asItCame(copy, delivery(copy))));
}

/** How many of them are where, the most first. */
export function tally(copies: readonly PlacedCopy[]): readonly { readonly state: CopyStateName; readonly count: number }[] {
  const counts = new Map<CopyStateName, number>();
  for (const { state } of copies) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts]
    .map(([state, count]) => ({ state, count }))
    .sort((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1));
}

interface Deed {
  readonly action: Action;
  readonly status: 'verified' | 'reverted';
  readonly at: Instant;
  readonly by: string;
  readonly covers: (copy: Copy) => boolean;
}

/** What is no longer so, or is not so yet, moved nothing. */
function deedOf(action: Action): Deed[] {
  const { status } = action;
  if (status !== 'verified' && status !== 'reverted') return [];
  const step = action.history.findLast((one) => one.status === status);
  return step === undefined ? [] : [{ action, status, at: step.at, by: whoDid(action, step), covers: coverage(action) }];
}

/** The machine carries out what somebody decided. */
const whoDid = ({ decidedBy }: Action, { by }: ActionStep): string => (by === 'skein' ? (decidedBy ?? by) : by);

function moved(copy: PlacedCopy, { action, status, at, by }: Deed): PlacedCopy {
  const to = MOVES[action.action];
  if (to === undefined) return status === 'verified' ? { ...copy, also: [...copy.also, action.title] } : copy;
  const { message, recipient, also } = copy;
  const state = status === 'reverted' ? backFrom(to) : to;
  const undo = status === 'verified' && action.reversible ? { undo: action.id } : {};
  return { message, recipient, also, state, at, by, action: action.id, ...undo };
}

/** What was given to people wrongly is taken from them again. */
const backFrom = (state: CopyStateName): CopyStateName => (state === 'released' ? 'held' : 'released');

const CAME: Readonly<Record<string, CopyStateName>> = {
  ...{ delivered: 'delivered', expanded: 'delivered', junked: 'junked', quarantined: 'quarantined' },
  ...{ rejected: 'rejected', pending: 'pending' },
};

const asItCame = ({ message, recipient, at }: Copy, delivery = ''): PlacedCopy => ({
  ...{ message, recipient, at, state: CAME[delivery] ?? 'unknown', also: [] },
});

/** Which copies an action kept before it changed them; all that it is on where it kept none. */
function coverage({ snapshot }: Action): (copy: Copy) => boolean {
  const groups = keptIn(snapshot);
  if (groups === undefined) return () => true;
  const keys = new Set(groups.flatMap(({ message, recipients }) => recipients.map((recipient) => `${message}\n${recipient}`)));
  return ({ message, recipient }) => keys.has(`${message}\n${recipient}`);
}

function keptIn(snapshot: string | undefined): MailSnapshot['copies'] | undefined {
  if (snapshot === undefined) return undefined;
  const kept = JSON.parse(snapshot) as Partial<MailSnapshot> | null;
  return kept?.copies;
}
