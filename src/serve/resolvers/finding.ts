import { surpriseTold } from '../../narrate/surprise.ts';
import { mutedUntil } from '../../respond/mutes.ts';
import { refuseReader } from '../roles.ts';
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
  async raw({ id, kind, operation, record }, _, { load, viewer, openings }) {
    // The record of a message is the message.
    if (kind === 'mail' && operation !== 'Message trace') {
      refuseReader(viewer);
      await openings.opened(viewer.name, record);
    }
    return (await load.raw.load(id)) ?? null;
  },
};

export const ActSurprise: ActSurpriseResolvers = {
  says: (surprise) => surpriseTold(surprise),
};
