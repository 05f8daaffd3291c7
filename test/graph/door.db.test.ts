import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { GraphUnavailableError, QueryError, type Graph, type Query } from '../../src/graph/graph.ts';
import { openGraph } from '../../src/graph/neo4j.ts';
import { createLog } from '../../src/log.ts';
import { graph, neo4jAddress, statement } from '../support/neo4j.ts';

const log = createLog('silent');

const save: Query<{ id: string; at: number }, { id: string; at: number }> = {
  name: 'test/save',
  mode: 'write',
  text: 'CREATE (e:Event {id: $id, at: $at}) RETURN e.id AS id, e.at AS at',
};

const countEvents = async (db: Graph) =>
  (await db.run(statement<{ n: number }>('MATCH (e:Event) RETURN count(e) AS n'), {}))[0]?.n;

describe('a statement', () => {
  it('comes back as plain rows, keyed by column', async () => {
    const db = await graph();
    expect(await db.run(save, { id: 'e1', at: 1_700_000_000_000 })).toEqual([{ id: 'e1', at: 1_700_000_000_000 }]);
  });

  it('sends whole numbers as integers, so that they can count and be instants', async () => {
    const db = await graph();
    const rows = await db.run(
      statement(`UNWIND $list AS x WITH x LIMIT $n
                 RETURN collect(x) AS xs, datetime({epochMillis: $at}).year AS year, valueType($half) STARTS WITH 'FLOAT' AS half`),
      { list: [1, 2, 3], n: 2, at: 1_700_000_000_000, half: 0.5 },
    );
    expect(rows).toEqual([{ xs: [1, 2], year: 2023, half: true }]);
  });

  it('that only reads may not write', async () => {
    const db = await graph();
    await expect(db.run({ ...save, mode: 'read' }, { id: 'e1', at: 1 })).rejects.toThrow(QueryError);
    expect(await countEvents(db)).toBe(0);
  });

  it('that fails names its file and the code of the database', async () => {
    const db = await graph();
    const broken: Query<Record<string, never>, unknown> = { name: 'findings/save', mode: 'read', text: 'RETURN nonsense' };
    const error = await db.run(broken, {}).catch((it: unknown) => it);

    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ query: 'findings/save', code: 'Neo.ClientError.Statement.SyntaxError' });
    expect((error as Error).message).toMatch(/^findings\/save failed: .*nonsense/);
  });

  it('carries the name of its file into the log of the database', async () => {
    const db = await graph();
    const rows = await db.run(
      { name: 'test/who', mode: 'read', text: 'SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = "skein" RETURN metaData' },
      {},
    );
    expect(rows).toEqual([{ metaData: { app: 'skein', query: 'test/who' } }]);
  });

  it('that takes too long is ended by the database', async () => {
    const db = await openGraph(neo4jAddress(), log, { timeoutMs: 500, retryMs: 0 });
    const endless = statement('UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS s');
    const error = await db.run(endless, {}).catch((it: unknown) => it);
    await db.close();
    expect(error).toMatchObject({
      name: 'QueryError',
      query: 'test/statement',
      code: expect.stringContaining('TransactionTimedOut') as string,
    });
  });
});

describe('several statements together', () => {
  it('are all there, or none', async () => {
    const db = await graph();
    await db.together(async (tx) => {
      await tx.run(save, { id: 'e1', at: 1 });
      await tx.run(save, { id: 'e2', at: 2 });
    });
    const half = db.together(async (tx) => {
      await tx.run(save, { id: 'e3', at: 3 });
      throw new Error('changed my mind');
    });
    await expect(half).rejects.toThrow('changed my mind');
    expect(await countEvents(db)).toBe(2);
  });

  it('see what the earlier of them wrote, and return what the work returns', async () => {
    const db = await graph();
    const seen = await db.together(async (tx) => {
      await tx.run(save, { id: 'e1', at: 1 });
      return tx.run(statement<{ id: string }>('MATCH (e:Event) RETURN e.id AS id'), {});
    });
    expect(seen).toEqual([{ id: 'e1' }]);
  });

  it('fail under the name of the one that failed', async () => {
    const db = await graph();
    const work = db.together(async (tx) => {
      await tx.run(save, { id: 'e1', at: 1 });
      await tx.run({ name: 'test/broken', mode: 'write', text: 'RETURN nonsense' }, {});
    });
    await expect(work).rejects.toThrow(/^test\/broken failed: /);
    expect(await countEvents(db)).toBe(0);
  });
});

// Looks, waits for the twin to have looked, then creates: what UNWIND … OPTIONAL MATCH … CREATE does in batches.
const lookThenCreate = (db: Graph, met: () => Promise<void>) =>
  db.together(async (tx) => {
    const there = await tx.run(statement("MATCH (e:Event {id: 'twin'}) RETURN e.id AS id"), {});
    await met();
    if (there.length === 0) await tx.run(statement("CREATE (:Event {id: 'twin'})"), {});
    return there.length;
  });

it('two writers of the same key at once both succeed, and there is one node', async () => {
  const db = await graph();
  const meeting = barrier(2);
  const found = await Promise.all([lookThenCreate(db, meeting), lookThenCreate(db, meeting)]);

  expect(found.sort()).toEqual([0, 1]);
  expect(await countEvents(db)).toBe(1);
});

it('a key that is taken for good is an error, after a few tries', async () => {
  const db = await graph();
  await db.run(save, { id: 'e1', at: 1 });
  await expect(db.run(save, { id: 'e1', at: 2 })).rejects.toMatchObject({
    code: 'Neo.ClientError.Schema.ConstraintValidationFailed',
  });
});

describe('a database that cannot be used is refused in one sentence', () => {
  const refusal = async (change: object) => {
    const error = await openGraph({ ...neo4jAddress(), ...change }, log).then(
      () => undefined,
      (it: unknown) => it,
    );
    expect(error).toBeInstanceOf(GraphUnavailableError);
    return (error as Error).message;
  };

  it('when the password is wrong', async () => {
    expect(await refusal({ password: 'wrong' })).toMatch(
      /^Neo4j at bolt:\/\/\S+ refused the password of neo4j: set NEO4J_USER and .*\.$/,
    );
  });

  it('when nobody is there', async () => {
    expect(await refusal({ uri: 'bolt://127.0.0.1:1' })).toMatch(
      /^No Neo4j can be used at bolt:\/\/127\.0\.0\.1:1 .*ECONNREFUSED.*: check .*\.$/,
    );
  });

  it('when what is there is no Neo4j', async () => {
    const other = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    expect(await refusal({ uri: `bolt://127.0.0.1:${port}` })).toMatch(/^No Neo4j can be used at .*: check that it runs/);
    other.close();
  });

  it('when the database does not exist', async () => {
    expect(await refusal({ database: 'elsewhere' })).toMatch(/has no database elsewhere: create it, or set NEO4J_DATABASE/);
  });

  it('when the address is none', async () => {
    expect(await refusal({ uri: 'http://db.example' })).toMatch(/^No Neo4j can be used at http:\/\/db\.example/);
  });
});

/** Lets the first `n` callers wait for one another; later ones, which are second tries, pass. */
function barrier(n: number): () => Promise<void> {
  let waiting = n;
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (--waiting <= 0) open();
    return gate;
  };
}
