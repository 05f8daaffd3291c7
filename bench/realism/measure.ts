// What a measure is: events go in one by one, a sample or a tally comes out.

import { days } from '../../src/model/time.ts';
import type { Sample, Tally } from './sample.ts';
import type { Seen } from './telemetry.ts';

interface Common {
  readonly id: string;
  readonly title: string;
  /** What one value is, as the axis says it. */
  readonly axis: string;
}

export interface Numbers extends Common {
  readonly form: 'numbers';
  /** Of what the values are compared first; of shares and rare things a median would be nothing. */
  readonly by: 'median' | 'mean';
  readonly unit: 'count' | 'share' | 'minutes';
  readonly scale: 'linear' | 'log';
  collect(): Collector<Sample>;
}

/** Shares of things without an order. */
export interface Mix extends Common {
  readonly form: 'mix';
  collect(): Collector<Tally>;
}

export type Measure = Numbers | Mix;

export interface Collector<T> {
  take(seen: Seen): void;
  finish(): T;
}

/** A list by name, begun when first asked for. */
export function listOf<V>(lists: Map<string, V[]>, name: string): V[] {
  const found = lists.get(name) ?? [];
  lists.set(name, found);
  return found;
}

export const localDayOf = ({ local }: Seen): number => Math.floor(local / days(1));
/** Monday is the first day of a week; 1970 began on a Thursday. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** One value a person and day on which there was any: how often something of theirs was seen. */
export function perDay(whose: (seen: Seen) => string | undefined): Collector<Sample> {
  const counts = new Map<string, Map<number, number>>();
  return {
    take(seen) {
      const who = whose(seen);
      if (who === undefined) return;
      const ofThem = counts.get(who) ?? new Map<number, number>();
      counts.set(who, ofThem);
      const day = localDayOf(seen);
      ofThem.set(day, (ofThem.get(day) ?? 0) + 1);
    },
    finish: () => [...counts.values()].map((ofThem) => [...ofThem.values()]),
  };
}

/** Which weeks lie whole between the first and the last day something was seen on. */
export function wholeWeeks() {
  let [first, last] = [Infinity, -Infinity];
  return {
    take(day: number): void {
      first = Math.min(first, day);
      last = Math.max(last, day);
    },
    has: (week: number): boolean => week > weekOf(first - 1) && week < weekOf(last + 1),
  };
}

/** One value a person and whole week in which there was any: how many different ones. */
export function differentPerWeek(what: (seen: Seen) => string | undefined): Collector<Sample> {
  const values = new Map<string, Map<number, Set<string>>>();
  const whole = wholeWeeks();
  return {
    take(seen) {
      const day = localDayOf(seen);
      whole.take(day);
      const value = what(seen);
      if (seen.who === undefined || value === undefined) return;
      const weeks = values.get(seen.who) ?? new Map<number, Set<string>>();
      values.set(seen.who, weeks);
      const week = weekOf(day);
      weeks.set(week, (weeks.get(week) ?? new Set()).add(value));
    },
    finish: () =>
      [...values.values()]
        .map((weeks) => [...weeks].filter(([week]) => whole.has(week)).map(([, different]) => different.size))
        .filter((group) => group.length > 0),
  };
}

/** One value a person and record that the question is about: 1 for yes, 0 for no. */
export function perRecord(question: (seen: Seen) => boolean | undefined): Collector<Sample> {
  const answers = new Map<string, number[]>();
  return {
    take(seen) {
      const answer = seen.who === undefined ? undefined : question(seen);
      if (answer !== undefined && seen.who !== undefined) listOf(answers, seen.who).push(answer ? 1 : 0);
    },
    finish: () => [...answers.values()],
  };
}

/** How often each thing was seen, by person. */
export function mixOf(what: (seen: Seen) => string | undefined): Collector<Tally> {
  const counts = new Map<string, Map<string, number>>();
  return {
    take(seen) {
      const [who, name] = [seen.who, what(seen)];
      if (name === undefined || who === undefined) return;
      const ofThem = counts.get(who) ?? new Map<string, number>();
      counts.set(who, ofThem);
      ofThem.set(name, (ofThem.get(name) ?? 0) + 1);
    },
    finish() {
      const cells = [...new Set([...counts.values()].flatMap((ofThem) => [...ofThem.keys()]))].sort();
      return { cells, groups: [...counts.values()].map((ofThem) => Float64Array.from(cells, (cell) => ofThem.get(cell) ?? 0)) };
    },
  };
}
