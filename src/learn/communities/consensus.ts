// One grouping out of many: the one nearest to all of them.
//
// What is so at many resolutions and for many throws of the dice is a property of the graph and not of the method
// (Strehl & Ghosh 2002; Lancichinetti & Fortunato 2012). The distance is Mirkin's: pairs of people whom one grouping has
// together and the other apart. The grouping with the least sum of distances, the median (Barthélemy & Leclerc 1995), puts two
// people together as far as more than half of the votes have them together. So the cut of one half is not a setting.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- labels are below the number of nodes */

import { csrOf } from './csr.ts';
import type { Csr } from './csr.ts';
import { componentsOf, partitionByMass } from './engine.ts';

export interface Vote {
  /** Community of each node, numbered below the number of nodes. */
  readonly parted: Uint32Array;
  /** How much it counts; all of them together 1. */
  readonly weight: number;
}

const HALF = 0.5;

/** The median, as near as Leiden's search comes. Undefined where the votes have too many pairs together to count them. */
export const medianOfAllPairs = (votes: readonly Vote[], seed: string): Uint32Array | undefined =>
  medianOf(unanimous(votes), votes, seed);

/** Share of votes that makes people joined by an edge one before pairs are counted. */
const NEARLY_ALL = 0.9;

/**
 * For graphs with more people: whoever is joined by an edge and together in nearly all votes is one first, and the median is that
 * of those. Where even they are too many, the vote nearest to all votes.
 */
export function medianOnEdges(graph: Csr, votes: readonly Vote[], seed: string): Uint32Array {
  return medianOf(componentsOf(nearlySureEdges(graph, votes)), votes, seed) ?? nearest(votes);
}

function medianOf(atoms: Uint32Array, votes: readonly Vote[], seed: string): Uint32Array | undefined {
  const shares = sharesOf(atoms, votes);
  if (shares === undefined) return undefined;
  const masses = new Float64Array(shares.nodes);
  for (const atom of atoms) masses[atom]! += 1;
  const found = partitionByMass(shares, masses, HALF, { algorithm: 'leiden', seed });
  return atoms.map((atom) => found[atom]!);
}

/** Filkov & Skiena 2004. */
function nearest(votes: readonly Vote[]): Uint32Array {
  const agreed = votes.map(({ parted }) => agreementOf(parted, votes));
  return votes[agreed.indexOf(Math.max(...agreed))]!.parted;
}

/** For each node the share of votes, averaged over the others of its group, that have the two together. 1 in a group of one. */
export function degreesOfMembership(labels: Uint32Array, votes: readonly Vote[]): Float64Array {
  const sizes = sizesOf(labels);
  const degrees = new Float64Array(labels.length);
  for (const { parted, weight } of votes) {
    const cells = cellsOf(labels, parted);
    for (let node = 0; node < labels.length; node += 1) degrees[node]! += weight * (cells.get(cellOf(labels, parted, node))! - 1);
  }
  return degrees.map((sum, node) => (sizes[labels[node]!] === 1 ? 1 : Math.min(1, sum / (sizes[labels[node]!]! - 1))));
}

/** Pairs the grouping has together, each counting the share of votes for it less one half: the more, the nearer to all votes. */
function agreementOf(labels: Uint32Array, votes: readonly Vote[]): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  let sum = 0;
  for (const size of sizesOf(labels)) sum -= HALF * pairs(size);
  for (const { parted, weight } of votes) for (const count of cellsOf(labels, parted).values()) sum += weight * pairs(count);
  return sum;
}

const cellOf = (a: Uint32Array, b: Uint32Array, node: number): number => a[node]! * a.length + b[node]!;

function cellsOf(a: Uint32Array, b: Uint32Array): Map<number, number> {
  const cells = new Map<number, number>();
  for (let node = 0; node < a.length; node += 1) {
    const cell = cellOf(a, b, node);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return cells;
}

function sizesOf(labels: Uint32Array): Uint32Array {
  const sizes = new Uint32Array(labels.length);
  for (const label of labels) sizes[label]! += 1;
  return sizes;
}

/** The edges whose ends nearly all votes have together. */
function nearlySureEdges({ nodes, starts, ends }: Csr, votes: readonly Vote[]): Csr {
  const [from, to]: [number[], number[]] = [[], []];
  for (let node = 0; node < nodes; node += 1)
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
      const other = ends[arc]!;
      let share = 0;
      if (node < other) for (const { parted, weight } of votes) if (parted[node] === parted[other]) share += weight;
      if (share < NEARLY_ALL) continue;
      from.push(node);
      to.push(other);
    }
  return csrOf(nodes, from, to);
}

/** People whom every vote has together, under one number: the median has them together, too. */
function unanimous(votes: readonly Vote[]): Uint32Array {
  const nodes = votes[0]?.parted.length ?? 0;
  let atoms = new Uint32Array(nodes);
  for (const { parted } of votes) {
    const numbers = new Map<number, number>();
    atoms = atoms.map((atom, node) => {
      const both = atom * nodes + parted[node]!;
      const number = numbers.get(both) ?? numbers.size;
      numbers.set(both, number);
      return number;
    });
  }
  return atoms;
}

/** More pairs of atoms, counted once for every vote that has them together, are not gone through: some seconds of them. */
const MOST_PAIRS = 4e8;
/** Pairs that are kept, at 12 bytes each. */
const MOST_KEPT = 4e7;

/** Between two atoms: pairs of their people, each times the share of votes that have it together. */
function sharesOf(atoms: Uint32Array, votes: readonly Vote[]): Csr | undefined {
  const nodes = atoms.reduce((most, atom) => Math.max(most, atom + 1), 0);
  const tables = votes.map((vote) => tableOf(atoms, nodes, vote));
  if (tables.reduce((sum, { pairs }) => sum + pairs, 0) > MOST_PAIRS) return undefined;
  const starts = new Uint32Array(nodes + 1);
  let ends = new Uint32Array(1_024);
  let weights = new Float64Array(1_024);
  let [count, total] = [0, 0];
  const share = new Float64Array(nodes);
  for (let atom = 0; atom < nodes; atom += 1) {
    const begin = count;
    for (const { weight, byAtom, byCommunity } of tables)
      for (let cell = byAtom.starts[atom]!; cell < byAtom.starts[atom + 1]!; cell += 1) {
        const community = byAtom.others[cell]!;
        const each = weight * byAtom.counts[cell]!;
        for (let place = byCommunity.starts[community]!; place < byCommunity.starts[community + 1]!; place += 1) {
          const other = byCommunity.others[place]!;
          if (other === atom) continue;
          if (share[other] === 0) {
            if (count === MOST_KEPT) return undefined;
            if (count === ends.length)
              [ends, weights] = [grown(ends, new Uint32Array(2 * count)), grown(weights, new Float64Array(2 * count))];
            ends[count++] = other;
          }
          share[other]! += each * byCommunity.counts[place]!;
        }
      }
    for (let arc = begin; arc < count; arc += 1) {
      weights[arc] = share[ends[arc]!]!;
      total += weights[arc]! / 2;
      share[ends[arc]!] = 0;
    }
    starts[atom + 1] = count;
  }
  return { nodes, starts, ends: ends.subarray(0, count), weights: weights.subarray(0, count), total };
}

function grown<T extends Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Row i has `counts[place]` people in common with column `others[place]`, for places from `starts[i]` to `starts[i + 1]`. */
interface Table {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  readonly counts: Uint32Array;
}

/** How many people of each atom are in each community of a vote, by either; `pairs` of atoms that share a community. */
function tableOf(atoms: Uint32Array, count: number, { parted, weight }: Vote) {
  const cells = new Map<number, number>();
  for (const [node, atom] of atoms.entries()) {
    const cell = atom * parted.length + parted[node]!;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const list = [...cells].map(([cell, people]) => {
    const community = cell % parted.length;
    return { atom: (cell - community) / parted.length, community, people };
  });
  const byAtom = rowsOf(list.map(({ atom, community, people }) => [atom, community, people]), count); // prettier-ignore
  const byCommunity = rowsOf(list.map(({ atom, community, people }) => [community, atom, people]), parted.length); // prettier-ignore
  let pairs = 0;
  for (const { community } of list) pairs += byCommunity.starts[community + 1]! - byCommunity.starts[community]!;
  return { weight, byAtom, byCommunity, pairs };
}

function rowsOf(cells: readonly (readonly [row: number, column: number, people: number])[], rows: number): Table {
  const starts = new Uint32Array(rows + 1);
  for (const [row] of cells) starts[row + 1]! += 1;
  for (let row = 0; row < rows; row += 1) starts[row + 1]! += starts[row]!;
  const next = starts.slice();
  const [others, counts] = [new Uint32Array(cells.length), new Uint32Array(cells.length)];
  for (const [row, column, people] of cells) {
    const place = next[row]!++;
    others[place] = column;
    counts[place] = people;
  }
  return { starts, others, counts };
}
