// kill -9 of Skein and of Neo4j at any moment, and two Skeins at once: nothing lost, nothing twice, the same digest.
//
// These run the built command as users do; `npm test` builds it first.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { digest } from '../../src/graph/digest.ts';
import { root } from '../../src/graph/local/java.ts';
import { seeded } from '../../src/model/seeded.ts';
import { judge, mixedTenant, read } from '../stories/support.ts';
import type { Tenant } from '../stories/support.ts';
import { graph, neo4jEnvironment } from '../support/neo4j.ts';

let told: Tenant;
let expected: string;
let total: number;
let count: number;

beforeAll(async () => {
  told = mixedTenant({ seed: 'kill', people: 20, days: 18 });
  const db = await graph();
  ({ new: total, read: count } = await read(db, told.home, [told.records]));
  await judge(db);
  expected = await digest(db);
}, 180_000);

afterAll(() => told.remove());

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function skein(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, 'dist', 'src', 'cli.js'), ...args], {
    cwd: root,
    env: { ...process.env, NEO4J_URI: '', LOG_LEVEL: 'error', SKEIN_HOME: told.home, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))) };
}

const ingest = (env: Readonly<Record<string, string>>) => skein(env, 'ingest', '--json', told.records);
const countsOf = ({ out }: Ended) => JSON.parse(out) as { read: number; new: number; duplicate: number; rejected: number };
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function judged(env: Readonly<Record<string, string>>): Promise<string> {
  const run = await skein(env, 'run', '--json').ended;
  expect(run).toMatchObject({ code: 0 });
  const { out } = await skein(env, 'digest', '--json').ended;
  return (JSON.parse(out) as { digest: string }).digest;
}

it('two ingests of the same records at once keep each of them once', async () => {
  await graph();
  const both = await Promise.all([ingest(neo4jEnvironment()).ended, ingest(neo4jEnvironment()).ended]);

  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  const counts = both.map(countsOf);
  expect(counts.reduce((sum, { new: fresh }) => sum + fresh, 0)).toBe(total);
  for (const { read: seen, new: fresh, duplicate, rejected } of counts) expect(fresh + duplicate + rejected).toBe(seen);
  expect(await judged(neo4jEnvironment())).toBe(expected);
}, 180_000);

it('kill -9 of an ingest at three moments loses nothing and doubles nothing', async () => {
  await graph();
  const dice = seeded('kill the command');
  for (let time = 0; time < 3; time += 1) {
    const { child, ended } = ingest(neo4jEnvironment());
    await pause(1_000 + dice() * 4_000);
    child.kill('SIGKILL');
    await ended;
  }
  const counts = countsOf(await ingest(neo4jEnvironment()).ended);

  expect(counts).toMatchObject({ read: count, rejected: 0 });
  expect(await judged(neo4jEnvironment())).toBe(expected);
}, 180_000);

it('kill -9 of a run leaves nothing that the next does not put right', async () => {
  await graph();
  await ingest(neo4jEnvironment()).ended;
  const dice = seeded('kill the run');
  for (let time = 0; time < 3; time += 1) {
    const { child, ended } = skein(neo4jEnvironment(), 'run');
    await pause(500 + dice() * 2_500);
    child.kill('SIGKILL');
    await ended;
  }

  expect(await judged(neo4jEnvironment())).toBe(expected);
}, 180_000);

it('kill -9 of Neo4j at three moments is one clear sentence each, and nothing is lost', async () => {
  const own = { SKEIN_HOME: join(told.home, 'own') };
  expect(await skein(own, 'doctor').ended).toMatchObject({ code: 0 });
  const dice = seeded('kill the database');
  for (let time = 0; time < 3; time += 1) {
    const { ended } = ingest(own);
    await pause(1_500 + dice() * 3_000);
    process.kill(serverPid(own.SKEIN_HOME), 'SIGKILL');
    const { code, err } = await ended;
    if (code !== 0)
      expect(
        err
          .trim()
          .split('\n')
          .filter((line) => !line.startsWith('{')),
      ).toHaveLength(1);
    expect(await skein(own, 'doctor').ended).toMatchObject({ code: 0 });
  }
  expect(await ingest(own).ended).toMatchObject({ code: 0 });

  expect(await judged(own)).toBe(expected);
  process.kill(serverPid(own.SKEIN_HOME), 'SIGTERM');
}, 400_000);

const serverPid = (home: string): number =>
  (JSON.parse(readFileSync(join(home, 'neo4j', 'server.json'), 'utf8')) as { pid: number }).pid;
