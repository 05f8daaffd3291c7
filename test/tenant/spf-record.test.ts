import { expect, it } from 'vitest';
import { isSpfRecord, isWellFormed } from '../../src/tenant/spf-record.ts';

it.each(['v=spf1', 'V=SPF1 -all', 'v=spf1 '])('is one: %s', (text) => {
  expect(isSpfRecord(text)).toBe(true);
});

it.each(['v=spf10 -all', 'v=spf2.0/pra', ' v=spf1', ''])('is none: %s', (text) => {
  expect(isSpfRecord(text)).toBe(false);
});

it.each([
  'v=spf1',
  'v=spf1 a mx ptr ip4:192.0.2.0/24 ip6:2001:db8::/32 include:_spf.contoso.test ~all',
  'v=spf1 a:contoso.test/24//64 mx/24 A:%{d}/32 ?all',
  'v=spf1 exists:%{ir}.%{l1r-}._spf.%{d2} redirect=_spf.contoso.test exp=why.%{d}',
  'v=spf1 include:a_b.contoso.test. unknown=%{c} -ALL',
  'v=spf1  a  -all',
])('is well formed: %s', (text) => {
  expect(isWellFormed(text)).toBe(true);
});

it.each([
  'v=spf1 -all ip6',
  'v=spf1 -all extra',
  'v=spf1 all:contoso.test',
  'v=spf1 include -all',
  'v=spf1 include: -all',
  'v=spf1 exp=-all',
  'v=spf1 exp=a.test -all exp=b.test',
  'v=spf1 exp=%{r}.contoso.test',
  'v=spf1 redirect=a.test redirect=b.test',
  'v=spf1 a:%{x}.contoso.test',
  'v=spf1 a:contoso.test/x',
  'v=spf1 a:contoso',
  'v=spf1 exists:%(d).contoso.test',
  'v=spf1 ip4: -all',
])('has a mistake: %s', (text) => {
  expect(isWellFormed(text)).toBe(false);
});

it('has an end', () => {
  const start = performance.now();
  for (const bait of ['%{d', 'a.', '%', 'a/', '-', 'a:', '%{s}'])
    isWellFormed(`v=spf1 exists:${bait.repeat(20_000)} a:${bait.repeat(20_000)} x=${bait.repeat(20_000)}`);
  expect(performance.now() - start).toBeLessThan(1_000);
});
