// Genuine records, read where they lie: nothing of them is kept here but counts.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../src/ingest/address.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Reading } from '../../src/ingest/read.ts';
import { resolve } from '../../src/ingest/identity.ts';
import type { Reject } from '../../src/ingest/source.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';

const DATA = '../shared/data';
const isThere = existsSync(DATA);
if (!isThere) console.log(`skipped: ${DATA} not present`);

async function readAll(path: string): Promise<{ readings: Reading[]; rejects: Reject[] }> {
  const readings: Reading[] = [];
  const rejects: Reject[] = [];
  for await (const raw of readPaths([path])) {
    const read = 'reject' in raw ? raw : readRecord(raw.record, raw);
    if ('reject' in read) rejects.push(read.reject);
    else readings.push(read.reading);
  }
  return { readings, rejects };
}

const counted = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(values)].sort().map((value) => [value, values.filter((it) => it === value).length]));

describe.skipIf(!isThere)('a genuine unified audit log', async () => {
  const { readings, rejects } = isThere ? await readAll(`${DATA}/invictus-o365`) : { readings: [], rejects: [] };
  const events = readings.map(({ event }) => event);

  it('is read to the last record', () => {
    expect(rejects).toEqual([]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3114);
    expect(counted(events.map(({ kind }) => kind))).toEqual({
      adminChange: 2498,
      fileAccess: 82,
      mailAccess: 170,
      mailItem: 31,
      mailboxRule: 3,
      other: 61,
      signIn: 269,
    });
  });

  it('has every address in one form', () => {
    const written = readings.flatMap(({ raw }) => {
      const record = JSON.parse(raw) as Record<string, unknown>;
      return ['ClientIP', 'ClientIPAddress', 'ActorIpAddress'].flatMap((name) =>
        typeof record[name] === 'string' ? [record[name]] : [],
      );
    });
    expect(written.filter((text) => text !== '' && canonicalAddress(text) === undefined)).toEqual([]);
    expect(events.flatMap(({ address }) => address ?? []).filter((address) => canonicalAddress(address) !== address)).toEqual([]);
  });

  it('tells interrupts from failures', () => {
    const outcomes = events.flatMap((event) => (event.kind === 'signIn' ? [`${event.code} ${event.outcome}`] : []));
    expect(counted(outcomes)).toEqual({
      '0 success': 162,
      '1000000 failure': 3,
      '50011 failure': 12,
      '50058 interrupt': 7,
      '50072 interrupt': 13,
      '50126 failure': 60,
      '50140 interrupt': 9,
      '65001 interrupt': 3,
    });
  });

  it('knows each person once, and the system as no person', () => {
    const identities = resolve(readings.flatMap(({ names }) => names));
    expect(new Set(identities.values()).size).toBe(17);
    expect(events.filter(({ actorKind, operation }) => actorKind === 'service' && operation === 'Set-MailboxPlan')).toHaveLength(
      783,
    );
  });

  it('has its three rules, two of them named by a full stop', () => {
    expect(events.flatMap((event) => (event.kind === 'mailboxRule' ? [`${event.scope} ${event.name}`] : []))).toEqual([
      'inbox .',
      'transport .',
      'inbox Move meetings to junk folder',
    ]);
  });
});

describe.skipIf(!isThere)('vendors’ samples of Microsoft records', () => {
  it('are read without a reject', () => {
    const samples = readFileSync(`${DATA}/sekoia-intake-tests/m365_entra_azure.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const kinds = samples.flatMap((line, index) => {
      const { format, input } = JSON.parse(line) as { format: string; input: { message: string } };
      if (!input.message.startsWith('{') || !/o365|graphapi/.test(format)) return [];
      const read = readRecord(JSON.parse(input.message), { file: 'samples.jsonl', line: index + 1 });
      return 'reject' in read
        ? [`${read.reject.line}: ${read.reject.why}`]
        : [`${read.reading.event.source} ${read.reading.event.kind}`];
    });
    expect(counted(kinds)).toEqual({
      'entra-audit adminChange': 78,
      'entra-sign-in signIn': 1,
      'm365-audit adminChange': 18,
      'm365-audit fileAccess': 6,
      'm365-audit mailAccess': 3,
      'm365-audit mailItem': 8,
      'm365-audit mailboxRule': 4,
      'm365-audit other': 28,
      'm365-audit signIn': 6,
    });
  });
});
