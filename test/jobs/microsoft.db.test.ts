// Actions as a person agrees to them, carried out on a server that behaves like Microsoft Graph instead of the simulated tenant.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Bench } from '../../src/jobs/job.ts';
import { carryOutDue, decide } from '../../src/jobs/respond.ts';
import { createLog } from '../../src/log.ts';
import { hours } from '../../src/model/time.ts';
import { connect } from '../../src/tenant/microsoft.ts';
import { action } from '../cypher/world.ts';
import { graphServer } from '../support/graph-server.ts';
import type { GraphServer } from '../support/graph-server.ts';
import { graph, statement } from '../support/neo4j.ts';

const ANA = '11111111-2222-4333-8444-555555555555';

let db: Graph;
let now: number;
let server: GraphServer;
let bench: Bench;
beforeEach(async () => {
  db = await graph();
  now = 2_000;
  await db.run(
    statement(`CREATE (:Incident {id: 'i1'}), (u:User {id: $ana, kind: 'person'}), (:Alias {value: 'ana@contoso.test'})-[:NAMES]->(u),
      (r:Rule {id: 'ana@contoso.test\\\\.', name: '.'})-[:WORKS_IN]->(:Mailbox {address: 'ana@contoso.test'}),
      (:Event {id: 'e', kind: 'mail', at: 1, record: 'r', operation: 'Message', sender: 'x@evil.test', message: 'm@evil.test',
        recipients: ['ana@contoso.test'], direction: 'inbound', delivery: 'delivered', urls: [], attachments: []})-[:ON]->(:Email {id: 'm@evil.test'})`),
    { ana: ANA },
  );
  server = await graphServer();
  server.users.push({
    ...{ id: ANA, userPrincipalName: 'ana@contoso.test', userType: 'Member', accountEnabled: true },
    signInSessionsValidFromDateTime: '2026-01-05T10:00:00Z',
  });
  server.rules.set('ana@contoso.test', [{ id: 'AQ1', displayName: '.', isEnabled: true }]);
  server.put('ana@contoso.test', { internetMessageId: '<m@evil.test>', network: '00000000-0000-4000-8000-000000000001' });
  const clock = () => now;
  const settings = { tenant: 'contoso.test', client: 'skein', secret: 'right', base: server.base, login: server.login };
  bench = {
    ...{ graph: db, log: createLog('silent'), homeDomains: ['contoso.test'], mode: 'confirm', clock },
    microsoft: connect(settings, clock),
  };
});
afterEach(() => server.close());

const disable = action('disable', { target: { label: 'User', key: ANA } });
const ruleOff = action('rule', {
  action: 'disable-inbox-rule',
  target: { label: 'Rule', key: 'ana@contoso.test\\.' },
  order: 30,
});
const hold = action('hold', { action: 'hold-mail', target: { label: 'Email', key: 'm@evil.test' }, order: 64 });
const approve = (id: string) => decide(bench, 'approve', id, 'bo', 'seen enough');

describe('in a tenant of Microsoft 365', () => {
  it('an account, a rule and a message are changed there, read back, and given back', async () => {
    await actions.propose(db, [disable, ruleOff, hold]);
    for (const id of ['disable', 'rule', 'hold']) expect(await approve(id)).toMatchObject({ action: { status: 'verified' } });
    expect(server.users[0]?.accountEnabled).toBe(false);
    expect(server.rules.get('ana@contoso.test')).toMatchObject([{ isEnabled: false }]);
    expect(server.mailboxes.get('ana@contoso.test')).toMatchObject([{ folder: 'recoverableitemsdeletions' }]);
    expect(await actions.simulatedStore(db).get(`user/${ANA}`)).toBeUndefined();

    for (const id of ['disable', 'rule', 'hold'])
      expect(await decide(bench, 'revert', id, 'cy', 'a mistake')).toMatchObject({ action: { status: 'reverted' } });
    expect(server.users[0]?.accountEnabled).toBe(true);
    expect(server.rules.get('ana@contoso.test')).toMatchObject([{ isEnabled: true }]);
    expect(server.mailboxes.get('ana@contoso.test')).toMatchObject([{ folder: 'inbox' }]);
  });

  it('what the directory does not show yet is looked at again, and fails after an hour', async () => {
    server.slow = true;
    await actions.propose(db, [disable]);
    expect(await approve('disable')).toMatchObject({ action: { status: 'executing' } });
    await carryOutDue(bench);
    expect((await actions.byId(db, 'disable'))?.status).toBe('executing');
    server.settle();
    await carryOutDue(bench);
    expect((await actions.byId(db, 'disable'))?.status).toBe('verified');

    await actions.propose(db, [{ ...disable, id: 'again', action: 'revoke-sessions' }]);
    expect(await approve('again')).toMatchObject({ action: { status: 'executing' } });
    now += hours(2);
    await carryOutDue(bench);
    const failed = await actions.byId(db, 'again');
    expect(failed).toMatchObject({ status: 'failed' });
    expect(failed?.history.at(-1)?.says).toBe('the directory still accepts sessions from before');
  });

  it('a missing permission ends it with what to look at; a busy service does not', async () => {
    server.troubles.push({ on: /users/, left: 1, status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });
    await actions.propose(db, [disable, ruleOff]);
    await approve('disable');
    const failed = await actions.byId(db, 'disable');
    expect(failed?.status).toBe('failed');
    expect(failed?.history.at(-1)?.says).toBe(
      'Microsoft Graph answered 403 (Authorization_RequestDenied) to GET /users/…: look at the permissions the application was given',
    );

    server.troubles.push({ on: /messageRules/, left: 1, status: 429, headers: { 'retry-after': '600' } });
    await approve('rule');
    expect((await actions.byId(db, 'rule'))?.status).toBe('approved');
    await carryOutDue(bench);
    expect((await actions.byId(db, 'rule'))?.status).toBe('verified');
  });
});
