// How fast people are grouped, in one thread: rows from pairs of numbers, one parting, the consensus.
//
// The limit beside it is graphology's own path on the same pairs in the same run, building its graph included. The consensus
// over edges is held against the one over all pairs where both can be made.

import { adjustedRand, normalizedMutualInformation } from '../../src/learn/communities/agreement.ts';
import { csrOf } from '../../src/learn/communities/csr.ts';
import type { Csr } from '../../src/learn/communities/csr.ts';
import { modularity, partitionOf } from '../../src/learn/communities/engine.ts';
import { groupsOfGraph } from '../../src/learn/communities/groups.ts';
import { louvainOf } from '../../src/learn/louvain.ts';
import type { BenchOptions, SpeedPart } from '../bench.ts';
import { groupSizes, planted } from './planted-groups.ts';
import type { Planted } from './planted-groups.ts';

/** People, unless somebody asks for another number; about ten edges and a half a person once doubled ones are merged. */
const PEOPLE = 100_000;
const DEGREE = 28;
/** Graphology's path takes minutes beyond that many. */
const GRAPHOLOGY = 100_000;
/** So many people have their pairs counted, too. */
const PAIRS = 10_000;
/** One parting is all that is asked of more. */
const CONSENSUS = 200_000;

export async function measure({ size = PEOPLE, progress }: BenchOptions): Promise<SpeedPart> {
  const steps = 4;
  const people = size;
  const ground = plantedPeople(people);
  progress(1, steps);
  const before = peak();
  const own = await partedBy(ground, (graph) => partitionOf(graph, { algorithm: 'louvain', resolution: 1, seed: 'speed' }));
  const leiden = await partedBy(ground, (graph) => partitionOf(graph, { algorithm: 'leiden', resolution: 1, seed: 'speed' }));
  progress(2, steps);
  const consensus = people > CONSENSUS ? undefined : await consensusOf(own.graph, ground.truth);
  progress(3, steps);
  const agreement = await agreementOf(plantedPeople(Math.min(PAIRS, people)));
  // Last, because its memory is the largest.
  const beside = await besideGraphology(people > GRAPHOLOGY ? plantedPeople(GRAPHOLOGY) : ground);
  progress(4, steps);
  return {
    ...{
      people,
      edges: own.graph.ends.length / 2,
      buildSeconds: own.build,
      louvainSeconds: own.run,
      slowestSeconds: own.slowest,
      louvainModularity: own.quality,
    },
    ...{ leidenSeconds: leiden.run, leidenModularity: leiden.quality, rssBefore: before, louvainRssPeak: own.peak },
    consensus,
    agreement,
    graphology: beside,
    says: [
      `${whole(people)} people, ${whole(own.graph.ends.length / 2)} edges: rows ${seconds(own.build)}, one Louvain ${seconds(own.run)} (median of ${people > CONSENSUS ? 1 : ROUNDS}, the slowest ${seconds(own.slowest)}; goal for 100,000 people, both: 2 s; for 1,000,000: 60 s), one Leiden ${seconds(leiden.run)}; modularity ${own.quality.toFixed(4)} and ${leiden.quality.toFixed(4)}; memory ${own.peak} MB at the most, ${before} MB before`,
      consensus === undefined
        ? `consensus: left out above ${whole(CONSENSUS)} people`
        : `consensus on edges ${seconds(consensus.took)} (goal 30 s), ${consensus.votes} partings at ${consensus.scales} resolutions, ${whole(consensus.groups)} groups for ${whole(consensus.planted)} planted: NMI ${consensus.nmi.toFixed(3)}, ARI ${consensus.ari.toFixed(3)} (one Louvain at resolution 1: ${consensus.nmiOfOne.toFixed(3)}, ${consensus.ariOfOne.toFixed(3)}); memory ${consensus.peak} MB at the most`,
      `consensus on edges and over all pairs, ${whole(agreement.people)} people: ARI ${agreement.ari.toFixed(3)}, NMI ${agreement.nmi.toFixed(3)} between them; with what was planted ${agreement.edges.toFixed(3)} and ${agreement.pairs.toFixed(3)} (ARI); ${seconds(agreement.edgesTook)} and ${seconds(agreement.pairsTook)}`,
      `graphology, ${whole(beside.people)} people: builds ${seconds(beside.build)}, parts ${seconds(beside.run)}, modularity ${beside.quality.toFixed(4)}, memory ${beside.peak} MB at the most; ours from the same pairs is ${beside.ratio.toFixed(1)} times as fast`,
    ],
  };
}

/** Groups of 8 to 120 by a power law, a third of the edges without regard to them. */
const plantedPeople = (people: number): Planted =>
  planted({ sizes: groupSizes(people, 8, 120, 1.5, 'speed'), degree: DEGREE, mixing: 0.3, exponent: 2, seed: `speed/${people}` });

/** Each stands for itself: the first is cold, and the machine may be busy. */
const ROUNDS = 3;

async function partedBy({ nodes, from, to }: Planted, part: (graph: Csr) => Uint32Array) {
  const rounds = [];
  const many = nodes > CONSENSUS ? 1 : ROUNDS;
  for (let round = 0; round < many; round += 1) {
    const built = timed(() => csrOf(nodes, from, to));
    const parted = timed(() => part(built.value));
    rounds.push({
      graph: built.value,
      labels: parted.value,
      build: built.took,
      run: parted.took,
      took: built.took + parted.took,
    });
    await breath();
  }
  rounds.sort((a, b) => a.took - b.took);
  const { graph, labels, ...median } = rounds[Math.floor(many / 2)] ?? unreachable();
  return { ...median, graph, slowest: rounds.at(-1)?.took ?? NaN, peak: peak(), quality: modularity(graph, labels) };
}

const unreachable = (): never => {
  throw new Error('no round was made');
};

async function consensusOf(graph: Csr, truth: Uint32Array) {
  const { value, took } = timed(() => groupsOfGraph(graph, { engine: 'louvain', consensus: 'edges', seed: 'speed' }));
  const most = peak();
  await breath();
  const one = partitionOf(graph, { algorithm: 'louvain', resolution: 1, seed: 'speed' });
  return {
    ...{ took, peak: most, votes: value.chosen.votes, scales: value.chosen.scales.length },
    groups: countOf(value.labels),
    planted: new Set(truth).size,
    ...{ nmi: normalizedMutualInformation(value.labels, truth), ari: adjustedRand(value.labels, truth) },
    ...{ nmiOfOne: normalizedMutualInformation(one, truth), ariOfOne: adjustedRand(one, truth) },
  };
}

async function agreementOf({ nodes, from, to, truth }: Planted) {
  const graph = csrOf(nodes, from, to);
  const edges = timed(() => groupsOfGraph(graph, { engine: 'louvain', consensus: 'edges', seed: 'speed' }).labels);
  await breath();
  const pairs = timed(() => groupsOfGraph(graph, { engine: 'louvain', consensus: 'pairs', seed: 'speed' }).labels);
  return {
    ...{ people: nodes, edgesTook: edges.took, pairsTook: pairs.took },
    ...{ ari: adjustedRand(edges.value, pairs.value), nmi: normalizedMutualInformation(edges.value, pairs.value) },
    ...{ edges: adjustedRand(edges.value, truth), pairs: adjustedRand(pairs.value, truth) },
  };
}

async function besideGraphology({ nodes, from, to }: Planted) {
  const ours = timed(() => partitionOf(csrOf(nodes, from, to), { algorithm: 'louvain', resolution: 1, seed: 'speed' }));
  await breath();
  const graph = csrOf(nodes, from, to);
  const built = timed(() => louvainOf(graph));
  const parted = timed(() => built.value({ resolution: 1, seed: 'speed' }));
  const [build, run] = [built.took, parted.took];
  return {
    ...{ people: nodes, build, run, peak: peak(), ratio: (build + run) / ours.took },
    quality: modularity(graph, parted.value),
  };
}

function timed<T>(work: () => T): { readonly value: T; readonly took: number } {
  const since = performance.now();
  const value = work();
  return { value, took: (performance.now() - since) / 1_000 };
}

/** Megabytes this process held at the most so far: what comes later can only show more. */
const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1e3);
const breath = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const countOf = (labels: Uint32Array): number => new Set(labels).size;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const seconds = (value: number): string => `${value.toFixed(2)} s`;
