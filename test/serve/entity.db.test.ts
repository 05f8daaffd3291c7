// Every kind of entity, found as a person or a program would ask for it.

import { expect, it } from 'vitest';
import { entityLabels } from '../../src/model/graph.ts';
import { days, rfc3339 } from '../../src/model/time.ts';
import { graph, statement } from '../support/neo4j.ts';
import { ask, started } from './support.ts';

const world = `
  CREATE (u:User {id: 'ana-id', name: 'ana@contoso.test', kind: 'person'}), (:Alias {value: 'ana@contoso.test'})-[:NAMES]->(u), (:Alias {value: 's-1-5'})-[:NAMES]->(u),
         (d:Device {id: 'laptop', name: 'ANA-LAPTOP'}), (i:IP {address: '192.0.2.10'}), (m:Mailbox {address: 'ana@contoso.test'}),
         (r:Rule {id: 'ana\\\\.', name: '.'}), (x:Email {id: '<1@contoso.test>'}), (a:App {id: 'app', name: 'Mail'}), (:Asn {number: 64500}),
         (:AuthMethod {id: 'phone=1'}), (:Country {code: 'AU'}), (:Domain {name: 'contoso.test'}), (:File {id: 'f'}), (:Session {id: 's'}), (:Campaign {id: 'lures'}),
         (:Url {url: 'https://contoso.test/'}),
         (g:PeerGroup {id: 'g', label: 'Sales', size: 1})<-[:MEMBER_OF {since: 5}]-(u),
         (u)-[:USES {days: [1], counts: [2], firstAt: 1, lastAt: 2}]->(a)
  FOREACH (at IN [1000, 2000, 3000] |
    CREATE (e:Event {id: 'e' + at, record: 'r' + at, at: at, kind: 'signIn'}), (e)-[:BY]->(u), (e)-[:FROM]->(d), (e)-[:FROM]->(i), (e)-[:ON]->(m), (e)-[:ON]->(r), (e)-[:ON]->(x))`;

it('a user, device, address, mailbox, rule and email are found, with what touched them', async () => {
  const db = await graph();
  await db.run(statement(world), {});
  const fields =
    '{ label key name names firstAt lastAt events(first: 2) { totalCount edges { node { id } } pageInfo { hasNextPage } } }';
  const { data, errors } = await ask(
    await started({ graph: db }),
    `{ user(id: "ana-id") ${fields} device(id: "laptop") ${fields} ip(address: "192.0.2.10") ${fields}
       mailbox(address: "ana@contoso.test") ${fields} rule(id: "ana\\\\.") ${fields} email(id: "<1@contoso.test>") ${fields} }`,
  );
  expect(errors).toBeUndefined();
  const touched = {
    ...{ firstAt: '1970-01-01T00:00:01.000Z', lastAt: '1970-01-01T00:00:03.000Z' },
    events: { totalCount: 3, edges: [{ node: { id: 'e3000' } }, { node: { id: 'e2000' } }], pageInfo: { hasNextPage: true } },
  };
  const entity = (label: string, key: string, name = key, names: string[] = []) => ({ label, key, name, names, ...touched });
  expect(data).toEqual({
    user: entity('User', 'ana-id', 'ana@contoso.test', ['ana@contoso.test', 's-1-5']),
    device: entity('Device', 'laptop', 'ANA-LAPTOP'),
    ip: entity('IP', '192.0.2.10'),
    mailbox: entity('Mailbox', 'ana@contoso.test'),
    rule: entity('Rule', 'ana\\.', '.'),
    email: entity('Email', '<1@contoso.test>'),
  });
});

it('a person is found by any name, in letters of either case, with habits and peers', async () => {
  const db = await graph();
  await db.run(statement(world), {});
  const server = await started({ graph: db });
  for (const id of ['ana-id', 'S-1-5', 'Ana@Contoso.test']) {
    const query =
      'query ($id: ID!) { user(id: $id) { key kind habits { relationship label name count days } peerGroup { id members { key } } } }';
    expect((await ask(server, query, { id })).data).toEqual({
      user: {
        ...{ key: 'ana-id', kind: 'person', peerGroup: { id: 'g', members: [{ key: 'ana-id' }] } },
        habits: [{ relationship: 'USES', label: 'App', name: 'Mail', count: 2, days: 1 }],
      },
    });
  }
});

it('a peer group is shown with who belongs to it how much, and with what befell it', async () => {
  const db = await graph();
  await db.run(
    statement(`
      CREATE (a:PeerGroup {id: 'a', label: 'legal: 2 people', size: 2, bornAt: 0, because: 'began'}),
             (b:PeerGroup {id: 'b', label: 'courts: 3 people', size: 3, bornAt: 1000, because: 'left', diedAt: 3000, diedBecause: 'went back'}),
             (a)-[:BECAME {at: 1000, kind: 'split', because: 'left'}]->(b), (b)-[:BECAME {at: 3000, kind: 'merge', because: 'went back'}]->(a),
             (u:User {id: 'ana'})-[:MEMBER_OF {since: 3000, degree: 0.8}]->(a), (u)-[:MEMBER_OF {since: 1000, until: 3000, degree: 0.5}]->(b)`),
    {},
  );
  const history = 'history { at kind from into because }';
  const { data, errors } = await ask(
    await started({ graph: db }),
    `{ peerGroups { id } a: peerGroup(id: "a") { label size bornAt because diedAt members { key since degree } ${history} }
       b: peerGroup(id: "b") { diedAt members { key } ${history} }
       user(id: "ana") { peerGroup { id } peerGroups { group label since until degree } } }`,
  );
  expect(errors).toBeUndefined();
  const at = (second: number) => `1970-01-01T00:00:0${second}.000Z`;
  const merge = { at: at(3), kind: 'merge', from: ['a', 'b'], into: ['a'], because: 'went back' };
  const split = { at: at(1), kind: 'split', from: ['a'], into: ['a', 'b'], because: 'left' };
  expect(data).toEqual({
    peerGroups: [{ id: 'a' }],
    a: {
      ...{ label: 'legal: 2 people', size: 2, bornAt: at(0), because: 'began', diedAt: null },
      members: [{ key: 'ana', since: at(3), degree: 0.8 }],
      history: [merge, split, { at: at(0), kind: 'birth', from: [], into: ['a'], because: 'began' }],
    },
    b: { diedAt: at(3), members: [], history: [merge, split] },
    user: {
      peerGroup: { id: 'a' },
      peerGroups: [
        { group: 'a', label: 'legal: 2 people', since: at(3), until: null, degree: 0.8 },
        { group: 'b', label: 'courts: 3 people', since: at(1), until: at(3), degree: 0.5 },
      ],
    },
  });
});

const keys: Readonly<Record<(typeof entityLabels)[number], string>> = {
  ...{ App: 'app', Asn: '64500', AuthMethod: 'phone=1', Country: 'AU', Device: 'laptop', Domain: 'contoso.test' },
  ...{ Email: '<1@contoso.test>', File: 'f', IP: '192.0.2.10', Mailbox: 'ana@contoso.test', Rule: 'ana\\.', Session: 's' },
  ...{ Campaign: 'lures', Url: 'https://contoso.test/', User: 'ana-id' },
};

it('an entity of any label is found by its key, and under no other label', async () => {
  const db = await graph();
  await db.run(statement(world), {});
  const server = await started({ graph: db });
  const query = 'query ($label: EntityLabel!, $key: String!) { entity(label: $label, key: $key) { __typename label key } }';
  const typed = new Set(['User', 'Device', 'IP', 'Mailbox', 'Rule', 'Email']);
  for (const label of entityLabels) {
    expect((await ask(server, query, { label, key: keys[label] })).data).toEqual({
      entity: { __typename: typed.has(label) ? label : 'OtherEntity', label, key: keys[label] },
    });
    expect((await ask(server, query, { label, key: 'unknown' })).data).toEqual({ entity: null });
  }
});

const day = 20_500;
const lived = `
  CREATE (u:User {id: 'ana', name: 'ana@contoso.test', kind: 'person'}), (bo:User {id: 'bo', kind: 'person'}), (d:Device {id: 'd', name: 'LAPTOP-7'}),
         (m:Mailbox {address: 'sales@contoso.test'}), (es:Country {code: 'ES'}), (:Country {code: 'GH'})
  WITH *, {days: range(${day - 60}, ${day}), counts: [n IN range(0, 60) | 4], firstAt: ${days(day - 60)}, lastAt: ${days(day)}} AS daily
  CREATE (u)-[a:SIGNS_IN_FROM]->(es), (bo)-[b:SIGNS_IN_FROM]->(es), (u)-[c:USES]->(d), (u)-[e:READS]->(m),
         (m)-[f:HEARS_FROM]->(:Domain {name: 'supplier.test'}), (u)-[g:SHOWS]->(:Trait {id: 'hour/08', kind: 'hour', value: '08'})
  SET a = daily, b = daily, c = daily, e = daily, f = daily, g = daily`;

it('habits are those of entities, or of one dimension, as many as are asked for', async () => {
  const db = await graph();
  await db.run(statement(lived), {});
  const server = await started({ graph: db });
  const habits = async (asked: string, of = 'user(id: "ana")') =>
    (await ask<{ it: { habits: unknown } }>(server, `{ it: ${of} { habits${asked} { dimension label key name count days } } }`))
      .data.it.habits;

  const device = { dimension: 'device', label: 'Device', key: 'd', name: 'LAPTOP-7', count: 244, days: 61 };
  const mailbox = { dimension: 'mailbox', label: 'Mailbox', key: 'sales@contoso.test' };
  expect(await habits('')).toMatchObject([mailbox, { dimension: 'country', key: 'ES' }, device]);
  expect(await habits('(first: 1)')).toMatchObject([mailbox]);
  expect(await habits('(dimension: device)')).toEqual([device]);
  expect(await habits('(dimension: hour)')).toEqual([
    { dimension: 'hour', label: 'Trait', key: '08', name: '08', count: 244, days: 61 },
  ]);
  expect(await habits('(dimension: reader)', 'mailbox(address: "sales@contoso.test")')).toMatchObject([
    { label: 'User', key: 'ana' },
  ]);
  expect(await habits('(dimension: reader)')).toEqual([]);
});

it('more habits than are told at a time are refused', async () => {
  const db = await graph();
  await db.run(statement(lived), {});
  const { errors } = await ask(await started({ graph: db }), '{ user(id: "ana") { habits(first: 201) { key } } }');
  expect(errors).toMatchObject([{ message: 'first: expected 0 to 200, found 201', extensions: { code: 'BAD_USER_INPUT' } }]);
});

it('a pattern of life is told of a person, a device and a mailbox', async () => {
  const db = await graph();
  await db.run(statement(lived), {});
  const life =
    'patternOfLife { dimension says total valueCount values { value name count days share isNew isFading isPast firstAt } }';
  const { data, errors } = await ask<Record<string, { patternOfLife: { says: string }[] }>>(
    await started({ graph: db }),
    `{ user(id: "ana") { ${life} } device(id: "d") { ${life} } mailbox(address: "sales@contoso.test") { ${life} } }`,
  );
  expect(errors).toBeUndefined();
  expect(Object.values(data).map((it) => it.patternOfLife.slice(1).map(({ says }) => says))).toEqual([
    [
      'is active between 8 and 9 h UTC on every day of the week (244 of 244 acts on 61 days)',
      'signs in from Spain (244 sign-ins on 61 days)',
      'signs in with LAPTOP-7 (244 sign-ins on 61 days)',
      'opens sales@contoso.test (244 times on 61 days)',
    ],
    ['is used by ana@contoso.test (244 sign-ins on 61 days)'],
    ['is opened by ana@contoso.test (244 times on 61 days)', 'gets mail from supplier.test (244 mails on 61 days)'],
  ]);
  const value = { value: 'ES', name: 'Spain', count: 244, days: 61, share: 1, isNew: false, isFading: false, isPast: false };
  expect(data['user']?.patternOfLife[2]).toMatchObject({
    ...{ dimension: 'country', total: 244, valueCount: 1 },
    values: [{ ...value, firstAt: rfc3339(days(day - 60)) }],
  });
});

it('how surprising a value would be for a person is told with its counts', async () => {
  const db = await graph();
  await db.run(statement(lived), {});
  const server = await started({ graph: db });
  const surprise = async (dimension: string, value: string) => {
    const query = `query ($value: String!) { user(id: "ana") { surprise(dimension: ${dimension}, value: $value) { bits low high basis own total peers peersWith people peopleWith isCut says } } }`;
    return ask<{ user: { surprise: { bits: number } } }>(server, query, { value });
  };
  const ghana = (await surprise('country', 'GH')).data.user.surprise;
  expect(ghana).toMatchObject({
    ...{ basis: 'own', own: 0, total: 244, peers: 0, peersWith: 0, people: 1, peopleWith: 0, isCut: false },
    says: 'ana@contoso.test has signed in 244 times, never from Ghana; of one other, none has.',
  });
  const spain = (await surprise('country', 'ES')).data.user.surprise;
  expect(ghana.bits).toBeGreaterThan(10);
  expect(spain.bits).toBeLessThan(0.1);

  const { errors } = await surprise('hearsFrom', 'supplier.test');
  expect(errors?.[0]?.message).toMatch(
    /^dimension: hearsFrom cannot be asked of a person; these can: device, client, app, country/,
  );
  expect((await surprise('country', 'x'.repeat(1_001))).errors?.[0]?.message).toBe(
    'value: expected at most 1000 characters, found 1001',
  );
});
