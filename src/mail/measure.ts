// A message in two steps: what can be measured of it once and for all, and what is asked of a tenant each time it is judged.
//
// Reading a message costs milliseconds, judging what was measured of it a tenth of one; and a replay judges all mail there is,
// each time. Most metrics ask nobody: they are measured when the message is first seen, and kept. The others read the head and
// where it leads, which is kept beside them; so both steps together say what `verdictOf` says of the whole message.

import { digestOf } from '../ingest/digest.ts';
import { known } from '../ingest/known.ts';
import type { CheckedAuthentication, RawMessage } from '../ingest/message-record.ts';
import { registrableOf } from '../ingest/registered-name.ts';
import { sampleOf } from './campaign/sample-of.ts';
import type { Sample } from './campaign/sample.ts';
import { onceOf } from './family-metrics.ts';
import { strangers } from './history-of.ts';
import type { History } from './history.ts';
import { weights as inducementWeights } from './inducement-weights.ts';
import type { Link } from './link.ts';
import type { Measurement } from './measurement.ts';
import { messageOf } from './message-of.ts';
import type { Home } from './message-of.ts';
import type { Authentication, Message } from './message.ts';
import type { Metric, MetricValue, MetricValues } from './metric.ts';
import { metrics } from './metrics.ts';
import type { Model } from './model.ts';
import { readingOf } from './reading-of.ts';
import type { Reading } from './reading.ts';
import { lexicon } from './text/concept.ts';
import { verdictOn } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Of other provenance than the tenant, and yet of another value in another one: they compare with domains it knows. */
const COMPARING: ReadonlySet<string> = new Set([
  'routing.helo-claims-home',
  'domains.author-lookalike',
  'domains.author-lookalike-of',
  'domains.author-lookalike-how',
  'domains.author-lookalike-closeness',
  'domains.author-like-recipients',
  'domains.author-unregistered',
  'domains.reply-to-lookalike',
  'domains.link-lookalike',
  'domains.link-lookalikes',
  'domains.recipient-named',
  'domains.recipient-in-author-domain',
  'domains.recipient-in-link-host',
]);

/** Whether it may say something else of the same message in another tenant, or at another time. */
export const asksTenant = ({ id, from }: Pick<Metric, 'id' | 'from'>): boolean => from === 'tenant' || COMPARING.has(id);

const isAsked: readonly boolean[] = metrics.map(asksTenant);

/** Raised when what is kept of a message changes but for its metrics. */
const FORM = 1;

/** What a measurement made now is called: another program, or one that believes other servers, measures something else. */
export const versionFor = onceOf((authservIds: ReadonlySet<string>): string =>
  digestOf(
    JSON.stringify([FORM, metrics.map(({ id, version }) => [id, version]), inducementWeights, lexicon, [...authservIds].sort()]),
    16,
  ),
);

export function measurementOf(raw: RawMessage, home: Pick<Home, 'authservIds'>): Measurement {
  const { authservIds } = home;
  const message = messageOf(raw, { homeDomains: strangers.homeDomains, authservIds });
  const reading = readingOf(message, strangers);
  return {
    version: versionFor(authservIds),
    values: valuesOf((metric, index) => (isAsked[index] === true ? undefined : metric.of(reading))),
    head: headOf(raw, message.authentication),
    leadsTo: [...new Set(reading.links.flatMap(({ scheme, host }) => (host === undefined ? [] : `${scheme}://${host}`)))],
    sample: sampleOf(reading),
  };
}

function valuesOf(of: (metric: Metric, index: number) => MetricValue | undefined): MetricValues {
  const values: Record<string, MetricValue> = {};
  for (const [index, metric] of metrics.entries()) {
    const value = of(metric, index);
    if (value !== undefined) values[metric.id] = value;
  }
  return values;
}

/** Headers that the metrics which ask a tenant are read from, or that tell direction and time. */
const HEADERS: ReadonlySet<string> = new Set([
  ...['from', 'return-path', 'date', 'received', 'references', 'in-reply-to', 'thread-index'],
  ...['x-ms-exchange-organization-messagedirectionality', 'x-forefront-antispam-report'],
]);

function headOf(raw: RawMessage, authentication: Authentication): RawMessage {
  const { from, sender, returnPath, to, cc, bcc, replyTo, subject, messageId, date, receivedAt, size, received } = raw;
  return known({
    headers: raw.headers.filter(({ name }) => HEADERS.has(name.toLowerCase())),
    ...{ from, sender, returnPath, to, cc, bcc, replyTo, subject, messageId, date, receivedAt },
    attachments: [],
    ...{ size, received },
    defects: [],
    checked: checkedOf(authentication),
  });
}

/** As it was believed then: whose word counts was settled when it was measured. */
const checkedOf = ({ spf, dkim, dmarc, arc, spfDomain, dkimDomains }: Authentication): CheckedAuthentication =>
  known({
    spf: spf === undefined ? undefined : known({ result: spf, domain: spfDomain }),
    dkim:
      dkimDomains.length > 0
        ? dkimDomains.map((domain) => ({ result: 'pass', domain }))
        : dkim === undefined
          ? []
          : [{ result: dkim }],
    dmarc: dmarc === undefined ? undefined : { result: dmarc },
    arc: arc === undefined ? undefined : { result: arc, sets: 0 },
  });

/** A measured message, ready to be held against a tenant. */
export interface Opened {
  readonly measurement: Measurement;
  /** Its head. */
  readonly message: Message;
  readonly links: readonly Link[];
  /** Registered domains it leads to. */
  readonly leadsTo: readonly string[];
}

export function opened(measurement: Measurement, homeDomains: ReadonlySet<string>): Opened {
  const links = measurement.leadsTo.map(linkTo);
  return {
    measurement,
    message: messageOf(measurement.head, { homeDomains, authservIds: NOBODY }),
    links,
    leadsTo: [...new Set(links.flatMap(({ registered }) => registered ?? []))],
  };
}

const NOBODY: ReadonlySet<string> = new Set();

function linkTo(place: string): Link {
  const at = place.indexOf('://');
  const [scheme, host] = [place.slice(0, at), place.slice(at + 3)];
  return known({
    url: `${place}/`,
    scheme,
    host,
    registered: registrableOf(host),
    shows: '',
    from: 'html' as const,
    isHidden: false,
  });
}

/** What the tenant makes of it as of then: the same as `verdictOf` says of the whole message. */
export const judgedMail = (measurement: Measurement, history: History, models: readonly Model[]): Verdict =>
  judgedAs(opened(measurement, history.homeDomains), history, models);

export function judgedAs({ measurement, message, links }: Opened, history: History, models: readonly Model[]): Verdict {
  const reading = Object.create(readingOf(message, history), { links: { value: links } }) as Reading;
  const values = valuesOf((metric, index) => (isAsked[index] === true ? metric.of(reading) : measurement.values[metric.id]));
  return verdictOn(values, models);
}

/** As text, to be kept: values in the order of the metrics, which the version stands for. */
export const packed = ({ version, values, head, leadsTo, sample }: Measurement): string =>
  JSON.stringify([version, metrics.map(({ id }) => written(values[id])), head, leadsTo, sample]);

type Kept = readonly [string, readonly (MetricValue | null)[], RawMessage, readonly string[], Sample];

/** JSON has no numbers beyond all bounds. */
const written = (value: MetricValue | undefined): MetricValue | null =>
  value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? null : value;

/** Undefined for what was measured otherwise than it would be now. */
export function unpacked(text: string, version: string): Measurement | undefined {
  if (!isOf(text, version)) return undefined;
  const [, kept, head, leadsTo, sample] = JSON.parse(text) as Kept;
  const values: Record<string, MetricValue> = {};
  for (const [index, { id }] of metrics.entries()) {
    const value = kept[index];
    if (value !== undefined && value !== null) values[id] = value;
  }
  return { version, values, head, leadsTo, sample };
}

/** Whether a packed measurement is of a version, without reading it. */
export const isOf = (text: string, version: string): boolean => text.startsWith(`[${JSON.stringify(version)},`);
