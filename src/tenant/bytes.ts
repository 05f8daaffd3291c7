// Bytes as they lie there into bytes of UTF-8: decompressed, and out of UTF-16 where a file is written in it.
//
// Everything streams. What is compressed and damaged is given out as far as it is good, and then named.

import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { Gunzip } from 'node:zlib';

export type Bytes = AsyncIterable<Uint8Array>;

/** What is compressed ends early or is damaged; what came before is good. */
export class DamagedError extends Error {}

/**
 * Compressed or not is told by the first two bytes, not by the name. `again` opens the same bytes once more: what the
 * decompressor throws away when it fails is then read a second time.
 */
export async function* unzipped(bytes: Bytes, again?: () => Bytes): AsyncGenerator<Uint8Array> {
  let gunzip: Unzipping | undefined;
  let isFirst = true;

  for await (const chunk of withFirst(bytes, 2)) {
    if (isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b) gunzip = new Unzipping();
    isFirst = false;
    if (gunzip === undefined) {
      yield chunk;
      continue;
    }

    const failure = await gunzip.push(chunk);
    yield* gunzip.taken();
    if (failure === undefined) continue;
    if (again !== undefined) yield* rest(again, gunzip);
    throw failure;
  }

  if (gunzip === undefined) return;
  const failure = await gunzip.push(undefined);
  yield* gunzip.taken();
  if (failure !== undefined) throw failure;
}

/** A decompressor driven by hand, because a pipe drops what it holds on an error. */
class Unzipping {
  /** Compressed bytes that went through whole, and what came out. */
  good = 0;
  given = 0;
  private readonly gunzip: Gunzip;
  private out: Uint8Array[] = [];

  constructor() {
    this.gunzip = createGunzip().on('data', (piece: Uint8Array) => this.out.push(piece));
  }

  taken(): readonly Uint8Array[] {
    const { out } = this;
    this.out = [];
    for (const { length } of out) this.given += length;
    return out;
  }

  /** Waits until a chunk, or the end, has gone through. */
  push(chunk: Uint8Array | undefined): Promise<DamagedError | undefined> {
    return new Promise((resolve) => {
      const failed = (error: Error): void =>
        resolve(new DamagedError(`the compressed file is cut off or damaged (${error.message}); what came before was read`));
      const done = (): void => {
        this.gunzip.off('error', failed);
        this.good += chunk?.length ?? 0;
        resolve(undefined);
      };
      this.gunzip.once('error', failed);
      if (chunk === undefined) this.gunzip.once('end', done).end();
      else this.gunzip.write(chunk, () => done());
    });
  }
}

/** What had come out of the chunk that failed, nearer and nearer to the byte that is wrong. */
async function* rest(again: () => Bytes, failed: Unzipping): AsyncGenerator<Uint8Array> {
  let last = failed;
  for (const step of [256, 1]) {
    const next = new Unzipping();
    yield* further(again(), last, next, step);
    last = next;
  }
}

/** What comes out after what `last` gave, when the bytes that failed are taken in short steps. */
async function* further(bytes: Bytes, last: Unzipping, next: Unzipping, step: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    const whole = chunk.subarray(0, Math.max(0, last.good - next.good));
    const steps = Array.from({ length: Math.ceil((chunk.length - whole.length) / step) }, (_, n) => whole.length + n * step);
    for (const piece of [whole, ...steps.map((at) => chunk.subarray(at, at + step))]) {
      const before = next.given;
      const failure = piece.length === 0 ? undefined : await next.push(piece);
      const out = Buffer.concat(next.taken());
      const known = Math.min(out.length, Math.max(0, last.given - before));
      if (out.length > known) yield out.subarray(known);
      if (failure !== undefined) return;
    }
  }
}

/** UTF-8 without its byte order mark, also out of UTF-16 as Windows writes it. */
export async function* utf8(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of withFirst(bytes, 4)) {
    if (isFirst) {
      isFirst = false;
      const encoding = utf16In(chunk);
      if (encoding === undefined) {
        yield chunk.subarray(hasMark(chunk) ? 3 : 0);
        continue;
      }
      decoder = new TextDecoder(encoding);
    }
    yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}

const hasMark = ([first, second, third]: Uint8Array): boolean => first === 0xef && second === 0xbb && third === 0xbf;

/** By its byte order mark, or by every second byte of its first letters being zero, which no UTF-8 text has. */
function utf16In([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  return first === 0 && second && third === 0 && fourth ? 'utf-16be' : undefined;
}

/** The same bytes, the first chunk at least so long, unless there are not so many. */
export async function* withFirst(bytes: Bytes, length: number): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array();
  try {
    for await (const chunk of bytes) {
      if (first === undefined) {
        yield chunk;
        continue;
      }
      first = Buffer.concat([first, chunk]);
      if (first.length < length) continue;
      yield first;
      first = undefined;
    }
  } catch (error) {
    // What came before the damage is good, however little it is.
    if (first !== undefined && first.length > 0) yield first;
    throw error;
  }
  if (first !== undefined && first.length > 0) yield first;
}
