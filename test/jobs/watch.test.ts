// Files that grow, are rotated, cut, replaced, or come whole: every record once, under its file and line, over restarts.

import { appendFileSync, copyFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intake } from '../../src/jobs/intake/intake.ts';
import { watchFolders } from '../../src/jobs/intake/watch.ts';
import type { Watching } from '../../src/jobs/intake/watch.ts';
import type { RawRecord } from '../../src/tenant/telemetry.ts';
import { folder } from '../support/folder.ts';
import type { Folder } from '../support/folder.ts';

let files: Folder;
let home: Folder;
let now = 0;
const watchers: Watching[] = [];

beforeEach(() => {
  files = folder('watched');
  home = folder('watch-home');
  now = 1_000;
});
afterEach(async () => {
  for (const it of watchers.splice(0)) await it.stop();
  files.remove();
  home.remove();
});

/** `file:line value`, or `file:line ! why`. */
const shown = (raw: RawRecord): string =>
  'reject' in raw
    ? `${raw.reject.file}:${raw.reject.line} ! ${raw.reject.why}`
    : `${raw.file}:${raw.line} ${JSON.stringify(raw.record)}`;

/** An intake that remembers what it accepted; while `isBroken` it accepts nothing. */
function intake() {
  const accepted: string[] = [];
  const state = { accepted, isBroken: false };
  const it = {
    door() {
      const put: string[] = [];
      return {
        put: (raw: RawRecord) => Promise.resolve(void put.push(shown(raw))),
        flush() {
          if (state.isBroken) return Promise.reject(new Error('the disk is full'));
          accepted.push(...put.splice(0));
          return Promise.resolve({ accepted: accepted.length, rejected: 0, rejects: [] });
        },
      };
    },
  };
  return { state, intake: it as unknown as Intake };
}

function watcher(everyMs = 0) {
  const { state, intake: into } = intake();
  const watching = watchFolders({
    ...{ intake: into, home: home.path, folders: [files.path], log: pino({ level: 'silent' }), everyMs },
    clock: () => now,
  });
  watchers.push(watching);
  return {
    state,
    watching,
    /** What is new since the last look. */
    look: async (afterMs = 2_000): Promise<string[]> => {
      now += afterMs;
      await watching.look();
      return state.accepted.splice(0);
    },
    async restarted() {
      await watching.stop();
      return watcher();
    },
  };
}

const at = (name: string): string => join(files.path, name);
const write = (name: string, text: string): void => files.write({ [name]: text });
const append = (name: string, text: string): void => appendFileSync(at(name), text);

describe('a file of lines', () => {
  it('is followed as it grows', async () => {
    const { look } = watcher();
    write('a.jsonl', '{"n":1}\n{"n":2}\n');
    expect(await look()).toEqual(['a.jsonl:1 {"n":1}', 'a.jsonl:2 {"n":2}']);
    expect(await look()).toEqual([]);
    append('a.jsonl', '\n{"n":3}\n');
    expect(await look()).toEqual(['a.jsonl:4 {"n":3}']);
  });

  it('keeps its lines’ numbers over a restart, and reads none of them again', async () => {
    const first = watcher();
    write('sub/a.log', '{"n":1}\nnonsense\n{"n":2}\n{"n":');
    expect(await first.look()).toEqual(['sub/a.log:1 {"n":1}', 'sub/a.log:2 ! not JSON', 'sub/a.log:3 {"n":2}']);

    const second = await first.restarted();
    expect(await second.look()).toEqual([]);
    append('sub/a.log', '3}\n');
    expect(await second.look()).toEqual(['sub/a.log:4 {"n":3}']);
  });

  it('whose last line is not ended waits for its end', async () => {
    const { look } = watcher();
    write('a.jsonl', '{"n":1}\n{"te');
    expect(await look()).toEqual(['a.jsonl:1 {"n":1}']);
    append('a.jsonl', 'xt":"Zo');
    expect(await look(20_000)).toEqual([]);
    append('a.jsonl', 'ë"}');
    expect(await look(20_000)).toEqual([]);
    append('a.jsonl', '\n');
    expect(await look(20_000)).toEqual(['a.jsonl:2 {"text":"Zoë"}']);
  });

  it('whose last line gets no end for thirty seconds is read as it stands, and again when it does grow', async () => {
    const { look } = watcher();
    write('a.jsonl', '{"n":1}\n{"n":2}');
    expect(await look()).toEqual(['a.jsonl:1 {"n":1}']);
    expect(await look(20_000)).toEqual([]);
    expect(await look(11_000)).toEqual(['a.jsonl:2 {"n":2}']);
    expect(await look(60_000)).toEqual([]);
    append('a.jsonl', '\n{"n":3}\n');
    expect(await look()).toEqual(['a.jsonl:2 {"n":2}', 'a.jsonl:3 {"n":3}']);
  });

  it('that is renamed and begun anew is read to its end under its old name, and from the beginning under the new', async () => {
    const { look } = watcher();
    write('a.log', '{"n":1}\n');
    await look();
    append('a.log', '{"n":2}\n');
    renameSync(at('a.log'), at('a.log.1'));
    write('a.log', '{"n":3}\n');
    expect((await look()).sort()).toEqual(['a.log:1 {"n":3}', 'a.log:2 {"n":2}']);
    expect(await look()).toEqual([]);
  });

  it('that is renamed while nobody looks is not read twice', async () => {
    const first = watcher();
    write('a.log', '{"n":1}\n{"n":2}\n');
    await first.look();
    await first.watching.stop();
    append('a.log', '{"n":3}\n');
    renameSync(at('a.log'), at('b.log'));
    expect(await watcher().look()).toEqual(['a.log:3 {"n":3}']);
  });

  it('that is copied and cut is read on in the copy, and from the beginning in the cut one', async () => {
    const { look } = watcher();
    write('a.log', '{"n":1}\n');
    await look();
    append('a.log', '{"n":2}\n');
    copyFileSync(at('a.log'), at('a.log.1'));
    truncateSync(at('a.log'), 0);
    append('a.log', '{"n":3}\n');
    const all = [...(await look()), ...(await look()), ...(await look())];
    // The copy is another file: what was read of the first is read again there, and is the same records.
    expect(all).toContain('a.log.1:2 {"n":2}');
    expect(all).toContain('a.log:1 {"n":3}');
    expect(all).not.toContain('a.log:2 {"n":2}');
  });

  it('that is cut and has grown beyond where it was is read from the beginning', async () => {
    const { look } = watcher();
    write('a.log', '{"n":1}\n');
    await look();
    writeFileSync(at('a.log'), '{"n":2}\n{"n":3}\n');
    expect(await look()).toEqual(['a.log:1 {"n":2}', 'a.log:2 {"n":3}']);
  });

  it('that takes the inode of one that is gone goes by its own name', async () => {
    const { look } = watcher();
    write('old.jsonl', '{"n":1}\n');
    await look();
    rmSync(at('old.jsonl'));
    write('new.jsonl', '{"n":2}\n{"n":3}\n');
    expect(await look()).toEqual(['new.jsonl:1 {"n":2}', 'new.jsonl:2 {"n":3}']);
  });

  it('is read again from where it stood when it could not be accepted', async () => {
    const { look, state } = watcher();
    write('a.jsonl', '{"n":1}\n');
    await look();
    append('a.jsonl', '{"n":2}\n');
    state.isBroken = true;
    expect(await look()).toEqual([]);
    state.isBroken = false;
    append('a.jsonl', '{"n":3}\n');
    expect(await look()).toEqual(['a.jsonl:2 {"n":2}', 'a.jsonl:3 {"n":3}']);
  });

  it('of many megabytes comes whole, with a line of 17 MiB named and passed over', async () => {
    const { look } = watcher();
    const line = JSON.stringify({ text: 'x'.repeat(1_000) });
    write('a.jsonl', `${`${line}\n`.repeat(3_000)}{"text":"${'y'.repeat(17 * 1024 * 1024)}"}\n{"n":1}\n`);
    const found = await look();
    expect(found).toHaveLength(3_002);
    expect(found[3_000]).toMatch(/^a\.jsonl:3001 ! .*16 MiB/);
    expect(found[3_001]).toBe('a.jsonl:3002 {"n":1}');
  });

  it('in Zeek’s own format is understood after a restart too', async () => {
    const header = '#separator \\x09\n#path\tdns\n#fields\tts\tquery\n#types\ttime\tstring\n';
    const first = watcher();
    write('dns.log', `${header}1700000000.0\ta.example\n`);
    const [one = ''] = await first.look();
    expect(one).toMatch(/^dns\.log:5 .*a\.example/);
    const second = await first.restarted();
    append('dns.log', '1700000001.0\tb.example\n');
    const [two = ''] = await second.look();
    expect(two).toBe(one.replace('dns.log:5', 'dns.log:6').replace('a.example', 'b.example').replace('1700000000', '1700000001'));
  });
});

describe('any other file', () => {
  it('is read once it has stopped changing', async () => {
    const { look } = watcher();
    write('page.json', '{"value":[{"n":1},');
    expect(await look()).toEqual([]);
    append('page.json', '{"n":2}]}');
    expect(await look()).toEqual([]);
    expect(await look(1_000)).toEqual([]);
    expect(await look(1_000)).toEqual(['page.json:1 {"n":1}', 'page.json:2 {"n":2}']);
    expect(await look()).toEqual([]);
  });

  it('is read again when it was replaced, and not after a restart', async () => {
    const first = watcher();
    write('page.json', '[{"n":1}]');
    expect([...(await first.look()), ...(await first.look())]).toEqual(['page.json:1 {"n":1}']);
    const second = await first.restarted();
    expect([...(await second.look()), ...(await second.look())]).toEqual([]);
    write('page.json', '[{"n":1},{"n":2}]');
    expect([...(await second.look()), ...(await second.look())]).toEqual(['page.json:1 {"n":1}', 'page.json:2 {"n":2}']);
  });

  it('compressed goes by its name without .gz, and a picture is passed over', async () => {
    const { look } = watcher();
    writeFileSync(at('a.jsonl.gz'), gzipSync('{"n":1}\n{"n":2}'));
    writeFileSync(at('logo.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
    expect([...(await look()), ...(await look())]).toEqual(['a.jsonl:1 {"n":1}', 'a.jsonl:2 {"n":2}']);
  });
});

it('a second process stands by, and takes over when the first is gone', async () => {
  const first = watcher();
  write('a.jsonl', '{"n":1}\n');
  expect(await first.look()).toHaveLength(1);
  const second = watcher();
  append('a.jsonl', '{"n":2}\n');
  expect(await second.look()).toEqual([]);
  await first.watching.stop();
  expect(await second.look()).toEqual(['a.jsonl:2 {"n":2}']);
});

it('looks by itself, and soon after something was written', async () => {
  const { state } = watcher(60_000);
  await pause(300);
  write('a.jsonl', '{"n":1}\n');
  await expect.poll(() => state.accepted, { timeout: 10_000 }).toEqual(['a.jsonl:1 {"n":1}']);
});
