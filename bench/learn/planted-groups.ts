// Graphs with groups put into them: the ground on which the rules for finding groups were chosen, and speed is measured.
//
// Degree-corrected (Karrer & Newman 2011), with power laws of degrees and sizes as Lancichinetti, Fortunato & Radicchi 2008 have
// them. Nothing in it is taken from a recorded graph. It knows no triangles but those that groups make.

import { csrOf } from '../../src/learn/communities/csr.ts';
import type { Csr } from '../../src/learn/communities/csr.ts';
import { componentsOf } from '../../src/learn/communities/engine.ts';
import { seeded } from '../../src/model/seeded.ts';

export interface PlantedOptions {
  /** How many people each group has. */
  readonly sizes: readonly number[];
  /** Mean number of edges of a person, before doubled ones are merged. */
  readonly degree: number;
  /** Share of edges drawn without regard to groups. */
  readonly mixing: number;
  /** Of the power law of how much people write; the larger, the more alike they are. */
  readonly exponent: number;
  readonly seed: string;
  /** So many groups, side by side, are one division; `within`, of the edges that leave a group, is the share that stays in it. */
  readonly divisions?: { readonly groups: number; readonly within: number };
}

export interface Planted {
  readonly nodes: number;
  /** Ends of the edges. Some are loops, some doubled: a graph made of them leaves those out. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Group of each node. */
  readonly truth: Uint32Array;
}

/** Nobody writes more than that many ordinary people. */
const MOST = 30;

export function planted({ sizes, degree, mixing, exponent, seed, divisions }: PlantedOptions): Planted {
  const dice = seeded(`planted/${seed}`);
  const nodes = sizes.reduce((sum, size) => sum + size, 0);
  const truth = new Uint32Array(nodes);
  const firsts = [0];
  for (const [group, size] of sizes.entries()) {
    const first = firsts[group] ?? 0;
    truth.fill(group, first, first + size);
    firsts.push(first + size);
  }
  const upTo = new Float64Array(nodes + 1);
  for (let node = 0; node < nodes; node += 1)
    upTo[node + 1] = (upTo[node] ?? 0) + Math.min(MOST, (1 - dice()) ** (-1 / exponent));
  const oneOf = (first: number, end: number): number => {
    const [low, high] = [upTo[first] ?? 0, upTo[end] ?? 0];
    return placeOf(upTo, low + dice() * (high - low), first, end);
  };
  const around = (group: number): [number, number] => {
    if (divisions === undefined || dice() >= divisions.within) return [0, nodes];
    const first = group - (group % divisions.groups);
    return [firsts[first] ?? 0, firsts[first + divisions.groups] ?? nodes];
  };
  const edges = Math.round((nodes * degree) / 2);
  const [from, to] = [new Uint32Array(edges), new Uint32Array(edges)];
  for (let edge = 0; edge < edges; edge += 1) {
    const one = oneOf(0, nodes);
    const group = truth[one] ?? 0;
    from[edge] = one;
    to[edge] = dice() < mixing ? oneOf(...around(group)) : oneOf(firsts[group] ?? 0, firsts[group + 1] ?? nodes);
  }
  return { nodes, from, to, truth };
}

/** The last place in [first, end) whose sum is not above the value. */
function placeOf(sums: Float64Array, value: number, first: number, end: number): number {
  let [low, high] = [first, end - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sums[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Sizes of groups by a power law between two bounds, until so many people have one. */
export function groupSizes(people: number, least: number, most: number, exponent: number, seed: string): number[] {
  const dice = seeded(`sizes/${seed}`);
  const [low, high] = [least ** (1 - exponent), most ** (1 - exponent)];
  const sizes: number[] = [];
  for (let left = people; left > 0;) {
    const size = Math.min(left, Math.round((low + dice() * (high - low)) ** (1 / (1 - exponent))));
    // Nobody is left over.
    sizes.push(left - size < least ? left : size);
    left -= sizes.at(-1) ?? left;
  }
  return sizes;
}

export interface KnownGroups {
  readonly id: string;
  readonly graph: Csr;
  /** Group of each node. */
  readonly truth: Uint32Array;
}

/** The largest connected part, which is nearly all of it. */
export function knownGroups(id: string, { nodes, from, to, truth }: Planted): KnownGroups {
  const components = componentsOf(csrOf(nodes, from, to));
  const sizes = new Uint32Array(nodes);
  for (const label of components) sizes[label] = (sizes[label] ?? 0) + 1;
  const largest = sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0));
  const kept = Array.from({ length: nodes }, (_, node) => node).filter((node) => components[node] === largest);
  const place = new Map(kept.map((node, index) => [node, index]));
  const edges = Array.from(from, (_, edge) => edge).filter((edge) => place.has(from[edge] ?? -1));
  const placed = (ends: Uint32Array): number[] => edges.map((edge) => place.get(ends[edge] ?? -1) ?? 0);
  return { id, graph: csrOf(kept.length, placed(from), placed(to)), truth: Uint32Array.from(kept, (node) => truth[node] ?? 0) };
}

/** Companies, classes, leagues, clubs, and camps in which there are no teams: what a rule for all graphs has to do with. */
export function plantedKinds(seed: string): KnownGroups[] {
  type Divisions = PlantedOptions['divisions'];
  const kind = (
    id: string,
    sizes: readonly number[],
    degree: number,
    mixing: number,
    exponent: number,
    divisions?: Divisions,
  ): KnownGroups =>
    knownGroups(id, planted({ sizes, degree, mixing, exponent, seed: id + seed, ...(divisions && { divisions }) }));
  const many = (count: number, size: number): number[] => Array.from({ length: count }, () => size);
  return [
    kind('company, well parted', groupSizes(800, 6, 60, 1.5, `a${seed}`), 20, 0.35, 2.5),
    kind('company, with large departments', groupSizes(900, 4, 100, 1.4, `b${seed}`), 30, 0.55, 1.6),
    kind('company, with very small ones, too', groupSizes(1_000, 3, 100, 1.3, `c${seed}`), 36, 0.55, 1.5),
    kind('classes of a school', many(10, 23), 46, 0.4, 6),
    kind('classes of a school in years', many(10, 23), 46, 0.4, 4, { groups: 2, within: 0.5 }),
    kind('leagues', many(12, 10), 11, 0.35, 8),
    kind('leagues of neighbours', many(12, 10), 11, 0.35, 8, { groups: 6, within: 0.6 }),
    kind('company of divisions', groupSizes(600, 5, 40, 1.5, `d${seed}`), 18, 0.45, 2, { groups: 6, within: 0.6 }),
    kind('classes of a school, and people beside them', [...many(10, 23), ...many(40, 1)], 40, 0.4, 4),
    kind('two camps', [600, 600], 26, 0.2, 1.6),
    kind('two camps, many people at their edges', [600, 600], 18, 0.1, 1.1),
    kind('three camps', [700, 350, 150], 20, 0.25, 1.6),
    kind('club', [17, 17], 4.8, 0.15, 2),
    kind('two pods', [40, 22], 5.2, 0.15, 2.5),
    kind('shelf', [48, 44, 13], 8.4, 0.25, 2.5),
    kind('small office', [12, 9, 15, 8, 20], 8, 0.3, 2.5),
  ];
}
