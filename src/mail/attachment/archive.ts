// Archives: what files they list, and a look into those that can be unpacked here. RAR, 7z and cabinets are listed from
// their headers alone.

import { gunzipped } from './inflated.ts';
import type { Look, Reader } from './look.ts';
import { put } from './member.ts';
import { beginningOf, unpacked, zipDirectory } from './zip.ts';

/** Bytes out for each byte in: text comes to twenty, an empty table of a spreadsheet to some hundreds. */
const MOST_FOR_A_BYTE = 200;
const SMALL = 256 * 1024;

/** As many bytes as so many packed ones may come to here. */
export const mostOf = (look: Look, packed: number): number => Math.min(look.allowance.unpacked, SMALL + packed * MOST_FOR_A_BYTE);

export const readZip: Reader = (bytes, look) => {
  const { unread } = look.found;
  const { entries, isBroken, isCut } = zipDirectory(bytes);
  if (isBroken) unread.add('an archive without a directory: its files were searched for');
  if (isCut) unread.add('an archive of more than 5000 files: the first ones were read');
  if (overlap(entries)) unread.add('an archive whose files share their bytes');

  for (const entry of entries) {
    if (entry.name.endsWith('/') && entry.size === 0) continue;
    const content = unpacked(bytes, entry, mostOf(look, entry.packed));
    look.allowance.unpacked -= content?.length ?? 0;
    const beginning = content === undefined ? beginningOf(bytes, entry) : undefined;
    if (content === undefined && !entry.isEncrypted) unread.add(beginning === undefined ? UNKNOWN_PACKING : TOO_LARGE);
    if (!put(look, entry, content, beginning)) return;
  }
};

const UNKNOWN_PACKING = 'a file in an archive, broken or packed in a way that is not known here';
const TOO_LARGE = 'a file in an archive that is broken or unpacks to too much: its beginning was looked at';

function overlap(entries: readonly { readonly at: number; readonly packed: number }[]): boolean {
  const sorted = [...entries].sort((a, b) => a.at - b.at);
  let end = 0;
  return sorted.some(({ at, packed }) => {
    const isInside = at < end;
    end = at + packed;
    return isInside;
  });
}

export const readGzip: Reader = (bytes, look) => {
  const name = gzipName(bytes) ?? look.name.replace(/\.(?:gz|tgz)$/i, (end) => (end.length === 4 ? '.tar' : ''));
  const content = gunzipped(bytes, mostOf(look, bytes.length));
  if (content === undefined) {
    look.found.unread.add(TOO_LARGE);
    const beginning = gunzipped(bytes.subarray(0, 512), 640 * 1024);
    put(look, { name, size: 0, isEncrypted: false }, undefined, beginning);
    return;
  }
  look.allowance.unpacked -= content.length;
  put(look, { name, size: content.length, isEncrypted: false }, content);
};

/** As its header has it, behind the fields that may stand before. */
function gzipName(bytes: Buffer): string | undefined {
  const flags = bytes[3] ?? 0;
  if ((flags & 8) === 0 || bytes.length < 12) return undefined;
  const start = (flags & 4) === 0 ? 10 : 12 + bytes.readUInt16LE(10);
  const end = bytes.indexOf(0, start);
  return end < 0 ? undefined : bytes.toString('latin1', start, Math.min(end, start + 1_024));
}

const BLOCK = 512;

export const readTar: Reader = (bytes, look) => {
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const field = (from: number, length: number): string =>
      bytes.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12).trim(), 8) || 0;
    const kind = field(156, 1);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const prefix = field(345, 155);
    const name = longName ?? (prefix === '' || field(257, 5) !== 'ustar' ? field(0, 100) : `${prefix}/${field(0, 100)}`);
    longName = kind === 'L' ? content.toString('utf8', 0, 1_024).replace(/\0.*$/s, '') : undefined;
    if ((kind === '' || kind === '0' || kind === '7') && !put(look, { name, size, isEncrypted: false }, content)) return;
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
};

const SECTOR = 2_048;
const DEEPEST_FOLDER = 8;

/** A CD's file system; of two lists of its files the one with long names. */
export const readIso: Reader = (bytes, look) => {
  let [root, isWide]: [number | undefined, boolean] = [undefined, false];
  for (let at = 16 * SECTOR; bytes.toString('latin1', at + 1, at + 6) === 'CD001' && at + SECTOR <= bytes.length; at += SECTOR) {
    if (bytes[at] === 1) root ??= at + 156;
    if (bytes[at] === 2 && bytes.toString('latin1', at + 88, at + 90) === '%/') [root, isWide] = [at + 156, true];
  }
  if (root === undefined) look.found.unread.add('an image of a disk in a form that is not known here');
  else readFolder(bytes, look, root, isWide, { path: '', seen: new Set() });
};

interface Folder {
  readonly path: string;
  readonly seen: Set<number>;
}

function readFolder(bytes: Buffer, look: Look, record: number, isWide: boolean, { path, seen }: Folder): boolean {
  const start = bytes.readUInt32LE(record + 2) * SECTOR;
  const end = Math.min(start + bytes.readUInt32LE(record + 10), bytes.length);
  if (seen.has(start) || path.split('/').length > DEEPEST_FOLDER) return true;
  seen.add(start);

  for (let at = start; at + 34 <= end;) {
    const length = bytes[at] ?? 0;
    // Records do not cross sectors; what is left of one is nought.
    if (length < 34) {
      at = (Math.floor(at / SECTOR) + 1) * SECTOR;
      continue;
    }
    const raw = bytes.subarray(at + 33, at + 33 + (bytes[at + 32] ?? 0));
    const name = `${path}${
      isWide
        ? Buffer.from(raw.subarray(0, raw.length & ~1))
            .swap16()
            .toString('utf16le')
        : raw.toString('latin1')
    }`.replace(/;\d{1,5}$/, '');
    const isItself = raw.length === 1 && (raw[0] ?? 0) < 2;
    const isFolder = ((bytes[at + 25] ?? 0) & 2) !== 0;
    if (isFolder && !isItself && !readFolder(bytes, look, at, isWide, { path: `${name}/`, seen })) return false;
    if (!isFolder) {
      const [from, size] = [bytes.readUInt32LE(at + 2) * SECTOR, bytes.readUInt32LE(at + 10)];
      if (!put(look, { name, size, isEncrypted: false }, bytes.subarray(from, from + size))) return false;
    }
    at += length;
  }
  return true;
}

export const readCab: Reader = (bytes, look) => {
  const count = bytes.readUInt16LE(28);
  let at = bytes.readUInt32LE(16);
  for (let n = 0; n < count && at + 17 <= bytes.length; n++) {
    const end = bytes.indexOf(0, at + 16);
    if (end < 0) return;
    if (
      !put(look, {
        name: bytes.toString('utf8', at + 16, Math.min(end, at + 1_040)),
        size: bytes.readUInt32LE(at),
        isEncrypted: false,
      })
    )
      return;
    at = end + 1;
  }
};

export const readRar: Reader = (bytes, look) => {
  if (bytes[6] === 1) readRar5(bytes, look);
  else readRar4(bytes, look);
};

function readRar4(bytes: Buffer, look: Look): void {
  for (let at = 7; at + 7 <= bytes.length;) {
    const [kind, flags, length] = [bytes[at + 2], bytes.readUInt16LE(at + 3), bytes.readUInt16LE(at + 5)];
    if (kind === 0x73 && (flags & 0x80) !== 0) {
      look.found.isEncrypted = true;
      return;
    }
    const isFile = kind === 0x74 && at + 32 <= bytes.length;
    const packed = isFile || (flags & 0x8000) !== 0 ? bytes.readUInt32LE(at + 7) : 0;
    if (isFile) {
      const nameAt = at + ((flags & 0x100) === 0 ? 32 : 40);
      // Behind a NUL stands how the name goes in wide letters.
      const name = bytes.toString('utf8', nameAt, nameAt + bytes.readUInt16LE(at + 26)).replace(/\0.*$/s, '');
      const member = { name, size: bytes.readUInt32LE(at + 11), isEncrypted: (flags & 4) !== 0 };
      const isStored = bytes[at + 25] === 0x30 && !member.isEncrypted;
      const isFolder = (flags & 0xe0) === 0xe0;
      if (!isFolder && !put(look, member, isStored ? bytes.subarray(at + length, at + length + packed) : undefined)) return;
    }
    if (length < 7) return;
    at += length + packed;
  }
}

interface Numbers {
  next(): number;
  at: number;
}

/** Numbers of seven bits a byte, least first. */
function numbersFrom(bytes: Buffer, start: number): Numbers {
  const reader = {
    at: start,
    next(): number {
      let [value, scale] = [0, 1];
      for (let n = 0; n < 7 && reader.at < bytes.length; n++) {
        const byte = bytes[reader.at++] ?? 0;
        value += (byte & 0x7f) * scale;
        scale *= 128;
        if (byte < 0x80) break;
      }
      return value;
    },
  };
  return reader;
}

function readRar5(bytes: Buffer, look: Look): void {
  for (let at = 8; at + 7 <= bytes.length;) {
    const head = numbersFrom(bytes, at + 4);
    const size = head.next();
    const start = head.at;
    const [kind, flags] = [head.next(), head.next()];
    const extra = (flags & 1) === 0 ? 0 : head.next();
    const data = (flags & 2) === 0 ? 0 : head.next();
    if (kind === 4) {
      look.found.isEncrypted = true;
      return;
    }
    if (kind === 2 && !putRar5(bytes, look, head, { end: start + size, extra, data })) return;
    if (size === 0 || kind === 5) return;
    at = start + size + data;
  }
}

interface Block {
  readonly end: number;
  /** Bytes at the end of the block, and those that follow it. */
  readonly extra: number;
  readonly data: number;
}

function putRar5(bytes: Buffer, look: Look, head: Numbers, { end, extra, data }: Block): boolean {
  const [flags, size] = [head.next(), head.next()];
  head.next();
  head.at += ((flags & 2) === 0 ? 0 : 4) + ((flags & 4) === 0 ? 0 : 4);
  const compression = head.next();
  head.next();
  const length = head.next();
  const name = bytes.toString('utf8', head.at, head.at + Math.min(length, 1_024));
  const isEncrypted = isMarkedEncrypted(bytes, end - extra, end);
  const isStored = ((compression >> 7) & 7) === 0 && !isEncrypted && data === size;
  const isFolder = (flags & 1) !== 0;
  return isFolder || put(look, { name, size, isEncrypted }, isStored ? bytes.subarray(end, end + size) : undefined) !== undefined;
}

/** Among what a header has behind its name there is a record of how the file was encrypted. */
function isMarkedEncrypted(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    const record = numbersFrom(bytes, at);
    const size = record.next();
    const next = record.at + size;
    if (record.next() === 1) return true;
    if (next <= at) return false;
    at = next;
  }
  return false;
}

const AES = Buffer.from('06f10701', 'hex');

/** Its list of files is nearly always packed itself; whether that needs a password is told. */
export const readSevenZip: Reader = (bytes, look) => {
  const start = 32 + Number(bytes.readBigUInt64LE(12));
  const header = bytes.subarray(start, start + Math.min(Number(bytes.readBigUInt64LE(20)), 64 * 1024));
  if (header.includes(AES)) look.found.isEncrypted = true;
  look.found.unread.add('a 7z archive: its files are not listed');
};
