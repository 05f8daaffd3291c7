// Numbers in groups, and how two sets of them differ.
//
// A group is one person's: what one person does is alike, so that only people may be counted as drawn independently,
// and intervals come from drawing people anew.

import type { Interval } from '../interval.ts';

export type Sample = readonly (readonly number[])[];

export const sizeOf = (sample: Sample): number => sample.reduce((sum, group) => sum + group.length, 0);

export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  /** 90th percentile. */
  readonly p90: number;
}

export function summaryOf(sample: Sample): Summary {
  const values = sorted(sample);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { n: values.length, mean, median: quantile(values, 0.5), p90: quantile(values, 0.9) };
}

function sorted(sample: Sample): Float64Array {
  const values = new Float64Array(sizeOf(sample));
  let at = 0;
  for (const group of sample) for (const value of group) values[at++] = value;
  return values.sort();
}

/** The smallest value that at least this share of them do not exceed. */
export const quantile = (ascending: ArrayLike<number>, share: number): number =>
  ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? NaN;

/** Groups as counts in common cells: what can be drawn again quickly, and compared. */
export interface Tally {
  /** Upper ends of the cells, or names of what is counted. */
  readonly cells: readonly (number | string)[];
  readonly groups: readonly Float64Array[];
}

/** More cells show nothing more: the 512th part of either set lies in each. */
const MOST_CELLS = 512;

/** Ends of cells for values of all these samples: each value its own where they are few, else quantiles. */
export function gridOf(samples: readonly Sample[]): number[] {
  const ends = new Set<number>();
  for (const sample of samples) {
    const values = sorted(sample);
    const distinct = [...new Set(values)];
    const picked =
      distinct.length <= MOST_CELLS
        ? distinct
        : Array.from({ length: MOST_CELLS }, (_, cell) => quantile(values, (cell + 1) / MOST_CELLS));
    for (const value of picked) ends.add(value);
  }
  return [...ends].sort((a, b) => a - b);
}

export function tallied(sample: Sample, grid: readonly number[]): Tally {
  const groups = sample.map((group) => {
    const counts = new Float64Array(grid.length);
    for (const value of group) add(counts, cellOf(value, grid), 1);
    return counts;
  });
  return { cells: grid, groups };
}

const add = (counts: Float64Array, cell: number, more: number): void => void (counts[cell] = (counts[cell] ?? 0) + more);

/** The first cell whose end the value does not exceed. */
function cellOf(value: number, grid: readonly number[]): number {
  let [low, high] = [0, grid.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((grid[middle] ?? Infinity) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** All groups together, as shares. */
export function sharesOf({ cells, groups }: Tally): Float64Array {
  const total = new Float64Array(cells.length);
  for (const group of groups) group.forEach((count, cell) => add(total, cell, count));
  return scaled(total);
}

function scaled(counts: Float64Array): Float64Array {
  const sum = counts.reduce((so, count) => so + count, 0);
  return sum === 0 ? counts : counts.map((count) => count / sum);
}

/** Kolmogorov and Smirnov: the largest distance between the two cumulative shares. */
export function largestGap(a: Float64Array, b: Float64Array): number {
  let [gap, largest] = [0, 0];
  for (const [cell, share] of a.entries()) {
    gap += share - (b[cell] ?? 0);
    largest = Math.max(largest, Math.abs(gap));
  }
  return largest;
}

/** Of what has no order: the share that would have to lie in other cells (total variation). */
export const misplaced = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, share, cell) => sum + Math.abs(share - (b[cell] ?? 0)), 0) / 2;

export function meanOf({ cells }: Tally, shares: Float64Array): number {
  return shares.reduce((sum, share, cell) => sum + share * Number(cells[cell]), 0);
}

export function medianOf({ cells }: Tally, shares: Float64Array): number {
  let below = 0;
  for (const [cell, share] of shares.entries()) {
    below += share;
    // The sum of many shares falls short of a half by rounding alone.
    if (below >= 0.5 - 1e-9) return Number(cells[cell]);
  }
  return NaN;
}

const RESAMPLES = 400;

/** Percentiles (2.5 and 97.5) of a figure over people drawn anew, in each tally by itself. */
export function resampled(tallies: readonly Tally[], figure: (...shares: Float64Array[]) => number, rng: () => number): Interval {
  const figures = Array.from({ length: RESAMPLES }, () => figure(...tallies.map((tally) => redrawn(tally, rng))));
  figures.sort((a, b) => a - b);
  return { low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

function redrawn({ cells, groups }: Tally, rng: () => number): Float64Array {
  const total = new Float64Array(cells.length);
  for (let draw = 0; draw < groups.length; draw += 1) {
    const group = groups[Math.floor(rng() * groups.length)];
    group?.forEach((count, cell) => add(total, cell, count));
  }
  return scaled(total);
}
