import { beforeEach, expect, it } from 'vitest';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { counting, everything, finding, link } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

const f1 = finding('f1', { because: ['e2', 'e1'], context: ['e3'], at: 20 });
const f2 = finding('f2', { because: ['e1'], at: 10, about: [{ label: 'Asn', key: '64500', role: 'place' }] });

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await db.run(
    statement(
      "CREATE (:User {id: 'ana'}) WITH * UNWIND ['1', '2', '3'] AS n CREATE (:Event {id: 'e' + n, record: 'r' + n, at: 1})",
    ),
    {},
  );
});

it('findings stand in (at, id) order, with their records in the order of the evidence', async () => {
  await findings.save(db, [f1, f2]);
  expect(await findings.standing(db)).toEqual([
    { ...f2, records: ['r1'], contextRecords: [], incident: undefined },
    { ...f1, records: ['r2', 'r1'], contextRecords: ['r3'], incident: undefined },
  ]);
  expect((await findings.byIds(db, ['f1', 'withdrawn'])).map(({ id }) => id)).toEqual(['f1']);
  expect(await findings.byIds(db, [])).toEqual([]);
});

it('a finding is shown with the incident that holds it', async () => {
  await findings.save(db, [f1]);
  await db.run(statement("MATCH (f:Finding) CREATE (:Incident {id: 'i'})-[:HOLDS]->(f)"), {});
  await findings.save(db, [{ ...f1, says: 'said otherwise' }]);
  expect(await findings.byIds(db, ['f1'])).toMatchObject([{ says: 'said otherwise', incident: 'i' }]);
});

it('what stands as it stood is not written again', async () => {
  await findings.save(db, [f1, f2]);
  const { graph: counted, writes } = counting(db);
  await findings.save(counted, [f2, f1]);
  expect(writes()).toBe(0);
});

it('what changed says only the new, and what no longer stands is withdrawn', async () => {
  await findings.save(db, [f1, f2]);
  const changed = finding('f1', { because: ['e3'], at: 20, about: [{ label: 'User', key: 'ana', role: 'target' }] });
  await findings.save(db, [changed]);
  const now = await everything(db);

  db = await graph();
  await db.run(
    statement(
      "CREATE (:User {id: 'ana'}), (:Asn {number: 64500}) WITH * UNWIND ['1', '2', '3'] AS n CREATE (:Event {id: 'e' + n, record: 'r' + n, at: 1})",
    ),
    {},
  );
  await findings.save(db, [changed]);
  expect(now).toEqual(await everything(db));
});

it('somebody who did it to herself is both who did it and whom it was done to', async () => {
  const about = (['actor', 'target'] as const).map((role) => ({ label: 'User' as const, key: 'ana', role }));
  await findings.save(db, [finding('f1', { about })]);
  expect(await db.run(statement('MATCH (:Finding)-[a:ABOUT]->(:User) RETURN a.role AS role ORDER BY role'), {})).toEqual([
    { role: 'actor' },
    { role: 'target' },
  ]);
});

const links = (graph: Graph) =>
  graph.run(
    statement('MATCH (a)-[l:LINKED]->(b) RETURN a.id AS a, b.id AS b, l.because AS because, l.bridge AS bridge ORDER BY because'),
    {},
  );

it('links become those there are now', async () => {
  await findings.save(db, [f1, f2]);
  await findings.saveLinks(db, [link('f2', 'f1'), link('f2', 'f1', { because: 'x' })]);
  await findings.saveLinks(db, [link('f2', 'f1'), link('f2', 'f1', { because: 'y', bridge: { label: 'IP', key: '::1' } })]);
  expect(await links(db)).toEqual([
    { a: 'f2', b: 'f1', because: 'the same account', bridge: 'User ana' },
    { a: 'f2', b: 'f1', because: 'y', bridge: 'IP ::1' },
  ]);
});

it('links that are as they were are not written again, and are cut when there are none', async () => {
  await findings.save(db, [f1, f2]);
  await findings.saveLinks(db, [link('f2', 'f1')]);
  const { graph: counted, writes } = counting(db);
  await findings.saveLinks(counted, [link('f2', 'f1')]);
  expect(writes()).toBe(0);
  await findings.saveLinks(db, []);
  expect(await links(db)).toEqual([]);
});

it('a link lost with a finding that was withdrawn is there again when the finding is', async () => {
  await findings.save(db, [f1, f2]);
  await findings.saveLinks(db, [link('f2', 'f1')]);
  await findings.save(db, [f1]);
  await findings.save(db, [f1, f2]);
  await findings.saveLinks(db, [link('f2', 'f1')]);
  expect(await links(db)).toHaveLength(1);
});
