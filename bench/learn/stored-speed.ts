// Seconds to store the peer groups of many people: from nothing, again when nothing has changed, and after a week in which some
// moved and everybody's degree may have. Beside it the driver's own ceiling: the same memberships made with CREATE, in
// one plain statement a batch, on the same server.
//
// What it does not show: how long it takes to find the groups; partition-speed.ts does.

import { createRng } from '../../seed/random.ts';
import { batches } from '../../src/graph/batches.ts';
import type { Graph, Query } from '../../src/graph/graph.ts';
import * as peers from '../../src/graph/peers.ts';
import type { Lineage, Membership } from '../../src/learn/peers/lineage.ts';
import { days } from '../../src/model/time.ts';
import type { BenchOptions, SpeedPart } from '../bench.ts';
import { onOwnGraph } from '../own-graph.ts';

const PEOPLE = 100_000;
const GROUP = 25;
const MOVED = 0.05;
const GOAL_SECONDS = 15;

export async function measure({ progress, ...own }: BenchOptions): Promise<SpeedPart> {
  const seconds = await onOwnGraph(own, (graph) => timed(graph, progress));
  return { people: PEOPLE, groups: PEOPLE / GROUP, ...seconds, goalSeconds: GOAL_SECONDS, says: inWords(seconds) };
}

async function timed(graph: Graph, progress: BenchOptions['progress']) {
  const first = lineageOf(new Map());
  const steps = 5;
  await people(graph, nameOf);
  progress(1, steps);
  const fromNothing = await secondsOf(() => peers.save(graph, first));
  progress(2, steps);
  const unchanged = await secondsOf(() => peers.save(graph, first));
  progress(3, steps);
  const afterAWeek = await secondsOf(() => peers.save(graph, lineageOf(moves())));
  const [row] = await graph.run(
    statement<{ count: number }>('MATCH (:User)-[m:MEMBER_OF]->(:PeerGroup) WHERE m.until IS NULL RETURN count(m) AS count'),
    {},
  );
  if (row?.count !== PEOPLE) throw new Error(`${row?.count} of ${PEOPLE} people were stored in a group`);
  progress(4, steps);
  // Other people: what is at hand already makes storing slower, and deleting it would be measured too.
  await people(graph, plainNameOf);
  const ceiling = await secondsOf(() => plainly(graph));
  progress(5, steps);
  return { fromNothing, unchanged, afterAWeek, ceiling, ratio: ceiling / fromNothing };
}

const inWords = ({ fromNothing, unchanged, afterAWeek, ceiling, ratio }: Awaited<ReturnType<typeof timed>>): string[] => [
  `peer groups: ${PEOPLE.toLocaleString('en')} people in ${PEOPLE / GROUP} groups stored in ${fromNothing.toFixed(1)} s from nothing (goal: under ${GOAL_SECONDS} s), ${ratio.toFixed(2)} of the speed of plain CREATE (${ceiling.toFixed(1)} s)`,
  `peer groups: ${unchanged.toFixed(2)} s when nothing has changed, ${afterAWeek.toFixed(1)} s when ${MOVED * 100} % have moved and every degree is another`,
];

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1_000;
}

const nameOf = (number: number): string => `person-${String(number).padStart(6, '0')}@contoso.test`;
const groupIdOf = (number: number): string => `group-${number}`;
const at = days(20_458);

/** A statement of this file; what is stored otherwise goes through `peers.save`. */
const statement = <R>(text: string): Query<Record<string, unknown>, R> => ({ name: 'bench/stored', mode: 'write', text });

const plainNameOf = (number: number): string => `plain-${nameOf(number)}`;

async function people(graph: Graph, name: (number: number) => string): Promise<void> {
  for (const numbers of batches(Array.from({ length: PEOPLE }, (_, number) => number)))
    await graph.run(statement('UNWIND $ids AS id CREATE (:User {id: id})'), { ids: numbers.map(name) });
}

/** As many people into as many groups, with nothing looked up but the two ends, on a server that has done the like before. */
async function plainly(graph: Graph): Promise<void> {
  const rows = Array.from({ length: PEOPLE }, (_, number) => ({
    ...{ person: plainNameOf(number), group: `plain-${groupIdOf(Math.floor(number / GROUP))}`, since: at, degree: 0.5 },
  }));
  for (const ids of batches([...new Set(rows.map(({ group }) => group))]))
    await graph.run(statement('UNWIND $ids AS id CREATE (:PeerGroup {id: id})'), { ids });
  for (const some of batches(rows))
    await graph.run(
      statement(
        'UNWIND $rows AS row MATCH (u:User {id: row.person}) MATCH (g:PeerGroup {id: row.group}) CREATE (u)-[:MEMBER_OF {since: row.since, degree: row.degree}]->(g)',
      ),
      { rows: some },
    );
}

/** Everybody in their group; who has moved in another since a week later. */
function lineageOf(moved: ReadonlyMap<number, number>): Lineage {
  const memberships = new Map<string, readonly Membership[]>();
  const members = Array.from({ length: PEOPLE / GROUP }, () => [] as string[]);
  for (let number = 0; number < PEOPLE; number += 1) {
    const home = Math.floor(number / GROUP);
    const since = { group: groupIdOf(home), since: at, degree: (50 + (number % 50) + (moved.size > 0 ? 1 : 0)) / 100 };
    const other = moved.get(number);
    const own =
      other === undefined
        ? [since]
        : [
            { ...since, until: at + days(7) },
            { group: groupIdOf(other), since: at + days(7), degree: 0.5 },
          ];
    memberships.set(nameOf(number), own);
    members[other ?? home]?.push(nameOf(number));
  }
  const groups = members.map((own, number) => {
    const name = `team ${number}`;
    return {
      id: groupIdOf(number),
      name,
      label: `${name}: ${own.length} people`,
      members: own,
      bornAt: at,
      because: 'they work together',
    };
  });
  return { groups, past: [], memberships, changes: [], proposed: new Map() };
}

function moves(): Map<number, number> {
  const rng = createRng('stored');
  const last = PEOPLE / GROUP - 1;
  return new Map(Array.from({ length: PEOPLE * MOVED }, () => [rng.int(0, PEOPLE - 1), rng.int(0, last)] as const));
}
