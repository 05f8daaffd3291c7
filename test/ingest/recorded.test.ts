// Genuine records, read where they lie: nothing of them is kept here but counts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../src/ingest/address.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Reading } from '../../src/ingest/read.ts';
import { resolve } from '../../src/ingest/identity.ts';
import type { Reject } from '../../src/ingest/source.ts';
import { messageRecord } from '../../src/tenant/message.ts';
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
      adminChange: 2408,
      consent: 11,
      delegation: 43,
      fileAccess: 82,
      mailAccess: 170,
      mailItem: 31,
      mailboxRule: 3,
      methodChange: 1,
      other: 61,
      roleChange: 35,
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
    // Alerts are another source's to count.
    expect(counted(kinds.filter((kind) => !kind.startsWith('security-alert ')))).toEqual({
      'entra-audit adminChange': 78,
      'entra-sign-in signIn': 1,
      'm365-audit adminChange': 15,
      'm365-audit consent': 1,
      'm365-audit fileAccess': 6,
      'm365-audit mailAccess': 3,
      'm365-audit mailItem': 8,
      'm365-audit mailboxRule': 4,
      'm365-audit other': 7,
      'm365-audit roleChange': 2,
      'm365-audit signIn': 6,
    });
  });
});

describe.skipIf(!isThere)('one attack in four sources', async () => {
  const folder = `${DATA}/otrf-goldensaml`;
  const files = ['AADAuditEvents.json', 'OfficeActivityEvents.json', 'Microsoft365DefenderEvents.json'];
  const read = isThere ? await Promise.all(files.map((file) => readAll(`${folder}/${file}`))) : [];
  const readings = read.flatMap((it) => it.readings).filter(({ event }) => event.source !== 'security-alert');
  const events = [...new Map(readings.map(({ event }) => [event.id, event])).values()];

  it('is read as rows of three tables, two of which tell of the same mail', () => {
    expect(read.flatMap(({ rejects }) => rejects)).toEqual([]);
    expect(counted(events.filter(({ source }) => source !== 'other').map(({ source, kind }) => `${source} ${kind}`))).toEqual({
      'entra-audit adminChange': 2,
      'entra-audit consent': 1,
      'm365-audit mailAccess': 1,
    });
    expect(readings.filter(({ event }) => event.kind === 'mailAccess')).toHaveLength(2);
  });

  it('is one person’s doing in all of them, who gave an application everybody’s mail', () => {
    expect(new Set(events.filter(({ source }) => source !== 'other').map(({ actor }) => actor)).size).toBe(1);
    expect(events.flatMap((event) => (event.kind === 'consent' ? [event.breadth, ...event.scopes] : []))).toEqual([
      'everyone',
      'Mail.ReadWrite',
    ]);
  });
});

describe.skipIf(!isThere)('the examples of somebody’s rules', () => {
  interface Example {
    readonly rule_id: string;
    readonly event: unknown;
  }
  const examplesIn = (file: string): Example[] =>
    readFileSync(`${DATA}/rule-tests/${file}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Example);
  const kindOf = ({ event }: Example, index: number): string => {
    const read = readRecord(typeof event === 'string' ? JSON.parse(event) : event, { file: 'rules.jsonl', line: index + 1 });
    return 'reject' in read ? `reject ${read.reject.why}` : `${read.reading.event.source} ${read.reading.event.kind}`;
  };

  it('about Entra and Microsoft 365 are told by the sources they came from', () => {
    const examples = examplesIn('m365_entra_azure').filter(({ rule_id }) =>
      /^(Azure\.Audit|Microsoft365|Standard)\./.test(rule_id),
    );
    expect(counted(examples.map(kindOf))).toEqual({
      'entra-audit adminChange': 9,
      'entra-audit roleChange': 2,
      'entra-sign-in signIn': 20,
      'm365-audit methodChange': 2,
      'm365-audit signIn': 2,
    });
  });

  it.each(['m365_entra_azure', 'email_gateway', 'identity_saas_other', 'network'])('%s are never refused', (file) => {
    expect(
      examplesIn(file)
        .map(kindOf)
        .filter((kind) => kind.startsWith('reject')),
    ).toEqual([]);
  });
});

describe.skipIf(!isThere)('messages made to try readers', () => {
  it.each(['mimekit', 'mail-auth', 'mime-tools', 'dkim-mail-dkim', 'sublime'])('%s are events', async (folder) => {
    const names = readdirSync(`${DATA}/email-vectors/${folder}`, { recursive: true, encoding: 'utf8' });
    const kinds: string[] = [];
    for (const name of names.filter((it) => /\.(eml|msg|txt)$/.test(it))) {
      const message = await messageRecord(readFileSync(`${DATA}/email-vectors/${folder}/${name}`));
      if ('why' in message) continue;
      const read = readRecord(message.record, { file: name, line: 1 });
      kinds.push('reject' in read ? read.reject.why : read.reading.event.kind);
    }
    expect(kinds.length).toBeGreaterThan(0);
    expect(new Set(kinds)).toEqual(new Set(['mail']));
  });
});
