// Bad input, as it comes from broken disks, broken tools and hostile hands: what cannot be read is named with its file,
// its line and the reason, everything around it is read, memory has an end, and nothing crashes.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecord } from '../../src/ingest/read.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skein-bad-input-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A sign-in as the directory writes it. */
const signIn = (id: string, createdDateTime = '2026-01-05T03:12:09Z', name = 'ana@contoso.test'): string =>
  JSON.stringify({
    ...{ id, createdDateTime, userPrincipalName: name, userId: '3f0c6b1e-0000-4000-8000-000000000001' },
    ...{ appDisplayName: 'Office', appId: '3f0c6b1e-0000-4000-8000-000000000002', ipAddress: '192.0.2.7' },
    status: { errorCode: 0 },
  });

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** Ids of the records that were read, and what is said of those that were not. */
async function intake(paths: readonly string[], stdin?: AsyncIterable<Uint8Array>) {
  const [read, rejected, notices]: string[][] = [[], [], []];
  for await (const raw of readPaths(paths, { ...(stdin && { stdin }), notice: (text) => notices?.push(text) })) {
    const one = 'reject' in raw ? raw : readRecord(raw.record, raw);
    if ('reading' in one) read?.push(one.reading.event.record);
    else {
      const { file, line, path = '', why } = one.reject;
      rejected?.push(`${file}:${line} ${path === '' ? '' : `[${path}] `}${why}`);
    }
  }
  return { read, rejected, notices };
}

const file = (name: string, content: string | Uint8Array) => intake([put(name, content)]);

/** Bytes in use beyond those there were at the start; asked again and again, the most there ever were. */
function memory(): () => number {
  const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external;
  const before = used();
  let peak = 0;
  return () => (peak = Math.max(peak, used() - before));
}

const MiB = 1024 * 1024;

describe('compressed', () => {
  const many = Array.from({ length: 5_000 }, (_, n) => signIn(`s-${n}-${Math.sin(n)}`)).join('\n');

  it('and cut off, it is read up to there', async () => {
    const whole = gzipSync(many);
    const { read, rejected } = await file('a.jsonl.gz', whole.subarray(0, whole.length / 2));
    expect(read?.length).toBeGreaterThan(1_000);
    expect(rejected).toEqual([
      `a.jsonl:${(read?.length ?? 0) + 1} the compressed file is cut off or damaged (unexpected end of file); what came before was read`,
    ]);
  });

  it('and followed by something else, it is read to its end', async () => {
    const { read, rejected } = await file(
      'a.jsonl.gz',
      Buffer.concat([gzipSync(`${signIn('s-1')}\n${signIn('s-2')}\n`), Buffer.from('trash')]),
    );
    expect(read).toEqual(['s-1', 's-2']);
    expect(rejected).toEqual([
      'a.jsonl:3 the compressed file is cut off or damaged (incorrect header check); what came before was read',
    ]);
  });

  it('and wrong in its sum, it is read to its end', async () => {
    const whole = gzipSync(`${many}\n`);
    whole.fill(0xff, whole.length - 8);
    const { read, rejected } = await file('a.jsonl.gz', whole);
    expect(read).toHaveLength(5_000);
    expect(rejected).toEqual([
      'a.jsonl:5001 the compressed file is cut off or damaged (incorrect data check); what came before was read',
    ]);
  });

  it('in several parts, or under a name that does not say so, it is read', async () => {
    const parts = Buffer.concat([gzipSync(`${signIn('s-1')}\n`), gzipSync(signIn('s-2'))]);
    expect(await file('a.jsonl', parts)).toMatchObject({ read: ['s-1', 's-2'], rejected: [] });
    expect(await file('b.jsonl.gz', signIn('s-1'))).toMatchObject({ read: ['s-1'], rejected: [] });
  });

  it('to a thousandth, it never lies unpacked in memory', async () => {
    const member = gzipSync(`{"time":"2026-01-05T03:12:09Z","n":"${' '.repeat(MiB)}"}\n`);
    async function* members(): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < 150; n++) yield await Promise.resolve(member);
    }
    const peak = memory();
    let count = 0;
    for await (const raw of readPaths(['-'], { stdin: members() })) {
      peak();
      if ('record' in raw) count += 1;
    }
    expect(count).toBe(150);
    expect(peak()).toBeLessThan(100 * MiB);
  });
});

describe('a line', () => {
  it('with two JSON objects is none of them: which of the two is whole, nobody can tell', async () => {
    const { read, rejected } = await file('a.jsonl', [signIn('s-1'), signIn('s-2') + signIn('s-3'), signIn('s-4')].join('\n'));
    expect(read).toEqual(['s-1', 's-4']);
    expect(rejected).toEqual(['a.jsonl:2 more than one JSON value where one was expected']);
  });

  it('of 200 MB is passed by, and never kept', async () => {
    const piece = Buffer.alloc(MiB, 'x');
    const peak = memory();
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`<34>Jan  5 03:12:09 gw-1 x\n${signIn('s-1')}\n{"n":"`);
      for (let n = 0; n < 200; n++) {
        yield await Promise.resolve(piece);
        peak();
      }
      yield Buffer.from(`"}\n${signIn('s-2')}\n`);
    }
    expect(await intake(['-'], pieces())).toEqual({
      read: ['-:1', 's-1', 's-2'],
      rejected: ['-:3 a line longer than 16 MiB'],
      notices: [],
    });
    expect(peak()).toBeLessThan(100 * MiB);
  });

  it('that breaks off, or is no record, is passed by', async () => {
    const lines = [
      signIn('s-1'),
      signIn('s-2').slice(0, 40),
      'hello',
      '42',
      '["x"]',
      `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      signIn('s-3'),
    ];
    const { read, rejected } = await file('a.jsonl', lines.join('\n'));
    expect(read).toEqual(['s-1', 's-3']);
    expect(rejected).toEqual([
      'a.jsonl:2 JSON that ends too early',
      'a.jsonl:3 not JSON',
      'a.jsonl:4 the record: expected a JSON object',
      'a.jsonl:5 the record: expected a JSON object',
      'a.jsonl:6 the record: nested deeper than 200 levels',
    ]);
  });
});

describe('an encoding', () => {
  it('that is not UTF-8 costs the records with letters in it, and no others', async () => {
    const lines = [signIn('s-1'), signIn('s-2', undefined, 'josé@contoso.test'), signIn('s-3')];
    const bytes = Buffer.from(lines.join('\n'), 'latin1');
    expect(await file('a.jsonl', bytes)).toMatchObject({ read: ['s-1', 's-3'], rejected: ['a.jsonl:2 not UTF-8 text'] });
    const list = Buffer.from(`[${lines.join(',\n')}]`, 'latin1');
    expect(await file('b.json', list)).toMatchObject({ read: ['s-1', 's-3'], rejected: ['b.json:2 not UTF-8 text'] });
    const csv = Buffer.from('Id,Name\n1,Ana\n2,José\n3,Bo\n', 'latin1');
    expect(await file('c.csv', csv)).toMatchObject({ read: ['c.csv:2', 'c.csv:4'], rejected: ['c.csv:3 not UTF-8 text'] });
  });

  it('of Windows is read, with its mark and its line ends', async () => {
    const text = `\uFEFF${signIn('s-1')}\r\n${signIn('s-2', undefined, 'josé@contoso.test')}\r\n`;
    expect(await file('a.jsonl', text)).toMatchObject({ read: ['s-1', 's-2'], rejected: [] });
    expect(await file('b.jsonl', Buffer.from(text, 'utf16le'))).toMatchObject({ read: ['s-1', 's-2'], rejected: [] });
    expect(await file('c.jsonl', text.replaceAll('\r\n', '\r'))).toMatchObject({ read: ['s-1', 's-2'], rejected: [] });
  });

  it('with NUL bytes costs the lines that hold them', async () => {
    const lines = [signIn('s-1'), '\0'.repeat(4_096), `${signIn('s-2').slice(0, 30)}\0`, signIn('s-3')];
    expect(await file('a.jsonl', lines.join('\n'))).toMatchObject({
      read: ['s-1', 's-3'],
      rejected: ['a.jsonl:2 NUL bytes where a record should be', 'a.jsonl:3 NUL bytes where a record should be'],
    });
  });
});

it('a time before or after all times is named with its path', async () => {
  const lines = [
    signIn('s-1', '1601-01-01T00:00:00Z'),
    signIn('s-2', '2100-01-01T00:00:00Z'),
    signIn('s-3', '2099-12-31T23:59:59Z'),
  ];
  const { read, rejected } = await file('a.jsonl', [...lines, signIn('s-4', 'soon')].join('\n'));
  expect(read).toEqual(['s-3']);
  expect(rejected).toEqual([
    'a.jsonl:1 [.createdDateTime] .createdDateTime: expected a time between 1990 and 2100, found 1601-01-01T00:00:00.000Z',
    'a.jsonl:2 [.createdDateTime] .createdDateTime: expected a time between 1990 and 2100, found 2100-01-01T00:00:00.000Z',
    'a.jsonl:4 [.createdDateTime] .createdDateTime: expected a time, found "soon"',
  ]);
});

it('ids that differ in case only are two records', async () => {
  const ids: string[] = [];
  for await (const raw of readPaths([put('a.jsonl', `${signIn('s-a')}\n${signIn('S-A')}\n`)])) {
    const one = 'reject' in raw ? raw : readRecord(raw.record, raw);
    if ('reading' in one) ids.push(one.reading.event.id);
  }
  expect(ids).toEqual(['entra-sign-in:s-a', 'entra-sign-in:S-A']);
});

it('a CSV with quotes that never close is read but for their rows', async () => {
  const rows = ['Id,Name', '1,Ana', '2,"Bo', '3,Cy', '4,"Di"', '5,"Ed, 7', '6,Flo'];
  expect(await file('a.csv', rows.join('\r\n'))).toMatchObject({
    read: ['a.csv:2', 'a.csv:4', 'a.csv:5', 'a.csv:7'],
    rejected: ['a.csv:3 a quote that never closes', 'a.csv:6 a quote that never closes'],
  });
});

it.each(['a.json', 'a.jsonl', 'a.log', 'a.csv', 'a.eml', 'a.jsonl.gz'])('an empty %s holds nothing', async (name) => {
  expect(await file(name, '')).toEqual({ read: [], rejected: [], notices: [] });
});

it('a picture under the name of a log is no record, line by line', async () => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);
  for (const name of ['a.json', 'a.jsonl', 'a.log', 'a.csv', 'a.eml']) {
    const { read, rejected } = await file(name, picture);
    expect(read).toEqual([]);
    expect(rejected?.[0]).toMatch(/^a\.\w+:1 /);
  }
});

it('a folder with pictures is read around them', async () => {
  put('a.jsonl', signIn('s-1'));
  put('b.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]));
  put('c.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  put('d.JPG.gz', gzipSync(Buffer.from([0xff, 0xd8])).subarray(0, 12));
  expect(await intake([folder])).toEqual({
    read: ['s-1'],
    rejected: [],
    notices: [`${folder}: passed over 3 files that are no telemetry (b.png, c.jpg, d.JPG.gz)`],
  });
});
