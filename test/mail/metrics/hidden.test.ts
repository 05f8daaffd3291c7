import { describe, expect, it } from 'vitest';
import type { MetricValue } from '../../../src/mail/metric.ts';
import { hidden } from '../../../src/mail/metrics/hidden.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(hidden);
const page = (html: string, more: Letter = {}): Reading => readingFrom(letter({ text: '', html, ...more }));
const unseen = (text: string, style = 'display:none'): string => `<div style="${style}">${text}</div>`;
const body = '<p>Hello Ana, here is the plan for Thursday, with everything that was said on the telephone last week.</p>';
const salad = Array.from(
  { length: 40 },
  (_, index) => `word${'abcdefghij'.charAt(index % 10)}${'klmnopqrst'.charAt(Math.floor(index / 10))}`,
).join(' ');

const cases: readonly (readonly [id: string, says: string, reading: Reading, value: MetricValue | undefined])[] = [
  ['hidden.text-share', 'half', page(`abcd${unseen('efgh')}`), 0.5],
  ['hidden.text-share', 'none', page('abcd'), 0],
  ['hidden.text-share', 'no HTML', readingFrom(letter()), undefined],
  ['hidden.beyond-preheader-share', 'below the text', page(`${'a'.repeat(60)}${unseen('b'.repeat(60))}`), 0.5],
  ['hidden.beyond-preheader-share', 'a first line', page(`${unseen('The plan is here')}${body}`), 0],
  ['hidden.letters', 'four', page(unseen('a b cd')), 4],
  ['hidden.letters', 'none', page('a'), 0],
  ['hidden.passages', 'two', page(`${unseen('a')}b${unseen('c')}`), 2],
  ['hidden.passages', 'none', page('b'), 0],
  ['hidden.ways', 'two', page(`${unseen('a', 'font-size:0')}${unseen('b', 'opacity:0')}`), ['opacity', 'size']],
  ['hidden.ways', 'none', page('b'), []],
  ['hidden.has-preheader', 'a first line', page(`${unseen('The plan is here')}${body}`), true],
  ['hidden.has-preheader', 'a last line', page(`${body}${unseen('The plan is here')}`), false],
  ['hidden.has-preheader', 'a first page', page(`${unseen('The plan is here '.repeat(40))}${body}`), false],
  ['hidden.by-display', 'half', page(`abcd${unseen('efgh')}`), 0.5],
  ['hidden.by-display', 'by size', page(`abcd${unseen('efgh', 'font-size:0')}`), 0],
  ['hidden.by-size', 'half', page(`abcd${unseen('efgh', 'font-size:0')}`), 0.5],
  ['hidden.by-size', 'by display', page(`abcd${unseen('efgh')}`), 0],
  ['hidden.by-colour', 'half', page(`abcd${unseen('efgh', 'color:white')}`), 0.5],
  ['hidden.by-colour', 'on black', page(`abcd${unseen('efgh', 'color:white;background:black')}`), 0],
  ['hidden.by-transparency', 'half', page(`abcd${unseen('efgh', 'visibility:hidden')}`), 0.5],
  ['hidden.by-transparency', 'none', page('abcd'), 0],
  ['hidden.by-place', 'half', page(`abcd${unseen('efgh', 'text-indent:-9999px')}`), 0.5],
  ['hidden.by-place', 'none', page('abcd'), 0],
  ['hidden.by-outlook', 'all', page(unseen('abcd', 'mso-hide:all')), 1],
  ['hidden.by-outlook', 'none', page('abcd'), 0],
  ['hidden.makes-effort', 'in white', page(`${body}${unseen(salad, 'color:white')}`), true],
  ['hidden.makes-effort', 'taken out', page(`${body}${unseen(salad)}`), false],
  [
    'hidden.makes-effort',
    'a first line without size',
    page(`${unseen('The plan for Thursday, and what else there is to be said', 'font-size:0')}${body}`),
    false,
  ],
  ['hidden.words-unlike', 'forty', page(`${body}${unseen(salad)}`), 40],
  ['hidden.words-unlike', 'the same', page(`${body}${unseen(body)}`), 0],
  ['hidden.words-unlike-share', 'all', page(`${body}${unseen(salad)}`), 1],
  ['hidden.words-unlike-share', 'none', page(`${body}${unseen(body)}`), 0],
  ['hidden.is-filler', 'salad', page(`${body}${unseen(salad)}`), true],
  ['hidden.is-filler', 'the text again', page(`${body}${unseen(body)}`), false],
  ['hidden.comment-letters', 'four', page('<!-- abcd -->'), 4],
  ['hidden.comment-letters', 'for Outlook', page('<!--[if mso]>abcd<![endif]-->'), 0],
  ['hidden.comment-share', 'half', page('<!-- abcd -->efgh'), 0.5],
  ['hidden.comment-share', 'none', page('efgh'), 0],
  ['hidden.links', 'one', page('<a href="https://tailspin.test/" style="display:none">a</a>'), 1],
  ['hidden.links', 'none', page('<a href="https://tailspin.test/">a</a>'), 0],
  [
    'hidden.links-elsewhere',
    'to another',
    page('<a href="https://tailspin.test/"></a><a href="https://fabrikam.test/">a</a>'),
    true,
  ],
  [
    'hidden.links-elsewhere',
    'to the same',
    page('<a href="https://a.fabrikam.test/"></a><a href="https://fabrikam.test/">a</a>'),
    false,
  ],
  ['hidden.plain-only-links', 'one', page('a', { text: 'https://tailspin.test/' }), 1],
  ['hidden.plain-only-links', 'in both', page('<a href="https://tailspin.test/">a</a>', { text: 'https://tailspin.test/' }), 0],
  ['hidden.split-words', 'one', page('pass\u200Bword'), 1],
  ['hidden.split-words', 'one, in plain text', readingFrom(letter({ text: 'pass\u200Bword' })), 1],
  ['hidden.split-words', 'none', page('password'), 0],
  ['hidden.joined-words', 'one', page('pass<b>word</b>'), 1],
  ['hidden.joined-words', 'none', page('pass <b>word</b>'), 0],
  ['hidden.joined-share', 'one of four', page('pass<b>word</b> here now please', { subject: '' }), 0.25],
  ['hidden.joined-share', 'none', page('pass <b>word</b>'), 0],
  ['hidden.turned-directions', 'in a file’s name', page('a', { files: [{ filename: 'plan\u202Efdp.exe' }] }), 1],
  ['hidden.turned-directions', 'in the text', page('a\u202Eb'), 1],
  ['hidden.turned-directions', 'none', page('a'), 0],
  ['hidden.subject-invisible', 'some', page('a', { subject: 'Pass\u00ADword' }), true],
  ['hidden.subject-invisible', 'none', page('a', { subject: 'Password' }), false],
];

describe('metrics of what is hidden', () => {
  it.each(cases)('%s: %s', (id, _, reading, value) => {
    expect(ask(id, reading)).toEqual(value);
  });

  it('have each a letter that fires it and one that does not', () => {
    for (const { id } of hidden)
      expect(new Set(cases.filter(([one]) => one === id).map(([, , , value]) => JSON.stringify(value))).size, id).toBeGreaterThan(
        1,
      );
  });
});
