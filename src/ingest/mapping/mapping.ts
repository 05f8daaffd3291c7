// A source that somebody wrote down instead of programming it: which records are its, and which of their columns say
// when, what, how grave, whom and where.
//
// What is written is checked when it is taken in, with the path in every complaint. A record that is this source's and
// says less than was hoped for is kept for what it says; only a time that is no time makes it a reject.

import { canonicalAddress } from '../address.ts';
import { Field, FieldError } from '../field.ts';
import { known } from '../known.ts';
import { foldName, isTelling, sameness } from '../name.ts';
import type { Account, Source, Told } from '../source.ts';
import type { Base, Outcome } from '../../model/event.ts';
import { cefFields } from './cef.ts';
import { compiledPattern } from './pattern.ts';
import { momentIn } from './moment.ts';
import { onlyThese, optional } from './spec.ts';
import { severityOf } from './severity.ts';
import type { SeverityOf } from './severity.ts';
import { allOf, firstOf } from './value.ts';
import type { All, First } from './value.ts';

/** `{id, title, recognise, parse?, text?, event?, time, …}` as YAML or JSON; throws FieldError naming what is wrong and where. */
export function mappedSource(id: string, written: unknown): Source {
  const spec = new Field(written);
  onlyThese(spec, ['title', 'recognise', 'parse', 'text', 'event', 'fields', 'entities', 'names']);
  const mapping = mappingOf(spec);
  return {
    id,
    title: spec.at('title').text(),
    recognises: (record) => recognises(mapping, record),
    read: (record) => accountOf(mapping, record),
  };
}

type Circumstances = Omit<Base, 'id' | 'source' | 'record' | 'act'>;
type Kind = 'alert' | 'connection' | 'other';

interface Mapping {
  readonly holds: readonly string[];
  readonly matches: readonly (readonly [path: string, pattern: RegExp])[];
  readonly cef: boolean;
  /** The first that matches the record's `message` names what stands in it. */
  readonly texts: readonly RegExp[];
  readonly kind: Kind;
  readonly fields: Readonly<Record<FieldName, First>>;
  readonly times: Readonly<Record<'time' | 'until', First>>;
  readonly severity: SeverityOf;
  readonly lists: Readonly<Record<ListName, All>>;
  readonly entities: Readonly<Record<EntityName, All>>;
  readonly names: readonly All[];
}

const fieldNames = [
  ...(['id', 'name', 'product', 'original', 'count', 'operation', 'outcome', 'user', 'app', 'device', 'userAgent'] as const),
  ...(['from', 'to', 'port', 'transport', 'service', 'domain', 'url', 'bytesOut', 'bytesIn'] as const),
];
const listNames = ['tactics', 'techniques'] as const;
const entityNames = [
  'people',
  'devices',
  'addresses',
  'mailboxes',
  'messages',
  'files',
  'urls',
  'domains',
  'apps',
  'sessions',
] as const;
type FieldName = (typeof fieldNames)[number];
type ListName = (typeof listNames)[number];
type EntityName = (typeof entityNames)[number];

function mappingOf(spec: Field): Mapping {
  const recognise = spec.at('recognise');
  onlyThese(recognise, ['holds', 'matches']);
  const fields = spec.at('fields');
  onlyThese(fields, [...fieldNames, ...listNames, 'time', 'until', 'severity']);
  if (!fields.has('time')) throw new FieldError(fields.path, 'expected "time": where a record says when it happened');
  onlyThese(spec.at('entities'), entityNames);

  const holds = recognise
    .at('holds')
    .list()
    .map((it) => it.text());
  const matches = Object.keys(recognise.at('matches').value ?? {}).map(
    (path) => [path, compiledPattern(recognise.at('matches').at(path))] as const,
  );
  if (holds.length + matches.length === 0)
    throw new FieldError(recognise.path, 'expected "holds" or "matches": what tells its records from all others');

  return {
    holds,
    matches,
    cef: optional(spec.at('parse'), ['cef']) === 'cef',
    texts: spec.at('text').list().map(compiledPattern),
    kind: optional(spec.at('event'), ['alert', 'connection', 'other']) ?? 'alert',
    fields: each(fieldNames, (name) => firstOf(fields.at(name))),
    times: each(['time', 'until'], (name) => firstOf(fields.at(name))),
    severity: severityOf(fields.at('severity')),
    lists: each(listNames, (name) => allOf(fields.at(name))),
    entities: each(entityNames, (name) => allOf(spec.at('entities').at(name))),
    names: spec.at('names').list().map(allOf),
  };
}

const each = <N extends string, V>(names: readonly N[], make: (name: N) => V): Readonly<Record<N, V>> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, V>;

function recognises({ holds, matches }: Mapping, record: Field): boolean {
  return (
    holds.every((path) => valueAt(record, path) !== undefined) &&
    matches.every(([path, pattern]) => {
      const text = valueAt(record, path);
      return text !== undefined && pattern.test(text);
    })
  );
}

const valueAt = (record: Field, path: string): string | undefined => firstOf(new Field(path))(record);

/** The record with what stands in its text beside what stands in its columns; undefined when its text is of no known form. */
function opened({ cef, texts }: Mapping, record: Field): Field | undefined {
  const text = record.at('message').maybeText();
  if (text === undefined || (!cef && texts.length === 0)) return record;
  const found = cef ? cefFields(text) : firstMatch(texts, text);
  return found === undefined ? undefined : new Field({ ...(record.value as object), ...found });
}

function firstMatch(patterns: readonly RegExp[], text: string): Readonly<Record<string, string>> | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match.groups ?? {};
  }
  return undefined;
}

/** Before everything: a record without a time can follow nothing. */
const TIMELESS = { kind: 'other', at: 0, operation: 'unknown', outcome: 'success' } as const;

function accountOf(mapping: Mapping, raw: Field): Account {
  const record = opened(mapping, raw);
  if (record === undefined) return { event: TIMELESS, names: [] };
  const base = circumstances(mapping, record);
  const id = mapping.fields.id(record);
  return {
    event: told(mapping, record, base),
    ...(id === undefined ? {} : { record: id }),
    names: mapping.names.flatMap((names) => sameness(names(record))),
  };
}

const outcomes: readonly Outcome[] = ['failure', 'interrupt'];

function circumstances({ fields, times, entities }: Mapping, record: Field): Circumstances {
  const actor = fields.user(record);
  const outcome = fields.outcome(record);
  return known({
    at: momentIn(times.time(record), 'time'),
    operation: fields.operation(record) ?? fields.name(record) ?? 'unknown',
    outcome: outcomes.find((it) => it === outcome) ?? 'success',
    actor: actor === undefined ? undefined : foldName(actor),
    address: canonicalAddress(fields.from(record) ?? (actor === undefined ? undefined : entities.addresses(record)[0])),
    app: fields.app(record),
    device: fields.device(record)?.toLowerCase(),
    userAgent: fields.userAgent(record),
  });
}

/** What it was meant to be, if it says enough for that. */
function told(mapping: Mapping, record: Field, base: Circumstances): Told {
  const { kind, fields } = mapping;
  if (kind === 'alert' && fields.name(record) !== undefined) return alert(mapping, record, base);
  if (kind === 'connection' && base.address !== undefined) return connection(mapping, record, base);
  return { ...base, kind: 'other' };
}

function alert(
  { fields, times, severity, lists, entities }: Mapping,
  record: Field,
  { actor, ...base }: Circumstances,
): Told<'alert'> {
  const until = times.until(record);
  const texts = (name: EntityName): string[] => sorted(entities[name](record));
  const lower = (name: EntityName): string[] => sorted(entities[name](record).map((it) => it.toLowerCase()));
  return {
    ...base,
    kind: 'alert',
    product: fields.product(record) ?? 'unknown product',
    headline: fields.name(record) ?? base.operation,
    severity: severity(record),
    status: 'open',
    tactics: sorted(lists.tactics(record).map(tacticName)),
    techniques: sorted(lists.techniques(record)),
    ...known({ original: fields.original(record) }),
    lastAt: Math.max(base.at, until === undefined ? base.at : momentIn(until, 'until')),
    count: Math.max(1, Math.trunc(Number(fields.count(record) ?? 1)) || 1),
    // `root` and `admin` are accounts of every host: only a name that is one person's ties to a person.
    people: sorted([...(actor === undefined ? [] : [actor]), ...entities.people(record).map(foldName)].filter(isTelling)),
    devices: lower('devices'),
    addresses: sorted(entities.addresses(record).flatMap((it) => canonicalAddress(it) ?? [])),
    mailboxes: lower('mailboxes'),
    messages: texts('messages'),
    files: texts('files'),
    urls: texts('urls'),
    domains: lower('domains'),
    apps: texts('apps'),
    sessions: texts('sessions'),
    called: [],
  };
}

function connection({ fields, times }: Mapping, record: Field, base: Circumstances): Told<'connection'> {
  const until = times.until(record);
  return {
    ...base,
    kind: 'connection',
    deed: 'connected',
    ...known({
      to: canonicalAddress(fields.to(record)),
      port: wholeNumber(fields.port(record)),
      transport: fields.transport(record)?.toLowerCase(),
      service: fields.service(record)?.toLowerCase(),
      domain: fields.domain(record)?.toLowerCase(),
      url: fields.url(record),
    }),
    lastAt: Math.max(base.at, until === undefined ? base.at : momentIn(until, 'until')),
    count: 1,
    failures: base.outcome === 'failure' ? 1 : 0,
    bytesOut: wholeNumber(fields.bytesOut(record)) ?? 0,
    bytesIn: wholeNumber(fields.bytesIn(record)) ?? 0,
    records: [],
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || !Number.isSafeInteger(number) || number < 0 ? undefined : number;
}

/** `Credential Access` → `credential-access`. */
const tacticName = (text: string): string =>
  text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
