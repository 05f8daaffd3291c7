// What is remembered of mail: who wrote to whom and when, which domains wrote, were written to and were linked to, and who
// had part in the newest messages.
//
// Mail is told in (at, id) order. One message may be told several times (its bytes, and a trace row for each recipient): it
// counts once, with everybody it went to. What one message added can be taken back without a trace, so that a message can be
// asked about as if it had never come; nothing here asks, `history-of.ts` does. What was refused or held back never counts.
//
// Bounds: 300 days; 200,000 senders and as many linked domains, those go first that were silent longest; 200,000 messages with
// 2,000,000 recipients among them, the oldest go first; of one sender's last day 5,000 messages; and what learn/association/ties.ts says.

import { add, noDays, OLDEST_DAYS } from '../learn/daily.ts';
import type { DayCounts } from '../learn/daily.ts';
import type { Ground } from '../learn/association/association.ts';
import type { KnownDomains } from '../learn/association/lookalike.ts';
import { registeredDomain } from '../learn/association/lookalike.ts';
import { addTie, forget, noTies, removeTie, tieOf } from '../learn/association/ties.ts';
import type { Ties } from '../learn/association/ties.ts';
import { inOrder } from '../model/event.ts';
import type { Mail } from '../model/event.ts';
import { dayOf, days, hours } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import { domainAt, isHomeAddress } from './home.ts';

/** What of a mail event is remembered. */
export type Told = Pick<Mail, 'message' | 'at' | 'sender' | 'author' | 'recipients' | 'urls' | 'delivery'>;

/** One message as it was counted. */
export interface Counted {
  readonly id: string;
  readonly at: Instant;
  /** Who says they wrote it. */
  readonly author: string;
  readonly recipients: ReadonlySet<string>;
  /** Recipients who never had mail from the author before. */
  readonly fresh: ReadonlySet<string>;
  /** Registered domains it leads to. */
  readonly leadsTo: ReadonlySet<string>;
}

/** Messages of one address, or of one domain. */
export interface Sent {
  readonly days: DayCounts;
  /** By the hour of the UTC day; none for a domain. */
  readonly hours: number[];
  firstAt: Instant;
  /** When the last ones were, ascending. */
  readonly newest: Instant[];
  /** The messages of the last day or two, in order; none for a domain. */
  readonly lately: Counted[];
}

/** What is read of all of it once a day. */
export interface Morning {
  readonly day: Day;
  readonly ground: Ground;
  readonly known: KnownDomains;
}

export interface MailMemory {
  readonly bounds: Bounds;
  readonly homeDomains: ReadonlySet<string>;
  /** Person to person, whoever they are. */
  readonly people: Ties;
  /** Registered domain outside → recipient; and person → registered domain outside they wrote to. */
  readonly domains: Ties;
  readonly answers: Ties;
  readonly senders: Map<string, Sent>;
  readonly fromDomain: Map<string, Sent>;
  /** Registered domain → messages that led there. */
  readonly linked: Map<string, number>;
  /** The newest messages by id, in order. */
  readonly seen: Map<string, Counted>;
  seenPeople: number;
  today: Day;
  morning: Morning | undefined;
}

export const noMail = (homeDomains: Iterable<string>, bounds = BOUNDS): MailMemory => ({
  bounds,
  homeDomains: new Set(homeDomains),
  people: noTies(),
  domains: noTies(true),
  answers: noTies(true),
  senders: new Map(),
  fromDomain: new Map(),
  linked: new Map(),
  seen: new Map(),
  seenPeople: 0,
  today: 0,
  morning: undefined,
});

/** How much is kept. */
export interface Bounds {
  /** Senders, and domains that write. */
  readonly senders: number;
  readonly linked: number;
  /** Messages, and recipients of all of them together. */
  readonly seen: number;
  readonly seenPeople: number;
  /** Messages of one sender's last two days. */
  readonly lately: number;
}

const BOUNDS: Bounds = { senders: 200_000, linked: 200_000, seen: 200_000, seenPeople: 2_000_000, lately: 5_000 };

const MOST_NEWEST = 8;
/** Domains of one message that are looked at. */
const MOST_LEADS = 50;
const LATELY = days(2);

export function remember(memory: MailMemory, mail: Told): void {
  if (mail.delivery === 'rejected' || mail.delivery === 'quarantined') return;
  const author = mail.author ?? mail.sender;
  if (author === '' || mail.message === '') return;
  begin(memory, dayOf(mail.at));
  const earlier = memory.seen.get(mail.message);
  // Who wrote it is said by the message; a trace row alone says whose server sent it.
  const writer = earlier === undefined || mail.author !== undefined ? author : earlier.author;
  const recipients = new Set([...(earlier?.recipients ?? []), ...mail.recipients]);
  const leadsTo = new Set([...(earlier?.leadsTo ?? []), ...domainsOf(mail.urls)]);
  if (earlier !== undefined) {
    if (writer === earlier.author && recipients.size === earlier.recipients.size && leadsTo.size === earlier.leadsTo.size) return;
    takeBack(memory, earlier);
  }
  const at = earlier?.at ?? mail.at;
  const fresh = new Set([...recipients].filter((it) => tieOf(memory.people, writer, it, Infinity).count === 0));
  count(memory, { id: mail.message, at, author: writer, recipients, fresh, leadsTo });
  trim(memory);
}

/** Adds a message that is not there yet. */
function count(memory: MailMemory, it: Counted): void {
  tell(memory, it);
  for (const to of it.leadsTo) {
    const times = memory.linked.get(to) ?? 0;
    // What was linked to last stands last.
    memory.linked.delete(to);
    memory.linked.set(to, times + 1);
  }
  memory.seen.set(it.id, it);
  memory.seenPeople += it.recipients.size;
}

/** Takes back what `count` added. */
function takeBack(memory: MailMemory, it: Counted): void {
  untell(memory, it);
  for (const to of it.leadsTo) {
    const times = (memory.linked.get(to) ?? 1) - 1;
    if (times > 0) memory.linked.set(to, times);
    else memory.linked.delete(to);
  }
  memory.seen.delete(it.id);
  memory.seenPeople -= it.recipients.size;
}

/** Who wrote to whom: what is asked of a message as if it had never come, `untell` takes back and `tell` tells again, without a trace. */
export function tell(memory: MailMemory, it: Counted): void {
  for (const to of it.recipients) for (const [ties, from, end] of tiesOf(memory, it, to)) addTie(ties, from, end, it.at);
  tellSent(memory, memory.senders, it.author, it);
  const domain = outsideDomain(memory, it.author);
  if (domain !== undefined) tellSent(memory, memory.fromDomain, domain, it);
}

export function untell(memory: MailMemory, it: Counted): void {
  for (const to of it.recipients) for (const [ties, from, end] of tiesOf(memory, it, to)) removeTie(ties, from, end, it.at);
  untellSent(memory.senders, it.author, it);
  const domain = outsideDomain(memory, it.author);
  if (domain !== undefined) untellSent(memory.fromDomain, domain, it);
}

function tiesOf(memory: MailMemory, { author }: Counted, to: string): readonly (readonly [Ties, string, string])[] {
  const from = outsideDomain(memory, author);
  const there = outsideDomain(memory, to);
  return [
    [memory.people, author, to],
    ...(from === undefined ? [] : [[memory.domains, from, to] as const]),
    ...(there === undefined ? [] : [[memory.answers, author, there] as const]),
  ];
}

/** What somebody registered of an address outside. */
export function outsideDomain(memory: MailMemory, address: string): string | undefined {
  return isHomeAddress(memory.homeDomains, address) ? undefined : registeredDomain(domainAt(address));
}

function tellSent({ senders, bounds }: MailMemory, map: Map<string, Sent>, key: string, it: Counted): void {
  const isSender = map === senders;
  const sent = map.get(key) ?? {
    days: noDays(),
    hours: isSender ? Array<number>(24).fill(0) : [],
    firstAt: it.at,
    newest: [],
    lately: [],
  };
  map.set(key, sent);
  add(sent.days, dayOf(it.at), 1);
  sent.firstAt = Math.min(sent.firstAt, it.at);
  sent.newest.splice(sent.newest.findLastIndex((at) => at <= it.at) + 1, 0, it.at);
  if (sent.newest.length > MOST_NEWEST) sent.newest.shift();
  if (!isSender) return;
  const hour = hourOf(it.at);
  sent.hours[hour] = (sent.hours[hour] ?? 0) + 1;
  sent.lately.splice(sent.lately.findLastIndex((one) => inOrder(one, it) < 0) + 1, 0, it);
  const newest = sent.lately.at(-1)?.at ?? it.at;
  const old = sent.lately.findIndex(({ at }) => at > newest - LATELY);
  sent.lately.splice(0, Math.max(old, sent.lately.length - bounds.lately, 0));
}

function untellSent(map: Map<string, Sent>, key: string, it: Counted): void {
  const sent = map.get(key);
  if (sent === undefined) return;
  add(sent.days, dayOf(it.at), -1);
  if (sent.days.days.length === 0) {
    map.delete(key);
    return;
  }
  remove(sent.newest, (at) => at === it.at);
  remove(sent.lately, ({ id }) => id === it.id);
  const hour = hourOf(it.at);
  if (sent.hours.length > 0) sent.hours[hour] = Math.max(0, (sent.hours[hour] ?? 0) - 1);
}

const hourOf = (at: Instant): number => Math.floor((at - days(dayOf(at))) / hours(1));

function remove<T>(list: T[], is: (one: T) => boolean): void {
  const index = list.findLastIndex(is);
  if (index >= 0) list.splice(index, 1);
}

/** Registered domains of links; what is no address of a web page is left out. */
export function domainsOf(urls: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const url of urls) {
    const host = /^[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^/?#@]{0,200}@)?([^/?#:@]{1,253})/i.exec(url)?.[1];
    const domain = host === undefined ? undefined : registeredDomain(host);
    if (domain !== undefined && found.size < MOST_LEADS) found.add(domain);
  }
  return found;
}

/** Once a week what is too old to weigh goes. */
function begin(memory: MailMemory, day: Day): void {
  if (day <= memory.today) return;
  const isWeekly = Math.floor(day / 7) > Math.floor(memory.today / 7);
  memory.today = day;
  if (!isWeekly) return;
  for (const ties of [memory.people, memory.domains, memory.answers]) forget(ties, day - OLDEST_DAYS);
  for (const map of [memory.senders, memory.fromDomain])
    for (const [
      key,
      {
        days: { days: kept },
      },
    ] of map)
      if ((kept.at(-1) ?? 0) < day - OLDEST_DAYS) map.delete(key);
}

function trim(memory: MailMemory): void {
  for (const [id, { recipients }] of memory.seen) {
    if (memory.seen.size <= memory.bounds.seen && memory.seenPeople <= memory.bounds.seenPeople) break;
    memory.seen.delete(id);
    memory.seenPeople -= recipients.size;
  }
  for (const [domain] of memory.linked) {
    if (memory.linked.size <= memory.bounds.linked) break;
    memory.linked.delete(domain);
  }
  for (const map of [memory.senders, memory.fromDomain]) if (map.size > memory.bounds.senders) dropSilent(memory, map);
}

/** A tenth at once, with their ties: to look for them takes time in proportion to all. */
function dropSilent(memory: MailMemory, map: Map<string, Sent>): void {
  const last = ({ days: { days: kept } }: Sent): Day => kept.at(-1) ?? 0;
  const silent = [...map]
    .sort(([a, one], [b, other]) => last(one) - last(other) || (a < b ? -1 : 1))
    .slice(0, Math.ceil(memory.bounds.senders / 10));
  for (const [key] of silent) {
    map.delete(key);
    dropTies(map === memory.senders ? memory.people : memory.domains, key);
  }
}

function dropTies(ties: Ties, from: string): void {
  for (const [to, { days: kept, counts }] of [...(ties.out.get(from) ?? [])])
    for (const [index, day] of [...kept].entries())
      for (let times = counts[index] ?? 0; times > 0; times -= 1) removeTie(ties, from, to, days(day));
}
