import { expect, it } from 'vitest';
import { compared } from '../../src/correlate/similar/comparison.ts';
import type { Step } from '../../src/correlate/similar/story.ts';
import { endTold, likenessTold } from '../../src/narrate/similar.ts';

const step = (id: string, title: string, at: number): Step => ({
  id,
  detection: title,
  title,
  stage: 'access',
  techniques: [],
  at,
});

const here = [step('h1', 'First sign-in from a country', 1), step('h2', 'Phone changed', 2), step('h3', 'Mail deleted', 3)];
const there = [step('t1', 'First sign-in from a country', 1), step('t2', 'Phone changed', 2), step('t3', 'Files read', 3)];
const tied = (from: string, to: string) => [{ from, to, mechanism: 'session' as const }];

it('what both have is told in order, with what ties it and how rare it is, and cites both', () => {
  const comparison = compared({ findings: here, links: tied('h1', 'h2') }, { findings: there, links: tied('t1', 't2') }, () => 1);
  expect(likenessTold(comparison, ({ title }) => (title === 'Phone changed' ? 3 : 40), 50)).toEqual({
    because: [
      { text: 'Both: first sign-in from a country, then phone changed.', cites: ['h1', 't1', 'h2', 't2'] },
      {
        text: 'In both, first sign-in from a country leads to phone changed by the same session.',
        cites: ['h1', 't1', 'h2', 't2'],
      },
      { text: 'Only 3 of 50 incidents hold “phone changed”.', cites: ['h2', 't2'] },
    ],
    differs: [
      { text: 'Only that one: files read.', cites: ['t3'] },
      { text: 'Only this one: mail deleted.', cites: ['h3'] },
    ],
  });
});

it('what is common, or one of few, is not called rare, and the same is told without a difference', () => {
  const same = compared({ findings: here, links: [] }, { findings: here, links: [] }, () => 1);
  const told = likenessTold(same, () => 40, 50);
  expect([told.because.length, told.differs.length]).toEqual([1, 0]);
  expect(likenessTold(same, () => 1, 4).because).toHaveLength(1);
});

it('another order is said to be one, and titles from outside are harmless', () => {
  const [a, b] = [step('a', '<b>One</b>\u202e', 1), step('b', 'Two', 2)];
  const turned = [step('x', 'Two', 1), step('y', '<b>One</b>\u202e', 2)];
  const { because } = likenessTold(
    compared({ findings: [a, b], links: [] }, { findings: turned, links: [] }, () => 1),
    () => 9,
    9,
  );
  expect(because).toHaveLength(2);
  expect(because[1]?.text).toMatch(/^Both, in another order: /);
  expect(because.map(({ text }) => text).join()).not.toMatch(/[<>\u202e]/);
});

it.each([
  [{ status: 'closed', verdict: 'truePositive', verdictBy: 'bo' } as const, 'judged an attack by bo'],
  [{ status: 'closed', verdict: 'falsePositive' } as const, 'judged a false alarm'],
  [{ status: 'closed' } as const, 'closed without a verdict'],
  [{ status: 'open' } as const, 'not judged yet: this is what happened so far'],
])('%j ended as %s', (handling, says) => {
  expect(endTold(handling)).toBe(says);
});
