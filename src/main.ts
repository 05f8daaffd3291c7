// The program: configuration, graph, jobs, server; until it is told to stop.

import type { Config } from './config.ts';
import * as notes from './graph/notes.ts';
import { openDatabase } from './graph/open.ts';
import type { Database } from './graph/open.ts';
import type { Bench } from './jobs/job.ts';
import { decisionsOf } from './jobs/respond.ts';
import { startSchedule } from './jobs/schedule.ts';
import { timetableOf } from './jobs/timetable.ts';
import type { Logger } from './log.ts';
import { seconds } from './model/time.ts';
import { serve } from './serve/server.ts';

/** Everything must be over this soon after the first signal. */
const HARD_DEADLINE = seconds(18);

/** Serves until SIGINT or SIGTERM, then ends in order: jobs, server, database. */
export async function serveUntilStopped(config: Config, log: Logger, tell: (line: string) => void): Promise<void> {
  const stopped = signalled(log);
  const database = await openDatabase(config, log);
  try {
    const bench: Bench = {
      graph: database.graph,
      log,
      homeDomains: config.homeDomains,
      mode: config.responseMode,
      clock: Date.now,
    };
    const schedule = startSchedule(bench, timetableOf(config.schedule));
    const server = await serve({
      graph: database.graph,
      host: config.host,
      port: config.port,
      log,
      decisions: decisionsOf(bench),
      ...browserOf(database),
      ready: () => isReachable(database),
    });
    for (const line of addresses(server.url, database)) tell(line);
    await stopped;
    await schedule.stop();
    await server.stop();
  } finally {
    await database.close({ stop: true });
  }
}

function addresses(url: string, database: Database): string[] {
  return [
    `API            ${url}/graphql`,
    ...(database.browser === undefined ? [] : [`Neo4j Browser  ${database.browser}`]),
    `Bolt           ${database.address}   user ${database.user}${database.password === undefined ? '' : `   password ${database.password}`}`,
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
