import { assert, property, shuffledSubarray } from 'fast-check';
import { expect, it } from 'vitest';
import { communities } from '../../src/learn/louvain.ts';
import type { Edge } from '../../src/learn/communities/csr.ts';

const circle = (members: string): Edge[] =>
  Array.from(members).flatMap((a, index) => Array.from(members.slice(index + 1), (b) => ({ a, b, weight: 1 })));

/** Three circles, each barely tied to the next. */
const edges: readonly Edge[] = [
  ...circle('abcd'),
  ...circle('efgh'),
  ...circle('ijkl'),
  { a: 'd', b: 'e', weight: 0.2 },
  { a: 'h', b: 'i', weight: 0.2 },
];

const parts = (membership: Readonly<Record<string, number>> = {}): string[] =>
  [...new Set(Object.values(membership))].map((community) =>
    Object.keys(membership)
      .filter((node) => membership[node] === community)
      .sort()
      .join(''),
  );

it('finds circles that hardly touch', () => {
  const [found] = communities(edges, [{ resolution: 1, seed: 'x' }]);
  expect(parts(found).sort()).toEqual(['abcd', 'efgh', 'ijkl']);
});

it('gives one mapping a setting, the same for the same seed', () => {
  const settings = ['x', 'y', 'x'].map((seed) => ({ resolution: 1.5, seed }));
  const [first, , third] = communities(edges, settings);
  expect(third).toEqual(first);
  expect(communities(edges, settings)).toHaveLength(3);
});

it('does not depend on the order of the edges', () => {
  const settings = [1, 2].map((resolution) => ({ resolution, seed: 'x' }));
  const once = communities(edges, settings);
  assert(
    property(shuffledSubarray([...edges], { minLength: edges.length }), (shuffled) => {
      expect(communities(shuffled, settings)).toEqual(once);
    }),
    { numRuns: 30 },
  );
});

it('makes more communities at a higher resolution', () => {
  const chain = Array.from('abcdefghijk', (a, index) => ({ a, b: 'bcdefghijkl'[index] ?? '', weight: 1 }));
  const [coarse, fine] = communities(chain, [
    { resolution: 0.5, seed: 'x' },
    { resolution: 3, seed: 'x' },
  ]);
  expect(parts(coarse).length).toBeLessThan(parts(fine).length);
});

it('of nothing makes nothing', () => {
  expect(communities([], [{ resolution: 1, seed: 'x' }])).toEqual([{}]);
});
