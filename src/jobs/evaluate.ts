// Measured quality: runs the suites there are, one after another.

import { suites } from '../../bench/quality.ts';
import type { Figure, SuiteOptions } from '../../bench/suite.ts';

export interface Evaluation extends Omit<SuiteOptions, 'progress'> {
  /** Id of the only suite to run; left out, all of them. */
  readonly suite?: string;
  readonly progress: (suite: string, done: number, of: number) => void;
}

export const suiteIds: readonly string[] = suites.map(({ id }) => id);

export function evaluate({ suite: wanted, progress, ...options }: Evaluation): Figure[] {
  return suites
    .filter(({ id }) => wanted === undefined || id === wanted)
    .flatMap((suite) => suite.run({ ...options, progress: (done, of) => progress(suite.id, done, of) }));
}
