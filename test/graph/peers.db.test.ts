import { beforeEach, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import * as habits from '../../src/graph/habits.ts';
import * as peers from '../../src/graph/peers.ts';
import { valuesOf } from '../../src/learn/habits.ts';
import { advance, noLineage } from '../../src/learn/peers/lineage.ts';
import type { Lineage } from '../../src/learn/peers/lineage.ts';
import { counting, everything } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

type Groups = readonly (readonly string[])[];
const [ana, bo, cy, dee, eve, fay] = ['ana', 'bo', 'cy', 'dee', 'eve', 'fay'];
const two: Groups = [
  [ana, bo, cy],
  [dee, eve, fay],
];
const one: Groups = [[ana, bo, cy, dee, eve, fay]];
const small: Groups = [[ana, bo, cy]];

const after = (...weeks: readonly Groups[]): Lineage =>
  weeks.reduce((lineage, groups, week) => {
    const edges = groups.flatMap((people) => people.flatMap((a, at) => people.slice(at + 1).map((b) => ({ a, b, weight: 1 }))));
    const describe = ([first = '']: readonly string[]) => ({ name: first, label: `${first} and others` });
    return advance(lineage, { at: week + 1, groups, edges, describe });
  }, noLineage);

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await db.run(statement('UNWIND $ids AS id CREATE (:User {id: id})'), { ids: [ana, bo, cy, dee, eve, fay] });
});

it('people are shown with their group, since when and how much they belong', async () => {
  await peers.save(db, after(small));
  const [{ id: group } = {}] = after(small).groups;
  expect(await peers.now(db)).toEqual(
    [ana, bo, cy].map((user) => ({ user, group, label: 'ana and others', since: 1, degree: 1 })),
  );
});

it('what is as it was is not written again', async () => {
  await peers.save(db, after(two, one, one));
  const { graph: counted, writes } = counting(db);
  await peers.save(counted, after(two, one, one));
  expect(writes()).toBe(0);
});

it('what is stored is what it would be if it had been stored from nothing, whatever it was before', async () => {
  const lives = [
    after(two),
    after(two, one, one),
    after(two, small, small),
    after(small),
    noLineage,
    after(two, one, one, two, two),
  ];
  for (const before of lives)
    for (const now of lives) {
      await db.run(statement('MATCH (g:PeerGroup) DETACH DELETE g'), {});
      await peers.save(db, now);
      const fresh = await everything(db);
      await db.run(statement('MATCH (g:PeerGroup) DETACH DELETE g'), {});
      await peers.save(db, before);
      await peers.save(db, now);
      expect(await everything(db)).toEqual(fresh);
    }
});

it('memberships that have ended stay, and are not of now', async () => {
  await peers.save(db, after(two, one, one));
  const rows = await db.run(
    statement("MATCH (:User {id: 'fay'})-[m:MEMBER_OF]->() RETURN m.since AS since, m.until AS until ORDER BY since"),
    {},
  );
  expect(rows).toEqual([
    { since: 1, until: 3 },
    { since: 3, until: null },
  ]);
  expect((await peers.now(db)).filter(({ user }) => user === 'fay')).toHaveLength(1);
});

it('a group that went into another says so, and what it was', async () => {
  const lineage = after(two, one, one);
  await peers.save(db, lineage);
  const [{ id, bornAt, because } = { id: '', bornAt: 0, because: '' }] = lineage.past;
  const told = await peers.history(db, { id, bornAt, because, diedAt: 3, diedBecause: lineage.past[0]?.diedBecause ?? '' });
  expect(told.map(({ at, kind, from, into }) => [at, kind, from.length, into.length])).toEqual([
    [3, 'merge', 2, 1],
    [1, 'birth', 0, 1],
  ]);
});

it('a membership changed by another hand, and a group it never heard of, are put right', async () => {
  await peers.save(db, after(two));
  await db.run(
    statement(
      "MATCH (u:User {id: 'ana'})-[m:MEMBER_OF]->(g) SET m.until = 9, g.hash = 'x' CREATE (u)-[:MEMBER_OF {since: 77}]->(g), (:PeerGroup {id: 'stray'})",
    ),
    {},
  );
  await peers.save(db, after(two));
  const rows = await db.run(
    statement("MATCH (:User {id: 'ana'})-[m:MEMBER_OF]->() RETURN m.since AS since, m.until AS until"),
    {},
  );
  expect(rows).toEqual([{ since: 1, until: null }]);
  expect(await db.run(statement("MATCH (g:PeerGroup {id: 'stray'}) RETURN g"), {})).toEqual([]);
});

it('habits that tell who works with whom are read back, with whatever stands in their names', async () => {
  const odd = 'a|b|site|\nc';
  await db.run(statement('CREATE (:User {id: $odd}), (:Url {url: $odd}), (:App {id: $odd})'), { odd });
  const habit = { person: odd, value: odd, days: [5, 6], counts: [1, 2], firstAt: 5, lastAt: 6 };
  await habits.save(db, [
    { ...habit, dimension: 'site' },
    { ...habit, dimension: 'app' },
    { ...habit, person: ana, value: 'drafts', dimension: 'folder' },
  ]);
  const stored = await peers.storedHabits(db);
  expect(valuesOf(stored, odd, 'site').get(odd)).toEqual({ days: [5, 6], counts: [1, 2] });
  expect(valuesOf(stored, odd, 'app').size).toBe(0);
  expect([...valuesOf(stored, ana, 'folder').keys()]).toEqual(['drafts']);
});
