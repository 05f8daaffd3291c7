// Labelled records as the product reads and judges them, and a grouping of its findings told in records again.

import { detections } from '../../src/detect/all.gen.ts';
import { judge } from '../../src/detect/run.ts';
import { identified, resolve } from '../../src/ingest/identity.ts';
import { withPlace } from '../../src/ingest/place.ts';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Grouping, Truth } from './scores.ts';
import type { Labelled } from './streams.ts';

export interface JudgedStream {
  readonly findings: readonly Finding[];
  /** Id of a record → its label. */
  readonly truth: Truth;
}

/** Throws where a record cannot be read: whoever wrote it is at fault. */
export function judgedStream(alerts: readonly Labelled[], domain: string, lookup: PlaceLookup): JudgedStream {
  const truth = new Map<string, string>();
  const names: (readonly string[])[] = [];
  const events: Event[] = [];
  for (const [index, { record, label }] of alerts.entries()) {
    const read = readRecord(record, { file: 'stream', line: index + 1 });
    if ('reject' in read) throw new Error(`alert ${index + 1} of the stream cannot be read: ${read.reject.why}`);
    events.push(withPlace(read.reading.event, lookup));
    names.push(...read.reading.names);
    truth.set(read.reading.event.id, label);
  }
  const whose = resolve(names);
  const { findings } = judge(
    events.map((event) => identified(event, whose)),
    { detections, homeDomains: [domain], released: () => new Set() },
  );
  return { findings, truth };
}

/** Groups of findings as groups of the records they accuse. */
export function recordsOf(groups: Grouping, findings: readonly Finding[]): Grouping {
  const because = new Map(findings.map(({ id, because: records }) => [id, records]));
  return groups.map((group) => group.flatMap((id) => because.get(id) ?? []));
}
