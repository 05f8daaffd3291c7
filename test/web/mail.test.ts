// What the views of mail say: points that add up, words for places, and a frame without any leave.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  campaignSaid,
  campaignTitle,
  counted,
  framePolicy,
  frameSandbox,
  framed,
  placesKind,
  placesSaid,
  scoreFall,
} from '../../web/src/lib/mail.ts';

const reason = (says: string, weight: number) => ({ says, weight });

describe('the score as a waterfall', () => {
  it('raises by size, then lowers by size, in whole points', () => {
    const { start, steps, total } = scoreFall(2.4, [reason('small', 3.2), reason('against', -5), reason('large', 70.1)]);
    expect(steps.map(({ says, points }) => [says, points])).toEqual([
      ['large', 71],
      ['small', 3],
      ['against', -5],
    ]);
    expect([start, total]).toEqual([2, 71]);
  });

  it('adds up exactly, however many reasons there are and in whatever order they come', () => {
    const weight = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.array(weight, { maxLength: 40 }), (from, weights) => {
        const reasons = weights.map((value, index) => reason(`r${index}`, value));
        const fall = scoreFall(from, reasons);
        expect(fall.start + fall.steps.reduce((sum, { points }) => sum + points, 0)).toBe(fall.total);
        expect(fall.steps.length).toBeLessThanOrEqual(10);
        expect(scoreFall(from, [...reasons].reverse())).toEqual(fall);
      }),
    );
  });
});

it('places are said with their counts, one alone by its word', () => {
  expect(placesSaid([])).toBe('no copies known');
  expect(placesSaid([{ state: 'held', count: 1 }])).toBe('held');
  expect(placesSaid([{ state: 'held', count: 17 }])).toBe('all 17 held');
  expect(placesSaid(counted([{ state: 'delivered' }, { state: 'held' }, { state: 'held' }]))).toBe('2 held, 1 let in');
});

it('that any copy was let in shows before that others are held', () => {
  expect(placesKind([{ state: 'held' }])).toBe('good');
  expect(placesKind([{ state: 'held' }, { state: 'delivered' }])).toBe('open');
  expect(placesKind([{ state: 'held' }, { state: 'released' }])).toBe('calm');
  expect(placesKind([])).toBe('calm');
});

it('the frame has no leave at all, and a policy before anything else in it', () => {
  expect(frameSandbox).toBe('');
  const page = framed('<p>words</p>');
  expect(page.indexOf(framePolicy)).toBeGreaterThan(0);
  expect(page.indexOf(framePolicy)).toBeLessThan(page.indexOf('<p>words</p>'));
  expect(framePolicy.startsWith("default-src 'none'")).toBe(true);
});

describe('what is alike', () => {
  const conviction = { at: '2026-01-12T04:18:00.000Z' };
  it.each([
    [{ messages: 1_279, kind: 'undecided', conviction: null }, '1,279 mails alike', '1,279 alike'],
    [{ messages: 50, kind: 'bulk', conviction: null }, 'Mass mail of 50', '50 mails, mass mail'],
    [{ messages: 17, kind: 'attack', conviction: null }, 'Campaign of 17', '17 mails'],
    [{ messages: 17, kind: 'undecided', conviction }, 'Campaign of 17', '17 mails, convicted'],
  ] as const)('is called a campaign only where that was decided: %o', (campaign, title, said) => {
    expect([campaignTitle(campaign), campaignSaid(campaign)]).toEqual([title, said]);
  });
});
