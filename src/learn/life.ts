// The pattern of life of one entity: its stored habits read as what is usual, what is new, and what has faded.
//
// Nothing is judged here and nothing said in words; every figure is a count, or a share of counts that stand beside it.

import type { EntityLabel } from '../model/graph.ts';
import type { Day, Instant } from '../model/time.ts';
import { rows as table } from './dimension.ts';
import type { Dimension } from './dimension.ts';
import { strandOf } from './life/strand.ts';
import type { Lived, Strand, Value } from './life/strand.ts';
import { weekLivedIn } from './life/week.ts';
import type { LivedWeek } from './life/week.ts';
import { rateOf } from './rate.ts';

/** How much of something is done on a day on which it is done at all, over the last 60 days. */
export interface Amount {
  readonly value: Value;
  readonly days: number;
  readonly median: number;
  readonly highest: number;
  /** The most within one hour, over the same days; 0 where hours were not counted. */
  readonly highestInHour: number;
}

export interface Life {
  readonly label: EntityLabel;
  readonly asOf: Day;
  /** Days on which any of its habits was counted. */
  readonly days: number;
  /** Absent where nothing was learned by then. */
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
  readonly strands: ReadonlyMap<Dimension, Strand>;
  readonly week: LivedWeek | undefined;
  readonly amounts: readonly Amount[];
}

/** The life that stored habits tell, as of the end of a UTC day; later days are left out. */
export function lifeOf(label: EntityLabel, habits: readonly Lived[], asOf: Day): Life {
  const byDimension = new Map<Dimension, Lived[]>();
  for (const habit of habits)
    if (byDimension.get(habit.dimension)?.push(habit) === undefined) byDimension.set(habit.dimension, [habit]);
  const strands = new Map<Dimension, Strand>();
  for (const [dimension] of table) {
    const strand = strandOf(dimension, byDimension.get(dimension) ?? [], asOf);
    if (strand !== undefined) strands.set(dimension, strand);
  }
  const values = [...strands.values()].flatMap((strand) => strand.values);
  const seen = new Set(habits.flatMap(({ days }) => days.filter((day) => day <= asOf)));
  const of = (dimension: Dimension): readonly Lived[] => byDimension.get(dimension) ?? [];
  return {
    label,
    asOf,
    days: seen.size,
    ...(values.length === 0
      ? {}
      : { firstAt: least(values.map((it) => it.firstAt)), lastAt: -least(values.map((it) => -it.lastAt)) }),
    strands,
    week: weekLivedIn(of('hour'), of('zone'), strands.get('zone'), asOf),
    amounts: amountsIn(strands.get('amount'), of('amount'), of('busiestHour'), asOf),
  };
}

function amountsIn(strand: Strand | undefined, amounts: readonly Lived[], hours: readonly Lived[], asOf: Day): Amount[] {
  return (strand?.values ?? []).flatMap((value) => {
    const { activeDays, median, highest } = rateIn(amounts, value.value, asOf);
    if (activeDays === 0) return [];
    return [{ value, days: activeDays, median, highest, highestInHour: rateIn(hours, value.value, asOf).highest }];
  });
}

/** As it would be judged the day after, with nothing done yet. */
function rateIn(rows: readonly Lived[], value: string, asOf: Day) {
  const row = rows.find((it) => it.value === value);
  const counts = new Map(row?.days.map((day, index) => [day, row.counts[index] ?? 0]));
  return rateOf(counts, asOf + 1, 0);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
