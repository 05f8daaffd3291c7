// Whether a host talks to a place like a machine on a timer, and how regularly.
//
// What is left to see. Single records tell every pause between two contacts. A fold tells of its hour only the first and
// the last moment and how many there were; so of many contacts an hour the pauses within are lost, but the pause from the
// last of one hour to the first of the next is still exact, two in an hour tell theirs, and counts per hour that vary less
// than chance would have it are themselves the mark of a timer. The last moment is when the last contact ended, so long ones blur the pause after
// them. What cannot be seen: a burst that begins and ends within
// one folded hour, whatever its rhythm; and beats that lie more than half a day apart, since people and nightly jobs keep
// the day's rhythm as well.
//
// Two tests, either of which suffices, against the most regular of harmless pasts: contacts at random, seen through the
// pauses around the turn of the hour (a gamma law of shape two).
//   pauses  the share within some width of their median, by the binomial tail; widths from a tenth to a half, so that a
//           timer with jitter is found, with more beats. A median bears missing beats up to a good third.
//   counts  per full hour, by the lower tail of their index of dispersion (Fisher 1950; quantiles by Wilson & Hilferty 1931).

import { days, hours, minutes, seconds } from '../../model/time.ts';
import type { Instant, Millis } from '../../model/time.ts';
import { middle } from '../spread.ts';

/** Contacts between two sides within at most an hour. */
export interface Beat {
  readonly at: Instant;
  readonly lastAt: Instant;
  readonly count: number;
}

export interface Rhythm {
  readonly period: Millis;
  /** Median absolute deviation of the pauses of one beat, as a share of the period; undefined where only counts tell. */
  readonly jitter?: number;
  /** Contacts, and how many there would have been had none been left out while the host was awake. */
  readonly beats: number;
  readonly expected: number;
  /** Pauses seen, and how many lie within a fifth of one, two or three periods. */
  readonly pauses: number;
  readonly near: number;
  readonly span: Millis;
  /** By which test. */
  readonly by: 'pauses' | 'counts';
}

/** What is looked at, newest last: enough for every hour of ten days. */
export const MOST_BEATS = 256;
const LONGEST_AGO = days(14);

const SHORTEST_PERIOD = seconds(10);
const LONGEST_PERIOD = hours(12);
/** A page and all it loads are one contact. */
const ONE_CONTACT = seconds(2);
const FEWEST_PAUSES = 7;
const FEWEST_HOURS = 8;
/** Less than this is somebody at work in one sitting. */
const SHORTEST_SPAN = hours(3);

/** By chance one in ten thousand: for every pair that is looked at, at every contact, over four widths. */
const CHANCE = 1e-4;
/** Width around the median, as a share of it → share of pauses within it under the gamma law of shape two, a little above. */
const WIDTHS: readonly (readonly [number, number])[] = [
  [0.1, 0.12],
  [0.2, 0.23],
  [0.35, 0.39],
  [0.5, 0.54],
];

/** Beats are in order of time. Undefined: no rhythm that chance could not have made. */
export function rhythmOf(beats: readonly Beat[]): Rhythm | undefined {
  const newest = beats.at(-1)?.lastAt ?? 0;
  const contacts = joined(beats.filter((beat) => newest - beat.at <= LONGEST_AGO));
  const first = contacts[0];
  if (first === undefined || newest - first.at < SHORTEST_SPAN) return undefined;
  const pauses = pausesBetween(contacts);
  return byPauses(contacts, pauses) ?? byCounts(contacts, pauses);
}

/** Contacts so close that they are one; folds that overlap (by several ports) are one as well. */
function joined(beats: readonly Beat[]): Beat[] {
  const contacts: Beat[] = [];
  for (const beat of beats) {
    const before = contacts.at(-1);
    if (before === undefined || beat.at - before.lastAt > ONE_CONTACT) contacts.push(beat);
    else if (before.count === 1 && beat.count === 1)
      contacts[contacts.length - 1] = { ...before, lastAt: Math.max(before.lastAt, beat.lastAt) };
    else
      contacts[contacts.length - 1] = {
        at: before.at,
        lastAt: Math.max(before.lastAt, beat.lastAt),
        count: before.count + beat.count,
      };
  }
  return contacts;
}

/** Those that are exact, ascending. */
function pausesBetween(contacts: readonly Beat[]): Float64Array {
  const pauses: number[] = [];
  let before: Beat | undefined;
  for (const beat of contacts) {
    // from start to start where the earlier was one contact: how long it took is no part of the timer
    if (before !== undefined) pauses.push(beat.at - (before.count === 1 ? before.at : before.lastAt));
    if (beat.count === 2) pauses.push(beat.lastAt - beat.at);
    before = beat;
  }
  return Float64Array.from(pauses).sort();
}

function byPauses(contacts: readonly Beat[], pauses: Float64Array): Rhythm | undefined {
  const period = middle(pauses);
  if (pauses.length < FEWEST_PAUSES || period < SHORTEST_PERIOD || period > LONGEST_PERIOD) return undefined;
  const isRegular = WIDTHS.some(([width, share]) => {
    const within = countWithin(pauses, period * (1 - width), period * (1 + width));
    // the median is one of them by construction
    return upperTail(within - 1, pauses.length - 1, share) <= CHANCE;
  });
  return isRegular ? told(contacts, pauses, period, 'pauses') : undefined;
}

function byCounts(contacts: readonly Beat[], pauses: Float64Array): Rhythm | undefined {
  const dense = contacts.filter(({ count }) => count >= 3);
  const gaps = Float64Array.from(dense, ({ at, lastAt, count }) => (lastAt - at) / (count - 1)).sort();
  const period = middle(gaps);
  if (dense.length < FEWEST_HOURS || dense.length * 2 < contacts.length || period < SHORTEST_PERIOD) return undefined;

  const counts = fullHours(contacts);
  if (counts.length < FEWEST_HOURS) return undefined;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  // with fewer an hour, leaving out the empty ones alone makes counts look even
  if (mean < 4) return undefined;
  const dispersion = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / mean;
  return dispersion <= chiSquareQuantile(counts.length - 1) ? told(contacts, pauses, period, 'counts') : undefined;
}

/** Contacts in each clock hour (UTC) that has a neighbour before and after: in those the host was awake all the while. */
function fullHours(contacts: readonly Beat[]): number[] {
  const byHour = new Map<number, number>();
  for (const { at, count } of contacts) {
    const hour = Math.floor(at / hours(1));
    byHour.set(hour, (byHour.get(hour) ?? 0) + count);
  }
  return [...byHour].filter(([hour]) => byHour.has(hour - 1) && byHour.has(hour + 1)).map(([, count]) => count);
}

function told(contacts: readonly Beat[], pauses: Float64Array, period: Millis, by: Rhythm['by']): Rhythm {
  const single = pauses.filter((pause) => pause >= period / 2 && pause <= period * 1.5);
  const beats = contacts.reduce((sum, { count }) => sum + count, 0);
  // pauses of more than six beats: the machine slept
  const asleep = pauses.filter((pause) => pause > 6.5 * period).reduce((sum, pause) => sum + pause - period, 0);
  const span = (contacts.at(-1)?.lastAt ?? 0) - (contacts[0]?.at ?? 0);
  return {
    period,
    ...(by === 'pauses' && { jitter: middle(single.map((pause) => Math.abs(pause - period)).sort()) / period }),
    beats,
    expected: Math.max(beats, Math.round((span - asleep) / period) + 1),
    pauses: pauses.length,
    near: pauses.filter((pause) => isNearMultiple(pause / period)).length,
    span,
    by,
  };
}

const isNearMultiple = (ratio: number): boolean => {
  const multiple = Math.round(ratio);
  return multiple >= 1 && multiple <= 3 && Math.abs(ratio - multiple) <= 0.2;
};

function countWithin(sorted: Float64Array, least: number, most: number): number {
  let found = 0;
  for (const value of sorted) if (value >= least && value <= most) found += 1;
  return found;
}

/** P(X ≥ k) of n tries that succeed with probability p each. */
function upperTail(k: number, n: number, p: number): number {
  if (k <= n * p) return 1;
  // from the k-th term on each is smaller than the last
  let term = Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
  let sum = term;
  for (let i = k; i < n; i += 1) {
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Below it lies the ten-thousandth part of a chi-square law. */
const chiSquareQuantile = (freedom: number): number =>
  freedom * Math.max(0, 1 - 2 / (9 * freedom) - 3.719 * Math.sqrt(2 / (9 * freedom))) ** 3;

/** `5 minutes`, `90 seconds`, `2.5 hours`: a period as people say it. */
export function periodText(period: Millis): string {
  if (period < minutes(2)) return `${Math.round(period / seconds(1))} seconds`;
  if (period < hours(2)) return `${Math.round(period / minutes(1))} minutes`;
  return `${Math.round(period / minutes(6)) / 10} hours`;
}
