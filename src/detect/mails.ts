// Mail in the replay: each message is judged once, when its first record comes, by what was measured of it and by what was
// known then; told to the campaigns; and only afterwards remembered.
//
// A message is its bytes and a row of the trace for each recipient. What was measured of the bytes is at hand from the start,
// so that the verdict is there whichever record comes first. Of a message nobody has the bytes of there is no verdict: who
// sent it to whom is remembered all the same.
//
// Bounds: verdicts with all their values of the last 5,000 messages, for records that come after the first; mail/memory.ts and
// mail/campaign/settings.ts for the rest.

import { weigh, valuesOf } from '../learn/habits.ts';
import { slot } from '../learn/slot.ts';
import { registeredDomain } from '../learn/association/lookalike.ts';
import type { Campaign } from '../mail/campaign/campaign.ts';
import { campaignIdOf, noCampaigns, observe, rule, standing } from '../mail/campaign/campaigns.ts';
import type { Campaigns } from '../mail/campaign/campaigns.ts';
import { historyOf } from '../mail/history-of.ts';
import type { History, Protected } from '../mail/history.ts';
import { isHomeAddress } from '../mail/home.ts';
import { judgedIn } from '../mail/judged.ts';
import type { JudgedMail } from '../mail/judged.ts';
import { judgedAs, opened } from '../mail/measure.ts';
import type { Opened } from '../mail/measure.ts';
import type { Measurement } from '../mail/measurement.ts';
import { domainsOf, noMail, remember } from '../mail/memory.ts';
import type { MailMemory } from '../mail/memory.ts';
import type { Message } from '../mail/message.ts';
import type { Model } from '../mail/model.ts';
import { nearbyOf } from '../mail/nearby.ts';
import { protectedOf } from '../mail/people.ts';
import type { Verdict } from '../mail/verdict.ts';
import { inOrder } from '../model/event.ts';
import type { Event, Mail, RoleChange } from '../model/event.ts';
import { thingOf } from '../model/finding.ts';
import type { About, Finding } from '../model/finding.ts';
import type { Ruling } from '../model/handling.ts';
import { dayOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import { floodAt, rememberArrival } from './floods.ts';
import type { Flood, Inboxes } from './floods.ts';
import type { Memory } from './memory.ts';
import { isFreeMail } from './words.ts';

/** What mail is judged with. */
export interface MailOptions {
  /** By the id of the event that is the record of the message; undefined for a row of the trace. */
  readonly mailOf: (event: string) => Measurement | undefined;
  /** Whether there is one, without reading it. */
  readonly isLetter: (event: string) => boolean;
  readonly models: readonly Model[];
  /** Names people go by here, their addresses among them. */
  readonly addresses: Iterable<string>;
  /** The identity behind an address; itself where nobody is known. */
  readonly personOf: (address: string) => string;
  /** What people said of incidents, each from its moment on. */
  readonly rulings?: readonly Ruling[];
}

/** A message as it was judged, as of then. */
export interface MailPast {
  readonly verdict: Verdict;
  /** Its head: who, to whom, when. */
  readonly message: Message;
  readonly history: History;
  /** Registered domains it leads to. */
  readonly leadsTo: readonly string[];
  /** The author is one of the organisation's own addresses. */
  readonly isOurs: boolean;
  /** Whoever is behind an address. */
  readonly personOf: (address: string) => string;
  /** Id of the event that is its record. */
  readonly event: string;
}

/** What is said of a message in the end. */
export interface SaidOfMail {
  readonly message: string;
  /** When its first record says it came. */
  readonly at: Instant;
  readonly judged?: JudgedMail;
}

/** A finding as far as mail asks of it. */
export type Around = Pick<Finding, 'id' | 'at' | 'severity'> & { readonly detection: string; readonly about: readonly About[] };

interface Judged {
  readonly past: MailPast;
  readonly campaign: Campaign | undefined;
}

export interface Mails {
  readonly options: MailOptions;
  readonly memory: MailMemory;
  readonly campaigns: Campaigns;
  readonly inboxes: Inboxes;
  /** Message → the event that is its record, and everybody any record says has it. */
  readonly letters: ReadonlyMap<string, string>;
  readonly recipients: ReadonlyMap<string, readonly string[]>;
  readonly said: Map<string, SaidOfMail>;
  readonly recent: Map<string, Judged>;
  /** Those not told to the campaigns yet, by their moment. */
  readonly rulings: Ruling[];
  /** Findings by whom and what they are about. */
  readonly about: Map<string, Set<() => Around>>;
  readonly roles: RoleChange[];
  readonly zones: Map<string, string | undefined>;
  people: readonly Protected[] | undefined;
  today: Day;
}

const MOST_RECENT = 5_000;
const MOST_RECIPIENTS = 500;

export function noMails(events: readonly Event[], homeDomains: readonly string[], options: MailOptions): Mails {
  const mails = events.filter((event): event is Mail => event.kind === 'mail');
  return {
    ...{ options, campaigns: noCampaigns(), inboxes: new Map(), ...indexed(mails, options) },
    rulings: [...(options.rulings ?? [])].sort((a, b) => a.asOf - b.asOf),
    memory: noMail(homeDomains.length > 0 ? homeDomains : homesOf(events)),
    ...{ said: new Map(), recent: new Map(), about: new Map(), roles: [], zones: new Map(), people: undefined, today: 0 },
  };
}

/** Domains of people who sign in, wherever in the records they do: which are ours does not change from day to day. */
function homesOf(events: readonly Event[]): readonly string[] {
  const found = new Set<string>();
  for (const { kind, actor = '', actorKind, outcome } of events) {
    if (kind !== 'signIn' || outcome !== 'success' || actorKind === 'external' || actorKind === 'service') continue;
    const domain = actor.slice(actor.lastIndexOf('@') + 1);
    if (actor.includes('@') && !actor.includes('#') && !isFreeMail(domain)) found.add(domain);
  }
  return [...found].sort();
}

function indexed(mails: readonly Mail[], { isLetter }: MailOptions): Pick<Mails, 'letters' | 'recipients'> {
  const letters = new Map<string, string>();
  const recipients = new Map<string, Set<string>>();
  for (const { id, message, recipients: own } of mails.toSorted(inOrder)) {
    const all = slot(recipients, message, () => new Set<string>());
    for (const it of own) if (all.size < MOST_RECIPIENTS) all.add(it);
    if (!letters.has(message) && isLetter(id)) letters.set(message, id);
  }
  return { letters, recipients: new Map([...recipients].map(([message, all]) => [message, [...all].sort()])) };
}

/** A finding mail may be asked about from now on; it is read when it is asked for, as it grows. */
export function tellFinding({ about }: Mails, label: string, key: string, finding: () => Around): void {
  for (const thing of asNamed(label, key)) slot(about, thing, () => new Set()).add(finding);
}

/** Mail names people by address, and what it leads to by registered domain. */
function asNamed(label: string, key: string): readonly string[] {
  if (label === 'User' || label === 'Mailbox') return [thingOf({ label, key })];
  const domains = label === 'Domain' ? [registeredDomain(key) ?? key] : label === 'Url' ? [...domainsOf([key])] : [];
  return domains.map((domain) => thingOf({ label: 'Domain', key: domain }));
}

/**
 * A campaign by the id that stands for it now: what was begun apart may have become one since. Beside a message the campaign
 * it is in by now: the first of one was alone when it came.
 */
export function asKnownNow({ campaigns }: Mails, it: About): readonly About[] {
  if (it.label === 'Campaign') return [{ ...it, key: standing(campaigns, it.key) }];
  const key = it.label === 'Email' ? campaignIdOf(campaigns, it.key) : undefined;
  return key === undefined ? [it] : [it, { ...it, label: 'Campaign', key }];
}

/** Tells the campaigns what people said before a moment. `aboutOf` says what a finding on mail names; undefined for any other. */
export function hearRulings(
  { rulings, campaigns }: Mails,
  until: Instant,
  aboutOf: (finding: string) => readonly About[] | undefined,
): void {
  for (let [next] = rulings; next !== undefined && next.asOf < until; [next] = rulings) {
    rulings.shift();
    if (next.verdict === 'undetermined') continue;
    const word = { at: next.asOf, by: 'an analyst', isAttack: next.verdict === 'truePositive' };
    const named = next.findings.flatMap((finding) => aboutOf(finding) ?? []);
    for (const key of new Set(named.filter(({ role }) => role === 'mail').map((about) => about.key))) rule(campaigns, key, word);
  }
}

/** The message of a record as it was judged when its first one came; undefined where nobody has its content. */
export function askMail(mails: Mails, event: Mail, memory: Memory): Judged | undefined {
  const { said, recent, letters } = mails;
  if (event.message === '') return undefined;
  if (said.has(event.message)) return recent.get(event.message);
  const id = letters.get(event.message);
  const measurement = id === undefined ? undefined : mails.options.mailOf(id);
  if (id === undefined || measurement === undefined) {
    said.set(event.message, { message: event.message, at: event.at });
    return undefined;
  }
  const judged = judge(mails, event, id, measurement, memory);
  said.set(event.message, { message: event.message, at: event.at, judged: judgedIn(judged.past.verdict) });
  recent.set(event.message, judged);
  for (const oldest of recent.keys()) {
    if (recent.size <= MOST_RECENT) break;
    recent.delete(oldest);
  }
  return judged;
}

/** From now on it is part of the past. */
export function rememberMail({ memory, inboxes }: Mails, event: Mail): void {
  rememberArrival(inboxes, event, memory);
  remember(memory, event);
}

/** What comes to its fullest recipient within the hour. */
export const askFlood = ({ inboxes, memory, options }: Mails, event: Mail): Flood | undefined =>
  floodAt(inboxes, event, memory, options.personOf);

/** Who has power over others is told by changes of roles. */
export function rememberRole(mails: Mails, event: RoleChange): void {
  mails.roles.push(event);
  mails.people = undefined;
}

function judge(mails: Mails, event: Mail, id: string, measurement: Measurement, memory: Memory): Judged {
  const { options, memory: past, campaigns } = mails;
  const it = opened(measurement, past.homeDomains);
  const history = historyAsOf(mails, it, event.at, memory);
  const verdict = judgedAs(it, history, options.models);
  const author = it.message.author?.address ?? event.author ?? event.sender;
  const isOurs = isHomeAddress(past.homeDomains, author);
  const registered = isOurs ? undefined : it.message.author?.registered;
  const { messages = 0, days = 0, firstAt = event.at, recipientsAnswered = 0 } = history.sender ?? {};
  const campaign = observe(campaigns, {
    ...{ message: event.message, at: event.at, author, sample: measurement.sample },
    ...(registered === undefined ? {} : { authorDomain: registered }),
    recipients: mails.recipients.get(event.message) ?? it.message.recipients,
    ...{ score: verdict.score, action: verdict.action },
    isKnownSender: recipientsAnswered > 0 || (messages > 0 && days > 0 && dayOf(firstAt) < dayOf(event.at)),
  });
  const { message, leadsTo } = it;
  return { past: { verdict, message, history, leadsTo, isOurs, personOf: options.personOf, event: id }, campaign };
}

function historyAsOf(mails: Mails, { message, leadsTo }: Opened, asOf: Instant, memory: Memory): History {
  const { options, memory: past } = mails;
  if (dayOf(asOf) !== mails.today) {
    mails.today = dayOf(asOf);
    mails.zones.clear();
  }
  return historyOf(past, message, asOf, {
    protected: protectedBy(mails),
    findings: nearbyOf(findingsAround(mails, message, leadsTo), { message, asOf, leadsTo }, options.personOf),
    zoneOf: (address) => zoneOf(mails, address, memory),
    groupOf: (address) => memory.groupOf.get(options.personOf(address))?.id,
  });
}

function protectedBy(mails: Mails): readonly Protected[] {
  const { memory, options, recipients, roles } = mails;
  return (mails.people ??= protectedOf({
    homeDomains: memory.homeDomains,
    addresses: new Set([...options.addresses, ...[...recipients.values()].flat()]),
    roles,
  }));
}

function findingsAround(
  { about, options }: Mails,
  { author, recipients }: Message,
  leadsTo: readonly string[],
): readonly Around[] {
  const people = [author?.address ?? '', ...recipients.slice(0, MOST_RECIPIENTS)].filter((address) => address !== '');
  const things = [
    ...people.flatMap((address) => [
      thingOf({ label: 'User', key: options.personOf(address) }),
      thingOf({ label: 'User', key: address }),
      thingOf({ label: 'Mailbox', key: options.personOf(address) }),
      thingOf({ label: 'Mailbox', key: address }),
    ]),
    ...[author?.registered ?? '', ...leadsTo].map((key) => thingOf({ label: 'Domain', key })),
  ];
  const found = new Set(things.flatMap((thing) => [...(about.get(thing) ?? [])]));
  return [...found].map((finding) => finding());
}

/** Where somebody lives, by the days before; of two equal zones the smaller name. Asked once a day. */
function zoneOf({ zones, options, today }: Mails, address: string, { habits }: Memory): string | undefined {
  if (zones.has(address)) return zones.get(address);
  const person = options.personOf(address);
  const lived = [...valuesOf(habits, person, 'zone').keys()].map(
    (zone) => [zone, weigh(habits, person, 'zone', zone, today).count] as const,
  );
  const [first] = lived.filter(([, times]) => times > 0).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  zones.set(address, first?.[0]);
  return first?.[0];
}
