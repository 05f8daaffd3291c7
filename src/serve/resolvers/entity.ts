import * as entities from '../../graph/entities.ts';
import type { Entity as EntityModel } from '../../graph/entities.ts';
import type { RecordedEvent } from '../../graph/records.ts';
import type { EntityLabel } from '../../model/graph.ts';
import { connection, type Order } from '../connection.ts';
import type { Context } from '../context.ts';
import type { EntityResolvers, QueryResolvers, UserResolvers } from '../schema.gen.ts';

const mostFindings = 100;
const mostIncidents = 50;

const one = (label: EntityLabel, key: string, { graph }: Context) => entities.find(graph, label, key).then((it) => it ?? null);

export const Query: QueryResolvers = {
  user: (_, { id }, context) => one('User', id, context),
  device: (_, { id }, context) => one('Device', id, context),
  ip: (_, { address }, context) => one('IP', address, context),
  mailbox: (_, { address }, context) => one('Mailbox', address, context),
  rule: (_, { id }, context) => one('Rule', id, context),
  email: (_, { id }, context) => one('Email', id, context),
  entity: (_, { label, key }, context) => one(label, key, context),
  event: async (_, { id }, { graph }) => (await entities.event(graph, id)) ?? null,
  peerGroup: async (_, { id }, { graph }) => (await entities.group(graph, id)) ?? null,
  peerGroups: (_, __, { graph }) => entities.groups(graph),
};

/** What every entity answers, whatever its label. */
export const ofEveryEntity = {
  firstAt: async (it: EntityModel, _: unknown, { graph }: Context) => (await entities.span(graph, it)).firstAt,
  lastAt: async (it: EntityModel, _: unknown, { graph }: Context) => (await entities.span(graph, it)).lastAt,

  // Labels come from the graph, which has no others on that end of a habit.
  habits: async (it: EntityModel, _: unknown, { graph }: Context) =>
    (await entities.habits(graph, it)).map((row) => ({ ...row, label: row.label as EntityLabel, name: row.name ?? row.key })),

  async findings(it: EntityModel, _: unknown, { graph, load }: Context) {
    const ids = await entities.findingsOf(graph, it, mostFindings);
    return (await Promise.all(ids.map((id) => load.finding.load(id)))).filter((finding) => finding !== undefined);
  },

  async incidents(it: EntityModel, _: unknown, { graph, load }: Context) {
    const ids = await entities.incidentsOf(graph, it, mostIncidents);
    return (await Promise.all(ids.map((id) => load.incident.load(id)))).filter((incident) => incident !== undefined);
  },

  events: (it: EntityModel, page: { first: number; after?: string | null }, { graph }: Context) =>
    connection(
      newestFirst,
      { rows: (place, limit) => entities.events(graph, it, place, limit), count: () => entities.eventCount(graph, it) },
      page,
    ),
};

const newestFirst: Order<RecordedEvent, readonly [number, string]> = {
  name: 'events',
  start: [Number.MAX_SAFE_INTEGER, ''],
  keyOf: ({ at = 0, id }) => [at, id],
};

export const Entity: EntityResolvers = {
  __resolveType: ({ label }) =>
    label === 'User' || label === 'Device' || label === 'IP' || label === 'Mailbox' || label === 'Rule' || label === 'Email'
      ? label
      : 'OtherEntity',
};

export const User: UserResolvers = {
  ...ofEveryEntity,
  peerGroup: async (it, _, { graph }) => (await entities.groupOf(graph, it)) ?? null,
};
