import { describe, expect, it } from 'vitest';
import { groupSizes, planted } from '../../../bench/learn/planted-groups.ts';
import { adjustedRand } from '../../../src/learn/communities/agreement.ts';
import { csrOf } from '../../../src/learn/communities/csr.ts';
import type { Csr } from '../../../src/learn/communities/csr.ts';
import { componentsOf, modularity, partitionByMass, partitionOf } from '../../../src/learn/communities/engine.ts';
import { louvainOf } from '../../../src/learn/louvain.ts';
import { seeded } from '../../../src/model/seeded.ts';

const algorithms = ['louvain', 'leiden'] as const;
const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Weights 1 to 3, by the dice. */
function drawn(people: number, mixing: number, seed: string): { graph: Csr; truth: Uint32Array } {
  const { nodes, from, to, truth } = planted({
    sizes: groupSizes(people, 6, 40, 1.5, seed),
    degree: 14,
    mixing,
    exponent: 2,
    seed,
  });
  const dice = seeded(seed);
  return {
    truth,
    graph: csrOf(
      nodes,
      from,
      to,
      Array.from(from, () => 1 + Math.floor(dice() * 3)),
    ),
  };
}

const clique = (first: number, size: number): [number, number][] =>
  Array.from({ length: size }, (_, a) => Array.from({ length: a }, (__, b): [number, number] => [first + a, first + b])).flat();

const graphOf = (nodes: number, edges: readonly (readonly [number, number])[], weights?: number[]): Csr =>
  csrOf(nodes, edges.map(([a]) => a), edges.map(([, b]) => b), weights); // prettier-ignore

describe.each(algorithms)('%s', (algorithm) => {
  it.each([
    [300, 0.3, 1],
    [300, 0.5, 2],
    [700, 0.4, 1],
    [700, 0.4, 0.6],
  ])('is as good as graphology’s Louvain: %i people, mixing %d, resolution %d', (people, mixing, resolution) => {
    const { graph } = drawn(people, mixing, `${people}/${mixing}`);
    const louvain = louvainOf(graph);
    const judge = mean(seeds.map((seed) => modularity(graph, louvain({ resolution, seed }), resolution)));
    const own = mean(seeds.map((seed) => modularity(graph, partitionOf(graph, { algorithm, resolution, seed }), resolution)));
    expect(own).toBeGreaterThan(judge - 0.005);
  });

  it('finds groups that hardly touch, numbered by their first members', () => {
    const graph = graphOf(12, [...clique(0, 4), ...clique(4, 4), ...clique(8, 4), [3, 4], [7, 8]]);
    expect([...partitionOf(graph, { algorithm, resolution: 1, seed: 'x' })]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it('gives the same for the same seed and any order of the edges, and has dice', () => {
    const { nodes, from, to } = planted({ sizes: [60, 60, 60], degree: 8, mixing: 0.6, exponent: 2, seed: 'order' });
    const forwards = csrOf(nodes, from, to);
    const backwards = csrOf(nodes, to.toReversed(), from.toReversed());
    const found = (graph: Csr, seed: string): string => partitionOf(graph, { algorithm, resolution: 1, seed }).join();
    for (const seed of seeds) expect(found(backwards, seed)).toBe(found(forwards, seed));
    expect(new Set(seeds.map((seed) => found(forwards, seed))).size).toBeGreaterThan(1);
  });

  it('goes by weights', () => {
    const ring: [number, number][] = [[0, 1], [1, 2], [2, 3], [3, 0]]; // prettier-ignore
    const found = (weights: number[]): number[] => [
      ...partitionOf(graphOf(4, ring, weights), { algorithm, resolution: 1, seed: 'x' }),
    ];
    expect(found([9, 1, 9, 1])).toEqual([0, 0, 1, 1]);
    expect(found([1, 9, 1, 9])).toEqual([0, 1, 1, 0]);
  });

  it('does not mind how heavy all weights are', () => {
    const edges: [number, number][] = [...clique(0, 5), ...clique(5, 5), [4, 5]];
    const found = (weight: number): number[] =>
      [...partitionOf(graphOf(10, edges, edges.map(() => weight)), { algorithm, resolution: 1, seed: 'x' })]; // prettier-ignore
    expect(found(1e150)).toEqual(found(1));
    expect(found(1e-150)).toEqual(found(1));
  });

  it('leaves who has no edge alone', () => {
    expect([...partitionOf(graphOf(4, [[1, 2]]), { algorithm, resolution: 1, seed: 'x' })]).toEqual([0, 1, 1, 2]);
    expect([...partitionOf(graphOf(1, []), { algorithm, resolution: 1, seed: 'x' })]).toEqual([0]);
    expect([...partitionOf(graphOf(0, []), { algorithm, resolution: 1, seed: 'x' })]).toEqual([]);
  });

  it('keeps a star together, and takes it apart at a high resolution', () => {
    const star = graphOf(
      50,
      Array.from({ length: 49 }, (_, leaf): [number, number] => [0, leaf + 1]),
    );
    expect(new Set(partitionOf(star, { algorithm, resolution: 1, seed: 'x' })).size).toBe(1);
    expect(new Set(partitionOf(star, { algorithm, resolution: 100, seed: 'x' })).size).toBe(50);
  });

  it('is not misled by somebody who writes to everybody', () => {
    const hub = Array.from({ length: 40 }, (_, other): [number, number] => [40, other]);
    const graph = graphOf(41, [...clique(0, 10), ...clique(10, 10), ...clique(20, 10), ...clique(30, 10), ...hub]);
    const truth = Array.from({ length: 40 }, (_, node) => Math.floor(node / 10));
    expect(adjustedRand(partitionOf(graph, { algorithm, resolution: 1, seed: 'x' }).slice(0, 40), truth)).toBe(1);
  });
});

it('Leiden’s communities are connected', () => {
  for (const mixing of [0.3, 0.6, 0.9])
    for (const seed of seeds) {
      const { graph } = drawn(400, mixing, seed);
      const found = partitionOf(graph, { algorithm: 'leiden', resolution: 1, seed });
      expect(partsOf(graph, found)).toBe(new Set(found).size);
    }
});

/** How many pieces the groups are in, walking only inside each. */
function partsOf(graph: Csr, labels: Uint32Array): number {
  const edges: [number, number][] = [];
  for (let node = 0; node < graph.nodes; node += 1)
    for (const other of graph.ends.slice(graph.starts[node], graph.starts[node + 1]))
      if (node < other && labels[node] === labels[other]) edges.push([node, other]);
  return new Set(componentsOf(graphOf(graph.nodes, edges))).size;
}

it('modularity is what it is by hand', () => {
  // two pairs joined by one edge: 2 of 3 edges inside, each side has half of the ends
  const graph = graphOf(4, [[0, 1], [1, 2], [2, 3]]); // prettier-ignore
  expect(modularity(graph, [0, 0, 1, 1])).toBeCloseTo(2 / 3 - 1 / 2, 12);
  expect(modularity(graph, [0, 0, 1, 1], 2)).toBeCloseTo(2 / 3 - 1, 12);
  expect(modularity(graph, [0, 0, 0, 0])).toBe(0);
  expect(modularity(graphOf(3, []), [0, 1, 2])).toBe(0);
});

it('a price on pairs keeps together who is tied more than that, on average', () => {
  const graph = graphOf(4, [[0, 1], [1, 2], [0, 2], [2, 3]], [0.9, 0.8, 0.4, 0.4]); // prettier-ignore
  const found = (price: number): number[] =>
    [...partitionByMass(graph, new Float64Array(4).fill(1), price, { algorithm: 'leiden', seed: 'x' })]; // prettier-ignore
  expect(found(0.5)).toEqual([0, 0, 0, 1]);
  expect(found(0.85)).toEqual([0, 0, 1, 2]);
});
