import { expect, it } from 'vitest';
import { nameIn, protectedOf } from '../../src/mail/people.ts';
import type { Sources } from '../../src/mail/people.ts';

const homeDomains = new Set(['contoso.test']);
const addresses = [
  'cy.cole@contoso.test',
  'Bo.Berg@contoso.test',
  'bo.berg@contoso.test',
  'zoe.quist@fabrikam.test',
  'info@contoso.test',
];
const people = (given: Partial<Sources> = {}) => protectedOf({ homeDomains, addresses, roles: [], ...given });
const role = (
  change: 'granted' | 'eligible' | 'activated' | 'removed',
  name = 'Global Administrator',
  target = 'bo.berg@contoso.test',
) => ({ change, role: name, target });

it('are those of ours whose address gives their name away, each once, by address', () => {
  expect(people()).toEqual([
    { name: 'bo berg', addresses: ['bo.berg@contoso.test'], isVip: false },
    { name: 'cy cole', addresses: ['cy.cole@contoso.test'], isVip: false },
  ]);
});

it.each([
  ['granted', [role('granted')], true],
  ['taken up for a while', [role('activated')], true],
  ['granted by its template', [role('granted', '62e90394-69f5-4237-9190-012177145e10')], true],
  ['only eligible', [role('eligible')], false],
  ['taken away again', [role('granted'), role('removed')], false],
  ['one of two taken away', [role('granted'), role('granted', 'User Administrator'), role('removed')], true],
  ['over nobody', [role('granted', 'Message Center Reader')], false],
  ['somebody else’s', [role('granted', 'Global Administrator', 'cy.cole@contoso.test')], false],
])('matter more with a role over others: %s', (_, roles, isVip) => {
  expect(people({ roles })[0]?.isVip).toBe(isVip);
});

it('are named by the operator first, who knows titles', () => {
  const named = [{ name: 'Bo Berg', addresses: ['bo.berg@contoso.test', 'boss@contoso.test'], isVip: true }];
  expect(people({ named })).toEqual([...named, { name: 'cy cole', addresses: ['cy.cole@contoso.test'], isVip: false }]);
});

it.each([
  ['ana.abel@contoso.test', 'ana abel'],
  ['ana-maria_abel@contoso.test', 'ana maria abel'],
  ['a.abel@contoso.test', undefined],
  ['ana@contoso.test', undefined],
  ['help.desk@contoso.test', undefined],
  ['ana.abel2@contoso.test', undefined],
  ['ana.abel', undefined],
])('%s is called %s', (address, name) => {
  expect(nameIn(address)).toBe(name);
});
