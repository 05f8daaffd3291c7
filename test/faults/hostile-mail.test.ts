// Mail made to hold its reader up, to fill its memory or to bring it down. Whatever it is: a record comes out in less than
// two seconds, it is small, what was left out is said, and nothing is asked of anybody.

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { root } from '../../src/graph/local/java.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { metrics } from '../../src/mail/metrics.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { verdictOf } from '../../src/mail/verdict.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { codePicture, document, hugePicture, pdf, program, tar, zip } from '../support/files.ts';

const MiB = 1024 * 1024;
const ZEROS = Buffer.alloc(8 * MiB);
const PICTURE = codePicture('x', 8);
const HEAD = 'From: Ana Berg <ana@contoso.test>\r\nTo: ben@contoso.test\r\nSubject: Budget\r\n';

/** A message with a file on it. */
function withFile(bytes: Uint8Array, name = 'file.bin', type = 'application/octet-stream'): Buffer {
  const encoded = Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n');
  return Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nSee attached.\r\n` +
      `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}--b--\r\n`,
  );
}

const withText = (text: string, headers = ''): Buffer => Buffer.from(`${HEAD}${headers}\r\n${text}`, 'latin1');
const html = (text: string): Buffer => withText(text, 'Content-Type: text/html\r\n');

/** Processor time and not the clock's: other tests run beside this one. The first message warms the reader up. */
async function read(
  bytes: Buffer,
): Promise<{ readonly message: RawMessage; readonly ms: number; readonly urls: readonly string[] }> {
  await messageRecord(withText('warm'));
  const before = process.cpuUsage();
  const got = await messageRecord(bytes);
  if ('why' in got) throw new Error(got.why);
  const seen = readRecord(got.record, { file: 'a.eml', line: 1 });
  const { user, system } = process.cpuUsage(before);
  if ('reject' in seen || seen.reading.event.kind !== 'mail') throw new Error('no mail');
  return { message: got.record.rfc822, ms: (user + system) / 1_000, urls: seen.reading.event.urls };
}

const nested = (content: Buffer, times: number): Buffer =>
  times === 0 ? content : nested(zip(Array.from({ length: 8 }, (_, n) => ({ name: `${n}.zip`, content }))), times - 1);

const unreadOf = (message: RawMessage): string =>
  [...message.defects, ...message.attachments.flatMap(({ found }) => found?.unread ?? [])].join('; ');

describe('a message', () => {
  it.each<[string, () => Buffer, RegExp]>([
    ['with an archive of archives of archives', () => withFile(nested(Buffer.alloc(1_000), 6)), /nested too deeply/],
    [
      'with an archive that unpacks to gigabytes',
      () => withFile(zip(Array.from({ length: 12 }, (_, n) => ({ name: `${n}`, content: ZEROS })))),
      /unpacks to too much/,
    ],
    ['with a stream that unpacks to tens of megabytes', () => withFile(gzipSync(Buffer.alloc(50 * MiB))), /unpacks to too much/],
    [
      'with an archive of tens of thousands of files',
      () => withFile(zip(Array.from({ length: 20_000 }, (_, n) => ({ name: `${n}.txt`, content: '', isStored: true })))),
      /more than 5000 files/,
    ],
    ['with an archive whose files are one', () => withFile(overlapping()), /share their bytes/],
    [
      'with a document that unpacks to too much',
      () => withFile(document({ 'word/document.xml': '<w:t>a</w:t>'.repeat(2_000_000) })),
      /unpacks to too much/,
    ],
    [
      'with a PDF of streams that unpack to too much',
      () => withFile(pdf(Array.from({ length: 60 }, () => ({ dictionary: '', stream: Buffer.alloc(2 * MiB, '(a) Tj ') })))),
      /unpacks to too much/,
    ],
    [
      'with a PDF of a hundred thousand streams',
      () => withFile(Buffer.from(`%PDF-1.4 ${'<< /Filter /FlateDecode >> stream\nxx endstream '.repeat(100_000)}`)),
      /more than 400 streams/,
    ],
    ['with a picture that says it has billions of pixels', () => withFile(hugePicture(100_000, 100_000)), /picture too large/],
    ['with a picture that is drawn ten thousand times over', () => withFile(drawnOver(10_000)), /in a form that is not known/],
    [
      'with a page of a hundred thousand links',
      () =>
        withFile(
          Buffer.from(`<html>${Array.from({ length: 100_000 }, (_, n) => `<a href="https://a${n}.test/">a</a>`).join('')}`),
        ),
      /more than 100 addresses/,
    ],
    [
      'with a page whose tags never close',
      () => withFile(Buffer.from(`<html>${'<div title="a" '.repeat(500_000)}`)),
      /longer than 4 MiB/,
    ],
    ['with pages in pages in pages', () => withFile(Buffer.from(`<html>${pageIn(6)}`)), /a page in a page/],
    ['with files of tens of megabytes', () => withFile(Buffer.alloc(30 * MiB, 'some text ')), /longer than 1 MiB/],
  ])(
    '%s',
    async (_, make, says) => {
      const { message, ms } = await read(make());
      expect(unreadOf(message)).toMatch(says);
      expect(JSON.stringify(message).length).toBeLessThan(512 * 1024);
      expect(ms).toBeLessThan(2_000);
    },
    60_000,
  );

  it.each<[string, () => Buffer]>([
    ['of NUL bytes', () => withText('\0'.repeat(2 * MiB))],
    [
      'with NUL bytes in its names and its file',
      () => withFile(Buffer.from('<html>\0<a href="https://a.test/\0">\0</html>'), 'a\0.html'),
    ],
    ['whose HTML never closes', () => html(`<html><body>${'<div><table><tr><td><p '.repeat(100_000)}`)],
    ['of comments that never close', () => html('<!--'.repeat(200_000))],
    [
      'of a hundred thousand links',
      () => html(Array.from({ length: 100_000 }, (_, n) => `<a href="https://a${n}.test/">a</a>`).join('\r\n')),
    ],
    ['of one address without end', () => withText(`https://a.test/${'a'.repeat(4 * MiB)}`)],
    ['of addresses that nearly are', () => withText('https:/ http:// https://'.repeat(100_000))],
    ['with a broken boundary', () => withText('--b\r\n--b\r\n\r\n--b--c', 'Content-Type: multipart/mixed; boundary="b\r\n')],
    ['in a character set that is none', () => withText('\xff\xfe\xe9', 'Content-Type: text/plain; charset=x-\x01\r\n')],
    [
      'with a file in broken base64',
      () => Buffer.from(withFile(program()).toString('latin1').replace(/A{20}/g, '=*='), 'latin1'),
    ],
    [
      'with hundreds of pictures',
      () =>
        Buffer.concat([
          Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n`),
          ...Array<Buffer>(300).fill(part(PICTURE)),
        ]),
    ],
    [
      'with a tape of empty files',
      () => withFile(tar(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`${n}`, ''])))),
    ],
  ])(
    '%s',
    async (_, make) => {
      const { message, ms, urls } = await read(make());
      expect(message.subject).toBe('Budget');
      expect(urls.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(message).length).toBeLessThan(2 * MiB);
      expect(ms).toBeLessThan(2_000);
    },
    60_000,
  );

  it('keeps little in memory of what it unpacks', async () => {
    const bytes = withFile(zip(Array.from({ length: 12 }, (_, n) => ({ name: `${n}.txt`, content: ZEROS }))));
    const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external;
    const before = used();
    await read(bytes);
    expect(used() - before).toBeLessThan(200 * MiB);
  }, 60_000);

  it('holds in its record no byte that no text may hold', async () => {
    const { message } = await read(
      withFile(
        zip([
          { name: 'a\0b\ud800.txt', content: 'a\0b' },
          { name: 'c.html', content: '<html><a href="https://a.test/\0x">' },
        ]),
      ),
    );
    expect(JSON.stringify(message.attachments)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
  });
});

/** Mail of 256 KiB that is all one thing. */
const much = (text: string): string => text.repeat(Math.ceil((256 * 1024) / text.length));
const many = (count: number, each: (at: number) => string): string => Array.from({ length: count }, (_, at) => each(at)).join('');

describe('a message that is scored', () => {
  const models = readMailModels(mailFolders(root), metrics);
  const home = { homeDomains: new Set(['contoso.test']), authservIds: new Set<string>() };

  it.each<[string, () => Buffer]>([
    ['of one word', () => withText(much('a'))],
    ['of one telling word', () => withText(much('verify '))],
    ['of what is nearly an address', () => withText(much('a@b '))],
    ['of digits', () => withText(much('7'))],
    ['of digits apart', () => withText(much('1 '))],
    ['of telephone numbers that never end', () => withText(much('+1 (555) 123-'))],
    ['of account numbers that are none', () => withText(much('DE12 3456 '))],
    ['of wallets broken up', () => withText(much('bitcoin 1 A * 2 '))],
    ['of time limits', () => withText(much('within three hours, by tomorrow '))],
    ['of names', () => withText(much('Dr Ana Berg Ltd, '))],
    ['of dots', () => withText(much('a.'))],
    ['of letters apart', () => withText(much('b i t c o i n '))],
    ['of digits for letters', () => withText(much('p4ssw0rd 1nv01ce '))],
    ['of marks of quoted mail', () => withText(much('> On 1 wrote:\n'))],
    ['of quotes in quotes', () => html(much('<blockquote>'))],
    ['of cells in cells', () => html(much('<table><tr><td bgcolor=black>'))],
    ['of links', () => html(many(4_000, (at) => `<a href="https://a${at}.test/x?y=${at}">https://b${at}.test</a>`))],
    [
      'of ten thousand rules of style',
      () =>
        html(
          `<style>${many(10_000, (at) => `.a${at % 50} .b${at} p{color:red}`)}</style>${many(3_000, (at) => `<p class="a${at}">`)}`,
        ),
    ],
    ['of style sheets that never close', () => html(much('<style '))],
    [
      'of rules for what stands deep within',
      () => html(`<style>${'div div div p{color:red}'.repeat(3_000)}</style>${'<div>'.repeat(500)}${'<p>a'.repeat(5_000)}`),
    ],
    [
      'with the word of a hundred servers',
      () =>
        withText(
          'a',
          many(90, () => `Authentication-Results: a.test; ${'dkim=pass header.d=a.test; '.repeat(100)}\r\n`),
        ),
    ],
    ['with thousands of recipients', () => withText('a', `Cc: ${many(5_000, (at) => `"N ${at}" <n${at}@d${at}.test>, `)}\r\n`)],
  ])(
    '%s',
    async (_, make) => {
      const before = process.cpuUsage();
      const got = await messageRecord(make());
      if ('why' in got) throw new Error(got.why);
      const { score, values } = verdictOf(readingOf(messageOf(got.record.rfc822, home), strangers), models);
      const { user, system } = process.cpuUsage(before);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      expect(Object.keys(values).length).toBeGreaterThan(100);
      expect((user + system) / 1_000).toBeLessThan(2_000);
    },
    60_000,
  );
});

/** A JPEG of two million pixels, each of its scans four bytes that say nothing changes. */
function drawnOver(times: number): Buffer {
  const segment = (mark: number, content: readonly number[]): Buffer =>
    Buffer.from([0xff, mark, (content.length + 2) >> 8, (content.length + 2) & 255, ...content]);
  const codes = (kind: number, symbol: number): Buffer => segment(0xc4, [kind << 4, 1, ...Array<number>(15).fill(0), symbol]);
  const frame = segment(0xc2, [8, 0x05, 0x78, 0x05, 0x78, 1, 1, 0x11, 0]);
  const tables = [segment(0xdb, [0, ...Array<number>(64).fill(1)]), frame, codes(0, 0), codes(1, 0xe0)];
  const first = Buffer.concat([segment(0xda, [1, 1, 0, 0, 0, 0]), Buffer.alloc(Math.ceil((175 * 175) / 8))]);
  const more = Buffer.concat([segment(0xda, [1, 1, 0, 1, 63, 0]), Buffer.from([0x6f, 0x43])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...tables,
    first,
    ...Array<Buffer>(times).fill(more),
    Buffer.from([0xff, 0xd9]),
  ]);
}

const part = (picture: Buffer): Buffer =>
  Buffer.from(`--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture.toString('base64')}\r\n`);

const pageIn = (times: number): string =>
  times === 0
    ? '<b>a</b>'
    : `<iframe src="data:text/html;base64,${Buffer.from(pageIn(times - 1)).toString('base64')}"></iframe>`.repeat(3);

/** A directory that names one stretch of bytes a thousand times. */
function overlapping(): Buffer {
  const whole = zip([{ name: 'a.txt', content: Buffer.alloc(100_000) }]);
  const start = whole.indexOf('PK\x01\x02');
  const [entry, end] = [whole.subarray(start, whole.length - 22), Buffer.from(whole.subarray(-22))];
  end.writeUInt16LE(1_000, 8);
  end.writeUInt16LE(1_000, 10);
  end.writeUInt32LE(entry.length * 1_000, 12);
  return Buffer.concat([whole.subarray(0, start), ...Array.from({ length: 1_000 }, () => entry), end]);
}
