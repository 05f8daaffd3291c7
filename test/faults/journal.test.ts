// What the journal does when a disk or a process fails it: torn ends, flipped bytes, a lost checkpoint, a full disk.

import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adopt, discard, JournalError, openJournal } from '../../src/jobs/intake/journal.ts';
import type { Journal, Position, Segment } from '../../src/jobs/intake/journal.ts';
import type { Entry } from '../../src/jobs/intake/entry.ts';
import { encoded, HEADER_BYTES } from '../../src/jobs/intake/entry.ts';
import { folder } from '../support/folder.ts';
import type { Folder } from '../support/folder.ts';

let home: Folder;
beforeEach(() => {
  home = folder('journal');
});
afterEach(() => home.remove());

const entry = (n: number, more: Partial<Entry> = {}): Entry => ({
  file: 'a.jsonl',
  line: n,
  arrivedAt: 1_700_000_000_000 + n,
  raw: JSON.stringify({ n, text: 'Zoë \u2028 请款单' }),
  ...more,
});
const entries = (count: number): Entry[] => Array.from({ length: count }, (_, n) => entry(n + 1));
const inJournal = (): string[] => readdirSync(join(home.path, 'journal'));
const segments = (): string[] =>
  inJournal()
    .filter((name) => name.endsWith('.journal'))
    .map((name) => join(home.path, 'journal', name));
const only = (): string => segments()[0] ?? '';

/** Written and never settled, by a process that is no more. */
async function left(groups: readonly (readonly Entry[])[], options: { rotateAt?: number; settled?: number } = {}): Promise<void> {
  const journal = openJournal({ home: home.path, ...(options.rotateAt === undefined ? {} : { rotateAt: options.rotateAt }) });
  let count = 0;
  for (const group of groups)
    await journal.append(group, false, (end) => {
      count += group.length;
      if (count === options.settled) journal.settled(end);
    });
  await journal.close();
}

interface Adopted {
  readonly taken: readonly Entry[];
  readonly damaged: readonly string[];
  readonly warnings: readonly string[];
}

async function adopted(): Promise<Adopted> {
  const found = { taken: [] as Entry[], damaged: [] as string[], warnings: [] as string[] };
  const log = pino(
    { level: 'warn' },
    { write: (line: string) => void found.warnings.push((JSON.parse(line) as { msg: string }).msg) },
  );
  await adopt(home.path, log, {
    take: (some) => Promise.resolve(void found.taken.push(...some)),
    damaged: (_, why) => void found.damaged.push(why),
  });
  return found;
}

describe('what a process leaves', () => {
  it('is taken up as it was written, once', async () => {
    const all = [entry(1), entry(2, { source: 'm365-audit' }), entry(3, { raw: '"' + 'x'.repeat(100_000) + '"' })];
    await left([all.slice(0, 1), all.slice(1)]);

    expect((await adopted()).taken).toEqual(all);
    expect(segments()).toEqual([]);
    expect((await adopted()).taken).toEqual([]);
  });

  it('begins where the graph had got to', async () => {
    await left([entries(2), [entry(3)]], { settled: 2 });
    expect((await adopted()).taken).toEqual([entry(3)]);
  });

  it('is nothing when all of it was in the graph', async () => {
    await left([entries(2)], { settled: 2 });
    expect(inJournal()).toEqual([]);
  });

  it('is taken up from the beginning when the checkpoint is lost or broken', async () => {
    for (const spoil of [(path: string) => rmSync(path), (path: string) => writeFileSync(path, '{"segm')]) {
      await left([entries(2), [entry(3)]], { settled: 2 });
      spoil(join(home.path, 'journal', inJournal().find((name) => name.endsWith('.checkpoint')) ?? ''));
      expect((await adopted()).taken).toEqual(entries(3));
    }
  });

  it('comes in order out of as many segments as there are; those in the graph are gone', async () => {
    await left(
      entries(40).map((one) => [one]),
      { rotateAt: 500, settled: 20 },
    );
    const names = segments();
    expect(names.length).toBeGreaterThan(3);

    expect((await adopted()).taken).toEqual(entries(40).slice(20));
    expect(inJournal()).toEqual([]);
  });

  it('stays where it is while whoever takes it up fails, and while its writer lives', async () => {
    const journal = openJournal({ home: home.path });
    await journal.append([entry(1)], true);
    expect((await adopted()).taken).toEqual([]);
    await journal.close();

    const log = pino({ level: 'silent' });
    const failing = adopt(home.path, log, { take: () => Promise.reject(new Error('away')), damaged: () => undefined });
    await expect(failing).rejects.toThrow('away');
    expect((await adopted()).taken).toEqual([entry(1)]);
  });

  it('is forgotten when the graph is emptied', async () => {
    await left([entries(3)]);
    discard(home.path);
    expect((await adopted()).taken).toEqual([]);
  });
});

describe('a damaged segment', () => {
  it('whose last write was torn off is read up to there, and the rest is kept aside', async () => {
    const whole = HEADER_BYTES + encoded(entry(1)).length;
    for (const cut of [1, 11, 12, 13, 40]) {
      await left([entries(2)]);
      truncateSync(only(), whole + cut);
      const { taken, warnings, damaged } = await adopted();
      expect([taken, damaged]).toEqual([[entry(1)], []]);
      expect(warnings).toEqual(['the journal is torn; what was there is kept aside']);
    }
    const aside = readdirSync(join(home.path, 'journal', 'damaged'));
    expect(aside).toHaveLength(5);
  });

  it('with any one byte of an entry flipped loses that entry and no other, and says so', async () => {
    const length = encoded(entry(2)).length;
    const start = HEADER_BYTES + encoded(entry(1)).length;
    for (let at = 0; at < length; at += 7) {
      await left([entries(4)]);
      const bytes = readFileSync(only());
      bytes.writeUInt8(bytes.readUInt8(start + at) ^ 0x10, start + at);
      writeFileSync(only(), bytes);
      const { taken, damaged } = await adopted();
      expect(taken, `byte ${at}`).toEqual([entry(1), entry(3), entry(4)]);
      expect(damaged).toEqual(['an entry of the journal is damaged: its checksum does not hold']);
    }
  });

  it('without its header is still read', async () => {
    await left([entries(2)]);
    const bytes = readFileSync(only());
    writeFileSync(only(), bytes.fill(0, 0, HEADER_BYTES));
    expect((await adopted()).taken).toEqual(entries(2));
  });

  it('that was only just begun is no trouble', async () => {
    await left([entries(1)]);
    truncateSync(only(), 0);
    expect(await adopted()).toMatchObject({ taken: [], warnings: [] });
    expect(segments()).toEqual([]);
  });

  it('of a newer Skein stays where it is', async () => {
    await left([entries(1)]);
    const bytes = readFileSync(only());
    const { crc32 } = await import('node:zlib');
    bytes.writeUInt32BE(2, 8);
    bytes.writeUInt32BE(crc32(bytes.subarray(0, 12)), 12);
    writeFileSync(only(), bytes);
    expect((await adopted()).taken).toEqual([]);
    expect(existsSync(only())).toBe(true);
  });
});

describe('writing', () => {
  /** A disk with room for so many bytes, that counts how often it is asked to be certain. */
  function disk(roomFor: number) {
    const it = { room: roomFor, syncs: 0, held: [] as Buffer[] };
    const open = (): Promise<Segment> => {
      let bytes = Buffer.alloc(0);
      return Promise.resolve({
        write(more: Buffer, position: number) {
          const fits = more.subarray(0, Math.max(0, it.room - position));
          bytes = Buffer.concat([bytes.subarray(0, position), fits]);
          it.held = [bytes];
          return fits.length === more.length
            ? Promise.resolve()
            : Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
        },
        truncate(length: number) {
          bytes = bytes.subarray(0, length);
          it.held = [bytes];
          return Promise.resolve();
        },
        sync() {
          it.syncs += 1;
          return new Promise<void>((resolve) => setTimeout(resolve, 5));
        },
        close: () => Promise.resolve(),
      });
    };
    return { it, open };
  }

  const written = async (journal: Journal, count: number, durable: boolean): Promise<Position[]> => {
    const ends: Position[] = [];
    await Promise.all(entries(count).map((one) => journal.append([one], durable, (end) => ends.push(end))));
    return ends;
  };

  it('is certain once for all who wait at a time', async () => {
    const { it: state, open } = disk(Infinity);
    const journal = openJournal({ home: home.path, disk: open });
    const ends = await written(journal, 100, true);
    await journal.close();

    expect(state.syncs).toBeLessThanOrEqual(3);
    expect(ends).toHaveLength(100);
    expect(ends.map(({ offset }) => offset)).toEqual([...ends.map(({ offset }) => offset)].sort((a, b) => a - b));
  });

  it('does not ask for certainty that nobody wants', async () => {
    const { it: state, open } = disk(Infinity);
    const journal = openJournal({ home: home.path, disk: open });
    await written(journal, 100, false);
    expect(state.syncs).toBe(0);
    await journal.close();
  });

  it('on a full disk accepts nothing, says what to do, takes back the half it wrote, and goes on when there is room', async () => {
    const { it: state, open } = disk(HEADER_BYTES + encoded(entry(1)).length + 20);
    const journal = openJournal({ home: home.path, disk: open });
    await journal.append([entry(1)], true);
    const refused = journal.append([entry(2)], true);
    await expect(refused).rejects.toThrow(JournalError);
    await expect(refused).rejects.toThrow(/its disk is full: free some space, or set SKEIN_HOME/);
    expect(state.held[0]?.length).toBe(HEADER_BYTES + encoded(entry(1)).length);

    state.room = Infinity;
    await journal.append([entry(3)], true);
    expect(state.held[0]?.subarray(HEADER_BYTES)).toEqual(Buffer.concat([encoded(entry(1)), encoded(entry(3))]));
    await journal.close();
  });
});
