import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../src/mail/page-of.ts';

const hiddenIn = (html: string): readonly (readonly [string, string])[] =>
  pageOf(html).hidden.map(({ how, text }) => [how, text]);

describe('text of a page', () => {
  it.each([
    ['blocks on lines of their own', '<p>Hello <b>Ana</b>,</p><div>the   plan</div>', 'Hello Ana,\nthe plan'],
    ['breaks', 'a<br>b', 'a\nb'],
    ['cells beside one another', '<table><tr><td>a<td>b</table>', 'a b'],
    ['entities', 'caf&eacute; &amp; t&#233;a', 'café & téa'],
    ['no scripts, styles, templates, comments', '<script>x()</script><style>p{}</style><template>t</template><!-- c -->a', 'a'],
    ['no title', '<title>Page</title>a', 'a'],
    ['what stands where scripts do not run', '<noscript>a</noscript>', 'a'],
    ['text areas', '<textarea>a &amp; b</textarea>', 'a & b'],
    ['words around a comment as one', 'pass<!-- x -->word', 'password'],
    ['words split by what nobody sees as one', 'pass\u200Bword &shy;so&shy;ft', 'password soft'],
    ['joiners where a script needs them', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['what aria-hidden keeps from screen readers alone', '<p aria-hidden="true">a</p>', 'a'],
  ])('has %s', (_, html, text) => {
    expect(pageOf(html).text).toBe(text);
  });

  it('is that of the plain page where nothing is closed', () => {
    expect(pageOf('<div><p>a<p>b<table><tr><td>c').text).toBe('a\nb\nc');
  });
});

/** A way to hide `no`, how it is called, and the same thing as honest mail has it. */
const ways: readonly (readonly [how: string, hidden: string, shown: string])[] = [
  ['display', '<p style="display:none">no</p>', '<p style="display:block">no</p>'],
  ['display', '<p style="DISPLAY : NONE !important">no</p>', '<p style="display:none;display:block">no</p>'],
  ['display', '<p style="d\\69splay:none">no</p>', '<p style="x-display:none">no</p>'],
  ['display', '<p style="/* a;b */display:none">no</p>', '<p style="/* display:none */">no</p>'],
  ['display', '<div style="display:none"><b>no</b></div>', '<div style="display:none"></div><b>no</b>'],
  ['attribute', '<p hidden>no</p>', '<p hidden style="display:block">no</p>'],
  [
    'visibility',
    '<p style="visibility:hidden">no</p>',
    '<p style="visibility:hidden"><span style="visibility:visible">no</span></p>',
  ],
  ['opacity', '<p style="opacity:0">no</p>', '<p style="opacity:0.6">no</p>'],
  ['opacity', '<div style="opacity:.2"><p style="opacity:20%">no</p></div>', '<div style="opacity:.2">no</div>'],
  ['size', '<p style="font-size:0">no</p>', '<p style="font-size:0"><span style="font-size:12px">no</span></p>'],
  ['size', '<p style="font-size:1px">no</p>', '<p style="font-size:8pt">no</p>'],
  ['size', '<p style="font:0/0 a">no</p>', '<p style="font:bold 12px/14px Arial">no</p>'],
  ['size', '<p style="font-size:10px"><span style="font-size:5%">no</span></p>', '<p style="font-size:5em">no</p>'],
  ['size', '<div style="max-height:0;overflow:hidden">no</div>', '<div style="max-height:0">no</div>'],
  ['size', '<div style="width:0;overflow:hidden">no</div>', '<table><tr><td style="height:0;overflow:hidden">no</table>'],
  ['size', '<span style="display:block;height:0;overflow:hidden">no</span>', '<span style="height:0;overflow:hidden">no</span>'],
  ['colour', '<p style="color:#fff">no</p>', '<p style="color:#ccc">no</p>'],
  ['colour', '<p style="color:#FEFEFE">no</p>', '<p style="color:#fff;background:#000">no</p>'],
  [
    'colour',
    '<table bgcolor="navy"><tr><td><font color="#000080">no</font></table>',
    '<table bgcolor="navy"><tr><td><font color="white">no</font></table>',
  ],
  [
    'colour',
    '<p style="background:rgb(10 20 30) no-repeat;color:hsl(210,50%,8%)">no</p>',
    '<p style="background:url(a.png) #fff;color:#fff">no</p>',
  ],
  ['colour', '<p style="color:transparent">no</p>', '<p style="color:rgba(0,0,0,.6)">no</p>'],
  ['colour', '<body text="white">no', '<body text="white" bgcolor="black">no'],
  ['offScreen', '<p style="text-indent:-9999px">no</p>', '<p style="text-indent:-2em">no</p>'],
  ['offScreen', '<p style="position:absolute;left:-2000px">no</p>', '<p style="left:-2000px">no</p>'],
  ['offScreen', '<p style="margin:0 0 0 -9999px">no</p>', '<p style="margin:0 0 0 -20px">no</p>'],
  ['offScreen', '<p style="transform:translate(-9999px)">no</p>', '<p style="transform:translate(-9px)">no</p>'],
  ['clipped', '<p style="position:absolute;clip:rect(0,0,0,0)">no</p>', '<p style="clip:rect(0,0,0,0)">no</p>'],
  ['clipped', '<p style="clip-path:inset(100%)">no</p>', '<p style="clip-path:inset(5%)">no</p>'],
  // By the sheet.
  ['display', '<style>.a{display:none}</style><p class="b a">no</p>', '<style>.a{display:none}</style><p class="b">no</p>'],
  ['display', '<p class="a">no</p><style>.a{display:none}</style>', '<p class="a">no</p><!--<style>.a{display:none}</style>-->'],
  [
    'display',
    '<style>.b{color:red}</style><p class="a">no</p><!--<style>--><style>.a{display:none}',
    '<style>.b{color:red}</style><p class="a">no</p><!--<style>.a{display:none}',
  ],
  [
    'display',
    '<style>p#x.y{display:none}</style><p id="x" class="y">no</p>',
    '<style>p#x.y{display:none}</style><p id="x">no</p>',
  ],
  [
    'display',
    '<style>div.a span{display:none}</style><div class="a"><b><span>no</span></b></div>',
    '<style>div.a span{display:none}</style><div><span>no</span></div>',
  ],
  [
    'display',
    '<style>div > i{display:none}</style><div><i>no</i></div>',
    '<style>div > i{display:none}</style><div><b><i>no</i></b></div>',
  ],
  [
    'display',
    '<style>#x{display:none} p{display:block}</style><p id="x">no</p>',
    '<style>p{display:none} #x{display:block}</style><p id="x">no</p>',
  ],
  [
    'display',
    '<style>p{display:none!important}</style><p style="display:block">no</p>',
    '<style>p{display:none}</style><p style="display:block">no</p>',
  ],
  ['display', '<style>@media screen{p{display:none}}</style><p>no</p>', '<style>@media print{p{display:none}}</style><p>no</p>'],
  [
    'display',
    '<style>@import "a";p{display:none}</style><p>no</p>',
    '<style>@media screen and (max-width:600px){p{display:none}}</style><p>no</p>',
  ],
  ['display', '<style>a,p{display:none}</style><p>no</p>', '<style>p:hover{display:none}</style><p>no</p>'],
];

describe('text that is hidden', () => {
  it.each(ways)('by %s: %s', (how, hidden) => {
    expect(hiddenIn(hidden)).toEqual([[how, 'no']]);
    expect(pageOf(hidden).text).toBe('');
  });

  it.each(ways)('is not, by what is near %s: %3$s', (_, __, shown) => {
    expect(hiddenIn(shown)).toEqual([]);
    expect(pageOf(shown).text).toBe('no');
  });

  it('ends with its element, however tags are mixed up', () => {
    expect(pageOf('<p style="display:none">a<p>b').text).toBe('b');
    expect(pageOf('<table><tr><td style="display:none"><div>a<td>b').text).toBe('b');
    expect(pageOf('<table><tr style="display:none"><td><b>a<tr><td>b').text).toBe('b');
    expect(pageOf('<ul><li style="display:none"><div>a<li>b').text).toBe('b');
    expect(pageOf('<td style="display:none">a</td>').text).toBe('a');
    expect(pageOf('<div style="display:none"><table><tr><td></div>a').text).toBe('');
    expect(pageOf('<span style="display:none"><div></span>a</div></span>b').text).toBe('b');
  });

  it('is told with where it stands and how much there is of it', () => {
    const page = pageOf('<p>one</p><p style="display:none">two three</p><p>four</p>');
    expect(page.hidden).toEqual([{ how: 'display', text: 'two three', letters: 8, after: 3 }]);
    expect(page.letters).toBe(7);
  });

  it('is counted to its end, and kept to a bound', () => {
    const page = pageOf('<p style="display:none">abcd</p><b>x</b>'.repeat(5_000));
    expect(page.hidden).toHaveLength(500);
    expect(page.hidden.reduce((sum, { letters }) => sum + letters, 0)).toBe(20_000);
  });

  it('by Outlook alone is seen by others', () => {
    const page = pageOf('<p style="mso-hide:all">no</p>');
    expect([page.text, page.hidden.map(({ how }) => how)]).toEqual(['no', ['outlook']]);
  });

  it('between the letters of a word is told with the word', () => {
    expect(hiddenIn('pa\u200Css\u00ADword and more')).toEqual([['zeroWidth', 'password']]);
    expect(hiddenIn('pass\u200B word')).toEqual([]);
  });
});

describe('what a page leads to', () => {
  it('is an anchor with what is seen of it', () => {
    const [link] = pageOf(
      '<a href=" https://fabrikam.test/a?b=1&amp;c=2 ">The <b>plan</b><i style="display:none">x</i></a>',
    ).anchors;
    expect(link).toEqual({ href: 'https://fabrikam.test/a?b=1&c=2', shows: 'The plan', isImage: false, isHidden: false });
  });

  it.each([
    ['a picture', '<a href="x"><img src="p.png"></a>', { isImage: true, isHidden: false, shows: '' }],
    ['nothing', '<a href="x"></a>', { isImage: false, isHidden: true, shows: '' }],
    ['hidden text', '<a href="x" style="display:none">a</a>', { isImage: false, isHidden: true, shows: '' }],
    ['a hidden picture', '<a href="x"><img style="display:none" src="p.png"></a>', { isImage: true, isHidden: true, shows: '' }],
    ['an area of a picture', '<area href="x">', { isImage: true, isHidden: false, shows: '' }],
  ])('that shows %s', (_, html, expected) => {
    expect(pageOf(html).anchors).toMatchObject([expected]);
  });

  it('is no anchor without an address', () => {
    expect(pageOf('<a name="top">a</a>').anchors).toEqual([]);
  });

  it('is text outside of anchors too', () => {
    expect(pageOf('see https://a.test <a href="x">https://b.test</a>').unlinked).toBe('see https://a.test');
  });

  it('is a form, a button’s own way, a refresh, a base', () => {
    const page = pageOf(
      '<base href="https://fabrikam.test/"><meta http-equiv="Refresh" content="0; url=https://a.test/"><form action="/go"><input type="PASSWORD"><input><select></select><button formaction="/other">x</button></form>',
    );
    expect(page.forms).toEqual([
      { action: '/go', fields: ['password', 'text', 'select', 'button'] },
      { action: '/other', fields: [] },
    ]);
    expect([page.base, page.refresh]).toEqual(['https://fabrikam.test/', 'https://a.test/']);
  });

  it('has a form of its own for fields that stand in none', () => {
    expect(pageOf('<input type="password">').forms).toEqual([{ action: '', fields: ['password'] }]);
  });
});

describe('the build of a page', () => {
  it('is counted', () => {
    const page = pageOf(
      '<style>p{}</style><link rel="stylesheet" href="a.css"><script></script><iframe></iframe><table><tr><td onclick="x()"></td></table><!-- note 1 --><!--[if mso]>left out<![endif]--><div><b>',
    );
    expect(page).toMatchObject({
      styleSheets: 2,
      scripts: 1,
      frames: 1,
      tables: 1,
      handlers: 1,
      comments: 2,
      commentLetters: 5,
      unclosed: 2,
    });
  });

  it('has pictures of each kind, with their sizes', () => {
    const html =
      '<img src="https://Img.Fabrikam.test/a.png" width="1" height=1 alt=" Logo "><img src="cid:a"><img src="data:image/png;base64,AA" style="width:40px"><img width="50%">';
    expect(pageOf(html).pictures).toEqual([
      { from: 'remote', host: 'img.fabrikam.test', width: 1, height: 1, alt: 'Logo' },
      { from: 'inline', alt: '' },
      { from: 'data', width: 40, alt: '' },
      { from: 'none', alt: '' },
    ]);
  });

  it.each([
    ['Gmail', '<div>mine</div><div class="gmail_quote">theirs</div>'],
    ['Outlook', '<div>mine</div><hr><div id="x_divRplyFwdMsg">theirs</div>'],
    ['Apple', '<div>mine</div><blockquote type="cite">theirs</blockquote>'],
  ])('shows where %s begins to quote', (_, html) => {
    const { text, quotedAt } = pageOf(html);
    expect([text.slice(0, quotedAt).trim(), text.slice(quotedAt).trim()]).toEqual(['mine', 'theirs']);
  });

  it('shows no quote where none is', () => {
    expect(pageOf('<blockquote>a saying</blockquote>').quotedAt).toBeUndefined();
  });

  it('counts words put together out of pieces', () => {
    expect(pageOf('p<b>a</b>y the bill').joins).toBe(2);
    expect(pageOf('pay <b>the</b> bill').joins).toBe(0);
  });
});

/** Bait: how it is called, and HTML of a megabyte or more. */
const bait: readonly (readonly [string, string])[] = [
  ['nested a million deep', '<div>'.repeat(1_000_000)],
  ['that never closes a tag', `<a href="${'x'.repeat(1_000_000)}`],
  ['that never closes a comment', '<!--'.repeat(300_000)],
  ['of nothing but <', '<'.repeat(1_000_000)],
  ['of half entities', '&amp'.repeat(300_000)],
  ['of 100,000 links', '<a href="https://fabrikam.test/x">x</a>'.repeat(100_000)],
  ['of closing tags that close nothing', '</p></div></b>'.repeat(80_000)],
  ['of crossed tags', '<b><i></b></i>'.repeat(80_000)],
  [
    'of rules that ask for ancestors',
    `<style>${'* * * * * .x{display:none}'.repeat(3_000)}</style>${'<div class=x>'.repeat(60_000)}`,
  ],
  ['of rules that never close', `<style>${'@media screen{'.repeat(70_000)}`],
  ['of braces', `<style>${'{'.repeat(900_000)}`],
  ['of many attributes', `<p ${'a b=c '.repeat(160_000)}>`],
  ['of long styles', `<p style="${';'.repeat(3_000)}color:red">x</p>`.repeat(300)],
  ['of styles all different', Array.from({ length: 30_000 }, (_, index) => `<p style="color:#${index}">x`).join('')],
  ['of blanks', `<p>${' '.repeat(1_000_000)}x`],
  ['of what nobody sees', 'a\u200B'.repeat(500_000)],
  ['of cells', `<table>${'<td></div>'.repeat(100_000)}`],
  ['of cells far down', `<table>${'<div>'.repeat(500)}${'<td><div>'.repeat(100_000)}`],
  ['of line breaks', '<br>\n'.repeat(200_000)],
];

describe('hostile HTML', () => {
  it.each(bait)('%s costs less than a second', (_, html) => {
    const before = process.cpuUsage();
    pageOf(html);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(1);
  });

  it('keeps to its bounds, and says that it is cut', () => {
    const page = pageOf('<a href="x">y</a>'.repeat(60_000));
    expect(page.anchors).toHaveLength(5_000);
    expect(page.anchorCount).toBeGreaterThan(50_000);
    expect(page.isCut).toBe(true);
    expect(pageOf('<a href="x">y</a>').isCut).toBe(false);
    expect(pageOf('<div>'.repeat(10_000)).depth).toBe(512);
  });

  const pieces = fc.constantFrom(
    ...[
      '<div',
      '>',
      '<p style="',
      'display:none',
      '"',
      '</div>',
      '<a href=',
      'x',
      '<!--',
      '-->',
      '<style>',
      '.a{',
      '}',
      '</style>',
      '<td>',
      '</td>',
      '&#',
      '&lt;',
    ],
    ...[
      '\u0000',
      '\u200B',
      '\uD800',
      '<svg>',
      '<title>',
      '</title>',
      '<textarea>',
      '<b>',
      '</b>',
      "'",
      '\\',
      '/*',
      '*/',
      '@media ',
      'class=a ',
      '<![CDATA[',
      '<?',
      ' ',
    ],
  );

  it('is some page, whatever it is, and twice the same', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 80 }), (parts) => {
        const html = parts.join('');
        const page = pageOf(html);
        expect(pageOf(html)).toEqual(page);
        expect(page.letters).toBeGreaterThanOrEqual(0);
        expect(page.text.length).toBeLessThanOrEqual(html.length + 10);
      }),
      { numRuns: 500, seed: 8 },
    );
  });
});
