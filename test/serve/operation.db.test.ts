// How the product itself is doing, as the API tells it.

import { describe, expect, it } from 'vitest';
import { detections } from '../../src/detect/all.gen.ts';
import * as actions from '../../src/graph/actions.ts';
import * as sources from '../../src/graph/sources.ts';
import { runJob } from '../../src/jobs/job.ts';
import { overview } from '../../src/jobs/overview.ts';
import { timetable } from '../../src/jobs/timetable.ts';
import { createLog } from '../../src/log.ts';
import { graph } from '../support/neo4j.ts';
import { action, ask, given, incident, noon, started } from './support.ts';

it('the jobs are told with their schedule, their last runs and the next', async () => {
  const db = await graph();
  let now = noon;
  const bench = { graph: db, log: createLog('silent'), homeDomains: [], mode: 'confirm', clock: () => (now += 1_000) } as const;
  const [first] = timetable;
  if (first === undefined) throw new Error('there are no jobs');
  await runJob(bench, { ...first, work: () => Promise.resolve('did it') }, { patience: 0 });
  await runJob(bench, { ...first, work: () => Promise.reject(new Error('no luck')) }, { patience: 0 });

  const server = await started({ graph: db, jobs: () => overview(db, { actions: 'off' }, now) });
  const { data, errors } = await ask<{ jobs: { name: string }[] }>(
    server,
    '{ jobs { name title every next holder runs { startedAt endedAt outcome says } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.jobs.map(({ name }) => name)).toEqual(timetable.map(({ name }) => name));
  const at = (second: number) => `2026-03-04T12:00:0${second}.000Z`;
  expect(data.jobs[0]).toMatchObject({
    ...{ name: 'pipeline', every: '* * * * *', holder: null, next: expect.stringMatching(/:00\.000Z$/) as string },
    runs: [
      { startedAt: at(3), endedAt: at(4), outcome: 'failed', says: 'no luck' },
      { startedAt: at(1), endedAt: at(2), outcome: 'done', says: 'did it' },
    ],
  });
  expect(data.jobs[1]).toMatchObject({ name: 'actions', every: 'off', next: null, runs: [] });
});

it('a source is told with how late its records come, and why the last one was rejected', async () => {
  const db = await graph();
  await sources.add(db, [
    {
      ...{ id: 'm365-audit', count: 12, newestAt: noon, newestArrivalAt: noon + 5_000, lateness: [1, 0, 11], latest: 4_000 },
      ...{ rejected: 1, rejectedAt: noon + 9, rejectedWhy: 'no time' },
    },
    {
      ...{ id: 'email', count: 3_000_000_000, newestAt: noon, newestArrivalAt: noon, lateness: [3], latest: 0 },
      ...{ rejected: 0, rejectedAt: 0, rejectedWhy: '' },
    },
  ]);
  const { data } = await ask(
    await started({ graph: db }),
    '{ sources { id count newestAt newestArrivalAt lateness latestMs rejected rejectedAt rejectedWhy } }',
  );
  const at = '2026-03-04T12:00:00.000Z';
  expect(data).toEqual({
    sources: [
      {
        ...{ id: 'email', count: 3_000_000_000, newestAt: at, newestArrivalAt: at, lateness: [3], latestMs: 0 },
        ...{ rejected: 0, rejectedAt: null, rejectedWhy: null },
      },
      {
        ...{ id: 'm365-audit', count: 12, newestAt: at, newestArrivalAt: '2026-03-04T12:00:05.000Z', lateness: [1, 0, 11] },
        ...{ latestMs: 4_000, rejected: 1, rejectedAt: '2026-03-04T12:00:00.009Z', rejectedWhy: 'no time' },
      },
    ],
  });
});

it('the detections are told as they are, and that none is muted', async () => {
  const { data } = await ask<{ detections: unknown[] }>(
    await started({ graph: await graph() }),
    '{ detections { id title stage severity tactics techniques guards blindTo muted mutedUntil mutes { id } } }',
  );
  const plain = { muted: false, mutedUntil: null, mutes: [] };
  expect(data.detections).toEqual(
    detections.map(({ id, title, stage, severity, tactics, techniques, guards, blindTo }) => ({
      ...{ id, title, stage, severity, tactics, techniques, guards, blindTo },
      ...plain,
    })),
  );
});

describe('the audit', () => {
  const query = `query ($after: String) {
    audit(first: 2, after: $after) { edges { node { order what action { id } } } pageInfo { endCursor hasNextPage } totalCount }
  }`;
  interface Page {
    readonly audit: {
      readonly edges: readonly { readonly node: { readonly order: number } }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      readonly totalCount: number;
    };
  }

  it('is walked page by page, the newest first, while it grows', async () => {
    const db = await graph();
    const plan = ['a1', 'a2', 'a3'].map((id, order) => action(id, { order }));
    await given(db, { incidents: [incident('i1')], actions: plan });
    const server = await started({ graph: db });
    const page = async (after?: string) => (await ask<Page>(server, query, { after })).data.audit;
    const orders = ({ edges }: Page['audit']) => edges.map(({ node }) => node.order);

    const first = await page();
    expect(first).toMatchObject({
      totalCount: 3,
      edges: [{ node: { order: 3, what: 'revoke-sessions proposed', action: { id: 'a3' } } }, { node: { order: 2 } }],
      pageInfo: { hasNextPage: true },
    });
    await actions.propose(db, [action('a4', { order: 4 })]);
    const second = await page(first.pageInfo.endCursor);
    expect([orders(second), second.pageInfo.hasNextPage]).toEqual([[1], false]);
    expect(orders(await page())).toEqual([4, 3]);
  });
});
