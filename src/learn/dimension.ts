// The dimensions of a pattern of life: what of an act is counted, for whom it is a habit, and how it is stored.

import type { Event } from '../model/event.ts';
import type { EntityLabel, RelationshipType } from '../model/graph.ts';

export type HabitType = Extract<RelationshipType, 'SIGNS_IN_FROM' | 'USES' | 'READS' | 'WRITES_TO'>;

export interface DimensionSpec {
  readonly relationship: HabitType;
  readonly label: EntityLabel;
  /** In words, after "has": "signed in 412 times". */
  readonly deed: string;
  /** How many values a stranger might show: the mass a value never seen anywhere starts from is one over this. */
  readonly novelty: number;
  valueOf(event: Event): string | undefined;
}

const signedIn = (event: Event): boolean => event.kind === 'signIn' && event.outcome === 'success';

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

const opened = (event: Event): boolean => event.kind === 'mailAccess' && event.outcome === 'success';
const wroteMail = (event: Event): boolean => event.kind === 'mailItem' && event.outcome === 'success';
const touchedFile = (event: Event): boolean => event.kind === 'fileAccess' && event.outcome === 'success' && !event.automatic;

export const dimensions = {
  country: {
    relationship: 'SIGNS_IN_FROM',
    label: 'Country',
    deed: 'signed in',
    novelty: 200,
    valueOf: (event) => (signedIn(event) ? event.country : undefined),
  },
  network: {
    relationship: 'SIGNS_IN_FROM',
    label: 'Asn',
    deed: 'signed in',
    novelty: 500,
    valueOf: (event) =>
      signedIn(event) && event.address !== undefined
        ? event.asn !== undefined
          ? String(event.asn)
          : networkOf(event.address)
        : undefined,
  },
  address: {
    relationship: 'SIGNS_IN_FROM',
    label: 'IP',
    deed: 'signed in',
    novelty: 1_000,
    valueOf: (event) => (signedIn(event) ? event.address : undefined),
  },
  device: {
    relationship: 'USES',
    label: 'Device',
    deed: 'signed in',
    novelty: 1_000,
    valueOf: (event) => (signedIn(event) ? event.device : undefined),
  },
  app: {
    relationship: 'USES',
    label: 'App',
    deed: 'signed in',
    novelty: 200,
    valueOf: (event) => (signedIn(event) ? event.app : undefined),
  },
  mailbox: {
    relationship: 'READS',
    label: 'Mailbox',
    deed: 'opened mail',
    novelty: 1_000,
    valueOf: (event) => (opened(event) && event.kind === 'mailAccess' ? event.mailbox : undefined),
  },
  mailboxWritten: {
    relationship: 'WRITES_TO',
    label: 'Mailbox',
    deed: 'worked in mailboxes',
    novelty: 1_000,
    valueOf: (event) => (wroteMail(event) && event.kind === 'mailItem' ? event.mailbox : undefined),
  },
  site: {
    relationship: 'READS',
    label: 'Url',
    deed: 'used files',
    novelty: 1_000,
    valueOf: (event) => (touchedFile(event) && event.kind === 'fileAccess' ? event.site : undefined),
  },
} as const satisfies Record<string, DimensionSpec>;

export type Dimension = keyof typeof dimensions;
