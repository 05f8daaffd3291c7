// How well groups found without labels agree with the groups there are.
//
// Beside each figure stands graphology's Louvain at the one resolution that turns out best for that graph and that measure: a
// choice nobody can make who does not know the labels. Who is in no group counts as a group of one.

import { teamOf } from '../../seed/tenant.ts';
import { tell } from '../../seed/seed.ts';
import { foldName } from '../../src/ingest/name.ts';
import { adjustedMutualInformation, adjustedRand, normalizedMutualInformation } from '../../src/learn/communities/agreement.ts';
import { csrOfNames } from '../../src/learn/communities/csr.ts';
import type { Csr } from '../../src/learn/communities/csr.ts';
import { groupsOfGraph } from '../../src/learn/communities/groups.ts';
import { louvainOf } from '../../src/learn/louvain.ts';
import { seeded } from '../../src/model/seeded.ts';
import { meanInterval } from '../interval.ts';
import { DATA } from '../realism/recorded.ts';
import { simulatedGraph } from '../realism/simulated.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { areGraphsThere, euCoreMail, labelled, largestPart, smallGraphs } from './labelled-graphs.ts';
import type { LabelledGraph } from './labelled-graphs.ts';
import { plantedKinds } from './planted-groups.ts';

const measures = [
  ['NMI', normalizedMutualInformation],
  ['ARI', adjustedRand],
  ['AMI', adjustedMutualInformation],
] as const;

/** The same graph is here in two files; the other is the one with departments of all people. */
const DOUBLED = 'eu-core';

/** Seeds for each of the small graphs, and for what is fixed with hindsight: two to three minutes less. */
const FEW = 10;

export async function figures({ seeds, people, days, progress }: SuiteOptions): Promise<Figure[]> {
  const cases: (() => Figure[])[] = [];
  if (areGraphsThere()) {
    const [mail, small] = [
      largestPart(euCoreMail()),
      smallGraphs()
        .filter(({ id }) => id !== DOUBLED)
        .map(largestPart),
    ];
    cases.push(() => ofGraph(mail, seeds), ...small.map((graph) => () => ofGraph(graph, Math.min(seeds, FEW))));
  } else process.stderr.write(`skipped: ${DATA} not present, groups are held against simulated departments only\n`);
  const few = Math.min(seeds, FEW);
  cases.push(
    () => ofTenants({ seeds: few, people, days }),
    // In a larger company fewer days say as much of who works with whom.
    () => ofTenants({ seeds: few, people: 4 * people, days: Math.ceil(days / 4) }),
    ofPlanted,
  );
  const found: Figure[] = [];
  for (const [index, figuresOf] of cases.entries()) {
    found.push(...figuresOf());
    progress(index + 1, cases.length);
    // Each takes seconds, and nothing else may run meanwhile.
    await new Promise(setImmediate);
  }
  return found;
}

interface Known {
  readonly graph: Csr;
  /** True group of each node. */
  readonly truth: Uint32Array;
}

function known({ edges, truth }: LabelledGraph): Known {
  const { graph, names } = csrOfNames(edges);
  const numbers = new Map([...new Set(truth.values())].map((label, number) => [label, number]));
  return { graph, truth: Uint32Array.from(names, (name) => numbers.get(truth.get(name) ?? '') ?? numbers.size) };
}

function ofGraph(graph: LabelledGraph, seeds: number): Figure[] {
  const one = known(graph);
  const runs = Array.from({ length: seeds }, (_, seed) => groupsOfGraph(one.graph, { seed: `${seed}` }));
  const labels = runs.map((run) => run.labels);
  const best = bestFixed(one, Math.min(seeds, FEW));
  const { nodes } = one.graph;
  const agreements = measures.map(([name, measure]) => {
    const { value, resolution } = best[name];
    const says = `${nodes} people, ${new Set(one.truth).size} true groups, mean of ${seeds} seeds; graphology’s Louvain at ${resolution.toFixed(2)}, best of ${RESOLUTIONS.length} resolutions with hindsight: ${value.toFixed(3)}`;
    return figure(`groups, ${name}: ${graph.id}`, labels.map((found) => measure(found, one.truth)), 'score', says); // prettier-ignore
  });
  const between = labels.slice(1).map((found, index) => adjustedRand(found, labels[index] ?? found));
  const sizes = labels.map((found) => sizesOf(found));
  const large = sizes.map((list) => list.filter((size) => size >= 3));
  return [
    ...agreements,
    figure(`groups, ARI between seeds: ${graph.id}`, between, 'score', `${between.length} pairs of seeds`),
    figure(
      `groups, how many: ${graph.id}`,
      large.map(({ length }) => length),
      'count',
      `of three and more people; typical size ${meanOf(large.map(median)).toFixed(1)}, largest ${meanOf(sizes.map(([most = 0]) => most)).toFixed(1)}, ${meanOf(sizes.map((list) => list.filter((size) => size === 1).length)).toFixed(1)} people alone; ${runs[0]?.chosen.found ?? ''} sizes, ${runs[0]?.chosen.scales.length ?? 0} resolutions, ${runs[0]?.chosen.votes ?? 0} votes`,
    ),
  ];
}

/** Sixteen to the eightfold, by the fourth root of two. */
const RESOLUTIONS = Array.from({ length: 29 }, (_, place) => 2 ** ((place - 12) / 4));

type Best = Readonly<Record<'NMI' | 'ARI' | 'AMI', { readonly value: number; readonly resolution: number }>>;

function bestFixed({ graph, truth }: Known, seeds: number): Best {
  const louvain = louvainOf(graph);
  const at = RESOLUTIONS.map((resolution) => ({
    resolution,
    found: Array.from({ length: seeds }, (_, seed) => louvain({ resolution, seed: `${seed}` })),
  }));
  const best = ([, measure]: (typeof measures)[number]) =>
    at
      .map(({ resolution, found }) => ({ resolution, value: meanOf(found.map((labels) => measure(labels, truth))) }))
      .reduce((most, next) => (next.value > most.value ? next : most));
  const [nmi, ari, ami] = measures;
  return { NMI: best(nmi), ARI: best(ari), AMI: best(ami) };
}

interface Tenants {
  readonly seeds: number;
  readonly people: number;
  readonly days: number;
}

/** Who wrote to whom in invented companies, twice the weight where it was answered. */
function ofTenants({ seeds, people, days }: Tenants): Figure[] {
  const companies = Array.from({ length: seeds }, (_, index) => {
    const options = { seed: `groups-${index + 1}`, people, days };
    const { arcs, departments = new Map<string, string>() } = simulatedGraph(options);
    const pairs = [...arcs].flatMap(([from, others]) => [...others].map((to): [string, string] => [from, to]));
    const weight = (from: string, to: string): number => (arcs.get(from)?.has(to) === true ? 1 : 0);
    const graph = labelled(options.seed, pairs, departments);
    const edges = graph.edges.map(({ a, b }) => ({ a, b, weight: weight(a, b) + weight(b, a) }));
    return { options, graph: largestPart({ ...graph, edges }) };
  });
  const ground = `${seeds} invented companies, mail of ${days} days`;
  return [
    ...ofMany(`departments of ${people} simulated people`, ground, companies.map(({ graph }) => known(graph))),
    ...ofMany(`teams of ${people} simulated people`, ground, companies.map(({ options, graph }) => known({ ...graph, truth: teamsIn(options) }))),
  ]; // prettier-ignore
}

/** The graphs on which the rules were chosen. */
const ofPlanted = (): Figure[] => {
  const cases = ['1', '2'].flatMap(plantedKinds);
  return ofMany('planted', `${cases.length} planted graphs, on which the rules were chosen`, cases);
};

function ofMany(name: string, ground: string, cases: readonly Known[]): Figure[] {
  const found = cases.map(({ graph }) => groupsOfGraph(graph).labels);
  const best = cases.map((one) => bestFixed(one, 3));
  const people = meanOf(cases.map(({ graph }) => graph.nodes));
  const groups = meanOf(cases.map(({ truth }) => new Set(truth).size));
  return measures.map(([id, measure]) => {
    const fixed = best.map((one) => one[id].value);
    const agreed = cases.map(({ truth }, index) => measure(found[index] ?? truth, truth));
    const below = agreed.filter((value, index) => value < (fixed[index] ?? 0) - 0.01).length;
    const says = `${ground}, of ${people.toFixed(0)} people and ${groups.toFixed(1)} groups on average; graphology’s Louvain at the best resolution of each, with hindsight: ${meanOf(fixed).toFixed(3)}; more than 0.01 below that in ${below}`;
    return figure(`groups, ${id}: ${name}`, agreed, 'score', says);
  });
}

function teamsIn(options: { seed: string; people: number; days: number }): Map<string, string> {
  const { tenant } = tell({ ...options, stories: [], programmes: [] }).scene;
  return new Map(tenant.people.map((person) => [foldName(person.mailbox.address), teamOf(person).id]));
}

function figure(name: string, values: readonly number[], unit: Figure['unit'], says: string): Figure {
  return { suite: 'learn', name, value: meanOf(values), ...meanInterval(values, seeded(name)), n: values.length, unit, says };
}

/** Largest first. */
function sizesOf(labels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
