// The registry of metrics: what every one of them must be, and what asking all of them gives.

import { expect, it } from 'vitest';
import { families } from '../../src/mail/metric.ts';
import { familyOf, measured, metricOf, metrics } from '../../src/mail/metrics.ts';
import { history, letter, readingFrom } from '../support/letters.ts';

const ids = metrics.map(({ id }) => id);

it('knows each metric by one id', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(metrics.filter((metric) => metricOf(metric.id) !== metric)).toEqual([]);
  expect(metricOf('sender.nothing-of-the-kind')).toBeUndefined();
  expect(familyOf('nothing.of-the-kind')).toBeUndefined();
});

it.each(families)('%s lists its own metrics, and no others', async (family) => {
  const file = (await import(`../../src/mail/metrics/${family}.ts`)) as Record<string, unknown>;
  expect(metrics.filter(({ id }) => familyOf(id) === family)).toEqual(file[family]);
});

it('has ids in kebab-case', () => {
  expect(ids.filter((id) => !/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

it('says of each in one clause what it is, and of which version', () => {
  const isClause = (title: string): boolean =>
    title.length > 3 && title.length <= 200 && title.trim() === title && !/[.!?\n]$/.test(title);
  expect(metrics.filter(({ title }) => !isClause(title)).map(({ id }) => id)).toEqual([]);
  expect(metrics.filter(({ version }) => !Number.isInteger(version) || version < 1)).toEqual([]);
});

it('tells all of a message in one order, each value in its unit', () => {
  const values = measured(readingFrom(letter({ html: '<p>Hello <a href="https://tailspin.test/">you</a></p>' }), history()));
  expect(Object.keys(values)).toEqual(ids.filter((id) => id in values));
  const wrong = Object.entries(values).filter(([id, value]) => {
    const unit = metricOf(id)?.unit;
    if (unit === 'flag') return typeof value !== 'boolean';
    if (unit === 'text') return typeof value !== 'string';
    if (unit === 'list') return !Array.isArray(value);
    const isPart = unit === 'share' || unit === 'probability';
    return typeof value !== 'number' || !Number.isFinite(value) || value < 0 || (isPart && value > 1);
  });
  expect(wrong).toEqual([]);
});

it('leaves out what cannot be told: of strangers nothing is known of the tenant', () => {
  const values = measured(readingFrom(letter()));
  const told = metrics.filter(({ id, from }) => from === 'tenant' && id in values);
  expect(told.map(({ id }) => id)).toEqual([]);
});
