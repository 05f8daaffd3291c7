// What a job is, and the bench it works at: one at a time anywhere, under a lease, with a record of each run.

import * as runs from '../graph/runs.ts';
import type { RunOutcome } from '../graph/runs.ts';
import { DeposedError } from '../graph/fence.ts';
import type { Graph } from '../graph/graph.ts';
import { StoppedError, until } from '../graph/stop.ts';
import type { PeersEngine } from '../config.ts';
import type { Logger } from '../log.ts';
import type { ResponseMode } from '../model/action.ts';
import type { Instant } from '../model/time.ts';
import type { Microsoft } from '../tenant/microsoft.ts';
import { LeaseHeldError, underLease } from './lease.ts';

/** What the jobs work with. */
export interface Bench {
  readonly graph: Graph;
  readonly log: Logger;
  readonly homeDomains: readonly string[];
  /** The folder whose mail models are used besides those that come with the program. */
  readonly home?: string;
  /** Names the tenant's servers write into `Authentication-Results`. */
  readonly authservIds?: readonly string[];
  readonly mode: ResponseMode;
  /** What actions are carried out on; without it on a simulated tenant. */
  readonly microsoft?: Microsoft;
  /** Keys or names of accounts that nothing is ever done to; none when left out. */
  readonly breakGlass?: readonly string[];
  /** What makes peer groups; `auto` when left out. */
  readonly peersEngine?: PeersEngine;
  /** Wall clock, for what people decide; events have their own time. */
  readonly clock: () => Instant;
}

export interface Job {
  readonly name: string;
  /** What it is for, in a clause. */
  readonly title: string;
  /** Cron expression, UTC. */
  readonly every: string;
  /** Does the work with a graph that refuses writes once the lease is lost; answers with what it did, in a clause. */
  work(bench: Bench): Promise<string>;
}

export interface Outcome {
  readonly outcome: RunOutcome | 'skipped';
  readonly says: string;
}

export interface RunJobOptions {
  /** The moment it was due: of several processes whose clock strikes, one runs. Left out, it runs in any case. */
  readonly due?: Instant;
  /** How long to wait for another run of it to finish. */
  readonly patience: number;
  /** Once given, the run is cut off at its next statement, gives its lease back and leaves the rest to the next one. */
  readonly signal?: AbortSignal;
}

/** Never throws: how it went is the answer, and kept. */
export async function runJob(bench: Bench, job: Job, { due, patience, signal }: RunJobOptions): Promise<Outcome> {
  try {
    return await underLease(bench.graph, job.name, patience, (fenced, { owner, fence }) => {
      const id = `${job.name}/${due ?? owner}`;
      const graph = signal === undefined ? fenced : until(signal, fenced);
      return recorded({ ...bench, graph }, job, { id, job: job.name, owner, fence, startedAt: bench.clock() });
    });
  } catch (error) {
    if (error instanceof LeaseHeldError) return { outcome: 'skipped', says: error.message };
    if (error instanceof StoppedError) return { outcome: 'abandoned', says: error.message };
    bench.log.error({ job: job.name, err: error }, 'job failed');
    return { outcome: 'failed', says: (error as Error).message };
  }
}

async function recorded(bench: Bench, job: Job, run: Parameters<typeof runs.begin>[1]): Promise<Outcome> {
  if (!(await runs.begin(bench.graph, run))) return { outcome: 'skipped', says: 'another process has done it' };
  const ended = await worked(bench, job);
  // Who was deposed may not write that either: the successor has noted that the run was abandoned.
  if (ended.outcome !== 'deposed') await runs.end(bench.graph, { id: run.id, endedAt: bench.clock(), ...ended });
  return ended;
}

async function worked(bench: Bench, job: Job): Promise<{ outcome: RunOutcome; says: string }> {
  try {
    return { outcome: 'done', says: await job.work(bench) };
  } catch (error) {
    // Nothing more can be written, not even that: who has the lease next notes that the run was abandoned.
    if (error instanceof StoppedError) throw error;
    const says = (error as Error).message;
    bench.log.error({ job: job.name, err: error }, 'job failed');
    return { outcome: error instanceof DeposedError ? 'deposed' : 'failed', says };
  }
}
