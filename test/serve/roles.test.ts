// What each role may do, asked of the schema itself: over HTTP everybody is still the local administrator.

import { graphql, isInputObjectType, isNonNullType, type GraphQLInputType } from 'graphql/index.js';
import { describe, expect, it } from 'vitest';
import type { Context, Role } from '../../src/serve/context.ts';
import { leastRole } from '../../src/serve/roles.ts';
import { schema } from '../../src/serve/schema.ts';
import { nowhere } from './support.ts';

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const order: readonly Role[] = ['VIEWER', 'ANALYST', 'RESPONDER', 'ADMIN'];

/** Something of that type, whatever it says. */
function anything(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  const of = type.ofType;
  if (isInputObjectType(of))
    return Object.fromEntries(Object.values(of.getFields()).map((field) => [field.name, anything(field.type)]));
  const values: Record<string, unknown> = { Boolean: true, DateTime: '2026-01-01T00:00:00.000Z', EntityLabel: 'User' };
  return values[String(of)] ?? (String(of) === 'Verdict' ? 'undetermined' : 'x');
}

async function codeFor(name: string, role: Role): Promise<unknown> {
  const input = mutations.find((it) => it.name === name)?.args[0]?.type;
  if (input === undefined) throw new Error(`there is no mutation ${name}`);
  const refuse = () => Promise.reject(new Error('got as far as the work'));
  const context = {
    ...{ viewer: { name: 'bo', role }, graph: nowhere, clock: () => 0, rejudge: () => undefined },
    decisions: { approve: refuse, deny: refuse, revert: refuse, ask: refuse },
  } as unknown as Context;
  const source = `mutation ($input: ${String(input)}) { ${name}(input: $input) { userErrors { code } } }`;
  const { errors } = await graphql({ schema, source, contextValue: context, variableValues: { input: anything(input) } });
  return errors?.[0]?.extensions['code'];
}

describe.each(mutations.map(({ name }) => name))('%s', (name) => {
  const least = leastRole[name as keyof typeof leastRole];

  it.each(order)('by a %s', async (role) => {
    const isAllowed = order.indexOf(role) >= order.indexOf(least);
    expect((await codeFor(name, role)) === 'FORBIDDEN').toBe(!isAllowed);
  });
});

it('what people do to the tenant takes a responder, and looking takes nobody', () => {
  expect(
    Object.entries(leastRole)
      .filter(([, role]) => role === 'RESPONDER')
      .map(([name]) => name)
      .sort(),
  ).toEqual(['approveAction', 'denyAction', 'revertAction', 'setKillSwitch']);
  expect(mutations.map(({ name }) => name).sort()).toEqual(Object.keys(leastRole).sort());
});
