// How fast the core learns, groups and stores: several measurements, each beside a limit of its own.

import { join } from 'node:path';
import type { Bench, BenchOptions, Measured, SpeedPart } from '../bench.ts';
import * as habits from '../learn/habit-speed.ts';
import * as partition from '../learn/partition-speed.ts';
import * as stored from '../learn/stored-speed.ts';

const parts: readonly { readonly id: string; readonly measure: (options: BenchOptions) => Promise<SpeedPart> }[] = [
  { id: 'habits', measure: habits.measure },
  { id: 'partition', measure: partition.measure },
  { id: 'stored', measure: stored.measure },
];

export const learn: Bench = {
  id: 'learn',
  title: 'habits counted, surprise told, people grouped and groups stored, a second',
  async run(options: BenchOptions): Promise<Measured> {
    const measured: [string, SpeedPart][] = [];
    for (const [index, { id, measure }] of parts.entries()) {
      measured.push([id, await measure({ ...options, home: join(options.home, id) })]);
      options.progress(index + 1, parts.length);
    }
    return {
      name: 'learn',
      ...Object.fromEntries(measured),
      says: measured.flatMap(([, { says }]) => says),
    };
  },
};
