// How improbable an hour of somebody's own week is.
//
// An hour is near its neighbours, and a Tuesday like a Wednesday: the count of the hour itself, smoothed over the hours
// beside it, is backed by the same hour of the other working days (or of the weekend), and that by the week as a whole.
// Hours are read by the time zone the person lives in at the moment; counts of earlier days move with them.

import type { Day } from '../model/time.ts';
import { fade } from './daily.ts';
import { valuesOf, weigh } from './habits.ts';
import type { Habits } from './habits.ts';
import type { Estimate } from './rarity.ts';
import { inBits, OWN_PRIOR } from './surprise.ts';
import { hourOfWeek, offsetsIn } from './zone.ts';

const DAY_HOURS = 24;
const WEEK_HOURS = 168;
const WORK_DAYS = 5;
/** Someone who has moved is read by the new zone after this long, or sooner where they were seldom seen. */
const LIVES_FOR = 14;

/** Decayed counts by hour of the own week, Monday from midnight. */
export interface Week {
  readonly zone: string | undefined;
  readonly hours: Float64Array;
  readonly weight: number;
}

/** The time zone of most of somebody's sign-ins in the two weeks before `before`, else of all before; the smaller name of two. */
export function zoneLivedIn(habits: Habits, person: string, before: Day): string | undefined {
  const tally = (since: Day): string | undefined => {
    let best: string | undefined;
    let most = 0;
    for (const [zone, { days, counts }] of valuesOf(habits, person, 'zone')) {
      let times = 0;
      for (const [index, day] of days.entries()) if (day >= since && day < before) times += counts[index] ?? 0;
      if (times > most || (times === most && times > 0 && zone < (best ?? ''))) [best, most] = [zone, times];
    }
    return best;
  };
  return tally(before - LIVES_FOR) ?? tally(-Infinity);
}

/** Somebody's week as of the start of a UTC day. */
export function weekOf(habits: Habits, person: string, before: Day): Week {
  const zone = zoneLivedIn(habits, person, before);
  const hours = new Float64Array(WEEK_HOURS);
  const offset = offsetsIn(zone);
  let weight = 0;
  for (const [hour, { days, counts }] of valuesOf(habits, person, 'hour')) {
    const utc = Number(hour);
    for (let index = 0; index < days.length; index += 1) {
      const day = days[index] ?? 0;
      if (day >= before) break;
      const worth = (counts[index] ?? 0) * fade(before - day);
      const at = hourOfWeek(day, utc, offset(day));
      hours[at] = (hours[at] ?? 0) + worth;
      weight += worth;
    }
  }
  return { zone, hours, weight };
}

/** Bits of doing something in this hour (0 to 167) of one's own week, beyond those of an hour taken at random. */
export function hourBits(week: Week, hour: number): Pick<Estimate, 'bits' | 'low' | 'high'> {
  const uniform = 1 / WEEK_HOURS;
  const inClass = (likeDays(week, hour) + OWN_PRIOR * uniform) / (week.weight + OWN_PRIOR);
  const prior = OWN_PRIOR * 2;
  const p = (smoothed(week, hour) + prior * inClass) / (week.weight + prior);
  const { bits, low, high } = inBits(p, week.weight + prior);
  const random = Math.log2(WEEK_HOURS);
  return { bits: Math.max(0, bits - random), low: Math.max(0, low - random), high: Math.max(0, high - random) };
}

/** The hour's own count and half of each neighbour's, halved. */
function smoothed({ hours }: Week, hour: number): number {
  const at = (offset: number): number => hours[(hour + offset + WEEK_HOURS) % WEEK_HOURS] ?? 0;
  return (at(-1) + 2 * at(0) + at(1)) / 4;
}

/** The same hour of a like day, the mean over them. */
function likeDays(week: Week, hour: number): number {
  const isWorkDay = hour < WORK_DAYS * DAY_HOURS;
  const [first, days] = isWorkDay ? [0, WORK_DAYS] : [WORK_DAYS, 2];
  let sum = 0;
  for (let day = first; day < first + days; day += 1) sum += smoothed(week, day * DAY_HOURS + (hour % DAY_HOURS));
  return sum / days;
}

/** Own count of the hour of the own week, and of all hours, undecayed: what is said beside the bits. */
export function hourCounts(habits: Habits, person: string, hour: number, zone: string | undefined, before: Day) {
  const offset = offsetsIn(zone);
  let own = 0;
  for (const [utc, { days, counts }] of valuesOf(habits, person, 'hour'))
    for (const [index, day] of days.entries())
      if (day < before && hourOfWeek(day, Number(utc), offset(day)) === hour) own += counts[index] ?? 0;
  return { own, total: weigh(habits, person, 'hour', undefined, before).count };
}
