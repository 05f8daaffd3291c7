// Conditions: three-valued, minimal in what they name, and held against what a metric is counted in.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../src/mail/condition-of.ts';
import type { Vocabulary } from '../../src/mail/condition-of.ts';
import { judge, leavesOf, truthOf as truthAlone } from '../../src/mail/condition.ts';
import type { Condition, Truth } from '../../src/mail/condition.ts';
import type { MetricValues } from '../../src/mail/metric.ts';
import { nameListOf } from '../../src/mail/lists.ts';
import { PlacedError } from '../../src/mail/placed.ts';
import { placedYaml } from '../../src/tenant/mail-models.ts';

const vocabulary: Vocabulary = {
  metrics: new Map(
    (
      [
        ['urls.shown-host-differs', 'flag'],
        ['urls.count', 'count'],
        ['hidden.text-share', 'share'],
        ['inducement.extortion', 'probability'],
        ['correspondence.surprise', 'bits'],
        ['attachments.largest', 'bytes'],
        ['money.deadline-hours', 'hours'],
        ['authentication.dmarc', 'text'],
        ['urls.hosts', 'list'],
      ] as const
    ).map(([id, unit]) => [id, { unit, title: id }]),
  ),
  lists: new Map([
    ['partners', nameListOf('partners', placedYaml('{title: Partners, kind: domains, entries: [fabrikam.test]}'))],
  ]),
};

const read = (yaml: string): Condition => conditionOf(placedYaml(yaml), vocabulary);

/** With and without reasons it must be the same. */
function truthOf(yaml: string, values: MetricValues): Truth {
  const { truth } = judge(read(yaml), values);
  expect(truthAlone(read(yaml), values)).toBe(truth);
  return truth;
}

function complaint(yaml: string): string {
  try {
    read(yaml);
  } catch (error) {
    if (error instanceof PlacedError) return `${error.at.line}:${error.at.column} ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('a comparison', () => {
  it.each([
    ['{metric: urls.count, above: 2}', 3, 2],
    ['{metric: urls.count, atLeast: 2}', 2, 1],
    ['{metric: urls.count, below: 2}', 1, 2],
    ['{metric: urls.count, atMost: 2}', 2, 3],
    ['{metric: urls.count, atLeast: 2, below: 4}', 3, 4],
    ['{metric: urls.count, is: 2}', 2, 3],
    ['{metric: urls.count, isNot: 2}', 3, 2],
  ])('%s holds of %s and not of %s', (yaml, yes, no) => {
    expect([truthOf(yaml, { 'urls.count': yes }), truthOf(yaml, { 'urls.count': no })]).toEqual([true, false]);
  });

  it.each([
    ['{metric: authentication.dmarc, is: Fail}', 'fail', 'pass'],
    ['{metric: authentication.dmarc, isNot: pass}', 'fail', 'PASS'],
    ['{metric: authentication.dmarc, oneOf: [fail, none]}', 'none', 'pass'],
    ['{metric: authentication.dmarc, noneOf: [fail, none]}', 'pass', 'none'],
    ['{metric: authentication.dmarc, contains: err}', 'permerror', 'pass'],
    ['{metric: urls.hosts, contains: a.fabrikam.test}', ['b.test', 'a.fabrikam.test'], ['fabrikam.test']],
    ['{metric: urls.hosts, oneOf: [a.test, b.test]}', ['b.test'], []],
    ['{metric: urls.hosts, list: partners}', ['b.test', 'www.FABRIKAM.test'], ['notfabrikam.test']],
    ['{metric: urls.hosts, notList: partners}', ['b.test'], ['fabrikam.test']],
  ])('%s holds of %j and not of %j', (yaml, yes, no) => {
    const metric = /metric: ([\w.-]+)/.exec(yaml)?.[1] ?? '';
    expect([truthOf(yaml, { [metric]: yes }), truthOf(yaml, { [metric]: no })]).toEqual([true, false]);
  });

  it('of a flag may be its name alone', () => {
    expect(truthOf('urls.shown-host-differs', { 'urls.shown-host-differs': true })).toBe(true);
    expect(truthOf('not: urls.shown-host-differs', { 'urls.shown-host-differs': true })).toBe(false);
    expect(truthOf('{metric: urls.shown-host-differs, is: false}', { 'urls.shown-host-differs': false })).toBe(true);
  });

  it.each([
    ['money.deadline-hours', '24 h', 24],
    ['money.deadline-hours', '2 days', 48],
    ['money.deadline-hours', '90 min', 1.5],
    ['money.deadline-hours', '1 week', 168],
    ['hidden.text-share', '50 %', 0.5],
    ['hidden.text-share', '0.5', 0.5],
    ['inducement.extortion', '12.5 %', 0.125],
    ['attachments.largest', '100 KiB', 102_400],
    ['attachments.largest', '1.5 MB', 1_500_000],
    ['correspondence.surprise', '10 bits', 10],
  ])('%s at least %s is as much as %d of its unit', (metric, written, value) => {
    const yaml = `{metric: ${metric}, atLeast: ${written}}`;
    expect(truthOf(yaml, { [metric]: value })).toBe(true);
    expect(truthOf(yaml, { [metric]: value * 0.999 })).toBe(false);
  });

  it('with a metric that cannot be told is unknown, and so is its denial', () => {
    for (const yaml of ['urls.shown-host-differs', '{metric: urls.count, above: 2}', '{metric: urls.hosts, notList: partners}']) {
      expect([truthOf(yaml, {}), truthOf(`not: ${yaml}`, {})]).toEqual([undefined, undefined]);
    }
  });

  it('can ask whether a metric is known', () => {
    expect(truthOf('{metric: urls.count, unknown: true}', {})).toBe(true);
    expect(truthOf('{metric: urls.count, unknown: true}', { 'urls.count': 0 })).toBe(false);
    expect(truthOf('{metric: urls.count, unknown: false}', { 'urls.count': 0 })).toBe(true);
    expect(truthOf('not: {metric: urls.count, unknown: true}', {})).toBe(false);
  });
});

describe('what could never be meant', () => {
  it.each([
    [
      'all:\n  - {metric: inducement.extorsion, above: 0.6}',
      '2:14',
      'there is no metric "inducement.extorsion", did you mean "inducement.extortion"?',
    ],
    ['any:\n  - urls.no-such-thing-at-all', '2:5', 'there is no metric'],
    ['{metric: urls.hosts, list: partner}', '1:28', 'there is no list "partner", did you mean "partners"?'],
    ['{metric: urls.shown-host-differs, above: 0.5}', '1:35', 'is counted in flag and cannot be asked "above"'],
    ['{metric: urls.shown-host-differs, is: 1}', '1:39', 'expected `is` of urls.shown-host-differs as true or false, found 1'],
    ['{metric: authentication.dmarc, above: 3}', '1:32', 'is counted in text and cannot be asked "above"'],
    ['{metric: authentication.dmarc, is: 3}', '1:36', 'expected text; put what is meant as text in quotes'],
    ['{metric: urls.count, contains: a}', '1:22', 'is counted in count and cannot be asked "contains"'],
    ['{metric: urls.count, above: many}', '1:29', 'expected a number, as `3`, found "many"'],
    ['{metric: urls.count, above: 24 h}', '1:29', 'expected a number'],
    ['{metric: hidden.text-share, above: 60}', '1:36', 'a share is never 60; write a share from 0 to 1, as `0.5` or `50 %`'],
    ['{metric: inducement.extortion, above: 120 %}', '1:39', 'a probability is never 1.2'],
    ['{metric: money.deadline-hours, below: a day}', '1:39', 'expected hours, as `24`, `24 h` or `2 days`, found "a day"'],
    ['{metric: money.deadline-hours, below: "24"}', '1:39', 'expected hours'],
    ['{metric: money.deadline-hours, below: 24 KiB}', '1:39', 'expected hours'],
    ['{metric: urls.count, below: -1}', '1:29', 'there are never fewer than 0 count'],
    ['{metric: urls.count}', '1:1', 'nothing is asked about urls.count; add a comparison'],
    ['urls.count', '1:1', 'urls.count is counted in count, so it needs a comparison'],
    ['{metric: urls.count, abvoe: 2}', '1:22', 'cannot be asked "abvoe", did you mean "above"?'],
    ['{metric: urls.count, unknown: true, above: 2}', '1:1', '`unknown:` stands alone'],
    ['[urls.shown-host-differs]', '1:1', 'expected one condition; put `all:` or `any:` before the list'],
    ['{al: [urls.shown-host-differs]}', '1:1', 'expected a condition'],
    ['{all: []}', '1:7', 'expected a list of conditions after `all:`'],
    ['{any: urls.shown-host-differs}', '1:7', 'expected a list of conditions after `any:`'],
    ['{all: [urls.shown-host-differs], any: [urls.shown-host-differs]}', '1:34', '`all:` has no "any"'],
    ['{atLeast: {n: 3, of: [urls.shown-host-differs]}}', '1:15', 'expected `n` as a whole number from 1 to 1, found 3'],
    ['{atLeast: {of: [urls.shown-host-differs]}}', '1:11', '`atLeast:` needs `n:`'],
    ['{metric: authentication.dmarc, is: [fail, none]}', '1:36', 'for several write `oneOf:`'],
  ])('%j is refused at %s', (yaml, place, why) => {
    const said = complaint(yaml);
    expect(said.startsWith(`${place} `)).toBe(true);
    expect(said).toContain(why);
  });

  it('is more than a person can follow', () => {
    expect(complaint(`${'{not: '.repeat(9)}urls.shown-host-differs${'}'.repeat(9)}`)).toBe('none');
    expect(complaint(`${'{not: '.repeat(10)}urls.shown-host-differs${'}'.repeat(10)}`)).toContain('nested at most 10 deep');
    const leaves = (n: number) => `{any: [${Array(n).fill('urls.shown-host-differs').join(', ')}]}`;
    expect(complaint(leaves(100))).toBe('none');
    expect(complaint(leaves(101))).toContain('at most 100 comparisons');
  });
});

// Conditions over flags a, b, c … each of which may be true, false or unknown.
const names = ['a', 'b', 'c', 'd', 'e'] as const;
const leaf = (metric: string): Condition => ({
  kind: 'leaf',
  metric,
  unit: 'flag',
  is: 'yes',
  holds: (value) => (value === undefined ? undefined : value === true),
});
const conditions = (...denials: readonly ('not' | 'unless')[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...names).map(leaf),
      fc.tuple(fc.constantFrom(...denials), tie('condition')).map(([kind, of]): Condition => ({ kind, of })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).chain((of) =>
        fc.oneof(
          fc.constantFrom<Condition>({ kind: 'all', of }, { kind: 'any', of }),
          fc.integer({ min: 1, max: of.length }).map((n): Condition => ({ kind: 'atLeast', n, of })),
        ),
      ),
    ),
  })).condition;
const condition = conditions('not');
const values: fc.Arbitrary<MetricValues> = fc.dictionary(fc.constantFrom(...names), fc.boolean());
const not = (of: Condition): Condition => ({ kind: 'not', of });
const truth = (it: Condition, given: MetricValues): Truth => judge(it, given).truth;

describe('three-valued logic', () => {
  it('has Kleene’s tables', () => {
    const all: Condition = { kind: 'all', of: [leaf('a'), leaf('b')] };
    const any: Condition = { kind: 'any', of: [leaf('a'), leaf('b')] };
    expect(truth(all, { a: true })).toBeUndefined();
    expect(truth(all, { a: false })).toBe(false);
    expect(truth(any, { a: true })).toBe(true);
    expect(truth(any, { a: false })).toBeUndefined();
    const two: Condition = { kind: 'atLeast', n: 2, of: [leaf('a'), leaf('b'), leaf('c')] };
    expect(truth(two, { a: true, b: true })).toBe(true);
    expect(truth(two, { a: false, b: false })).toBe(false);
    expect(truth(two, { a: true, b: false })).toBeUndefined();
  });

  it('keeps De Morgan’s laws', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), values, (of, given) => {
        expect(truth(not({ kind: 'all', of }), given)).toBe(truth({ kind: 'any', of: of.map(not) }, given));
        expect(truth(not({ kind: 'any', of }), given)).toBe(truth({ kind: 'all', of: of.map(not) }, given));
      }),
    );
  });

  it('denies twice what it says, and says with n of n all, with one of n any', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), values, (of, given) => {
        expect(truth(not(not({ kind: 'all', of })), given)).toBe(truth({ kind: 'all', of }, given));
        expect(truth({ kind: 'atLeast', n: of.length, of }, given)).toBe(truth({ kind: 'all', of }, given));
        expect(truth({ kind: 'atLeast', n: 1, of }, given)).toBe(truth({ kind: 'any', of }, given));
      }),
    );
  });

  it('never turns a true or a false around when more becomes known', () => {
    fc.assert(
      fc.property(condition, values, values, (it, less, more) => {
        const before = truth(it, less);
        if (before !== undefined) expect(truth(it, { ...more, ...less })).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('is what every completion says, where it says anything', () => {
    fc.assert(
      fc.property(
        condition,
        values,
        fc.record(Object.fromEntries(names.map((name) => [name, fc.boolean()]))),
        (it, some, whole) => {
          const said = truth(it, some);
          const completed = truth(it, { ...whole, ...some });
          expect(completed).toBeDefined();
          if (said !== undefined) expect(completed).toBe(said);
        },
      ),
    );
  });
});

describe('unless', () => {
  const truths = (yaml: string): readonly Truth[] =>
    [true, false, undefined].map((flag) => truthOf(yaml, flag === undefined ? {} : { 'urls.shown-host-differs': flag }));

  it('excuses only what is known', () => {
    expect(truths('unless: urls.shown-host-differs')).toEqual([false, true, true]);
    expect(truths('not: urls.shown-host-differs')).toEqual([false, true, undefined]);
    expect(truths('not: {unless: urls.shown-host-differs}')).toEqual([true, false, false]);
  });

  it('names what made it true, and nothing where nothing is known', () => {
    const it = read('unless: {metric: urls.count, above: 3}');
    expect(judge(it, { 'urls.count': 2 }).because).toEqual([{ metric: 'urls.count', value: '2', is: 'not above 3' }]);
    expect(judge(it, {})).toEqual({ truth: true, because: [] });
  });
});

describe('what a verdict names', () => {
  it('is enough by itself', () => {
    fc.assert(
      fc.property(conditions('not', 'unless'), values, (it, given) => {
        const { truth: said, because } = judge(it, given);
        expect(truthAlone(it, given)).toBe(said);
        const named = new Set(because.map(({ metric }) => metric));
        const kept = Object.fromEntries(Object.entries(given).filter(([name]) => named.has(name)));
        if (said !== undefined) expect(truth(it, kept)).toBe(said);
      }),
      { numRuns: 500 },
    );
  });

  it('holds what an exception within an exception rests on', () => {
    const nested = read('unless: {any: [{unless: urls.shown-host-differs}, {metric: urls.count, above: 2}]}');
    expect(judge(nested, { 'urls.shown-host-differs': true })).toMatchObject({
      truth: true,
      because: [{ metric: 'urls.shown-host-differs' }],
    });
  });

  it('is no more than needed, where no metric is asked twice', () => {
    const once = condition.filter((it) => {
      const metrics = leavesOf(it).map(({ metric }) => metric);
      return new Set(metrics).size === metrics.length;
    });
    fc.assert(
      fc.property(once, values, (it, given) => {
        const { because } = judge(it, given);
        const named = because.map(({ metric }) => metric);
        for (const left of named) {
          const kept = Object.fromEntries(Object.entries(given).filter(([name]) => name !== left && named.includes(name)));
          expect(truth(it, kept)).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the shorter of two reasons, and the block it stands in', () => {
    const it = read(`
any:
  - {says: many links to two places, all: [{metric: urls.count, above: 1}, {metric: urls.hosts, contains: a.test}]}
  - {says: a false link, any: [urls.shown-host-differs]}`);
    expect(judge(it, { 'urls.count': 3, 'urls.hosts': ['a.test'], 'urls.shown-host-differs': true }).because).toEqual([
      { metric: 'urls.shown-host-differs', value: 'yes', is: 'yes', block: 'a false link' },
    ]);
    expect(judge(it, { 'urls.count': 3, 'urls.hosts': ['a.test'] }).because).toEqual([
      { metric: 'urls.count', value: '3', is: 'above 1', block: 'many links to two places' },
      { metric: 'urls.hosts', value: 'a.test', is: 'with “a.test”', block: 'many links to two places' },
    ]);
    expect(judge(it, {}).because).toEqual([]);
  });

  it('says what was denied as denied, and shows nothing that could do harm', () => {
    expect(judge(read('not: {metric: hidden.text-share, above: 50 %}'), { 'hidden.text-share': 0.25 }).because).toEqual([
      { metric: 'hidden.text-share', value: '25 %', is: 'not above 50 %' },
    ]);
    const hostile = '<b>\u001b[31m\u202ehttps://a.test/\n\nx\u200b' + 'y'.repeat(10_000);
    const [reason] = judge(read('{metric: authentication.dmarc, isNot: pass}'), { 'authentication.dmarc': hostile }).because;
    expect(reason?.value).toMatch(/^<b>·\[31m·hxxps\[:\]\/\/a\.test\/ x·y+…$/);
    expect(reason?.value.length).toBe(160);
  });
});
