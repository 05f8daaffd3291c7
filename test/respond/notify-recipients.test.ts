import { describe, expect, it } from 'vitest';
import { notifyRecipients } from '../../src/respond/actions/notify-recipients.ts';
import { conforms, copiesOfAna, tenantOf } from './conformance.ts';

describe('notify-recipients', () => {
  conforms(notifyRecipients);
  describe('of a campaign', () => conforms(notifyRecipients, { label: 'Campaign' }));
});

it('writes to each person once, however many copies they have', async () => {
  const tenant = tenantOf();
  const campaign = { label: 'Campaign', key: 'ana' } as const;
  const before = await notifyRecipients.snapshot(tenant, campaign);
  const told = async () => (await tenant.copyStates(copiesOfAna, 'notice')).map((state) => state?.notifiedAt);
  await notifyRecipients.carryOut(tenant, campaign, before);
  const once = await told();
  expect(once.map((at) => at !== undefined)).toEqual([true, true, false]);
  await notifyRecipients.carryOut(tenant, campaign, before);
  expect(await told()).toEqual(once);
  expect(await notifyRecipients.verify(tenant, campaign, before)).toMatchObject({ ok: true, says: 'wrote about 2 of 2' });
});
