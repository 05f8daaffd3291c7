import { describe, expect, it } from 'vitest';
import { days, minutes } from '../../src/model/time.ts';
import { localDay, localTime, workingDays, type Calendar } from '../../seed/calendar.ts';
import { cities, regions } from '../../seed/network.ts';
import { offsetAt } from '../../seed/zone.ts';

const at = Date.parse;

describe('offsetAt', () => {
  it.each([
    // The last minute before and the first of each change of clocks.
    ['Australia/Sydney', '2026-04-04T15:59:00Z', 660],
    ['Australia/Sydney', '2026-04-04T16:00:00Z', 600],
    ['Australia/Sydney', '2026-10-03T15:59:00Z', 600],
    ['Australia/Sydney', '2026-10-03T16:00:00Z', 660],
    ['America/New_York', '2026-03-08T06:59:00Z', -300],
    ['America/New_York', '2026-03-08T07:00:00Z', -240],
    ['America/New_York', '2026-11-01T05:59:00Z', -240],
    ['America/New_York', '2026-11-01T06:00:00Z', -300],
    ['Europe/Berlin', '2026-03-29T00:59:00Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['Europe/Berlin', '2026-10-25T00:59:00Z', 120],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 60],
    ['Australia/Brisbane', '2026-01-15T00:00:00Z', 600],
    ['Australia/Brisbane', '2026-07-15T00:00:00Z', 600],
    ['Asia/Kolkata', '2026-07-15T00:00:00Z', 330],
    ['Australia/Adelaide', '2026-04-04T16:29:00Z', 630],
    ['Australia/Adelaide', '2026-04-04T16:30:00Z', 570],
    ['Europe/London', '2026-07-01T00:00:00Z', 60],
  ])('%s at %s is %i minutes ahead of UTC', (zone, instant, minutesAhead) => {
    expect(offsetAt(zone, at(instant))).toBe(minutesAhead);
  });

  it('refuses a zone nobody knows', () => {
    expect(() => offsetAt('Contoso/Nowhere', 0)).toThrow(RangeError);
  });

  it('knows the zone of every city', () => {
    for (const { zone } of Object.values(cities)) expect(Math.abs(offsetAt(zone, at('2026-01-15T00:00:00Z')) % 15)).toBe(0);
  });
});

describe('localTime', () => {
  const calendar: Calendar = { start: at('2026-03-01T00:00:00Z'), dayCount: 60, shift: 0 };

  it('is nine in the morning on both sides of a change of clocks', () => {
    const nine = (index: number) => localTime(calendar, index, 540, 'Europe/Berlin');
    expect(nine(27)).toBe(at('2026-03-28T08:00:00Z'));
    expect(nine(28)).toBe(at('2026-03-29T07:00:00Z'));
  });

  it('takes the clock of the hours after midnight, not of midnight', () => {
    expect(localTime(calendar, 28, 150, 'Europe/Berlin')).toBe(at('2026-03-29T01:30:00Z'));
    expect(localTime(calendar, 28, 240, 'Europe/Berlin')).toBe(at('2026-03-29T02:00:00Z'));
  });

  it('keeps clocks and weekdays of the unshifted seed', () => {
    const shift = days(101);
    const shifted = { ...calendar, start: calendar.start + shift, shift };
    for (const index of [0, 28, 59]) {
      expect(localTime(shifted, index, 540, 'America/New_York') - shift).toBe(
        localTime(calendar, index, 540, 'America/New_York'),
      );
      expect(localDay(shifted, index, regions.us)).toEqual(localDay(calendar, index, regions.us));
    }
  });

  it('goes on past midnight', () => {
    expect(localTime(calendar, 3, 1440 + 60, 'Asia/Singapore')).toBe(localTime(calendar, 4, 60, 'Asia/Singapore'));
    expect(localTime(calendar, 3, -30, 'Asia/Singapore')).toBe(localTime(calendar, 3, 0, 'Asia/Singapore') - minutes(30));
  });
});

describe('localDay', () => {
  const calendar: Calendar = { start: at('2025-12-05T00:00:00Z'), dayCount: 45, shift: 0 };

  it('knows holidays of the region and the turn of the month', () => {
    expect(localDay(calendar, 0, regions.au)).toEqual({ index: 0, weekday: 5, holiday: false, monthEnd: false, yearEnd: false });
    expect(localDay(calendar, 20, regions.au)).toMatchObject({ holiday: true, yearEnd: true, monthEnd: false });
    expect(localDay(calendar, 21, regions.us).holiday).toBe(false);
    expect(localDay(calendar, 26, regions.au)).toMatchObject({ monthEnd: true });
  });

  it('counts the days offices are open, within the calendar', () => {
    expect(workingDays(calendar, -5, 9, regions.au)).toEqual([0, 3, 4, 5, 6, 7]);
    expect(workingDays(calendar, 19, 21, regions.au)).toEqual([19]);
    expect(workingDays(calendar, 44, 80, regions.gb)).toEqual([]);
  });
});
