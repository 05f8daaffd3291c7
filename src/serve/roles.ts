// Who may do what: each mutation with the least role that may do it. In one table, so that none is forgotten.

import type { GraphQLFieldResolver } from 'graphql';
import type { Context, Role } from './context.ts';
import { forbidden } from './errors.ts';
import type { MutationResolvers } from './schema.gen.ts';

const roles: readonly Role[] = ['VIEWER', 'ANALYST', 'RESPONDER', 'ADMIN'];

export const leastRole: Readonly<Record<keyof MutationResolvers, Role>> = {
  addNote: 'ANALYST',
  assignIncident: 'ANALYST',
  closeIncident: 'ANALYST',
  reopenIncident: 'ANALYST',
  muteDetection: 'ANALYST',
  unmuteDetection: 'ANALYST',
  splitIncident: 'ANALYST',
  mergeIncidents: 'ANALYST',
  pinLink: 'ANALYST',
  cutLink: 'ANALYST',
  undoConstraint: 'ANALYST',
  proposeAction: 'ANALYST',
  approveAction: 'RESPONDER',
  denyAction: 'RESPONDER',
  revertAction: 'RESPONDER',
  setKillSwitch: 'RESPONDER',
};

/** What may be read by less than everybody: what stands in people's mail. */
export const leastReader: Role = 'ANALYST';

/** Refuses whoever may not read people's mail. */
export function refuseReader({ name, role }: Context['viewer']): void {
  if (mayNot(role, leastReader))
    throw forbidden(`${name} may not read people's mail: it takes the role ${leastReader}, and theirs is ${role}`);
}

const mayNot = (role: Role, least: Role): boolean => roles.indexOf(role) < roles.indexOf(least);

/** The same mutations, for those who may. */
export function guarded(mutations: MutationResolvers): MutationResolvers {
  const all = Object.entries(mutations) as unknown as [keyof MutationResolvers, GraphQLFieldResolver<unknown, Context>][];
  return Object.fromEntries(all.map(([name, resolve]) => [name, onlyFor(leastRole[name], resolve)]));
}

const onlyFor =
  (least: Role, resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> =>
  (parent, args, context, info) => {
    const { name, role } = context.viewer;
    if (mayNot(role, least)) throw forbidden(`${name} may not do this: it takes the role ${least}, and theirs is ${role}`);
    return resolve(parent, args, context, info);
  };
