import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';
import { graph, statement } from '../support/neo4j.ts';

const ana = "(u:User {id: 'ana', name: 'Ana', kind: 'person'})<-[:NAMES]-(:Alias {value: 's-1-5'})";

cases(queries.entities.find, {
  'nothing of that key is no entity': {
    given: "CREATE (:IP {address: '192.0.2.1'})",
    params: { label: 'User', key: '192.0.2.1', number: 0 },
    rows: [],
  },
});

const none = { element: 'none' };

cases(queries.entities.span, {
  'of nothing there is none': { params: { ...none, limit: 9 }, rows: [{ firstAt: null, lastAt: null }] },
});
cases(queries.entities.events, {
  'of nothing there are none': { params: { ...none, at: 9, id: '', most: 9, limit: 9 }, rows: [] },
});
cases(queries.entities.eventCount, { 'of nothing there is no count': { params: none, rows: [] } });

/** Ana reads two mailboxes, one of which an application opens too, and keeps hours; a supplier writes to it. */
const lives = `CREATE (u:User {id: 'ana', name: 'ana@contoso.test', kind: 'person'}), (v:User {id: 'bo', kind: 'person'}), (w:User {id: 'sync', kind: 'service'}),
  (m:Mailbox {address: 'sales@contoso.test'}), (u)-[:OWNS]->(o:Mailbox {address: 'ana@contoso.test'}),
  (u)-[:READS {days: [10, 12], counts: [3, 1], firstAt: 5, lastAt: 9}]->(m), (u)-[:READS {days: [10], counts: [2], firstAt: 5, lastAt: 6}]->(o),
  (v)-[:READS {days: [11], counts: [1], firstAt: 7, lastAt: 7}]->(m), (w)-[:READS {days: [11], counts: [9], firstAt: 7, lastAt: 7}]->(m),
  (:App {id: 'app'})-[:READS {days: [10], counts: [7], firstAt: 5, lastAt: 5}]->(m),
  (u)-[:SHOWS {days: [10], counts: [8], firstAt: 5, lastAt: 5}]->(:Trait {id: 'hour/08', kind: 'hour', value: '08'}),
  (u)-[:SHOWS {days: [10], counts: [5], firstAt: 5, lastAt: 5}]->(:Trait {id: 'deed/send', kind: 'deed', value: 'send'}),
  (m)-[:HEARS_FROM {days: [10], counts: [4], firstAt: 5, lastAt: 5}]->(:Domain {name: 'supplier.test'})`;
const all = { relationship: null, other: '', kind: null, isOwn: true, most: 99, limit: 99 };

/** A statement that needs the database's handle of an entity gets it with the graph. */
async function at(label: string, key: string, id: string): Promise<{ db: Graph; element: string }> {
  const db = await graph();
  await db.run(statement(lives), {});
  const [row] = await db.run(statement<{ element: string }>(`MATCH (n:${label} {${key}: $id}) RETURN elementId(n) AS element`), {
    id,
  });
  return { db, element: row?.element ?? '' };
}

cases(queries.entities.habits, { 'of nothing there are none': { params: { ...none, ...all }, rows: [] } });
cases(queries.entities.life, { 'of nothing there is none': { params: { ...none, ...all }, rows: [] } });

describe('habits at an entity', () => {
  it('are all that point at entities, from either end, the most used first', async () => {
    const { db, element } = await at('Mailbox', 'address', 'sales@contoso.test');
    expect(
      (await db.run(queries.entities.habits, { ...all, element })).map(({ label, key, isOwn, count }) => [
        label,
        key,
        isOwn,
        count,
      ]),
    ).toEqual([
      ['User', 'sync', false, 9],
      ['App', 'app', false, 7],
      ['Domain', 'supplier.test', true, 4],
      ['User', 'ana', false, 4],
      ['User', 'bo', false, 1],
    ]);
  });

  it('are traits only where one kind of them is asked for', async () => {
    const { db, element } = await at('User', 'id', 'ana');
    const keys = async (more: object) =>
      (await db.run(queries.entities.habits, { ...all, element, ...more })).map(({ key, kind }) => [key, kind]);
    expect(await keys({})).toEqual([
      ['sales@contoso.test', null],
      ['ana@contoso.test', null],
    ]);
    expect(await keys({ relationship: 'SHOWS', other: 'Trait', kind: 'deed' })).toEqual([['send', 'deed']]);
    expect(await keys({ relationship: 'READS', other: 'Mailbox', limit: 1 })).toEqual([['sales@contoso.test', null]]);
    expect(await keys({ relationship: 'READS', other: 'Mailbox', isOwn: false })).toEqual([]);
  });

  it('come day by day with everything there is', async () => {
    const { db, element } = await at('User', 'id', 'ana');
    const rows = await db.run(queries.entities.life, { ...all, element });
    expect(rows.map(({ key, days, counts }) => [key, days, counts])).toEqual([
      ['08', [10], [8]],
      ['send', [10], [5]],
      ['sales@contoso.test', [10, 12], [3, 1]],
      ['ana@contoso.test', [10], [2]],
    ]);
    expect(rows[2]).toMatchObject({ relationship: 'READS', other: 'Mailbox', kind: null, isOwn: true, firstAt: 5, lastAt: 9 });
  });
});

const sales = { label: 'Mailbox', key: 'sales@contoso.test', number: 0, relationship: 'READS', most: 99, limit: 99, before: 8 };
cases(queries.entities.holders, {
  'are those of a kind besides one, before a time': {
    given: lives,
    params: { ...sales, except: 'bo', services: false },
    rows: [{ name: null, count: 1, ids: ['ana'] }],
  },
  'are services where those are asked for': {
    given: lives,
    params: { ...sales, except: 'bo', services: true },
    rows: [{ name: null, count: 1, ids: ['sync'] }],
  },
  'are counted also beyond those that are named': {
    given: lives,
    params: { ...sales, except: 'nobody', services: false, limit: 1 },
    rows: [{ name: null, count: 2, ids: ['ana'] }],
  },
  'are none before anybody did': {
    given: lives,
    params: { ...sales, except: 'nobody', services: false, before: 5 },
    rows: [{ name: null, count: 0, ids: [] }],
  },
  'of a value that is not there do not exist': {
    given: lives,
    params: { ...sales, key: 'unknown', except: 'nobody', services: false },
    rows: [],
  },
});

const inReads = { relationship: 'READS', label: 'Mailbox', kind: null, oldest: 300 };
cases(queries.entities.shares, {
  'weigh a value in all that was done before a day; what is a half-life old weighs half': {
    given: lives,
    params: { ids: ['ana', 'bo', 'nobody'], ...inReads, key: 'sales@contoso.test', before: 12, halfLife: 2 },
    rows: [
      { id: 'ana', total: 2.5, weight: 1.5, has: true },
      { id: 'bo', total: Math.SQRT1_2, weight: Math.SQRT1_2, has: true },
    ],
  },
  'leave out the day itself, and what is too old': {
    given: lives,
    params: { ids: ['ana'], ...inReads, key: 'ana@contoso.test', before: 13, oldest: 2, halfLife: 1 },
    rows: [{ id: 'ana', total: 0.5, weight: 0, has: true }],
  },
});

const among = { ...inReads, except: 'bo', services: false, before: 12, most: 99 };
cases(queries.entities.population, {
  'is who did anything of the kind before a day': { given: lives, params: among, rows: [{ count: 1 }] },
  'is nobody where it was too long ago': { given: lives, params: { ...among, oldest: 1 }, rows: [{ count: 0 }] },
});

cases(queries.entities.peersOf, { 'of nothing there are none': { params: { ...none, limit: 9 }, rows: [] } });

it('peers are those who belong to the same group now', async () => {
  const { db, element } = await at('User', 'id', 'ana');
  await db.run(
    statement(`MATCH (a:User {id: 'ana'}), (b:User {id: 'bo'}), (c:User {id: 'sync'}) CREATE (g:PeerGroup {id: 'g'}),
      (a)-[:MEMBER_OF {since: 1}]->(g), (b)-[:MEMBER_OF {since: 1}]->(g), (c)-[:MEMBER_OF {since: 1, until: 2}]->(g),
      (a)-[:MEMBER_OF {since: 0, until: 1}]->(:PeerGroup {id: 'f', diedAt: 1})<-[:MEMBER_OF {since: 0}]-(c)`),
    {},
  );
  expect(await db.run(queries.entities.peersOf, { element, limit: 9 })).toEqual([{ id: 'bo' }]);
});
cases(queries.entities.findings, { 'of nothing there are none': { params: { ...none, limit: 9 }, rows: [] } });
cases(queries.entities.incidents, { 'of nothing there are none': { params: { ...none, limit: 9 }, rows: [] } });
cases(queries.entities.groupOf, { 'of nothing there is none': { params: none, rows: [] } });

cases(queries.entities.event, {
  'is found by its id': {
    given: "CREATE (:Event {id: 'e', record: 'r', at: 5, raw: 'secret'})",
    params: { id: 'e' },
    rows: [
      {
        event: {
          ...{ id: 'e', kind: null, source: null, record: 'r', at: 5, arrivedAt: null, operation: null },
          ...{ outcome: null, actor: null, address: null, country: null, userAgent: null },
        },
      },
    ],
  },
});

const ofGroup = { bornAt: null, because: null, diedAt: null, diedBecause: null };
const groups = `CREATE ${ana}, (g:PeerGroup {id: 'g', label: 'Sales', size: 2, bornAt: 1, because: 'so'})<-[:MEMBER_OF {since: 4, degree: 0.5}]-(u),
  (g)<-[:MEMBER_OF {since: 1, until: 3}]-(:User {id: 'bo'}), (:PeerGroup {id: 'h', label: 'All', size: 9}),
  (:PeerGroup {id: 'old', label: 'Old', size: 99, diedAt: 5, diedBecause: 'gone'})<-[:MEMBER_OF {since: 0, until: 4}]-(u)`;
const salesGroup = {
  ...{ ...ofGroup, id: 'g', label: 'Sales', size: 2, bornAt: 1, because: 'so' },
  members: [{ key: 'ana', name: 'Ana', since: 4, degree: 0.5 }],
};
const ended = { ...ofGroup, id: 'old', label: 'Old', size: 99, diedAt: 5, diedBecause: 'gone', members: [] };

cases(queries.entities.groups, {
  'come the largest first, with who belongs to them now; those that have ended are left out': {
    given: groups,
    params: { id: null, limit: 9, members: 9 },
    rows: [{ ...ofGroup, id: 'h', label: 'All', size: 9, members: [] }, salesGroup],
  },
  'are found by their id, also when they have ended': {
    given: groups,
    params: { id: 'old', limit: 1, members: 9 },
    rows: [ended],
  },
});

cases(queries.entities.memberships, { 'of nothing there are none': { params: { ...none, limit: 9 }, rows: [] } });

it('a person belongs to the group that lasts, and belonged to those before', async () => {
  const db = await graph();
  await db.run(statement(groups), {});
  const [{ element } = { element: '' }] = await db.run(
    statement<{ element: string }>("MATCH (u:User {id: 'ana'}) RETURN elementId(u) AS element"),
    {},
  );
  expect(await db.run(queries.entities.groupOf, { element })).toEqual([{ id: 'g' }]);
  expect(await db.run(queries.entities.memberships, { element, limit: 9 })).toEqual([
    { group: 'g', label: 'Sales', since: 4, until: null, degree: 0.5 },
    { group: 'old', label: 'Old', since: 0, until: 4, degree: null },
  ]);
});
