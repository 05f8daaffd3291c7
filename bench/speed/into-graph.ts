// What a second brings into the graph by the whole path (file → parse → journal → graph), beside the driver's own ceiling for
// the same rows.
//
// The two take turns, a slice each, on one server: what heats, fills or slows the machine meets both. A slice of the path
// begins with files on disk and ends when the last of its records is in the graph and the journal is settled.
//
// What it does not show: the ceiling overlaps nothing (the driver packs, then the server writes), where the path reads one
// batch while another is written; so with idle cores the path may come out above it.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRng } from '../../seed/random.ts';
import type { Sighting } from '../../src/graph/events.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as identities from '../../src/graph/identities.ts';
import { forFiles, openIntake } from '../../src/jobs/intake/intake.ts';
import type { Intake } from '../../src/jobs/intake/intake.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';
import type { BenchOptions, Measured, SpeedPart } from '../bench.ts';
import { openCeiling, stepsOf } from '../ceiling.ts';
import type { Ceiling } from '../ceiling.ts';
import { meanInterval } from '../interval.ts';
import { onOwnGraph } from '../own-graph.ts';
import { cpuOf, memory, ownCpu } from '../process.ts';
import type { Memory } from '../process.ts';

/** More turns of the ceiling tell nothing new, and every one fills the disk. */
const MOST_TURNS = 24;

/** What is brought in. */
export interface Material {
  readonly name: string;
  /** What one of it is called where several are counted. */
  readonly called: string;
  readonly size: number;
  /** Ten batches or more, so that the first, read before anything is written, and the last weigh little. */
  readonly slice: number;
  /** Of the ceiling; left out where none is set. */
  readonly goal?: number;
  /** The next so many, as files below `folder` and as what the path makes of them. */
  next(count: number, folder: string): Promise<Slice>;
  /** What is done once after all of it, and told beside it. */
  readonly after?: (graph: Graph) => Promise<SpeedPart>;
}

export interface Slice {
  readonly path: string;
  readonly sightings: readonly Sighting[];
}

export function intoGraph(options: BenchOptions, material: Material): Promise<Measured> {
  rmSync(join(options.home, 'journal'), { recursive: true, force: true });
  return onOwnGraph(options, async (graph, local) => {
    const ceiling = openCeiling(local);
    try {
      return await measure({ ...options, material, graph, ceiling, server: local.pid });
    } finally {
      await ceiling.close();
    }
  });
}

interface Stand extends BenchOptions {
  readonly material: Material;
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
  const { graph, home, log, progress, material, size = material.size } = stand;
  const { slice } = material;
  const sizes = Array.from({ length: Math.ceil(size / slice) }, (_, index) => Math.min(slice, size - index * slice));
  const every = Math.ceil(sizes.length / MOST_TURNS);
  const held = memory();
  const turns: Turn[] = [];
  const path: Taken[] = [];
  const intake = openIntake({ graph, home, lookup: () => undefined, clock: Date.now, log, whenAway: 'throw', limits: forFiles });
  try {
    // Not counted: a server compiles what it does often, and its first slice of anything is the slowest.
    await inTurn(stand, intake, { count: slice, pathFirst: true });
    let done = 0;
    for (const [index, count] of sizes.entries()) {
      if (index % every === 0) {
        const turn = await inTurn(stand, intake, { count, pathFirst: (index / every) % 2 === 0 });
        turns.push(turn);
        path.push(turn.path);
      } else path.push(await alone(stand, intake, count));
      done += count;
      held.mark(done / size);
      progress(done, size);
    }
  } finally {
    await intake.close();
  }
  // Once for all the records of a command, however many they are.
  const settling = await timed(stand, 0, () => identities.settle(graph));
  const told = report(material, { turns, path, settling, memory: held.end() });
  const more = await material.after?.(graph);
  return more === undefined ? told : { ...told, after: more, says: [...told.says, ...more.says] };
}

/** One slice by both. */
async function inTurn(
  stand: Stand,
  intake: Intake,
  { count, pathFirst }: { readonly count: number; readonly pathFirst: boolean },
): Promise<Turn> {
  const slice = await stand.material.next(count, stand.home);
  const steps = stepsOf(slice.sightings, Date.now());
  const byPath = () => timed(stand, count, () => readInto(intake, slice.path));
  const byDriver = () => timed(stand, count, () => stand.ceiling.write(steps));
  if (pathFirst) return { path: await byPath(), ceiling: await byDriver() };
  return { ceiling: await byDriver(), path: await byPath() };
}

async function alone(stand: Stand, intake: Intake, count: number): Promise<Taken> {
  const { path } = await stand.material.next(count, stand.home);
  return await timed(stand, count, () => readInto(intake, path));
}

async function readInto(intake: Intake, path: string): Promise<void> {
  const door = intake.door();
  for await (const raw of readPaths([path])) await door.put(raw);
  const { rejected } = await door.flush();
  const { duplicate, refused } = await intake.drained();
  if (rejected + duplicate + refused > 0) throw new Error('the records were not all new');
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

interface Results {
  readonly turns: readonly Turn[];
  readonly path: readonly Taken[];
  readonly settling: Taken;
  readonly memory: Memory;
}

function report({ name, called, goal }: Material, { turns, path, settling, memory: held }: Results): Measured {
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
    name,
    records: count,
    turns: turns.length,
    ...{ eventsPerSecond, eventsPerSecondLow: 1 / cost.high, eventsPerSecondHigh: 1 / cost.low, ceilingPerSecond },
    ...{ ratio, ratioLow: between.low, ratioHigh: between.high, ...(goal !== undefined && { goal }) },
    ...{ settleSeconds: settling.wall, cpuMsPerRecord: cpu, rssMegabytes: held.at, rssPeakMegabytes: held.peak },
    says: [
      `${ratio.toFixed(2)} of the driver’s ceiling (95 %: ${between.low.toFixed(2)} to ${between.high.toFixed(2)}${goal === undefined ? '' : `; goal ${goal}`}), ${turns.length} turns`,
      `${whole(eventsPerSecond)} ${called}/s through the whole path, ${count} of them; the ceiling is ${whole(ceilingPerSecond)}/s`,
      `processor time for each: path ${inWords(cpu.path)}, ceiling ${inWords(cpu.ceiling)}`,
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
