// How much a host sends on a day, against its own earlier days of the same kind: working days with working days, weekends
// with weekends. Medians throughout, so that one large day in the past neither hides nor makes another.
//
// Days are UTC days: far from Greenwich a weekend begins some hours off, and an evening's backup may count to the next day.

import type { Day } from '../../model/time.ts';
import type { DayCounts } from '../daily.ts';
import { spreadOf } from '../spread.ts';

export interface DayRate {
  /** So far on the day, what is judged included. */
  readonly today: number;
  /** Earlier days of this kind with anything at all, within 60 days. */
  readonly activeDays: number;
  readonly median: number;
  /** Median absolute deviation. */
  readonly deviation: number;
  readonly highest: number;
  readonly kind: 'working day' | 'weekend day';
}

const LONGEST_AGO = 60;

export function dayRate(kept: DayCounts | undefined, day: Day, today: number): DayRate {
  const earlier: number[] = [];
  for (const [index, other] of (kept?.days ?? []).entries())
    if (other < day && day - other <= LONGEST_AGO && isWeekend(other) === isWeekend(day)) earlier.push(kept?.counts[index] ?? 0);
  earlier.sort((a, b) => a - b);
  return {
    today,
    activeDays: earlier.length,
    ...spreadOf(earlier),
    highest: earlier.at(-1) ?? 0,
    kind: isWeekend(day) ? 'weekend day' : 'working day',
  };
}

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: Day): boolean => (((day + 3) % 7) + 7) % 7 >= 5;

/** `1.4 GB`, `730 kB`: decimal, as carriers count. */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const amount = bytes / 1000 ** step;
  return `${amount < 10 && step > 0 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${units[step] ?? 'bytes'}`;
}
