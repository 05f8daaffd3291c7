// Measured quality: runs the suites there are, one after another.

import { suites } from '../../bench/quality.ts';
import type { Figure, Size } from '../../bench/suite.ts';
import { openGeography } from './geography.ts';

export interface Evaluation {
  /** Id of the only suite to run; left out, all of them. */
  readonly suite?: string;
  /** What is not said is as usual for each suite. */
  readonly size: Partial<Size>;
  readonly progress: (suite: string, done: number, of: number) => void;
}

export const suiteIds: readonly string[] = suites.map(({ id }) => id);

export async function evaluate({ suite: wanted, size, progress }: Evaluation): Promise<Figure[]> {
  const lookup = await openGeography({});
  const figures: Figure[] = [];
  for (const suite of suites.filter(({ id }) => wanted === undefined || id === wanted)) {
    const options = { ...suite.usual, ...size, lookup };
    figures.push(...(await suite.run({ ...options, progress: (done, of) => progress(suite.id, done, of) })));
  }
  return figures;
}
