// One dimension of a life: its values with their counts, what is new among them, what has faded, what took whose place.

import type { Day, Instant } from '../../model/time.ts';
import { dayOf, midnightOf } from '../../model/time.ts';
import type { Dimension } from '../dimension.ts';

/** A stored habit as one reads it: what it points at goes by a name, which comes from outside. */
export interface Lived {
  readonly dimension: Dimension;
  readonly value: string;
  readonly name: string;
  readonly days: readonly Day[];
  readonly counts: readonly number[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export interface Value {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  /** On how many days. */
  readonly days: number;
  /** Of all that was counted in the dimension, 0 to 1. */
  readonly share: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** First seen within the last 14 days, and the dimension earlier. */
  readonly isNew: boolean;
  /** It was usual, and has been missing for longer than it ever used to while the dimension went on. */
  readonly isFading: boolean;
  /** It has not been seen for a season: it is kept, and no longer part of the life. */
  readonly isPast: boolean;
}

/** What was usual until one day, and what has been in its place since another. */
export interface Move {
  readonly from: Value;
  readonly to: Value;
}

export interface Strand {
  readonly dimension: Dimension;
  readonly total: number;
  readonly days: number;
  /** The most used first. */
  readonly values: readonly Value[];
  readonly moved: Move | undefined;
}

export const NEW_DAYS = 14;
/** A value counts as usual from so many days on, spread over two weeks: a journey is no habit. */
const USUAL = { days: 5, span: 14 };
/** It is missed once the dimension went on for so many days without it. */
const MISSED_DAYS = 3;
/** A habit may skip as often as it did before, and once more; a monthly one is not gone after two weeks. */
const GAPS = 2;
const SEASON_DAYS = 90;
/** How far the end of one habit and the start of the other may lie apart to be one move. */
const MOVE_DAYS = 14;
/** What took a place holds this share of what has been counted since. */
const TAKES = 0.4;

/** The habits of one subject in one dimension, as of the end of a day; undefined where nothing was counted by then. */
export function strandOf(dimension: Dimension, given: readonly Lived[], asOf: Day): Strand | undefined {
  const rows = given.map((row) => upTo(row, asOf)).filter(({ days }) => days.length > 0);
  const total = rows.reduce((sum, row) => sum + sumOf(row.counts), 0);
  if (total === 0) return undefined;
  const daily = new Set(rows.flatMap(({ days }) => days));
  const begun = Math.min(...rows.map(({ days }) => days[0] ?? asOf));
  const last = Math.max(...daily);
  const values = rows.map((row) => valueOf(row, { total, daily, begun, last, asOf })).sort(byCount);
  return { dimension, total, days: daily.size, values, moved: moveIn(values, rows) };
}

function upTo(row: Lived, asOf: Day): Lived {
  const days = row.days.filter((day) => day <= asOf);
  if (days.length === row.days.length) return row;
  return { ...row, days, counts: row.counts.slice(0, days.length), lastAt: midnightOf(days.at(-1) ?? asOf) };
}

interface Whole {
  readonly total: number;
  readonly daily: ReadonlySet<Day>;
  readonly begun: Day;
  readonly last: Day;
  readonly asOf: Day;
}

function valueOf({ value, name, days, counts, firstAt, lastAt }: Lived, { total, daily, begun, last, asOf }: Whole): Value {
  const count = sumOf(counts);
  const [first = asOf, latest = asOf] = [days[0], days.at(-1)];
  const isUsual = days.length >= USUAL.days && latest - first >= USUAL.span;
  const spoken = { value, name, count, days: days.length, share: count / total, firstAt, lastAt };
  return {
    ...spoken,
    isNew: first > asOf - NEW_DAYS && begun <= asOf - NEW_DAYS,
    isFading: isUsual && last - latest > missableFor(days) && daysAfter(daily, latest) >= MISSED_DAYS,
    isPast: last - latest > SEASON_DAYS,
  };
}

/** How long a value may be missing before it is missed. */
function missableFor(days: readonly Day[]): number {
  let longest = 0;
  for (let index = 1; index < days.length; index += 1) longest = Math.max(longest, (days[index] ?? 0) - (days[index - 1] ?? 0));
  return Math.min(SEASON_DAYS, Math.max(NEW_DAYS, longest * GAPS));
}

const daysAfter = (daily: ReadonlySet<Day>, day: Day): number => [...daily].filter((one) => one > day).length;

/** The most used value that has faded, and what has been most used since, if it began about when the other ended. */
function moveIn(values: readonly Value[], rows: readonly Lived[]): Move | undefined {
  const from = values.find(({ isFading }) => isFading);
  if (from === undefined) return undefined;
  const ended = dayOf(from.lastAt);
  const since = rows.map((row) => ({ row, count: sumAfter(row, ended) }));
  const all = since.reduce((sum, { count }) => sum + count, 0);
  const most = since.reduce((a, b) => (b.count > a.count ? b : a));
  const to = values.find(({ value }) => value === most.row.value);
  if (to === undefined || most.count < all * TAKES) return undefined;
  const [was, is] = [dayOf(from.firstAt), dayOf(to.firstAt)];
  return is - was >= MOVE_DAYS && Math.abs(is - ended) <= MOVE_DAYS ? { from, to } : undefined;
}

const sumAfter = ({ days, counts }: Lived, day: Day): number =>
  counts.reduce((sum, count, index) => sum + ((days[index] ?? day) > day ? count : 0), 0);

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const byCount = (a: Value, b: Value): number => b.count - a.count || (a.value < b.value ? -1 : 1);
