// Handles are the database's own, so what these statements find is tested through the functions that use them:
// test/graph/neighbourhood.db.test.ts and test/graph/paths.db.test.ts.

import { expect, it } from 'vitest';
import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';
import { graph, statement } from '../support/neo4j.ts';

cases(queries.walk.neighbours, {
  'of nothing there are none': { params: { element: 'none', labels: null, most: 9, events: 9, limit: 9 }, rows: [] },
});
cases(queries.walk.overEvents, { 'from nothing leads nowhere': { params: { from: ['none'], most: 9, limit: 9 }, rows: [] } });
cases(queries.walk.directly, { 'from nothing leads nowhere': { params: { from: [], most: 9, limit: 9 }, rows: [] } });
cases(queries.walk.finding, { 'that is not there has no row': { params: { id: 'f' }, rows: [] } });

it('a finding is found with how much touches it', async () => {
  const db = await graph();
  await db.run(statement("CREATE (:Finding {id: 'f', title: 'Odd', at: 5})-[:BECAUSE]->(:Event {id: 'e'})"), {});
  expect(await db.run(queries.walk.finding, { id: 'f' })).toMatchObject([{ key: 'f', title: 'Odd', at: 5, degree: 1 }]);
});

it('of two events between the same two things the newest stands for both', async () => {
  const db = await graph();
  const [row] = await db.run(
    statement<{ ana: string; ip: string }>(
      `CREATE (u:User {id: 'ana'}), (i:IP {address: '192.0.2.1'}), (u)<-[:BY]-(:Event {id: 'old', at: 1, kind: 'signIn'})-[:FROM]->(i),
              (u)<-[:BY]-(:Event {id: 'new', at: 2, operation: 'UserLoggedIn'})-[:FROM]->(i)
       RETURN elementId(u) AS ana, elementId(i) AS ip`,
    ),
    {},
  );
  const from = [row?.ana ?? ''];
  expect(await db.run(queries.walk.overEvents, { from, most: 9, limit: 9 })).toEqual([
    {
      ...{ from: row?.ana, to: row?.ip, label: 'IP', key: '192.0.2.1', title: null, at: null, degree: 2, events: 2 },
      ...{ event: 'new', eventAt: 2, says: 'UserLoggedIn', enters: 'BY', leaves: 'FROM' },
    },
  ]);
  expect(await db.run(queries.walk.overEvents, { from, most: 1, limit: 9 })).toMatchObject([{ events: 1 }]);
  expect(await db.run(queries.walk.directly, { from, most: 9, limit: 9 })).toEqual([]);
});
