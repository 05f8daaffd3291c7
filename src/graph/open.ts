// Opens the database the configuration names, or one of our own, with its schema up to date.

import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Graph } from './graph.ts';
import { hasLocal, openLocal } from './local.ts';
import { migrate } from './migrations.ts';
import { openGraph, type GraphOptions } from './neo4j.ts';

export interface Database {
  readonly graph: Graph;
  /** Where it speaks Bolt, and as whom we speak to it. */
  readonly address: string;
  readonly user: string;
  /** Known and told only where Skein made it: the local Neo4j. */
  readonly password?: string;
  /** Neo4j Browser, where we know of one. */
  readonly browser?: string;
  /** Leaves the database; with `stop`, a local Neo4j is stopped at once instead of when idle. */
  close(how?: { readonly stop?: boolean }): Promise<void>;
}

export async function openDatabase(config: Pick<Config, 'home' | 'neo4j'>, log: Logger): Promise<Database> {
  return config.neo4j === undefined ? await openOwn(config.home, log) : await openTheirs(config.neo4j, log);
}

/** Whether there is anything to open: a database the configuration names, or one of our own that was begun. */
export const hasDatabase = ({ home, neo4j }: Pick<Config, 'home' | 'neo4j'>): boolean => neo4j !== undefined || hasLocal(home);

async function openTheirs(neo4j: NonNullable<Config['neo4j']>, log: Logger): Promise<Database> {
  const graph = await openMigrated(neo4j, log);
  return { graph, address: neo4j.uri, user: neo4j.user, close: () => graph.close() };
}

/** A server of our own that ended stays ended until the next command starts it: there is nothing to wait for but a busy moment. */
const ownRetryMs = 10_000;

async function openOwn(home: string, log: Logger): Promise<Database> {
  const local = await openLocal({ home, log });
  try {
    const graph = await openMigrated(local, log, { retryMs: ownRetryMs });
    const close: Database['close'] = async ({ stop = false } = {}) => {
      await graph.close();
      await (stop ? local.stop() : local.release());
    };
    return { graph, address: local.uri, user: local.user, password: local.password, browser: local.browser, close };
  } catch (error) {
    await local.release();
    throw error;
  }
}

async function openMigrated(neo4j: NonNullable<Config['neo4j']>, log: Logger, options?: GraphOptions): Promise<Graph> {
  const graph = await openGraph(neo4j, log, options);
  try {
    await migrate(graph, log);
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
}
