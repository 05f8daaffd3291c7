// Measured speed: runs the benches there are, one after another, each in a folder of its own.

import { join } from 'node:path';
import type { Measured } from '../../bench/bench.ts';
import { benches } from '../../bench/speed.ts';
import type { Logger } from '../log.ts';

export interface Measurement {
  /** Id of the only bench to run; left out, all of them. */
  readonly name?: string;
  readonly home: string;
  readonly log: Logger;
  readonly size?: number;
  readonly progress: (done: number, of: number) => void;
}

export const benchIds: readonly string[] = benches.map(({ id }) => id);

export async function* measureSpeed({ name, home, ...options }: Measurement): AsyncGenerator<Measured> {
  for (const bench of benches)
    if (name === undefined || bench.id === name) yield await bench.run({ ...options, home: join(home, 'bench', bench.id) });
}
