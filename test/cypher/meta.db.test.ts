import { describe, expect, it } from 'vitest';
import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';
import { graph, statement } from '../support/neo4j.ts';

cases(queries.meta.write, {
  'leaves a note': {
    params: { name: 'n', value: 'v' },
    rows: [],
    leaves: { asked: 'MATCH (m:Meta) RETURN m.name AS name, m.value AS value', rows: [{ name: 'n', value: 'v' }] },
  },
  'writes over the note of that name, and over no other': {
    given: "CREATE (:Meta {name: 'n', value: 'old'}), (:Meta {name: 'o', value: 'other'})",
    params: { name: 'n', value: 'v' },
    rows: [],
    leaves: {
      asked: 'MATCH (m:Meta) RETURN m.name AS name, m.value AS value ORDER BY name',
      rows: [
        { name: 'n', value: 'v' },
        { name: 'o', value: 'other' },
      ],
    },
  },
});

cases(queries.meta.read, {
  'finds a note': { given: "CREATE (:Meta {name: 'n', value: 'v'})", params: { name: 'n' }, rows: [{ value: 'v' }] },
  'finds none': { params: { name: 'n' }, rows: [] },
});

const held = (until: string) => `CREATE (:JobLease {name: 'j', owner: 'a', fence: 4, until: ${until}})`;
const asking = { name: 'j', owner: 'b', ttl: 60_000, dead: [] };
const holder = 'MATCH (l:JobLease) RETURN l.owner AS owner, l.fence AS fence, l.until > timestamp() AS isLive';

cases(queries.meta.takeLease, {
  'the first to ask has it': {
    params: asking,
    rows: [{ fence: 1 }],
    leaves: { asked: holder, rows: [{ owner: 'b', fence: 1, isLive: true }] },
  },
  'while somebody has it nobody else does': {
    given: held('timestamp() + 30000'),
    params: asking,
    rows: [],
    leaves: { asked: holder, rows: [{ owner: 'a', fence: 4, isLive: true }] },
  },
  'one that has run out is anybody’s, behind a higher fence': {
    given: held('timestamp() - 1000'),
    params: asking,
    rows: [{ fence: 5 }],
    leaves: { asked: holder, rows: [{ owner: 'b', fence: 5, isLive: true }] },
  },
  'whoever has it renews it behind the same fence': {
    given: held('timestamp() + 1'),
    params: { ...asking, owner: 'a' },
    rows: [{ fence: 4 }],
    leaves: { asked: holder, rows: [{ owner: 'a', fence: 4, isLive: true }] },
  },
  'a holder known to be dead is succeeded at once': {
    given: held('timestamp() + 30000'),
    params: { ...asking, dead: ['a'] },
    rows: [{ fence: 5 }],
    leaves: { asked: holder, rows: [{ owner: 'b', fence: 5, isLive: true }] },
  },
});

cases(queries.meta.leaseHolder, {
  'says who holds it': {
    given: held('timestamp() + 30000'),
    params: { name: 'j' },
    rows: [{ owner: 'a', isLive: true }],
  },
  'says who held it last': { given: held('0'), params: { name: 'j' }, rows: [{ owner: 'a', isLive: false }] },
  'of a lease nobody ever took says nothing': { params: { name: 'j' }, rows: [] },
});

cases(queries.meta.holdLease, {
  'the holder goes on': {
    given: held('timestamp() + 30000'),
    params: { name: 'j', owner: 'a', fence: 4 },
    rows: [{ fence: 4 }],
  },
  'also one whose lease ran out, as long as nobody took it': {
    given: held('0'),
    params: { name: 'j', owner: 'a', fence: 4 },
    rows: [{ fence: 4 }],
  },
  'who was succeeded does not': { given: held('0'), params: { name: 'j', owner: 'b', fence: 3 }, rows: [] },
  'nor does the same process behind an older fence': {
    given: held('0'),
    params: { name: 'j', owner: 'a', fence: 3 },
    rows: [],
  },
  'of a lease nobody ever took there is nothing to hold': { params: { name: 'j', owner: 'a', fence: 1 }, rows: [] },
});

cases(queries.meta.dropLease, {
  'gives back what one has; the fence stays': {
    given: held('timestamp() + 30000'),
    params: { name: 'j', owner: 'a' },
    rows: [],
    leaves: { asked: holder, rows: [{ owner: 'a', fence: 4, isLive: false }] },
  },
  'gives back nothing of anybody else’s': {
    given: held('timestamp() + 30000'),
    params: { name: 'j', owner: 'b' },
    rows: [],
    leaves: { asked: holder, rows: [{ owner: 'a', fence: 4, isLive: true }] },
  },
});

cases(queries.meta.wipe, {
  'deletes so many and no more': {
    given: "CREATE (:Meta {name: 'a'})<-[:BY]-(:Event {id: 'e'}), (:User {id: 'u'})",
    params: { limit: 2 },
    rows: [{ left: 2 }],
    leaves: { asked: 'MATCH (n) WHERE NOT n:__Migration RETURN count(n) AS n', rows: [{ n: 1 }] },
  },
  'of nothing deletes nothing': { params: { limit: 2 }, rows: [{ left: 0 }] },
});

cases(queries.meta.cut, {
  'cuts so many and no more': {
    given: "CREATE (e:Event {id: 'e'})-[:BY]->(:User {id: 'u'}), (e)-[:FROM]->(:IP {address: '192.0.2.1'})",
    params: { limit: 1 },
    rows: [{ left: 1 }],
    leaves: {
      asked: 'MATCH (n) WHERE NOT n:__Migration OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS ties',
      rows: [{ nodes: 3, ties: 1 }],
    },
  },
  'of nothing cuts nothing': { given: "CREATE (:User {id: 'u'})", params: { limit: 1 }, rows: [{ left: 0 }] },
});

describe(queries.meta.wipe.name, () => {
  it('spares the migrations', async () => {
    const db = await graph();
    const count = statement('MATCH (m:__Migration) RETURN count(m) AS n');
    const before = await db.run(count, {});
    await db.run(queries.meta.wipe, { limit: 100 });
    expect(await db.run(count, {})).toEqual(before);
  });
});
