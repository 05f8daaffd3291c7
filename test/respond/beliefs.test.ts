import { describe, expect, it } from 'vitest';
import type { Belief } from '../../src/model/belief.ts';
import { believed, difference, folded, isNews, KEPT, middleOf, nothing, turnOf } from '../../src/respond/beliefs.ts';

const belief = (at: number, added: string[], more: Partial<Belief> = {}): Belief => ({
  ...{ at, sequence: at, incident: 'i', title: 'A story', score: 50, probability: 0.31, band: 'medium', status: 'open' },
  ...nothing,
  added,
  ended: false,
  ...more,
});
const story = [
  belief(10, ['f1', 'f2']),
  belief(20, ['f3'], { probability: 0.78, band: 'high', merged: ['j'] }),
  belief(30, [], { removed: ['f1'], parted: ['k'] }),
  belief(40, ['f1'], { removed: ['f2'], incident: 'i2', status: 'closed', verdict: 'falsePositive' }),
];

describe('an entry is due', () => {
  const now = belief(1, []);
  it.each([
    ['a title', { title: 'Another' }],
    ['a score', { score: 50.1 }],
    ['a probability', { probability: 0.311 }],
    ['a status', { status: 'closed' }],
    ['a verdict', { verdict: 'truePositive' }],
    ['an id', { incident: 'j' }],
  ] as const)('where it has %s that it had not', (_, other) => {
    expect(isNews(now, { ...now, ...other }, nothing)).toBe(true);
  });

  it.each(['added', 'removed', 'merged', 'parted', 'cameOf'] as const)('where something was %s', (what) => {
    expect(isNews(now, now, { ...nothing, [what]: ['x'] })).toBe(true);
  });

  it('not where nobody would see a difference', () => {
    expect(isNews(now, { ...now, score: 50.01, probability: 0.3101 }, nothing)).toBe(false);
    expect(isNews({ ...now, score: 87.5 }, { ...now, score: 87.5 }, nothing)).toBe(false);
  });

  it('of findings by what came and went, not by their order', () => {
    expect(turnOf(['a', 'b'], ['b', 'a'])).toEqual({ added: [], removed: [] });
    expect(turnOf(['a', 'b'], ['c', 'b'])).toEqual({ added: ['c'], removed: ['a'] });
  });
});

describe('what was believed at a moment', () => {
  it('is what was written down last', () => {
    expect(believed(story, 19)).toMatchObject({ at: 10, probability: 0.31, findings: ['f1', 'f2'] });
    expect(believed(story, 20)).toMatchObject({ at: 20, probability: 0.78, findings: ['f1', 'f2', 'f3'] });
    expect(believed(story, 39)).toMatchObject({ at: 30, incident: 'i', findings: ['f2', 'f3'] });
    expect(believed(story, 99)).toMatchObject({ at: 40, incident: 'i2', verdict: 'falsePositive', findings: ['f3', 'f1'] });
  });

  it('is nothing before anything was, or while it did not stand', () => {
    expect(believed(story, 9)).toBeUndefined();
    expect(believed([], 9)).toBeUndefined();
    const gone = [...story, belief(50, [], { removed: ['f3', 'f1'], ended: true }), belief(60, ['f9'])];
    expect(believed(gone, 55)).toBeUndefined();
    expect(believed(gone, 60)).toMatchObject({ findings: ['f9'] });
  });
});

describe('the difference between two moments', () => {
  it('is what came and went, and with whom', () => {
    expect(difference(story, 15, 35)).toMatchObject({
      ...{ from: { at: 10 }, to: { at: 30 } },
      ...{ added: ['f3'], removed: ['f1'], merged: ['j'], parted: ['k'] },
    });
  });

  it('leaves out what came and went in between', () => {
    expect(difference(story, 25, 45)).toMatchObject({ added: [], removed: ['f2'], merged: [], parted: ['k'] });
  });

  it('does not mind which comes first, and is nothing between two that are the same', () => {
    expect(difference(story, 35, 15)).toEqual(difference(story, 15, 35));
    const { from, to, ...turn } = difference(story, 31, 39);
    expect(turn).toEqual(nothing);
    expect(from).toEqual(to);
  });

  it('from before it was known is all there is', () => {
    const { from, added } = difference(story, 1, 25);
    expect(from).toBeUndefined();
    expect(added).toEqual(['f1', 'f2', 'f3']);
    expect(difference(story, 1, 2)).toEqual(nothing);
  });
});

describe('a long chronicle', () => {
  it('is short enough with the first, the last, and one between', () => {
    expect(middleOf(2 * KEPT + 1)).toBeUndefined();
    expect(middleOf(2 * KEPT + 2)).toEqual({ after: KEPT, upTo: KEPT + 2 });
  });

  it('is folded into what leaves every later moment as it was', () => {
    const all = Array.from({ length: 40 }, (_, n) => belief(n + 1, [`f${n}`], n > 2 ? { removed: [`f${n - 3}`] } : {}));
    const [first, ...more] = all.slice(5, 20);
    if (first === undefined) throw new Error('there are forty');
    const short = [...all.slice(0, 5), folded([first, ...more]), ...all.slice(20)];
    for (let at = 20; at <= 40; at++) expect(believed(short, at)).toEqual(believed(all, at));
    expect(believed(short, 12)).toEqual(believed(all, 5));
    expect(folded([first, ...more])).toMatchObject({ at: 20, added: ['f17', 'f18', 'f19'], removed: ['f2', 'f3', 'f4'] });
  });

  it('of one entry is that entry', () => {
    const [one] = story;
    if (one === undefined) throw new Error('there are four');
    expect(folded([one])).toEqual(one);
  });
});
