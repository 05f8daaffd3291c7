// Who works with whom: a weighted tie between people for every kind of evidence, and all kinds together.
//
// A tie is a step of a walk there and back: from a person to what they use, and on to another who uses it; or along
// their mail. What many share is thin for each of them, and whoever is tied to many is tied thinly to each: both ends
// are divided by the square root of all they have (Zhou et al. 2004), so that all-staff lists, the chief executive, the
// helpdesk and the address of a whole building join nobody.
//
// How much a kind counts is found without labels: as far as the other kinds bear it out (views that agree: Blum & Mitchell
// 1998). Everything is bounded: by people, by what each uses, and by the strongest ties of each.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the rows themselves */

import type { Day } from '../../model/time.ts';
import { csrOf } from '../communities/csr.ts';
import type { Csr, Edge } from '../communities/csr.ts';
import type { Habits } from '../habits.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence, EvidenceKind, Pairs, Who } from './evidence.ts';
import { nearest } from './nearest.ts';
import type { RowOf } from './nearest.ts';

/** What more people than this use tells nothing about who works with whom. */
const HUB = 200;
/** A person's strongest ties. Teams are smaller, and 100,000 people are still about a million ties. */
const MOST_TIES = 20;
/** What goes one way only counts this much of an exchange. */
const ONE_WAY = 0.25;
/** Working in the same place is not working together: places never count more than this, of the strongest kind. */
const MOST_OF_PLACES = 0.25;
/** The least a kind counts, of one that the others bear out fully: what only one log knows is not wrong for that. */
const LEAST = 0.1;

/** A tie this much weaker than the strongest of both its ends comes of working in one company. */
const FAINT = 0.2;
/** A tie counts by this power: by its square, two teams of one department are told apart where by its weight they are not. */
const SHARPNESS = 2;

export interface Similarity {
  /** One a pair, in the order of their ends. */
  readonly edges: readonly Edge[];
  /** How much each kind counts, the strongest as 1; kinds that tie nobody are left out. */
  readonly balance: ReadonlyMap<EvidenceKind, number>;
}

/** As of the midnight that begins `before`. */
export function similarity(habits: Habits, before: Day, who: Who = {}): Similarity {
  const evidence = evidenceOf(habits, before, who);
  const kinds = tiesByKind(evidence);
  const balance = balanceOf(kinds, evidence.people.length);
  const row: RowOf = (node, add) => {
    for (const [kind, graph] of kinds)
      forEachEnd(graph, node, (other, weight) => {
        add(other, weight * balance.get(kind)!);
      });
  };
  return { edges: edgesOf(nearest(evidence.people, row, MOST_TIES), evidence.people), balance };
}

/**
 * Faint ties go, and strong ones count more: the soft threshold of Zhang & Horvath 2005. Then everybody's ties weigh alike, so that
 * a team of whom more is logged is no other for it.
 */
function edgesOf(graph: Csr, people: readonly string[]): Edge[] {
  const strongest = new Float64Array(graph.nodes);
  for (let node = 0; node < graph.nodes; node += 1)
    forEachEnd(graph, node, (_, weight) => (strongest[node] = Math.max(strongest[node]!, weight)));
  const tied: { a: number; b: number; weight: number }[] = [];
  const all = new Float64Array(graph.nodes);
  for (let a = 0; a < graph.nodes; a += 1)
    forEachEnd(graph, a, (b, tie) => {
      if (a > b || tie < FAINT * Math.min(strongest[a]!, strongest[b]!)) return;
      const weight = tie ** SHARPNESS;
      tied.push({ a, b, weight });
      all[a]! += weight;
      all[b]! += weight;
    });
  return tied.map(({ a, b, weight }) => ({ a: people[a]!, b: people[b]!, weight: weight / Math.sqrt(all[a]! * all[b]!) }));
}

function forEachEnd({ starts, ends, weights }: Csr, node: number, visit: (other: number, weight: number) => void): void {
  for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) visit(ends[arc]!, weights[arc]!);
}

/** The strongest ties of each kind that ties anybody. */
export function tiesByKind({ people, mail, shared }: Evidence): ReadonlyMap<EvidenceKind, Csr> {
  const rows: (readonly [EvidenceKind, RowOf])[] = [
    ['mail', exchange(people.length, mail)],
    ...[...shared].map(([kind, { pairs, things }]) => [kind, sharing(people.length, things, pairs)] as const),
  ];
  const ties = rows.map(([kind, row]) => [kind, nearest(people, row, MOST_TIES)] as const);
  return new Map(ties.filter(([, graph]) => graph.total > 0));
}

/** Mail both ways counts fully, mail one way a part. */
function exchange(people: number, { from, to, weight }: Pairs): RowOf {
  const sent = new Map<number, number>();
  for (const [index, a] of from.entries()) {
    const key = a * people + to[index]!;
    sent.set(key, (sent.get(key) ?? 0) + weight[index]!);
  }
  const ties: Pairs = { from: [], to: [], weight: [] };
  for (const [key, there] of sent) {
    const [a, b] = [Math.floor(key / people), key % people];
    const back = sent.get(b * people + a) ?? 0;
    if (back > 0 && a > b) continue;
    ties.from.push(a);
    ties.to.push(b);
    ties.weight.push(worth(Math.min(there, back)) + ONE_WAY * (worth(Math.max(there, back)) - worth(Math.min(there, back))));
  }
  const graph = csrOf(people, ties.from, ties.to, ties.weight);
  const root = new Float64Array(people);
  for (let node = 0; node < people; node += 1) {
    forEachEnd(graph, node, (_, tie) => (root[node]! += tie));
    root[node] = Math.sqrt(root[node]!);
  }
  return (node, add) => {
    forEachEnd(graph, node, (other, tie) => {
      add(other, tie / (root[node]! * root[other]!));
    });
  };
}

/** The tenth time says less than the first. */
const worth = Math.log1p;

/** A step from a person to what they use and on to who else uses it. */
function sharing(people: number, things: number, pairs: Pairs): RowOf {
  const { from, to, weight } = withoutHubs(pairs, things);
  const uses = weight.map(worth);
  const root = rootsOf(people, from, uses);
  const shared = rootsOf(things, to, uses);
  // How much of a person goes to a thing, over how much everybody's does.
  const parts = uses.map((use, index) => use / (root[from[index]!]! * shared[to[index]!]!));
  const ofPerson = rowsBy(people, from);
  const ofThing = rowsBy(things, to);
  return (node, add) => {
    for (let place = ofPerson.starts[node]!; place < ofPerson.starts[node + 1]!; place += 1) {
      const own = ofPerson.order[place]!;
      const thing = to[own]!;
      for (let at = ofThing.starts[thing]!; at < ofThing.starts[thing + 1]!; at += 1) {
        const other = ofThing.order[at]!;
        add(from[other]!, parts[own]! * parts[other]!);
      }
    }
  };
}

function withoutHubs({ from, to, weight }: Pairs, things: number): Pairs {
  const users = new Uint32Array(things);
  for (const thing of to) users[thing]! += 1;
  const kept = [...from.keys()].filter((index) => users[to[index]!]! <= HUB);
  const column = (values: readonly number[]) => kept.map((index) => values[index]!);
  return { from: column(from), to: column(to), weight: column(weight) };
}

function rootsOf(count: number, place: readonly number[], values: readonly number[]): Float64Array {
  const sums = new Float64Array(count);
  for (const [index, value] of values.entries()) sums[place[index]!]! += value;
  return sums.map(Math.sqrt);
}

/** Which entries belong to each place: `order[starts[i] .. starts[i + 1])`. */
function rowsBy(count: number, place: readonly number[]): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const at of place) starts[at + 1]! += 1;
  for (let at = 0; at < count; at += 1) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const order = new Uint32Array(place.length);
  for (const [index, at] of place.entries()) order[next[at]!++] = index;
  return { starts, order };
}

/**
 * A kind counts as far as its ties are the others' ties too: the mean correlation, over people, of how it ranks colleagues with
 * how all others together do. A single kind has nobody to agree with, and counts fully.
 */
export function balanceOf(kinds: ReadonlyMap<EvidenceKind, Csr>, people: number): Map<EvidenceKind, number> {
  const agreed = [...kinds].map(([kind, graph]) => {
    const others = [...kinds].filter(([other]) => other !== kind).map(([, one]) => one);
    return [kind, Math.max(LEAST, agreement(graph, others, people))] as const;
  });
  const most = Math.max(...agreed.filter(([kind]) => kind !== 'places').map(([, share]) => share), LEAST);
  return new Map(
    agreed.map(([kind, share]) => [kind, Math.min(share / most, kind === 'places' && kinds.size > 1 ? MOST_OF_PLACES : 1)]),
  );
}

function agreement(graph: Csr, others: readonly Csr[], people: number): number {
  let sum = 0;
  let judged = 0;
  const here = new Float64Array(people);
  for (let node = 0; node < people; node += 1) {
    if (graph.starts[node] === graph.starts[node + 1]) continue;
    const own = { sum: 0, squares: 0 };
    const their = { sum: 0, squares: 0, products: 0 };
    const row = new Map<number, number>();
    for (const other of others)
      forEachEnd(other, node, (end, weight) => {
        row.set(end, (row.get(end) ?? 0) + weight);
      });
    if (row.size === 0) continue;
    forEachEnd(graph, node, (end, weight) => {
      here[end] = weight;
      own.sum += weight;
      own.squares += weight * weight;
    });
    for (const [end, weight] of row) {
      their.sum += weight;
      their.squares += weight * weight;
      their.products += weight * here[end]!;
    }
    forEachEnd(graph, node, (end) => (here[end] = 0));
    sum += correlation(own, their, people - 1);
    judged += 1;
  }
  return judged === 0 ? 0 : sum / judged;
}

/** Pearson's, of two rows that are zero where nothing is said. */
function correlation(
  a: { readonly sum: number; readonly squares: number },
  b: { readonly sum: number; readonly squares: number; readonly products: number },
  n: number,
): number {
  const spread = (a.squares - (a.sum * a.sum) / n) * (b.squares - (b.sum * b.sum) / n);
  return spread <= 0 ? 0 : (b.products - (a.sum * b.sum) / n) / Math.sqrt(spread);
}
