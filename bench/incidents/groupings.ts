// The product's partition and what it is held against, all over the same findings.

import { partition } from '../../src/correlate/partition.ts';
import { baselines } from './baselines.ts';
import type { Baseline } from './baselines.ts';

export const product: Baseline = {
  name: 'skein',
  group: (findings) => partition(findings).map((cluster) => cluster.findings),
};

/** Nothing put together: what no grouping of these findings can be purer than. */
export const alone: Baseline = { name: 'each finding alone', group: (findings) => findings.map(({ id }) => [id]) };

export const groupings: readonly Baseline[] = [product, ...baselines];
