import { requester } from '../../respond/life.ts';
import type { Decision } from '../../jobs/respond.ts';
import type { ActionResolvers, MutationResolvers } from '../schema.gen.ts';
import { longestReason, textOf } from '../text.ts';

export const Action: ActionResolvers = {
  incidentId: ({ incident }) => incident,
  requestedBy: (action) => requester(action),
};

export const Mutation: MutationResolvers = {
  approveAction: async (_, { input }, { decisions, viewer }) =>
    payloadOf(input, await decisions.approve(input.id, viewer.name, reasonOf(input))),

  denyAction: async (_, { input }, { decisions, viewer }) =>
    payloadOf(input, await decisions.deny(input.id, viewer.name, reasonOf(input))),

  revertAction: async (_, { input }, { decisions, viewer }) =>
    payloadOf(input, await decisions.revert(input.id, viewer.name, reasonOf(input))),

  async proposeAction(_, { input }, { decisions, viewer }) {
    const { action, target, incident, clientMutationId } = input;
    const asked = { action, target, incident, reason: reasonOf(input) ?? '' };
    const named = typeof clientMutationId === 'string' ? { ...asked, name: clientMutationId } : asked;
    return payloadOf(input, await decisions.ask(named, viewer.name));
  },
};

interface Input {
  readonly reason?: string | null;
  readonly clientMutationId?: string | null;
}

const reasonOf = ({ reason }: Input): string | undefined => textOf('input.reason', reason, longestReason);

function payloadOf({ clientMutationId = null }: Input, decision: Decision) {
  if ('action' in decision) return { action: decision.action, userErrors: [], clientMutationId };

  const { code, message, field = code === 'REASON_REQUIRED' ? 'reason' : 'id' } = decision.refusal;
  const path = ['input', field];
  return { action: null, userErrors: [{ code, message, path }], clientMutationId };
}
