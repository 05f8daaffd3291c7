import { describe, expect, it } from 'vitest';
import { resolverOf, ZoneError, zoneIn, zoneOf } from '../../src/tenant/zone.ts';

const zone = zoneIn(`
contoso.test:
  TXT: ["v=spf1 -all", {pieces: ["v=DKIM1; p=ab", "cd"]}]
  MX: 10 MX.contoso.test.
  A: [192.0.2.1, 192.0.2.2]
MX.Contoso.test.:
  AAAA: TIMEOUT
slow.contoso.test: TIMEOUT
www.contoso.test: {CNAME: contoso.test}
loop.contoso.test: {CNAME: loop.contoso.test}
`);
const ask = resolverOf(zone);

describe('a recorded zone', () => {
  it('answers as Node does', async () => {
    expect(await ask('Contoso.test.', 'A')).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(await ask('contoso.test', 'TXT')).toEqual([['v=spf1 -all'], ['v=DKIM1; p=ab', 'cd']]);
    expect(await ask('contoso.test', 'MX')).toEqual([{ priority: 10, exchange: 'mx.contoso.test' }]);
  });

  it('follows an alias, and not for ever', async () => {
    expect(await ask('www.contoso.test', 'A')).toEqual(['192.0.2.1', '192.0.2.2']);
    await expect(ask('loop.contoso.test', 'A')).rejects.toMatchObject({ code: 'ENODATA' });
  });

  it.each([
    ['nobody.test', 'A', 'ENOTFOUND'],
    ['contoso.test', 'AAAA', 'ENODATA'],
    ['contoso.test', 'NAPTR', 'ENODATA'],
    ['slow.contoso.test', 'A', 'ETIMEOUT'],
    ['mx.contoso.test', 'AAAA', 'ETIMEOUT'],
    ['mx.contoso.test', 'A', 'ENODATA'],
    ['constructor', 'A', 'ENOTFOUND'],
  ])('fails as DNS fails: %s %s', async (name, type, code) => {
    await expect(ask(name, type)).rejects.toMatchObject({ name: 'ResolveError', code });
  });

  it('is JSON as well', async () => {
    expect(await resolverOf(zoneIn('{"a.test": {"A": "192.0.2.7"}}'))('a.test', 'A')).toEqual(['192.0.2.7']);
  });

  it.each([
    ['[1]', 'expected a map of names'],
    ['a: [', 'no YAML or JSON'],
    ['a.test: 7', 'a.test: expected TIMEOUT or a map'],
    ['a.test: {SRV: x}', 'a.test: there is no record type SRV'],
    ['a.test: {A: [7]}', 'a.test: A: expected text'],
    ['a.test: {MX: mx.a.test}', 'a.test: MX: expected a priority and a name'],
  ])('that cannot be used says where it is wrong: %s', (text, why) => {
    expect(() => zoneIn(text)).toThrow(ZoneError);
    expect(() => zoneIn(text)).toThrow(why);
  });

  it('takes names as they are', async () => {
    const odd = resolverOf(zoneOf(JSON.parse('{"__proto__": {"A": "192.0.2.7"}}')));
    expect(await odd('__proto__', 'A')).toEqual(['192.0.2.7']);
  });
});
