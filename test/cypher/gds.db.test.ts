// Only where the server under test has the Graph Data Science library; else one line says that it has not.

import { afterAll, describe, expect, it } from 'vitest';
import { GdsError, groupsByGds, hasGds } from '../../src/graph/gds.ts';
import { queries } from '../../src/graph/queries.gen.ts';
import { groupsWithoutLabels } from '../../src/learn/communities/groups.ts';
import { cases } from '../support/cases.ts';
import { graph, statement } from '../support/neo4j.ts';

const isThere = await hasGds(await graph());
const triangles = [
  ['a', 'b', 'c', 'd'],
  ['e', 'f', 'g', 'h'],
  ['i', 'j', 'k', 'l'],
];
const edges = [
  ...triangles.flatMap((people) => people.flatMap((a, at) => people.slice(at + 1).map((b) => ({ a, b, weight: 1 })))),
  { a: 'a', b: 'e', weight: 0.1 },
  { a: 'h', b: 'i', weight: 0.1 },
];
const ties = { from: [0, 1, 2], to: [1, 2, 3], weights: [1, 0.1, 1] };

cases(queries.gds.version, {
  'names both statements that are needed, or neither': {
    params: {},
    rows: isThere ? [{ name: 'gds.graph.drop' }, { name: 'gds.leiden.stream' }] : [],
  },
});

it.skipIf(isThere)('a server without the library says what to do', async () => {
  await expect(groupsByGds(await graph(), edges)).rejects.toThrow(GdsError);
  await expect(groupsByGds(await graph(), edges)).rejects.toThrow(/install the GDS plugin .* or use PEERS_ENGINE=auto/);
});

describe.skipIf(!isThere)('the server under test has no Graph Data Science library', () => {
  afterAll(async () => {
    const db = await graph();
    for (const name of ['one', 'two']) await db.run(queries.gds.drop, { name });
  });

  cases(queries.gds.project, { 'counts the people': { params: { name: 'one', ...ties }, rows: [{ nodes: 4 }] } });

  cases(queries.gds.drop, { 'of none is nothing': { params: { name: 'none' }, rows: [] } });

  cases(queries.gds.leiden, {
    'gives those who are tied more': {
      given: `UNWIND [[0, 1, 1.0], [1, 2, 0.1], [2, 3, 1.0]] AS tie
              WITH gds.graph.project('two', tie[0], tie[1], {relationshipProperties: {weight: tie[2]}}, {undirectedRelationshipTypes: ['*']}) AS it
              RETURN it.nodeCount`,
      params: { name: 'two', resolution: 1, seed: 1 },
      rows: [{ nodes: [0, 1] }, { nodes: [2, 3] }],
    },
  });

  it('the groups are those of the engines in this process, every time, and nothing of it stays', async () => {
    const db = await graph();
    const found = await groupsByGds(db, edges);
    expect(found.groups).toEqual(triangles);
    expect(found.groups).toEqual(groupsWithoutLabels(edges).groups);
    expect(found.chosen.engine).toBe('gds');
    expect(await groupsByGds(db, [...edges].reverse())).toEqual(found);
    const left = await db.run(
      statement('CALL gds.graph.list() YIELD graphName WHERE graphName STARTS WITH "skein" RETURN graphName'),
      {},
    );
    expect(left).toEqual([]);
  });
});
