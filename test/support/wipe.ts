// Empties a test database: of everything but its schema, or of the schema too.

import type { Graph, Query } from '../../src/graph/graph.ts';

/** A statement of a test, without a file. */
export const statement = <R = Record<string, unknown>>(text: string): Query<Record<string, unknown>, R> => ({
  name: 'test/statement',
  mode: 'write',
  text,
});

export async function wipe(graph: Graph): Promise<void> {
  await graph.run(statement('MATCH (n) WHERE NOT n:__Migration DETACH DELETE n'), {});
}

export async function emptySchema(graph: Graph): Promise<void> {
  await graph.run(statement('MATCH (n) DETACH DELETE n'), {});
  // The index behind a constraint goes with it, so constraints go first.
  await drop(graph, 'CONSTRAINT', 'SHOW CONSTRAINTS YIELD name');
  await drop(graph, 'INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
}

async function drop(graph: Graph, what: string, asked: string): Promise<void> {
  const found = await graph.run(statement<{ name: string }>(asked), {});
  await graph.together(async (tx) => {
    for (const { name } of found) await tx.run(statement(`DROP ${what} ${name}`), {});
  });
}
