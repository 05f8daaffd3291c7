import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOf, refanged, shownHostOf } from '../../src/mail/links.ts';
import type { Link } from '../../src/mail/link.ts';
import { pageOf } from '../../src/mail/page-of.ts';
import { letter } from '../support/letters.ts';
import type { Letter } from '../support/letters.ts';

function links(given: Letter): readonly Link[] {
  const message = letter({ text: '', ...given });
  return linksOf(message, message.html === undefined ? undefined : pageOf(message.html));
}
const inText = (text: string): readonly string[] => links({ text }).map(({ url }) => url);
const inHtml = (html: string): readonly Link[] => links({ html });

describe('links', () => {
  it('are anchors, with what they show', () => {
    expect(inHtml('<a href="HTTPS://Mail.Fabrikam.test/a">https://contoso.test/login</a>')).toEqual([
      {
        ...{ url: 'https://mail.fabrikam.test/a', scheme: 'https', host: 'mail.fabrikam.test', registered: 'fabrikam.test' },
        ...{ shows: 'https://contoso.test/login', shownHost: 'contoso.test', from: 'html', isHidden: false },
      },
    ]);
  });

  it.each([
    ['a base', '<base href="https://fabrikam.test/x/"><a href="y">z</a>', 'https://fabrikam.test/x/y'],
    ['the scheme of nobody', '<a href="//fabrikam.test/y">z</a>', 'https://fabrikam.test/y'],
    ['no scheme', '<a href="fabrikam.test/y">z</a>', 'http://fabrikam.test/y'],
    ['hexadecimal numbers', '<a href="http://0xC0.0x00.0x02.0x01/">z</a>', 'http://192.0.2.1/'],
    ['line breaks', '<a href="https://fabri\nkam.test/">z</a>', 'https://fabrikam.test/'],
    ['a form', '<form action="https://fabrikam.test/go"></form>', 'https://fabrikam.test/go'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://fabrikam.test/">', 'https://fabrikam.test/'],
    ['an area', '<area href="https://fabrikam.test/">', 'https://fabrikam.test/'],
    ['a mail', '<a href="mailto:zoe@fabrikam.test">z</a>', 'mailto:zoe@fabrikam.test'],
    ['a script', '<a href="javascript:alert(1)">z</a>', 'javascript:alert(1)'],
    ['text beside anchors', 'see https://fabrikam.test/a.', 'https://fabrikam.test/a'],
  ])('are read as a browser reads them: %s', (_, html, url) => {
    expect(inHtml(html).map((link) => link.url)).toEqual([url]);
  });

  it.each(['<a href="#top">z</a>', '<a href="">z</a>', '<form></form>', '<a name="x">z</a>'])('lead nowhere: %s', (html) => {
    expect(inHtml(html)).toEqual([]);
  });

  it.each([
    ['see https://fabrikam.test/a, and more', ['https://fabrikam.test/a']],
    ['(https://fabrikam.test/a)', ['https://fabrikam.test/a']],
    ['hxxps://fabrikam[.]test/a', ['https://fabrikam.test/a']],
    ['fabrikam(dot)com/a', ['http://fabrikam.com/a']],
    ['www.fabrikam.com', ['http://www.fabrikam.com/']],
    ['fabrikam.com', ['http://fabrikam.com/']],
    ['read readme.md, run it.py: version 1.2, e.g. this', []],
    ['zoe@fabrikam.com', []],
  ])('stand in text: %s', (text, urls) => {
    expect(inText(text)).toEqual(urls);
  });

  it('are told from where they stand', () => {
    const found = links({
      text: 'https://plain.fabrikam.test/ https://both.fabrikam.test/',
      html: '<a href="https://both.fabrikam.test/">a</a>',
      files: [{ found: { urls: ['https://file.fabrikam.test/'], codes: ['https://code.fabrikam.test/', 'just words'] } }],
    });
    expect(found.map(({ from, host, isHidden }) => [from, host, isHidden])).toEqual([
      ['code', 'code.fabrikam.test', false],
      ['attachment', 'file.fabrikam.test', false],
      ['html', 'both.fabrikam.test', false],
      ['text', 'plain.fabrikam.test', true],
    ]);
  });

  it.each([
    ['Safe Links', 'https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffabrikam.test%2Fa&data=05'],
    ['Proofpoint', 'https://urldefense.proofpoint.com/v1/url?u=https://fabrikam.test/a&k=x'],
    ['Proofpoint', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__fabrikam.test_a&d=DwMF'],
    ['Proofpoint', 'https://urldefense.com/v3/__https://fabrikam.test/a__;!!x$'],
    ['Barracuda', 'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2ffabrikam.test%2fa&c=E'],
    ['Cisco', 'https://secure-web.cisco.com/1abc/https%3A%2F%2Ffabrikam.test%2Fa'],
    ['Sophos', 'https://eu.protection.sophos.com/?d=fabrikam.test&u=aHR0cHM6Ly9mYWJyaWthbS50ZXN0L2E=&i=x'],
    ['Google', 'https://www.google.com/url?q=https://fabrikam.test/a&sa=D'],
    ['Google', 'https://www.google.de/amp/s/fabrikam.test/a'],
    [
      'Google',
      'https://www.google.com/url?q=https%3A%2F%2Fnam01.safelinks.protection.outlook.com%2F%3Furl%3Dhttps%253A%252F%252Ffabrikam.test%252Fa',
    ],
    ['Google Translate', 'https://fabrikam-test.translate.goog/a'],
    ['Bing', 'https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9mYWJyaWthbS50ZXN0L2E&ntb=1'],
    ['Facebook', 'https://l.facebook.com/l.php?u=https%3A%2F%2Ffabrikam.test%2Fa'],
    ['YouTube', 'https://www.youtube.com/redirect?q=https%3A%2F%2Ffabrikam.test%2Fa'],
  ])('are taken out of what wrapped them: %s', (by, url) => {
    expect(inHtml(`<a href="${url.replaceAll('&', '&amp;')}">z</a>`)).toMatchObject([
      { url: 'https://fabrikam.test/a', wrappedBy: by },
    ]);
  });

  it.each([
    'https://www.google.com/search?q=plans',
    'https://www.youtube.com/watch?v=abc',
    'https://fabrikam.test/?url=https://contoso.test/',
  ])('stay what they are where nothing wraps them: %s', (url) => {
    const [link] = inHtml(`<a href="${url}">z</a>`);
    expect([link?.url, link?.wrappedBy]).toEqual([url, undefined]);
  });

  it('say where nobody can tell what is wrapped', () => {
    expect(inHtml('<a href="https://protect-eu.mimecast.com/s/Ab12?domain=x">z</a>')).toMatchObject([
      { wrappedBy: 'Mimecast', isOpaque: true },
    ]);
  });
});

describe('what a link shows', () => {
  it.each([
    ['https://contoso.com/a', 'contoso.com'],
    ['Contoso.com', 'contoso.com'],
    ['www.contoso.com/login', 'www.contoso.com'],
    ['192.0.2.1', '192.0.2.1'],
    ['Sign in at https://contoso.com now', 'contoso.com'],
    ['hxxps://contoso[.]com', 'contoso.com'],
  ])('is an address: %s', (shows, host) => {
    expect(shownHostOf(shows)).toBe(host);
  });

  it.each([
    'Click here',
    '',
    'Version 1.2',
    'readme.md',
    'zoe@contoso.com',
    'e.g.',
    'https://contoso.com or https://fabrikam.com',
    'Node.js',
  ])('is none: %j', (shows) => {
    expect(shownHostOf(shows)).toBeUndefined();
  });
});

it('addresses made harmless are made whole, and others left', () => {
  expect(['hxxp://a[.]test', 'https[:]//a(dot)test', 'https://a.test/[1]'].map(refanged)).toEqual([
    'http://a.test',
    'https://a.test',
    'https://a.test/[1]',
  ]);
});

describe('hostile links', () => {
  it('are kept to a bound', () => {
    expect(inHtml('<a href="https://fabrikam.test/x">x</a>'.repeat(20_000))).toHaveLength(2_000);
  });

  it.each([
    ['at signs', 'a@'.repeat(33_000)],
    ['schemes', 'http://'.repeat(9_000)],
    ['dots', 'a.'.repeat(33_000)],
    ['brackets', `http://fabrikam.com/${'('.repeat(60_000)}`],
    ['dotted brackets', 'a[.]'.repeat(16_000)],
    ['colons', ':'.repeat(66_000)],
    ['slashes', '//'.repeat(33_000)],
    ['hyphens', 'a-'.repeat(33_000)],
    ['one word', 'a'.repeat(66_000)],
  ])('in a text of %s cost little', (_, text) => {
    const before = process.cpuUsage();
    inText(text);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(0.5);
  });

  it('are some links, whatever is written', () => {
    const pieces = fc.constantFrom(
      'http://',
      'https:',
      '//',
      '@',
      '[',
      ']',
      '.',
      'com',
      '%',
      '%41',
      '?url=',
      '#',
      'xn--',
      '\u0000',
      '\uD800',
      'google.com/url',
      ':99999',
      ' ',
      '/v3/__',
      '__;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }), (parts) => {
        const written = parts.join('');
        for (const link of links({ text: written, html: `<a href="${written}">${written}</a>` }))
          expect(link.url.length).toBeLessThanOrEqual(2_000);
        shownHostOf(written);
      }),
      { numRuns: 500, seed: 8 },
    );
  });
});
