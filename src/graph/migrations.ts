// Brings a database to the schema this version of Skein knows: cypher/schema/V0001__name.cypher, once each, in order.
//
// What ran is recorded as (:__Migration {version, name, checksum, at}). Two processes at once are safe: one holds
// a lease and works, the other waits and then finds nothing to do. Statements are safe to repeat, so a process
// killed between a statement and its record does no harm.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import { QueryError, type Graph, type Query } from './graph.ts';
import { migrations as shipped } from './migrations.gen.ts';

export interface Migration {
  readonly version: number;
  /** The file's name without its ending: `V0001__keys`. */
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** The database's schema is not one this Skein may touch; the message says why and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export async function migrate(graph: Graph, log: Logger, migrations: readonly Migration[] = shipped): Promise<void> {
  if ((await pending(graph, migrations)).length === 0) return;

  const owner = randomUUID();
  await makeLeaseUnique(graph);
  await lease(graph, owner);
  try {
    for (const migration of await pending(graph, migrations)) {
      await apply(graph, owner, migration);
      log.info({ migration: migration.name }, 'schema migrated');
    }
  } finally {
    await graph.run(free, { owner });
  }
}

interface Ran {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/** What has not run yet; refuses a database whose past is not ours. */
async function pending(graph: Graph, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const ran = new Map((await graph.run(history, {})).map((row) => [row.version, row]));
  for (const migration of migrations) refuseDrift(migration, ran.get(migration.version));

  const known = new Set(migrations.map(({ version }) => version));
  const unknown = [...ran.values()].find(({ version }) => !known.has(version));
  if (unknown !== undefined)
    throw new MigrationError(
      `This database was migrated by a newer Skein (${unknown.name}): update Skein, or set NEO4J_URI or SKEIN_HOME to another database.`,
    );
  return migrations.filter(({ version }) => !ran.has(version));
}

function refuseDrift(migration: Migration, ran: Ran | undefined): void {
  if (ran === undefined || ran.checksum === migration.checksum) return;
  throw new MigrationError(
    `${ran.name} ran on this database with other content than cypher/schema/${migration.name}.cypher has now: restore the file, and put the change into a new migration.`,
  );
}

async function apply(graph: Graph, owner: string, migration: Migration): Promise<void> {
  const { version, name, checksum } = migration;
  for (const texts of batches(migration.statements)) {
    await graph.run(keep, { owner, ttl: leaseMs });
    await graph.together(async (tx) => {
      for (const text of texts) await tx.run({ name: `schema/${name}`, mode: 'write', text }, {});
    });
  }
  await graph.run(record, { version, name, checksum });
}

/**
 * Statements that share a transaction. Neo4j refuses schema and data changes in one, so data changes go one by one;
 * thirty constraints together take two seconds, one by one eight.
 */
function batches(statements: readonly string[]): readonly (readonly string[])[] {
  return statements.every(changesSchema) ? [statements] : statements.map((text) => [text]);
}

const changesSchema = (text: string): boolean => /^(CREATE|DROP)\s+(\w+\s+)?(CONSTRAINT|INDEX)\b/i.test(text);

/** Without the constraint two processes could each make a lease of their own on an empty database. */
async function makeLeaseUnique(graph: Graph): Promise<void> {
  try {
    await graph.run(leaseKey, {});
  } catch (error) {
    const isTwin = error instanceof QueryError && error.code.endsWith('AlreadyExists');
    if (!isTwin) throw error;
  }
}

// Kept anew before every transaction; a dead holder delays the next process by no more than this.
const leaseMs = 30_000;

async function lease(graph: Graph, owner: string): Promise<void> {
  while ((await graph.run(take, { owner, ttl: leaseMs })).length === 0) await pause(200);
}

type Nothing = Record<string, never>;

const history: Query<Nothing, Ran> = {
  name: 'migrations/history',
  mode: 'read',
  text: 'MATCH (m:__Migration) RETURN m.version AS version, m.name AS name, m.checksum AS checksum ORDER BY version',
};

const leaseKey: Query<Nothing, Nothing> = {
  name: 'migrations/lease-key',
  mode: 'write',
  text: 'CREATE CONSTRAINT job_lease_key IF NOT EXISTS FOR (n:JobLease) REQUIRE n.name IS UNIQUE',
};

// The first SET takes the write lock, so that the condition is asked by one process at a time, on the server's clock.
const take: Query<{ owner: string; ttl: number }, { fence: number }> = {
  name: 'migrations/take',
  mode: 'write',
  text: `MERGE (l:JobLease {name: 'migrations'})
SET l.touched = timestamp()
WITH l WHERE coalesce(l.until, 0) < timestamp() OR l.owner = $owner
SET l.owner = $owner, l.until = timestamp() + $ttl, l.fence = coalesce(l.fence, 0) + 1
RETURN l.fence AS fence`,
};

const keep: Query<{ owner: string; ttl: number }, Nothing> = {
  name: 'migrations/keep',
  mode: 'write',
  text: "MATCH (l:JobLease {name: 'migrations', owner: $owner}) SET l.until = timestamp() + $ttl",
};

const free: Query<{ owner: string }, Nothing> = {
  name: 'migrations/free',
  mode: 'write',
  text: "MATCH (l:JobLease {name: 'migrations', owner: $owner}) SET l.until = 0",
};

const record: Query<Ran, Nothing> = {
  name: 'migrations/record',
  mode: 'write',
  text: `MERGE (m:__Migration {version: $version})
ON CREATE SET m.name = $name, m.checksum = $checksum, m.at = timestamp()`,
};
