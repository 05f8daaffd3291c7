// A tenant written into a folder, each log in the form its product exports it:
// lines, pages of Graph, one file a message.

import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord, SourceId } from '../record.ts';
import { tell, type SeedOptions } from '../seed.ts';
import { truthFileOf, truthOf, type TruthEntry } from './truth.ts';

export interface SeedSummary {
  readonly records: Readonly<Record<SourceId, number>>;
  readonly files: number;
  readonly truths: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export interface FolderOptions extends SeedOptions {
  /** Left out: `truth.json` beside the folder, so that no reader of the folder can meet a label. */
  readonly truthFile?: string;
  readonly dayDone?: (index: number) => void;
}

/** Writes the records into a folder, in order of arrival, and the truth outside it. */
export function writeSeed(directory: string, { truthFile, dayDone, ...options }: FolderOptions): SeedSummary {
  const telling = tell(options);
  const truthPath = truthFile ?? join(dirname(directory), 'truth.json');
  mkdirSync(directory, { recursive: true });
  mkdirSync(dirname(truthPath), { recursive: true });

  const truth = new Map<string, TruthEntry>();
  const counts: Record<SourceId, number> = {
    ...{ 'm365-audit': 0, 'entra-sign-in': 0, 'entra-audit': 0 },
    ...{ 'security-alert': 0, email: 0, network: 0 },
  };
  const span = { firstAt: Infinity, lastAt: -Infinity };
  const files = openFiles(directory);
  for (const { record } of telling.delivered(dayDone)) {
    files.write(record);
    counts[record.source]++;
    const entry = truthOf(record);
    // A record that is delivered twice is one record.
    if (entry !== undefined) truth.set(`${entry.source} ${entry.record}`, entry);
    span.firstAt = Math.min(span.firstAt, record.at);
    span.lastAt = Math.max(span.lastAt, record.at);
  }

  const written = files.close();
  writeFileSync(truthPath, `${JSON.stringify(truthFileOf(telling, [...truth.values()]), null, 1)}\n`);
  return { records: counts, files: written, truths: truth.size, ...span };
}

interface Files {
  write(record: SeedRecord): void;
  /** Says how many files there are. */
  close(): number;
}

/** Graph hands sign-ins out in pages; more than this in one file would be one value too large to hold. */
const pageLength = 100_000;

const lines = { head: '', between: '\n', tail: '\n', most: Infinity };
const pages = {
  head: `{"@odata.context":"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns","value":[\n`,
  between: ',\n',
  tail: '\n]}\n',
  most: pageLength,
};

function openFiles(directory: string): Files {
  const logs: Record<SourceId, Log> = {
    'm365-audit': openLog(join(directory, 'm365-audit'), 'jsonl', lines),
    'entra-sign-in': openLog(join(directory, 'entra-sign-in'), 'json', pages),
    'entra-audit': openLog(join(directory, 'entra-audit'), 'jsonl', lines),
    'security-alert': openLog(join(directory, 'security-alert'), 'jsonl', lines),
    email: openLog(join(directory, 'message-trace'), 'jsonl', lines),
    network: openLog(join(directory, 'network'), 'jsonl', lines),
  };
  const messages = openMessages(join(directory, 'messages'));

  return {
    write({ source, at, record }) {
      if (typeof record === 'string') messages.write(at, record);
      else logs[source].write(record);
    },
    close: () => Object.values(logs).reduce((sum, log) => sum + log.close(), messages.count()),
  };
}

interface Log {
  write(record: object): void;
  close(): number;
}

interface Frame {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  /** Records in one file. */
  readonly most: number;
}

const bufferLength = 1 << 20;

/** A log in one file, or in several when it is long; no file when nothing was logged. */
function openLog(path: string, ending: string, frame: Frame): Log {
  let file: number | undefined;
  let buffer = '';
  let [inFile, files] = [0, 0];

  function flush(): void {
    if (file !== undefined) writeFileSync(file, buffer);
    buffer = '';
  }

  function close(): void {
    if (file === undefined) return;
    buffer += frame.tail;
    flush();
    closeSync(file);
    file = undefined;
  }

  return {
    write(record) {
      if (inFile === frame.most) close();
      if (file === undefined) {
        files++;
        file = openSync(`${path}${files === 1 ? '' : `-${files}`}.${ending}`, 'w');
        buffer = frame.head;
        inFile = 0;
      }
      buffer += (inFile === 0 ? '' : frame.between) + JSON.stringify(record);
      inFile++;
      if (buffer.length > bufferLength) flush();
    },
    close() {
      close();
      return files;
    },
  };
}

/** One file a message, in a folder a day, so that no folder grows without end. */
function openMessages(directory: string) {
  const made = new Set<string>();
  let count = 0;
  return {
    write(at: Instant, text: string): void {
      const folder = join(directory, new Date(at).toISOString().slice(0, 10));
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      count++;
      writeFileSync(join(folder, `${String(count).padStart(7, '0')}.eml`), text);
    },
    count: () => count,
  };
}
