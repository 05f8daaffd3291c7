// Two replicas of one job, and what becomes of one that was deposed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DeposedError, fenced } from '../../src/graph/fence.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as notes from '../../src/graph/notes.ts';
import * as runs from '../../src/graph/runs.ts';
import { runJob } from '../../src/jobs/job.ts';
import type { Bench, Job } from '../../src/jobs/job.ts';
import { timetable, timetableOf } from '../../src/jobs/timetable.ts';
import { createLog } from '../../src/log.ts';
import { graph, neo4jAddress, statement } from '../support/neo4j.ts';

const benchOn = (db: Graph): Bench => ({
  graph: db,
  log: createLog('silent'),
  homeDomains: [],
  mode: 'confirm',
  clock: Date.now,
});

const job = (work: Job['work']): Job => ({ name: 'j', title: 'a job', every: '* * * * *', work });
const written = async (db: Graph) => notes.read(db, 'written');
const outcomes = async (db: Graph) => (await runs.latest(db, 0, 10)).map(({ outcome }) => outcome);

/** Somebody else takes the lease, as after a pause of the holder that outlived it. */
const depose = (db: Graph) =>
  db.run(statement("MATCH (l:JobLease {name: 'j'}) SET l.owner = 'elsewhere/1/1', l.fence = l.fence + 1"), {});

it('a run is kept with how it went', async () => {
  const db = await graph();
  expect(
    await runJob(
      benchOn(db),
      job(() => Promise.resolve('did it')),
      { patience: 0 },
    ),
  ).toEqual({
    outcome: 'done',
    says: 'did it',
  });
  const failing = job(() => Promise.reject(new Error('no luck')));
  expect(await runJob(benchOn(db), failing, { patience: 0 })).toEqual({ outcome: 'failed', says: 'no luck' });
  expect(await runs.latest(db, 0, 10)).toMatchObject([
    { outcome: 'failed', says: 'no luck', fence: 2 },
    { outcome: 'done', says: 'did it', fence: 1 },
  ]);
});

it('of two replicas whose clocks strike, one runs', async () => {
  const db = await graph();
  let times = 0;
  const counted = job(() => Promise.resolve(String((times += 1))));
  const due = { due: 60_000, patience: 10_000 };
  const both = await Promise.all([runJob(benchOn(db), counted, due), runJob(benchOn(db), counted, due)]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'skipped']);
  expect(times).toBe(1);
});

it('a deposed holder writes nothing more, neither alone nor within a transaction', async () => {
  const db = await graph();
  const outcome = await runJob(
    benchOn(db),
    job(async (bench) => {
      await notes.write(bench.graph, 'written', 'while it held the lease');
      await depose(db);
      await notes.write(bench.graph, 'written', 'after it was deposed');
      return 'never said';
    }),
    { patience: 0 },
  );
  expect(outcome.outcome).toBe('deposed');
  expect(await written(db)).toBe('while it held the lease');

  const old = fenced(db, { name: 'j', owner: 'this/1/1', fence: 1 });
  await expect(old.together(() => notes.write(old, 'written', 'no'))).rejects.toThrow(DeposedError);
  expect(await notes.read(old, 'written')).toBe('while it held the lease');
});

it('whoever takes over waits for the transaction that has begun', async () => {
  const db = await graph();
  const order: string[] = [];
  await notes.takeLease(db, { name: 'j', owner: 'a', ttl: 60_000, dead: [] });
  const old = fenced(db, { name: 'j', owner: 'a', fence: 1 });
  const slow = old.together(async () => {
    await pause(300);
    order.push('written');
  });
  await pause(100);
  await notes.takeLease(db, { name: 'j', owner: 'b', ttl: 60_000, dead: ['a'] });
  order.push('taken');
  await slow;
  expect(order).toEqual(['written', 'taken']);
});

it('a killed leader is succeeded at once on its host, and what it left is marked', async () => {
  const db = await graph();
  const leader = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('leader.ts', import.meta.url)), JSON.stringify(neo4jAddress())],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(leader.stdout, 'data');
  leader.kill('SIGKILL');
  await once(leader, 'exit');
  expect(await outcomes(db)).toEqual(['running']);

  expect(
    await runJob(
      benchOn(db),
      job(() => Promise.resolve('took over')),
      { patience: 2_000 },
    ),
  ).toMatchObject({
    outcome: 'done',
  });
  expect(await outcomes(db)).toEqual(['done', 'abandoned']);
  expect(await written(db)).toBe('by the leader');
});

it('an operator’s times replace the usual ones, and off is off', () => {
  const [first] = timetableOf({ pipeline: '*/7 * * * *', actions: 'off' });
  expect(first?.every).toBe('*/7 * * * *');
  expect(timetableOf({ actions: 'off' }).map(({ name }) => name)).toEqual(
    timetable.map(({ name }) => name).filter((name) => name !== 'actions'),
  );
});
