// Rich text: the objects in it, and where it leads.

import { linksIn } from '../../ingest/email/links.ts';
import { typeOf } from './file-type.ts';
import { leadsTo, reads } from './look.ts';
import type { Look, Reader } from './look.ts';
import { put } from './member.ts';

const LONGEST = 4 * 1024 * 1024;
const LONGEST_TEXT = 512 * 1024;
const MOST_OBJECTS = 20;

export const readRtf: Reader = (bytes, look) => {
  const { found } = look;
  const text = bytes.toString('latin1', 0, LONGEST);
  if (bytes.length > LONGEST) found.unread.add('rich text longer than 4 MiB: its beginning was read');
  if (/\\objupdate\b|\\objclass\s{1,3}(?:Package|Equation|htmlfile|OLE2Link|Shell\.Explorer)/i.test(text)) found.hasMacros = true;
  for (const [, template = ''] of text.matchAll(/\\\*\\template\s{1,10}((?:https?|ftp|file|\\\\)[^{}\s]{1,2000})/gi)) {
    leadsTo(look, template);
    found.fetches = true;
  }
  if (/\bDDE(?:AUTO)?\s{1,10}["\\]?[a-z]/i.test(text)) found.fetches = true;
  for (const [, url = ''] of text.matchAll(/HYPERLINK\s{1,10}"([^"{}]{1,2000})"/gi)) leadsTo(look, url);
  readObjects(text, look);

  const words = wordsOf(text.slice(0, LONGEST_TEXT));
  reads(look, words);
  for (const url of linksIn(words)) leadsTo(look, url);
};

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Of version, format, and three names with their lengths, before the bytes themselves. */
const LONGEST_HEADER = 1_024;

/** Embedded objects, written as hexadecimal digits among which anything may stand. */
function readObjects(text: string, look: Look): void {
  let at = 0;
  for (let n = 0; n < MOST_OBJECTS; n++) {
    const start = text.indexOf('\\objdata', at);
    if (start < 0) return;
    const close = text.indexOf('}', start);
    at = close < 0 ? text.length : close;
    const digits = text.slice(start + '\\objdata'.length, at).replace(/\\[a-z]{1,32}-?\d{0,10}|[^0-9a-f]/gi, '');
    const bytes = Buffer.from(digits, 'hex');
    const compound = bytes.subarray(0, LONGEST_HEADER).indexOf(COMPOUND);
    const content = compound >= 0 ? bytes.subarray(compound) : bytes;
    if (content.length === 0) continue;
    const entry = put(look, { name: '', size: content.length, isEncrypted: false }, content);
    if (entry === undefined) return;
    if (compound < 0 && ['exe', 'script', 'shortcut'].includes(typeOf(content, { name: '', declaredType: '' })))
      look.found.hasMacros = true;
  }
}

/** Tables of fonts and colours, pictures, objects, and what a reader may skip. */
const UNSEEN = /\\(?:\*|(?:fonttbl|colortbl|stylesheet|pict|info|objdata|themedata|datastore)\b)/y;
const PIECE =
  /\\'([0-9a-f]{2})|\\(par|line|tab|cell|row)\b ?|\\[a-z]{1,32}-?\d{0,10} ?|\\([{}\\])|\\.|[\r\n]|([^\\{}\r\n]{1,4000})/isy;

/** The letters of groups that are shown. */
function wordsOf(text: string): string {
  const words: string[] = [];
  let [depth, unseen, at] = [0, Infinity, 0];
  while (at < text.length) {
    const sign = text[at];
    if (sign === '{' || sign === '}') {
      depth += sign === '{' ? 1 : -1;
      at += 1;
      UNSEEN.lastIndex = at;
      if (sign === '{' && UNSEEN.test(text)) unseen = Math.min(unseen, depth);
      if (depth < unseen) unseen = Infinity;
      continue;
    }
    PIECE.lastIndex = at;
    const [piece = sign ?? '', hex, stop, escaped, plain] = PIECE.exec(text) ?? [];
    at += Math.max(piece.length, 1);
    if (depth >= unseen) continue;
    if (hex !== undefined) words.push(String.fromCharCode(Number.parseInt(hex, 16)));
    else words.push(stop !== undefined ? '\n' : (escaped ?? plain ?? ''));
  }
  return words.join('');
}
