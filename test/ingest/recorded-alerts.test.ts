// Genuine alerts in the wrappings their readers met them in: nothing of them is kept here but counts.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/ingest/read.ts';
import type { Reading } from '../../src/ingest/read.ts';
import type { EventOf } from '../../src/model/event.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';

const DATA = '../shared/data';
const INTAKE = `${DATA}/sekoia-intake-tests/m365_entra_azure.jsonl`;
const RISKS = `${DATA}/faketshirt/dev_attack_2026-01/entraid_risk_detection.json.gz`;
const isThere = existsSync(INTAKE) && existsSync(RISKS);
if (!isThere) console.log(`skipped: ${DATA} not present`);

interface Case {
  readonly path: string;
  readonly reading: Reading & { readonly event: EventOf<'alert'> };
  readonly related: Readonly<Record<string, readonly string[]>>;
}

const opened = (value: unknown): Record<string, unknown> =>
  (typeof value === 'string' ? JSON.parse(value) : value) as Record<string, unknown>;

function casesIn(file: string): Case[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const test = JSON.parse(line) as { path: string; input: unknown; expected: unknown };
      const message = opened(test.input)['message'];
      if (typeof message !== 'string' || !message.startsWith('{')) return [];
      const read = readRecord(JSON.parse(message), { file: 'x', line: 1 });
      if ('reject' in read || read.reading.event.kind !== 'alert') return [];
      const related = (opened(test.expected)['related'] ?? {}) as Case['related'];
      return [{ path: test.path, reading: read.reading as Case['reading'], related }];
    });
}

const counted = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(values)].sort().map((value) => [value, values.filter((it) => it === value).length]));

describe.skipIf(!isThere)('alerts in five wrappings', () => {
  const cases = isThere ? casesIn(INTAKE) : [];
  const events = cases.map(({ reading }) => reading.event);

  it('are all recognised', () => {
    const wrapping = (path: string): string =>
      /investigation|cloud_app\d?\.json/.test(path) && !/security_alert|test_cloud_app_security/.test(path)
        ? 'investigation'
        : /alert_evidence|detection_source/.test(path)
          ? 'hunting'
          : /user_risk/.test(path)
            ? 'risk'
            : /mcas/.test(path)
              ? 'cloud apps'
              : 'policy';
    expect(counted(cases.map(({ path }) => wrapping(path)))).toEqual({
      'cloud apps': 1,
      hunting: 14,
      investigation: 8,
      policy: 14,
      risk: 3,
    });
  });

  it('name whom and what their readers are expected to find', () => {
    const found = (kind: string): [number, number] => {
      const wanted = cases.flatMap(({ reading, related }) =>
        (related[kind] ?? []).map((value) => ({ value: value.toLowerCase(), reading })),
      );
      const met = wanted.filter(({ value, reading }) => {
        const { people, addresses, mailboxes, files } = reading.event;
        return JSON.stringify([people, addresses, mailboxes, files, reading.names]).toLowerCase().includes(value);
      });
      return [met.length, wanted.length];
    };
    // The six others are an account of the service itself.
    expect(found('user')).toEqual([15, 21]);
    // The address left out is the machine's own.
    expect(found('ip')).toEqual([4, 5]);
    // The five others are SHA-1 of files that go by their SHA-256.
    expect(found('hash')).toEqual([7, 12]);
  });

  it('have one spelling a product and nothing unseen in their names', () => {
    expect(Object.keys(counted(events.map(({ product }) => product)))).toEqual([
      'Microsoft Defender XDR',
      'Microsoft Defender for Cloud Apps',
      'Microsoft Defender for Endpoint',
      'Microsoft Defender for Office 365',
      'Microsoft Entra ID Protection',
      'TestProvider',
    ]);
    expect(events.filter(({ headline }) => /\p{Cf}/u.test(headline))).toEqual([]);
  });

  it('make no person of a local account, and none of a mailbox', () => {
    const people = new Set(events.flatMap((event) => event.people));
    expect([...people].filter((name) => /system|service|root|\$$/.test(name))).toEqual([]);
    const mailboxesOnly = events.filter((event) => event.mailboxes.length > 0 && event.people.length === 0);
    expect(mailboxesOnly.length).toBeGreaterThan(5);
  });
});

describe.skipIf(!isThere)('risk detections of a simulated company', async () => {
  const events: EventOf<'alert'>[] = [];
  if (isThere)
    for await (const raw of readPaths([RISKS])) {
      const read = 'reject' in raw ? raw : readRecord(raw.record, raw);
      if ('reading' in read && read.reading.event.kind === 'alert') events.push(read.reading.event);
    }

  it('are 85 alerts of one product, each about one person at one address', () => {
    expect(events).toHaveLength(85);
    expect(counted(events.map(({ product }) => product))).toEqual({ 'Microsoft Entra ID Protection': 85 });
    expect(events.every(({ people, addresses }) => people.length === 1 && addresses.length === 1)).toBe(true);
    expect(counted(events.map(({ severity }) => severity))).toEqual({ high: 19, low: 38, medium: 28 });
  });
});
