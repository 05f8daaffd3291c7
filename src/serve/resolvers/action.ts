import type { Decision } from '../context.ts';
import { badInput } from '../errors.ts';
import type { ActionResolvers, ApproveActionInput, MutationResolvers } from '../schema.gen.ts';

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

// The audit keeps reasons for ever.
const longestReason = 2_000;

function reasonOf({ reason }: ApproveActionInput): string | undefined {
  const said = reason?.trim() ?? '';
  if (said.length > longestReason)
    throw badInput(`input.reason: expected at most ${longestReason} characters, found ${said.length}`);
  return said === '' ? undefined : said;
}

function payloadOf({ clientMutationId = null }: ApproveActionInput, decision: Decision) {
  if ('action' in decision) return { action: decision.action, userErrors: [], clientMutationId };

  const { code, message } = decision.refusal;
  const path = ['input', code === 'REASON_REQUIRED' ? 'reason' : 'id'];
  return { action: null, userErrors: [{ code, message, path }], clientMutationId };
}
