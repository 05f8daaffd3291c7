import { describe, expect, it } from 'vitest';
import { FEWEST_HIDDEN, fitAssociation, fitToArcs, structural, structureOf } from '../../../src/learn/association/fit.ts';
import { arcsOf, graphOf } from '../../../src/learn/association/graph.ts';
import type { Arcs } from '../../../src/learn/association/graph.ts';
import { fitLogistic } from '../../../src/learn/association/logistic.ts';
import { contributions } from '../../../src/learn/association/model.ts';
import { addTie, noTies } from '../../../src/learn/association/ties.ts';
import { mailModel } from '../../../src/learn/association/weights.ts';
import { seeded } from '../../../src/model/seeded.ts';
import { dayOf } from '../../../src/model/time.ts';

/** Teams of ten: of two in a team half are tied, of two of different teams one in fifty. */
function teams(count: number, seed: string): Arcs {
  const rng = seeded(seed);
  const names = Array.from({ length: count * 10 }, (_, index) => `p${String(index).padStart(4, '0')}`);
  const pairs = names.flatMap((_, a) =>
    names.flatMap((__, b) =>
      a !== b && rng() < (Math.floor(a / 10) === Math.floor(b / 10) ? 0.5 : 0.02) ? [[a, b] as const] : [],
    ),
  );
  return { twoSided: false, names, from: pairs.map(([a]) => a), to: pairs.map(([, b]) => b) };
}

const arcs = teams(30, 'teams');
const oddsIn = (model: typeof mailModel, from: number, to: number): number =>
  contributions(model, [structureOf(graphOf(arcs), from, to)], structural).reduce((sum, { by }) => sum + by, model.intercept);

describe('a fit to own ties', () => {
  const model = fitToArcs(arcs, mailModel, { seed: 'fit' });

  it('learns that team mates write to each other more than others do', () => {
    const odds = (step: number): number[] =>
      Array.from({ length: 60 }, (_, index) =>
        oddsIn(model, index, (index - (index % 10) + ((index + step) % 10) + (step > 9 ? 50 : 0)) % 200),
      );
    const median = (values: number[]): number => values.sort((a, b) => a - b)[30] ?? NaN;
    expect(median(odds(3))).toBeGreaterThan(median(odds(13)) + 2);
  });

  it('keeps to the signs that reason gives', () => {
    const wrong = structural.filter(({ id, sign }) => sign === 'positive' && (model.weights[id]?.weight ?? 0) < 0);
    expect(wrong).toEqual([]);
  });

  it('is the same for the same ties and seed', () => {
    expect(fitToArcs(arcs, mailModel, { seed: 'fit' })).toEqual(model);
    expect(fitToArcs(arcs, mailModel, { seed: 'other' })).not.toEqual(model);
  });

  it('leaves the weights of histories and domains as they were', () => {
    for (const id of ['wrote', 'wroteOften', 'lookalike', 'outside'])
      expect(model.weights[id]?.weight).toBe(mailModel.weights[id]?.weight);
  });

  it('is not made of too few ties', () => {
    const few = noTies();
    for (let index = 0; index < FEWEST_HIDDEN * 9; index += 1) addTie(few, `u${index % 50}`, `u${(index * 7) % 51}`, 1e12);
    expect(fitAssociation(few, dayOf(1e12) + 1, mailModel, { seed: 'few' })).toBe(mailModel);
    expect(arcsOf(few, dayOf(1e12)).from).toEqual([]);
  });
});

describe('logistic regression', () => {
  const examples = Array.from({ length: 400 }, (_, index) => ({
    values: [index % 4, index % 3, 7],
    happened: index % 4 >= 2,
    counts: 1,
  }));

  it('finds what matters, and gives nothing to what does not', () => {
    const { weights } = fitLogistic(examples, ['any', 'any', 'any'], 1);
    expect(weights[0]).toBeGreaterThan(1);
    expect(Math.abs(weights[1] ?? NaN)).toBeLessThan(0.1);
    expect(weights[2]).toBe(0);
  });

  it('leaves a weight at nought whose sign would be wrong', () => {
    expect(fitLogistic(examples, ['negative', 'any', 'any'], 1).weights[0]).toBe(0);
  });

  it('finds the odds by which examples were drawn', () => {
    const rng = seeded('odds');
    const drawn = Array.from({ length: 20_000 }, () => {
      const x = rng() * 4 - 2;
      return { values: [x], happened: rng() < 1 / (1 + Math.exp(-(0.5 + 1.5 * x))), counts: 1 };
    });
    const { intercept, weights, means } = fitLogistic(drawn, ['any'], 0.01);
    expect(weights[0]).toBeCloseTo(1.5, 1);
    expect(intercept - (weights[0] ?? 0) * (means[0] ?? 0)).toBeCloseTo(0.5, 1);
  });

  it('needs both outcomes', () => {
    expect(() =>
      fitLogistic(
        examples.filter(({ happened }) => happened),
        ['any'],
        1,
      ),
    ).toThrow('examples that did not');
  });
});
