// How improbable an act is as a whole: all it shows, without counting twice what always goes together.
//
// The chain rule: the first dimension as it is, each further one given those before it. A device and its network, a
// program and what is done with it are learned as pairs; p(v | beside) backs off to p(v) of the person alone where the
// pair has no past (the same Dirichlet back-off as in surprise.ts). Of a value that lies within another (a network in a
// country) nothing is added where the other is new to the person itself: a new country has new networks. Of several
// things it may be given, the mean of the probabilities counts, which is at most a bit more than the best of them.

import type { Event } from '../model/event.ts';
import { dimensions, joined, shownIn } from './dimension.ts';
import type { Dimension, DimensionSpec } from './dimension.ts';
import { weigh, weighPair } from './habits.ts';
import { hourBits, weekOf } from './hours.ts';
import type { Week } from './hours.ts';
import { bitsOf, OWN_PRIOR, surpriseBits } from './surprise.ts';
import type { Standpoint } from './surprise.ts';
import { hourOfWeek, offsetsIn } from './zone.ts';

/** What one thing an act shows adds to its surprise. */
export interface Part {
  readonly dimension: Dimension;
  readonly value: string;
  /** Bits given what stands before it, and bits of the value by itself. */
  readonly bits: number;
  readonly alone: number;
}

export interface Joint {
  readonly bits: number;
  /** The most surprising first. */
  readonly parts: readonly Part[];
}

/** Weeks of people as of a day, which the caller keeps for that day's judging. */
export type Weeks = Map<string, Week>;

/** Less than this is everyday life and is not listed. */
const LEAST_BITS = 0.5;

/** Surprise of everything an act of the person shows, on the day it was done. It must not have been counted yet. */
export function jointSurprise(from: Standpoint, event: Event, weeks: Weeks): Joint {
  const shown = new Map<Dimension, string>();
  const parts: Part[] = [];
  let bits = 0;
  for (const [dimension, spec] of joined(event.kind)) {
    const part = dimension === 'hour' ? hourPart(from, event, weeks) : rarest(from, dimension, spec, shownIn(spec, event), shown);
    if (part === undefined) continue;
    shown.set(dimension, part.value);
    bits += part.bits;
    if (part.bits >= LEAST_BITS) parts.push(part);
  }
  return { bits, parts: parts.sort((a, b) => b.bits - a.bits || (a.dimension < b.dimension ? -1 : 1)) };
}

function hourPart({ habits, person, day }: Standpoint, event: Event, weeks: Weeks): Part | undefined {
  const [utc] = shownIn(dimensions.hour, event);
  if (utc === undefined) return undefined;
  const week = weeks.get(person) ?? weekOf(habits, person, day);
  weeks.set(person, week);
  const hour = hourOfWeek(day, Number(utc), offsetsIn(week.zone)(day));
  const { bits } = hourBits(week, hour);
  return { dimension: 'hour', value: String(hour), bits, alone: bits };
}

/** Of several values (recipients) the one that surprises most: the others came with it. */
function rarest(
  from: Standpoint,
  dimension: Dimension,
  spec: DimensionSpec,
  values: readonly string[],
  shown: ReadonlyMap<Dimension, string>,
): Part | undefined {
  let most: Part | undefined;
  for (const value of values) {
    const alone = surpriseBits(from, dimension, value);
    const given = givens(from, [dimension, value], spec, shown, alone);
    const bits = given.length === 0 ? alone : Math.min(alone, bitsOf(given.reduce((sum, p) => sum + p, 0) / given.length));
    if (most === undefined || bits > most.bits) most = { dimension, value, bits, alone };
  }
  return most;
}

/** p(value | each thing shown before it that says something of it). */
function givens(
  from: Standpoint,
  value: Shown,
  { given, within }: DimensionSpec,
  shown: ReadonlyMap<Dimension, string>,
  alone: number,
): number[] {
  const found: number[] = [];
  for (const dimension of given ?? []) {
    const beside = shown.get(dimension);
    const p = beside === undefined ? undefined : givenPair(from, [dimension, beside], value, alone);
    if (p !== undefined) found.push(p);
  }
  const whole = within === undefined ? undefined : shown.get(within);
  if (within !== undefined && whole !== undefined) found.push(givenWhole(from, [within, whole], value, alone));
  return found;
}

type Shown = readonly [Dimension, string];

/** p(value | what was shown beside it). Without a past together it says no more than the value alone, and is left out. */
function givenPair({ habits, person, day }: Standpoint, beside: Shown, value: Shown, alone: number): number | undefined {
  const { both, all } = weighPair(habits, person, beside, value, day + 1);
  return all.count === 0 ? undefined : (both.weight + OWN_PRIOR * 2 ** -alone) / (all.weight + OWN_PRIOR);
}

/** p(value | the whole it lies in). */
function givenWhole(from: Standpoint, [whole, wholeValue]: Shown, [dimension, value]: Shown, alone: number): number {
  const { habits, person, day } = from;
  const all = weigh(habits, person, whole, wholeValue, day + 1);
  if (all.count === 0) return 1;
  const own = weigh(habits, person, dimension, value, day + 1);
  const prior = Math.min(1, 2 ** (surpriseBits(from, whole, wholeValue) - alone));
  return Math.min(1, (own.weight + OWN_PRIOR * prior) / (all.weight + OWN_PRIOR));
}
