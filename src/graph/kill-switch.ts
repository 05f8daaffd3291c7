// The kill switch, as people left it. All replicas see it: it is in the graph, and whoever takes a step looks there.

import type { KillSwitch } from '../model/action.ts';
import { append } from './audit.ts';
import { tick } from './changes.ts';
import type { Graph, Transaction } from './graph.ts';
import type { Word } from './incidents.ts';
import { queries } from './queries.gen.ts';

const NAME = 'killSwitch';

/** Off while nobody ever set it. Asked within a transaction that has ticked, it stays so until the transaction is over. */
export async function read(on: Transaction): Promise<KillSwitch> {
  const [row] = await on.run(queries.meta.read, { name: NAME });
  // Written from a KillSwitch and by nothing else.
  return row === undefined ? { on: false } : (JSON.parse(row.value) as KillSwitch);
}

/** Sets it, with its audit entry. Set as it was, nothing changes: it stays with who said so first. */
export async function set(graph: Graph, on: boolean, { by, at }: Word, reason: string): Promise<KillSwitch> {
  return graph.together(async (tx) => {
    await tick(tx);
    const before = await read(tx);
    if (before.on === on) return before;
    const after: KillSwitch = { on, by, at, reason };
    await tx.run(queries.meta.write, { name: NAME, value: JSON.stringify(after) });
    await append(tx, { at, who: by, what: `kill switch ${on ? 'on' : 'off'}`, target: 'Response', details: reason });
    return after;
  });
}
