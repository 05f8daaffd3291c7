// What is looked at to say whether one end would hear from another: one table, a row a number, with the reason it gives.
//
// Numbers are logarithms of counts and shares where the tenth tells less than the first. A row's sign says which way
// it may speak; a fit cannot turn it round.

import type { Day } from '../../model/time.ts';
import type { Lookalike } from './lookalike.ts';
import type { Sign } from './logistic.ts';
import type { Tie } from './ties.ts';
import type { Walks } from './walks.ts';

/** What rows have in common; a reason is said once, with the sum of its rows. */
export type ReasonId = 'history' | 'reply' | 'activity' | 'shared' | 'steps' | 'groups' | 'domain' | 'lookalike' | 'firstContact';

/** How often an end hears from somebody new. */
export interface Newcomers {
  /** Others first heard from in the 30 days before. */
  readonly fresh: number;
  /** All it heard in the days that still weigh. */
  readonly heard: number;
}

/** The domain of a sender from outside. */
export interface FromOutside {
  readonly domain: string;
  /** Days it has been known here, none for a new one. */
  readonly age?: Day;
  readonly tie: Tie;
  readonly walks: Walks;
  readonly lookalike?: Lookalike;
}

/** All that is known of one pair as of a moment. */
export interface Seen {
  readonly own: Tie;
  readonly reply: Tie;
  readonly walks: Walks;
  /** Nobody here has ever heard from the asker. */
  readonly isStranger: boolean;
  /** How many are asked for at once. */
  readonly breadth: number;
  readonly newcomers: Newcomers;
  readonly outside?: FromOutside;
}

export interface Feature {
  readonly id: string;
  readonly reason: ReasonId;
  readonly sign: Sign;
  /** It is there from ties alone, without times or domains: what a tenant's own ties can fit. */
  readonly structural: boolean;
  of(seen: Seen): number;
}

const log = Math.log;
const row = (reason: ReasonId, sign: Sign, id: string, of: Feature['of']): Feature => ({
  id,
  reason,
  sign,
  of,
  structural: false,
});
const tied = (reason: ReasonId, sign: Sign, id: string, of: (walks: Walks) => number): Feature => ({
  ...{ id, reason, sign, structural: true },
  of: ({ walks }) => of(walks),
});
const share = ({ having, of }: { having: number; of: number }): number => log((having + 0.1) / (of + 3));

export const features: readonly Feature[] = [
  tied('activity', 'any', 'reaches', ({ reaches }) => Math.log1p(reaches)),
  tied('activity', 'any', 'heard', ({ heard }) => Math.log1p(heard)),
  tied('activity', 'any', 'otherReaches', ({ otherReaches }) => Math.log1p(otherReaches)),
  tied('activity', 'any', 'otherHeard', ({ otherHeard }) => Math.log1p(otherHeard)),
  tied('reply', 'positive', 'answers', ({ answers }) => (answers ? 1 : 0)),
  tied('shared', 'positive', 'allocation', ({ allocation }) => log(allocation + 0.01)),
  tied('shared', 'positive', 'cosine', ({ cosine }) => log(cosine + 0.01)),
  tied('shared', 'positive', 'writesAlike', ({ writesAlike }) => log(writesAlike + 0.01)),
  tied('shared', 'positive', 'hearsAlike', ({ hearsAlike }) => log(hearsAlike + 0.01)),
  tied('steps', 'positive', 'three', ({ three }) => log(three + 0.0001)),
  tied('groups', 'positive', 'intoGroup', ({ intoGroup }) => share(intoGroup)),
  tied('groups', 'positive', 'fromGroup', ({ fromGroup }) => share(fromGroup)),
  row('history', 'positive', 'wrote', ({ own }) => (own.count > 0 ? 1 : 0)),
  row('history', 'positive', 'wroteOften', ({ own }) => Math.log1p(own.weight)),
  row('reply', 'positive', 'repliedOften', ({ reply }) => Math.log1p(reply.weight)),
  row('domain', 'any', 'outside', ({ outside }) => (outside === undefined ? 0 : 1)),
  row('domain', 'positive', 'domainWrote', ({ outside }) => Math.log1p(outside?.tie.weight ?? 0)),
  row('domain', 'positive', 'domainReaches', ({ outside }) => Math.log1p(outside?.walks.reaches ?? 0)),
  row('domain', 'positive', 'domainAge', ({ outside }) => Math.log1p(outside?.age ?? 0)),
  row('domain', 'positive', 'domainSteps', ({ outside }) =>
    outside === undefined ? 0 : log(outside.walks.three + 0.001) - log(0.001),
  ),
  row('domain', 'positive', 'domainIntoGroup', ({ outside }) =>
    outside === undefined ? 0 : share(outside.walks.intoGroup) - share({ having: 0, of: 0 }),
  ),
  row('lookalike', 'negative', 'lookalike', ({ outside }) => outside?.lookalike?.closeness ?? 0),
  row('firstContact', 'negative', 'stranger', ({ isStranger }) => (isStranger ? 1 : 0)),
  row('firstContact', 'negative', 'strangerToMany', ({ isStranger, breadth }) => (isStranger ? log(breadth) : 0)),
  row('firstContact', 'positive', 'usedToStrangers', ({ isStranger, newcomers }) =>
    isStranger ? log((newcomers.fresh + 0.5) / (newcomers.heard + 5)) - log(0.1) : 0,
  ),
];
