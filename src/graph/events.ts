// Events into the graph, with the entities they touch and the names they tell; and back out again.

import { digestOf } from '../ingest/digest.ts';
import { resolve } from '../ingest/identity.ts';
import { kindOfName } from '../ingest/name.ts';
import type { Reading } from '../ingest/read.ts';
import { placeOf, touches } from '../ingest/touches.ts';
import type { Touch } from '../ingest/touches.ts';
import type { Event } from '../model/event.ts';
import type { Pair } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import type { Graph, Query, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';

/** A reading with where it stood, for records that have no id of their own. */
export interface Sighting extends Reading {
  readonly file: string;
  readonly line: number;
}

export interface Saved {
  readonly isNew: number;
  readonly duplicate: number;
}

/** A raw record longer than this is kept up to here: the normalised event holds what is judged. */
const MOST_RAW = 262_144;

/**
 * Writes events, all or nothing. Safe to repeat, from two processes at once and after being killed: an event already
 * there counts as duplicate, and of two contents under one id the later generation wins, then the greater hash.
 */
export async function save(graph: Graph, sightings: readonly Sighting[], arrivedAt: Instant): Promise<Saved> {
  const distinct = latestOfEach(sightings);
  const token = digestOf(`${process.pid}/${process.hrtime.bigint()}`, 16);
  const rows = distinct.map((sighting) => rowOf(sighting, token, arrivedAt));
  const isNew = await graph.together(async (tx) => {
    const written = await tx.run(queries.events.save, { rows });
    const fresh = new Set(written.filter((row) => row.isNew).map(({ id }) => id));
    const kept = new Map(written.map(({ id, hash }) => [id, hash]));
    const other = rows.filter(({ id, hash }) => kept.get(id) !== hash);
    const replaced = other.length === 0 ? [] : await tx.run(queries.events.supersede, { rows: other });
    const moved = distinct.filter((sighting) => isNameless(sighting) && !fresh.has(sighting.event.id));
    if (moved.length > 0) await tx.run(queries.events.resighted, { rows: moved.map(sightedAt) });
    const changed = new Set([...fresh, ...replaced.map(({ id }) => id)]);
    await tie(tx, {
      changed: distinct.filter(({ event }) => changed.has(event.id)),
      told: sightings.filter(({ event, hash }) => fresh.has(event.id) || kept.get(event.id) !== hash),
    });
    return fresh.size;
  });
  return { isNew, duplicate: sightings.length - isNew };
}

const PAGE = 5_000;

/** Every event up to a moment, as it was read, in id order. */
export async function upTo(graph: Graph, until: Instant): Promise<Event[]> {
  const events: Event[] = [];
  for (let after = ''; ;) {
    const rows = await graph.run(queries.events.all, { after, until, limit: PAGE });
    for (const { fields } of rows) events.push(restored(fields));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return events;
    after = last.id;
  }
}

/** What has arrived so far: a token that changes with every arrival, and the newest event's time. */
export async function intake(graph: Graph): Promise<{ token: string; newest: Instant | undefined; count: number }> {
  const [row] = await graph.run(queries.events.intake, {});
  return { token: `${row?.count ?? 0}/${row?.arrivals ?? 0}`, newest: row?.newest ?? undefined, count: row?.count ?? 0 };
}

// The fields were written from an Event and by nothing else.
const restored = (fields: readonly Pair[]): Event => Object.fromEntries(fields) as unknown as Event;

const isNameless = ({ event }: Sighting): boolean => event.id.includes(':#');
const sightedAt = ({ event, file, line }: Sighting) => ({ id: event.id, record: event.record, file, line });

/** Of several readings of one event in a batch the one that would win in the graph. */
function latestOfEach(sightings: readonly Sighting[]): Sighting[] {
  const latest = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const other = latest.get(sighting.event.id);
    if (other === undefined || wins(sighting, other)) latest.set(sighting.event.id, sighting);
  }
  return [...latest.values()].sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
}

function wins(a: Sighting, b: Sighting): boolean {
  const [atA, atB] = [a.generatedAt ?? 0, b.generatedAt ?? 0];
  if (atA !== atB) return atA > atB;
  if (a.hash !== b.hash) return a.hash > b.hash;
  return a.file < b.file || (a.file === b.file && a.line < b.line);
}

function rowOf({ event, hash, raw, generatedAt = 0, file, line }: Sighting, token: string, arrivedAt: Instant) {
  const place = isNameless({ event } as Sighting) ? { seenIn: file, seenLine: line } : {};
  return {
    id: event.id,
    token,
    hash,
    generatedAt,
    // The title is what Neo4j Browser writes on the node.
    fields: { ...event, title: event.operation, hash, generatedAt, arrivedAt, raw: raw.slice(0, MOST_RAW), ...place },
  };
}

type TieQuery = Query<
  { keys: readonly { key: string; name: string }[]; rows: readonly { event: string; key: string }[] },
  Record<string, never>
>;

const ties: Readonly<Record<string, TieQuery>> = {
  'BY App': queries.events.byApp,
  'FROM Device': queries.events.fromDevice,
  'FROM IP': queries.events.fromIp,
  'FROM Session': queries.events.fromSession,
  'ON AuthMethod': queries.events.onMethod,
  'ON File': queries.events.onFile,
  'ON Mailbox': queries.events.onMailbox,
  'ON Rule': queries.events.onRule,
  'TO App': queries.events.toApp,
  'TO Domain': queries.events.toDomain,
  'TO Url': queries.events.toUrl,
};

/**
 * `changed` are the events as they now stand. `told` are all contents that were new here, also those that lost to another
 * under the same id: which names are one person's, and where an address is, must not depend on which of them came first.
 */
interface News {
  readonly changed: readonly Sighting[];
  readonly told: readonly Sighting[];
}

async function tie(tx: Transaction, { changed, told }: News): Promise<void> {
  if (told.length === 0) return;
  const touched = touchedBy(changed);
  for (const [kind, query] of Object.entries(ties)) {
    const rows = touched.filter(({ rel, label }) => `${rel} ${label}` === kind);
    if (rows.length > 0) await tx.run(query, { keys: keysOf(rows), rows: rows.map(({ event, key }) => ({ event, key })) });
  }
  await placeThem(tx, told);
  await tieRules(tx, changed);
  // Last, because it holds the names until the end, and other writers wait for them.
  await nameThem(tx, told, touched);
}

type TouchOf = Touch & { readonly event: string };

/** In key order: tying locks the entity until the end, and two writers that lock in one order never wait crosswise. */
const touchedBy = (sightings: readonly Sighting[]): TouchOf[] =>
  sightings
    .flatMap(({ event }) => touches(event).map((touch) => ({ ...touch, event: event.id })))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

async function nameThem(tx: Transaction, told: readonly Sighting[], touched: readonly TouchOf[]): Promise<void> {
  const people = [...touchedBy(told), ...touched].filter(({ label }) => label === 'User');
  const sets = told.flatMap(({ names }) => names);
  const values = [...new Set([...people.map(({ key }) => key), ...sets.flat()])].sort();
  if (values.length === 0) return;
  await tx.run(queries.identities.save, {
    names: values.map((value) => ({ value, kind: kindOfName(value) })),
    pairs: pairsOf(sets),
  });
  await tx.run(queries.identities.kinds, { rows: kindsOf(told) });
  const rowsOf = (wanted: string) =>
    touched.filter(({ rel, label }) => label === 'User' && rel === wanted).map(({ event, key }) => ({ event, key }));
  await tx.run(queries.events.byUser, { rows: rowsOf('BY') });
  await tx.run(queries.events.onUser, { rows: rowsOf('ON') });
}

/** A star around the best name of each set says the same as all its pairs. */
function pairsOf(sets: readonly (readonly string[])[]): { a: string; b: string }[] {
  const pairs = new Map<string, { a: string; b: string }>();
  for (const names of sets) {
    // What is too much to believe as a whole must not be believed pair by pair.
    if (resolve([names]).size === 0) continue;
    const [best, ...others] = [...names].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
    for (const other of others) if (best !== undefined) pairs.set(`${best}\n${other}`, { a: best, b: other });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

const rankOf = (name: string): number => ['upn', 'oid', 'sid', 'puid', 'other'].indexOf(kindOfName(name));

function kindsOf(sightings: readonly Sighting[]): { value: string; kind: string }[] {
  const kinds = new Map<string, string>();
  for (const { event } of sightings) {
    if (event.actor === undefined || event.actorKind === undefined) continue;
    const known = kinds.get(event.actor);
    if (known === undefined || event.actorKind < known) kinds.set(event.actor, event.actorKind);
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, kind]) => ({ value, kind }));
}

function keysOf(rows: readonly Touch[]): { key: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { key, name = '' } of rows) {
    const known = names.get(key) ?? '';
    names.set(key, known === '' || (name !== '' && name < known) ? name : known);
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, name]) => ({ key, name }));
}

async function placeThem(tx: Transaction, sightings: readonly Sighting[]): Promise<void> {
  const countries = new Map<string, { address: string; country: string }>();
  const networks = new Map<string, { address: string; asn: number }>();
  for (const { event } of sightings) {
    const place = placeOf(event);
    if (place === undefined) continue;
    const { address, country, asn } = place;
    if (country !== undefined) countries.set(`${country}\n${address}`, { address, country });
    if (asn !== undefined) networks.set(`${asn}\n${address}`, { address, asn });
  }
  const sorted = <V>(map: ReadonlyMap<string, V>): V[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (countries.size > 0) await tx.run(queries.events.placeCountries, { rows: sorted(countries) });
  if (networks.size > 0) await tx.run(queries.events.placeNetworks, { rows: sorted(networks) });
}

async function tieRules(tx: Transaction, sightings: readonly Sighting[]): Promise<void> {
  const rows = sightings.flatMap(({ event }) =>
    event.kind === 'mailboxRule' && event.mailbox !== undefined ? [{ rule: event.rule, mailbox: event.mailbox }] : [],
  );
  if (rows.length > 0) await tx.run(queries.events.ruleMailbox, { rows });
}
