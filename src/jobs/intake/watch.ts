// Watched folders: files that grow are followed line by line, others are read once they have stopped changing.
//
// The file system's own notices only make it quicker; a look every two seconds misses nothing. What a file is, is told
// by its inode and how it begins, so that one that is renamed is not read twice and one that is replaced is read anew.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, watch as notices, writeFileSync } from 'node:fs';
import type { FSWatcher, Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { tryLock } from '../../graph/local/lock.ts';
import type { Lock } from '../../graph/local/lock.ts';
import type { Logger } from '../../log.ts';
import { seconds } from '../../model/time.ts';
import { formatByName, withoutGzip } from '../../tenant/format.ts';
import { PathError, readPaths } from '../../tenant/telemetry.ts';
import type { RawRecord } from '../../tenant/telemetry.ts';
import { ClosingError } from './intake.ts';
import type { Intake } from './intake.ts';
import { freshMark, tail } from './tail.ts';
import type { Mark, Tail, TailFormat } from './tail.ts';

export interface WatchOptions {
  readonly intake: Intake;
  readonly home: string;
  readonly folders: readonly string[];
  readonly log: Logger;
  /** Milliseconds that only go forward. */
  readonly clock?: () => number;
  /** Between two looks; 0: only when asked. */
  readonly everyMs?: number;
}

export interface Watching {
  /** Looks at everything now, and resolves when what was found is accepted. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY = seconds(2);
/** A file that is read as a whole has not changed for so long. */
const STABLE = seconds(2);
const SOON = 100;

/** What is kept of a file between two lives of the program. */
interface Kept {
  readonly mark?: Mark;
  /** The size and time of change of a file that was read whole. */
  readonly read?: string;
}

export function watchFolders({
  intake,
  home,
  folders,
  log,
  clock = () => performance.now(),
  everyMs = EVERY,
}: WatchOptions): Watching {
  const watched = folders.map((folder) => watchedFolder(folder, join(home, 'watch'), intake, log, clock));
  let isStopped = false;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function lookAtAll(): Promise<void> {
    for (const folder of watched) {
      if (isStopped) return;
      await folder
        .look(() => isStopped)
        .catch((error: unknown) => {
          if (!(error instanceof ClosingError))
            log.warn({ err: error, folder: folder.path }, 'a watched folder could not be read; it is tried again');
        });
    }
  }

  const look = (): Promise<void> => (looking ??= lookAtAll().finally(() => (looking = undefined)));

  function again(afterMs: number): void {
    if (isStopped || everyMs === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look().finally(() => again(everyMs)), afterMs);
  }

  const noticing =
    everyMs === 0 ? [] : folders.flatMap((folder) => noticesOf(folder, () => looking === undefined && again(SOON)));
  again(0);
  return {
    look,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      for (const it of noticing) it.close();
      await looking;
      for (const folder of watched) folder.release();
    },
  };
}

function noticesOf(folder: string, notice: () => void): FSWatcher[] {
  try {
    return [notices(folder, { recursive: true }, notice).on('error', () => undefined)];
  } catch {
    // Too many folders for the system to watch, or a file system that cannot say: the clock does it.
    return [];
  }
}

function watchedFolder(path: string, keep: string, intake: Intake, log: Logger, clock: () => number) {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 16);
  const kept = new Map<string, Kept>();
  const tails = new Map<string, Tail>();
  /** How a file that is to be read whole looked last, and since when. */
  const seen = new Map<string, { readonly signature: string; readonly since: number }>();
  let lock: Lock | undefined;

  /** One process follows a folder; the others stand by. */
  function isOurs(): boolean {
    if (lock !== undefined) return true;
    mkdirSync(keep, { recursive: true, mode: 0o700 });
    lock = tryLock(join(keep, `${name}.lock`));
    if (lock !== undefined) for (const [key, one] of Object.entries(readKept(join(keep, `${name}.json`)))) kept.set(key, one);
    return lock !== undefined;
  }

  function note(key: string, one: Kept): void {
    kept.set(key, one);
    save();
  }

  function save(): void {
    const file = join(keep, `${name}.json`);
    writeFileSync(`${file}.new`, JSON.stringify({ folder: path, files: Object.fromEntries(kept) }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  async function take(records: readonly RawRecord[]): Promise<void> {
    if (records.length === 0) return;
    const door = intake.door({ durable: true });
    for (const record of records) await door.put(record);
    await door.flush();
  }

  async function follow(key: string, file: string, format: TailFormat): Promise<void> {
    const following = tails.get(key) ?? tail(kept.get(key)?.mark ?? freshMark(file), format, clock);
    tails.set(key, following);
    await following.read(join(path, file), file, take, (mark) => note(key, { mark }));
  }

  async function readWhole(key: string, file: string, stats: Stats): Promise<void> {
    const signature = `${file} ${stats.size} ${stats.mtimeMs}`;
    if (kept.get(key)?.read === signature) return;
    const last = seen.get(key);
    if (last?.signature !== signature) {
      seen.set(key, { signature, since: clock() });
      return;
    }
    if (clock() - last.since < STABLE) return;
    const door = intake.door({ durable: true });
    try {
      for await (const raw of readPaths([join(path, file)])) await door.put(named(raw, withoutGzip(file)));
      const { accepted, rejected } = await door.flush();
      log.info({ file, accepted, rejected }, 'a watched file was read');
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      log.debug({ file, why: error.message }, 'a watched file was passed over');
    }
    note(key, { read: signature });
    seen.delete(key);
  }

  async function lookAt(file: string, stats: Stats): Promise<void> {
    const key = `${stats.dev}:${stats.ino}`;
    const known = kept.get(key)?.mark;
    const format = formatByName(file);
    const isLines =
      (format === 'lines' || format === 'log') && file === withoutGzip(file) && !(await isEncoded(join(path, file)));
    // One that was followed under another name was rotated away: its rest still belongs to that name.
    if (isLines) await follow(key, file, format);
    else if (known !== undefined) await follow(key, file, formatByName(known.file) === 'lines' ? 'lines' : 'log');
    else await readWhole(key, file, stats);
  }

  return {
    path,
    async look(isStopped: () => boolean): Promise<void> {
      if (!isOurs()) return;
      const present = new Set<string>();
      for await (const file of walk(path, '')) {
        if (isStopped()) return;
        const stats = await stat(join(path, file)).catch(() => undefined);
        if (stats?.isFile() !== true) continue;
        present.add(`${stats.dev}:${stats.ino}`);
        await lookAt(file, stats).catch((error: unknown) => {
          if (!isPassing(error)) throw error;
          log.debug({ file, why: (error as Error).message }, 'a watched file could not be read; it is tried again');
        });
      }
      forget(present);
    },
    release(): void {
      lock?.release();
      lock = undefined;
    },
  };

  /** Of files that are gone nothing is kept: their inodes will be others'. */
  function forget(present: ReadonlySet<string>): void {
    const gone = [...kept.keys()].filter((key) => !present.has(key));
    for (const key of gone) kept.delete(key);
    for (const map of [tails, seen]) for (const key of map.keys()) if (!present.has(key)) map.delete(key);
    if (gone.length > 0) save();
  }
}

/** Gone again, or not to be read by us for now. */
const isPassing = (error: unknown): boolean =>
  ['ENOENT', 'EACCES', 'EPERM', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');

const named = (raw: RawRecord, file: string): RawRecord =>
  'reject' in raw ? { reject: { ...raw.reject, file } } : { ...raw, file };

function readKept(file: string): Readonly<Record<string, Kept>> {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, Kept> }).files;
  } catch {
    // None yet, or none that can be read: everything is read once more, which changes nothing.
    return {};
  }
}

/** Compressed, or not UTF-8: it cannot be read from the middle. */
async function isEncoded(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    const first = bytesRead < 2 ? 0 : buffer.readUInt16BE(0);
    return first === 0x1f8b || first === 0xfffe || first === 0xfeff;
  } finally {
    await file.close();
  }
}

/** Names of the files below a folder, in order, with slashes. Links to folders are not followed: they may lead in circles. */
async function* walk(folder: string, below: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(folder, name);
    else if (entry.isFile() || entry.isSymbolicLink()) yield name;
  }
}
