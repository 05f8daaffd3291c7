// Records that could not be taken in: where they stood, why, and their text, so that they can be tried again.

import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reject } from '../../ingest/source.ts';
import { rfc3339 } from '../../model/time.ts';
import type { Instant } from '../../model/time.ts';
import { unwritable } from './journal.ts';

/** One line of a file in `rejects/`. */
export interface Letter extends Reject {
  /** When it was set aside, RFC 3339. */
  readonly at: string;
  /** The source it was to be read as, where one was named. */
  readonly source?: string;
  /** `raw` is only the beginning: the record cannot be tried again from here. */
  readonly cut?: true;
}

export interface DeadLetter {
  /** The first file of this process, which is there once something was set aside. */
  readonly path: string;
  /** How many were set aside. */
  readonly count: number;
  put(reject: Reject, more: { readonly source?: string; readonly whole?: boolean }): void;
  /** Returns when everything put is in the file. */
  flush(): void;
}

/** Of what was never accepted so much is kept, in characters: its sender has the rest. */
const MOST_TEXT = 65_536;
/** Written once there is so much to write. */
const BUFFER = 262_144;
/** A new file is begun after so much: one is read whole to be replayed. */
const MOST_A_FILE = 64 * 1024 * 1024;
/** Beyond so many bytes in all the texts are left out; where and why is always kept. */
const MOST_BYTES = 1024 ** 3;

const folderOf = (home: string): string => join(home, 'rejects');

export function openDeadLetter(home: string, clock: () => Instant): DeadLetter {
  const folder = folderOf(home);
  const first = join(folder, `${rfc3339(clock()).replaceAll(':', '-')}-${process.pid}.jsonl`);
  let path = first;
  let room = MOST_BYTES - bytesIn(folder);
  let lines: string[] = [];
  let length = 0;
  let count = 0;
  let written = 0;
  let parts = 1;

  function flush(): void {
    if (lines.length === 0) return;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Opened for each write, so that a replay may take the file away between two.
      appendFileSync(path, lines.join(''), { mode: 0o600 });
    } catch (error) {
      throw unwritable('dead letter', folder, error);
    }
    room -= length;
    written += length;
    if (written / MOST_A_FILE >= parts) path = first.replace(/\.jsonl$/, `-${(parts += 1)}.jsonl`);
    lines = [];
    length = 0;
  }

  return {
    path: first,
    get count() {
      return count;
    },
    put({ raw, ...reject }, { source, whole = false }) {
      const kept = room - length > 0 ? raw : undefined;
      const isCut = kept !== undefined && !whole && kept.length > MOST_TEXT;
      const letter: Letter = {
        ...reject,
        at: rfc3339(clock()),
        ...(source === undefined ? {} : { source }),
        ...(kept === undefined ? {} : { raw: isCut ? kept.slice(0, MOST_TEXT) : kept }),
        ...(isCut ? { cut: true } : {}),
      };
      const line = `${JSON.stringify(letter)}\n`;
      count += 1;
      length += line.length;
      lines.push(line);
      if (length > BUFFER) flush();
    },
    flush,
  };
}

const bytesIn = (folder: string): number =>
  filesIn(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);

/** How many records wait there, and how many of them could be tried again. */
export function waiting(home: string): { files: number; letters: number; replayable: number } {
  const files = filesIn(folderOf(home));
  let [letters, replayable] = [0, 0];
  for (const name of files)
    for (const letter of lettersIn(join(folderOf(home), name))) {
      letters += 1;
      if (isReplayable(letter)) replayable += 1;
    }
  return { files: files.length, letters, replayable };
}

/** Files to replay: the one named, or all there are. */
export function filesOf(home: string, named: string): string[] {
  const folder = folderOf(home);
  if (named === 'all') return filesIn(folder).map((name) => join(folder, name));
  const path = existsSync(named) ? named : join(folder, basename(named));
  return existsSync(path) ? [path] : [];
}

/**
 * Takes a file away from whoever writes to it, asks of each of its records whether it could now be taken in (undefined:
 * its text is not there), and puts those that could not back. Killed in between, what was asked about is asked about again.
 */
export async function replayFile(
  path: string,
  take: (letter: Letter | undefined) => Promise<boolean>,
  done: () => Promise<void>,
): Promise<void> {
  const back = path.endsWith(TAKEN) ? path.slice(0, -TAKEN.length) : path;
  const taken = `${back}${TAKEN}`;
  if (taken !== path) {
    renameSync(path, taken);
    // Whoever had opened it to append a moment ago is done by then.
    await pause(50);
  }
  const left: string[] = [];
  for (const line of linesIn(taken)) {
    const letter = letterOn(line);
    if (!(await take(letter !== undefined && isReplayable(letter) ? letter : undefined))) left.push(line);
  }
  await done();
  if (left.length > 0) appendFileSync(back, `${left.join('\n')}\n`, { mode: 0o600 });
  rmSync(taken, { force: true });
}

const TAKEN = '.replaying';

const isReplayable = ({ raw, cut }: Letter): boolean => raw !== undefined && cut === undefined;

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl') || name.endsWith(TAKEN))
      .sort();
  } catch {
    return [];
  }
};

const linesIn = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

/** A line that was being written when its process died is no letter. */
function letterOn(line: string): Letter | undefined {
  try {
    return JSON.parse(line) as Letter;
  } catch {
    return undefined;
  }
}

const lettersIn = (path: string): Letter[] => linesIn(path).flatMap((line) => letterOn(line) ?? []);
