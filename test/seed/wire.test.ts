// Every act's records are what their products write: read without a complaint,
// by the right source, at the moment and under the id they say.

import { describe, expect, it } from 'vitest';
import { createRng } from '../../seed/random.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { readRecord, type Reading } from '../../src/ingest/read.ts';
import type { Event, Kind } from '../../src/model/event.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { createStage, createWorld, everyAct } from './acts.ts';

const world = createWorld();
const stage = createStage(world);
const acts = everyAct(world, stage);
const done = (name: string): SeedRecord[] => {
  const act = acts[name];
  if (act === undefined) throw new Error(`there is no act "${name}"`);
  return act(createRng(name));
};

async function read(record: SeedRecord): Promise<Reading> {
  const raw =
    typeof record.record === 'string' ? await parsed(record.record) : (JSON.parse(JSON.stringify(record.record)) as unknown);
  const answer = readRecord(raw, { file: 'seed', line: 1 });
  if ('reject' in answer) throw new Error(`${record.source} ${record.id}: ${answer.reject.why}`);
  return answer.reading;
}

async function parsed(text: string): Promise<unknown> {
  const answer = await messageRecord(Buffer.from(text, 'utf8'));
  if ('why' in answer) throw new Error(answer.why);
  expect(answer.record.rfc822.defects).toEqual([]);
  return answer.record;
}

const eventsOf = async (name: string): Promise<Event[]> =>
  Promise.all(done(name).map(async (record) => (await read(record)).event));

/** Streams the reader knows no id of: they go by their content. */
const isNameless = ({ id }: SeedRecord) => /^(dns|ssl)\//.test(id);

describe('every act', () => {
  it.each(Object.keys(acts))('%s is read as what it is', async (name) => {
    const records = done(name);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      const { event } = await read(record);
      expect(event.source).toBe(record.source);
      expect(event.at).toBe(record.at);
      if (!isNameless(record)) expect(event.id).toBe(`${record.source}:${record.id}`);
    }
  });

  it('is the same twice, bytes and all, and made without dice', () => {
    for (const name of Object.keys(acts)) {
      const [first, second] = [done(name), done(name)];
      expect(second.map(({ record }) => JSON.stringify(record))).toEqual(first.map(({ record }) => JSON.stringify(record)));
      expect(first.map(({ record }) => JSON.stringify(record))).toEqual(first.map(({ record }) => JSON.stringify(record)));
    }
  });

  it('has ids of its own', () => {
    const all = Object.keys(acts).flatMap((name) => acts[name]?.(createRng(`ids/${name}`)) ?? []);
    const letters = all.filter(({ source }) => source !== 'email');
    expect(new Set(letters.map(({ source, id }) => `${source}:${id}`)).size).toBe(letters.length);
  });
});

/** What the reader makes of each; what it does not know further is `other`. */
const kinds: Readonly<Record<string, readonly Kind[]>> = {
  signIn: ['signIn', 'signIn'],
  'signIn by device code': ['signIn', 'signIn'],
  refresh: ['signIn'],
  appSignIn: ['signIn'],
  serviceSignIn: ['signIn', 'signIn'],
  mailOpened: ['mailAccess'],
  mailSynced: ['mailAccess'],
  throttled: ['mailAccess'],
  'mailReadByApp application': ['mailAccess'],
  'mailItem Send': ['mailItem'],
  mailMoved: ['mailItem'],
  'mailDeleted HardDelete': ['mailItem'],
  'ruleCommand New-InboxRule': ['mailboxRule'],
  ruleSaved: ['mailboxRule'],
  removeRule: ['mailboxRule'],
  disableRule: ['mailboxRule'],
  setForwarding: ['mailboxRule'],
  'grantMailbox FullAccess': ['delegation'],
  'grantMailbox SendAs': ['delegation'],
  grantFolder: ['delegation'],
  transportRule: ['mailboxRule'],
  bypassAudit: ['adminChange'],
  searchMail: ['adminChange'],
  searchSites: ['adminChange'],
  'fileTouched FileDownloaded': ['fileAccess'],
  pageViewed: ['fileAccess'],
  'shareFile anonymous': ['fileAccess', 'fileAccess'],
  'shareFile external': ['fileAccess', 'fileAccess', 'fileAccess'],
  'resetPassword admin': ['adminChange', 'adminChange', 'adminChange', 'adminChange'],
  disableUser: ['adminChange', 'adminChange'],
  assignRole: ['roleChange', 'roleChange'],
  removeRole: ['roleChange', 'roleChange'],
  'consent user': ['consent', 'consent', 'consent', 'consent'],
  addCredential: ['adminChange', 'adminChange'],
  changePhoneNumber: ['methodChange', 'methodChange', 'methodChange', 'methodChange'],
  'registerMethod sms': ['methodChange', 'methodChange', 'methodChange'],
  'deleteMethod app': ['methodChange', 'methodChange', 'methodChange'],
  'deliverMail inbound pass': ['mail', 'mail', 'mail'],
  clickLink: ['other'],
  'connect unanswered': ['connection', 'connection'],
  'alert identityProtection': ['alert'],
  'alert defenderForOffice': ['alert'],
  'alert defenderForEndpoint': ['alert'],
  'alert cloudApps': ['alert'],
  'alert of a message': ['alert'],
};

describe('the kind', () => {
  it.each(Object.entries(kinds))('of %s', async (name, expected) => {
    const all = name === 'signIn' ? await eventsOf('signIn success') : await eventsOf(name);
    expect(all.slice(0, expected.length).map(({ kind }) => kind)).toEqual(all.map((_, index) => expected[index]));
  });
});

describe('what it says', () => {
  it('of a sign-in: code, second factor, and how it went', async () => {
    const codes: Record<string, [number, string]> = {
      success: [0, 'success'],
      locked: [50053, 'failure'],
      disabledAccount: [50057, 'failure'],
      expiredPassword: [50055, 'failure'],
      noSuchUser: [50034, 'failure'],
      blockedByPolicy: [53003, 'failure'],
      wrongCode: [500121, 'failure'],
      consentRequired: [65001, 'interrupt'],
      mustRegister: [50072, 'interrupt'],
      deviceCodePending: [70016, 'failure'],
      flowExpired: [70044, 'failure'],
    };
    for (const [name, [code, outcome]] of Object.entries(codes))
      for (const event of await eventsOf(`signIn ${name}`)) expect(event).toMatchObject({ code, outcome });
  });

  it.each([
    ['app', 'app'],
    ['sms', 'text'],
    ['call', 'call'],
    ['code', 'code'],
  ])('of the second factor %s', async (method, mfaMethod) => {
    const [entra] = await eventsOf(`signIn with ${method}`);
    expect(entra).toMatchObject({ mfa: 'passed', mfaMethod });
  });

  it('of a passkey: passed, and no password', async () => {
    const [record] = done('signIn with passkey');
    expect(JSON.stringify(record?.record)).not.toContain('Correct password');
    expect((await eventsOf('signIn with passkey'))[0]).toMatchObject({ mfa: 'passed' });
  });

  it('of a device code, also in the tokens renewed later', async () => {
    const [entra, m365] = await eventsOf('signIn by device code');
    expect(entra).toMatchObject({ protocol: 'deviceCode', interactive: true });
    expect(m365).toMatchObject({ kind: 'signIn', code: 0 });
    expect((await eventsOf('refresh of a device code'))[0]).toMatchObject({ protocol: 'deviceCode', interactive: false });
    expect((await eventsOf('refresh'))[0]).not.toHaveProperty('protocol');
  });

  it('of a password a program sends', async () => {
    for (const event of await eventsOf('signIn by password alone')) expect(event).toMatchObject({ protocol: 'ropc' });
    expect((await eventsOf('signIn by password alone'))[0]).toMatchObject({ client: 'legacy:imap' });
  });

  it('of an application, that it is none of the people', async () => {
    const app = world.tenant.apps[0];
    expect((await eventsOf('appSignIn'))[0]).toMatchObject({ actor: app?.id, actorKind: 'service', interactive: false });
    expect((await eventsOf('mailReadByApp application'))[0]).toMatchObject({
      actor: app?.id,
      actorKind: 'service',
      client: 'rest',
    });
    const [delegated] = await eventsOf('mailReadByApp delegated');
    expect(delegated).toMatchObject({ actor: stage.ana.upn.toLowerCase(), app: app?.appId, items: 2 });
  });

  it('of mail: that the log gave up naming it', async () => {
    expect((await eventsOf('throttled'))[0]).toMatchObject({ throttled: true });
    expect((await eventsOf('mailOpened'))[0]).toMatchObject({ throttled: false, items: 2, folders: ['\\Inbox'] });
    expect((await eventsOf('mailMoved'))[0]).toMatchObject({ deed: 'moved', movesTo: '\\Archive' });
  });

  it('of rules: where the mail goes', async () => {
    const forwards = { forwardsTo: ['drop@adatum.test', 'other@adatum.test'], deletes: true, from: ['bank@fabrikam.test'] };
    expect((await eventsOf('ruleCommand forwards'))[0]).toMatchObject(forwards);
    expect((await eventsOf('ruleSaved forwards'))[0]).toMatchObject(forwards);
    const hides = { movesTo: 'RSS Feeds', marksRead: true, stops: true, forwardsTo: [], words: ['invoice', 'payment'] };
    expect((await eventsOf('ruleCommand New-InboxRule'))[0]).toMatchObject(hides);
    expect((await eventsOf('ruleSaved'))[0]).toMatchObject(hides);
    expect((await eventsOf('removeRule'))[0]).toMatchObject({
      change: 'removed',
      name: 'Remit',
      mailbox: stage.ana.upn.toLowerCase(),
    });
    expect((await eventsOf('transportRule'))[0]).toMatchObject({ scope: 'transport', forwardsTo: ['drop@adatum.test'] });
  });

  it('of forwarding: to whom, and that it ended', async () => {
    const mailbox = stage.ana.mailbox.address.toLowerCase();
    expect((await eventsOf('setForwarding'))[0]).toMatchObject({
      scope: 'forwarding',
      mailbox,
      forwardsTo: ['drop@adatum.test'],
    });
    expect((await eventsOf('setForwarding ended'))[0]).toMatchObject({ change: 'removed', mailbox, forwardsTo: [] });
  });

  it('of rights over mailboxes: which, whose and to whom', async () => {
    const grantee = stage.ben.upn.toLowerCase();
    expect((await eventsOf('grantMailbox FullAccess'))[0]).toMatchObject({ change: 'granted', right: 'fullAccess', grantee });
    expect((await eventsOf('grantMailbox SendAs'))[0]).toMatchObject({
      right: 'sendAs',
      grantee,
      mailbox: stage.ana.mailbox.address.toLowerCase(),
    });
    expect((await eventsOf('grantFolder'))[0]).toMatchObject({ change: 'granted', right: 'folder', grantee });
  });

  it('of consent: how broad, to which application, to what', async () => {
    const app = world.tenant.apps[0];
    const scopes = [...(app?.scopes ?? [])].sort();
    for (const event of await eventsOf('consent user'))
      expect(event).toMatchObject({ breadth: 'person', app: app?.appId, scopes });
    for (const event of await eventsOf('consent admin')) expect(event).toMatchObject({ breadth: 'everyone', app: app?.appId });
    const byItself = await eventsOf('consent admin for the app itself');
    expect(byItself[0]).toMatchObject({ kind: 'consent', breadth: 'everyone', app: app?.appId, scopes: [app?.scopes[0]] });
  });

  it('of roles: which and whose', async () => {
    const target = stage.ben.upn.toLowerCase();
    for (const event of await eventsOf('assignRole'))
      expect(event).toMatchObject({ change: 'granted', role: 'Global Administrator', target });
    for (const event of await eventsOf('removeRole'))
      expect(event).toMatchObject({ change: 'removed', role: 'Exchange Administrator', target });
  });

  it.each([
    ['registerMethod app', 'authenticator', 'added'],
    ['registerMethod sms', 'method', 'added'],
    ['deleteMethod app', 'authenticator', 'removed'],
    ['deleteMethod code', 'authenticator', 'removed'],
  ])('of methods: %s', async (name, method, change) => {
    const changes = (await eventsOf(name)).filter((event) => event.kind === 'methodChange');
    expect(changes).toHaveLength(3);
    for (const event of changes) expect(event.change).toBe(change);
    expect(changes.flatMap(({ methods }) => methods)).toContain(method);
  });

  it('of a number changed: both numbers', async () => {
    const [m365, entra] = await eventsOf('changePhoneNumber');
    for (const event of [m365, entra])
      expect(event).toMatchObject({ change: 'changed', before: ['phone=+61 400000001'], after: ['phone=+1 4075550123'] });
  });

  it('of mail on its way: a row for each recipient and the message, all the same message', async () => {
    const events = (await eventsOf('deliverMail inbound pass')).filter((event) => event.kind === 'mail');
    expect(events.map(({ delivery }) => delivery)).toEqual(['delivered', 'delivered', 'unknown']);
    expect(new Set(events.map(({ message }) => message)).size).toBe(1);
    expect(new Set(events.map(({ subject }) => subject))).toEqual(new Set(['Rechnung für März']));
    expect(new Set(events.map(({ direction }) => direction))).toEqual(new Set(['inbound']));
    expect(new Set(events.map(({ address }) => address))).toEqual(new Set([world.tenant.partners[0].server.address]));
    expect(events[2]).toMatchObject({ spf: 'pass', dkim: 'pass', dmarc: 'pass', attachments: ['invoice 17.pdf'] });
  });

  it('of mail that is not what it says it is', async () => {
    expect((await eventsOf('deliverMail inbound fail'))[2]).toMatchObject({ spf: 'fail', dkim: 'none', dmarc: 'fail' });
    expect((await eventsOf('deliverMail inbound none'))[2]).toMatchObject({ spf: 'none', dkim: 'none', dmarc: 'none' });
    const [row, , letter] = await eventsOf('deliverMail asking for a click');
    expect(row).toMatchObject({ delivery: 'junked' });
    expect(letter).toMatchObject({ urls: ['https://portal.adatum.test/s?u=1&v=2'] });
  });

  it('of mail written here: who wrote it and which mail it answers', async () => {
    const [row, letter] = await eventsOf('deliverMail outbound');
    expect(row).toMatchObject({ direction: 'outbound', actor: stage.ana.mailbox.address.toLowerCase() });
    expect(letter).toMatchObject({ direction: 'outbound' });
    expect((await eventsOf('deliverMail lateral'))[1]).toMatchObject({ direction: 'internal' });
    const text = done('deliverMail outbound').at(-1)?.record as string;
    expect(text).toMatch(/\r\nReferences: <[^>]+>\r\nIn-Reply-To: </);
  });

  it('of connections: the sides, the bytes, the name', async () => {
    const events = (await eventsOf('connect')).filter((event) => event.kind === 'connection');
    const flow = events.find(({ deed }) => deed === 'connected');
    expect(flow).toMatchObject({ to: '198.51.100.20', port: 443, service: 'tls', bytesOut: 2400, bytesIn: 41_000, failures: 0 });
    expect(flow?.address?.startsWith(`${stage.ana.office.inside}.`)).toBe(true);
    expect(events.find(({ deed }) => deed === 'negotiated')).toMatchObject({ domain: 'files.fabrikam.test' });
    const [unanswered] = (await eventsOf('connect unanswered')).filter(({ kind }) => kind === 'connection').slice(-1);
    expect(unanswered).toMatchObject({ failures: 1, bytesIn: 0 });
  });

  it.each([
    ['alert identityProtection', 'Microsoft Entra ID Protection'],
    ['alert defenderForOffice', 'Microsoft Defender for Office 365'],
    ['alert of a message', 'Microsoft Defender for Office 365'],
    ['alert defenderForEndpoint', 'Microsoft Defender for Endpoint'],
    ['alert cloudApps', 'Microsoft Defender for Cloud Apps'],
  ])('of %s: who says so, of whom', async (name, product) => {
    const [event] = await eventsOf(name);
    expect(event).toMatchObject({ product, severity: 'medium', headline: 'Anonymous IP address', status: 'open' });
    expect(event?.kind === 'alert' && event.people).toContain(stage.ana.upn.toLowerCase());
  });
});

describe('telemetry that is not kept', () => {
  const bare = createWorld({ wholeMessages: 0, messageTrace: false, network: false, alerts: false, nonInteractive: false });
  const none = everyAct(bare, createStage(bare));

  it.each(['refresh', 'appSignIn', 'deliverMail inbound pass', 'connect', 'alert cloudApps'])('leaves nothing of %s', (name) => {
    expect(none[name]?.(createRng(name))).toEqual([]);
  });

  it('takes as many throws of the dice', () => {
    for (const name of Object.keys(acts)) {
      const [kept, gone] = [createRng('same'), createRng('same')];
      acts[name]?.(kept);
      none[name]?.(gone);
      expect(gone.next()).toBe(kept.next());
    }
  });
});
