// Entries of the journal as bytes, and back: what of a damaged segment can be read is read, and the rest is named.
//
//   header  'SKEINJNL' | version u32 | CRC-32 of both u32
//   entry   mark u32 | length u32 | CRC-32 of the payload u32 | payload
//   payload [file, line, source, arrivedAt] as JSON | '\n' | the record as JSON
//
// The mark is where reading finds its feet again behind a damaged length. All numbers are big-endian.

import { crc32 } from 'node:zlib';
import type { Instant } from '../../model/time.ts';

/** An accepted record on its way into the graph. */
export interface Entry {
  readonly file: string;
  readonly line: number;
  /** The source it is to be read as; left out, its content decides. */
  readonly source?: string;
  readonly arrivedAt: Instant;
  /** The record as JSON. */
  readonly raw: string;
}

const MAGIC = 'SKEINJNL';
export const VERSION = 1;
export const HEADER_BYTES = 16;
/** No byte of UTF-8 text is 0xF5 or above, so a mark cannot begin inside a payload. */
const MARK = 0xf5_53_4b_4e;
const FRAME_BYTES = 12;
/** A line of 16 MiB is at most so long in UTF-8, with what is written around it. */
const LONGEST = 64 * 1024 * 1024;

export function header(): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt32BE(VERSION, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 12)), 12);
  return bytes;
}

export function encoded({ file, line, source, arrivedAt, raw }: Entry): Buffer {
  const about = JSON.stringify([file, line, source ?? null, arrivedAt]);
  const length = Buffer.byteLength(about) + 1 + Buffer.byteLength(raw);
  const bytes = Buffer.allocUnsafe(FRAME_BYTES + length);
  const at = FRAME_BYTES + bytes.write(about, FRAME_BYTES);
  bytes.write(raw, bytes.writeUInt8(0x0a, at));
  bytes.writeUInt32BE(MARK, 0);
  bytes.writeUInt32BE(length, 4);
  bytes.writeUInt32BE(crc32(bytes.subarray(FRAME_BYTES)), 8);
  return bytes;
}

/** What a segment holds, in order. `from` and `until` are byte offsets in the segment. */
export type Piece =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly until: number }
  /** Bytes that are no entry, with good ones behind them. */
  | { readonly kind: 'damaged'; readonly from: number; readonly until: number }
  /** Bytes that are no entry, to the end: the last write was cut short. */
  | { readonly kind: 'torn'; readonly from: number; readonly until: number };

/** Whether the bytes begin as a segment does: its version, or undefined. */
export function versionOf(bytes: Buffer): number | undefined {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  return bytes.readUInt32BE(12) === crc32(bytes.subarray(0, 12)) ? bytes.readUInt32BE(8) : undefined;
}

/** The entries from an offset on. */
export function* piecesOf(bytes: Buffer, from: number): Generator<Piece> {
  for (let at = from; at < bytes.length;) {
    const found = entryAt(bytes, at);
    if (found !== undefined) {
      yield { kind: 'entry', ...found };
      at = found.until;
      continue;
    }
    const next = nextEntry(bytes, at + 1);
    if (next === undefined) {
      yield { kind: 'torn', from: at, until: bytes.length };
      return;
    }
    yield { kind: 'damaged', from: at, until: next };
    at = next;
  }
}

function entryAt(bytes: Buffer, at: number): { entry: Entry; until: number } | undefined {
  if (at + FRAME_BYTES > bytes.length || bytes.readUInt32BE(at) !== MARK) return undefined;
  const length = bytes.readUInt32BE(at + 4);
  const until = at + FRAME_BYTES + length;
  if (length > LONGEST || until > bytes.length) return undefined;
  const payload = bytes.subarray(at + FRAME_BYTES, until);
  if (crc32(payload) !== bytes.readUInt32BE(at + 8)) return undefined;
  const entry = decoded(payload);
  return entry === undefined ? undefined : { entry, until };
}

const markBytes = Buffer.from([0xf5, 0x53, 0x4b, 0x4e]);

function nextEntry(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(markBytes, from); at >= 0; at = bytes.indexOf(markBytes, at + 1))
    if (entryAt(bytes, at) !== undefined) return at;
  return undefined;
}

function decoded(payload: Buffer): Entry | undefined {
  const end = payload.indexOf(0x0a);
  try {
    const [file, line, source, arrivedAt] = JSON.parse(payload.toString('utf8', 0, end)) as [
      string,
      number,
      string | null,
      number,
    ];
    return { file, line, ...(source === null ? {} : { source }), arrivedAt, raw: payload.toString('utf8', end + 1) };
  } catch {
    return undefined;
  }
}
