// The ways in which suites of mail vectors write their zones, brought to ours.

import { resolverOf, zoneOf } from '../../src/tenant/zone.ts';
import type { Resolver } from '../../src/tenant/zone.ts';

type Fields = Readonly<Record<string, unknown>>;
type Records = Record<string, unknown[] | 'TIMEOUT'>;

const TYPES = ['A', 'AAAA', 'MX', 'PTR', 'TXT'];

/** Name → TXT record. */
export const textZone = (records: Iterable<readonly [string, string]>): Resolver =>
  resolverOf(zoneOf(Object.fromEntries([...records].map(([name, record]) => [name, { TXT: [record] }]))));

/**
 * The openspf suites: `{TXT: …}` one by one; SPF records stand in for TXT where there are none (`TXT: NONE` says there are);
 * `TIMEOUT` for a type, or for whatever is not there.
 */
export function openspfZone(data: Readonly<Record<string, readonly unknown[]>>): Resolver {
  const zone = Object.entries(data).map(([name, list]) => [name, openspfRecords(list)] as const);
  return resolverOf(zoneOf(Object.fromEntries(zone)));
}

function openspfRecords(list: readonly unknown[]): Records {
  const entries = list.filter((entry): entry is Fields => typeof entry === 'object' && entry !== null);
  const hasText = entries.some((entry) => 'TXT' in entry);
  const records: Records = {};
  for (const [written, value] of entries.flatMap((entry) => Object.entries(entry))) {
    const type = written === 'SPF' && !hasText ? 'TXT' : written;
    if (type === 'SPF' || value === 'NONE') continue;
    if (value === 'TIMEOUT') records[type] = value;
    else add(records, type, Array.isArray(value) ? (type === 'MX' ? value.join(' ') : { pieces: value }) : value);
  }
  if (list.includes('TIMEOUT')) for (const type of TYPES) records[type] ??= 'TIMEOUT';
  return records;
}

function add(records: Records, type: string, value: unknown): void {
  const list = (records[type] ??= []);
  if (list !== 'TIMEOUT') list.push(value);
}

/** Lines `name record`; `~~` before what went wrong instead. */
export function mailDkimZone(text: string): Resolver {
  const zone = text.split('\n').flatMap((line) => {
    const [, name, record = ''] = /^([^\s#]+)\s+(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    return [[name, record.startsWith('~~') ? (record === '~~' ? {} : 'TIMEOUT') : { TXT: [record] }] as const];
  });
  return resolverOf(zoneOf(Object.fromEntries(zone)));
}

/** One of mail-auth's SPF cases. */
export interface SpfCase {
  readonly id: string;
  readonly resolver: Resolver;
  readonly address: string;
  readonly envelope: string;
  readonly expected: string;
}

/**
 * Lines `type: name records`, and of tests `domain`, `sender`, `ip`, `expect`; what one test says holds for those after it.
 * Tests of a domain that is not the sender's are left out: mail is checked for the sender's.
 */
export function mailAuthCases(file: string, text: string): readonly SpfCase[] {
  return text.split(/^---$/m).flatMap((section, index) => {
    const zone: Record<string, Records | 'TIMEOUT'> = Object.fromEntries(
      [...section.matchAll(/_dns_error[\w.]*/g)].map(([name]) => [name, 'TIMEOUT'] as const),
    );
    const told: Record<string, string> = {};
    const cases: SpfCase[] = [];
    for (const [, key = '', value = ''] of section.matchAll(/^ +(?:- )?([a-z]+0?):\s*(.*?)\s*$/gm)) {
      if (['spf', 'a', 'aaaa', 'mx', 'ptr', 'exp', 'txt'].includes(key)) mailAuthRecord(zone, key, value);
      else told[key] = value;
      if (key !== 'expect') continue;
      const { domain = '', sender = '', ip: address = '', expect = '' } = told;
      if (sender.slice(sender.lastIndexOf('@') + 1) !== domain) continue;
      const resolver = resolverOf(zoneOf(structuredClone(zone)));
      cases.push({
        id: `${file} ${index + 1}.${cases.length + 1}`,
        resolver,
        address,
        envelope: sender,
        expected: expect.split(' ')[0] ?? '',
      });
    }
    return cases;
  });
}

function mailAuthRecord(zone: Record<string, Records | 'TIMEOUT'>, key: string, value: string): void {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(value) ?? [];
  const list = rest.split(/\s*,\s*/);
  const set = (of: string, type: string, records: string[]): void => {
    const there = zone[of];
    zone[of] = { ...(there === 'TIMEOUT' ? {} : there), [type]: records };
  };
  if (key === 'spf' || key === 'exp' || key === 'txt') set(name, 'TXT', [rest]);
  else if (key === 'ptr') set(reverseOf(name), 'PTR', list);
  else if (key !== 'mx') set(name, key.toUpperCase(), list);
  else {
    // Addresses stand where the names of hosts would.
    const hosts = list.map((address, index) => [`mx${index}.${name}`, address] as const);
    set(
      name,
      'MX',
      hosts.map(([host], index) => `${index} ${host}`),
    );
    for (const [host, address] of hosts) zone[host] = { [address.includes(':') ? 'AAAA' : 'A']: [address] };
  }
}

function reverseOf(address: string): string {
  if (!address.includes(':')) return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
  const [before = '', after = ''] = address.split('::');
  const [left, right] = [before, after].map((part) => part.split(':').filter((group) => group !== ''));
  const gap = 8 - (left?.length ?? 0) - (right?.length ?? 0);
  const groups = [...(left ?? []), ...Array<string>(Math.max(0, gap)).fill('0'), ...(right ?? [])];
  return `${groups
    .map((group) => group.padStart(4, '0'))
    .join('')
    .split('')
    .reverse()
    .join('.')}.ip6.arpa`;
}
