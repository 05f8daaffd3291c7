import * as actions from '../../graph/actions.ts';
import * as incidents from '../../graph/incidents.ts';
import type { Graph } from '../../graph/graph.ts';
import type { StandingIncident } from '../../graph/incidents.ts';
import type { Action } from '../../model/action.ts';
import type { Instant } from '../../model/time.ts';
import type { News } from '../changes.ts';
import { loaders, type Context } from '../context.ts';
import type { SubscriptionResolvers } from '../schema.gen.ts';

export const Subscription: SubscriptionResolvers = {
  incidentChanged: {
    subscribe: (_, { after }, context) =>
      fresh(context, context.changes.from(after ?? undefined, changedIncidents(context.graph))),
    resolve: (incident: StandingIncident) => incident,
  },
  actionChanged: {
    subscribe: (_, { after }, context) => fresh(context, context.changes.from(after ?? undefined, changedActions(context.graph))),
    resolve: (action: Action) => action,
  },
};

/** What stands now for each id that changed, each once. */
const changedIncidents =
  (graph: Graph) =>
  async (after: Instant, id: string, limit: number): Promise<News<StandingIncident>[]> => {
    const rows = await incidents.changed(graph, after, id, limit);
    const newest = new Map(rows.flatMap(({ now }, index) => (now === undefined ? [] : [[now, index] as const])));
    return Promise.all(
      rows.map(async ({ at, id: changed, now }, index) => {
        const isNews = now !== undefined && newest.get(now) === index;
        return { at, id: changed, value: isNews ? await incidents.byId(graph, now) : undefined };
      }),
    );
  };

const changedActions =
  (graph: Graph) =>
  async (after: Instant, id: string, limit: number): Promise<News<Action>[]> =>
    (await actions.changed(graph, after, id, limit)).map(({ at, action }) => ({ at, id: action.id, value: action }));

/** Each event is told as things are then: nothing read for an earlier one is used again. */
function fresh<T>(context: Context, events: AsyncIterableIterator<T>): AsyncIterableIterator<T> {
  return {
    ...events,
    next() {
      context.load = loaders(context.graph);
      return events.next();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
