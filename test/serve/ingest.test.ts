// POST /v1/ingest: who may send, what is taken, what every refusal says. The database is away throughout, so that all
// that is answered with 202 is what the journal holds.

import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEADER_BYTES, piecesOf } from '../../src/jobs/intake/entry.ts';
import type { Entry } from '../../src/jobs/intake/entry.ts';
import { openIntake } from '../../src/jobs/intake/intake.ts';
import type { Intake, Limits } from '../../src/jobs/intake/intake.ts';
import type { Journal } from '../../src/jobs/intake/journal.ts';
import { JournalError } from '../../src/jobs/intake/journal.ts';
import type { Doorkeeper } from '../../src/jobs/keys.ts';
import type { IngestLimits } from '../../src/serve/ingest.ts';
import { folder } from '../support/folder.ts';
import type { Folder } from '../support/folder.ts';
import { ual } from '../support/records.ts';
import { nowhere, started } from './support.ts';

let home: Folder;
const intakes: Intake[] = [];
beforeEach(() => {
  home = folder('sent');
});
afterEach(async () => {
  for (const it of intakes.splice(0)) await it.close();
  home.remove();
});

const keys: Doorkeeper = {
  check: (key) =>
    Promise.resolve(
      key === 'good'
        ? { id: 'k', scopes: ['ingest'] }
        : key === 'other'
          ? { id: 'o', scopes: ['read'] }
          : key === 'away'
            ? 'unanswered'
            : 'unknown',
    ),
};

async function server(given: { limits?: Partial<IngestLimits>; room?: Limits; journal?: Journal } = {}) {
  const intake = openIntake({
    ...{
      graph: nowhere,
      home: home.path,
      lookup: () => undefined,
      clock: Date.now,
      log: pino({ level: 'silent' }),
      whenAway: 'wait',
    },
    ...(given.room === undefined ? {} : { limits: given.room }),
    ...(given.journal === undefined ? {} : { journal: given.journal }),
  });
  intakes.push(intake);
  const { url } = await started({ ingest: { intake, keys, ...(given.limits === undefined ? {} : { limits: given.limits }) } });
  return { url, intake };
}

interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

interface Sent {
  readonly source?: string;
  readonly method?: string;
  readonly type?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly key?: string | undefined;
}

function post(url: string, body: string | Uint8Array, sent: Sent = {}): Promise<Told> {
  const { source = 'auto', method = 'POST', type = 'application/x-ndjson', headers = {}, key = 'good' } = sent;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${url}/v1/ingest/${source}`,
      { method, headers: { 'content-type': type, ...(key === '' ? {} : { authorization: `Bearer ${key}` }), ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: JSON.parse(text) as Record<string, unknown>,
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** What the journal holds. */
function kept(): Entry[] {
  const at = join(home.path, 'journal');
  return readdirSync(at)
    .filter((name) => name.endsWith('.journal'))
    .flatMap((name) => [...piecesOf(readFileSync(join(at, name)), HEADER_BYTES)])
    .flatMap((piece) => (piece.kind === 'entry' ? [piece.entry] : []));
}

const record = (n: number) => JSON.stringify(ual({ Id: `0a0a0a0a-0000-4000-8000-${String(n).padStart(12, '0')}` }));
const lines = (count: number): string => Array.from({ length: count }, (_, n) => `${record(n)}\n`).join('');

describe('records', () => {
  it('one a line are accepted, and on disk when that is said', async () => {
    const { url } = await server();
    expect(await post(url, lines(3))).toMatchObject({ status: 202, body: { accepted: 3, rejected: 0, rejects: [] } });
    expect(kept().map(({ raw }) => JSON.parse(raw) as unknown)).toEqual([0, 1, 2].map((n) => JSON.parse(record(n)) as unknown));
  });

  it('that cannot be read are named by line and reason, and the others taken', async () => {
    const { url } = await server();
    const told = await post(url, `${record(1)}\n{"two":1}{"values":2}\n\n${record(2)}\n7\n`);
    expect(told).toMatchObject({ status: 202, body: { accepted: 2, rejected: 2 } });
    expect(told.body['rejects']).toEqual([
      { line: 2, why: 'more than one JSON value where one was expected' },
      { line: 5, why: 'the record: expected a JSON object' },
    ]);
    const [file = ''] = readdirSync(join(home.path, 'rejects'));
    expect(readFileSync(join(home.path, 'rejects', file), 'utf8')).toContain('"http:auto","line":2');
  });

  it('come compressed, whether the header says so or only their first bytes', async () => {
    const { url } = await server();
    const body = gzipSync(lines(50));
    expect(await post(url, body, { headers: { 'content-encoding': 'gzip' } })).toMatchObject({
      status: 202,
      body: { accepted: 50 },
    });
    expect(await post(url, body)).toMatchObject({ status: 202, body: { accepted: 50 } });
  });

  it('of which the end is cut off are taken up to there, and the cut is said', async () => {
    const { url } = await server();
    const noise = Array.from({ length: 4_000 }, (_, n) => JSON.stringify(ual({ Id: `n-${Math.sin(n)}` }))).join('\n');
    const whole = gzipSync(noise);
    const told = await post(url, whole.subarray(0, whole.length / 2));
    expect(told).toMatchObject({ status: 202, body: { rejected: 1 } });
    expect(told.body['accepted']).toBeGreaterThan(100);
    expect(kept()).toHaveLength(told.body['accepted'] as number);
    expect(JSON.stringify(told.body['rejects'])).toContain('cut off or damaged');
  });

  it('come as a list, as a table, and as a mail', async () => {
    const { url } = await server();
    expect(await post(url, `[${record(1)},${record(2)}]`, { type: 'application/json; charset=utf-8' })).toMatchObject({
      status: 202,
      body: { accepted: 2 },
    });
    expect(await post(url, 'at,who\n2026-01-05,ana\n', { type: 'text/csv' })).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
    const mail =
      'From: ana@contoso.test\r\nTo: ben@contoso.test\r\nSubject: hello\r\nMessage-ID: <m1@contoso.test>\r\n\r\nHello.\r\n';
    expect(await post(url, mail, { type: 'message/rfc822', source: 'email' })).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
    expect(kept().at(-1)?.raw).toContain('m1@contoso.test');
  });

  it('without an id are called after their content, wherever they stand and whatever comes with them', async () => {
    const { url } = await server();
    await post(url, '{"hello":"world"}\n');
    await post(url, `${record(1)}\n{"hello":"world"}\n`, { source: 'auto' });
    const names = kept()
      .filter(({ raw }) => raw.includes('hello'))
      .map(({ file, line }) => `${file}:${line}`);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^http:[0-9a-f]{16}:1$/);
  });
});

describe('a sender is told', () => {
  it.each([
    ['401 without a key', 401, { key: '' }],
    ['401 with one that is not known', 401, { key: 'bad' }],
    ['403 with one that is for something else', 403, { key: 'other' }],
    ['404 of a source there is none of', 404, { source: 'fax' }],
    ['405 with another method', 405, { method: 'PUT' }],
    ['415 with what is no records', 415, { type: 'image/png' }],
    ['415 with another compression', 415, { headers: { 'content-encoding': 'br' } }],
    ['503 when the key cannot be checked', 503, { key: 'away' }],
  ] as const)('%s', async (_, status, sent) => {
    const { url } = await server();
    const told = await post(url, brotliCompressSync(lines(1)), sent);
    expect(told).toMatchObject({ status, body: { status, type: 'about:blank' } });
    expect(told.headers['content-type']).toContain('application/problem+json');
    expect(told.body['detail']).toMatch(/\.$/);
    expect(kept()).toEqual([]);
  });

  it('which sources there are', async () => {
    const { url } = await server();
    const { body } = await post(url, '', { source: 'fax' });
    expect(body['sources']).toContain('m365-audit');
    expect(await post(url, lines(1), { source: 'm365-audit' })).toMatchObject({ status: 202, body: { accepted: 1 } });
  });

  it('413 of a body that says it is too large, before any of it is read', async () => {
    const { url } = await server({ limits: { body: 1_000 } });
    expect(await post(url, lines(20))).toMatchObject({ status: 413, body: { title: 'Too large' } });
    expect(await post(url, lines(1))).toMatchObject({ status: 202 });
  });

  it('413 of one that grows too large, with what was taken until then', async () => {
    const { url } = await server({ limits: { lines: 200_000, whole: 1_000 } });
    const told = await post(url, gzipSync(lines(2_000)));
    expect(told).toMatchObject({ status: 413 });
    expect(told.body['accepted']).toBe(kept().length);
    expect(told.body['accepted']).toBeGreaterThan(0);

    expect(await post(url, gzipSync(`[${record(1)},${record(2)},${record(3)}]`), { type: 'application/json' })).toMatchObject({
      status: 413,
      body: { accepted: 0 },
    });
  });

  it('a line of more than 16 MiB is too long, and the next one is taken', async () => {
    const { url } = await server();
    const told = await post(url, gzipSync(`{"a":"${'x'.repeat(17 * 1024 * 1024)}"}\n${record(1)}\n`));
    expect(told).toMatchObject({ status: 202, body: { accepted: 1, rejected: 1, rejects: [{ line: 1 }] } });
  });

  it('429 and when to come back, once the queue is full; what found room is said and kept', async () => {
    const { url } = await server({ room: { records: 600, characters: 1e9 }, limits: { patience: 100 } });
    const told = await post(url, lines(1_000));
    expect(told).toMatchObject({ status: 429, headers: { 'retry-after': '5' }, body: { accepted: 500, title: 'Full' } });
    expect(kept()).toHaveLength(500);
    expect(await post(url, lines(100))).toMatchObject({ status: 202 });
    expect(await post(url, lines(1))).toMatchObject({ status: 429, headers: { 'retry-after': '5' } });
  });

  it('429 when one key asks too often', async () => {
    const { url } = await server({ limits: { requests: 2 } });
    const answers = [await post(url, ''), await post(url, ''), await post(url, '')];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 429]);
    expect(answers[2]?.headers['retry-after']).toBe('5');
  });

  it('429 when an address guesses too many keys', async () => {
    const { url } = await server();
    const statuses: number[] = [];
    for (let n = 0; n < 62; n += 1) statuses.push((await post(url, '', { key: `guess-${n}` })).status);
    expect([statuses[0], statuses[59], statuses[61]]).toEqual([401, 401, 429]);
  });

  it('503 while Skein stops', async () => {
    const { url, intake } = await server();
    await intake.close();
    expect(await post(url, lines(1))).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30' },
      body: { title: 'Stopping' },
    });
  });

  it('503 when the disk is full, and nothing counts as accepted', async () => {
    const full = () => Promise.reject(new JournalError('The journal in somewhere cannot be written, its disk is full.'));
    const { url } = await server({ journal: { append: full, settled: () => undefined, close: () => Promise.resolve() } });
    const told = await post(url, lines(3));
    expect(told).toMatchObject({ status: 503, headers: { 'retry-after': '30' } });
    expect(JSON.stringify(told.body)).not.toContain('somewhere');
  });
});

it('a sender that hangs up in the middle leaves what it sent, and the server goes on', async () => {
  const { url } = await server();
  const request = httpRequest(`${url}/v1/ingest/auto`, { method: 'POST', headers: { authorization: 'Bearer good' } });
  request.on('error', () => undefined);
  request.write(lines(300));
  await pause(300);
  request.destroy();
  await expect.poll(() => kept().length, { timeout: 5_000 }).toBe(300);
  expect(await post(url, lines(1))).toMatchObject({ status: 202 });
});

it('a page from elsewhere may not send, key or no key', async () => {
  const { url } = await server();
  const told = await post(url, lines(1), { headers: { origin: 'http://evil.example' } });
  expect(told.status).toBe(403);
});

it('keeps taking while others wait for room', async () => {
  const { url } = await server({ room: { records: 250, characters: 1e9 }, limits: { patience: 300 } });
  const answers = await Promise.all([1, 2, 3].map(() => post(url, lines(250))));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 429, 429]);
});
