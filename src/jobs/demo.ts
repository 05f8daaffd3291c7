// A living tenant with both stories, made anew each time and put through the same entrance as real records.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeSeed } from '../../seed/out/folder.ts';
import { cloudLogsOnly, defaultStart } from '../../seed/seed.ts';
import type { Config } from '../config.ts';
import { GraphUnavailableError } from '../graph/graph.ts';
import type { Graph } from '../graph/graph.ts';
import * as events from '../graph/events.ts';
import * as notes from '../graph/notes.ts';
import { forgetLocal } from '../graph/local.ts';
import { openDatabase } from '../graph/open.ts';
import type { Database } from '../graph/open.ts';
import type { Logger } from '../log.ts';
import { dayOf } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { benchOf } from './bench-of.ts';
import { openGeography } from './geography.ts';
import { ingest } from './ingest.ts';
import { forgetIntake } from './intake/forget.ts';
import { run } from './pipeline.ts';

export interface Demonstration {
  readonly config: Config;
  readonly log: Logger;
  /** Fixed dates, print, end; else dates that end today, and stay up. */
  readonly once: boolean;
  readonly clock: () => Instant;
  readonly tell: (line: string) => void;
  show(database: Database): Promise<void>;
  serve(config: Config): Promise<void>;
}

const DAYS = 45;
const SEED = 'harbourline';
/** Share of its mail that is there as whole messages. */
const WHOLE = 0.1;
const NOTE = 'demo';

export async function demonstrate(demo: Demonstration): Promise<void> {
  // Nothing it proposes may be done to real accounts.
  const { microsoft, ...settings } = demo.config;
  if (microsoft !== undefined) demo.tell('GRAPH_* is set, but a demo acts on its simulated tenant only.');
  const config: Config = { ...settings, home: join(settings.home, 'demo') };
  // A database made anew is there sooner than an old one is emptied.
  if (config.neo4j === undefined) forgetLocal(config.home);
  const database = await openDatabase(config, demo.log);
  try {
    await makeRoom(database.graph, config);
    await tellTenant(demo, config, database.graph);
    await demo.show(database);
  } finally {
    await database.close({ stop: demo.once });
  }
  if (!demo.once) await demo.serve(config);
}

/** Empties what an earlier demo left; a database of the user's own that holds anything else is refused. */
async function makeRoom(graph: Graph, config: Config): Promise<void> {
  const { count } = await events.intake(graph);
  if (config.neo4j !== undefined && count > 0 && (await notes.read(graph, NOTE)) === undefined)
    throw new GraphUnavailableError(
      `The database at ${config.neo4j.uri} holds ${count} events that are no demo's, and a demo empties its database: unset NEO4J_URI to let the demo start a Neo4j of its own.`,
    );
  await notes.wipe(graph);
  forgetIntake(config.home);
  await notes.write(graph, NOTE, 'yes');
}

async function tellTenant(demo: Demonstration, config: Config, graph: Graph): Promise<void> {
  const since = performance.now();
  const at = (): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
  const records = join(config.home, 'records');
  rmSync(records, { recursive: true, force: true });
  const shiftDays = demo.once ? 0 : dayOf(demo.clock()) - (dayOf(defaultStart) + DAYS - 1);
  demo.tell('Writing 45 days of a company of 60, with two attacks in them …');
  const written = writeSeed(records, {
    ...{ seed: SEED, days: DAYS, shiftDays, telemetry: { ...cloudLogsOnly, wholeMessages: WHOLE } },
    truthFile: join(config.home, 'truth.json'),
  });
  const total = Object.values(written.records).reduce((sum, count) => sum + count, 0);
  demo.tell(`${at()}: ${total.toLocaleString('en')} raw records written to ${records}; reading them into Neo4j …`);
  const counts = await ingest(graph, {
    paths: [records],
    home: config.home,
    lookup: await openGeography({}),
    clock: demo.clock,
    log: demo.log,
    progress: progressOf(demo, total),
  });
  demo.tell(`${at()}: ${counts.new.toLocaleString('en')} events in Neo4j, ${counts.rejected} rejected; judging them …`);
  const report = await run(benchOf(config, graph, demo.log, demo.clock));
  demo.tell(`${at()}: ${report.findings} findings in ${report.incidents} incidents.`);
}

/** One line for each tenth of the way. */
function progressOf(demo: Demonstration, total: number) {
  let told = 0;
  return (written: number): void => {
    const tenth = Math.floor((written / total) * 10);
    if (tenth <= told) return;
    told = tenth;
    demo.tell(`  ${tenth * 10} %`);
  };
}
