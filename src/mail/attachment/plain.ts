// What is plain text and has addresses in it: invitations, visiting cards, shortcuts, tables, and text itself.

import { linksIn } from '../../ingest/email/links.ts';
import { decoded } from './decoded.ts';
import { leadsTo, reads } from './look.ts';
import type { Reader } from './look.ts';
import { put } from './member.ts';

const LONGEST = 1024 * 1024;

export const readText: Reader = (bytes, look) => {
  const text = decoded(bytes, LONGEST) ?? '';
  if (bytes.length > LONGEST) look.found.unread.add('text longer than 1 MiB: its beginning was read');
  reads(look, text);
  for (const url of linksIn(text)) leadsTo(look, url);
  // A cell of a table that starts a program: =cmd|' /C calc'!A0
  if (/(?:^|[,;\t"])[=+@-]\s{0,5}[a-z]{2,20}\|\s{0,5}'/im.test(text)) look.found.fetches = true;
};

/** Long lines are folded, and commas and line ends escaped. */
export const readCard: Reader = (bytes, look) => {
  const text = (decoded(bytes, LONGEST) ?? '')
    .replace(/\r?\n[ \t]/g, '')
    .replace(/\\([nN,;\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
  const lines = text.split('\n').filter((line) => !/^(?:PHOTO|LOGO|KEY|SOUND|ATTACH;[^:]{0,100}BASE64)/i.test(line));
  reads(
    look,
    lines.filter((line) => /^(?:SUMMARY|DESCRIPTION|LOCATION|NOTE|FN|ORG|TITLE)|^[^:;]{0,200}$/i.test(line)).join('\n'),
  );
  for (const url of linksIn(lines.join('\n'))) leadsTo(look, url);
};

/** What a shortcut opens stands in it as plain letters of one byte or two. */
export const readShortcut: Reader = (bytes, look) => {
  const part = bytes.subarray(0, 64 * 1024);
  for (const text of [part.toString('latin1'), part.toString('utf16le'), part.subarray(1).toString('utf16le')]) {
    for (const url of linksIn(text.replace(/[^\x20-\x7e]+/g, '\n'))) leadsTo(look, url);
    for (const [path] of text.matchAll(/(?:file:|\\)\\{1,2}[a-z0-9][\w.@-]{2,100}\\[^\s"'\0]{1,300}/gi)) leadsTo(look, path);
  }
};

/** Its parts are opened where the message itself is read; of one among other files what stands in plain text is told. */
export const readMail: Reader = (bytes, look) => {
  const text = decoded(bytes, LONGEST) ?? '';
  for (const url of linksIn(text.replace(/=\r?\n/g, '').replace(/=3D/gi, '='))) leadsTo(look, url);
};

const FILE = Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex');
const MOST_FILES = 50;

/** A notebook's files follow their mark: length, twelve bytes of nothing, and the bytes. */
export const readNotebook: Reader = (bytes, look) => {
  let at = bytes.indexOf(FILE);
  for (let n = 0; n < MOST_FILES && at >= 0 && at + 36 <= bytes.length; n++) {
    const size = Number(bytes.readBigUInt64LE(at + 16));
    const content = bytes.subarray(at + 36, at + 36 + size);
    const entry = put(look, { name: '', size: content.length, isEncrypted: false }, content);
    if (entry === undefined) return;
    if (['exe', 'script', 'shortcut', 'html', 'java'].includes(entry.type ?? '')) look.found.hasMacros = true;
    at = bytes.indexOf(FILE, at + 36 + content.length);
  }
};
