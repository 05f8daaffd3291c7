// Every measurement of speed: `skein bench`.

import type { Bench } from './bench.ts';
import { correlate } from './speed/correlate.ts';
import { ingest } from './speed/ingest.ts';
import { learn } from './speed/learn.ts';
import { seed } from './speed/seed.ts';
import { similar } from './speed/similar.ts';

export const benches: readonly Bench[] = [correlate, ingest, learn, seed, similar];
