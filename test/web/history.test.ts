// The life of an incident: the newest first, what was done above what was believed then, and what changed.

import { expect, it } from 'vitest';
import { asMoment, inTime, moments } from '../../web/src/lib/history.ts';

const belief = (at: string, probability: number) => ({ at, probability });
const [one, two, three] = ['2026-01-05T09:00:00.000Z', '2026-01-05T10:00:00.000Z', '2026-01-05T11:00:00.000Z'] as const;

it('the newest stands first, each with what it changed in points', () => {
  const all = moments([belief(one, 0.2), belief(two, 0.55), belief(three, 0.5)], [{ at: two }]);
  expect(all.map((it) => [it.kind, it.at, it.kind === 'belief' ? it.change : ''])).toEqual([
    ['belief', three, -5],
    ['deed', two, ''],
    ['belief', two, 35],
    ['belief', one, undefined],
  ]);
});

it('of nothing there is nothing', () => {
  expect(moments([], [])).toEqual([]);
});

it('two moments are compared from the earlier to the later, whichever was picked first', () => {
  expect([inTime(one, two), inTime(two, one)]).toEqual([
    [one, two],
    [one, two],
  ]);
});

it('a field holds a moment once it is whole', () => {
  expect(['2026-01-05T11:35', '2026-01-05T11:35:20', '2026-01-05', '', '2026-99-05T11:35'].map(asMoment)).toEqual([
    '2026-01-05T11:35:00.000Z',
    '2026-01-05T11:35:20.000Z',
    undefined,
    undefined,
    undefined,
  ]);
});
