// How two ends of a tie graph hang together without the tie asked about: common neighbours, alike neighbours, walks of
// three steps, and their groups.
//
// Common neighbours damped by how busy they are: Adamic and Adar 2003; resource allocation, Zhou, Lü and Zhang 2009.
// Walks of three steps, damped at every step: the third power of the normalised adjacency (Lü and Zhou 2011). They go
// through no more than MOST_NEIGHBOURS neighbours of an end (a fixed sample, scaled up), so a hub costs what others cost.

import { HEARD, WROTE } from './graph.ts';
import type { TieGraph } from './graph.ts';

/** Neighbours of an end that are walked on from. */
const MOST_NEIGHBOURS = 64;
/** Neighbours of an end that are remembered while the others' neighbours are compared with them. */
const MOST_MARKED = 2_048;

export interface Walks {
  /** The one asked about has reached the asker. */
  readonly answers: boolean;
  readonly reaches: number;
  readonly heard: number;
  readonly otherReaches: number;
  readonly otherHeard: number;
  /** Ends tied to both. */
  readonly common: number;
  /** Both wrote to them; they wrote to both. */
  readonly bothWrote: number;
  readonly bothHeard: number;
  /** Common neighbours, each divided by how many it is tied to. */
  readonly allocation: number;
  /** Cosine of whom the two are tied to; of whom they reach; of who reaches them. */
  readonly cosine: number;
  readonly writesAlike: number;
  readonly hearsAlike: number;
  /** Walks of three steps, damped by how many ways lead on from each. */
  readonly three: number;
  /** How many of the other's group the asker reaches, of how many; how many of the asker's group reach the other. */
  readonly intoGroup: Share;
  readonly fromGroup: Share;
}

export interface Share {
  readonly having: number;
  readonly of: number;
}

/** Two ends by number, −1 for one that is not in the graph. */
export function walksBetween(graph: TieGraph, from: number, to: number): Walks {
  const way = wayTo(graph, from, to);
  const answers = (way & HEARD) !== 0;
  const near = commonOf(graph, from, to);
  const reached = (way & WROTE) !== 0 ? 1 : 0;
  const [reaches, otherHeard] = [(graph.reaches[from] ?? 0) - reached, (graph.heard[to] ?? 0) - reached];
  const [heard, otherReaches] = [(graph.heard[from] ?? 0) - (answers ? 1 : 0), (graph.reaches[to] ?? 0) - (answers ? 1 : 0)];
  const ties = (end: number): number => Math.max(0, degree(graph, end) - (way === 0 ? 0 : 1));
  return {
    ...{ answers, reaches, heard, otherReaches, otherHeard },
    ...{ common: near.common, bothWrote: near.bothWrote, bothHeard: near.bothHeard, allocation: near.allocation },
    cosine: ratio(near.common, Math.sqrt(ties(from) * ties(to))),
    writesAlike: ratio(near.bothWrote, Math.sqrt(reaches * otherReaches)),
    hearsAlike: ratio(near.bothHeard, Math.sqrt(heard * otherHeard)),
    three: ratio(threeSteps(graph, from, to), Math.sqrt(ties(from) * ties(to))),
    intoGroup: shareOfGroup(graph, from, to, WROTE),
    fromGroup: shareOfGroup(graph, to, from, HEARD),
  };
}

const ratio = (a: number, b: number): number => (b > 0 ? Math.min(1, a / b) : 0);

const degree = ({ starts }: TieGraph, end: number): number => (end < 0 ? 0 : (starts[end + 1] ?? 0) - (starts[end] ?? 0));

/** Which ways `from` and `to` are tied, as `from` sees it. */
export function wayTo(graph: TieGraph, from: number, to: number): number {
  if (from < 0 || to < 0) return 0;
  const [few, many] = degree(graph, from) <= degree(graph, to) ? [from, to] : [to, from];
  for (let place = graph.starts[few] ?? 0; place < (graph.starts[few + 1] ?? 0); place += 1)
    if (graph.ends[place] === many) return few === from ? (graph.ways[place] ?? 0) : turned(graph.ways[place] ?? 0);
  return 0;
}

const turned = (way: number): number => ((way & WROTE) !== 0 ? HEARD : 0) | ((way & HEARD) !== 0 ? WROTE : 0);

function commonOf(graph: TieGraph, from: number, to: number) {
  let [common, bothWrote, bothHeard, allocation] = [0, 0, 0, 0];
  if (from < 0 || to < 0) return { common, bothWrote, bothHeard, allocation };
  const { starts, ends, ways, marks } = graph;
  mark(graph, from);
  const [begin, end] = [starts[to] ?? 0, Math.min(starts[to + 1] ?? 0, (starts[to] ?? 0) + MOST_MARKED)];
  for (let place = begin; place < end; place += 1) {
    const other = ends[place] ?? 0;
    const mine = marks[other] ?? 0;
    if (mine === 0) continue;
    const both = mine & (ways[place] ?? 0);
    common += 1;
    if ((both & WROTE) !== 0) bothWrote += 1;
    if ((both & HEARD) !== 0) bothHeard += 1;
    allocation += 1 / degree(graph, other);
  }
  unmark(graph, from);
  return { common, bothWrote, bothHeard, allocation };
}

/** Walks of three steps, each divided by how many ways lead on from the two in between. */
function threeSteps(graph: TieGraph, from: number, to: number): number {
  if (from < 0 || to < 0) return 0;
  const { starts, ends } = graph;
  const looked = Math.min(degree(graph, to), MOST_NEIGHBOURS);
  let walks = 0;
  mark(graph, from);
  for (let place = starts[to] ?? 0; place < (starts[to] ?? 0) + looked; place += 1) {
    const other = ends[place] ?? 0;
    if (other !== from) walks += onwards(graph, other, to) / degree(graph, other);
  }
  unmark(graph, from);
  return looked === 0 ? 0 : (walks * degree(graph, to)) / looked;
}

/** Of the marked ends that `other` is tied to, but for `but`: each divided by its own ties. */
function onwards(graph: TieGraph, other: number, but: number): number {
  const { starts, ends, marks } = graph;
  const looked = Math.min(degree(graph, other), MOST_NEIGHBOURS);
  const begin = starts[other] ?? 0;
  let walks = 0;
  for (let place = begin; place < begin + looked; place += 1) {
    const next = ends[place] ?? 0;
    if (next !== but && marks[next] !== 0) walks += 1 / degree(graph, next);
  }
  return looked === 0 ? 0 : (walks * degree(graph, other)) / looked;
}

function mark({ starts, ends, ways, marks }: TieGraph, end: number): void {
  const last = Math.min(starts[end + 1] ?? 0, (starts[end] ?? 0) + MOST_MARKED);
  for (let place = starts[end] ?? 0; place < last; place += 1) marks[ends[place] ?? 0] = ways[place] ?? 0;
}

function unmark({ starts, ends, marks }: TieGraph, end: number): void {
  const last = Math.min(starts[end + 1] ?? 0, (starts[end] ?? 0) + MOST_MARKED);
  for (let place = starts[end] ?? 0; place < last; place += 1) marks[ends[place] ?? 0] = 0;
}

/** Of the group of `member`, but for the member: to how many `end` is tied this way. */
function shareOfGroup(graph: TieGraph, end: number, member: number, way: number): Share {
  const group = graph.groups[member] ?? -1;
  if (end < 0 || group < 0) return { having: 0, of: 0 };
  const { starts, ends, ways, groups } = graph;
  const last = Math.min(starts[end + 1] ?? 0, (starts[end] ?? 0) + MOST_MARKED);
  let having = 0;
  for (let place = starts[end] ?? 0; place < last; place += 1) {
    const other = ends[place] ?? 0;
    if (other !== member && groups[other] === group && ((ways[place] ?? 0) & way) !== 0) having += 1;
  }
  const others = (graph.groupSizes[group] ?? 1) - 1 - (graph.groups[end] === group ? 1 : 0);
  return { having, of: Math.max(0, others) };
}
