// Where the habits of an entity are: along which relationship, towards what, and whether they are its own or those others
// have of it. A device's people are people's devices seen from the other end.

import type { EntityLabel } from '../../model/graph.ts';
import { rows } from '../dimension.ts';
import type { Dimension, DimensionSpec, HabitType } from '../dimension.ts';

export interface Way {
  readonly dimension: Dimension;
  readonly relationship: HabitType;
  /** What is at the other end. */
  readonly other: EntityLabel | 'Trait';
  /** The habit is the entity's own; else it is the other's, and the entity is its value. */
  readonly isOwn: boolean;
}

const known = new Map<EntityLabel, readonly Way[]>();

/** Every way to the habits of an entity of a label, in the order of the dimensions. */
export function waysOf(label: EntityLabel): readonly Way[] {
  const found = known.get(label) ?? rows.flatMap(([dimension, spec]) => waysBy(label, dimension, spec));
  known.set(label, found);
  return found;
}

/** The way of a dimension; undefined where entities of the label have no such habit. */
export const wayOf = (label: EntityLabel, dimension: Dimension): Way | undefined =>
  waysOf(label).find((way) => way.dimension === dimension);

function waysBy(label: EntityLabel, dimension: Dimension, spec: DimensionSpec): readonly Way[] {
  if (spec.mirrors !== undefined) return [];
  const { relationship } = spec;
  const own: Way = { dimension, relationship, other: spec.label, isOwn: true };
  const [mirror] = rows.find(([, it]) => it.mirrors === dimension) ?? [dimension];
  const others: Way = { dimension: mirror, relationship, other: spec.of, isOwn: false };
  return [...(spec.of === label ? [own] : []), ...(spec.label === label ? [others] : [])];
}

/** What a stored habit is a habit of, seen from an entity; `kind` is that of a trait. */
export const dimensionOf = (
  label: EntityLabel,
  stored: { readonly relationship: string; readonly other: string; readonly kind: string | null; readonly isOwn: boolean },
): Dimension | undefined =>
  waysOf(label).find(
    ({ dimension, relationship, other, isOwn }) =>
      relationship === stored.relationship &&
      other === stored.other &&
      isOwn === stored.isOwn &&
      (other !== 'Trait' || dimension === stored.kind),
  )?.dimension;
