import { describe, expect, it } from 'vitest';
import { TenantError } from '../../src/respond/action.ts';
import { memory, tenantOf } from '../respond/conformance.ts';

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
