// PDF: where it leads, what it runs, what it carries and, where its letters are plain ones, what it says.
//
// Found by their marks in the file and in its deflated streams, without the tree of its objects: broken files are read as
// far as they go. Letters that only their font can tell are no text here.

import { linksIn } from '../../ingest/email/links.ts';
import { mostOf } from './archive.ts';
import { inflated } from './inflated.ts';
import { leadsTo, reads } from './look.ts';
import type { Look, Reader } from './look.ts';
import { put } from './member.ts';
import { readSamples } from './samples.ts';
import { isSchema } from './schema.ts';

const LONGEST = 16 * 1024 * 1024;
const MOST_STREAMS = 400;
const LARGEST_STREAM = 2 * 1024 * 1024;
const LONGEST_DICTIONARY = 4_096;

export const readPdf: Reader = (bytes, look) => {
  const { found } = look;
  if (bytes.length > LONGEST) found.unread.add('a PDF larger than 16 MiB: its beginning was read');
  const file = bytes.subarray(0, LONGEST).toString('latin1');
  if (/\/Encrypt\s{0,5}(?:\d{1,10}\s{1,5}\d{1,5}\s{1,5}R|<<)/.test(file)) {
    found.isEncrypted = true;
    found.unread.add('a PDF that is encrypted: its addresses and its text were not read');
  }
  let [at, outside] = [0, ''];
  const words: string[] = [];
  for (let streams = 0; at < file.length; streams++) {
    const start = file.indexOf('stream', at);
    if (start < 0 || streams === MOST_STREAMS) {
      if (start >= 0) found.unread.add(`a PDF of more than ${MOST_STREAMS} streams: the first ones were read`);
      break;
    }
    outside += file.slice(Math.max(at, start - LARGEST_STREAM), start);
    const stop = file.indexOf('endstream', start);
    const end = stop < 0 ? file.length : stop;
    const from = start + (file.startsWith('\r\n', start + 6) ? 8 : 7);
    readStream(bytes.subarray(from, end), dictionaryBefore(file, start), look, words);
    at = end + 'endstream'.length;
  }
  readMarks(outside + file.slice(at), look);
  reads(look, words.join('\n'));
  for (const url of linksIn(words.join('\n'))) leadsTo(look, url);
};

/** `<< … >>`, as much of it as stands before its stream. */
function dictionaryBefore(file: string, start: number): string {
  const before = file.slice(Math.max(0, start - LONGEST_DICTIONARY), start);
  return before.slice(Math.max(before.lastIndexOf('endobj'), before.lastIndexOf(' obj'), 0));
}

function readStream(bytes: Buffer, dictionary: string, look: Look, words: string[]): void {
  const isImage = /\/Subtype\s{0,5}\/Image\b/.test(dictionary);
  if (/\/DCTDecode\b/.test(dictionary)) {
    if (isImage && !/\/FlateDecode\b/.test(dictionary)) look.within(bytes, '');
    return;
  }
  const isDeflated = /\/(?:FlateDecode|Fl)\b/.test(dictionary);
  const content = isDeflated
    ? inflated(bytes, Math.min(mostOf(look, bytes.length), isImage ? 4 * LARGEST_STREAM : LARGEST_STREAM))
    : bytes;
  if (content === undefined) {
    if (isDeflated && !look.found.isEncrypted) look.found.unread.add('a part of a PDF that is broken or unpacks to too much');
    return;
  }
  if (isDeflated) look.allowance.unpacked -= content.length;

  if (isImage) readSamples(content, dictionary, look);
  else if (/\/Type\s{0,5}\/EmbeddedFile\b/.test(dictionary))
    put(look, { name: '', size: content.length, isEncrypted: false }, content);
  else if (!/\/(?:Length[123]|FontFile|Type\s{0,5}\/XRef|Type\s{0,5}\/Metadata|FunctionType|ICCBased)\b/.test(dictionary)) {
    const text = content.toString('latin1', 0, LARGEST_STREAM);
    readMarks(text, look);
    if (/\bT[jJ]/.test(text) && !text.includes('begincmap')) readWords(text, look, words);
  }
}

/** Documents of a thousand pages have fewer. */
const MOST_MARKS = 10_000;

function readMarks(text: string, look: Look): void {
  const { found } = look;
  if (/\/(?:JavaScript|JS)\b/.test(text)) found.hasScript = true;
  if (/\/Launch\b/.test(text)) found.hasMacros = true;
  if (/\/(?:SubmitForm|ImportData|GoToR)\b/.test(text)) found.fetches = true;
  found.forms += [...text.matchAll(/\/FT\s{0,5}\/Tx\b/g)].length;
  let marks = 0;
  for (const [, written = ''] of text.matchAll(/\/(?:URI|F)\s{0,10}\(((?:[^()\\]|\\.){1,4000})/gs)) {
    if (marks++ === MOST_MARKS) break;
    const url = plain(written);
    if (/^(?:https?|ftp|file|mailto|tel|ms-[a-z-]{1,30}|search-ms):|^\\\\|^www\./i.test(url)) leadsTo(look, url);
  }
  for (const [, hex = ''] of text.matchAll(/\/URI\s{0,10}<([0-9A-Fa-f\s]{2,8000})>/g)) {
    const url = wide(Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1'));
    if (/^(?:https?|ftp|mailto|tel):/i.test(url)) leadsTo(look, url);
  }
  if (found.hasScript) for (const url of linksIn(text)) if (!isSchema(url)) leadsTo(look, url.replace(/\\$/, ''));
}

/** What a string in parentheses stands for. */
const plain = (written: string): string =>
  wide(
    written.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string | undefined, sign = '') =>
      octal !== undefined
        ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
        : (ESCAPES[sign as string] ?? (/[\r\n]/.test(sign as string) ? '' : (sign as string))),
    ),
  );

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

/** Text of two bytes a letter begins with a mark. */
const wide = (text: string): string =>
  text.startsWith('\xfe\xff') ? new TextDecoder('utf-16be').decode(Buffer.from(text.slice(2), 'latin1')) : text;

/** As many as a line or two: what is shorter says no more than its link. */
const MANY_LETTERS = 150;

function readWords(content: string, look: Look, words: string[]): void {
  const text = wordsOf(content);
  if (text !== '') words.push(text);
  else if (lettersIn(content) >= MANY_LETTERS)
    look.found.unread.add('a PDF whose letters only its fonts can tell: its text was not read');
}

const MOST_STRINGS = 20_000;

/** Numbers of two bytes that are shown as letters. */
function lettersIn(content: string): number {
  let [letters, count] = [0, 0];
  for (const [, hex, string] of content.matchAll(/<([0-9A-Fa-f\s]{4,4000})>|\(((?:[^()\\]|\\.){0,2000})\)/gs)) {
    if (count++ === MOST_STRINGS) break;
    letters += hex === undefined ? (string?.length ?? 0) / 2 : hex.length / 4;
  }
  return letters;
}

/** Strings that are shown, a line each time the pen moves far. */
function wordsOf(content: string): string {
  let [text, count] = ['', 0];
  for (const [piece, string, gap, moves] of content.matchAll(
    /\(((?:[^()\\]|\\.){0,2000})\)|(-?\d{3,5}(?:\.\d{1,6})?)(?=[\s(])|\b(T[dDm*]|BT|ET)\b/gs,
  )) {
    if (count++ === MOST_STRINGS) break;
    if (string !== undefined) text += plain(string);
    else if (moves !== undefined) text += moves === 'BT' ? '' : '\n';
    else if (gap !== undefined && piece.startsWith('-') && !text.endsWith(' ')) text += ' ';
  }
  return isWords(text) ? text : '';
}

/** Numbers of glyphs read as letters are no words. */
function isWords(text: string): boolean {
  const shown = text.match(/\S/g)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}.,:;!?'"()@/$€£%&+–—-]/gu)?.length ?? 0;
  return shown > 0 && letters / shown > 0.9 && !/[\x00-\x08]/.test(text);
}
