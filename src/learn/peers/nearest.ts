// Of everything that ties people, the strongest ties of each: a graph as small as its people are many.
//
// A row is computed, cut and forgotten before the next; the full matrix is never held.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the rows themselves */

import { csrOf } from '../communities/csr.ts';
import type { Csr } from '../communities/csr.ts';

/** Tells what ties a node to others; the same other may be told more than once, and adds up. */
export type RowOf = (node: number, add: (other: number, weight: number) => void) => void;

/** Others may hold somebody dear without being held dear; at most this many times `most` ties stay at one node. */
const POPULAR = 3;

/**
 * A tie stays when it is among the `most` strongest of either end, unless the other end has far too many. Ties of equal weight are
 * told apart by the names of both ends, so that in a group of equals nobody is everybody's choice.
 */
export function nearest(names: readonly string[], rowOf: RowOf, most: number): Csr {
  const marks = Uint32Array.from(names, markOf);
  const score = new Float64Array(names.length);
  const touched = new Uint32Array(names.length);
  const chosen: Chosen[] = [];
  for (let node = 0; node < names.length; node += 1) {
    let count = 0;
    rowOf(node, (other, weight) => {
      if (other === node) return;
      if (score[other] === 0) touched[count++] = other;
      score[other]! += weight;
    });
    const row = touched.subarray(0, count);
    chosen.push(strongest(row, score, marks, node, most));
    for (let place = 0; place < count; place += 1) score[row[place]!] = 0;
  }
  return withoutCrowds(symmetric(chosen), most * POPULAR);
}

/** Ascending by `others`. */
interface Chosen {
  readonly others: Uint32Array;
  readonly weights: Float64Array;
}

function strongest(row: Uint32Array, score: Float64Array, marks: Uint32Array, node: number, most: number): Chosen {
  const others = (row.length <= most ? row.slice() : cut(row, score, marks, node, most)).sort();
  const weights = new Float64Array(others.length);
  for (let place = 0; place < others.length; place += 1) weights[place] = score[others[place]!]!;
  return { others, weights };
}

/** Numbers are sorted and not nodes: rows are long, and there is one for everybody. */
function cut(row: Uint32Array, score: Float64Array, marks: Uint32Array, node: number, most: number): Uint32Array {
  const scores = new Float64Array(row.length);
  for (let place = 0; place < row.length; place += 1) scores[place] = score[row[place]!]!;
  const least = scores.sort()[row.length - most]!;
  const kept = new Uint32Array(most);
  const equals: number[] = [];
  let count = 0;
  for (let place = 0; place < row.length; place += 1) {
    const other = row[place]!;
    if (score[other]! > least) kept[count++] = other;
    else if (score[other] === least) equals.push(other);
  }
  const tie = (other: number): number => mixed(marks[node]!, marks[other]!);
  if (equals.length > most - count) equals.sort((a, b) => tie(a) - tie(b) || a - b);
  for (const other of equals.slice(0, most - count)) kept[count++] = other;
  return kept;
}

function symmetric(chosen: readonly Chosen[]): Csr {
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  for (const [node, row] of chosen.entries())
    for (const [place, other] of row.others.entries()) {
      if (node > other && has(chosen[other]!.others, node)) continue;
      from.push(node);
      to.push(other);
      weights.push(row.weights[place]!);
    }
  return csrOf(chosen.length, from, to, weights);
}

function has(sorted: Uint32Array, wanted: number): boolean {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}

/** Where more than `most` ties meet, the weakest go. */
function withoutCrowds(graph: Csr, most: number): Csr {
  const { nodes, starts, ends, weights } = graph;
  const least = new Float64Array(nodes);
  let crowded = false;
  for (let node = 0; node < nodes; node += 1) {
    const own = weights.slice(starts[node], starts[node + 1]);
    if (own.length <= most) continue;
    least[node] = own.sort()[own.length - most]!;
    crowded = true;
  }
  if (!crowded) return graph;
  const kept: { from: number; to: number; weight: number }[] = [];
  for (let node = 0; node < nodes; node += 1)
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
      const [to, weight] = [ends[arc]!, weights[arc]!];
      if (node < to && weight >= Math.max(least[node]!, least[to]!)) kept.push({ from: node, to, weight });
    }
  const column = (of: 'from' | 'to' | 'weight') => kept.map((one) => one[of]);
  return csrOf(nodes, column('from'), column('to'), column('weight'));
}

/** FNV-1a: the same for a name for ever, whoever comes or goes beside it. */
function markOf(name: string): number {
  let hash = 2166136261;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 16777619);
  return hash >>> 0;
}

/** The same for (a, b) as for (b, a). */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a ^ b, 0x85ebca6b) ^ Math.imul(a + b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
