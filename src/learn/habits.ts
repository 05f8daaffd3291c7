// What somebody does, counted by the day, with old days fading when read.
//
// Counted as in daily.ts: the order in which records arrived cannot show, and what is counted can be taken back without a
// trace.

import { dayOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import { add, noDays, oneDay, OLDEST_DAYS, totalOf, weightOf } from './daily.ts';
import type { DayCounts, Weight } from './daily.ts';
import type { Dimension } from './dimension.ts';
import { emptyMap, slot } from './slot.ts';

/** One habit of one subject, as it is stored. */
export interface Habit {
  readonly person: string;
  readonly dimension: Dimension;
  readonly value: string;
  readonly days: readonly Day[];
  readonly counts: readonly number[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** Values kept of one subject in one dimension; more are counted together, so that no one entity fills the memory. */
export const MOST_VALUES = 5_000;

/** One subject in one dimension. */
interface Lived {
  readonly total: DayCounts;
  readonly values: Map<string, DayCounts>;
  /** Occurrences of values beyond the most that are kept, where there are any. */
  beyond: DayCounts | undefined;
}

/** What was shown beside one value: of all of a dimension, and of each value of it. */
interface Beside {
  readonly all: DayCounts;
  readonly values: Map<string, DayCounts>;
}

/** Dimension that is judged → the one it is judged beside → that one's value. */
interface Pairs {
  readonly of: Map<Dimension, Map<Dimension, Map<string, Beside>>>;
  /** How many pairs are kept. */
  size: number;
}

/** Everything counted so far. */
export interface Habits {
  readonly lived: Map<string, Map<Dimension, Lived>>;
  readonly holders: Map<Dimension, Map<string, Set<string>>>;
  /** Subject → what was shown together with what. */
  readonly pairs: Map<string, Pairs>;
}

export const noHabits = (): Habits => ({ lived: new Map(), holders: new Map(), pairs: new Map() });

/** Counts one occurrence, or with `times` −1 takes back one counted before, without a trace. Days may come in any order. */
export function count(
  habits: Habits,
  subject: string,
  dimension: Dimension,
  value: string,
  at: Instant,
  times: 1 | -1 = 1,
): void {
  const lived = livedIn(habits, subject, dimension);
  const day = dayOf(at);
  add(lived.total, day, times);
  const kept = lived.values.get(value);
  if (kept === undefined) {
    begin(habits, lived, subject, dimension, value, day, times);
    return;
  }
  const wasEmpty = kept.days.length === 0;
  add(kept, day, times);
  const isEmpty = kept.days.length === 0;
  if (wasEmpty !== isEmpty) hold(habits, dimension, value, subject, !isEmpty);
  // Once some went uncounted, a freed place would make it unknowable which.
  if (isEmpty && (lived.beyond?.days.length ?? 0) === 0) lived.values.delete(value);
}

/** A value that is not kept yet: kept where there is room. */
function begin(
  habits: Habits,
  lived: Lived,
  subject: string,
  dimension: Dimension,
  value: string,
  day: Day,
  times: number,
): void {
  if (lived.values.size >= MOST_VALUES) {
    add((lived.beyond ??= noDays()), day, times);
    return;
  }
  lived.values.set(value, oneDay(day, times));
  hold(habits, dimension, value, subject, true);
}

/** Puts in a habit as it was stored; the same one twice counts twice. */
export function restore(
  habits: Habits,
  { person, dimension, value, days, counts }: Pick<Habit, 'person' | 'dimension' | 'value' | 'days' | 'counts'>,
): void {
  const lived = livedIn(habits, person, dimension);
  const kept = slot(lived.values, value, noDays);
  for (const [index, day] of days.entries()) for (const whole of [kept, lived.total]) add(whole, day, counts[index] ?? 0);
  hold(habits, dimension, value, person, kept.days.length > 0);
}

/** Counts that a value was shown beside another, as `count` does for one. */
export function countPair(
  habits: Habits,
  subject: string,
  [given, givenValue]: readonly [Dimension, string],
  [dimension, value]: readonly [Dimension, string],
  at: Instant,
  times: 1 | -1 = 1,
): void {
  const pairs = slot(habits.pairs, subject, noPairs);
  const byValue = slot(slot(pairs.of, dimension, emptyMap<Dimension, Map<string, Beside>>), given, emptyMap<string, Beside>);
  const beside = byValue.get(givenValue);
  const kept = beside?.values.get(value);
  if (beside === undefined || kept === undefined) {
    if (pairs.size >= MOST_VALUES) return;
    pairs.size += 1;
  }
  const day = dayOf(at);
  if (beside === undefined) {
    byValue.set(givenValue, { all: oneDay(day, times), values: new Map([[value, oneDay(day, times)]]) });
    return;
  }
  add(beside.all, day, times);
  if (kept === undefined) beside.values.set(value, oneDay(day, times));
  else add(kept, day, times);
}

/** Undecayed and decayed count of a value, or of the whole dimension when no value is named, over days before `before`. */
export function weigh(habits: Habits, subject: string, dimension: Dimension, value: string | undefined, before: Day): Weight {
  const lived = habits.lived.get(subject)?.get(dimension);
  const kept = value === undefined ? lived?.total : lived?.values.get(value);
  return kept === undefined ? none : weightOf(kept, before);
}

/** How often a value was shown beside another, and how often anything of its dimension was, over days before `before`. */
export function weighPair(
  habits: Habits,
  subject: string,
  beside: readonly [Dimension, string],
  shown: readonly [Dimension, string],
  before: Day,
): { readonly both: Weight; readonly all: Weight } {
  const found = habits.pairs.get(subject)?.of.get(shown[0])?.get(beside[0])?.get(beside[1]);
  const both = found?.values.get(shown[1]);
  return {
    both: both === undefined ? none : weightOf(both, before),
    all: found === undefined ? none : weightOf(found.all, before),
  };
}

/** Anything of the dimension was counted on a day before `before` that is recent enough to weigh. */
export function isActive(habits: Habits, subject: string, dimension: Dimension, before: Day): boolean {
  const days = habits.lived.get(subject)?.get(dimension)?.total.days ?? [];
  for (let index = days.length - 1; index >= 0; index -= 1) {
    const day = days[index] ?? 0;
    if (day < before) return before - day <= OLDEST_DAYS;
  }
  return false;
}

/** Everyone who shows a value now. */
export const peopleWith = (habits: Habits, dimension: Dimension, value: string): ReadonlySet<string> =>
  habits.holders.get(dimension)?.get(value) ?? nobody;

/** Every value of a subject in a dimension that is kept; beyond the most that are, one that was taken back has no days. */
export const valuesOf = (habits: Habits, subject: string, dimension: Dimension): ReadonlyMap<string, DayCounts> =>
  habits.lived.get(subject)?.get(dimension)?.values ?? nothing;

/** How many different values a subject has shown in a dimension, of those that are kept. */
export const breadthOf = (habits: Habits, subject: string, dimension: Dimension): number =>
  habits.lived.get(subject)?.get(dimension)?.values.size ?? 0;

/** Occurrences in a dimension that went uncounted by value, because there were too many values. */
export const uncounted = (habits: Habits, subject: string, dimension: Dimension): number =>
  totalOf(habits.lived.get(subject)?.get(dimension)?.beyond);

/** Visits every habit that has a count, in no particular order. */
export function each(
  habits: Habits,
  visit: (subject: string, dimension: Dimension, value: string, kept: DayCounts) => void,
): void {
  for (const [subject, byDimension] of habits.lived)
    for (const [dimension, { values }] of byDimension)
      for (const [value, kept] of values) if (kept.days.length > 0) visit(subject, dimension, value, kept);
}

const none: Weight = { count: 0, weight: 0 };
const nobody: ReadonlySet<string> = new Set();
const nothing: ReadonlyMap<string, DayCounts> = new Map();
const noPairs = (): Pairs => ({ of: new Map(), size: 0 });

function livedIn(habits: Habits, subject: string, dimension: Dimension): Lived {
  const byDimension = slot(habits.lived, subject, emptyMap<Dimension, Lived>);
  return slot(byDimension, dimension, () => ({ total: noDays(), values: new Map(), beyond: undefined }));
}

function hold(habits: Habits, dimension: Dimension, value: string, subject: string, holds: boolean): void {
  const byValue = slot(habits.holders, dimension, emptyMap<string, Set<string>>);
  const holders = slot(byValue, value, () => new Set<string>());
  if (holds) holders.add(subject);
  else holders.delete(subject);
}
