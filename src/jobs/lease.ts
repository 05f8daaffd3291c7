// One process at a time: a lease in the graph, on its clock, renewed while the work goes on.

import { hostname } from 'node:os';
import { fenced } from '../graph/fence.ts';
import type { Holding } from '../graph/fence.ts';
import type { Graph } from '../graph/graph.ts';
import * as notes from '../graph/notes.ts';
import { seconds } from '../model/time.ts';

// Longer than any judging keeps the process from renewing; a holder that died on this host is succeeded at once anyway.
const TTL = seconds(120);
const RETRY = 250;

/** Somebody else kept the lease for longer than we were willing to wait. */
export class LeaseHeldError extends Error {
  override readonly name = 'LeaseHeldError';
}

/**
 * Waits for the lease at most `patience`, works under it, gives it back. A holder that died on this host is succeeded at
 * once. The work gets the graph behind the fence: once another has the lease, its writes are refused (DeposedError).
 */
export async function underLease<T>(
  graph: Graph,
  name: string,
  patience: number,
  work: (graph: Graph, holding: Holding) => Promise<T>,
): Promise<T> {
  const owner = `${hostname()}/${process.pid}/${process.hrtime.bigint()}`;
  const holding = { name, owner, fence: await wait(graph, name, owner, patience) };
  let renewed: Promise<unknown> = Promise.resolve();
  const renewal = setInterval(() => {
    renewed = notes.takeLease(graph, { name, owner, ttl: TTL, dead: [] }).catch(() => undefined);
  }, TTL / 3);
  try {
    return await work(fenced(graph, holding), holding);
  } finally {
    clearInterval(renewal);
    // A renewal still on its way would take the lease again after it was given back.
    await renewed;
    await notes.dropLease(graph, name, owner);
  }
}

async function wait(graph: Graph, name: string, owner: string, patience: number): Promise<number> {
  for (let waited = 0; ; waited += RETRY) {
    const holder = await notes.leaseHolder(graph, name);
    const dead = holder !== undefined && isDead(holder) ? [holder] : [];
    const fence = await notes.takeLease(graph, { name, owner, ttl: TTL, dead });
    if (fence !== undefined) return fence;
    if (waited >= patience)
      throw new LeaseHeldError(`${holder ?? 'another process'} is at work on "${name}"; try again when it is done`);
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
}

/** Whether a holder was a process of this host that is no more. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split('/');
  if (host !== hostname() || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
