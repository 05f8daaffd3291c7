// The models that come with the program: each has its tests, all of them hold, and none says more than it may.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import { leavesOf } from '../../src/mail/condition.ts';
import { nameListOf } from '../../src/mail/lists.ts';
import { metrics } from '../../src/mail/metrics.ts';
import { evaluate, modelOf } from '../../src/mail/model.ts';
import { testModels, valuesOf } from '../../src/mail/test-models.ts';
import { mailFolders, placedYaml, readMailLists, readMailModels } from '../../src/tenant/mail-models.ts';

const models = readMailModels(mailFolders(root), metrics);
const results = testModels(models);

it('are more than thirty', () => {
  expect(models.length).toBeGreaterThan(32);
});

describe.each(models)('$id', (model) => {
  it('has a test in which it hits, and one in which it stays quiet', () => {
    expect(new Set(model.tests.map(({ fires }) => fires))).toEqual(new Set([true, false]));
  });

  it.each(results.filter(({ model: id }) => id === model.id))('$test', ({ why }) => {
    expect(why).toBe('');
  });

  it('says what it is mistaken about, and why its action is right', () => {
    expect(model.falsePositives.length).toBeGreaterThan(0);
    expect(model.because.length).toBeGreaterThan(40);
    expect(model.says).toMatch(/\.$/);
    expect(model.title).not.toMatch(/\.$/);
  });

  it('holds only where two things agree', () => {
    if (model.action !== 'hold') return;
    expect(model.when.kind).toBe('all');
    for (const { because } of firings(model.id)) expect(because.length).toBeGreaterThan(1);
  });

  it('names other models in its tests that there are', () => {
    const ids = models.map(({ id }) => id);
    expect(model.tests.flatMap(({ also }) => also).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

/** What each firing test of a model names: metrics of how many kinds. */
function firings(id: string): readonly { readonly because: readonly string[] }[] {
  const model = models.find((it) => it.id === id);
  if (model === undefined) return [];
  return model.tests
    .filter(({ fires }) => fires)
    .map((test) => ({ because: [...new Set(evaluate(model, valuesOf(test))?.because.map(({ metric }) => metric) ?? [])] }));
}

it('ask about lists that are used', () => {
  const asked = new Set(models.flatMap(({ when }) => leavesOf(when)).map(({ is }) => /on the list ([\w-]+)/.exec(is)?.[1]));
  expect(
    readMailLists(mailFolders(root))
      .map(({ id }) => id)
      .filter((id) => !asked.has(id)),
  ).toEqual([]);
});

it('the page on writing one shows one that works', () => {
  const page = readFileSync(join(root, 'docs', 'mail-models.md'), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const partners = nameListOf('partners', placedYaml('{title: Partners, kind: domains, entries: [fabrikam.test]}'));
  const vocabulary = {
    metrics: new Map(metrics.map((metric) => [metric.id as string, metric])),
    lists: new Map([['partners', partners]]),
  };
  const shown = modelOf('many-links', placedYaml(example), vocabulary);
  expect(testModels([shown]).map(({ why }) => why)).toEqual(['', '']);
});
