// Growing a forest: it learns what is there, keeps to its signs, and is the same every time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grown } from '../../bench/mail/boosting.ts';
import type { Example, Growth } from '../../bench/mail/boosting.ts';
import { oddsOf } from '../../src/mail/trees.ts';
import { seeded } from '../../src/model/seeded.ts';

const growth: Growth = { trees: 40, depth: 3, rate: 0.2, ridge: 1, least: 1, limits: 15, asks: 1, seed: 'test' };

/** Harm where exactly one of the first two is there, which no sum of the two can tell; the third is chance. */
const either = drawn('either', ([a = 0, b = 0]) => a > 0.5 !== b > 0.5);
/** Harm the more of the first there is, but for every fifth, and the other way about in the middle. */
const mostly = drawn('mostly', ([a = 0], at) => (a > 0.4 && a < 0.6 ? a < 0.5 : a > 0.5) !== (at % 5 === 0));

function drawn(seed: string, of: (values: readonly number[], at: number) => boolean): Example[] {
  const dice = seeded(seed);
  return Array.from({ length: 400 }, (_, at) => {
    const values = [dice(), dice(), dice()];
    return { values, happened: of(values, at), counts: 1 };
  });
}

const told = (examples: readonly Example[], { intercept, trees }: ReturnType<typeof grown>): number =>
  examples.filter(({ values, happened }) => intercept + oddsOf(trees, values) > 0 === happened).length / examples.length;

describe('a forest that grows', () => {
  it('learns what only two together tell', () => {
    expect(told(either, grown(either, ['any', 'any', 'any'], growth))).toBeGreaterThan(0.95);
    expect(told(either, grown(either, ['any', 'any', 'any'], { ...growth, depth: 1 }))).toBeLessThan(0.7);
  });

  it.each(['positive', 'negative'] as const)('lets a %s measurement speak no other way', (sign) => {
    const { trees } = grown(mostly, [sign, 'any', 'any'], growth);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (one, other, b, c) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const rise = oddsOf(trees, [high, b, c]) - oddsOf(trees, [low, b, c]);
        expect(sign === 'positive' ? rise : -rise).toBeGreaterThanOrEqual(-1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('would let it, were there no sign', () => {
    const { trees } = grown(mostly, ['any', 'any', 'any'], growth);
    expect(oddsOf(trees, [0.57, 0.5, 0.5])).toBeLessThan(oddsOf(trees, [0.43, 0.5, 0.5]));
  });

  it('is the same every time, and another for another seed', () => {
    const some = { ...growth, asks: 0.5 };
    expect(grown(either, ['any', 'any', 'any'], some)).toEqual(grown(either, ['any', 'any', 'any'], some));
    expect(grown(either, ['any', 'any', 'any'], some)).not.toEqual(
      grown(either, ['any', 'any', 'any'], { ...some, seed: 'other' }),
    );
  });

  it('starts from how often it happens, by weight', () => {
    const counted = [
      ...either.slice(0, 3).map((one) => ({ ...one, happened: true, counts: 2 })),
      { ...(either[3] as Example), happened: false, counts: 2 },
    ];
    expect(grown(counted, ['any'], { ...growth, trees: 0 }).intercept).toBeCloseTo(Math.log(3), 3);
  });

  it('refuses examples of one outcome alone', () => {
    expect(() =>
      grown(
        either.filter(({ happened }) => happened),
        ['any'],
        growth,
      ),
    ).toThrow(/both|did not/);
  });
});
