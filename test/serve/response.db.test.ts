// What people let the machine do: the kill switch, muted detections, and actions they ask for themselves.

import { describe, expect, it } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Bench } from '../../src/jobs/job.ts';
import { decisionsOf } from '../../src/jobs/respond.ts';
import { createLog } from '../../src/log.ts';
import { days, rfc3339 } from '../../src/model/time.ts';
import { graph, statement } from '../support/neo4j.ts';
import { action, ask, finding, given, incident, noon, started } from './support.ts';

const benchOn = (db: Graph, more: Partial<Bench> = {}): Bench => ({
  ...{ graph: db, log: createLog('silent'), homeDomains: [], mode: 'confirm', clock: Date.now },
  ...more,
});

async function serving(db: Graph, more: Partial<Bench> = {}) {
  let rejudged = 0;
  const server = await started({
    graph: db,
    decisions: decisionsOf(benchOn(db, more)),
    mode: 'autonomous',
    tenant: 'contoso.test',
    rejudge: () => (rejudged += 1),
  });
  return {
    rejudged: () => rejudged,
    query: async (query: string) => {
      const { data, errors } = await ask(server, query);
      return errors ?? data;
    },
    mutate: async (name: string, fields: string, input: object) => {
      const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
      const asks = `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${fields} userErrors { code message path } clientMutationId } }`;
      const { data, errors } = await ask<{ done: unknown }>(server, asks, { input });
      return errors ?? data.done;
    },
  };
}

const audited = '{ audit(first: 9) { edges { node { who what target details } } } auditVerified { intact entries } }';

describe('the kill switch', () => {
  const now = '{ response { mode tenant killSwitch { on by at reason } } }';

  it('is off until somebody turns it on, and says who did and why, from everywhere', async () => {
    const db = await graph();
    const { query, mutate, rejudged } = await serving(db);
    expect(await query(now)).toEqual({
      response: { mode: 'autonomous', tenant: 'contoso.test', killSwitch: { on: false, by: null, at: null, reason: null } },
    });

    const set = (input: object) => mutate('setKillSwitch', 'killSwitch { on by reason }', input);
    expect(await set({ on: true, reason: ' An exercise. ', clientMutationId: 'm' })).toEqual({
      ...{ killSwitch: { on: true, by: 'local', reason: 'An exercise.' }, userErrors: [], clientMutationId: 'm' },
    });
    const elsewhere = await serving(db);
    expect(await elsewhere.query(now)).toMatchObject({
      response: { killSwitch: { on: true, by: 'local', at: expect.any(String) as string } },
    });

    // Twice is once: it stays with who said so first.
    expect(await set({ on: true, reason: 'Once more.' })).toMatchObject({ killSwitch: { reason: 'An exercise.' } });
    expect(rejudged()).toBe(0);
    expect(await set({ on: false, reason: 'It is over.' })).toMatchObject({ killSwitch: { on: false, reason: 'It is over.' } });
    expect(rejudged()).toBe(1);
    expect(await query(audited)).toEqual({
      audit: {
        edges: [
          { node: { who: 'local', what: 'kill switch off', target: 'Response', details: 'It is over.' } },
          { node: { who: 'local', what: 'kill switch on', target: 'Response', details: 'An exercise.' } },
        ],
      },
      auditVerified: { intact: true, entries: 2 },
    });
  });

  it('is not set without a reason', async () => {
    const { query, mutate } = await serving(await graph());
    expect(await mutate('setKillSwitch', 'killSwitch { on }', { on: true, reason: ' ' })).toMatchObject({
      ...{ killSwitch: { on: false }, userErrors: [{ code: 'REASON_REQUIRED', path: ['input', 'reason'] }] },
    });
    expect(await query(now)).toMatchObject({ response: { killSwitch: { on: false } } });
  });
});

describe('a detection', () => {
  const detection = 'first-country-or-region';
  const fields = 'mute { id detection from until by reason } detection { id muted }';
  const window = { from: rfc3339(noon), until: rfc3339(noon + days(1)) };
  const state = `{ findings { edges { node { id muted mutedUntil } } } detections { id mutes { from until } } }`;

  it('is muted for a time, and its findings of that time say so', async () => {
    const db = await graph();
    await given(db, {
      findings: [finding('f1', { at: noon - 1 }), finding('f2', { at: noon }), finding('f3', { at: noon + days(1) })],
    });
    const { query, mutate, rejudged } = await serving(db);
    const input = { detection, ...window, reason: 'They move offices.' };
    const muted = await mutate('muteDetection', fields, input);
    expect(muted).toMatchObject({
      mute: { ...window, detection, by: 'local', reason: 'They move offices.' },
      detection: { id: detection, muted: false },
    });
    expect(await mutate('muteDetection', fields, { ...input, reason: 'Again.' })).toEqual(muted);
    expect(rejudged()).toBe(2);
    const found = (await query(state)) as { detections: { id: string; mutes: unknown[] }[] };
    expect(found).toMatchObject({
      findings: {
        edges: [
          { node: { id: 'f1', muted: false, mutedUntil: null } },
          { node: { id: 'f2', muted: true, mutedUntil: window.until } },
          { node: { id: 'f3', muted: false, mutedUntil: null } },
        ],
      },
    });
    expect(found.detections.filter(({ mutes }) => mutes.length > 0)).toEqual([{ id: detection, mutes: [window] }]);
    expect(await query(audited)).toMatchObject({
      audit: {
        edges: [
          {
            node: {
              ...{ who: 'local', what: 'detection muted', target: `Detection ${detection}` },
              details: `from ${window.from} until ${window.until}: They move offices.`,
            },
          },
        ],
      },
      auditVerified: { intact: true, entries: 1 },
    });
  });

  it('is muted from now on where no beginning is given, and then not muted from now on', async () => {
    const { mutate, query } = await serving(await graph());
    const until = rfc3339(Date.now() + days(30));
    expect(await mutate('muteDetection', fields, { detection, until, reason: 'A migration.' })).toMatchObject({
      detection: { muted: true },
    });
    expect(await mutate('unmuteDetection', 'detection { muted mutes { until } }', { detection })).toMatchObject({
      detection: { muted: false, mutes: [{ until: expect.not.stringMatching(until) as string }] },
    });
    expect(await mutate('unmuteDetection', 'detection { muted }', { detection, reason: 'Again.' })).toMatchObject({
      userErrors: [],
    });
    expect(await query('{ audit(first: 9) { totalCount } }')).toEqual({ audit: { totalCount: 2 } });
  });

  it('counts again for all of a time that is taken back', async () => {
    const db = await graph();
    await given(db, { findings: [finding('f1')] });
    const { mutate, query } = await serving(db);
    await mutate('muteDetection', fields, { detection, ...window, reason: 'They travel.' });
    const taken = await mutate('unmuteDetection', 'detection { mutes { id } }', {
      detection,
      from: window.from,
      reason: 'They do not.',
    });
    expect(taken).toMatchObject({ detection: { mutes: [] } });
    expect(await query(state)).toMatchObject({ findings: { edges: [{ node: { muted: false } }] } });
  });

  it('that is not there is named beside those that are', async () => {
    const { mutate } = await serving(await graph());
    for (const [name, more] of [
      ['muteDetection', { ...window, reason: 'x' }],
      ['unmuteDetection', {}],
    ] as const)
      expect(await mutate(name, 'detection { id }', { detection: 'first-country', ...more })).toMatchObject({
        detection: null,
        userErrors: [
          {
            ...{ code: 'NOT_FOUND', path: ['input', 'detection'] },
            message: expect.stringMatching(
              /^there is no detection "first-country"; closest are first-country-or-region, .*"detections" lists/,
            ) as string,
          },
        ],
      });
  });

  it.each([
    ['backwards', { from: window.until, until: window.from }, /^input\.until: expected a time after 2026-03-05/],
    ['for too long', { from: window.from, until: rfc3339(noon + days(90) + 1) }, /at the latest, 90 days after/],
  ])('is not muted %s', async (_, span, message) => {
    const { mutate } = await serving(await graph());
    expect(await mutate('muteDetection', fields, { detection, ...span, reason: 'x' })).toMatchObject([
      { message: expect.stringMatching(message) as string, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is not muted without a reason', async () => {
    const { mutate } = await serving(await graph());
    expect(await mutate('muteDetection', fields, { detection, ...window, reason: '' })).toMatchObject({
      userErrors: [{ code: 'REASON_REQUIRED', path: ['input', 'reason'] }],
    });
  });
});

describe('an action that a person asks for', () => {
  const fields = 'action { id action status requestedBy incidentId because target { label key } history { by says } }';
  const involves = [
    { label: 'User', key: 'ana', role: 'actor', part: 'who', stages: [], firstAt: noon, lastAt: noon },
    { label: 'Rule', key: 'ana\\.', role: 'rule', part: 'touched', stages: [], firstAt: noon, lastAt: noon },
  ] as const;
  const input = {
    ...{ action: 'disable-account', incident: 'i1', reason: 'She called: it was not her.' },
    target: { label: 'User', key: 'ana' },
  };

  async function world(more: Partial<Bench> = {}) {
    const db = await graph();
    await db.run(
      statement(
        "CREATE (:User {id: 'ana', name: 'Ana', kind: 'person'})<-[:NAMES]-(:Alias {value: 'ana@contoso.test'}), (:User {id: 'bo'}), (:Rule {id: 'ana\\\\.'})",
      ),
      {},
    );
    await given(db, { incidents: [incident('i1', { involves })] });
    const serves = await serving(db, more);
    return { db, ...serves, propose: (changed: object = {}) => serves.mutate('proposeAction', fields, { ...input, ...changed }) };
  }

  it('waits for approval, is in the incident’s plan and in the audit, and is carried out once approved', async () => {
    const { propose, query, mutate } = await world();
    const asked = (await propose({ target: { label: 'User', key: 'ANA@contoso.test' } })) as { action: { id: string } };
    expect(asked).toMatchObject({
      action: {
        ...{
          action: 'disable-account',
          status: 'proposed',
          requestedBy: 'local',
          incidentId: 'i1',
          target: { label: 'User', key: 'ana' },
        },
        because: expect.stringMatching(/^Asked for by local: She called: it was not her\. If right: /) as string,
        history: [{ by: 'local', says: 'She called: it was not her.' }],
      },
      userErrors: [],
    });
    const { id } = asked.action;
    expect(await query('{ incident(id: "i1") { actions { id } } }')).toEqual({ incident: { actions: [{ id }] } });
    expect(await mutate('approveAction', 'action { status decidedBy }', { id })).toMatchObject({
      action: { status: 'verified', decidedBy: 'local' },
    });
    expect(await query(audited)).toMatchObject({ auditVerified: { intact: true, entries: 5 } });
  });

  it('is asked once, however often it is said', async () => {
    const { propose, query } = await world();
    const first = await propose();
    expect(await propose()).toEqual(first);
    expect(await query('{ actions { totalCount } audit(first: 9) { totalCount } }')).toEqual({
      actions: { totalCount: 1 },
      audit: { totalCount: 1 },
    });
  });

  it('is asked once also by two at the same moment', async () => {
    const { propose, query } = await world();
    await Promise.all([propose({ reason: 'one' }), propose({ reason: 'two' }), propose({ reason: 'one' })]);
    expect(await query('{ actions { totalCount } }')).toEqual({ actions: { totalCount: 1 } });
  });

  it('under one name is the same request, also once it was denied', async () => {
    const { propose, mutate } = await world();
    const named = { clientMutationId: 'm1' };
    const { action: asked } = (await propose(named)) as { action: { id: string } };
    await mutate('denyAction', 'action { id }', { id: asked.id, reason: 'No.' });
    expect(await propose(named)).toMatchObject({ action: { id: asked.id, status: 'denied' }, clientMutationId: 'm1' });
    expect(await propose({ clientMutationId: 'm2' })).toMatchObject({ action: { status: 'proposed' } });
  });

  it.each([
    ['an incident that is not there', { incident: 'i9' }, 'NOT_FOUND', 'incident'],
    ['an action that is not there', { action: 'fire-them' }, 'NOT_FOUND', 'action'],
    ['a person that is not there', { target: { label: 'User', key: 'nobody' } }, 'NOT_FOUND', 'target'],
    ['a person who has no part in it', { target: { label: 'User', key: 'bo' } }, 'NOT_FOUND', 'target'],
    ['something of another label', { target: { label: 'Rule', key: 'ana\\.' } }, 'WRONG_TARGET', 'target'],
    ['nothing that is said', { reason: '  ' }, 'REASON_REQUIRED', 'reason'],
  ])('is refused for %s', async (_, changed, code, field) => {
    const { propose, query } = await world();
    expect(await propose(changed)).toMatchObject({ action: null, userErrors: [{ code, path: ['input', field] }] });
    expect(await query('{ actions { totalCount } audit(first: 1) { totalCount } }')).toEqual({
      actions: { totalCount: 0 },
      audit: { totalCount: 0 },
    });
  });

  it('is refused for a break-glass account', async () => {
    const { propose } = await world({ breakGlass: ['ana@contoso.test'] });
    expect(await propose()).toMatchObject({ action: null, userErrors: [{ code: 'BREAK_GLASS', path: ['input', 'target'] }] });
  });

  it('is refused while the machine’s own proposal of the same is open', async () => {
    const { db, propose } = await world();
    await actions.propose(db, [action('a1', { action: 'disable-account' })]);
    expect(await propose()).toMatchObject({
      action: null,
      userErrors: [{ code: 'ALREADY_OPEN', message: 'it is proposed already, asked for by skein: action a1' }],
    });
  });
});
