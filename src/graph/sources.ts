// How each source arrives, as sums that any number of processes may add to.

import type { Instant, Millis } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export interface Arrivals {
  readonly id: string;
  /** Records taken in, those seen before among them. */
  readonly count: number;
  readonly newestAt: Instant;
  readonly newestArrivalAt: Instant;
  /** How many came within 2^i seconds of their event, and not within 2^(i-1). */
  readonly lateness: readonly number[];
  /** The longest any of them took. */
  readonly latest: Millis;
  readonly rejected: number;
  /** The last one that could not be read; 0 and empty when there is none. */
  readonly rejectedAt: Instant;
  readonly rejectedWhy: string;
}

/** Adds; the newest and the longest stay. */
export async function add(graph: Graph, rows: readonly Arrivals[]): Promise<void> {
  await graph.run(queries.sources.save, {
    batch: { rows: [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)) },
  });
}

export async function all(graph: Graph): Promise<Arrivals[]> {
  const rows = await graph.run(queries.sources.all, {});
  return rows.map((row) => ({ ...row, rejectedAt: row.rejectedAt ?? 0, rejectedWhy: row.rejectedWhy ?? '' }));
}
