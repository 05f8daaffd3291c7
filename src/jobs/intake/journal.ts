// The journal: what was accepted stands on disk here until it is in the graph.
//
// Each process appends to segment files of its own, in `journal/` of the home, under a lock that says it lives. A
// checkpoint says how far the graph has got; segments before it are deleted. What a dead process leaves is taken up by
// the next one (`adopt`). Entries may reach the graph twice, never not at all; the graph keeps each of them once.

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { holderOf, tryLock, withLock } from '../../graph/local/lock.ts';
import type { Logger } from '../../log.ts';
import { minutes, seconds } from '../../model/time.ts';
import { HEADER_BYTES, VERSION, encoded, header, piecesOf, versionOf } from './entry.ts';
import type { Entry } from './entry.ts';

/** What is accepted cannot be written down: nothing of what was being accepted counts as accepted. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/** A place in a process's own journal, behind an entry. */
export interface Position {
  readonly segment: number;
  readonly offset: number;
}

export interface Journal {
  /**
   * Appends entries as one; `written` is told where they end, in the order of the journal. With `durable` it resolves
   * when these and all earlier ones would survive a power failure; any number of callers share one sync. Else they
   * survive the end of the process.
   */
  append(entries: readonly Entry[], durable: boolean, written?: (end: Position) => void): Promise<void>;
  /** Everything up to here is in the graph. */
  settled(position: Position): void;
  /** Leaves what is not settled to the next process. */
  close(): Promise<void>;
}

/** The few things a journal asks of a disk. */
export interface Segment {
  write(bytes: Buffer, position: number): Promise<void>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface JournalOptions {
  readonly home: string;
  /** Bytes after which a new segment is begun. */
  readonly rotateAt?: number;
  readonly disk?: (path: string) => Promise<Segment>;
}

const ROTATE_AT = 64 * 1024 * 1024;
const folderOf = (home: string): string => join(home, 'journal');
const nameOf = (writer: string, segment: number): string => `${writer}.${String(segment).padStart(6, '0')}.journal`;

interface Group {
  readonly entries: readonly Entry[];
  readonly durable: boolean;
  readonly written: ((end: Position) => void) | undefined;
  resolve(): void;
  reject(error: Error): void;
}

export function openJournal({ home, rotateAt = ROTATE_AT, disk = onDisk }: JournalOptions): Journal {
  const folder = folderOf(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const writer = `${hostname().replace(/[^\w-]/g, '_')}-${process.pid}-${randomBytes(4).toString('hex')}`;
  const lock = tryLock(lockOf(folder, writer));
  if (lock === undefined) throw new JournalError(`The journal's lock in ${folder} cannot be taken: see who else writes there.`);
  const heartbeat = setInterval(() => touch(lockOf(folder, writer)), HEARTBEAT).unref();

  let end: Position = { segment: 1, offset: 0 };
  /** Behind the last entry there is, and behind the last one that is in the graph. */
  let last: Position = end;
  let done: Position = end;
  let oldest = 1;
  let current: Segment | undefined;
  let waiting: Group[] = [];
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    // Whoever asks while one group is written joins the next.
    while (waiting.length > 0) {
      const groups = waiting;
      waiting = [];
      try {
        const ends = await write(groups);
        for (const [index, group] of groups.entries()) {
          if (ends[index] !== undefined) group.written?.(ends[index]);
          group.resolve();
        }
      } catch (error) {
        const failure = unwritable('journal', folder, error);
        for (const group of groups) group.reject(failure);
      }
    }
    flushing = undefined;
  }

  async function write(groups: readonly Group[]): Promise<Position[]> {
    const segment = (current ??= await begin());
    const start = Math.max(end.offset, HEADER_BYTES);
    const ends: Position[] = [];
    const bytes: Buffer[] = [];
    let offset = start;
    for (const { entries } of groups) {
      for (const entry of entries) offset += bytes[bytes.push(encoded(entry)) - 1]?.length ?? 0;
      ends.push({ segment: end.segment, offset });
    }
    try {
      if (bytes.length > 0) await segment.write(Buffer.concat(bytes), start);
      if (groups.some(({ durable }) => durable) || offset >= rotateAt) await segment.sync();
    } catch (error) {
      await takeBack(segment, start);
      throw error;
    }
    last = end = { segment: end.segment, offset };
    if (offset >= rotateAt) await leave(segment);
    return ends;
  }

  async function begin(): Promise<Segment> {
    const path = join(folder, nameOf(writer, end.segment));
    try {
      const segment = await disk(path);
      await segment.write(header(), 0);
      await syncFolder(folder);
      end = { segment: end.segment, offset: HEADER_BYTES };
      return segment;
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
  }

  /** Half an entry in the middle would be found as damage later; where it cannot be cut off, the segment ends here. */
  async function takeBack(segment: Segment, length: number): Promise<void> {
    end = { segment: end.segment, offset: length };
    await segment.truncate(length).catch(() => leave(segment));
  }

  async function leave(segment: Segment): Promise<void> {
    current = undefined;
    end = { segment: end.segment + 1, offset: 0 };
    await segment.close().catch(() => undefined);
  }

  function settled(position: Position): void {
    done = position;
    // Without it more is taken up twice, and no harm is done; a full disk must not stop what empties it.
    orNothing(() => replace(checkpointOf(folder, writer), JSON.stringify(position)));
    for (; oldest < position.segment; oldest += 1) rmSync(join(folder, nameOf(writer, oldest)), { force: true });
  }

  return {
    append: (entries, durable, written) =>
      new Promise((resolve, reject) => {
        waiting.push({ entries, durable, written, resolve, reject });
        flushing ??= flush();
      }),
    settled,
    async close() {
      await flushing;
      clearInterval(heartbeat);
      await current?.close().catch(() => undefined);
      if (done.segment === last.segment && done.offset === last.offset) removeAll(folder, writer);
      lock.release();
    },
  };
}

const lockOf = (folder: string, writer: string): string => join(folder, `${writer}.lock`);
const checkpointOf = (folder: string, writer: string): string => join(folder, `${writer}.checkpoint`);

/** What keeps a file of the intake from being written, and how to mend it. */
export function unwritable(what: string, folder: string, error: unknown): JournalError {
  const { code, message } = error as NodeJS.ErrnoException;
  const [why, mend] =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? ['its disk is full', 'free some space, or set SKEIN_HOME to a folder on another disk']
      : [message, 'see that the folder can be written to'];
  return new JournalError(`The ${what} in ${folder} cannot be written, ${why}: ${mend}, then try again.`, { cause: error });
}

async function onDisk(path: string): Promise<Segment> {
  const file = await open(path, 'wx', 0o600);
  return {
    async write(bytes, position) {
      // A disk that is nearly full takes a part and says so only when asked for the rest.
      for (let done = 0; done < bytes.length;)
        done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
    },
    truncate: (length) => file.truncate(length),
    sync: () => file.datasync(),
    close: () => file.close(),
  };
}

/** A new file is safe only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function replace(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

// ── what the dead leave ──

/** A process of another host is dead when its lock has not been touched for so long; of this host, when it is no more. */
const SILENCE = seconds(60);
const HEARTBEAT = seconds(10);
/** As much as another process may need to take up a full journal. */
const PATIENCE = minutes(10);

export interface Heir {
  /** Brings entries into the graph; only when it is done are they deleted. */
  take(entries: readonly Entry[]): Promise<void>;
  /** Bytes that are no entry any more, kept in `file`. */
  damaged(file: string, why: string): void;
}

/** Entries at a time, few enough to be one transaction. */
const BATCH = 1_000;
const BATCH_CHARACTERS = 16 * 1024 * 1024;

/** Takes up what dead processes left behind, one process at a time; says how many entries there were. */
export async function adopt(home: string, log: Logger, heir: Heir): Promise<number> {
  const folder = folderOf(home);
  if (orphans(folder).length === 0) return 0;
  return withLock(
    join(folder, 'adopt.lock'),
    async () => {
      let count = 0;
      for (const { writer, segments } of orphans(folder)) {
        log.info({ writer, segments: segments.length }, 'taking up what a process that ended left in its journal');
        const from = checkpoint(folder, writer);
        for (const segment of segments) count += await takeUp(folder, writer, segment, from, log, heir);
        if (segmentsOf(folder, writer).length === 0) removeAll(folder, writer);
      }
      return count;
    },
    PATIENCE,
  );
}

async function takeUp(folder: string, writer: string, segment: number, from: Position, log: Logger, heir: Heir): Promise<number> {
  const name = nameOf(writer, segment);
  const path = join(folder, name);
  const bytes = readFileSync(path);
  const version = versionOf(bytes);
  if (version !== undefined && version > VERSION) {
    log.error({ file: path, version }, 'a newer Skein wrote this journal and it stays where it is: update Skein');
    return 0;
  }
  let count = 0;
  let batch: Entry[] = [];
  let length = 0;
  const hand = async (): Promise<void> => {
    if (batch.length > 0) await heir.take(batch);
    count += batch.length;
    batch = [];
    length = 0;
  };
  const start = segment < from.segment ? bytes.length : segment === from.segment ? from.offset : 0;
  for (const piece of piecesOf(bytes, version === undefined ? 0 : Math.max(start, HEADER_BYTES))) {
    if (piece.kind === 'entry') {
      batch.push(piece.entry);
      length += piece.entry.raw.length;
      if (batch.length >= BATCH || length >= BATCH_CHARACTERS) await hand();
    } else {
      const aside = setAside(folder, `${name}-${piece.from}`, bytes.subarray(piece.from, piece.until));
      log.warn({ file: aside, bytes: piece.until - piece.from }, `the journal is ${piece.kind}; what was there is kept aside`);
      // A torn end was never answered for: whoever sent it has not been told that it was accepted.
      if (piece.kind === 'damaged') heir.damaged(aside, 'an entry of the journal is damaged: its checksum does not hold');
    }
  }
  await hand();
  rmSync(path, { force: true });
  return count;
}

/** Deletes what dead processes left, unread: for a graph that is being emptied. */
export function discard(home: string): void {
  for (const { writer } of orphans(folderOf(home))) removeAll(folderOf(home), writer);
}

interface Orphan {
  readonly writer: string;
  readonly segments: readonly number[];
}

function orphans(folder: string): Orphan[] {
  const writers = new Set(namesIn(folder).flatMap((name) => /^(.+)\.(?:\d{6}\.journal|checkpoint)$/.exec(name)?.[1] ?? []));
  return [...writers]
    .filter((writer) => !isAlive(folder, writer))
    .sort()
    .map((writer) => ({ writer, segments: segmentsOf(folder, writer) }));
}

function isAlive(folder: string, writer: string): boolean {
  const path = lockOf(folder, writer);
  if (writer.startsWith(`${hostname().replace(/[^\w-]/g, '_')}-`)) return holderOf(path) !== undefined;
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < SILENCE;
}

const segmentsOf = (folder: string, writer: string): number[] =>
  namesIn(folder)
    .filter((name) => name.startsWith(`${writer}.`) && name.endsWith('.journal'))
    .map((name) => Number(name.slice(writer.length + 1).split('.')[0]))
    .sort((a, b) => a - b);

const START: Position = { segment: 0, offset: 0 };

/** Without one, or with one that cannot be read, everything is taken up once more. */
function checkpoint(folder: string, writer: string): Position {
  return orNothing(() => JSON.parse(readFileSync(checkpointOf(folder, writer), 'utf8')) as Position) ?? START;
}

function setAside(folder: string, name: string, bytes: Buffer): string {
  const path = join(folder, 'damaged', `${name}.bin`);
  mkdirSync(join(folder, 'damaged'), { recursive: true, mode: 0o700 });
  writeFileSync(path, bytes, { mode: 0o600 });
  return path;
}

function removeAll(folder: string, writer: string): void {
  for (const segment of segmentsOf(folder, writer)) rmSync(join(folder, nameOf(writer, segment)), { force: true });
  rmSync(checkpointOf(folder, writer), { force: true });
  rmSync(`${checkpointOf(folder, writer)}.new`, { force: true });
  rmSync(lockOf(folder, writer), { force: true });
}

const namesIn = (folder: string): string[] => orNothing(() => readdirSync(folder)) ?? [];

function touch(path: string): void {
  const now = new Date();
  orNothing(() => utimesSync(path, now, now));
}

function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
