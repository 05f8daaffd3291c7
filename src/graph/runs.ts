// What jobs did: one record a run, kept for a while.

import type { Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export type RunOutcome = 'running' | 'done' | 'failed' | 'deposed' | 'abandoned';

export interface JobRun {
  readonly id: string;
  readonly job: string;
  readonly owner: string;
  readonly fence: number;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly outcome: RunOutcome;
  readonly says?: string;
}

type Beginning = Pick<JobRun, 'id' | 'job' | 'owner' | 'fence' | 'startedAt'>;

/** False when the run of that id has begun already, here or elsewhere. */
export async function begin(graph: Graph, run: Beginning): Promise<boolean> {
  const [row] = await graph.run(queries.runs.begin, run);
  return row?.isOurs ?? false;
}

export async function end(graph: Graph, run: { id: string; endedAt: Instant; outcome: RunOutcome; says: string }): Promise<void> {
  await graph.run(queries.runs.end, run);
}

/** The newest first. */
export async function latest(graph: Graph, since: Instant, limit: number): Promise<JobRun[]> {
  const rows = await graph.run(queries.runs.latest, { since, limit });
  return rows.map(({ endedAt, says, outcome, ...row }) => ({
    ...row,
    // Only `begin` and `end` write it.
    outcome: outcome as RunOutcome,
    ...(endedAt === null ? {} : { endedAt }),
    ...(says === null ? {} : { says }),
  }));
}

export async function forget(graph: Graph, before: Instant): Promise<number> {
  let all = 0;
  for (let gone = 1; gone > 0; all += gone) gone = (await graph.run(queries.runs.forget, { before }))[0]?.gone ?? 0;
  return all;
}
