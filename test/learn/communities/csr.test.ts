import { array, assert, double, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csrOf, csrOfNames } from '../../../src/learn/communities/csr.ts';
import type { Csr } from '../../../src/learn/communities/csr.ts';

/** `a-b` → weight, and every edge seen from both sides. */
function edgesOf({ nodes, starts, ends, weights }: Csr): Record<string, number> {
  const edges: Record<string, number> = {};
  for (let node = 0; node < nodes; node += 1)
    for (let arc = starts[node] ?? 0; arc < (starts[node + 1] ?? 0); arc += 1)
      edges[`${node}-${ends[arc] ?? NaN}`] = weights[arc] ?? NaN;
  return edges;
}

describe('rows of a graph', () => {
  it('hold every edge from both sides, neighbours ascending', () => {
    const graph = csrOf(4, [2, 0, 0], [1, 2, 1], [5, 3, 2]);
    expect([...graph.starts]).toEqual([0, 2, 4, 6, 6]);
    expect([...graph.ends]).toEqual([1, 2, 0, 2, 0, 1]);
    expect([...graph.weights]).toEqual([2, 3, 2, 5, 3, 5]);
    expect(graph.total).toBe(10);
  });

  it('add up doubled pairs whichever way round, and drop loops', () => {
    const graph = csrOf(3, [0, 1, 0, 2], [1, 0, 1, 2], [1, 2, 4, 8]);
    expect(edgesOf(graph)).toEqual({ '0-1': 7, '1-0': 7 });
    expect(graph.total).toBe(7);
  });

  it('weigh every edge 1 unless told', () => {
    expect(csrOf(2, [0], [1]).total).toBe(1);
  });

  it('can be without edges, and without nodes', () => {
    expect(edgesOf(csrOf(3, [], []))).toEqual({});
    expect(csrOf(0, [], []).nodes).toBe(0);
  });

  it('are the same, bit for bit, in whatever order edges come', () => {
    const edge = tuple(integer({ min: 0, max: 6 }), integer({ min: 0, max: 6 }), double({ min: 1e-6, max: 1e6, noNaN: true }));
    assert(
      property(array(edge, { maxLength: 40 }), integer({ min: 1, max: 39 }), (edges, turn) => {
        const turned = [...edges.slice(turn), ...edges.slice(0, turn)].reverse().map(([a, b, weight]) => [b, a, weight] as const);
        const graph = (list: readonly (readonly [number, number, number])[]): Csr =>
          csrOf(7, list.map(([a]) => a), list.map(([, b]) => b), list.map(([, , weight]) => weight)); // prettier-ignore
        expect(graph(turned)).toEqual(graph(edges));
      }),
    );
  });

  it.each([
    ['an end that is no node', () => csrOf(2, [0], [2]), 'edge 0 joins 0 and 2: number the nodes from 0 to 1'],
    ['a weight of nothing', () => csrOf(2, [0], [1], [0]), 'edge 0 has weight 0'],
    ['a weight that is no number', () => csrOf(2, [0], [1], [NaN]), 'edge 0 has weight NaN'],
    ['weights without a sum', () => csrOf(3, [0, 1], [1, 2], [1e308, 1e308]), 'scale them down'],
    ['lists of different lengths', () => csrOf(2, [0], [1, 0]), 'give as many of each'],
  ])('say what is wrong with %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('a graph of names', () => {
  it('numbers them in their order', () => {
    const { names, graph } = csrOfNames([
      { a: 'cleo', b: 'ana', weight: 2 },
      { a: 'ana', b: 'ben', weight: 1 },
    ]);
    expect(names).toEqual(['ana', 'ben', 'cleo']);
    expect(edgesOf(graph)).toEqual({ '0-1': 1, '0-2': 2, '1-0': 1, '2-0': 2 });
  });
});
