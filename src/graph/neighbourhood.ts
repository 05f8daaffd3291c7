// An entity and what it is tied to, for a hunter who walks the graph from one thing to the next.

import type { EntityLabel } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import { eventCount } from './entities.ts';
import type { Entity } from './entities.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export interface Neighbour {
  readonly label: EntityLabel;
  readonly key: string;
  readonly name: string;
  readonly kind: string | undefined;
  /** What the entity is to a shared event and what the neighbour is; the second is null where they are tied directly. */
  readonly ways: readonly { readonly relationship: string; readonly through: string | null }[];
  /** Events that touch both. */
  readonly events: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  /** How much else touches it. */
  readonly elsewhere: number;
}

export interface Neighbourhood {
  readonly neighbours: readonly Neighbour[];
  readonly touches: number;
  /** Only the newest events were walked. */
  readonly isCut: boolean;
}

/** Of what is touched more often, so much is looked at, and of that the newest are walked: a busy address in a second or two. */
const MOST_LOOKED_AT = 100_000;
const MOST_WALKED = 10_000;

/** What the least else touches comes first. */
export async function neighbourhood(
  graph: Graph,
  of: Entity,
  limit: number,
  labels: readonly EntityLabel[] | null = null,
): Promise<Neighbourhood> {
  const { element } = of;
  const asked = { element, labels, most: MOST_LOOKED_AT, events: MOST_WALKED, limit };
  const [rows, touches] = await Promise.all([graph.run(queries.walk.neighbours, asked), eventCount(graph, of)]);
  return { neighbours: rows.map(neighbour), touches, isCut: touches > MOST_WALKED };
}

interface Row extends Omit<Neighbour, 'label' | 'name' | 'kind' | 'ways'> {
  readonly label: string;
  readonly name: string | null;
  readonly kind: string | null;
  readonly ways: readonly (readonly (string | null)[])[];
}

const neighbour = ({ label, name, kind, ways, ...row }: Row): Neighbour => ({
  ...row,
  // Only entities are at that end.
  label: label as EntityLabel,
  name: name ?? row.key,
  kind: kind ?? undefined,
  ways: ways.map(([relationship, through]) => ({ relationship: relationship ?? '', through: through ?? null })),
});
