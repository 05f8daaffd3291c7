// The directory of a ZIP archive, and the bytes of a file in it. What the archive says of sizes and places is written by
// whoever made it, and is believed of nothing.

import type { FileType } from '../../ingest/message-record.ts';
import { rawInflated } from './inflated.ts';

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** Bytes when unpacked, as the archive says. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  /** Where its own header begins. */
  readonly at: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Its directory is missing or broken: what is told was found by going from file to file. */
  readonly isBroken: boolean;
  readonly isCut: boolean;
}

/** Documents have a few hundred parts. */
const MOST = 5_000;

const END = Buffer.from('PK\x05\x06');
const END_64 = Buffer.from('PK\x06\x06');
const LOCATOR_64 = Buffer.from('PK\x06\x07');
const CENTRAL = Buffer.from('PK\x01\x02');
const LOCAL = Buffer.from('PK\x03\x04');

const isAt = (bytes: Buffer, at: number, mark: Buffer, length: number): boolean =>
  at >= 0 && at + length <= bytes.length && mark.equals(bytes.subarray(at, at + 4));

export function zipDirectory(bytes: Buffer): ZipDirectory {
  const entries: ZipEntry[] = [];
  const start = directoryStart(bytes);
  let at = start?.at ?? 0;
  for (; start !== undefined && isAt(bytes, at, CENTRAL, 46) && entries.length < MOST;) {
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const wide = wideFields(bytes, at, at + 46 + name, extra);
    entries.push({ ...described(bytes, at + 8, nameIn(bytes, at + 46, name)), ...wide, at: wide.at + start.shift });
    at += 46 + name + extra + comment;
  }
  return entries.length > 0
    ? { entries, isBroken: false, isCut: entries.length === MOST }
    : { entries: oneByOne(bytes), isBroken: !isAt(bytes, 0, END, 22), isCut: false };
}

/** Where the directory is, and how far everything is from where it says: archives stand behind programs. */
function directoryStart(bytes: Buffer): { readonly at: number; readonly shift: number } | undefined {
  const end = bytes.lastIndexOf(END, bytes.length - 22);
  if (end < 0 || bytes.length - end > 70_000) return undefined;
  let [size, offset, mark] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16), end];
  if (isAt(bytes, end - 20, LOCATOR_64, 20)) {
    const wide = bytes.lastIndexOf(END_64, end - 20);
    if (isAt(bytes, wide, END_64, 56))
      [size, offset, mark] = [Number(bytes.readBigUInt64LE(wide + 40)), Number(bytes.readBigUInt64LE(wide + 48)), wide];
  }
  const at = mark - size;
  if (isAt(bytes, at, CENTRAL, 46)) return { at, shift: at - offset };
  return isAt(bytes, offset, CENTRAL, 46) ? { at: offset, shift: 0 } : undefined;
}

/** Flags, method and name stand the same way in both kinds of header; sizes too. */
function described(bytes: Buffer, flagsAt: number, name: string): Omit<ZipEntry, 'at' | 'size' | 'packed'> {
  return { name, isEncrypted: (bytes.readUInt16LE(flagsAt) & 1) === 1, method: bytes.readUInt16LE(flagsAt + 2) };
}

/** Sizes and place, from the field for large archives where the plain ones are full. */
function wideFields(bytes: Buffer, at: number, extraAt: number, extra: number): Pick<ZipEntry, 'size' | 'packed' | 'at'> {
  const fields = { size: bytes.readUInt32LE(at + 24), packed: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) };
  const stop = Math.min(extraAt + extra, bytes.length);
  for (let one = extraAt; one + 4 <= stop; one += 4 + bytes.readUInt16LE(one + 2)) {
    if (bytes.readUInt16LE(one) !== 1) continue;
    let next = one + 4;
    for (const name of ['size', 'packed', 'at'] as const) {
      if (fields[name] !== FULL || next + 8 > stop) continue;
      fields[name] = Number(bytes.readBigUInt64LE(next));
      next += 8;
    }
    break;
  }
  return fields;
}

const FULL = 0xffffffff;

function oneByOne(bytes: Buffer): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = bytes.indexOf(LOCAL); isAt(bytes, at, LOCAL, 30) && entries.length < MOST;) {
    const [name, extra, told] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 18)];
    const start = at + 30 + name + extra;
    const next = bytes.indexOf(LOCAL, start + told);
    // Written as a stream, it tells its size only behind itself.
    const packed = told > 0 ? told : Math.max(0, (next < 0 ? bytes.length : next) - start);
    entries.push({ ...described(bytes, at + 6, nameIn(bytes, at + 30, name)), packed, size: bytes.readUInt32LE(at + 22), at });
    at = next;
  }
  return entries;
}

function nameIn(bytes: Buffer, at: number, length: number): string {
  const raw = bytes.subarray(at, at + Math.min(length, 1_024));
  const name = raw.toString('utf8');
  return name.includes('\ufffd') ? raw.toString('latin1') : name;
}

/** Bytes of an entry, packed as they are. */
function packedOf(bytes: Buffer, entry: ZipEntry): Buffer {
  if (!isAt(bytes, entry.at, LOCAL, 30)) return Buffer.alloc(0);
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  return bytes.subarray(start, start + entry.packed);
}

/** What an entry unpacks to. Undefined when it cannot be unpacked here, or to more than `most` bytes. */
export function unpacked(bytes: Buffer, entry: ZipEntry, most: number): Buffer | undefined {
  const packed = packedOf(bytes, entry);
  if (entry.isEncrypted) return undefined;
  if (entry.method === STORED) return packed.length <= most ? packed : undefined;
  return entry.method === DEFLATED ? rawInflated(packed, most) : undefined;
}

/** The beginning of what it unpacks to, enough to tell what it is. */
export function beginningOf(bytes: Buffer, entry: ZipEntry): Buffer | undefined {
  const packed = packedOf(bytes, entry);
  if (entry.isEncrypted) return undefined;
  if (entry.method === STORED) return packed;
  return entry.method === DEFLATED ? rawInflated(packed.subarray(0, 512), 640 * 1_024) : undefined;
}

const STORED = 0;
const DEFLATED = 8;

/** A document, a program of Java, or an archive and no more. */
export function zipKind(bytes: Buffer): FileType {
  const { entries } = zipDirectory(bytes);
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  if (has('[Content_Types].xml')) return 'ooxml';
  const [first] = entries;
  if (first?.name === 'mimetype' && /opendocument/.test(unpacked(bytes, first, 200)?.toString('latin1') ?? '')) return 'odf';
  return has('META-INF/MANIFEST.MF') || has('AndroidManifest.xml') ? 'java' : 'zip';
}
