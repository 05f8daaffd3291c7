import { describe, expect, it } from 'vitest';
import { TenantError } from '../../src/respond/action.ts';
import { copiesOfAna, memory, tenantOf } from '../respond/conformance.ts';

describe('the simulated tenant', () => {
  it('remembers what was done to it, in another process too', async () => {
    const store = memory();
    await tenantOf({ store }).setAccountEnabled('ana', false);
    await tenantOf({ store }).setInboxRuleEnabled('ana', false);
    expect(await tenantOf({ store }).getUser('ana')).toMatchObject({ enabled: false, sessionsValidFrom: 0 });
    expect(await tenantOf({ store }).getInboxRule('ana')).toMatchObject({ enabled: false, mailbox: 'ana@contoso.test' });
  });

  it('keeps one change beside another', async () => {
    const tenant = tenantOf();
    await tenant.revokeSessions('ana');
    await tenant.setAccountEnabled('ana', false);
    const user = await tenant.getUser('ana');
    expect(user?.enabled).toBe(false);
    expect(user?.sessionsValidFrom).toBeGreaterThan(0);
  });

  it('moves the time of valid sessions forward, even within a millisecond', async () => {
    const tenant = tenantOf({ now: () => 500 });
    await tenant.revokeSessions('ana');
    await tenant.revokeSessions('ana');
    expect(await tenant.getUser('ana')).toMatchObject({ sessionsValidFrom: 501 });
  });

  it('does not know strangers', async () => {
    const tenant = tenantOf();
    expect(await tenant.getUser('nobody')).toBeUndefined();
    expect(await tenant.getInboxRule('nothing')).toBeUndefined();
    await expect(tenant.revokeSessions('nobody')).rejects.toThrow(TenantError);
    await expect(tenant.setInboxRuleEnabled('nothing', false)).rejects.toMatchObject({ trouble: 'notFound' });
  });

  it('has no rule that was removed', async () => {
    expect(await tenantOf().getInboxRule('gone')).toBeUndefined();
    await expect(tenantOf().setInboxRuleEnabled('gone', false)).rejects.toMatchObject({ trouble: 'notFound' });
  });

  it('cannot sign a guest out of their home', async () => {
    await expect(tenantOf().revokeSessions('guest')).rejects.toMatchObject({ trouble: 'refused', isPassing: false });
  });
});

describe('mail in the simulated tenant', () => {
  const stranger = { message: 'never@evil.test', recipient: 'ana@contoso.test' };
  const mine = copiesOfAna.slice(0, 1);

  it('is in the inbox until something is done to it, and stays as it was left, in another process too', async () => {
    const store = memory();
    expect(await tenantOf({ store }).copyStates(mine, 'move')).toEqual([
      { place: 'inbox', tags: [], linksLocked: false, stripped: false },
    ]);
    await tenantOf({ store }).changeCopies(mine, { kind: 'move', to: 'held' });
    await tenantOf({ store }).changeCopies(mine, { kind: 'links', locked: true });
    expect(await tenantOf({ store }).copyStates(mine, 'move')).toMatchObject([{ place: 'held', linksLocked: true }]);
  });

  it('that nobody ever had is not there, and changing it leaves no trace', async () => {
    const store = memory();
    const tenant = tenantOf({ store });
    expect(await tenant.copiesOf({ label: 'Email', key: 'never' })).toBeUndefined();
    expect(await tenant.copyStates([stranger, ...mine], 'move')).toMatchObject([undefined, { place: 'inbox' }]);
    await tenant.changeCopies([stranger], { kind: 'move', to: 'held' });
    expect(store.kept.size).toBe(0);
  });

  it('can be busy as a whole', async () => {
    const busy = tenantOf({
      trouble: (call) => (call === 'changeCopies' ? new TenantError('throttled', 'too many', 500) : undefined),
    });
    await expect(busy.changeCopies(mine, { kind: 'notice' })).rejects.toMatchObject({ isPassing: true, retryAfterMs: 500 });
    expect(await busy.copyStates(mine, 'notice')).toMatchObject([{ place: 'inbox' }]);
  });
});
