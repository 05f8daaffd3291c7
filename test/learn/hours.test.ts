import { describe, expect, it } from 'vitest';
import { count, noHabits } from '../../src/learn/habits.ts';
import type { Habits } from '../../src/learn/habits.ts';
import { hourBits, hourCounts, weekOf, zoneLivedIn } from '../../src/learn/hours.ts';
import { hourOfWeek, offsetsIn, zoneOf } from '../../src/learn/zone.ts';
import { dayOf, days, hours } from '../../src/model/time.ts';

/** Monday 2026-03-02; daylight saving begins in Europe on the 29th. */
const monday = Date.UTC(2026, 2, 2);
const MADRID = 'Europe/Madrid';

const act = (habits: Habits, at: number, zone = MADRID): void => {
  count(habits, 'ana', 'zone', zone, at);
  count(habits, 'ana', 'hour', String(Math.floor(at / hours(1)) % 24).padStart(2, '0'), at);
};

/** From nine to five in Madrid, on working days; UTC hours move with the clocks. */
function officeHours(from: number, weeks: number): Habits {
  const habits = noHabits();
  for (let day = 0; day < weeks * 7; day += 1) {
    if (day % 7 > 4) continue;
    const midnight = from + days(day);
    const offset = offsetsIn(MADRID)(dayOf(midnight)) / 60;
    for (let hour = 9; hour < 17; hour += 1) act(habits, midnight + hours(hour - offset));
  }
  return habits;
}
const bitsAt = (habits: Habits, at: number): number => {
  const week = weekOf(habits, 'ana', dayOf(at));
  return hourBits(week, hourOfWeek(dayOf(at), Math.floor(at / hours(1)) % 24, offsetsIn(week.zone)(dayOf(at)))).bits;
};

describe('a time zone', () => {
  it('is known by coordinates, else by the country, else not at all', () => {
    expect(zoneOf({ latitude: 40.4, longitude: -3.7, country: 'PT' })).toBe(MADRID);
    expect(zoneOf({ country: 'PT' })).toMatch(/^(Europe\/Lisbon|Atlantic\/)/);
    expect(zoneOf({ country: 'XX' })).toBeUndefined();
    expect(zoneOf({ latitude: 400, longitude: 0 })).toBeUndefined();
    expect(zoneOf({})).toBeUndefined();
  });

  it('is where somebody has been lately, two weeks after a move as well as before', () => {
    const habits = officeHours(monday, 4);
    for (let day = 28; day < 42; day += 1) act(habits, monday + days(day) + hours(2), 'Asia/Tokyo');
    expect(zoneLivedIn(habits, 'ana', dayOf(monday) + 28)).toBe(MADRID);
    expect(zoneLivedIn(habits, 'ana', dayOf(monday) + 42)).toBe('Asia/Tokyo');
    expect(zoneLivedIn(habits, 'nobody', dayOf(monday))).toBeUndefined();
  });

  it('counts the hours of a week from Monday', () => {
    expect(hourOfWeek(dayOf(monday), 0, 0)).toBe(0);
    expect(hourOfWeek(dayOf(monday) - 1, 23, 0)).toBe(167);
    expect(hourOfWeek(dayOf(monday), 23, 60)).toBe(24);
    expect(hourOfWeek(dayOf(monday), 0, -60)).toBe(167);
  });
});

describe('an hour of one’s own week', () => {
  const habits = officeHours(monday, 6);
  const nextMonday = monday + days(42);

  it('is ordinary by day and surprising at night and on Sundays', () => {
    expect(bitsAt(habits, nextMonday + hours(10))).toBe(0);
    expect(bitsAt(habits, nextMonday + hours(1))).toBeGreaterThan(2);
    expect(bitsAt(habits, nextMonday + days(6) + hours(10))).toBeGreaterThan(2);
  });

  it('is the same hour after the clocks have changed', () => {
    // six weeks from 2 March end after the change of the 29th: nine in the morning is another hour of UTC by then
    expect(bitsAt(habits, nextMonday + hours(7))).toBe(0);
    expect(bitsAt(officeHours(monday, 3), Date.UTC(2026, 2, 30, 7))).toBe(0);
  });

  it('says nothing of somebody of whom nothing is known', () => {
    expect(bitsAt(noHabits(), nextMonday + hours(2))).toBeLessThan(0.01);
  });

  it('is told with its counts', () => {
    const nine = hourOfWeek(dayOf(nextMonday), 8, 60);
    expect(hourCounts(habits, 'ana', nine, MADRID, dayOf(nextMonday))).toEqual({ own: 6, total: 240 });
  });

  it('knows a report of every Monday at five after three of them', () => {
    const reports = officeHours(monday, 4);
    const early = (week: number) => monday + days(7 * week) + hours(4);
    const first = bitsAt(reports, early(1));
    for (let week = 1; week < 4; week += 1) act(reports, early(week));
    expect(bitsAt(reports, early(4))).toBeLessThan(first - 1);
    expect(bitsAt(reports, early(4) + days(2))).toBeGreaterThan(bitsAt(reports, early(4)));
  });
});
