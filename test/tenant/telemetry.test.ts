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

  it('is read as PowerShell writes it', async () => {
    expect(await read('a.jsonl', Buffer.from('\uFEFF{"n":"é"}\r\n', 'utf16le'))).toEqual(['a.jsonl:1 {"n":"é"}']);
    expect(await read('b.jsonl', Buffer.from('\uFEFF{"n":"é"}', 'utf16le').swap16())).toEqual(['b.jsonl:1 {"n":"é"}']);
    expect(await read('c.jsonl', Buffer.from('{"n":"é"}', 'utf16le'))).toEqual(['c.jsonl:1 {"n":"é"}']);
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

describe('other formats', () => {
  const ZEEK = [String.raw`#separator \x09`, '#path\tdns', '#fields\tts\tquery', '#types\ttime\tstring'].join('\n');
  const MAIL = 'From: ana@contoso.test\r\nSubject: Budget\r\n\r\ntext';

  it('of tables', async () => {
    expect(await read('a.csv', '\uFEFFid,name\r\n1,Ana\r\n')).toEqual(['a.csv:2 {"id":"1","name":"Ana"}']);
    expect(await read('a.tsv.gz', gzipSync('id\tname\n1\tAna'))).toEqual(['a.tsv:2 {"id":"1","name":"Ana"}']);
  });

  it('of mail, one message a file', async () => {
    const [raw, ...more] = await all([put('a.eml.gz', gzipSync(MAIL))]);
    expect(more).toEqual([]);
    expect(raw).toMatchObject({ file: 'a.eml', line: 1, record: { rfc822: { subject: 'Budget', size: 47 } } });
    expect(await read('b.eml', 'text')).toEqual(['b.eml:1 ! no message: there is no header where the first one should be']);
    expect(await read('c.eml', '')).toEqual([]);
  });

  it('of logs, each line judged by itself', async () => {
    const lines = [
      ...['{"n":1}', '<34>Jan  5 03:12:09 gw-1 su: failed', '', 'nothing', '{"n":', ZEEK, '1.5\tcontoso.test', '2.5', '{"n":2}'],
      ...['#close\t2026', '1.5\tcontoso.test', '2026-01-05T03:12:09Z gw-1 up \xe9'],
    ];
    expect(await read('a.log', Buffer.from(lines.join('\r\n'), 'latin1'))).toEqual([
      'a.log:1 {"n":1}',
      'a.log:2 {"message":"<34>Jan  5 03:12:09 gw-1 su: failed"}',
      'a.log:4 ! not JSON',
      'a.log:5 ! JSON that ends too early',
      'a.log:10 {"_path":"dns","ts":1.5,"query":"contoso.test"}',
      'a.log:11 ! 1 values under 2 fields',
      'a.log:12 {"n":2}',
      'a.log:14 ! more than one JSON value where one was expected',
      'a.log:15 {"message":"2026-01-05T03:12:09Z gw-1 up \uFFFD"}',
    ]);
  });

  it('on standard input, told by how it begins', async () => {
    const stdin = async (text: string): Promise<string[]> => {
      async function* pieces(): AsyncGenerator<Uint8Array> {
        yield await Promise.resolve(Buffer.from(text));
      }
      return (await all(['-'], { stdin: pieces() })).map(shown);
    };
    expect(await stdin('')).toEqual([]);
    expect(await stdin('[{"n":1},{"n":2}]')).toEqual(['-:1 {"n":1}', '-:2 {"n":2}']);
    expect(await stdin(`${ZEEK}\n1.5\tcontoso.test\n`)).toEqual(['-:5 {"_path":"dns","ts":1.5,"query":"contoso.test"}']);
    expect(await stdin('<34>Jan  5 03:12:09 gw-1 x\n')).toEqual(['-:1 {"message":"<34>Jan  5 03:12:09 gw-1 x"}']);
    expect(await stdin('a,b,c\n1,2,3\n')).toEqual(['-:2 {"a":"1","b":"2","c":"3"}']);
    expect((await stdin(MAIL))[0]).toContain('"subject":"Budget"');
    expect(await stdin('nothing\n')).toEqual(['-:1 ! not JSON']);
  });

  it('in a folder under other names, when they plainly are telemetry', async () => {
    put('conn.log.labeled', `${ZEEK}\n1.5\tcontoso.test\n`);
    put('auth.log.1', '<34>Jan  5 03:12:09 gw-1 x\n');
    put('audit.jsonl.2026-01-05.gz', gzipSync('{"n":1}\n'));
    put('flows.binetflow', 'StartTime,Dur,Proto\n2026/01/05 03:12:09,0.1,tcp\n');
    put('flows.txt', 'StartTime\tDur\tProto\n2026/01/05 03:12:09\t0.1\ttcp\n');
    for (const name of ['notes.txt', 'README', 'a.md']) put(name, 'Dear Bo, it is late, so good night\nAna\n');
    put('b.md', 'a,b,c\n1,2,3\n');
    const notices: string[] = [];
    const found = await all([folder], { notice: (text) => notices.push(text) });
    expect(found.map((raw) => ('file' in raw ? `${raw.file}:${raw.line}` : shown(raw)))).toEqual([
      'audit.jsonl.2026-01-05:1',
      'auth.log.1:1',
      'conn.log.labeled:5',
      'flows.binetflow:2',
      'flows.txt:2',
    ]);
    expect(notices).toEqual([`${folder}: passed over 4 files that are no telemetry (README, a.md, b.md, …)`]);
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
      'a.docx: cannot be read: it ends in none of .json, .jsonl, .ndjson, .log, .csv, .tsv, .eml, with or without .gz',
    );
  });
});
