import * as entities from '../../graph/entities.ts';
import type { Entity as EntityModel } from '../../graph/entities.ts';
import * as peers from '../../graph/peers.ts';
import type { RecordedEvent } from '../../graph/records.ts';
import { askable, patternOfLife, surprising } from '../../jobs/life.ts';
import type { Dimension } from '../../learn/dimension.ts';
import type { EntityLabel } from '../../model/graph.ts';
import { connection, type Order } from '../connection.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { EntityResolvers, HabitLabel, PeerGroupResolvers, QueryResolvers, UserResolvers } from '../schema.gen.ts';

const mostFindings = 100;
const mostIncidents = 50;
const longestValue = 1_000;

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

  async habits(it: EntityModel, { dimension, first }: HabitsAsked, { graph }: Context) {
    const limit = first ?? entities.MOST_HABITS;
    if (limit < 0 || limit > entities.MOST_HABITS) throw badInput(`first: expected 0 to ${entities.MOST_HABITS}, found ${limit}`);
    const rows = await entities.habits(graph, it, dimension ?? undefined, limit);
    // Labels come from the graph, which has no others on that end of a habit.
    return rows.map((row) => ({
      ...row,
      dimension: row.dimension ?? null,
      label: row.label as HabitLabel,
      name: row.name ?? row.key,
    }));
  },

  patternOfLife: async (it: EntityModel, _: unknown, { graph }: Context) =>
    (await patternOfLife(graph, it)).map((sentence) => ({
      ...sentence,
      dimension: sentence.dimension ?? null,
      values: [...sentence.values],
    })),

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

interface HabitsAsked {
  readonly dimension?: Dimension | null;
  readonly first?: number | null;
}

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
