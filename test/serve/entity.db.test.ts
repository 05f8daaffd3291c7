// Every kind of entity, found as a person or a program would ask for it.

import { expect, it } from 'vitest';
import { entityLabels } from '../../src/model/graph.ts';
import { graph, statement } from '../support/neo4j.ts';
import { ask, started } from './support.ts';

const world = `
  CREATE (u:User {id: 'ana-id', name: 'ana@contoso.test', kind: 'person'}), (:Alias {value: 'ana@contoso.test'})-[:NAMES]->(u), (:Alias {value: 's-1-5'})-[:NAMES]->(u),
         (d:Device {id: 'laptop', name: 'ANA-LAPTOP'}), (i:IP {address: '192.0.2.10'}), (m:Mailbox {address: 'ana@contoso.test'}),
         (r:Rule {id: 'ana\\\\.', name: '.'}), (x:Email {id: '<1@contoso.test>'}), (a:App {id: 'app', name: 'Mail'}), (:Asn {number: 64500}),
         (:AuthMethod {id: 'phone=1'}), (:Country {code: 'AU'}), (:Domain {name: 'contoso.test'}), (:File {id: 'f'}), (:Session {id: 's'}),
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

const keys: Readonly<Record<(typeof entityLabels)[number], string>> = {
  ...{ App: 'app', Asn: '64500', AuthMethod: 'phone=1', Country: 'AU', Device: 'laptop', Domain: 'contoso.test' },
  ...{ Email: '<1@contoso.test>', File: 'f', IP: '192.0.2.10', Mailbox: 'ana@contoso.test', Rule: 'ana\\.', Session: 's' },
  ...{ Url: 'https://contoso.test/', User: 'ana-id' },
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
