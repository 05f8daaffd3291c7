// How fast it is told which incidents are like one.

import type { Bench, BenchOptions, Measured } from '../bench.ts';
import { measure } from '../incidents/similar-speed.ts';

export const similar: Bench = {
  id: 'similar',
  title: 'incidents like one, asked among ten thousand stored',
  run: async (options: BenchOptions): Promise<Measured> => ({ name: 'similar', ...(await measure(options)) }),
};
