import { assert, constantFrom, integer, property, record, shuffledSubarray, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HALF_LIFE_DAYS } from '../../src/learn/daily.ts';
import { count, each, noHabits, peopleWith, valuesOf, weigh } from '../../src/learn/habits.ts';
import type { Habits } from '../../src/learn/habits.ts';
import { days, hours } from '../../src/model/time.ts';

const today = 20_000;

interface Done {
  readonly person: string;
  readonly value: string;
  readonly at: number;
}

const counted = (done: readonly Done[], habits: Habits = noHabits()): Habits => {
  for (const { person, value, at } of done) count(habits, person, 'country', value, at);
  return habits;
};

/** Everything a reader can see, in a fixed order. */
function readings(habits: Habits): unknown {
  const kept: string[] = [];
  each(habits, (...habit) => kept.push(JSON.stringify(habit)));
  const values = ['AU', 'DE', 'GH'];
  return {
    kept: kept.sort(),
    holders: values.map((value) => [...peopleWith(habits, 'country', value)].sort()),
    values: ['ana', 'bo'].map((person) => [...valuesOf(habits, person, 'country').keys()].sort()),
    weights: ['ana', 'bo'].flatMap((person) =>
      [...values, undefined].map((value) => weigh(habits, person, 'country', value, today)),
    ),
  };
}

const anything = array(
  record({
    person: constantFrom('ana', 'bo'),
    value: constantFrom('AU', 'DE', 'GH'),
    at: integer({ min: days(today - 400), max: days(today) }),
  }),
  { maxLength: 30 },
);

describe('a habit', () => {
  it('is counted by the UTC day', () => {
    const midnight = days(today);
    const habits = counted(
      [midnight - 1, midnight, midnight + hours(23), midnight + days(1)].map((at) => ({ person: 'ana', value: 'AU', at })),
    );
    expect(valuesOf(habits, 'ana', 'country').get('AU')).toEqual({
      days: [today - 1, today, today + 1],
      counts: [1, 2, 1],
    });
  });

  it('is read as of a day, which is not counted itself', () => {
    const habits = counted([{ person: 'ana', value: 'AU', at: days(today) }]);
    expect(weigh(habits, 'ana', 'country', 'AU', today).count).toBe(0);
    expect(weigh(habits, 'ana', 'country', 'AU', today + 1).count).toBe(1);
  });

  it('weighs half after a half-life, and keeps its count', () => {
    const habits = counted([{ person: 'ana', value: 'AU', at: days(today) }]);
    expect(weigh(habits, 'ana', 'country', 'AU', today + HALF_LIFE_DAYS)).toEqual({ count: 1, weight: 0.5 });
    expect(weigh(habits, 'ana', 'country', 'AU', today + 2 * HALF_LIFE_DAYS)).toEqual({ count: 1, weight: 0.25 });
    expect(weigh(habits, 'ana', 'country', 'AU', today + 11 * HALF_LIFE_DAYS)).toEqual({ count: 1, weight: 0 });
  });

  it('of all values together is the sum of each', () => {
    const habits = counted(['AU', 'AU', 'DE'].map((value) => ({ person: 'ana', value, at: days(today - 1) })));
    expect(weigh(habits, 'ana', 'country', undefined, today).count).toBe(3);
  });

  it('of somebody never seen is nothing', () => {
    expect(weigh(noHabits(), 'ana', 'country', 'AU', today)).toEqual({ count: 0, weight: 0 });
    expect(weigh(noHabits(), 'ana', 'country', undefined, today)).toEqual({ count: 0, weight: 0 });
    expect([...peopleWith(noHabits(), 'country', 'AU')]).toEqual([]);
  });

  it('does not show the order in which its days arrived', () => {
    const shuffled = anything.chain((done) =>
      record({ done: shuffledSubarray(done, { minLength: done.length }), first: constantFrom(done) }),
    );
    assert(
      property(shuffled, ({ done, first }) => {
        expect(readings(counted(done))).toEqual(readings(counted(first)));
      }),
    );
  });

  it('that was taken back was never there', () => {
    assert(
      property(anything, anything, (kept, takenBack) => {
        const habits = counted([...kept, ...takenBack]);
        for (const { person, value, at } of takenBack) count(habits, person, 'country', value, at, -1);
        expect(readings(habits)).toEqual(readings(counted(kept)));
      }),
    );
  });
});
