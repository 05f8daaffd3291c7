// Who works like whom: people who use the same sites and mailboxes, grouped by Louvain.
//
// The resolution of the communities is chosen without labels: the one whose
// partitions agree best from seed to seed (Lambiotte et al. 2008), among those whose groups are of a team's size.

import type { Day } from '../model/time.ts';
import type { Dimension } from './dimension.ts';
import { each, peopleWith } from './habits.ts';
import type { Habits } from './habits.ts';
import { communities } from './louvain.ts';
import type { Edge } from './louvain.ts';

export interface PeerGroup {
  readonly id: string;
  /** What its members share, in words. */
  readonly label: string;
  readonly members: readonly string[];
}

const SHARED_USE: readonly Dimension[] = ['site', 'mailbox', 'mailboxWritten'];
/** A site or mailbox used by more people than this tells nothing about who works with whom. */
const HUB = 200;
const RESOLUTIONS = [1, 1.5, 2, 3, 4];
const SEEDS = 5;
/** Teams rarely have fewer or more members; a prior on size, not a limit. */
const TEAM = { least: 4, most: 60 };

/** Groups of people by what they used before `before`; people who share nothing belong to none. */
export function groupsOf(habits: Habits, before: Day): readonly (readonly string[])[] {
  const edges = sharedUse(habits, before);
  if (edges.length === 0) return [];
  const candidates = RESOLUTIONS.map((resolution) => candidate(edges, resolution));
  const teamSized = candidates.filter(({ meanSize }) => meanSize >= TEAM.least && meanSize <= TEAM.most);
  return (teamSized.length > 0 ? teamSized : candidates).reduce((a, b) => (b.stability > a.stability + 1e-9 ? b : a)).groups;
}

/** Gives each group the id of the earlier group most of whose members it has, else one from its own members. */
export function named(
  groups: readonly (readonly string[])[],
  earlier: readonly PeerGroup[],
  label: (members: readonly string[]) => string,
  idOf: (members: readonly string[]) => string,
): PeerGroup[] {
  const taken = new Set<string>();
  return groups.map((members) => {
    const heir = earlier
      .filter(({ id }) => !taken.has(id))
      .map((group) => ({ id: group.id, overlap: jaccard(group.members, members) }))
      .sort((a, b) => b.overlap - a.overlap || (a.id < b.id ? -1 : 1))[0];
    const id = heir !== undefined && heir.overlap >= 0.5 ? heir.id : idOf(members);
    taken.add(id);
    return { id, label: label(members), members };
  });
}

/** What at least half of the members use and fewest others do. */
export function mostSpecific(habits: Habits, members: readonly string[]): string | undefined {
  const inside = new Map<string, number>();
  for (const member of members)
    for (const dimension of SHARED_USE)
      for (const value of habits.byPerson.get(member)?.get(dimension)?.keys() ?? [])
        inside.set(value, (inside.get(value) ?? 0) + 1);
  const everybody = (value: string): number =>
    Math.max(...SHARED_USE.map((dimension) => peopleWith(habits, dimension, value).size), 1);
  return [...inside]
    .filter(([, count]) => count * 2 >= members.length)
    .map(([value, count]) => ({ value, lift: count / everybody(value), count }))
    .sort((a, b) => b.lift * b.count - a.lift * a.count || (a.value < b.value ? -1 : 1))[0]?.value;
}

/** How much two people share: every common site or mailbox gives one, divided among those who use it. */
function sharedUse(habits: Habits, before: Day): Edge[] {
  const weights = new Map<string, number>();
  for (const people of usersOfEach(habits, before)) {
    if (people.length < 2 || people.length > HUB) continue;
    const share = 1 / (people.length - 1);
    for (const [index, a] of people.entries())
      for (const b of people.slice(index + 1)) weights.set(`${a}\n${b}`, (weights.get(`${a}\n${b}`) ?? 0) + share);
  }
  return [...weights].map(([pair, weight]) => {
    const [a = '', b = ''] = pair.split('\n');
    return { a, b, weight };
  });
}

/** The people of every shared site and mailbox, in a fixed order, so that weights add up the same way every time. */
function usersOfEach(habits: Habits, before: Day): string[][] {
  const users = new Map<string, string[]>();
  each(habits, (person, dimension, value, kept) => {
    if (!SHARED_USE.includes(dimension) || (kept.days[0] ?? before) >= before) return;
    const key = `${dimension}\n${value}`;
    const list = users.get(key);
    if (list === undefined) users.set(key, [person]);
    else list.push(person);
  });
  return [...users.keys()].sort().map((key) => (users.get(key) ?? []).sort());
}

function candidate(edges: readonly Edge[], resolution: number) {
  const settings = Array.from({ length: SEEDS }, (_, run) => ({ resolution, seed: `peers/${run}` }));
  const runs = communities(edges, settings);
  const first = runs[0] ?? {};
  const people = Object.keys(first);
  const groups = membersOf(first);
  return { groups, meanSize: people.length / Math.max(1, groups.length), stability: agreement(runs, people) };
}

function membersOf(membership: Readonly<Record<string, number>>): string[][] {
  const groups = new Map<number, string[]>();
  for (const person of Object.keys(membership).sort()) {
    const group = membership[person] ?? 0;
    groups.set(group, [...(groups.get(group) ?? []), person]);
  }
  return [...groups.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

/** Mean adjusted Rand index (Hubert & Arabie 1985) between all pairs of runs. */
function agreement(runs: readonly Readonly<Record<string, number>>[], nodes: readonly string[]): number {
  let sum = 0;
  let pairs = 0;
  for (const [index, a] of runs.entries())
    for (const b of runs.slice(index + 1)) {
      sum += adjustedRand(a, b, nodes);
      pairs += 1;
    }
  return pairs === 0 ? 1 : sum / pairs;
}

export function adjustedRand(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  nodes: readonly string[],
): number {
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (const node of nodes) {
    const row = a[node] ?? -1;
    const column = b[node] ?? -1;
    bump(cells, `${row}/${column}`);
    bump(rows, row);
    bump(columns, column);
  }
  const both = pairsWithin(cells);
  const inRows = pairsWithin(rows);
  const inColumns = pairsWithin(columns);
  const all = (nodes.length * (nodes.length - 1)) / 2;
  const chance = all === 0 ? 0 : (inRows * inColumns) / all;
  const most = (inRows + inColumns) / 2;
  return most === chance ? 1 : (both - chance) / (most - chance);
}

const bump = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);
const pairsWithin = (map: ReadonlyMap<unknown, number>): number =>
  [...map.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);

function jaccard(a: readonly string[], b: readonly string[]): number {
  const inA = new Set(a);
  const shared = b.filter((member) => inA.has(member)).length;
  return shared / (a.length + b.length - shared);
}
