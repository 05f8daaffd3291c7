import { describe, expect, it } from 'vitest';
import type { Belief } from '../../src/model/belief.ts';
import { beliefTold, differenceTold } from '../../src/narrate/beliefs.ts';

const numbers = new Map([
  ['f1', '1'],
  ['f3', '3'],
  ['f7', '7a'],
]);
const before: Belief = {
  ...{ at: 1, sequence: 1, incident: 'inc-1', title: 'A story', score: 40, probability: 0.31, band: 'medium', status: 'open' },
  ...{ added: ['f1'], removed: [], merged: [], parted: [], cameOf: [], ended: false },
};
const after = (more: Partial<Belief>): Belief => ({ ...before, at: 2, sequence: 2, added: [], ...more });
const told = (more: Partial<Belief>) => beliefTold(before, after(more), numbers).map((says) => says.replaceAll('\u202f', ' '));

describe('an entry of a chronicle', () => {
  it('begins with what it holds', () => {
    expect(beliefTold(undefined, before, numbers)).toEqual(['It holds one finding: 1.']);
    expect(beliefTold(undefined, { ...before, cameOf: ['inc-9'] }, numbers)).toEqual([
      'It holds one finding: 1.',
      'It parted from inc-9.',
    ]);
  });

  it('says what came and went by its number', () => {
    expect(told({ added: ['f3', 'f7'] })).toEqual(['Two findings came to it: 3 and 7a.']);
    expect(told({ removed: ['f1'] })).toEqual(['One finding left it: 1.']);
    expect(told({ added: ['gone', 'f3'] })).toEqual(['Two findings came to it: 3.']);
  });

  it('says with whom it was joined and who parted', () => {
    expect(told({ merged: ['inc-2', 'inc-3'] })).toEqual(['It was joined with inc-2 and inc-3.']);
    expect(told({ parted: ['inc-4'] })).toEqual(['inc-4 parted from it.']);
  });

  it('says what was thought of it before and after', () => {
    expect(told({ probability: 0.78, score: 62 })).toEqual(['Probability went from 31 % to 78 %.', 'Score went from 40 to 62.']);
    expect(told({ incident: 'inc-0' })).toEqual(['From then on it went by inc-0.']);
    expect(told({ status: 'closed', verdict: 'falsePositive' })).toEqual(['It was closed, judged a false alarm.']);
    expect(told({ status: 'inProgress' })).toEqual(['It was taken up.']);
    const closed = { ...before, status: 'closed' } as const;
    expect(beliefTold(closed, after({ status: 'open' }), numbers)).toEqual(['It was opened again.']);
  });

  it('says that it changed its title, and not what that is', () => {
    expect(told({ title: 'Pay at evil.test' })).toEqual(['It was given another title.']);
  });

  it('says nothing where nothing is to be said', () => {
    expect(told({})).toEqual([]);
  });

  it('says when it ended and when it stands again', () => {
    const end = after({ removed: ['f1'], ended: true });
    expect(told({ removed: ['f1'], ended: true })).toEqual(['From then on it did not stand by itself.']);
    expect(beliefTold(end, after({ added: ['f1', 'f3'] }), numbers)).toEqual(['It stands again, with two findings: 1 and 3.']);
  });

  it('names ten and counts the rest', () => {
    const many = new Map(Array.from({ length: 12 }, (_, n) => [`g${n}`, String(n + 1)]));
    expect(beliefTold(before, after({ added: [...many.keys()] }), many)).toEqual([
      '12 findings came to it: 1, 2, 3, 4, 5, 6, 7, 8, 9 and three more.',
    ]);
  });
});

describe('a difference', () => {
  const one = { ...before, findings: ['f1'] };
  const nothing = { added: [], removed: [], merged: [], parted: [], cameOf: [] };

  it('is told like one entry', () => {
    const other = { ...one, probability: 0.78, findings: ['f1', 'f3'] };
    const says = differenceTold({ ...nothing, from: one, to: other, added: ['f3'] }, numbers);
    expect(says.map((it) => it.replaceAll('\u202f', ' '))).toEqual([
      'One finding came to it: 3.',
      'Probability went from 31 % to 78 %.',
    ]);
    expect(differenceTold({ ...nothing, from: one, to: one }, numbers)).toEqual([]);
  });

  it('from before it was known, and to when it stood no more, says that', () => {
    expect(differenceTold({ ...nothing, to: one, added: ['f1'] }, numbers)).toEqual([
      'It was not known before.',
      'It holds one finding: 1.',
    ]);
    expect(differenceTold({ ...nothing, from: one, removed: ['f1'] }, numbers)).toEqual(['It did not stand by itself any more.']);
    expect(differenceTold(nothing, numbers)).toEqual([]);
  });
});
