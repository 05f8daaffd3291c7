// What people make of incidents.

import * as incidents from '../../graph/incidents.ts';
import { assign, close, reopen } from '../../respond/handling.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { MutationResolvers } from '../schema.gen.ts';
import { longestReason, textOf } from '../text.ts';

const longestName = 200;
const longestNote = 10_000;

export const Mutation: MutationResolvers = {
  assignIncident(_, { input }, context) {
    const owner = textOf('input.owner', input.owner, longestName);
    return handled(context, input, (it) => assign(it, owner));
  },

  async addNote(_, { input }, { graph, viewer, clock }) {
    const text = textOf('input.text', input.text, longestNote);
    if (text === undefined) throw badInput('input.text: expected what is to be noted, found nothing');
    const key = input.clientMutationId ?? '';
    const added = await incidents.addNote(graph, input.id, { by: viewer.name, at: clock() }, { key, text });
    return {
      note: null,
      incident: null,
      ...(added ?? {}),
      ...payload(input, added === undefined ? noSuch(input.id) : undefined),
    };
  },

  async closeIncident(_, { input }, context) {
    const { viewer, clock, rejudge } = context;
    const reason = textOf('input.reason', input.reason, longestReason);
    const word = { verdict: input.verdict, by: viewer.name, at: clock(), ...(reason === undefined ? {} : { reason }) };
    const closed = await handled(context, input, (it) => close(it, word));
    rejudge();
    return closed;
  },

  async reopenIncident(_, { input }, context) {
    const reopened = await handled(context, input, reopen);
    context.rejudge();
    return reopened;
  },
};

interface Input {
  readonly id: string;
  readonly clientMutationId?: string | null;
}

type Decide = Parameters<typeof incidents.handle>[3];

async function handled({ graph, viewer, clock }: Context, input: Input, decide: Decide) {
  const after = await incidents.handle(graph, input.id, { by: viewer.name, at: clock() }, decide);
  if (after === undefined) return { incident: null, ...payload(input, noSuch(input.id)) };
  if ('refusal' in after) return { incident: null, ...payload(input, { code: 'ILLEGAL_STATE', message: after.refusal }) };
  return { incident: after, ...payload(input) };
}

const noSuch = (id: string) => ({ code: 'NOT_FOUND', message: `there is no incident "${id}"` }) as const;

const payload = ({ clientMutationId = null }: Input, refusal?: { code: 'NOT_FOUND' | 'ILLEGAL_STATE'; message: string }) => ({
  userErrors: refusal === undefined ? [] : [{ ...refusal, path: ['input', 'id'] }],
  clientMutationId,
});
