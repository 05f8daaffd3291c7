import { expect, it } from 'vitest';
import { expectedHit, rankingsOf } from '../../../bench/incidents/similar.ts';
import type { Example } from '../../../bench/incidents/similar.ts';
import { featuresOf } from '../../../src/correlate/similar/features.ts';
import { found } from '../../correlate/found.ts';

const ranked = (...rows: [number, boolean][]) => rows.map(([score, isSame]) => ({ score, isSame }));

it('one of the same counts when it comes early enough', () => {
  expect(expectedHit(ranked([0.9, false], [0.8, true], [0.1, false]), 2)).toBe(1);
  expect(expectedHit(ranked([0.9, false], [0.8, true], [0.1, false]), 1)).toBe(0);
  expect(expectedHit(ranked([0.9, false]), 3)).toBe(0);
});

it('of equals any may come first', () => {
  expect(expectedHit(ranked([0.5, true], [0.5, false], [0.5, false], [0.5, false]), 1)).toBeCloseTo(0.25);
  expect(expectedHit(ranked([0.9, false], [0.5, true], [0.5, false]), 2)).toBeCloseTo(0.5);
});

it('a company is never asked about itself', () => {
  const example = (company: string): Example => ({
    ...{ id: company, company, family: 'f', isAsked: true, detections: new Set(['something-odd']) },
    features: featuresOf({ findings: [found('a')], links: [] }),
  });
  const [first] = rankingsOf([example('one'), example('two')]);
  expect(first?.by['similar incidents']).toEqual([{ score: 1, isSame: true }]);
});
