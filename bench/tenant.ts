// A seeded tenant's telemetry, read and judged as the pipeline would, without a database.

import type { Programme } from '../seed/programmes/programme.ts';
import { tell } from '../seed/seed.ts';
import type { SeedOptions } from '../seed/seed.ts';
import type { Scene } from '../seed/world.ts';
import { escalationOf } from '../src/assess/escalation.ts';
import { harmlessSince } from '../src/assess/release.ts';
import { partition } from '../src/correlate/partition.ts';
import { detections } from '../src/detect/all.gen.ts';
import { judge } from '../src/detect/run.ts';
import type { Judgement } from '../src/detect/run.ts';
import { identified, resolve } from '../src/ingest/identity.ts';
import { withPlace } from '../src/ingest/place.ts';
import type { PlaceLookup } from '../src/ingest/place.ts';
import { readRecord } from '../src/ingest/read.ts';
import type { Event } from '../src/model/event.ts';
import type { Finding } from '../src/model/finding.ts';
import { policyMet } from '../src/respond/policy.ts';

/** One incident: its findings, the records they accuse, and the most likely it ever was to grow. */
export interface Part {
  readonly findings: readonly Finding[];
  readonly events: ReadonlySet<string>;
  readonly peak: number;
  readonly policyMet: boolean;
}

export interface Judged {
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
  readonly programmes: readonly Programme[];
  /** Event id → id of the programme it belongs to. */
  readonly truth: ReadonlyMap<string, string>;
  readonly scene: Scene;
  readonly judgement: Judgement;
}

/** Connections are measured by themselves (`learn/network.ts`) and whole messages are not judged yet; without them the same tenant takes a third of the time. */
const judgedTelemetry = { network: false, wholeMessages: 0 };

export function judged(options: SeedOptions, lookup: PlaceLookup): Judged {
  const { events, truth, programmes, scene } = told(options, lookup);
  const judgement = judge(events, {
    detections,
    homeDomains: [],
    released: (standing, asOf) => harmlessSince(standing, [], asOf),
  });
  const { findings } = judgement;
  const now = events.reduce((latest, { at }) => Math.max(latest, at), 0);
  return { findings, parts: partsOf(findings, now), programmes, truth, scene, judgement };
}

/** A tenant's events with identities in place of names, and which programme each event belongs to. */
function told(options: SeedOptions, lookup: PlaceLookup) {
  const events: Event[] = [];
  const sets: (readonly string[])[] = [];
  const truth = new Map<string, string>();
  const telling = tell({ ...options, telemetry: { ...judgedTelemetry, ...options.telemetry } });
  for (const { record, truth: label } of telling.records()) {
    const read = readRecord(record, { file: options.seed, line: events.length + 1 });
    if ('reject' in read) throw new Error(`the seeded tenant wrote a record that cannot be read: ${read.reject.why}`);
    const event = withPlace(read.reading.event, lookup);
    events.push(event);
    sets.push(...read.reading.names);
    if (label !== undefined) truth.set(event.id, label.programme);
  }
  const whose = resolve(sets);
  return { events: events.map((event) => identified(event, whose)), truth, programmes: telling.programmes, scene: telling.scene };
}

function partsOf(findings: readonly Finding[], now: number): Part[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return partition(findings).map((cluster) => {
    const members = cluster.findings.flatMap((id) => byId.get(id) ?? []);
    return {
      findings: members,
      events: new Set(members.flatMap(({ because }) => because)),
      peak: escalationOf(members, now).peak.probability,
      policyMet: policyMet(members).met,
    };
  });
}
