// Events as a person looks at them: what a record said in a line, and the record itself when it is asked for.

import type { Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** One event, without its raw record. Which of the rest is known depends on its source. */
export interface RecordedEvent {
  readonly id: string;
  readonly kind?: string;
  readonly source?: string;
  /** The id its source gave it, else FILE:LINE. */
  readonly record: string;
  readonly at?: Instant;
  readonly arrivedAt?: Instant;
  readonly operation?: string;
  readonly outcome?: string;
  readonly actor?: string;
  readonly address?: string;
  readonly country?: string;
  readonly userAgent?: string;
}

export interface Evidence {
  readonly accused: readonly RecordedEvent[];
  readonly compared: readonly RecordedEvent[];
}

/** Of each finding the first `limit` events it accuses, and of those it was compared with, in (at, id) order. */
export async function evidence(graph: Graph, findings: readonly string[], limit: number): Promise<ReadonlyMap<string, Evidence>> {
  const found = new Map<string, { accused: RecordedEvent[]; compared: RecordedEvent[] }>();
  for (const { finding, isAccused, event } of await graph.run(queries.findings.evidence, { ids: findings, limit })) {
    const of = found.get(finding) ?? { accused: [], compared: [] };
    found.set(finding, of);
    of[isAccused ? 'accused' : 'compared'].push(recorded(event));
  }
  return found;
}

/** The raw record of each event there is, up to `longest` characters. */
export async function raw(graph: Graph, events: readonly string[], longest: number): Promise<ReadonlyMap<string, string>> {
  return new Map((await graph.run(queries.findings.raw, { ids: events, longest })).map((row) => [row.id, row.raw]));
}

/** The names are those of the query; a property the node lacks comes back as null. */
export const recorded = (fields: object): RecordedEvent =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as unknown as RecordedEvent;
