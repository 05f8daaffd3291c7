// Which language and letters a message is in, and whether that fits what else it says of itself.

import { describe, expect, it } from 'vitest';
import { language } from '../../../src/mail/metrics/language.ts';
import type { Metric } from '../../../src/mail/metric.ts';
import { letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const byId = new Map<string, Metric>(language.map((metric) => [metric.id, metric]));
const of = (id: string, given: Letter, parts = {}) =>
  byId.get(`language.${id}`)?.of(readingFrom(letter(given), undefined, parts));

const german = 'Anbei das Protokoll der Besprechung vom Donnerstag, bitte sagen Sie mir, ob etwas Wichtiges fehlt.';
const english = 'Here are the minutes of the meeting on Thursday, please tell me if I forgot anything important.';

it('is told where there is enough of it', () => {
  expect(of('is', { text: german })).toBe('de');
  expect(of('is', { text: 'ok' })).toBeUndefined();
});

describe('scripts', () => {
  it('are counted where they are more than a stray letter', () => {
    expect(of('scripts', { text: 'Hello there. Привет вам.' })).toBe(2);
    expect(of('scripts', { text: `${english} я` })).toBe(1);
  });
});

describe('it differs', () => {
  it.each<[string, Letter, object]>([
    ['differs-from-header', { text: german, headers: [['Content-Language', 'en-GB']] }, {}],
    ['differs-from-quoted', { text: english }, { quoted: german }],
    ['differs-from-country', { text: german, from: 'Zoe <zoe@fabrikam.fr>' }, {}],
  ])('%s', (id, given, parts) => {
    expect(of(id, given, parts)).toBe(true);
  });

  it.each<[string, Letter, object]>([
    ['differs-from-header', { text: german, headers: [['Content-Language', 'de-AT, en']] }, {}],
    ['differs-from-quoted', { text: english }, { quoted: english }],
    ['differs-from-country', { text: german, from: 'Zoe <zoe@fabrikam.ch>' }, {}],
    ['differs-from-country', { text: english, from: 'Zoe <zoe@fabrikam.fr>' }, {}],
  ])('not: %s', (id, given, parts) => {
    expect(of(id, given, parts)).toBe(false);
  });

  it('cannot be told without the other side', () => {
    expect(of('differs-from-header', { text: german })).toBeUndefined();
    expect(of('differs-from-quoted', { text: german })).toBeUndefined();
    expect(of('differs-from-country', { text: german })).toBeUndefined();
  });
});
