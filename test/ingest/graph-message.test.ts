import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isGraphMessage, rawOf } from '../../src/ingest/email/graph-message.ts';
import { Field } from '../../src/ingest/field.ts';
import type { RawJson } from '../support/records.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';
import { folder } from '../support/folder.ts';
import { eventOf, readingOf } from './reading.ts';

const PDF = Buffer.from('%PDF-1.7 invoice');

const HEADERS: readonly (readonly [string, string])[] = [
  [
    'Received',
    'from out.fabrikam.test (out.fabrikam.test [198.51.100.9]) by mx.contoso.test with ESMTPS; Mon, 5 Jan 2026 03:12:09 +0000',
  ],
  [
    'Authentication-Results',
    'mx.contoso.test; spf=pass smtp.mailfrom=fabrikam.test; dkim=fail header.d=fabrikam.test; dmarc=pass',
  ],
  ['Return-Path', '<bounce@fabrikam.test>'],
  ['From', 'Zoe Quist <Zoe@Fabrikam.test>'],
  ['To', '"Ana, of sales" <ana@contoso.test>'],
  ['Cc', 'ben@contoso.test'],
  ['Subject', 'Invoice 17'],
  ['Message-ID', '<17.abc@fabrikam.test>'],
  ['Date', 'Mon, 5 Jan 2026 03:10:00 +0000'],
];

const person = (address: string, name = '') => ({ emailAddress: { name, address } });

const graphMessage = (fields: RawJson = {}): RawJson => ({
  '@odata.etag': 'W/"x"',
  id: 'AAMkAGI2',
  createdDateTime: '2026-01-05T03:12:10Z',
  receivedDateTime: '2026-01-05T03:12:09Z',
  sentDateTime: '2026-01-05T03:10:00Z',
  hasAttachments: true,
  internetMessageId: '<17.abc@fabrikam.test>',
  internetMessageHeaders: HEADERS.map(([name, value]) => ({ name, value })),
  subject: 'Invoice 17',
  body: { contentType: 'html', content: '<a href="https://pay.fabrikam.test/17?a=1&amp;b=2">pay</a>' },
  from: person('Zoe@Fabrikam.test', 'Zoe Quist'),
  sender: person('Zoe@Fabrikam.test', 'Zoe Quist'),
  toRecipients: [person('ana@contoso.test', 'Ana, of sales')],
  ccRecipients: [person('ben@contoso.test')],
  bccRecipients: [],
  replyTo: [],
  attachments: [
    {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'invoice.pdf',
      contentType: 'Application/PDF',
      size: 999,
      isInline: false,
      contentBytes: PDF.toString('base64'),
    },
  ],
  ...fields,
});

const eml = [
  ...HEADERS.map(([name, value]) => `${name}: ${value}`),
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html',
  '',
  '<a href="https://pay.fabrikam.test/17?a=1&amp;b=2">pay</a>',
  '--b',
  'Content-Type: application/pdf; name=invoice.pdf',
  'Content-Disposition: attachment; filename=invoice.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  PDF.toString('base64'),
  '--b--',
  '',
].join('\r\n');

describe('a message of Microsoft Graph', () => {
  it('is the event that the raw message is', async () => {
    const raw = await messageRecord(Buffer.from(eml));
    if (!('record' in raw)) throw new Error(raw.why);
    const { size, ...told } = eventOf('mail', raw.record as never);
    expect(size).toBeGreaterThan(0);
    expect(eventOf('mail', graphMessage())).toEqual(told);
    expect(told).toMatchObject({
      id: 'email:17.abc@fabrikam.test',
      sender: 'bounce@fabrikam.test',
      author: 'zoe@fabrikam.test',
      recipients: ['ana@contoso.test', 'ben@contoso.test'],
      dkim: 'fail',
      urls: ['https://pay.fabrikam.test/17?a=1&b=2'],
      hashes: [createHash('sha256').update(PDF).digest('hex')],
    });
    expect(readingOf(graphMessage()).event.kind).toBe('mail');
  });

  it('comes as a page of a mailbox’s changes, too', async () => {
    const page = {
      '@odata.context': 'x',
      '@odata.deltaLink': 'y',
      value: [graphMessage(), graphMessage({ internetMessageId: '<18@fabrikam.test>' })],
    };
    const files = folder('graph-message');
    try {
      files.write({ 'delta.json': JSON.stringify(page) });
      const ids: string[] = [];
      for await (const found of readPaths([files.path])) if ('record' in found) ids.push(readingOf(found.record).event.id);
      expect(ids).toEqual(['email:17.abc@fabrikam.test', 'email:18@fabrikam.test']);
    } finally {
      files.remove();
    }
  });

  it('without its headers is dated by when it was received, else by when it was sent', () => {
    const bare = { internetMessageHeaders: undefined };
    expect(eventOf('mail', graphMessage(bare))).toMatchObject({
      at: Date.UTC(2026, 0, 5, 3, 12, 9),
      sender: 'zoe@fabrikam.test',
    });
    expect(eventOf('mail', graphMessage({ ...bare, receivedDateTime: undefined })).at).toBe(Date.UTC(2026, 0, 5, 3, 10));
    expect(eventOf('mail', graphMessage({ ...bare, receivedDateTime: '1601-01-01T00:00:00Z', sentDateTime: 'soon' })).at).toBe(0);
  });

  it('names a sender only where the message did', () => {
    const other = { sender: person('desk@fabrikam.test') };
    expect(rawOf(new Field(graphMessage(other))).sender).toBeUndefined();
    const headers = [...HEADERS, ['Sender', 'desk@fabrikam.test'] as const].map(([name, value]) => ({ name, value }));
    expect(rawOf(new Field(graphMessage({ ...other, internetMessageHeaders: headers }))).sender?.address).toBe(
      'desk@fabrikam.test',
    );
  });

  it('hands the bytes of attachments to whoever looks at them', () => {
    const looked: unknown[] = [];
    const found = { type: 'pdf' } as never;
    const raw = rawOf(new Field(graphMessage()), (bytes, named) => {
      looked.push([Buffer.from(bytes).toString(), named]);
      return found;
    });
    expect(looked).toEqual([['%PDF-1.7 invoice', { filename: 'invoice.pdf', mimeType: 'application/pdf' }]]);
    expect(raw.attachments).toEqual([
      {
        filename: 'invoice.pdf',
        mimeType: 'application/pdf',
        size: PDF.length,
        sha256: createHash('sha256').update(PDF).digest('hex'),
        found,
      },
    ]);
    expect(rawOf(new Field(graphMessage())).attachments[0]).not.toHaveProperty('found');
  });

  it('tells of attachments without their bytes what is told, and that they are not there', () => {
    const raw = rawOf(
      new Field(graphMessage({ attachments: [{ name: 'a.zip', contentType: 'application/zip', size: 12, isInline: true }] })),
    );
    expect(raw.attachments).toEqual([{ filename: 'a.zip', mimeType: 'application/zip', size: 12, sha256: '', isInline: true }]);
    expect(raw.defects).toEqual(['an attachment of which the record has no bytes']);
    expect(eventOf('mail', graphMessage({ attachments: [{ name: 'a.zip' }] })).hashes).toEqual([]);
  });

  it('in a message is read like the one around it, to a bound', () => {
    const nested = (depth: number): RawJson => ({
      '@odata.type': '#microsoft.graph.itemAttachment',
      name: `level ${depth}`,
      item: { body: { contentType: 'text', content: `text ${depth}` }, attachments: depth < 6 ? [nested(depth + 1)] : [] },
    });
    const raw = rawOf(new Field(graphMessage({ attachments: [nested(1)] })));
    expect(raw.text).toBe('text 1\ntext 2\ntext 3');
    expect(raw.attachments.map(({ mimeType }) => mimeType)).toEqual(Array(4).fill('message/rfc822'));
    expect(raw.defects).toContain('messages nested too deeply, or too many: only the first ones were read');
  });

  it('that holds something else than it should is a message all the same, and has an end', () => {
    const odd = {
      toRecipients: 'x',
      from: 7,
      body: [],
      attachments: [null, 7, 'x'],
      internetMessageHeaders: { a: 1 },
      replyTo: [null],
    };
    expect(rawOf(new Field(graphMessage(odd)))).toMatchObject({ to: [], headers: [], replyTo: [] });
    expect(eventOf('mail', graphMessage(odd)).recipients).toEqual(['ben@contoso.test']);
    const many = Array.from({ length: 5_000 }, (_, index) => index);
    const raw = rawOf(
      new Field(
        graphMessage({
          toRecipients: many.map((index) => person(`p${index}@contoso.test`)),
          internetMessageHeaders: many.map(() => ({ name: 'X', value: 'x'.repeat(20_000) })),
          body: { contentType: 'text', content: 'x'.repeat(1_000_000) },
          attachments: many.map(() => ({ name: 'x', contentBytes: '' })),
        }),
      ),
    );
    expect([raw.to.length, raw.headers.length, raw.text?.length, raw.attachments.length]).toEqual([1_000, 500, 262_144, 500]);
    expect(raw.defects).toHaveLength(5);
  });

  it('of which there is only the beginning says so', () => {
    expect(rawOf(new Field(graphMessage({ body: undefined, bodyPreview: 'Please see' })))).toMatchObject({
      text: 'Please see',
      defects: ['the record has the beginning of the text and not the text'],
    });
  });
});

describe('a record that is no message of Graph', () => {
  it('is left to others, though it names a message', () => {
    const evidence = { internetMessageId: '<1@x.test>', networkMessageId: 'x', senderDetail: {} };
    expect(isGraphMessage(new Field(evidence))).toBe(false);
  });
});
