// The database of the tests: one real Neo4j a run, given to each test empty and with its schema.
//
// Only files named *.db.test.ts may use it: they run one after another.

import { afterAll, inject } from 'vitest';
import type { Neo4jAddress } from '../../src/config.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openGraph } from '../../src/graph/neo4j.ts';
import { createLog } from '../../src/log.ts';
import { wipe } from './wipe.ts';

export { statement } from './wipe.ts';

/** Where it is, e.g. for a command under test: `NEO4J_URI` and its companions. */
export const neo4jAddress = (): Neo4jAddress => inject('neo4j');

export function neo4jEnvironment(): Record<string, string> {
  const { uri, user, password, database } = neo4jAddress();
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

/** The database, emptied of all but its schema. */
export async function graph(): Promise<Graph> {
  const it = await shared();
  await wipe(it);
  return it;
}

let opened: Promise<Graph> | undefined;

const shared = (): Promise<Graph> => (opened ??= openGraph(neo4jAddress(), createLog('warn')));

afterAll(async () => {
  await (await opened)?.close();
  opened = undefined;
});
