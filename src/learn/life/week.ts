// The hours somebody keeps: the shortest part of the day that holds nearly all they do, and the days of the week they do
// it on, by the clock of where they live now.
//
// Hours are stored in UTC; of somebody who has moved to another clock only what came after the move is read.

import type { Day } from '../../model/time.ts';
import { dayOf } from '../../model/time.ts';
import { noHabits, restore } from '../habits.ts';
import { zoneLivedIn } from '../hours.ts';
import { hourOfWeek, offsetsIn } from '../zone.ts';
import type { Lived, Strand } from './strand.ts';

export interface LivedWeek {
  /** IANA name; undefined where no place is known, then hours are UTC. */
  readonly zone: string | undefined;
  /** Hours of the day: from the start of one to the start of the other; the same hour twice means at all hours. */
  readonly from: number;
  readonly to: number;
  /** Days of the week on which the work begins, 0 is Monday. */
  readonly weekdays: readonly number[];
  /** Acts that were counted, and those within these hours on these days. */
  readonly total: number;
  readonly inside: number;
  readonly days: number;
}

const LOOKS_BACK = 90;
/** Fewer acts show no hours. */
const FEWEST = 20;
/** The hours hold this share of all acts; a longer stretch than this is no hours at all. */
const NEARLY_ALL = 0.95;
const LONGEST = 17;
/** A day of the week that holds less than this share is an exception. */
const LEAST_OF_A_DAY = 0.04;

/** Undefined where too little was done to tell. `zones` is the strand of time zones, of which one may have taken another's place. */
export function weekLivedIn(
  hours: readonly Lived[],
  zoneRows: readonly Lived[],
  zones: Strand | undefined,
  asOf: Day,
): LivedWeek | undefined {
  const zone = zoneOf(zoneRows, asOf);
  const since = Math.max(asOf - LOOKS_BACK, zones?.moved === undefined ? 0 : dayOf(zones.moved.to.firstAt));
  const { cells, days } = cellsOf(hours, zone, since, asOf);
  const total = cells.reduce((sum, count) => sum + count, 0);
  if (total < FEWEST) return undefined;

  const { from, length } = stretchOf(cells, total);
  const isAllDay = length > LONGEST;
  const to = isAllDay ? from : (from + length) % 24;
  const within = (hour: number): boolean => isAllDay || (hour - from + 24) % 24 < length;
  // what is done after midnight belongs to the night that began the day before
  const startOf = (cell: number): number => (isAllDay || from + length <= 24 || cell % 24 >= from ? cell : cell + 168 - 24);
  const byDay = Array.from({ length: 7 }, () => 0);
  for (const [cell, count] of cells.entries()) addAt(byDay, Math.floor(startOf(cell) / 24) % 7, count);
  const weekdays = [...byDay.keys()].filter((day) => (byDay[day] ?? 0) >= total * LEAST_OF_A_DAY);
  const inside = cells.reduce(
    (sum, count, cell) => sum + (within(cell % 24) && weekdays.includes(Math.floor(startOf(cell) / 24) % 7) ? count : 0),
    0,
  );
  return { zone, from: isAllDay ? 0 : from, to: isAllDay ? 0 : to, weekdays, total, inside, days };
}

function zoneOf(rows: readonly Lived[], asOf: Day): string | undefined {
  const habits = noHabits();
  for (const row of rows) restore(habits, { ...row, person: '' });
  return zoneLivedIn(habits, '', asOf + 1);
}

/** Acts by hour of the own week, and on how many days there were any. */
function cellsOf(hours: readonly Lived[], zone: string | undefined, since: Day, asOf: Day) {
  const cells = Array.from({ length: 168 }, () => 0);
  const seen = new Set<Day>();
  const offset = offsetsIn(zone);
  for (const { value, days, counts } of hours)
    for (const [index, day] of days.entries()) {
      if (day < since || day > asOf) continue;
      seen.add(day);
      addAt(cells, hourOfWeek(day, Number(value), offset(day)), counts[index] ?? 0);
    }
  return { cells, days: seen.size };
}

/** The shortest stretch of the day that holds nearly all; of several the fullest, of those the earliest. */
function stretchOf(cells: readonly number[], total: number): { from: number; length: number } {
  const byHour = Array.from({ length: 24 }, () => 0);
  for (const [cell, count] of cells.entries()) addAt(byHour, cell % 24, count);
  for (let length = 1; length < 24; length += 1) {
    let best = { from: 0, held: 0 };
    for (let from = 0; from < 24; from += 1) {
      let held = 0;
      for (let step = 0; step < length; step += 1) held += byHour[(from + step) % 24] ?? 0;
      if (held > best.held) best = { from, held };
    }
    if (best.held >= total * NEARLY_ALL) return { from: best.from, length };
  }
  return { from: 0, length: 24 };
}

function addAt(counts: number[], index: number, count: number): void {
  counts[index] = (counts[index] ?? 0) + count;
}
