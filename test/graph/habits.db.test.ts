import { beforeEach, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import * as habits from '../../src/graph/habits.ts';
import type { Habit } from '../../src/learn/habits.ts';
import { counting } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

const habit = (more: Partial<Habit> = {}): Habit => ({
  person: 'ana',
  dimension: 'country',
  value: 'AU',
  days: [20_000, 20_001],
  counts: [3, 1],
  firstAt: 5,
  lastAt: 9,
  ...more,
});
const all = [
  habit(),
  habit({ dimension: 'network', value: '64500' }),
  habit({ dimension: 'address', value: '192.0.2.10' }),
  habit({ dimension: 'app', value: 'a' }),
  habit({ dimension: 'device', value: 'd' }),
  habit({ dimension: 'mailbox', value: 'm' }),
  habit({ dimension: 'mailboxWritten', value: 'm' }),
  habit({ dimension: 'site', value: 'u' }),
];

const stored = (db: Graph) =>
  db.run(statement('MATCH (:User)-[h]->() WHERE h.key IS NOT NULL RETURN h.key AS key, h.counts AS counts ORDER BY key'), {});

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await db.run(
    statement(
      "CREATE (:User {id: 'ana'}), (:User {id: 'bo'}), (:App {id: 'a'}), (:Device {id: 'd'}), (:Mailbox {address: 'm'}), (:Url {url: 'u'})",
    ),
    {},
  );
});

it('every dimension has its place in the graph, also a country no event was tied to', async () => {
  await habits.save(db, all);
  expect(await stored(db)).toEqual(
    all
      .map(({ person, dimension, value }) => ({ key: `${person}|${dimension}|${value}`, counts: [3, 1] }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
});

it('habits that are as they were are not written again', async () => {
  await habits.save(db, all);
  const { graph: counted, writes } = counting(db);
  await habits.save(counted, [...all].reverse());
  expect(writes()).toBe(0);
});

it('only the changed are written, and what is no habit any more is forgotten', async () => {
  await habits.save(db, all);
  const { graph: counted, writes } = counting(db);
  await habits.save(counted, [habit({ counts: [3, 2] }), ...all.slice(2)]);
  expect(writes()).toBe(2);
  const now = await stored(db);
  expect(now).toHaveLength(7);
  expect(now).toContainEqual({ key: 'ana|country|AU', counts: [3, 2] });
  expect(now).not.toContainEqual(expect.objectContaining({ key: 'ana|network|64500' }));
});

it('a network without a number has no node to hang a habit on', async () => {
  await habits.save(db, [habit({ dimension: 'network', value: '192.0.2.0/24' })]);
  expect(await stored(db)).toEqual([]);
});
