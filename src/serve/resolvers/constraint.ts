// What people say of which findings belong together. The pipeline, which runs next, makes it true of incidents.

import * as constraints from '../../graph/constraints.ts';
import type { Said } from '../../graph/constraints.ts';
import * as findings from '../../graph/findings.ts';
import * as incidents from '../../graph/incidents.ts';
import type { StandingIncident } from '../../graph/incidents.ts';
import type { KeptConstraint } from '../../model/handling.ts';
import { cut, MOST_FINDINGS, mergeOf, pin, shown, splitOf } from '../../respond/constraints.ts';
import type { Saying } from '../../respond/constraints.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { MutationResolvers, UserErrorCode } from '../schema.gen.ts';
import { textOf } from '../text.ts';

const longestReason = 500;
const mostMerged = 100;

export const Mutation: MutationResolvers = {
  async splitIncident(_, { input }, context) {
    if (input.findings.length > MOST_FINDINGS)
      throw badInput(`input.findings: expected at most ${MOST_FINDINGS} findings, found ${input.findings.length}`);
    const reason = reasonOf(input);
    if (reason === undefined) return refused(input, whyNot);
    const incident = await incidents.byId(context.graph, input.id);
    if (incident === undefined) return refused(input, noIncident(input.id, 'id'));

    const saying = splitOf(incident.findings, input.findings, await constraints.standing(context.graph));
    if ('refusal' in saying) return refused(input, illegal(saying.refusal, 'findings'));
    const details = `${saying.from.length} findings kept from ${saying.to.length}`;
    return said(context, input, reason, { saying, what: 'incident split', details, incident: incident.id }, 'findings');
  },

  async mergeIncidents(_, { input }, context) {
    const ids = [...new Set(input.ids)];
    if (ids.length < 2 || ids.length > mostMerged)
      throw badInput(`input.ids: expected 2 to ${mostMerged} incidents, found ${ids.length}`);
    const reason = reasonOf(input);
    if (reason === undefined) return refused(input, whyNot);
    const all = new Map<string, StandingIncident>();
    for (const id of ids) {
      const incident = await incidents.byId(context.graph, id);
      if (incident === undefined) return refused(input, noIncident(id, 'ids'));
      all.set(incident.id, incident);
    }
    const [first, ...others] = all.values();
    if (first === undefined || others.length === 0) return answered(context, input, undefined, [...all.keys()]);

    const saying = mergeOf([first, ...others]);
    const together = [first, ...others].flatMap((it) => it.findings);
    const details = [...all.keys()].join(' with ');
    return said(context, input, reason, { saying, together, what: 'incidents merged', details, incident: first.id }, 'ids');
  },

  pinLink: (_, { input }, context) => link(context, input, pin([input.from, input.to]), 'findings pinned'),
  cutLink: (_, { input }, context) => link(context, input, cut([input.from], [input.to]), 'findings cut'),

  async undoConstraint(_, { input }, context) {
    const { graph, viewer, clock, rejudge } = context;
    const reason = reasonOf(input);
    if (reason === undefined) return refused(input, whyNot);
    const kept = await constraints.byId(graph, input.id);
    const holders = kept === undefined ? [] : await holdersOf(context, kept);
    const after = await constraints.undo(graph, input.id, { by: viewer.name, at: clock() }, reason, holders[0]);
    if (after === undefined) return refused(input, { ...nothing, message: `there is no constraint ${shown(input.id)}` });
    rejudge();
    return answered(context, input, after, holders);
  },
};

interface Input {
  readonly reason: string;
  readonly clientMutationId?: string | null;
}

const reasonOf = ({ reason }: Input): string | undefined => textOf('input.reason', reason, longestReason);

async function link(
  context: Context,
  input: Input & { readonly from: string; readonly to: string },
  saying: Saying,
  what: string,
) {
  if (input.from === input.to) throw badInput(`input.to: expected another finding than input.from, found the same`);
  const reason = reasonOf(input);
  if (reason === undefined) return refused(input, whyNot);
  const standing = new Set((await findings.byIds(context.graph, [input.from, input.to])).map(({ id }) => id));
  for (const field of ['from', 'to'] as const)
    if (!standing.has(input[field]))
      return refused(input, { code: 'NOT_FOUND', message: `no finding ${shown(input[field])} stands`, field });
  const [incident] = await holdersOf(context, saying);
  return said(context, input, reason, { saying, what, details: `${input.from} and ${input.to}`, incident }, 'from');
}

async function said(context: Context, input: Input, reason: string, what: Said, field: string) {
  const { graph, viewer, clock, rejudge } = context;
  const holders = await holdersOf(context, what.saying);
  const asOf = await newest(context, holders, what.saying);
  const kept = await constraints.say(graph, what, { by: viewer.name, at: clock(), reason, asOf });
  if ('refusal' in kept) return refused(input, illegal(kept.refusal, field));
  rejudge();
  return answered(context, input, kept, holders);
}

const holdersOf = ({ graph }: Context, { from, to }: Pick<Saying, 'from' | 'to'>) => constraints.holders(graph, [...from, ...to]);

/** How far in event time what it is said of has been judged. */
async function newest({ graph }: Context, holders: readonly string[], { from, to }: Saying) {
  const [incident] = await standing(graph, holders.slice(0, 1));
  if (incident !== undefined) return incident.escalation.asOf;
  const [finding] = await findings.byIds(graph, [...from, ...to].slice(0, 1));
  return finding?.lastAt ?? 0;
}

async function standing(graph: Context['graph'], ids: readonly string[]): Promise<StandingIncident[]> {
  const found = await Promise.all(ids.map((id) => incidents.byId(graph, id)));
  return found.filter((incident) => incident !== undefined);
}

interface Trouble {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly field: string;
}

const nothing = { code: 'NOT_FOUND', field: 'id' } as const;
const whyNot: Trouble = { code: 'REASON_REQUIRED', message: 'say why', field: 'reason' };
const illegal = (message: string, field: string): Trouble => ({ code: 'ILLEGAL_STATE', message, field });
const noIncident = (id: string, field: string): Trouble => ({
  ...{ code: 'NOT_FOUND', field },
  message: `there is no incident ${shown(id)}`,
});

async function answered({ graph }: Context, input: Input, constraint: KeptConstraint | undefined, holders: readonly string[]) {
  const { clientMutationId = null } = input;
  return { constraint: constraint ?? null, incidents: await standing(graph, holders), userErrors: [], clientMutationId };
}

const refused = ({ clientMutationId = null }: Input, { code, message, field }: Trouble) => ({
  ...{ constraint: null, incidents: [], clientMutationId },
  userErrors: [{ code, message, path: ['input', field] }],
});
