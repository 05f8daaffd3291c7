// How the product itself is doing.

import { detections } from '../../detect/all.gen.ts';
import * as audit from '../../graph/audit.ts';
import type { RecordedEntry } from '../../graph/audit.ts';
import * as sources from '../../graph/sources.ts';
import { connection, type Order } from '../connection.ts';
import type { AuditEntryResolvers, QueryResolvers, SourceResolvers } from '../schema.gen.ts';

export const Query: QueryResolvers = {
  audit: (_, page, { graph }) =>
    connection(
      newestFirst,
      { rows: ([before], limit) => audit.page(graph, before, limit), count: () => audit.count(graph) },
      page,
    ),

  async auditVerified(_, __, { graph }) {
    const check = await audit.verified(graph);
    return check.intact
      ? { intact: true, entries: check.entries }
      : { intact: false, order: check.sequence, because: check.because };
  },

  jobs: (_, __, { jobs }) => jobs(),
  sources: (_, __, { graph }) => sources.all(graph),
  detections: () => detections,
};

const newestFirst: Order<RecordedEntry, readonly [number]> = {
  name: 'audit',
  start: [Number.MAX_SAFE_INTEGER],
  keyOf: ({ sequence }) => [sequence],
};

export const AuditEntry: AuditEntryResolvers = {
  order: ({ sequence }) => sequence,
  action: ({ action }) => action ?? null,
};

export const Source: SourceResolvers = {
  latestMs: ({ latest }) => latest,
  rejectedAt: ({ rejectedAt }) => (rejectedAt === 0 ? null : rejectedAt),
  rejectedWhy: ({ rejectedWhy }) => (rejectedWhy === '' ? null : rejectedWhy),
};
