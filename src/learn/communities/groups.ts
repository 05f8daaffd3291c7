// Who belongs together, from how much people have to do with each other, with nothing chosen by labels.
//
// Louvain at every resolution whose groups are of a team's size, several times each; each parting is a vote that counts by how
// far the other resolutions agree with it and how usual the size of its groups is; the groups are the median of the votes.
//
// Every number here was chosen on planted graphs (bench/learn/planted-groups.ts) or is a guess about people, none by the labels
// of a recorded graph. Weights are taken as given: reweighing edges by common neighbours (Jaccard) made planted groups harder
// to find. Whoever makes the edges damps hubs there.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- labels are below the number of nodes */

import { seeded } from '../../model/seeded.ts';
import { louvainOf } from '../louvain.ts';
import { degreesOfMembership, medianOfAllPairs, medianOnEdges } from './consensus.ts';
import type { Vote } from './consensus.ts';
import { csrOfNames } from './csr.ts';
import type { Csr, Edge } from './csr.ts';
import { componentsOf, partitionOf, shuffled } from './engine.ts';
import { scalesOf } from './scales.ts';
import type { Parting, Scale, Scales } from './scales.ts';

/** `graphology`: graphology-communities-louvain. `louvain`, `leiden`: engine.ts. `gds`: the database's own, where it has one. */
export type EngineName = 'graphology' | 'louvain' | 'leiden' | 'gds';

export interface Grouping {
  /** Groups of at least two, members sorted, groups sorted by first member. People in no group of two are left out. */
  readonly groups: readonly (readonly string[])[];
  /** Person → 0 to 1: the share of votes, averaged over the others of their group, that have the two together. Of everybody in a group. */
  readonly degree: ReadonlyMap<string, number>;
  readonly chosen: Chosen;
}

/** What was chosen, and why. */
export interface Chosen {
  readonly engine: EngineName;
  /** Over which pairs of people votes were counted: all, or only those joined by an edge. */
  readonly consensus: 'pairs' | 'edges';
  /** Whether groups of a team's size were found, larger ones, or only what is connected at all. */
  readonly found: Scales['found'];
  /** How large a group was to be, on average. */
  readonly sizes: { readonly least: number; readonly most: number };
  /** Resolutions that voted. */
  readonly scales: readonly Omit<Scale, 'partings'>[];
  readonly votes: number;
}

export interface GroupOptions {
  readonly seed?: string;
  /** Unless given: graphology up to 20,000 people, Louvain of our own above. */
  readonly engine?: Exclude<EngineName, 'gds'>;
  /** Somebody else's partings of the same graph, its nodes in the order of their names; then the engine is called `gds`. */
  readonly parting?: Parting;
  /** Unless given: all pairs up to 10,000 people, edges above. */
  readonly consensus?: Chosen['consensus'];
}

/** How large teams are: 95 % of them, were the logarithm of their size normal. A guess about people. */
const TEAM = { least: 4, most: 60 };

/** How much more a supported resolution counts: its support to this power. On planted graphs and in invented companies 8 did better than 4 and 2. */
const SUPPORT_COUNTS = 8;

/** The most people of a graph for each way of doing it. */
const GRAPHOLOGY = 20_000;
const ALL_PAIRS = 10_000;

/** Of large graphs fewer partings tell as much: there are more people to average over. */
function effortFor(people: number): { runs: number; step: number } {
  if (people <= 2_000) return { runs: 8, step: 2 ** (1 / 4) };
  return people <= GRAPHOLOGY ? { runs: 4, step: 2 ** (1 / 2) } : { runs: 3, step: 2 };
}

/** Weights above 0. The same edges in any order and the same seed give the same answer. */
export function groupsWithoutLabels(edges: readonly Edge[], options: GroupOptions = {}): Grouping {
  const { graph, names } = csrOfNames(edges);
  const { labels, degrees, chosen } = groupsOfGraph(graph, options);
  const lists: string[][] = [];
  for (const [node, name] of names.entries()) (lists[labels[node]!] ??= []).push(name);
  const groups = lists.filter(({ length }) => length >= 2);
  const grouped = names.flatMap((name, node): [string, number][] =>
    lists[labels[node]!]!.length >= 2 ? [[name, degrees[node]!]] : [],
  );
  return { groups, degree: new Map(grouped), chosen };
}

export interface GraphGrouping {
  /** Group of each node, numbered in the order of their first nodes. */
  readonly labels: Uint32Array;
  /** As `Grouping.degree`; 1 for who is alone. */
  readonly degrees: Float64Array;
  readonly chosen: Chosen;
}

/** The same for numbers instead of names. */
export function groupsOfGraph(graph: Csr, options: GroupOptions = {}): GraphGrouping {
  const { seed = 'groups', engine: wish, consensus: over, parting } = options;
  const engine = wish ?? (graph.nodes <= GRAPHOLOGY ? 'graphology' : 'louvain');
  const people = graph.nodes;
  // Few people are two groups at the least, and what is smaller than three is no group.
  const sizes = { least: Math.min(TEAM.least, Math.max(3, people / 4)), most: Math.min(TEAM.most, Math.max(3, people / 2)) };
  const usual = bellOver(sizes);
  const looked = scalesOf(parting ?? partingOf(graph, engine), componentsOf(graph), { sizes, usual, ...effortFor(people), seed });
  const votes = votesOf(looked, usual);
  const isOverAll = (over ?? (people <= ALL_PAIRS ? 'pairs' : 'edges')) === 'pairs';
  const median = isOverAll ? medianOfAllPairs(votes, seed) : undefined;
  const labels = median ?? medianOnEdges(graph, votes, seed);
  return {
    labels,
    degrees: degreesOfMembership(labels, votes),
    chosen: {
      ...{
        engine: parting === undefined ? engine : ('gds' as const),
        sizes,
        found: looked.found,
        consensus: median === undefined ? 'edges' : 'pairs',
        votes: votes.length,
      },
      scales: looked.scales.map(({ resolution, size, stability, support }) => ({ resolution, size, stability, support })),
    },
  };
}

/** The bell of sizes, 1 at the most usual of those there can be. */
function bellOver({ least, most }: Chosen['sizes']): (size: number) => number {
  const middle = (Math.log(TEAM.least) + Math.log(TEAM.most)) / 2;
  const deviation = (Math.log(TEAM.most) - middle) / 1.96;
  const bell = (size: number): number => Math.exp(-(((Math.log(size) - middle) / deviation) ** 2) / 2);
  const top = bell(Math.min(most, Math.max(least, Math.exp(middle))));
  return (size) => bell(size) / top;
}

function partingOf(graph: Csr, engine: Exclude<EngineName, 'gds'>): Parting {
  if (engine !== 'graphology') return (resolution, seed) => partitionOf(graph, { algorithm: engine, resolution, seed });
  // One built graph a seed, and only the last is kept: they are large.
  let [built, louvain]: [string | undefined, ReturnType<typeof louvainOf>] = [undefined, () => new Uint32Array()];
  return (resolution, seed) => {
    if (seed !== built) [built, louvain] = [seed, louvainOf(graph, shuffled(graph.nodes, seeded(seed)))];
    return louvain({ resolution, seed });
  };
}

/** A resolution counts by how far the others agree with it and, among those with groups of a team's size, by how usual it is. */
function votesOf({ scales, found }: Scales, usual: (size: number) => number): Vote[] {
  const votes = scales.flatMap(({ partings, support, size }) => {
    const weight = Math.max(1e-3, support) ** SUPPORT_COUNTS * (found === 'team' ? usual(size) : 1);
    return partings.map((parted) => ({ parted, weight: weight / partings.length }));
  });
  const all = votes.reduce((sum, { weight }) => sum + weight, 0);
  return votes.map(({ parted, weight }) => ({ parted, weight: weight / all }));
}
