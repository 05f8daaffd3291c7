// Grows a forest: small trees, one after another, each fitted to what the ones before it left unexplained.
//
// Gradient boosting on the logistic loss with second derivatives, a ridge on the values at the ends, histograms in place of
// values, and signs: where a measurement may only speak one way, no tree lets it speak the other, as the ends below and above
// its question are kept apart (Chen and Guestrin 2016, XGBoost; monotone constraints as there). Every tree may ask a part of the
// measurements alone, drawn by a named dice. The same examples in the same order give the same forest.

import type { Sign } from '../../src/learn/association/logistic.ts';
import { seeded } from '../../src/model/seeded.ts';
import type { Tree } from '../../src/mail/trees.ts';

export interface Example {
  readonly values: readonly number[];
  readonly happened: boolean;
  /** How much it counts; 1 for an ordinary example. */
  readonly counts: number;
}

export interface Growth {
  readonly trees: number;
  /** Questions one after the other in a tree, at most. */
  readonly depth: number;
  /** What a tree adds is cut to this share. */
  readonly rate: number;
  /** How much smallness of the values is worth. */
  readonly ridge: number;
  /** Of second derivatives at an end, at least. */
  readonly least: number;
  /** Limits tried for a measurement, at most. */
  readonly limits: number;
  /** Share of the measurements that a tree may ask. */
  readonly asks: number;
  readonly seed: string;
}

export interface Grown {
  /** Log-odds before any tree. */
  readonly intercept: number;
  readonly trees: readonly Tree[];
}

/** Without examples of both outcomes there is nothing to learn: an error. */
export function grown(examples: readonly Example[], signs: readonly Sign[], growth: Growth): Grown {
  if (!examples.some(({ happened }) => happened) || examples.every(({ happened }) => happened))
    throw new RangeError('a forest needs examples that happened and examples that did not');
  const columns = signs.map((sign, place) => columnOf(examples, place, sign, growth.limits));
  const intercept = Number(startOf(examples).toFixed(4));
  const odds = new Float64Array(examples.length).fill(intercept);
  const [slopes, bends] = [new Float64Array(examples.length), new Float64Array(examples.length)];
  const trees: Tree[] = [];
  for (let turn = 0; turn < growth.trees; turn += 1) {
    for (const [row, { happened, counts }] of examples.entries()) {
      const p = 1 / (1 + Math.exp(-(odds[row] ?? 0)));
      slopes[row] = counts * (p - Number(happened));
      bends[row] = counts * p * (1 - p);
    }
    const dice = seeded(`${growth.seed}/${turn}`);
    const asked = columns.filter(({ limits }) => limits.length > 0 && dice() < growth.asks);
    trees.push(treeOf(asked, slopes, bends, odds, growth));
  }
  return { intercept, trees };
}

/** Log-odds of what happened, all examples together. */
function startOf(examples: readonly Example[]): number {
  const all = examples.reduce((sum, { counts }) => sum + counts, 0);
  const those = examples.reduce((sum, { counts, happened }) => sum + (happened ? counts : 0), 0);
  return Math.log(those / (all - those));
}

/** Enough digits for any reader, and few enough to be written down. */
const rounded = (value: number): number => Number(value.toPrecision(4));

/** One measurement over all examples: which of a few limits each value exceeds. */
interface Column {
  readonly place: number;
  readonly sign: Sign;
  /** Ascending. */
  readonly limits: readonly number[];
  /** How many of the limits most examples exceed; those that do not are listed with how many they exceed. */
  readonly usual: number;
  readonly rows: Int32Array;
  readonly bins: Uint8Array;
}

function columnOf(examples: readonly Example[], place: number, sign: Sign, most: number): Column {
  const values = examples.map((example) => example.values[place] ?? 0);
  const limits = limitsOf(values, most);
  const bins = Uint8Array.from(values, (value) => binOf(limits, value));
  const times = new Int32Array(limits.length + 1);
  for (const bin of bins) times[bin] = (times[bin] ?? 0) + 1;
  const usual = times.indexOf(Math.max(...times));
  const rows = Int32Array.from([...bins.keys()].filter((row) => bins[row] !== usual));
  return { place, sign, limits, usual, rows, bins: Uint8Array.from(rows, (row) => bins[row] ?? 0) };
}

/** Between values that follow each other, at equal shares of them where there are too many. */
function limitsOf(values: readonly number[], most: number): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, at) => rounded(((sorted[at] ?? 0) + value) / 2));
  const limits = [...new Set(between)];
  if (limits.length <= most) return limits;
  const ordered = [...values].filter((value) => value !== 0).sort((a, b) => a - b);
  const chosen = Array.from({ length: most }, (_, at) => ordered[Math.floor(((at + 0.5) * ordered.length) / most)] ?? 0);
  return [...new Set(chosen.map((value) => limits[Math.min(limits.length - 1, binOf(limits, value))] ?? 0))].sort(
    (a, b) => a - b,
  );
}

/** How many of the limits a value exceeds. */
function binOf(limits: readonly number[], value: number): number {
  let [low, high] = [0, limits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (limits[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A place in a tree that is being grown. */
interface Node {
  slope: number;
  bend: number;
  /** Between these its value must stay for the signs above it. */
  readonly low: number;
  readonly high: number;
  split?: Split;
}

interface Split {
  readonly column: Column;
  /** Those that exceed more than so many limits stand above. */
  readonly bin: number;
  readonly below: number;
  readonly above: number;
}

interface Found {
  readonly column: Column;
  readonly bin: number;
  readonly gain: number;
  readonly below: Node;
  readonly above: Node;
}

/** One tree; what it adds is added to the odds. */
function treeOf(columns: readonly Column[], slopes: Float64Array, bends: Float64Array, odds: Float64Array, growth: Growth): Tree {
  const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
  const nodes: Node[] = [{ slope: sum(slopes), bend: sum(bends), low: -Infinity, high: Infinity }];
  const nodeOf = new Int32Array(odds.length);
  let level = [0];
  for (let depth = 0; depth < growth.depth && level.length > 0; depth += 1) {
    const asked = level;
    const best = bestSplits(columns, nodes, asked, nodeOf, slopes, bends, growth);
    level = asked.flatMap((at) => {
      const [found, node] = [best.get(at), nodes[at]];
      if (found === undefined || node === undefined) return [];
      node.split = { column: found.column, bin: found.bin, below: nodes.length, above: nodes.length + 1 };
      nodes.push(found.below, found.above);
      return [nodes.length - 2, nodes.length - 1];
    });
    descend(nodes, asked, nodeOf);
  }
  const ends = nodes.map((node) => rounded(growth.rate * valueOf(node, growth.ridge)));
  for (const [row, at] of nodeOf.entries()) odds[row] = (odds[row] ?? 0) + (ends[at] ?? 0);
  return grownAt(nodes, ends, 0);
}

function valueOf({ slope, bend, low, high }: Node, ridge: number): number {
  return Math.min(high, Math.max(low, -slope / (bend + ridge)));
}

/** What is left of the loss with the best value at this place; the lower the better. */
function lossOf(node: Node, ridge: number): number {
  const value = valueOf(node, ridge);
  return node.slope * value + ((node.bend + ridge) / 2) * value * value;
}

function grownAt(nodes: readonly Node[], ends: readonly number[], at: number): Tree {
  const split = nodes[at]?.split;
  if (split === undefined) return ends[at] ?? 0;
  const { column, bin, below, above } = split;
  return [column.place, column.limits[bin] ?? 0, grownAt(nodes, ends, below), grownAt(nodes, ends, above)];
}

/** Every example at these places one question on. */
function descend(nodes: readonly Node[], level: readonly number[], nodeOf: Int32Array): void {
  const before = nodeOf.slice();
  for (const [row, at] of before.entries()) {
    const split = nodes[at]?.split;
    if (split !== undefined) nodeOf[row] = split.column.usual > split.bin ? split.above : split.below;
  }
  for (const at of level) {
    const split = nodes[at]?.split;
    if (split === undefined) continue;
    const { column, bin, below, above } = split;
    for (let entry = 0; entry < column.rows.length; entry += 1) {
      const row = column.rows[entry] ?? 0;
      if (before[row] === at) nodeOf[row] = (column.bins[entry] ?? 0) > bin ? above : below;
    }
  }
}

function bestSplits(
  columns: readonly Column[],
  nodes: readonly Node[],
  level: readonly number[],
  nodeOf: Int32Array,
  slopes: Float64Array,
  bends: Float64Array,
  growth: Growth,
): ReadonlyMap<number, Found> {
  const best = new Map<number, Found>();
  const placeOf = new Int32Array(nodes.length).fill(-1);
  for (const [place, at] of level.entries()) placeOf[at] = place;
  for (const column of columns) {
    const width = column.limits.length + 1;
    const [slope, bend] = [new Float64Array(level.length * width), new Float64Array(level.length * width)];
    for (let entry = 0; entry < column.rows.length; entry += 1) {
      const row = column.rows[entry] ?? 0;
      const place = placeOf[nodeOf[row] ?? 0] ?? -1;
      if (place < 0) continue;
      const cell = place * width + (column.bins[entry] ?? 0);
      slope[cell] = (slope[cell] ?? 0) + (slopes[row] ?? 0);
      bend[cell] = (bend[cell] ?? 0) + (bends[row] ?? 0);
    }
    for (const [place, at] of level.entries()) {
      const node = nodes[at];
      const here = [slope, bend].map((all) => all.subarray(place * width, (place + 1) * width)) as [Float64Array, Float64Array];
      const found = node === undefined ? undefined : splitOf(column, node, ...here, growth);
      if (found !== undefined && found.gain > (best.get(at)?.gain ?? LEAST_GAIN)) best.set(at, found);
    }
  }
  return best;
}

const LEAST_GAIN = 1e-6;

/** The best limit of one measurement at one place; slopes and bends by the limits exceeded, the usual ones missing. */
function splitOf(
  column: Column,
  node: Node,
  slope: Float64Array,
  bend: Float64Array,
  { ridge, least }: Growth,
): Found | undefined {
  const rest = [slope, bend].map((all) => all.reduce((sum, value) => sum + value, 0));
  slope[column.usual] = node.slope - (rest[0] ?? 0);
  bend[column.usual] = node.bend - (rest[1] ?? 0);
  const whole = lossOf(node, ridge);
  let found: Found | undefined;
  let [slopeBelow, bendBelow] = [0, 0];
  for (let bin = 0; bin < column.limits.length; bin += 1) {
    slopeBelow += slope[bin] ?? 0;
    bendBelow += bend[bin] ?? 0;
    if (bendBelow < least) continue;
    if (node.bend - bendBelow < least) break;
    const { low, high } = node;
    const below: Node = { slope: slopeBelow, bend: bendBelow, low, high };
    const above: Node = { slope: node.slope - slopeBelow, bend: node.bend - bendBelow, low, high };
    const gain = whole - lossOf(below, ridge) - lossOf(above, ridge);
    if (gain <= (found?.gain ?? LEAST_GAIN)) continue;
    const [under, over] = [valueOf(below, ridge), valueOf(above, ridge)];
    if (column.sign === 'positive' ? under > over : column.sign === 'negative' && under < over) continue;
    found = { column, bin, gain, ...parted(below, above, column.sign, (under + over) / 2) };
  }
  return found;
}

/** Where a sign holds, nothing that grows below may exceed what grows above, or the other way about. */
function parted(below: Node, above: Node, sign: Sign, middle: number): Pick<Found, 'below' | 'above'> {
  if (sign === 'any') return { below, above };
  return sign === 'positive'
    ? { below: { ...below, high: middle }, above: { ...above, low: middle } }
    : { below: { ...below, low: middle }, above: { ...above, high: middle } };
}
