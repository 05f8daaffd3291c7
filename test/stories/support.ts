// A seeded tenant through the real entrance: raw records in files, the same ingest and pipeline a command runs.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSeed } from '../../seed/out/folder.ts';
import type { TruthEntry } from '../../seed/out/truth.ts';
import { cloudLogsOnly } from '../../seed/seed.ts';
import type { SeedOptions } from '../../seed/seed.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openGeography } from '../../src/jobs/geography.ts';
import { ingest, mappingsOf } from '../../src/jobs/ingest.ts';
import type { Counts } from '../../src/jobs/ingest.ts';
import { run } from '../../src/jobs/pipeline.ts';
import type { Bench } from '../../src/jobs/job.ts';
import type { RunReport } from '../../src/jobs/pipeline.ts';
import { createLog } from '../../src/log.ts';
import { others } from './others.ts';

export interface Tenant {
  /** Folder of raw records. */
  readonly records: string;
  readonly truth: readonly TruthEntry[];
  /** A folder of its own for whatever a test writes. */
  readonly home: string;
  remove(): void;
}

export function tenant(options: SeedOptions): Tenant {
  const home = mkdtempSync(join(tmpdir(), 'skein-story-'));
  const records = join(home, 'records');
  writeSeed(records, { telemetry: cloudLogsOnly, ...options, truthFile: join(home, 'truth.json') });
  const { truth } = JSON.parse(readFileSync(join(home, 'truth.json'), 'utf8')) as { truth: TruthEntry[] };
  return { records, truth, home, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** A tenant in whose folder every other source speaks as well. */
export function mixedTenant(options: SeedOptions): Tenant {
  const told = tenant(options);
  const own = ownLines(told.records);
  const times = own.map(timeIn).sort();
  const people = [
    ...new Set(own.flatMap((line) => /"(?:UserId|userPrincipalName)":"([^"]+@[^"]+)"/.exec(line)?.[1] ?? [])),
  ].sort();
  const [from, until] = [times[0], times.at(-1)].map((time) => Date.parse(`${time?.replace(/Z$/, '') ?? ''}Z`));
  file(told.records, OTHERS, others({ people, from: from ?? 0, until: until ?? 0 }, options.seed));
  return told;
}

const OTHERS = 'others.jsonl';

/** When a raw record of Microsoft's says it happened. */
const timeIn = (line: string): string => /"(?:CreationTime|createdDateTime|activityDateTime)":"([^"]+)"/.exec(line)?.[1] ?? '';

// One moment for all that is decided by the clock, so that two tellings can be compared.
const NOON = Date.UTC(2026, 0, 20, 12);

export const bench = (graph: Graph): Bench => ({
  graph,
  log: createLog('error'),
  homeDomains: [],
  mode: 'confirm',
  clock: () => NOON,
});

let lookup: Awaited<ReturnType<typeof openGeography>> | undefined;

export async function read(graph: Graph, home: string, paths: readonly string[]): Promise<Counts> {
  lookup ??= await openGeography({});
  const mappings = mappingsOf(home);
  return ingest(graph, { paths, home, lookup, mappings, clock: () => NOON, log: createLog('error'), progress: () => undefined });
}

export const judge = (graph: Graph, now?: number): Promise<RunReport> => run(bench(graph), now);

/** Every record of the tenant's folder, one a line, whatever shape its file had: the tenant's own and the others', each in order of time. */
export function lines(records: string): { readonly own: readonly string[]; readonly others: readonly string[] } {
  const path = join(records, OTHERS);
  const told = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  return { own: ownLines(records).sort((a, b) => (timeIn(a) < timeIn(b) ? -1 : 1)), others: told };
}

function ownLines(records: string): string[] {
  const jsonl = ['m365-audit.jsonl', 'entra-audit.jsonl'].flatMap((file) =>
    readFileSync(join(records, file), 'utf8').split('\n').filter(Boolean),
  );
  const page = JSON.parse(readFileSync(join(records, 'entra-sign-in.json'), 'utf8')) as { value: unknown[] };
  return [...jsonl, ...page.value.map((record) => JSON.stringify(record))];
}

/** Writes lines as a file of records and says where. */
export function file(home: string, name: string, content: readonly string[]): string {
  const path = join(home, name);
  writeFileSync(path, `${content.join('\n')}\n`);
  return path;
}
