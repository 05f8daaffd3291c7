// One growing file of lines: what is new of it since the last look, through rotation, truncation and restarts.
//
// The mark says where the first line begins that has not been taken in, and is moved only once the journal holds what
// came before it. A last line without its end waits for it; when none comes for a while the line is read as it stands,
// and the mark stays before it, so that it is read again if it does grow.

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Found, LineReader } from '../../ingest/documents.ts';
import { LineSplitter } from '../../ingest/lines.ts';
import { seconds } from '../../model/time.ts';
import { readerOf } from '../../tenant/format.ts';
import type { RawRecord } from '../../tenant/telemetry.ts';

/** How far a file has been taken in. */
export interface Mark {
  /** As its records name it: where it was first seen. */
  readonly file: string;
  /** Byte at which the first line begins that has not been taken in, and its number. */
  readonly offset: number;
  readonly line: number;
  /** SHA-256 of the first bytes, and of how many: an inode used again, or a file written anew, is another file. */
  readonly head: string;
  readonly headBytes: number;
}

export interface Tail {
  readonly mark: Mark;
  /**
   * Takes in what is there by now; `name` is what the file is called now. `take` must have the records on disk when it
   * resolves; `moved` is told each time the mark has moved.
   */
  read(
    path: string,
    name: string,
    take: (records: readonly RawRecord[]) => Promise<void>,
    moved: (mark: Mark) => void,
  ): Promise<void>;
}

export type TailFormat = 'lines' | 'log';

const PIECE = 1024 * 1024;
const HEAD = 1_024;
/** A last line is read without its end after so long. */
export const PATIENCE = seconds(30);

export const freshMark = (file: string): Mark => ({ file, offset: 0, line: 1, head: '', headBytes: 0 });

/** What has been read beyond the mark: the beginning of a line. */
interface Reading {
  readonly lines: LineSplitter;
  readonly reader: LineReader;
  /** Added to the splitter's own count of lines. */
  readonly before: number;
  offset: number;
}

export function tail(from: Mark, format: TailFormat, clock: () => number): Tail {
  let mark = from;
  let reading: Reading | undefined;
  /** The size at which the last line was read without its end. */
  let readUnended: number | undefined;
  let size = -1;
  let grewAt = clock();

  async function begin(file: FileHandle): Promise<Reading> {
    const reader = readerOf(format);
    for (const text of mark.offset === 0 ? [] : await headerIn(file)) reader.take({ line: 0, text, isUtf8: true });
    return { reader, lines: new LineSplitter(reader.longestLine), before: mark.line - 1, offset: mark.offset };
  }

  function startAnew(name: string): void {
    mark = freshMark(name);
    reading = undefined;
    readUnended = undefined;
  }

  const placed = (found: readonly Found[], before: number): RawRecord[] =>
    found.map((one) => {
      const at = { file: mark.file, line: one.line + before };
      return 'why' in one ? { reject: { ...one, ...at } } : { ...at, record: one.record };
    });

  async function readOn(file: FileHandle, take: (records: readonly RawRecord[]) => Promise<void>): Promise<boolean> {
    const now = (reading ??= await begin(file));
    const buffer = Buffer.allocUnsafe(PIECE);
    const { bytesRead } = await file.read(buffer, 0, PIECE, now.offset);
    if (bytesRead === 0) return false;
    const piece = buffer.subarray(0, bytesRead);
    const lastEnd = piece.lastIndexOf(0x0a);
    const found = now.lines.push(piece).flatMap((line) => now.reader.take(line));
    // Whatever fails here is read again from the mark.
    reading = undefined;
    await take(placed(found, now.before));
    now.offset += bytesRead;
    reading = now;
    if (lastEnd >= 0)
      mark = {
        ...mark,
        offset: now.offset - (bytesRead - lastEnd - 1),
        line: now.before + now.lines.next,
        ...(await headOf(file, mark)),
      };
    return true;
  }

  async function readUnendedLine(take: (records: readonly RawRecord[]) => Promise<void>): Promise<void> {
    const now = reading;
    if (now === undefined || now.offset === mark.offset) return;
    const found = now.lines.end().flatMap((line) => now.reader.take(line));
    reading = undefined;
    await take(placed(found, now.before));
    readUnended = size;
  }

  return {
    get mark() {
      return mark;
    },
    async read(path, name, take, moved) {
      const file = await open(path, 'r');
      try {
        const stats = await file.stat();
        if (stats.size !== size) grewAt = clock();
        size = stats.size;
        if (size < (reading?.offset ?? mark.offset) || !(await isSame(file, mark))) startAnew(name);
        if (size === readUnended) return;
        for (let last = mark; await readOn(file, take); last = mark) if (mark !== last) moved(mark);
        if (clock() - grewAt >= PATIENCE) await readUnendedLine(take);
      } finally {
        await file.close();
      }
    },
  };
}

/** Whether the file begins as it did when it was marked. */
async function isSame(file: FileHandle, { head, headBytes }: Mark): Promise<boolean> {
  return headBytes === 0 || (await fingerprint(file, headBytes)) === head;
}

/** Of as much of the beginning as there is for certain, and no more once there is enough. */
async function headOf(file: FileHandle, { head, headBytes }: Mark): Promise<Pick<Mark, 'head' | 'headBytes'>> {
  if (headBytes >= HEAD) return { head, headBytes };
  const { size } = await file.stat();
  const length = Math.min(HEAD, size);
  return { head: await fingerprint(file, length), headBytes: length };
}

async function fingerprint(file: FileHandle, length: number): Promise<string> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, 0);
  return createHash('sha256').update(bytes.subarray(0, bytesRead)).digest('hex');
}

/** The lines with which a Zeek log says what its columns are: whoever begins in the middle needs them. */
async function headerIn(file: FileHandle): Promise<string[]> {
  const bytes = Buffer.alloc(64 * 1024);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
  const lines = bytes.toString('utf8', 0, bytesRead).split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, Math.max(0, end));
}
