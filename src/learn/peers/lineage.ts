// Peer groups from week to week: the same group keeps its id, and whatever changes has a cause that is written down.
//
// A proposed group is the standing one it overlaps most (Jaccard 1912), the best matches first; settle.ts says who follows
// what is proposed. Whatever then befell a group is a birth, a merge, a split or a death.
//
// It does not say who belongs together: that is proposed to it.

import { digestOf } from '../../ingest/digest.ts';
import type { Instant } from '../../model/time.ts';
import type { Edge } from '../communities/csr.ts';
import { settle } from './settle.ts';
import type { Belonging } from './settle.ts';

export interface PeerGroup {
  readonly id: string;
  /** What it is called, in a few words. */
  readonly name: string;
  /** The name with the reason for it. */
  readonly label: string;
  /** Ascending. */
  readonly members: readonly string[];
  readonly bornAt: Instant;
  /** How it came to be. */
  readonly because: string;
}

export interface PastGroup extends Omit<PeerGroup, 'members'> {
  /** How many belonged to it at the end. */
  readonly size: number;
  readonly diedAt: Instant;
  readonly diedBecause: string;
}

export interface Membership {
  readonly group: string;
  readonly since: Instant;
  /** Absent while it lasts. */
  readonly until?: Instant;
  /** 0 to 1: how much of what ties the person to others ties them to this group, to two decimals. */
  readonly degree: number;
}

export interface Change {
  readonly at: Instant;
  readonly kind: 'birth' | 'merge' | 'split' | 'death';
  /** Ids before and after, ascending; a group that lives on is among both. */
  readonly from: readonly string[];
  readonly into: readonly string[];
  readonly because: string;
}

export interface Lineage {
  /** Those that stand, by id. */
  readonly groups: readonly PeerGroup[];
  /** Those that have ended, the newest last. */
  readonly past: readonly PastGroup[];
  /** Of each person, the oldest first; at most the last one lasts. */
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
  /** The newest last. */
  readonly changes: readonly Change[];
  /** What was proposed last, person by person; what is proposed again is believed. */
  readonly proposed: ReadonlyMap<string, string>;
}

export interface Proposal {
  readonly at: Instant;
  /** Nobody is in two. */
  readonly groups: readonly (readonly string[])[];
  readonly edges: readonly Edge[];
  /** What a group is called; the weight a member has inside tells who is at its heart. */
  readonly describe: (members: readonly string[], inside: (member: string) => number) => { name: string; label: string };
}

/** As many as two years of moves, for most; what is older is forgotten. */
const MOST_MEMBERSHIPS = 12;
const MOST_PAST = 1_000;
const MOST_CHANGES = 10_000;
/** A group with less in common with an earlier one is another group. */
const LEAST_OVERLAP = 0.25;

export const noLineage: Lineage = { groups: [], past: [], memberships: new Map(), changes: [], proposed: new Map() };

/** The lineage after one more proposal. The same proposals in the same order give the same ids. */
export function advance(lineage: Lineage, proposal: Proposal): Lineage {
  const proposed = recognised(lineage, proposal);
  const before = standingOf(lineage);
  const after = settle({ before, proposed, last: lineage.proposed, edges: proposal.edges });
  const old = new Map(lineage.groups.map((group) => [group.id, group]));
  const members = membersOf(after);
  const changes = changesBetween(before, after, old, members, proposal.at);
  const reasons = new Map(
    changes.flatMap(({ kind, into, because }) => (kind === 'death' ? [] : into.map((id) => [id, because]))),
  );
  const inside = weightsInside(proposal.edges, after);
  const groups = [...members].map(([id, own]): PeerGroup => {
    const { bornAt = proposal.at, because = reasons.get(id) ?? '' } = old.get(id) ?? {};
    return { id, ...proposal.describe(own, (member) => inside(member).within), members: own, bornAt, because };
  });
  return {
    groups,
    past: [...lineage.past, ...ended(lineage, members, changes, proposal.at)].slice(-MOST_PAST),
    memberships: membershipsAfter(lineage, after, inside, proposal.at),
    changes: [...lineage.changes, ...changes].slice(-MOST_CHANGES),
    proposed,
  };
}

type Members = ReadonlyMap<string, readonly string[]>;

const standingOf = ({ groups }: Lineage): Map<string, string> =>
  new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));

/** Groups in the order of their ids, members in theirs. */
function membersOf(belonging: Belonging): Members {
  const members = new Map<string, string[]>();
  for (const [person, id] of belonging) if (members.get(id)?.push(person) === undefined) members.set(id, [person]);
  return new Map([...members].sort(([a], [b]) => compare(a, b)).map(([id, own]) => [id, own.sort()]));
}

/** The id of each proposed group, person by person: of what stands or was proposed last, the one it overlaps most; else a new one. */
function recognised(lineage: Lineage, { groups, at }: Proposal): Map<string, string> {
  const pairs = overlaps(groups, [standingOf(lineage), lineage.proposed]);
  const idOf = new Map<number, string>();
  const taken = new Set<string>();
  for (const { index, id } of pairs) {
    if (idOf.has(index) || taken.has(id)) continue;
    idOf.set(index, id);
    taken.add(id);
  }
  return new Map(
    groups.flatMap((members, index) => {
      const id = idOf.get(index) ?? `group-${digestOf(`${at}\n${members.join('\n')}`, 10)}`;
      return members.map((member) => [member, id] as const);
    }),
  );
}

/** What might be the same, the likeliest first: what stands and what was proposed last weigh alike. */
function overlaps(groups: Proposal['groups'], earlier: readonly Belonging[]) {
  const sizes = earlier.map(sizesOf);
  const pairs = groups.flatMap((members, index) => {
    const found = new Map<string, { sum: number; most: number }>();
    for (const [which, belonging] of earlier.entries())
      for (const [id, common] of sizesOf(new Map(members.map((member) => [member, belonging.get(member) ?? ''])))) {
        if (id === '') continue;
        const overlap = common / (members.length + (sizes[which]?.get(id) ?? 0) - common);
        const { sum = 0, most = 0 } = found.get(id) ?? {};
        found.set(id, { sum: sum + overlap, most: Math.max(most, overlap) });
      }
    return [...found].filter(([, { most }]) => most >= LEAST_OVERLAP).map(([id, { sum }]) => ({ index, id, sum }));
  });
  return pairs.sort((a, b) => b.sum - a.sum || compare(a.id, b.id) || a.index - b.index);
}

function sizesOf(belonging: Belonging): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const id of belonging.values()) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  return sizes;
}

interface Weights {
  readonly within: number;
  readonly all: number;
}

/** Of each person, the weight of their ties inside their group, and of all. */
function weightsInside(edges: readonly Edge[], belonging: Belonging): (person: string) => Weights {
  const weights = new Map<string, { within: number; all: number }>();
  for (const { a, b, weight } of edges) {
    const isWithin = belonging.has(a) && belonging.get(a) === belonging.get(b);
    for (const end of [a, b]) {
      const own = weights.get(end) ?? { within: 0, all: 0 };
      weights.set(end, own);
      own.all += weight;
      if (isWithin) own.within += weight;
    }
  }
  return (person) => weights.get(person) ?? nothing;
}

const nothing: Weights = { within: 0, all: 0 };

function membershipsAfter(
  { memberships }: Lineage,
  after: Belonging,
  inside: (person: string) => Weights,
  at: Instant,
): Map<string, readonly Membership[]> {
  const next = new Map<string, readonly Membership[]>();
  for (const person of [...new Set([...memberships.keys(), ...after.keys()])].sort()) {
    const had = memberships.get(person) ?? [];
    const last = had.at(-1);
    const group = after.get(person);
    const { within, all } = inside(person);
    const degree = all === 0 ? 0 : Math.round((100 * within) / all) / 100;
    const lasts = last !== undefined && last.until === undefined;
    if (lasts && last.group === group) {
      next.set(person, [...had.slice(0, -1), { ...last, degree }]);
      continue;
    }
    const closed = lasts ? [...had.slice(0, -1), { ...last, until: at }] : had;
    next.set(person, (group === undefined ? closed : [...closed, { group, since: at, degree }]).slice(-MOST_MEMBERSHIPS));
  }
  return next;
}

function ended({ groups }: Lineage, after: Members, changes: readonly Change[], at: Instant): PastGroup[] {
  return groups
    .filter(({ id }) => !after.has(id))
    .map(({ members, ...group }) => ({
      ...group,
      size: members.length,
      diedAt: at,
      diedBecause: changes.find(({ from, into }) => from.includes(group.id) && !into.includes(group.id))?.because ?? '',
    }));
}

/** Half of the people of a group are the group, for saying where it went or came from. */
const isMost = (part: number, whole: number): boolean => part * 2 >= whole;

interface Generations {
  readonly at: Instant;
  readonly old: ReadonlyMap<string, PeerGroup>;
  readonly members: Members;
  /** Of each group that was born or died: the one most of its people came from, or went to. */
  readonly parent: ReadonlyMap<string, string>;
  readonly heir: ReadonlyMap<string, string>;
}

/** What befell whole groups; that single people moved is in their memberships. */
function changesBetween(
  before: Belonging,
  after: Belonging,
  old: ReadonlyMap<string, PeerGroup>,
  members: Members,
  at: Instant,
): Change[] {
  const born = [...members].filter(([id]) => !old.has(id));
  const dead = [...old.values()].filter(({ id }) => !members.has(id)).map(({ id, members: own }) => [id, own] as const);
  const generations: Generations = { at, old, members, parent: homes(born, before), heir: homes(dead, after) };
  const splits = splitsIn(generations);
  const merges = mergesIn(generations, new Set(splits.flatMap(({ from, into }) => [...from, ...into])));
  const told = [...splits, ...merges];
  const births = born
    .filter(([id]) => !told.some(({ into }) => into.includes(id)))
    .map(([id, own]): Change => ({
      at,
      kind: 'birth',
      from: [],
      into: [id],
      because: `${people(own.length)} began to work together`,
    }));
  const deaths = dead
    .filter(([id]) => !told.some(({ from }) => from.includes(id)))
    .map(([id, own]): Change => ({
      at,
      kind: 'death',
      from: [id],
      into: [],
      because: `its ${people(own.length)} work together no longer`,
    }));
  return [...births, ...deaths, ...told];
}

/** Group → the one most of its people belong to, if there is one. */
function homes(groups: Iterable<readonly [string, readonly string[]]>, belonging: Belonging): Map<string, string> {
  const found = new Map<string, string>();
  for (const [id, own] of groups) {
    const there = sizesOf(new Map(own.map((person) => [person, belonging.get(person) ?? ''])));
    const [most] = [...there].filter(([home]) => home !== '').sort(([a, m], [b, n]) => n - m || compare(a, b));
    if (most !== undefined && isMost(most[1], own.length)) found.set(id, most[0]);
  }
  return found;
}

/** A group whose people are in several now: itself and those born of it, or, when it is gone, two or more. */
function splitsIn({ at, old, members, parent }: Generations): Change[] {
  const children = new Map<string, string[]>();
  for (const [id, from] of parent) if (children.get(from)?.push(id) === undefined) children.set(from, [id]);
  return [...children].flatMap(([from, born]): Change[] => {
    const into = members.has(from) ? [from, ...born] : born;
    if (into.length < 2) return [];
    const parts = into.map((id) => members.get(id)?.length ?? 0).join(' and ');
    const because = `the ${people(old.get(from)?.members.length ?? 0)} of ${called(old, from)} work apart now, as ${parts}`;
    return [{ at, kind: 'split', from: [from], into: into.sort(), because }];
  });
}

/** Groups whose people are in one now, apart from those a split has told of. */
function mergesIn({ at, old, members, parent, heir }: Generations, told: ReadonlySet<string>): Change[] {
  const sources = new Map<string, Set<string>>();
  const add = (from: string, into: string) => {
    const all = sources.get(into) ?? new Set(old.has(into) ? [into] : []);
    sources.set(into, all.add(from));
  };
  for (const [from, into] of heir) if (!told.has(from)) add(from, into);
  for (const [into, from] of parent) if (!told.has(into) && !members.has(from)) add(from, into);
  return [...sources].map(([into, from]): Change => {
    const parts = [...from].sort().map((id) => `the ${people(old.get(id)?.members.length ?? 0)} of ${called(old, id)}`);
    return { at, kind: 'merge', from: [...from].sort(), into: [into], because: `${parts.join(' and ')} work together now` };
  });
}

const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`);
const called = (groups: ReadonlyMap<string, PeerGroup>, id: string): string => `“${groups.get(id)?.name ?? id}”`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
