// Raw records into the graph: read, place, write in batches; what cannot be read is set aside with its reason.

import { createWriteStream, mkdirSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import { withPlace } from '../ingest/place.ts';
import type { PlaceLookup } from '../ingest/place.ts';
import { readRecord } from '../ingest/read.ts';
import type { Reject } from '../ingest/source.ts';
import * as events from '../graph/events.ts';
import type { Sighting } from '../graph/events.ts';
import type { Graph } from '../graph/graph.ts';
import * as identities from '../graph/identities.ts';
import { readPaths } from '../tenant/telemetry.ts';
import type { RawRecord } from '../tenant/telemetry.ts';

/** Rows a transaction: enough to be quick, few enough that two writers rarely wait for one another. */
const BATCH = 1_000;
export interface IngestOptions {
  readonly paths: readonly string[];
  /** Read every record as this source; left out, each record's content decides. */
  readonly source?: string;
  readonly home: string;
  readonly lookup: PlaceLookup;
  readonly clock: () => number;
  readonly progress: (counts: Counts) => void;
}

export interface Counts {
  readonly read: number;
  readonly new: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** Where the rejected ones are written down, when there are any. */
  readonly rejects?: string;
}

/** read = new + duplicate + rejected. Safe to repeat, to run twice at once, and to be killed in. */
export async function ingest(graph: Graph, options: IngestOptions): Promise<Counts> {
  const tally = { read: 0, new: 0, duplicate: 0, rejected: 0 };
  const rejects = rejectsFile(options.home, options.clock());
  let batch: Sighting[] = [];
  // One batch is written while the next is read. Two writers would wait for each other's locks on what many events touch.
  let writing: Promise<void> = Promise.resolve();

  const write = async (full: readonly Sighting[]): Promise<void> => {
    const saved = await events.save(graph, full, options.clock());
    tally.new += saved.isNew;
    tally.duplicate += saved.duplicate;
    options.progress(tally);
  };

  try {
    for await (const raw of readPaths(options.paths)) {
      tally.read += 1;
      const read = readOne(raw, options);
      if ('reject' in read) {
        tally.rejected += 1;
        rejects.write(read.reject);
      } else batch.push(read.sighting);
      if (batch.length < BATCH) continue;
      await writing;
      writing = write(batch);
      // Its failure is met at the next await; until then it must not count as unhandled.
      writing.catch(() => undefined);
      batch = [];
    }
    await writing;
    if (batch.length > 0) await write(batch);
  } finally {
    await Promise.allSettled([writing]);
    await rejects.close();
  }
  await identities.settle(graph);
  return { ...tally, ...(tally.rejected > 0 ? { rejects: rejects.path } : {}) };
}

function readOne(raw: RawRecord, options: IngestOptions): { sighting: Sighting } | { reject: Reject } {
  if ('reject' in raw) return raw;
  const { file, line, record } = raw;
  const read = readRecord(record, { file, line }, options.source === undefined ? {} : { source: options.source });
  if ('reject' in read) return read;
  return { sighting: { ...read.reading, event: withPlace(read.reading.event, options.lookup), file, line } };
}

/** One file a run, made when there is something to say. */
function rejectsFile(home: string, at: number) {
  const folder = join(home, 'rejects');
  const path = join(folder, `${new Date(at).toISOString().replaceAll(':', '-')}-${process.pid}.jsonl`);
  let stream: WriteStream | undefined;
  return {
    path,
    write(reject: Reject): void {
      if (stream === undefined) mkdirSync(folder, { recursive: true });
      stream ??= createWriteStream(path, { flags: 'a', mode: 0o600 });
      stream.write(`${JSON.stringify(reject)}\n`);
    },
    async close(): Promise<void> {
      const open = stream;
      if (open !== undefined) await new Promise<void>((resolve) => open.end(resolve));
    },
  };
}
