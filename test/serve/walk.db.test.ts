import { expect, it } from 'vitest';
import { graph, statement } from '../support/neo4j.ts';
import { ask, started } from './support.ts';

const world = `
  CREATE (ana:User {id: 'ana-id', name: 'ana@contoso.test'})<-[:NAMES]-(:Alias {value: 'ana@contoso.test'}), (bo:User {id: 'bo'}),
         (s:Session {id: 's'}), (f:Finding {id: 'f', title: 'Odd', at: 2000})-[:ABOUT {role: 'actor'}]->(bo),
         (ana)<-[:BY]-(:Event {id: 'a', at: 1000, operation: 'UserLoggedIn'})-[:FROM]->(s), (bo)<-[:BY]-(:Event {id: 'b', at: 2000, kind: 'signIn'})-[:FROM]->(s)`;

async function asked(query: string, variables = {}) {
  const db = await graph();
  await db.run(statement(world), {});
  return ask(await started({ graph: db }), query, variables);
}

it('a neighbourhood is asked for by any name of a person', async () => {
  const { data, errors } = await asked(`{
    neighbourhood(label: User, key: "ANA@contoso.test") {
      entity { key name } touches isCut
      neighbours { label key name kind ways { relationship through } events firstAt lastAt elsewhere }
    }
    none: neighbourhood(label: User, key: "nobody") { touches }
    few: neighbourhood(label: Session, key: "s", first: 1, labels: [User]) { neighbours { key } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    neighbourhood: {
      ...{ entity: { key: 'ana-id', name: 'ana@contoso.test' }, touches: 1, isCut: false },
      neighbours: [
        {
          ...{ label: 'Session', key: 's', name: 's', kind: null, events: 1, elsewhere: 1 },
          ...{ firstAt: '1970-01-01T00:00:01.000Z', lastAt: '1970-01-01T00:00:01.000Z' },
          ways: [{ relationship: 'BY', through: 'FROM' }],
        },
      ],
    },
    none: null,
    few: { neighbours: [{ key: 'bo' }] },
  });
});

const paths = (args: string) => `{ paths(${args}) {
  from { label key } to { label key } isCut
  paths { hops isVague steps { label key title via direction at events } }
} }`;

it('a path leads from a person to a finding, step by step', async () => {
  const { data, errors } = await asked(paths('from: { label: User, key: "ana@contoso.test" }, to: { label: Finding, key: "f" }'));
  expect(errors).toBeUndefined();
  const step = { via: null, direction: null, at: null, events: null };
  expect(data).toEqual({
    paths: {
      ...{ from: { label: 'User', key: 'ana-id' }, to: { label: 'Finding', key: 'f' }, isCut: false },
      paths: [
        {
          ...{ hops: 5, isVague: false },
          steps: [
            { ...step, label: 'User', key: 'ana-id', title: 'ana@contoso.test' },
            {
              ...{ label: 'Event', key: 'a', title: 'UserLoggedIn', via: 'BY', direction: 'against' },
              ...{ at: '1970-01-01T00:00:01.000Z', events: 1 },
            },
            { ...step, label: 'Session', key: 's', title: 's', via: 'FROM', direction: 'along' },
            {
              ...{ label: 'Event', key: 'b', title: 'signIn', via: 'FROM', direction: 'against' },
              ...{ at: '1970-01-01T00:00:02.000Z', events: 1 },
            },
            { ...step, label: 'User', key: 'bo', title: 'bo', via: 'BY', direction: 'along' },
            {
              ...{ label: 'Finding', key: 'f', title: 'Odd', via: 'ABOUT', direction: 'against', events: null },
              at: '1970-01-01T00:00:02.000Z',
            },
          ],
        },
      ],
    },
  });
});

it('no path leads to what is not there, and the answer says so', async () => {
  const { data, errors } = await asked(paths('from: { label: User, key: "bo" }, to: { label: Finding, key: "none" }'));
  expect(errors).toBeUndefined();
  expect(data).toEqual({ paths: { from: { label: 'User', key: 'bo' }, to: null, isCut: false, paths: [] } });
});

it.each([
  ['neighbourhood(label: User, key: "bo", first: 201) { touches }', 'first: expected 0 to 200, found 201'],
  ['neighbourhood(label: User, key: "bo", first: -1) { touches }', 'first: expected 0 to 200, found -1'],
  ['first: 11', 'first: expected 1 to 10, found 11'],
  ['mostHops: 9', 'mostHops: expected 1 to 8, found 9'],
  ['mostHops: 0', 'mostHops: expected 1 to 8, found 0'],
])('%s is refused', async (query, message) => {
  const ends = 'from: { label: User, key: "bo" }, to: { label: User, key: "ana-id" }';
  const { errors } = await asked(query.includes('(') ? `{ ${query} }` : paths(`${ends}, ${query}`));
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
});
