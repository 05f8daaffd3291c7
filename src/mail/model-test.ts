// The tests a model carries in its own file: a small message, what the tenant knows of it, and whether the model is to hit.
//
// `values:` says outright what a metric measures, where no small message could show it.

import type { Vocabulary } from './condition-of.ts';
import type { MetricValues } from './metric.ts';
import { HOME, letterOf } from './letter.ts';
import { strangers } from './history-of.ts';
import type { Correspondence, History, Nearby, Protected } from './history.ts';
import type { MetricValue, Unit } from './metric.ts';
import { anyMap, expected, flagOf, listOf, mapOf, meant, needed, PlacedError, textOf, textsOf, wholeOf } from './placed.ts';
import type { Place, Placed } from './placed.ts';
import { isNumeric, quantity } from './quantity.ts';
import { known } from '../ingest/known.ts';
import type { RawMessage } from '../ingest/message-record.ts';
import { knownDomains } from '../learn/association/lookalike.ts';
import { days, hours } from '../model/time.ts';
import type { Instant } from '../model/time.ts';

export interface ModelTest {
  readonly says: string;
  readonly at: Place;
  readonly message: RawMessage;
  readonly history: History;
  /** What is taken as measured, whatever the message would give. */
  readonly values: MetricValues;
  readonly fires: boolean;
  /** Metrics that the hit must name. */
  readonly because: readonly string[];
  /** Other models that ask for something stronger of this message, and rightly. */
  readonly also: readonly string[];
}

const MOST = 100;

/** A mistake in it throws a PlacedError. */
export function modelTestOf(placed: Placed, vocabulary: Vocabulary): ModelTest {
  const map = mapOf(placed, 'a test', ['says', 'message', 'history', 'values', 'fires', 'because', 'also']);
  const { message, at } = letterOf(needed(map, 'message', placed, 'a test'));
  return {
    says: textOf(needed(map, 'says', placed, 'a test'), 'what a test says'),
    at: placed.at,
    message,
    history: map['history'] === undefined ? { ...strangers, homeDomains: new Set([HOME]) } : historyOf(map['history'], at),
    values: map['values'] === undefined ? {} : valuesOf(map['values'], vocabulary),
    fires: flagOf(needed(map, 'fires', placed, 'a test'), '`fires`'),
    because: map['because'] === undefined ? [] : listOf(map['because']).map((item) => metricNamed(item, vocabulary)),
    also: map['also'] === undefined ? [] : textsOf(map['also'], 'a model'),
  };
}

function metricNamed(placed: Placed, { metrics }: Vocabulary): string {
  const id = textOf(placed, 'a metric');
  if (!metrics.has(id)) throw new PlacedError(placed.at, `there is no metric "${id.slice(0, 60)}"${meant(id, metrics.keys())}`);
  return id;
}

function valuesOf(placed: Placed, { metrics }: Vocabulary): MetricValues {
  const entries = anyMap(placed, 'values').map(({ name, at, value }) => {
    const metric = metrics.get(name);
    if (metric === undefined)
      throw new PlacedError(at, `there is no metric "${name.slice(0, 60)}"${meant(name, metrics.keys())}`);
    return [name, valueOf(value, metric.unit)] as const;
  });
  return Object.fromEntries(entries);
}

function valueOf(placed: Placed, unit: Unit): MetricValue {
  if (isNumeric(unit)) return quantity(placed, unit);
  if (unit === 'flag') return flagOf(placed, 'a flag');
  return unit === 'text' ? textOf(placed, 'a text') : textsOf(placed, 'a text');
}

/** What the tenant knows, as of the message. */
function historyOf(placed: Placed, at: Instant): History {
  const map = mapOf(placed, '`history`', [
    ...['known', 'sender', 'domain', 'replyTo', 'association', 'protected', 'linked', 'threads', 'outpouring', 'together'],
    'findings',
  ]);
  const linked = counts(map['linked']);
  const threads = new Map(
    some(map['threads'], (it) => anyMap(it, '`threads`')).map(({ name, value }) => [name, textsOf(value, 'an address')]),
  );
  return known({
    isKnown: true,
    homeDomains: new Set([HOME]),
    known: knownDomains([HOME, ...some(map['known'], (it) => textsOf(it, 'a domain'))]),
    sender: map['sender'] === undefined ? none : correspondenceOf(map['sender'], at),
    domain: map['domain'] === undefined ? none : correspondenceOf(map['domain'], at),
    replyTo: map['replyTo'] && correspondenceOf(map['replyTo'], at),
    association: map['association'] && associationOf(map['association']),
    protected: some(map['protected'], listOf).map(protectedOf),
    linkedBefore: (domain: string) => linked.get(domain) ?? 0,
    thread: (id: string) => threads.get(id),
    outpouring: map['outpouring'] && outpouringOf(map['outpouring']),
    together: map['together'] && quantity(map['together'], 'share'),
    findings: some(map['findings'], listOf).map((item) => findingOf(item, at)),
  });
}

const some = <T>(placed: Placed | undefined, read: (placed: Placed) => readonly T[]): readonly T[] =>
  placed === undefined ? [] : read(placed).slice(0, MOST);

const count = (placed: Placed | undefined, what: string): number =>
  placed === undefined ? 0 : wholeOf(placed, what, 0, 1_000_000);

const counts = (placed: Placed | undefined): ReadonlyMap<string, number> =>
  new Map(some(placed, (it) => anyMap(it, '`linked`')).map(({ name, value }) => [name, count(value, 'a count')]));

function correspondenceOf(placed: Placed, at: Instant): Correspondence {
  const names = ['messages', 'days', 'firstDaysAgo', 'lastDaysAgo', 'recipientsReached', 'recipientsAnswered'];
  const map = mapOf(placed, 'earlier mail', names);
  const before = (name: string): Instant | undefined => map[name] && at - days(count(map[name], name));
  return known({
    messages: count(map['messages'], '`messages`'),
    days: count(map['days'], '`days`'),
    firstAt: before('firstDaysAgo'),
    lastAt: before('lastDaysAgo'),
    recipientsReached: count(map['recipientsReached'], '`recipientsReached`'),
    recipientsAnswered: count(map['recipientsAnswered'], '`recipientsAnswered`'),
  });
}

/** Nobody ever wrote, which is known. */
const none: Correspondence = { messages: 0, days: 0, recipientsReached: 0, recipientsAnswered: 0 };

function associationOf(placed: Placed): NonNullable<History['association']> {
  const probability = quantity(placed, 'probability');
  if (probability <= 0 || probability >= 1) throw expected(placed, 'a probability above 0 and below 1');
  return { probability, bits: -Math.log2(probability), baseline: 0, reasons: [], lookedAt: 1, of: 1 };
}

function protectedOf(placed: Placed): Protected {
  const map = mapOf(placed, 'somebody protected', ['name', 'addresses', 'vip']);
  return {
    name: textOf(needed(map, 'name', placed, 'somebody protected'), 'a name'),
    addresses: some(map['addresses'], (it) => textsOf(it, 'an address')),
    isVip: map['vip'] !== undefined && flagOf(map['vip'], '`vip`'),
  };
}

function outpouringOf(placed: Placed): NonNullable<History['outpouring']> {
  const map = mapOf(placed, '`outpouring`', ['lastHour', 'lastDay', 'mostInADay', 'newRecipients']);
  return {
    lastHour: count(map['lastHour'], '`lastHour`'),
    lastDay: count(map['lastDay'], '`lastDay`'),
    mostInADay: count(map['mostInADay'], '`mostInADay`'),
    newRecipients: count(map['newRecipients'], '`newRecipients`'),
  };
}

function findingOf(placed: Placed, at: Instant): Nearby {
  const map = mapOf(placed, 'a finding', ['who', 'detection', 'hoursAgo', 'serious']);
  return {
    who: textOf(needed(map, 'who', placed, 'a finding'), 'whom it is about'),
    detection: textOf(needed(map, 'detection', placed, 'a finding'), 'a detection'),
    at: at - hours(count(map['hoursAgo'], '`hoursAgo`')),
    isSerious: map['serious'] !== undefined && flagOf(map['serious'], '`serious`'),
  };
}
