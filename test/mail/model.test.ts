// A model's hit, the strongest of several actions, and how a test that does not hold says so.

import { describe, expect, it } from 'vitest';
import { metric } from '../../src/mail/metric.ts';
import { actionOf, evaluate, modelHits, modelOf } from '../../src/mail/model.ts';
import type { Hit, MailAction, Model } from '../../src/mail/model.ts';
import { testModels } from '../../src/mail/test-models.ts';
import { placedYaml } from '../../src/tenant/mail-models.ts';

const metrics = new Map(
  [
    metric({ id: 'urls.count', version: 1, unit: 'count', from: 'html', title: 'links', of: () => 0 }),
    metric({ id: 'text.subject-is-empty', version: 1, unit: 'flag', from: 'head', title: 'no subject', of: () => false }),
  ].map((it) => [it.id as string, it]),
);

const model = (id: string, action: MailAction, when: string, tests = '[]'): Model =>
  modelOf(
    id,
    placedYaml(
      `{title: T, version: 2, says: S, severity: low, tags: [t], action: ${action}, techniques: [T1566], when: ${when}, because: B, falsePositives: [F], tests: ${tests}}`,
    ),
    { metrics, lists: new Map() },
  );

describe('a hit', () => {
  const many = model('many', 'tag', '{metric: urls.count, above: 3}');

  it('tells what the model says, and which values made it', () => {
    expect(evaluate(many, { 'urls.count': 4 })).toEqual({
      id: 'many',
      version: 2,
      title: 'T',
      severity: 'low',
      action: 'tag',
      tags: ['t'],
      techniques: ['T1566'],
      explains: 'B',
      because: [{ metric: 'urls.count', value: '4', is: 'above 3' }],
    });
  });

  it('is none where the condition is false or unknown', () => {
    expect(evaluate(many, { 'urls.count': 3 })).toBeUndefined();
    expect(evaluate(many, {})).toBeUndefined();
  });

  it('of several models come in the order of the models', () => {
    const other = model('other', 'hold', 'text.subject-is-empty');
    const values = { 'urls.count': 9, 'text.subject-is-empty': true };
    expect(modelHits([many, other], values).map(({ id }) => id)).toEqual(['many', 'other']);
    expect(modelHits([other, many], values).map(({ id }) => id)).toEqual(['other', 'many']);
  });
});

describe('the action', () => {
  const hit = (id: string, action: MailAction): Hit => ({
    ...{ id, action, version: 1, title: '', severity: 'low', tags: [], techniques: [], explains: '', because: [] },
  });

  it.each([
    [[], 'none', []],
    [[hit('a', 'none')], 'none', []],
    [[hit('a', 'tag'), hit('b', 'none')], 'tag', ['a']],
    [[hit('a', 'junk'), hit('b', 'tag'), hit('c', 'junk')], 'junk', ['a', 'c']],
    [[hit('a', 'junk'), hit('b', 'hold')], 'hold', ['b']],
  ] as const)('is the strongest, with those that asked for it', (hits, action, by) => {
    expect(actionOf(hits)).toEqual({ action, by });
  });
});

describe('a test of a model', () => {
  const test = (more: string): string =>
    `[{says: it, message: {from: a@fabrikam.test, to: [ana@contoso.test], text: hello}, ${more}}]`;
  const empty = (tests: string): Model => model('empty', 'tag', 'text.subject-is-empty', tests);
  const why = (...models: Model[]): readonly string[] => testModels(models).map((result) => result.why);

  it('holds', () => {
    expect(testModels([empty(test('fires: true, because: [text.subject-is-empty]'))])).toEqual([
      { model: 'empty', test: 'it', passed: true, why: '' },
    ]);
  });

  it('complains of a hit where there was to be none, and of none where there was to be one', () => {
    expect(why(empty(test('fires: false')))).toEqual([
      'it was to stay quiet, and hit because of text.subject-is-empty (yes, yes)',
    ]);
    expect(why(empty(test('fires: true, values: {text.subject-is-empty: false}')))).toEqual(['it was to hit, and did not']);
  });

  it('complains of a hit for another reason', () => {
    expect(why(empty(test('fires: true, because: [urls.count]')))).toEqual([
      'it hit, and not because of urls.count, but of text.subject-is-empty (yes, yes)',
    ]);
  });

  it('complains of another model that asks for more, unless it is listed', () => {
    const junk = model('junk', 'junk', 'text.subject-is-empty');
    const hold = model('hold', 'hold', 'text.subject-is-empty');
    expect(why(empty(test('fires: true')), junk)).toEqual(['junk asked to junk it; if that is right, list it under `also:`']);
    expect(why(empty(test('fires: true, also: [junk]')), junk)).toEqual(['']);
    expect(why(empty(test('fires: false, values: {text.subject-is-empty: false}')), hold)).toEqual(['']);
  });
});
