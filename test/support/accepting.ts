// A process that accepts records while its database is away, says so, and waits to be killed: `accepting.ts HOME FIRST COUNT`.

import { pino } from 'pino';
import { GraphUnavailableError } from '../../src/graph/graph.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openIntake } from '../../src/jobs/intake/intake.ts';
import { ual } from './records.ts';

const [home = '', first = '0', count = '0'] = process.argv.slice(2);
const away = () => Promise.reject(new GraphUnavailableError('away'));
const graph: Graph = { run: away, together: away, reading: away, close: () => Promise.resolve() };
const intake = openIntake({
  ...{ graph, home, lookup: () => undefined, clock: Date.now, log: pino({ level: 'silent' }), whenAway: 'wait' },
});
const door = intake.door({ durable: true });
for (let n = Number(first); n < Number(first) + Number(count); n += 1)
  await door.put({ file: 'sent.jsonl', line: n + 1, record: ual({ Id: `sent-${n}` }) });
const { accepted } = await door.flush();
process.stdout.write(`${accepted}\n`);
setInterval(() => undefined, 60_000);
