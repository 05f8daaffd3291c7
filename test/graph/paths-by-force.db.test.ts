// The paths that are told are the shortest there are: held beside every simple way through small graphs made by lot.

import { expect, it } from 'vitest';
import { createRng } from '../../seed/random.ts';
import type { Rng } from '../../seed/random.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { paths } from '../../src/graph/paths.ts';
import type { PathEnd } from '../../src/graph/paths.ts';
import { graph, statement } from '../support/neo4j.ts';

const GRAPHS = 40;
const MOST_HOPS = 6;
const MOST = 3;
const LATEST = 100;

interface Tie {
  readonly a: string;
  readonly b: string;
  readonly at: number;
  readonly hops: 1 | 2;
}

const users = ['u0', 'u1', 'u2', 'u3', 'u4'];
const places = ['i0', 'i1', 'i2', 'i3', 'i4'];
const boxes = ['m0', 'm1', 'm2'];

/** Events of a person from a place or at a mailbox, and mailboxes that people own. */
const byLot = (rng: Rng): Tie[] => [
  ...Array.from({ length: rng.int(5, 14) }, () => ({
    ...{ a: rng.pick(users), b: rng.pick([...places, ...boxes]), at: rng.int(1, LATEST), hops: 2 as const },
  })),
  ...Array.from({ length: rng.int(0, 3) }, () => ({ a: rng.pick(users), b: rng.pick(boxes), at: 0, hops: 1 as const })),
];

const endOf = (key: string): PathEnd =>
  key.startsWith('u') ? { label: 'User', key } : key.startsWith('i') ? { label: 'IP', key } : { label: 'Mailbox', key };

async function stored(ties: readonly Tie[]): Promise<Graph> {
  const db = await graph();
  const node = (key: string): string => {
    const { label } = endOf(key);
    return `(:${label} {${label === 'User' ? 'id' : 'address'}: '${key}'})`;
  };
  await db.run(statement(`CREATE ${[...users, ...places, ...boxes].map(node).join(', ')}`), {});
  const events = ties.flatMap(({ a, b, at, hops }, index) => (hops === 2 ? [{ a, b, at, id: `e${index}` }] : []));
  await db.run(
    statement(`UNWIND $events AS row MATCH (u:User {id: row.a}) MATCH (p:IP|Mailbox {address: row.b})
               CREATE (e:Event {id: row.id, at: row.at, kind: 'signIn'}), (e)-[:BY]->(u)
               FOREACH (_ IN CASE WHEN p:IP THEN [1] ELSE [] END | CREATE (e)-[:FROM]->(p))
               FOREACH (_ IN CASE WHEN p:IP THEN [] ELSE [1] END | CREATE (e)-[:ON]->(p))`),
    { events },
  );
  await db.run(
    statement('UNWIND $owned AS row MATCH (u:User {id: row.a}) MATCH (m:Mailbox {address: row.b}) MERGE (u)-[:OWNS]->(m)'),
    { owned: ties.filter(({ hops }) => hops === 1) },
  );
  return db;
}

/** Every way without a detour, by the hops it takes, up to the most; where two are tied directly that is the tie. */
function byForce(ties: readonly Tie[], from: string, to: string): number[] {
  const near = new Map<string, Map<string, number>>();
  for (const { a, b, hops } of ties)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const of = near.get(one) ?? new Map<string, number>();
      near.set(one, of.set(other, Math.min(hops, of.get(other) ?? Infinity)));
    }
  const tie = (a: string, b: string): number => near.get(a)?.get(b) ?? Infinity;
  const found: number[] = [];
  const walk = (way: readonly { node: string; at: number }[]): void => {
    const last = way.at(-1);
    if (last === undefined || last.at > MOST_HOPS) return;
    if (last.node === to) return void found.push(last.at);
    for (const [node, hops] of near.get(last.node) ?? []) {
      const at = last.at + hops;
      const isDetour = way.some(
        (stop) => stop.node === node || ((stop.node !== from || node !== to) && tie(stop.node, node) < at - stop.at),
      );
      if (!isDetour) walk([...way, { node, at }]);
    }
  };
  walk([{ node: from, at: 0 }]);
  return found.sort((a, b) => a - b).slice(0, MOST);
}

it('paths are as short as the shortest by force, now and as of any moment, from either end', async () => {
  let some = 0;
  for (let n = 0; n < GRAPHS; n += 1) {
    const rng = createRng(`paths-by-force/${n}`);
    const ties = byLot(rng);
    const db = await stored(ties);
    for (const asOf of [undefined, rng.int(1, LATEST)]) {
      const [from, to] = [rng.pick(users), rng.pick([...users, ...places, ...boxes])];
      if (from === to) continue;
      const expected = byForce(
        ties.filter(({ at }) => asOf === undefined || at <= asOf),
        from,
        to,
      );
      const limits = { most: MOST, mostHops: MOST_HOPS, ...(asOf !== undefined && { asOf }) };
      const there = await paths(db, { from: endOf(from), to: endOf(to) }, limits);
      const back = await paths(db, { from: endOf(to), to: endOf(from) }, limits);
      const says = `graph ${n}: ${from} to ${to} as of ${asOf ?? 'now'}`;
      expect(
        there.paths.map(({ hops }) => hops),
        says,
      ).toEqual(expected);
      expect(
        back.paths.map(({ hops }) => hops),
        `${says}, back`,
      ).toEqual(expected);
      some += expected.length > 0 ? 1 : 0;
    }
  }
  // A test of nothing would pass as well.
  expect(some).toBeGreaterThan(GRAPHS / 4);
}, 240_000);
