import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { migrations as shipped } from '../../src/graph/migrations.gen.ts';
import { MigrationError, migrate, type Migration } from '../../src/graph/migrations.ts';
import { openGraph } from '../../src/graph/neo4j.ts';
import { labels } from '../../src/model/graph.ts';
import { createLog } from '../../src/log.ts';
import { graph, neo4jAddress, statement } from '../support/neo4j.ts';
import { emptySchema } from '../support/wipe.ts';

const log = createLog('silent');

const keys: Migration = {
  version: 1,
  name: 'V0001__keys',
  checksum: 'aaaa',
  statements: ['CREATE CONSTRAINT thing_key IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE'],
};
const index: Migration = {
  version: 2,
  name: 'V0002__index',
  checksum: 'bbbb',
  statements: ['CREATE INDEX thing_at IF NOT EXISTS FOR (n:Thing) ON (n.at)'],
};

const history = (db: Graph) =>
  db.run(statement('MATCH (m:__Migration) RETURN m.name AS name, m.checksum AS checksum ORDER BY name'), {});
const constraints = async (db: Graph) =>
  (await db.run(statement<{ name: string }>('SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name'), {})).map(
    ({ name }) => name,
  );

/** Counts the statements that reach the database. */
function counting(db: Graph): { graph: Graph; count: () => number } {
  let n = 0;
  return { graph: { ...db, run: (query, params) => (n++, db.run(query, params)) }, count: () => n };
}

let db: Graph;

beforeEach(async () => {
  db = await graph();
  await emptySchema(db);
});

afterAll(async () => {
  const own = await openGraph(neo4jAddress(), log);
  await emptySchema(own);
  await migrate(own, log);
  await own.close();
});

describe('migrating', () => {
  it('runs what is new, in order, and records it', async () => {
    await migrate(db, log, [keys]);
    await migrate(db, log, [keys, index]);
    expect(await history(db)).toEqual([
      { name: 'V0001__keys', checksum: 'aaaa' },
      { name: 'V0002__index', checksum: 'bbbb' },
    ]);
    expect(await constraints(db)).toEqual(['job_lease_key', 'thing_key']);
  });

  it('asks one question when there is nothing to do', async () => {
    await migrate(db, log, [keys]);
    const again = counting(db);
    await migrate(again.graph, log, [keys]);
    expect(again.count()).toBe(1);
  });

  it('is safe from two processes at once', async () => {
    const other = await openGraph(neo4jAddress(), log);
    await Promise.all([migrate(db, log, [keys, index]), migrate(other, log, [keys, index])]);
    await other.close();
    expect(await history(db)).toHaveLength(2);
  });

  it('takes over from a process that died while it held the lease', async () => {
    await db.run(statement("CREATE (:JobLease {name: 'migrations', owner: 'dead', until: timestamp() + 700})"), {});
    await migrate(db, log, [keys]);
    expect(await history(db)).toHaveLength(1);
  });

  it('repeats a migration whose process was killed before it was recorded', async () => {
    await db.run(statement(keys.statements[0] ?? ''), {});
    await migrate(db, log, [keys]);
    expect(await history(db)).toHaveLength(1);
  });

  it('refuses a migration that has changed since it ran', async () => {
    await migrate(db, log, [keys]);
    const drifted = migrate(db, log, [{ ...keys, checksum: 'cccc' }]);
    await expect(drifted).rejects.toThrow(MigrationError);
    await expect(drifted).rejects.toThrow(/^V0001__keys ran on this database with other content .*: restore the file, and .*\.$/);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await migrate(db, log, [keys, index]);
    await expect(migrate(db, log, [keys])).rejects.toThrow(
      /^This database was migrated by a newer Skein \(V0002__index\): update Skein, or .*\.$/,
    );
  });
});

it('the shipped migrations give every label of the model its unique key', async () => {
  await migrate(db, log, shipped);
  const unique = await db.run(
    statement<{ label: string; key: string }>(
      "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties WHERE type = 'UNIQUENESS' RETURN labelsOrTypes[0] AS label, properties[0] AS key",
    ),
    {},
  );
  expect(Object.fromEntries(unique.map(({ label, key }) => [label, key]))).toEqual(labels);
});
