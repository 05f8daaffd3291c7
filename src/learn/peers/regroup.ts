// One more look at who works with whom: habits in, groups with their history out.

import type { Day, Instant } from '../../model/time.ts';
import type { Edge } from '../communities/csr.ts';
import { groupsWithoutLabels } from '../communities/groups.ts';
import type { Habits } from '../habits.ts';
import type { Who } from './evidence.ts';
import { describe } from './label.ts';
import { advance } from './lineage.ts';
import type { Lineage } from './lineage.ts';
import { similarity } from './similarity.ts';

export interface Regrouping extends Who {
  /** When the groups begin to hold. */
  readonly at: Instant;
  /** Habits count as of the midnight that begins this day. */
  readonly before: Day;
  /** Who proposes groups, if not the engine that fits the number of people; nobody is in two. */
  readonly group?: (edges: readonly Edge[]) => { readonly groups: readonly (readonly string[])[] };
}

/** What does not change from week to week. */
export type Peering = Pick<Regrouping, 'personOf' | 'group'>;

export function regroup(lineage: Lineage, habits: Habits, regrouping: Regrouping): Lineage {
  const { at, before, group = groupsWithoutLabels } = regrouping;
  const { edges } = similarity(habits, before, regrouping);
  return advance(lineage, {
    at,
    edges,
    groups: group(edges).groups,
    describe: (members, inside) => describe(habits, before, members, inside),
  });
}
