// Records a second through the whole path (file → parse → journal → graph), beside the driver's own ceiling for the same rows.
//
// The two take turns, a slice of records each, on one server: what heats, fills or slows the machine meets both. A slice of
// the path begins with a file on disk and ends when the last of its records is in the graph and the journal is settled.
//
// What it does not show: the ceiling overlaps nothing (the driver packs, then the server writes), where the path reads one
// batch while another is written; so with idle cores the path may come out above it.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRng } from '../../seed/random.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { cloudLogsOnly, seedTenant } from '../../seed/seed.ts';
import type { Sighting } from '../../src/graph/events.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as identities from '../../src/graph/identities.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { forFiles, openIntake } from '../../src/jobs/intake/intake.ts';
import type { Intake } from '../../src/jobs/intake/intake.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';
import type { Bench, BenchOptions, Measured } from '../bench.ts';
import { openCeiling, stepsOf } from '../ceiling.ts';
import type { Ceiling } from '../ceiling.ts';
import { meanInterval } from '../interval.ts';
import { onOwnGraph } from '../own-graph.ts';
import { cpuOf, memory, ownCpu } from '../process.ts';
import type { Memory } from '../process.ts';

/** Records a slice: ten batches, so that the first, read before anything is written, and the last weigh little. */
const SLICE = 10_000;
/** More turns of the ceiling tell nothing new, and every one fills the disk. */
const MOST_TURNS = 24;
const PEOPLE = 120;
/** What that many people leave behind in a day, at the least. */
const RECORDS_A_DAY = 1_000;
const FEWEST_DAYS = 18;
const GOAL = 0.7;

export const ingest: Bench = {
  id: 'ingest',
  title: 'records a second from files into the graph, beside the driver’s own ceiling for the same rows',
  run(options) {
    rmSync(join(options.home, 'journal'), { recursive: true, force: true });
    return onOwnGraph(options, async (graph, local) => {
      const ceiling = openCeiling(local);
      try {
        return await measure({ ...options, graph, ceiling, server: local.pid });
      } finally {
        await ceiling.close();
      }
    });
  },
};

interface Stand extends BenchOptions {
  readonly graph: Graph;
  readonly ceiling: Ceiling;
  /** Process id of the database. */
  readonly server: number;
}

/** Seconds: of the clock, and of processors here and in the database. */
interface Taken {
  readonly records: number;
  readonly wall: number;
  readonly here: number;
  readonly there: number;
}

interface Turn {
  readonly path: Taken;
  readonly ceiling: Taken;
}

async function measure(stand: Stand): Promise<Measured> {
  const { graph, home, log, progress, size = 80_000 } = stand;
  const sizes = Array.from({ length: Math.ceil(size / SLICE) }, (_, index) => Math.min(SLICE, size - index * SLICE));
  const every = Math.ceil(sizes.length / MOST_TURNS);
  const source = records(SLICE + size);
  const held = memory();
  const turns: Turn[] = [];
  const path: Taken[] = [];
  const intake = openIntake({ graph, home, lookup: () => undefined, clock: Date.now, log, whenAway: 'throw', limits: forFiles });
  try {
    // Not counted: a server compiles what it does often, and its first slice of anything is the slowest.
    await inTurn(stand, intake, source, { count: SLICE, pathFirst: true });
    let done = 0;
    for (const [index, count] of sizes.entries()) {
      if (index % every === 0) {
        const turn = await inTurn(stand, intake, source, { count, pathFirst: (index / every) % 2 === 0 });
        turns.push(turn);
        path.push(turn.path);
      } else path.push(await alone(stand, intake, source, count));
      done += count;
      held.mark(done / size);
      progress(done, size);
    }
  } finally {
    await intake.close();
  }
  // Once for all the records of a command, however many they are.
  const settling = await timed(stand, 0, () => identities.settle(graph));
  return report({ turns, path, settling, memory: held.end() });
}

/** One slice by both. */
async function inTurn(
  stand: Stand,
  intake: Intake,
  source: Generator<SeedRecord>,
  { count, pathFirst }: { readonly count: number; readonly pathFirst: boolean },
): Promise<Turn> {
  const slice = taken(source, count);
  const file = written(stand, slice);
  const steps = stepsOf(slice.map(sightingOf), Date.now());
  const byPath = () => timed(stand, count, () => readInto(intake, file));
  const byDriver = () => timed(stand, count, () => stand.ceiling.write(steps));
  if (pathFirst) return { path: await byPath(), ceiling: await byDriver() };
  return { ceiling: await byDriver(), path: await byPath() };
}

async function alone(stand: Stand, intake: Intake, source: Generator<SeedRecord>, count: number): Promise<Taken> {
  const file = written(stand, taken(source, count));
  return await timed(stand, count, () => readInto(intake, file));
}

async function readInto(intake: Intake, file: string): Promise<void> {
  const door = intake.door();
  for await (const raw of readPaths([file])) await door.put(raw);
  const { rejected } = await door.flush();
  const { duplicate, refused } = await intake.drained();
  if (rejected + duplicate + refused > 0) throw new Error('the seeded tenant’s records were not all new');
}

async function timed({ server }: Stand, count: number, work: () => Promise<void>): Promise<Taken> {
  const before = [performance.now() / 1_000, ownCpu(), cpuOf(server) ?? NaN] as const;
  await work();
  return {
    records: count,
    wall: performance.now() / 1_000 - before[0],
    here: ownCpu() - before[1],
    there: (cpuOf(server) ?? NaN) - before[2],
  };
}

function* records(count: number): Generator<SeedRecord> {
  yield* seedTenant({
    seed: 'bench',
    people: PEOPLE,
    days: Math.max(FEWEST_DAYS, Math.ceil(count / RECORDS_A_DAY)),
    telemetry: cloudLogsOnly,
  });
}

function taken(source: Generator<SeedRecord>, count: number): SeedRecord[] {
  const slice: SeedRecord[] = [];
  while (slice.length < count) {
    const next = source.next();
    if (next.done === true) throw new Error(`the seeded tenant ended ${count - slice.length} records too soon`);
    slice.push(next.value);
  }
  return slice;
}

function written({ home }: Stand, slice: readonly SeedRecord[]): string {
  const file = join(home, 'records.jsonl');
  mkdirSync(home, { recursive: true });
  writeFileSync(file, slice.map(({ record }) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}

function sightingOf({ record }: SeedRecord, index: number): Sighting {
  const where = { file: 'records.jsonl', line: index + 1 };
  const read = readRecord(record, where);
  if ('reject' in read) throw new Error(`the seeded tenant wrote a record that cannot be read: ${read.reject.why}`);
  return { ...read.reading, ...where };
}

interface Results {
  readonly turns: readonly Turn[];
  readonly path: readonly Taken[];
  readonly settling: Taken;
  readonly memory: Memory;
}

function report({ turns, path, settling, memory: held }: Results): Measured {
  const count = sum(path.map(({ records: some }) => some));
  // Each slice bears its share of what is done once at the end.
  const share = settling.wall / count;
  const costOf = ({ records: some, wall }: Taken): number => wall / some;
  const dice = createRng('bench');
  const rng = (): number => dice.next();
  const ratios = turns.map((turn) => costOf(turn.ceiling) / (costOf(turn.path) + share));
  const ratio = mean(ratios);
  const between = meanInterval(ratios, rng);
  const costs = path.map((slice) => costOf(slice) + share);
  const cost = meanInterval(costs, rng);
  const eventsPerSecond = count / (sum(path.map(({ wall }) => wall)) + settling.wall);
  const ceilingPerSecond = 1 / mean(turns.map(({ ceiling }) => costOf(ceiling)));
  const cpu = {
    path: msPerRecord(turns.map((turn) => turn.path)),
    ceiling: msPerRecord(turns.map(({ ceiling }) => ceiling)),
  };
  return {
    name: 'ingest',
    records: count,
    turns: turns.length,
    ...{ eventsPerSecond, eventsPerSecondLow: 1 / cost.high, eventsPerSecondHigh: 1 / cost.low, ceilingPerSecond },
    ...{ ratio, ratioLow: between.low, ratioHigh: between.high, goal: GOAL },
    ...{ settleSeconds: settling.wall, cpuMsPerRecord: cpu, rssMegabytes: held.at, rssPeakMegabytes: held.peak },
    says: [
      `${ratio.toFixed(2)} of the driver’s ceiling (95 %: ${between.low.toFixed(2)} to ${between.high.toFixed(2)}; goal ${GOAL}), ${turns.length} turns`,
      `${whole(eventsPerSecond)} records/s through the whole path, ${count} of them; the ceiling is ${whole(ceilingPerSecond)}/s`,
      `processor time a record: path ${inWords(cpu.path)}, ceiling ${inWords(cpu.ceiling)}`,
      `memory: ${Object.entries(held.at)
        .map(([at, megabytes]) => `${at} ${megabytes} MB`)
        .join(', ')}; peak ${held.peak} MB`,
    ],
  };
}

interface CpuCost {
  readonly here: number;
  /** Null where the database's process cannot be looked at. */
  readonly database: number | null;
}

function msPerRecord(slices: readonly Taken[]): CpuCost {
  const count = sum(slices.map(({ records: some }) => some));
  const there = (1_000 * sum(slices.map((slice) => slice.there))) / count;
  return { here: (1_000 * sum(slices.map(({ here }) => here))) / count, database: Number.isNaN(there) ? null : there };
}

const inWords = ({ here, database }: CpuCost): string =>
  `${here.toFixed(2)} ms here${database === null ? '' : `, ${database.toFixed(2)} ms in the database`}`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
