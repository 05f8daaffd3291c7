import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import * as killSwitch from '../../src/graph/kill-switch.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Bench } from '../../src/jobs/job.ts';
import { carryOutDue, decide, decisionsOf } from '../../src/jobs/respond.ts';
import { createLog } from '../../src/log.ts';
import type { Action } from '../../src/model/action.ts';
import { days } from '../../src/model/time.ts';
import { verifyChain } from '../../src/respond/audit.ts';
import { action } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

let db: Graph;
let now: number;
beforeEach(async () => {
  db = await graph();
  now = 2_000;
  await db.run(
    statement(`CREATE (:Incident {id: 'i1'}), (:User {id: 'ana', kind: 'person'}), (:User {id: 'guest', kind: 'external'}),
                      (r:Rule {id: 'ana\\\\.', name: '.'})-[:WORKS_IN]->(:Mailbox {address: 'ana'}), (:Event {id: 'e', at: 1, change: 'created'})-[:ON]->(r)`),
    {},
  );
});

const benchOn = (on: Graph): Bench => ({
  graph: on,
  log: createLog('silent'),
  homeDomains: [],
  mode: 'confirm',
  clock: () => now,
});
const proposed = (...all: Action[]) => actions.propose(db, all);
const disable = action('disable');
const revoke = action('revoke', { action: 'revoke-sessions', reversible: false, order: 10 });
const ruleOff = action('rule', { action: 'disable-inbox-rule', target: { label: 'Rule', key: 'ana\\.' }, order: 30 });

const tenantSays = async (id: string) =>
  JSON.parse((await actions.simulatedStore(db).get(id)) ?? '{}') as Record<string, unknown>;
const history = async (id: string) => (await actions.byId(db, id))?.history.map(({ status, by }) => `${status} by ${by}`);
const statusOf = async (id: string) => (await actions.byId(db, id))?.status;
const audited = async () => (await actions.audit(db)).map(({ what, who }) => `${what} by ${who}`);

describe('what a person approves', () => {
  it('is rehearsed, done, read back, and each step is in the audit', async () => {
    await proposed(disable);
    const decision = await decide(benchOn(db), 'approve', 'disable', 'bo', 'seen enough');
    expect(decision).toMatchObject({ action: { status: 'verified', decidedBy: 'bo', snapshot: '{"enabled":true}' } });
    expect(await tenantSays('user/ana')).toEqual({ enabled: false });
    expect(await history('disable')).toEqual([
      'proposed by skein',
      'approved by bo',
      'dryRun by skein',
      'executing by skein',
      'verified by skein',
    ]);
    expect(await audited()).toEqual(
      ['proposed by skein', 'approved by bo', 'rehearsed by skein', 'executing by skein', 'verified by skein'].map(
        (what) => `disable-account ${what}`,
      ),
    );
    expect(verifyChain(await actions.audit(db))).toMatchObject({ intact: true });
  });

  it('can be taken back, and then is as it was', async () => {
    await proposed(disable, ruleOff);
    const { approve, revert } = decisionsOf(benchOn(db));
    for (const id of ['disable', 'rule']) {
      await approve(id, 'bo');
      expect(await revert(id, 'cy', 'a mistake')).toMatchObject({ action: { status: 'reverted' } });
    }
    expect(await tenantSays('user/ana')).toEqual({ enabled: true });
    expect(await tenantSays('rule/ana\\.')).toEqual({ enabled: true });
    expect((await history('rule'))?.at(-1)).toBe('reverted by cy');
    expect(await revert('rule', 'cy')).toMatchObject({ refusal: { code: 'ILLEGAL_STATE' } });
  });

  it('is approved once', async () => {
    await proposed(disable);
    await decide(benchOn(db), 'approve', 'disable', 'bo');
    expect(await decide(benchOn(db), 'approve', 'disable', 'cy')).toMatchObject({
      refusal: { code: 'ILLEGAL_STATE', message: 'it is already verified by bo' },
    });
  });

  it('is approved once, also by two at the same time', async () => {
    await proposed(disable);
    const both = await Promise.all(['bo', 'cy'].map((who) => decide(benchOn(db), 'approve', 'disable', who)));
    expect(both.filter((it) => 'refusal' in it)).toHaveLength(1);
    expect(await statusOf('disable')).toBe('verified');
    expect(await actions.audit(db)).toHaveLength(5);
  });

  it('does not undo what another does to the same account at the same time', async () => {
    await proposed(disable, revoke);
    // Whoever reads waits a moment before it goes on, so that the other could read the same.
    const slow: Graph = {
      ...db,
      async run(query, params) {
        if (query.name === 'actions/simulated-put') await pause(200);
        return db.run(query, params);
      },
    };
    const { approve } = decisionsOf(benchOn(slow));
    await Promise.all([approve('disable', 'bo'), approve('revoke', 'cy')]);
    expect([await statusOf('disable'), await statusOf('revoke')]).toEqual(['verified', 'verified']);
    expect(await tenantSays('user/ana')).toEqual({ enabled: false, sessionsValidFrom: now });
    expect(verifyChain(await actions.audit(db))).toEqual({ intact: true, entries: 10 });
  });

  it('ends as failed, in the tenant’s words, where the tenant refuses', async () => {
    await proposed({ ...revoke, target: { label: 'User', key: 'guest' } });
    const guest = await decide(benchOn(db), 'approve', 'revoke', 'bo');
    expect(guest).toMatchObject({ action: { status: 'failed' } });
    expect((guest as { action: Action }).action.history.at(-1)?.says).toBe('sessions of a guest can only be revoked at home');
  });
});

describe('what a person denies', () => {
  it('needs a reason, and then is over', async () => {
    await proposed(disable);
    const { deny, approve } = decisionsOf(benchOn(db));
    expect(await deny('disable', 'bo')).toEqual({ refusal: { code: 'REASON_REQUIRED', message: 'say why it is denied' } });
    expect(await deny('disable', 'bo', '  ')).toMatchObject({ refusal: { code: 'REASON_REQUIRED' } });
    expect(await deny('disable', 'bo', 'it was a test')).toMatchObject({ action: { status: 'denied', decidedBy: 'bo' } });
    expect(await approve('disable', 'cy')).toMatchObject({ refusal: { code: 'ILLEGAL_STATE' } });
    expect(await tenantSays('user/ana')).toEqual({});
    expect(await audited()).toEqual(['disable-account proposed by skein', 'disable-account denied by bo']);
  });
});

describe('what cannot be decided', () => {
  it('is an action there is not', async () => {
    for (const verb of ['approve', 'deny', 'revert'] as const)
      expect(await decide(benchOn(db), verb, 'unknown', 'bo', 'because')).toEqual({
        refusal: { code: 'NOT_FOUND', message: 'there is no action "unknown"; "actions" lists those there are' },
      });
  });

  it('is to take back what was not done, or has no way back', async () => {
    await proposed(disable, revoke);
    expect(await decide(benchOn(db), 'revert', 'disable', 'bo')).toMatchObject({ refusal: { code: 'ILLEGAL_STATE' } });
    await decide(benchOn(db), 'approve', 'revoke', 'bo');
    expect(await decide(benchOn(db), 'revert', 'revoke', 'bo')).toMatchObject({ refusal: { code: 'NO_INVERSE' } });
  });
});

describe('a process killed between two steps', () => {
  /** Steps are transactions: lets so many through and dies before the next. */
  const dyingAfter = (steps: number): Graph => {
    let left = steps;
    return { ...db, together: (work) => (left-- > 0 ? db.together(work) : Promise.reject(new Error('killed'))) };
  };

  it.each([
    [1, 'approved'],
    [2, 'dryRun'],
    [3, 'executing'],
  ])('after %i leaves it %s, and the next run finishes, each step once', async (steps, left) => {
    await proposed(disable);
    await expect(decide(benchOn(dyingAfter(steps)), 'approve', 'disable', 'bo')).rejects.toThrow('killed');
    expect(await statusOf('disable')).toBe(left);

    await carryOutDue(benchOn(db));
    expect(await history('disable')).toHaveLength(5);
    expect(await statusOf('disable')).toBe('verified');
    expect(await tenantSays('user/ana')).toEqual({ enabled: false });
    expect(verifyChain(await actions.audit(db))).toEqual({ intact: true, entries: 5 });

    await carryOutDue(benchOn(db));
    expect(await actions.audit(db)).toHaveLength(5);
  });
});

describe('while the kill switch is on', () => {
  const stop = (on: boolean) => killSwitch.set(db, on, { by: 'bo', at: now }, 'an exercise');
  const alone: Action = {
    ...disable,
    ...{ mode: 'autonomous', status: 'approved', decidedBy: 'policy:x' },
    history: [...disable.history, { at: now, status: 'approved', by: 'policy:x', says: 'met' }],
  };

  it('what the policy approved is rehearsed and waits, until it is off', async () => {
    await proposed(alone);
    await stop(true);
    for (let twice = 0; twice < 2; twice++) await carryOutDue(benchOn(db));
    expect(await statusOf('disable')).toBe('dryRun');
    expect(await tenantSays('user/ana')).toEqual({});

    await stop(false);
    await carryOutDue(benchOn(db));
    expect(await statusOf('disable')).toBe('verified');
    expect(await tenantSays('user/ana')).toEqual({ enabled: false });
    expect(verifyChain(await actions.audit(db))).toEqual({ intact: true, entries: 6 });
  });

  it('what a person approves is carried out', async () => {
    await proposed(disable);
    await stop(true);
    expect(await decide(benchOn(db), 'approve', 'disable', 'bo')).toMatchObject({ action: { status: 'verified' } });
  });

  it('nothing is sent once it is on, even by a process that looked before', async () => {
    await proposed(alone);
    // Somebody turns it on between this process's look and its next step.
    const late: Graph = {
      ...db,
      async run(query, params) {
        const rows = await db.run(query, params);
        if (query.name === 'meta/read' && (await statusOf('disable')) === 'dryRun') await stop(true);
        return rows;
      },
    };
    await carryOutDue(benchOn(late));
    expect(await statusOf('disable')).toBe('dryRun');
    expect(await tenantSays('user/ana')).toEqual({});
  });
});

describe('with time', () => {
  it('a proposal nobody answers lapses', async () => {
    await proposed(disable);
    now = disable.expiresAt - 1;
    await carryOutDue(benchOn(db));
    expect(await statusOf('disable')).toBe('proposed');
    now += 1;
    await carryOutDue(benchOn(db));
    expect(await statusOf('disable')).toBe('expired');
  });

  it('a disabled account comes back by itself', async () => {
    await proposed(disable, ruleOff);
    for (const id of ['disable', 'rule']) await decide(benchOn(db), 'approve', id, 'bo');
    now += days(1);
    await carryOutDue(benchOn(db));
    expect(await tenantSays('user/ana')).toEqual({ enabled: true });
    expect((await history('disable'))?.at(-1)).toBe('reverted by skein');
    expect(await statusOf('rule')).toBe('verified');
  });

  it('what another version proposed waits, and holds up nothing', async () => {
    await proposed(action('strange', { action: 'not-of-this-version', status: 'approved', order: 1 }), {
      ...disable,
      status: 'approved',
    });
    await carryOutDue(benchOn(db));
    expect([await statusOf('strange'), await statusOf('disable')]).toEqual(['approved', 'verified']);
  });
});
