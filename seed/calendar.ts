// Which days are worked. Local days; the country is Australia.

import { days, minutes, type Instant } from '../src/model/time.ts';

export interface LocalDay {
  /** 0 is the first day of the seed. */
  readonly index: number;
  readonly working: boolean;
  /** Books are closed around the turn of the month. */
  readonly monthEnd: boolean;
  /** Between Christmas and the first working Monday most people are away. */
  readonly summerBreak: boolean;
}

export interface Calendar {
  readonly start: Instant;
  readonly dayCount: number;
  /** How far the whole seed was moved; the weekdays are those it had before. */
  readonly shift: number;
}

const publicHolidays = new Set(['12-25', '12-26', '01-01', '01-26']);

export function localDay(calendar: Calendar, index: number): LocalDay {
  const date = new Date(calendar.start - calendar.shift + days(index));
  const monthDay = date.toISOString().slice(5, 10);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const weekday = date.getUTCDay();

  return {
    index,
    working: weekday >= 1 && weekday <= 5 && !publicHolidays.has(monthDay),
    monthEnd: date.getUTCDate() <= 2 || date.getUTCDate() >= lastOfMonth - 1,
    summerBreak: monthDay >= '12-23' || monthDay <= '01-04',
  };
}

/** The instant of a local clock time; `offset` in minutes ahead of UTC. */
export const localTime = (calendar: Calendar, index: number, minuteOfDay: number, offset: number): Instant =>
  calendar.start + days(index) + minutes(minuteOfDay - offset);

/** Worked days from one index up to another, both included. */
export function workingDays(calendar: Calendar, from: number, to: number): number[] {
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  return all.filter((index) => index >= 0 && index < calendar.dayCount && localDay(calendar, index).working);
}
