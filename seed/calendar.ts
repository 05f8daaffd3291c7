// Days and clock times where people are, and which days are worked there.

import { days, minutes, type Instant } from '../src/model/time.ts';
import type { Region } from './network.ts';
import { offsetAt } from './zone.ts';

export interface LocalDay {
  /** 0 is the first day of the seed. */
  readonly index: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly holiday: boolean;
  /** Books are closed around the turn of the month. */
  readonly monthEnd: boolean;
  /** Around Christmas and New Year most people are away. */
  readonly yearEnd: boolean;
}

export interface Calendar {
  /** UTC midnight of the first day. */
  readonly start: Instant;
  readonly dayCount: number;
  /** How far the whole seed was moved; weekdays, holidays and clocks are those it had before. */
  readonly shift: number;
}

export function localDay(calendar: Calendar, index: number, region: Region): LocalDay {
  const date = new Date(calendar.start - calendar.shift + days(index));
  const monthDay = date.toISOString().slice(5, 10);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

  return {
    index,
    weekday: date.getUTCDay(),
    holiday: region.holidays.has(monthDay),
    monthEnd: date.getUTCDate() <= 2 || date.getUTCDate() >= lastOfMonth - 1,
    yearEnd: monthDay >= '12-23' || monthDay <= '01-04',
  };
}

/** The instant at which clocks in that zone show that time of that day; `minuteOfDay` may lie before or after the day. */
export function localTime(calendar: Calendar, index: number, minuteOfDay: number, zone: string): Instant {
  const shown = calendar.start - calendar.shift + days(index) + minutes(minuteOfDay);
  // The first offset may be that of the other side of a change of clocks; the second is right.
  const about = shown - minutes(offsetAt(zone, shown));
  return shown - minutes(offsetAt(zone, about)) + calendar.shift;
}

/** Days of the seed offices are open there, from one index up to another, both included. */
export function workingDays(calendar: Calendar, from: number, to: number, region: Region): number[] {
  const [first, last] = [Math.max(0, from), Math.min(to, calendar.dayCount - 1)];
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  return all.filter((index) => {
    const { weekday, holiday } = localDay(calendar, index, region);
    return weekday >= 1 && weekday <= 5 && !holiday;
  });
}
