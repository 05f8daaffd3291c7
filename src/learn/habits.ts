// What a person does, counted by the day, with old days fading when read.
//
// Counts are whole numbers per UTC day and decay is computed on reading, summed in day order, so that the order in
// which records arrived cannot show. Nothing here forgets by itself; a reader says as of which day.

import { dayOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Dimension } from './dimension.ts';

/** Days on which something happened, ascending, and how often on each. */
export interface DayCounts {
  readonly days: Day[];
  readonly counts: number[];
}

/** One habit of one person, as it is stored. */
export interface Habit {
  readonly person: string;
  readonly dimension: Dimension;
  readonly value: string;
  readonly days: readonly Day[];
  readonly counts: readonly number[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** After this many days a count weighs half. Long enough for a month-end, short enough for a moved house. */
export const HALF_LIFE_DAYS = 30;

/** Counts older than ten half-lives weigh under a thousandth; reading leaves them out. */
const OLDEST_DAYS = HALF_LIFE_DAYS * 10;

type ByValue = Map<string, DayCounts>;

/** Everything counted so far; `withValue` answers who has ever shown a value. */
export interface Habits {
  readonly byPerson: Map<string, Map<Dimension, ByValue>>;
  readonly totals: Map<string, Map<Dimension, DayCounts>>;
  readonly withValue: Map<string, Set<string>>;
}

export const noHabits = (): Habits => ({ byPerson: new Map(), totals: new Map(), withValue: new Map() });

const valueKey = (dimension: Dimension, value: string): string => `${dimension}\n${value}`;

/** Counts one occurrence, or with `times` −1 takes back one counted before, without a trace. Days may come in any order. */
export function count(habits: Habits, person: string, dimension: Dimension, value: string, at: Instant, times: 1 | -1 = 1): void {
  const byValue = slot(slot(habits.byPerson, person, emptyMap<Dimension, ByValue>), dimension, emptyMap<string, DayCounts>);
  const holders = slot(habits.withValue, valueKey(dimension, value), () => new Set<string>());
  add(byValue, value, at, times);
  add(slot(habits.totals, person, emptyMap<Dimension, DayCounts>), dimension, at, times);
  if (byValue.get(value)?.days.length !== 0) holders.add(person);
  else {
    byValue.delete(value);
    holders.delete(person);
  }
}

/** Undecayed and decayed count of a value, or of the whole dimension when no value is named, over days before `before`. */
export function weigh(
  habits: Habits,
  person: string,
  dimension: Dimension,
  value: string | undefined,
  before: Day,
): { count: number; weight: number } {
  const kept =
    value === undefined ? habits.totals.get(person)?.get(dimension) : habits.byPerson.get(person)?.get(dimension)?.get(value);
  return kept === undefined ? { count: 0, weight: 0 } : sum(kept, before);
}

/** Everyone who has ever shown a value. */
export const peopleWith = (habits: Habits, dimension: Dimension, value: string): ReadonlySet<string> =>
  habits.withValue.get(valueKey(dimension, value)) ?? nobody;

/** Every value of a person in a dimension. */
export const valuesOf = (habits: Habits, person: string, dimension: Dimension): ReadonlyMap<string, DayCounts> =>
  habits.byPerson.get(person)?.get(dimension) ?? nothing;

/** Visits every habit that has a count, in no particular order. */
export function each(
  habits: Habits,
  visit: (person: string, dimension: Dimension, value: string, kept: DayCounts) => void,
): void {
  for (const [person, byDimension] of habits.byPerson)
    for (const [dimension, byValue] of byDimension)
      for (const [value, kept] of byValue) if (kept.days.length > 0) visit(person, dimension, value, kept);
}

const nobody: ReadonlySet<string> = new Set();
const nothing: ReadonlyMap<string, DayCounts> = new Map();
const emptyMap = <K, V>(): Map<K, V> => new Map<K, V>();

function slot<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function add<K>(map: Map<K, DayCounts>, key: K, at: Instant, times: 1 | -1): void {
  const kept = slot(map, key, () => ({ days: [], counts: [] }));
  const day = dayOf(at);
  let index = kept.days.length;
  while (index > 0 && (kept.days[index - 1] ?? 0) > day) index -= 1;
  if (kept.days[index - 1] !== day) {
    kept.days.splice(index, 0, day);
    kept.counts.splice(index, 0, times);
    return;
  }
  const left = (kept.counts[index - 1] ?? 0) + times;
  if (left > 0) kept.counts[index - 1] = left;
  else {
    kept.days.splice(index - 1, 1);
    kept.counts.splice(index - 1, 1);
  }
}

function sum(kept: DayCounts, before: Day): { count: number; weight: number } {
  let count = 0;
  let weight = 0;
  for (let index = 0; index < kept.days.length; index += 1) {
    const day = kept.days[index] ?? 0;
    if (day >= before) break;
    const times = kept.counts[index] ?? 0;
    count += times;
    if (before - day <= OLDEST_DAYS) weight += times * 2 ** (-(before - day) / HALF_LIFE_DAYS);
  }
  return { count, weight };
}
