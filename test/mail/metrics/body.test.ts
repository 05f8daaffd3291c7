// What is measured of a body has an answer for whatever the body is, and soon.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domains } from '../../../src/mail/metrics/domains.ts';
import { hidden } from '../../../src/mail/metrics/hidden.ts';
import { html } from '../../../src/mail/metrics/html.ts';
import { urls } from '../../../src/mail/metrics/urls.ts';
import type { Metric } from '../../../src/mail/metric.ts';
import { history, letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const metrics: readonly Metric[] = [...html, ...hidden, ...urls, ...domains];

/** As long as the record of a message lets it be. */
const LONGEST = 256 * 1024;
const many = (piece: (index: number) => string): string => {
  let text = '';
  for (let index = 0; text.length < LONGEST; index += 1) text += piece(index);
  return text.slice(0, LONGEST);
};

const measured = (given: Letter): readonly unknown[] => {
  const reading = readingFrom(letter(given), history());
  return metrics.map((metric) => metric.of(reading));
};

const bait: readonly (readonly [string, Letter])[] = [
  [
    'links to many domains',
    { html: many((index) => `<a href="https://fabrikan${index}.test/?u=${index}">www.contoso${index}.test</a>`) },
  ],
  [
    'links with long addresses',
    { html: many((index) => `<a href="https://tailspin.test/${index}${'%2541'.repeat(350)}">x</a>`) },
  ],
  ['links with base64', { html: many((index) => `<a href="https://tailspin.test/${index}${'QUJD'.repeat(400)}">x</a>`) }],
  ['addresses in the text', { text: many((index) => `https://a${index}.tailspin.test/ `) }],
  ['pictures', { html: many((index) => `<img src="https://img${index}.tailspin.test/" alt="PayPal ${index}">`) }],
  ['hidden words', { html: many((index) => `<p style="color:#fff">word${index}</p>seen${index} `) }],
  ['brands', { text: many(() => 'paypal chase bank of america trust ') }],
  ['a title without an end', { html: `<title>${many((index) => `word${index} `)}` }],
  ['a long subject', { subject: many((index) => `Contoso-${index} `).slice(0, 16_000), text: '' }],
  [
    'recipients',
    {
      to: Array.from({ length: 1_000 }, (_, index) => `ana${index}@contoso.test`),
      html: many((index) => `<a href="https://tailspin.test/?u=bo${index}@contoso.test">x</a>`),
    },
  ],
];

describe('the metrics of a body', () => {
  it.each(bait)('cost little of one full of %s', (_, given) => {
    const before = process.cpuUsage();
    measured(given);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });

  it('are of their unit, whatever the body, and twice the same', () => {
    const pieces = fc.constantFrom(
      ...[
        '<a href="',
        'https://',
        'paypal',
        '.com',
        '">',
        '</a>',
        '<p style="display:none">',
        '<img src="',
        'mailto:',
        '<form action="',
        '%',
        '@',
        '#',
      ],
      ...[
        '<title>',
        '<!--',
        '-->',
        '&#65;',
        '\u200B',
        '\uD800',
        '\u202E',
        'xn--',
        '[::1]',
        ':99999',
        'data:',
        '<style>',
        '{',
        '}',
        ' ',
      ],
    );
    const written = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(written, written, written, (body, text, subject) => {
        const values = measured({ html: body, text, subject });
        expect(measured({ html: body, text, subject })).toEqual(values);
        for (const [index, value] of values.entries())
          if (value !== undefined) expect(isOf(metrics[index]?.unit, value), metrics[index]?.id).toBe(true);
      }),
      { numRuns: 60, seed: 8 },
    );
  });
});

function isOf(unit: Metric['unit'] | undefined, value: unknown): boolean {
  if (unit === 'flag') return typeof value === 'boolean';
  if (unit === 'text') return typeof value === 'string';
  if (unit === 'list') return Array.isArray(value);
  return typeof value === 'number' && value >= 0 && Number.isFinite(value) && (unit !== 'share' || value <= 1);
}
