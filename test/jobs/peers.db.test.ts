import { expect, it } from 'vitest';
import * as habits from '../../src/graph/habits.ts';
import * as peers from '../../src/graph/peers.ts';
import { compare, groupsInWords, membersIn } from '../../src/jobs/peers.ts';
import type { Habit } from '../../src/learn/habits.ts';
import { noLineage } from '../../src/learn/peers/lineage.ts';
import { regroup } from '../../src/learn/peers/regroup.ts';
import { dayOf } from '../../src/model/time.ts';
import { graph, statement } from '../support/neo4j.ts';

const at = Date.UTC(2026, 0, 5);
const teams = ['legal', 'sales'].map((team) => Array.from({ length: 6 }, (_, seat) => `${team}${seat}@contoso.test`));
const all: Habit[] = teams.flatMap((people, team) =>
  people.map((person) => ({
    ...{ person, dimension: 'site' as const, value: `sites/${team}`, days: [dayOf(at)], counts: [3], firstAt: at, lastAt: at },
  })),
);

async function world() {
  const db = await graph();
  await db.run(statement('UNWIND $ids AS id CREATE (:User {id: id})'), { ids: teams.flat() });
  await db.run(statement("CREATE (:Url {url: 'sites/0'}), (:Url {url: 'sites/1'}), (:SourceState {id: 's', newestAt: $at})"), {
    at,
  });
  await habits.save(db, all);
  return db;
}

it.each(['auto', 'own', 'graphology'] as const)(
  'the groups of %s are made of what is stored, compared, and not stored',
  async (engine) => {
    const db = await world();
    const stored = await peers.storedHabits(db);
    await peers.save(db, regroup(noLineage, stored, { at, before: dayOf(at) + 1 }));
    const before = await peers.now(db);
    const compared = await compare(db, engine);
    expect(compared).toMatchObject({ common: 12, likeness: 1, engine: engine === 'own' ? 'louvain' : 'graphology' });
    expect(membersIn(compared).map(({ user }) => user)).toEqual(teams.flat());
    expect(await peers.now(db)).toEqual(before);
  },
);

it('of an empty graph there are none', async () => {
  expect(await compare(await graph(), 'auto')).toMatchObject({ groups: [], ties: 0, common: 0 });
});

it('groups are told the largest first, with who is on the fence, and not everybody of many', () => {
  const member = (user: string, group: string, degree: number | null = 1) => ({
    user,
    group,
    label: `${group}: why`,
    since: 0,
    degree,
  });
  const many = Array.from({ length: 42 }, (_, index) => member(`p${100 + index}`, 'many'));
  const told = groupsInWords([member('ana', 'few', 0.41), member('bo', 'few', 0.5), member('cy', 'few', null), ...many]);
  expect(told).toContain('few: why  (few)\n- ana (41\u00a0%), bo, cy');
  expect(told).toMatch(/^many: why {2}\(many\)\n- p100, .*p139 and 2 others\n/);
  expect(groupsInWords([])).toBe('No groups: nobody is known to share anything with others yet.');
});
