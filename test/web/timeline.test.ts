// Time to pixels.

import { describe, expect, it } from 'vitest';
import { day } from '../../web/src/lib/format.ts';
import { byDay } from '../../web/src/lib/story.ts';
import { curve, grouped, jumps, markWidth, merged, range, spanOf, ticks, within } from '../../web/src/lib/timeline.ts';

const start = Date.UTC(2026, 0, 5);
const span = spanOf(start + 5_000, start + 8 * day + 5_000);

it('a span is whole days; ticks are never more than fit', () => {
  expect((span.to - span.from) / day).toBe(9);
  expect(ticks(span, 20).map(({ at }) => (at - start) / day)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(ticks(span, 4).map(({ at, days }) => [(at - start) / day, days])).toEqual([
    [0, 3],
    [3, 3],
    [6, 3],
  ]);
});

describe('marks', () => {
  const mark = (number: string, at: number) => ({ number, at: start + at * day });

  it('that would cover one another share one', () => {
    const groups = grouped([mark('2', 1.01), mark('1', 1), mark('3', 6)], span, 900);
    expect(groups.map(({ numbers, x }) => [numbers, Math.round(x)])).toEqual([
      [['1', '2'], 100],
      [['3'], 600],
    ]);
  });

  it('that have room stand alone', () => {
    expect(grouped([mark('1', 1), mark('2', 2)], span, 900)).toHaveLength(2);
  });

  it('are whole at both ends of their lane, and stay where they are between', () => {
    const width = markWidth(['1', '2', '3']);
    expect([within(0, width, 900), within(450, width, 900), within(900, width, 900)]).toEqual([width / 2, 450, 900 - width / 2]);
  });

  it('say what they stand for', () => {
    expect([['4'], ['2', '3', '4'], ['2', '7'], ['2', '7', '9'], ['7', '7a']].map(range)).toEqual([
      '4',
      '2–4',
      '2, 7',
      '2 +2',
      '7, 7a',
    ]);
  });
});

describe('the chance', () => {
  const history = [
    { at: 10, before: 0.03, after: 0.2 },
    { at: 10, before: 0.2, after: 0.4 },
    { at: 500, before: 0.35, after: 0.36 },
    { at: 900, before: 0.3, after: 0.9 },
  ];

  it('moves in steps, one for each moment', () => {
    expect(merged(history)[0]).toEqual({ at: 10, before: 0.03, after: 0.4 });
    expect(curve(history, { at: 1000, probability: 0.85 })).toEqual([
      [10, 0.03],
      [10, 0.4],
      [500, 0.35],
      [500, 0.36],
      [900, 0.3],
      [900, 0.9],
      [1000, 0.85],
    ]);
  });

  it('has its large jumps labelled, where there is room', () => {
    const all = { from: 0, to: 1000 };
    expect(jumps(history, all, 1000).map(({ at }) => at)).toEqual([10, 900]);
    expect(jumps(history, all, 50).map(({ at }) => at)).toEqual([900]);
  });
});

it('jumps that look like one are labelled with where they end', () => {
  const history = [
    { at: 10, before: 0.1, after: 0.6 },
    { at: 12, before: 0.6, after: 0.8 },
  ];
  const all = { from: 0, to: 1000 };
  expect(jumps(history, all, 1000).map(({ before, after }) => [before, after])).toEqual([[0.1, 0.8]]);
  expect(jumps(history, { from: 0, to: 20 }, 1000).map(({ after }) => after)).toEqual([0.6, 0.8]);
});

describe('the story', () => {
  const beat = (days: number, until = days) => ({
    at: start + days * day,
    until: start + until * day,
    text: `at ${days}`,
    cites: ['e'],
  });

  it('is told by day, with the quiet days between', () => {
    expect(
      byDay([beat(5.5), beat(0.2), beat(0.1)]).map((one) =>
        one.kind === 'day' ? one.beats.map(({ text }) => text) : [(one.from - start) / day, (one.to - start) / day],
      ),
    ).toEqual([['at 0.1', 'at 0.2'], [1, 4], ['at 5.5']]);
  });

  it('has no quiet day between neighbours, nor while a beat goes on', () => {
    expect(byDay([beat(0.5), beat(1.5)]).every(({ kind }) => kind === 'day')).toBe(true);
    expect(byDay([beat(0.5, 3.5), beat(4.5)]).every(({ kind }) => kind === 'day')).toBe(true);
  });
});
