// Keys: shown once, kept as a hash, believed for a moment, and for longer while the database is away.

import { expect, it } from 'vitest';
import { GraphUnavailableError } from '../../src/graph/graph.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as keys from '../../src/graph/keys.ts';
import { createKey, doorkeeper } from '../../src/jobs/keys.ts';
import { graph, statement } from '../support/neo4j.ts';

const given = { scopes: ['ingest'], name: 'collector' } as const;

it('a key opens, and nothing that is nearly it does', async () => {
  const db = await graph();
  const { id, key } = await createKey(db, given, 5);
  const { check } = doorkeeper(db, () => 0);

  expect(await check(key)).toEqual({ id, scopes: ['ingest'] });
  const other = await createKey(db, given, 5);
  const [, , secret = ''] = key.split('_');
  const swapped = `skein_${other.id}_${secret.padEnd(43, '_')}`;
  for (const wrong of [key.slice(0, -1), `${key}x`, swapped, `skein_${'0'.repeat(16)}_${'a'.repeat(43)}`, '', 'skein__'])
    expect(await check(wrong), wrong).toBe('unknown');
});

it('its secret is nowhere in the graph', async () => {
  const db = await graph();
  const { key } = await createKey(db, given, 5);
  const [node] = await db.run(statement<{ all: Record<string, unknown> }>('MATCH (k:ApiKey) RETURN properties(k) AS all'), {});
  expect(JSON.stringify(node?.all)).not.toContain(key.slice(-43));
  expect(node?.all['hash']).toMatch(/^[0-9a-f]{64}$/);
});

it('one that is revoked opens nothing as soon as it is asked about again, and its use was noted', async () => {
  const db = await graph();
  let now = 1_000_000;
  const { id, key } = await createKey(db, given, now);
  const { check } = doorkeeper(db, () => now);
  expect(await check(key)).toMatchObject({ id });
  await expect.poll(async () => (await keys.all(db))[0]?.lastUsedAt).toBe(1_000_000);

  expect(await keys.revoke(db, id, now + 1)).toBe(1_000_001);
  now += 16_000;
  expect(await check(key)).toBe('unknown');
});

it('one that was seen is believed while the database is away, and one that was not cannot be answered for', async () => {
  const db = await graph();
  let now = 0;
  let isAway = false;
  const door: Graph = {
    ...db,
    run: (query, params) => (isAway ? Promise.reject(new GraphUnavailableError('away')) : db.run(query, params)),
  };
  const { id, key } = await createKey(db, given, 5);
  const unseen = await createKey(db, given, 6);
  const { check } = doorkeeper(door, () => now, 50);
  await check(key);

  isAway = true;
  now += 3_600_000;
  expect(await check(key)).toMatchObject({ id });
  expect(await check(unseen.key)).toBe('unanswered');
  now += 24 * 3_600_000;
  expect(await check(key)).toBe('unanswered');
});
