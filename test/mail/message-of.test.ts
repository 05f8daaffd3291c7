import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/mail/message-of.ts';
import type { Message } from '../../src/mail/message.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { messageRecord } from '../../src/tenant/message.ts';

const HOME = { homeDomains: new Set(['contoso.test', 'contoso-labs.test']), authservIds: new Set(['mx.contoso.test']) };

const rawOf = async (text: string): Promise<RawMessage> => {
  const read = await messageRecord(Buffer.from(text));
  if (!('record' in read)) throw new Error(read.why);
  return read.record.rfc822;
};

const read = async (lines: readonly string[], home: Parameters<typeof messageOf>[1] = HOME): Promise<Message> =>
  messageOf(await rawOf([...lines, '', 'Hello.'].join('\r\n')), home);

const INSIDE = 'Received: from mx.contoso.test ([10.0.0.5]) by box.contoso.test with ESMTP; Mon, 5 Jan 2026 03:12:12 +0000';
const BORDER =
  'Received: from out.fabrikam.co.uk (out.fabrikam.co.uk [198.51.100.9]) by mx.contoso.test with ESMTPS; Mon, 5 Jan 2026 03:12:11 +0000';
const results = (text: string) => `Authentication-Results: mx.contoso.test; ${text}`;

const LETTER = [
  'Return-Path: <bounce@mail.fabrikam.co.uk>',
  INSIDE,
  BORDER,
  results(
    'spf=pass smtp.mailfrom=bounce@mail.fabrikam.co.uk; dkim=fail header.d=x.test; dkim=pass header.d=News.Fabrikam.co.uk; dmarc=pass',
  ),
  'From: =?utf-8?q?Zo=C3=AB?= Quist <Zoe@Fabrikam.co.uk.>',
  'Sender: desk@fabrikam.co.uk',
  'Reply-To: other@elsewhere.test',
  'To: Team: ana@contoso.test, Ben <BEN@contoso.test>;',
  'Cc: ana@contoso.test',
  'Subject: Plan',
  'Message-ID: <17.abc@fabrikam.co.uk>',
  'Date: Mon, 5 Jan 2026 03:10:00 +0000',
];

describe('a message', () => {
  it('is who, to whom, when and by what way', async () => {
    const message = await read(LETTER);
    expect(message).toMatchObject({
      id: '17.abc@fabrikam.co.uk',
      direction: 'inbound',
      at: Date.UTC(2026, 0, 5, 3, 12, 12),
      written: Date.UTC(2026, 0, 5, 3, 10),
      author: { address: 'zoe@fabrikam.co.uk.', name: 'Zoë Quist', domain: 'fabrikam.co.uk', registered: 'fabrikam.co.uk' },
      sender: { address: 'desk@fabrikam.co.uk' },
      envelope: { address: 'bounce@mail.fabrikam.co.uk', domain: 'mail.fabrikam.co.uk', registered: 'fabrikam.co.uk' },
      replyTo: [{ address: 'other@elsewhere.test' }],
      to: [{ address: 'ana@contoso.test' }, { address: 'ben@contoso.test', name: 'Ben' }],
      cc: [{ address: 'ana@contoso.test' }],
      bcc: [],
      recipients: ['ana@contoso.test', 'ben@contoso.test'],
      subject: 'Plan',
      files: [],
      defects: [],
    });
    expect(message.text.trim()).toBe('Hello.');
    expect(message.headerNames.slice(0, 3)).toEqual(['Return-Path', 'Received', 'Received']);
    expect(message.hops.map(({ by }) => by)).toEqual(['box.contoso.test', 'mx.contoso.test']);
    expect(message.headers.first('sender')).toBe('desk@fabrikam.co.uk');
  });

  it('says who proved what, by the word of its receiver', async () => {
    expect((await read(LETTER)).authentication).toEqual({
      by: 'receiver',
      spf: 'pass',
      dkim: 'pass',
      dmarc: 'pass',
      spfDomain: 'mail.fabrikam.co.uk',
      dkimDomains: ['news.fabrikam.co.uk'],
      isAligned: true,
      unbelieved: 0,
    });
  });

  it('believes nobody it was not told to', async () => {
    const { authentication } = await read(LETTER, { ...HOME, authservIds: new Set() });
    expect(authentication).toEqual({ by: 'nobody', dkimDomains: [], isAligned: false, unbelieved: 1 });
  });

  it('believes its own check before anybody', async () => {
    const raw = await rawOf([...LETTER, '', ''].join('\r\n'));
    const checked = {
      spf: { result: 'fail', domain: 'fabrikam.co.uk' },
      dkim: [{ result: 'pass', domain: 'Elsewhere.test' }],
      dmarc: { result: 'fail' },
    };
    expect(messageOf({ ...raw, checked }, HOME).authentication).toEqual({
      by: 'us',
      spf: 'fail',
      dkim: 'pass',
      dmarc: 'fail',
      dkimDomains: ['elsewhere.test'],
      isAligned: false,
      unbelieved: 0,
    });
  });

  it('keeps to the first of two authors, and both among its headers', async () => {
    const message = await read(['From: a@fabrikam.co.uk', 'From: b@contoso.test', 'To: ana@contoso.test']);
    expect(message.author?.address).toBe('a@fabrikam.co.uk');
    expect(message.headers.all('from')).toHaveLength(2);
  });

  it('has the author whom everybody sees, where the standard sees none', async () => {
    expect((await read(['From: Zoe, <Zoe@Fabrikam.co.uk>'])).author).toMatchObject({ address: 'zoe@fabrikam.co.uk' });
    expect((await read(['From: nobody'])).author?.domain ?? '').toBe('');
    expect((await read(['Subject: x'])).author).toBeUndefined();
  });

  it('is dated by its service, where no line of it tells', async () => {
    const raw = await rawOf('Subject: x\r\n\r\n');
    expect(messageOf({ ...raw, receivedAt: '2026-01-05T03:12:09.000Z' }, HOME).at).toBe(Date.UTC(2026, 0, 5, 3, 12, 9));
    expect(messageOf(raw, HOME)).not.toHaveProperty('at');
    expect(messageOf({ ...raw, date: '1601-01-01T00:00:00.000Z' }, HOME)).not.toHaveProperty('written');
  });

  it('tells its files by their names’ ends', async () => {
    const raw = await rawOf('Subject: x\r\n\r\n');
    const file = (filename?: string) => ({
      ...(filename === undefined ? {} : { filename }),
      mimeType: 'A/B',
      size: 1,
      sha256: 'AB',
    });
    const names = ['a.PDF.Js', 'a', 'a.', 'a.pdf ', `${'x'.repeat(5_000)}.zip`, undefined];
    expect(messageOf({ ...raw, attachments: names.map(file) }, HOME).files.map(({ extension }) => extension)).toEqual([
      'js',
      '',
      '',
      'pdf',
      'zip',
      '',
    ]);
    expect(messageOf({ ...raw, attachments: [file('a.zip')] }, HOME).files[0]).toEqual({
      name: 'a.zip',
      extension: 'zip',
      declaredType: 'a/b',
      size: 1,
      sha256: 'ab',
      isInline: false,
    });
  });

  it('is one, whatever the record holds', async () => {
    const raw = await rawOf('Subject: x\r\n\r\n');
    const odd = messageOf({ ...raw, to: [{ address: 'x'.repeat(1_000), name: '' }], messageId: '<>' }, HOME);
    expect([odd.id, odd.recipients, odd.to.map(({ address }) => address)]).toEqual(['', [], ['']]);
  });
});

describe('its direction', () => {
  const from = (address: string, to: string, ...lines: readonly string[]) => read([...lines, `From: ${address}`, `To: ${to}`]);

  it.each([
    ['from strangers to ours', 'a@fabrikam.co.uk', 'ana@contoso.test', [], 'inbound'],
    ['from ours to strangers', 'ana@contoso.test', 'a@fabrikam.co.uk, ben@contoso.test', [], 'outbound'],
    ['from ours to ours, by two of our domains', 'ana@contoso.test', 'ben@contoso-labs.test', [], 'internal'],
    ['in our name, by a stranger’s machine', 'ana@contoso.test', 'ben@contoso.test', [INSIDE, BORDER], 'inbound'],
    [
      'in our name, by one who had signed in',
      'ana@contoso.test',
      'ben@contoso.test',
      [BORDER.replace('ESMTPS', 'ESMTPSA')],
      'internal',
    ],
    [
      'in our name, by a service that could prove it',
      'ana@contoso.test',
      'ben@contoso.test',
      [BORDER, results('dkim=pass header.d=contoso.test')],
      'internal',
    ],
    [
      'as Exchange tells it',
      'ana@contoso.test',
      'ben@contoso.test',
      ['X-MS-Exchange-Organization-MessageDirectionality: Incoming'],
      'inbound',
    ],
    [
      'as Exchange tells it, within',
      'ana@contoso.test',
      'ben@contoso-labs.test',
      ['X-MS-Exchange-Organization-MessageDirectionality: Originating'],
      'internal',
    ],
  ])('%s', async (_, author, to, lines, direction) => {
    expect((await from(author, to, ...lines)).direction).toBe(direction);
  });

  it('is not known where nobody knows who is ours', async () => {
    expect((await read(LETTER, { homeDomains: new Set(), authservIds: new Set() })).direction).toBe('unknown');
  });
});
