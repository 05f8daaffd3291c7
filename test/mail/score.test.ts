// The score: what it is made of adds up, an action only raises it, and what a model saw is not counted twice.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckoned, scoreOf } from '../../src/mail/score.ts';
import type { MailAction } from '../../src/mail/model.ts';
import { terms } from '../../src/mail/terms.ts';
import { metricOf } from '../../src/mail/metrics.ts';
import { weights } from '../../src/mail/weights.ts';

const fitted = {
  intercept: -3,
  terms: [
    { metric: 'inducement.extortion', weight: 4 },
    { metric: 'money.wallets', weight: 1 },
    { metric: 'thread.quotes', weight: -2 },
  ],
};
const pointsOf = (id: string, { reasons }: ReturnType<typeof scoreOf>): number | undefined =>
  reasons.find((reason) => reason.id === id)?.weight;
const actions = fc.constantFrom<MailAction>('none', 'tag', 'junk', 'hold');
const anyValues = fc.record({
  'inducement.extortion': fc.double({ min: 0, max: 1, noNaN: true }),
  'money.wallets': fc.nat(100),
  'thread.quotes': fc.boolean(),
});

describe('a score', () => {
  it('is made of a start, terms and an action that add up to it', () => {
    fc.assert(
      fc.property(anyValues, actions, (values, action) => {
        const { score, reasons } = scoreOf(values, action, fitted);
        const sum = reasons.reduce((total, { weight }) => total + weight, 0);
        expect(Math.round(sum)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('rises with what speaks for harm, and falls with what speaks against it', () => {
    fc.assert(
      fc.property(anyValues, fc.double({ min: 0, max: 1, noNaN: true }), (values, more) => {
        const of = (extortion: number): number =>
          scoreOf({ ...values, 'inducement.extortion': extortion }, 'none', fitted).probability;
        const [low, high] = [values['inducement.extortion'], more].sort((a, b) => a - b) as [number, number];
        expect(of(high)).toBeGreaterThanOrEqual(of(low));
        const quoting = (quotes: boolean): number => scoreOf({ ...values, 'thread.quotes': quotes }, 'none', fitted).probability;
        expect(quoting(true)).toBeLessThan(quoting(false));
      }),
    );
  });

  it('is only raised by an action, and by a stronger one more', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const [none, tag, junk, hold] = (['none', 'tag', 'junk', 'hold'] as const).map(
          (action) => scoreOf(values, action, fitted).score,
        );
        expect([none, tag, junk, hold]).toEqual([none, tag, junk, hold].toSorted((a = 0, b = 0) => a - b));
      }),
    );
  });

  it('takes from an action only a share of what is left to certainty, in a term of its own', () => {
    const values = { 'inducement.extortion': 1, 'money.wallets': 1 };
    const [alone, held] = [scoreOf(values, 'none', fitted), scoreOf(values, 'hold', fitted)];
    expect(pointsOf('action', alone)).toBeUndefined();
    expect(pointsOf('action', held)).toBeCloseTo(95 * (1 - alone.probability), 9);
    expect(held.probability).toBe(alone.probability);
  });

  it('says nothing of what is not in the message, and something of what is', () => {
    const { reasons } = scoreOf({ 'inducement.extortion': 0, 'money.wallets': 2, 'thread.quotes': false }, 'none', fitted);
    expect(reasons.map(({ id }) => id).sort()).toEqual(['money.wallets', 'start']);
  });

  it('has points also where terms cancel each other out', () => {
    const { reasons } = scoreOf({ 'thread.quotes': true, 'money.wallets': 3 }, 'none', fitted);
    expect(pointsOf('money.wallets', { score: 0, probability: 0, reasons })).toBeGreaterThan(0);
    expect(pointsOf('thread.quotes', { score: 0, probability: 0, reasons })).toBeLessThan(0);
  });
});

describe('a value', () => {
  it.each([
    [true, 1],
    [false, 0],
    [0.4, 0.4],
    [1, 1],
    [3, 2],
    [1_000_000, 6],
    [undefined, 0],
    ['contoso.test', 1],
    ['', 0],
    [['a'], 1],
    [[], 0],
  ])('%j counts as %d', (value, as) => {
    expect(reckoned(value)).toBe(as);
  });
});

describe('the terms', () => {
  it('are metrics there are', () => {
    expect(terms.filter(({ metric }) => metricOf(metric) === undefined)).toEqual([]);
  });

  it('speak in the fitted weights only the way they may', () => {
    const signs = new Map(terms.map(({ metric, sign }) => [metric, sign]));
    const wrong = weights.terms.filter(({ metric, weight }) =>
      signs.get(metric) === 'positive' ? weight < 0 : signs.get(metric) === 'negative' ? weight > 0 : !signs.has(metric),
    );
    expect(wrong).toEqual([]);
  });
});
