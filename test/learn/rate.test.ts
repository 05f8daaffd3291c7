import { describe, expect, it } from 'vitest';
import { fullestHours, rateOf } from '../../src/learn/rate.ts';
import { dayOf } from '../../src/model/time.ts';

const on = (year: number, month: number, date: number): number => dayOf(Date.UTC(year, month - 1, date));
/** A Monday. */
const today = on(2026, 3, 2);
const counts = (...pairs: readonly (readonly [number, number])[]): Map<number, number> => new Map(pairs);
const daily = (amount: (ago: number) => number, span = 60): Map<number, number> =>
  counts(...Array.from({ length: span }, (_, index) => [today - index - 1, amount(index + 1)] as const).filter(([, n]) => n > 0));

describe('a rate', () => {
  it('is told by medians: one flood does not make floods usual', () => {
    const rate = rateOf(
      daily((ago) => (ago === 9 ? 5_000 : 10 + (ago % 3))),
      today,
      40,
    );
    expect(rate).toMatchObject({ today: 40, activeDays: 60, median: 11, highest: 5_000, season: 'any day' });
    expect(rate.usual).toBeLessThan(20);
  });

  it('knows nothing of somebody who never did it', () => {
    expect(rateOf(new Map(), today, 5)).toMatchObject({ activeDays: 0, median: 0, highest: 0, usual: 0, seasons: 0 });
  });

  it('does not look at today or later', () => {
    expect(rateOf(counts([today, 900], [today + 1, 900]), today, 1)).toMatchObject({ activeDays: 0, highest: 0 });
  });

  it('knows a Monday’s report after three Mondays, and no Tuesday’s', () => {
    const mondays = (weeks: number) => daily((ago) => (ago % 7 === 0 && ago <= weeks * 7 ? 300 : 4));
    expect(rateOf(mondays(3), today, 300)).toMatchObject({ season: 'the weekday', usual: 375 });
    expect(rateOf(mondays(2), today, 300).usual).toBeLessThan(50);
    expect(rateOf(mondays(9), today, 300).usual).toBeGreaterThanOrEqual(300);
    expect(rateOf(mondays(9), today + 1, 300).usual).toBeLessThan(50);
  });

  it('knows a month-end after three, on whichever of its last days the work falls', () => {
    const ends = [on(2025, 12, 30), on(2026, 1, 31), on(2026, 2, 27)];
    const work = new Map([...daily(() => 5), ...ends.map((day) => [day, 800] as const)]);
    expect(rateOf(work, on(2026, 3, 31), 800)).toMatchObject({ season: 'the turn of the month', seasons: 3 });
    expect(rateOf(work, on(2026, 3, 31), 800).usual).toBeGreaterThanOrEqual(800);
    expect(rateOf(work, on(2026, 3, 16), 800).usual).toBeLessThan(100);
    const twice = new Map([...work].filter(([day]) => day !== ends[0]));
    expect(rateOf(twice, on(2026, 3, 31), 800).usual).toBeLessThan(100);
  });

  it('is not moved by holidays: days without anything say nothing', () => {
    const worked = (ago: number) => (ago <= 14 ? 0 : 20);
    expect(rateOf(daily(worked), today, 25)).toMatchObject({ median: 20, activeDays: 46 });
  });

  it('by the hour is held against the fullest hour of each day', () => {
    const hours = new Map([
      [today * 24 - 20, 3],
      [today * 24 - 19, 9],
      [today * 24 - 40, 4],
    ]);
    expect([...fullestHours(hours)].sort()).toEqual([
      [today - 2, 4],
      [today - 1, 9],
    ]);
  });
});
