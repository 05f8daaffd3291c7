// Connections and look-ups into the graph, folded: what the records of one hour between the same two sides add up to.
//
// Reading back needs nothing of its own: a fold is an Event like any other, and `events.upTo` restores it.

import * as folds from '../ingest/fold.ts';
import type { Leaf, Part, Shared } from '../ingest/fold.ts';
import type { Connection } from '../model/event.ts';
import type { Fields } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import type { Saved, Sighting } from './events.ts';
import type { Graph, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';
import { tie } from './ties.ts';

/** What arrives for one fold. */
interface Arrival {
  readonly id: string;
  readonly shared: Shared;
  readonly parts: Part[];
}

/** A leaf that is held, and what arrives for it. */
interface Held {
  readonly leaf: Leaf;
  readonly arrivedAt: Instant;
  readonly arriving: readonly Part[];
}

/** An Event to write. */
interface Change {
  readonly fields: Fields;
  readonly isNew: number;
  /** Set where the Event was not there before. */
  readonly made?: Connection;
}

/**
 * Adds sightings that `isFoldable` to their folds, all or nothing. Safe to repeat, from two processes at once and after
 * being killed: a record that is in its fold already counts as duplicate and adds nothing.
 */
export async function save(graph: Graph, sightings: readonly Sighting[], arrivedAt: Instant): Promise<Saved> {
  if (sightings.length === 0) return { isNew: 0, duplicate: 0 };
  const arrivals = arrivalsIn(sightings);
  const isNew = await graph.together(async (tx) => {
    const changes = await changesBy(tx, arrivals, arrivedAt);
    if (changes.length === 0) return 0;
    const saved = await tx.run(queries.connections.save, { batch: { rows: changes.map(({ fields }) => fields) } });
    const nodes = new Map(saved.map(({ id, node }) => [id, node]));
    // What a fold touches never changes, so it is tied once.
    const made = changes.flatMap(({ made: event }) => (event === undefined ? [] : [{ event, node: nodes.get(event.id) ?? '' }]));
    await tie(tx, { changed: made, told: sightings });
    return changes.reduce((sum, change) => sum + change.isNew, 0);
  });
  return { isNew, duplicate: sightings.length - isNew };
}

/** By fold, in the order of their ids, in which they are held. */
function arrivalsIn(sightings: readonly Sighting[]): readonly Arrival[] {
  const arrivals = new Map<string, Arrival>();
  for (const { event, file, line } of sightings) {
    if (!folds.isFoldable(event)) throw new Error(`${event.id} is no event that folds`);
    const { id, shared } = folds.foldOf(event);
    const arrival = arrivals.get(id) ?? { id, shared, parts: [] };
    arrivals.set(id, arrival);
    arrival.parts.push(folds.partOf(event, { file, line }));
  }
  return [...arrivals.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whoever holds a fold's first leaf holds the fold: the further ones are reached only through it. */
async function changesBy(tx: Transaction, arrivals: readonly Arrival[], arrivedAt: Instant): Promise<readonly Change[]> {
  const firsts = rowsById(await tx.run(queries.connections.hold, { batch: { ids: arrivals.map(({ id }) => id) } }));
  const shares = arrivals.map((arrival) => sharesOf(arrival, firsts.get(arrival.id)?.further ?? []));
  const ids = shares.flatMap(({ arrival, byPrefix }) => [...byPrefix.keys()].map((prefix) => folds.leafId(arrival.id, prefix)));
  const wanted = ids.filter((id) => !firsts.has(id)).sort();
  const others = wanted.length === 0 ? firsts : rowsById(await tx.run(queries.connections.hold, { batch: { ids: wanted } }));

  return shares.flatMap(({ arrival, further, byPrefix }) => {
    const held = [...byPrefix].map(([prefix, arriving]) => {
      const id = folds.leafId(arrival.id, prefix);
      return { ...heldIn(prefix, firsts.get(id) ?? others.get(id)), arriving };
    });
    return changesOf(arrival, further, held, arrivedAt);
  });
}

type Row = NonNullable<typeof queries.connections.hold.types>['row'];

const rowsById = (rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));

/** What arrives, shared out to the leaves there are. */
function sharesOf(arrival: Arrival, further: readonly string[]) {
  const prefixes = [folds.firstPrefix(further), ...further];
  const byPrefix = new Map<string, Part[]>();
  for (const part of arrival.parts) {
    const prefix = folds.prefixFor(prefixes, part);
    const parts = byPrefix.get(prefix) ?? [];
    byPrefix.set(prefix, parts);
    parts.push(part);
  }
  return { arrival, further, byPrefix };
}

function changesOf(arrival: Arrival, further: readonly string[], held: readonly Held[], arrivedAt: Instant): Change[] {
  const grown = held.map((one) => ({ ...one, growth: folds.grown(one.leaf, one.arriving) }));
  const changes = grown
    .filter(({ growth }) => growth.isChanged)
    .flatMap(({ leaf, growth, arrivedAt: before }) =>
      growth.leaves.map((now, index) => {
        // The first of them keeps the id of the leaf that split.
        const isMade = index > 0 || leaf.parts.length === 0;
        // Later than before, so that whoever asks what has arrived is told of this, too.
        return changeOf(arrival, now, {
          isMade,
          isNew: index === 0 ? growth.isNew : 0,
          arrivedAt: Math.max(arrivedAt, before + 1),
        });
      }),
    );
  const added = grown.flatMap(({ growth }) => growth.leaves.slice(1).map(({ prefix }) => prefix));
  if (added.length === 0) return changes;

  const splitting = new Map(grown.map(({ leaf, growth }) => [leaf.prefix, growth.leaves[0]?.prefix ?? leaf.prefix]));
  const now = [...further.map((prefix) => splitting.get(prefix) ?? prefix), ...added].sort();
  return [...changes, { fields: { id: arrival.id, further: now }, isNew: 0 }];
}

function changeOf(
  { id, shared }: Arrival,
  leaf: Leaf,
  { isMade, isNew, arrivedAt }: { readonly isMade: boolean; readonly isNew: number; readonly arrivedAt: Instant },
): Change {
  const event = folds.eventOf(id, shared, leaf);
  const { at, lastAt, outcome, count, failures, bytesOut, bytesIn, record, records } = event;
  const sums = { id: event.id, at, lastAt, outcome, count, failures, bytesOut, bytesIn, record, records };
  // The title is what Neo4j Browser writes on the node.
  const said = isMade ? { ...event, title: event.operation } : sums;
  return {
    fields: { ...said, hash: folds.hashOf(event.id, leaf), arrivedAt, ...written(leaf.parts) },
    isNew,
    ...(isMade ? { made: event } : {}),
  };
}

/** The hashes as a list that can be looked at, and beside it, in the same order, what each record adds. */
const written = (parts: readonly Part[]): { folded: readonly string[]; parts: string } => ({
  folded: parts.map(({ hash }) => hash),
  parts: JSON.stringify(
    parts.map(({ at, lastAt, count, failures, bytesOut, bytesIn, record }) => [
      ...[at, lastAt, count, failures, bytesOut, bytesIn],
      ...(typeof record === 'string' ? [record] : [record.file, record.line]),
    ]),
  ),
});

type Written = [number, number, number, number, number, number, string, number?];

// It was written by the function above and by nothing else.
function heldIn(prefix: string, row: Row | undefined): { leaf: Leaf; arrivedAt: Instant } {
  const said = JSON.parse(row?.parts ?? '[]') as Written[];
  const parts = said.map(([at, lastAt, count, failures, bytesOut, bytesIn, name, line], index) => ({
    hash: row?.folded[index] ?? '',
    ...{ at, lastAt, count, failures, bytesOut, bytesIn },
    record: line === undefined ? name : { file: name, line },
  }));
  return { leaf: { prefix, parts }, arrivedAt: row?.arrivedAt ?? 0 };
}
