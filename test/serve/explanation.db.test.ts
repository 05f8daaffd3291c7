import { expect, it } from 'vitest';
import { involvedIn } from '../../src/correlate/involved.ts';
import * as incidents from '../../src/graph/incidents.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Incident, Related } from '../../src/model/incident.ts';
import { hours, rfc3339 } from '../../src/model/time.ts';
import { graph, statement } from '../support/neo4j.ts';
import { ask, finding, given, incident, noon, started } from './support.ts';

const ana = { label: 'User', key: 'ana', role: 'actor' } as const;
const address = { label: 'IP', key: '203.0.113.7', role: 'place' } as const;
const country = { label: 'Country', key: 'DE', role: 'place' } as const;
const files = ['a', 'b', 'c'].map((key) => ({ label: 'File', key, role: 'file' }) as const);
const findings: readonly Finding[] = [
  finding('f1', { about: [ana, address, country] }),
  finding('f2', {
    at: noon + hours(1),
    lastAt: noon + hours(1),
    stage: 'collection',
    says: 'opened 3 files',
    about: [ana, ...files],
  }),
];

const held = (id: string, given: Partial<Incident> = {}): Incident =>
  incident(id, { findings: ['f1', 'f2'], involves: involvedIn(findings), ...given });

const query = `query ($id: ID!, $most: Int! = 24) { incident(id: $id) { id
  entities { key part stages }
  explanation(most: $most) { all
    things { label key name part firstAt findings folded { label key } foldedCount }
    ties { from { key } to { key } findings at mechanism weight because } }
} }`;

interface Data {
  readonly incident: {
    readonly explanation: { readonly things: readonly { readonly key: string }[] };
    readonly entities: readonly unknown[];
  } | null;
}

it('tells by what an incident hangs together, with names people know', async () => {
  const db = await graph();
  await db.run(statement("CREATE (:User {id: 'ana', name: 'Ana Ruiz'}), (:File {id: 'a', name: 'plan.docx'})"), {});
  await given(db, { incidents: [held('i')], findings });
  const server = await started({ graph: db });
  const { data, errors } = await ask<Data>(server, query, { id: 'i' });

  expect(errors).toBeUndefined();
  expect(data.incident?.entities).toContainEqual({ key: 'ana', part: 'who', stages: ['access', 'collection'] });
  const [first, then] = [rfc3339(noon), rfc3339(noon + hours(1))];
  const ref = (key: string) => ({ key });
  expect(data.incident?.explanation).toEqual({
    all: 6,
    things: [
      thing('IP', '203.0.113.7', '203.0.113.7', 'cameFrom', first, ['f1']),
      thing('User', 'ana', 'Ana Ruiz', 'who', first, ['f1', 'f2']),
      {
        ...thing('File', 'a', 'plan.docx', 'touched', then, ['f2']),
        folded: files.slice(1).map(({ label, key }) => ({ label, key })),
        foldedCount: 2,
      },
    ],
    ties: [
      {
        ...{ from: ref('203.0.113.7'), to: ref('ana'), findings: ['f1'], at: first, mechanism: null, weight: 0.75 },
        because: 'signed in from Germany, where the account was never seen in 412 sign-ins',
      },
      {
        ...{ from: ref('ana'), to: ref('a'), findings: ['f2'], at: then, mechanism: null, weight: 0.75 },
        because: 'opened 3 files',
      },
    ],
  });

  const fewer = await ask<Data>(server, query, { id: 'i', most: 2 });
  expect(fewer.data.incident?.explanation.things.map(({ key }) => key)).toEqual(['ana', 'a']);
  const refused = await ask<Data>(server, query, { id: 'i', most: 101 });
  expect(refused.errors).toMatchObject([
    { message: 'most: expected 2 to 100, found 101', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

const thing = (label: string, key: string, name: string, part: string, firstAt: string, ids: readonly string[]) => ({
  ...{ label, key, name, part, firstAt, findings: ids },
  ...{ folded: [], foldedCount: 0 },
});

const relation = (id: string, from: string, to: string, weight = 0.45): Related => ({
  ...{ id, weight, mechanism: 'address', bridge: { label: 'IP', key: '203.0.113.7' }, because: 'the same address' },
  ...{ from, to },
});
const relations = statement(
  'MATCH (a:Incident)-[r:RELATED]->(b:Incident) RETURN a.id AS a, b.id AS b, r.from AS from, r.to AS to, r.weight AS weight, r.mechanism AS mechanism',
);

it('related incidents are named by both, and tied once in the graph', async () => {
  const db = await graph();
  const [one, other] = [
    incident('i1', { findings: ['f1'], related: [relation('i2', 'f1', 'f2')] }),
    incident('i2', { findings: ['f2'], related: [relation('i1', 'f2', 'f1')] }),
  ];
  await given(db, { incidents: [one, other], findings });
  const server = await started({ graph: db });
  const asked =
    'query ($id: ID!) { incident(id: $id) { related { incident { id title } weight mechanism bridge { label key } because from to } } }';
  expect((await ask(server, asked, { id: 'i2' })).data).toEqual({
    incident: {
      related: [
        {
          ...{ incident: { id: 'i1', title: 'Incident i1' }, weight: 0.45, mechanism: 'address' },
          ...{ bridge: { label: 'IP', key: '203.0.113.7' }, because: 'the same address', from: 'f2', to: 'f1' },
        },
      ],
    },
  });
  const tie = { a: 'i1', b: 'i2', from: 'f1', to: 'f2', weight: 0.45, mechanism: 'address' };
  expect(await db.run(relations, {})).toEqual([tie]);

  // The same again changes nothing; what one says anew, it says of both.
  await incidents.save(db, [one, other]);
  expect(await db.run(relations, {})).toEqual([tie]);
  await incidents.save(db, [
    { ...one, related: [relation('i2', 'f1', 'f2', 0.6)] },
    { ...other, related: [relation('i1', 'f2', 'f1', 0.6)] },
  ]);
  expect(await db.run(relations, {})).toEqual([{ ...tie, weight: 0.6 }]);

  await incidents.save(db, [incident('i1', { findings: ['f1', 'f2'] })]);
  expect(await db.run(relations, {})).toEqual([]);
  expect((await ask(server, asked, { id: 'i2' })).data).toEqual({ incident: { related: [] } });
});

it('of what an earlier version stored, nobody is said to have had a part', async () => {
  const db = await graph();
  const old = involvedIn(findings).map(({ label, key, role, firstAt, lastAt }) => ({ label, key, role, firstAt, lastAt }));
  await given(db, { incidents: [held('i', { involves: old as unknown as Incident['involves'] })], findings });
  const { data, errors } = await ask<Data>(await started({ graph: db }), query, { id: 'i' });
  expect(errors).toBeUndefined();
  expect(data.incident?.entities).toContainEqual({ key: 'ana', part: 'bystander', stages: [] });
});
