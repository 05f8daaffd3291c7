// How well a grouping tells one incident from another, held against what belongs together.
//
// Every thing has one label; what belongs to nothing has a label of its own. A thing the grouping leaves out stands alone.

import { adjustedRand } from '../../src/learn/communities/agreement.ts';

export type Grouping = readonly (readonly string[])[];

/** Thing → what it belongs to. */
export type Truth = ReadonlyMap<string, string>;

export interface Scores {
  /** Of pairs put together, the share that belongs together; 1 where no pair was. */
  readonly precision: number;
  /** Of pairs that belong together, the share put together; 1 where there is none. */
  readonly recall: number;
  readonly f1: number;
  /** B³ (Bagga & Baldwin 1998): the same asked of each thing, so that a large incident does not count by its square. */
  readonly b3: number;
  /** Adjusted Rand index. */
  readonly ari: number;
}

export function scoresOf(groups: Grouping, truth: Truth): Scores {
  const sides = sidesOf(groups, truth);
  const table = tableOf(sides);
  const together = sum([...table.cells.values()].flatMap((row) => [...row.values()].map(pairs)));
  const precision = ratio(together, sum(table.found.map(pairs)));
  const recall = ratio(together, sum(table.meant.map(pairs)));
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    b3: b3Of(table, sides.meant.length),
    ari: adjustedRand(sides.found, sides.meant),
  };
}

/** Share of the things that are of their group's commonest label; 1 of no things. */
export function purityOf(groups: Grouping, truth: Truth): number {
  const known = groups.map((group) => group.flatMap((id) => truth.get(id) ?? []));
  return ratio(sum(known.map((labels) => Math.max(0, ...countsOf(labels).values()))), sum(known.map(({ length }) => length)));
}

/** How much less there is to look at than alerts: 0 when every alert is its own group. */
export const reductionOf = (groups: number, alerts: number): number => (alerts === 0 ? 0 : 1 - groups / alerts);

interface Sides {
  readonly found: readonly number[];
  readonly meant: readonly number[];
}

/** Everything the truth knows, in its order, by number of group and of label. */
function sidesOf(groups: Grouping, truth: Truth): Sides {
  const groupOf = new Map(groups.flatMap((group, index) => group.map((id) => [id, index] as const)));
  const labels = new Map([...new Set(truth.values())].map((label, index) => [label, index]));
  return {
    found: [...truth.keys()].map((id, index) => groupOf.get(id) ?? groups.length + index),
    meant: [...truth.values()].map((label) => labels.get(label) ?? 0),
  };
}

interface Table {
  readonly found: readonly number[];
  readonly meant: readonly number[];
  /** Group → label → how many. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly sizes: { readonly found: ReadonlyMap<number, number>; readonly meant: ReadonlyMap<number, number> };
}

function tableOf({ found, meant }: Sides): Table {
  const cells = new Map<number, Map<number, number>>();
  for (const [index, group] of found.entries()) {
    const row = cells.get(group) ?? new Map<number, number>();
    cells.set(group, row);
    const label = meant[index] ?? 0;
    row.set(label, (row.get(label) ?? 0) + 1);
  }
  const sizes = { found: countsOf(found), meant: countsOf(meant) };
  return { found: [...sizes.found.values()], meant: [...sizes.meant.values()], cells, sizes };
}

function b3Of({ cells, sizes }: Table, n: number): number {
  if (n === 0) return 1;
  let [precision, recall] = [0, 0];
  for (const [group, row] of cells)
    for (const [label, count] of row) {
      precision += (count * count) / (sizes.found.get(group) ?? 1);
      recall += (count * count) / (sizes.meant.get(label) ?? 1);
    }
  return harmonic(precision / n, recall / n);
}

function countsOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const pairs = (count: number): number => (count * (count - 1)) / 2;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
