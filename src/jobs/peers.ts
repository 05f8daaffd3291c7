// Who works with whom by an engine of one's choice, beside what is stored: reads, and writes nothing.

import type { PeersEngine } from '../config.ts';
import { groupsByGds } from '../graph/gds.ts';
import type { Graph } from '../graph/graph.ts';
import * as identities from '../graph/identities.ts';
import { newestAt } from '../graph/life.ts';
import * as peers from '../graph/peers.ts';
import { adjustedRand } from '../learn/communities/agreement.ts';
import type { Edge } from '../learn/communities/csr.ts';
import { groupsWithoutLabels } from '../learn/communities/groups.ts';
import type { Grouping } from '../learn/communities/groups.ts';
import { noLineage } from '../learn/peers/lineage.ts';
import type { Lineage } from '../learn/peers/lineage.ts';
import { regroup } from '../learn/peers/regroup.ts';
import { similarity } from '../learn/peers/similarity.ts';
import { dayOf, midnightOf } from '../model/time.ts';

/** Groups people by an engine of this process. */
export const groupBy =
  (engine: 'own' | 'graphology') =>
  (edges: readonly Edge[]): Grouping =>
    groupsWithoutLabels(edges, { engine: engine === 'own' ? 'louvain' : 'graphology' });

export interface Compared {
  readonly groups: Lineage['groups'];
  readonly memberships: Lineage['memberships'];
  readonly engine: Grouping['chosen']['engine'];
  readonly ties: number;
  /** People in a group by both, and how alike the two are for them (adjusted Rand index; 1 is the same). */
  readonly common: number;
  readonly likeness: number;
}

/** The groups an engine makes of what is stored, as of the newest event. Throws GdsError where it has to be the database's and is not there. */
export async function compare(graph: Graph, engine: PeersEngine): Promise<Compared> {
  const at = await newestAt(graph);
  const habits = await peers.storedHabits(graph);
  const whose = await identities.names(graph);
  const before = dayOf(at ?? 0) + 1;
  const personOf = (address: string): string => whose.get(address) ?? address;
  const { edges } = similarity(habits, before, { personOf });
  const grouping =
    engine === 'gds' ? await groupsByGds(graph, edges) : engine === 'auto' ? groupsWithoutLabels(edges) : groupBy(engine)(edges);
  const { groups, memberships } = regroup(noLineage, habits, { at: midnightOf(before), before, personOf, group: () => grouping });
  const stored = new Map((await peers.now(graph)).map(({ user, group }) => [user, group]));
  return { groups, memberships, engine: grouping.chosen.engine, ties: edges.length, ...likeness(groups, stored) };
}

function likeness(groups: Lineage['groups'], stored: ReadonlyMap<string, string>): Pick<Compared, 'common' | 'likeness'> {
  const both = groups.flatMap(({ id, members }) =>
    members.flatMap((member) => {
      const other = stored.get(member);
      return other === undefined ? [] : [[id, other] as const];
    }),
  );
  const numbered = (side: 0 | 1): number[] => {
    const numbers = new Map([...new Set(both.map((pair) => pair[side]))].map((id, number) => [id, number]));
    return both.map((pair) => numbers.get(pair[side]) ?? 0);
  };
  return { common: both.length, likeness: adjustedRand(numbered(0), numbered(1)) };
}

/** Somebody and the group they belong to now. */
export type Member = Awaited<ReturnType<typeof peers.now>>[number];

/** By name, as what is stored. */
export const membersIn = ({ groups, memberships }: Pick<Compared, 'groups' | 'memberships'>): Member[] =>
  groups
    .flatMap(({ id: group, label, members }) =>
      members.map((user) => {
        const { since = 0, degree = null } = memberships.get(user)?.at(-1) ?? {};
        return { user, group, label, since, degree };
      }),
    )
    .sort((a, b) => (a.user < b.user ? -1 : 1));

/** Of a group for people to read, so many are named. */
const MOST_NAMED = 40;
/** Less of what ties somebody to others ties them to their group. */
const ON_THE_FENCE = 0.5;

/** Groups with their people, the largest first; who is tied to others at least as much is marked with how much is inside. */
export function groupsInWords(members: readonly Member[]): string {
  const groups = new Map<string, Member[]>();
  for (const member of members) if (groups.get(member.group)?.push(member) === undefined) groups.set(member.group, [member]);
  if (groups.size === 0) return 'No groups: nobody is known to share anything with others yet.';
  const ordered = [...groups.values()].sort(
    (a, b) => b.length - a.length || ((a[0]?.group ?? '') < (b[0]?.group ?? '') ? -1 : 1),
  );
  return ordered
    .map((own) => {
      const named = own.slice(0, MOST_NAMED).map(nameIn).join(', ');
      const others = own.length > MOST_NAMED ? ` and ${own.length - MOST_NAMED} others` : '';
      return `${own[0]?.label ?? ''}  (${own[0]?.group ?? ''})\n- ${named}${others}`;
    })
    .join('\n\n');
}

const nameIn = ({ user, degree }: Member): string =>
  degree !== null && degree < ON_THE_FENCE ? `${user} (${Math.round(100 * degree)}\u00a0%)` : user;
