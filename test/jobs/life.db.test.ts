// What was learned, read back from a real graph: found by any name, told with counts, and as surprising as it was judged.

import { describe, expect, it } from 'vitest';
import * as entities from '../../src/graph/entities.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as habits from '../../src/graph/habits.ts';
import { inWords, learnedOf, patternOfLife, surprising, UnknownEntityError } from '../../src/jobs/life.ts';
import type { Dimension } from '../../src/learn/dimension.ts';
import { noHabits, restore } from '../../src/learn/habits.ts';
import type { Habit } from '../../src/learn/habits.ts';
import { noPriors, surprise } from '../../src/learn/surprise.ts';
import { midnightOf } from '../../src/model/time.ts';
import type { Day } from '../../src/model/time.ts';
import { lifeLines } from '../../src/view.ts';
import { graph, statement } from '../support/neo4j.ts';

const today = 20_500;

function habit(person: string, dimension: Dimension, value: string, each: number, since = 60, until = 0): Habit {
  const days: Day[] = Array.from({ length: since - until + 1 }, (_, n) => today - since + n);
  const [firstAt, lastAt] = [midnightOf(today - since), midnightOf(today - until)];
  return { person, dimension, value, days, counts: days.map(() => each), firstAt, lastAt };
}

const peers = Array.from({ length: 12 }, (_, n) => `peer${n}`);
const others = Array.from({ length: 30 }, (_, n) => `other${n}`);
const everybody = ['ana', ...peers, ...others];
const lived: readonly Habit[] = [
  ...everybody.map((person) => habit(person, 'country', 'ES', 4)),
  habit('ana', 'country', 'FR', 1, 20, 18),
  habit('peer3', 'country', 'GH', 1, 30, 25),
  habit('other1', 'country', 'GH', 2, 90, 40),
  // too late to be a prior of today
  habit('peer4', 'country', 'GH', 2, 1),
  habit('sync', 'country', 'GH', 50),
  habit('ana', 'device', 'd-1', 4),
  habit('ana', 'hour', '08', 5),
  habit('ana', 'client', 'mailAccess Outlook', 3),
];

async function settled(): Promise<Graph> {
  const db = await graph();
  await db.run(
    statement(`UNWIND $people AS id CREATE (u:User {id: id, kind: 'person', name: id + '@contoso.test'})
               FOREACH (_ IN CASE WHEN id = 'ana' OR id STARTS WITH 'peer' THEN [1] ELSE [] END |
                 MERGE (g:PeerGroup {id: 'g', label: 'Sales: 13 people', size: 13}) CREATE (u)-[:MEMBER_OF {since: 1, degree: 1.0}]->(g))`),
    { people: everybody },
  );
  await db.run(
    statement(`CREATE (:User {id: 'sync', kind: 'service'}), (d:Device {id: 'd-1', name: 'LAPTOP-7'}), (:Mailbox {address: 'ana@contoso.test'})
               WITH d MATCH (u:User {id: 'ana'}) CREATE (:Alias {value: 'ana@contoso.test'})-[:NAMES]->(u),
                 (e:Event {id: 'e', at: 5})-[:BY]->(u), (e)-[:FROM]->(d)`),
    {},
  );
  await habits.save(db, lived);
  return db;
}

async function ana(db: Graph) {
  const found = await entities.find(db, 'User', 'ana');
  if (found === undefined) throw new Error('ana is there');
  return found;
}

/** As the judge would see it, with everything in memory. */
function judged(value: string) {
  const memory = noHabits();
  for (const one of lived) restore(memory, one);
  const company = {
    peers: { id: 'g', members: new Set(['ana', ...peers]) },
    everybody: { id: 'all', members: new Set(everybody) },
  };
  return surprise({ habits: memory, company, person: 'ana', day: today, priors: noPriors() }, 'country', value);
}

describe('surprise, as it would be for a person now', () => {
  it.each(['ES', 'FR', 'GH', 'IN'])('of %s is what it would be judged to be', async (value) => {
    const db = await settled();
    const told = await surprising(db, await ana(db), 'country', value);
    const { bits, low, high, ...counts } = judged(value);
    expect(told).toMatchObject({ ...counts, isCut: false });
    for (const [is, should] of [
      [told?.bits, bits],
      [told?.low, low],
      [told?.high, high],
    ])
      expect(is).toBeCloseTo(should ?? -1, 9);
  });

  it('says its counts in a sentence', async () => {
    const db = await settled();
    const says = async (dimension: Dimension, value: string) => (await surprising(db, await ana(db), dimension, value))?.says;
    expect(await says('country', 'in')).toBe(
      'ana@contoso.test has signed in 247 times, never from India; of 12 peers, none has.',
    );
    expect(await says('country', 'FR')).toBe(
      'ana@contoso.test has signed in 247 times, three of them from France; of 12 peers, none has.',
    );
    expect(await says('device', 'd-1')).toContain('always with LAPTOP-7');
    expect(await says('site', 'https://contoso.test/x')).toContain('has never used files, as far as is known');
  });

  it('is not asked of what no person has', async () => {
    const db = await settled();
    for (const dimension of ['hearsFrom', 'deviceUser', 'amount', 'hour'] as const)
      expect(await surprising(db, await ana(db), dimension, 'x')).toBeUndefined();
  });
});

describe('what was learned of one entity', () => {
  it('is found by any name, in lines for programs and in words for people', async () => {
    const db = await settled();
    const [learned, ...alike] = await learnedOf(db, 'Ana@Contoso.test');
    expect(learned).toMatchObject({ entity: { label: 'User', key: 'ana' }, firstAt: 5, group: { id: 'g', size: 13 } });
    expect(alike).toMatchObject([{ label: 'Mailbox', key: 'ana@contoso.test' }]);

    const [head, ...lines] = lifeLines(learned);
    expect(head).toMatchObject({ label: 'User', key: 'ana', names: ['ana@contoso.test'], firstAt: '1970-01-01T00:00:00.005Z' });
    expect(lines.map((line) => ('says' in line ? line.says : ''))).toEqual([
      expect.stringMatching(/^seen on 61 days between/),
      'is active between 8 and 9 h UTC on every day of the week (305 of 305 acts on 61 days)',
      'signs in from two countries: Spain (244 of 247 sign-ins) and France (3)',
      'signs in with LAPTOP-7 (244 sign-ins on 61 days)',
      'works with Outlook to read mail (183 acts on 61 days)',
    ]);
    expect(inWords(learned)).toMatch(
      /^User ana@contoso\.test \(person\)\n.* in records from .*\n {2}works like Sales: 13 people\n\n- seen on/,
    );
  });

  it('of a device is who uses it', async () => {
    const db = await settled();
    const [{ entity }] = await learnedOf(db, 'd-1');
    expect((await patternOfLife(db, entity))[1]).toMatchObject({
      dimension: 'deviceUser',
      says: 'is used by ana@contoso.test (244 sign-ins on 61 days)',
      values: [{ value: 'ana', count: 244, days: 61, share: 1 }],
    });
  });

  it('is as of the newest event, so that who fell silent is seen to be', async () => {
    const db = await settled();
    await db.run(
      statement(
        `CREATE (:SourceState {id: 's', count: 1, newestAt: $at, newestArrivalAt: $at, lateness: [], latest: 0, rejected: 0})`,
      ),
      {
        at: midnightOf(today + 30),
      },
    );
    expect((await patternOfLife(db, await ana(db)))[0]?.says).toMatch(/, and on none of the 30 days since$/);
  });

  it('of one label is of that one, also where nothing was learned', async () => {
    const db = await settled();
    const [{ entity, told }] = await learnedOf(db, 'ana@contoso.test', 'Mailbox');
    expect([entity.label, told.map(({ says }) => says)]).toEqual(['Mailbox', ['nothing has been learned yet']]);
  });

  it('is refused in one line where there is no such thing', async () => {
    const db = await settled();
    await expect(learnedOf(db, 'nobody')).rejects.toThrow(
      new UnknownEntityError('there is no entity "nobody"; "entities" lists those there are'),
    );
    await expect(learnedOf(db, 'ana', 'Device')).rejects.toThrow(/^there is no Device "ana"/);
  });
});
