import { describe, expect, it } from 'vitest';
import { linksIn } from '../../src/ingest/email/links.ts';
import { ana, asCells, ben, message, traceRow } from '../support/records.ts';
import type { RawJson } from '../support/records.ts';
import { eventOf, readingOf, whyNot } from './reading.ts';

describe('a raw message', () => {
  it('is told by what its own and its receiver’s headers say', () => {
    expect(eventOf('mail', message())).toEqual({
      kind: 'mail',
      id: 'email:17.abc@elsewhere.example',
      source: 'email',
      record: '17.abc@elsewhere.example',
      act: 'email:17.abc@elsewhere.example',
      at: Date.UTC(2026, 0, 5, 3, 12, 11),
      operation: 'Message',
      outcome: 'success',
      address: '198.51.100.9',
      message: '17.abc@elsewhere.example',
      direction: 'unknown',
      sender: 'bounce@elsewhere.example',
      author: 'dora@elsewhere.example',
      recipients: [ana.upn, ben.upn],
      subject: 'Invoice 17',
      delivery: 'unknown',
      size: 2345,
      spf: 'pass',
      dkim: 'fail',
      dmarc: 'bestguesspass',
      urls: ['https://pay.elsewhere.example/17?a=1&b=2', 'http://img.elsewhere.example/x.png'],
      attachments: ['invoice.pdf'],
      hashes: ['ab'.repeat(32)],
    });
    expect(readingOf(message()).names).toEqual([]);
  });

  it('without an id is known by its content', () => {
    const { event, hash } = readingOf(message({ messageId: undefined }));
    expect(event).toMatchObject({ id: `email:#${hash}`, record: 'case.jsonl:7', message: `#${hash}` });
  });

  it('is the same to whoever read it, however far they looked', () => {
    const attachment = { filename: 'invoice.pdf', mimeType: 'application/pdf', size: 1234, sha256: 'AB'.repeat(32) };
    const seen = {
      ...attachment,
      isInline: true,
      found: { type: 'pdf', urls: ['https://files.elsewhere.example/a'], codes: [] },
    };
    const given = { messageId: undefined, attachments: [attachment] };
    const bare = readingOf(message(given));
    const looked = readingOf(message({ ...given, attachments: [seen] }));
    const checked = readingOf(message({ ...given, attachments: [seen], checked: { dkim: [{ result: 'pass' }] } }));
    expect(looked.event.id).toBe(bare.event.id);
    expect(checked.event.id).toBe(bare.event.id);
    expect(readingOf(message({ ...given, attachments: [{ ...attachment, size: 1 }] })).event.id).not.toBe(bare.event.id);
    // Of sightings of one message the one that tells most is kept, in whatever order they come.
    expect([bare, looked, checked].map(({ generatedAt }) => generatedAt)).toEqual([undefined, 1, 2]);
  });

  it('leads where its files and the codes in them lead, after its text', () => {
    const found = {
      urls: ['https://files.elsewhere.example/a', 'mailto:dora@elsewhere.example'],
      codes: ['HTTPS://CODE.ELSEWHERE.EXAMPLE/Q', '12345'],
    };
    const { urls } = eventOf('mail', message({ attachments: [{ filename: 'a.pdf', found }] }));
    expect(urls.slice(-2)).toEqual(['https://files.elsewhere.example/a', 'https://code.elsewhere.example/Q']);
    const many = Array.from({ length: 150 }, (_, n) => `https://files.elsewhere.example/${n}`);
    expect(eventOf('mail', message({ attachments: [{ filename: 'a.pdf', found: { urls: many } }] })).urls).toHaveLength(100);
  });

  it('is dated by its own date when no server tells, and by nothing when neither does', () => {
    const headers = [{ name: 'Received', value: 'from x by y; when it suits' }];
    expect(eventOf('mail', message({ headers })).at).toBe(Date.UTC(2026, 0, 5, 3, 10));
    expect(eventOf('mail', message({ headers, date: undefined })).at).toBe(0);
    // A date nobody believes refuses no message, nor does it decide where it stands.
    expect(eventOf('mail', message({ headers, date: '1601-01-01T00:00:00.000Z' })).at).toBe(0);
    const forged = [{ name: 'Received', value: 'from x by y; Thu, 01 Jan 1601 00:00:00 +0000' }];
    expect(eventOf('mail', message({ headers: forged })).at).toBe(Date.UTC(2026, 0, 5, 3, 10));
  });

  it('comes from the first address outside, not from what the sender wrote below it', () => {
    const forged = ['Received', 'from inner ([192.0.2.66]) by out.elsewhere.example; Mon, 5 Jan 2026 03:00:00 +0000'] as const;
    const hops = (fields: RawJson) => eventOf('mail', message(fields)).address;
    const received = (message()['rfc822'] as { headers: object[] }).headers;
    expect(hops({ headers: [...received, { name: forged[0], value: forged[1] }] })).toBe('198.51.100.9');
    const v6 = [{ name: 'received', value: 'from x (x [IPv6:2001:db8::9]) by y (203.0.113.1); Mon, 5 Jan 2026 03:00:00 +0000' }];
    expect(hops({ headers: v6 })).toBe('2001:db8::9');
    expect(
      eventOf('mail', message({ headers: [{ name: 'Received', value: 'from EX.example (40.93.1.2) by z' }] })),
    ).toMatchObject({
      address: '40.93.1.2',
      serviceAddress: true,
    });
  });

  it.each([
    ['Incoming', 'inbound'],
    ['Originating', 'outbound'],
  ])('goes where Exchange says: %s', (value, direction) => {
    expect(eventOf('mail', message({}, [['X-MS-Exchange-Organization-MessageDirectionality', value]])).direction).toBe(direction);
  });

  it('from one of the organisation to others of it is internal', () => {
    const header = [['X-MS-Exchange-Organization-MessageDirectionality', 'Originating']] as const;
    const own = { from: { address: ben.upn, name: '' }, cc: [] };
    expect(eventOf('mail', message(own, header)).direction).toBe('internal');
    expect(eventOf('mail', message({}, [['X-Forefront-Antispam-Report', 'CIP:198.51.100.9;SFV:NSPM;DIR:INB;']])).direction).toBe(
      'inbound',
    );
  });

  it('that keeps to no standard is kept all the same', () => {
    const headers = [{ name: 'From', value: 'Dora, <Dora@Elsewhere.example>' }];
    const broken = { headers, from: { address: '', name: 'Dora' }, returnPath: undefined, to: 'x', date: undefined };
    expect(eventOf('mail', message(broken))).toMatchObject({ sender: 'dora@elsewhere.example', recipients: [ben.upn] });
    expect(eventOf('mail', { rfc822: {} })).toMatchObject({ sender: '', recipients: [], urls: [], at: 0 });
  });

  it('has an end, however much of everything there is', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => index);
    const event = eventOf(
      'mail',
      message({
        to: many.map((index) => ({ address: `p${index}@harbour.example`, name: '' })),
        attachments: many.map((index) => ({ filename: `${index}`.repeat(500), mimeType: 'x/y', size: 1, sha256: 'a' })),
        text: many.map((index) => `https://x.example/${index}`).join(' '),
        subject: 'x'.repeat(5_000),
        headers: many.map((index) => ({ name: 'Received', value: `from a (${'['.repeat(3_000)}${index}` })),
      }),
    );
    expect([event.recipients.length, event.attachments.length, event.urls.length, event.subject?.length]).toEqual([
      500, 100, 100, 300,
    ]);
    expect(Math.max(...event.attachments.map(({ length }) => length))).toBe(300);
  });
});

describe('links', () => {
  it.each([
    ['in a sentence (see http://a.example/b).', ['http://a.example/b']],
    ['http://a.example/(b) and "https://B.example"', ['http://a.example/(b)', 'https://b.example']],
    ['<a href=http://a.example/x?p=1&amp;q=2>', ['http://a.example/x?p=1&q=2']],
    ['&quot;http://a.example/x&quot; http://a.example/x', ['http://a.example/x']],
    ['hxxp://a.example ftp://b.example http:// https://?x', []],
  ])('%s', (text, urls) => {
    expect(linksIn(text)).toEqual(urls);
  });

  it('are cut at two thousand characters', () => {
    expect(linksIn(`http://a.example/${'x'.repeat(9_000)}`)[0]).toHaveLength(2_000);
  });
});

describe('a row of the message trace', () => {
  const told = {
    kind: 'mail',
    id: 'email:7ace7ace-0000-4000-8000-000000000001/ana@harbour.example',
    record: '7ace7ace-0000-4000-8000-000000000001',
    at: Date.UTC(2026, 0, 5, 3, 12, 9),
    message: '17.abc@elsewhere.example',
    direction: 'inbound',
    sender: 'bounce@elsewhere.example',
    recipients: [ana.upn],
    delivery: 'delivered',
    address: '198.51.100.9',
    subject: 'Invoice 17',
    size: 2345,
    outcome: 'success',
  };

  it.each([
    ['as the command writes it', traceRow()],
    ['as CSV', asCells(traceRow({ Received: '1/5/2026 3:12:09 AM' }))],
    [
      'as the reporting service writes it',
      traceRow({ Received: '/Date(1767582729000)/', StartDate: '/Date(1767582000000)/', Index: 0, __metadata: { type: 'x' } }),
    ],
  ])('is one event: %s', (_, row) => {
    expect(eventOf('mail', row)).toMatchObject(told);
    expect(readingOf(row).names).toEqual([]);
    expect(eventOf('mail', row)).not.toHaveProperty('actor');
  });

  it('is one for each recipient', () => {
    const ids = [traceRow(), traceRow({ RecipientAddress: ben.upn })].map((row) => readingOf(row).event);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2);
    expect(new Set(ids.map(({ record }) => record)).size).toBe(1);
  });

  it.each([
    ['Delivered', 'delivered', 'success'],
    ['FilteredAsSpam', 'junked', 'success'],
    ['Quarantined', 'quarantined', 'success'],
    ['Failed', 'rejected', 'failure'],
    ['Pending', 'pending', 'success'],
    ['Expanded', 'expanded', 'success'],
    ['Somehow', 'unknown', 'success'],
  ])('%s is %s', (Status, delivery, outcome) => {
    expect(eventOf('mail', traceRow({ Status }))).toMatchObject({ delivery, outcome });
  });

  it('is the deed of whoever of ours sent it', () => {
    expect(eventOf('mail', traceRow({ Directionality: 'Outbound', SenderAddress: ana.upn }))).toMatchObject({ actor: ana.upn });
    expect(eventOf('mail', traceRow({ Directionality: 'Intra-org', SenderAddress: ben.upn }))).toMatchObject({
      direction: 'internal',
      actor: ben.upn,
    });
  });

  it('without a time or a recipient is refused', () => {
    expect(whyNot(traceRow({ Received: 'soon' })).path).toBe('.Received');
    expect(whyNot(traceRow({ RecipientAddress: '' })).path).toBe('.RecipientAddress');
  });

  it('may be an entry of mailbox auditing, and is read as that', () => {
    const entry = (fields: object) =>
      traceRow({ SenderAddress: undefined, Subject: undefined, SourceContext: 'Mailbox audit', ...fields });
    const made = entry({
      Operation: 'New-InboxRule',
      ClientIPAddress: '198.51.100.9',
      Parameters: "Name='Backup; all';ForwardTo='box@elsewhere.example';DeleteMessage=true;MarkAsRead=true",
    });
    expect(eventOf('mailboxRule', made)).toMatchObject({
      id: told.id,
      actor: ana.upn,
      mailbox: ana.upn,
      name: 'Backup; all',
      forwardsTo: ['box@elsewhere.example'],
      deletes: true,
      marksRead: true,
      address: '198.51.100.9',
    });
    const gone = entry({ Operation: 'Remove-InboxRule', Parameters: "Identity='Backup'", InitiatedBy: ben.upn });
    expect(eventOf('mailboxRule', gone)).toMatchObject({
      change: 'removed',
      actor: ben.upn,
      rule: 'ana@harbour.example\\backup',
    });
    const searched = entry({ Operation: 'SearchQueryInitiated', SearchQuery: 'vpn' });
    expect(eventOf('adminChange', searched).parameters).toEqual(['QueryText=vpn']);
  });
});
