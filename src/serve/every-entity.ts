// What every entity answers, whatever its label.

import * as entities from '../graph/entities.ts';
import type { Entity as EntityModel } from '../graph/entities.ts';
import type { RecordedEvent } from '../graph/records.ts';
import { patternOfLife } from '../jobs/life.ts';
import type { Dimension } from '../learn/dimension.ts';
import { connection, type Order } from './connection.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import type { HabitLabel } from './schema.gen.ts';

const mostFindings = 100;
const mostIncidents = 50;

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
