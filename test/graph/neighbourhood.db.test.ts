import { describe, expect, it } from 'vitest';
import * as entities from '../../src/graph/entities.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { neighbourhood } from '../../src/graph/neighbourhood.ts';
import type { EntityLabel } from '../../src/model/graph.ts';
import { graph, statement } from '../support/neo4j.ts';

async function around(db: Graph, label: EntityLabel, key: string, limit = 50, labels?: EntityLabel[]) {
  const entity = await entities.find(db, label, key);
  if (entity === undefined) throw new Error(`there is no ${label} ${key}`);
  return neighbourhood(db, entity, limit, labels ?? null);
}
const keys = ({ neighbours }: Awaited<ReturnType<typeof around>>) => neighbours.map(({ label, key }) => `${label} ${key}`);

describe('a neighbourhood', () => {
  // Ana and Bo use one address and one app; Ana has a session of her own, and a rule that works in her mailbox.
  const office = `
    CREATE (ana:User {id: 'ana', name: 'Ana', kind: 'person'}), (bo:User {id: 'bo'}), (ip:IP {address: '192.0.2.1'}), (app:App {id: 'mail'}),
           (own:Session {id: 's'}), (rule:Rule {id: 'r', name: '.'})-[:WORKS_IN]->(box:Mailbox {address: 'ana@contoso.test'}),
           (ana)-[:OWNS]->(box), (ip)-[:IN]->(:Country {code: 'AU'}), (:Asn {number: 64500})<-[:IN]-(ip),
           (ana)-[:SIGNS_IN_FROM {days: [1], counts: [2], firstAt: 1, lastAt: 4}]->(ip)
    FOREACH (at IN [1, 4] | CREATE (e:Event {id: 'ana' + at, at: at}), (e)-[:BY]->(ana), (e)-[:FROM]->(ip), (e)-[:TO]->(app), (e)-[:FROM]->(own))
    FOREACH (at IN [2, 3, 5] | CREATE (e:Event {id: 'bo' + at, at: at}), (e)-[:BY]->(bo), (e)-[:FROM]->(ip), (e)-[:TO]->(app))
    CREATE (made:Event {id: 'made', at: 6})-[:ON]->(rule), (made)-[:BY]->(ana)`;

  it('tells how each neighbour is tied, how often, from when to when; what the least else touches first', async () => {
    const db = await graph();
    await db.run(statement(office), {});
    const found = await around(db, 'User', 'ana');
    expect(found).toEqual({
      isCut: false,
      touches: 3,
      neighbours: [
        {
          ...{ label: 'Session', key: 's', name: 's', kind: undefined, events: 2, firstAt: 1, lastAt: 4, elsewhere: 0 },
          ways: [{ relationship: 'BY', through: 'FROM' }],
        },
        {
          ...{ label: 'Rule', key: 'r', name: '.', kind: undefined, events: 1, firstAt: 6, lastAt: 6, elsewhere: 1 },
          ways: [{ relationship: 'BY', through: 'ON' }],
        },
        {
          ...{ label: 'Mailbox', key: 'ana@contoso.test', name: 'ana@contoso.test', kind: undefined, events: 0 },
          ...{ firstAt: null, lastAt: null, elsewhere: 1 },
          ways: [{ relationship: 'OWNS', through: null }],
        },
        {
          ...{ label: 'App', key: 'mail', name: 'mail', kind: undefined, events: 2, firstAt: 1, lastAt: 4, elsewhere: 3 },
          ways: [{ relationship: 'BY', through: 'TO' }],
        },
        {
          ...{
            label: 'IP',
            key: '192.0.2.1',
            name: '192.0.2.1',
            kind: undefined,
            events: 2,
            firstAt: 1,
            lastAt: 4,
            elsewhere: 5,
          },
          ways: [
            { relationship: 'BY', through: 'FROM' },
            { relationship: 'SIGNS_IN_FROM', through: null },
          ],
        },
      ],
    });
  });

  it('is of the labels that are asked for, and no longer than is asked for', async () => {
    const db = await graph();
    await db.run(statement(office), {});
    expect(keys(await around(db, 'IP', '192.0.2.1', 50, ['User', 'Country']))).toEqual(['User bo', 'Country AU', 'User ana']);
    expect(keys(await around(db, 'Asn', '64500'))).toEqual(['IP 192.0.2.1']);
    expect(keys(await around(db, 'User', 'ana', 1))).toEqual(['Session s']);
    expect(keys(await around(db, 'User', 'ana', 0))).toEqual([]);
  });

  it('of what nothing touches is empty', async () => {
    const db = await graph();
    await db.run(statement("CREATE (:User {id: 'ana'})"), {});
    expect(await around(db, 'User', 'ana')).toEqual({ neighbours: [], touches: 0, isCut: false });
  });

  it('of an address with more records than anybody reads is of the newest, within seconds, and says so', async () => {
    const db = await graph();
    await db.run(
      statement(`
        CREATE (ip:IP {address: '192.0.2.1'})
        WITH ip UNWIND range(1, 200) AS n CREATE (u:User {id: 'u' + n})
        WITH ip, collect(u) AS people UNWIND range(1, 30000) AS n
        WITH ip, people[n % 200] AS who, n
        CREATE (e:Event {id: 'e' + n, at: n})-[:FROM]->(ip), (e)-[:BY]->(who)`),
      {},
    );
    const before = performance.now();
    const found = await around(db, 'IP', '192.0.2.1', 3);
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(found).toMatchObject({ isCut: true, touches: 30_000 });
    expect(found.neighbours).toHaveLength(3);
    expect(found.neighbours[0]).toMatchObject({ events: 50, elsewhere: 100, lastAt: 30_000 });
  });
});
