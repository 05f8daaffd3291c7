// A page written anew: nothing in it but what is on the list, whatever it is made of, and nothing of what was said is lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePage } from '../../src/mail/safe-page.ts';

const ELEMENTS = new Set(
  (
    'p div blockquote pre center ul ol li dl dt dd table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 b strong i em u s ' +
    'strike del ins sub sup small big tt code kbd samp q cite abbr br hr wbr font mark'
  ).split(' '),
);
const ATTRIBUTES =
  /^(?: (?:align="(?:left|right|center|justify)"|dir="(?:ltr|rtl)"|valign="(?:top|middle|bottom)"|(?:bgcolor|color)="#[0-9a-f]{6}"|size="[+-]?[1-7]"|width="\d{1,4}%?"|(?:colspan|rowspan|border|cellpadding|cellspacing|start)="\d{1,5}"))*$/;

/** Whatever in a page is neither text nor one of those tags in its one form. */
const strange = (page: string): string[] =>
  page
    .replaceAll(/<\/?([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>/g, (tag, name: string, attributes: string) =>
      ELEMENTS.has(name) && ATTRIBUTES.test(attributes) ? '' : tag,
    )
    .match(/[<>"'`]/g) ?? [];

describe('a page written anew', () => {
  it.each([
    ['keeps words, emphasis and tables', '<table border=1><tr><td width="50%"><b>Total</b> 7</td></tr></table>'],
    ['keeps what nobody closed', '<p>one<p>two<ul><li>three<li>four'],
  ])('%s', (_, html) => {
    const page = safePage(html);
    expect(
      page
        .replaceAll(/<[^>]+>/g, ' ')
        .split(/\s+/)
        .join(' ')
        .trim(),
    ).toBe(
      html
        .replaceAll(/<[^>]+>/g, ' ')
        .split(/\s+/)
        .join(' ')
        .trim(),
    );
    expect(strange(page)).toEqual([]);
  });

  it('writes links as text with where they lead, and never as links', () => {
    const page = safePage('<a href="https://evil.example/x?a=1" onclick="x()" style="color: red">contoso.test</a>');
    expect(page).toBe('<u><font color="#ff0000">contoso.test</font></u> <code>[leads to hxxps://evil[.]example/x?a=1]</code>');
  });

  it('names pictures, fields and frames, and loads none', () => {
    const page = safePage(
      '<img src="http://t.example/p.png" alt="our logo"><form action="//f.example/"><input type="password"></form>',
    );
    expect(page).toContain('[picture: our logo, hxxp://t[.]example/p.png]');
    expect(page).toContain('[form, //f[.]example/]');
    expect(page).toContain('[password field]');
    expect(strange(page)).toEqual([]);
  });

  it.each([
    ['<div style="display:none">secret words</div>'],
    ['<style>.x { font-size: 0 }</style><div class="x">secret words</div>'],
    ['<p style="color:#fff">secret words</p>'],
  ])('shows and marks what was hidden: %s', (html) => {
    expect(safePage(html)).toContain('<mark>[hidden: secret words]</mark>');
  });

  it('marks nothing that is seen', () => {
    expect(safePage('<table bgcolor="#000"><tr><td style="color:#fff">plain to see</td></tr></table>')).toContain(
      '<font color="#ffffff">plain to see</font>',
    );
    expect(safePage('<div style="background:#000;color:#fff">plain to see</div>')).toBe('<div>plain to see</div>');
  });

  it('leaves out what is no text at all', () => {
    const page = safePage('<title>t</title><style>p{}</style><script>run()</script><iframe>old</iframe>seen<!-- unseen -->');
    expect(page).toBe('<code>[iframe]</code>seen');
  });

  it('names what turns text around', () => {
    expect(safePage('invoice\u202efdp.exe')).toBe('invoice⟨U+202E⟩fdp.exe');
  });

  it('ends in what is too long, and says so', () => {
    const page = safePage('<b>'.repeat(300_000) + 'x'.repeat(700_000));
    expect(page.length).toBeLessThan(1_100_000);
    expect(page).toContain('[the rest is too long to be shown]');
    expect(strange(page)).toEqual([]);
    expect(safePage('short')).not.toContain('too long');
  });

  it('holds nothing else, whatever is written', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...['<', '>', '"', "'", '`', '=', '/', '<!--', '-->', '<![CDATA[', ']]>', '&lt;', '&#60;', '&quot;', '\u0000', ' '],
        ...[
          '<svg',
          '<math',
          '<style>',
          '</style>',
          '<title>',
          '<textarea>',
          '<noscript>',
          '<template>',
          '<table>',
          '<tr>',
          '<td ',
        ],
        ...[
          '<p ',
          '<a href=',
          '<img src=x ',
          'onerror=alert(1)',
          'style="color:',
          'align="',
          'width=',
          'bgcolor=',
          '<font size=',
        ],
        ...['javascript:alert(1)', 'url(http://x.test)', '<script>', '</script>', '<plaintext>', '<xmp>', '</p>', '</a>'],
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(strange(safePage(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('and would be seen to hold something else', () => {
    expect(strange('<p onclick="x">a</p>')).not.toEqual([]);
    expect(strange('<svg>')).not.toEqual([]);
    expect(strange('<p align="left" bgcolor="#00ff00">a &lt; b</p>')).toEqual([]);
  });
});
