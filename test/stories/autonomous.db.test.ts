// The operator lets the machine act alone: it does so where two kinds of evidence meet on one account, and nowhere else.

import { afterAll, beforeAll, expect, it } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { run } from '../../src/jobs/pipeline.ts';
import { carryOutDue, decide } from '../../src/jobs/respond.ts';
import { verifyChain } from '../../src/respond/audit.ts';
import { graph } from '../support/neo4j.ts';
import { bench, read, tenant } from './support.ts';
import type { Tenant } from './support.ts';

let told: Tenant;
let db: Graph;

beforeAll(async () => {
  told = tenant({ seed: 'alone', people: 20, days: 18 });
  db = await graph();
  await read(db, told.home, [told.records]);
  const alone = { ...bench(db), mode: 'autonomous' as const };
  await run(alone);
  await carryOutDue(alone);
}, 120_000);

afterAll(() => told.remove());

it('signs out and disables whoever a combination of signals accuses, and says on what', async () => {
  const met = new Set(
    (await incidents.standing(db, true)).filter(({ policyMetAt }) => policyMetAt !== undefined).map(({ id }) => id),
  );
  expect(met.size).toBe(2);
  const done = (await actions.all(db)).filter(({ incident }) => met.has(incident));

  const containing = done.filter(({ action }) => action === 'revoke-sessions' || action === 'disable-account');
  expect(containing.map(({ status }) => status)).toEqual(containing.map(() => 'verified'));
  expect(containing.length).toBeGreaterThanOrEqual(4);
  expect(containing.every(({ decidedBy }) => decidedBy?.startsWith('policy:'))).toBe(true);
});

it('does nothing alone about anything else', async () => {
  const met = new Set(
    (await incidents.standing(db, true)).filter(({ policyMetAt }) => policyMetAt !== undefined).map(({ id }) => id),
  );
  const others = (await actions.all(db)).filter(({ incident }) => !met.has(incident));
  expect(others.filter(({ status }) => status !== 'proposed')).toEqual([]);
});

it('is undone by a person, and every step stands in the audit chain', async () => {
  const disabled = (await actions.all(db)).find(({ action, status }) => action === 'disable-account' && status === 'verified');
  const decision = await decide(bench(db), 'revert', disabled?.id ?? '', 'ana', 'it was the owner');

  expect(decision).toMatchObject({ action: { status: 'reverted' } });
  const chain = await actions.audit(db);
  expect(verifyChain(chain)).toEqual({ intact: true, entries: chain.length });
  expect(chain.at(-1)).toMatchObject({ who: 'ana', what: 'disable-account reverted' });
});
