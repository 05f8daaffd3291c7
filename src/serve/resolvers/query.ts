import * as actions from '../../graph/actions.ts';
import * as findings from '../../graph/findings.ts';
import type { StandingFinding } from '../../graph/findings.ts';
import * as incidents from '../../graph/incidents.ts';
import type { StandingIncident } from '../../graph/incidents.ts';
import type { Action } from '../../model/action.ts';
import { connection, type Order } from '../connection.ts';
import type { QueryResolvers } from '../schema.gen.ts';

export const Query: QueryResolvers = {
  viewer: (_, __, { viewer }) => viewer,

  async incidents(_, { status, all, ...page }, { graph }) {
    const standing = await incidents.standing(graph, all || status?.includes('closed') === true);
    return connection(whereStatus(standing, status), byScore, page);
  },

  incident: async (_, { id }, { graph }) => (await incidents.byId(graph, id)) ?? null,

  findings: async (_, page, { graph }) => connection(await findings.standing(graph), byTime, page),

  actions: async (_, { status, ...page }, { graph }) =>
    connection(whereStatus(await actions.all(graph), status), waitingFirst, page),
};

const whereStatus = <T extends { readonly status: string }>(items: readonly T[], wanted: readonly string[] | null | undefined) =>
  wanted ? items.filter(({ status }) => wanted.includes(status)) : items;

// The orders of cypher/incidents/standing, findings/standing and actions/all.
const byScore: Order<StandingIncident> = { name: 'incidents', keyOf: ({ score, lastAt, id }) => [-score, -lastAt, id] };
const byTime: Order<StandingFinding> = { name: 'findings', keyOf: ({ at, id }) => [at, id] };
const waitingFirst: Order<Action> = {
  name: 'actions',
  keyOf: ({ status, proposedAt, incident, order, id }) => [status === 'proposed' ? 0 : 1, -proposedAt, incident, order, id],
};
