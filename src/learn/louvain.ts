// Louvain communities, the same every time: nodes and edges go in sorted, the dice is seeded.
//
// Blondel et al. 2008, as graphology implements it. A graph of its kind takes far longer to build than to part
// (communities/engine.ts is for large ones), so whoever asks more than once should build once.

import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { seeded } from '../model/seeded.ts';
import { csrOfNames } from './communities/csr.ts';
import type { Csr, Edge } from './communities/csr.ts';

export interface Setting {
  /** Above 1 gives more and smaller communities. */
  readonly resolution: number;
  readonly seed: string;
}

/** Community number of each node, one mapping a setting. */
export function communities(edges: readonly Edge[], settings: readonly Setting[]): readonly Readonly<Record<string, number>>[] {
  const { graph, names } = csrOfNames(edges);
  const louvain = louvainOf(graph);
  return settings.map((setting) => {
    const labels = louvain(setting);
    return Object.fromEntries(names.map((name, node) => [name, labels[node] ?? 0]));
  });
}

/**
 * Communities of a graph of numbers, a label for each node, as often as asked. The dice only picks where its walk over the nodes
 * begins; to see more of what Louvain may find, give it the nodes in another order, too.
 */
export function louvainOf(csr: Csr, order?: Uint32Array): (setting: Setting) => Uint32Array {
  const graph = toGraph(csr, order);
  return ({ resolution, seed }) => {
    // Without an edge there is no modularity, and everybody stays alone.
    if (graph.size === 0) return Uint32Array.from({ length: csr.nodes }, (_, node) => node);
    const found = louvain(graph, { resolution, rng: seeded(seed), getEdgeWeight: 'weight' });
    return Uint32Array.from({ length: csr.nodes }, (_, node) => found[node] ?? 0);
  };
}

// The package is CommonJS: at run time its default import is the function, in its types a namespace around it.
const louvain = louvainModule as unknown as typeof louvainModule.default;

function toGraph({ nodes, starts, ends, weights }: Csr, order: Iterable<number> = new Uint32Array(nodes).keys()) {
  const graph = new UndirectedGraph();
  for (const node of order) graph.addNode(node);
  for (let node = 0; node < nodes; node += 1)
    for (let arc = starts[node] ?? 0; arc < (starts[node + 1] ?? 0); arc += 1) {
      const other = ends[arc] ?? 0;
      if (node < other) graph.addEdge(node, other, { weight: weights[arc] });
    }
  return graph;
}
