// Habits and peer groups as they stand; only what changed is written.

import { digestOf } from '../ingest/digest.ts';
import { dimensions } from '../learn/dimension.ts';
import type { Dimension } from '../learn/dimension.ts';
import type { Habit } from '../learn/habits.ts';
import type { PeerGroup } from '../learn/peers.ts';
import type { Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

const BATCH = 2_000;

/** Where each dimension is kept; two dimensions may share a relationship type, never a (type, label). */
const writers = {
  country: queries.habits.signsInFromCountry,
  network: queries.habits.signsInFromAsn,
  address: queries.habits.signsInFromIp,
  device: queries.habits.usesDevice,
  app: queries.habits.usesApp,
  mailbox: queries.habits.readsMailbox,
  mailboxWritten: queries.habits.writesToMailbox,
  site: queries.habits.readsUrl,
} as const satisfies Record<Dimension, unknown>;

/** Makes the stored habits those given: writes the new and the changed, forgets the rest. */
export async function save(graph: Graph, habits: readonly Habit[]): Promise<void> {
  const stored = new Map((await graph.run(queries.habits.hashes, {})).map(({ key, hash }) => [key, hash]));
  const rows = habits.filter(isStored).map((habit) => ({ dimension: habit.dimension, row: rowOf(habit) }));
  const changed = rows.filter(({ row }) => stored.get(row.key) !== row.hash);
  const standing = new Set(rows.map(({ row }) => row.key));
  const gone = [...stored.keys()].filter((key) => !standing.has(key));
  for (const keys of batches(gone)) await graph.run(queries.habits.forget, { keys });
  for (const dimension of Object.keys(dimensions) as Dimension[])
    for (const batch of batches(changed.filter((one) => one.dimension === dimension)))
      await graph.run(writers[dimension], { rows: batch.map(({ row }) => row) });
}

/** A network without a known ASN is judged by but has no node to hang a habit on. */
const isStored = ({ dimension, value }: Habit): boolean => dimension !== 'network' || /^\d+$/.test(value);

function rowOf({ person, dimension, value, days, counts, firstAt, lastAt }: Habit) {
  const hash = digestOf(JSON.stringify([days, counts, firstAt, lastAt]), 16);
  return { person, value, key: `${person}|${dimension}|${value}`, hash, days, counts, firstAt, lastAt };
}

/** Makes the stored groups those given; nothing is written when they are. */
export async function saveGroups(
  graph: Graph,
  groups: readonly PeerGroup[],
  memberSince: ReadonlyMap<string, Instant>,
): Promise<void> {
  const rows = groups.flatMap(({ id, label, members }) =>
    members.map((person) => ({ group: id, label, size: members.length, person, since: memberSince.get(person) ?? 0 })),
  );
  if (sameAs(rows, await graph.run(queries.habits.peers, {}))) return;
  await graph.together(async (tx) => {
    await tx.run(queries.habits.clearGroups, {});
    for (const batch of batches(rows)) await tx.run(queries.habits.saveGroups, { rows: batch });
  });
}

interface Member {
  readonly person: string;
  readonly group: string;
  readonly label: string;
  readonly since: Instant;
}

function sameAs(rows: readonly Member[], stored: readonly (Omit<Member, 'person'> & { readonly user: string })[]): boolean {
  const said = (person: string, { group, label, since }: Omit<Member, 'person'>) => JSON.stringify([person, group, label, since]);
  const kept = new Set(stored.map((row) => said(row.user, row)));
  return kept.size === rows.length && rows.every((row) => kept.has(said(row.person, row)));
}

/** People with the group they belong to now. */
export const peers = (graph: Graph) => graph.run(queries.habits.peers, {});

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}
