// How sure a measured figure is: 95 % intervals.

import { quantile } from './quantile.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** Of a share, k of n: Wilson 1927. */
export function shareInterval(k: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = k / n;
  const centre = share + (Z * Z) / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** Of a count of rare, independent happenings: the bounds of Garwood 1936, by Wilson and Hilferty's approximation. */
export function countInterval(count: number): Interval {
  const bound = (n: number, z: number): number => (n <= 0 ? 0 : n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3);
  return { low: bound(count, -Z), high: bound(count + 1, Z) };
}

/** Of the mean of repeated measurements: percentiles of resampled means (Efron 1979), from the given dice. */
export const meanInterval = (values: readonly number[], rng: () => number, resamples = 2_000): Interval =>
  resampled(values, (drawn) => drawn.reduce((sum, value) => sum + value, 0) / drawn.length, rng, resamples);

/** Of the value that a share of them lie below, in the same way; from few values, the tail is told badly. */
export const quantileInterval = (values: readonly number[], share: number, rng: () => number, resamples = 500): Interval =>
  resampled(values, (drawn) => quantile(drawn, share), rng, resamples);

function resampled(
  values: readonly number[],
  figure: (drawn: readonly number[]) => number,
  rng: () => number,
  resamples: number,
): Interval {
  if (values.length === 0) return { low: NaN, high: NaN };
  const figures = Array.from({ length: resamples }, () =>
    figure(values.map(() => values[Math.floor(rng() * values.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return { low: figures[Math.floor(resamples * 0.025)] ?? NaN, high: figures[Math.ceil(resamples * 0.975) - 1] ?? NaN };
}
