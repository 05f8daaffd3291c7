import type { Decision } from '../context.ts';
import type { ActionResolvers, ApproveActionInput, MutationResolvers } from '../schema.gen.ts';
import { longestReason, textOf } from '../text.ts';

export const Action: ActionResolvers = {
  incidentId: ({ incident }) => incident,
};

export const Mutation: MutationResolvers = {
  approveAction: async (_, { input }, { decisions, viewer }) =>
    payloadOf(input, await decisions.approve(input.id, viewer.name, reasonOf(input))),

  denyAction: async (_, { input }, { decisions, viewer }) =>
    payloadOf(input, await decisions.deny(input.id, viewer.name, reasonOf(input))),

  revertAction: async (_, { input }, { decisions, viewer }) =>
    payloadOf(input, await decisions.revert(input.id, viewer.name, reasonOf(input))),
};

const reasonOf = ({ reason }: ApproveActionInput): string | undefined => textOf('input.reason', reason, longestReason);

function payloadOf({ clientMutationId = null }: ApproveActionInput, decision: Decision) {
  if ('action' in decision) return { action: decision.action, userErrors: [], clientMutationId };

  const { code, message } = decision.refusal;
  const path = ['input', code === 'REASON_REQUIRED' ? 'reason' : 'id'];
  return { action: null, userErrors: [{ code, message, path }], clientMutationId };
}
