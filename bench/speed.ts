// Every measurement of speed: `skein bench`.

import type { Bench } from './bench.ts';
import { campaigns } from './speed/campaigns.ts';
import { correlate } from './speed/correlate.ts';
import { ingest } from './speed/ingest.ts';
import { learn } from './speed/learn.ts';
import { mailIngest } from './speed/mail-ingest.ts';
import { mail } from './speed/mail.ts';
import { paths } from './speed/paths.ts';
import { seed } from './speed/seed.ts';
import { similar } from './speed/similar.ts';

export const benches: readonly Bench[] = [campaigns, correlate, ingest, learn, mail, mailIngest, paths, seed, similar];
