// DNS as it was recorded: a zone out of a plain map, and a resolver that asks it and nothing else.
//
//   contoso.test:
//     TXT: ["v=spf1 ip4:192.0.2.0/24 -all"]
//     MX: ["10 mx.contoso.test"]
//   slow.contoso.test: TIMEOUT
//
// A name that is not there does not exist; one that is there has the records it has and no others. No name is ever asked
// for on a network.

import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';

/** Its code is Node's own: `ENOTFOUND` (no such name), `ENODATA` (no such record), `ETIMEOUT` (no answer). */
export class ResolveError extends Error {
  readonly code: 'ENOTFOUND' | 'ENODATA' | 'ETIMEOUT';

  constructor(code: ResolveError['code'], name: string, type: string) {
    super(`${type} of ${name.slice(0, LONGEST_NAME)}: ${code}`);
    this.name = 'ResolveError';
    this.code = code;
  }
}

export interface MailExchanger {
  readonly priority: number;
  readonly exchange: string;
}

export type DnsRecord = string | readonly string[] | MailExchanger;

/** A TXT record's pieces put together, as those who read it do. */
export function textOf(record: DnsRecord): string {
  if (typeof record === 'string') return record;
  return 'exchange' in record ? record.exchange : record.join('');
}

/** As Node has them: addresses and names as text, TXT in its pieces. Rejects with a ResolveError. */
export type Resolver = (name: string, type: string) => Promise<readonly DnsRecord[]>;

export type RecordType = (typeof types)[number];
const types = ['A', 'AAAA', 'CNAME', 'MX', 'PTR', 'TXT'] as const;

/** TXT records are lists of their pieces, others one piece each. */
type Records = ReadonlyMap<RecordType, readonly (readonly string[])[] | 'TIMEOUT'>;

/** By name in small letters without the last dot. */
export type Zone = ReadonlyMap<string, Records | 'TIMEOUT'>;

/** A zone that cannot be used; the message says where it is wrong. */
export class ZoneError extends Error {
  override readonly name = 'ZoneError';
}

const LONGEST_NAME = 255;
const MOST_ALIASES = 8;

const LARGEST = 64 * 1024 * 1024;

/** Of a file; the message of a ZoneError names it. */
export function readZone(file: string): Zone {
  try {
    if (statSync(file).size > LARGEST) throw new ZoneError('larger than 64 MiB');
    return zoneIn(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ZoneError(`${file}: ${(error as Error).message}; name a file of recorded DNS: names with their records`, {
      cause: error,
    });
  }
}

/** Of YAML or JSON text. */
export function zoneIn(text: string): Zone {
  let map: unknown;
  try {
    map = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw new ZoneError(`no YAML or JSON: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
  }
  return zoneOf(map);
}

/** Of `name → type → records`; a text alone is a list of one. */
export function zoneOf(map: unknown): Zone {
  if (!isMap(map)) throw new ZoneError('expected a map of names, such as contoso.test: {TXT: ["v=spf1 -all"]}');
  return new Map(Object.entries(map).map(([name, records]) => [folded(name), recordsOf(name, records)]));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const folded = (name: string): string => name.toLowerCase().replace(/\.$/, '');

function recordsOf(name: string, value: unknown): Records | 'TIMEOUT' {
  if (value === 'TIMEOUT') return value;
  if (!isMap(value)) throw new ZoneError(`${name}: expected TIMEOUT or a map of record types (${types.join(', ')})`);
  return new Map(
    Object.entries(value).map(([type, records]) => {
      if (!isType(type)) throw new ZoneError(`${name}: there is no record type ${type}; there are ${types.join(', ')}`);
      return [type, records === 'TIMEOUT' ? records : [records].flat().map((record) => piecesOf(name, type, record))] as const;
    }),
  );
}

const isType = (type: string): type is RecordType => (types as readonly string[]).includes(type);

/** A long TXT record is a map `{pieces: [...]}`, as its pieces are joined without a blank. */
function piecesOf(name: string, type: RecordType, record: unknown): readonly string[] {
  const pieces: readonly unknown[] = isMap(record) && Array.isArray(record['pieces']) ? record['pieces'] : [record];
  if (!pieces.every((piece) => typeof piece === 'string')) throw new ZoneError(`${name}: ${type}: expected text`);
  if (type === 'MX' && exchangerIn(pieces.join('')) === undefined) {
    throw new ZoneError(`${name}: MX: expected a priority and a name, such as "10 mx.contoso.test"`);
  }
  return pieces;
}

function exchangerIn(text: string): MailExchanger | undefined {
  const [, priority, exchange] = /^\s*(\d{1,5})\s+(\S*)\s*$/.exec(text) ?? [];
  return priority === undefined ? undefined : { priority: Number(priority), exchange: folded(exchange ?? '') };
}

export function resolverOf(zone: Zone): Resolver {
  return (name, type) => {
    try {
      return Promise.resolve(answer(zone, folded(name), type, 0));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
}

function answer(zone: Zone, name: string, type: string, aliases: number): Awaited<ReturnType<Resolver>> {
  const records = zone.get(name);
  if (records === undefined) throw new ResolveError('ENOTFOUND', name, type);
  const found = records === 'TIMEOUT' ? records : isType(type) ? records.get(type) : undefined;
  if (found === 'TIMEOUT') throw new ResolveError('ETIMEOUT', name, type);
  if (found !== undefined && found.length > 0) return found.map((pieces) => record(type, pieces));

  const alias = records === 'TIMEOUT' ? undefined : records.get('CNAME');
  const target = alias === undefined || alias === 'TIMEOUT' ? undefined : alias[0]?.join('');
  if (target === undefined || aliases === MOST_ALIASES) throw new ResolveError('ENODATA', name, type);
  return answer(zone, folded(target), type, aliases + 1);
}

function record(type: string, pieces: readonly string[]): DnsRecord {
  if (type === 'TXT') return pieces;
  const text = pieces.join('');
  return type === 'MX' ? (exchangerIn(text) ?? text) : text;
}
