import { expect, it } from 'vitest';
import { isHosted, registeredLabel, registrableOf, suffixOf } from '../../src/ingest/registered-name.ts';

it.each([
  ['a.b.example.co.uk', 'example.co.uk', 'example'],
  ['d1234.cloudfront.net', 'd1234.cloudfront.net', 'cloudfront'],
  ['_ldap._tcp.dc.contoso.test', 'contoso.test', 'contoso'],
  ['co.uk', undefined, undefined],
  ['printer', undefined, undefined],
  ['203.0.113.9', undefined, undefined],
  ['9.113.0.203.in-addr.arpa', undefined, undefined],
])('%s was registered as %s by the word %s', (name, registered, label) => {
  expect(registrableOf(name)).toBe(registered);
  expect(registeredLabel(name)).toBe(label);
});

it.each([
  ['a.b.example.co.uk', 'co.uk', false],
  ['plan.github.io', 'github.io', true],
  ['github.com', 'com', false],
  ['203.0.113.9', undefined, false],
])('%s stands under %s, and whether anybody may have a name there: %s', (name, suffix, hosted) => {
  expect(suffixOf(name)).toBe(suffix);
  expect(isHosted(name)).toBe(hosted);
});
