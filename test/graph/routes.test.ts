import { describe, expect, it } from 'vitest';
import { routes } from '../../src/graph/routes.ts';
import type { Search } from '../../src/graph/routes.ts';

/** `a-b` is one hop, `a=b` two. */
const ties = (...said: string[]) =>
  said.map((one) => {
    const [a = '', b = ''] = one.split(/[-=]/);
    return { a, b, hops: one.includes('=') ? 2 : 1 };
  });
const search = (given: Partial<Search> = {}): Search => ({
  ...{ from: 'a', to: 'z', most: 3, mostHops: 6, busyness: () => 0, name: (node) => node, mayPass: () => true },
  ...given,
});
const found = (of: string[], given: Partial<Search> = {}) =>
  routes(ties(...of), search(given)).map(({ nodes, hops }) => `${nodes.join('')} ${hops}`);

describe('routes', () => {
  it('come the shortest first, by hops and not by nodes', () => {
    expect(found(['a=m', 'm=z', 'a-p', 'p-q', 'q-z'])).toEqual(['apqz 3', 'amz 4']);
  });

  it('are as many as are wanted, and no longer than is wanted', () => {
    const three = ['a-b', 'b-z', 'a-c', 'c-z', 'a-d', 'd-e', 'e-z'];
    expect(found(three, { most: 2 })).toEqual(['abz 2', 'acz 2']);
    expect(found(three, { mostHops: 2 })).toEqual(['abz 2', 'acz 2']);
    expect(found(three)).toEqual(['abz 2', 'acz 2', 'adez 3']);
  });

  it('may share a part of the way', () => {
    expect(found(['a-b', 'b-c', 'c-z', 'b-d', 'd-z'])).toEqual(['abcz 3', 'abdz 3']);
  });

  it('make no detour where two nodes are tied by a shorter way', () => {
    expect(found(['a=b', 'b=z', 'b=c', 'c=z'])).toEqual(['abz 4']);
  });

  it('are also those beside the ends’ own tie', () => {
    expect(found(['a=z', 'a=b', 'b=z'])).toEqual(['az 2', 'abz 4']);
  });

  it('of one length come by how little touches what they pass, then by name', () => {
    const busyness = (node: string) => (node === 'b' ? 9 : 1);
    expect(found(['a-b', 'b-z', 'a-d', 'd-z', 'a-c', 'c-z'], { busyness })).toEqual(['acz 2', 'adz 2', 'abz 2']);
  });

  it('of one length are in the order of the names, wherever their nodes are kept', () => {
    const name = (node: string) => ({ b: 'third', c: 'second', d: 'first' })[node] ?? node;
    expect(found(['a-b', 'b-z', 'a-c', 'c-z', 'a-d', 'd-z'], { name, most: 2 })).toEqual(['adz 2', 'acz 2']);
  });

  it('of one length come in the same order from either end', () => {
    const both = ['a-b', 'b-y', 'y-z', 'a-c', 'c-x', 'x-z'];
    expect(found(both)).toEqual(['abyz 3', 'acxz 3']);
    expect(found(both, { from: 'z', to: 'a' })).toEqual(['zyba 3', 'zxca 3']);
  });

  it('do not pass what may not be passed, but end at it', () => {
    const mayPass = (node: string) => node !== 'b' && node !== 'z';
    expect(found(['a-b', 'b-z', 'a-c', 'c-z'], { mayPass })).toEqual(['acz 2']);
  });

  it('are none where nothing leads there', () => {
    expect(found(['a-b', 'c-z'])).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it('are the same whatever the order of the ties', () => {
    const all = ['a-b', 'b-z', 'a-c', 'c-z', 'b=c', 'a-d', 'd-e', 'e-z'];
    expect(found([...all].reverse())).toEqual(found(all));
  });

  it('in a thicket are found, or given up, at once', () => {
    const thicket = Array.from({ length: 400 }, (_, n) => [
      `a=m${n}`,
      `n${n}=z`,
      `m${n}=n${(n * 7) % 400}`,
      `m${n}=n${(n * 3) % 400}`,
    ]).flat();
    expect(found(thicket, { most: 10, mostHops: 8 })).toHaveLength(10);
    expect(
      found(
        thicket.filter((one) => !one.endsWith('z')),
        { mostHops: 8 },
      ),
    ).toEqual([]);
  });
});
