// A pattern of life in words: "signs in from Spain (400 of 412 sign-ins) and Portugal (12)". A sentence a dimension, each
// with the counts it was made of.
//
// Says only what was counted; whether any of it is suspicious is not said here. Names come from outside and enter a
// sentence through `name` alone.

import { NEW_DAYS } from '../learn/life/strand.ts';
import type { Strand, Value } from '../learn/life/strand.ts';
import type { LivedWeek } from '../learn/life/week.ts';
import type { Amount, Life } from '../learn/life.ts';
import { dimensions } from '../learn/dimension.ts';
import type { Dimension } from '../learn/dimension.ts';
import { dayOf, midnightOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import { calm, count, country, dayName, list, name, number, times } from './words.ts';

export interface LifeSentence {
  /** Absent where a sentence is about the life as a whole. */
  readonly dimension: Dimension | undefined;
  readonly says: string;
  /** Everything counted in the dimension, and how many different values it has. */
  readonly total: number;
  readonly valueCount: number;
  /** The most used, and whatever is new or fading; names are harmless text. */
  readonly values: readonly Value[];
}

/** Whose life it is. */
export interface Subject {
  readonly kind: string | undefined;
  /** Every name it goes by. */
  readonly names: readonly string[];
  readonly group: { readonly label: string } | undefined;
}

const MOST_VALUES = 20;
const MOST_CHANGED = 10;
const LISTED = 4;
const CHANGES_LISTED = 3;
/** What faded longer ago than this is history. */
const FADED_DAYS = 90;

/** The sentences of a life, the most telling first. */
export function tellLife(life: Life, subject: Subject): LifeSentence[] {
  return [
    aboutAll(life, subject),
    ...(life.week === undefined ? [] : [weekTold(life.week, life.strands.get('hour'))]),
    ...order.flatMap((dimension) => strandTold(life, subject, dimension)),
    ...amountsTold(life),
  ];
}

/** Hours and amounts have sentences of their own; blocks of addresses stand beside the addresses. */
const order = [
  ...(['zone', 'country', 'network', 'address', 'device', 'client', 'app', 'deed', 'deviceUser', 'reader'] as const),
  ...(['appMailbox', 'readerClient', 'mailbox', 'mailboxWritten', 'folder', 'site'] as const),
  ...(['correspondent', 'domain', 'hearsFrom', 'appNetwork', 'department'] as const),
] as const satisfies readonly Dimension[];

// ── The whole ─────────────────────────────────────────────────────────────────────────────────────────────

const LONGEST_LABEL = 120;
/** Fewer days than this say little of anybody. */
const KNOWN_DAYS = 5;

function aboutAll(life: Life, subject: Subject): LifeSentence {
  return { dimension: undefined, says: calm(wholeOf(life, subject)), total: life.days, valueCount: 0, values: [] };
}

function wholeOf({ label, asOf, days, firstAt, lastAt }: Life, subject: Subject): string {
  if (firstAt === undefined || lastAt === undefined) return 'nothing has been learned yet';
  const on = (at: Instant): string => onDay(at, asOf);
  const silent = asOf - dayOf(lastAt);
  const since = silent > NEW_DAYS ? `, and on none of the ${silent} days since` : '';
  const seen =
    days === 1 ? `seen on one day, ${on(firstAt)}` : `seen on ${count(days, 'day')} between ${on(firstAt)} and ${on(lastAt)}`;
  if (days >= KNOWN_DAYS) return `${seen}${since}`;
  return `${seen}${since}: little is known yet${label === 'User' ? `; judged by ${judges(subject)}` : ''}`;
}

function judges({ kind, group }: Subject): string {
  // the label says how many they are, and why they are one
  if (group !== undefined) return `their group (${calm(group.label, LONGEST_LABEL)})`;
  return kind === 'service' ? 'what is usual for services' : 'everybody in the organisation, being in no group';
}

// ── Hours ─────────────────────────────────────────────────────────────────────────────────────────────────

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function weekTold(week: LivedWeek, hours: Strand | undefined): LifeSentence {
  const clock = week.from === week.to ? 'at all hours' : `between ${week.from} and ${week.to} h ${zoneName(week.zone)}`;
  const counts = `${amount(week.inside)} of ${much(week.total, 'act')} on ${much(week.days, 'day')}`;
  const says = `is active ${clock} ${weekdaysTold(week.weekdays)} (${counts})`;
  return {
    dimension: 'hour',
    says,
    total: week.total,
    valueCount: hours?.values.length ?? 0,
    values: shown(hours?.values ?? [], hourName),
  };
}

const hourName = ({ value }: Value): string => `${Number(value)} h UTC`;

/** `Madrid time`. */
const zoneName = (zone: string | undefined): string =>
  zone === undefined ? 'UTC' : `${name(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '))} time`;

function weekdaysTold(weekdays: readonly number[]): string {
  const key = weekdays.join('');
  if (key === '0123456') return 'on every day of the week';
  if (key === '01234') return 'on working days';
  if (key === '56') return 'at weekends';
  const isWorking = key.startsWith('01234');
  const named = (isWorking ? weekdays.slice(5) : weekdays).map((day) => `${weekdayNames[day] ?? ''}s`);
  return `on ${list(isWorking ? ['working days', ...named] : named, 7)}`;
}

// ── Amounts ───────────────────────────────────────────────────────────────────────────────────────────────

/** What is done, of what; a measure unknown here is said by its own name. */
const measures: Readonly<Record<string, readonly [verb: string, noun: string]>> = {
  mailOpened: ['opens', 'mail'],
  mailDeleted: ['deletes', 'mail'],
  mailSent: ['writes to', 'recipient'],
  filesRead: ['opens', 'file'],
  filesDownloaded: ['downloads', 'file'],
  sensitiveFilesRead: ['opens', 'sensitive file'],
};

const amountsTold = ({ amounts }: Life): LifeSentence[] =>
  amounts.map((one) => ({
    dimension: 'amount',
    says: amountTold(one),
    total: one.value.count,
    valueCount: 1,
    values: shown([one.value], measureName),
  }));

function amountTold({ value, days, median, highest, highestInHour }: Amount): string {
  const [verb, noun] = measures[value.value] ?? ['does', name(value.value)];
  if (days === 1) return `${verb} ${much(highest, noun)} on the one day it was done`;
  const hourly = highestInHour > 0 && highestInHour < highest ? ` and ${amount(highestInHour)} within an hour` : '';
  const usual = much(Math.round(median), noun);
  return `${verb} ${usual} on a usual day, at most ${amount(highest)}${hourly} (${amount(days)} days of the last 60)`;
}

const measureName = ({ value }: Value): string => (measures[value] ?? ['', value]).join(' ');

// ── Values ────────────────────────────────────────────────────────────────────────────────────────────────

/** How a dimension is said: what is done, with what, counted in which acts. */
interface Saying {
  readonly verb: string;
  readonly noun: readonly [one: string, many: string];
  readonly act: string;
}

const say = (verb: string, one: string, act: string, many = `${one}s`): Saying => ({ verb, noun: [one, many], act });
const people = (verb: string, act: string): Saying => say(verb, 'person', act, 'people');

const own: Partial<Readonly<Record<Dimension, Saying>>> = {
  zone: say('lives by the clock of', 'place', 'sign-in'),
  country: say('signs in from', 'country', 'sign-in', 'countries'),
  network: say('signs in from', 'network', 'sign-in'),
  address: say('signs in from', 'address', 'sign-in', 'addresses'),
  device: say('signs in with', 'device', 'sign-in'),
  client: say('works with', 'program', 'act'),
  app: say('signs in to', 'application', 'sign-in'),
  deed: say('carries out', 'operation', 'act'),
  mailbox: say('opens', 'mailbox', 'time', 'mailboxes'),
  mailboxWritten: say('sends, moves or deletes mail in', 'mailbox', 'time', 'mailboxes'),
  folder: say('works in', 'mail folder', 'time'),
  site: say('uses files of', 'site', 'time'),
  correspondent: say('writes to', 'colleague', 'mail'),
  domain: say('writes to', 'organisation', 'mail'),
  department: say('is entered in the directory under', 'department', 'entry'),
  deviceUser: people('is used by', 'sign-in'),
  reader: people('is opened by', 'time'),
  readerClient: say('is opened with', 'program', 'time'),
  hearsFrom: say('gets mail from', 'organisation', 'mail'),
  appMailbox: say('opens', 'mailbox', 'time', 'mailboxes'),
  appNetwork: say('signs in from', 'network', 'sign-in'),
};

/** The same habits seen from what they point at. */
const others: Partial<Readonly<Record<Dimension, Saying>>> = {
  country: people('sees sign-ins of', 'sign-in'),
  network: people('sees sign-ins of', 'sign-in'),
  address: people('sees sign-ins of', 'sign-in'),
  app: people('is signed in to by', 'sign-in'),
  mailboxWritten: people('has its mail sent, moved or deleted by', 'time'),
  site: people('has its files used by', 'time'),
  correspondent: people('is written to by', 'mail'),
  domain: people('is written to by', 'mail'),
  hearsFrom: say('writes to', 'mailbox', 'mail', 'mailboxes'),
  appMailbox: say('is opened by', 'application', 'time'),
  appNetwork: say('sees sign-ins of', 'application', 'sign-in'),
};

/** How values and times of one life are written. */
interface Spoken {
  readonly named: (value: Value) => string;
  readonly on: (at: Instant) => string;
}

function strandTold(life: Life, subject: Subject, dimension: Dimension): LifeSentence[] {
  const strand = life.strands.get(dimension);
  const isOwn = dimensions[dimension].of === life.label;
  const saying = (isOwn ? own : others)[dimension];
  if (strand === undefined || saying === undefined) return [];
  // the hours name the place that counts; a second one is worth a sentence only where it took the first one's
  if (dimension === 'zone' && strand.moved === undefined) return [];
  const say = { named: (value: Value) => valueName(dimension, isOwn, value, subject), on: (at: Instant) => onDay(at, life.asOf) };
  const present = presentIn(strand);
  const now = presentTold(present, strand.total, saying, say, blocksOf(life, dimension));
  const says = `${now}${changesTold(strand, present.slice(0, LISTED), life.asOf, saying, say)}`;
  return [{ dimension, says, total: strand.total, valueCount: strand.values.length, values: shown(strand.values, say.named) }];
}

/** What belongs to the life now; of what has all gone by, what there was. */
function presentIn(strand: Strand | undefined): readonly Value[] {
  const values = strand?.values ?? [];
  const present = values.filter(({ isFading, isPast }) => !isFading && !isPast);
  return present.length > 0 ? present : values;
}

function presentTold(
  present: readonly Value[],
  total: number,
  { verb, noun: [one, many], act }: Saying,
  say: Spoken,
  where: string,
): string {
  const [most, ...rest] = present;
  if (most === undefined) return verb;
  const first = `${say.named(most)} (${ofAll(most, total, act)}${newSince(most, say)})`;
  if (rest.length === 0) return `${verb} ${first}`;
  const items = rest.slice(0, LISTED - 1).map((value) => `${say.named(value)} (${amount(value.count)}${newSince(value, say)})`);
  const left = rest.length - items.length;
  const listed = list([first, ...items, ...(left > 0 ? [`${number(left)} more`] : [])], LISTED + 1);
  return `${verb} ${count(present.length, one, many)}${where}: ${listed}`;
}

const ofAll = ({ count: all, days }: Value, total: number, act: string): string =>
  all === total ? `${acts(all, act)} on ${much(days, 'day')}` : `${amount(all)} of ${much(total, act)}`;

/** In brackets numbers are digits. */
const acts = (n: number, act: string): string => (act === 'time' && n < 3 ? times(n) : much(n, act));
const much = (n: number, noun: string): string => `${amount(n)} ${n === 1 ? noun : `${noun}s`}`;

const newSince = ({ isNew, firstAt }: Value, { on }: Spoken): string => (isNew ? `, new since ${on(firstAt)}` : '');

/** In how many blocks the addresses lie. */
function blocksOf({ strands }: Life, dimension: Dimension): string {
  const blocks = dimension === 'address' ? presentIn(strands.get('prefix')).length : 0;
  return blocks < 2 ? '' : ` in ${count(blocks, 'block')}`;
}

function changesTold(
  { values, moved }: Strand,
  listed: readonly Value[],
  asOf: Day,
  { act }: Saying,
  { named, on }: Spoken,
): string {
  const said = new Set<Value>([...listed, ...(moved === undefined ? [] : [moved.from, moved.to])]);
  const move =
    moved === undefined
      ? ''
      : `; until ${on(moved.from.lastAt)}: ${named(moved.from)}; since ${on(moved.to.firstAt)}: ${named(moved.to)}`;
  const fresh = values.filter((value) => value.isNew && !said.has(value));
  const since = (value: Value): string => `${named(value)} (${acts(value.count, act)} since ${on(value.firstAt)})`;
  const faded = values.filter((value) => value.isFading && !said.has(value) && asOf - dayOf(value.lastAt) <= FADED_DAYS);
  const until = (value: Value): string => `${named(value)} (${acts(value.count, act)} until ${on(value.lastAt)})`;
  return `${move}${changed('also new', fresh.map(since))}${changed('no more', faded.map(until))}`;
}

const changed = (word: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `; ${word}: ${list(items, CHANGES_LISTED + 1)}`;

/** How a value stands in a sentence. */
function valueName(dimension: Dimension, isOwn: boolean, { value, name: called }: Value, { names }: Subject): string {
  const isMailbox = dimension === 'mailbox' || dimension === 'mailboxWritten' || dimension === 'correspondent';
  if (isOwn && isMailbox && names.includes(value)) return dimension === 'correspondent' ? 'themselves' : 'their own';
  if (!isOwn) return name(called);
  return valueWords(dimension, value, called);
}

/** A value of a dimension as people say it; `called` is what it goes by, where that is not the value itself. */
export function valueWords(dimension: Dimension, value: string, called: string): string {
  if (dimension === 'country') return country(value);
  if (dimension === 'zone') return zoneName(value).replace(/ time$/, '');
  if (dimension === 'network' || dimension === 'appNetwork') return networkName(value, called);
  if (dimension === 'client' || dimension === 'readerClient') return clientName(value);
  if (dimension === 'deed') return deedName(value);
  if (dimension === 'site') return name(siteName(value));
  if (dimension === 'folder') return name(value.replace(/^[\\/]+/, ''));
  return name(called);
}

const networkName = (value: string, called: string): string => {
  const number = /^\d+$/.test(value) ? `AS${value}` : name(value);
  return called === value || called === '' ? number : `${number} ${name(called)}`;
};

/** The last two steps of its path, which is what people call it; the host where it has none. */
function siteName(value: string): string {
  const [host = '', ...path] = value
    .replace(/^[a-z]+:\/\//i, '')
    .split('/')
    .filter((step) => step !== '');
  return path.length === 0 ? host : path.slice(-2).join('/');
}

/** Programs are learned apart by what is done with them; those that sign in go by their name alone. */
function clientName(value: string): string {
  const [kind = '', ...program] = value.split(' ');
  const purpose = purposes[kind];
  return purpose === undefined || program.length === 0 ? name(value) : `${name(program.join(' '))} ${purpose}`;
}

const purposes: Readonly<Record<string, string>> = {
  mailAccess: 'to read mail',
  mailItem: 'to send, move or delete mail',
  mail: 'to send mail',
  mailboxRule: 'for mail rules',
  fileAccess: 'for files',
  methodChange: 'for sign-in methods',
  consent: 'for consents',
  roleChange: 'for roles',
  delegation: 'for delegations',
  adminChange: 'for settings',
  other: 'for other things',
};

/** A refused act is another than one that was let. */
function deedName(value: string): string {
  const [, code] = /^sign-in, code (.*)$/.exec(value) ?? [];
  if (code !== undefined) return `failed sign-in (code ${name(code)})`;
  const [, failed] = /^(.*), failed$/.exec(value) ?? [];
  return failed === undefined ? name(value) : `failed ${name(failed)}`;
}

/** What is told as data: the most used, the new and the fading, by harmless names. */
function shown(values: readonly Value[], named: (value: Value) => string): Value[] {
  const most = new Set([
    ...values.slice(0, MOST_VALUES),
    ...values.filter(({ isNew }) => isNew).slice(0, MOST_CHANGED),
    ...values.filter(({ isFading }) => isFading).slice(0, MOST_CHANGED),
  ]);
  return [...most].map((value) => ({ ...value, name: named(value) }));
}

const amount = (n: number): string => n.toLocaleString('en-US');
/** With the year where it is another. */
const onDay = (at: Instant, asOf: Day): string => dayName(at, yearOf(at) !== yearOf(midnightOf(asOf)));
const yearOf = (at: Instant): number => new Date(at).getUTCFullYear();
