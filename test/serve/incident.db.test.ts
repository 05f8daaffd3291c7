import { describe, expect, it } from 'vitest';
import * as incidents from '../../src/graph/incidents.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Surprise } from '../../src/model/finding.ts';
import { rfc3339 } from '../../src/model/time.ts';
import { narrate, titleOf } from '../../src/narrate/narrative.ts';
import { plain } from '../../src/narrate/render.ts';
import { schema } from '../../src/serve/schema.ts';
import { storyA } from '../support/incidents.ts';
import { graph, statement } from '../support/neo4j.ts';
import { action, ask, browser, everything, finding, given, incident, noon, started } from './support.ts';

interface Page {
  readonly incidents: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number;
  };
}

const pageQuery = `query ($first: Int! = 50, $after: String, $status: [IncidentStatus!], $all: Boolean! = false) {
  incidents(first: $first, after: $after, status: $status, all: $all) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount
  }
}`;

async function queue(db: Graph) {
  const server = await started({ graph: db });
  return async (variables: object = {}) => {
    const { data, errors } = await ask<Page>(server, pageQuery, variables);
    expect(errors).toBeUndefined();
    return data.incidents;
  };
}

const ids = (page: Page['incidents']) => page.edges.map(({ node }) => node.id);
const close = (db: Graph, id: string) => db.run(statement("MATCH (i:Incident {id: $id}) SET i.status = 'closed'"), { id });

const ana = { label: 'User', key: 'ana', role: 'actor', part: 'who', stages: [], firstAt: noon, lastAt: noon } as const;

describe('the queue', () => {
  it('comes by score, then by what happened last, then by id', async () => {
    const db = await graph();
    const later = { lastAt: noon + 1 };
    await given(db, {
      incidents: [
        incident('b', { score: 40 }),
        incident('a', { score: 40 }),
        incident('c', { score: 40, ...later }),
        incident('d', { score: 90.5 }),
      ],
    });
    const page = await queue(db);

    expect(ids(await page())).toEqual(['d', 'c', 'a', 'b']);
  });

  it('is walked page by page without a gap or a repetition, while an incident comes on top', async () => {
    const db = await graph();
    const five = [10, 20, 20, 30, 40].map((score, n) => incident(`i${n}`, { score }));
    await given(db, { incidents: five });
    const page = await queue(db);

    const first = await page({ first: 2 });
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    await given(db, { incidents: [...five, incident('new', { score: 99 })], findings: five.map(({ id }) => finding(`${id}-f`)) });
    const second = await page({ first: 2, after: first.pageInfo.endCursor });
    const third = await page({ first: 2, after: second.pageInfo.endCursor });

    expect([first, second, third].map(ids)).toEqual([['i4', 'i3'], ['i1', 'i2'], ['i0']]);
    expect(third.pageInfo.hasNextPage).toBe(false);
    expect(ids(await page({ first: 1 }))).toEqual(['new']);
  });

  it('shows closed incidents only when asked, and merged ones never', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('shut'), incident('kept'), incident('gone')] });
    await close(db, 'shut');
    await incidents.save(db, [incident('shut'), incident('kept', { findings: ['kept-f', 'gone-f'] })]);
    const page = await queue(db);

    expect(ids(await page())).toEqual(['kept']);
    expect(ids(await page({ all: true }))).toEqual(['kept', 'shut']);
    expect(ids(await page({ status: ['closed'] }))).toEqual(['shut']);
    expect(ids(await page({ status: ['inProgress'] }))).toEqual([]);
  });

  it('of more than 200 rows, or after a cursor of another list, is refused', async () => {
    const server = await started({ graph: await graph() });
    const codes = async (variables: object) =>
      (await ask(server, pageQuery, variables)).errors?.map(({ extensions, message }) => [extensions.code, message]);

    expect(await codes({ first: 201 })).toEqual([['BAD_USER_INPUT', 'first: expected 0 to 200, found 201']]);
    expect(await codes({ after: 'nonsense' })).toEqual([['BAD_USER_INPUT', 'after: expected a cursor that this list gave']]);
  });

  it('reads findings and actions of ten incidents once each', async () => {
    const db = await graph();
    const ten = Array.from({ length: 10 }, (_, n) => incident(`i${n}`, { involves: [ana] }));
    await given(db, { incidents: ten, actions: ten.map(({ id }) => action(`act-${id}`, { incident: id })) });
    const { counted, names } = counting(db);
    const { data, errors } = await ask(
      await started({ graph: counted }),
      '{ incidents { edges { node { findings { id says } more: findings { records } actions { id } } } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      incidents: {
        edges: ten.map(({ id }) => ({
          node: {
            findings: [{ id: `${id}-f` }],
            more: [{ records: [`record of ${id}-f-event`] }],
            actions: [{ id: `act-${id}` }],
          },
        })),
      },
    });
    expect(names.sort()).toEqual(['actions/of-incidents', 'findings/by-ids', 'incidents/count', 'incidents/page']);
  });
});

/** These incidents have only bare records behind them and nobody has ruled on them: see handling.db.test.ts. */
const ofRecordsOrPeople =
  /\.(evidence|comparedWith|mutedUntil)\b|\.chronicle\.0\.verdict$|^\.incident\.(owner|verdict|verdictBy|verdictAt)$/;

const rare: Surprise = {
  ...{ bits: 17.2, percentile: 0.997, of: 412, atLeast: 1 },
  parts: [{ dimension: 'country', value: 'GH', bits: 12.1, alone: 13 }],
};

describe('an incident', () => {
  it('is found by its id, or by one it had before a merge', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('old'), incident('kept')] });
    await incidents.save(db, [incident('kept', { findings: ['kept-f', 'old-f'] })]);
    const server = await started({ graph: db });
    const byId = async (id: string) =>
      (await ask(server, 'query ($id: ID!) { incident(id: $id) { id findings { id } } }', { id })).data;

    const kept = { incident: { id: 'kept', findings: [{ id: 'kept-f' }, { id: 'old-f' }] } };
    expect(await byId('kept')).toEqual(kept);
    expect(await byId('old')).toEqual(kept);
    expect(await byId('never')).toEqual({ incident: null });
  });

  it('leaves out a finding that has been withdrawn since', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('i1', { findings: ['f1', 'f2'] })] });
    await db.run(statement("MATCH (f:Finding {id: 'f1'}) DETACH DELETE f"), {});
    expect((await ask(await started({ graph: db }), '{ incident(id: "i1") { findings { id } } }')).data).toEqual({
      incident: { findings: [{ id: 'f2' }] },
    });
  });

  it('answers every field there is', async () => {
    const db = await graph();
    const telling = storyA();
    const [first, second] = telling.findings;
    if (first === undefined || second === undefined) throw new Error('story A has findings');
    const told = incident(telling.cluster.id, {
      findings: telling.cluster.findings,
      title: titleOf(telling),
      score: 87.5,
      tactics: ['initial-access'],
      techniques: ['T1078.004'],
      involves: [
        {
          ...{ label: 'IP', key: '203.0.113.77', role: 'place', part: 'cameFrom', stages: ['access'] },
          ...{ firstAt: first.at, lastAt: second.at },
        },
      ],
      links: [
        {
          ...{
            from: first.id,
            to: second.id,
            mechanism: 'account',
            reason: 'sameActor',
            bridge: { label: 'User', key: 'u-priya' },
          },
          // A month: more milliseconds than GraphQL's Int can hold.
          ...{
            specificity: 1,
            strength: 0.9,
            decay: 0.8,
            beyondChance: 1,
            agreement: 1,
            weight: 0.72,
            gapMs: 2_678_400_000,
            because: 'both are about the same account',
          },
        },
      ],
      escalation: {
        ...telling.escalation,
        contributions: [{ feature: 'persistence', says: 'a rule stays behind', value: 1, logit: 1.4, findings: [first.id] }],
        counterfactuals: [{ without: first.id, probability: 0.31 }],
        history: [{ at: first.at, finding: first.id, before: 0.02, after: 0.4 }],
      },
      narrative: narrate(telling),
      policyMetAt: second.at,
    });
    await given(db, {
      incidents: [told],
      findings: telling.findings.map((finding) => ({ ...finding, surprise: rare })),
      actions: [action('act', { incident: told.id, status: 'approved', decidedBy: 'bo' })],
    });
    const type = schema.getQueryType()?.getFields()['incident']?.type;
    if (type === undefined) throw new Error('there is no incident');
    const { data, errors } = await ask<{ incident: Record<string, unknown> }>(
      await started({ graph: db, browser }),
      `{ incident(id: "${told.id}") ${everything(type)} }`,
    );

    expect(errors).toBeUndefined();
    expect(pathsOfNothing(data).filter((path) => !ofRecordsOrPeople.test(path))).toEqual([]);
    expect(data.incident).toMatchObject({
      title: told.title,
      status: 'open',
      score: 87.5,
      policyMetAt: rfc3339(second.at),
      entities: [{ label: 'IP', key: '203.0.113.77', role: 'place', firstAt: rfc3339(first.at), lastAt: rfc3339(second.at) }],
      escalation: {
        probability: 0.91,
        band: 'critical',
        horizonDays: 7,
        peak: { probability: 0.91 },
        counterfactuals: [{ without: first.id }],
      },
      links: [
        { from: first.id, to: second.id, mechanism: 'account', gapMs: 2_678_400_000, bridge: { label: 'User', key: 'u-priya' } },
      ],
      narrative: {
        text: plain(told.narrative),
        headline: told.narrative.headline,
        checks: [
          { cypher: told.narrative.checks[0]?.cypher },
          ...Array.from({ length: told.narrative.checks.length - 1 }, () => ({})),
        ],
      },
      actions: [{ id: 'act', incidentId: told.id, decidedBy: 'bo', history: [{ by: 'skein' }] }],
    });
  });

  it('shows what was proposed for what it holds, and nothing that went to another', async () => {
    const db = await graph();
    await given(db, {
      incidents: [incident('i1', { involves: [ana] })],
      actions: [action('own'), action('gone', { target: { label: 'User', key: 'bo' } })],
    });
    const { data } = await ask(await started({ graph: db }), '{ incident(id: "i1") { actions { id } } }');
    expect(data).toEqual({ incident: { actions: [{ id: 'own' }] } });
  });

  it('links to Neo4j Browser with a statement that finds it there', async () => {
    const db = await graph();
    const id = "it's 100 % \\ odd";
    await given(db, { incidents: [incident(id, { involves: [ana] }), incident('another', { involves: [ana] })] });
    const { data } = await ask<{ incident: { browserLink: string } }>(
      await started({ graph: db, browser }),
      'query ($id: ID!) { incident(id: $id) { browserLink } }',
      { id },
    );

    const link = new URL(data.incident.browserLink);
    expect(`${link.origin}${link.pathname}`).toBe('http://127.0.0.1:7474/browser/');
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      dbms: 'neo4j://neo4j@127.0.0.1:7687',
      db: 'neo4j',
      cmd: 'edit',
    });
    // Only the percent form of a blank is read by Browser.
    expect(link.search).not.toContain('+');
    // Whom it is about, and of this incident only.
    expect(await db.run(statement(link.searchParams.get('arg') ?? ''), {})).toHaveLength(1);
  });

  it('links nowhere where no Neo4j Browser is known', async () => {
    const db = await graph();
    const checks = [{ says: 'Is it?', cypher: 'RETURN 1' }];
    await given(db, { incidents: [incident('i1', { narrative: { ...incident('i1').narrative, checks } })] });
    const { data } = await ask(
      await started({ graph: db }),
      '{ incident(id: "i1") { browserLink narrative { checks { cypher browserLink } } } }',
    );
    expect(data).toEqual({ incident: { browserLink: null, narrative: { checks: [{ cypher: 'RETURN 1', browserLink: null }] } } });
  });
});

/** The names of the statements that were run, each time they were. */
function counting(db: Graph) {
  const names: string[] = [];
  const counted: Graph = {
    ...db,
    run: (query, params) => {
      names.push(query.name);
      return db.run(query, params);
    },
  };
  return { counted, names };
}

/** Where in an answer there is null: a field that nothing fills. */
function pathsOfNothing(value: unknown, path = ''): string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => pathsOfNothing(part, `${path}.${name}`));
}
