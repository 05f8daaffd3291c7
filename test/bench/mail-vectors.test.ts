// Mail of the standards' own test suites, read where it lies: nothing of it is kept here but counts. The floors are what was
// reached; what is missing to all of them is explained, set by set, where it is measured.

import { describe, expect, it } from 'vitest';
import { hasVectors, UNEXPLAINED, VECTORS, vectorSets } from '../../bench/mail/vectors.ts';

if (!hasVectors()) console.log(`skipped: ${VECTORS} not present`);

describe.skipIf(!hasVectors())('mail of the standards', () => {
  it.each([
    ['spf', [199]],
    ['spfOfMailAuth', [141]],
    ['dkim', [32, 22]],
    ['dkimWithKeys', [9]],
    ['arc', [165]],
    ['arcOfMailAuth', [1]],
    ['mime', [22]],
  ] as const)(
    '%s: is read as it has to be',
    async (set, floors) => {
      const figures = [await vectorSets[set]()].flat();
      expect(figures.map(({ passed }, index) => Math.min(passed, floors[index] ?? 0))).toEqual(floors);
      expect(figures.flatMap(({ mismatches }) => mismatches.filter(({ why }) => why === UNEXPLAINED))).toEqual([]);
    },
    60_000,
  );
});
