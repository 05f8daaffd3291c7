// A choice among things of which some are taken more often than others.

import type { Rng } from './random.ts';

export interface Weighted<T> {
  readonly items: readonly T[];
  /** Running sums of the weights; the last is their total. */
  readonly sums: Float64Array;
}

/** Weights are above zero; they need not add up to anything. */
export function weighted<T>(items: readonly T[], weightOf: (item: T, place: number) => number): Weighted<T> {
  const sums = new Float64Array(items.length);
  let sum = 0;
  for (const [place, item] of items.entries()) sums[place] = sum += weightOf(item, place);
  return { items, sums };
}

/** One of them; undefined when there are none. */
export function pickWeighted<T>(rng: Rng, { items, sums }: Weighted<T>): T | undefined {
  const drawn = rng.next() * (sums.at(-1) ?? 0);
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > drawn) high = middle;
    else low = middle + 1;
  }
  return items[low];
}

/** Some different ones, fewer when the same come up again and again. */
export function someWeighted<T>(rng: Rng, from: Weighted<T>, count: number): T[] {
  const found = new Set<T>();
  for (let attempt = 0; attempt < count * 4 && found.size < count; attempt++) {
    const item = pickWeighted(rng, from);
    if (item !== undefined) found.add(item);
  }
  return [...found];
}
