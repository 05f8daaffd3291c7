import { beforeEach, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { counting, everything, incident } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await db.run(statement("UNWIND range(1, 5) AS n CREATE (:Finding {id: 'f' + n, at: n})"), {});
});

const setStatus = (status: string) =>
  db.run(statement(`MATCH (i:Incident) WHERE i.status = 'open' SET i.status = '${status}'`), {});
const held = () =>
  db.run(
    statement(
      'MATCH (i:Incident)-[:HOLDS]->(f) WITH i, f ORDER BY f.id RETURN i.id AS id, collect(f.id) AS findings ORDER BY id',
    ),
    {},
  );

it('an incident comes back as it was, open, with what it holds and involves', async () => {
  const one = incident('a', ['f1', 'f2'], { policyMetAt: 15 });
  expect(await incidents.save(db, [one])).toEqual({ opened: 1, changed: 0, merged: 0 });
  const kept = { ...one, status: 'open', changedAt: expect.any(Number) as number };
  expect(await incidents.byId(db, 'a')).toEqual(kept);
  expect(await incidents.standing(db, false)).toEqual([kept]);
  expect(await held()).toEqual([{ id: 'a', findings: ['f1', 'f2'] }]);
  expect(
    await db.run(
      statement(
        'MATCH (i:Incident)-[r:INVOLVES]->(u) RETURN u.id AS user, r.role AS role, i.narrative AS story, i.policyMetAt AS metAt',
      ),
      {},
    ),
  ).toEqual([{ user: 'ana', role: 'actor', story: 'Ana made a rule. It hides mail.', metAt: 15 }]);
});

it('what is as it was is not written again', async () => {
  await incidents.save(db, [incident('a', ['f1']), incident('b', ['f2'])]);
  const { graph: counted, writes } = counting(db);
  expect(await incidents.save(counted, [incident('b', ['f2']), incident('a', ['f1'])])).toEqual({
    opened: 0,
    changed: 0,
    merged: 0,
  });
  expect(writes()).toBe(0);
});

it('it grows and shrinks; its status is people’s', async () => {
  await incidents.save(db, [incident('a', ['f1', 'f2'], { policyMetAt: 15 })]);
  await setStatus('inProgress');
  expect(await incidents.save(db, [incident('a', ['f1', 'f3'], { score: 80 })])).toEqual({ opened: 0, changed: 1, merged: 0 });
  expect(await incidents.byId(db, 'a')).toMatchObject({ status: 'inProgress', score: 80, findings: ['f1', 'f3'] });
  expect(await held()).toEqual([{ id: 'a', findings: ['f1', 'f3'] }]);
  expect(await db.run(statement('MATCH (i:Incident) RETURN i.policyMetAt AS metAt'), {})).toEqual([{ metAt: null }]);

  await setStatus('open');
  await db.run(statement("MATCH (i:Incident) SET i.status = 'closed'"), {});
  await incidents.save(db, [incident('a', ['f1'], { score: 81 })]);
  expect(await incidents.standing(db, false)).toEqual([]);
  expect(await incidents.standing(db, true)).toMatchObject([{ id: 'a', status: 'closed', score: 81 }]);
});

it('an id that was leads to its heir, through every merge after', async () => {
  await incidents.save(db, [incident('a', ['f1']), incident('b', ['f2', 'f3']), incident('c', ['f4'])]);
  expect(await incidents.save(db, [incident('b', ['f1', 'f2', 'f3']), incident('c', ['f4'])])).toMatchObject({
    changed: 1,
    merged: 1,
  });
  expect(await incidents.byId(db, 'a')).toMatchObject({ id: 'b' });

  await incidents.save(db, [incident('c', ['f1', 'f2', 'f3', 'f4'])]);
  for (const id of ['a', 'b', 'c']) expect(await incidents.byId(db, id)).toMatchObject({ id: 'c' });
  expect(await incidents.standing(db, true)).toHaveLength(1);
  expect(await held()).toEqual([{ id: 'c', findings: ['f1', 'f2', 'f3', 'f4'] }]);
});

it('the heir is who holds most of it; of equals the earlier, then the smaller id', async () => {
  await incidents.save(db, [incident('a', ['f1', 'f2', 'f3'])]);
  await incidents.save(db, [incident('x', ['f1'], { firstAt: 1 }), incident('y', ['f2', 'f3'], { firstAt: 2 })]);
  expect(await incidents.byId(db, 'a')).toMatchObject({ id: 'y' });

  await incidents.save(db, [incident('b', ['f1', 'f2'])]);
  await incidents.save(db, [
    incident('q', ['f1'], { firstAt: 3 }),
    incident('p', ['f2'], { firstAt: 3 }),
    incident('r', ['f3'], { firstAt: 1 }),
  ]);
  expect(await incidents.byId(db, 'b')).toMatchObject({ id: 'p' });
});

it('an id that stands again is itself, as people left it, and the other leads to it', async () => {
  await incidents.save(db, [incident('a', ['f1']), incident('b', ['f2'])]);
  await setStatus('closed');
  await incidents.save(db, [incident('b', ['f1', 'f2'])]);
  await incidents.save(db, [incident('a', ['f1', 'f2'])]);
  expect(await incidents.byId(db, 'a')).toMatchObject({ id: 'a', status: 'closed', findings: ['f1', 'f2'] });
  expect(await incidents.byId(db, 'b')).toMatchObject({ id: 'a' });
});

it('an incident nothing is left of is nowhere, until it stands again', async () => {
  await incidents.save(db, [incident('a', ['f1']), incident('b', ['f2'])]);
  expect(await incidents.save(db, [incident('b', ['f2'])])).toMatchObject({ merged: 1 });
  expect(await incidents.byId(db, 'a')).toBeUndefined();
  expect(await incidents.standing(db, true)).toHaveLength(1);
  expect(await incidents.save(db, [incident('b', ['f2'])])).toEqual({ opened: 0, changed: 0, merged: 0 });

  await incidents.save(db, [incident('a', ['f1']), incident('b', ['f2'])]);
  expect(await incidents.byId(db, 'a')).toMatchObject({ id: 'a', status: 'open' });
});

it('of a finding that was withdrawn and stands again it takes hold again', async () => {
  await incidents.save(db, [incident('a', ['f1', 'f2'])]);
  await db.run(statement("MATCH (f:Finding {id: 'f2'}) DETACH DELETE f"), {});
  await db.run(statement("CREATE (:Finding {id: 'f2', at: 2})"), {});
  await incidents.save(db, [incident('a', ['f1', 'f2'])]);
  expect(await held()).toEqual([{ id: 'a', findings: ['f1', 'f2'] }]);
});

it('saved twice it is the same', async () => {
  const both = [incident('a', ['f1', 'f2']), incident('b', ['f3'])];
  await incidents.save(db, [incident('z', ['f1'])]);
  await incidents.save(db, both);
  const before = await everything(db);
  await incidents.save(db, both);
  expect(await everything(db)).toEqual(before);
});

it('an unknown id is no incident', async () => {
  expect(await incidents.byId(db, 'unknown')).toBeUndefined();
});
