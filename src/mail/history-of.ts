// What the tenant knows, as of a message, out of what is remembered of mail.
//
// Only mail before the message counts, and never the message itself, whether or not it was told already. What others do is
// read as of the midnight before (learn/surprise.ts says why), once a day: the first message asked about on a day pays for it.

import { associationOf, groundOf } from '../learn/association/association.ts';
import type { Question } from '../learn/association/association.ts';
import { knownDomains } from '../learn/association/lookalike.ts';
import { begunBy, tieOf } from '../learn/association/ties.ts';
import type { Ties } from '../learn/association/ties.ts';
import { totalOf } from '../learn/daily.ts';
import { mailModel } from '../learn/association/weights.ts';
import { dayOf, days, hours } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Correspondence, History, Nearby, Outpouring, Protected } from './history.ts';
import { askedAbout, domainAt, isHomeAddress } from './home.ts';
import { outsideDomain, tell, untell } from './memory.ts';
import type { Counted, MailMemory, Morning, Sent } from './memory.ts';
import type { Message } from './message.ts';

/** Of nobody: what a message can be asked without any tenant. */
export const strangers: History = {
  isKnown: false,
  homeDomains: new Set(),
  known: knownDomains([]),
  protected: [],
  linkedBefore: () => 0,
  thread: () => undefined,
  findings: [],
};

/** What is known besides mail, as of the message. */
export interface Around {
  readonly protected?: readonly Protected[];
  /** Domains that are known besides those the memory knows. */
  readonly known?: readonly string[];
  /** `nearbyOf` finds them. */
  readonly findings?: readonly Nearby[];
  /** IANA name of the time zone somebody here lives in. */
  readonly zoneOf?: (address: string) => string | undefined;
  /** The peer group of somebody here, as of the midnight before. */
  readonly groupOf?: (address: string) => string | undefined;
}

/** A domain can be imitated once it wrote, or was written to, so often; and of those, so many are compared with. */
const KNOWN_AFTER = 3;
const MOST_KNOWN = 20_000;

/** What is asked of it later (`thread`, `linkedBefore`) is answered out of the memory as it is then: ask before more is told. */
export function historyOf(memory: MailMemory, message: Message, asOf: Instant, around: Around = {}): History {
  return without(memory, message.id, () => {
    const { groupOf } = around;
    const morning = (memory.morning =
      memory.morning?.day === dayOf(asOf) ? memory.morning : morningOf(memory, dayOf(asOf), groupOf));
    const recipients = askedAbout(message, memory.homeDomains);
    const author = message.author?.address ?? '';
    const own = memory.seen.get(message.id);
    const other = message.replyTo.find(({ address }) => address !== '' && address !== author)?.address;
    return {
      isKnown: true,
      homeDomains: memory.homeDomains,
      known: around.known === undefined ? morning.known : knownDomains([...morning.known.domains, ...around.known]),
      ...(author === '' ? {} : withAuthor(memory, morning, author, recipients, asOf)),
      ...(other === undefined ? {} : { replyTo: ofAddress(memory, other, recipients, asOf) }),
      protected: around.protected ?? [],
      linkedBefore: (domain) => (memory.linked.get(domain) ?? 0) - (own?.leadsTo.has(domain) === true ? 1 : 0),
      thread: (id) => (id === message.id ? undefined : partIn(memory.seen.get(id), asOf)),
      ...togetherIn(memory, author, recipients, asOf),
      ...zoneIn(recipients, around),
      findings: around.findings ?? [],
    };
  });
}

/** As if the message had never come: it is taken back, and told again as it was. */
function without<T>(memory: MailMemory, id: string, ask: () => T): T {
  const own = memory.seen.get(id);
  if (own === undefined) return ask();
  untell(memory, own);
  try {
    return ask();
  } finally {
    tell(memory, own);
  }
}

function withAuthor(memory: MailMemory, morning: Morning, author: string, recipients: readonly string[], asOf: Instant) {
  const registered = outsideDomain(memory, author);
  const outpouring = outpouringOf(memory.senders.get(author), asOf);
  return {
    sender: ofAddress(memory, author, recipients, asOf),
    ...(registered === undefined ? {} : { domain: ofDomain(memory, registered, recipients, asOf) }),
    ...associationWith(memory, morning, { from: author, to: recipients }, asOf),
    ...(outpouring === undefined ? {} : { outpouring }),
  };
}

function ofAddress(memory: MailMemory, address: string, recipients: readonly string[], asOf: Instant): Correspondence {
  const sent = memory.senders.get(address);
  const before = dayOf(asOf) + 1;
  return {
    ...sentBefore(sent, asOf),
    recipientsReached: howMany(recipients, (it) => isTied(memory.people, address, it, before)),
    recipientsAnswered: howMany(recipients, (it) => isTied(memory.people, it, address, before)),
    hours: sent === undefined ? Array<number>(24).fill(0) : [...sent.hours],
  };
}

function ofDomain(memory: MailMemory, registered: string, recipients: readonly string[], asOf: Instant): Correspondence {
  const before = dayOf(asOf) + 1;
  return {
    ...sentBefore(memory.fromDomain.get(registered), asOf),
    recipientsReached: howMany(recipients, (it) => isTied(memory.domains, registered, it, before)),
    recipientsAnswered: howMany(recipients, (it) => isTied(memory.answers, it, registered, before)),
  };
}

function sentBefore(sent: Sent | undefined, asOf: Instant) {
  if (sent === undefined) return { messages: 0, days: 0 };
  const lastAt = sent.newest.findLast((at) => at <= asOf) ?? sent.firstAt;
  return { messages: totalOf(sent.days), days: sent.days.days.length, firstAt: sent.firstAt, lastAt };
}

const howMany = (recipients: readonly string[], is: (address: string) => boolean): number => recipients.filter(is).length;

const isTied = (ties: Ties, from: string, to: string, before: Day): boolean => tieOf(ties, from, to, before).count > 0;

/** Undefined for nobody who ever wrote. */
function outpouringOf(sent: Sent | undefined, asOf: Instant): Outpouring | undefined {
  if (sent === undefined) return undefined;
  const since = asOf - days(1);
  const lately = sent.lately.filter(({ at }) => at > since && at <= asOf);
  const earlier = sent.days.days.map((day, index) => (day < dayOf(since) ? (sent.days.counts[index] ?? 0) : 0));
  return {
    lastHour: lately.filter(({ at }) => at > asOf - hours(1)).length,
    lastDay: lately.length,
    mostInADay: earlier.reduce((most, times) => Math.max(most, times), 0),
    newRecipients: new Set(lately.flatMap(({ fresh }) => [...fresh])).size,
  };
}

/** For the whole recipient set, with the sender's domain; of nobody nothing can be asked. */
function associationWith({ homeDomains }: MailMemory, { ground }: Morning, { from, to }: Question, asOf: Instant) {
  const others = to.filter((it) => it !== from);
  if (others.length === 0) return {};
  const domain = isHomeAddress(homeDomains, from) ? {} : { domain: domainAt(from) };
  return { association: associationOf(ground, { from, to: others, ...domain }, asOf) };
}

function morningOf(memory: MailMemory, day: Day, groupOf: Around['groupOf']): Morning {
  const { people, domains, answers, homeDomains } = memory;
  const ground = groundOf(people, day, mailModel, { domains, homeDomains, ...(groupOf === undefined ? {} : { groupOf }) });
  return { day, ground, known: knownDomains([...homeDomains, ...dealtWith(domains, answers, day)]) };
}

/** Registered domains that wrote or were written to, those with most mail first. */
function dealtWith(domains: Ties, answers: Ties, before: Day): readonly string[] {
  const counts = new Map<string, number>();
  for (const domain of domains.begun.keys()) counts.set(domain, begunBy(domains, domain, before).count);
  for (const [domain, people] of answers.in)
    for (const who of people) counts.set(domain, (counts.get(domain) ?? 0) + tieOf(answers, who, domain, before).count);
  const known = [...counts].filter(([, times]) => times >= KNOWN_AFTER);
  return known
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_KNOWN)
    .map(([domain]) => domain);
}

/** Who wrote and had a message. */
const partIn = (it: Counted | undefined, asOf: Instant): readonly string[] | undefined =>
  it === undefined || it.at > asOf ? undefined : [it.author, ...it.recipients];

const MOST_PAIRED = 20;
/** Somebody tied to more people than this ties nobody together. */
const MOST_SHARED = 50;

function togetherIn(
  memory: MailMemory,
  author: string,
  recipients: readonly string[],
  asOf: Instant,
): { readonly together?: number } {
  const ours = recipients.filter((it) => it !== author && isHomeAddress(memory.homeDomains, it)).slice(0, MOST_PAIRED);
  if (ours.length < 2) return {};
  const circles = ours.map((it) => circleOf(memory.people, it, author, dayOf(asOf) + 1));
  let [pairs, tied] = [0, 0];
  for (const [index, circle] of circles.entries())
    for (const [other, otherCircle] of circles.entries()) {
      if (other <= index) continue;
      pairs += 1;
      const isDirect = circle.has(ours[other] ?? '') || otherCircle.has(ours[index] ?? '');
      if (isDirect || [...circle].some((it) => otherCircle.has(it) && spreadOf(memory.people, it) <= MOST_SHARED)) tied += 1;
    }
  return { together: tied / pairs };
}

/** Everybody somebody wrote to or heard from, but one. */
function circleOf(people: Ties, who: string, but: string, before: Day): ReadonlySet<string> {
  const wrote = [...(people.out.get(who)?.keys() ?? [])].filter((it) => isTied(people, who, it, before));
  const heard = [...(people.in.get(who) ?? [])].filter((it) => isTied(people, it, who, before));
  return new Set([...wrote, ...heard].filter((it) => it !== but));
}

const spreadOf = (people: Ties, who: string): number => Math.max(people.out.get(who)?.size ?? 0, people.in.get(who)?.size ?? 0);

/** Of most of those whose zone is known; of two equal ones the smaller name. */
function zoneIn(recipients: readonly string[], { zoneOf }: Around): { readonly zone?: string } {
  const counts = new Map<string, number>();
  for (const it of recipients) {
    const zone = zoneOf?.(it);
    if (zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return first === undefined ? {} : { zone: first[0] };
}
