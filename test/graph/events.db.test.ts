import { describe, expect, it } from 'vitest';
import * as events from '../../src/graph/events.ts';
import type { Sighting } from '../../src/graph/events.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Event, Kind } from '../../src/model/event.ts';
import { everything, orders, overtaken, sighting } from '../cypher/world.ts';
import {
  abroad,
  adminChange,
  alert,
  ana,
  bare,
  bo,
  connection,
  fileAccess,
  mail,
  mailAccess,
  mailItem,
  mailboxRule,
  methodChange,
  noon,
  other,
  service,
  signIn,
} from '../support/events.ts';
import { graph, statement } from '../support/neo4j.ts';
import { days } from '../../src/model/time.ts';

const ask = <R>(db: Graph, text: string): Promise<readonly R[]> => db.run(statement<R>(text), {});

const many = (n: number): Sighting[] =>
  Array.from({ length: n }, (_, i) => sighting(signIn({ id: `s:${i}`, actor: `person${i % 7}@x.test`, device: `d${i % 5}` })));

describe('records are counted', () => {
  it('as new once, whatever is sent again', async () => {
    const db = await graph();
    const [a, b, c] = many(3) as [Sighting, Sighting, Sighting];
    expect(await events.save(db, [a, b, a], 1)).toEqual({ isNew: 2, duplicate: 1 });
    expect(await events.save(db, [a, b, c], 2)).toEqual({ isNew: 1, duplicate: 2 });
    expect(await events.save(db, [c, b, a], 3)).toEqual({ isNew: 0, duplicate: 3 });
  });

  it('as new exactly once, when two send the same at the same time', async () => {
    const db = await graph();
    const all = many(60);
    const [one, two] = await Promise.all([events.save(db, all, 1), events.save(db, [...all].reverse(), 2)]);
    expect(one.isNew + two.isNew).toBe(60);
    expect(one.duplicate + two.duplicate).toBe(60);
    expect(await ask(db, 'MATCH (e:Event) RETURN count(e) AS events, sum(COUNT { (e)-[:BY]->() }) AS acts')).toEqual([
      { events: 60, acts: 60 },
    ]);
  });

  it('as new once, and tied once, when the answer to the writing was lost on the way', async () => {
    const db = await graph();
    const lost: Graph = { ...db, together: (work) => db.together(work).then(() => db.together(work)) };
    expect(await events.save(lost, many(3), 1)).toEqual({ isNew: 3, duplicate: 0 });
    expect(await ask(db, 'MATCH (e:Event) RETURN count(e) AS events, sum(COUNT { (e)-->() }) AS ties')).toEqual([
      { events: 3, ties: 9 },
    ]);
  });

  it('with connections that fold among them, which need no node of their own', async () => {
    const db = await graph();
    const met = (id: string, at: number): Sighting => {
      const { actor, actorKind, ...nobodys } = connection({ id, record: id, at, lastAt: at, to: '203.0.113.9' });
      expect([actor, actorKind]).not.toContain(undefined);
      return sighting(nobodys);
    };
    const mixed = [sighting(signIn({ id: 's:1' })), met('c:1', noon), met('c:2', noon + 1)];
    expect(await events.save(db, mixed, 1)).toEqual({ isNew: 3, duplicate: 0 });
    expect(await events.save(db, mixed, 2)).toEqual({ isNew: 0, duplicate: 3 });
    expect(await ask(db, 'MATCH (e:Event) RETURN e.kind AS kind, e.count AS count ORDER BY kind')).toEqual([
      { kind: 'connection', count: 2 },
      { kind: 'signIn', count: null },
    ]);
  });

  it('and change nothing the second time', async () => {
    const db = await graph();
    await events.save(db, many(10), 1);
    const before = await everything(db);
    await events.save(db, many(10), 2);
    expect(await everything(db)).toEqual(before);
  });
});

describe('a record sent again with other content', () => {
  const version = (generatedAt: number, hash: string, more: Parameters<typeof signIn>[0], names: string[]): Sighting =>
    sighting(signIn({ id: 's:1', ...more }), { generatedAt, hash, names: [names], raw: hash });

  const first = version(1, 'z', { actor: 'ana@x.test', country: 'AU', outcome: 'failure' }, ['ana@x.test', 's-1-5-21-1-2-3']);
  const second = version(2, 'a', { ...abroad, actor: 'bo@x.test', device: 'd1' }, ['bo@x.test', 's-1-5-21-1-2-4']);
  const third = version(2, 'b', { actor: 'ana@x.test', country: 'NZ', device: 'd2' }, ['ana@x.test', 's-1-5-21-1-2-5']);

  it('says the latest, of equals the greater hash, whatever came first; and the graph is the same', async () => {
    const graphs = [];
    for (const order of orders([first, second, third])) {
      const db = await graph();
      for (const one of order) await events.save(db, [one], 1);
      expect(await events.upTo(db, noon)).toEqual([third.event]);
      expect(
        await ask(db, 'MATCH (:Event)-[r]->(n) RETURN type(r) AS type, coalesce(n.id, n.address) AS key ORDER BY type, key'),
      ).toEqual([
        { type: 'BY', key: 'ana@x.test' },
        { type: 'FROM', key: '192.0.2.10' },
        { type: 'FROM', key: 'd2' },
      ]);
      graphs.push((await everything(db)).filter((line) => !/^(Device|IP) /.test(line)));
    }
    for (const one of graphs) expect(one).toEqual(graphs[0]);
  });

  it('is the same when all come in one batch', async () => {
    for (const order of [
      [first, second, third],
      [third, second, first],
    ]) {
      const db = await graph();
      expect(await events.save(db, order, 1)).toEqual({ isNew: 1, duplicate: 2 });
      expect(await events.upTo(db, noon)).toEqual([third.event]);
    }
  });

  it('does not lose to an older one that comes while it is written', async () => {
    const db = await graph();
    await events.save(db, [first], 1);
    const late = { ...second, generatedAt: 9 };
    await overtaken(
      db,
      (slow) => events.save(slow, [late], 2),
      () => events.save(db, [third], 3),
    );
    expect(await events.upTo(db, noon)).toEqual([second.event]);
  });

  it('is the latest of all when three writers send three versions of many at once', async () => {
    const db = await graph();
    const versions = [1, 2, 3].map((generatedAt) =>
      Array.from({ length: 30 }, (_, i) =>
        sighting(signIn({ id: `s:${i}`, device: `d${generatedAt}`, outcome: generatedAt === 3 ? 'failure' : 'success' }), {
          generatedAt,
        }),
      ),
    );
    const saved = await Promise.all(versions.map((all, n) => events.save(db, n === 1 ? [...all].reverse() : all, n)));
    expect(saved.reduce((sum, { isNew }) => sum + isNew, 0)).toBe(30);
    expect(
      await ask(db, 'MATCH (e:Event)-[:FROM]->(d:Device) RETURN d.id AS device, e.outcome AS outcome, count(e) AS events'),
    ).toEqual([{ device: 'd3', outcome: 'failure', events: 30 }]);
  });

  it('is news to whoever asks what has arrived, even when it came before the last', async () => {
    const db = await graph();
    await events.save(db, [first, sighting(other({ id: 's:2', at: noon - 1 }))], 100);
    await events.save(db, [sighting(other({ id: 's:3', at: noon - 2 }))], 200);
    const before = await events.intake(db);
    await events.save(db, [second], 150);
    const after = await events.intake(db);
    expect({ ...after, token: '' }).toEqual({ ...before, token: '' });
    expect(after).toMatchObject({ count: 3, newest: noon });
    expect(after.token).not.toBe(before.token);
    expect(await events.intake(db)).toEqual(after);
  });
});

describe('a record without an id', () => {
  const line = (file: string, line: number): Sighting =>
    sighting(other({ id: 'other:#abc', record: `${file}:${line}` }), { hash: 'abc', raw: 'abc', file, line });

  it('is one event however often it stands, known by its smallest place', async () => {
    for (const order of orders([line('b.jsonl', 2), line('a.jsonl', 10), line('a.jsonl', 9)])) {
      const db = await graph();
      for (const one of order) await events.save(db, [one], 1);
      expect(await ask(db, 'MATCH (e:Event) RETURN e.record AS record')).toEqual([{ record: 'a.jsonl:9' }]);
    }
    const db = await graph();
    expect(await events.save(db, [line('b.jsonl', 2), line('a.jsonl', 10), line('a.jsonl', 9)], 1)).toEqual({
      isNew: 1,
      duplicate: 2,
    });
    expect(await ask(db, 'MATCH (e:Event) RETURN e.record AS record')).toEqual([{ record: 'a.jsonl:9' }]);
  });

  it('keeps the smallest place when two writers find it at once', async () => {
    const db = await graph();
    await events.save(db, [line('c.jsonl', 1)], 1);
    await overtaken(
      db,
      (slow) => events.save(slow, [line('a.jsonl', 1)], 2),
      () => events.save(db, [line('b.jsonl', 1)], 3),
    );
    expect(await ask(db, 'MATCH (e:Event) RETURN e.record AS record, e.seenIn AS seenIn')).toEqual([
      { record: 'a.jsonl:1', seenIn: 'a.jsonl' },
    ]);
  });
});

describe('events come back as they were read', () => {
  const kinds: readonly Kind[] = [
    'signIn',
    'methodChange',
    'mailboxRule',
    'mailAccess',
    'mailItem',
    'fileAccess',
    'adminChange',
    'other',
  ];
  const full: Event[] = [
    signIn({ id: 'f:1', latitude: -32.05, longitude: 115, managed: false, serviceAddress: true, mfa: 'passed' }),
    methodChange({ id: 'f:2', before: [], after: ['phone=+61 400 000 041', 'email=a@x.test'] }),
    mailboxRule({ id: 'f:3', name: '', deletes: true, forwardsTo: ['box@elsewhere.test'], words: ['pay, now', '"\n\u0000é'] }),
    mailAccess({ id: 'f:4', throttled: true, items: 1_000, folders: [] }),
    mailItem({ id: 'f:5', attachments: ['a', 'b'], movesTo: 'RSS' }),
    fileAccess({ id: 'f:6', automatic: true }),
    adminChange({ id: 'f:7', parameters: ['a=b'], target: 'bo@x.test' }),
    other({ id: 'f:8' }),
  ];

  it('whatever their kind, full or bare', async () => {
    const db = await graph();
    const all = [...full, ...kinds.map((kind) => bare(kind))].sort((a, b) => (a.id < b.id ? -1 : 1));
    await events.save(
      db,
      all.map((event) => sighting(event, { file: 'somewhere.jsonl' })),
      1,
    );
    expect(await events.upTo(db, noon)).toStrictEqual(all);
  });

  it('up to a moment, never those without a time', async () => {
    const db = await graph();
    const all = [other({ id: 'a', at: 0 }), other({ id: 'b', at: 5 }), other({ id: 'c', at: 6 })];
    await events.save(
      db,
      all.map((event) => sighting(event)),
      1,
    );
    expect((await events.upTo(db, 5)).map(({ id }) => id)).toEqual(['b']);
    expect(await events.intake(db)).toMatchObject({ count: 3, newest: 6 });
  });

  it('the newest is not one of a few dated ahead of their own arrival, unless all are', async () => {
    const db = await graph();
    const arrived = noon + days(1);
    const sane = Array.from({ length: 150 }, (_, n) => other({ id: `s:${n}`, at: noon + n }));
    const skewed = other({ id: 's:ahead', at: noon + days(4_000) });
    await events.save(
      db,
      [...sane, skewed].map((event) => sighting(event)),
      arrived,
    );
    expect(await events.intake(db)).toMatchObject({ count: 151, newest: noon + 149, ahead: 1 });
    await events.save(
      db,
      Array.from({ length: 20 }, (_, n) => sighting(other({ id: `t:${n}`, at: noon + days(4_000) + n }))),
      arrived,
    );
    expect(await events.intake(db)).toMatchObject({ newest: noon + days(4_000) + 19, ahead: 0 });
  });

  it('of an empty graph: none', async () => {
    const db = await graph();
    expect(await events.upTo(db, noon)).toEqual([]);
    expect(await events.intake(db)).toMatchObject({ count: 0, newest: undefined });
    expect(await events.save(db, [], 1)).toEqual({ isNew: 0, duplicate: 0 });
  });
});

it('the raw record is kept to the letter', async () => {
  const db = await graph();
  const raw = '{"b":1.0,"a":"\\u00e9 é \\" ’ \u{1F600}","n":12345678901234567890}';
  await events.save(db, [sighting(other({ id: 'a' }), { raw })], 1);
  expect(await ask(db, 'MATCH (e:Event) RETURN e.raw AS raw')).toEqual([{ raw }]);
});

describe('what an event touches', () => {
  it('is tied to it, each entity once, with its place', async () => {
    const db = await graph();
    const rule = mailboxRule({
      id: 'r',
      name: '.',
      mailbox: 'ana@x.test',
      rule: 'ana@x.test\\.',
      forwardsTo: ['a@mail.elsewhere.example'],
    });
    await events.save(db, [sighting(rule), sighting({ ...rule, id: 'r2' })], 1);
    expect(
      await ask(db, "MATCH (:Event {id: 'r'})-[t]->(n) RETURN type(t) AS type, labels(n)[0] AS label ORDER BY type, label"),
    ).toEqual([
      { type: 'BY', label: 'User' },
      { type: 'FROM', label: 'IP' },
      { type: 'ON', label: 'Mailbox' },
      { type: 'ON', label: 'Rule' },
      { type: 'TO', label: 'Domain' },
    ]);
    expect(
      await ask(
        db,
        'MATCH (d:Domain), (r:Rule)-[:WORKS_IN]->(m:Mailbox), (:IP)-[:IN]->(c:Country) RETURN d.name AS domain, r.name AS rule, m.address AS mailbox, c.code AS country',
      ),
    ).toEqual([{ domain: 'elsewhere.example', rule: '.', mailbox: 'ana@x.test', country: 'AU' }]);
  });

  it.each([
    {
      what: 'a message',
      event: mail({
        id: 'e',
        sender: 'bo@elsewhere.example',
        recipients: [ana],
        urls: ['https://site.example/a'],
        hashes: ['ab'],
      }),
      ties: [
        'BY User',
        'FROM Domain elsewhere.example',
        `ON Email`,
        'ON File sha256:ab',
        `TO Mailbox ${ana}`,
        'TO Url https://site.example/a',
      ],
    },
    {
      what: 'a request to a named host',
      event: connection({ id: 'e', deed: 'requested', to: '203.0.113.9', domain: 'site.example', url: 'https://site.example/' }),
      ties: ['FROM IP', 'TO Domain site.example', 'TO IP 203.0.113.9', 'TO Url https://site.example/'],
    },
    {
      what: 'all that an alert names',
      event: alert({
        id: 'e',
        people: [bo],
        devices: ['d'],
        addresses: ['203.0.113.9'],
        mailboxes: [bo],
        messages: ['m@x.test'],
        files: ['f'],
        urls: ['https://site.example/'],
        domains: ['site.example'],
        apps: ['a'],
        sessions: ['s'],
      }),
      ties: [
        ...['ON App a', 'ON Device d', 'ON Domain site.example', 'ON Email m@x.test', 'ON File f', 'ON IP 203.0.113.9'],
        ...[`ON Mailbox ${bo}`, 'ON Session s', 'ON Url https://site.example/', `ON User ${bo}`],
      ],
    },
  ])('is, for $what, whatever it has to do with', async ({ event, ties }) => {
    const db = await graph();
    await events.save(db, [sighting(event)], 1);
    const rows = await ask<{ tie: string }>(
      db,
      "MATCH (:Event {id: 'e'})-[t]->(n) RETURN type(t) + ' ' + labels(n)[0] + ' ' + coalesce(n.id, n.address, n.url, n.name) AS tie",
    );
    const found = rows.map(({ tie }) => tie).sort();
    expect(found).toHaveLength(new Set(found).size);
    for (const tie of ties)
      expect(
        found.some((one) => one === tie || one.startsWith(`${tie} `)),
        tie,
      ).toBe(true);
  });

  it('is one person once, by however many of her names an alert calls her', async () => {
    const db = await graph();
    const names = [ana, 's-1-5-21-1-2-3'];
    await events.save(db, [sighting(alert({ id: 'e', people: names }), { names: [names] })], 1);
    expect(await ask(db, 'MATCH (:Event)-[on:ON]->(u:User) RETURN u.id AS user, count(on) AS ties')).toEqual([
      { user: ana, ties: 1 },
    ]);
  });

  it('is not the service’s own address, which is nowhere', async () => {
    const db = await graph();
    await events.save(
      db,
      [sighting(signIn({ ...service, id: 'a' })), sighting(signIn({ id: 'b', address: service.address, country: 'AU' }))],
      1,
    );
    expect(await ask(db, 'MATCH (e:Event)-[:FROM]->(:IP)-[:IN]->(c:Country) RETURN e.id AS id, c.code AS country')).toEqual([
      { id: 'b', country: 'AU' },
    ]);
  });

  it('has the first of its names, also when two writers tell two at once', async () => {
    const db = await graph();
    const named = (id: string, deviceName: string) => sighting(signIn({ id, device: 'd', deviceName }));
    await events.save(db, [named('1', 'ZULU')], 1);
    await overtaken(
      db,
      (slow) => events.save(slow, [named('2', 'ALPHA')], 2),
      () => events.save(db, [named('3', 'MIKE')], 3),
    );
    expect(await ask(db, 'MATCH (d:Device) RETURN d.name AS name')).toEqual([{ name: 'ALPHA' }]);
  });
});
