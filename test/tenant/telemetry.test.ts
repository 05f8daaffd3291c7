import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PathError, readPaths } from '../../src/tenant/telemetry.ts';
import type { RawRecord, ReadPathsOptions } from '../../src/tenant/telemetry.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skein-telemetry-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function all(paths: readonly string[], options: ReadPathsOptions = {}): Promise<RawRecord[]> {
  const found: RawRecord[] = [];
  for await (const record of readPaths(paths, options)) found.push(record);
  return found;
}

/** `file:line value` for a record, `file:line why` for a reject. */
const shown = (raw: RawRecord): string =>
  'reject' in raw
    ? `${raw.reject.file}:${raw.reject.line} ! ${raw.reject.why}`
    : `${raw.file}:${raw.line} ${JSON.stringify(raw.record)}`;

const read = async (name: string, content: string | Uint8Array): Promise<string[]> =>
  (await all([put(name, content)])).map(shown);

/** Lines that do not compress well, so that they fill several pieces. */
const noise = Array.from({ length: 8_000 }, (_, n) => JSON.stringify({ n, noise: Math.sin(n) }));

describe('a file of lines', () => {
  it.each(['a.jsonl', 'a.ndjson', 'a.log', 'a.json', 'a.JSONL'])('%s', async (name) => {
    expect(await read(name, '{"n":1}\n{"n":2}\n')).toEqual([`${name}:1 {"n":1}`, `${name}:2 {"n":2}`]);
  });

  it('compressed goes by its name without .gz', async () => {
    expect(await read('a.jsonl.gz', gzipSync('{"n":1}\n{"n":2}'))).toEqual(['a.jsonl:1 {"n":1}', 'a.jsonl:2 {"n":2}']);
    const twice = Buffer.concat([gzipSync('{"n":1}\n'), gzipSync('{"n":2}\n')]);
    expect(await read('b.json.gz', twice)).toEqual(['b.json:1 {"n":1}', 'b.json:2 {"n":2}']);
    expect(await read('c.jsonl.gz', '{"n":1}')).toEqual(['c.jsonl:1 {"n":1}']);
  });

  it('counts the lines there are, blank ones and Windows ones included', async () => {
    expect(await read('a.jsonl', '\uFEFF{"n":1}\r\n\r\n   \n{"n":2}')).toEqual(['a.jsonl:1 {"n":1}', 'a.jsonl:4 {"n":2}']);
    expect(await read('b.json', '\n{"n":1}\n\n{"n":2}\n')).toEqual(['b.json:2 {"n":1}', 'b.json:4 {"n":2}']);
    expect(await read('empty.jsonl', '')).toEqual([]);
    expect(await read('blank.json', '\n\n')).toEqual([]);
  });

  it('goes on after a line that is no record', async () => {
    const lines = ['{"n":1}', '{"n":2}{"n":3}', '{"n":', 'no json', '\0\0\0', '{"n":"a\u0001b"}', '{"n":4}'];
    expect(await read('a.jsonl', lines.join('\n'))).toEqual([
      'a.jsonl:1 {"n":1}',
      'a.jsonl:2 ! more than one JSON value where one was expected',
      'a.jsonl:3 ! JSON that ends too early',
      'a.jsonl:4 ! not JSON',
      'a.jsonl:5 ! NUL bytes where a record should be',
      'a.jsonl:6 ! not JSON from character 8 on',
      'a.jsonl:7 {"n":4}',
    ]);
  });

  it('is read when its first line is broken and it ends in .json', async () => {
    expect(await read('a.json', '{"n":\n{"n":2}\n')).toEqual(['a.json:1 ! JSON that ends too early', 'a.json:2 {"n":2}']);
  });

  it('is read as PowerShell writes it, and with broken letters', async () => {
    expect(await read('a.jsonl', Buffer.from('\uFEFF{"n":"é"}\r\n', 'utf16le'))).toEqual(['a.jsonl:1 {"n":"é"}']);
    expect(await read('b.jsonl', Buffer.from('{"n":"\xe9"}\n', 'latin1'))).toEqual(['b.jsonl:1 {"n":"\uFFFD"}']);
  });

  it('may hold a letter that falls between two pieces', async () => {
    const [start, rest] = [Buffer.from('{"n":"é"}').subarray(0, 7), Buffer.from('{"n":"é"}').subarray(7)];
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield start;
      await Promise.resolve();
      yield rest;
    }
    expect((await all(['-'], { stdin: pieces() })).map(shown)).toEqual(['-:1 {"n":"é"}']);
  });

  it('keeps no line that is too long to be a record', async () => {
    const long = `{"n":"${'x'.repeat(16 * 1024 * 1024)}"}`;
    for (const name of ['a.jsonl', 'a.json']) {
      expect(await read(name, `{"n":1}\n${long}\n{"n":2}\n`)).toEqual([
        `${name}:1 {"n":1}`,
        `${name}:2 ! a line longer than 16 MiB`,
        `${name}:3 {"n":2}`,
      ]);
    }
  });

  it('cut off in its compression is read as far as it goes', async () => {
    const whole = gzipSync(noise.join('\n'));
    for (const name of ['a.jsonl.gz', 'a.json.gz']) {
      const found = await all([put(name, whole.subarray(0, Math.floor(whole.length / 2)))]);
      expect(found.length).toBeGreaterThan(1_000);
      expect(found.slice(0, -1).every((raw) => 'record' in raw)).toBe(true);
      expect(shown(found.at(-1) as RawRecord)).toBe(
        `${name.slice(0, -3)}:${found.length} ! the compressed file is cut off or damaged (unexpected end of file); what came before was read`,
      );
    }
  });

  it('damaged in its compression is read as far as it is good', async () => {
    const whole = gzipSync(noise.join('\n'));
    whole.fill(0xff, whole.length - 8);
    const found = await all([put('a.jsonl.gz', whole)]);
    expect(found.length).toBeGreaterThan(1_000);
    expect(shown(found.at(-1) as RawRecord)).toContain('the compressed file is cut off or damaged (incorrect data check)');
  });
});

describe('a document', () => {
  it('is one record, indented or not', async () => {
    expect(await read('a.json', '{\n  "n": 1\n}\n')).toEqual(['a.json:1 {"n":1}']);
    expect(await read('b.json', '\n{"n":1}')).toEqual(['b.json:2 {"n":1}'].map(() => 'b.json:1 {"n":1}'));
  });

  it('may be a list, a page of Graph or a batch of Azure Monitor, its records counted from one', async () => {
    const expected = (name: string): string[] => [`${name}:1 {"n":1}`, `${name}:2 {"n":2}`];
    expect(await read('a.json', '[{"n":1},{"n":2}]')).toEqual(expected('a.json'));
    expect(await read('b.json', '[\n{"n":1},\n\n{"n":2}\n]')).toEqual(expected('b.json'));
    expect(await read('c.json', '{"@odata.context":"x","@odata.nextLink":"y","value":[{"n":1},{"n":2}]}')).toEqual(
      expected('c.json'),
    );
    expect(await read('d.json', '{"records":[{"n":1},{"n":2}]}')).toEqual(expected('d.json'));
    expect(await read('e.json', '{"id":"x","value":[1,2]}')).toEqual(['e.json:1 {"id":"x","value":[1,2]}']);
    expect(await read('f.json', '[]')).toEqual([]);
  });

  it('on each line of many counts by the line', async () => {
    expect(await read('a.jsonl', '{"value":[{"n":1},{"n":2}]}\n[{"n":3}]\n')).toEqual([
      'a.jsonl:1 {"n":1}',
      'a.jsonl:1 {"n":2}',
      'a.jsonl:2 {"n":3}',
    ]);
    expect(await read('a.json', '[{"n":1}]\n[{"n":2}]\n')).toEqual(['a.json:1 {"n":1}', 'a.json:2 {"n":2}']);
  });

  it('that is broken is one reject', async () => {
    expect(await read('a.json', '{\n  "n": 1,\n  "m": [\n    2\n')).toEqual(['a.json:1 ! JSON that ends too early']);
  });
});

describe('a folder', () => {
  it('is read in the order of its names, with what is below it', async () => {
    for (const name of ['b.jsonl', 'a.json', 'sub/c.ndjson.gz', 'sub/deeper/d.log', 'A.jsonl']) put(name, '{"n":1}');
    symlinkSync(folder, join(folder, 'sub', 'loop'));
    const files = (await all([folder])).map((raw) => ('file' in raw ? raw.file : '?'));
    expect(files).toEqual(['A.jsonl', 'a.json', 'b.jsonl', 'sub/c.ndjson', 'sub/deeper/d.log']);
  });

  it('says once what it passed over', async () => {
    for (const name of ['a.jsonl', 'readme.md', 'picture.png', 'x/labels.txt', 'z']) put(name, '{"n":1}');
    const notices: string[] = [];
    expect(await all([folder], { notice: (text) => notices.push(text) })).toHaveLength(1);
    expect(notices).toEqual([`${folder}: passed over 4 files that are no telemetry (picture.png, readme.md, x/labels.txt, …)`]);
  });
});

describe('a path that cannot be used', () => {
  it('is named, before anything is read', async () => {
    const good = put('a.jsonl', '{"n":1}');
    const missing = join(folder, 'nowhere.jsonl');
    await expect(readPaths([good, missing]).next()).rejects.toThrow(new PathError(missing, 'does not exist'));
    await expect(readPaths([put('a.docx', '')]).next()).rejects.toThrow(
      'a.docx: cannot be read: it ends in none of .json, .jsonl, .ndjson, .log',
    );
  });
});
