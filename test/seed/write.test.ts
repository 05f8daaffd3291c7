import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seedTenant, writeSeed, type SeedOptions, type TruthEntry } from '../../seed/seed.ts';
import { days } from '../../src/model/time.ts';

const home = mkdtempSync(join(tmpdir(), 'seed-'));
const small: SeedOptions = { seed: 'small', people: 24, days: 20 };

afterAll(() => rmSync(home, { recursive: true }));

const write = (name: string, options: SeedOptions) => writeSeed(join(home, name, 'records'), options);

/** One hash over every file of a written seed, the truth included. */
function hashOf(name: string): string {
  const records = join(home, name, 'records');
  const files = [
    ...readdirSync(records)
      .sort()
      .map((file) => join(records, file)),
    join(home, name, 'truth.json'),
  ];
  return createHash('sha256')
    .update(files.map((file) => readFileSync(file, 'utf8')).join('\n'))
    .digest('hex');
}

describe('a written seed', () => {
  it('is the same byte for byte for the same seed, and another for another', () => {
    write('one', small);
    write('again', small);
    write('other', { ...small, seed: 'another' });
    expect(hashOf('again')).toBe(hashOf('one'));
    expect(hashOf('other')).not.toBe(hashOf('one'));
  });

  it('holds what it says it holds, in lines and in a Graph page', () => {
    const { records } = write('counted', small);
    const read = (file: string) => readFileSync(join(home, 'counted/records', file), 'utf8');
    const lines = (file: string) =>
      read(file)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
    const page = JSON.parse(read('entra-sign-in.json')) as { '@odata.context': string; value: object[] };

    expect(lines('m365-audit.jsonl')).toHaveLength(records['m365-audit']);
    expect(lines('entra-audit.jsonl')).toHaveLength(records['entra-audit']);
    expect(page.value).toHaveLength(records['entra-sign-in']);
    expect(page['@odata.context']).toContain('auditLogs/signIns');
  });

  it('keeps the truth outside the records, and every truth names a record', () => {
    const summary = write('truth', small);
    expect(readdirSync(join(home, 'truth/records')).sort()).toEqual([
      'entra-audit.jsonl',
      'entra-sign-in.json',
      'm365-audit.jsonl',
    ]);

    const { truth } = JSON.parse(readFileSync(join(home, 'truth/truth.json'), 'utf8')) as { truth: TruthEntry[] };
    const ids = new Set([...seedTenant(small)].map(({ source, id }) => `${source} ${id}`));
    expect(truth).toHaveLength(summary.truths);
    expect(truth.filter(({ source, record }) => !ids.has(`${source} ${record}`))).toEqual([]);
  });

  it('may put the truth where it is told to', () => {
    writeSeed(join(home, 'apart/records'), { ...small, truthFile: join(home, 'apart/labels/answers.json') });
    expect(readdirSync(join(home, 'apart/labels'))).toEqual(['answers.json']);
  });
});

describe('a moved seed', () => {
  it('is the same seed so many days later', () => {
    const here = [...seedTenant(small)];
    const there = [...seedTenant({ ...small, shiftDays: 70 })];
    expect(there.map(({ id, at }) => `${id} ${at}`)).toEqual(here.map(({ id, at }) => `${id} ${at + days(70)}`));
  });
});

describe('a seed that cannot be', () => {
  it('says what is wrong', () => {
    expect(() => [...seedTenant({ seed: 'x', people: 3 })]).toThrow('people: at least 20');
    expect(() => [...seedTenant({ seed: 'x', days: 5 })]).toThrow('days: at least 18');
    expect(() => [...seedTenant({ seed: 'x', start: 1 })]).toThrow('start: a UTC midnight');
  });
});
