// Between whoever has records and the graph: read, journal, queue, write.
//
// Accepted is what stands in the journal. The queue is bounded, in records and in size: who brings more waits, or is
// turned away after its patience. One batch is written while the next is read; two writers would wait for each other's locks.

import { setTimeout as pause } from 'node:timers/promises';
import type { Sighting } from '../../graph/events.ts';
import type { Graph } from '../../graph/graph.ts';
import { withPlace } from '../../ingest/place.ts';
import type { PlaceLookup } from '../../ingest/place.ts';
import { readRecord } from '../../ingest/read.ts';
import type { Reading } from '../../ingest/read.ts';
import type { Reject, Source, Where } from '../../ingest/source.ts';
import type { Logger } from '../../log.ts';
import { seconds } from '../../model/time.ts';
import type { Instant, Millis } from '../../model/time.ts';
import type { RawRecord } from '../../tenant/telemetry.ts';
import { tracker } from './arrivals.ts';
import { openDeadLetter } from './dead-letter.ts';
import type { Entry } from './entry.ts';
import { adopt, openJournal } from './journal.ts';
import type { Journal, Position } from './journal.ts';
import { writeBatch } from './write.ts';

export interface IntakeOptions {
  readonly graph: Graph;
  readonly home: string;
  readonly lookup: PlaceLookup;
  /** Sources somebody wrote down, beside our own. */
  readonly mappings?: readonly Source[];
  readonly clock: () => Instant;
  readonly log: Logger;
  /** What to do when the database is away: wait for it for ever, or say so at once. */
  readonly whenAway: 'wait' | 'throw';
  readonly limits?: Limits;
  readonly progress?: (written: number) => void;
  readonly journal?: Journal;
}

/** What may wait for the graph at one time. */
export interface Limits {
  readonly records: number;
  /** Of their text. */
  readonly characters: number;
}

const LIMITS: Limits = { records: 10_000, characters: 32 * 1024 * 1024 };

/**
 * For files, which wait for nobody: one batch is read while another is written. Reading further ahead would leave nothing to
 * read while the last batches are written.
 */
export const forFiles: Limits = { records: 2_000, characters: 16 * 1024 * 1024 };

export interface Intake {
  /** An entrance for one sender: a command, a request, a watched file. */
  door(options?: DoorOptions): Door;
  /** Whether the next record would have to wait. */
  isFull(): boolean;
  /** Calls back when records have reached the graph and a moment was quiet; at most every two seconds. */
  onNews(callback: () => void): void;
  /** Takes up what earlier processes accepted and did not bring into the graph; says how much. */
  adopt(): Promise<number>;
  /** Resolves when all that was accepted is in the graph; throws what kept it from getting there. */
  drained(): Promise<Tally>;
  /** Takes no more, and writes what waits for as long as patience lasts; the rest stays in the journal for the next process. */
  close(patience?: Millis): Promise<void>;
}

export interface Tally {
  readonly new: number;
  readonly duplicate: number;
  /** Accepted, and refused by the database. */
  readonly refused: number;
}

export interface DoorOptions {
  /** Read every record as this source; left out, each record's content decides. */
  readonly source?: string;
  /** Accepted survives a power failure, not only the end of the process. */
  readonly durable?: boolean;
  /** How long to wait for room in the queue, each time. */
  readonly patience?: Millis;
}

export interface Door {
  /** Whether it would be accepted. */
  isReadable(raw: RawRecord): boolean;
  put(raw: RawRecord): Promise<void>;
  /** Resolves when everything put is accepted or set aside. */
  flush(): Promise<Received>;
}

export interface Received {
  readonly accepted: number;
  readonly rejected: number;
  /** The first twenty, without their text. */
  readonly rejects: readonly Reject[];
  /** Where they are written down, when there are any. */
  readonly file?: string;
}

/** There is no room, and was none for as long as the sender would wait. */
export class FullError extends Error {
  override readonly name = 'FullError';
}

/** It is being closed. */
export class ClosingError extends Error {
  override readonly name = 'ClosingError';
}

/** Rows a transaction: enough to be quick, few enough that two writers rarely wait for one another. */
const BATCH = 1_000;
/** Text a transaction: the database holds it in memory until the end. */
const BATCH_CHARACTERS = 8 * 1024 * 1024;
/** Records a door gathers before it writes them to the journal. */
const GATHERED = 250;
const GATHERED_CHARACTERS = 1024 * 1024;
/** Real records are a thousandth of this. */
const LONGEST_RECORD = 16 * 1024 * 1024;
const MOST_REJECTS = 20;
const BACK_OFF = { first: 500, most: seconds(15) };

interface Queued {
  readonly sighting: Sighting;
  readonly entry: Entry;
  readonly end: Position;
}

export function openIntake(options: IntakeOptions): Intake {
  const { graph, home, clock, log, limits = LIMITS } = options;
  const reader: Reader = { lookup: options.lookup, mappings: options.mappings ?? [] };
  const journal = options.journal ?? openJournal({ home });
  const deadLetter = openDeadLetter(home, clock);
  const track = tracker();
  const news = newsOf();
  const room = roomOf(limits);
  const tally = noneYet();
  let queue: Queued[] = [];
  let working: Promise<void> | undefined;
  const stopping = new AbortController();
  let isClosing = false;
  let isClosed = false;

  function work(): void {
    working ??= drain().finally(() => (working = undefined));
    // Its failure is met by whoever waits, for room or for the end; until then it must not count as unhandled.
    working.catch((error: unknown) => room.fail(error));
  }

  async function drain(): Promise<void> {
    while (queue.length > 0 && !isClosed) {
      const batch = batchOf(queue);
      await writeOut(batch, tally);
      queue = queue.slice(batch.length);
      const last = batch.at(-1);
      if (last !== undefined) journal.settled(last.end);
      room.free(batch.length, sizeOf(batch));
      options.progress?.(tally.new + tally.duplicate + tally.refused);
    }
    deadLetter.flush();
    // No record depends on it.
    await track.tell(graph, true).catch(() => undefined);
  }

  async function writeOut(batch: readonly Queued[], sums: Sums): Promise<void> {
    for (let wait = BACK_OFF.first; ; wait = Math.min(2 * wait, BACK_OFF.most)) {
      try {
        await write(batch, sums);
        return;
      } catch (error) {
        if (options.whenAway === 'throw' || isClosing) throw error;
        log.warn({ err: error, waiting: queue.length, againInMs: wait }, 'records wait for the database');
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  async function write(batch: readonly Queued[], sums: Sums): Promise<void> {
    const arrivedAt = Math.min(...batch.map(({ entry }) => entry.arrivedAt));
    const entries = new Map(batch.map(({ sighting, entry }) => [sighting, entry]));
    const refused: [Entry, string][] = [];
    const sightings = batch.map(({ sighting }) => sighting);
    const saved = await writeBatch(graph, sightings, arrivedAt, (sighting, why) => {
      const entry = entries.get(sighting);
      if (entry !== undefined) refused.push([entry, why]);
    });
    // Only now: a batch that is tried again must not count its rows twice.
    for (const [entry, why] of refused) bury(entry, why);
    sums.refused += refused.length;
    sums.new += saved.isNew;
    sums.duplicate += saved.duplicate;
    track.saw(sightings, arrivedAt);
    await track.tell(graph).catch(() => undefined);
    news.arrived();
  }

  /** It was accepted, so all of it is kept. */
  function bury({ file, line, source, raw }: Entry, why: string): void {
    deadLetter.put({ file, line, why, raw }, { whole: true, ...(source === undefined ? {} : { source }) });
    deadLetter.flush();
    track.refused(source ?? 'unknown', why, clock());
    log.warn({ file, line, why }, 'a record was refused by the database and set aside');
  }

  async function adoptAll(): Promise<number> {
    const count = await adopt(home, log, {
      async take(entries) {
        const batch: Queued[] = [];
        for (const entry of entries) {
          const read = readEntry(entry, reader);
          if ('reject' in read) bury(entry, read.reject.why);
          else batch.push({ sighting: read.sighting, entry, end: NOWHERE });
        }
        // They are no record of whoever counts here.
        if (batch.length > 0) await writeOut(batch, noneYet());
      },
      damaged(file, why) {
        deadLetter.put({ file, line: 1, why }, {});
        deadLetter.flush();
      },
    });
    await track.tell(graph, true).catch(() => undefined);
    return count;
  }

  function door({ source, durable = false, patience = Infinity }: DoorOptions = {}): Door {
    let gathered: { sighting: Sighting; entry: Entry }[] = [];
    let length = 0;
    let count = 0;
    let rejected = 0;
    const rejects: Reject[] = [];

    function setAside(reject: Reject): void {
      rejected += 1;
      const { file, line, path, why } = reject;
      if (rejects.length < MOST_REJECTS) rejects.push({ file, line, ...(path === undefined ? {} : { path }), why });
      deadLetter.put(reject, source === undefined ? {} : { source });
      track.refused(source ?? 'unknown', reject.why, clock());
    }

    async function enter(isLast: boolean): Promise<void> {
      const group = gathered;
      const characters = length;
      gathered = [];
      length = 0;
      if (group.length === 0 && !isLast) return;
      await room.take(group.length, characters, patience);
      try {
        await journal.append(
          group.map(({ entry }) => entry),
          isLast && durable,
          (end) => queue.push(...group.map((it) => ({ ...it, end }))),
        );
      } catch (error) {
        room.free(group.length, characters);
        throw error;
      }
      count += group.length;
      if (group.length > 0) work();
    }

    return {
      isReadable: (raw) => !('reject' in raw) && !('reject' in readRaw(raw, source, 0, reader)),
      async put(raw) {
        if (isClosing) throw new ClosingError(CLOSING);
        if ('reject' in raw) {
          setAside(raw.reject);
          return;
        }
        const read = readRaw(raw, source, clock(), reader);
        if ('reject' in read) {
          setAside(read.reject);
          return;
        }
        gathered.push(read);
        length += read.entry.raw.length;
        if (gathered.length >= GATHERED || length >= GATHERED_CHARACTERS) await enter(false);
      },
      async flush() {
        await enter(true);
        deadLetter.flush();
        return { accepted: count, rejected, rejects, ...(rejected === 0 ? {} : { file: deadLetter.path }) };
      },
    };
  }

  return {
    door,
    isFull: () => room.isFull(),
    onNews: (callback) => news.tell(callback),
    adopt: adoptAll,
    async drained() {
      while (working !== undefined || queue.length > 0) {
        work();
        await working;
      }
      deadLetter.flush();
      return { ...tally };
    },
    async close(patience = 0) {
      isClosing = true;
      stopping.abort();
      room.close();
      news.stop();
      if (working !== undefined) await Promise.race([working.catch(() => undefined), pause(patience, undefined, { ref: false })]);
      isClosed = true;
      deadLetter.flush();
      await journal.close();
    },
  };
}

type Sums = { -readonly [K in keyof Tally]: Tally[K] };
const noneYet = (): Sums => ({ new: 0, duplicate: 0, refused: 0 });

/** For entries that stand in somebody else's journal. */
const NOWHERE: Position = { segment: 0, offset: 0 };

interface Reader {
  readonly lookup: PlaceLookup;
  readonly mappings: readonly Source[];
}

type Taken = { readonly sighting: Sighting; readonly entry: Entry } | { readonly reject: Reject };

function readRaw(
  { file, line, record }: Where & { record: unknown },
  source: string | undefined,
  arrivedAt: Instant,
  { lookup, mappings }: Reader,
): Taken {
  const read = readRecord(record, { file, line }, { mappings, ...(source === undefined ? {} : { source }) });
  // The whole of it, and not what a source took out of its wrapping: it is what will be read again.
  const raw = JSON.stringify(record);
  if ('reject' in read) return { reject: { ...read.reject, raw } };
  if (raw.length > LONGEST_RECORD) return { reject: { file, line, why: 'a record longer than 16 MiB', raw } };
  const stands = placeIn(read.reading, { file, line });
  const name = read.reading.event.record === `${file}:${line}` ? `${stands.file}:${stands.line}` : read.reading.event.record;
  const event = withPlace({ ...read.reading.event, record: name }, lookup);
  const entry: Entry = { ...stands, ...(source === undefined ? {} : { source }), arrivedAt, raw };
  return { sighting: { ...read.reading, event, ...stands }, entry };
}

/** The name in place of a file's, for what was sent and not read from a file. */
export const sentAs = (source: string): string => `${SENT}${source}`;
const SENT = 'http:';

/**
 * Where a record stands. What was sent stands nowhere: a record without an id of its own is then called after its
 * content, so that it has the same name however often and in whatever company it is sent.
 */
function placeIn({ event, hash }: Reading, { file, line }: Where): Where {
  const isNameless = event.id === `${event.source}:#${hash}`;
  return isNameless && file.startsWith(SENT) ? { file: sentAs(hash.slice(0, 16)), line: 1 } : { file, line };
}

function readEntry({ file, line, source, arrivedAt, raw }: Entry, reader: Reader): Taken {
  return readRaw({ file, line, record: JSON.parse(raw) as unknown }, source, arrivedAt, reader);
}

const lengthOf = ({ entry }: Pick<Queued, 'entry'>): number => entry.raw.length;
const sizeOf = (batch: readonly Queued[]): number => batch.reduce((sum, queued) => sum + lengthOf(queued), 0);

function batchOf(queue: readonly Queued[]): readonly Queued[] {
  let length = 0;
  const end = queue.findIndex(
    (queued, index) => index === BATCH || (index > 0 && (length += lengthOf(queued)) > BATCH_CHARACTERS),
  );
  // A copy: the queue grows while the batch is written.
  return queue.slice(0, end < 0 ? undefined : end);
}

interface Waiter {
  readonly records: number;
  readonly characters: number;
  enter(): void;
  leave(error: Error): void;
}

/** The room there is, given out in the order it was asked for. */
function roomOf(limits: Limits) {
  const used = { records: 0, characters: 0 };
  const waiters: Waiter[] = [];

  // More than all the room there is fits once there is nothing else.
  const fits = (records: number, characters: number): boolean =>
    used.records === 0 || (used.records + records <= limits.records && used.characters + characters <= limits.characters);
  const take = ({ records, characters }: Pick<Waiter, 'records' | 'characters'>): void => {
    used.records += records;
    used.characters += characters;
  };
  const fail = (error: unknown): void => {
    const failure = error instanceof Error ? error : new Error(String(error));
    for (const waiter of waiters.splice(0)) waiter.leave(failure);
  };

  return {
    isFull: () => waiters.length > 0 || !fits(1, 1),
    async take(records: number, characters: number, patience: Millis): Promise<void> {
      if (records === 0) return;
      if (waiters.length === 0 && fits(records, characters)) {
        take({ records, characters });
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const timer = patience === Infinity ? undefined : setTimeout(() => waiter.leave(new FullError(FULL)), patience);
        const end = (): void => {
          clearTimeout(timer);
          const index = waiters.indexOf(waiter);
          if (index >= 0) waiters.splice(index, 1);
        };
        const waiter: Waiter = {
          records,
          characters,
          enter() {
            end();
            resolve();
          },
          leave(error) {
            end();
            reject(error);
          },
        };
        waiters.push(waiter);
      });
    },
    free(records: number, characters: number): void {
      used.records -= records;
      used.characters -= characters;
      for (let next = waiters[0]; next !== undefined && fits(next.records, next.characters); next = waiters[0]) {
        take(next);
        next.enter();
      }
    },
    fail,
    close: () => fail(new ClosingError(CLOSING)),
  };
}

const FULL = 'The database is slower than what arrives, and there is no more room for what waits.';
const CLOSING = 'Skein is stopping; send it again when it is back.';

/** News are told when none came for a moment, and not later than so long after the first; never sooner than that again. */
const QUIET = 300;
const MOST_OFTEN = seconds(2);

function newsOf() {
  let tell: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  let toldAt = -Infinity;

  function fire(): void {
    since = undefined;
    toldAt = performance.now();
    tell?.();
  }

  return {
    tell(callback: () => void): void {
      tell = callback;
    },
    arrived(): void {
      const now = performance.now();
      since ??= now;
      clearTimeout(timer);
      timer = setTimeout(fire, Math.max(0, Math.min(QUIET, since + MOST_OFTEN - now), toldAt + MOST_OFTEN - now)).unref();
    },
    stop: () => clearTimeout(timer),
  };
}
