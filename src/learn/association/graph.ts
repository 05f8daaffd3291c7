// Ties as of a midnight, packed for reading: who is tied to whom, either way, in compressed sparse rows.
//
// Neighbours of an end stand in one order for all, that of a hash of their names, so that the first so many are a fair
// sample, the same every time, whose overlaps with other samples mean something (bottom-k sketches, Cohen 1997).

import type { Day } from '../../model/time.ts';
import { OLDEST_DAYS } from '../daily.ts';
import type { Ties } from './ties.ts';

/** Bits of `ways`: this end reached the neighbour, the neighbour reached this end. */
export const WROTE = 1;
export const HEARD = 2;

export interface TieGraph {
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Neighbours of i, whichever way, are `ends[starts[i] .. starts[i + 1])`, and which way in `ways`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ways: Uint8Array;
  /** How many others an end reached, and by how many it was reached. */
  readonly reaches: Int32Array;
  readonly heard: Int32Array;
  /** Group number of each end, −1 for none, and how many have each number. */
  readonly groups: Int32Array;
  readonly groupSizes: readonly number[];
  /** Room to mark ends while one question is read; all zero in between. */
  readonly marks: Uint8Array;
}

/** From one end to another, as numbers. */
export interface Arcs {
  readonly twoSided: boolean;
  readonly names: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The right side of two-sided ties is kept apart from the left by this. */
export const RIGHT = '\u0000';

export const rightName = (ties: Pick<Ties, 'twoSided'>, name: string): string => (ties.twoSided ? RIGHT + name : name);

/** Ties with a day in the 300 days before `before`; names sorted, each pair once. */
export function arcsOf(ties: Ties, before: Day): Arcs {
  const pairs: [string, string][] = [];
  const names = new Set<string>();
  for (const [from, others] of ties.out)
    for (const [to, { days }] of others) {
      if (!days.some((day) => day < before && before - day <= OLDEST_DAYS)) continue;
      pairs.push([from, rightName(ties, to)]);
      names.add(from).add(rightName(ties, to));
    }
  const sorted = [...names].sort();
  const indexOf = new Map(sorted.map((name, index) => [name, index]));
  const at = (name: string): number => indexOf.get(name) ?? 0;
  return { twoSided: ties.twoSided, names: sorted, from: pairs.map(([from]) => at(from)), to: pairs.map(([, to]) => at(to)) };
}

/** `groupOf` names a group for an end, or none; it must not know what is asked later. */
export function graphOf(
  { names, from, to }: Omit<Arcs, 'twoSided'>,
  groupOf: (name: string) => string | undefined = () => undefined,
): TieGraph {
  const ways = waysOf(names.length, from, to);
  const { starts, ends, kinds } = rows(names, ways);
  const { groups, sizes } = grouped(names, groupOf);
  const [reaches, heard] = [new Int32Array(names.length), new Int32Array(names.length)];
  for (const [node, others] of ways.entries())
    for (const way of others.values()) {
      if ((way & WROTE) !== 0) reaches[node] = (reaches[node] ?? 0) + 1;
      if ((way & HEARD) !== 0) heard[node] = (heard[node] ?? 0) + 1;
    }
  return {
    ...{ names, indexOf: new Map(names.map((name, index) => [name, index])) },
    ...{ starts, ends, ways: kinds, reaches, heard, groups, groupSizes: sizes },
    marks: new Uint8Array(names.length),
  };
}

function waysOf(nodes: number, from: readonly number[], to: readonly number[]): Map<number, number>[] {
  const ways = Array.from({ length: nodes }, () => new Map<number, number>());
  for (const [index, a] of from.entries()) {
    const b = to[index] ?? 0;
    ways[a]?.set(b, (ways[a].get(b) ?? 0) | WROTE);
    ways[b]?.set(a, (ways[b].get(a) ?? 0) | HEARD);
  }
  return ways;
}

/** Filled by going through all ends in the order of their hashes: so every row comes out in that order. */
function rows(names: readonly string[], ways: readonly ReadonlyMap<number, number>[]) {
  const starts = new Int32Array(names.length + 1);
  for (const [node, others] of ways.entries()) starts[node + 1] = (starts[node] ?? 0) + others.size;
  const next = starts.slice();
  const ends = new Int32Array(starts[names.length] ?? 0);
  const kinds = new Uint8Array(ends.length);
  for (const node of inHashOrder(names))
    for (const [other, way] of ways[node] ?? []) {
      const place = next[other] ?? 0;
      ends[place] = node;
      kinds[place] = ((way & WROTE) !== 0 ? HEARD : 0) | ((way & HEARD) !== 0 ? WROTE : 0);
      next[other] = place + 1;
    }
  return { starts, ends, kinds };
}

function inHashOrder(names: readonly string[]): number[] {
  const hashes = Uint32Array.from(names, hashOf);
  return names.map((_, index) => index).sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
}

/** FNV-1a with a final mixing, so that names that differ in their last letter lie far apart. */
function hashOf(name: string): number {
  let hash = 2166136261;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function grouped(names: readonly string[], groupOf: (name: string) => string | undefined) {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const groups = Int32Array.from(names, (name) => {
    const group = groupOf(name);
    if (group === undefined) return -1;
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    sizes[number] = (sizes[number] ?? 0) + 1;
    return number;
  });
  return { groups, sizes };
}
