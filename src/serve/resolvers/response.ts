// What people let the machine do: the kill switch, and which detections count.

import { detections } from '../../detect/all.gen.ts';
import * as killSwitch from '../../graph/kill-switch.ts';
import * as mutes from '../../graph/mutes.ts';
import { rfc3339 } from '../../model/time.ts';
import { LONGEST_MUTE, mutedUntil } from '../../respond/mutes.ts';
import { nearest } from '../nearest.ts';
import { badInput } from '../errors.ts';
import type { DetectionResolvers, MutationResolvers, QueryResolvers, UserErrorCode } from '../schema.gen.ts';
import { longestReason, textOf } from '../text.ts';

export const Query: QueryResolvers = {
  response: async (_, __, { graph, mode, tenant }) => ({
    mode,
    tenant: tenant ?? null,
    killSwitch: await killSwitch.read(graph),
  }),
};

export const Mutation: MutationResolvers = {
  async setKillSwitch(_, { input }, { graph, viewer, clock, rejudge }) {
    const reason = reasonOf(input);
    if (reason === undefined) return { killSwitch: await killSwitch.read(graph), ...refusal(input, whyNot) };
    const after = await killSwitch.set(graph, input.on, { by: viewer.name, at: clock() }, reason);
    // What waited for it goes on.
    if (!after.on) rejudge();
    return { killSwitch: after, ...accepted(input) };
  },

  async muteDetection(_, { input }, { graph, viewer, clock, rejudge, load }) {
    const none = { mute: null, detection: null };
    const reason = reasonOf(input);
    const at = clock();
    const { detection: id, until, from } = { ...input, from: input.from ?? at };
    refuseSpan(from, until);
    const detection = detectionOf(id);
    if (detection === undefined) return { ...none, ...refusal(input, noSuch(id)) };
    if (reason === undefined) return { ...none, ...refusal(input, whyNot) };

    const mute = await mutes.add(graph, { detection: id, from, until, by: viewer.name, at, reason });
    if (mute === undefined) return { ...none, ...refusal(input, tooMany) };
    load.mutes.clear();
    rejudge();
    return { mute, detection, ...accepted(input) };
  },

  async unmuteDetection(_, { input }, { graph, viewer, clock, rejudge, load }) {
    const at = clock();
    const detection = detectionOf(input.detection);
    if (detection === undefined) return { detection: null, ...refusal(input, noSuch(input.detection)) };
    await mutes.end(graph, input.detection, input.from ?? at, { by: viewer.name, at }, reasonOf(input));
    load.mutes.clear();
    rejudge();
    return { detection, ...accepted(input) };
  },
};

export const Detection: DetectionResolvers = {
  muted: async ({ id }, _, { load, clock }) => mutedUntil(await load.mutes.load(), id, clock()) !== undefined,
  mutedUntil: async ({ id }, _, { load, clock }) => mutedUntil(await load.mutes.load(), id, clock()) ?? null,
  mutes: async ({ id }, _, { load }) => (await load.mutes.load()).filter(({ detection }) => detection === id).reverse(),
};

interface Input {
  readonly reason?: string | null;
  readonly clientMutationId?: string | null;
}

const reasonOf = ({ reason }: Input): string | undefined => textOf('input.reason', reason, longestReason);

const detectionOf = (id: string) => detections.find((it) => it.id === id);

function refuseSpan(from: number, until: number): void {
  if (until <= from)
    throw badInput(`input.until: expected a time after ${rfc3339(from)}, when it would begin, found ${rfc3339(until)}`);
  if (until - from > LONGEST_MUTE)
    throw badInput(
      `input.until: expected ${rfc3339(from + LONGEST_MUTE)} at the latest, 90 days after it would begin, found ${rfc3339(until)}`,
    );
}

interface Trouble {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly field: string;
}

const whyNot: Trouble = { code: 'REASON_REQUIRED', message: 'say why', field: 'reason' };

const tooMany: Trouble = {
  code: 'ILLEGAL_STATE',
  message: `there are ${mutes.MOST_MUTES} mutes already; take some back with unmuteDetection`,
  field: 'detection',
};

function noSuch(id: string): Trouble {
  const like = nearest(
    id,
    detections.map((it) => it.id),
  );
  const message = `there is no detection "${id}"; closest are ${like.join(', ')}; the query "detections" lists them all`;
  return { code: 'NOT_FOUND', message, field: 'detection' };
}

const accepted = ({ clientMutationId = null }: Input) => ({ userErrors: [], clientMutationId });
const refusal = ({ clientMutationId = null }: Input, { code, message, field }: Trouble) => ({
  userErrors: [{ code, message, path: ['input', field] }],
  clientMutationId,
});
