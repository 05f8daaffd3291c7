// What people of a test do: who uses what, who writes to whom.

import { count, noHabits } from '../../../src/learn/habits.ts';
import type { Dimension } from '../../../src/learn/dimension.ts';
import type { Habits } from '../../../src/learn/habits.ts';
import { days } from '../../../src/model/time.ts';

export const today = 20_000;
export const crowd = (name: string, n: number): string[] => Array.from({ length: n }, (_, index) => `${name}${100 + index}`);

export type Use = readonly [person: string, dimension: Dimension, value: string, day?: number];

export const use = (people: readonly string[], dimension: Dimension, value: string, day = today - 5): Use[] =>
  people.map((person) => [person, dimension, value, day]);

/** Everybody writes to everybody. */
export const write = (people: readonly string[], to: readonly string[] = people, day = today - 5): Use[] =>
  people.flatMap((person) => to.filter((other) => other !== person).map((other): Use => [person, 'correspondent', other, day]));

export function used(uses: readonly Use[]): Habits {
  const habits = noHabits();
  for (const [person, dimension, value, day = today - 5] of uses) count(habits, person, dimension, value, days(day));
  return habits;
}
