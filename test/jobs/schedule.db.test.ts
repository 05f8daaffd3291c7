// The schedule when the process stops: a run that goes on and on does not hold it up, and leaves its lease to the next.

import { expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import * as notes from '../../src/graph/notes.ts';
import { runJob } from '../../src/jobs/job.ts';
import type { Bench, Job } from '../../src/jobs/job.ts';
import { startSchedule } from '../../src/jobs/schedule.ts';
import { createLog } from '../../src/log.ts';
import { seconds } from '../../src/model/time.ts';
import { graph } from '../support/neo4j.ts';

const benchOn = (db: Graph): Bench => ({
  ...{ graph: db, log: createLog('silent'), homeDomains: [], mode: 'confirm', clock: Date.now },
});
const job = (work: Job['work']): Job => ({ name: 'j', title: 'a job', every: '0 0 1 1 *', work });

/** Starts it, and waits until it is at work. */
async function working(db: Graph, work: Job['work']) {
  let begun = (): void => undefined;
  const isAtWork = new Promise<void>((resolve) => (begun = resolve));
  const schedule = startSchedule(benchOn(db), [job((bench) => (begun(), work(bench)))]);
  schedule.soon('j');
  await isAtWork;
  return schedule;
}

it('a run without an end is cut off soon, and the next has the lease at once', async () => {
  const db = await graph();
  let steps = 0;
  const schedule = await working(db, async (bench) => {
    for (;;) {
      await notes.write(bench.graph, 'step', String((steps += 1)));
    }
  });
  const before = performance.now();
  await schedule.stop();
  expect(performance.now() - before).toBeLessThan(seconds(6));
  const left = steps;

  const next = await runJob(
    benchOn(db),
    job(() => Promise.resolve('went on')),
    { patience: 0 },
  );
  expect(next).toEqual({ outcome: 'done', says: 'went on' });
  expect(steps).toBe(left);
});

it('a run that ends in time is waited for', async () => {
  const db = await graph();
  const schedule = await working(db, async (bench) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await notes.write(bench.graph, 'step', 'the last');
    return 'done';
  });
  await schedule.stop();
  expect(await notes.read(db, 'step')).toBe('the last');
});
