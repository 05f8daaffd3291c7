import { describe, expect, it } from 'vitest';
import { knownDomains, lookalikeOf, registeredDomain, skeleton } from '../../../src/learn/association/lookalike.ts';
import { unicodeLabel } from '../../../src/learn/association/punycode.ts';

const known = knownDomains(['contoso.test', 'fabrikam.co.uk', 'micromart.test', 'ab.test']);
const how = (name: string) => lookalikeOf(known, name)?.how;

describe('a lookalike domain', () => {
  it.each([
    ['c0ntoso.test', 'sameLook', 'contoso.test'],
    ['fabrikarn.co.uk', 'sameLook', 'fabrikam.co.uk'],
    ['cоntoso.test', 'sameLook', 'contoso.test'],
    ['xn--cntoso-wqf.test', 'sameLook', 'contoso.test'],
    ['contsoo.test', 'swapped', 'contoso.test'],
    ['contosso.test', 'oneLetter', 'contoso.test'],
    ['contos.test', 'oneLetter', 'contoso.test'],
    ['contaso.test', 'oneLetter', 'contoso.test'],
    ['contoso.example', 'otherSuffix', 'contoso.test'],
    ['rnicromart-security.test', 'word', 'micromart.test'],
    ['billing@mail.c0ntoso.test', 'sameLook', 'contoso.test'],
  ])('%s is told: %s', (name, kind, of) => {
    expect(lookalikeOf(known, name)).toMatchObject({ how: kind, of });
  });

  it.each(['contoso.test', 'mail.contoso.test', 'northwind.test', 'cantasa.test', 'ad.test', 'localhost', '192.0.2.1', '', '@'])(
    '%j is like no other',
    (name) => {
      expect(how(name)).toBeUndefined();
    },
  );

  it('is the more worth saying the harder it is to tell apart', () => {
    const closeness = ['c0ntoso.test', 'contsoo.test', 'contosso.test', 'contoso-it.test', 'contoso.example'].map(
      (name) => lookalikeOf(known, name)?.closeness ?? 0,
    );
    expect(closeness).toEqual([...closeness].sort((a, b) => b - a));
    expect(new Set(closeness).size).toBe(5);
  });
});

describe('hostile names', () => {
  it.each([
    ['very long', `${'a'.repeat(100_000)}.test`],
    ['of many labels', `${'a.'.repeat(50_000)}test`],
    ['of punycode that decodes to nothing', 'xn--999999999.test'],
    ['of punycode past the last character', 'xn--zzzzzzzzzzzzzzzzzzzz.test'],
    ['of combining marks', `c${'\u0301'.repeat(200)}ontoso.test`],
    ['right to left', '\u202Ecotnoso.test'],
    ['of control characters', 'con\u0000toso.test'],
    ['of half a surrogate pair', '\uD83Dcontoso.test'],
  ])('%s give an answer at once', (_, name) => {
    const begun = performance.now();
    expect(() => lookalikeOf(known, name)).not.toThrow();
    expect(performance.now() - begun).toBeLessThan(100);
  });

  it('that are too long for DNS belong to nobody', () => {
    expect(registeredDomain(`${'a.'.repeat(200)}test`)).toBeUndefined();
  });
});

describe('a label as it is read', () => {
  it.each([
    ['xn--bcher-kva', 'bücher'],
    ['xn--80ak6aa92e', 'аррӏе'],
    ['contoso', 'contoso'],
    ['xn--', ''],
    ['xn--a b', 'xn--a b'],
  ])('%s is %s', (label, read) => {
    expect(unicodeLabel(label)).toBe(read);
  });

  it('has the skeleton of what it imitates', () => {
    expect(skeleton('xn--80ak6aa92e')).toBe(skeleton('apple'));
    expect(skeleton('contoso')).not.toBe(skeleton('fabrikam'));
  });
});
