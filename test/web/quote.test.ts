// Hostile text: nothing hides, nothing poses, nothing floods.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defanged, plain, quoted } from '../../web/src/lib/quote.ts';

const text = (value: string) =>
  quoted(value)
    .parts.map((part) => part.text)
    .join('');

describe('what cannot be seen', () => {
  it.each([
    ['invoice\u202egpj.exe', 'invoice⟨RLO⟩gpj.exe'],
    ['a\u200bb', 'a⟨ZWSP⟩b'],
    ['two\r\nlines', 'two⟨CR⟩⟨LF⟩lines'],
    ['\u0007', '⟨U+0007⟩'],
    ['a\u00a0b', 'a⟨NBSP⟩b'],
    ['\ud800x', '⟨U+D800⟩x'],
  ])('in %j is named', (given, shown) => {
    expect(text(given)).toBe(shown);
  });

  it('is never let through, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(plain(given)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  it('leaves what can be seen as it is, markup too', () => {
    const given = '<img src=x onerror=alert(1)> Ægir & 東京 🙂';
    expect(quoted(given)).toEqual({ parts: [{ kind: 'text', text: given }], rest: 0, bare: false });
  });
});

describe('what poses as something else', () => {
  it('is said when letters of two alphabets share a word', () => {
    expect(quoted('p\u0435ter.okafor').note).toBe('\u0435 is Cyrillic');
  });

  it('is not said of a name in one alphabet, nor of two words in two', () => {
    expect([quoted('Пётр').note, quoted('Peter Пётр').note, quoted('peter').note]).toEqual([undefined, undefined, undefined]);
  });

  it('is said of a name without a letter', () => {
    expect(quoted('.')).toMatchObject({ bare: true, note: '1 character, U+002E' });
    expect(quoted('')).toMatchObject({ bare: true, note: 'empty' });
    expect(quoted('  ')).toMatchObject({ bare: true, note: '2 characters, U+0020 U+0020' });
  });
});

it('what is too long is cut, and the rest is counted in characters', () => {
  const cut = quoted('🙂'.repeat(10_062));
  expect(cut.rest).toBe(9_942);
  expect(Array.from(text('🙂'.repeat(10_062)))).toHaveLength(120);
  expect(plain('x'.repeat(200), 10)).toBe('xxxxxxxxxx…');
});

it('an address cannot be followed by mistake; other text keeps its dots', () => {
  expect(defanged('see https://login.contoso.test/a.html?b=c.d now')).toBe('see hxxps://login[.]contoso[.]test/a.html?b=c.d now');
  expect(defanged('HTTP://192.0.2.1/x')).toBe('hxxp://192[.]0[.]2[.]1/x');
  expect(defanged('signed in from 192.0.2.1. Then left.')).toBe('signed in from 192.0.2.1. Then left.');
  expect(defanged('hxxps://a[.]contoso[.]test')).toBe('hxxps://a[.]contoso[.]test');
});
