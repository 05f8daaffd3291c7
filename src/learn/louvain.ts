// Louvain communities, the same every time: nodes and edges go in sorted, the dice is seeded.
//
// Blondel et al. 2008, as graphology implements it.

import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { seeded } from '../model/seeded.ts';

/** `a` and `b` differ; the weight is finite and above 0. One edge a pair. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

export interface Setting {
  /** Above 1 gives more and smaller communities. */
  readonly resolution: number;
  readonly seed: string;
}

/** Community number of each node, one mapping a setting. */
export function communities(edges: readonly Edge[], settings: readonly Setting[]): readonly Readonly<Record<string, number>>[] {
  const graph = toGraph(edges);
  return settings.map(({ resolution, seed }) => louvain(graph, { resolution, rng: seeded(seed), getEdgeWeight: 'weight' }));
}

// The package is CommonJS: at run time its default import is the function, in its types a namespace around it.
const louvain = louvainModule as unknown as typeof louvainModule.default;

function toGraph(edges: readonly Edge[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  const sorted = [...edges].sort((x, y) => compare(x.a, y.a) || compare(x.b, y.b));
  for (const node of [...new Set(sorted.flatMap(({ a, b }) => [a, b]))].sort()) graph.addNode(node);
  for (const { a, b, weight } of sorted) graph.addEdge(a, b, { weight });
  return graph;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
