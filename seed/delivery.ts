// When records arrive: each service hands them on in its own time, now and then
// twice, and after a failure all at once. Nothing is lost, and no record is
// changed: only the order and the moment are decided here.
//
// What waits is held as records that are not made yet, and no longer than it
// waits.

import { days, hours, minutes, seconds, type Instant, type Millis } from '../src/model/time.ts';
import type { Calendar } from './calendar.ts';
import type { Rng } from './random.ts';
import type { SeedRecord, SourceId } from './record.ts';

export interface Delivered {
  readonly record: SeedRecord;
  readonly arrivesAt: Instant;
}

export interface DeliveryOptions {
  /** Without them everything arrives as it happens, an alert when it is raised. */
  readonly faults: boolean;
  readonly rng: Rng;
  readonly calendar: Calendar;
  /** How far behind the latest record so far a later one may lie; what waits is held that much longer. A day when left out. */
  readonly disorder?: Millis;
}

/**
 * Records in order of arrival, ties by id. Throws RangeError when a record comes further behind than `disorder` allows:
 * it could no longer be put in order.
 */
export function* deliver(records: Iterable<SeedRecord>, options: DeliveryOptions): Generator<Delivered> {
  const { disorder = days(1) } = options;
  const fate = options.faults ? faultyService(options) : punctualService;
  const waiting = createQueue();
  let latest = -Infinity;

  for (const record of records) {
    if (record.at < latest - disorder) throw new RangeError(tooLate(record, latest, disorder));
    for (const arrivesAt of fate(record)) waiting.add({ record, arrivesAt });
    if (record.at <= latest) continue;
    latest = record.at;
    // Nothing arrives before it happened, so nothing still to come can arrive before this.
    yield* waiting.until(latest - disorder);
  }
  yield* waiting.until(Infinity);
}

const tooLate = ({ source, id, at }: SeedRecord, latest: Instant, disorder: Millis): string =>
  `records: at most ${disorder / hours(1)} hours behind one another; found ${source} ${id} of ${new Date(at).toISOString()} after one of ${new Date(latest).toISOString()}`;

/** Every moment at which a record arrives, at least one. */
type Service = (record: SeedRecord) => readonly Instant[];

const punctualService: Service = ({ at, writtenAt }) => [writtenAt ?? at];

// ── The services' own time ─────────────────────────────────────────────────────────────────────

/** Of the delay in minutes: the least, the middle, how wide, the most; and how many of a thousand take far longer. */
interface Lag {
  readonly least: number;
  readonly median: number;
  readonly spread: number;
  readonly most: number;
  readonly late: number;
  readonly latest: number;
}

const lag = (least: number, median: number, spread: number, most: number, late = 0, latest = most): Lag => ({
  least,
  median,
  spread,
  most,
  late,
  latest,
});

// Where the figures are from:
// - Unified audit log: "Search the audit log", learn.microsoft.com/purview/audit-search: typically 60 to 90 minutes for
//   the core services, no time promised; the Management Activity API's page says up to 24 hours at worst.
// - Entra logs: "Microsoft Entra monitoring and health FAQ" (reports-faq): minutes for nearly all; sign-ins with a second
//   factor are put together from several entries, which rarely takes up to two hours.
// - Message trace: learn.microsoft.com/exchange/monitoring/trace-an-email-message: minutes, at times an hour or more.
// - Zeek's JSON streaming writer: as fast as its consumer; rotated files a few minutes.
// - Alerts: from `writtenAt` on, connectors that poll every few minutes.
const office = lag(15, 38, 0.45, 90, 12, 1440);
const lags: Readonly<Record<SourceId, Lag>> = {
  'm365-audit': office,
  'entra-sign-in': lag(2, 4, 0.4, 10, 6, 120),
  'entra-audit': lag(2, 5, 0.5, 15, 2, 60),
  email: lag(5, 12, 0.6, 60, 4, 240),
  network: lag(0.05, 0.3, 0.8, 5),
  'security-alert': lag(1, 6, 0.7, 45, 10, 360),
};

/** Feeds of a source that keep another time. */
const feeds: Readonly<Record<string, Lag>> = {
  AzureActiveDirectory: lag(8, 22, 0.5, 75, 8, 720),
  Copilot: lag(30, 75, 0.5, 240, 12, 1440),
  nonInteractive: lag(3, 7, 0.5, 25, 6, 180),
  servicePrincipal: lag(3, 7, 0.5, 25, 6, 180),
  message: lag(0.1, 0.6, 0.7, 10),
};

const twicePerThousand = 3;

/** Delays, doubles and outages; all of them from the record's name, so that no record's arrival depends on another's. */
function faultyService({ rng, calendar }: DeliveryOptions): Service {
  const outages = planOutages(rng, calendar);
  const salt = rng.fork('arrivals').int(0, 0xffffffff);

  return (record) => {
    const { at, source, writtenAt = at, feed = '' } = record;
    const dice = diceOf(salt, source, record.id);
    const first = writtenAt + delay(dice, feeds[feed] ?? lags[source]);
    const arrival = backfilled(outages.get(source) ?? [], first, dice);
    const again = dice() * 1000 < twicePerThousand;
    return again ? [arrival, arrival + Math.round(minutes(1 + dice() * 240))] : [arrival];
  };
}

function delay(dice: () => number, { least, median, spread, most, late, latest }: Lag): Millis {
  const isLate = dice() * 1000 < late;
  if (isLate) return Math.round(minutes(most + dice() * (latest - most)));
  // Box and Muller's transform; 1 − dice() keeps the logarithm finite.
  const normal = Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
  return Math.round(minutes(Math.min(most, Math.max(least, median * Math.exp(spread * normal)))));
}

interface Outage {
  readonly from: Instant;
  readonly until: Instant;
}

/** A few a month, of one source each, for hours. */
function planOutages(rng: Rng, { start, dayCount }: Calendar): ReadonlyMap<SourceId, readonly Outage[]> {
  const sources = Object.keys(lags) as SourceId[];
  return new Map(
    sources.map((source) => {
      const dice = rng.fork(`outages/${source}`);
      const planned = Array.from({ length: dice.poisson((dayCount / 30) * 0.6) }, () => {
        const from = start + Math.round(dice.between(0, days(dayCount)));
        return { from, until: from + Math.round(hours(Math.min(18, Math.max(2, dice.lognormal(5, 0.5))))) };
      });
      return [source, planned.sort((a, b) => a.from - b.from)] as const;
    }),
  );
}

/** What would have come meanwhile comes within minutes of the end. */
function backfilled(outages: readonly Outage[], arrival: Instant, dice: () => number): Instant {
  let moment = arrival;
  for (const { from, until } of outages) {
    if (moment >= from && moment < until) moment = Math.round(until + seconds(dice() * 600));
  }
  return moment;
}

/** Numbers in [0, 1) out of a name: the FNV hash, stirred by the SplitMix finaliser. */
function diceOf(salt: number, source: SourceId, id: string): () => number {
  let state = hashOf(id, hashOf(source, salt ^ 0x811c9dc5));
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x100000000;
  };
}

function hashOf(text: string, start: number): number {
  let state = start;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state;
}

// ── What waits ─────────────────────────────────────────────────────────────────────────────────

interface Queue {
  add(it: Delivered): void;
  /** Takes out, in order, every whole minute that lies before that moment. */
  until(moment: Instant): Generator<Delivered>;
}

function inOrder(a: Delivered, b: Delivered): number {
  if (a.arrivesAt !== b.arrivesAt) return a.arrivesAt - b.arrivesAt;
  if (a.record.id !== b.record.id) return a.record.id < b.record.id ? -1 : 1;
  return a.record.source < b.record.source ? -1 : 1;
}

/** Records by minute, each minute sorted when its time has come: far cheaper than to keep all in order all the time. */
function createQueue(): Queue {
  const waiting = new Map<number, Delivered[]>();
  const minute = minutes(1);
  let first = Infinity;
  let last = -Infinity;

  function add(it: Delivered): void {
    const when = Math.floor(it.arrivesAt / minute);
    const others = waiting.get(when);
    if (others === undefined) waiting.set(when, [it]);
    else others.push(it);
    first = Math.min(first, when);
    last = Math.max(last, when);
  }

  function* until(moment: Instant): Generator<Delivered> {
    // From one minute to the next: to look through all that waits, for each record that comes, costs far more.
    for (; first <= last && (first + 1) * minute <= moment; first += 1) {
      yield* (waiting.get(first) ?? []).sort(inOrder);
      waiting.delete(first);
    }
  }

  return { add, until };
}
