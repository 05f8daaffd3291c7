// Communities on typed arrays: Louvain and Leiden.
//
// Louvain: Blondel, Guillaume, Lambiotte & Lefebvre 2008, "Fast unfolding of communities in large networks".
// Leiden: Traag, Waltman & van Eck 2019, "From Louvain to Leiden: guaranteeing well-connected communities".
// Only nodes whose neighbourhood has changed are looked at again: Ozaki, Tezuka & Inaba 2016.
// Resolution: Reichardt & Bornholdt 2006; nodes with masses of their own: Traag, Van Dooren & Nesterov 2011.
//
// One quality for all: the weight inside communities less `price` times the masses of every two nodes put together. With
// weighted degrees for masses and resolution / (2 × total) for the price that is modularity (Newman & Girvan 2004).
// Same graph, same seed: same communities. It knows nothing of names, and of what a community should look like.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index comes from the rows themselves */

import { seeded } from '../../model/seeded.ts';
import type { Csr } from './csr.ts';

export interface EngineOptions {
  /** Leiden's communities are connected; Louvain takes about half the time. */
  readonly algorithm: 'louvain' | 'leiden';
  /** Of modularity: above 1 gives more and smaller communities. */
  readonly resolution: number;
  readonly seed: string;
}

/** Community of each node, numbered from 0 in the order of their first nodes. */
export function partitionOf(graph: Csr, { algorithm, resolution, seed }: EngineOptions): Uint32Array {
  const masses = degreesOf(graph);
  return partitionByMass(graph, masses, graph.total === 0 ? 0 : resolution / (2 * graph.total), { algorithm, seed });
}

/** As `partitionOf`, for any masses (one a node, 0 or more) and any price (per product of two masses, in units of weight). */
export function partitionByMass(
  graph: Csr,
  masses: Float64Array,
  price: number,
  { algorithm, seed }: Pick<EngineOptions, 'algorithm' | 'seed'>,
): Uint32Array {
  const dice = seeded(seed);
  const start: Level = { ...graph, masses, price };
  return numbered(algorithm === 'louvain' ? louvain(start, dice) : leiden(start, dice));
}

/** Newman & Girvan 2004: share of the weight inside groups, less what chance would put there, times the resolution; 0 of no edges. */
export function modularity(graph: Csr, labels: ArrayLike<number>, resolution = 1): number {
  if (graph.total === 0) return 0;
  const degrees = new Map<number, number>();
  let inside = 0;
  for (let node = 0; node < graph.nodes; node += 1) {
    let degree = 0;
    for (let arc = graph.starts[node]!; arc < graph.starts[node + 1]!; arc += 1) {
      degree += graph.weights[arc]!;
      if (labels[graph.ends[arc]!] === labels[node]) inside += graph.weights[arc]!;
    }
    degrees.set(labels[node]!, (degrees.get(labels[node]!) ?? 0) + degree);
  }
  const ends = 2 * graph.total;
  let chance = 0;
  for (const degree of degrees.values()) chance += (degree / ends) ** 2;
  return inside / ends - resolution * chance;
}

/** Sum of the weights at each node. */
export function degreesOf({ nodes, starts, weights }: Csr): Float64Array {
  const degrees = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1)
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) degrees[node]! += weights[arc]!;
  return degrees;
}

/** A graph whose nodes may be communities of the graph before. What is inside a node has no say in where it goes, and is dropped. */
interface Level extends Pick<Csr, 'nodes' | 'starts' | 'ends' | 'weights'> {
  readonly masses: Float64Array;
  readonly price: number;
}

type Dice = () => number;

function louvain(start: Level, dice: Dice): Uint32Array {
  const labels = identity(start.nodes);
  for (let level = start; ;) {
    const found = identity(level.nodes);
    if (!moveNodes(level, found, dice)) return labels;
    const groups = renumber(found);
    for (let node = 0; node < labels.length; node += 1) labels[node] = found[labels[node]!]!;
    level = aggregated(level, found, groups);
  }
}

/** Later rounds begin with what the one before has found; a third one hardly ever finds more. */
const ROUNDS = 2;

function leiden(start: Level, dice: Dice): Uint32Array {
  let labels = identity(start.nodes);
  for (let round = 0; round < ROUNDS; round += 1) labels = leidenRound(start, labels, dice);
  return labels;
}

function leidenRound(start: Level, first: Uint32Array, dice: Dice): Uint32Array {
  const member = identity(start.nodes);
  let found = first.slice();
  for (let level = start; ;) {
    moveNodes(level, found, dice);
    const groups = renumber(found);
    const refined = groups === level.nodes ? found : refine(level, found, groups, dice);
    const parts = refined === found ? groups : renumber(refined);
    // Nothing was put together: what remains apart inside a community is not connected in it.
    if (parts === level.nodes) return componentsWithin(level, found, member);
    const next = new Uint32Array(parts);
    for (let node = 0; node < level.nodes; node += 1) next[refined[node]!] = found[node]!;
    for (let node = 0; node < member.length; node += 1) member[node] = refined[member[node]!]!;
    level = aggregated(level, refined, parts);
    found = next;
  }
}

/** Moves nodes, one at a time, to where they add most, until none can gain; whether any has moved. Changes `labels`. */
function moveNodes({ nodes, starts, ends, weights, masses, price }: Level, labels: Uint32Array, dice: Dice): boolean {
  const held = new Float64Array(nodes);
  const sizes = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    held[labels[node]!]! += masses[node]!;
    sizes[labels[node]!]! += 1;
  }
  const empty: number[] = [];
  for (let label = 0; label < nodes; label += 1) if (sizes[label] === 0) empty.push(label);
  const queue = shuffled(nodes, dice);
  const waiting = new Uint8Array(nodes).fill(1);
  const toward = new Float64Array(nodes);
  const around = new Uint32Array(nodes);
  let moved = false;
  for (let head = 0, left = nodes; left > 0; left -= 1) {
    const node = queue[head]!;
    head = head + 1 === nodes ? 0 : head + 1;
    waiting[node] = 0;
    const own = labels[node]!;
    const mass = masses[node]!;
    let [found, all] = [0, 0];
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
      const label = labels[ends[arc]!]!;
      if (toward[label] === 0) around[found++] = label;
      toward[label]! += weights[arc]!;
      all += weights[arc]!;
    }
    const stay = toward[own]! - price * mass * (held[own]! - mass);
    // Rounding must not send a node back and forth.
    const least = stay + 1e-12 * all;
    let [best, gain] = [own, least];
    for (let place = 0; place < found; place += 1) {
      const label = around[place]!;
      const here = toward[label]! - price * mass * held[label]!;
      if (label !== own && here > gain) [best, gain] = [label, here];
      toward[label] = 0;
    }
    if (gain < 0 && sizes[own]! > 1) best = empty.pop()!;
    if (best === own) continue;
    moved = true;
    held[own]! -= mass;
    held[best]! += mass;
    sizes[own]! -= 1;
    sizes[best]! += 1;
    if (sizes[own] === 0) empty.push(own);
    labels[node] = best;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
      const other = ends[arc]!;
      if (waiting[other] === 1 || labels[other] === best) continue;
      waiting[other] = 1;
      queue[(head + left - 1) % nodes] = other;
      left += 1;
    }
  }
  return moved;
}

/** How warm the choice of a part is, in mean weights: the paper's 0.01. */
const WARMTH = 0.01;

/**
 * Takes every community apart and puts nodes together again, only where both are well connected inside it; the choice is
 * left to the dice, the better the likelier. The parts that come out are connected.
 */
function refine(
  { nodes, starts, ends, weights, masses, price }: Level,
  labels: Uint32Array,
  groups: number,
  dice: Dice,
): Uint32Array {
  const whole = new Float64Array(groups);
  const cut = new Float64Array(nodes);
  let all = 0;
  for (let node = 0; node < nodes; node += 1) {
    whole[labels[node]!]! += masses[node]!;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
      all += weights[arc]!;
      if (labels[ends[arc]!] === labels[node]) cut[node]! += weights[arc]!;
    }
  }
  const warmth = (WARMTH * all) / Math.max(1, ends.length);
  const parts = identity(nodes);
  const held = masses.slice();
  const alone = new Uint8Array(nodes).fill(1);
  const toward = new Float64Array(nodes);
  const around = new Uint32Array(nodes);
  const gains = new Float64Array(nodes);
  for (const node of shuffled(nodes, dice)) {
    const group = labels[node]!;
    const mass = masses[node]!;
    const isTied = (part: number): boolean => cut[part]! >= price * held[part]! * (whole[group]! - held[part]!);
    if (alone[node] === 0 || !isTied(node)) continue;
    let found = 0;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
      if (labels[ends[arc]!] !== group) continue;
      const part = parts[ends[arc]!]!;
      if (toward[part] === 0) around[found++] = part;
      toward[part]! += weights[arc]!;
    }
    let best = 0;
    for (let place = 0; place < found; place += 1) {
      const part = around[place]!;
      gains[place] = isTied(part) ? toward[part]! - price * mass * held[part]! : -1;
      best = Math.max(best, gains[place]!);
    }
    // To stay alone gains nothing and is possible, too.
    let sum = Math.exp(-best / warmth);
    for (let place = 0; place < found; place += 1) if (gains[place]! >= 0) sum += Math.exp((gains[place]! - best) / warmth);
    let left = dice() * sum - Math.exp(-best / warmth);
    let chosen = node;
    for (let place = 0; place < found && left >= 0; place += 1) {
      if (gains[place]! < 0) continue;
      left -= Math.exp((gains[place]! - best) / warmth);
      chosen = around[place]!;
    }
    if (chosen !== node) {
      cut[chosen]! += cut[node]! - 2 * toward[chosen]!;
      held[chosen]! += mass;
      parts[node] = chosen;
      alone[chosen] = 0;
    }
    for (let place = 0; place < found; place += 1) toward[around[place]!] = 0;
  }
  return parts;
}

/** Each community becomes one node, of the masses of its members; `labels` are below `groups`. */
function aggregated({ nodes, starts, ends, weights, masses, price }: Level, labels: Uint32Array, groups: number): Level {
  const first = new Uint32Array(groups + 1);
  for (let node = 0; node < nodes; node += 1) first[labels[node]! + 1]! += 1;
  for (let group = 0; group < groups; group += 1) first[group + 1]! += first[group]!;
  const members = new Uint32Array(nodes);
  const next = first.slice();
  for (let node = 0; node < nodes; node += 1) members[next[labels[node]!]!++] = node;
  const rows = {
    starts: new Uint32Array(groups + 1),
    ends: new Uint32Array(ends.length),
    weights: new Float64Array(ends.length),
  };
  const sums = new Float64Array(groups);
  const toward = new Float64Array(groups);
  let kept = 0;
  for (let group = 0; group < groups; group += 1) {
    const begin = kept;
    for (let place = first[group]!; place < first[group + 1]!; place += 1) {
      const node = members[place]!;
      sums[group]! += masses[node]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
        const other = labels[ends[arc]!]!;
        if (other === group) continue;
        if (toward[other] === 0) rows.ends[kept++] = other;
        toward[other]! += weights[arc]!;
      }
    }
    for (let arc = begin; arc < kept; arc += 1) {
      rows.weights[arc] = toward[rows.ends[arc]!]!;
      toward[rows.ends[arc]!] = 0;
    }
    rows.starts[group + 1] = kept;
  }
  return {
    ...{ nodes: groups, masses: sums, price },
    ...{ starts: rows.starts, ends: rows.ends.slice(0, kept), weights: rows.weights.slice(0, kept) },
  };
}

/** Communities of the level split into their connected parts, told to the nodes behind it. */
function componentsWithin(level: Level, labels: Uint32Array, member: Uint32Array): Uint32Array {
  const part = connected(level, labels);
  return member.map((node) => part[node]!);
}

/** Who is connected with whom at all: a label for each node, numbered as communities are. */
export const componentsOf = (graph: Csr): Uint32Array => numbered(connected(graph, new Uint32Array(graph.nodes)));

/** Nodes joined by a walk that stays inside one label have the number of the first of them. */
function connected({ nodes, starts, ends }: Pick<Csr, 'nodes' | 'starts' | 'ends'>, labels: Uint32Array): Uint32Array {
  const NONE = nodes;
  const part = new Uint32Array(nodes).fill(NONE);
  const stack: number[] = [];
  for (let root = 0; root < nodes; root += 1) {
    if (part[root] !== NONE) continue;
    part[root] = root;
    stack.push(root);
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
        const other = ends[arc]!;
        if (part[other] !== NONE || labels[other] !== labels[node]) continue;
        part[other] = root;
        stack.push(other);
      }
  }
  return part;
}

const identity = (length: number): Uint32Array => Uint32Array.from({ length }, (_, node) => node);

/** Numbers below the length, in an order of the dice: Fisher & Yates, as Durstenfeld 1964 writes it. */
export function shuffled(length: number, dice: Dice): Uint32Array {
  const order = identity(length);
  for (let left = length - 1; left > 0; left -= 1) {
    const other = Math.floor(dice() * (left + 1));
    const taken = order[left]!;
    order[left] = order[other]!;
    order[other] = taken;
  }
  return order;
}

/** Gives labels new numbers, from 0 in the order of their first nodes; how many there are. */
function renumber(labels: Uint32Array): number {
  const numbers = new Uint32Array(labels.length);
  let count = 0;
  for (let node = 0; node < labels.length; node += 1) {
    if (numbers[labels[node]!] === 0) numbers[labels[node]!] = ++count;
    labels[node] = numbers[labels[node]!]! - 1;
  }
  return count;
}

function numbered(labels: Uint32Array): Uint32Array {
  renumber(labels);
  return labels;
}
