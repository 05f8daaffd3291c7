// Bounded, whatever is thrown at it: each of these takes a fraction of a second by itself, and may take a few on a busy
// machine.

import { expect, it } from 'vitest';
import { crowdedAddress, sharedProgram } from '../../bench/speed/findings.ts';
import { incidentsOf } from '../../src/correlate/incremental.ts';
import { partition } from '../../src/correlate/partition.ts';

const SOON = 5_000;

it('ten thousand findings on one address in a minute are bounded work: one incident of one account', { timeout: SOON }, () => {
  expect(partition(crowdedAddress(1)).length).toBe(1);
});

it('and where each is another account’s, the address binds few of them', { timeout: SOON }, () => {
  const clusters = partition(crowdedAddress(10_000));
  expect(clusters.length).toBeGreaterThan(9_000);
  expect(clusters.flatMap(({ findings }) => findings).length).toBe(10_000);
});

it('two thousand alerts that share a program are not one incident', { timeout: SOON }, () => {
  const findings = sharedProgram(2_000);
  const clusters = partition(findings);
  expect(Math.max(...clusters.map(({ findings: ids }) => ids.length))).toBeLessThan(100);

  const incidents = incidentsOf();
  incidents.update({ arrived: findings });
  expect(incidents.clusters()).toEqual(clusters);
});
