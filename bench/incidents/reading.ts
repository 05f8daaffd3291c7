// Recorded files as events, each with its record beside it, for the labels it may hold.

import { join } from 'node:path';
import { detections } from '../../src/detect/all.gen.ts';
import { judge } from '../../src/detect/run.ts';
import { root } from '../../src/graph/local/java.ts';
import { identified, resolve } from '../../src/ingest/identity.ts';
import { withPlace } from '../../src/ingest/place.ts';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/finding.ts';
import { readMappings } from '../../src/tenant/mappings.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';
import { DATA } from '../realism/recorded.ts';

export interface Recorded {
  readonly event: Event;
  readonly names: readonly (readonly string[])[];
  readonly record: unknown;
  /** From 1. */
  readonly line: number;
}

export const pathOf = (...names: readonly string[]): string => join(root, DATA, ...names);

/** What cannot be read is left out, as ingest does. */
export async function* recordedIn(path: string, lookup: PlaceLookup): AsyncGenerator<Recorded> {
  const mappings = readMappings([join(root, 'mappings')]);
  for await (const raw of readPaths([path])) {
    if ('reject' in raw) continue;
    const read = readRecord(raw.record, raw, { mappings });
    if ('reject' in read) continue;
    const { event, names } = read.reading;
    yield { event: withPlace(event, lookup), names, record: raw.record, line: raw.line };
  }
}

/** Equal lines are one event. */
export function findingsOf(records: readonly Pick<Recorded, 'event' | 'names'>[]): readonly Finding[] {
  const whose = resolve(records.flatMap(({ names }) => names));
  const events = new Map(records.map(({ event }) => [event.id, event]));
  const options = { detections, homeDomains: [], released: () => new Set<string>() };
  return judge(
    [...events.values()].map((event) => identified(event, whose)),
    options,
  ).findings;
}
