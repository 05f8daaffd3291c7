// The door onto Neo4j.
//
// Whole numbers travel as integers both ways. The driver alone would send every number as a float, and
// then LIMIT $n, list[$i] and datetime({epochMillis: n.at}) fail, in our queries and in a hunter's.

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain option objects as classes */

import neo4j, { Neo4jError, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { setTimeout as pause } from 'node:timers/promises';
import type { Neo4jAddress } from '../config.ts';
import type { Logger } from '../log.ts';
import { GraphUnavailableError, QueryError, type Graph, type Query, type Transaction } from './graph.ts';

export interface GraphOptions {
  /** How long one transaction may take on the server. */
  readonly timeoutMs?: number;
  /** How long the driver tries again while the database is away or busy. */
  readonly retryMs?: number;
}

/** Connects, and makes sure that the server is there, lets us in, and is young enough. */
export async function openGraph(address: Neo4jAddress, log: Logger, options: GraphOptions = {}): Promise<Graph> {
  const { timeoutMs = 60_000, retryMs = 30_000 } = options;
  const driver = connect(address, log, retryMs);
  try {
    const agent = await greet(driver, address.database);
    refuseOld(agent, address);
    log.debug({ uri: address.uri, agent }, 'database opened');
  } catch (error) {
    await driver.close();
    throw unusable(error, address);
  }
  return graphOn({ driver, address, timeoutMs, log });
}

/** Whether a query succeeds there. A server's port opens seconds before it can answer. */
export async function answers(address: Neo4jAddress): Promise<boolean> {
  const driver = neo4j.driver(address.uri, credentials(address), {
    ...manners,
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 3_000,
    maxTransactionRetryTime: 0,
  });
  try {
    await driver.executeQuery('RETURN 1', {}, { database: address.database });
    return true;
  } catch (error) {
    if (codeOf(error).startsWith('Neo.ClientError.Security.')) throw unusable(error, address);
    return false;
  } finally {
    await driver.close();
  }
}

/** Asks the database itself, once: a server that is away is told of now, not after the driver's patience. */
async function greet(driver: Driver, database: string): Promise<string> {
  const session = driver.session({ database });
  try {
    const { summary } = await session.run('RETURN 1');
    return summary.server.agent ?? '';
  } finally {
    await session.close();
  }
}

const manners = { disableLosslessIntegers: true, telemetryDisabled: true, userAgent: 'skein/0.1' } as const;

interface Connection {
  readonly driver: Driver;
  readonly address: Neo4jAddress;
  readonly timeoutMs: number;
  readonly log: Logger;
}

function connect(address: Neo4jAddress, log: Logger, retryMs: number): Driver {
  try {
    return neo4j.driver(address.uri, credentials(address), {
      ...manners,
      maxTransactionRetryTime: retryMs,
      connectionTimeout: 10_000,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      logging: { level: 'warn', logger: (level, message) => log.debug({ driver: level }, message) },
    });
  } catch (error) {
    throw unusable(error, address);
  }
}

const credentials = ({ user, password }: Neo4jAddress) => neo4j.auth.basic(user, password);

function graphOn(connection: Connection): Graph {
  return {
    run: (query, params) => inTransaction(connection, query.mode, query.name, (tx) => tx.run(query, params)),
    together: (work) => inTransaction(connection, 'write', 'together', work),
    reading: (work) => inTransaction(connection, 'read', 'reading', work),
    close: () => connection.driver.close(),
  };
}

// Two writers that create the same key at once: one is refused, and finds the other's node when it tries again.
const twinTries = 5;

async function inTransaction<T>(
  connection: Connection,
  mode: Query<unknown, unknown>['mode'],
  name: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const at: At = { whole: name };
    try {
      return await once(connection, mode, at, work);
    } catch (error) {
      if (codeOf(error) !== 'Neo.ClientError.Schema.ConstraintValidationFailed' || attempt === twinTries)
        throw inOurWords(error, at.failed ?? name, connection.address);
      connection.log.debug({ query: at.failed ?? name, attempt }, 'a twin was faster, trying again');
      await pause(10 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** What is run: the name of a statement, or of several together, and the first that failed; those sent behind it fail with it. */
interface At {
  readonly whole: string;
  failed?: string | undefined;
}

async function once<T>(
  { driver, address, timeoutMs }: Connection,
  mode: Query<unknown, unknown>['mode'],
  at: At,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const session = driver.session({ database: address.database, bookmarkManager: driver.executeQueryBookmarkManager });
  const settings = { timeout: timeoutMs, metadata: { app: 'skein', query: at.whole } };
  const follow = (tx: ManagedTransaction) => {
    at.failed = undefined;
    return work(transactionOn(tx, at));
  };
  try {
    return await (mode === 'read' ? session.executeRead(follow, settings) : session.executeWrite(follow, settings));
  } finally {
    await session.close();
  }
}

const transactionOn = (tx: ManagedTransaction, at: At): Transaction => ({
  async run<P, R>(query: Query<P, R>, params: P) {
    try {
      const { records } = await tx.run(query.text, asParameters(params));
      return records.map((record) => record.toObject() as R);
    } catch (error) {
      at.failed ??= query.name;
      throw error;
    }
  },
});

function asParameters(params: unknown): Record<string, unknown> {
  const given = Object.entries(params as object);
  return Object.fromEntries(given.map(([name, value]) => [name, withIntegers(value)]));
}

function withIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (value === null || typeof value !== 'object') return value;

  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = withIntegers((value as Record<string, unknown>)[key]);
  return copy;
}

/** Only what the database said is put in our words; what the caller's own work threw rises as it is. */
function inOurWords(error: unknown, query: string, address: Neo4jAddress): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (isGone(error) || isLockedOut(error)) return unusable(error, address);
  return new QueryError(query, error.code, error.message, error);
}

const codeOf = (error: unknown): string => (error instanceof Neo4jError ? error.code : '');

const isGone = ({ code }: Neo4jError): boolean => code === 'ServiceUnavailable' || code === 'SessionExpired';
const isLockedOut = ({ code }: Neo4jError): boolean =>
  code.startsWith('Neo.ClientError.Security.') && !code.endsWith('.Forbidden');

function unusable(error: unknown, address: Neo4jAddress): Error {
  if (error instanceof GraphUnavailableError) return error;
  const why = error instanceof Error ? firstLine(error.message) : String(error);
  return new GraphUnavailableError(sentence(codeOf(error), address, why), { cause: error });
}

function sentence(code: string, { uri, user, database }: Neo4jAddress, why: string): string {
  switch (code) {
    case 'Neo.ClientError.Security.Unauthorized':
      return `Neo4j at ${uri} refused the password of ${user}: set NEO4J_USER and NEO4J_PASSWORD to an account that may log in.`;
    case 'Neo.ClientError.Security.CredentialsExpired':
      return `Neo4j at ${uri} wants a new password for ${user}: change it once in Neo4j Browser, then set NEO4J_PASSWORD.`;
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `Neo4j at ${uri} has locked ${user} after too many wrong passwords: wait a minute, then try the right NEO4J_PASSWORD.`;
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `Neo4j at ${uri} has no database ${database}: create it, or set NEO4J_DATABASE to one that exists.`;
    default:
      return `No Neo4j can be used at ${uri} (${why}): check that it runs and that NEO4J_URI is right, then try again.`;
  }
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/[.:\s]+$/, '');

// The first 5.x whose planner and EXISTS subqueries our statements are written for.
const oldest = { major: 5, minor: 13 };

function refuseOld(agent: string, { uri }: Neo4jAddress): void {
  const version = /(\d+)\.(\d+)/.exec(agent);
  if (version === null) return;

  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  throw new GraphUnavailableError(
    `Neo4j at ${uri} is version ${version[0]}, too old: upgrade it to 5.26 LTS, or set NEO4J_URI to a newer server.`,
  );
}
