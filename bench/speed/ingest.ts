// Records a second from files into the graph: a seeded tenant's cloud logs.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeedRecord } from '../../seed/record.ts';
import { cloudLogsOnly, seedTenant } from '../../seed/seed.ts';
import type { Sighting } from '../../src/graph/events.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Bench } from '../bench.ts';
import { intoGraph } from './into-graph.ts';

const SIZE = 80_000;
const SLICE = 10_000;
const PEOPLE = 120;
/** What that many people leave behind in a day, at the least. */
const RECORDS_A_DAY = 1_000;
const FEWEST_DAYS = 18;

export const ingest: Bench = {
  id: 'ingest',
  title: 'records a second from files into the graph, beside the driver’s own ceiling for the same rows',
  run(options) {
    const source = records(SLICE + (options.size ?? SIZE));
    return intoGraph(options, {
      ...{ name: 'ingest', called: 'records', size: SIZE, slice: SLICE, goal: 0.7 },
      next: (count, folder) => Promise.resolve(written(taken(source, count), folder)),
    });
  },
};

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

function written(slice: readonly SeedRecord[], folder: string) {
  const path = join(folder, 'records.jsonl');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, slice.map(({ record }) => `${JSON.stringify(record)}\n`).join(''));
  return { path, sightings: slice.map(sightingOf) };
}

function sightingOf({ record }: SeedRecord, index: number): Sighting {
  const where = { file: 'records.jsonl', line: index + 1 };
  const read = readRecord(record, where);
  if ('reject' in read) throw new Error(`the seeded tenant wrote a record that cannot be read: ${read.reject.why}`);
  return { ...read.reading, ...where };
}
