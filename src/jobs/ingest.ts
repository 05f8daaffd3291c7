// Files into the graph, through the same intake as everything else; what cannot be read is set aside with its reason.

import { join } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import * as identities from '../graph/identities.ts';
import { root } from '../graph/local/java.ts';
import { LogLines } from '../ingest/documents.ts';
import type { PlaceLookup } from '../ingest/place.ts';
import type { Source } from '../ingest/source.ts';
import type { Logger } from '../log.ts';
import { seconds } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { readMappings } from '../tenant/mappings.ts';
import { PathError, readPaths } from '../tenant/telemetry.ts';
import type { RawRecord } from '../tenant/telemetry.ts';
import { filesOf, replayFile } from './intake/dead-letter.ts';
import type { Letter } from './intake/dead-letter.ts';
import { forFiles, openIntake } from './intake/intake.ts';
import type { Intake } from './intake/intake.ts';

/** Sources written down as mapping files: those that come with the program, and the operator's own in the home. */
export const mappingsOf = (home: string): Source[] => readMappings([join(root, 'mappings'), join(home, 'mappings')]);

interface Surroundings {
  readonly home: string;
  readonly lookup: PlaceLookup;
  /** Sources somebody wrote down, beside our own. */
  readonly mappings?: readonly Source[];
  readonly clock: () => Instant;
  readonly log: Logger;
  /** Told of each batch that is in the graph, and how far the files are read, where that can be known. */
  readonly progress?: (written: number, bytes?: { readonly done: number; readonly total: number }) => void;
}

export interface IngestOptions extends Surroundings {
  readonly paths: readonly string[];
  /** Read every record as this source; left out, each record's content decides. */
  readonly source?: string;
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
export function ingest(graph: Graph, options: IngestOptions): Promise<Counts> {
  const { paths, source } = options;
  let read = 0;
  let bytes: { done: number; total: number } | undefined;
  const progress = (written: number): void => {
    // Files are read ahead of what is written: of their bytes as many are done as of their records.
    options.progress?.(written, bytes && { ...bytes, done: (bytes.done * written) / read });
  };
  return withIntake(graph, { ...options, progress }, async (intake) => {
    const door = intake.door(source === undefined ? {} : { source });
    for await (const raw of readPaths(paths, { progress: (done, total) => (bytes = { done, total }) })) {
      read += 1;
      await door.put(raw);
    }
    const { rejected, file } = await door.flush();
    const { new: fresh, duplicate, refused } = await intake.drained();
    return { read, new: fresh, duplicate, rejected: rejected + refused, ...(file === undefined ? {} : { rejects: file }) };
  });
}

/** Brings into the graph what processes that ended had accepted and not written; says how much that was. */
export async function takeUp(graph: Graph, options: Surroundings): Promise<number> {
  const { home, lookup, clock, log, mappings = [] } = options;
  const intake = openIntake({ graph, home, lookup, mappings, clock, log, whenAway: 'throw' });
  try {
    return await intake.adopt();
  } finally {
    await intake.close();
  }
}

/** Tries again what was set aside, all of it or one file; what can be taken in now leaves the dead letter. */
export async function replay(graph: Graph, options: Surroundings & { readonly file: string }): Promise<Counts> {
  const files = filesOf(options.home, options.file);
  if (files.length === 0 && options.file !== 'all')
    throw new PathError(options.file, 'is no file of rejects; name one, or "all"');
  return withIntake(graph, options, async (intake) => {
    let [read, left] = [0, 0];
    for (const file of files)
      await replayFile(
        file,
        async (letter) => {
          const taken = letter === undefined ? 0 : await tryAgain(intake, letter);
          if (taken === 0) left += 1;
          read += Math.max(1, taken);
          return taken > 0;
        },
        async () => {
          await intake.drained();
        },
      );
    const { new: fresh, duplicate, refused } = await intake.drained();
    return { read, new: fresh, duplicate, rejected: left + refused };
  });
}

/** Takes in all the records a letter holds, or none; says how many. */
async function tryAgain(intake: Intake, { raw, file, line, source }: Letter): Promise<number> {
  if (raw === undefined) return 0;
  const found = new LogLines().take({ line, text: raw, isUtf8: true });
  const records = found.flatMap((one): RawRecord[] => ('record' in one ? [{ file, line, record: one.record }] : []));
  if (records.length < found.length) return 0;
  const door = intake.door(source === undefined ? {} : { source });
  if (!records.every((record) => door.isReadable(record))) return 0;
  for (const record of records) await door.put(record);
  await door.flush();
  return records.length;
}

async function withIntake(graph: Graph, options: Surroundings, work: (intake: Intake) => Promise<Counts>): Promise<Counts> {
  const { home, lookup, mappings, clock, log } = options;
  const intake = openIntake({
    ...{ graph, home, lookup, clock, log, whenAway: 'throw', limits: forFiles },
    ...(mappings === undefined ? {} : { mappings }),
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  });
  try {
    await intake.adopt();
    const counts = await work(intake);
    await identities.settle(graph);
    return counts;
  } finally {
    // What was accepted before something went wrong is still written, if it can be; else the journal keeps it.
    await intake.close(seconds(60));
  }
}
