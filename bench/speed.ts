// Every measurement of speed: `skein bench`.

import type { Bench } from './bench.ts';
import { ingest } from './speed/ingest.ts';
import { learn } from './speed/learn.ts';
import { seed } from './speed/seed.ts';

export const benches: readonly Bench[] = [ingest, learn, seed];
