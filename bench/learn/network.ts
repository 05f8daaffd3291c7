// How well what is learnt of machines and their destinations finds beacons, and how quiet it is.
//
// Three kinds of past: simulated offices as their sensors see them, quiet and with beacons put in by dice; recorded
// captures, too short to know what is usual, for quietness at the beginning; and names, genuine ones and ones made by
// dice. Connections are folded by the hour before they are judged, as ingest folds them.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tell } from '../../seed/seed.ts';
import { generatedNames } from '../../src/detect/rules/generated-names.ts';
import { outboundVolume } from '../../src/detect/rules/outbound-volume.ts';
import { rareDestination } from '../../src/detect/rules/rare-destination.ts';
import { judge } from '../../src/detect/run.ts';
import { root } from '../../src/graph/local/java.ts';
import { eventOf, foldOf, isFoldable, partOf } from '../../src/ingest/fold.ts';
import type { Part, Shared } from '../../src/ingest/fold.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { hostOf } from '../../src/learn/network/destination.ts';
import { lookOf, looksGenerated } from '../../src/learn/network/generated.ts';
import type { Connection, Event } from '../../src/model/event.ts';
import { severityRank } from '../../src/model/finding.ts';
import type { Finding } from '../../src/model/finding.ts';
import { seeded } from '../../src/model/seeded.ts';
import { dayOf, days, hours, minutes } from '../../src/model/time.ts';
import type { Instant, Millis } from '../../src/model/time.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';
import { unpacked } from '../archive.ts';
import { countInterval, shareInterval } from '../interval.ts';
import { DATA } from '../realism/recorded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';

type Options = Pick<SuiteOptions, 'seeds' | 'people' | 'days' | 'progress'>;

const detections = [rareDestination, generatedNames, outboundVolume];

export async function figures(options: Options): Promise<Figure[]> {
  return [...ofOffices(options), ...(await ofCaptures()), ...ofNames()];
}

// ── Simulated offices ─────────────────────────────────────────────────────────────────────────────────────

const PERIODS = [minutes(1), minutes(5), minutes(30), hours(2)];
const JITTERS = [0, 0.2, 0.5];
const MISSING = [0, 0.3];
const BEACON_DAYS = 3;

function ofOffices({ seeds, people, days: dayCount, progress }: Options): Figure[] {
  let hostDays = 0;
  const quiet: Finding[] = [];
  const withTimers: Finding[] = [];
  const trials = new Map<string, { found: number; of: number }>();
  for (let index = 0; index < seeds; index += 1) {
    const office = officeOf(`learn network ${index}`, people, dayCount);
    hostDays += hostDaysIn(office);
    quiet.push(...judged(office));
    withTimers.push(...judged([...office, ...timersIn(office, seeded(`timers ${index}`))]));
    const beacons = beaconsIn(office, seeded(`beacons ${index}`));
    const accused = new Set(judged([...office, ...beacons.flatMap(({ events }) => events)]).flatMap(({ because }) => because));
    for (const beacon of beacons) {
      const isFound = beacon.events.some(({ id }) => accused.has(id));
      for (const name of ['all', `jitter ${beacon.jitter * 100} %`, `missing ${beacon.missing * 100} %`]) {
        const trial = trials.get(name) ?? { found: 0, of: 0 };
        trials.set(name, { found: trial.found + Number(isFound), of: trial.of + 1 });
      }
    }
    progress(index + 1, seeds);
  }
  return [
    ...bySeverity('network, quiet offices', quiet, hostDays),
    ...bySeverity('network, quiet offices with harmless timers', withTimers, hostDays),
    ...[...trials].map(([name, { found, of }]) =>
      share(`network, beacons found: ${name}`, found, of, `beacons put into an office for ${BEACON_DAYS} days were found`),
    ),
  ];
}

/** What the sensors of a simulated company's offices tell in some weeks, folded. */
function officeOf(seed: string, people: number, dayCount: number): Event[] {
  const events: Connection[] = [];
  const telemetry = { network: true, messageTrace: false, alerts: false, nonInteractive: false, wholeMessages: 0 };
  for (const { source, record } of tell({ seed, people, days: dayCount, programmes: [], telemetry }).records()) {
    if (source !== 'network') continue;
    const read = readRecord(record, { file: seed, line: events.length + 1 });
    if ('reading' in read && read.reading.event.kind === 'connection') events.push(read.reading.event);
  }
  return folded(events);
}

interface Beacon {
  readonly events: readonly Event[];
  readonly jitter: number;
  readonly missing: number;
}

/** One of each kind, each on a machine of its own, to a place of its own, from the ninth day on. */
function beaconsIn(office: readonly Event[], rng: () => number): Beacon[] {
  const machines = shuffled(machinesIn(office), rng);
  const begin = (office[0]?.at ?? 0) + days(8);
  const beacons: Beacon[] = [];
  for (const period of PERIODS)
    for (const jitter of JITTERS)
      for (const missing of MISSING) {
        const kind = beacons.length;
        const address = machines[kind % machines.length] ?? '192.168.0.2';
        const times = timesOf(begin, period, jitter, missing, rng);
        const records = times.map((at, index) => beat(address, `198.18.${kind + 100}.1`, at, `beacon/${kind}/${index}`));
        beacons.push({ events: folded(records), jitter, missing });
      }
  return beacons;
}

const machinesIn = (office: readonly Event[]): string[] =>
  [...new Set(office.flatMap((event) => (event.kind === 'connection' ? (hostOf(event)?.key ?? []) : [])))].sort();

const shuffled = (names: readonly string[], rng: () => number): string[] =>
  names
    .map((name) => ({ name, at: rng() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);

/**
 * What keeps time in an office and means no harm: an agent and a clock on every machine, a nightly copy, one machine's own
 * updater since the first day, a tool that a team of five begins to use on the eleventh, and one that a single person does.
 */
function timersIn(office: readonly Event[], rng: () => number): Event[] {
  const addresses = machinesIn(office);
  const [begin, end] = [office[0]?.at ?? 0, office.at(-1)?.at ?? 0];
  const records: Connection[] = [];
  const timer = (address: string, it: Partial<Connection> & { to: string }, period: Millis, since: Instant, isByDay = false) => {
    for (let at = since + rng() * period; at < end; at += period * (0.97 + 0.06 * rng())) {
      if (isByDay && !isWorkingHour(at)) continue;
      const { domain, ...passed } = it;
      const record = beat(address, it.to, Math.floor(at), `timer/${records.length}`);
      records.push({ ...record, ...passed });
      if (domain !== undefined)
        records.push({ ...record, id: `${record.id}/tls`, act: `${record.id}/tls`, deed: 'negotiated', domain });
    }
  };
  for (const address of addresses) {
    timer(address, { to: '198.18.1.1' }, minutes(30), begin);
    timer(
      address,
      { to: '198.18.2.1', port: 123, transport: 'udp', service: 'ntp', bytesOut: 48, bytesIn: 48 },
      minutes(17),
      begin,
    );
  }
  const one = (): string => addresses[Math.floor(rng() * addresses.length)] ?? '';
  timer(one(), { to: '198.18.3.1', bytesOut: 2e9 }, days(1), begin);
  timer(one(), { to: '198.18.4.1' }, hours(1), begin);
  for (let member = 0; member < 5; member += 1)
    timer(one(), { to: '198.18.5.1', domain: 'board.example' }, minutes(10), begin + days(10), true);
  timer(one(), { to: '198.18.6.1', domain: 'tracker.example' }, minutes(15), begin + days(10), true);
  return folded(records);
}

const isWorkingHour = (at: Instant): boolean => (dayOf(at) + 3) % 7 < 5 && (at / hours(1)) % 24 >= 8 && (at / hours(1)) % 24 < 17;

/** Each pause is drawn anew, up to the jitter's share longer or shorter; beats are left out by chance. */
function timesOf(begin: Instant, period: Millis, jitter: number, missing: number, rng: () => number): Instant[] {
  const times: Instant[] = [];
  for (let at = begin + rng() * period; at < begin + days(BEACON_DAYS); at += period * (1 + jitter * (2 * rng() - 1)))
    if (rng() >= missing) times.push(Math.floor(at));
  return times;
}

function beat(address: string, to: string, at: Instant, id: string): Connection {
  return {
    ...{
      kind: 'connection',
      deed: 'connected',
      id,
      source: 'network',
      record: id,
      act: id,
      operation: 'Zeek conn',
      outcome: 'success',
    },
    ...{ at, lastAt: at + 300, address, to, port: 443, transport: 'tcp', service: 'tls' },
    ...{ count: 1, failures: 0, bytesOut: 900, bytesIn: 1_400, records: [] },
  };
}

// ── Recorded captures ─────────────────────────────────────────────────────────────────────────────────────

/** Captures of minutes to a day, most of them of machines under attack: nothing is known of these machines before. */
async function ofCaptures(): Promise<Figure[]> {
  const slips = join(root, DATA, 'slips');
  if (!existsSync(slips)) return [];
  const paths = [...readdirSync(slips).map((name) => join(slips, name)), join(root, DATA, 'otrf-apt29-zeek')];
  let hostDays = 0;
  let connections = 0;
  const findings: Finding[] = [];
  for (const path of paths) {
    const events = await captured(path);
    hostDays += hostDaysIn(events);
    connections += events.length;
    findings.push(...judged(events));
  }
  return bySeverity(`network, ${paths.length} captures (${connections} connections, folded)`, findings, hostDays);
}

async function captured(path: string): Promise<Event[]> {
  const events: Connection[] = [];
  for await (const raw of readPaths([path])) {
    if ('reject' in raw) continue;
    const read = readRecord(dated(raw.record), raw);
    if ('reading' in read && read.reading.event.kind === 'connection') events.push(read.reading.event);
  }
  return folded(events);
}

/** Where a capture's clock began at its own zero, it is set to some Monday. */
function dated(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const { ts, StartTime } = record as { ts?: unknown; StartTime?: unknown };
  if (typeof ts === 'number' && ts < 1e8) return { ...record, ts: ts + SOME_MONDAY };
  return typeof StartTime === 'string' && StartTime.startsWith('1970')
    ? { ...record, StartTime: StartTime.replace('1970/01/01', '2024/01/01') }
    : record;
}

const SOME_MONDAY = Date.UTC(2024, 0, 1) / 1000;

// ── Names ─────────────────────────────────────────────────────────────────────────────────────────────────

const MADE = 2_000;

function ofNames(): Figure[] {
  const rng = seeded('made names');
  const made = (alphabet: string, length: number): string[] =>
    Array.from(
      { length: MADE },
      () => `${Array.from({ length }, () => alphabet[Math.floor(rng() * alphabet.length)] ?? '').join('')}.example`,
    );
  const kinds: [string, readonly string[], string][] = [
    ['12 letters by dice', made('abcdefghijklmnopqrstuvwxyz', 12), 'look generated'],
    ['16 hexadecimal digits by dice', made('0123456789abcdef', 16), 'look generated'],
    ['5 syllables by dice', syllables(rng), 'look generated'],
    ['hosts named in genuine mail', genuineNames(), 'look generated, some of them made up by their owners'],
  ];
  return kinds
    .filter(([, names]) => names.length > 0)
    .map(([name, names, says]) =>
      share(`names, ${name}`, names.filter(looksGenerated).length, names.length, `names of seven letters or more ${says}`),
    );
}

function syllables(rng: () => number): string[] {
  const one = (letters: string): string => letters[Math.floor(rng() * letters.length)] ?? '';
  return Array.from(
    { length: MADE },
    () => `${Array.from({ length: 5 }, () => one('bcdfghjklmnpqrstvwz') + one('aeiou')).join('')}.example`,
  );
}

/** One name a registered label, of links and addresses in a corpus of mail of 2002 and 2003; empty where it is not there. */
function genuineNames(): string[] {
  const archive = join(root, DATA, 'spamassassin', 'spamassassin-public-corpus.tar.zst');
  if (!existsSync(archive)) return [];
  const text = unpacked(archive).toString('latin1');
  const byLabel = new Map<string, string>();
  for (const [, name = ''] of text.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+\.[a-z]{2,6})/gi)) {
    const look = lookOf(name.toLowerCase());
    if (look !== undefined) byLabel.set(look.label, name.toLowerCase());
  }
  return [...byLabel.values()];
}

// ── Judging ───────────────────────────────────────────────────────────────────────────────────────────────

const judged = (events: readonly Event[]): readonly Finding[] =>
  judge(events, { detections, homeDomains: [], released: () => new Set() }).findings;

/** Connections as ingest keeps them. */
function folded(events: readonly Connection[]): Event[] {
  const folds = new Map<string, { readonly shared: Shared; readonly parts: Part[] }>();
  const single: Event[] = [];
  for (const [line, event] of events.entries()) {
    if (!isFoldable(event)) {
      single.push(event);
      continue;
    }
    const { id, shared } = foldOf(event);
    const fold = folds.get(id) ?? { shared, parts: [] };
    folds.set(id, fold);
    fold.parts.push(partOf(event, { file: 'capture', line }));
  }
  return [...single, ...[...folds].map(([id, { shared, parts }]) => eventOf(id, shared, { prefix: '', parts }))].sort(
    (a, b) => a.at - b.at,
  );
}

function hostDaysIn(events: readonly Event[]): number {
  const seen = new Set<string>();
  for (const event of events) {
    const host = event.kind === 'connection' ? hostOf(event) : undefined;
    if (host !== undefined) seen.add(`${host.key}\n${dayOf(event.at)}`);
  }
  return seen.size;
}

const bySeverity = (name: string, findings: readonly Finding[], hostDays: number): Figure[] =>
  (['informational', 'low', 'medium'] as const).map((least) => {
    const count = findings.filter(({ severity }) => severityRank(severity) >= severityRank(least)).length;
    return perHostDay(`${name}: findings of ${least} severity or more`, count, hostDays);
  });

function perHostDay(name: string, count: number, hostDays: number): Figure {
  const { low, high } = countInterval(count);
  const per = (n: number): number => (hostDays === 0 ? 0 : (1000 * n) / hostDays);
  return {
    ...{ suite: 'learn', name, value: per(count), low: per(low), high: per(high), n: hostDays, unit: 'per 1,000 person-days' },
    says: `${count} in ${hostDays} days of machines that reached anything`,
  };
}

const share = (name: string, k: number, n: number, says: string): Figure => ({
  ...{ suite: 'learn', name, value: n === 0 ? 0 : k / n, ...shareInterval(k, n), n, unit: 'share' },
  says: `${k} of ${n} ${says}`,
});
