// Peer groups, who belonged to them when, and what became of them; only what changed is written.

import { digestOf } from '../ingest/digest.ts';
import { dimensions } from '../learn/dimension.ts';
import { noHabits, restore } from '../learn/habits.ts';
import type { Habits } from '../learn/habits.ts';
import { tellingDimensions } from '../learn/peers/evidence.ts';
import type { Change, Lineage, Membership } from '../learn/peers/lineage.ts';
import type { Instant } from '../model/time.ts';
import type { PeerGroup } from './entities.ts';
import { batches } from './batches.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** Memberships a transaction writes: up to so many people a reader sees last week's groups or this week's, never a mixture. */
const TOGETHER = 10_000;
const MOST_CHANGES = 200;

interface MemberRow {
  readonly person: string;
  readonly group: string;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly degree: number;
}

interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly size: number;
  readonly bornAt: Instant;
  readonly because: string;
  readonly diedAt: Instant | null;
  readonly diedBecause: string | null;
  /** Of all that is said of it, its members too. */
  readonly hash: string;
}

/** People with the group they belong to now, by name. */
export const now = (graph: Graph) => graph.run(queries.peers.now, {});

/** Makes the stored groups and memberships those given: writes the new and the changed, forgets the rest. Safe to repeat. */
export async function save(graph: Graph, lineage: Lineage): Promise<void> {
  const members = membersOf(lineage);
  const rows = groupRows(lineage, members);
  const stored = new Map((await graph.run(queries.peers.groups, {})).map(({ id, hash }) => [id, hash]));
  const changed = rows.filter(({ id, hash }) => stored.get(id) !== hash);
  for (const some of packs(changed, members)) await saveSome(graph, some, members, stored);
  const standing = new Set(rows.map(({ id }) => id));
  for (const ids of batches([...stored.keys()].filter((id) => !standing.has(id))))
    await graph.run(queries.peers.forgetGroups, { ids });
  await saveChanges(graph, lineage, standing);
}

/** Everybody who ever belonged to each group, as far as it is kept. */
function membersOf({ memberships }: Lineage): ReadonlyMap<string, readonly MemberRow[]> {
  const members = new Map<string, MemberRow[]>();
  for (const [person, own] of memberships)
    for (const membership of own) {
      const row = memberRow(person, membership);
      if (members.get(row.group)?.push(row) === undefined) members.set(row.group, [row]);
    }
  return members;
}

const memberRow = (person: string, { group, since, until, degree }: Membership): MemberRow => ({
  ...{ person, group, since, degree },
  until: until ?? null,
});

function groupRows({ groups, past }: Lineage, members: ReadonlyMap<string, readonly MemberRow[]>): GroupRow[] {
  const standing = groups.map(({ members: own, ...group }) => ({ ...group, size: own.length, diedAt: null, diedBecause: null }));
  return [...standing, ...past].map((group: Omit<GroupRow, 'hash'>) => {
    const said = JSON.stringify([group, (members.get(group.id) ?? []).map(keyAndSay)]);
    return { ...group, hash: digestOf(said, 16) };
  });
}

const keyOf = ({ group, person, since }: Pick<MemberRow, 'group' | 'person' | 'since'>): string =>
  JSON.stringify([group, person, since]);
const sayOf = ({ until, degree }: Pick<MemberRow, 'until'> & { degree: number | null }): string => `${until} ${degree}`;
const keyAndSay = (row: MemberRow): string => `${keyOf(row)} ${sayOf(row)}`;

/** Whole groups, as many as are written together. */
function* packs(groups: readonly GroupRow[], members: ReadonlyMap<string, readonly MemberRow[]>): Generator<readonly GroupRow[]> {
  let pack: GroupRow[] = [];
  let count = 0;
  for (const group of groups) {
    const more = members.get(group.id)?.length ?? 0;
    if (pack.length > 0 && count + more > TOGETHER) {
      yield pack;
      [pack, count] = [[], 0];
    }
    pack.push(group);
    count += more;
  }
  if (pack.length > 0) yield pack;
}

async function saveSome(
  graph: Graph,
  groups: readonly GroupRow[],
  members: ReadonlyMap<string, readonly MemberRow[]>,
  stored: ReadonlyMap<string, string | null>,
): Promise<void> {
  const known = groups.map(({ id }) => id).filter((id) => stored.has(id));
  const before = known.length === 0 ? [] : await graph.run(queries.peers.memberships, { ids: known });
  const said = new Map(before.map((row) => [keyOf(row), sayOf(row)]));
  const wanted = groups.flatMap(({ id }) => members.get(id) ?? []);
  const keys = new Set(wanted.map(keyOf));
  const gone = before.filter((row) => !keys.has(keyOf(row)));
  const fresh = wanted.filter((row) => !said.has(keyOf(row)));
  const changed = wanted.filter((row) => (said.get(keyOf(row)) ?? sayOf(row)) !== sayOf(row));
  await graph.together(async (tx) => {
    for (const rows of batches(groups)) await tx.run(queries.peers.saveGroups, { rows });
    for (const rows of batches(gone)) await tx.run(queries.peers.forgetMemberships, { rows });
    for (const some of batches(fresh)) await tx.run(queries.peers.addMemberships, { rows: byGroup(some) });
    for (const some of batches(changed)) await tx.run(queries.peers.changeMemberships, { rows: byGroup(some) });
  });
}

function byGroup(rows: readonly MemberRow[]) {
  const groups = new Map<string, Omit<MemberRow, 'group'>[]>();
  for (const { group, ...member } of rows) if (groups.get(group)?.push(member) === undefined) groups.set(group, [member]);
  return [...groups].map(([group, members]) => ({ group, members }));
}

async function saveChanges(graph: Graph, { changes }: Lineage, standing: ReadonlySet<string>): Promise<void> {
  const rows = changes.flatMap(({ at, kind, from, into, because }) =>
    from.flatMap((one) =>
      into
        .filter((other) => other !== one && standing.has(one) && standing.has(other))
        .map((other) => ({ from: one, into: other, at, kind, because })),
    ),
  );
  const keyIn = ({ from, into, at, kind }: { from: string; into: string; at: Instant; kind: string }) =>
    JSON.stringify([from, into, at, kind]);
  const before = await graph.run(queries.peers.changes, {});
  const stored = new Map(before.map((row) => [keyIn(row), row.because]));
  const wanted = new Set(rows.map(keyIn));
  for (const gone of batches(before.filter((row) => !wanted.has(keyIn(row)))))
    await graph.run(queries.peers.forgetChanges, { rows: gone });
  for (const fresh of batches(rows.filter((row) => stored.get(keyIn(row)) !== row.because)))
    await graph.run(queries.peers.saveChanges, { rows: fresh });
}

/** What befell a group, the newest first: the merges and splits it had part in, how it came and how it went. */
export async function history(
  graph: Graph,
  group: Pick<PeerGroup, 'id' | 'bornAt' | 'because' | 'diedAt' | 'diedBecause'>,
): Promise<Change[]> {
  const { id, bornAt, because, diedAt, diedBecause } = group;
  const rows = await graph.run(queries.peers.history, { id, limit: MOST_CHANGES });
  // Only merges and splits are stored as relationships.
  const changes = rows.map((row): Change => ({
    ...row,
    kind: row.kind as Change['kind'],
    from: row.from.toSorted(),
    into: row.into.toSorted(),
  }));
  const came = changes.some(({ at }) => at === bornAt);
  const went = changes.some(({ at }) => at === diedAt);
  return [
    ...(diedAt === null || went
      ? []
      : [{ at: diedAt, kind: 'death' as const, from: [id], into: [], because: diedBecause ?? '' }]),
    ...changes,
    ...(bornAt === null || came ? [] : [{ at: bornAt, kind: 'birth' as const, from: [], into: [id], because: because ?? '' }]),
  ];
}

/** People whose habits are read at once. */
const PAGE = 500;

/** Of what is stored, the habits that say who works with whom. */
export async function storedHabits(graph: Graph): Promise<Habits> {
  const habits = noHabits();
  const traits = tellingDimensions.filter((dimension) => dimensions[dimension].label === 'Trait');
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: readonly { person: string; kept: readonly StoredHabit[] }[] = await graph.run(queries.peers.habits, {
      ...{ after, limit: PAGE, traits },
    });
    for (const { person, kept } of page)
      for (const { key, days, counts } of kept) {
        const [dimension = '', value = ''] = key.slice(person.length + 1).split(/\|(.*)/s);
        const known = tellingDimensions.find((one) => one === dimension);
        if (known !== undefined) restore(habits, { person, dimension: known, value, days, counts });
      }
    after = page.length < PAGE ? undefined : page.at(-1)?.person;
  }
  return habits;
}

interface StoredHabit {
  readonly key: string;
  readonly days: readonly number[];
  readonly counts: readonly number[];
}
