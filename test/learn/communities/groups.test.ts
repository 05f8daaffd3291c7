import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSizes, knownGroups, planted, plantedKinds } from '../../../bench/learn/planted-groups.ts';
import { adjustedRand } from '../../../src/learn/communities/agreement.ts';
import type { Edge } from '../../../src/learn/communities/csr.ts';
import { groupsOfGraph, groupsWithoutLabels } from '../../../src/learn/communities/groups.ts';

const circle = (members: string): Edge[] =>
  Array.from(members).flatMap((a, index) => Array.from(members.slice(index + 1), (b) => ({ a, b, weight: 1 })));

/** Three circles, each barely tied to the next; `z` writes a little to one of them. */
const edges: readonly Edge[] = [
  ...circle('abcde'),
  ...circle('fghij'),
  ...circle('klmno'),
  { a: 'e', b: 'f', weight: 0.2 },
  { a: 'j', b: 'k', weight: 0.2 },
];

describe('groups of people', () => {
  it('are the circles they move in, sorted, each with how firmly they belong', () => {
    const { groups, degree, chosen } = groupsWithoutLabels(edges);
    expect(groups.map((members) => members.join(''))).toEqual(['abcde', 'fghij', 'klmno']);
    expect([...degree.keys()].sort().join('')).toBe('abcdefghijklmno');
    for (const share of degree.values()) expect(share).toBeGreaterThan(0.5);
    expect(chosen).toMatchObject({ engine: 'graphology', consensus: 'pairs', found: 'team' });
    expect(chosen.votes).toBe(8 * chosen.scales.length);
  });

  it('do not depend on the order of the edges, or on who is named first', () => {
    const once = groupsWithoutLabels(edges, { seed: 'x' });
    assert(
      property(shuffledSubarray([...edges], { minLength: edges.length }), (shuffled) => {
        const turned = shuffled.map(({ a, b, weight }, place) => (place % 2 === 0 ? { a: b, b: a, weight } : { a, b, weight }));
        expect(groupsWithoutLabels(turned, { seed: 'x' })).toEqual(once);
      }),
      { numRuns: 5 },
    );
  });

  it('hold nobody who has to do with nobody', () => {
    expect(groupsWithoutLabels([])).toMatchObject({ groups: [], chosen: { found: 'whole' } });
    expect(groupsWithoutLabels([{ a: 'me', b: 'me', weight: 3 }]).groups).toEqual([]);
    expect(groupsWithoutLabels([{ a: 'ana', b: 'ben', weight: 3 }])).toMatchObject({
      groups: [['ana', 'ben']],
      degree: new Map([['ana', 1], ['ben', 1]]), // prettier-ignore
    });
  });

  it('are told apart from who stands between two of them by a lower degree', () => {
    const between = Array.from('abcdefgh', (other) => ({ a: 'x', b: other, weight: 1 }));
    const { degree } = groupsWithoutLabels([...circle('abcd'), ...circle('efgh'), ...between]);
    const others = [...degree].filter(([name]) => name !== 'x').map(([, share]) => share);
    expect(degree.get('x') ?? 0).toBeLessThanOrEqual(Math.min(...others));
  });
});

describe('planted groups are found without labels', () => {
  const kinds = new Map(plantedKinds('1').map((kind) => [kind.id, kind]));

  it.each([
    ['company, well parted', 'team', 0.95],
    ['classes of a school', 'team', 0.99],
    ['classes of a school in years', 'team', 0.99],
    ['small office', 'team', 0.8],
    ['two camps', 'larger', 0.99],
  ] as const)(
    '%s: groups of %s size',
    (id, found, least) => {
      const kind = kinds.get(id);
      if (kind === undefined) throw new Error(`no such kind: ${id}`);
      for (const engine of ['graphology', 'louvain'] as const) {
        const { labels, chosen } = groupsOfGraph(kind.graph, { engine });
        expect(chosen.found).toBe(found);
        expect(adjustedRand(labels, kind.truth)).toBeGreaterThan(least);
      }
    },
    30_000,
  );

  it('nothing is made of a graph without groups', () => {
    const { graph } = knownGroups('none', planted({ sizes: [400], degree: 20, mixing: 1, exponent: 2, seed: 'none' }));
    const { labels, chosen } = groupsOfGraph(graph, { engine: 'louvain' });
    expect(chosen.found).toBe('whole');
    expect(new Set(labels).size).toBe(1);
  });

  it('votes on edges and on all pairs say nearly the same', () => {
    const { graph, truth } = knownGroups(
      'company',
      planted({ sizes: groupSizes(2_500, 8, 80, 1.5, 'x'), degree: 20, mixing: 0.4, exponent: 2, seed: 'x' }),
    );
    const [pairs, onEdges] = (['pairs', 'edges'] as const).map((consensus) =>
      groupsOfGraph(graph, { consensus, engine: 'louvain' }),
    );
    expect(pairs?.chosen.consensus).toBe('pairs');
    expect(onEdges?.chosen.consensus).toBe('edges');
    expect(adjustedRand(pairs?.labels ?? [], onEdges?.labels ?? [])).toBeGreaterThan(0.97);
    expect(adjustedRand(onEdges?.labels ?? [], truth)).toBeGreaterThan(0.95);
  }, 30_000);
});
