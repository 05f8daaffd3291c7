import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity } from '../../../src/learn/peers/similarity.ts';
import { crowd, today, use, used, write } from './working.ts';
import type { Use } from './working.ts';

const tieIn = (uses: readonly Use[], a: string, b: string, before = today): number =>
  similarity(used(uses), before).edges.find((edge) => edge.a === a && edge.b === b)?.weight ?? 0;

describe('a tie', () => {
  it('is mail, and mail both ways ties more than mail one way', () => {
    const both = tieIn([...write(['ana', 'bo']), ...write(['ana', 'cy'])], 'ana', 'bo');
    expect(both).toBeGreaterThan(0);
    const uses = [...write(['ana', 'bo']), ...write(['ana'], ['cy']), ...write(['dee', 'cy'])];
    expect(tieIn(uses, 'ana', 'cy')).toBeLessThan(tieIn(uses, 'ana', 'bo'));
  });

  it('is a site, a mailbox, a folder or a place that people share', () => {
    for (const dimension of ['site', 'mailbox', 'mailboxWritten', 'folder', 'address', 'prefix'] as const)
      expect(tieIn(use(['ana', 'bo'], dimension, 'x'), 'ana', 'bo'), dimension).toBeGreaterThan(0);
  });

  it('is not a country, an application or a device', () => {
    for (const dimension of ['country', 'network', 'app', 'device'] as const)
      expect(tieIn(use(['ana', 'bo'], dimension, 'x'), 'ana', 'bo'), dimension).toBe(0);
  });

  it('is thinner the more people share it, and none where hundreds do', () => {
    const shared = (n: number) => [...use(['ana', 'bo', ...crowd('x', n)], 'site', 'all'), ...use(['ana', 'cy'], 'site', 'own')];
    const [few, many] = [5, 150].map((n) => tieIn(shared(n), 'ana', 'bo') / tieIn(shared(n), 'ana', 'cy'));
    expect(few).toBeLessThan(1);
    expect(many).toBeLessThan(0.01);
    expect(similarity(used(use(crowd('x', 250), 'site', 'all')), today).edges).toEqual([]);
  });

  it('to whoever writes with everybody is thin', () => {
    const staff = crowd('x', 60);
    const uses = [...staff.flatMap((one) => write(['chief', one])), ...write(staff.slice(0, 2))];
    const [a = '', b = ''] = staff;
    expect(tieIn(uses, 'chief', a)).toBeLessThan(tieIn(uses, a, b) / 4);
  });

  it('goes by whose an address is, and by nobody’s for a list', () => {
    const uses = [...write(['ana'], ['bo@old.contoso.test', 'everybody@contoso.test']), ...write(['bo'], ['ana'])];
    const personOf = (address: string) => (address.startsWith('everybody') ? undefined : address.replace(/@.*/, ''));
    expect(similarity(used(uses), today, { personOf }).edges).toEqual([{ a: 'ana', b: 'bo', weight: 1 }]);
  });

  it('of who is no person is none', () => {
    const habits = used(use(['ana', 'bo', 'backup'], 'site', 'x'));
    const ends = similarity(habits, today, { isPerson: (who) => who !== 'backup' }).edges.map(({ a, b }) => [a, b]);
    expect(ends).toEqual([['ana', 'bo']]);
  });

  it('knows only what was before the day, fades, and ends when somebody has long been away', () => {
    const uses = [...use(['ana', 'bo'], 'site', 'x', today - 10), ...use(['bo', 'cy'], 'site', 'y', today - 1)];
    expect(tieIn(uses, 'ana', 'bo', today - 10)).toBe(0);
    expect(tieIn(uses, 'ana', 'bo', today - 9)).toBeGreaterThan(0);
    expect(tieIn(uses, 'ana', 'bo', today + 50)).toBeGreaterThan(0);
    expect(tieIn(uses, 'ana', 'bo', today + 51)).toBe(0);
  });

  it('is the department the directory named last, however long ago, and no sign of life', () => {
    const long = today - 200;
    const entered = [...use(['ana', 'bo'], 'department', 'legal', long), ...use(['bo'], 'department', 'sales', long + 5)];
    const alive = [
      ...write(['ana', 'x']),
      ...write(['bo', 'y']),
      ...write(['cy', 'z']),
      ...use(['cy'], 'department', 'sales', long),
    ];
    expect(tieIn([...entered, ...alive], 'bo', 'cy')).toBeGreaterThan(0);
    expect(tieIn([...entered, ...alive], 'ana', 'bo')).toBe(0);
    expect(tieIn(use(['ana', 'bo'], 'department', 'legal', today - 200), 'ana', 'bo')).toBe(0);
  });
});

describe('how much a kind of evidence counts', () => {
  const teams = ['a', 'b', 'c', 'd'].map((name) => crowd(name, 6));
  const work = teams.flatMap((team, index) => [...use(team, 'site', `site${index}`), ...write(team)]);
  /** One of each team. */
  const mixed = teams[0]?.map((_, seat) => teams.map((team) => team[seat] ?? '')) ?? [];

  it('is as much as the other kinds bear it out', () => {
    const uses = [...work, ...mixed.flatMap((people, index) => use(people, 'folder', `folder${index}`))];
    const { balance } = similarity(used(uses), today);
    expect(Math.min(balance.get('mail') ?? 0, balance.get('files') ?? 0)).toBeGreaterThan(0.8);
    expect(balance.get('folders')).toBeLessThan(0.2);
  });

  it('is little of places, though people of a team sit together', () => {
    const { balance } = similarity(
      used([...work, ...teams.flatMap((team, index) => use(team, 'address', `192.0.2.${index}`))]),
      today,
    );
    expect(balance.get('places')).toBe(0.25);
  });

  it('is everything, of the only kind there is', () => {
    expect(similarity(used(use(['ana', 'bo'], 'address', '192.0.2.1')), today).balance).toEqual(new Map([['places', 1]]));
  });
});

describe('ties', () => {
  it('are the same in any order of arrival', () => {
    const uses = [...write(crowd('x', 5)), ...use(crowd('x', 9), 'site', 's'), ...use(crowd('x', 7), 'mailbox', 'm')];
    const once = similarity(used(uses), today);
    assert(
      property(shuffledSubarray(uses, { minLength: uses.length }), (shuffled) => {
        expect(similarity(used(shuffled), today)).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  it('are few, however many share a thing, and leave a group of equals one group', () => {
    const people = crowd('x', 180);
    const { edges } = similarity(used(use(people, 'site', 's')), today);
    const degrees = new Map(people.map((one) => [one, edges.filter(({ a, b }) => a === one || b === one).length]));
    expect(Math.max(...degrees.values())).toBeLessThanOrEqual(60);
    expect(Math.min(...degrees.values())).toBeGreaterThanOrEqual(20);
    expect(reached('x100', edges)).toBe(180);
  });

  it('of one who uses thousands of things are bounded, and those of others unharmed', () => {
    const crawler = Array.from({ length: 3_000 }, (_, index): Use => ['crawler', 'site', `site${index}`]);
    const uses = [...crawler, ...use(['ana', 'bo'], 'site', 'site2999'), ...use(['ana', 'bo'], 'site', 'own')];
    expect(tieIn(uses, 'ana', 'bo')).toBeGreaterThan(0);
    expect(tieIn(uses, 'ana', 'crawler')).toBeLessThan(tieIn(uses, 'ana', 'bo') / 10);
  });

  it('of nobody, and of one alone, are none', () => {
    expect(similarity(used([]), today)).toEqual({ edges: [], balance: new Map() });
    expect(similarity(used(use(['ana'], 'site', 'x')), today).edges).toEqual([]);
  });
});

function reached(from: string, edges: readonly { readonly a: string; readonly b: string }[]): number {
  const seen = new Set([from]);
  for (const one of seen) for (const { a, b } of edges) if (a === one || b === one) seen.add(a === one ? b : a);
  return seen.size;
}
