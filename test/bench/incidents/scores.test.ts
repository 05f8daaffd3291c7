import { describe, expect, it } from 'vitest';
import { purityOf, reductionOf, scoresOf } from '../../../bench/incidents/scores.ts';

const truth = new Map([
  ['a1', 'a'],
  ['a2', 'a'],
  ['a3', 'a'],
  ['b1', 'b'],
  ['b2', 'b'],
  ['s', 's'],
]);
const all = [...truth.keys()];

describe('scores of a grouping', () => {
  it('are all one when it is the truth', () => {
    const perfect = [['s'], ['b2', 'b1'], ['a1', 'a2', 'a3']];
    expect(scoresOf(perfect, truth)).toEqual({ precision: 1, recall: 1, f1: 1, b3: 1, ari: 1 });
    expect(purityOf(perfect, truth)).toBe(1);
  });

  it('are worked out as by hand when one is split and a stranger let in', () => {
    // found {a1 a2 s} {a3} {b1 b2}: 4 pairs, 2 of them right, of 4 that belong together
    const scores = scoresOf([['a1', 'a2', 's'], ['a3'], ['b1', 'b2']], truth);
    expect([scores.precision, scores.recall, scores.f1]).toEqual([0.5, 0.5, 0.5]);
    // B³: precision (2/3 + 2/3 + 1/3 + 1 + 1 + 1) / 6 = 7/9, recall (2/3 + 2/3 + 1/3 + 1 + 1 + 1) / 6 = 7/9
    expect(scores.b3).toBeCloseTo(7 / 9, 12);
    // ARI: (2 − 4·4/15) / (4 − 4·4/15) = 14/44
    expect(scores.ari).toBeCloseTo(14 / 44, 12);
    expect(purityOf([['a1', 'a2', 's'], ['a3'], ['b1', 'b2']], truth)).toBeCloseTo(5 / 6, 12);
  });

  it('recall everything and are mostly wrong when all is one', () => {
    const scores = scoresOf([all], truth);
    expect(scores.recall).toBe(1);
    expect(scores.precision).toBeCloseTo(4 / 15, 12);
    expect(scores.ari).toBe(0);
    expect(purityOf([all], truth)).toBe(0.5);
  });

  it('are never wrong and find nothing when everybody is alone', () => {
    const scores = scoresOf(
      all.map((id) => [id]),
      truth,
    );
    expect([scores.precision, scores.recall, scores.f1, scores.ari]).toEqual([1, 0, 0, 0]);
    // precision 1, recall (1/3·3 + 1/2·2 + 1) / 6 = 1/2
    expect(scores.b3).toBeCloseTo(2 / 3, 12);
  });

  it('take what is left out for alone, and leave out what nobody asks about', () => {
    expect(scoresOf([['a1', 'a2', 'a3', 'unknown']], truth)).toEqual(
      scoresOf([['a1', 'a2', 'a3'], ['b1'], ['b2'], ['s']], truth),
    );
    expect(purityOf([['unknown', 'a1']], truth)).toBe(1);
  });

  it('hold of nothing at all', () => {
    expect(scoresOf([], new Map())).toEqual({ precision: 1, recall: 1, f1: 1, b3: 1, ari: 1 });
  });
});

describe('reduction', () => {
  it('is what is spared, and nothing when nothing is gathered', () => {
    expect(reductionOf(5, 100)).toBe(0.95);
    expect(reductionOf(100, 100)).toBe(0);
    expect(reductionOf(0, 0)).toBe(0);
  });
});
