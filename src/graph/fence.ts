// Writes under a lease: each transaction first makes sure that the lease is still its holder's, and holds it until it is
// done. A holder that was deposed while it slept, paused or was cut off can write nothing any more.

import type { Graph, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';

export interface Holding {
  readonly name: string;
  readonly owner: string;
  readonly fence: number;
}

/** Somebody else has the lease now: what was about to be written was not. */
export class DeposedError extends Error {
  override readonly name = 'DeposedError';
}

/** The same graph; reads go through as they are, writes only while the lease is held. */
export function fenced(graph: Graph, holding: Holding): Graph {
  const together: Graph['together'] = (work) =>
    graph.together(async (tx) => {
      await hold(tx, holding);
      return work(tx);
    });
  return {
    run: (query, params) => (query.mode === 'read' ? graph.run(query, params) : together((tx) => tx.run(query, params))),
    together,
    reading: (work) => graph.reading(work),
    close: () => graph.close(),
  };
}

async function hold(tx: Transaction, holding: Holding): Promise<void> {
  const [held] = await tx.run(queries.meta.holdLease, holding);
  if (held === undefined)
    throw new DeposedError(`the lease on "${holding.name}" has passed to another process; nothing was written`);
}
