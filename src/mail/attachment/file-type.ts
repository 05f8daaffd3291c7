// What bytes are, by their first ones and by what is in them, whatever they call themselves.
//
// The name decides one thing alone: whether plain text is a script, because it decides what opens it.

import type { FileType } from '../../ingest/message-record.ts';
import { decoded } from './decoded.ts';
import { zipKind } from './zip.ts';

export interface Named {
  readonly name: string;
  /** As the message declares it, in small letters. */
  readonly declaredType: string;
}

export function typeOf(bytes: Buffer, named: Named): FileType {
  if (bytes.length === 0) return 'empty';
  const latin = bytes.toString('latin1', 0, 64);
  const known = MAGIC.find(([start]) => latin.startsWith(start))?.[1](bytes, latin);
  return known ?? byPlace(bytes, latin) ?? textType(bytes, named) ?? hidden(bytes) ?? 'unknown';
}

type Sure = (bytes: Buffer, latin: string) => FileType | undefined;
const is =
  (type: FileType): Sure =>
  () =>
    type;

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

const MAGIC: readonly (readonly [start: string, type: Sure])[] = [
  ['PK\x03\x04', zipKind],
  ['PK\x05\x06', is('zip')],
  ['PK\x07\x08', is('zip')],
  ['%PDF-', is('pdf')],
  [OLE, oleKind],
  ['{\\rt', is('rtf')],
  ['\x89PNG\r\n\x1a\n', is('png')],
  ['\xff\xd8\xff', is('jpeg')],
  ['GIF87a', is('gif')],
  ['GIF89a', is('gif')],
  ['RIFF', (_, latin) => RIFF[latin.slice(8, 12)]],
  ['II*\0', is('tiff')],
  ['MM\0*', is('tiff')],
  // Two letters, with which text may begin.
  ['MZ', (bytes) => (bytes.length >= 64 && decoded(bytes, 1_024) === undefined ? 'exe' : undefined)],
  ['\x7fELF', is('elf')],
  ['\xfe\xed\xfa\xce', is('mach')],
  ['\xfe\xed\xfa\xcf', is('mach')],
  ['\xce\xfa\xed\xfe', is('mach')],
  ['\xcf\xfa\xed\xfe', is('mach')],
  // Fat Mach-O files and Java classes begin alike; there are fewer machines than versions of Java.
  ['\xca\xfe\xba\xbe', (bytes) => (bytes.length >= 8 && bytes.readUInt32BE(4) < 40 ? 'mach' : 'java')],
  ['L\0\0\0\x01\x14\x02\0', is('shortcut')],
  ['\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3', is('onenote')],
  ['\x1f\x8b', is('gzip')],
  ['Rar!\x1a\x07', is('rar')],
  ['7z\xbc\xaf\x27\x1c', is('7z')],
  ['MSCF', is('cab')],
  ['conectix', is('vhd')],
  ['vhdxfile', is('vhd')],
  ['BZh', (_, latin) => (/^BZh[1-9]1AY/.test(latin) ? 'packed' : undefined)],
  ['\xfd7zXZ\0', is('packed')],
  ['\x28\xb5\x2f\xfd', is('packed')],
  ['\x1f\x9d', is('packed')],
  ['MSWIM\0', is('packed')],
  ['xar!', is('packed')],
  ['\x60\xea', (bytes) => (bytes.length > 10 && bytes.readUInt16LE(2) <= 2_600 ? 'packed' : undefined)],
  ['ID3', (bytes) => (decoded(bytes, 1_024) === undefined ? 'audio' : undefined)],
  ['\xff\xfb', is('audio')],
  ['\xff\xf3', is('audio')],
  ['OggS', is('audio')],
  ['fLaC', is('audio')],
  ['#!AMR', is('audio')],
  ['MThd', is('audio')],
  ['\x1aE\xdf\xa3', is('video')],
  ['\0\0\x01\xba', is('video')],
  ['FLV\x01', is('video')],
  ['0&\xb2u\x8ef\xcf\x11', is('video')],
];

const RIFF: Readonly<Record<string, FileType>> = { WEBP: 'webp', WAVE: 'audio', 'AVI ': 'video', RMID: 'audio' };

/** What an installer of Windows says of itself, in the root of its directory. */
const INSTALLER = Buffer.from('84100c0000000000c000000000000046', 'hex');

function oleKind(bytes: Buffer): FileType {
  if (bytes.length < 512) return 'ole';
  const sector = 2 ** Math.min(bytes.readUInt16LE(30), 12);
  const root = (bytes.readUInt32LE(48) + 1) * sector;
  return bytes.subarray(root + 80, root + 96).equals(INSTALLER) ? 'exe' : 'ole';
}

/** What stands elsewhere than at the beginning. */
function byPlace(bytes: Buffer, latin: string): FileType | undefined {
  if (latin.startsWith('BM') && bytes.length > 26 && bytes.readUInt32LE(10) < 2_048 && bytes.readUInt32LE(14) <= 124)
    return 'bmp';
  if (latin.slice(4, 8) === 'ftyp')
    return /^M4[AB]/.test(latin.slice(8, 12)) ? 'audio' : /^(?:hei|mif|avi)/.test(latin.slice(8, 12)) ? 'unknown' : 'video';
  if (latin.slice(7, 14) === '**ACE**' || /^-lh[0-7d]-$/.test(latin.slice(2, 7))) return 'packed';
  if (bytes.toString('latin1', 257, 262) === 'ustar') return 'tar';
  if (/^(?:CD001|BEA01)$/.test(bytes.toString('latin1', 0x8001, 0x8006))) return 'iso';
  if (bytes.toString('latin1', bytes.length - 512, bytes.length - 504) === 'conectix') return 'vhd';
  // Readers of PDF look for its beginning in the first kilobyte.
  if (bytes.toString('latin1', 0, 1_024).includes('%PDF-')) return 'pdf';
  return undefined;
}

/** An archive behind something else: unpackers look for it from the end. */
const hidden = (bytes: Buffer): FileType | undefined =>
  bytes.subarray(-1_024).includes('PK\x05\x06', 0, 'latin1') ? zipKind(bytes) : undefined;

const HEAD = 64 * 1024;

function textType(bytes: Buffer, { name, declaredType }: Named): FileType | undefined {
  const text = decoded(bytes, HEAD)?.trimStart();
  if (text === undefined) return undefined;
  if (text === '') return 'text';
  if (SCRIPT_NAME.test(name)) return 'script';
  const start = text.slice(0, 2_048);
  const found = TEXTS.find(([expression]) => expression.test(start));
  if (found !== undefined) return found[1] === 'xml' ? xmlKind(text) : found[1];
  if (start.includes('<') && (/\.(?:s|x|p)?html?$/i.test(name) || declaredType === 'text/html')) return 'html';
  if (isMail(start)) return 'message';
  return 'text';
}

const SCRIPT_NAME = /\.(?:jse?|mjs|vb[se]|ws[fhc]|hta|ps[12]|psm1|ps1xml|bat|cmd|sct|sh|command|py|pyw|reg|au3|ahk)$/i;

// Anchored at the beginning, each of a few words.
const TEXTS: readonly (readonly [RegExp, FileType])[] = [
  [/^<\?xml\b/i, 'xml'],
  [/^(?:<!--.{0,500}?-->\s{0,50})?<svg[\s>]/is, 'svg'],
  [
    /^(?:<!--.{0,1000}?-->\s{0,50})?<(?:!doctype\s{1,20}html|html|head|body|script|meta|title|form|iframe|center|div|table|style|base|link|p|h[1-6]|font|span|img|a|br|b)[\s>/]/is,
    'html',
  ],
  [/^<!doctype\s{1,20}svg/i, 'svg'],
  [/^<(?:job|package|component|scriptlet)[\s>]/i, 'script'],
  [/^BEGIN:V(?:CALENDAR|EVENT)/i, 'calendar'],
  [/^BEGIN:VCARD/i, 'contact'],
  [/^\[(?:InternetShortcut|\{000214A0|Desktop Entry)/i, 'shortcut'],
  [/^%!PS/, 'text'],
  [/^#!\s{0,3}\//, 'script'],
  [/^@?echo\s{1,3}off\b/i, 'script'],
  [/^#@~\^/, 'script'],
  [
    /^(?:var|let|const|function|try|dim|set|sub|on error|\$\w{1,60}\s{0,3}=|import|param)\b.{0,1500}?(?:WScript\.|ActiveXObject|CreateObject\s{0,3}\(|Invoke-(?:Expression|WebRequest)|FromBase64String|powershell)/is,
    'script',
  ],
  [/^<!--/, 'html'],
  [/^<[?!a-z]/i, 'xml'],
];

const xmlKind = (text: string): FileType =>
  /<svg[\s>]/i.test(text.slice(0, 4_096))
    ? 'svg'
    : /<html[\s>]|<!doctype\s{1,20}html/i.test(text.slice(0, 4_096))
      ? 'html'
      : 'xml';

const HEADER =
  /^(?:received|return-path|mime-version|delivered-to|message-id|date|subject|from|to|content-type|reply-to|x-[\w-]{1,60}|arc-seal|dkim-signature|authentication-results):/i;

/** Two lines of a head one after the other; the lines headers are folded into do not count. */
function isMail(start: string): boolean {
  const lines = start.split(/\r?\n/, 40).filter((line) => !/^\s/.test(line));
  const first = lines[0]?.startsWith('From ') ? 1 : 0;
  return (
    HEADER.test(lines[first] ?? '') &&
    HEADER.test(lines[first + 1] ?? '') &&
    /^(?:from|received|message-id|subject|return-path):/im.test(start)
  );
}
