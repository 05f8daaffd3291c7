// The score: what it is made of adds up, an action only raises it, and what a model saw is not counted twice.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forest } from '../../src/mail/forest.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import type { MetricValue } from '../../src/mail/metric.ts';
import { measured, metricOf } from '../../src/mail/metrics.ts';
import type { MailAction } from '../../src/mail/model.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { amountsOf, reckoned, scoreOf } from '../../src/mail/score.ts';
import type { Forest } from '../../src/mail/score.ts';
import { terms } from '../../src/mail/terms.ts';
import { concepts, saysOf } from '../../src/mail/text/concept.ts';

const fitted: Forest = {
  intercept: -3,
  asks: [{ metric: 'inducement.extortion' }, { metric: 'money.wallets' }, { metric: 'thread.quotes' }],
  trees: [
    [0, 0.3, 0, [0, 0.7, 2, 4]],
    [1, 0.5, 0, [0, 0.5, 0.5, 1]],
    [2, 0.5, 0, -2],
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
  it('is made of a start, metrics and an action that add up to it', () => {
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

  it('adds up with the shipped forest, whatever is measured', () => {
    fc.assert(
      fc.property(anything, actions, (values, action) => {
        const { score, reasons } = scoreOf(values, action);
        const sum = reasons.reduce((total, { weight }) => total + weight, 0);
        expect(Math.round(sum)).toBe(score);
        expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length);
      }),
    );
  });

  it('says nothing of what is not in the message, and something of what is', () => {
    const { reasons } = scoreOf({ 'inducement.extortion': 0, 'money.wallets': 2, 'thread.quotes': false }, 'none', fitted);
    expect(reasons.map(({ id }) => id).sort()).toEqual(['money.wallets', 'start']);
  });

  it('has points also where terms cancel each other out', () => {
    const even: Forest = {
      ...fitted,
      trees: [
        [1, 0.5, 0, 2],
        [2, 0.5, 0, -2],
      ],
    };
    const { reasons } = scoreOf({ 'thread.quotes': true, 'money.wallets': 3 }, 'none', even);
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

describe('what trees are asked of', () => {
  it('is numbers as they are, flags and texts as 0 or 1, lists by their length or by what they hold', () => {
    const asks = [
      ...['urls.count', 'thread.quotes', 'sender.name-brand', 'domains.suffixes'].map((metric) => ({ metric })),
      ...(['sales.vice', 'loan'] as const).map((has) => ({ metric: 'inducement.concepts', has })),
    ];
    const values = {
      'urls.count': 7,
      'thread.quotes': true,
      'sender.name-brand': 'Contoso',
      'domains.suffixes': ['com', 'test'],
    };
    expect(amountsOf(asks, { ...values, 'inducement.concepts': [saysOf('loan')] })).toEqual([7, 1, 1, 2, 0, 1]);
    expect(amountsOf(asks, { 'urls.count': Number.NaN, 'thread.quotes': false, 'sender.name-brand': '' })).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });
});

/** Values of whatever the forest asks. */
const anything = fc.record(
  Object.fromEntries(
    [...new Set(forest.asks.map(({ metric }) => metric))].map((metric) => [metric, valueOf(metricOf(metric)?.unit ?? 'flag')]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Readonly<Record<string, MetricValue>>>;

function valueOf(unit: string): fc.Arbitrary<MetricValue> {
  if (unit === 'flag') return fc.boolean();
  if (unit === 'text') return fc.constantFrom('', 'something');
  if (unit === 'list') return fc.subarray(concepts.map(saysOf));
  if (unit === 'share' || unit === 'probability') return fc.double({ min: 0, max: 1, noNaN: true });
  return fc.nat(40);
}

describe('the terms', () => {
  it('are metrics there are, each once', () => {
    expect(terms.filter(({ metric }) => metricOf(metric) === undefined)).toEqual([]);
    expect(new Set(terms.map(({ metric, has }) => `${metric} ${has ?? ''}`)).size).toBe(terms.length);
  });

  it('are all that the forest asks', () => {
    const known = new Set(terms.map(({ metric, has }) => `${metric} ${has ?? ''}`));
    expect(forest.asks.filter(({ metric, has }) => !known.has(`${metric} ${has ?? ''}`))).toEqual([]);
  });

  it('ask nothing that dates or routes a mail, nor what only a tenant can tell', () => {
    const barred = ['headers', 'routing', 'authentication', 'timing', 'correspondence', 'volume', 'recipients', 'incidents'];
    expect(terms.filter(({ metric }) => barred.includes(metric.slice(0, metric.indexOf('.'))))).toEqual([]);
  });

  it('speak in the forest only the way they may, whatever else is measured', () => {
    const signed = terms.filter(({ metric, sign }) => sign !== 'any' && forest.asks.some((asked) => asked.metric === metric));
    fc.assert(
      fc.property(anything, fc.constantFrom(...signed), fc.nat(6), fc.nat(6), (values, { metric, has, sign }, one, other) => {
        const [low, high] = [one, other]
          .sort((a, b) => a - b)
          .map((step) => {
            const value = valueAt(
              metricOf(metric)?.unit ?? 'flag',
              step,
              has === undefined ? undefined : saysOf(has),
              values[metric],
            );
            return scoreOf({ ...values, [metric]: value }, 'none').probability;
          }) as [number, number];
        expect(sign === 'positive' ? high - low : low - high).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 1500 },
    );
  });

  it('are not all signed one way, so that the property above has something to say', () => {
    const asked = new Set(forest.asks.map(({ metric }) => metric));
    for (const sign of ['positive', 'negative', 'any'] as const)
      expect(terms.filter((term) => term.sign === sign && asked.has(term.metric)).length).toBeGreaterThan(3);
  });
});

/** The more steps, the more of it. */
function valueAt(unit: string, step: number, has: string | undefined, before: MetricValue | undefined): MetricValue {
  if (has !== undefined) {
    const others = Array.isArray(before) ? (before as readonly string[]).filter((one) => one !== has) : [];
    return step > 2 ? [...others, has] : others;
  }
  if (unit === 'flag') return step > 2;
  if (unit === 'text') return step > 2 ? 'something' : '';
  return unit === 'share' || unit === 'probability' ? step / 6 : step * 5;
}

describe('words of warning', () => {
  const demand = `I am a hacker and I have access to all of your devices. I recorded you through your webcam while you were on a porn site.
Send 1,400 USD in bitcoin to my wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 within 48 hours. If you do not pay, the video goes to all your friends and colleagues.`;
  const warning = 'Beware of phishing emails and scammers. Report suspicious messages to the security team.';
  const probabilityOf = (text: string): number =>
    scoreOf(
      measured(
        readingOf(
          messageOf(
            {
              ...{
                headers: [],
                to: [],
                cc: [],
                bcc: [],
                replyTo: [],
                attachments: [],
                size: text.length,
                received: 0,
                defects: [],
              },
              ...{ from: { name: 'Ana', address: 'xk2093@mail.example' }, subject: 'I recorded you', text },
            },
            { homeDomains: new Set(), authservIds: new Set() },
          ),
          strangers,
        ),
      ),
      'none',
    ).probability;

  it('do not save an extortionist who writes them', () => {
    const [plain, disguised] = [probabilityOf(demand), probabilityOf(`${demand}\n\n${warning}`)];
    expect(plain).toBeGreaterThan(0.8);
    expect(disguised).toBeGreaterThan(plain - 0.15);
  });

  it('are no harm by themselves', () => {
    expect(probabilityOf(warning)).toBeLessThan(0.5);
  });
});
