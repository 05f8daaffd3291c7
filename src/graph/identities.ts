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
  const unclaimed = await graph.run(queries.identities.unclaimed, {});
  const pairs = await graph.run(queries.identities.pairs, {});
  const whose = ownersOf(
    current,
    unclaimed.map(({ value }) => value),
    resolve(pairs.map(({ a, b }) => [a, b])),
  );
  const moves = new Map<string, { from: string; to: string; names: string[] }>();
  for (const [name, from] of current) {
    const to = whose(name) ?? from;
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
  await claim(graph, unclaimed, whose);
  await graph.run(queries.identities.showNames, {});
  await graph.run(queries.identities.ownMailboxes, {});
}

type Owner = (name: string) => string | undefined;

/**
 * Whose each name should be. A name that only ever stood for an account belongs to whoever is known by another name of
 * that account, and to nobody while nobody is: so a shared mailbox is no person, whatever ids it has.
 */
function ownersOf(
  current: ReadonlyMap<string, string>,
  unclaimed: readonly string[],
  resolved: ReadonlyMap<string, string>,
): Owner {
  const rootOf = (name: string): string => resolved.get(name) ?? name;
  const loose = new Set(unclaimed);
  const somebody = new Set([...current.keys()].filter((name) => !loose.has(name)).map(rootOf));
  return (name) => (somebody.has(rootOf(name)) ? rootOf(name) : undefined);
}

async function claim(
  graph: Graph,
  unclaimed: readonly { readonly value: string; readonly user: string | null }[],
  whose: Owner,
): Promise<void> {
  const rows = unclaimed.flatMap(({ value, user }) => {
    const owner = whose(value);
    return user !== null || owner === undefined ? [] : [{ value, user: owner }];
  });
  if (rows.length > 0) await graph.run(queries.identities.claim, { rows });

  const nobodys = unclaimed.filter(({ value, user }) => user !== null && whose(value) === undefined);
  if (nobodys.length === 0) return;
  await graph.run(queries.identities.disclaim, { names: nobodys.map(({ value }) => value) });
  for (const id of new Set(nobodys.flatMap(({ user }) => user ?? []))) await graph.run(queries.identities.dropNameless, { id });
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
