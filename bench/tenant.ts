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
import { letterIn } from '../src/graph/mails.ts';
import { identified, resolve } from '../src/ingest/identity.ts';
import { withPlace } from '../src/ingest/place.ts';
import type { PlaceLookup } from '../src/ingest/place.ts';
import { readRecord } from '../src/ingest/read.ts';
import type { Reading } from '../src/ingest/read.ts';
import { mailModels } from '../src/jobs/mail.ts';
import { isLetter, shelfOf } from '../src/jobs/measuring.ts';
import type { Shelf } from '../src/jobs/measuring.ts';
import { measurementOf, packed, versionFor } from '../src/mail/measure.ts';
import type { Event } from '../src/model/event.ts';
import type { Finding } from '../src/model/finding.ts';
import { policyMet } from '../src/respond/policy.ts';
import { messageRecord } from '../src/tenant/message.ts';

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

/** Every message whole, whoever wrote it, or rows of the trace alone: the records are the same otherwise. */
export const mailWays = ['with whole mail', 'without'] as const;
export type MailWay = (typeof mailWays)[number];

/** Connections are measured by themselves (`learn/network.ts`); without them the same tenant takes a third of the time. */
const judgedTelemetry = { network: false };

/** Without whole mail, which takes longer to measure than all else to judge. */
export async function judged(options: SeedOptions, lookup: PlaceLookup): Promise<Judged> {
  return judgedAs(await told({ ...options, telemetry: { wholeMessages: 0, ...options.telemetry } }, lookup));
}

/** The same tenant judged either way. */
export async function judgedEitherWay(options: SeedOptions, lookup: PlaceLookup): Promise<Readonly<Record<MailWay, Judged>>> {
  const telling = await told({ ...options, telemetry: { ...options.telemetry, wholeMessages: 1 } }, lookup);
  return { 'with whole mail': judgedAs(telling), without: judgedAs(withoutLetters(telling)) };
}

function withoutLetters(telling: Told): Told {
  const events = telling.events.filter((event) => !isLetter(event));
  const left = new Set(events.map(({ id }) => id));
  return { ...telling, events, truth: new Map([...telling.truth].filter(([id]) => left.has(id))) };
}

interface Told extends Pick<Judged, 'truth' | 'programmes' | 'scene'> {
  /** With identities in place of names. */
  readonly events: readonly Event[];
  readonly whose: ReadonlyMap<string, string>;
  readonly shelf: Shelf;
}

function judgedAs({ events, whose, shelf, truth, programmes, scene }: Told): Judged {
  const judgement = judge(events, {
    detections,
    homeDomains: [],
    mail: { ...shelf, models: mailModels(), addresses: whose.keys(), personOf: (address) => whose.get(address) ?? address },
    released: (standing, asOf) => harmlessSince(standing, [], asOf),
  });
  const { findings } = judgement;
  const now = events.reduce((latest, { at }) => Math.max(latest, at), 0);
  return { findings, parts: partsOf(findings, now), programmes, truth, scene, judgement };
}

/** Nobody's word on authentication but that of the tenant's own service is believed: a home that names no server. */
const authservIds: ReadonlySet<string> = new Set();

/** A tenant's events, its letters measured, and which programme each event belongs to. */
async function told(options: SeedOptions, lookup: PlaceLookup): Promise<Told> {
  const events: Event[] = [];
  const sets: (readonly string[])[] = [];
  const truth = new Map<string, string>();
  const shelf = shelfOf(versionFor(authservIds));
  const telling = tell({ ...options, telemetry: { ...judgedTelemetry, ...options.telemetry } });
  for (const { record, truth: label } of telling.records()) {
    const { event, names, raw } = await readingOf(record, { file: options.seed, line: events.length + 1 });
    events.push(withPlace(event, lookup));
    sets.push(...names);
    if (label !== undefined) truth.set(event.id, label.programme);
    const letter = isLetter(event) ? letterIn(raw) : undefined;
    if (letter !== undefined) shelf.put(event.id, packed(measurementOf(letter, { authservIds })));
  }
  const whose = resolve(sets);
  const { programmes, scene } = telling;
  return { events: events.map((event) => identified(event, whose)), whose, shelf, truth, programmes, scene };
}

/** The text of a message as files of mail are read, any other record as it is. */
async function readingOf(record: object | string, where: { readonly file: string; readonly line: number }): Promise<Reading> {
  const found = typeof record === 'string' ? await messageRecord(Buffer.from(record)) : { record };
  const read = 'why' in found ? { reject: found } : readRecord(found.record, where);
  if ('reject' in read) throw new Error(`the seeded tenant wrote a record that cannot be read: ${read.reject.why}`);
  return read.reading;
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
