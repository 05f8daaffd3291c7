// Habits as they stand; only what changed is written.

import { digestOf } from '../ingest/digest.ts';
import { dimensions } from '../learn/dimension.ts';
import type { Habit } from '../learn/habits.ts';
import { batches } from './batches.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** How each kind of habit is written, by what it joins. */
const writers: Readonly<Record<string, (graph: Graph, rows: readonly Row[]) => Promise<unknown>>> = {
  'User SIGNS_IN_FROM Country': (graph, rows) => graph.run(queries.habits.signsInFromCountry, { rows }),
  'User SIGNS_IN_FROM Asn': (graph, rows) => graph.run(queries.habits.signsInFromAsn, { rows }),
  'User SIGNS_IN_FROM IP': (graph, rows) => graph.run(queries.habits.signsInFromIp, { rows }),
  'User USES Device': (graph, rows) => graph.run(queries.habits.usesDevice, { rows }),
  'User USES App': (graph, rows) => graph.run(queries.habits.usesApp, { rows }),
  'User READS Mailbox': (graph, rows) => graph.run(queries.habits.readsMailbox, { rows }),
  'User READS Url': (graph, rows) => graph.run(queries.habits.readsUrl, { rows }),
  'User WRITES_TO Mailbox': (graph, rows) => graph.run(queries.habits.writesToMailbox, { rows }),
  'User MAILS Mailbox': (graph, rows) => graph.run(queries.habits.mailsMailbox, { rows }),
  'User MAILS Domain': (graph, rows) => graph.run(queries.habits.mailsDomain, { rows }),
  'User SHOWS Trait': (graph, rows) => graph.run(queries.habits.showsTrait, { rows }),
  'Mailbox SHOWS Trait': (graph, rows) => graph.run(queries.habits.mailboxShowsTrait, { rows }),
  'Mailbox HEARS_FROM Domain': (graph, rows) => graph.run(queries.habits.hearsFromDomain, { rows }),
  'App READS Mailbox': (graph, rows) => graph.run(queries.habits.appReadsMailbox, { rows }),
  'App SIGNS_IN_FROM Asn': (graph, rows) => graph.run(queries.habits.appSignsInFromAsn, { rows }),
};

/** How a habit is forgotten, by whose it is. */
const forgetters = {
  User: queries.habits.forget,
  App: queries.habits.forgetOfApp,
  Mailbox: queries.habits.forgetOfMailbox,
} as const;

type Row = Omit<Habit, 'dimension'> & {
  readonly key: string;
  readonly hash: string;
  readonly kind: string;
  readonly shown: string;
};

/** Makes the stored habits those given: writes the new and the changed, forgets the rest. */
export async function save(graph: Graph, habits: readonly Habit[]): Promise<void> {
  const before = await graph.run(queries.habits.hashes, {});
  const stored = new Map(before.map(({ key, hash }) => [key, hash]));
  const rows = habits.filter(isStored).map((habit) => ({ writer: writerOf(habit), row: rowOf(habit) }));
  const changed = rows.filter(({ row }) => stored.get(row.key) !== row.hash);
  const standing = new Set(rows.map(({ row }) => row.key));
  const gone = before.filter(({ key }) => !standing.has(key));
  for (const [label, forget] of Object.entries(forgetters))
    for (const some of batches(gone.filter((habit) => habit.label === label)))
      await graph.run(forget, { rows: some.map(({ owner, key }) => ({ owner, key })) });
  for (const [name, write] of Object.entries(writers))
    for (const batch of batches(changed.filter(({ writer }) => writer === name)))
      await write(
        graph,
        batch.map(({ row }) => row),
      );
}

function writerOf({ dimension }: Habit): string {
  const { of, relationship, label } = dimensions[dimension];
  return `${of} ${relationship} ${label}`;
}

/** What is kept from its other end is; a network without a known ASN is judged by but has no node to hang a habit on. */
const isStored = ({ dimension, value }: Habit): boolean =>
  dimensions[dimension].mirrors === undefined && (dimensions[dimension].label !== 'Asn' || /^\d+$/.test(value));

function rowOf({ person, dimension, value, days, counts, firstAt, lastAt }: Habit): Row {
  const hash = digestOf(JSON.stringify([days, counts, firstAt, lastAt]), 16);
  const node = dimensions[dimension].label === 'Trait' ? `${dimension}/${value}` : value;
  const key = `${person}|${dimension}|${value}`;
  return { person, value: node, kind: dimension, shown: value, key, hash, days, counts, firstAt, lastAt };
}
