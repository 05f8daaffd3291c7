// How surprising somebody's acts have been, so that a surprise can be held against their own: a traveller's tenth
// country is a Tuesday.
//
// Acts are counted by half bits, per person and kind of act. A short history leans on everybody's, read as of three
// days before, as all priors are.

import type { Kind } from '../model/event.ts';
import type { Day } from '../model/time.ts';
import { slot } from './slot.ts';

/** Acts by how surprising they were: index is half bits. */
type Histogram = number[];

/** 40 bits and more fall together. */
const BUCKETS = 80;
/** How many own acts everybody's history is worth. */
const PRIOR = 20;

export interface History {
  readonly own: Map<string, Histogram>;
  /** By kind, up to today; and as of the start of each of the last days. */
  readonly everybody: Map<Kind, Histogram>;
  readonly mornings: { readonly day: Day; readonly everybody: ReadonlyMap<Kind, Histogram> }[];
}

export const noHistory = (): History => ({ own: new Map(), everybody: new Map(), mornings: [] });

/** Where an act stands among the earlier acts of its kind. */
export interface Standing {
  /** Share of earlier acts that were less surprising, 0 to 1, own and, where those are few, everybody's. */
  readonly percentile: number;
  /** Own earlier acts of the kind, and how many of them were at least as surprising. */
  readonly of: number;
  readonly atLeast: number;
}

const bucketOf = (bits: number): number => Math.min(BUCKETS - 1, Math.floor(bits * 2));

/** A new day begins: what everybody's acts were like so far is kept for as long as priors lag. */
export function morning(history: History, day: Day, lag: number): void {
  const everybody = new Map([...history.everybody].map(([kind, histogram]) => [kind, [...histogram]]));
  history.mornings.push({ day, everybody });
  while ((history.mornings[1]?.day ?? Infinity) <= day - lag) history.mornings.shift();
}

/** Counts an act, or with `times` −1 takes back one that was counted; `day` is the day it happened on. */
export function record(history: History, person: string, kind: Kind, bits: number, day: Day, times: 1 | -1 = 1): void {
  const bucket = bucketOf(bits);
  bump(slot(history.own, `${person}\n${kind}`, noActs), bucket, times);
  bump(slot(history.everybody, kind, noActs), bucket, times);
  for (const morning of history.mornings)
    if (morning.day > day) bump(slot(morning.everybody as Map<Kind, Histogram>, kind, noActs), bucket, times);
}

/** Where an act of so many bits would stand. `lag` days back is as of when everybody is looked at. */
export function standingOf(history: History, person: string, kind: Kind, bits: number, day: Day, lag: number): Standing {
  const bucket = bucketOf(bits);
  const own = tailOf(history.own.get(`${person}\n${kind}`), bucket);
  const all = tailOf(asOf(history, day - lag).get(kind), bucket);
  // One more at least as surprising may always come: of few acts little can be said, of none nothing.
  const prior = (all.atLeast + 1) / (all.of + 1);
  return { percentile: 1 - (own.atLeast + PRIOR * prior) / (own.of + PRIOR), of: own.of, atLeast: own.atLeast };
}

function asOf({ mornings }: History, day: Day): ReadonlyMap<Kind, Histogram> {
  return mornings.filter((morning) => morning.day <= day).at(-1)?.everybody ?? nothing;
}

const noActs = (): Histogram => [];

const nothing: ReadonlyMap<Kind, Histogram> = new Map();

function tailOf(histogram: readonly number[] | undefined, bucket: number): { of: number; atLeast: number } {
  let of = 0;
  let atLeast = 0;
  for (const [index, times] of (histogram ?? []).entries()) {
    of += times;
    if (index >= bucket) atLeast += times;
  }
  return { of, atLeast };
}

function bump(histogram: Histogram, bucket: number, times: number): void {
  while (histogram.length <= bucket) histogram.push(0);
  histogram[bucket] = (histogram[bucket] ?? 0) + times;
}
