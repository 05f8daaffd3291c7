// Handles are the database's own, so what these statements find is tested through the functions that use them:
// test/graph/neighbourhood.db.test.ts and test/graph/paths.db.test.ts.

import { expect, it } from 'vitest';
import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';
import { graph, statement } from '../support/neo4j.ts';

cases(queries.walk.neighbours, {
  'of nothing there are none': { params: { element: 'none', labels: null, most: 9, events: 9, limit: 9 }, rows: [] },
});
const unbounded = { asOf: null, known: null, most: 9, limit: 9 };
cases(queries.walk.overEvents, { 'from nothing leads nowhere': { params: { ...unbounded, from: ['none'] }, rows: [] } });
cases(queries.walk.directly, { 'from nothing leads nowhere': { params: { ...unbounded, from: [] }, rows: [] } });
cases(queries.walk.things, { 'that are not there have no rows': { params: { elements: ['none'] }, rows: [] } });
cases(queries.walk.ties, { 'of what is not there are none': { params: { pairs: [['none', 'none']] }, rows: [] } });
cases(queries.walk.newestBetween, {
  'of what is not there are none': { params: { pairs: [['none', 'none']], asOf: null, most: 9 }, rows: [] },
});
cases(queries.walk.finding, { 'that is not there has no row': { params: { id: 'f' }, rows: [] } });

it('a finding is found with how much touches it', async () => {
  const db = await graph();
  await db.run(statement("CREATE (:Finding {id: 'f', title: 'Odd', at: 5})-[:BECAUSE]->(:Event {id: 'e'})"), {});
  expect(await db.run(queries.walk.finding, { id: 'f' })).toMatchObject([{ key: 'f', title: 'Odd', at: 5, degree: 1 }]);
});

const places = `
  CREATE (u:User {id: 'ana', name: 'Ana'}), (i:IP {address: '192.0.2.1'}), (f:Finding {id: 'f', title: 'Odd', at: 2}),
         (g:Finding {id: 'g', title: 'Odder', at: 8}), (f)-[:ABOUT {role: 'actor'}]->(u), (g)-[:ABOUT {role: 'actor'}]->(u),
         (f)-[:LINKED {mechanism: 'account', weight: 0.4, because: 'the same account'}]->(g),
         (f)-[:LINKED {mechanism: 'session', weight: 0.9, because: 'the same session'}]->(g),
         (u)<-[:BY]-(old:Event {id: 'old', at: 1, kind: 'signIn'})-[:FROM]->(i),
         (u)<-[:BY]-(:Event {id: 'new', at: 9, operation: 'UserLoggedIn'})-[:FROM]->(i), (f)-[:BECAUSE]->(old)
  RETURN elementId(u) AS ana, elementId(i) AS ip, elementId(f) AS f, elementId(g) AS g`;

async function placed() {
  const db = await graph();
  const [row] = await db.run(statement<{ ana: string; ip: string; f: string; g: string }>(places), {});
  if (row === undefined) throw new Error('nothing was made');
  return { db, ...row };
}

it('what shares an event with one of several is told with their places', async () => {
  const { db, ana, ip, f } = await placed();
  const found = await db.run(queries.walk.overEvents, { ...unbounded, from: [ana, ip] });
  expect(found).toEqual([
    { to: ip, label: 'IP', key: '192.0.2.1', degree: 2, of: [0] },
    { to: f, label: 'Finding', key: 'f', degree: 4, of: [0, 1] },
    { to: ana, label: 'User', key: 'ana', degree: 4, of: [1] },
  ]);
  expect(await db.run(queries.walk.overEvents, { ...unbounded, from: [ana], known: [f] })).toMatchObject([{ to: f }]);
  expect(await db.run(queries.walk.overEvents, { ...unbounded, from: [ana], asOf: 1 })).toMatchObject([{ to: ip }]);
  expect(await db.run(queries.walk.overEvents, { ...unbounded, from: [ana], asOf: 0 })).toEqual([]);
  expect(await db.run(queries.walk.overEvents, { ...unbounded, from: [ana], limit: 1 })).toHaveLength(1);
});

it('what is tied directly is told with their places, findings as of then', async () => {
  const { db, ana, f, g } = await placed();
  expect(await db.run(queries.walk.directly, { ...unbounded, from: [ana, f] })).toMatchObject([
    { to: g, label: 'Finding', key: 'g', of: [0, 1] },
    { to: f, of: [0] },
    { to: ana, of: [1] },
  ]);
  expect(await db.run(queries.walk.directly, { ...unbounded, from: [ana], asOf: 7 })).toMatchObject([{ to: f }]);
  expect(await db.run(queries.walk.directly, { ...unbounded, from: [ana], known: [] })).toEqual([]);
});

it('things are told as steps', async () => {
  const { db, ana, ip, f } = await placed();
  const told = await db.run(queries.walk.things, { elements: [ana, ip, f] });
  expect(new Map(told.map(({ element, ...rest }) => [element, rest]))).toEqual(
    new Map([
      [ana, { key: 'ana', title: 'Ana', at: null }],
      [ip, { key: '192.0.2.1', title: null, at: null }],
      [f, { key: 'f', title: 'Odd', at: 2 }],
    ]),
  );
});

it('of two links between two findings the strongest stands for both', async () => {
  const { db, ana, ip, f, g } = await placed();
  const pairs = [
    [f, g],
    [ana, f],
    [ana, ip],
  ];
  expect(await db.run(queries.walk.ties, { pairs })).toEqual([
    { pair: 0, via: 'LINKED', isAlong: true, mechanism: 'session', because: 'the same session' },
    { pair: 1, via: 'ABOUT', isAlong: false, mechanism: null, because: null },
  ]);
});

it('of two events between the same two things the newest stands for both', async () => {
  const { db, ana, ip, f } = await placed();
  const pairs = [
    [ip, ana],
    [ana, f],
  ];
  const asked = { pairs, asOf: null, most: 9 };
  expect(await db.run(queries.walk.newestBetween, asked)).toEqual([
    { pair: 0, events: 2, event: 'new', eventAt: 9, says: 'UserLoggedIn', enters: 'FROM', leaves: 'BY' },
    { pair: 1, events: 1, event: 'old', eventAt: 1, says: 'signIn', enters: 'BY', leaves: 'BECAUSE' },
  ]);
  expect(await db.run(queries.walk.newestBetween, { ...asked, asOf: 8 })).toMatchObject([{ event: 'old', events: 1 }, {}]);
  expect(await db.run(queries.walk.newestBetween, { ...asked, most: 1 })).toHaveLength(1);
});
