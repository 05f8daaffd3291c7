// What events touch and tell: entities made and tied to them, people called by their names, addresses put in their places.
// Everything comes in one order, whatever the batch, so that two writers never wait for each other crosswise.

import { resolve } from '../ingest/identity.ts';
import { byRank } from '../ingest/name.ts';
import { placeOf, touches } from '../ingest/touches.ts';
import type { Touch } from '../ingest/touches.ts';
import type { Event } from '../model/event.ts';
import { thingOf } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import type { Sighting } from './events.ts';
import type { Query, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';

/** An event, and where it is in the graph. */
export interface Changed {
  readonly event: Event;
  readonly node: string;
}

export interface News {
  /** Events as they now stand, made or cut loose by this very transaction: nothing is tied to them yet. */
  readonly changed: readonly Changed[];
  /**
   * All contents that were new here, also those that lost to another under the same id: which names are one person's, and
   * where an address is, must not depend on which of them came first.
   */
  readonly told: readonly Sighting[];
}

export async function tie(tx: Transaction, { changed, told }: News): Promise<void> {
  if (told.length === 0) return;
  const touched = touchedBy(changed);
  // What needs no answer of another is sent in one go: the server works through it in this order, and waits for nobody in
  // between. The names are held from here to the end: two writers who share one go on one after the other.
  const [entities, , people] = await Promise.all([entitiesOf(tx, touched), nameThem(tx, told, touched), peopleOf(tx, touched)]);
  await Promise.all([
    nameEntities(tx, entities),
    placeThem(tx, told),
    tieRules(tx, changed),
    tieAll(tx, changed, [...entities, ...people]),
  ]);
}

/** One entity and how events touch it: by which relationship, and the event's place among the changed ones. */
interface Touched {
  readonly label: EntityLabel;
  readonly key: string;
  readonly name: string;
  readonly by: readonly (readonly [rel: Touch['rel'], event: number])[];
}

/** In label and key order. */
function touchedBy(changed: readonly Changed[]): readonly Touched[] {
  const found = new Map<string, { -readonly [K in keyof Touched]: Touched[K] } & { by: [Touch['rel'], number][] }>();
  for (const [index, { event }] of changed.entries())
    for (const { rel, label, key, name = '' } of touches(event)) {
      const id = thingOf({ label, key });
      const known = found.get(id) ?? { label, key, name, by: [] };
      found.set(id, known);
      known.name = first(known.name, name);
      known.by.push([rel, index]);
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Of two names the first in the alphabet; none is no name. */
const first = (a: string, b: string): string => (a === '' || (b !== '' && b < a) ? b : a);

/** Where a touched entity is in the graph. */
type Placed = Touched & { readonly node: string };

/** What it is called there. */
type Made = Placed & { readonly known: string | null };

type Making = Query<
  { batch: { keys: readonly string[] } },
  { readonly key: string; readonly node: string; readonly name: string | null }
>;

const makings: readonly (readonly [EntityLabel, Making])[] = [
  ['App', queries.touched.app],
  ['AuthMethod', queries.touched.authMethod],
  ['Device', queries.touched.device],
  ['Domain', queries.touched.domain],
  ['Email', queries.touched.email],
  ['File', queries.touched.file],
  ['IP', queries.touched.ip],
  ['Mailbox', queries.touched.mailbox],
  ['Rule', queries.touched.rule],
  ['Session', queries.touched.session],
  ['Url', queries.touched.url],
];

/** All that is touched but people, made where it is new. */
async function entitiesOf(tx: Transaction, touched: readonly Touched[]): Promise<readonly Made[]> {
  const made = await Promise.all(
    makings.map(([label, making]) =>
      makeAll(
        tx,
        making,
        touched.filter((one) => one.label === label),
      ),
    ),
  );
  return made.flat();
}

async function makeAll(tx: Transaction, making: Making, wanted: readonly Touched[]): Promise<readonly Made[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.run(making, { batch: { keys: wanted.map(({ key }) => key) } });
  const made = new Map(rows.map((row) => [row.key, row]));
  return wanted.flatMap((one) => {
    const row = made.get(one.key);
    return row === undefined ? [] : [{ ...one, node: row.node, known: row.name }];
  });
}

/** Gives each the name it was told with, unless it has one that comes before it. */
async function nameEntities(tx: Transaction, made: readonly Made[]): Promise<void> {
  const rows = made
    // A domain's name is its key.
    .filter(({ label, name, known }) => label !== 'Domain' && name !== '' && (known === null || name < known))
    .map(({ node, name }) => ({ node, name }));
  if (rows.length > 0) await tx.run(queries.touched.name, { batch: { rows } });
}

/** The people touched, by one of their names; a name nobody has is nobody. The names must be held by now. */
async function peopleOf(tx: Transaction, touched: readonly Touched[]): Promise<readonly Placed[]> {
  const wanted = touched.filter(isPerson);
  if (wanted.length === 0) return [];
  const rows = await tx.run(queries.touched.people, { batch: { names: wanted.map(({ key }) => key) } });
  const nodes = new Map(rows.map(({ key, node }) => [key, node]));
  return wanted.flatMap((one) => {
    const node = nodes.get(one.key);
    return node === undefined ? [] : [{ ...one, node }];
  });
}

async function tieAll(tx: Transaction, changed: readonly Changed[], placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  // One person may be touched by two names, and is tied once.
  const byTie = new Map<string, { rel: Touch['rel']; entity: number; events: Set<number> }>();
  for (const [entity, { by, node }] of placed.entries())
    for (const [rel, event] of by) {
      const tied = byTie.get(`${rel} ${node}`) ?? { rel, entity, events: new Set() };
      byTie.set(`${rel} ${node}`, tied);
      tied.events.add(event);
    }
  await tx.run(queries.events.tie, {
    batch: {
      events: changed.map(({ node }) => node),
      entities: placed.map(({ node }) => node),
      ties: [...byTie.values()].map(({ rel, entity, events }) => [rel, entity, [...events]]),
    },
  });
}

async function nameThem(tx: Transaction, told: readonly Sighting[], touched: readonly Touched[]): Promise<void> {
  const sets = distinct(told.flatMap(({ names }) => names));
  const accounts = distinct(told.flatMap(({ accounts: said = [] }) => said));
  const values = new Set([...sets.flat(), ...touched.filter(isPerson).map(({ key }) => key)]);
  for (const { event } of told) for (const touch of touches(event)) if (isPerson(touch)) values.add(touch.key);
  const whose = resolve(sets);
  const names = [...values].sort().map((value) => ({ value, user: whose.get(value) ?? value }));
  await Promise.all([
    accounts.length > 0 &&
      tx.run(queries.identities.mention, { names: [...new Set(accounts.flat())].sort(), pairs: pairsOf(accounts) }),
    names.length > 0 && tx.run(queries.identities.save, { batch: { names, pairs: pairsOf(sets) } }),
    names.length > 0 && tx.run(queries.identities.kinds, { batch: { rows: kindsOf(told) } }),
  ]);
}

const isPerson = ({ label }: { readonly label: EntityLabel }): boolean => label === 'User';

/** The same people do most of what a batch tells. */
const distinct = (sets: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(sets.map((names) => [names.join('\n'), names])).values(),
];

/** A star around the best name of each set says the same as all its pairs. */
function pairsOf(sets: readonly (readonly string[])[]): { a: string; b: string }[] {
  const pairs = new Map<string, { a: string; b: string }>();
  for (const names of sets) {
    // What is too much to believe as a whole must not be believed pair by pair.
    if (resolve([names]).size === 0) continue;
    const [best, ...others] = [...names].sort(byRank);
    for (const other of others) if (best !== undefined) pairs.set(`${best}\n${other}`, { a: best, b: other });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

function kindsOf(sightings: readonly Sighting[]): { value: string; kind: string }[] {
  const kinds = new Map<string, string>();
  for (const { event } of sightings) {
    if (event.actor === undefined || event.actorKind === undefined) continue;
    const known = kinds.get(event.actor);
    if (known === undefined || event.actorKind < known) kinds.set(event.actor, event.actorKind);
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, kind]) => ({ value, kind }));
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
  await Promise.all([
    countries.size > 0 && tx.run(queries.events.placeCountries, { batch: { rows: sorted(countries) } }),
    networks.size > 0 && tx.run(queries.events.placeNetworks, { batch: { rows: sorted(networks) } }),
  ]);
}

async function tieRules(tx: Transaction, changed: readonly Changed[]): Promise<void> {
  const rows = changed.flatMap(({ event }) =>
    event.kind === 'mailboxRule' && event.mailbox !== undefined ? [{ rule: event.rule, mailbox: event.mailbox }] : [],
  );
  if (rows.length > 0) await tx.run(queries.events.ruleMailbox, { batch: { rows } });
}
