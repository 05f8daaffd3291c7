// The program: configuration, graph, jobs, server; until it is told to stop.

import type { Config } from './config.ts';
import * as notes from './graph/notes.ts';
import { openDatabase } from './graph/open.ts';
import type { Database } from './graph/open.ts';
import { benchOf } from './jobs/bench-of.ts';
import { openGeography } from './jobs/geography.ts';
import { mappingsOf } from './jobs/ingest.ts';
import { openIntake } from './jobs/intake/intake.ts';
import { watchFolders } from './jobs/intake/watch.ts';
import { doorkeeper } from './jobs/keys.ts';
import { overview } from './jobs/overview.ts';
import { decisionsOf } from './jobs/respond.ts';
import { startSchedule } from './jobs/schedule.ts';
import { timetableOf } from './jobs/timetable.ts';
import type { Logger } from './log.ts';
import { seconds } from './model/time.ts';
import { serve } from './serve/server.ts';
import type { Serving } from './serve/server.ts';

/** Everything must be over this soon after the first signal. */
const HARD_DEADLINE = seconds(18);

/** So long what was accepted is still written to the graph; the rest is on disk, and the next start goes on with it. */
const LAST_RECORDS = seconds(5);

/** Serves until SIGINT or SIGTERM, then ends in order: jobs, server, database. */
export async function serveUntilStopped(config: Config, log: Logger, tell: (line: string) => void): Promise<void> {
  const stopped = signalled(log);
  const database = await openDatabase(config, log);
  try {
    const bench = benchOf(config, database.graph, log, Date.now);
    const schedule = startSchedule(bench, timetableOf(config.schedule));
    const entrance = await takeIn(config, database, log, () => schedule.soon('pipeline'));
    let server: Serving | undefined;
    try {
      server = await serve({
        graph: database.graph,
        host: config.host,
        port: config.port,
        log,
        decisions: decisionsOf(bench),
        jobs: () => overview(database.graph, config.schedule, Date.now()),
        rejudge: () => schedule.soon('pipeline'),
        ingest: { intake: entrance.intake, mappings: entrance.mappings, keys: doorkeeper(database.graph, Date.now) },
        ...browserOf(database),
        mode: config.responseMode,
        ...(config.microsoft !== undefined && { tenant: config.microsoft.tenant }),
        ready: () => isReachable(database),
      });
      for (const line of addresses(server.url, database, config.microsoft)) tell(line);
      await stopped;
    } finally {
      await entrance.stop();
      await schedule.stop();
      await server?.stop();
    }
  } finally {
    await database.close({ stop: true });
  }
}

/** Everything that brings records in, and the news of them. */
async function takeIn(config: Config, { graph }: Database, log: Logger, news: () => void) {
  const { home, geoip, watch: folders } = config;
  const lookup = await openGeography({
    ...(geoip.city === undefined ? {} : { cityDb: geoip.city }),
    ...(geoip.asn === undefined ? {} : { asnDb: geoip.asn }),
  });
  const mappings = mappingsOf(home);
  const intake = openIntake({ graph, home, lookup, clock: Date.now, log, mappings, whenAway: 'wait' });
  intake.onNews(news);
  const watching = watchFolders({ intake, home, folders, log });
  // Nobody waits for what an earlier process left; it has waited long already.
  intake
    .adopt()
    .catch((error: unknown) => log.error({ err: error }, 'what an earlier process left is tried again at the next start'));
  return {
    intake,
    mappings: mappings.map(({ id }) => id),
    async stop(): Promise<void> {
      const closed = intake.close(LAST_RECORDS);
      await watching.stop();
      await closed;
    },
  };
}

function addresses(url: string, database: Database, microsoft: Config['microsoft']): string[] {
  return [
    `Console        ${url}/`,
    `API            ${url}/graphql`,
    `Records        POST ${url}/v1/ingest/auto   (with a key: skein key create)`,
    ...(database.browser === undefined ? [] : [`Neo4j Browser  ${database.browser}`]),
    `Bolt           ${database.address}   user ${database.user}${database.password === undefined ? '' : `   password ${database.password}`}`,
    `Actions        ${microsoft === undefined ? 'in a simulated tenant: nothing is done to real accounts' : `in ${microsoft.tenant}, through Microsoft Graph`}`,
    'Ctrl-C ends everything.',
  ];
}

const browserOf = ({ browser, address, user }: Database) =>
  browser === undefined ? {} : { browser: { http: browser, bolt: address, user, database: 'neo4j' } };

async function isReachable({ graph }: Database): Promise<boolean> {
  try {
    await notes.read(graph, 'pipeline');
    return true;
  } catch {
    return false;
  }
}

/** Resolves at the first signal; a second one, or a stop that takes too long, ends the process at once. */
function signalled(log: Logger): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (signal: NodeJS.Signals): void => {
      if (asked) process.exit(1);
      asked = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), HARD_DEADLINE).unref();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
