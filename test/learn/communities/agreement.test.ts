import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustedMutualInformation,
  adjustedRand,
  normalizedMutualInformation,
} from '../../../src/learn/communities/agreement.ts';
import { seeded } from '../../../src/model/seeded.ts';

const all = [
  ['NMI', normalizedMutualInformation],
  ['AMI', adjustedMutualInformation],
  ['ARI', adjustedRand],
] as const;

describe.each(all)('%s', (_, agreement) => {
  it('is 1 for the same groups under other names, and the same both ways', () => {
    assert(
      property(array(integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 }), (labels) => {
        expect(agreement(labels, labels.map((label) => 90 - label))).toBeCloseTo(1, 9); // prettier-ignore
        const other = labels.map((label, place) => (label * place) % 3);
        expect(agreement(labels, other)).toBeCloseTo(agreement(other, labels), 9);
      }),
    );
  });

  it('is below 1 when somebody moves', () => {
    expect(agreement([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1])).toBeLessThan(0.9);
  });

  it('is 0 when one side says nothing', () => {
    expect(agreement([0, 0, 1, 1], [0, 0, 0, 0])).toBeCloseTo(0, 9);
  });

  it('asks for labels of the same things', () => {
    expect(() => agreement([0], [0, 1])).toThrow('1 labels beside 2');
  });
});

describe('worked by hand', () => {
  const [a, b] = [
    [0, 0, 0, 1, 1, 1],
    [0, 0, 1, 1, 2, 2],
  ];

  it('NMI', () => {
    // entropies ln 2 and ln 3; one group of b straddles both of a: information ln 2 × 2/3
    expect(normalizedMutualInformation(a, b)).toBeCloseTo((2 * Math.log(2) * (2 / 3)) / (Math.log(2) + Math.log(3)), 12);
  });

  it('ARI', () => {
    // 2 pairs together in both; 6 and 3 of 15
    expect(adjustedRand(a, b)).toBeCloseTo((2 - 18 / 15) / (4.5 - 18 / 15), 12);
  });

  it('AMI, its chance by every arrangement', () => {
    const information = (labels: readonly number[]): number =>
      (normalizedMutualInformation(a, labels) * (Math.log(2) + Math.log(3))) / 2;
    const arranged = permutationsOf(b).map(information);
    const chance = arranged.reduce((sum, value) => sum + value, 0) / arranged.length;
    const most = (Math.log(2) + Math.log(3)) / 2;
    expect(adjustedMutualInformation(a, b)).toBeCloseTo((information(b) - chance) / (most - chance), 10);
  });
});

function permutationsOf(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, place) => permutationsOf(values.toSpliced(place, 1)).map((rest) => [value, ...rest]));
}

it('chance earns nothing from AMI and ARI, however many groups; NMI is fooled', () => {
  const dice = seeded('chance');
  const drawn = (groups: number): number[] => Array.from({ length: 600 }, () => Math.floor(dice() * groups));
  const [truth, many] = [drawn(40), drawn(200)];
  expect(Math.abs(adjustedRand(truth, many))).toBeLessThan(0.02);
  expect(Math.abs(adjustedMutualInformation(truth, many))).toBeLessThan(0.02);
  expect(normalizedMutualInformation(truth, many)).toBeGreaterThan(0.5);
});
