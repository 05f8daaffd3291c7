// How much of something is usual for a day like this one: medians and deviations, never means, and by season.
//
// Days on which nothing was done say nothing of how much is usual. A season (the same weekday, the turn of the month)
// makes usual what it has brought three times in its last five; of the turn of a month the fullest day counts, since
// that work moves with the weekend. Of several seasons the one that explains most is taken: a fourth Monday's report is
// no news, and one flood makes none usual.

import type { Day } from '../model/time.ts';
import { midnightOf } from '../model/time.ts';
import { spreadOf } from './spread.ts';

export type Season = 'any day' | 'the weekday' | 'the turn of the month';

/** A day-by-day count of something a person does, against their own past. */
export interface Rate {
  /** Count so far on the judged event's UTC day, the judged event included. */
  readonly today: number;
  /** Earlier days on which the person did it at all, within 60 days. */
  readonly activeDays: number;
  /** Median and median absolute deviation over those days. */
  readonly median: number;
  readonly deviation: number;
  readonly highest: number;
  /** The most that is usual for a day like this, the season that says so, and how often it has come round. */
  readonly usual: number;
  readonly season: Season;
  readonly seasons: number;
}

const LOOKS_BACK = 60;
const WEEKS_BACK = 5;
const MONTHS_BACK = 170;
/** What has recurred so often is a season's. */
const FEWEST = 3;
/** A season's work may grow by so much and still be its own. */
const GROWTH = 1.25;
/** Days before and after a month ends in which its work is done. */
const TURN = { before: 4, after: 3 };
/** A normal distribution's standard deviation is this many median absolute deviations. */
const MAD = 1.4826;
const DEVIATIONS = 3;

/** `counts` by UTC day, today's and later ones without effect; `today` is what was counted today so far. */
export function rateOf(counts: ReadonlyMap<Day, number>, day: Day, today: number): Rate {
  const active = [...counts].filter(([at, amount]) => at < day && amount > 0);
  const lately = amountsOf(active.filter(([at]) => at >= day - LOOKS_BACK));
  const { median, deviation } = spreadOf(lately);
  const weekdays = amountsOf(active.filter(([at]) => isSameWeekday(at, day)));
  const turns = isAtTurn(day) ? fullestOfTurns(active, day) : [];
  const seasons = [
    { season: 'any day' as const, seasons: lately.length, usual: lately.length < FEWEST ? 0 : upperOf(lately) },
    { season: 'the weekday' as const, seasons: weekdays.length, usual: GROWTH * (weekdays.at(-FEWEST) ?? 0) },
    { season: 'the turn of the month' as const, seasons: turns.length, usual: GROWTH * (turns.at(-FEWEST) ?? 0) },
  ];
  const best = seasons.reduce((a, b) => (b.usual > a.usual ? b : a));
  return { today, activeDays: lately.length, median, deviation, highest: lately.at(-1) ?? 0, ...best };
}

/** What `days` counts by the hour become: the fullest hour of each day. `hours` are counted since 1970-01-01. */
export function fullestHours(counts: ReadonlyMap<number, number>): Map<Day, number> {
  const fullest = new Map<Day, number>();
  for (const [hour, amount] of counts) {
    const day = Math.floor(hour / 24);
    fullest.set(day, Math.max(fullest.get(day) ?? 0, amount));
  }
  return fullest;
}

const amountsOf = (active: readonly (readonly [Day, number])[]): number[] =>
  active.map(([, amount]) => amount).sort((a, b) => a - b);

const isSameWeekday = (at: Day, day: Day): boolean => (day - at) % 7 === 0 && day - at <= WEEKS_BACK * 7;

/** The month whose end a day belongs to, counted from year 0; undefined in mid-month. */
function turnOf(day: Day): number | undefined {
  const date = new Date(midnightOf(day));
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  if (date.getUTCDate() <= TURN.after) return month - 1;
  return new Date(midnightOf(day + TURN.before)).getUTCMonth() !== date.getUTCMonth() ? month : undefined;
}

const isAtTurn = (day: Day): boolean => turnOf(day) !== undefined;

function fullestOfTurns(active: readonly (readonly [Day, number])[], day: Day): number[] {
  const now = turnOf(day);
  const fullest = new Map<number, number>();
  for (const [at, amount] of active) {
    const turn = day - at <= MONTHS_BACK ? turnOf(at) : undefined;
    if (turn !== undefined && turn !== now) fullest.set(turn, Math.max(fullest.get(turn) ?? 0, amount));
  }
  return [...fullest.values()].sort((a, b) => a - b);
}

/** Three robust standard deviations above the median, at least a tenth and one. */
function upperOf(sorted: readonly number[]): number {
  const { median, deviation } = spreadOf(sorted);
  return median + DEVIATIONS * Math.max(MAD * deviation, median / 10, 1);
}
