// One real Neo4j for a whole test run, in a home that is kept, because a first start costs seconds.
//
// Two runs at once each take a home of their own: tests empty their database.

import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Neo4jAddress } from '../../src/config.ts';
import { openLocal } from '../../src/graph/local.ts';
import { root } from '../../src/graph/local/java.ts';
import { tryLock, type Lock } from '../../src/graph/local/lock.ts';
import { MigrationError, migrate } from '../../src/graph/migrations.ts';
import { openGraph } from '../../src/graph/neo4j.ts';
import { createLog } from '../../src/log.ts';
import { emptySchema } from './wipe.ts';
import { mkdirSync } from 'node:fs';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: Neo4jAddress;
  }
}

const log = createLog('warn');

export default async function (project: TestProject): Promise<() => Promise<void>> {
  const { home, lock } = freeHome();
  const server = await openLocal({ home, log });
  const { uri, user, password, database } = server;
  await bringUp({ uri, user, password, database });
  project.provide('neo4j', { uri, user, password, database });

  return async () => {
    await server.stop();
    lock.release();
  };
}

function freeHome(): { home: string; lock: Lock } {
  const homes = join(root, '.cache', 'test-neo4j');
  mkdirSync(homes, { recursive: true });
  for (let n = 1; ; n++) {
    const home = join(homes, String(n));
    const lock = tryLock(`${home}.lock`);
    if (lock !== undefined) return { home, lock };
  }
}

/** The home may remember migrations that have since been edited, as happens before they are released. */
async function bringUp(address: Neo4jAddress): Promise<void> {
  const graph = await openGraph(address, log);
  try {
    await migrate(graph, log);
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    await emptySchema(graph);
    await migrate(graph, log);
  } finally {
    await graph.close();
  }
}
