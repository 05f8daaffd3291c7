// Pages and pictures made of tags, as a browser would take them from the disk: what they run, ask for, hand over and lead to.
//
// A scan from tag to tag, with no tree: what is never closed ends where the page does. What scripts write anew at run time
// is seen where it stands in them as base64 or escaped text, to a few layers.

import { linksIn } from '../../ingest/email/links.ts';
import { decoded } from './decoded.ts';
import { typeOf } from './file-type.ts';
import { leadsTo, list, reads } from './look.ts';
import type { Look, Reader } from './look.ts';
import { isSchema } from './schema.ts';
import { literalsIn } from './literals.ts';

const LONGEST = 4 * 1024 * 1024;
const LONGEST_SCRIPT = 2 * 1024 * 1024;
const DEEPEST_LAYER = 3;
const MOST_TAGS = 50_000;

export const readMarkup: Reader = (bytes, look) => {
  if (bytes.length > LONGEST) look.found.unread.add('a page longer than 4 MiB: its beginning was read');
  readPage(decoded(bytes, LONGEST) ?? '', look, 0);
};

export const readScript: Reader = (bytes, look) => {
  const text = decoded(bytes, LONGEST_SCRIPT) ?? '';
  for (const url of linksIn(text)) leadsTo(look, url);
};

export const readXml: Reader = (bytes, look) => {
  const text = decoded(bytes, LONGEST) ?? '';
  for (const url of linksIn(text)) if (!isSchema(url)) leadsTo(look, url);
};

/** Attributes by name in small letters; the first of a name counts. */
type Attributes = ReadonlyMap<string, string>;

function readPage(page: string, look: Look, layer: number): void {
  const texts: string[] = [];
  const code: string[] = [];
  let at = 0;
  for (let tags = 0; at < page.length; tags++) {
    const start = page.indexOf('<', at);
    if (start < 0 || tags === MOST_TAGS) break;
    if (start > at) texts.push(page.slice(at, start));
    if (page.startsWith('<!--', start)) {
      at = after(page, '-->', start + 4);
      continue;
    }
    const name = /[a-z][a-z0-9:-]{0,40}/iy;
    const isEnd = page[start + 1] === '/';
    name.lastIndex = start + (isEnd ? 2 : 1);
    const tag = name.exec(page)?.[0].toLowerCase();
    if (tag === undefined) {
      at = start + 1;
      continue;
    }
    const { attributes, end } = attributesFrom(page, name.lastIndex);
    at = end;
    if (BLOCKS.has(tag)) texts.push('\n');
    if (isEnd) continue;

    readTag(tag.replace(/^svg:/, ''), attributes, look, code, layer);
    if (tag !== 'script' && tag !== 'style') continue;
    const close = tag === 'script' ? /<\/script/gi : /<\/style/gi;
    close.lastIndex = at;
    const stop = close.exec(page)?.index ?? page.length;
    if (tag === 'script') code.push(page.slice(at, stop));
    at = stop;
  }
  const text = unescaped(texts.join(''));
  reads(look, text);
  for (const url of linksIn(text)) if (!isSchema(url)) leadsTo(look, url);
  readCode(code.join('\n').slice(0, LONGEST_SCRIPT), look, layer);
}

const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'br',
  'tr',
  'td',
  'th',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'title',
  'label',
  'option',
  'button',
  'text',
  'tspan',
]);

const after = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
};

const MOST_ATTRIBUTES = 100;

function attributesFrom(page: string, from: number): { readonly attributes: Attributes; readonly end: number } {
  const attributes = new Map<string, string>();
  const name = /[\s/]*([^\s"'<>/=]{1,100})?/y;
  const equals = /\s*=\s*/y;
  const plain = /[^\s>]{0,4000}/y;
  let at = from;
  for (let steps = 0; at < page.length && page[at] !== '>'; steps++) {
    if (steps === MOST_ATTRIBUTES) return { attributes, end: after(page, '>', at) };
    name.lastIndex = at;
    const key = name.exec(page)?.[1]?.toLowerCase();
    at = Math.max(name.lastIndex, at);
    if (key === undefined) {
      if (at >= page.length || page[at] === '>') break;
      at += 1;
      continue;
    }
    equals.lastIndex = at;
    let value = '';
    if (equals.test(page)) {
      at = equals.lastIndex;
      const quote = page[at];
      if (quote === '"' || quote === "'") {
        const close = page.indexOf(quote, at + 1);
        value = page.slice(at + 1, close < 0 ? page.length : close);
        at = close < 0 ? page.length : close + 1;
      } else {
        plain.lastIndex = at;
        value = plain.exec(page)?.[0] ?? '';
        at += value.length;
      }
    }
    if (!attributes.has(key)) attributes.set(key, value);
  }
  return { attributes, end: Math.min(at + 1, page.length) };
}

/** Types of fields nobody types into. */
const SILENT: ReadonlySet<string> = new Set([
  'hidden',
  'submit',
  'button',
  'image',
  'reset',
  'checkbox',
  'radio',
  'range',
  'color',
]);

/** Attributes that say where somebody is taken; of scripts where they come from. */
const LEADING = ['href', 'xlink:href', 'action', 'formaction', 'srcdoc'];
const SOURCES: ReadonlySet<string> = new Set(['iframe', 'frame', 'script', 'embed', 'object', 'image', 'img', 'use']);
const PICTURES: ReadonlySet<string> = new Set(['img', 'image']);

function readTag(tag: string, attributes: Attributes, look: Look, code: string[], layer: number): void {
  const { found } = look;
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  if (tag === 'script') found.hasScript = true;
  if (tag === 'textarea' || (tag === 'input' && !SILENT.has(type))) found.forms += 1;
  if (tag === 'input' && type === 'password') found.asksPassword = true;

  for (const [name, value] of attributes) {
    if (/^on[a-z]{3,30}$/.test(name)) {
      found.hasScript = true;
      code.push(value);
    } else if (name === 'srcdoc') readLayer(unescaped(value), look, layer);
    else if (LEADING.includes(name) || (SOURCES.has(tag) && (name === 'src' || name === 'data')))
      readTarget(tag, unescaped(value).trim(), { look, code, layer, attributes });
    else if (tag === 'meta' && name === 'content') {
      const refresh = /^\s{0,20}\d{0,10}[\s;,]{1,20}url\s{0,5}=\s{0,5}["']?(.{1,4000})/is.exec(unescaped(value))?.[1];
      if (refresh !== undefined) readTarget('a', refresh.replace(/["']\s*$/, ''), { look, code, layer, attributes });
    }
  }
}

interface Where {
  readonly look: Look;
  readonly code: string[];
  readonly layer: number;
  readonly attributes: Attributes;
}

function readTarget(tag: string, target: string, { look, code, layer, attributes }: Where): void {
  const plain = target.replace(/[\t\r\n]/g, '');
  if (/^javascript:/i.test(plain)) {
    look.found.hasScript = true;
    code.push(escapesUndone(plain.slice('javascript:'.length)));
  } else if (/^data:/i.test(plain)) {
    const content = dataOf(plain);
    if (content !== undefined) readContent(content, look, layer, attributes.has('download') || tag === 'a');
  } else if (
    /^(?:https?|ftp|file|mailto|tel|sms|callto|search-ms|ms-[a-z-]{1,30}):|^\\\\|^\/\//i.test(plain) &&
    !PICTURES.has(tag) &&
    tag !== 'use' &&
    tag !== 'link' &&
    !isSchema(plain)
  ) {
    leadsTo(look, plain);
  }
}

/** Content of a `data:` address. */
function dataOf(target: string): Buffer | undefined {
  const comma = target.indexOf(',');
  if (comma < 0) return undefined;
  const content = target.slice(comma + 1);
  return /;\s{0,5}base64\s{0,5}$/i.test(target.slice(0, Math.min(comma, 200)))
    ? Buffer.from(content, 'base64')
    : Buffer.from(escapesUndone(content));
}

/** A file in a page: pages are read on, others are handed to whoever opens the page. */
function readContent(content: Buffer, look: Look, layer: number, isHanded: boolean): void {
  const type = typeOf(content, { name: '', declaredType: '' });
  if (type === 'html' || type === 'svg' || type === 'xml') readLayer(decoded(content, LONGEST) ?? '', look, layer);
  else if (type === 'text' || type === 'script') readHiddenCode(decoded(content, LONGEST_SCRIPT) ?? '', look, layer);
  else if (isHanded || CARRIED.has(type)) {
    if (!CARRIED.has(type)) return;
    look.found.smuggles = true;
    if (list(look, { name: '', size: content.length, isEncrypted: false, type })) look.within(content, '');
  } else if (type === 'png' || type === 'jpeg' || type === 'gif' || type === 'bmp') look.within(content, '');
}

/** What nobody puts into a page but to hand it over. */
const CARRIED: ReadonlySet<string> = new Set([
  ...['zip', 'gzip', 'tar', 'rar', '7z', 'cab', 'iso', 'vhd', 'packed', 'pdf', 'rtf', 'ole', 'ooxml', 'odf', 'onenote'],
  ...['exe', 'elf', 'mach', 'java', 'shortcut', 'message'],
]);

function readLayer(page: string, look: Look, layer: number): void {
  if (layer === DEEPEST_LAYER) look.found.unread.add('a page in a page in a page: not read further');
  else readPage(page, look, layer + 1);
}

const MAKES_FILE = /\b(?:new\s{1,5}(?:Blob|File)\b|createObjectURL|msSave(?:OrOpen)?Blob|showSaveFilePicker)/;
const HANDS_OVER = /\b(?:download\s{0,5}=|createObjectURL|msSave(?:OrOpen)?Blob|setAttribute\s{0,3}\(\s{0,3}["']download)/;
const PUTS_TOGETHER =
  /\b(?:atob|fromCharCode|Uint8Array|charCodeAt|decodeURIComponent|unescape|CryptoJS|crypto\.subtle|XMLHttpRequest|fetch)\b/;
const ASKS_PASSWORD = /\btype\b["']?\s{0,5}[=:,]\s{0,5}\\?["']?password\b/i;

function readCode(code: string, look: Look, layer: number): void {
  const { found } = look;
  if (code.trim() === '') return;
  if (MAKES_FILE.test(code) && HANDS_OVER.test(code) && PUTS_TOGETHER.test(code)) found.smuggles = true;
  if (ASKS_PASSWORD.test(code)) found.asksPassword = true;
  for (const url of linksIn(code.replaceAll('\\/', '/'))) if (!isSchema(url)) leadsTo(look, url);
  for (const literal of literalsIn(code)) readContent(literal, look, layer, true);
}

/** Text out of a script that is a page, or more script. */
function readHiddenCode(text: string, look: Look, layer: number): void {
  if (layer === DEEPEST_LAYER) return;
  for (const url of linksIn(text)) leadsTo(look, url);
  if (/<[a-z!]/i.test(text)) readLayer(text, look, layer);
  else readCode(text, look, layer + 1);
}

/** `%3C` and `%u003C`; what is no escape stays. */
const escapesUndone = (text: string): string =>
  text.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_, wide: string | undefined, narrow: string | undefined) =>
    String.fromCharCode(Number.parseInt(wide ?? narrow ?? '', 16)),
  );

/** The entities that hide addresses. */
const unescaped = (text: string): string =>
  !text.includes('&')
    ? text
    : text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp|colon|sol|Tab|NewLine));?/gi,
        (entity, hex?: string, decimal?: string, name?: string) => {
          if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
          const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        },
      );

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  sol: '/',
  tab: '\t',
  newline: '\n',
};
