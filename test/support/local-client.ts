// A program that uses the local Neo4j of a home, for tests that end it the hard way. Prints the server's pid, then stays.
//
// Run as: node --import tsx local-client.ts HOME IDLE_MS

import { openLocal } from '../../src/graph/local.ts';
import { createLog } from '../../src/log.ts';

const [home = '', idleMs = ''] = process.argv.slice(2);
const { pid } = await openLocal({ home, log: createLog('silent'), idleMs: Number(idleMs) });
process.stdout.write(`${pid}\n`);
setInterval(() => undefined, 1_000);
