// One entity as a person looks at it: how it is named, what is usual for it, what was found, and what touched it.

import { foldName } from '../ingest/name.ts';
import type { Dimension } from '../learn/dimension.ts';
import { dimensionOf, wayOf } from '../learn/life/ways.ts';
import type { EntityRef } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import type { Graph, Transaction } from './graph.ts';
import { along } from './life.ts';
import { queries } from './queries.gen.ts';
import { recorded, type RecordedEvent } from './records.ts';

export interface Entity extends EntityRef {
  /** The database's own handle; good for as long as one request takes. */
  readonly element: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly names: readonly string[];
  /** How many relationships there are at it. */
  readonly touches: number;
}

/** Of what is touched more often than this, no more is looked at: a busy address must not stop the database. */
const MOST = 100_000;
export const MOST_HABITS = 200;
const MOST_MEMBERS = 200;
const MOST_MEMBERSHIPS = 12;
const MOST_GROUPS = 1_000;

/** By label and key; a person also by any of their names. Letters of either case mean the same. */
export async function find(graph: Transaction, label: EntityLabel, asked: string): Promise<Entity | undefined> {
  for (const key of new Set([asked, foldName(asked)])) {
    const [row] = await graph.run(queries.entities.find, { label, key, number: label === 'Asn' ? Number(key) || 0 : 0 });
    if (row === undefined) continue;
    // The label is the one that was asked for.
    return { ...row, label, name: row.name ?? row.key, kind: row.kind ?? undefined };
  }
  return undefined;
}

/** When it was first and last seen; neither for what no event touched. */
export async function span(graph: Graph, { element }: Entity): Promise<{ firstAt: Instant | null; lastAt: Instant | null }> {
  const [row] = await graph.run(queries.entities.span, { element, limit: MOST });
  return row ?? { firstAt: null, lastAt: null };
}

/**
 * What is usual for it, the most used first: of a person what they use, of anything else who uses it. In one dimension, or
 * in all whose values are entities; none where entities of its label have no such habit.
 */
export async function habits(graph: Graph, { element, label }: Entity, dimension?: Dimension, limit = MOST_HABITS) {
  const way = dimension === undefined ? undefined : wayOf(label, dimension);
  if (dimension !== undefined && way === undefined) return [];
  const rows = await graph.run(queries.entities.habits, { element, ...along(way), most: MOST, limit });
  return rows.map((row) => ({ ...row, dimension: dimensionOf(label, { ...row, other: row.label }) }));
}

/** Ids of the newest findings about it. */
export async function findingsOf(graph: Graph, { element }: Entity, limit: number): Promise<string[]> {
  return (await graph.run(queries.entities.findings, { element, limit })).map(({ id }) => id);
}

/** Ids of the incidents it has a part in, the highest score first. */
export async function incidentsOf(graph: Graph, { element }: Entity, limit: number): Promise<string[]> {
  return (await graph.run(queries.entities.incidents, { element, limit })).map(({ id }) => id);
}

/** What touched it after a place in the order of the newest first. */
export async function events(
  graph: Graph,
  { element }: Entity,
  [at, id]: readonly [at: Instant, id: string],
  limit: number,
): Promise<RecordedEvent[]> {
  const rows = await graph.run(queries.entities.events, { element, at, id, most: MOST, limit });
  return rows.map(({ event }) => recorded(event));
}

export async function eventCount(graph: Graph, { element }: Entity): Promise<number> {
  const [row] = await graph.run(queries.entities.eventCount, { element });
  return row?.count ?? 0;
}

export async function event(graph: Graph, id: string): Promise<RecordedEvent | undefined> {
  const [row] = await graph.run(queries.entities.event, { id });
  return row === undefined ? undefined : recorded(row.event);
}

/** The peer group a person belongs to now. */
export async function groupOf(graph: Graph, { element }: Entity) {
  const [row] = await graph.run(queries.entities.groupOf, { element });
  return row === undefined ? undefined : group(graph, row.id);
}

/** Every group a person belonged to, the newest first. */
export const memberships = (graph: Graph, { element }: Entity) =>
  graph.run(queries.entities.memberships, { element, limit: MOST_MEMBERSHIPS });

export type PeerGroup = Awaited<ReturnType<typeof groups>>[number];

export async function group(graph: Graph, id: string) {
  const [row] = await graph.run(queries.entities.groups, { id, limit: 1, members: MOST_MEMBERS });
  return row;
}

/** The largest first. */
export const groups = (graph: Graph) =>
  graph.run(queries.entities.groups, { id: null, limit: MOST_GROUPS, members: MOST_MEMBERS });
