import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../src/learn/association/graph.ts';
import { walksBetween } from '../../../src/learn/association/walks.ts';
import type { Walks } from '../../../src/learn/association/walks.ts';

/** `a>b` one arc a word. */
function between(words: string, from: string, to: string, groupOf?: (name: string) => string | undefined): Walks {
  const arcs = words.split(' ').map((word) => word.split('>'));
  const names = [...new Set(arcs.flat())].sort();
  const at = (name = ''): number => names.indexOf(name);
  const graph = graphOf({ names, from: arcs.map(([a]) => at(a)), to: arcs.map(([, b]) => at(b)) }, groupOf);
  const walks = walksBetween(graph, at(from), at(to));
  expect([...graph.marks].every((mark) => mark === 0)).toBe(true);
  return walks;
}

describe('how two hang together', () => {
  it('counts whom both reach and who reaches both', () => {
    expect(between('a>x b>x a>y b>y z>a z>b', 'a', 'b')).toMatchObject({
      common: 3,
      bothWrote: 2,
      bothHeard: 1,
      allocation: 1.5,
      cosine: 1,
    });
    expect(between('a>x b>y', 'a', 'b')).toMatchObject({ common: 0, allocation: 0, cosine: 0, three: 0 });
  });

  it('never by the tie asked about, but knows of the one back', () => {
    expect(between('a>b', 'a', 'b')).toMatchObject({ answers: false, reaches: 0, otherHeard: 0, common: 0, three: 0 });
    expect(between('a>b b>a', 'a', 'b')).toMatchObject({ answers: true, reaches: 0, heard: 0, three: 0 });
    const [without, withTie] = ['a>x x>y y>b', 'a>x x>y y>b a>b'].map((arcs) => between(arcs, 'a', 'b'));
    expect(withTie?.three).toBeCloseTo(without?.three ?? NaN, 9);
  });

  it('sees walks of three steps, less through the busy', () => {
    const direct = between('a>x x>y y>b', 'a', 'b').three;
    const busy = between('a>x x>y y>b x>p x>q x>r x>s', 'a', 'b').three;
    expect(direct).toBeCloseTo(1 / 4, 9);
    expect(busy).toBeCloseTo(1 / 12, 9);
  });

  it('counts the groups on both sides without the two themselves', () => {
    const groupOf = (name: string): string => (name.startsWith('a') ? 'as' : 'bs');
    expect(between('a1>b1 a1>b2 a1>b3 a2>b1 a3>b9', 'a1', 'b1', groupOf)).toMatchObject({
      intoGroup: { having: 2, of: 3 },
      fromGroup: { having: 1, of: 2 },
    });
  });

  it('knows nothing of who is not there', () => {
    expect(between('a>x', 'a', 'nobody')).toMatchObject({ answers: false, reaches: 1, otherHeard: 0, common: 0, three: 0 });
  });

  it('costs at two hubs about what it costs elsewhere', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => index);
    const words = many.flatMap((index) => [`h1>n${index}`, `h2>n${index}`]).join(' ');
    const begun = performance.now();
    expect(between(words, 'h1', 'h2').common).toBe(2_048);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
