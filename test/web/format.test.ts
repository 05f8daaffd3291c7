// Numbers and times, each in its one form.

import { describe, expect, it } from 'vitest';
import {
  ago,
  bits,
  chance,
  count,
  date,
  duration,
  exact,
  likelihood,
  markOf,
  moment,
  plural,
  points,
} from '../../web/src/lib/format.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');
const now = Date.UTC(2026, 0, 13, 11, 42);
const minutes = (value: number) => value * 60_000;
const hours = (value: number) => minutes(60 * value);

describe('a probability', () => {
  it.each([
    [0, '< 1 %'],
    [0.0099, '< 1 %'],
    [0.01, '1 %'],
    [0.914, '91 %'],
    [0.99, '99 %'],
    [0.9901, '> 99 %'],
    [1, '> 99 %'],
  ])('%d is %j', (value, says) => {
    expect(plain(chance(value))).toBe(says);
  });

  it.each([
    [0.75, 'very likely'],
    [0.744, 'likely'],
    [0.45, 'likely'],
    [0.15, 'possible'],
    [0.14, 'unlikely'],
  ])('of %d is %j, as the number beside it is', (value, word) => {
    expect(likelihood(value)).toBe(word);
  });

  it('changes in points with a true minus', () => {
    expect([31, -5, 0].map(points)).toEqual(['+31', '−5', '0']);
  });
});

it.each([
  [100, 'critical'],
  [79.5, 'critical'],
  [79.4, 'high'],
  [60, 'high'],
  [59, 'medium'],
  [30, 'medium'],
  [29, 'low'],
])('a score of %d has the mark %j', (score, mark) => {
  expect(markOf(score)).toBe(mark);
});

it('counts have commas, their words agree, and what was not weighed has no bits', () => {
  expect([count(1240), plural(1, 'finding'), plural(2, 'person', 'people')]).toEqual(['1,240', '1 finding', '2 people']);
  expect([bits(18.63), bits(0)]).toEqual(['18.6 bits', '–']);
});

describe('a time', () => {
  it.each([
    [minutes(0.2), 'just now'],
    [minutes(36), '36 min ago'],
    [hours(1.9), '1 h ago'],
    [hours(30), 'yesterday'],
    [hours(48), '11 Jan'],
    [hours(24 * 20), '24 Dec 2025'],
  ])('%d ms before now is %j', (past, says) => {
    expect(ago(now - past, now)).toBe(says);
  });

  it('that is yet to come is blamed on a clock, unless it is a matter of seconds', () => {
    expect(ago(now + minutes(3), now)).toBe('in 3 min (source clock ahead?)');
    expect(ago(now + 5_000, now)).toBe('just now');
  });

  it('is UTC wherever the reader is, with the year when it is not this one', () => {
    expect(moment(Date.UTC(2026, 0, 5, 14, 2), now)).toBe('5 Jan 14:02');
    expect(date(Date.UTC(2024, 11, 31, 23, 59), now)).toBe('31 Dec 2024');
    expect(exact(Date.UTC(2026, 0, 5, 14, 2, 3))).toBe('2026-01-05 14:02:03Z (UTC)');
  });
});

it.each([
  [999, '< 1 s'],
  [12_000, '12 s'],
  [minutes(59), '59 min'],
  [hours(3) + minutes(12), '3 h 12 min'],
  [hours(3), '3 h'],
  [hours(27), '1 d 3 h'],
  [hours(24 * 8 + 5), '8 d'],
])('a duration of %d ms is %j', (ms, says) => {
  expect(plain(duration(ms))).toBe(says);
});
