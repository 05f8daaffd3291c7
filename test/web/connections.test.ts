// The picture: columns by meaning, places that never depend on chance, likes that fold, chips that do not cover one another.

import { describe, expect, it } from 'vitest';
import {
  along,
  chipPlaces,
  columns,
  connect,
  mostRows,
  pairsOf,
  places,
  rowsIn,
  type Explained,
} from '../../web/src/lib/connections.ts';

type ThingTold = Explained['things'][number];
type TieTold = Explained['ties'][number];
const at = (number: number): string => new Date(number * 1000).toISOString();

const thing = (
  label: string,
  key: string,
  part: string,
  findings: readonly number[],
  more: Partial<ThingTold> = {},
): ThingTold => ({
  ...{ label, key, name: key, part, firstAt: at(findings[0] ?? 0), folded: [], foldedCount: 0 },
  findings: findings.map((number) => `f${number}`),
  ...more,
});
const tie = (from: ThingTold, to: ThingTold, findings: readonly number[], more: Partial<TieTold> = {}): TieTold => ({
  ...{ from, to, at: at(findings[0] ?? 0), mechanism: null, weight: 0.4, because: 'one finding names both' },
  findings: findings.map((number) => `f${number}`),
  ...more,
});
const numbers = Array.from({ length: 300 }, (_, index) => ({ id: `f${index}`, number: String(index), about: [] }));
const told = (things: readonly ThingTold[], ties: readonly TieTold[] = [], all = 0): Explained => ({ things, ties, all });

const user = thing('User', 'priya@contoso.test', 'who', [1, 2]);
const ip = (last: number) => thing('IP', `192.0.2.${last}`, 'cameFrom', [last]);
const file = (name: string, ...findings: number[]) => thing('File', `/contracts/${name}`, 'touched', findings);
const box = { width: 560, height: 400 };

/** Some addresses, a person and some files, each tied to the person. */
function star(addresses: number, files: number): Explained {
  const many = [
    ...Array.from({ length: addresses }, (_, index) => ip(index + 1)),
    ...Array.from({ length: files }, (_, index) => file(String(index + 1), index + 1)),
  ];
  return told(
    [...many, user],
    many.map((one, index) => tie(one, user, [index + 1])),
  );
}

it('things stand in the column of their part, in the order they were first found', () => {
  const { things } = connect(
    told([
      thing('User', 'helen@contoso.test', 'atRisk', [2]),
      thing('App', 'mail', 'bystander', [1]),
      ip(2),
      ip(1),
      user,
      file('a', 2),
      thing('Device', 'of a later version', 'unheardOf', [1]),
    ]),
    numbers,
  );
  expect(things.map(({ keys, column }) => [keys[0], columns[column]])).toEqual([
    ['192.0.2.1', 'Came from'],
    ['192.0.2.2', 'Came from'],
    [user.key, 'Who'],
    ['/contracts/a', 'Touched'],
    ['helen@contoso.test', 'At risk'],
    ['mail', 'Also there'],
    ['of a later version', 'Also there'],
  ]);
});

it('ties go from left to right with the numbers of their findings, as strong as what is said', () => {
  const { ties } = connect(
    told([user, ip(1), file('a', 1, 2)], [tie(user, ip(1), [1]), tie(user, file('a', 1, 2), [1, 2], { weight: 0.7 })]),
    numbers,
  );
  expect(ties.map(({ from, to, findings, strength }) => [from.split('\n')[1], to.split('\n')[1], findings, strength])).toEqual([
    ['192.0.2.1', user.key, ['1'], 3],
    [user.key, '/contracts/a', ['1', '2'], 4],
  ]);
});

it('a finding that is not shown here has no number, and is not spoken of', () => {
  const { things, ties } = connect(told([user, ip(1)], [tie(user, ip(1), [1])]), [{ id: 'f2', number: '7a', about: [] }]);
  expect([things.map(({ findings }) => findings), ties.map(({ findings }) => findings)]).toEqual([[[], ['7a']], [[]]]);
});

it('what stands for several says how many, and all are counted', () => {
  const folded = [{ label: 'File', key: '/contracts/b' }];
  const { things, shown, all } = connect(told([user, { ...file('a', 1), folded, foldedCount: 6 }], [], 49), numbers);
  expect(things.map(({ amount, keys }) => [amount, keys.length])).toEqual([
    [1, 1],
    [7, 2],
  ]);
  expect([shown, all]).toEqual([8, 49]);
});

it('an address is shown with its country, where what was found of it names one', () => {
  const place = (label: string, key: string) => ({ label, key, role: 'place' });
  const of = (...about: ReturnType<typeof place>[]) =>
    connect(told([ip(1), user]), [{ id: 'f1', number: '1', about }]).things.map(({ country }) => country);
  expect(of(place('IP', '192.0.2.1'), place('Country', 'DE'))).toEqual(['DE', undefined]);
  expect(of(place('IP', '192.0.2.1'), place('Country', 'DE'), place('Country', 'FR'))).toEqual([undefined, undefined]);
  expect(of(place('IP', '192.0.2.1'), place('IP', '192.0.2.2'), place('Country', 'DE'))).toEqual([undefined, undefined]);
  expect(of(place('IP', '192.0.2.1'))).toEqual([undefined, undefined]);
});

it('a line holds the links between its findings, and those to others over what it ties; the strongest first', () => {
  const link = (from: string, to: string, weight: number, bridge = 'elsewhere') => ({
    ...{ from, to, weight, mechanism: 'account', because: 'same' },
    bridge: { label: 'User', key: bridge },
  });
  const links = [link('f1', 'f2', 0.2), link('f2', 'f3', 0.9, user.key), link('f2', 'f4', 0.9), link('f3', 'f4', 0.9, user.key)];
  const { ties } = connect(told([ip(1), user], [tie(ip(1), user, [1, 2])]), numbers, links);
  expect(ties.map((one) => one.links)).toEqual([[links[1], links[0]]]);
});

it('two findings are one pair, whatever ties them, the strongest first', () => {
  const link = (from: string, to: string, mechanism: string, weight: number) => ({
    ...{ from, to, mechanism, weight, because: '' },
    bridge: { label: 'User', key: user.key },
  });
  expect(
    pairsOf([
      link('a', 'b', 'account', 0.5),
      link('a', 'c', 'file', 0.6),
      link('a', 'b', 'session', 0.9),
      link('a', 'b', 'account', 0.1),
    ]),
  ).toEqual([
    { from: 'a', to: 'b', weight: 0.9, mechanisms: ['session', 'account'] },
    { from: 'a', to: 'c', weight: 0.6, mechanisms: ['file'] },
  ]);
});

describe('likes fold', () => {
  it('not while there is room', () => {
    expect(connect(star(mostRows, 0), numbers).things).toHaveLength(mostRows + 1);
  });

  it('until a column has room, whatever comes, and nothing of what was said is lost', () => {
    const { things, ties, shown } = connect(star(60, 60), numbers);
    expect(columns.map((_, column) => things.filter((one) => one.column === column).length)).toEqual([
      mostRows,
      1,
      mostRows,
      0,
      0,
    ]);
    expect(shown).toBe(121);
    expect(new Set(ties.flatMap(({ whys }) => whys.flatMap(({ findings }) => findings))).size).toBe(120);
  });

  it('what holds others together last', () => {
    const hub = ip(9);
    const leaves = [1, 2, 3].map(ip);
    const files = ['a', 'b'].map((name) => file(name, 1));
    const { things } = connect(
      told(
        [...leaves, hub, ...files],
        files.map((one) => tie(hub, one, [1])),
      ),
      numbers,
      [],
      2,
    );
    expect(
      things.filter(({ column }) => column === 0).map(({ amount, keys }) => [amount, keys.length > 1 ? '' : keys[0]]),
    ).toEqual([
      [3, ''],
      [1, hub.key],
    ]);
  });

  it('nothing is lost when there are more kinds than rows', () => {
    const kinds = ['Rule', 'Mailbox', 'File', 'App', 'AuthMethod', 'Email', 'Url', 'Domain', 'Device'];
    expect(connect(told([user, ...kinds.map((label) => thing(label, label, 'touched', [1]))]), numbers).things).toHaveLength(10);
  });
});

it('the same answer in another order is the same picture', () => {
  const { things, ties, all } = star(9, 11);
  const sorted = (explained: Explained) => [...places(connect(explained, numbers).things, box)].sort();
  expect(sorted({ things: [...things].reverse(), ties: [...ties].reverse(), all })).toEqual(sorted({ things, ties, all }));
});

it('a line within a column swings out beside it, to where there is room', () => {
  const from = { x: 100, y: 50 };
  const to = { x: 100, y: 250 };
  expect(along(from, to, 0.5).x).toBeGreaterThan(130);
  expect(along({ ...from, x: 500 }, { ...to, x: 500 }, 0.5).x).toBeLessThan(470);
  expect([along(from, to, 0), along(from, to, 1)]).toEqual([from, to]);
});

it('places fill the box, and empty columns take no room', () => {
  const { things } = connect(star(2, 0), numbers);
  expect([...places(things, box).values()]).toEqual([
    { x: 140, y: 100 },
    { x: 140, y: 300 },
    { x: 420, y: 200 },
  ]);
});

it('chips keep clear of names that stand in their way', () => {
  const { things, ties } = connect(star(1, 0), numbers);
  const at = places(things, box);
  const [free] = chipPlaces(ties, at).values();
  const name = { ...(free ?? { x: 0, y: 0 }), width: 40, height: 20 };
  const [moved] = chipPlaces(ties, at, [name]).values();
  expect(free).toEqual({ x: 280, y: 200 });
  expect(Math.abs((moved?.x ?? 280) - 280)).toBeGreaterThanOrEqual(20);
});

it('chips stand by the end that fewer lines share', () => {
  const { things, ties } = connect(star(3, 0), numbers);
  expect([...chipPlaces(ties, places(things, box)).values()].every(({ x }) => x < 280)).toBe(true);
});

it('a low picture has fewer rows, and never less than two', () => {
  expect([50, 240, 400, 2_000].map(rowsIn)).toEqual([2, 3, 5, 6]);
});

it('chips of lines that cross do not cover one another', () => {
  const { things, ties } = connect(star(6, 6), numbers);
  const points = [...chipPlaces(ties, places(things, box)).values()];
  expect(points).toHaveLength(ties.length);
  const near = points.filter((a, index) =>
    points.some((b, other) => other < index && Math.abs(a.x - b.x) < 18 && Math.abs(a.y - b.y) < 14),
  );
  expect(near).toEqual([]);
});
