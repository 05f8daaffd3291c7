// The waterfall: points that add up, whatever the reasons.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidSum, waterfall } from '../../web/src/lib/reasons.ts';

const reason = (says: string, logit: number) => ({ feature: 'severity', says, logit, findings: [says] });
const percent = (logit: number) => Math.round(100 / (1 + Math.exp(-logit)));

it('raises by size, then lowers by size', () => {
  const { base, steps, total } = waterfall(-2.75, [
    reason('small', 0.5),
    reason('less', -1),
    reason('large', 3),
    reason('bit less', -0.2),
  ]);
  expect(steps.map(({ says }) => says)).toEqual(['large', 'small', 'less', 'bit less']);
  expect([base, ...steps.map(({ points }) => points)]).toEqual([6, 50, 12, -24, -5]);
  expect(total).toBe(percent(-0.45));
});

it('adds up exactly, and says the same however the reasons come', () => {
  const logit = fc.double({ min: -6, max: 6, noNaN: true });
  fc.assert(
    fc.property(logit, fc.array(logit, { maxLength: 40 }), fc.integer({ min: 3, max: 12 }), (baseline, logits, most) => {
      const reasons = logits.map((value, index) => reason(`r${index}`, value));
      const fall = waterfall(baseline, reasons, most);
      expect(fall.base + fall.steps.reduce((sum, { points }) => sum + points, 0)).toBe(fall.total);
      expect(fall.steps.every(({ from, to, points }) => to - from === points)).toBe(true);
      expect(fall.steps.length).toBeLessThanOrEqual(most + 1);
      expect(waterfall(baseline, [...reasons].reverse(), most)).toEqual(fall);
    }),
  );
});

it('a reason too small for a point still speaks for or against', () => {
  const { steps } = waterfall(8, [reason('for', 0.5), reason('against', -0.1)]);
  expect(steps.map(({ points, lowers }) => [points, lowers])).toEqual([
    [0, false],
    [0, true],
  ]);
});

it('a sum is never said to be none or all', () => {
  expect([0, 1, 57, 99, 100].map(saidSum)).toEqual(['<\u202f1', '1', '57', '99', '>\u202f99']);
});

describe('more reasons than rows', () => {
  const many = Array.from({ length: 12 }, (_, index) => reason(`r${String(index).padStart(2, '0')}`, 1 - index / 20));

  it('put the smallest into one row that says how many it stands for', () => {
    const { steps } = waterfall(-3, many, 5);
    expect(steps.map(({ says, stands }) => [says, stands])).toEqual([
      ['r00', 1],
      ['r01', 1],
      ['r02', 1],
      ['r03', 1],
      ['8 smaller reasons', 8],
    ]);
    expect(steps.at(-1)?.findings).toHaveLength(8);
  });

  it('stay as they are when they fit', () => {
    expect(waterfall(-3, many, 12).steps.every(({ stands }) => stands === 1)).toBe(true);
  });
});
