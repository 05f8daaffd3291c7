import { describe, expect, it } from 'vitest';
import * as events from '../../src/graph/events.ts';
import type { Sighting } from '../../src/graph/events.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as identities from '../../src/graph/identities.ts';
import { everything, orders, overtaken, sighting } from '../cypher/world.ts';
import { digest } from '../../src/graph/digest.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { anaAccount, anaOid, anaSid, anaUpn, mailboxEntities, tableAlert } from '../support/alert-records.ts';
import { mailAccess, methodChange, noon, signIn } from '../support/events.ts';
import { graph, statement } from '../support/neo4j.ts';

const upn = 'ana@x.test';
const oid = '11111111-aaaa-4bbb-8ccc-000000000001';
const sid = 's-1-5-21-1-2-3-1001';
const bo = 'bo@x.test';

// One record knows her by her object id, one by her SID, one is about her, and one says that all are the same.
const byOid = sighting(signIn({ id: '1', actor: oid, actorKind: 'service' }));
const bySid = sighting(mailAccess({ id: '2', actor: sid, mailbox: upn }));
const onOid = sighting(methodChange({ id: '3', actor: bo, target: oid }));
const told = sighting(signIn({ id: '4', actor: upn, actorKind: 'person' }), { names: [[upn, oid, sid]] });

const ask = <R>(db: Graph, text: string): Promise<readonly R[]> => db.run(statement<R>(text), {});
const whoDidWhat = (db: Graph) =>
  ask(db, 'MATCH (e:Event)-[r:BY|ON]->(u:User) RETURN e.id AS event, type(r) AS type, u.id AS user ORDER BY event, type');
const people = (db: Graph) => ask(db, 'MATCH (u:User) RETURN u.id AS id, u.kind AS kind ORDER BY id');

async function united(db: Graph): Promise<void> {
  expect(await whoDidWhat(db)).toEqual([
    { event: '1', type: 'BY', user: upn },
    { event: '2', type: 'BY', user: upn },
    { event: '3', type: 'BY', user: bo },
    { event: '3', type: 'ON', user: upn },
    { event: '4', type: 'BY', user: upn },
  ]);
  expect(await people(db)).toEqual([
    { id: upn, kind: 'person' },
    { id: bo, kind: 'person' },
  ]);
}

describe('names that are one person’s', () => {
  it('make one identity, whenever that is told and however often it is settled', async () => {
    const graphs = [];
    for (const order of orders([byOid, bySid, onOid, told]).filter((_, index) => index % 8 === 1)) {
      const db = await graph();
      for (const one of order) {
        await events.save(db, [one], 1);
        if (one === told || one === bySid) await identities.settle(db);
      }
      await identities.settle(db);
      graphs.push(await everything(db));
    }
    for (const one of graphs) expect(one).toEqual(graphs[0]);
    const db = await graph();
    await events.save(db, [byOid, bySid, onOid, told], 1);
    await identities.settle(db);
    await united(db);
    expect(await everything(db)).toEqual(graphs[0]);
  }, 180_000);

  it('own the mailbox that has one of them for its address', async () => {
    const db = await graph();
    await events.save(db, [bySid, told], 1);
    await identities.settle(db);
    expect(await ask(db, 'MATCH (u:User)-[:OWNS]->(m:Mailbox) RETURN u.id AS user, m.address AS mailbox')).toEqual([
      { user: upn, mailbox: upn },
    ]);
  });

  it('are shown with her, in the list of all there is', async () => {
    const db = await graph();
    await events.save(db, [byOid, { ...told, event: { ...told.event, at: noon + 5 } }], 1);
    await identities.settle(db);
    const all = await identities.entities(db);
    expect(all.map(({ label, key }) => `${label} ${key}`)).toEqual(['Asn 64500', 'Country AU', 'IP 192.0.2.10', `User ${upn}`]);
    expect(all.at(-1)).toEqual({ label: 'User', key: upn, names: [oid, upn, sid], firstAt: noon, lastAt: noon + 5 });
    expect([...(await identities.names(db))]).toEqual([oid, upn, sid].map((name) => [name, upn]));
  });

  it('are settled by the next who comes, when the first was killed half-way', async () => {
    for (const survives of [0, 1]) {
      const db = await graph();
      for (const one of [byOid, bySid, onOid, told]) await events.save(db, [one], 1);
      await expect(identities.settle(dying(db, survives))).rejects.toThrow('killed');
      await identities.settle(db);
      await united(db);
    }
  });

  it('are settled twice with no more to do', async () => {
    const db = await graph();
    await events.save(db, [byOid, bySid, onOid, told], 1);
    await identities.settle(db);
    const before = await everything(db);
    await identities.settle(dying(db, 0));
    expect(await everything(db)).toEqual(before);
  });
});

/** Lets so many transactions through, then fails inside the next, after its last statement. */
function dying(db: Graph, survives: number): Graph {
  let left = survives;
  return {
    ...db,
    together: (work) =>
      db.together(async (tx) => {
        const result = await work(tx);
        if (left-- === 0) throw new Error('killed');
        return result;
      }),
  };
}

describe('while an identity is emptied', () => {
  const late = sighting(signIn({ id: '9', actor: oid }));

  it('what is tied to it by a writer who began before is not lost', async () => {
    const db = await graph();
    await events.save(db, [byOid, bySid, onOid, told], 1);
    await overtaken(
      db,
      (slow) => events.save(slow, [late], 2),
      () => identities.settle(db),
    );
    expect((await whoDidWhat(db)).at(-1)).toEqual({ event: '9', type: 'BY', user: upn });
    expect(await people(db)).toHaveLength(2);
  });

  it('what is tied to it by a writer who comes meanwhile is not lost', async () => {
    const db = await graph();
    await events.save(db, [byOid, bySid, onOid, told], 1);
    await overtaken(
      db,
      (slow) => identities.settle(slow),
      () => events.save(db, [late], 2),
    );
    expect((await whoDidWhat(db)).at(-1)).toEqual({ event: '9', type: 'BY', user: upn });
    expect(await people(db)).toHaveLength(2);
  });

  it('what is tied to it is not lost either when it has so many ties that the database locks it otherwise', async () => {
    const db = await graph();
    const acts = (from: number, to: number): Sighting[] =>
      Array.from({ length: to - from }, (_, i) => sighting(signIn({ id: `d${from + i}`, actor: oid })));
    await events.save(db, [...acts(0, 120), told], 1);
    await overtaken(
      db,
      (slow) => events.save(slow, acts(120, 140), 2),
      () => identities.settle(db),
    );
    await overtaken(
      db,
      (slow) => identities.settle(slow),
      () => events.save(db, acts(140, 160), 3),
    );
    expect(await ask(db, 'MATCH (e:Event)-[:BY]->(u:User) RETURN u.id AS user, count(e) AS acts')).toEqual([
      { user: upn, acts: 161 },
    ]);
  });

  it('nothing is lost when many write and settle at once', async () => {
    const db = await graph();
    const persons = [0, 1, 2].map((n) => ({
      upn: `p${n}@x.test`,
      oid: oid.replace(/1$/, String(n + 2)),
      sid: `${sid}${n}`,
    }));
    const batch = (b: number): Sighting[] =>
      Array.from({ length: 24 }, (_, i) => {
        const who = persons[(i + b) % 3] ?? { upn, oid, sid };
        const names =
          i % 8 === b
            ? [
                [who.upn, who.oid],
                [who.oid, who.sid],
              ]
            : [];
        return sighting(signIn({ id: `b${b}-${i}`, actor: [who.oid, who.sid, who.upn][i % 3] ?? who.oid }), { names });
      });
    await Promise.all(
      [0, 1, 2, 3, 4, 5].flatMap((b) => [
        events.save(db, batch(b), b),
        events.save(db, batch(b).slice(3), b).then(() => identities.settle(db)),
      ]),
    );
    await identities.settle(db);
    expect(await ask(db, 'MATCH (e:Event) RETURN count(e) AS events, sum(COUNT { (e)-[:BY]->() }) AS acts')).toEqual([
      { events: 144, acts: 144 },
    ]);
    expect(
      await ask(
        db,
        'MATCH (e:Event)-[:BY]->(u:User), (:Alias {value: e.actor})-[:NAMES]->(owner) WHERE u <> owner RETURN e.id AS misled',
      ),
    ).toEqual([]);
    expect((await people(db)).map((row) => (row as { id: string }).id)).toEqual(persons.map((one) => one.upn));
  }, 60_000);
});

describe('a person whom each alert knows by another name', () => {
  const read = (record: object): Sighting => {
    const result = readRecord(record, { file: 'alerts.jsonl', line: 1 });
    if ('reject' in result) throw new Error(result.reject.why);
    return { ...result.reading, file: 'alerts.jsonl', line: 1 };
  };
  const alertOn = (id: string, ...entities: object[]): Sighting =>
    read(tableAlert({ SystemAlertId: id, VendorOriginalId: id }, entities));

  const alias = 'a.ruiz@contoso.test';
  const shared = 'credit.control@contoso.test';
  const four = [
    alertOn('1', { Type: 'account', AadUserId: anaOid }),
    alertOn('2', { Type: 'account', Sid: anaSid }),
    alertOn('3', { Type: 'account', Name: 'ana.ruiz', NTDomain: 'CONTOSO' }),
    alertOn('4', { Type: 'mailbox', MailboxPrimaryAddress: alias, Upn: anaUpn }, ...mailboxEntities.slice(0, 1)),
  ];
  const linking = alertOn('5', anaAccount);

  it('is one, with all the names, once a record links them, whatever the order', async () => {
    const digests = new Set<string>();
    for (const [index, order] of orders(four).entries()) {
      const db = await graph();
      const records = [...order.slice(0, index % 5), linking, ...order.slice(index % 5)];
      for (const [n, one] of records.entries()) {
        await events.save(db, [one], 1);
        if (n === index % 4) await identities.settle(db);
      }
      await identities.settle(db);
      digests.add(await digest(db));
      const users = (await identities.entities(db)).filter(({ label }) => label === 'User');
      expect(users.map(({ key, names }) => ({ key, names }))).toEqual([
        { key: alias, names: [anaOid, anaUpn, alias, 'contoso\\ana.ruiz', anaSid.toLowerCase()].sort() },
      ]);
      expect(await ask(db, 'MATCH (u:User)-[:OWNS]->(m:Mailbox) RETURN u.id AS user, m.address AS mailbox')).toEqual([
        { user: alias, mailbox: alias },
      ]);
      expect(await ask(db, 'MATCH (e:Event)-[:ON]->(:User) RETURN e.record AS record ORDER BY record')).toEqual(
        ['1', '2', '3', '5'].map((record) => ({ record })),
      );
    }
    expect(digests.size).toBe(1);
  }, 300_000);

  it('is nobody while only a mailbox is known, however many ids its account has', async () => {
    const db = await graph();
    await events.save(db, [four[3] ?? linking], 1);
    await identities.settle(db);
    expect(await people(db)).toEqual([]);
    expect(await ask(db, 'MATCH (m:Mailbox) RETURN m.address AS mailbox ORDER BY mailbox')).toEqual([
      { mailbox: alias },
      { mailbox: shared },
    ]);

    await events.save(db, [linking], 1);
    await identities.settle(db);
    expect(await people(db)).toEqual([{ id: alias, kind: null }]);
    expect((await identities.names(db)).has(shared)).toBe(false);
  });

  it('is two again, and the account nobody’s, when what linked them turns out to be everybody’s', async () => {
    const db = await graph();
    const placeholder = '22222222-aaaa-4bbb-8ccc-000000000001';
    const mailbox = alertOn('m', { Type: 'mailbox', MailboxPrimaryAddress: shared, AadId: placeholder });
    const says = (n: number) => alertOn(`a${n}`, { Type: 'account', AadUserId: placeholder, UserPrincipalName: `p${n}@x.test` });
    await events.save(db, [mailbox, says(0)], 1);
    await identities.settle(db);
    expect((await identities.names(db)).get(shared)).toBe(shared);

    await events.save(
      db,
      Array.from({ length: 9 }, (_, n) => says(n + 1)),
      1,
    );
    await identities.settle(db);
    expect((await identities.names(db)).has(shared)).toBe(false);
    expect((await people(db)).map((row) => (row as { id: string }).id)).not.toContain(shared);
  });
});

describe('a name too many go by', () => {
  const upns = Array.from({ length: 10 }, (_, i) => `p${i}@x.test`);
  const placeholder = '22222222-aaaa-4bbb-8ccc-000000000001';

  it('joins nobody, whenever it is found out', async () => {
    const db = await graph();
    const says = upns.map((name, i) => sighting(signIn({ id: `e${i}`, actor: name }), { names: [[name, placeholder]] }));
    await events.save(db, says.slice(0, 4), 1);
    await identities.settle(db);
    expect(await people(db)).toHaveLength(1);

    await events.save(db, says.slice(4), 1);
    await identities.settle(db);
    expect((await people(db)).map((row) => (row as { id: string }).id)).toEqual([placeholder, ...upns]);
    expect(await whoDidWhat(db)).toEqual(upns.map((user, i) => ({ event: `e${i}`, type: 'BY', user })));
  });

  it('told in one breath with all the others, is not believed', async () => {
    const db = await graph();
    await events.save(db, [sighting(signIn({ id: 'e', actor: 'p0@x.test' }), { names: [upns] })], 1);
    await identities.settle(db);
    expect(await people(db)).toHaveLength(10);
  });
});

it('an empty graph has nobody to settle', async () => {
  const db = await graph();
  await identities.settle(db);
  expect(await identities.entities(db)).toEqual([]);
  expect(await identities.names(db)).toEqual(new Map());
});
