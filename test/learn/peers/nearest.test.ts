import { expect, it } from 'vitest';
import { nearest } from '../../../src/learn/peers/nearest.ts';
import type { RowOf } from '../../../src/learn/peers/nearest.ts';

const names = (n: number): string[] => Array.from({ length: n }, (_, index) => `p${index}`);
const rows = (ties: readonly (readonly [number, number, number])[]): RowOf => {
  return (node, add) => {
    for (const [a, b, weight] of ties) if (a === node || b === node) add(a === node ? b : a, weight);
  };
};
const tiesOf = (node: number, graph: ReturnType<typeof nearest>) => [
  ...graph.ends.slice(graph.starts[node], graph.starts[node + 1]),
];

it('a tie told twice adds up, and nobody is tied to themselves', () => {
  const graph = nearest(
    names(2),
    rows([
      [0, 1, 1],
      [0, 1, 2],
      [1, 1, 9],
    ]),
    5,
  );
  expect([...graph.weights]).toEqual([3, 3]);
});

it('the strongest stay, and a tie that is strong for one end only', () => {
  const graph = nearest(
    names(4),
    rows([
      [0, 1, 3],
      [0, 2, 2],
      [0, 3, 1],
      [1, 2, 5],
    ]),
    1,
  );
  expect(tiesOf(0, graph)).toEqual([1, 3]);
  expect(tiesOf(3, graph)).toEqual([0]);
  expect(tiesOf(2, graph)).toEqual([1]);
});

it('whom many hold dear keeps the strongest of those ties, three times as many as others', () => {
  const many = Array.from({ length: 50 }, (_, index) => [0, index + 1, 1 + index / 100] as const);
  expect(tiesOf(0, nearest(names(51), rows(many), 2))).toEqual([45, 46, 47, 48, 49, 50]);
});

it('of equals, whom somebody keeps does not depend on who else is there', () => {
  const everybody =
    (count: number): RowOf =>
    (node, add) => {
      for (let other = 0; other < count; other += 1) if (other !== node) add(other, 1);
    };
  const [fewer, more] = [nearest(names(40), everybody(40), 4), nearest(names(41), everybody(41), 4)];
  const kept = names(40).filter((_, node) => tiesOf(node, fewer).every((other) => tiesOf(node, more).includes(other)));
  expect(kept.length).toBeGreaterThan(20);
});
