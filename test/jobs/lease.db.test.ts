import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { LeaseHeldError, underLease } from '../../src/jobs/lease.ts';
import { graph, statement } from '../support/neo4j.ts';

const hold = (db: Graph, owner: string, until: string) =>
  db.run(statement(`CREATE (:JobLease {name: 'j', owner: $owner, fence: 7, until: ${until}})`), { owner });
const fence = async (db: Graph) =>
  (await db.run(statement<{ fence: number }>('MATCH (l:JobLease) RETURN l.fence AS fence'), {}))[0]?.fence;
const isFree = async (db: Graph) =>
  (await db.run(statement<{ is: boolean }>('MATCH (l:JobLease) RETURN l.until < timestamp() AS is'), {}))[0]?.is;
const inAnHour = 'timestamp() + 3600000';

afterEach(() => {
  vi.useRealTimers();
});

it('two at once work one after the other', async () => {
  const db = await graph();
  let atWork = 0;
  const work = async (): Promise<number> => {
    atWork += 1;
    const seen = atWork;
    await pause(50);
    atWork -= 1;
    return seen;
  };
  expect(await Promise.all([1, 2, 3].map(() => underLease(db, 'j', 20_000, work)))).toEqual([1, 1, 1]);
  expect(await fence(db)).toBe(3);
});

it('different work goes on at the same time', async () => {
  const db = await graph();
  await underLease(db, 'j', 0, () => underLease(db, 'k', 0, () => Promise.resolve()));
});

it('who will not wait is told who is at work', async () => {
  const db = await graph();
  await hold(db, 'elsewhere/1/1', inAnHour);
  const refused = underLease(db, 'j', 0, () => Promise.resolve('worked'));
  await expect(refused).rejects.toThrow(LeaseHeldError);
  await expect(refused).rejects.toThrow('elsewhere/1/1 is at work on "j"; try again when it is done');
});

it('a holder that died on this host is succeeded at once', async () => {
  const db = await graph();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await hold(db, `${hostname()}/${pid}/1`, inAnHour);
  expect(await underLease(db, 'j', 0, () => Promise.resolve('worked'))).toBe('worked');
  expect(await fence(db)).toBe(8);
});

it('a holder that lives on this host is not', async () => {
  const db = await graph();
  await hold(db, `${hostname()}/${process.ppid}/1`, inAnHour);
  await expect(underLease(db, 'j', 0, () => Promise.resolve())).rejects.toThrow(LeaseHeldError);
});

it('of another host nobody here knows who is dead', async () => {
  const db = await graph();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await hold(db, `elsewhere/${pid}/1`, inAnHour);
  await expect(underLease(db, 'j', 0, () => Promise.resolve())).rejects.toThrow(LeaseHeldError);
});

it('a lease that has run out is anybody’s', async () => {
  const db = await graph();
  await hold(db, 'elsewhere/1/1', 'timestamp() - 1');
  expect(await underLease(db, 'j', 0, () => Promise.resolve('worked'))).toBe('worked');
});

it('is waited for as long as one is willing to', async () => {
  const db = await graph();
  await hold(db, 'elsewhere/1/1', 'timestamp() + 600');
  expect(await underLease(db, 'j', 10_000, () => Promise.resolve('worked'))).toBe('worked');
});

it('is given back when the work fails', async () => {
  const db = await graph();
  await expect(underLease(db, 'j', 0, () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
  expect(await isFree(db)).toBe(true);
});

it('stays given back, also when a renewal was on its way', async () => {
  const db = await graph();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const slow: Graph = {
    ...db,
    async run(query, params) {
      if (query.name === 'meta/take-lease') await pause(100);
      return db.run(query, params);
    },
  };
  await underLease(slow, 'j', 0, () => {
    vi.advanceTimersByTime(10_000);
    return Promise.resolve();
  });
  await pause(400);
  expect(await isFree(db)).toBe(true);
});
