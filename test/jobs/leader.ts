// A process that takes the job's lease, writes, and works on until it is killed.

import type { Neo4jAddress } from '../../src/config.ts';
import { openGraph } from '../../src/graph/neo4j.ts';
import * as notes from '../../src/graph/notes.ts';
import { runJob } from '../../src/jobs/job.ts';
import { createLog } from '../../src/log.ts';

const log = createLog('silent');
const graph = await openGraph(JSON.parse(process.argv[2] ?? '') as Neo4jAddress, log);
const bench = { graph, log, homeDomains: [], mode: 'confirm', clock: Date.now } as const;
await runJob(
  bench,
  {
    name: 'j',
    title: 'a job',
    every: '* * * * *',
    async work({ graph: behind }) {
      await notes.write(behind, 'written', 'by the leader');
      process.stdout.write('at work\n');
      await new Promise((resolve) => setTimeout(resolve, 3_600_000));
      return 'never said';
    },
  },
  { patience: 0 },
);
