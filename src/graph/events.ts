// Events into the graph, with the entities they touch and the names they tell; and back out again.

import { digestOf } from '../ingest/digest.ts';
import { isFoldable } from '../ingest/fold.ts';
import type { Reading } from '../ingest/read.ts';
import { shortened } from '../ingest/shortened.ts';
import type { Event } from '../model/event.ts';
import type { Pair } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import * as connections from './connections.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';
import { tie } from './ties.ts';

/** A reading with where it stood, for records that have no id of their own. */
export interface Sighting extends Reading {
  readonly file: string;
  readonly line: number;
}

export interface Saved {
  readonly isNew: number;
  readonly duplicate: number;
}

/** A raw record longer than this is kept up to here: the normalised event holds what is judged. A message is read again, so it stays JSON. */
const MOST_RAW = 262_144;

/**
 * Writes events, all or nothing. Safe to repeat, from two processes at once and after being killed: an event already
 * there counts as duplicate, and of two contents under one id the later generation wins, then the greater hash.
 * Connections are folded: those of a batch are written for themselves, before the others.
 */
export async function save(graph: Graph, sightings: readonly Sighting[], arrivedAt: Instant): Promise<Saved> {
  const folding = sightings.filter(({ event }) => isFoldable(event));
  const folded = await connections.save(graph, folding, arrivedAt);
  const single = folding.length === 0 ? sightings : sightings.filter(({ event }) => !isFoldable(event));
  const saved = await saveEach(graph, single, arrivedAt);
  return { isNew: folded.isNew + saved.isNew, duplicate: folded.duplicate + saved.duplicate };
}

// What costs the server most is not the writing but the planning of a statement: a second the first time, and again when a
// list is ten times as long as before or the graph has grown. So the statements of this path take one map, whose lists it does
// not measure, and keep their plan (`replan=skip`): every step of them is a look-up by key, whatever is in the graph.
async function saveEach(graph: Graph, sightings: readonly Sighting[], arrivedAt: Instant): Promise<Saved> {
  if (sightings.length === 0) return { isNew: 0, duplicate: 0 };
  const distinct = latestOfEach(sightings);
  const rows = distinct.map((sighting) => fieldsOf(sighting, arrivedAt));
  const writer = digestOf(`${process.pid}/${process.hrtime.bigint()}`, 16);
  let tries = 0;
  const isNew = await graph.together(async (tx) => {
    tries += 1;
    const token = `${writer}.${tries}`;
    const written = await tx.run(queries.events.save, { batch: { writer, token, rows } });
    const fresh = new Set(written.filter((row) => row.isNew).map(({ id }) => id));
    const kept = new Map(written.map(({ id, hash }) => [id, hash]));
    const other = rows.filter(({ id, hash }) => kept.get(id) !== hash);
    const replaced = other.length === 0 ? [] : await tx.run(queries.events.supersede, { batch: { token, rows: other } });
    const moved = distinct.filter((sighting) => isNameless(sighting.event) && !fresh.has(sighting.event.id));
    if (moved.length > 0) await tx.run(queries.events.resighted, { batch: { rows: moved.map(sightedAt) } });
    const nodes = new Map([...written.filter(({ isMade }) => isMade), ...replaced].map(({ id, node }) => [id, node]));
    await tie(tx, {
      changed: distinct.flatMap(({ event }) => {
        const node = nodes.get(event.id);
        return node === undefined ? [] : [{ event, node }];
      }),
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

export interface Intake {
  /** Changes with every arrival. */
  readonly token: string;
  readonly count: number;
  /** Time of the newest event; of a few dated ahead of their own arrival, a source's clock is wrong, and they do not count. */
  readonly newest: Instant | undefined;
  /** How many those are. */
  readonly ahead: number;
}

/** More than one in so many ahead of their arrival: it is this machine's clock that is wrong, or the data are of another year. */
const FEW = 100;

export async function intake(graph: Graph): Promise<Intake> {
  const [row] = await graph.run(queries.events.intake, {});
  const { count = 0, arrivals = 0, newest, sane, ahead = 0 } = row ?? {};
  const isSkew = ahead > 0 && ahead * FEW < count;
  return {
    ...{ token: `${count}/${arrivals}`, count, ahead: isSkew ? ahead : 0 },
    newest: (isSkew ? sane : newest) ?? undefined,
  };
}

// The fields were written from an Event and by nothing else.
const restored = (fields: readonly Pair[]): Event => Object.fromEntries(fields) as unknown as Event;

const isNameless = ({ id }: Event): boolean => id.includes(':#');
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

/** What an event's node holds, but for its token. */
export function fieldsOf({ event, hash, raw, generatedAt = 0, file, line }: Sighting, arrivedAt: Instant) {
  const place = isNameless(event) ? { seenIn: file, seenLine: line } : {};
  // The title is what Neo4j Browser writes on the node.
  return { ...event, title: event.operation, hash, generatedAt, arrivedAt, raw: keptOf(event, raw), ...place };
}

const keptOf = ({ kind }: Event, raw: string): string => (kind === 'mail' ? shortened(raw, MOST_RAW) : raw.slice(0, MOST_RAW));
