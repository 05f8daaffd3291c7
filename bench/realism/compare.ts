// Every measure over a set, and two sets side by side.

import type { Interval } from '../interval.ts';
import { seeded } from '../../src/model/seeded.ts';
import type { Measure, Mix, Numbers } from './measure.ts';
import { measures } from './measures.ts';
import { gridOf, largestGap, meanOf, medianOf, misplaced, resampled, sharesOf, sizeOf, summaryOf, tallied } from './sample.ts';
import type { Sample, Summary, Tally } from './sample.ts';
import type { Telemetry } from './telemetry.ts';

export interface Measured extends Omit<Telemetry, 'seen'> {
  readonly events: number;
  /** By the measure's id; those that found nothing are not there. */
  readonly samples: ReadonlyMap<string, Sample>;
  readonly mixes: ReadonlyMap<string, Tally>;
}

/** One pass over all of it; `progress` hears every ten thousandth event. */
export async function measured(telemetry: Telemetry, progress?: (events: number) => void): Promise<Measured> {
  const numbers = measures.filter((it) => it.form === 'numbers').map((it) => ({ id: it.id, ...it.collect() }));
  const mixes = measures.filter((it) => it.form === 'mix').map((it) => ({ id: it.id, ...it.collect() }));
  let events = 0;
  for await (const seen of telemetry.seen()) {
    events += 1;
    for (const collector of numbers) collector.take(seen);
    for (const collector of mixes) collector.take(seen);
    if (events % 10_000 === 0) progress?.(events);
  }
  const { id, origin, title, terms, fairFor } = telemetry;
  return {
    ...{ id, origin, title, terms, fairFor, events },
    samples: new Map(numbers.map((it): [string, Sample] => [it.id, it.finish()]).filter(([, sample]) => sizeOf(sample) > 0)),
    mixes: new Map(mixes.map((it): [string, Tally] => [it.id, it.finish()]).filter(([, { groups }]) => groups.length > 0)),
  };
}

/** Several tenants as one: their people side by side. */
export function together([first, ...others]: readonly [Measured, ...Measured[]]): Measured {
  const all = [first, ...others];
  const samples = [...first.samples.keys()].map((id): [string, Sample] => [id, all.flatMap((it) => it.samples.get(id) ?? [])]);
  const mixes = [...first.mixes.keys()].map((id): [string, Tally] => {
    const tallies = all.flatMap((it) => it.mixes.get(id) ?? []);
    const cells = [...new Set(tallies.flatMap((tally) => tally.cells.map(String)))].sort();
    return [id, { cells, groups: tallies.flatMap((tally) => inCells(tally, cells).groups) }];
  });
  return { ...first, events: all.reduce((sum, it) => sum + it.events, 0), samples: new Map(samples), mixes: new Map(mixes) };
}

/** A set beside the simulated one, in one measure. */
export interface Beside {
  readonly id: string;
  readonly origin: Telemetry['origin'];
  /** What of the world it is a fair counterpart of. */
  readonly fairFor: string;
  readonly summary: Summary;
  readonly interval: Interval;
  /** Between 0 (the same) and 1 (nothing in common): Kolmogorov and Smirnov's, or the share misplaced where there is no order. */
  readonly distance: number;
  readonly distanceInterval: Interval;
}

export interface Row {
  readonly measure: Measure;
  /** Absent where the simulator writes nothing to measure. */
  readonly simulated?: { readonly summary: Summary; readonly interval: Interval };
  readonly beside: readonly Beside[];
}

export function compared(simulated: Measured, recorded: readonly Measured[]): Row[] {
  return measures.map((measure) =>
    measure.form === 'numbers' ? numbersRow(measure, simulated, recorded) : mixRow(measure, simulated, recorded),
  );
}

function numbersRow(measure: Numbers, simulated: Measured, recorded: readonly Measured[]): Row {
  const own = simulated.samples.get(measure.id) ?? [];
  const beside = recorded.flatMap((set): Beside[] => {
    const [sample, fairFor] = [set.samples.get(measure.id), set.fairFor.get(measure.id)];
    if (sample === undefined || fairFor === undefined) return [];
    const grid = gridOf([own, sample]);
    const tallies = [tallied(own, grid), tallied(sample, grid)] as const;
    return [
      {
        ...{ id: set.id, origin: set.origin, fairFor, summary: summaryOf(sample), interval: intervalOf(measure, sample) },
        ...apart(tallies, largestGap, sizeOf(own) > 0),
      },
    ];
  });
  if (sizeOf(own) === 0) return { measure, beside };
  return { measure, beside, simulated: { summary: summaryOf(own), interval: intervalOf(measure, own) } };
}

function intervalOf({ id, by }: Numbers, sample: Sample): Interval {
  const tally = tallied(sample, gridOf([sample]));
  return resampled([tally], (shares: Float64Array = NONE) => (by === 'mean' ? meanOf : medianOf)(tally, shares), seeded(id));
}

function mixRow(measure: Mix, simulated: Measured, recorded: readonly Measured[]): Row {
  const own = simulated.mixes.get(measure.id);
  const beside = recorded.flatMap((set): Beside[] => {
    const [tally, fairFor] = [set.mixes.get(measure.id), set.fairFor.get(measure.id)];
    if (tally === undefined || fairFor === undefined) return [];
    const cells = [...new Set([...(own?.cells ?? []), ...tally.cells].map(String))].sort();
    const tallies = [inCells(own ?? { cells, groups: [] }, cells), inCells(tally, cells)] as const;
    return [
      {
        ...{ id: set.id, origin: set.origin, fairFor, summary: nothingBut(countOf(tally)), interval: NO_INTERVAL },
        ...apart(tallies, misplaced, own !== undefined),
      },
    ];
  });
  if (own === undefined) return { measure, beside };
  return { measure, beside, simulated: { summary: nothingBut(countOf(own)), interval: NO_INTERVAL } };
}

const NONE = new Float64Array();
const NO_INTERVAL: Interval = { low: NaN, high: NaN };
const nothingBut = (n: number): Summary => ({ n, mean: NaN, median: NaN, p90: NaN });
const countOf = ({ groups }: Tally): number => groups.reduce((sum, group) => sum + group.reduce((so, count) => so + count, 0), 0);

function apart(
  tallies: readonly [Tally, Tally],
  distanceOf: (a: Float64Array, b: Float64Array) => number,
  isMeasured: boolean,
): Pick<Beside, 'distance' | 'distanceInterval'> {
  if (!isMeasured) return { distance: NaN, distanceInterval: NO_INTERVAL };
  const distance = distanceOf(sharesOf(tallies[0]), sharesOf(tallies[1]));
  const figure = (a: Float64Array = NONE, b: Float64Array = NONE): number => distanceOf(a, b);
  const { low, high } = resampled(tallies, figure, seeded('distance'));
  // Drawing anew adds distance of its own: what was measured is the most that may be called low.
  return { distance, distanceInterval: { low: Math.min(low, distance), high: Math.max(high, distance) } };
}

/** The same counts in cells of other names; what a cell has not, it has none of. */
export function inCells({ cells, groups }: Tally, wanted: readonly string[]): Tally {
  const places = new Map(cells.map((cell, place) => [String(cell), place]));
  const taken = wanted.map((cell) => places.get(cell));
  return {
    cells: wanted,
    groups: groups.map((group) => Float64Array.from(taken, (place) => (place === undefined ? 0 : (group[place] ?? 0)))),
  };
}

/** Simulated over recorded: of what the measure goes by, and at the 90th percentile. */
export interface Ratios {
  readonly middle: number;
  readonly p90?: number;
}

export function ratiosOf({ measure, simulated }: Row, { summary }: Beside): Ratios | undefined {
  if (measure.form !== 'numbers' || simulated === undefined) return undefined;
  const own = simulated.summary;
  if (measure.by === 'mean') return { middle: own.mean / summary.mean };
  return { middle: own.median / summary.median, p90: own.p90 / summary.p90 };
}
