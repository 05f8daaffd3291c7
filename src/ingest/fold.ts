// Connections and look-ups between the same two sides within one hour, kept as one event.
//
// A fold keeps of each record a 64-bit hash and what it adds: so a record seen again adds nothing, and a fold is a
// function of the set of its records, whatever their order, their batches or who brought them. Past ten thousand records
// it is shared out by the leading bits of the hashes: a leaf holds those with one prefix and splits in two when it is
// full, the half with the further 0 keeping its id. Which leaves there are is then a function of the set as well.
//
// What its records do not all share (country, user agent) the fold does not say, and it keeps nothing of their `raw`.

import type { Connection, Event } from '../model/event.ts';
import { hours } from '../model/time.ts';
import { digestOf } from './digest.ts';
import { known } from './known.ts';
import { touches } from './touches.ts';

/** More in one event makes it slow to add to and to look at. */
export const MOST_PARTS = 10_000;
const MOST_RECORDS = 100;

/** A record without an id of its own is known by where it stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What a fold keeps of one record. */
export interface Part extends Pick<Connection, 'at' | 'lastAt' | 'count' | 'failures' | 'bytesOut' | 'bytesIn'> {
  /** 64 bits, as 16 hex characters. */
  readonly hash: string;
  /** The id the source gave, else where the record stands. */
  readonly record: string | Place;
}

/** What all records of a fold share. */
export type Shared = Pick<
  Connection,
  'source' | 'operation' | 'deed' | 'address' | 'serviceAddress' | 'to' | 'port' | 'transport' | 'service' | 'domain'
>;

/** The records of a fold whose hashes begin with these bits, in the order of their hashes. */
export interface Leaf {
  readonly prefix: string;
  readonly parts: readonly Part[];
}

/** An event that names a person, a device or a request is worth a node of its own. */
export const isFoldable = (event: Event): event is Connection =>
  event.kind === 'connection' &&
  (event.deed === 'connected' || event.deed === 'resolved') &&
  touches(event).every(({ label }) => label === 'IP' || label === 'Domain');

/** The fold a record belongs to: the same sides, deed, port, service and name, within the same hour (UTC). */
export function foldOf(event: Connection): { readonly id: string; readonly shared: Shared } {
  const { source, operation, deed, address, serviceAddress, to, port, transport, service, domain } = event;
  const shared = { source, operation, deed, address, serviceAddress, to, port, transport, service, domain };
  const hour = Math.floor(event.at / hours(1));
  return {
    id: `${source}:${digestOf(JSON.stringify([...Object.values(shared).map((it) => it ?? null), hour]), 32)}`,
    shared: known(shared),
  };
}

/** Two records of one id that say different things both count: what was added once cannot be taken back. */
export function partOf(event: Connection, place: Place): Part {
  const { at, lastAt, count, failures, bytesOut, bytesIn } = event;
  const isNameless = event.id.includes(':#');
  return {
    hash: digestOf(JSON.stringify([event.id, at, lastAt, count, failures, bytesOut, bytesIn]), 16),
    ...{ at, lastAt, count, failures, bytesOut, bytesIn },
    record: isNameless ? { file: place.file, line: place.line } : event.record,
  };
}

/** Each record once, in the order of their hashes, and of several sightings of one the first place. */
function distinct(parts: readonly Part[]): readonly Part[] {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const other = found.get(part.hash);
    if (other === undefined || byRecord(part, other) < 0) found.set(part.hash, part);
  }
  return [...found.values()].sort(byHash);
}

export interface Growth {
  /** The leaf itself, or what it split into. */
  readonly leaves: readonly Leaf[];
  /** How many records it did not hold. */
  readonly isNew: number;
  /** It holds more, or knows a record by an earlier place. */
  readonly isChanged: boolean;
}

export function grown(leaf: Leaf, parts: readonly Part[], most = MOST_PARTS): Growth {
  const held = new Set(leaf.parts);
  const together = distinct([...leaf.parts, ...parts]);
  return {
    leaves: split({ prefix: leaf.prefix, parts: together }, most),
    isNew: together.length - leaf.parts.length,
    isChanged: together.some((part) => !held.has(part)),
  };
}

/** Either half of thousands of hashes holds some: they are as good as dice. */
function split(leaf: Leaf, most: number): readonly Leaf[] {
  if (leaf.parts.length <= most) return [leaf];
  return ['0', '1'].flatMap((bit) => {
    const prefix = leaf.prefix + bit;
    return split({ prefix, parts: leaf.parts.filter(({ hash }) => bitsOf(hash).startsWith(prefix)) }, most);
  });
}

/** Which of a fold's leaves a record belongs to, by their prefixes. */
export function prefixFor(prefixes: readonly string[], { hash }: Part): string {
  const bits = prefixes.length > 1 ? bitsOf(hash) : '';
  return prefixes.find((prefix) => bits.startsWith(prefix)) ?? '';
}

/** The first leaf's own prefix, from those of the others: it holds what begins with nothing but zeros. */
export const firstPrefix = (further: readonly string[]): string =>
  '0'.repeat(Math.max(0, ...further.map((prefix) => prefix.indexOf('1') + 1)));

/** No two leaves of one fold end up with the same id, because neither's prefix begins the other's. */
export function leafId(fold: string, prefix: string): string {
  const bits = prefix.replace(/0+$/, '');
  return bits === '' ? fold : `${fold}/${bits}`;
}

/** The event that stands for the records of a leaf, which are at least one. */
export function eventOf(fold: string, shared: Shared, { prefix, parts }: Leaf): Connection {
  const id = leafId(fold, prefix);
  const records = [...parts].sort(byRecord).slice(0, MOST_RECORDS).map(nameOf);
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const [count, failures] = [sum((part) => part.count), sum((part) => part.failures)];
  return {
    ...shared,
    kind: 'connection',
    id,
    record: records[0] ?? id,
    act: id,
    at: parts.reduce((least, { at }) => Math.min(least, at), Infinity),
    lastAt: parts.reduce((most, { lastAt }) => Math.max(most, lastAt), -Infinity),
    outcome: failures < count ? 'success' : 'failure',
    count,
    failures,
    bytesOut: sum((part) => part.bytesOut),
    bytesIn: sum((part) => part.bytesIn),
    records,
  };
}

/** Of what a leaf holds, whatever the order it came in and wherever the records stood. */
export const hashOf = (id: string, { parts }: Leaf): string => digestOf([id, ...parts.map(({ hash }) => hash)].join(' '), 32);

const nameOf = ({ record }: Part): string => (typeof record === 'string' ? record : `${record.file}:${record.line}`);

const byHash = (a: Part, b: Part): number => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0);

/** Ids in their own order, places by file and then by line as a number. */
function byRecord(a: Part, b: Part): number {
  const [left, right] = [fileOf(a), fileOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return lineOf(a) - lineOf(b);
}

const fileOf = ({ record }: Part): string => (typeof record === 'string' ? record : record.file);
const lineOf = ({ record }: Part): number => (typeof record === 'string' ? 0 : record.line);

const bitsOf = (hash: string): string => BigInt(`0x${hash}`).toString(2).padStart(64, '0');
