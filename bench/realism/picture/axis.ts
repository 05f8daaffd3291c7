// Where values stand on an axis, and what is written under it.

import type { Numbers } from '../measure.ts';
import { quantile } from '../sample.ts';
import type { Sample } from '../sample.ts';

export interface Axis {
  /** Upper ends of the bins, ascending; the first bin begins at `from`. */
  readonly from: number;
  readonly ends: readonly number[];
  /** 0 at the left, 1 at the right. */
  place(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly says: string }[];
}

/** Fewer different values than this are shown each for itself. */
const FEW = 14;

export function axisOf({ unit, scale }: Pick<Numbers, 'unit' | 'scale'>, samples: readonly Sample[]): Axis {
  const most = Math.max(...samples.map((sample) => quantile(Float64Array.from(sample.flat()).sort(), 0.995)), 1);
  if (unit === 'minutes') return minutesAxis(most);
  if (scale === 'linear') return linearAxis(most / 20, most);
  return most <= FEW ? wholeAxis(Math.ceil(most)) : logAxis(countEnds(most), countTicks);
}

function wholeAxis(most: number): Axis {
  const ends = Array.from({ length: most }, (_, place) => place + 1.5);
  const place = (value: number): number => (value - 0.5) / most;
  return { from: 0.5, ends, place, ticks: ends.map((end) => ({ at: end - 0.5, says: String(end - 0.5) })) };
}

function linearAxis(width: number, most: number): Axis {
  const ends = Array.from({ length: 20 }, (_, bin) => (bin + 1) * width);
  const ticks = [0, most / 2, most].map((at) => ({ at, says: String(Number(at.toPrecision(2))) }));
  return { from: 0, ends, place: (value) => value / most, ticks };
}

/** Whole numbers each for themselves at first, then ten bins a decade. */
function countEnds(most: number): number[] {
  const ends = [0.5];
  while ((ends.at(-1) ?? 0) < most) {
    const last = ends.at(-1) ?? 0;
    ends.push(Math.max(last + 1, Math.floor(last * 1.26) + 0.5));
  }
  return ends;
}

const countTicks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000].map((at) => ({
  at,
  says: at.toLocaleString('en'),
}));

function minutesAxis(most: number): Axis {
  const ends = [1 / 61];
  while ((ends.at(-1) ?? 0) < most) ends.push((ends.at(-1) ?? 0) * 10 ** 0.2);
  return logAxis(ends, minuteTicks);
}

const minuteTicks = [
  { at: 1 / 60, says: '1 s' },
  { at: 1 / 6, says: '10 s' },
  { at: 1, says: '1 min' },
  { at: 10, says: '10 min' },
  { at: 60, says: '1 h' },
  { at: 1_440, says: '1 d' },
  { at: 10_080, says: '7 d' },
  { at: 100_800, says: '70 d' },
];

function logAxis([from = 1, ...ends]: readonly number[], ticks: Axis['ticks']): Axis {
  const [low, high] = [Math.log(from), Math.log(ends.at(-1) ?? from * 2)];
  const place = (value: number): number => (Math.log(Math.max(value, from)) - low) / (high - low);
  return { from, ends, place, ticks: ticks.filter(({ at }) => at >= from && at <= (ends.at(-1) ?? at)) };
}

/** Share of the values in each bin; what lies beyond the last is counted in it. */
export function sharesIn({ ends }: Axis, sample: Sample): number[] {
  const counts = new Array<number>(ends.length).fill(0);
  let n = 0;
  for (const group of sample)
    for (const value of group) {
      const bin = ends.findIndex((end) => value <= end);
      const cell = bin < 0 ? ends.length - 1 : bin;
      counts[cell] = (counts[cell] ?? 0) + 1;
      n += 1;
    }
  return counts.map((count) => count / Math.max(1, n));
}

/** The smallest round number above, and where the grid lines stand. */
export function sharesUpTo(largest: number): { readonly top: number; readonly ticks: readonly number[] } {
  const step = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].find((it) => largest / it <= 4) ?? 0.5;
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, place) => place * step) };
}

export const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`;
