// Habits that were stored count for what they counted before.

import { expect, it } from 'vitest';
import { breadthOf, count, noHabits, peopleWith, restore, valuesOf, weigh } from '../../../src/learn/habits.ts';
import { noPriors, surprise, tell } from '../../../src/learn/surprise.ts';
import type { Company } from '../../../src/learn/surprise.ts';
import { days } from '../../../src/model/time.ts';

const today = 20_000;

it('a habit put back reads as it did', () => {
  const lived = noHabits();
  for (const [day, value] of [
    [1, 'ES'],
    [1, 'ES'],
    [3, 'ES'],
    [2, 'PT'],
  ] as const)
    count(lived, 'ana', 'country', value, days(today - day));
  const again = noHabits();
  for (const [value, kept] of valuesOf(lived, 'ana', 'country'))
    restore(again, { person: 'ana', dimension: 'country', value, ...kept });
  for (const value of ['ES', 'PT', 'GH', undefined])
    expect(weigh(again, 'ana', 'country', value, today)).toEqual(weigh(lived, 'ana', 'country', value, today));
  expect(breadthOf(again, 'ana', 'country')).toEqual(breadthOf(lived, 'ana', 'country'));
  expect([...peopleWith(again, 'country', 'PT')]).toEqual(['ana']);
});

it('what was read of a circle elsewhere stands for its members', () => {
  const others = Array.from({ length: 10 }, (_, n) => `other${n}`);
  const everybody = noHabits();
  for (const person of ['ana', ...others]) count(everybody, person, 'country', 'ES', days(today - 5));
  count(everybody, 'other3', 'country', 'GH', days(today - 5));
  const nobody = { id: 'nobody', members: new Set<string>() };
  const all: Company = { peers: nobody, everybody: { id: 'all', members: new Set(['ana', ...others]) } };
  const judged = surprise({ habits: everybody, company: all, person: 'ana', day: today, priors: noPriors() }, 'country', 'GH');

  const alone = noHabits();
  count(alone, 'ana', 'country', 'ES', days(today - 5));
  const company: Company = { peers: nobody, everybody: { id: 'told', members: new Set() } };
  const priors = noPriors();
  tell(priors, company.everybody, 'country', 'GH', { share: 0.5, people: 10, having: 1 });
  expect(surprise({ habits: alone, company, person: 'ana', day: today, priors }, 'country', 'GH')).toEqual(judged);
  expect(
    surprise({ habits: alone, company, person: 'ana', day: today, priors: noPriors() }, 'country', 'GH').bits,
  ).toBeGreaterThan(judged.bits);
});
