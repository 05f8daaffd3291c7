// Documents that are archives of XML: of Office and of OpenDocument. Their parts are no files to a person, and are not
// listed; what was put into them is.

import { linksIn } from '../../ingest/email/links.ts';
import { mostOf } from './archive.ts';
import { leadsTo, reads } from './look.ts';
import type { Look, Reader } from './look.ts';
import { put } from './member.ts';
import { unpacked, zipDirectory } from './zip.ts';
import type { ZipEntry } from './zip.ts';
import { isSchema } from './schema.ts';

const TEXT =
  /^(?:word\/(?:document|header\d{0,3}|footer\d{0,3}|footnotes|comments)|xl\/sharedStrings|ppt\/slides\/slide\d{1,4})\.xml$|^content\.xml$/;
const PICTURE = /^(?:word|xl|ppt)\/media\/|^Pictures\//;
const OBJECT = /\/embeddings\/|^Object |\/activeX\/.*\.bin$/;
const PROGRAM = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|\/activeX\/|^Basic\/|^Scripts\//i;

export const readOffice: Reader = (bytes, look) => {
  const { found } = look;
  const { entries } = zipDirectory(bytes);
  if (entries.some(({ isEncrypted }) => isEncrypted)) found.isEncrypted = true;

  for (const entry of entries) {
    const { name, size } = entry;
    if (PROGRAM.test(name)) found.hasMacros = true;
    if (name.endsWith('.rels')) readRelations(textOf(bytes, entry, look), look);
    else if (TEXT.test(name)) readPart(textOf(bytes, entry, look), look);
    else if (/^xl\/(?:externalLinks\/externalLink\d{1,4}|connections)\.xml$/.test(name))
      readConnections(textOf(bytes, entry, look), look);
    else if (name === 'META-INF/manifest.xml' && textOf(bytes, entry, look).includes('encryption-data')) found.isEncrypted = true;
    else if (OBJECT.test(name) || PICTURE.test(name)) {
      const content = contentOf(bytes, entry, look);
      if (content === undefined) continue;
      // Pictures are looked at, and are no entries.
      if (PICTURE.test(name)) look.within(content, name);
      else if (put(look, { name, size, isEncrypted: false }, content) === undefined) return;
    }
  }
};

function contentOf(bytes: Buffer, entry: ZipEntry, look: Look): Buffer | undefined {
  const content = unpacked(bytes, entry, mostOf(look, entry.packed));
  look.allowance.unpacked -= content?.length ?? 0;
  if (content === undefined && !entry.isEncrypted)
    look.found.unread.add('a part of a document that is broken or unpacks to too much');
  return content;
}

const LONGEST_PART = 2 * 1024 * 1024;

const textOf = (bytes: Buffer, entry: ZipEntry, look: Look): string =>
  contentOf(bytes, entry, look)?.toString('utf8', 0, LONGEST_PART) ?? '';

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}["']([^"']{0,4000})`, 'i').exec(tag)?.[1] ?? '');

const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** What a document refers to outside itself: links that are clicked, and what is fetched without asking. */
function readRelations(text: string, look: Look): void {
  for (const tag of text.split('<Relationship ').slice(1, 5_000)) {
    const relation = ` ${tag.slice(0, 8_000)}`;
    if (attribute(relation, 'TargetMode').toLowerCase() !== 'external') continue;
    const [target, type] = [attribute(relation, 'Target'), attribute(relation, 'Type')];
    if (!/^(?:https?|ftp|file|mhtml|ms-[a-z]{1,20}|search-ms|mailto|tel):|^\\\\/i.test(target)) continue;
    leadsTo(look, target);
    if (
      /\/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath)$/i.test(type) &&
      /^(?:https?|ftp|mhtml|ms-|\\\\)/i.test(target)
    )
      look.found.fetches = true;
  }
}

function readPart(text: string, look: Look): void {
  // A field's words may stand in several runs.
  const fields = [
    ...text.matchAll(/<w:instrText[^<>]{0,200}>([^<]{0,2000})|<w:fldSimple\s[^<>]{0,50}?w:instr="([^"]{0,2000})/g),
  ].slice(0, 5_000);
  const instructions = unescaped(fields.map(([, run, whole]) => run ?? whole).join(''));
  if (/\bDDE(?:AUTO)?\s/i.test(instructions)) look.found.fetches = true;
  for (const url of linksIn(instructions)) leadsTo(look, url);
  for (const [, href = ''] of text.matchAll(/\sxlink:href="((?:https?|ftp|mailto|tel):[^"]{1,4000})"/g))
    leadsTo(look, unescaped(href));

  const words = unescaped(
    text
      .replace(/<\/(?:w:p|a:p|si|text:p|text:h)>/g, '\n')
      .replace(/<w:instrText[^<>]{0,200}>[^<]{0,2000}/g, '')
      .replace(/<[^<>]{0,4000}>/g, ''),
  );
  reads(look, words);
  for (const url of linksIn(words)) if (!isSchema(url)) leadsTo(look, url);
}

function readConnections(text: string, look: Look): void {
  if (/<ddeLink\s/i.test(text)) look.found.fetches = true;
  for (const url of linksIn(text)) {
    if (isSchema(url)) continue;
    leadsTo(look, url);
    look.found.fetches = true;
  }
}
