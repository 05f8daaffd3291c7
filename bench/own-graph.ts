// A database of a bench's own: empty and migrated at first, and gone afterwards, whatever became of the measurement.

import type { Graph } from '../src/graph/graph.ts';
import { forgetLocal, openLocal } from '../src/graph/local.ts';
import type { LocalNeo4j } from '../src/graph/local.ts';
import { migrate } from '../src/graph/migrations.ts';
import { openGraph } from '../src/graph/neo4j.ts';
import type { BenchOptions } from './bench.ts';

export async function onOwnGraph<T>(
  { home, log }: Pick<BenchOptions, 'home' | 'log'>,
  work: (graph: Graph, local: LocalNeo4j) => Promise<T>,
): Promise<T> {
  forgetLocal(home);
  const local = await openLocal({ home, log });
  try {
    const graph = await openGraph(local, log);
    try {
      await migrate(graph, log);
      return await work(graph, local);
    } finally {
      await graph.close();
    }
  } finally {
    await local.stop();
    // What is left may be as large as a year of a company, and is of no use.
    forgetLocal(home);
  }
}
