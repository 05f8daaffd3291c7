// How much mail has come to each mailbox of ours within the hour, and from how many who never wrote to it.
//
// Bounds: the last hour of each mailbox, 2,000 messages of it, and 100,000 mailboxes, those silent longest go first.

import { registeredDomain } from '../learn/association/lookalike.ts';
import { tieOf } from '../learn/association/ties.ts';
import { domainAt, isHomeAddress } from '../mail/home.ts';
import type { MailMemory } from '../mail/memory.ts';
import type { Mail } from '../model/event.ts';
import { dayOf, hours } from '../model/time.ts';
import type { Instant } from '../model/time.ts';

/** What came to one mailbox within the hour, the judged message included. */
export interface Flood {
  readonly recipient: string;
  /** Whose mailbox it is. */
  readonly person: string;
  readonly messages: number;
  /** Registered domains outside it came from, and those that had not written to it before today. */
  readonly domains: number;
  readonly strangers: number;
  /** Messages of the fullest hour before this one. */
  readonly fullest: number;
  /** Ids of the records before the judged one, in order. */
  readonly records: readonly string[];
}

interface Arrived {
  readonly at: Instant;
  readonly domain: string;
  readonly record: string;
}

interface Inbox {
  /** By message: a message and its rows of the trace come once. */
  readonly lately: Map<string, Arrived>;
  hour: number;
  thisHour: number;
  /** Of the hour right before: it may be the same flood, so it is no past yet. */
  hourBefore: number;
  fullest: number;
}

export type Inboxes = Map<string, Inbox>;

const MOST_LATELY = 2_000;
const MOST_INBOXES = 100_000;
const HOUR = hours(1);

/** The fullest of its recipients' hours; undefined for mail that comes from our own, or goes to nobody here. */
export function floodAt(
  inboxes: Inboxes,
  event: Mail,
  memory: MailMemory,
  personOf: (address: string) => string,
): Flood | undefined {
  const domain = senderOf(event, memory);
  if (domain === undefined) return undefined;
  const [recipient] = event.recipients
    .filter((it) => isHomeAddress(memory.homeDomains, it))
    .map((it) => [it, inboxes.get(it)?.lately.size ?? 0] as const)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([it]) => it);
  if (recipient === undefined) return undefined;
  const inbox = inboxes.get(recipient);
  const lately = [...(inbox?.lately ?? [])].filter(([message, { at }]) => message !== event.message && at > event.at - HOUR);
  const domains = new Set([domain, ...lately.map(([, it]) => it.domain)]);
  const strangers = [...domains].filter((it) => tieOf(memory.domains, it, recipient, dayOf(event.at)).count === 0);
  return {
    ...{ recipient, person: personOf(recipient), messages: lately.length + 1 },
    ...{ domains: domains.size, strangers: strangers.length },
    fullest: inbox === undefined ? 0 : turned(inbox, hourOf(event.at)).fullest,
    records: lately.map(([, { record }]) => record),
  };
}

/** Its hours as they are in a later one. */
function turned({ hour, thisHour, hourBefore, fullest }: Inbox, now: number): Omit<Inbox, 'lately'> {
  if (now <= hour) return { hour, thisHour, hourBefore, fullest };
  const isNext = now === hour + 1;
  return {
    ...{ hour: now, thisHour: 0, hourBefore: isNext ? thisHour : 0 },
    fullest: Math.max(fullest, hourBefore, isNext ? 0 : thisHour),
  };
}

export function rememberArrival(inboxes: Inboxes, event: Mail, memory: MailMemory): void {
  const domain = senderOf(event, memory);
  if (domain === undefined || event.delivery === 'rejected') return;
  for (const recipient of event.recipients) {
    if (!isHomeAddress(memory.homeDomains, recipient)) continue;
    const inbox = inboxes.get(recipient) ?? {
      lately: new Map<string, Arrived>(),
      hour: 0,
      thisHour: 0,
      hourBefore: 0,
      fullest: 0,
    };
    // What came last stands last.
    inboxes.delete(recipient);
    inboxes.set(recipient, inbox);
    arrive(inbox, event, domain);
  }
  for (const silent of inboxes.keys()) {
    if (inboxes.size <= MOST_INBOXES) break;
    inboxes.delete(silent);
  }
}

function arrive(inbox: Inbox, { id, at, message }: Mail, domain: string): void {
  for (const [key, it] of inbox.lately) {
    if (it.at > at - HOUR && inbox.lately.size < MOST_LATELY) break;
    inbox.lately.delete(key);
  }
  if (inbox.lately.has(message)) return;
  inbox.lately.set(message, { at, domain, record: id });
  Object.assign(inbox, turned(inbox, hourOf(at)));
  inbox.thisHour += 1;
}

const hourOf = (at: Instant): number => Math.floor(at / HOUR);

function senderOf({ author, sender }: Mail, { homeDomains }: MailMemory): string | undefined {
  const address = author ?? sender;
  return address === '' || isHomeAddress(homeDomains, address) ? undefined : registeredDomain(domainAt(address));
}
