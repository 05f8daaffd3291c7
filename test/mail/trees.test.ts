// Trees: what they say, what each measurement brought, and how they are written down.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oddsOf, sharesOf, treesOf, written } from '../../src/mail/trees.ts';
import type { Tree } from '../../src/mail/trees.ts';

const MEASUREMENTS = 4;
// Nought has one sign here: text keeps no other.
const value = fc.double({ min: -3, max: 3, noNaN: true }).map((one) => one + 0);
const { tree: anyTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    value,
    fc.tuple(fc.nat(MEASUREMENTS - 1), value, tie('tree'), tie('tree')),
  ),
}));
const anyForest = fc.array(anyTree, { minLength: 1, maxLength: 5 });
const anyValues = fc.array(value, { minLength: MEASUREMENTS, maxLength: MEASUREMENTS });
const NOTHING = [0, 0, 0, 0];

describe('a forest', () => {
  it('asks whether a measurement is above a limit, and not at it', () => {
    const trees: Tree[] = [[0, 0.5, -1, [1, 2, 1, 3]], 0.25];
    expect(oddsOf(trees, [0.5, 9])).toBe(-0.75);
    expect(oddsOf(trees, [0.6, 2])).toBe(1.25);
    expect(oddsOf(trees, [0.6, 3])).toBe(3.25);
  });

  it('is shared out so that all shares add up to what a message differs by from the empty one', () => {
    fc.assert(
      fc.property(anyForest, anyValues, (trees, values) => {
        const sum = sharesOf(trees, values).reduce((all, share) => all + share, 0);
        expect(sum).toBeCloseTo(oddsOf(trees, values) - oddsOf(trees, NOTHING), 9);
      }),
    );
  });

  it('gives each measurement what it adds on average over all orders of becoming known', () => {
    fc.assert(
      fc.property(anyForest, anyValues, (trees, values) => {
        const shares = sharesOf(trees, values);
        for (let at = 0; at < MEASUREMENTS; at += 1) expect(shares[at]).toBeCloseTo(averaged(trees, values, at), 9);
      }),
    );
  });

  it('gives nothing to what is as in the empty message', () => {
    expect([...sharesOf([[0, 0.5, 1, [1, 0.5, 2, 5]]], [0, 7])]).toEqual([0, 0]);
    expect([...sharesOf([[0, 0.5, 1, [1, 0.5, 2, 5]]], [1, 7])]).toEqual([2.5, 1.5]);
  });
});

/** By the definition: over every order in which the measurements can become known. */
function averaged(trees: readonly Tree[], values: readonly number[], at: number): number {
  const orders = ordersOf([...values.keys()]);
  const added = orders.map((order) => {
    const before = order.slice(0, order.indexOf(at));
    const known = (more: readonly number[]): number[] => values.map((one, place) => (more.includes(place) ? one : 0));
    return oddsOf(trees, known([...before, at])) - oddsOf(trees, known(before));
  });
  return added.reduce((sum, one) => sum + one, 0) / orders.length;
}

const ordersOf = (places: readonly number[]): number[][] =>
  places.length === 0
    ? [[]]
    : places.flatMap((place) => ordersOf(places.filter((other) => other !== place)).map((rest) => [place, ...rest]));

describe('a written forest', () => {
  it('reads as what was written', () => {
    fc.assert(
      fc.property(anyForest, (trees) => {
        expect(treesOf(trees.map(written).join('\n'))).toEqual(trees);
      }),
    );
  });

  it.each(['', '3>0.5 1', '3>0.5 1 2 3', 'x', '3>x 1 2', '1 2', '3>0.5 1 NaN'])('is refused where it is none: %j', (line) => {
    expect(() => treesOf(line)).toThrow(/tree/);
  });
});
