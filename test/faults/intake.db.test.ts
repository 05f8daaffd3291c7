// Between acceptance and graph: processes killed, two at once, a database that goes away, rows it will not have.
// Nothing accepted is lost, and nothing comes twice.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GraphUnavailableError, QueryError } from '../../src/graph/graph.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { root } from '../../src/graph/local/java.ts';
import { ingest, replay } from '../../src/jobs/ingest.ts';
import { sources } from '../../src/jobs/intake/arrivals.ts';
import { waiting } from '../../src/jobs/intake/dead-letter.ts';
import { openIntake } from '../../src/jobs/intake/intake.ts';
import type { Intake, IntakeOptions } from '../../src/jobs/intake/intake.ts';
import { folder } from '../support/folder.ts';
import type { Folder } from '../support/folder.ts';
import { graph, statement } from '../support/neo4j.ts';
import { ual } from '../support/records.ts';

// Processes are started and transactions by the hundred written, perhaps on a machine that is busy with others.
vi.setConfig({ testTimeout: 180_000 });

let home: Folder;
const intakes: Intake[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  home = folder('intake');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const it of intakes.splice(0)) await it.close();
  home.remove();
});

const log = pino({ level: 'silent' });
const surroundings = () => ({ home: home.path, lookup: () => undefined, clock: () => 1_800_000_000_000, log });

function open(db: Graph, more: Partial<IntakeOptions> = {}): Intake {
  const intake = openIntake({ graph: db, ...surroundings(), whenAway: 'wait', ...more });
  intakes.push(intake);
  return intake;
}

const read = (db: Graph, ...paths: string[]) => ingest(db, { ...surroundings(), paths, progress: () => undefined });
const again = (db: Graph, file = 'all') => replay(db, { ...surroundings(), file, progress: () => undefined });

const count = async (db: Graph): Promise<number> =>
  (await db.run(statement<{ n: number }>('MATCH (e:Event) RETURN count(e) AS n'), {}))[0]?.n ?? -1;

const journal = (): string[] => {
  const at = join(home.path, 'journal');
  return existsSync(at) ? readdirSync(at).filter((name) => name.endsWith('.journal')) : [];
};

const records = (count: number, name = 'r'): string =>
  Array.from({ length: count }, (_, n) => `${JSON.stringify(ual({ Id: `${name}-${n}` }))}\n`).join('');

/** A process that has accepted so many records and could bring none of them into the graph. */
async function accepting(first: number, howMany: number): Promise<ChildProcess> {
  const script = join(root, 'test', 'support', 'accepting.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, home.path, String(first), String(howMany)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  expect(String((await once(child.stdout, 'data'))[0])).toBe(`${howMany}\n`);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** The database, that can be made to go away and come back. */
function fickle(db: Graph) {
  const state = { isAway: false };
  const gone = () => Promise.reject(new GraphUnavailableError('No Neo4j can be used.'));
  const door: Graph = {
    run: (query, params) => (state.isAway ? gone() : db.run(query, params)),
    together: (work) => (state.isAway ? gone() : db.together(work)),
    reading: (work) => (state.isAway ? gone() : db.reading(work)),
    close: () => Promise.resolve(),
  };
  return { state, door };
}

describe('a process killed between acceptance and graph', () => {
  it('loses nothing, and nothing comes twice', async () => {
    const db = await graph();
    await killed(await accepting(0, 600));
    expect(await count(db)).toBe(0);

    const heir = open(db);
    expect(await heir.adopt()).toBe(600);
    expect(await count(db)).toBe(600);
    expect(await heir.adopt()).toBe(0);
    expect(journal()).toEqual([]);
  });

  it('is succeeded by the next command, whose own counts are of its own records', async () => {
    const db = await graph();
    await killed(await accepting(0, 40));
    home.write({ 'more.jsonl': records(3) });

    expect(await read(db, join(home.path, 'more.jsonl'))).toMatchObject({ read: 3, new: 3, duplicate: 0, rejected: 0 });
    expect(await count(db)).toBe(43);
  });

  it('twice at once, with records in common, is succeeded by two at once', async () => {
    const db = await graph();
    const both = await Promise.all([accepting(0, 600), accepting(400, 600)]);
    await Promise.all(both.map(killed));

    const taken = await Promise.all([open(db).adopt(), open(db).adopt()]);
    expect(taken[0] + taken[1]).toBe(1_200);
    expect(await count(db)).toBe(1_000);
    expect(journal()).toEqual([]);
  });

  it('is not succeeded while it lives', async () => {
    const db = await graph();
    const child = await accepting(0, 10);
    expect(await open(db).adopt()).toBe(0);
    await killed(child);
    expect(await open(db).adopt()).toBe(10);
  });
});

describe('a database that goes away', () => {
  it('keeps nobody from being accepted until the queue is full, and gets everything when it is back', async () => {
    const db = await graph();
    const { state, door: db2 } = fickle(db);
    const intake = open(db2, { limits: { records: 1_000, characters: 1e9 } });
    state.isAway = true;

    const send = async (from: number, howMany: number): Promise<number> => {
      const door = intake.door({ durable: true, patience: 200 });
      for (let n = from; n < from + howMany; n += 1)
        await door.put({ file: 'http:auto', line: n, record: ual({ Id: `sent-${n}` }) });
      return (await door.flush()).accepted;
    };
    for (const from of [0, 250, 500, 750]) expect(await send(from, 250)).toBe(250);
    expect(intake.isFull()).toBe(true);
    await expect(send(1_000, 250)).rejects.toThrow(/no more room/);
    expect(await count(db)).toBe(0);

    state.isAway = false;
    await intake.drained();
    expect(await count(db)).toBe(1_000);
    expect(intake.isFull()).toBe(false);
    expect(await send(1_000, 250)).toBe(250);
    await intake.drained();
    expect(await count(db)).toBe(1_250);
  });

  it('ends a command with its own words, and what was accepted is there the next time', async () => {
    const db = await graph();
    const { state, door } = fickle(db);
    home.write({ 'a.jsonl': records(1_300) });
    state.isAway = true;
    await expect(read(door, join(home.path, 'a.jsonl'))).rejects.toThrow(GraphUnavailableError);
    expect(journal().length).toBeGreaterThan(0);

    state.isAway = false;
    expect(await open(db).adopt()).toBe(await count(db));
    expect(await read(db, join(home.path, 'a.jsonl'))).toMatchObject({ read: 1_300, rejected: 0 });
    expect(await count(db)).toBe(1_300);
  });

  it('does not keep the program from stopping', async () => {
    const db = await graph();
    const { state, door } = fickle(db);
    const intake = open(door);
    state.isAway = true;
    const sender = intake.door({ durable: true });
    await sender.put({ file: 'a.jsonl', line: 1, record: ual() });
    await sender.flush();

    const since = performance.now();
    await intake.close(2_000);
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(await open(db).adopt()).toBe(1);
  });
});

describe('a row the database will not have', () => {
  // Longer than any key of its indexes may be.
  const tooLong = JSON.stringify(ual({ Id: 'x'.repeat(40_000) }));

  it('is set aside whole with the reason, and all others go in', async () => {
    const db = await graph();
    const text = records(400).split('\n');
    text.splice(300, 0, tooLong);
    home.write({ 'a.jsonl': text.join('\n') });
    const counts = await read(db, join(home.path, 'a.jsonl'));

    expect(counts).toMatchObject({ read: 401, new: 400, duplicate: 0, rejected: 1 });
    expect(await count(db)).toBe(400);
    const [file = ''] = readdirSync(join(home.path, 'rejects'));
    const letter = JSON.parse(readFileSync(join(home.path, 'rejects', file), 'utf8')) as Record<string, unknown>;
    expect(letter).toMatchObject({ file: 'a.jsonl', line: 301 });
    expect(letter['why']).toMatch(/^the database refused it \(Neo\./);
    expect(letter['raw']).toBe(tooLong);
    expect(journal()).toEqual([]);
  });

  it('is not blamed for a database that takes nothing at all', async () => {
    const db = await graph();
    const readOnly = () =>
      Promise.reject(new QueryError('events/save', 'Neo.DatabaseError.General.UnknownError', 'No space left on device'));
    home.write({ 'a.jsonl': records(5) });
    await expect(read({ ...db, run: readOnly, together: readOnly }, join(home.path, 'a.jsonl'))).rejects.toThrow(QueryError);
    expect(waiting(home.path).letters).toBe(0);
    expect(await open(db).adopt()).toBe(5);
  });
});

describe('what was set aside', () => {
  const letter = (raw: string | undefined, more: object = {}): string =>
    `${JSON.stringify({ file: 'old.jsonl', line: 7, why: 'not understood then', at: '2026-01-05T00:00:00.000Z', ...(raw === undefined ? {} : { raw }), ...more })}\n`;

  it('is tried again: what can be read now goes in under its own place, the rest stays', async () => {
    const db = await graph();
    const good = JSON.stringify({ something: 'that was not understood' });
    home.write({
      'rejects/a.jsonl': letter(good) + letter('{"cut') + letter(undefined) + letter(good.slice(0, 10), { cut: true }),
      'rejects/b.jsonl': letter(JSON.stringify(ual())),
    });
    expect(waiting(home.path)).toEqual({ files: 2, letters: 5, replayable: 3 });

    expect(await again(db)).toMatchObject({ read: 5, new: 2, duplicate: 0, rejected: 3 });
    const rows = await db.run(statement<{ record: string }>('MATCH (e:Event) RETURN e.record AS record ORDER BY record'), {});
    expect(rows.map(({ record }) => record)).toEqual([ual()['Id'], 'old.jsonl:7']);
    expect(waiting(home.path)).toEqual({ files: 1, letters: 3, replayable: 1 });
    expect(await again(db)).toMatchObject({ read: 3, new: 0, duplicate: 0, rejected: 3 });
  });

  it('by an ingest holds its text, with the source it was to be', async () => {
    const db = await graph();
    home.write({ 'a.jsonl': '{"broken":\n' });
    const { rejects = '' } = await ingest(db, {
      ...surroundings(),
      paths: [join(home.path, 'a.jsonl')],
      source: 'm365-audit',
      progress: () => undefined,
    });
    expect(JSON.parse(readFileSync(rejects, 'utf8'))).toMatchObject({
      file: 'a.jsonl',
      line: 1,
      raw: '{"broken":',
      source: 'm365-audit',
    });
  });

  it('and is nowhere is a misused name', async () => {
    await expect(again(await graph(), 'nowhere.jsonl')).rejects.toThrow(/is no file of rejects/);
  });
});

it('how a source arrives is told: how many, how new, how late', async () => {
  const db = await graph();
  const at = 1_800_000_000_000;
  const lines = [1, 10, 3_600, 86_400].map((late, n) =>
    JSON.stringify(ual({ Id: `late-${n}`, CreationTime: new Date(at - late * 1_000).toISOString().slice(0, 19) })),
  );
  home.write({ 'a.jsonl': `${lines.join('\n')}\nnonsense\n` });
  await ingest(db, { ...surroundings(), paths: [join(home.path, 'a.jsonl')], source: 'm365-audit', progress: () => undefined });

  expect(await sources(db)).toEqual([
    {
      id: 'm365-audit',
      records: 4,
      watermark: new Date(at - 1_000).toISOString(),
      arrivedAt: new Date(at).toISOString(),
      lateness: { p50: 16_000, p95: 86_400_000, max: 86_400_000 },
      rejected: 1,
      lastReject: { at: new Date(at).toISOString(), why: 'not JSON' },
    },
  ]);
});

it('news are told once when it has become quiet, and not of nothing', async () => {
  const db = await graph();
  const intake = open(db);
  let told = 0;
  intake.onNews(() => (told += 1));
  const door = intake.door();
  await door.flush();
  await intake.drained();
  for (let n = 0; n < 3; n += 1) {
    await door.put({ file: 'a.jsonl', line: n + 1, record: ual({ Id: `news-${n}` }) });
    await door.flush();
    await intake.drained();
  }
  await expect.poll(() => told, { timeout: 5_000 }).toBe(1);
});
