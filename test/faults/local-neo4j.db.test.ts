// What happens to the local Neo4j when something goes wrong. One home goes through it all, in this order.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphUnavailableError, type Graph } from '../../src/graph/graph.ts';
import { emptyLocal, openLocal, type LocalNeo4j, type LocalOptions } from '../../src/graph/local.ts';
import { openHome, passwordOf, takeLease, type Ports } from '../../src/graph/local/home.ts';
import { findJava, root } from '../../src/graph/local/java.ts';
import { birthOf, commandLineOf, processHolding, until } from '../../src/graph/local/processes.ts';
import { startServer, stopServer } from '../../src/graph/local/server.ts';
import { openDatabase } from '../../src/graph/open.ts';
import { answers, openGraph } from '../../src/graph/neo4j.ts';
import { createLog } from '../../src/log.ts';
import { folder } from '../support/folder.ts';
import { statement } from '../support/neo4j.ts';

const log = createLog('silent');
const files = folder('faults');
const home = join(files.path, 'home');
const dir = join(home, 'neo4j');

const open = (options: Partial<LocalOptions> = {}) => openLocal({ home, log, ...options });

/** The server and the watcher of the home, as far as they live. */
const processes = () =>
  [`--home-dir=${realpathSync(dir)} `, ` ${realpathSync(dir)} `]
    .map((text) => processHolding(text))
    .filter((pid) => pid !== undefined);
const leases = () => readdirSync(join(dir, 'leases'));

async function using<T>(server: LocalNeo4j, work: (db: Graph) => Promise<T>): Promise<T> {
  const db = await openGraph(server, log);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const remember = (server: LocalNeo4j, id: string) =>
  using(server, (db) => db.run(statement('CREATE (:Event {id: $id})'), { id }));
const remembered = (server: LocalNeo4j) =>
  using(server, async (db) =>
    (await db.run(statement<{ id: string }>('MATCH (e:Event) RETURN e.id AS id ORDER BY id'), {})).map(({ id }) => id),
  );

function startClient(idleMs: number): { client: ChildProcess; server: Promise<number> } {
  const script = join(root, 'test', 'support', 'local-client.ts');
  const client = spawn(process.execPath, ['--import', 'tsx', script, home, String(idleMs)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const server = once(client.stdout, 'data').then(([line]) => Number(String(line)));
  return { client, server };
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(() => birthOf(pid) === undefined, 5_000);
}

const taken: Server[] = [];

beforeAll(async () => {
  for (const port of [7687, 7474]) {
    const server = createServer();
    // Another Neo4j, such as that of this test run, may have it already: taken is taken.
    await new Promise((resolve) => server.once('error', resolve).listen(port, '127.0.0.1', () => resolve(undefined)));
    taken.push(server);
  }
});

afterAll(async () => {
  for (const server of taken) server.close();
  await stopServer(realpathSync(dir));
  files.remove();
});

describe('the local Neo4j', { timeout: 120_000 }, () => {
  it('starts once for two who want it at once, on other ports when the usual ones are taken', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(two.pid).toBe(one.pid);
    expect(leases()).toHaveLength(2);

    expect(one.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    expect(one.uri).not.toContain(':7687');
    expect(one.browser).not.toContain(':7474');
    expect((await fetch(one.browser)).status).toBe(200);

    await remember(one, 'e1');
    await Promise.all([one.release(), two.release()]);
    expect(leases()).toHaveLength(0);
  });

  it('keeps its password where only its owner can read it', () => {
    expect(statSync(join(dir, 'password')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dir, 'password'), 'utf8').trim().length).toBeGreaterThanOrEqual(20);
  });

  it('outlives its user, and the next one finds it running', async () => {
    const before = await open();
    await before.release();
    const began = Date.now();
    const after = await open();
    expect(after.pid).toBe(before.pid);
    expect(Date.now() - began).toBeLessThan(3_000);
    await after.release();
  });

  it('is adopted when the one who started it was killed before saying so', async () => {
    const before = await open();
    rmSync(join(dir, 'server.json'));
    const after = await open();
    expect([after.pid, after.uri]).toEqual([before.pid, before.uri]);
    await Promise.all([before.release(), after.release()]);
  });

  it('comes back with what was written when it was killed', async () => {
    const before = await open();
    await remember(before, 'e2');
    await kill(before.pid);
    await before.release();

    const after = await open();
    expect(after.pid).not.toBe(before.pid);
    expect(await remembered(after)).toEqual(['e1', 'e2']);
    await after.release();
  });

  it('opens as a database with its schema and Neo4j Browser, stops at once when told to, and leaves no process', async () => {
    const database = await openDatabase({ home }, log);
    const [row] = await database.graph.run(statement<{ n: number }>('MATCH (m:__Migration) RETURN count(m) AS n'), {});
    expect(row?.n).toBeGreaterThan(0);
    expect(database).toMatchObject({ user: 'neo4j', browser: expect.stringContaining('/browser/') as string });
    expect(commandLineOf(processes()[0] ?? 0)).not.toContain(database.password);

    await until(() => processes().length === 2, 5_000);
    const began = Date.now();
    await database.close({ stop: true });
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(processes()).toEqual([]);
  });

  it('is adopted when its user was killed, whose lease then counts for nothing, and stops when nobody is left', async () => {
    const { client, server } = startClient(2_000);
    const pid = await server;
    const lease = leases();
    await kill(client.pid ?? 0);

    const heir = await open({ idleMs: 2_000 });
    expect(heir.pid).toBe(pid);
    await remember(heir, 'e3');
    await until(() => !leases().includes(lease[0] ?? ''), 5_000);
    expect(leases()).toHaveLength(1);

    await heir.release();
    expect(await until(() => processes().length === 0, 20_000)).toBe(true);
    // An orderly stop: it needs no recovery, and says so by leaving its log complete.
    expect(readFileSync(join(dir, 'logs', 'neo4j.log'), 'utf8').trimEnd()).toMatch(/Stopped\.$/);
  });
});

describe('what cannot start says so in one sentence', { timeout: 120_000 }, () => {
  const fresh = join(files.path, 'fresh');
  const empty = join(files.path, 'empty');

  const refusal = async (options: Partial<LocalOptions>) => {
    const error = await open({ home: fresh, ...options }).then(
      () => undefined,
      (it: unknown) => it,
    );
    expect(error).toBeInstanceOf(GraphUnavailableError);
    expect(readdirSync(join(fresh, 'neo4j', 'leases'))).toEqual([]);
    return (error as Error).message;
  };

  it('when there is no Java', async () => {
    expect(await refusal({ env: { PATH: empty } })).toMatch(/^Java is missing, .*: install Java 17 or 21 .*\.$/);
  });

  it('when Java is too old', async () => {
    files.write({ 'old/java': '#!/bin/sh\necho "    java.specification.version = 11" >&2\n' }, 0o755);
    const path = [join(files.path, 'old'), process.env.PATH].join(delimiter);
    expect(await refusal({ env: { PATH: path } })).toMatch(/^Java 11 is too old for Neo4j: install Java 17 or 21 .*\.$/);
  });

  it('when JAVA_HOME points to nowhere', async () => {
    expect(await refusal({ env: { PATH: process.env.PATH, JAVA_HOME: empty } })).toMatch(
      /^JAVA_HOME is .*, which holds no Java: mend or unset it\.$/,
    );
  });

  it('when Neo4j has not been fetched', () => {
    files.write({ 'clone/pom.xml': '<project/>' });
    expect(() => findJava(process.env, join(files.path, 'clone'))).toThrow(
      /^Neo4j has not been fetched yet: run `node scripts\/setup\.mjs`/,
    );
  });

  it('when the home was written by a newer Neo4j', async () => {
    files.write({ 'fresh/neo4j/server.json': '{ "pid": 999999999, "version": "5.27.0" }' });
    expect(await refusal({})).toMatch(
      /was written by Neo4j 5\.27\.0, newer than ours \(5\.26\.\d+\): update Skein, or set SKEIN_HOME .*\.$/,
    );
    rmSync(join(fresh, 'neo4j', 'server.json'));
  });

  it('when the password was lost', async () => {
    files.write({ 'fresh/neo4j/data/databases/store_lock': '' });
    expect(await refusal({})).toMatch(/password is missing, so nobody can log in: restore it, or remove .*\.$/);
  });

  it('when the folder is a file', async () => {
    files.write({ 'not-a-folder': '' });
    await expect(open({ home: join(files.path, 'not-a-folder') })).rejects.toThrow(/cannot be used \(ENOTDIR\): set SKEIN_HOME/);
  });
});

describe('a second home', () => {
  const late = join(files.path, 'late');
  let server: number | undefined;
  afterAll(() => stopServer(openHome(late)));

  it('starts on other ports when a stranger takes them while it starts, and answers for it', async () => {
    const other = openHome(late);
    const stranger = createServer();
    const refused = new GraphUnavailableError('refused the password');
    const answersIn = (ports: Ports): Promise<boolean> =>
      new Promise((resolve, reject) => {
        if (!stranger.listening) stranger.listen(ports.bolt, '127.0.0.1', () => reject(refused));
        else if (ports.bolt === (stranger.address() as AddressInfo).port) reject(refused);
        else
          resolve(
            answers({ uri: `bolt://127.0.0.1:${ports.bolt}`, user: 'neo4j', password: passwordOf(other), database: 'neo4j' }),
          );
      });
    try {
      const record = await startServer(other, findJava(process.env), answersIn, log);
      expect(record.ports.bolt).not.toBe((stranger.address() as AddressInfo).port);
      server = record.pid;
      expect(birthOf(server)).toBeDefined();
    } finally {
      stranger.close();
    }
  }, 120_000);

  it('is emptied, server and all, unless another process uses it', async () => {
    const giveBack = takeLease(openHome(late));
    expect(await emptyLocal(late)).toBe(false);
    expect(server !== undefined && birthOf(server)).toBeDefined();
    giveBack();
    expect(await emptyLocal(late)).toBe(true);
    expect(server !== undefined && birthOf(server)).toBeUndefined();
    expect(existsSync(join(late, 'neo4j', 'data'))).toBe(false);
  });
});
