import { afterEach, describe, expect, it } from 'vitest';
import type { ActionSpec, Tenant } from '../../src/respond/action.ts';
import { disableAccount } from '../../src/respond/actions/disable-account.ts';
import { disableInboxRule } from '../../src/respond/actions/disable-inbox-rule.ts';
import { revokeSessions } from '../../src/respond/actions/revoke-sessions.ts';
import { graphApi } from '../../src/tenant/graph-api.ts';
import { graphDirectory } from '../../src/tenant/graph-directory.ts';
import { conforms, tenantOf } from '../respond/conformance.ts';
import { graphServer } from '../support/graph-server.ts';
import type { GraphServer } from '../support/graph-server.ts';

const ANA = '11111111-2222-4333-8444-555555555555';

const open: GraphServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** Ana, a guest, and a mailbox whose second rule is the one that is meant. */
async function world(): Promise<{ server: GraphServer; tenant: Tenant }> {
  const server = await graphServer();
  open.push(server);
  const user = { accountEnabled: true, signInSessionsValidFromDateTime: '2026-01-05T10:00:00Z' };
  server.users.push(
    { ...user, id: ANA, userPrincipalName: 'ana@contoso.test', userType: 'Member' },
    { ...user, id: 'g', userPrincipalName: 'guest_else.test#EXT#@contoso.test', userType: 'Guest' },
  );
  server.rules.set('ana@contoso.test', [
    { id: 'AQ/+=', displayName: 'Newsletters', isEnabled: true },
    { id: 'AQ/1=', displayName: ' . ', isEnabled: true },
  ]);
  const accounts: Readonly<Record<string, readonly string[]>> = {
    ana: ['ana', 's-1-5-21-7', 'ana@contoso.test', ANA],
    byName: ['byName', 'ana@contoso.test'],
    guest: ['guest_else.test#EXT#@contoso.test'],
    local: ['local', 's-1-5-21-8'],
    left: ['left@contoso.test'],
  };
  const rules: Readonly<Record<string, { mailbox: string; name: string }>> = {
    ana: { mailbox: 'ana@contoso.test', name: '.' },
    transport: { mailbox: '', name: '.' },
    removed: { mailbox: 'ana@contoso.test', name: 'invoices' },
    elsewhere: { mailbox: 'bo@contoso.test', name: '.' },
  };
  const api = graphApi({ base: server.base, token: () => Promise.resolve('good'), pause: () => Promise.resolve() });
  const directory = graphDirectory(api, {
    account: (id) => Promise.resolve(accounts[id]),
    rule: (id) => Promise.resolve(rules[id]),
  });
  return { server, tenant: { ...tenantOf(), ...directory } };
}
const make = async (): Promise<Tenant> => (await world()).tenant;

describe('through Microsoft Graph', () => {
  const specs: readonly ActionSpec[] = [revokeSessions, disableAccount, disableInboxRule];
  for (const spec of specs) describe(spec.id, () => conforms(spec, { make }));
});

describe('an account', () => {
  it('is called by its object id, or by an address where none was told', async () => {
    const { server, tenant } = await world();
    await tenant.setAccountEnabled('ana', false);
    await tenant.setAccountEnabled('byName', true);
    expect(server.calls).toEqual([`PATCH /users/${ANA}`, 'PATCH /users/ana@contoso.test']);
  });

  it('of a guest cannot be signed out: the refusal is told, nothing else is tried', async () => {
    const { server, tenant } = await world();
    expect(await tenant.getUser('guest')).toMatchObject({ kind: 'external', name: 'guest_else.test#EXT#@contoso.test' });
    await expect(tenant.revokeSessions('guest')).rejects.toMatchObject({ trouble: 'refused', isPassing: false });
    expect(server.calls).toHaveLength(2);
  });

  it('without an object id or address cannot be looked up, and one that left is not there', async () => {
    const { server, tenant } = await world();
    expect(await tenant.getUser('local')).toBeUndefined();
    await expect(tenant.setAccountEnabled('local', false)).rejects.toMatchObject({ trouble: 'notFound' });
    expect(server.calls).toEqual([]);
    expect(await tenant.getUser('left')).toBeUndefined();
    await expect(tenant.revokeSessions('left')).rejects.toMatchObject({ trouble: 'notFound' });
  });

  it('that is read as it was before the change is not there yet, and later is', async () => {
    const { server, tenant } = await world();
    server.slow = true;
    for (const spec of [revokeSessions, disableAccount]) {
      const target = { label: 'User', key: 'ana' } as const;
      const before = await spec.snapshot(tenant, target);
      await spec.carryOut(tenant, target);
      expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: false, isPending: true });
      server.settle();
      expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: true });
    }
  });

  it('whose answer makes no sense is trouble, not a disabled account', async () => {
    const { server, tenant } = await world();
    server.troubles.push({ on: /users/, left: 1, status: 200, body: { accountEnabled: 'maybe' } });
    await expect(tenant.getUser('ana')).rejects.toMatchObject({ trouble: 'unavailable' });
  });
});

describe('a rule', () => {
  it('is found by its name, over pages, and only it is changed', async () => {
    const { server, tenant } = await world();
    await tenant.setInboxRuleEnabled('ana', false);
    expect(server.rules.get('ana@contoso.test')).toMatchObject([{ isEnabled: true }, { displayName: ' . ', isEnabled: false }]);
    const changes = server.calls.filter((call) => call.startsWith('PATCH'));
    await tenant.setInboxRuleEnabled('ana', false);
    expect(server.calls.filter((call) => call.startsWith('PATCH'))).toEqual(changes);
  });

  it('that shares its name with another is left to a person', async () => {
    const { server, tenant } = await world();
    server.rules.get('ana@contoso.test')?.push({ id: 'AQ2', displayName: '.', isEnabled: true });
    await expect(tenant.setInboxRuleEnabled('ana', false)).rejects.toMatchObject({ trouble: 'refused' });
    expect(server.rules.get('ana@contoso.test')?.every(({ isEnabled }) => isEnabled)).toBe(true);
  });

  it('of the whole organisation is refused; one that is gone, or of no mailbox, is not there', async () => {
    const { server, tenant } = await world();
    await expect(tenant.getInboxRule('transport')).rejects.toMatchObject({ trouble: 'refused' });
    expect(server.calls).toEqual([]);
    expect(await tenant.getInboxRule('removed')).toBeUndefined();
    expect(await tenant.getInboxRule('elsewhere')).toBeUndefined();
    await expect(tenant.setInboxRuleEnabled('removed', true)).rejects.toMatchObject({ trouble: 'notFound' });
  });
});
