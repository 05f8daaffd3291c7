// One person, many names: unites identities once a record has told that two names are one person's.

import { resolve } from '../ingest/identity.ts';
import type { EntityRef } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** Whose each name is now. */
export async function names(graph: Graph): Promise<ReadonlyMap<string, string>> {
  const rows = await graph.run(queries.identities.names, {});
  return new Map(rows.map(({ value, user }) => [value, user]));
}

/**
 * Brings every name to the identity that all the records together say it belongs to, whatever the order they came in.
 * Safe to repeat and to be killed in: each move is whole, and what is left is found again.
 */
export async function settle(graph: Graph): Promise<void> {
  const current = await names(graph);
  const pairs = await graph.run(queries.identities.pairs, {});
  const resolved = resolve(pairs.map(({ a, b }) => [a, b]));
  const moves = new Map<string, { from: string; to: string; names: string[] }>();
  for (const [name, from] of current) {
    const to = resolved.get(name) ?? name;
    if (from === to) continue;
    const move = moves.get(`${from}\n${to}`) ?? { from, to, names: [] };
    moves.set(`${from}\n${to}`, move);
    move.names.push(name);
  }
  for (const [, move] of [...moves].sort(([a], [b]) => (a < b ? -1 : 1)))
    await graph.together(async (tx) => {
      await tx.run(queries.identities.lockNames, { names: [...move.names].sort() });
      await tx.run(queries.identities.lockPair, { from: move.from, to: move.to });
      await tx.run(queries.identities.moveNames, move);
      await tx.run(queries.identities.moveActs, move);
      await tx.run(queries.identities.moveTargets, move);
      await tx.run(queries.identities.dropNameless, { id: move.from });
    });
  await graph.run(queries.identities.showNames, {});
  await graph.run(queries.identities.ownMailboxes, {});
}

export interface Entity extends EntityRef {
  readonly names: readonly string[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** Every entity with its names, in (label, key) order. */
export async function entities(graph: Graph): Promise<Entity[]> {
  const rows = await graph.run(queries.identities.entities, {});
  return rows
    .map(({ label, key, names: known, firstAt, lastAt }) => ({
      label: label as EntityLabel,
      key,
      names: [...known].sort(),
      firstAt,
      lastAt,
    }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
