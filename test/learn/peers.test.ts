import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../src/learn/dimension.ts';
import { count, noHabits } from '../../src/learn/habits.ts';
import type { Habits } from '../../src/learn/habits.ts';
import { adjustedRand, groupsOf, mostSpecific, named } from '../../src/learn/peers.ts';
import type { PeerGroup } from '../../src/learn/peers.ts';
import { days } from '../../src/model/time.ts';

const today = 20_000;
const crowd = (name: string, n: number): string[] => Array.from({ length: n }, (_, index) => `${name}${100 + index}`);
const legal = crowd('legal', 6);
const sales = crowd('sales', 6);

type Use = readonly [person: string, dimension: Dimension, value: string, day?: number];

const use = (people: readonly string[], dimension: Dimension, value: string, day = today - 5): Use[] =>
  people.map((person) => [person, dimension, value, day]);

const twoTeams: readonly Use[] = [
  ...use(legal, 'site', 'sites/Legal'),
  ...use(legal, 'mailboxWritten', 'contracts@contoso.test'),
  ...use(sales, 'site', 'sites/Sales'),
  ...use(sales, 'mailbox', 'offers@contoso.test'),
];

function used(uses: readonly Use[]): Habits {
  const habits = noHabits();
  for (const [person, dimension, value, day = today - 5] of uses) count(habits, person, dimension, value, days(day));
  return habits;
}

describe('groups', () => {
  it('are teams that share sites and mailboxes', () => {
    expect(groupsOf(used(twoTeams), today)).toEqual([legal, sales]);
  });

  it('stay two teams when one of each works for the other, and when all use one site', () => {
    const shared = [...use([legal[0] ?? '', sales[0] ?? ''], 'site', 'sites/Project'), ...use([...legal, ...sales], 'site', '/')];
    expect(groupsOf(used([...twoTeams, ...shared]), today)).toEqual([legal, sales]);
  });

  it('are the same in any order of arrival', () => {
    const uses = [...twoTeams, ...use([...legal, ...sales], 'site', '/'), ...use(crowd('third', 4), 'site', 'sites/Third')];
    const once = groupsOf(used(uses), today);
    assert(
      property(shuffledSubarray(uses, { minLength: uses.length }), (shuffled) => {
        expect(groupsOf(used(shuffled), today)).toEqual(once);
      }),
      { numRuns: 25 },
    );
  });

  it('are not made by a site that hundreds use', () => {
    const everybody = [...legal, ...sales, ...crowd('rest', 250)];
    expect(groupsOf(used([...twoTeams, ...use(everybody, 'site', '/')]), today)).toEqual([legal, sales]);
  });

  it('know only what was used before the day', () => {
    const habits = used([...twoTeams, ...use(crowd('later', 5), 'site', 'sites/New', today)]);
    expect(groupsOf(habits, today)).toEqual([legal, sales]);
    expect(groupsOf(habits, today + 1)).toEqual([crowd('later', 5), legal, sales]);
    expect(groupsOf(habits, today - 5)).toEqual([]);
  });

  it('do not come from where people sign in', () => {
    expect(groupsOf(used([...use(legal, 'country', 'AU'), ...use(legal, 'app', 'mail')]), today)).toEqual([]);
  });

  it('leave out who shares nothing', () => {
    expect(groupsOf(noHabits(), today)).toEqual([]);
    expect(groupsOf(used(use(['ana'], 'site', 'sites/Own')), today)).toEqual([]);
    expect(groupsOf(used([...use(['ana', 'bo'], 'site', 'sites/Two'), ...use(['cy'], 'site', 'sites/Own')]), today)).toEqual([
      ['ana', 'bo'],
    ]);
  });
});

describe('a group', () => {
  const label = () => 'label';
  const idOf = (members: readonly string[]) => `new-${members[0] ?? ''}`;
  const earlier: readonly PeerGroup[] = [
    { id: 'g-legal', label: '', members: legal },
    { id: 'g-sales', label: '', members: sales },
  ];
  const idsOf = (...groups: readonly (readonly string[])[]) => named(groups, earlier, label, idOf).map(({ id }) => id);

  it('keeps its id when somebody joins, leaves or nothing changes', () => {
    expect(idsOf([...legal, 'newcomer'], sales)).toEqual(['g-legal', 'g-sales']);
    expect(idsOf(legal.slice(1), sales)).toEqual(['g-legal', 'g-sales']);
    expect(idsOf(sales, legal)).toEqual(['g-sales', 'g-legal']);
  });

  it('has a new id when most of it is new', () => {
    expect(idsOf([...legal.slice(4), ...crowd('x', 5)])).toEqual(['new-legal104']);
  });

  it('that was halved leaves its id to one half only', () => {
    expect(idsOf(legal.slice(0, 3), legal.slice(3))).toEqual(['g-legal', 'new-legal103']);
  });

  it('is labelled by what most of it and few others use', () => {
    const habits = used([...twoTeams, ...use([...legal, ...sales], 'site', '/')]);
    expect(mostSpecific(habits, legal)).toBe('contracts@contoso.test');
    expect(mostSpecific(habits, sales)).toBe('offers@contoso.test');
    expect(mostSpecific(noHabits(), legal)).toBeUndefined();
  });

  it('is not labelled by what has been taken back', () => {
    const habits = used(use(legal, 'site', 'sites/Legal'));
    for (const person of legal) count(habits, person, 'mailbox', 'ceo@contoso.test', days(today));
    for (const person of legal) count(habits, person, 'mailbox', 'ceo@contoso.test', days(today), -1);
    expect(mostSpecific(habits, legal)).toBe('sites/Legal');
  });
});

describe('agreement of two partitions', () => {
  const nodes = ['a', 'b', 'c', 'd'];
  const ofPairs = { a: 0, b: 0, c: 1, d: 1 };

  it('is one when only the numbers differ', () => {
    expect(adjustedRand(ofPairs, { a: 7, b: 7, c: 3, d: 3 }, nodes)).toBe(1);
  });

  it('is none or less when they have nothing in common', () => {
    expect(adjustedRand(ofPairs, { a: 0, b: 1, c: 0, d: 1 }, nodes)).toBeLessThanOrEqual(0);
  });
});
