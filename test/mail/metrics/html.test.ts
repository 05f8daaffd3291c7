import { describe, expect, it } from 'vitest';
import type { MetricValue } from '../../../src/mail/metric.ts';
import { html } from '../../../src/mail/metrics/html.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(html);
const page = (source: string, more: Letter = {}): Reading => readingFrom(letter({ text: '', html: source, ...more }));
const plain = (more: Letter = {}): Reading => readingFrom(letter(more));
const words = 'The plan for Thursday stands as we said on the telephone, and nobody has to bring anything along.';

/** A metric, a letter and what it says of it; for every one that fires, one that does not. */
const cases: readonly (readonly [id: string, says: string, reading: Reading, value: MetricValue | undefined])[] = [
  ['html.is-there', 'HTML', page('a'), true],
  ['html.is-there', 'plain text', plain(), false],
  ['html.without-plain', 'alone', page('a'), true],
  ['html.without-plain', 'beside plain text', page('a', { text: 'a' }), false],
  ['html.without-plain', 'no HTML', plain(), undefined],
  ['html.size', 'of three', page('<b>'), 3],
  ['html.size', 'no HTML', plain(), undefined],
  ['html.text-share', 'all of it', page('abcd'), 1],
  ['html.text-share', 'five of eight', page('abcd<b>i'), 5 / 8],
  ['html.is-cut', 'too many elements', page('<i>'.repeat(400_000)), true],
  ['html.is-cut', 'a few', page('<i>'), false],
  ['html.title', 'one', page('<title>Sign in</title>a'), 'Sign in'],
  ['html.title', 'none', page('a'), undefined],
  ['html.title-words-unseen', 'of another page', page('<title>Fabrikam portal</title>hello'), 1],
  ['html.title-words-unseen', 'of this one', page('<title>The plan</title>the plan'), 0],
  ['html.not-in-plain', 'another text', page(words, { text: 'one two three four five six seven' }), 1],
  ['html.not-in-plain', 'the same', page(words, { text: words }), 0],
  ['html.not-in-plain', 'nothing to compare with', page(words), undefined],
  ['html.plain-not-shown', 'another text', page(words, { text: 'one two three four five six seven' }), 1],
  ['html.plain-not-shown', 'the same, with addresses', page(words, { text: `${words} https://fabrikam.test/a` }), 0],
  ['html.plain-is-apology', 'says so', page(words, { text: 'Please read this as HTML.' }), true],
  ['html.plain-is-apology', 'says all', page(words, { text: words }), false],
  ['html.picture-alone', 'a picture', page('<img src="https://fabrikam.test/a.png">Hello'), true],
  ['html.picture-alone', 'a picture and words', page(`<img src="https://fabrikam.test/a.png">${words}`), false],
  ['html.picture-alone', 'a pixel', page('<img src="https://fabrikam.test/a.png" width=1 height=1>Hello'), false],
  ['html.pictures', 'two', page('<img><img>'), 2],
  ['html.pictures', 'none', page('a'), 0],
  ['html.remote-pictures', 'one of two', page('<img src="https://fabrikam.test/a.png"><img src="cid:a">'), 1],
  ['html.remote-pictures', 'none', page('<img src="cid:a">'), 0],
  [
    'html.picture-hosts',
    'one, by two names',
    page('<img src="https://a.fabrikam.test/a"><img src="http://b.fabrikam.test:80/a">'),
    1,
  ],
  ['html.picture-hosts', 'none', page('a'), 0],
  ['html.pictures-from-elsewhere', 'another’s', page('<img src="https://tailspin.test/a">'), true],
  ['html.pictures-from-elsewhere', 'theirs', page('<img src="https://cdn.fabrikam.test/a">'), false],
  ['html.pictures-from-elsewhere', 'none', page('a'), false],
  ['html.tracking-pixels', 'one', page('<img src="https://fabrikam.test/a" width=1 height=1>'), 1],
  ['html.tracking-pixels', 'a logo', page('<img src="https://fabrikam.test/a" width=100 height=40>'), 0],
  ['html.data-pictures', 'one', page('<img src="data:image/png;base64,AA==">'), 1],
  ['html.data-pictures', 'none', page('<img src="cid:a">'), 0],
  ['html.inline-pictures', 'one', page('<img src="cid:a">'), 1],
  ['html.inline-pictures', 'none', page('a'), 0],
  ['html.picture-links-share', 'half', page('<a href="x"><img src="cid:a"></a><a href="y">b</a>'), 0.5],
  ['html.picture-links-share', 'no links', page('a'), undefined],
  ['html.one-linked-picture', 'all there is', page('<a href="https://tailspin.test/"><img src="cid:a"></a>'), true],
  ['html.one-linked-picture', 'no link', page('<img src="cid:a">'), false],
  [
    'html.drawn-code',
    'of cells',
    page(
      `<table>${`<tr>${'<td width=4 height=4 bgcolor=black></td><td width=4 height=4></td>'.repeat(21)}</tr>`.repeat(21)}</table>`,
    ),
    true,
  ],
  ['html.drawn-code', 'of block characters', page('█▀▄ █ ▄▀█ █▀▄ ▀▄▀ █▀ ▄█ ▀▀█ ▄'.repeat(12)), true],
  [
    'html.drawn-code',
    'a table of figures',
    page(`<table>${'<tr><td width=100 bgcolor=silver>1</td></tr>'.repeat(400)}</table>`),
    false,
  ],
  ['html.forms', 'one', page('<form></form>'), 1],
  ['html.forms', 'none', page('a'), 0],
  ['html.form-fields', 'one to fill in', page('<form><input><input type=hidden><input type=submit></form>'), 1],
  ['html.form-fields', 'none', page('<form><input type=submit></form>'), 0],
  ['html.asks-password', 'does', page('<form><input type=password></form>'), true],
  ['html.asks-password', 'does not', page('<form><input type=search></form>'), false],
  ['html.form-goes-elsewhere', 'another’s', page('<form action="https://tailspin.test/"></form>'), true],
  ['html.form-goes-elsewhere', 'theirs', page('<form action="https://www.fabrikam.test/"></form>'), false],
  ['html.scripts', 'one', page('<script>1</script>'), 1],
  ['html.scripts', 'none', page('a'), 0],
  ['html.handlers', 'one', page('<img onerror="x()">'), 1],
  ['html.handlers', 'none', page('<img once="x">'), 0],
  ['html.frames', 'one', page('<iframe src="x"></iframe>'), 1],
  ['html.frames', 'none', page('a'), 0],
  ['html.refreshes', 'does', page('<meta http-equiv="refresh" content="0;url=https://tailspin.test/">'), true],
  ['html.refreshes', 'does not', page('<meta charset="utf-8">'), false],
  ['html.assembles-file', 'does', page('<script>URL.createObjectURL(new Blob([x]))</script>'), true],
  ['html.assembles-file', 'does not', page('<script>track()</script>'), false],
  ['html.base-elsewhere', 'another’s', page('<base href="https://tailspin.test/">'), true],
  ['html.base-elsewhere', 'theirs', page('<base href="https://www.fabrikam.test/">'), false],
  ['html.needless-entities', 'letters', page('&#80;&#x61;y'), 2],
  ['html.needless-entities', 'signs', page('&#8217;&#x20AC;&#32;'), 0],
  ['html.elements', 'two', page('<b><i>'), 2],
  ['html.elements', 'none', page('a'), 0],
  ['html.depth', 'two', page('<b><i>'), 2],
  ['html.depth', 'none', page('a'), 0],
  ['html.unclosed', 'two', page('<b><i>a'), 2],
  ['html.unclosed', 'none', page('<p>a<p>b'), 0],
  ['html.tables', 'one', page('<table></table>'), 1],
  ['html.tables', 'none', page('a'), 0],
  ['html.style-sheets', 'one', page('<style></style>'), 1],
  ['html.style-sheets', 'none', page('a'), 0],
  ['html.comments', 'one', page('<!-- a -->'), 1],
  ['html.comments', 'none', page('a'), 0],
  ['html.linked-share', 'half', page('<a href="x">ab</a> cd'), 0.5],
  ['html.linked-share', 'nothing to see', page('<p>'), undefined],
];

describe('metrics of the HTML', () => {
  it.each(cases)('%s: %s', (id, _, reading, value) => {
    expect(ask(id, reading)).toEqual(value);
  });

  it('have each a letter that fires it and one that does not', () => {
    for (const { id } of html)
      expect(new Set(cases.filter(([one]) => one === id).map(([, , , value]) => JSON.stringify(value))).size, id).toBeGreaterThan(
        1,
      );
  });
});
