// The dimensions of a pattern of life: what of an act is counted, whose habit it is, why, and how it is stored.
//
// An act *shows* values and is judged by them; it *teaches* those its row lets it teach. So mail read from somewhere is
// judged by where the person signs in from, and only sign-ins teach where that is.

import type { Event, EventOf, Kind } from '../model/event.ts';
import type { EntityLabel, RelationshipType } from '../model/graph.ts';
import { hours } from '../model/time.ts';
import { zoneOf } from './zone.ts';

export type HabitType = Extract<
  RelationshipType,
  'SIGNS_IN_FROM' | 'USES' | 'READS' | 'WRITES_TO' | 'MAILS' | 'HEARS_FROM' | 'SHOWS'
>;

/** Whose habit it is: a person, service or agent; a device; a mailbox; an application. */
export type Subject = Extract<EntityLabel, 'User' | 'Device' | 'Mailbox' | 'App'>;

export type Dimension =
  | 'device'
  | 'client'
  | 'app'
  | 'country'
  | 'network'
  | 'prefix'
  | 'address'
  | 'zone'
  | 'hour'
  | 'deed'
  | 'mailbox'
  | 'mailboxWritten'
  | 'folder'
  | 'site'
  | 'correspondent'
  | 'domain'
  | 'department'
  | 'deviceUser'
  | 'reader'
  | 'readerClient'
  | 'hearsFrom'
  | 'appMailbox'
  | 'appNetwork'
  | 'amount'
  | 'busiestHour';

export interface DimensionSpec {
  readonly of: Subject;
  /** It is a habit of whom the act was done to, not of who did it. */
  readonly whose?: 'target';
  readonly relationship: HabitType;
  /** What a habit points at; a `Trait` is a value that is no entity. */
  readonly label: EntityLabel | 'Trait';
  /** What it tells that no other row does. */
  readonly why: string;
  /** In words, after "has": "signed in 412 times". */
  readonly deed: string;
  /** How many values a stranger might show: the mass a value never seen anywhere starts from is one over this. */
  readonly novelty: number;
  /** Seen from the other end, these are the counts of this dimension; stored once, there. */
  readonly mirrors?: Dimension;
  /** It is judged when it is known which of these the act shows, so that what always goes together counts once. */
  readonly given?: readonly Dimension[];
  /** Each of its values lies within one value of this: a network within a country. */
  readonly within?: Dimension;
  /** Part of the surprise of an act as a whole. */
  readonly joins: boolean;
  /** Kinds of events that may show it, and that may teach it; left out, any, and whichever show it. */
  readonly on?: readonly Kind[];
  readonly taughtOn?: readonly Kind[];
  shown(event: Event): string | readonly string[] | undefined;
  teaches(event: Event): boolean;
}

/** A /24 (IPv4) or /48 (IPv6) stands for a network where no ASN is known. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  // Stored addresses are compressed: what `::` stands for is part of the first 48 bits when it comes early.
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const all = tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - rest.length).fill('0'), ...rest];
  return `${all.slice(0, 3).join(':')}::/48`;
}

const LONGEST_VALUE = 200;
/** Recipients of one message that are counted; a list of more is a list. */
const MOST_VALUES = 50;

const succeeded = (event: Event): boolean => event.outcome === 'success';
const signedIn = (event: Event): boolean => event.kind === 'signIn' && succeeded(event);
const always = (): boolean => true;
/** Where a person sat; not where the service did something for them, nor the servers a message went through. */
const from = (event: Event): string | undefined =>
  event.serviceAddress === true || event.kind === 'mail' ? undefined : event.address;

const touchedFile = (event: Event): event is EventOf<'fileAccess'> => event.kind === 'fileAccess' && !event.automatic;
const wrote = (event: Event): event is EventOf<'mail'> =>
  event.kind === 'mail' && (event.direction === 'outbound' || event.direction === 'internal');

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const few = (values: readonly string[]): readonly string[] => [...new Set(values)].slice(0, MOST_VALUES);
const cut = (value: string): string => value.slice(0, LONGEST_VALUE);

/** What was done, and how it ended where it did not succeed. */
export function deedOf(event: Event): string {
  if (event.kind === 'signIn') return event.outcome === 'success' ? 'sign-in' : `sign-in, code ${event.code}`;
  return cut(`${event.operation.toLowerCase()}${event.outcome === 'failure' ? ', failed' : ''}`);
}

/** `Department: old → new` of a change, or `Department=new` of a call. */
function departmentIn(parameters: readonly string[]): string | undefined {
  for (const parameter of parameters) {
    const [, said] = /^department(?:=|: .*→ ?)(.+)$/i.exec(parameter) ?? [];
    if (said !== undefined) return cut(said.trim().toLowerCase());
  }
  return undefined;
}

/** A network's number, else the block of addresses that stands for it. */
function networkIn(event: Event): string | undefined {
  const address = from(event);
  if (address === undefined) return undefined;
  return event.asn !== undefined ? String(event.asn) : networkOf(address);
}

/** Sign-ins and mailbox programs name their clients by different words. */
const clientOf = ({ kind, client }: Event): string | undefined =>
  client === undefined ? undefined : cut(kind === 'signIn' ? client : `${kind} ${client}`);

export const dimensions: Readonly<Record<Dimension, DimensionSpec>> = {
  device: {
    of: 'User',
    relationship: 'USES',
    label: 'Device',
    why: 'a stolen password comes without the device it was always used on',
    deed: 'signed in',
    novelty: 1_000,
    joins: true,
    taughtOn: ['signIn'],
    shown: ({ device }) => device,
    teaches: signedIn,
  },
  client: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'a program that reads mail is another than the one the person reads it with',
    deed: 'worked',
    novelty: 50,
    joins: true,
    given: ['device'],
    shown: clientOf,
    teaches: succeeded,
  },
  app: {
    of: 'User',
    relationship: 'USES',
    label: 'App',
    why: 'what is signed in to says what for; thieves go for other applications',
    deed: 'signed in',
    novelty: 200,
    joins: true,
    taughtOn: ['signIn'],
    given: ['client'],
    shown: ({ app }) => app,
    teaches: signedIn,
  },
  country: {
    of: 'User',
    relationship: 'SIGNS_IN_FROM',
    label: 'Country',
    why: 'the coarsest place, known for nearly every address',
    deed: 'signed in',
    novelty: 200,
    joins: true,
    taughtOn: ['signIn'],
    given: ['device'],
    shown: (event) => (from(event) === undefined && event.address !== undefined ? undefined : event.country),
    teaches: signedIn,
  },
  network: {
    of: 'User',
    relationship: 'SIGNS_IN_FROM',
    label: 'Asn',
    why: 'home, office and telephone are three networks; a rented server is a fourth',
    deed: 'signed in',
    novelty: 500,
    joins: true,
    taughtOn: ['signIn'],
    given: ['device'],
    within: 'country',
    shown: networkIn,
    teaches: signedIn,
  },
  prefix: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'within one carrier, the block of addresses tells one building from another',
    deed: 'signed in',
    novelty: 5_000,
    joins: false,
    taughtOn: ['signIn'],
    within: 'network',
    shown: (event) => mapped(from(event), networkOf),
    teaches: signedIn,
  },
  address: {
    of: 'User',
    relationship: 'SIGNS_IN_FROM',
    label: 'IP',
    why: 'the exact place, good for hours: who else was there',
    deed: 'signed in',
    novelty: 1_000,
    joins: false,
    taughtOn: ['signIn'],
    shown: from,
    teaches: signedIn,
  },
  zone: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'hours are the person’s own, not the server’s',
    deed: 'signed in',
    novelty: 400,
    joins: false,
    taughtOn: ['signIn'],
    shown: (event) => (from(event) === undefined ? undefined : zoneOf(event)),
    teaches: signedIn,
  },
  hour: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'a night’s work of somebody who works by day; kept by the UTC hour, read by the hour of their own week',
    deed: 'been active',
    novelty: 168,
    joins: true,
    shown: (event) => (isByHand(event) ? HOURS[Math.floor(event.at / hours(1)) % 24] : undefined),
    teaches: always,
  },
  deed: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'what is done at all: rules, consents and roles are few people’s work',
    deed: 'acted',
    novelty: 500,
    joins: true,
    given: ['client'],
    shown: (event) => (wrote(event) ? 'sent mail' : deedOf(event)),
    teaches: always,
  },
  mailbox: {
    of: 'User',
    relationship: 'READS',
    label: 'Mailbox',
    why: 'whose mail is opened: own, shared, or somebody else’s',
    deed: 'opened mail',
    novelty: 1_000,
    joins: true,
    on: ['mailAccess'],
    shown: (event) => (event.kind === 'mailAccess' ? event.mailbox : undefined),
    teaches: succeeded,
  },
  mailboxWritten: {
    of: 'User',
    relationship: 'WRITES_TO',
    label: 'Mailbox',
    why: 'in whose mailbox things are sent, moved and deleted',
    deed: 'worked in mailboxes',
    novelty: 1_000,
    joins: true,
    on: ['mailItem'],
    shown: (event) => (event.kind === 'mailItem' ? event.mailbox : undefined),
    teaches: succeeded,
  },
  folder: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'in which folders somebody works: few ever open the archive of feeds',
    deed: 'worked in mail folders',
    novelty: 300,
    joins: true,
    on: ['mailAccess', 'mailItem'],
    given: ['mailbox', 'mailboxWritten'],
    shown: (event) =>
      event.kind === 'mailAccess' || event.kind === 'mailItem'
        ? few(event.folders.map((folder) => cut(folder.toLowerCase())))
        : undefined,
    teaches: succeeded,
  },
  site: {
    of: 'User',
    relationship: 'READS',
    label: 'Url',
    why: 'with which sites somebody works',
    deed: 'used files',
    novelty: 1_000,
    joins: true,
    on: ['fileAccess'],
    shown: (event) => (touchedFile(event) ? event.site : undefined),
    teaches: succeeded,
  },
  correspondent: {
    of: 'User',
    relationship: 'MAILS',
    label: 'Mailbox',
    why: 'to whom of their own people somebody writes; who works with whom',
    deed: 'written',
    novelty: 1_000,
    joins: true,
    on: ['mail'],
    shown: (event) =>
      wrote(event) ? few(event.recipients.filter((address) => domainOf(address) === domainOf(event.sender))) : undefined,
    teaches: succeeded,
  },
  domain: {
    of: 'User',
    relationship: 'MAILS',
    label: 'Domain',
    why: 'to which organisations somebody writes',
    deed: 'written outside',
    novelty: 5_000,
    joins: true,
    on: ['mail'],
    shown: (event) =>
      wrote(event)
        ? few(event.recipients.map(domainOf).filter((domain) => domain !== '' && domain !== domainOf(event.sender)))
        : undefined,
    teaches: succeeded,
  },
  department: {
    of: 'User',
    whose: 'target',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'where the directory says somebody works: a hint for who their peers are',
    deed: 'been entered',
    novelty: 100,
    joins: false,
    on: ['adminChange'],
    shown: (event) => (event.kind === 'adminChange' ? departmentIn(event.parameters) : undefined),
    teaches: succeeded,
  },
  deviceUser: {
    of: 'Device',
    relationship: 'USES',
    label: 'User',
    why: 'whose device it is: a second person on it is news',
    deed: 'been used',
    novelty: 1_000,
    mirrors: 'device',
    joins: false,
    taughtOn: ['signIn'],
    shown: ({ actor }) => actor,
    teaches: (event) => event.device !== undefined && signedIn(event),
  },
  reader: {
    of: 'Mailbox',
    relationship: 'READS',
    label: 'User',
    why: 'who opens this mailbox',
    deed: 'been opened',
    novelty: 1_000,
    mirrors: 'mailbox',
    joins: false,
    on: ['mailAccess'],
    shown: (event) => (event.kind === 'mailAccess' ? event.actor : undefined),
    teaches: succeeded,
  },
  readerClient: {
    of: 'Mailbox',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'with which programs this mailbox is opened, by whomever',
    deed: 'been opened',
    novelty: 50,
    joins: false,
    on: ['mailAccess'],
    shown: (event) => (event.kind === 'mailAccess' ? clientOf(event) : undefined),
    teaches: succeeded,
  },
  hearsFrom: {
    of: 'Mailbox',
    relationship: 'HEARS_FROM',
    label: 'Domain',
    why: 'from which organisations this mailbox gets mail',
    deed: 'been written to',
    novelty: 5_000,
    joins: false,
    on: ['mail'],
    shown: (event) => (event.kind === 'mail' && event.direction === 'inbound' ? domainOf(event.sender) : undefined),
    teaches: (event) => event.kind === 'mail' && event.delivery !== 'quarantined' && event.delivery !== 'rejected',
  },
  appMailbox: {
    of: 'App',
    relationship: 'READS',
    label: 'Mailbox',
    why: 'which mailboxes an application opens: a new one is a new right used',
    deed: 'opened mail',
    novelty: 1_000,
    joins: false,
    on: ['mailAccess'],
    shown: (event) => (event.kind === 'mailAccess' ? event.mailbox : undefined),
    teaches: succeeded,
  },
  appNetwork: {
    of: 'App',
    relationship: 'SIGNS_IN_FROM',
    label: 'Asn',
    why: 'from which networks an application’s own sign-ins come: its secret works from anywhere',
    deed: 'signed in',
    novelty: 500,
    joins: false,
    taughtOn: ['signIn'],
    shown: (event) => (event.actorKind === 'service' ? networkIn(event) : undefined),
    teaches: signedIn,
  },
  amount: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'how much of a thing is done in a day; added up, not counted by the act',
    deed: 'done it',
    novelty: 1,
    joins: false,
    on: [],
    shown: () => undefined,
    teaches: always,
  },
  busiestHour: {
    of: 'User',
    relationship: 'SHOWS',
    label: 'Trait',
    why: 'how much of it in the fullest hour of a day: a program works faster than a hand',
    deed: 'done it',
    novelty: 1,
    joins: false,
    on: [],
    shown: () => undefined,
    teaches: always,
  },
};

/** Every row with its name, in the order in which an act is judged: what others are given comes first. */
export const rows = Object.entries(dimensions) as readonly (readonly [Dimension, DimensionSpec])[];

type Row = readonly [Dimension, DimensionSpec];

const byKind = (may: (spec: DimensionSpec, kind: Kind) => boolean): ((kind: Kind) => readonly Row[]) => {
  const found = new Map<Kind, readonly Row[]>();
  return (kind) => {
    const known = found.get(kind) ?? rows.filter(([, spec]) => may(spec, kind));
    found.set(kind, known);
    return known;
  };
};

/** The rows an event of a kind may be judged by as a whole; and those it may teach. */
export const joined = byKind(({ of, joins, on }, kind) => of === 'User' && joins && (on?.includes(kind) ?? true));
export const taught = byKind(({ on, taughtOn = on }, kind) => taughtOn?.includes(kind) ?? true);

const nothing: readonly string[] = [];

/** The values an act shows in a dimension; mostly one, or none. */
export function shownIn(spec: DimensionSpec, event: Event): readonly string[] {
  const shown = spec.shown(event);
  if (shown === undefined || shown === '') return nothing;
  return typeof shown === 'string' ? [shown] : shown;
}

/** Whose habit in a dimension an act is; several where a message came to several mailboxes. */
export function subjectsIn({ of, whose }: DimensionSpec, event: Event): readonly string[] {
  if (whose === 'target') return 'target' in event ? [event.target] : nothing;
  if (of === 'User') return event.actor === undefined ? nothing : [event.actor];
  if (of === 'Device') return event.device === undefined ? nothing : [event.device];
  if (of === 'App') return event.app === undefined ? nothing : [event.app];
  if (event.kind === 'mail') return event.recipients.slice(0, MOST_VALUES);
  return event.kind === 'mailAccess' ? [event.mailbox] : nothing;
}

/** Somebody's own hand: not the service's, and no silent renewal of a sign-in. */
const isByHand = (event: Event): boolean =>
  event.kind !== 'connection' &&
  event.kind !== 'alert' &&
  !(event.kind === 'signIn' && !event.interactive) &&
  !(event.kind === 'fileAccess' && event.automatic);

const HOURS: readonly string[] = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

const mapped = <T, R>(value: T | undefined, by: (value: T) => R): R | undefined => (value === undefined ? undefined : by(value));
