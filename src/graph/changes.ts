// When incidents and actions changed, as one clock that only goes forward, whatever process writes.

import type { Instant } from '../model/time.ts';
import type { Graph, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';

/** The moment of what a transaction changes. It comes first in it: all writers then take their locks in one order. */
export async function tick(tx: Transaction): Promise<Instant> {
  const [row] = await tx.run(queries.incidents.tick, {});
  if (row === undefined) throw new Error('the clock of changes gave no moment');
  return row.changedAt;
}

/** The moment of the last change there was; 0 before any. */
export async function moment(graph: Graph): Promise<Instant> {
  const [row] = await graph.run(queries.incidents.moment, {});
  return row?.changedAt ?? 0;
}
