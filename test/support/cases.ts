// Tests of one statement: a tiny graph, parameters, and the rows that come back.

import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/graph/graph.ts';
import { graph, statement } from './neo4j.ts';

export interface Case<P, R> {
  /** Cypher that creates the graph; absent for an empty one. */
  readonly given?: string;
  readonly params: P;
  readonly rows: readonly R[];
  /** What is in the graph afterwards: a Cypher question and its rows. */
  readonly leaves?: { readonly asked: string; readonly rows: readonly Record<string, unknown>[] };
}

export function cases<P, R>(query: Query<P, R>, all: Readonly<Record<string, Case<P, R>>>): void {
  describe(query.name, () => {
    for (const [says, { given = '', params, rows, leaves }] of Object.entries(all))
      it(says, async () => {
        const db = await graph();
        if (given.trim() !== '') await db.run(statement(given), {});

        expect(await db.run(query, params)).toEqual(rows);
        if (leaves !== undefined) expect(await db.run(statement(leaves.asked), {})).toEqual(leaves.rows);
      });
  });
}
