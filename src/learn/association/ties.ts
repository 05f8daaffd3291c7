// Who reached whom, counted by the day: people and people, domains and people, people and what they use.
//
// Counts are whole numbers per UTC day and fade when read (half-life 30 days), summed in day order, so that the order of
// arrival cannot show and `removeTie` takes back exactly what `addTie` put in. Memory is bounded by two limits: one end
// keeps at most MOST_TIES others, the rest is counted in `ignored` and nowhere else; and `forget` drops days too old to
// weigh. It never decides who is one and the same: names come in resolved.

import { dayOf } from '../../model/time.ts';
import type { Day, Instant } from '../../model/time.ts';
import { add, noDays, weightOf } from '../daily.ts';
import type { DayCounts, Weight } from '../daily.ts';

export interface Ties {
  /** The two sides are different kinds of thing (person and site): the same name on both is not the same end. */
  readonly twoSided: boolean;
  readonly out: Map<string, Map<string, DayCounts>>;
  /** Who reached this end: the names alone. */
  readonly in: Map<string, Set<string>>;
  /** Everything one end began, by day. */
  readonly begun: Map<string, DayCounts>;
  /** How many happenings were not kept for want of room. */
  ignored: number;
}

/** One tie as of a day. Both are 0 where nothing was seen before it, and then there is no first and last day. */
export interface Tie extends Weight {
  readonly first?: Day;
  readonly last?: Day;
}

/** A list to everybody is an end with many others; a million of them is a mistake or an attack. */
export const MOST_TIES = 20_000;

export const noTies = (twoSided = false): Ties => ({ twoSided, out: new Map(), in: new Map(), begun: new Map(), ignored: 0 });

/** Counts one occurrence. An end that reaches itself says nothing and is left out. */
export function addTie(ties: Ties, from: string, to: string, at: Instant): void {
  if (isNothing(ties, from, to)) return;
  const others = ties.out.get(from) ?? new Map<string, DayCounts>();
  const reached = ties.in.get(to) ?? new Set<string>();
  if (!others.has(to) && (others.size >= MOST_TIES || reached.size >= MOST_TIES)) {
    ties.ignored += 1;
    return;
  }
  ties.out.set(from, others);
  ties.in.set(to, reached.add(from));
  change(others, to, dayOf(at), 1);
  change(ties.begun, from, dayOf(at), 1);
}

/** Takes back one occurrence counted before, without a trace; what was never kept only lowers `ignored`. */
export function removeTie(ties: Ties, from: string, to: string, at: Instant): void {
  if (isNothing(ties, from, to)) return;
  const others = ties.out.get(from);
  if (others?.get(to)?.days.includes(dayOf(at)) !== true) {
    ties.ignored = Math.max(0, ties.ignored - 1);
    return;
  }
  change(others, to, dayOf(at), -1);
  change(ties.begun, from, dayOf(at), -1);
  if (!others.has(to)) unlink(ties, from, to);
}

/** One tie, of days before `before`. */
export function tieOf(ties: Ties, from: string, to: string, before: Day): Tie {
  return read(ties.out.get(from)?.get(to), before);
}

/** Everything one end began, of days before `before`. */
export const begunBy = (ties: Ties, from: string, before: Day): Tie => read(ties.begun.get(from), before);

/** Drops all days before `before`; answers how many ties went with them. */
export function forget(ties: Ties, before: Day): number {
  let gone = 0;
  for (const [from, others] of ties.out)
    for (const [to, daily] of others) {
      if (trim(daily, before)) continue;
      others.delete(to);
      unlink(ties, from, to);
      gone += 1;
    }
  for (const [from, daily] of ties.begun) if (!trim(daily, before)) ties.begun.delete(from);
  return gone;
}

const isNothing = (ties: Ties, from: string, to: string): boolean => from === '' || to === '' || (from === to && !ties.twoSided);

function unlink(ties: Ties, from: string, to: string): void {
  if (ties.out.get(from)?.size === 0) ties.out.delete(from);
  ties.in.get(to)?.delete(from);
  if (ties.in.get(to)?.size === 0) ties.in.delete(to);
}

/** Adds to the count of a day; with the last day the whole entry goes. */
function change(map: Map<string, DayCounts>, key: string, day: Day, by: 1 | -1): void {
  const daily = map.get(key) ?? noDays();
  add(daily, day, by);
  if (daily.days.length === 0) map.delete(key);
  else map.set(key, daily);
}

/** Whether anything is left. */
function trim(daily: DayCounts, before: Day): boolean {
  const old = daily.days.findIndex((day) => day >= before);
  const drop = old === -1 ? daily.days.length : old;
  daily.days.splice(0, drop);
  daily.counts.splice(0, drop);
  return daily.days.length > 0;
}

const nothing: Tie = { count: 0, weight: 0 };

function read(daily: DayCounts | undefined, before: Day): Tie {
  const first = daily?.days[0];
  if (daily === undefined || first === undefined || first >= before) return nothing;
  return { ...weightOf(daily, before), first, last: daily.days.findLast((day) => day < before) ?? first };
}
