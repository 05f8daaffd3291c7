// Middle and spread of some numbers, as one large one cannot move them.

/** Median, and median absolute deviation from it; 0 of no numbers. Ascending. */
export function spreadOf(sorted: readonly number[]): { readonly median: number; readonly deviation: number } {
  const median = middle(sorted);
  return { median, deviation: middle(sorted.map((amount) => Math.abs(amount - median)).sort((a, b) => a - b)) };
}

/** Median of numbers in ascending order; 0 of none. */
export const middle = (sorted: ArrayLike<number>): number =>
  sorted.length === 0
    ? 0
    : ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
