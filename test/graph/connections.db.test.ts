import { describe, expect, it } from 'vitest';
import * as connections from '../../src/graph/connections.ts';
import { digest } from '../../src/graph/digest.ts';
import * as events from '../../src/graph/events.ts';
import type { Sighting } from '../../src/graph/events.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { MOST_PARTS } from '../../src/ingest/fold.ts';
import type { Connection } from '../../src/model/event.ts';
import { hours } from '../../src/model/time.ts';
import { sighting } from '../cypher/world.ts';
import { connection, noon } from '../support/events.ts';
import { graph, statement } from '../support/neo4j.ts';

const ask = <R>(db: Graph, text: string): Promise<readonly R[]> => db.run(statement<R>(text), {});

function one(id: string, more: Partial<Connection> = {}, stands: Partial<Sighting> = {}): Sighting {
  const event: Record<string, unknown> = {
    ...connection({
      id: `test:${id}`,
      record: id,
      address: '192.0.2.1',
      to: '198.51.100.9',
      ...more,
    }),
  };
  for (const name of ['actor', 'actorKind', 'country', 'asn'])
    if (!Object.hasOwn(more, name)) Reflect.deleteProperty(event, name);
  return sighting(event as unknown as Connection, stands);
}

/** Several folds of several records each: four hosts, three ports, two hours. */
const many = (n: number): Sighting[] =>
  Array.from({ length: n }, (_, i) =>
    one(`r${i}`, {
      address: `192.0.2.${(i % 4) + 1}`,
      to: `192.0.2.${((i + 1) % 4) + 1}`,
      port: 1 + (i % 3),
      at: noon + (i % 2) * hours(1) + i,
      lastAt: noon + (i % 2) * hours(1) + 2 * i,
      bytesOut: i % 5,
      failures: i % 2,
    }),
  );

/** Every event as it is kept, but for when it came, and what it is tied to. */
async function all(db: Graph) {
  const rows = await ask<{ said: unknown; ties: string[] }>(
    db,
    `MATCH (e:Event)
     RETURN e {.*, arrivedAt: null} AS said, [(e)-[r]->(n) | type(r) + ' ' + coalesce(n.address, n.name)] AS ties ORDER BY e.id`,
  );
  return rows.map(({ said, ties }) => ({ said, ties: [...ties].sort() }));
}

const shuffled = <T>(things: readonly T[], step: number): T[] =>
  things
    .map((thing, i) => ({ thing, at: (i * step) % things.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);

describe('records are counted', () => {
  it('as new once, whatever is sent again', async () => {
    const db = await graph();
    const [a, b, c] = many(3) as [Sighting, Sighting, Sighting];
    expect(await connections.save(db, [a, b, a], 1)).toEqual({ isNew: 2, duplicate: 1 });
    expect(await connections.save(db, [a, b, c], 2)).toEqual({ isNew: 1, duplicate: 2 });
    expect(await connections.save(db, [c, b, a], 3)).toEqual({ isNew: 0, duplicate: 3 });
    expect(await connections.save(db, [], 4)).toEqual({ isNew: 0, duplicate: 0 });
  });

  it('as new exactly once, when two send the same at the same time in opposite orders', async () => {
    const db = await graph();
    const sent = many(300);
    const batches = (from: readonly Sighting[]) => [0, 1, 2].map((n) => from.slice(n * 100, n * 100 + 100));
    const writer = async (from: readonly Sighting[]): Promise<number> => {
      let isNew = 0;
      for (const batch of batches(from)) isNew += (await connections.save(db, batch, 1)).isNew;
      return isNew;
    };
    const counts = await Promise.all([writer(sent), writer([...sent].reverse()), writer(shuffled(sent, 7))]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);

    const apart = await all(db);
    const alone = await graph();
    await connections.save(alone, sent, 1);
    expect(await all(alone)).toEqual(apart);
    expect(await ask(alone, 'MATCH (e:Event) RETURN sum(e.count) AS records, count(e) AS folds')).toEqual([
      { records: 300, folds: 12 },
    ]);
  });
});

it('the digest is the same, however the records come: at once, shuffled, in pieces, again', async () => {
  const sent = many(240);
  const whole = await graph();
  await connections.save(whole, sent, 1);
  const said = await digest(whole);

  const pieces = await graph();
  const arriving = [...shuffled(sent, 11), ...shuffled(sent, 13).slice(0, 100)];
  for (let from = 0; from < arriving.length; from += 37) await connections.save(pieces, arriving.slice(from, from + 37), from);
  expect(await digest(pieces)).toBe(said);

  await connections.save(pieces, [one('another')], 9);
  expect(await digest(pieces)).not.toBe(said);
});

it('the second time changes nothing, not even when it came', async () => {
  const db = await graph();
  await connections.save(db, many(20), 1);
  const before = await events.intake(db);
  await connections.save(db, many(20), 2);
  expect(await events.intake(db)).toEqual(before);
});

it('more in a fold is news to whoever asks what has arrived, also within one millisecond', async () => {
  const db = await graph();
  await connections.save(db, [one('a')], 5);
  const before = await events.intake(db);
  await connections.save(db, [one('b')], 5);
  expect((await events.intake(db)).token).not.toBe(before.token);
});

it('a fold is read back as the connection it stands for', async () => {
  const db = await graph();
  const shared = { port: 53, transport: 'udp', service: 'dns', deed: 'resolved', domain: 'www.contoso.test' } as const;
  await connections.save(
    db,
    [
      one('b', { ...shared, at: noon - 9, lastAt: noon - 5, bytesOut: 40, bytesIn: 80 }),
      one('a', {
        ...shared,
        at: noon - 7,
        lastAt: noon - 1,
        bytesOut: 2,
        failures: 1,
        outcome: 'failure',
        country: 'DE',
        asn: 64511,
      }),
    ],
    1,
  );
  const [event, ...others] = await events.upTo(db, noon);
  expect(others).toEqual([]);
  expect(event).toStrictEqual({
    kind: 'connection',
    id: event?.id,
    source: 'test',
    record: 'a',
    act: event?.id,
    operation: 'conn',
    address: '192.0.2.1',
    to: '198.51.100.9',
    ...shared,
    outcome: 'success',
    at: noon - 9,
    lastAt: noon - 1,
    count: 2,
    failures: 1,
    bytesOut: 42,
    bytesIn: 80,
    records: ['a', 'b'],
  });
  expect(
    await ask(db, 'MATCH (e:Event)-[r]->(n) RETURN type(r) AS type, coalesce(n.address, n.name) AS key ORDER BY key'),
  ).toEqual([
    { type: 'FROM', key: '192.0.2.1' },
    { type: 'TO', key: '198.51.100.9' },
    { type: 'TO', key: 'www.contoso.test' },
  ]);
  expect(
    await ask(
      db,
      'MATCH (i:IP)-[:IN]->(n) RETURN i.address AS address, toString(coalesce(n.code, n.number)) AS place ORDER BY place',
    ),
  ).toEqual([
    { address: '192.0.2.1', place: '64511' },
    { address: '192.0.2.1', place: 'DE' },
  ]);
});

it('records without an id are named by the first place they stand at, whatever order they are seen in', async () => {
  const at = (file: string, line: number) => one('#abc', { record: `${file}:${line}` }, { file, line });
  for (const order of [
    [at('b.log', 2), at('a.log', 10), at('a.log', 9)],
    [at('a.log', 9), at('b.log', 2), at('a.log', 10)],
  ]) {
    const db = await graph();
    for (const sight of order) await connections.save(db, [sight], 1);
    expect(await ask(db, 'MATCH (e:Event) RETURN e.records AS records, e.count AS count')).toEqual([
      { records: ['a.log:9'], count: 1 },
    ]);
  }
});

it('past ten thousand records there is a further event, and none is counted twice or lost, in whatever batches', async () => {
  const total = 2 * MOST_PARTS + 5_000;
  const sent = Array.from({ length: total }, (_, i) => one(`r${i}`, { at: noon + i, lastAt: noon + i, bytesOut: 1 }));
  const inBatches = async (arriving: readonly Sighting[], size: number) => {
    const db = await graph();
    let isNew = 0;
    for (let from = 0; from < arriving.length; from += size)
      isNew += (await connections.save(db, arriving.slice(from, from + size), 1)).isNew;
    expect(isNew).toBe(total);
    return {
      db,
      kept: await ask<Record<string, unknown>>(
        db,
        'MATCH (e:Event) RETURN e.id AS id, e.hash AS hash, e.parts AS parts ORDER BY id',
      ),
    };
  };
  const { kept } = await inBatches(sent, 9_000);
  const { db, kept: other } = await inBatches(shuffled(sent, 7_919), 12_000);
  expect(other).toEqual(kept);
  expect(await connections.save(db, sent.slice(0, 5_000), 2)).toEqual({ isNew: 0, duplicate: 5_000 });
  expect(
    await ask(
      db,
      `MATCH (e:Event) RETURN sum(e.count) AS records, sum(e.bytesOut) AS bytes, count(e) AS events, max(size(e.folded)) <= ${MOST_PARTS} AS fit,
              max(size(e.records)) AS named, min(e.at) AS first, max(e.lastAt) AS last, sum(COUNT { (e)-[:FROM]->() }) AS from`,
    ),
  ).toEqual([{ records: total, bytes: total, events: 4, fit: true, named: 100, first: noon, last: noon + total - 1, from: 4 }]);
}, 120_000);

it('what does not fold is refused', async () => {
  const db = await graph();
  await expect(connections.save(db, [one('a', { deed: 'requested' })], 1)).rejects.toThrow('test:a is no event that folds');
});
