// A tenant's weeks as raw records, ordinary life and programmes together.
//
// The same options give the same bytes. Nothing in a record says what it is;
// the truth stands beside the records, and is written to a place of its own.

import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { days, rfc3339, type Instant } from '../src/model/time.ts';
import { ordinaryDay } from './background.ts';
import { planOccasions } from './background/occasions.ts';
import type { Calendar } from './calendar.ts';
import { giveOutParts } from './cast.ts';
import { lowAndSlowMfaTakeover, planTakeover } from './programmes/low-and-slow-mfa-takeover.ts';
import { diversionOf, phoneSwapSharedMailboxes, planPhoneSwap } from './programmes/phone-swap-shared-mailboxes.ts';
import { playDay, type Programme } from './programmes/programme.ts';
import { createRng } from './random.ts';
import { inTimeOrder, type SeedRecord, type SourceId, type Stage } from './record.ts';
import { createTenant, type Person, type Tenant } from './tenant.ts';
import { createPost, type World } from './world.ts';

export type StoryId = 'a' | 'b';

export interface SeedOptions {
  readonly seed: string;
  readonly people?: number;
  readonly days?: number;
  /** UTC midnight of the first day. */
  readonly start?: Instant;
  /** Moves everything by whole days; the records keep the weekdays they had before. */
  readonly shiftDays?: number;
  readonly stories?: readonly StoryId[];
  /** Draws dates, countries and names of the stories instead of telling them as they are known. */
  readonly variations?: boolean;
}

/** Friday; 45 days from here end in mid January, the stories in the last two weeks. */
export const defaultStart: Instant = Date.UTC(2025, 11, 5);

const fewestPeople = 20;
const fewestDays = 18;

/** All records in time order, made day by day. */
export function* seedTenant(options: SeedOptions): Generator<SeedRecord> {
  const { world, programmes } = openWorld(options);
  const { start, dayCount } = world.calendar;
  const end = start + days(dayCount);
  const occasions = planOccasions(world);
  let pending: SeedRecord[] = [];

  // One local day more than asked for: its morning still belongs to the last day in UTC.
  for (let index = 0; index <= dayCount; index++) {
    const today = [
      ...ordinaryDay(world, occasions, index),
      ...programmes.flatMap((programme) => playDay(world, programme, index)),
    ];
    pending.push(...today.filter(({ at }) => at >= start && at < end));
    const settled = index === dayCount ? end : start + days(index + 1) - earliestMorning;
    yield* pending.filter(({ at }) => at < settled).sort(inTimeOrder);
    pending = pending.filter(({ at }) => at >= settled);
  }
}

/** No later local day can add anything before this much ahead of its UTC midnight. */
const earliestMorning = days(0.6);

export interface SeedSummary {
  readonly records: Readonly<Record<SourceId, number>>;
  readonly files: readonly string[];
  readonly truths: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export interface TruthEntry {
  readonly record: string;
  readonly source: SourceId;
  readonly programme: string;
  readonly step: string;
  readonly stage: Stage;
  readonly at: string;
}

/** Writes the records into a folder and the truth outside it, so that no reader of the folder can meet a label. */
export function writeSeed(directory: string, options: SeedOptions & { readonly truthFile?: string }): SeedSummary {
  const truthFile = options.truthFile ?? join(dirname(directory), 'truth.json');
  mkdirSync(directory, { recursive: true });
  mkdirSync(dirname(truthFile), { recursive: true });

  const truth: TruthEntry[] = [];
  const span = { firstAt: Infinity, lastAt: -Infinity };
  const writers = openWriters(directory);
  for (const entry of seedTenant(options)) {
    writers[entry.source].write(entry.record);
    if (entry.truth !== undefined) truth.push({ record: entry.id, source: entry.source, ...entry.truth, at: rfc3339(entry.at) });
    span.firstAt = Math.min(span.firstAt, entry.at);
    span.lastAt = Math.max(span.lastAt, entry.at);
  }

  for (const writer of Object.values(writers)) writer.close();
  writeFileSync(truthFile, `${JSON.stringify({ truth }, null, 1)}\n`);
  return {
    records: {
      'm365-audit': writers['m365-audit'].count(),
      'entra-sign-in': writers['entra-sign-in'].count(),
      'entra-audit': writers['entra-audit'].count(),
    },
    files: Object.values(writers).map(({ path }) => path),
    truths: truth.length,
    ...span,
  };
}

/** Who is who in a seed: its company and the two whose accounts the stories take. */
export function castOf(options: SeedOptions): { tenant: Tenant; takeoverVictim: Person; phoneSwapVictim: Person } {
  const { tenant, cast } = openStage(options);
  return { tenant, takeoverVictim: cast.takeoverVictim, phoneSwapVictim: cast.phoneSwapVictim };
}

function openStage(options: SeedOptions): Pick<World, 'rng' | 'tenant' | 'calendar' | 'cast'> {
  const { seed, people = 60, days: dayCount = 45, start = defaultStart, shiftDays = 0 } = options;
  if (people < fewestPeople)
    throw new RangeError(`people: at least ${fewestPeople}, so that every team has some; found ${people}`);
  if (dayCount < fewestDays)
    throw new RangeError(`days: at least ${fewestDays}, so that the stories have a past; found ${dayCount}`);
  if (start % days(1) !== 0) throw new RangeError(`start: a UTC midnight in epoch milliseconds; found ${start}`);

  const rng = createRng(seed);
  const calendar: Calendar = { start: start + days(shiftDays), dayCount, shift: days(shiftDays) };
  const tenant = createTenant(rng, people);
  return { rng, tenant, calendar, cast: giveOutParts(rng.fork('cast'), tenant, calendar) };
}

/** The world before its first day, and the programmes that will run in it. */
function openWorld(options: SeedOptions): { world: World; programmes: Programme[] } {
  const { stories = ['a', 'b'], variations = false } = options;
  const stage = openStage(options);
  const takeover = planTakeover(stage.rng.fork('plan a'), stage, variations);
  const swap = planPhoneSwap(stage.rng.fork('plan b'), stage, variations);
  // The diversion holds even when nobody tells of it: ordinary life must not depend on what is told.
  const world: World = { ...stage, diversion: diversionOf(stage, swap), post: createPost() };

  const programmes = {
    a: lowAndSlowMfaTakeover(world, stage.rng.fork('a'), takeover),
    b: phoneSwapSharedMailboxes(world, stage.rng.fork('b'), swap),
  };
  return { world, programmes: [...new Set(stories)].map((story) => programmes[story]) };
}

interface RecordWriter {
  readonly path: string;
  write(record: object): void;
  count(): number;
  close(): void;
}

/** Two logs as lines; the sign-ins as Graph hands them out, a page with its context. */
function openWriters(directory: string): Record<SourceId, RecordWriter> {
  const context = 'https://graph.microsoft.com/beta/$metadata#auditLogs/signIns';
  return {
    'm365-audit': openWriter(join(directory, 'm365-audit.jsonl'), { head: '', between: '\n', tail: '\n' }),
    'entra-sign-in': openWriter(join(directory, 'entra-sign-in.json'), {
      head: `{"@odata.context":${JSON.stringify(context)},"value":[\n`,
      between: ',\n',
      tail: '\n]}\n',
    }),
    'entra-audit': openWriter(join(directory, 'entra-audit.jsonl'), { head: '', between: '\n', tail: '\n' }),
  };
}

const bufferLength = 1 << 20;

function openWriter(
  path: string,
  frame: { readonly head: string; readonly between: string; readonly tail: string },
): RecordWriter {
  const file = openSync(path, 'w');
  let buffer = frame.head;
  let count = 0;

  function flush(): void {
    writeFileSync(file, buffer);
    buffer = '';
  }

  return {
    path,
    write(record) {
      buffer += (count === 0 ? '' : frame.between) + JSON.stringify(record);
      count++;
      if (buffer.length > bufferLength) flush();
    },
    count: () => count,
    close() {
      buffer += frame.tail;
      flush();
      closeSync(file);
    },
  };
}
