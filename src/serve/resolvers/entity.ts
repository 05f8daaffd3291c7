import * as entities from '../../graph/entities.ts';
import * as peers from '../../graph/peers.ts';
import { askable, surprising } from '../../jobs/life.ts';
import type { EntityLabel } from '../../model/graph.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { ofEveryEntity } from '../every-entity.ts';
import type { EntityResolvers, PeerGroupResolvers, QueryResolvers, UserResolvers } from '../schema.gen.ts';

const longestValue = 1_000;

const one = (label: EntityLabel, key: string, { graph }: Context) => entities.find(graph, label, key).then((it) => it ?? null);

export const Query: QueryResolvers = {
  user: (_, { id }, context) => one('User', id, context),
  device: (_, { id }, context) => one('Device', id, context),
  ip: (_, { address }, context) => one('IP', address, context),
  mailbox: (_, { address }, context) => one('Mailbox', address, context),
  rule: (_, { id }, context) => one('Rule', id, context),
  entity: (_, { label, key }, context) => one(label, key, context),
  event: async (_, { id }, { graph }) => (await entities.event(graph, id)) ?? null,
  peerGroup: async (_, { id }, { graph }) => (await entities.group(graph, id)) ?? null,
  peerGroups: (_, __, { graph }) => entities.groups(graph),
};

export const Entity: EntityResolvers = {
  __resolveType: ({ label }) =>
    label === 'User' || label === 'Device' || label === 'IP' || label === 'Mailbox' || label === 'Rule' || label === 'Email'
      ? label
      : 'OtherEntity',
};

export const User: UserResolvers = {
  ...ofEveryEntity,
  async surprise(it, { dimension, value }, { graph }) {
    if (value.length > longestValue) throw badInput(`value: expected at most ${longestValue} characters, found ${value.length}`);
    const told = await surprising(graph, it, dimension, value);
    if (told === undefined)
      throw badInput(`dimension: ${dimension} cannot be asked of a person; these can: ${askable.join(', ')}`);
    return told;
  },
  peerGroup: async (it, _, { graph }) => (await entities.groupOf(graph, it)) ?? null,
  peerGroups: (it, _, { graph }) => entities.memberships(graph, it),
};

export const PeerGroup: PeerGroupResolvers = {
  history: (group, _, { graph }) => peers.history(graph, group),
};
