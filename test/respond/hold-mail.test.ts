import { describe, expect, it } from 'vitest';
import { holdMail } from '../../src/respond/actions/hold-mail.ts';
import { TenantError } from '../../src/respond/action.ts';
import type { Json, Tenant } from '../../src/respond/action.ts';
import type { CopyRef, CopyState } from '../../src/respond/copies.ts';
import { conforms, copiesOfAna, memory, tenantOf } from './conformance.ts';
import { about, accusing } from './mail-ground.ts';

describe('hold-mail', () => {
  conforms(holdMail);
  describe('of a campaign', () => conforms(holdMail, { label: 'Campaign' }));
});

const campaign = { label: 'Campaign', key: 'ana' } as const;
const [first, second, third] = copiesOfAna as readonly [CopyRef, CopyRef, CopyRef];
const placesIn = async (tenant: Tenant): Promise<unknown[]> =>
  (await tenant.copyStates(copiesOfAna, 'move')).map((state: CopyState | undefined) => state?.place ?? 'gone');
const move = (tenant: Tenant, copies: readonly CopyRef[], to: 'inbox' | 'junk' | 'deleted' | 'held') =>
  tenant.changeCopies(copies, { kind: 'move', to });
const purge = (store: ReturnType<typeof memory>, { message, recipient }: CopyRef) =>
  store.put(`copy/${JSON.stringify([message, recipient])}`, { gone: true });

describe('holding', () => {
  it('keeps each copy’s own place, and gives it back', async () => {
    const tenant = tenantOf();
    await move(tenant, [second], 'junk');
    await move(tenant, [third], 'deleted');
    const before = await holdMail.snapshot(tenant, campaign);
    await holdMail.carryOut(tenant, campaign, before);
    expect(await placesIn(tenant)).toEqual(['held', 'held', 'held']);
    await holdMail.undo?.(tenant, campaign, before);
    expect(await placesIn(tenant)).toEqual(['inbox', 'junk', 'deleted']);
    expect(await holdMail.verifyUndone?.(tenant, campaign, before)).toEqual({ ok: true, says: 'released 3 of 3' });
  });

  it('counts what is held and what is gone', async () => {
    const store = memory();
    const tenant = tenantOf({ store });
    await purge(store, first);
    const before = await holdMail.snapshot(tenant, campaign);
    await holdMail.carryOut(tenant, campaign, before);
    expect(await holdMail.verify(tenant, campaign, before)).toMatchObject({ ok: true, count: 2, says: 'held 2 of 3; 1 is gone' });
    await purge(store, second);
    expect(await holdMail.verify(tenant, campaign, before)).toMatchObject({ ok: true, says: 'held 1 of 3; 2 are gone' });
    await holdMail.undo?.(tenant, campaign, before);
    expect(await holdMail.verifyUndone?.(tenant, campaign, before)).toEqual({ ok: true, says: 'released 1 of 2; 1 is gone' });
  });

  it('never releases what was held before by somebody else', async () => {
    const tenant = tenantOf();
    await move(tenant, [first], 'held');
    const before = await holdMail.snapshot(tenant, campaign);
    await holdMail.carryOut(tenant, campaign, before);
    await holdMail.undo?.(tenant, campaign, before);
    expect(await placesIn(tenant)).toEqual(['held', 'inbox', 'inbox']);
    expect(await holdMail.verifyUndone?.(tenant, campaign, before)).toEqual({
      ok: true,
      says: 'released 2 of 3; 1 was so before and is left',
    });
  });

  it('leaves what a person moved meanwhile, and tells it', async () => {
    const tenant = tenantOf();
    await move(tenant, [second], 'junk');
    const before = await holdMail.snapshot(tenant, campaign);
    await holdMail.carryOut(tenant, campaign, before);
    await move(tenant, [second], 'deleted');
    await holdMail.undo?.(tenant, campaign, before);
    expect(await placesIn(tenant)).toEqual(['inbox', 'deleted', 'inbox']);
    expect(await holdMail.verifyUndone?.(tenant, campaign, before)).toEqual({
      ok: true,
      says: 'released 2 of 3; 1 was moved or changed since by somebody and is left',
    });
  });

  it('goes on where it was cut off, and sends nothing twice', async () => {
    const sent: number[] = [];
    const whole = tenantOf();
    const tenant: Tenant = {
      ...whole,
      async changeCopies(copies, change) {
        sent.push(copies.length);
        await whole.changeCopies(sent.length === 1 ? copies.slice(0, 1) : copies, change);
        if (sent.length === 1) throw new TenantError('unavailable', 'the line is down');
      },
    };
    const before = await holdMail.snapshot(tenant, campaign);
    await expect(holdMail.carryOut(tenant, campaign, before)).rejects.toMatchObject({ isPassing: true });
    expect(await holdMail.verify(tenant, campaign, before)).toMatchObject({
      ok: false,
      isPending: true,
      says: 'held 1 of 3; 2 are not yet',
    });
    await holdMail.carryOut(tenant, campaign, before);
    await holdMail.carryOut(tenant, campaign, before);
    expect(sent).toEqual([3, 2]);
    expect(await holdMail.verify(tenant, campaign, before)).toMatchObject({ ok: true, says: 'held 3 of 3' });
  });

  it('puts what lay in a folder of its owner’s own into the inbox, and tells it', async () => {
    const store = memory();
    const tenant = tenantOf({ store });
    await store.put(`copy/${JSON.stringify([first.message, first.recipient])}`, { place: 'elsewhere' });
    const before = await holdMail.snapshot(tenant, campaign);
    await holdMail.carryOut(tenant, campaign, before);
    await holdMail.undo?.(tenant, campaign, before);
    expect(await placesIn(tenant)).toEqual(['inbox', 'inbox', 'inbox']);
    expect((await holdMail.verifyUndone?.(tenant, campaign, before))?.says).toBe(
      "released 3 of 3; 1 of them lay in folders of their owners' own and are in the inbox now",
    );
  });

  it('refuses where every copy is gone, or none may be touched', async () => {
    const store = memory();
    for (const copy of copiesOfAna) await purge(store, copy);
    await expect(holdMail.snapshot(tenantOf({ store }), campaign)).rejects.toMatchObject({
      trouble: 'refused',
      message: 'every copy is gone already',
    });
    const none: Tenant = { ...tenantOf(), copiesOf: () => Promise.resolve([]) };
    await expect(holdMail.snapshot(none, campaign)).rejects.toMatchObject({ trouble: 'refused' });
  });
});

describe('what comes later', () => {
  const later = { message: 'm2@evil.test', recipient: 'bo@contoso.test' };
  const growing = (copies: readonly CopyRef[]): Tenant => {
    const whole = tenantOf({
      directory: {
        user: () => Promise.resolve(undefined),
        rule: () => Promise.resolve(undefined),
        copies: () => Promise.resolve(copies),
        hasCopies: (some) => Promise.resolve(some.map(() => true)),
      },
    });
    return whole;
  };
  const recipientsIn = (snapshot: Json | undefined) =>
    (snapshot as { copies: { message: string; recipients: string[] }[] } | undefined)?.copies.map(
      ({ message, recipients }) => `${message}: ${recipients.join(' ')}`,
    );

  it('is added to what a revert restores, and told apart', async () => {
    const before = await holdMail.snapshot(growing(copiesOfAna), campaign);
    const more = await holdMail.extend?.(growing([...copiesOfAna, later]), campaign, before, 10);
    expect(more?.count).toBe(1);
    expect(recipientsIn(more?.added)).toEqual(['m2@evil.test: bo@contoso.test']);
    expect(recipientsIn(more?.snapshot)).toEqual([
      'm1@evil.test: ana@contoso.test bo@contoso.test',
      'm2@evil.test: ana@contoso.test',
      'm2@evil.test: bo@contoso.test',
    ]);
  });

  it('is nothing where nothing came, or no room is left', async () => {
    const before = await holdMail.snapshot(growing(copiesOfAna), campaign);
    expect(await holdMail.extend?.(growing(copiesOfAna), campaign, before, 10)).toBeUndefined();
    expect(await holdMail.extend?.(growing([...copiesOfAna, later]), campaign, before, 0)).toBeUndefined();
  });

  it('is the newest first, where there is more than may be done at once', async () => {
    const before = await holdMail.snapshot(growing(copiesOfAna), campaign);
    const newest = { message: 'm9@evil.test', recipient: 'cy@contoso.test' };
    const more = await holdMail.extend?.(growing([...copiesOfAna, later, newest]), campaign, before, 1);
    expect(recipientsIn(more?.added)).toEqual(['m9@evil.test: cy@contoso.test']);
  });
});

describe('whom it is proposed for', () => {
  const targets = (...findings: ReturnType<typeof accusing>[]) =>
    holdMail.targets({ id: 'i', findings, involves: [] }).map(({ label, key }) => `${label} ${key}`);

  it('is what grave findings about mail accuse', () => {
    expect(targets(accusing('extortion-mail', [about('Email', 'm2')]), accusing('fake-thread', [about('Email', 'm1')]))).toEqual([
      'Email m1',
      'Email m2',
    ]);
  });

  it('is the campaign, and not each of its messages', () => {
    expect(
      targets(
        accusing('campaign-from-new-sender', [about('Campaign', 'c'), about('Email', 'm1')]),
        accusing('extortion-mail', [about('Email', 'm1')]),
        accusing('extortion-mail', [about('Email', 'm3')]),
      ),
    ).toEqual(['Campaign c', 'Email m3']);
  });

  it('is nothing that other findings name, or that is not grave, or is only spoken of', () => {
    expect(targets(accusing('impossible-travel', [about('Email', 'm1')]))).toEqual([]);
    expect(targets(accusing('fake-thread', [about('Email', 'm1')], 'low'))).toEqual([]);
    expect(targets(accusing('fake-thread', [{ ...about('Email', 'm1'), role: 'target' }]))).toEqual([]);
  });

  it('is bounded', () => {
    const many = Array.from({ length: 50 }, (_, n) => accusing('extortion-mail', [about('Email', `m${n}`)]));
    expect(targets(...many)).toHaveLength(20);
  });
});

it('says how many copies it reaches, and nothing a stranger wrote as it stands', () => {
  const preview = holdMail.preview('x\u202e@evil.test https://evil.test', { copies: 300, mailboxes: 120 });
  expect(preview.changes).toBe(
    'Every copy (300 in 120 mailboxes by now) of x·@evil.test hxxps[:]//evil.test is taken out of its mailbox; of a campaign also what joins it later.',
  );
});
