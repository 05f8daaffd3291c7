// Whole numbers by the UTC day, with old days fading when read.
//
// Days may come in any order, what is added can be taken back without a trace, and decay is computed on reading, summed in
// day order: so the order of arrival cannot show. Nothing here forgets by itself; a reader says as of which day.

import type { Day } from '../model/time.ts';

/** Days on which something happened, ascending, and how often, or how much, on each. */
export interface DayCounts {
  readonly days: Day[];
  readonly counts: number[];
}

export const noDays = (): DayCounts => ({ days: [], counts: [] });

/** The first of something: most of what is counted happens on one day only, and arrays made for one take little. */
export const oneDay = (day: Day, times: number): DayCounts => ({ days: [day], counts: [times] });

/** After this many days a count weighs half. Long enough for a month-end, short enough for a moved house. */
export const HALF_LIFE_DAYS = 30;

/** Counts older than ten half-lives weigh under a thousandth; reading leaves them out. */
export const OLDEST_DAYS = HALF_LIFE_DAYS * 10;

/** Adds to a day, or with a negative number takes back what was added before; a day with nothing left goes. */
export function add({ days, counts }: DayCounts, day: Day, times: number): void {
  if (times === 0) return;
  let index = days.length;
  while (index > 0 && (days[index - 1] ?? 0) > day) index -= 1;
  if (days[index - 1] !== day) {
    days.splice(index, 0, day);
    counts.splice(index, 0, times);
    return;
  }
  const left = (counts[index - 1] ?? 0) + times;
  if (left !== 0) counts[index - 1] = left;
  else {
    days.splice(index - 1, 1);
    counts.splice(index - 1, 1);
  }
}

/** How often something was counted over days before `before`, plain and decayed. */
export interface Weight {
  readonly count: number;
  readonly weight: number;
}

export function weightOf({ days, counts }: DayCounts, before: Day): Weight {
  let count = 0;
  let weight = 0;
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] ?? 0;
    if (day >= before) break;
    const times = counts[index] ?? 0;
    count += times;
    weight += times * fade(before - day);
  }
  return { count, weight };
}

/** Everything counted, on whichever day. */
export const totalOf = (kept: DayCounts | undefined): number => kept?.counts.reduce((sum, times) => sum + times, 0) ?? 0;

/** What a count weighs after so many days, 0 to 1. */
export const fade = (days: number): number => fading[days] ?? 0;

const fading: readonly number[] = Array.from({ length: OLDEST_DAYS + 1 }, (_, age) => 2 ** (-age / HALF_LIFE_DAYS));
