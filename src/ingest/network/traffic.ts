// What Zeek, Suricata and Argus all tell: two sides, what passed between them, and what a sensor thought of it.

import { canonicalAddress } from '../address.ts';
import type { Field } from '../field.ts';
import { known } from '../known.ts';
import type { Told } from '../source.ts';
import type { Alert, Connection } from '../../model/event.ts';
import type { Instant, Millis } from '../../model/time.ts';

/** Text, and nothing for the dash and the brackets tab-separated logs write instead of it. */
export function textIn(field: Field): string | undefined {
  const text = field.maybeText();
  return text === '-' || text === '(empty)' ? undefined : text;
}

export function numberIn(field: Field): number | undefined {
  const text = textIn(field);
  const number = text === undefined ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Whole bytes; a sensor that lost count may say less than none. */
export const bytesIn = (field: Field): number => Math.max(0, Math.floor(numberIn(field) ?? 0));

/** A span told in seconds. */
export const secondsIn = (field: Field): Millis => Math.max(0, Math.floor((numberIn(field) ?? 0) * 1000));

export const truthIn = (field: Field): boolean | undefined => {
  const text = textIn(field)?.toLowerCase();
  return text === 'true' || text === 't' ? true : text === 'false' || text === 'f' ? false : undefined;
};

interface Sides {
  readonly address?: string;
  readonly to?: string;
}

/** Undefined unless one side is an address and the other is one, too, or no host in particular: 0.0.0.0 asks for a lease. */
export function sidesOf(from: Field, to: Field): Sides | undefined {
  const [address, other] = [addressIn(from), addressIn(to)];
  if ((address === undefined && !isNobody(from)) || (other === undefined && !isNobody(to))) return undefined;
  return address === undefined && other === undefined ? undefined : known({ address, to: other });
}

export const addressIn = (field: Field): string | undefined => canonicalAddress(textIn(field));

function isNobody(field: Field): boolean {
  const text = textIn(field);
  return text === undefined || /^[0:.]+$/.test(text);
}

export interface Passed {
  readonly operation: string;
  readonly deed: Connection['deed'];
  /** Undefined where the clock tells nothing. */
  readonly at: Instant | undefined;
  readonly lastAt?: Instant;
  readonly sides: Sides | undefined;
  readonly port: Field;
  readonly transport: string | undefined;
  readonly service: string | undefined;
  readonly domain?: string | undefined;
  readonly url?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly failed: boolean;
  readonly bytesOut?: number;
  readonly bytesIn?: number;
}

/** Undefined where a connection cannot be told from it: without a time, or between what are no addresses. */
export function connection(it: Passed): Told<'connection'> | undefined {
  const { at, sides, failed } = it;
  if (at === undefined || sides === undefined) return undefined;
  const transport = it.transport?.toLowerCase();
  return known({
    kind: 'connection' as const,
    at,
    operation: it.operation,
    outcome: failed ? ('failure' as const) : ('success' as const),
    ...sides,
    deed: it.deed,
    port: hasPorts(transport) ? portIn(it.port) : undefined,
    transport,
    service: it.service,
    domain: it.domain,
    url: it.url?.slice(0, LONGEST_URL),
    userAgent: it.userAgent?.slice(0, LONGEST_TEXT),
    lastAt: Math.max(at, it.lastAt ?? at),
    count: 1,
    failures: failed ? 1 : 0,
    bytesOut: it.bytesOut ?? 0,
    bytesIn: it.bytesIn ?? 0,
    records: [],
  });
}

/** A key longer than 8 KB is one no index of the database takes. */
const LONGEST_URL = 2_000;
const LONGEST_TEXT = 300;
/** What fits into a question to a name server. */
const LONGEST_NAME = 253;

/** In the others' columns stand types and codes of control messages. */
const hasPorts = (transport: string | undefined): boolean =>
  transport === undefined || ['tcp', 'udp', 'sctp', 'dccp', 'udt'].includes(transport);

function portIn(field: Field): number | undefined {
  const port = numberIn(field);
  return port !== undefined && Number.isInteger(port) && port >= 0 && port < 65_536 ? port : undefined;
}

/** Sensors name the services of one connection in any order; TLS was called SSL once. */
export function serviceIn(field: Field): string | undefined {
  const names = textIn(field)?.toLowerCase().split(',') ?? [];
  const services = [...new Set(names.map((name) => (name === 'ssl' ? 'tls' : name)))].filter(
    (name) => name !== '' && name !== 'failed' && name !== 'unknown',
  );
  return services.length === 0 ? undefined : services.sort().join(',');
}

/** A name in lower case, without port and final dot; nothing for an address. */
export function nameIn(field: Field): string | undefined {
  const name = textIn(field)?.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  return name === undefined || name === '' || canonicalAddress(name) !== undefined ? undefined : name.slice(0, LONGEST_NAME);
}

/** The whole of a request's address from the parts a sensor tells; nothing where it does not know the path. */
export function urlOf(host: string | undefined, port: number | undefined, path: string | undefined): string | undefined {
  if (path === undefined || /^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return path;
  if (host === undefined || !path.startsWith('/')) return undefined;
  const named = host.toLowerCase();
  const authority = named.includes(':') && canonicalAddress(named)?.includes(':') === true ? bracketed(named) : named;
  const isTold = port === undefined || port === 80 || /:\d+$/.test(authority);
  return `http://${isTold ? authority : `${authority}:${port}`}${path}`;
}

const bracketed = (address: string): string => (address.startsWith('[') ? address : `[${address}]`);

/** A verdict of a sensor, which knows addresses and no people. */
export function alert(
  at: Instant,
  it: Pick<Alert, 'operation' | 'product' | 'headline' | 'severity' | 'tactics' | 'techniques' | 'outcome'> & {
    readonly addresses: readonly (string | undefined)[];
    readonly domains?: readonly (string | undefined)[];
    readonly urls?: readonly (string | undefined)[];
  },
): Told<'alert'> {
  const { operation, product, headline, severity, tactics, techniques, outcome } = it;
  return {
    kind: 'alert',
    at,
    ...{ operation, product, severity, tactics, techniques, outcome },
    headline: headline.slice(0, LONGEST_TEXT),
    status: 'open',
    lastAt: at,
    count: 1,
    people: [],
    devices: [],
    addresses: each(it.addresses),
    mailboxes: [],
    messages: [],
    files: [],
    urls: each(it.urls ?? []).map((url) => url.slice(0, LONGEST_URL)),
    domains: each(it.domains ?? []),
    apps: [],
    sessions: [],
    called: [],
  };
}

const each = (values: readonly (string | undefined)[]): readonly string[] => [...new Set(values.flatMap((it) => it ?? []))];

/** Before everything: a record without a time can follow nothing. */
const TIMELESS: Instant = 0;

/** Kept, and never judged. */
export const other = (operation: string, at: Instant | undefined, address: string | undefined): Told<'other'> =>
  known({ kind: 'other' as const, at: at ?? TIMELESS, operation, outcome: 'success' as const, address });
