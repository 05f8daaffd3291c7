// What hosts have done on the network up to the judged connection: the state behind the questions of `Past.host`.
//
// Two kinds of state. What is usual (places reached, ports called, services offered, bytes sent) is taught and can be
// taken back exactly. What merely happened (when a host talked to a place, which names failed) is remembered whether or
// not it may teach, because a beacon must be seen to go on while it is under suspicion.
//
// Everything is bounded; what was passed over is counted by the reason.

import { add, noDays } from '../learn/daily.ts';
import type { DayCounts } from '../learn/daily.ts';
import { destinationOf, hostOf, serverOf, serviceOf } from '../learn/network/destination.ts';
import type { Destination, Host, Passed } from '../learn/network/destination.ts';
import { looksGenerated } from '../learn/network/generated.ts';
import { count, familiarity, noRepertoire } from '../learn/network/repertoire.ts';
import type { Familiarity, Repertoire } from '../learn/network/repertoire.ts';
import { MOST_BEATS, rhythmOf } from '../learn/network/rhythm.ts';
import type { Beat, Rhythm } from '../learn/network/rhythm.ts';
import { sideOf } from '../learn/network/side.ts';
import { dayRate } from '../learn/network/volume.ts';
import type { DayRate } from '../learn/network/volume.ts';
import type { Connection } from '../model/event.ts';
import { dayOf } from '../model/time.ts';
import type { Day, Instant, Millis } from '../model/time.ts';

const MOST_CONTACTS = 2_000;
const MOST_FAILED_NAMES = 500;
const MOST_NAMES = 8;
const MOST_NAMED_ADDRESSES = 100_000;
const FEWEST_NAMED_ADDRESSES = 20;

interface Contact extends Beat {
  readonly event: string;
}

/** A host's contacts with one place by one deed. */
interface Line {
  readonly contacts: Contact[];
  /** How many there ever were. */
  seen: number;
}

/** A name asked for that does not exist. */
export interface FailedName {
  readonly at: Instant;
  readonly event: string;
  /** What of it somebody would have registered. */
  readonly domain: string;
  readonly isGenerated: boolean;
}

interface Today {
  readonly day: Day;
  total: number;
  readonly to: Map<string, { bytes: number; readonly events: string[] }>;
}

export interface NetworkMemory {
  readonly reached: Repertoire;
  readonly called: Repertoire;
  readonly offered: Repertoire;
  readonly sent: Map<string, DayCounts>;
  readonly today: Map<string, Today>;
  /** Host → place and deed → contacts; those longest silent first. */
  readonly lines: Map<string, Map<string, Line>>;
  /** Address → registered domains it was called by; those whose name changed longest ago first. */
  readonly names: Map<string, readonly string[]>;
  readonly failed: Map<string, FailedName[]>;
  /** Connections that say nothing of places outside, by the reason. */
  readonly passed: Map<Passed, number>;
  /** The newest connection asked about: several detections ask, and then it is remembered. */
  newest: Sides | undefined;
  answers: { readonly event: Connection; readonly past: HostPast } | undefined;
}

/** Who is at either end of a connection. */
interface Sides {
  readonly event: Connection;
  readonly host: Host | undefined;
  readonly server: Host | undefined;
  readonly destination: Destination | undefined;
  readonly passed: Passed | undefined;
}

export const noNetwork = (): NetworkMemory => ({
  reached: noRepertoire(),
  called: noRepertoire(),
  offered: noRepertoire(),
  sent: new Map(),
  today: new Map(),
  lines: new Map(),
  names: new Map(),
  failed: new Map(),
  passed: new Map(),
  newest: undefined,
  answers: undefined,
});

function sidesOf(memory: NetworkMemory, event: Connection): Sides {
  if (memory.newest?.event === event) return memory.newest;
  const told = destinationOf(event);
  const isPassed = typeof told === 'string';
  memory.newest = {
    ...{ event, host: hostOf(event), server: serverOf(event) },
    ...{ destination: isPassed ? undefined : told, passed: isPassed ? told : undefined },
  };
  return memory.newest;
}

/** What the past says of the two sides of the judged connection, before it. */
export interface HostPast {
  readonly host: Host;
  /** The place outside it reaches, if it does. */
  readonly destination: Destination | undefined;
  /** The registered domains the address was called by, by whomever, newest last; of a named place its own. */
  names(): readonly string[];
  /** The sensors tell names of addresses outside at all. */
  readonly namesAreSeen: boolean;
  /** How usual the place is, or one of the names of its address: for the host, its network, the organisation. */
  reach(key?: string): Familiarity;
  /** How usual it is for the host to call that port outside; undefined without a port that means something. */
  port(): (Familiarity & { readonly service: string }) | undefined;
  /** Whether the host talks to the place as if by a timer, the judged connection included; and the events that show it. */
  rhythm(): (Rhythm & { readonly events: readonly string[] }) | undefined;
  /** Bytes sent outside on the day so far, the judged connection included. */
  sentToday(): number;
  /** The same beside the host's earlier days, and how many of them went to this place. */
  sent(): DayRate & { readonly toPlace: number; readonly events: readonly string[] };
  /** Names it asked for in vain before, newest last. */
  failedNames(within: Millis): readonly FailedName[];
  /** How usual it is for the side that was called, when it is inside, to be reached at that port. */
  service(): (Familiarity & { readonly service: string; readonly server: Host }) | undefined;
}

/** The connection has been judged: from now on it is part of the past. */
export function rememberConnection(memory: NetworkMemory, event: Connection): void {
  const { host, destination, passed } = sidesOf(memory, event);
  if (passed !== undefined) memory.passed.set(passed, (memory.passed.get(passed) ?? 0) + 1);
  if (host === undefined || destination === undefined) return;
  contact(memory, host, destination, event);
  name(memory, event, destination);
  if (isFailedName(event)) fail(memory, host, destination, event);
}

function contact(memory: NetworkMemory, host: Host, destination: Destination, event: Connection): void {
  const lines = memory.lines.get(host.key) ?? new Map<string, Line>();
  memory.lines.set(host.key, lines);
  const key = lineKey(destination, event);
  const line = lines.get(key) ?? { contacts: [], seen: 0 };
  // put last: the first one is the one longest silent; as long as there is room, nobody asks
  if (lines.size > MOST_CONTACTS / 2) lines.delete(key);
  lines.set(key, line);
  if (lines.size > MOST_CONTACTS) lines.delete(lines.keys().next().value ?? '');
  line.contacts.push(contactOf(event));
  line.seen += 1;
  if (line.contacts.length > 2 * MOST_BEATS) line.contacts.splice(0, MOST_BEATS);

  const bytes = bytesOutside(event);
  if (bytes === 0) return;
  const today = todayOf(memory, host, dayOf(event.at));
  memory.today.set(host.key, today);
  const sent = today.to.get(destination.key) ?? { bytes: 0, events: [] };
  today.to.set(destination.key, sent);
  today.total += bytes;
  sent.bytes += bytes;
  if (sent.events.length < MOST_BEATS) sent.events.push(event.id);
}

const contactOf = ({ id, at, lastAt, count }: Connection): Contact => ({ event: id, at, lastAt, count });

/**
 * Looking a name up and talking to it keep one rhythm between them, a moment apart; so do two programs that talk to one
 * block of addresses: each is looked at alone.
 */
const lineKey = ({ label, key, entity }: Destination, { deed, port }: Connection): string =>
  label === 'IP' ? `${deed}\n${entity}\n${port ?? ''}` : `${deed}\n${key}`;

/** Of one record of each connection: requests and handshakes are told of beside it. */
const bytesOutside = ({ deed, bytesOut }: Connection): number => (deed === 'connected' ? bytesOut : 0);

function todayOf(memory: NetworkMemory, host: Host, day: Day): Today {
  const kept = memory.today.get(host.key);
  return kept?.day === day ? kept : { day, total: 0, to: new Map() };
}

function name(memory: NetworkMemory, event: Connection, destination: Destination): void {
  const { to } = event;
  if (to === undefined || destination.label !== 'Domain' || event.deed === 'resolved' || sideOf(to) !== 'outside') return;
  const known = memory.names.get(to) ?? [];
  if (known.at(-1) === destination.key) return;
  memory.names.delete(to);
  memory.names.set(to, [...known.filter((other) => other !== destination.key), destination.key].slice(-MOST_NAMES));
  if (memory.names.size > MOST_NAMED_ADDRESSES) memory.names.delete(memory.names.keys().next().value ?? '');
}

const isFailedName = (event: Connection): boolean => event.deed === 'resolved' && event.failures >= event.count;

function fail(memory: NetworkMemory, host: Host, destination: Destination, event: Connection): void {
  const failed = memory.failed.get(host.key) ?? [];
  memory.failed.set(host.key, failed);
  failed.push({ at: event.at, event: event.id, domain: destination.key, isGenerated: looksGenerated(destination.key) });
  if (failed.length > 2 * MOST_FAILED_NAMES) failed.splice(0, MOST_FAILED_NAMES);
}

const calledIn = (event: Connection): string | undefined => (event.deed === 'connected' ? serviceOf(event) : undefined);

/** Ports that a system hands out by chance are no service. */
const offeredIn = (event: Connection): string | undefined =>
  event.deed === 'connected' && (event.port ?? 0) < FIRST_EPHEMERAL ? serviceOf(event) : undefined;

const FIRST_EPHEMERAL = 32_768;

/** Lets a connection teach what is usual (1), or takes back what it taught (−1). */
export function tallyConnection(memory: NetworkMemory, event: Connection, times: 1 | -1): void {
  const { host, server, destination } = sidesOf(memory, event);
  const day = dayOf(event.at);
  const answered = (event.count - event.failures) * times;
  if (answered === 0) return;
  const offered = offeredIn(event);
  if (server !== undefined && offered !== undefined) count(memory.offered, server.key, server.network, offered, day, answered);
  if (host === undefined || destination === undefined) return;

  count(memory.reached, host.key, host.network, destination.key, day, answered);
  const called = calledIn(event);
  if (called !== undefined) count(memory.called, host.key, host.network, called, day, answered);
  const bytes = bytesOutside(event);
  if (bytes === 0) return;
  const sent = memory.sent.get(host.key) ?? noDays();
  memory.sent.set(host.key, sent);
  add(sent, day, bytes * times);
  if (sent.days.length === 0) memory.sent.delete(host.key);
}

/** Undefined where neither side is a machine of the organisation. */
export function recallHost(memory: NetworkMemory, event: Connection): HostPast | undefined {
  if (memory.answers?.event === event) return memory.answers.past;
  const { host, server, destination } = sidesOf(memory, event);
  const either = host ?? server;
  if (either === undefined) return undefined;
  memory.answers = { event, past: answers(memory, event, either, server, destination) };
  return memory.answers.past;
}

function answers(
  memory: NetworkMemory,
  event: Connection,
  host: Host,
  server: Host | undefined,
  destination: Destination | undefined,
): HostPast {
  const today = dayOf(event.at);
  return {
    host,
    destination,
    names: () => namesOf(memory, event, destination),
    namesAreSeen: memory.names.size >= FEWEST_NAMED_ADDRESSES,
    reach: (key) => familiarity(memory.reached, host.key, host.network, key ?? destination?.key ?? '', today),
    port: () => {
      const service = calledIn(event);
      return service === undefined
        ? undefined
        : { service, ...familiarity(memory.called, host.key, host.network, service, today) };
    },
    rhythm: () => (destination === undefined ? undefined : rhythm(memory, host, destination, event)),
    sentToday: () =>
      (memory.today.get(host.key)?.day === today ? (memory.today.get(host.key)?.total ?? 0) : 0) + bytesOutside(event),
    sent: () => sentBy(memory, host, destination, event),
    failedNames: (within) =>
      (memory.failed.get(host.key) ?? []).filter(({ at }) => event.at - at <= within).slice(-MOST_FAILED_NAMES),
    service: () => {
      const service = offeredIn(event);
      if (service === undefined || server === undefined) return undefined;
      return { service, server, ...familiarity(memory.offered, server.key, server.network, service, today) };
    },
  };
}

function namesOf(memory: NetworkMemory, { to }: Connection, destination: Destination | undefined): readonly string[] {
  if (destination?.label === 'Domain') return [destination.key];
  return to === undefined ? [] : (memory.names.get(to) ?? []);
}

/** Looked at whenever a sixteenth of what is kept is new, so that a busy pair costs no more than a quiet one. */
function rhythm(memory: NetworkMemory, host: Host, destination: Destination, event: Connection): ReturnType<HostPast['rhythm']> {
  const line = memory.lines.get(host.key)?.get(lineKey(destination, event));
  if (line === undefined) return undefined;
  const step = Math.max(1, Math.floor(Math.min(line.seen, MOST_BEATS) / 16));
  if (line.seen % step !== 0) return undefined;
  const contacts = [...line.contacts.slice(1 - MOST_BEATS), contactOf(event)];
  const found = rhythmOf(contacts);
  return found && { ...found, events: contacts.map(({ event: id }) => id) };
}

function sentBy(
  memory: NetworkMemory,
  host: Host,
  destination: Destination | undefined,
  event: Connection,
): ReturnType<HostPast['sent']> {
  const day = dayOf(event.at);
  const today = todayOf(memory, host, day);
  const own = destination === undefined ? 0 : bytesOutside(event);
  const toPlace = today.to.get(destination?.key ?? '');
  return {
    ...dayRate(memory.sent.get(host.key), day, today.total + own),
    toPlace: (toPlace?.bytes ?? 0) + own,
    events: [...(toPlace?.events ?? []), event.id],
  };
}
