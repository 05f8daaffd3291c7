import * as actions from '../../graph/actions.ts';
import * as findings from '../../graph/findings.ts';
import type { StandingFinding } from '../../graph/findings.ts';
import * as incidents from '../../graph/incidents.ts';
import type { StandingIncident } from '../../graph/incidents.ts';
import { actionStatuses } from '../../model/action.ts';
import type { Action, ActionStatus } from '../../model/action.ts';
import type { IncidentStatus } from '../../model/incident.ts';
import { connection, type Order } from '../connection.ts';
import type { QueryResolvers } from '../schema.gen.ts';

export const Query: QueryResolvers = {
  viewer: (_, __, { viewer }) => viewer,

  incidents(_, { status, all, ...page }, { graph }) {
    const statuses = status ?? (all ? everyStatus : unanswered);
    const listing = {
      rows: (place: incidents.QueuePlace, limit: number) => incidents.page(graph, statuses, place, limit),
      count: () => incidents.count(graph, statuses),
    };
    return connection(byScore, listing, page);
  },

  incident: async (_, { id }, { graph }) => (await incidents.byId(graph, id)) ?? null,

  findings: (_, page, { graph }) =>
    connection(byTime, { rows: (place, limit) => findings.page(graph, place, limit), count: () => findings.count(graph) }, page),

  finding: async (_, { id }, { load }) => (await load.finding.load(id)) ?? null,

  actions(_, { status, ...page }, { graph }) {
    const statuses = status ?? actionStatuses;
    const listing = {
      rows: (place: WaitingPlace, limit: number) =>
        waitingThenOthers(statuses, place, limit, (...of) => actions.page(graph, ...of)),
      count: () => actions.count(graph, statuses),
    };
    return connection(waitingFirst, listing, page);
  },
};

const unanswered: readonly IncidentStatus[] = ['open', 'inProgress'];
const everyStatus: readonly IncidentStatus[] = [...unanswered, 'closed'];

// The orders of cypher/incidents/page, findings/page and actions/page, each from before its first row.
const ever = Number.MAX_SAFE_INTEGER;
const byScore: Order<StandingIncident, incidents.QueuePlace> = {
  name: 'incidents',
  start: [ever, ever, ''],
  keyOf: ({ score, lastAt, id }) => [score, lastAt, id],
};
const byTime: Order<StandingFinding, readonly [number, string]> = {
  name: 'findings',
  start: [-ever, ''],
  keyOf: ({ at, id }) => [at, id],
};

type WaitingPlace = readonly [done: number, ...actions.ActionPlace];
const startOfActions: actions.ActionPlace = [ever, '', 0, ''];
const waitingFirst: Order<Action, WaitingPlace> = {
  name: 'actions',
  start: [0, ...startOfActions],
  keyOf: ({ status, proposedAt, incident, order, id }) => [status === 'proposed' ? 0 : 1, proposedAt, incident, order, id],
};

/** Those that wait for an answer, then the others. */
async function waitingThenOthers(
  statuses: readonly ActionStatus[],
  [done, ...place]: WaitingPlace,
  limit: number,
  read: (statuses: readonly ActionStatus[], place: actions.ActionPlace, limit: number) => Promise<readonly Action[]>,
): Promise<readonly Action[]> {
  const waiting = statuses.filter((status) => status === 'proposed');
  const others = statuses.filter((status) => status !== 'proposed');
  const first = done === 0 && waiting.length > 0 ? await read(waiting, place, limit) : [];
  const more = limit - first.length;
  return more > 0 && others.length > 0 ? [...first, ...(await read(others, done === 0 ? startOfActions : place, more))] : first;
}
