// The plan of every statement, looked at: nothing reads all nodes, nothing multiplies, and what reads all of a label that
// grows with the telemetry is named here with its reason.

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain option objects as classes */

import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Query } from '../../src/graph/graph.ts';
import { queries } from '../../src/graph/queries.gen.ts';
import { neo4jAddress } from '../support/neo4j.ts';

// A server without the Graph Data Science library makes no plan of what only that library knows.
const everyOne = Object.values({ ...queries, gds: {} }).flatMap((of) => Object.values<Query<unknown, unknown>>(of));

/** What reads all there is, and why it may. */
const readsAll: Readonly<Record<string, string>> = {
  'events/intake': 'counts and sums every event, once a run',
  'identities/entities': 'lists every entity with its first and last event, for `entities` and the digest',
  'findings/hashes': 'every finding is compared with those that stand now, once a run',
  'findings/standing': 'every finding is what is asked for',
  'meta/wipe': 'empties the graph',
};

interface Operator {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly Operator[];
}

let driver: Driver;
beforeAll(() => {
  const { uri, user, password } = neo4jAddress();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { notificationFilter: { minimumSeverityLevel: 'OFF' } });
});
afterAll(() => driver.close());

const suspicious =
  /^(AllNodesScan|CartesianProduct)|^(Union)?NodeByLabel\S*Scan .*:(Event|Finding)\b|^\S*RelationshipTypeS?Scan .*:(BY|FROM|ON|TO|BECAUSE)\b/;

async function scansOf({ text }: Query<unknown, unknown>): Promise<string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, {}, { database: neo4jAddress().database });
  if (summary.plan === false) throw new Error('there is no plan');
  return below(summary.plan as unknown as Operator)
    .filter((one) => !isOneByOne(one))
    .map(({ operatorType, arguments: { Details } }) => `${nameOf(operatorType)} ${String(Details)}`)
    .filter((says) => suspicious.test(says));
}

const nameOf = (operatorType: string): string => operatorType.replace(/@.*/, '');
const below = (one: Operator): Operator[] => [one, ...one.children.flatMap(below)];

/** Two nodes each found by its key, side by side: one row. */
const isOneByOne = (one: Operator): boolean =>
  nameOf(one.operatorType) === 'CartesianProduct' &&
  below(one).every(({ operatorType, children }) => children.length > 0 || /^(NodeUniqueIndexSeek|Argument)/.test(operatorType));

for (const query of everyOne.filter(({ name }) => readsAll[name] === undefined))
  it(`${query.name} reads no more than it must`, async () => {
    expect(await scansOf(query)).toEqual([]);
  });

it.each(Object.entries(readsAll))('%s reads all: it %s', async (name) => {
  const query = everyOne.find((one) => one.name === name);
  expect(query && (await scansOf(query))).not.toEqual([]);
});

// A plan that is kept was made for whatever the graph held, or seemed to hold, at the time: after much was deleted, reading a
// whole index has looked cheaper than one look-up, and then was done for every row. So a look-up by key is not left to it.
it.each(everyOne.filter(({ text }) => text.includes('replan=skip')).map(({ name, text }) => [name, text] as const))(
  '%s keeps a plan that looks everything up',
  async (_, text) => {
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, {}, { database: neo4jAddress().database });
    if (summary.plan === false) throw new Error('there is no plan');
    const operators = below(summary.plan as unknown as Operator).map(({ operatorType }) => nameOf(operatorType));
    expect(operators.filter((operator) => /Scan/.test(operator))).toEqual([]);

    const lookedUp = [...text.matchAll(/^\s*(?:OPTIONAL )?MATCH \(\w*:\w+ \{.*\n?.*$/gm)].map(([lines]) => lines);
    expect(lookedUp.filter((line) => !line.includes('USING INDEX SEEK'))).toEqual([]);
  },
);
