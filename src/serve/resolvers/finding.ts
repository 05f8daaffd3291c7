import { surpriseTold } from '../../narrate/surprise.ts';
import { mutedUntil } from '../../respond/mutes.ts';
import type { ActSurpriseResolvers, FindingResolvers, EventResolvers } from '../schema.gen.ts';

export const Finding: FindingResolvers = {
  context: ({ contextRecords }) => contextRecords,
  incidentId: ({ incident }) => incident ?? null,

  muted: async ({ detection, at }, _, { load }) => mutedUntil(await load.mutes.load(), detection, at) !== undefined,
  mutedUntil: async ({ detection, at }, _, { load }) => mutedUntil(await load.mutes.load(), detection, at) ?? null,

  async number({ id, incident }, _, { load }) {
    const place = incident === undefined ? -1 : (await load.order.load(incident)).indexOf(id);
    return place < 0 ? null : place + 1;
  },

  evidence: async ({ id }, _, { load }) => (await load.evidence.load(id)).accused,
  comparedWith: async ({ id }, _, { load }) => (await load.evidence.load(id)).compared,
};

export const Event: EventResolvers = {
  raw: async ({ id }, _, { load }) => (await load.raw.load(id)) ?? null,
};

export const ActSurprise: ActSurpriseResolvers = {
  says: (surprise) => surpriseTold(surprise),
};
