// The picture: columns by meaning, places that never depend on chance, likes that fold, chips that do not cover one another.

import { describe, expect, it } from 'vitest';
import { chipPlaces, columns, connect, mostRows, places, rowsIn, type FindingHere } from '../../web/src/lib/connections.ts';

const user = { label: 'User', key: 'priya@contoso.test', role: 'actor' };
const ip = (last: number) => ({ label: 'IP', key: `192.0.2.${last}`, role: 'place' });
const country = { label: 'Country', key: 'DE', role: 'place' };
const file = (name: string) => ({ label: 'File', key: `/contracts/${name}`, role: 'file' });
const finding = (number: number, about: FindingHere['about'], more: Partial<FindingHere> = {}): FindingHere => ({
  ...{ id: `f${number}`, number: String(number), at: number * 1000, severity: 'medium', about },
  ...more,
});
const link = (from: string, to: string, weight: number) => ({ from, to, weight, bridge: { label: 'User', key: user.key } });
const box = { width: 560, height: 400 };

it('things stand in the column of what they are to the findings', () => {
  const rule = { label: 'Rule', key: 'priya\\.', role: 'rule' };
  const target = { label: 'User', key: 'helen@contoso.test', role: 'target' };
  const { things } = connect([finding(1, [ip(1), user]), finding(2, [user, rule, target])], []);
  expect(things.map(({ keys, column }) => [keys[0], columns[column]])).toEqual([
    ['192.0.2.1', 'Came from'],
    [user.key, 'Who'],
    [rule.key, 'Touched'],
    [target.key, 'At risk'],
  ]);
});

it('who acts once is never only at risk', () => {
  const asTarget = { ...user, role: 'target' };
  expect(
    connect([finding(1, [asTarget]), finding(2, [user, ip(1)])], []).things.find(({ keys }) => keys[0] === user.key)?.column,
  ).toBe(1);
});

it('an address stands for its country and its session; alone, those stand for themselves', () => {
  const session = { label: 'Session', key: 's1', role: 'session' };
  const { things, shown, all } = connect([finding(1, [country, ip(1), session, user])], []);
  expect(things[0]).toMatchObject({ label: 'IP', country: 'DE' });
  expect([shown, all]).toEqual([2, 4]);
  expect(connect([finding(1, [country, user])], []).things.map(({ label }) => label)).toEqual(['Country', 'User']);
});

it('ties go from left to right with the numbers of their findings, as strong as the heaviest link', () => {
  const { ties } = connect(
    [finding(1, [ip(1), user, file('a')]), finding(2, [user, file('a')])],
    [link('f1', 'f2', 0.4), link('f2', 'f1', 0.2)],
  );
  expect(ties.map(({ from, to, findings, strength }) => [from.split('\n')[1], to.split('\n')[1], findings, strength])).toEqual([
    ['192.0.2.1', user.key, ['1'], 3],
    [user.key, '/contracts/a', ['1', '2'], 3],
  ]);
});

describe('likes fold', () => {
  it('when the same findings speak of three or more of a kind', () => {
    const { things, shown } = connect([finding(1, [user, file('a'), file('b'), file('c')])], []);
    expect(things.map(({ keys }) => keys.length)).toEqual([1, 3]);
    expect(shown).toBe(4);
  });

  it('not when two are told apart', () => {
    expect(connect([finding(1, [user, file('a'), file('b')])], []).things).toHaveLength(3);
  });

  it('until a column has room, whatever comes', () => {
    const findings = Array.from({ length: 200 }, (_, index) => finding(index + 1, [ip(index), user, file(`f${index}`)]));
    const { things, ties, shown } = connect(findings, []);
    expect(columns.map((_, column) => things.filter((thing) => thing.column === column).length)).toEqual([
      mostRows,
      1,
      mostRows,
      0,
    ]);
    expect(shown).toBe(401);
    expect(new Set(ties.flatMap((tie) => tie.findings)).size).toBe(200);
  });

  it('nothing is lost when there are more kinds than rows', () => {
    const kinds = ['Rule', 'Mailbox', 'File', 'App', 'AuthMethod', 'Email', 'Url', 'Domain', 'Device'];
    const about = kinds.map((label) => ({ label, key: label, role: 'file' }));
    expect(connect([finding(1, [user, ...about])], []).things).toHaveLength(10);
  });
});

it('the same findings in another order are the same picture', () => {
  const findings = Array.from({ length: 30 }, (_, index) => finding(index + 1, [ip(index % 9), user, file(`f${index % 11}`)]));
  const sorted = (all: readonly FindingHere[]) => {
    const { things } = connect(all, []);
    return [...places(things, box)].sort();
  };
  expect(sorted([...findings].reverse())).toEqual(sorted(findings));
});

it('places fill the box, and empty columns take no room', () => {
  const { things } = connect([finding(1, [ip(1), user]), finding(2, [ip(2), user])], []);
  expect([...places(things, box).values()]).toEqual([
    { x: 140, y: 100 },
    { x: 140, y: 300 },
    { x: 420, y: 200 },
  ]);
});

it('chips keep clear of names that stand in their way', () => {
  const { things, ties } = connect([finding(1, [ip(1), user])], []);
  const at = places(things, box);
  const [free] = chipPlaces(ties, at).values();
  const name = { ...(free ?? { x: 0, y: 0 }), width: 40, height: 20 };
  const [moved] = chipPlaces(ties, at, [name]).values();
  expect(free).toEqual({ x: 280, y: 200 });
  expect(Math.abs((moved?.x ?? 280) - 280)).toBeGreaterThanOrEqual(20);
});

it('chips stand by the end that fewer lines share', () => {
  const findings = [1, 2, 3].map((index) => finding(index, [ip(index), user]));
  const { things, ties } = connect(findings, []);
  expect([...chipPlaces(ties, places(things, box)).values()].every(({ x }) => x < 280)).toBe(true);
});

it('a low picture has fewer rows, and never less than two', () => {
  expect([50, 240, 400, 2_000].map(rowsIn)).toEqual([2, 3, 5, 6]);
});

it('chips of lines that cross do not cover one another', () => {
  const findings = [1, 2, 3, 4, 5, 6].map((index) => finding(index, [ip(index), user, file(`f${index}`)]));
  const { things, ties } = connect(findings, []);
  const points = [...chipPlaces(ties, places(things, box)).values()];
  expect(points).toHaveLength(ties.length);
  const near = points.filter((a, index) =>
    points.some((b, other) => other < index && Math.abs(a.x - b.x) < 18 && Math.abs(a.y - b.y) < 14),
  );
  expect(near).toEqual([]);
});
