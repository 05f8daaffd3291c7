// Every saved question runs as it stands on a real Neo4j: on a graph that has an answer, and on one that has none; it only reads,
// and what it reads it finds by an index.

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain option objects as classes */

import neo4j from 'neo4j-driver';
import type { Driver, EagerResult } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questions } from '../../src/serve/questions.gen.ts';
import { graph, neo4jAddress, statement } from '../support/neo4j.ts';
import { ask, browser, started } from './support.ts';

const day = 86_400_000;

const world = `
  CREATE (ana:User {id: 'ana'}), (bo:User {id: 'bo'}), (i:IP {address: '192.0.2.1'}), (m:Mailbox {address: 'ana@contoso.test'}),
         (out:Mailbox {address: 'out@example.test'}), (r:Rule {id: 'r'})-[:WORKS_IN]->(m), (d:Domain {name: 'example.test'}),
         (ana)-[:SIGNS_IN_FROM {firstAt: 1, lastAt: 2, days: [1], counts: [3]}]->(:IP {address: '192.0.2.9'}),
         (a:Event {id: 'a', at: ${day}, kind: 'signIn'}), (a)-[:BY]->(ana), (a)-[:FROM]->(i),
         (b:Event {id: 'b', at: ${day + 1}, kind: 'signIn'}), (b)-[:BY]->(bo), (b)-[:FROM]->(i),
         (c:Event {id: 'c', at: ${day + 2}, kind: 'mailboxRule', change: 'created', actor: 'ana', forwardsTo: ['out@example.test']}),
         (c)-[:BY]->(ana), (c)-[:ON]->(r),
         (mail:Event {id: 'mail', at: ${day + 3}, kind: 'message'}), (mail)-[:BY]->(ana), (mail)-[:TO]->(out), (mail)-[:FROM]->(d),
         (f:Finding {id: 'f', at: ${day}, detection: 'x', says: 'odd', title: 'Odd'}), (f)-[:BECAUSE]->(a), (f)-[:ABOUT {role: 'actor'}]->(ana),
         (g:Finding {id: 'g', at: ${day + 9}, detection: 'x', says: 'odder', title: 'Odder'}), (g)-[:BECAUSE]->(b),
         (g)-[:ABOUT {role: 'actor'}]->(bo), (f)-[:LINKED {mechanism: 'address', weight: 0.7, because: 'the same address'}]->(g),
         (one:Incident {id: 'one', status: 'open', score: 70.0, findings: ['f', 'g'], firstAt: 1, lastAt: 2}), (one)-[:HOLDS]->(f),
         (one)-[:HOLDS]->(g), (one)-[:INVOLVES {role: 'actor'}]->(ana),
         (two:Incident {id: 'two', status: 'closed', score: 20.0, findings: ['h'], firstAt: 1, lastAt: 2}), (two)-[:INVOLVES {role: 'actor'}]->(ana),
         (h:Finding {id: 'h', at: ${day + 20}, detection: 'y', says: 'left', title: 'Left'}), (two)-[:HOLDS]->(h),
         (:Action {id: 'act', action: 'disable-account', status: 'done', proposedAt: 5})-[:ANSWERS]->(one),
         (:AuditEntry {hash: 'e', at: 6, what: 'assigned', who: 'kim'})-[:RECORDS]->(one),
         (:SourceState {id: 'm365', count: 4, newestAt: 5, newestArrivalAt: 6, rejected: 0})`;

const given: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'one-incident': { incident: 'one' },
  'why-together': { one: 'f', other: 'g' },
  'what-touched-it': { thing: '192.0.2.1' },
  'how-two-hang-together': { one: 'ana', other: 'bo' },
  'usual-or-new': { person: 'ana', since: day, until: 2 * day },
  'same-step-elsewhere': { finding: 'f', days: 1 },
  'incidents-alike': { incident: 'one' },
  'what-a-rule-did': { rule: 'r' },
  'day-around-a-person': { person: 'ana', until: 2 * day - 1 },
  'what-was-done': { incident: 'one' },
  'found-and-left': { since: day, until: 2 * day },
  'who-had-to-do-with-a-domain': { domain: 'example.test' },
};

/** What tells most in each answer. */
const answers: Readonly<Record<string, unknown>> = {
  'open-incidents': [{ incident: 'one', findings: 2 }],
  'why-together': [{ findings: ['odd', 'odder'], because: ['address: the same address'], weakest: 0.7 }],
  'what-touched-it': [{ who: 'ana', records: 1 }, { who: 'bo' }],
  'usual-or-new': [
    { thing: '192.0.2.1', before: 0, records: 1 },
    { thing: 'example.test' },
    { thing: 'out@example.test' },
    { thing: 'r' },
  ],
  'same-step-elsewhere': [{ finding: 'g', who: ['bo'], incident: 'one' }],
  'incidents-alike': [{ incident: 'two', shares: ['User ana'], telling: 0.5 }],
  'what-a-rule-did': [{ who: 'ana', mailboxes: ['ana@contoso.test'], went: ['out@example.test: 1 messages since'] }],
  'day-around-a-person': [
    { kind: 'signIn', cameFrom: ['192.0.2.1'], findings: ['Odd'] },
    { kind: 'mailboxRule' },
    { kind: 'message' },
  ],
  'what-was-done': [
    { what: 'disable-account', status: 'done' },
    { what: 'assigned', by: 'kim' },
  ],
  'gaps-in-telemetry': [{ source: 'm365', records: 4 }],
  'found-and-left': [{ finding: 'h', says: 'left' }],
  'who-had-to-do-with-a-domain': [
    { who: 'ana', records: 1 },
    { who: 'out@example.test', records: 1 },
  ],
};

let driver: Driver;
beforeAll(() => {
  const { uri, user, password } = neo4jAddress();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    ...{ disableLosslessIntegers: true, notificationFilter: { minimumSeverityLevel: 'OFF' } },
  });
});
afterAll(() => driver.close());

/** As Browser does: each `:param` is set to the value of its expression; `more` stands for what a hunter changes. */
async function run(cypher: string, more: Readonly<Record<string, unknown>> = {}, explain = ''): Promise<EagerResult> {
  const { database } = neo4jAddress();
  const lines = [...cypher.matchAll(/^:param (\w+) => (.+);$/gm)].map(([, name, value]) => `${value} AS ${name}`);
  const { records } =
    lines.length === 0 ? { records: [] } : await driver.executeQuery(`RETURN ${lines.join(', ')}`, {}, { database });
  const whole = Object.fromEntries(
    Object.entries(more).map(([name, value]) => [name, typeof value === 'number' ? neo4j.int(value) : value]),
  );
  const set = Object.fromEntries(
    Object.entries(records[0]?.toObject() ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' ? neo4j.int(value) : value,
    ]),
  );
  const text = cypher.replace(/^:param .*\n/gm, '').replace(/^\/\/.*\n/gm, '');
  return driver.executeQuery(`${explain}${text}`, { ...set, ...whole }, { database, routing: neo4j.routing.READ });
}

interface Operator {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly Operator[];
}
const below = (one: Operator): Operator[] => [one, ...one.children.flatMap(below)];

describe.each(questions)('$title', ({ id, cypher }) => {
  it('is answered', async () => {
    const db = await graph();
    await db.run(statement(world), {});
    const { records } = await run(cypher, given[id]);
    expect(records.length).toBeGreaterThan(0);
    if (answers[id] !== undefined) expect(records.map((record) => record.toObject())).toMatchObject(answers[id] as object);
  });

  it('has no answer where there is nothing', async () => {
    await graph();
    expect((await run(cypher)).records).toEqual([]);
  });

  it('reads no more than it must, and only reads', async () => {
    const { summary } = await run(cypher, given[id], 'EXPLAIN ');
    if (summary.plan === false) throw new Error('there is no plan');
    const operators = below(summary.plan as unknown as Operator).map(
      ({ operatorType, arguments: { Details } }) => `${operatorType.replace(/@.*/, '')} ${String(Details)}`,
    );
    expect(operators.filter((one) => /^AllNodesScan|ByLabelScan .*:(Event|Finding)\b|RelationshipTypeS?Scan/.test(one))).toEqual(
      [],
    );
    expect(summary.queryType).toBe('r');
    expect(cypher).toMatch(/\bLIMIT\b/);
  });
});

it('the API lists them with a link into Browser', async () => {
  const query = '{ savedQuestions { id title when cypher parameters browserLink } }';
  const { data, errors } = await ask(await started({ graph: await graph(), browser }), query);
  expect(errors).toBeUndefined();
  const listed = (data as { savedQuestions: { id: string; browserLink: string | null }[] }).savedQuestions;
  expect(listed.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
  expect(listed[0]).toMatchObject({
    id: 'open-incidents',
    parameters: ['first'],
  });
  expect(listed[0]?.browserLink).toContain('cmd=edit');
  const without = await ask(await started({ graph: await graph() }), '{ savedQuestions { browserLink } }');
  expect((without.data as { savedQuestions: unknown[] }).savedQuestions[0]).toEqual({ browserLink: null });
});
