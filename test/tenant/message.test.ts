import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { codePicture, program, stripes, zip } from '../support/files.ts';

const HEAD = ['From: Ana Berg <ana@contoso.test>', 'To: bo@contoso.test', 'Subject: Budget'];

async function read(lines: readonly string[] | Uint8Array): Promise<RawMessage> {
  const got = await messageRecord(lines instanceof Uint8Array ? lines : Buffer.from(lines.join('\r\n')));
  if ('why' in got) throw new Error(got.why);
  return got.record.rfc822;
}

const multipart = (type: string, boundary: string, parts: readonly (readonly string[])[]): string[] => [
  `Content-Type: multipart/${type}; boundary="${boundary}"`,
  '',
  ...parts.flatMap((part) => [`--${boundary}`, ...part]),
  `--${boundary}--`,
];

describe('a message', () => {
  it('tells its headers, people, date and text', async () => {
    const message = await read([
      'Return-Path: <bounce@news.contoso.test>',
      'Received: from a.contoso.test (a.contoso.test [192.0.2.7])',
      '\tby b.contoso.test; Mon, 5 Jan 2026 03:12:08 +0100',
      'Received: from [198.51.100.9] by a.contoso.test',
      'From: =?utf-8?B?QW5hIELDqXJn?= <ana@contoso.test>',
      'Sender: office@contoso.test',
      'Reply-To: "Berg, Ana" <ana@example.test>',
      'To: Team: bo@contoso.test, Cy <cy@contoso.test>;, di@contoso.test',
      'Cc: =?iso-8859-1?Q?Jos=E9?= <jose@contoso.test>',
      'Subject: =?utf-8?Q?Caf=C3=A9?=',
      'Message-ID: <1@contoso.test>',
      'Date: Mon, 5 Jan 2026 03:12:09 +0100',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Caf=E9',
    ]);
    expect(message.headers[1]).toEqual({
      name: 'Received',
      value: 'from a.contoso.test (a.contoso.test [192.0.2.7])\tby b.contoso.test; Mon, 5 Jan 2026 03:12:08 +0100',
    });
    const { headers, size, ...rest } = message;
    expect(headers).toHaveLength(13);
    expect(size).toBe(639);
    expect(rest).toEqual({
      returnPath: 'bounce@news.contoso.test',
      from: { name: 'Ana Bérg', address: 'ana@contoso.test' },
      sender: { name: '', address: 'office@contoso.test' },
      replyTo: [{ name: 'Berg, Ana', address: 'ana@example.test' }],
      to: [
        { name: '', address: 'bo@contoso.test' },
        { name: 'Cy', address: 'cy@contoso.test' },
        { name: '', address: 'di@contoso.test' },
      ],
      cc: [{ name: 'José', address: 'jose@contoso.test' }],
      bcc: [],
      subject: 'Café',
      messageId: '<1@contoso.test>',
      date: '2026-01-05T02:12:09.000Z',
      received: 2,
      text: 'Café\n',
      attachments: [],
      defects: [],
    });
  });

  it('has its plain text, its HTML and its attachments apart', async () => {
    const message = await read([
      ...HEAD,
      ...multipart('mixed', 'm', [
        multipart('alternative', 'a', [
          ['', 'plain'],
          ['Content-Type: text/html', '', '<b>rich</b>'],
        ]),
        ['Content-Type: application/PDF', 'Content-Disposition: attachment; filename="a b.pdf"', '', 'PDF'],
      ]),
    ]);
    expect(message.text?.trim()).toBe('plain');
    expect(message.html?.trim()).toBe('<b>rich</b>');
    const sha256 = createHash('sha256').update('PDF\n').digest('hex');
    expect(message.attachments).toEqual([
      {
        filename: 'a b.pdf',
        mimeType: 'application/pdf',
        size: 4,
        sha256,
        found: expect.objectContaining({ type: 'text', text: 'PDF' }) as object,
      },
    ]);
  });

  it('tells pictures of its text from files that call themselves so', async () => {
    const part = (type: string, name: string, ...headers: readonly string[]): readonly string[] => [
      `Content-Type: ${type}; name="${name}"`,
      ...headers,
      'Content-Transfer-Encoding: base64',
      '',
      stripes(30, 30).toString('base64'),
    ];
    const related = multipart('related', 'r', [
      ['Content-Type: text/html', '', '<img src="cid:1">'],
      part('image/png', 'a.png', 'Content-ID: <1>'),
    ]);
    const message = await read([
      ...HEAD,
      ...multipart('mixed', 'm', [
        related,
        part('image/png', 'b.png', 'Content-Disposition: inline'),
        part('image/png', 'c.png', 'Content-Disposition: attachment'),
        part('application/pdf', 'd.pdf', 'Content-Disposition: inline'),
      ]),
    ]);
    const kinds = message.attachments.map(({ filename, isInline, found }) => [filename, isInline, found?.type]);
    expect(kinds).toEqual([
      ['a.png', true, 'png'],
      ['b.png', true, 'png'],
      ['c.png', undefined, 'png'],
      ['d.pdf', undefined, 'png'],
    ]);
  });

  it('looks into its files, and at no more of them than at one', async () => {
    const file = (name: string, bytes: Buffer): readonly string[] => [
      `Content-Type: application/octet-stream; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      ...(bytes.toString('base64').match(/.{1,76}/g) ?? []),
    ];
    const archive = zip([{ name: 'run.exe', content: program() }]);
    const code = codePicture('https://contoso.test/q');
    const { attachments } = await read([...HEAD, ...multipart('mixed', 'm', [file('a.zip', archive), file('a.png', code)])]);
    expect(attachments.map(({ found }) => [found?.type, found?.entries.map(({ type }) => type), found?.codes])).toEqual([
      ['zip', ['exe'], []],
      ['png', [], ['https://contoso.test/q']],
    ]);

    const text = Buffer.from('some words of a file '.repeat(2_000));
    const many = await read([
      ...HEAD,
      ...multipart(
        'mixed',
        'm',
        Array.from({ length: 10 }, () => file('a.txt', text)),
      ),
    ]);
    const kept = many.attachments.reduce((sum, { found }) => sum + (found?.text?.length ?? 0), 0);
    expect(kept).toBe(64 * 1024);
  });

  it('has the text of the messages in it, unless it is a report about them', async () => {
    const inner = ['Content-Type: message/rfc822', '', 'From: cy@contoso.test', 'Subject: x', '', 'inner text'];
    const forward = await read([...HEAD, ...multipart('mixed', 'm', [['', 'outer text'], inner])]);
    expect(forward.text).toMatch(/outer text\s+inner text/);
    expect(forward.attachments.map(({ mimeType }) => mimeType)).toEqual(['message/rfc822']);

    const report = ['Content-Type: message/delivery-status', '', 'Action: failed'];
    const bounce = await read([...HEAD, ...multipart('report', 'm', [['', 'outer text'], report, inner])]);
    expect(bounce.text?.trim()).toBe('outer text');
    expect(bounce.attachments).toHaveLength(2);
  });

  it('is the same with a line of a mailbox file before it', async () => {
    const lines = [...HEAD, '', 'text'];
    expect(await read(['From ana@contoso.test Mon Jan  5 03:12:09 2026', ...lines])).toEqual(await read(lines));
    expect(await read(Buffer.from(`\uFEFF${lines.join('\r\n')}`))).toMatchObject({ subject: 'Budget' });
  });

  it('without a date, or with a broken one, has none', async () => {
    expect(await read([...HEAD, 'Date: yesterday', '', 'text'])).not.toHaveProperty('date');
  });
});

describe('what is no message', () => {
  it.each([
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0'],
    ['text alone', '\r\nhello'],
    ['text with no header', 'hello\r\nyou\r\n\r\nthere'],
  ])('%s', async (_, text) => {
    expect(await messageRecord(Buffer.from(text, 'latin1'))).toEqual({
      why: 'no message: there is no header where the first one should be',
    });
  });

  it('what is larger than any mail', async () => {
    expect(await messageRecord(Buffer.alloc(64 * 1024 * 1024 + 1, 'a'))).toEqual({ why: 'a message larger than 64 MiB' });
  });
});

// Each of these holds the library up for minutes, or brings the process down, when it is let.
describe('a hostile message', () => {
  const MiB = 1024 * 1024;
  const nested = (levels: number): string[] =>
    Array.from({ length: levels }, (_, n) => [`Content-Type: multipart/mixed; boundary="b${n}"`, '', `--b${n}`]).flat();
  const inMessages = (levels: number): string[] =>
    levels === 0
      ? [...HEAD, '', 'innermost']
      : [...HEAD, ...multipart('mixed', `m${levels}`, [['Content-Type: message/rfc822', '', ...inMessages(levels - 1)]])];
  const html = (text: string): string[] => [
    ...HEAD,
    ...multipart('mixed', 'b', [
      ['', 'plain'],
      ['Content-Type: text/html', '', text],
    ]),
  ];
  const inBase64 = (text: string): string[] =>
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];

  it.each<[string, () => readonly string[], string]>([
    ['millions of parts', () => [...HEAD, ...multipart('mixed', 'b', []), '--b\n'.repeat(2 * MiB)], 'more than a million lines'],
    [
      'the same, in a message in base64',
      () => [
        ...HEAD,
        ...multipart('mixed', 'q', [
          [
            'Content-Type: message/rfc822',
            'Content-Transfer-Encoding: base64',
            '',
            ...inBase64([...HEAD, ...multipart('mixed', 'b', []), '--b\n'.repeat(MiB)].join('\n')),
          ],
        ]),
      ],
      'more than a million lines',
    ],
    ['millions of lines', () => [...HEAD, '', '\n'.repeat(4 * MiB)], 'more than a million lines'],
    [
      'hundreds of thousands of headers',
      () => [...HEAD, ...Array<string>(300_000).fill('X-A: b'), '', 'text'],
      'too many headers',
    ],
    ['a header of megabytes', () => [...HEAD, `X-A: ${'a'.repeat(4 * MiB)}`, '', 'text'], 'a header longer than 16 KiB'],
    ['groups of addresses in groups', () => [...HEAD, `Cc: ${'g:'.repeat(60_000)}`, '', 'text'], 'a header longer than 16 KiB'],
    [
      'tens of thousands of addresses',
      () => [...HEAD, `Cc: ${'a@b.test, '.repeat(20_000)}`, '', 'x'],
      'more than 1000 addresses',
    ],
    ['parts in parts', () => [...HEAD, ...nested(5_000), '', 'text'], 'parts nested too deeply'],
    ['messages in messages', () => inMessages(100), 'messages nested too deeply'],
    ['HTML made to hold up patterns', () => html('<!-- <script <a href="'.repeat(200_000)), 'text longer than 256 KiB'],
    ['text without end', () => [...HEAD, '', 'x'.repeat(8 * MiB)], 'text longer than 256 KiB'],
    [
      'attachments without number',
      () => [...HEAD, ...multipart('mixed', 'b', Array<string[]>(900).fill(['Content-Type: a/b', '', 'x']))],
      'more than 500 attachments',
    ],
  ])('%s', async (_, make, defect) => {
    const message = await read(make());
    expect(message.subject).toBe('Budget');
    expect(message.defects.join()).toContain(defect);
    expect(JSON.stringify(message).length).toBeLessThan(2 * MiB);
  });

  it('in a character set nobody knows is read as far as it can be', async () => {
    const bytes = Buffer.concat([
      Buffer.from([...HEAD, 'Content-Type: text/plain; charset=nonsense', '', ''].join('\r\n')),
      Buffer.from([0xff, 0x41]),
    ]);
    expect((await read(bytes)).text).toContain('A');
  });

  it('keeps nothing of itself in what is said about it', async () => {
    const { defects } = await read([...HEAD, `X-Secret: ${'s'.repeat(20_000)}`, '', 'x']);
    expect(defects).toEqual(['a header longer than 16 KiB: cut']);
  });
});
