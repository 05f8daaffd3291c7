import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { familiesNamed } from '../../seed/kinds.ts';
import { writeSeed } from '../../seed/out/folder.ts';
import type { TruthFile } from '../../seed/out/truth.ts';
import { families } from '../../seed/programmes/families.ts';
import { cloudLogsOnly, seedTenant, type SeedOptions } from '../../seed/seed.ts';
import { days } from '../../src/model/time.ts';

const home = mkdtempSync(join(tmpdir(), 'seed-'));
const small: SeedOptions = { seed: 'small', people: 24, days: 20 };
/** Every source, every family, and what services do to their own logs. */
const whole: SeedOptions = {
  ...{ seed: 'whole', people: 40, days: 30, programmes: familiesNamed(['all']), faults: true },
  telemetry: { wholeMessages: 0.1 },
};

afterAll(() => rmSync(home, { recursive: true }));

const write = (name: string, options: SeedOptions) => writeSeed(join(home, name, 'records'), options);
const one = write('one', whole);

const truthOf = (name: string) => JSON.parse(readFileSync(join(home, name, 'truth.json'), 'utf8')) as TruthFile;

/** One hash over every file of a written seed, the truth included. */
function hashOf(name: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(join(home, name), { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(home, name, file);
    if (statSync(path).isFile()) hash.update(file).update(readFileSync(path));
  }
  return hash.digest('hex');
}

const linesOf = (name: string, file: string): string[] =>
  readFileSync(join(home, name, 'records', file), 'utf8')
    .trimEnd()
    .split('\n');

describe('a written seed', () => {
  it('is the same byte for byte for the same seed, and another for another', () => {
    write('again', whole);
    write('other', { ...whole, seed: 'another' });
    expect(hashOf('again')).toBe(hashOf('one'));
    expect(hashOf('other')).not.toBe(hashOf('one'));
  });

  it('holds what it says it holds: lines, a Graph page, one file a message', () => {
    const { records, files } = one;
    const page = JSON.parse(readFileSync(join(home, 'one/records/entra-sign-in.json'), 'utf8')) as {
      '@odata.context': string;
      value: object[];
    };
    const messages = readdirSync(join(home, 'one/records/messages'), { recursive: true, encoding: 'utf8' });
    const kept = messages.filter((name) => name.endsWith('.eml')).length;

    expect(page.value).toHaveLength(records['entra-sign-in']);
    expect(page['@odata.context']).toContain('auditLogs/signIns');
    for (const [file, count] of [
      ['m365-audit', records['m365-audit']],
      ['entra-audit', records['entra-audit']],
      ['security-alert', records['security-alert']],
      ['network', records.network],
      ['message-trace', records.email - kept],
    ] as const) {
      expect(count).toBeGreaterThan(0);
      expect(linesOf('one', `${file}.jsonl`)).toHaveLength(count);
    }
    expect(kept).toBeGreaterThan(0);
    expect(files).toBe(6 + kept);
  });

  it('says some records twice and none never, when services fail as they do', () => {
    write('faultless', { ...whole, faults: false });
    const log = 'm365-audit.jsonl';
    const [faulty, faultless] = [linesOf('one', log), linesOf('faultless', log)];
    expect(faulty.length).toBeGreaterThan(faultless.length);
    expect(new Set(faulty)).toEqual(new Set(faultless));
    expect(faultless.length).toBe(new Set(faultless).size);
  });

  it('keeps the truth outside the records, and every truth names a record', () => {
    const { truth, programmes, oddities, tenant } = truthOf('one');
    const ids = new Set([...seedTenant(whole)].map(({ source, id }) => `${source} ${id}`));
    expect(readdirSync(join(home, 'one/records')).some((name) => name.includes('truth'))).toBe(false);
    expect(truth).toHaveLength(one.truths);
    expect(truth.filter(({ source, record }) => !ids.has(`${source} ${record}`))).toEqual([]);
    expect(tenant.people).toBe(40);
    expect(oddities.length).toBeGreaterThan(10);

    const told = new Set(truth.map(({ programme }) => programme));
    expect(programmes.filter(({ id }) => !told.has(id))).toEqual([]);
    expect(programmes.length).toBeGreaterThan(families.length * 0.8);
  });

  it('may put the truth where it is told to', () => {
    writeSeed(join(home, 'apart/records'), { ...small, truthFile: join(home, 'apart/labels/answers.json') });
    expect(readdirSync(join(home, 'apart/labels'))).toEqual(['answers.json']);
  });

  it('tells both stories and keeps the three cloud logs when that is all that is asked for', () => {
    write('plain', { ...small, telemetry: cloudLogsOnly });
    expect(readdirSync(join(home, 'plain/records')).sort()).toEqual([
      'entra-audit.jsonl',
      'entra-sign-in.json',
      'm365-audit.jsonl',
    ]);
    expect(truthOf('plain').programmes.map(({ id }) => id)).toEqual(['low-and-slow-mfa-takeover', 'phone-swap-shared-mailboxes']);
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
    expect(() => [...seedTenant({ seed: 'x', people: 3 })]).toThrow('people: 20 to 10000');
    expect(() => [...seedTenant({ seed: 'x', people: 20_000 })]).toThrow('people: 20 to 10000');
    expect(() => [...seedTenant({ seed: 'x', days: 5 })]).toThrow('days: at least 18');
    expect(() => [...seedTenant({ seed: 'x', days: 5, programmes: familiesNamed(['all']) })]).toThrow('days: at least');
    expect(() => [...seedTenant({ seed: 'x', start: 1 })]).toThrow('start: a UTC midnight');
    expect(() => familiesNamed(['sim-swap', 'no-such'])).toThrow('programmes: there is no "no-such"');
  });
});
