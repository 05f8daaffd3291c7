// Compound files: the old formats of Office, messages saved by Outlook, documents with a password, and the parts of
// documents that hold programs.

import { linksIn } from '../../ingest/email/links.ts';
import { compoundOf } from './compound.ts';
import type { Compound, Stream } from './compound.ts';
import { leadsTo, reads, spend } from './look.ts';
import type { Look, Reader } from './look.ts';
import { put } from './member.ts';
import { isSchema } from './schema.ts';

const LARGEST = 16 * 1024 * 1024;
const LONGEST = 2 * 1024 * 1024;

export const readOle: Reader = (bytes, look) => {
  const { found } = look;
  if (bytes.length > LARGEST) {
    found.unread.add('a document larger than 16 MiB: not looked into');
    return;
  }
  const file = compoundOf(bytes);
  const has = (expression: RegExp): boolean => file.streams.some(({ path }) => expression.test(path));

  if (has(/(?:^|\/)(?:_VBA_PROJECT(?:_CUR)?|VBA|Macros)(?:\/|$)/i)) found.hasMacros = true;
  if (has(/^(?:EncryptedPackage|EncryptedSummary)$/i)) found.isEncrypted = true;
  readWorkbook(contentOf(file, look, /^(?:Workbook|Book)$/i), look);
  readWord(contentOf(file, look, /^WordDocument$/i), look);
  readObjects(file, look);
  if (has(/^__properties_version1\.0$/)) readMessage(file, look);
};

const contentOf = (file: Compound, look: Look, path: RegExp): Buffer | undefined => {
  const stream = file.streams.find((it) => !it.isStorage && path.test(it.path));
  return stream && bytesOf(file, look, stream, LONGEST);
};

/** Undefined once too much was looked at. */
function bytesOf(file: Compound, look: Look, stream: Stream, most = look.allowance.unpacked): Buffer | undefined {
  const content = file.content(stream, Math.min(most, look.allowance.unpacked));
  return spend(look, 'unpacked', content.length) ? content : undefined;
}

const SHEET = 0x85;
const PASSWORD = 0x2f;

/** Records of two bytes of kind, two of length, and as many as that. */
function readWorkbook(stream: Buffer | undefined, look: Look): void {
  if (stream === undefined) return;
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const kind = stream.readUInt16LE(at);
    if (kind === PASSWORD) look.found.isEncrypted = true;
    // A sheet of the macros there were before VBA.
    if (kind === SHEET && at + 10 <= stream.length && stream[at + 9] === 1) look.found.hasMacros = true;
  }
  if (!look.found.isEncrypted) readStrings(stream, look);
}

function readWord(stream: Buffer | undefined, look: Look): void {
  if (stream === undefined || stream.length < 32) return;
  if ((stream.readUInt16LE(10) & 0x100) !== 0) look.found.isEncrypted = true;
  else readStrings(stream, look);
}

const DDE = /\bDDE(?:AUTO)?\s{1,10}["\\]?[a-z]/i;

/** Addresses, and fields that start programs, in letters of one byte and of two. */
function readStrings(stream: Buffer, look: Look): void {
  const part = stream.subarray(0, 2 * 1024 * 1024);
  for (const text of [part.toString('latin1'), part.toString('utf16le'), part.subarray(1).toString('utf16le')]) {
    for (const url of linksIn(text.replace(/[^\x20-\x7e]+/g, '\n'))) if (!isSchema(url)) leadsTo(look, url);
    if (DDE.test(text)) look.found.fetches = true;
  }
}

/** What was put into a document as a file: a label, two paths, and the bytes. */
function readObjects(file: Compound, look: Look): void {
  for (const stream of file.streams) {
    if (!stream.path.endsWith('\u0001Ole10Native')) continue;
    const content = bytesOf(file, look, stream);
    if (content === undefined) return;
    const [label, afterLabel] = textAt(content, 6);
    const [, afterPath] = textAt(content, afterLabel);
    const [, afterCopy] = textAt(content, afterPath + 8);
    if (afterCopy + 4 > content.length) continue;
    const bytes = content.subarray(afterCopy + 4, afterCopy + 4 + content.readUInt32LE(afterCopy));
    const entry = put(look, { name: label, size: bytes.length, isEncrypted: false }, bytes);
    if (entry === undefined) return;
    if (RUNS.has(entry.type ?? '')) look.found.hasMacros = true;
  }
}

const RUNS: ReadonlySet<string> = new Set(['exe', 'script', 'shortcut', 'java', 'html']);

function textAt(bytes: Buffer, at: number): readonly [text: string, next: number] {
  const end = bytes.indexOf(0, at);
  return end < 0 ? ['', bytes.length] : [bytes.toString('latin1', at, Math.min(end, at + 300)), end + 1];
}

// A property is a stream whose name ends in its number and its type: 001F is text of two bytes a letter.
const BODY = /^__substg1\.0_1000001F$/i;
const HTML = /^__substg1\.0_10130102$/i;
const DATA = /^(.{0,200}__attach_version1\.0_#[0-9A-F]{8}\/)__substg1\.0_37010102$/i;
const LONG_NAME = '__substg1.0_3707001F';

/** Text and attachments of a message saved by Outlook. */
function readMessage(file: Compound, look: Look): void {
  const text = contentOf(file, look, BODY)?.toString('utf16le') ?? '';
  reads(look, text);
  for (const url of linksIn(text)) leadsTo(look, url);
  for (const url of linksIn(contentOf(file, look, HTML)?.toString('latin1'))) if (!isSchema(url)) leadsTo(look, url);

  for (const stream of file.streams) {
    const folder = DATA.exec(stream.path)?.[1];
    const content = folder === undefined ? undefined : bytesOf(file, look, stream);
    if (content === undefined) continue;
    const named = file.streams.find(({ path }) => path === `${folder ?? ''}${LONG_NAME}`);
    const name = named === undefined ? '' : file.content(named, 2_000).toString('utf16le');
    if (put(look, { name, size: content.length, isEncrypted: false }, content) === undefined) return;
  }
}
