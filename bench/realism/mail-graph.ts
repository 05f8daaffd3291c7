// Who writes to whom, and what such a network looks like.
//
// Definitions: Newman, Networks (2010). An edge joins two people of whom one wrote to the other; who wrote only to
// themselves stands alone.

import { communities } from '../../src/learn/louvain.ts';
import { seeded } from '../../src/model/seeded.ts';
import type { Terms } from './telemetry.ts';

interface Described {
  readonly id: string;
  readonly title: string;
  readonly terms: Terms;
  /** Whether it is known who of the two wrote. */
  readonly directed: boolean;
  /** Of each person there is, also of those who wrote to nobody. */
  readonly departments?: ReadonlyMap<string, string>;
}

export interface MailGraph extends Described {
  /** To whom each one wrote. */
  readonly arcs: Map<string, Set<string>>;
  /** With whom each one wrote, either way. */
  readonly neighbours: Map<string, Set<string>>;
}

export function emptyGraph(described: Described): MailGraph {
  const neighbours = new Map([...(described.departments?.keys() ?? [])].map((person) => [person, new Set<string>()]));
  return { ...described, arcs: new Map(), neighbours };
}

export function addArc({ arcs, neighbours }: MailGraph, from: string, to: string): void {
  const ofFrom = around(neighbours, from);
  if (from === to) return;
  around(arcs, from).add(to);
  ofFrom.add(to);
  around(neighbours, to).add(from);
}

function around(sets: Map<string, Set<string>>, person: string): Set<string> {
  const found = sets.get(person) ?? new Set();
  sets.set(person, found);
  return found;
}

export interface Structure {
  readonly people: number;
  readonly edges: number;
  readonly degrees: readonly number[];
  /** Share of arcs that are answered by one the other way; undefined where directions are not known. */
  readonly reciprocity?: number;
  /** Mean over people: which share of pairs of their neighbours wrote to each other; 0 for who has no pair (Watts and Strogatz 1998). */
  readonly clustering: number;
  /** Share of people in the largest connected part. */
  readonly largest: number;
  /** Mean steps between two people of the largest part. */
  readonly distance: number;
  /** Of Louvain's communities at resolution 1, and how many there are. */
  readonly modularity: number;
  readonly communities: number;
  /** Of the departments, where they are known. */
  readonly inside?: Inside;
}

interface Inside {
  readonly departments: number;
  /** Share of edges between people of one department. */
  readonly edges: number;
  readonly modularity: number;
  /** Normalised mutual information of departments and Louvain's communities, by the mean of their entropies. */
  readonly agreement: number;
}

/** People looked at for clustering, and from whom steps are counted; of fewer, all. */
const SAMPLED = { clustering: 5_000, distance: 60 };

export function structureOf(graph: MailGraph): Structure {
  const { neighbours } = graph;
  const people = [...neighbours.keys()].sort();
  const degrees = people.map((person) => neighbours.get(person)?.size ?? 0);
  const part = largestPart(neighbours, people);
  const found = louvainOf(neighbours, people);
  const some = (from: readonly string[], count: number): readonly string[] => sampled(from, count, seeded(graph.id));
  return {
    people: people.length,
    edges: degrees.reduce((sum, degree) => sum + degree, 0) / 2,
    degrees,
    ...(graph.directed ? { reciprocity: reciprocityOf(graph.arcs) } : {}),
    clustering: clusteringOf(neighbours, some(people, SAMPLED.clustering)),
    largest: part.length / people.length,
    distance: distanceOf(neighbours, some(part, SAMPLED.distance)),
    modularity: modularityOf(neighbours, (person) => found.get(person)),
    communities: new Set(found.values()).size,
    ...(graph.departments === undefined ? {} : { inside: insideOf(neighbours, graph.departments, found) }),
  };
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

function sampled(from: readonly string[], count: number, rng: () => number): readonly string[] {
  if (from.length <= count) return from;
  const deck = [...from];
  for (let place = 0; place < count; place += 1) {
    const other = place + Math.floor(rng() * (deck.length - place));
    [deck[place], deck[other]] = [deck[other] ?? '', deck[place] ?? ''];
  }
  return deck.slice(0, count);
}

function reciprocityOf(arcs: Neighbours): number {
  let [answered, all] = [0, 0];
  for (const [from, to] of arcs)
    for (const person of to) {
      all += 1;
      if (arcs.get(person)?.has(from) === true) answered += 1;
    }
  return answered / all;
}

function clusteringOf(neighbours: Neighbours, people: readonly string[]): number {
  const shares = people.map((person) => {
    const theirs = neighbours.get(person) ?? new Set<string>();
    if (theirs.size < 2) return 0;
    let joined = 0;
    for (const one of theirs) joined += inCommon(neighbours.get(one) ?? new Set(), theirs);
    return joined / (theirs.size * (theirs.size - 1));
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const person of few) if (many.has(person)) common += 1;
  return common;
}

function largestPart(neighbours: Neighbours, people: readonly string[]): readonly string[] {
  const visited = new Set<string>();
  let largest: readonly string[] = [];
  for (const person of people) {
    if (visited.has(person)) continue;
    const part = [...stepsFrom(neighbours, person).keys()];
    for (const other of part) visited.add(other);
    if (part.length > largest.length) largest = part;
  }
  return [...largest].sort();
}

/** How many steps everybody is away who can be reached. */
function stepsFrom(neighbours: Neighbours, start: string): Map<string, number> {
  const steps = new Map([[start, 0]]);
  // A Map goes on to what is added while it is walked: the queue of a search in breadth.
  for (const [person, away] of steps)
    for (const next of neighbours.get(person) ?? []) if (!steps.has(next)) steps.set(next, away + 1);
  return steps;
}

function distanceOf(neighbours: Neighbours, from: readonly string[]): number {
  let [sum, pairs] = [0, 0];
  for (const person of from)
    for (const away of stepsFrom(neighbours, person).values()) {
      sum += away;
      pairs += away > 0 ? 1 : 0;
    }
  return sum / pairs;
}

function louvainOf(neighbours: Neighbours, people: readonly string[]): ReadonlyMap<string, string> {
  const edges = people.flatMap((a) => [...(neighbours.get(a) ?? [])].filter((b) => a < b).map((b) => ({ a, b, weight: 1 })));
  const [found = {}] = communities(edges, [{ resolution: 1, seed: 'realism' }]);
  return new Map(Object.entries(found).map(([person, community]) => [person, String(community)]));
}

/** Newman and Girvan 2004: edges inside groups, less those that would be there if only degrees counted. */
function modularityOf(neighbours: Neighbours, groupOf: (person: string) => string | undefined): number {
  const groups = new Map<string, { inside: number; ends: number }>();
  let ends = 0;
  for (const [person, theirs] of neighbours) {
    const name = groupOf(person);
    ends += theirs.size;
    if (name === undefined) continue;
    const group = groups.get(name) ?? { inside: 0, ends: 0 };
    groups.set(name, group);
    group.ends += theirs.size;
    for (const other of theirs) if (groupOf(other) === name) group.inside += 1;
  }
  return [...groups.values()].reduce((sum, group) => sum + group.inside / ends - (group.ends / ends) ** 2, 0);
}

function insideOf(neighbours: Neighbours, departments: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): Inside {
  let [inside, ends] = [0, 0];
  for (const [person, theirs] of neighbours)
    for (const other of theirs) {
      ends += 1;
      if (departments.get(person) === departments.get(other)) inside += 1;
    }
  return {
    departments: new Set(departments.values()).size,
    edges: inside / ends,
    modularity: modularityOf(neighbours, (person) => departments.get(person)),
    agreement: agreementOf([...found].map(([person, community]) => [departments.get(person) ?? '', community])),
  };
}

export function agreementOf(pairs: readonly (readonly [string, string])[]): number {
  const entropyOf = (names: readonly string[]): number => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum - (count / names.length) * Math.log(count / names.length), 0);
  };
  const [a, b] = [entropyOf(pairs.map(([one]) => one)), entropyOf(pairs.map(([, other]) => other))];
  const both = entropyOf(pairs.map(([one, other]) => `${one}\n${other}`));
  return a + b === 0 ? 1 : (2 * (a + b - both)) / (a + b);
}
