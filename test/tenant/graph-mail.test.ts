import { afterEach, describe, expect, it } from 'vitest';
import type { ActionSpec, Tenant } from '../../src/respond/action.ts';
import { holdMail } from '../../src/respond/actions/hold-mail.ts';
import { junkMail } from '../../src/respond/actions/junk-mail.ts';
import { lockLinks } from '../../src/respond/actions/lock-links.ts';
import { notifyRecipients } from '../../src/respond/actions/notify-recipients.ts';
import { releaseMail } from '../../src/respond/actions/release-mail.ts';
import { stripAttachments } from '../../src/respond/actions/strip-attachments.ts';
import { tagMail } from '../../src/respond/actions/tag-mail.ts';
import type { CopyRef } from '../../src/respond/copies.ts';
import { graphApi } from '../../src/tenant/graph-api.ts';
import { graphMail } from '../../src/tenant/graph-mail.ts';
import { conforms, copiesOfAna, tenantOf } from '../respond/conformance.ts';
import { graphServer } from '../support/graph-server.ts';
import type { GraphServer } from '../support/graph-server.ts';

const open: GraphServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

interface World {
  readonly server: GraphServer;
  readonly tenant: Tenant;
  readonly waited: number[];
  readonly setNow: (now: number) => void;
}

/** A tenant with those copies in its mailboxes. */
async function world(copies: readonly CopyRef[] = copiesOfAna): Promise<World> {
  const server = await graphServer();
  open.push(server);
  server.put('desk@contoso.test', { internetMessageId: '<other@contoso.test>', network: 'other' });
  for (const { message, recipient, network = 'unknown' } of copies)
    server.put(recipient, { internetMessageId: `<${message}>`, network });
  const waited: number[] = [];
  let now = 1_000;
  const api = graphApi({
    base: server.base,
    token: () => Promise.resolve('good'),
    pause: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
  });
  const mail = graphMail({
    ...{ api, now: () => now },
    copiesOf: ({ key }) => Promise.resolve(key === 'ana' ? copies : undefined),
    noticesFrom: 'desk@contoso.test',
  });
  return { server, tenant: { ...tenantOf(), ...mail }, waited, setNow: (moment) => (now = moment) };
}
const make = async (): Promise<Tenant> => (await world()).tenant;
const foldersOf = ({ mailboxes }: GraphServer): string[] =>
  [...mailboxes.entries()]
    .filter(([name]) => !name.startsWith('desk'))
    .flatMap(([, messages]) => messages.map(({ folder }) => folder));
const remediations = ({ calls }: GraphServer): number => calls.filter((call) => call.includes('/remediate')).length;

describe('through Microsoft Graph', () => {
  const given = (tenant: Tenant) => tenant.changeCopies(copiesOfAna, { kind: 'move', to: 'held' });
  const specs: readonly (readonly [ActionSpec, Parameters<typeof conforms>[1]])[] = [
    [holdMail, { make }],
    [holdMail, { make, label: 'Campaign' }],
    [junkMail, { make }],
    [releaseMail, { make, given }],
    [tagMail, { make }],
    [notifyRecipients, { make }],
  ];
  for (const [spec, setting] of specs) describe(`${spec.id} of ${setting?.label ?? 'a message'}`, () => conforms(spec, setting));

  it.each([
    [lockLinks, 'Microsoft Graph cannot change the text of mail that was received; hold the mail instead'],
    [stripAttachments, 'Microsoft Graph cannot put files back into mail that was received; hold the mail instead'],
  ] as const)('what cannot be done is refused before anything is done: %o', async (spec, message) => {
    const { tenant, server } = await world();
    await expect(spec.snapshot(tenant, { label: 'Email', key: 'ana' })).rejects.toMatchObject({ trouble: 'refused', message });
    expect(server.calls).toEqual([]);
  });
});

const target = { label: 'Campaign', key: 'ana' } as const;

describe('moving', () => {
  it('is accepted first and seen later: until then it is pending, and nothing is sent twice', async () => {
    const { tenant, server } = await world();
    server.slow = true;
    const before = await holdMail.snapshot(tenant, target);
    for (let time = 0; time < 2; time += 1) {
      await holdMail.carryOut(tenant, target, before);
      expect(await holdMail.verify(tenant, target, before)).toMatchObject({
        ok: false,
        isPending: true,
        says: 'held 0 of 3; 3 are not yet',
      });
    }
    expect(remediations(server)).toBe(1);
    server.settle();
    expect(await holdMail.verify(tenant, target, before)).toMatchObject({ ok: true, says: 'held 3 of 3' });

    await holdMail.undo?.(tenant, target, before);
    expect(await holdMail.verifyUndone?.(tenant, target, before)).toMatchObject({ ok: false, isPending: true });
    server.settle();
    expect(await holdMail.verifyUndone?.(tenant, target, before)).toMatchObject({ ok: true, says: 'released 3 of 3' });
  });

  it('is asked for again when half an hour has changed nothing', async () => {
    const { tenant, server, setNow } = await world();
    server.slow = true;
    const before = await holdMail.snapshot(tenant, target);
    await holdMail.carryOut(tenant, target, before);
    setNow(1_000 + 29 * 60_000);
    await holdMail.carryOut(tenant, target, before);
    expect(remediations(server)).toBe(1);
    setNow(1_000 + 30 * 60_000);
    await holdMail.carryOut(tenant, target, before);
    expect(remediations(server)).toBe(2);
  });

  it('takes a duplicate for sent', async () => {
    const { tenant, server } = await world();
    server.troubles.push({
      on: /remediate/,
      left: 1,
      status: 409,
      body: { error: { code: 'Conflict', message: 'Duplicate remediation' } },
    });
    await tenant.changeCopies(copiesOfAna, { kind: 'move', to: 'held' });
    expect(remediations(server)).toBe(1);
  });

  it('does all but the one message the service never analysed, and tells it', async () => {
    const { tenant, server } = await world([
      ...copiesOfAna,
      { ...copiesOfAna[0], network: 'not-analysed', message: 'm4@evil.test', recipient: 'bo@contoso.test' },
    ]);
    for (const message of server.mailboxes.get('bo@contoso.test') ?? [])
      if (message.network === 'not-analysed') Object.assign(message, { network: 'other' });
    const before = await holdMail.snapshot(tenant, target);
    await holdMail.carryOut(tenant, target, before);
    expect(await holdMail.verify(tenant, target, before)).toMatchObject({ ok: false, says: 'held 3 of 4; 1 is not yet' });
  });

  it('finds Exchange’s own id in the headers where no record told it', async () => {
    const { tenant, server } = await world();
    const unnamed = copiesOfAna.map(({ message, recipient }) => ({ message, recipient }));
    await tenant.changeCopies(unnamed, { kind: 'move', to: 'junk' });
    expect(foldersOf(server)).toEqual(['junkemail', 'junkemail', 'junkemail']);
  });

  it('goes in hundreds', async () => {
    const many = Array.from({ length: 250 }, (_, n) => ({
      message: `m${n}@evil.test`,
      network: `n${n}`,
      recipient: `p${n}@contoso.test`,
    }));
    const { tenant, server } = await world(many);
    const before = await holdMail.snapshot(tenant, target);
    await holdMail.carryOut(tenant, target, before);
    expect(remediations(server)).toBe(3);
    expect(await holdMail.verify(tenant, target, before)).toMatchObject({ ok: true, says: 'held 250 of 250' });
  });
});

describe('looking', () => {
  it('finds each copy where it is, and knows what is gone', async () => {
    const places = ['inbox', 'junkemail', 'deleteditems', 'recoverableitemsdeletions', 'a folder of my own'];
    const copies = places.map((_, n) => ({ message: `it's-${n}@evil.test`, recipient: `p${n}@contoso.test` }));
    const { tenant, server } = await world(copies);
    for (const [n, folder] of places.entries())
      for (const message of server.mailboxes.get(`p${n}@contoso.test`) ?? []) message.folder = folder;
    const asked = [
      ...copies,
      { message: 'never@evil.test', recipient: 'p0@contoso.test' },
      { message: 'x', recipient: 'nobody@contoso.test' },
    ];
    for (const empty of [false, true]) {
      server.empty = empty;
      const states = await tenant.copyStates(asked, 'move');
      expect(states.map((state) => state?.place)).toEqual([
        'inbox',
        'junk',
        'deleted',
        'held',
        'elsewhere',
        undefined,
        undefined,
      ]);
    }
  });

  it('follows a next page nowhere else', async () => {
    const { tenant, server } = await world();
    server.troubles.push({
      on: /inbox/,
      left: 1,
      status: 200,
      body: { value: [], '@odata.nextLink': 'https://evil.test/v1.0/steal' },
    });
    const [first] = await tenant.copyStates(copiesOfAna.slice(0, 1), 'move');
    expect(first).toMatchObject({ place: 'elsewhere' });
  });
});

describe('trouble', () => {
  const copies = copiesOfAna.slice(0, 1);
  const look = async (trouble: Parameters<GraphServer['troubles']['push']>[0]) => {
    const it = await world();
    it.server.troubles.push(trouble);
    return { ...it, answer: it.tenant.copyStates(copies, 'move') };
  };

  it('that passes within a moment is waited for, as long as it says, in a batch and outside', async () => {
    const inside = await look({ on: /mailFolders\/inbox/, left: 2, status: 429, headers: { 'Retry-After': '2' } });
    expect(await inside.answer).toMatchObject([{ place: 'inbox' }]);
    expect(inside.waited).toEqual([2_000, 2_000]);
    const outside = await look({ on: /batch/, left: 1, status: 503, headers: { 'Retry-After': '1' } });
    expect(await outside.answer).toMatchObject([{ place: 'inbox' }]);
    expect(outside.waited).toEqual([1_000]);
  });

  it('that lasts is given back with when to come again', async () => {
    const { answer, waited } = await look({ on: /mailFolders\/inbox/, left: 1, status: 429, headers: { 'Retry-After': '120' } });
    await expect(answer).rejects.toMatchObject({ trouble: 'throttled', isPassing: true, retryAfterMs: 120_000 });
    expect(waited).toEqual([]);
  });

  it('that does not end is given back after a few tries', async () => {
    const { answer, waited } = await look({ on: /batch/, left: 99, status: 503 });
    await expect(answer).rejects.toMatchObject({ trouble: 'unavailable', isPassing: true });
    expect(waited).toEqual([1_000, 1_000, 1_000]);
  });

  it('of a missing permission is named, without a person or a message', async () => {
    const { answer } = await look({
      on: /mailFolders\/inbox/,
      left: 1,
      status: 403,
      body: { error: { code: 'ErrorAccessDenied', message: 'x' } },
    });
    await expect(answer).rejects.toMatchObject({
      trouble: 'forbidden',
      isPassing: false,
      message:
        'Microsoft Graph answered 403 (ErrorAccessDenied) to GET /users/…/mailFolders/inbox/messages: look at the permissions the application was given',
    });
  });

  it('with a token is mended once by a new one', async () => {
    const stale = await look({ on: /batch/, left: 1, status: 401 });
    expect(await stale.answer).toMatchObject([{ place: 'inbox' }]);
    const refused = await look({ on: /batch/, left: 2, status: 401 });
    await expect(refused.answer).rejects.toMatchObject({ trouble: 'forbidden' });
  });

  it('of a server that is not there is passing', async () => {
    const { server, tenant } = await world();
    await server.close();
    open.splice(0);
    await expect(tenant.copyStates(copies, 'move')).rejects.toMatchObject({ trouble: 'unavailable', isPassing: true });
  });
});

describe('marking', () => {
  it('keeps categories that people gave, and does not touch what is held', async () => {
    const { tenant, server } = await world();
    const [first, second] = server.mailboxes.get('ana@contoso.test') ?? [];
    first?.categories.push('Work');
    if (second !== undefined) second.folder = 'recoverableitemsdeletions';
    await tenant.changeCopies(copiesOfAna, { kind: 'tag', tag: 'Suspicious', on: true });
    expect([first?.categories, second?.categories]).toEqual([['Work', 'Suspicious'], []]);
    await tenant.changeCopies(copiesOfAna, { kind: 'tag', tag: 'Suspicious', on: false });
    expect(first?.categories).toEqual(['Work']);
  });
});

describe('warning', () => {
  it('goes to each person once, also by a process that knows nothing of the first', async () => {
    const { tenant, server } = await world();
    const before = await notifyRecipients.snapshot(tenant, target);
    await notifyRecipients.carryOut(tenant, target, before);
    expect(server.sent.map(({ to }) => to)).toEqual(['ana@contoso.test', 'bo@contoso.test']);
    expect(JSON.stringify(server.sent)).not.toContain('evil');
    const api = graphApi({ base: server.base, token: () => Promise.resolve('good'), pause: () => Promise.resolve() });
    const other = {
      ...tenant,
      ...graphMail({ api, copiesOf: (it) => tenant.copiesOf(it), now: () => 1, noticesFrom: 'desk@contoso.test' }),
    };
    await notifyRecipients.carryOut(other, target, before);
    expect(server.sent).toHaveLength(2);
    expect(await notifyRecipients.verify(other, target, before)).toMatchObject({ ok: true });
  });

  it('is refused where no mailbox is set that it could come from', async () => {
    const { tenant } = await world();
    const api = graphApi({ base: 'http://127.0.0.1:1', token: () => Promise.resolve('good'), pause: () => Promise.resolve() });
    const mute = { ...tenant, ...graphMail({ api, copiesOf: (it) => tenant.copiesOf(it), now: () => 1 }) };
    await expect(notifyRecipients.snapshot(mute, target)).rejects.toMatchObject({ trouble: 'refused' });
  });
});
