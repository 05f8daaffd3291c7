import type { FindingResolvers } from '../schema.gen.ts';

export const Finding: FindingResolvers = {
  context: ({ contextRecords }) => contextRecords,
  incidentId: ({ incident }) => incident ?? null,
};
