// What has been seen up to the judged act: the plain state behind every question a detection may ask.

import { dimensions, networkOf, shownIn, subjectsIn, taught } from '../learn/dimension.ts';
import type { Dimension } from '../learn/dimension.ts';
import { count, countPair, noHabits, peopleWith, weigh } from '../learn/habits.ts';
import type { Habit, Habits } from '../learn/habits.ts';
import { morning, noHistory, record, standingOf } from '../learn/history.ts';
import type { History } from '../learn/history.ts';
import { jointSurprise } from '../learn/joint.ts';
import type { Weeks } from '../learn/joint.ts';
import { noLineage } from '../learn/peers/lineage.ts';
import type { Lineage, PeerGroup } from '../learn/peers/lineage.ts';
import { regroup as regrouped } from '../learn/peers/regroup.ts';
import type { Peering } from '../learn/peers/regroup.ts';
import type { Rarity } from '../learn/rarity.ts';
import { fullestHours, rateOf } from '../learn/rate.ts';
import { slot } from '../learn/slot.ts';
import { noPriors, PRIOR_LAG_DAYS, surprise } from '../learn/surprise.ts';
import type { Circle, Company, Priors, Standpoint } from '../learn/surprise.ts';
import { touches } from '../ingest/touches.ts';
import type { Event, EventOf, Kind, SignIn } from '../model/event.ts';
import { thingOf } from '../model/finding.ts';
import type { EntityRef } from '../model/finding.ts';
import { dayOf, days, hours, midnightOf } from '../model/time.ts';
import type { Day, Instant, Millis } from '../model/time.ts';
import { alarmOf } from './alerts.ts';
import { noNetwork, recallHost, rememberConnection, tallyConnection } from './network-memory.ts';
import type { NetworkMemory } from './network-memory.ts';
import { RARE_BITS } from './past.ts';
import type { ActSurprise, Alarm, Measure, Past, Practice, RareKind, Sighting, Visit } from './past.ts';
import { isGuess, placesOf, toolOf, wayOf } from './sign-ins.ts';
import { isFreeMail, isSensitive } from './words.ts';

const MOST_REMEMBERED = 1_000;
const LONGEST = days(60);
const MOST_SIGHTINGS = 100;
const FORGOTTEN_AFTER = days(7);

/** Of one alarm: hours it was heard in before the newest, the fullest of those, the newest, and how often in that. */
interface Heard {
  readonly hours: number;
  readonly most: number;
  readonly hour: number;
  readonly times: number;
}

export interface Memory {
  readonly habits: Habits;
  readonly acts: Map<string, Event[]>;
  readonly against: Map<string, Event[]>;
  readonly from: Map<string, Event[]>;
  /** Session and person → address → first and newest act from there. */
  readonly sightings: Map<string, Map<string, Sighting>>;
  readonly rare: Event[];
  /** Place (an address, its block, its network) → people who signed in from there; and what failed from there, or with a tool. */
  readonly visitors: Map<string, Map<string, Visit>>;
  readonly failures: Map<string, SignIn[]>;
  /** Uncommon way to sign in → person → how often on each day, as far as it may teach. */
  readonly ways: Map<string, Map<string, Map<Day, number>>>;
  readonly measured: Map<string, Map<Day, number>>;
  readonly taught: Map<string, Map<Day, number>>;
  /** The same by the hour since 1970-01-01. */
  readonly measuredHours: Map<string, Map<number, number>>;
  readonly taughtHours: Map<string, Map<number, number>>;
  readonly touchers: Map<string, Set<string>>;
  /** Whom alerts named beside an entity: no deed of theirs, and yet what makes it a hub among alerts. */
  readonly named: Map<string, Set<string>>;
  readonly alarms: Map<string, Heard>;
  readonly adminDays: Map<string, Map<Day, number>>;
  readonly signedIn: Set<string>;
  readonly people: Set<string>;
  /** Services and agents: what is usual for them is no measure for people. */
  readonly services: Set<string>;
  readonly homeDomains: Set<string>;
  readonly network: NetworkMemory;
  readonly groupOf: Map<string, PeerGroup>;
  /** The groups that stand, who has belonged to them since when, and what became of them. */
  peers: Lineage;
  readonly peering: Peering;
  /** How surprising everybody's acts have been. */
  readonly history: History;
  /** What was read of priors and weeks for the day being judged. */
  priors: Priors;
  weeks: Weeks;
  today: Day;
  /** People, and services, as of this morning. */
  everybody: Circle;
  machines: Circle;
  circles: Map<string, Circle>;
}

export const noMemory = (homeDomains: readonly string[], peering: Peering = {}): Memory => ({
  habits: noHabits(),
  acts: new Map(),
  against: new Map(),
  from: new Map(),
  sightings: new Map(),
  rare: [],
  visitors: new Map(),
  failures: new Map(),
  ways: new Map(),
  measured: new Map(),
  taught: new Map(),
  measuredHours: new Map(),
  taughtHours: new Map(),
  touchers: new Map(),
  named: new Map(),
  alarms: new Map(),
  adminDays: new Map(),
  signedIn: new Set(),
  people: new Set(),
  services: new Set(),
  homeDomains: new Set(homeDomains),
  network: noNetwork(),
  groupOf: new Map(),
  peers: noLineage,
  peering,
  history: noHistory(),
  priors: noPriors(),
  weeks: new Map(),
  today: 0,
  everybody: { id: 'everybody', members: new Set() },
  machines: { id: 'machines', members: new Set() },
  circles: new Map(),
});

/** A new UTC day: yesterday's priors are stale, and on Mondays people are grouped anew, as of three days before. */
export function dawn(memory: Memory, day: Day): void {
  memory.today = day;
  memory.priors = noPriors();
  memory.weeks = new Map();
  memory.everybody = { id: 'everybody', members: new Set(memory.people) };
  memory.machines = { id: 'machines', members: new Set(memory.services) };
  morning(memory.history, day, PRIOR_LAG_DAYS);
  // 1970-01-01 was a Thursday: day 4 was the first Monday.
  if ((day - 4) % 7 === 0 || memory.peers.groups.length === 0) regroup(memory, day);
}

function regroup(memory: Memory, day: Day): void {
  const { habits, people, peering } = memory;
  const before = day - PRIOR_LAG_DAYS;
  memory.peers = regrouped(memory.peers, habits, { ...peering, at: midnightOf(day), before, isPerson: (who) => people.has(who) });
  const { groups } = memory.peers;
  memory.circles = new Map(groups.map((group) => [group.id, { id: group.id, members: new Set(group.members) }]));
  memory.groupOf.clear();
  for (const group of groups) for (const member of group.members) memory.groupOf.set(member, group);
}

/** The act has been judged: from now on it is part of the past. Teaching habits is a separate matter. */
export function remember(memory: Memory, event: Event): void {
  if (event.kind === 'connection') rememberConnection(memory.network, event);
  const actor = event.actor;
  // A message names who it says it is from; who writes to the organisation is not one of its people.
  const isOurs = event.kind !== 'mail' && event.actorKind !== 'service';
  if (actor !== undefined) {
    pushTo(memory.acts, actor, event);
    if (isOurs) memory.people.add(actor);
    else if (event.kind !== 'mail') memory.services.add(actor);
  }
  if (event.address !== undefined && event.serviceAddress !== true && actor !== undefined)
    pushTo(memory.from, event.address, event);
  sight(memory, event);
  if (isRareKind(event.kind)) memory.rare.push(event);
  const target = targetOf(event);
  if (target !== undefined) pushTo(memory.against, target, event);
  for (const { key, amount } of measuresOf(event)) {
    addTo(memory.measured, key, dayOf(event.at), amount);
    addTo(memory.measuredHours, key, hourOf(event.at), amount);
  }
  if (event.kind === 'alert') hear(memory, event);
  if (actor === undefined) return;
  for (const thing of touchedBy(event)) slot(memory.touchers, thingOf(thing), () => new Set()).add(actor);
  if (event.kind === 'signIn') welcome(memory, event);
}

/** Mail that came to a mailbox was not the sender's work in it, and whose password somebody guessed at was not there. */
const touchedBy = (event: Event): readonly EntityRef[] =>
  event.kind === 'signIn' && isGuess(event) ? [] : touches(event).filter((it) => event.kind !== 'mail' || it.label !== 'Mailbox');

function hear(memory: Memory, alert: EventOf<'alert'>): void {
  const alarm = alarmOf(alert);
  memory.alarms.set(alarm, heardAgain(memory, alarm, alert.at));
  const subjects = subjectsOf(alert);
  for (const thing of touches(alert))
    for (const subject of subjects) slot(memory.named, thingOf(thing), () => new Set()).add(subject);
}

/** What was silent for a week is no habit any more. */
function heardAgain(memory: Memory, alarm: string, at: Instant): Heard {
  const known = memory.alarms.get(alarm);
  const hour = hourOf(at);
  if (known === undefined || hour - known.hour > hourOf(FORGOTTEN_AFTER)) return { hours: 0, most: 0, hour, times: 1 };
  if (hour === known.hour) return { ...known, times: known.times + 1 };
  return { hours: known.hours + 1, most: Math.max(known.most, known.times), hour, times: 1 };
}

/** The same, as if it had just gone off once more. */
function alarmAt(memory: Memory, alarm: string, at: Instant): Alarm {
  const { hours: earlierHours, most, times: thisHour } = heardAgain(memory, alarm, at);
  return { earlierHours, most, thisHour };
}

function sight(memory: Memory, event: Event): void {
  const { session, actor, address } = event;
  if (session === undefined || actor === undefined || address === undefined) return;
  if (event.serviceAddress === true || event.outcome !== 'success') return;
  const key = `${session}\n${actor}`;
  const places = memory.sightings.get(key) ?? new Map<string, Sighting>();
  memory.sightings.set(key, places);
  const first = places.get(address)?.first;
  if (first !== undefined || places.size < MOST_SIGHTINGS) places.set(address, { first: first ?? event, newest: event });
}

function welcome(memory: Memory, event: EventOf<'signIn'>): void {
  if (event.actor === undefined) return;
  if (event.outcome === 'failure')
    for (const way of [...placesOf(event), toolOf(event) ?? '']) if (way !== '') pushTo(memory.failures, way, event);
  if (event.outcome !== 'success') return;
  memory.signedIn.add(event.actor);
  for (const place of placesOf(event)) {
    const visitors = memory.visitors.get(place) ?? new Map<string, Visit>();
    memory.visitors.set(place, visitors);
    const firstDay = visitors.get(event.actor)?.firstDay ?? dayOf(event.at);
    visitors.set(event.actor, { firstDay, lastAt: event.at });
  }
  const domain = domainOf(event.actor);
  const isGuest = event.actorKind === 'external' || event.actor.includes('#ext#');
  // Not every record says that somebody is a guest.
  if (domain !== undefined && !isGuest && !isFreeMail(domain)) memory.homeDomains.add(domain);
}

/** Lets an act teach habits; `bits` is how surprising it was when it was judged. */
export const teach = (memory: Memory, event: Event, bits: number): void => tally(memory, event, bits, 1);

/** Takes back what an act taught; from the priors of the day as well, where they reach back to it. */
export function unteach(memory: Memory, event: Event, bits: number): void {
  tally(memory, event, bits, -1);
}

function tally(memory: Memory, event: Event, bits: number, times: 1 | -1): void {
  if (event.kind === 'connection') tallyConnection(memory.network, event, times);
  for (const [dimension, spec] of taught(event.kind)) {
    if (spec.of === 'User' ? !isTheirs(event) : event.actorKind === 'service' && spec.of !== 'App') continue;
    if (!spec.teaches(event)) continue;
    const values = shownIn(spec, event);
    if (values.length === 0) continue;
    for (const subject of subjectsIn(spec, event))
      for (const value of values) count(memory.habits, subject, dimension, value, event.at, times);
  }
  // A past older than the priors changes them; what is younger does not reach them.
  if (dayOf(event.at) < memory.today - PRIOR_LAG_DAYS) memory.priors = noPriors();
  if (event.actor !== undefined && dayOf(event.at) < memory.today) memory.weeks.delete(event.actor);
  if (event.actor === undefined || !isTheirs(event)) return;
  pair(memory, event, event.actor, times);
  record(memory.history, event.actor, event.kind, bits, dayOf(event.at), times);
  if (event.actorKind === 'service') return;
  for (const { key, amount } of measuresOf(event)) {
    addTo(memory.taught, key, dayOf(event.at), amount * times);
    addTo(memory.taughtHours, key, hourOf(event.at), amount * times);
  }
  const way = wayOf(event);
  if (way !== undefined) {
    const people = memory.ways.get(way) ?? new Map<string, Map<Day, number>>();
    memory.ways.set(way, people);
    addTo(people, event.actor, dayOf(event.at), times);
  }
  const target = targetOf(event);
  if (target !== undefined && target !== event.actor)
    addTo(memory.adminDays, `${event.actor}\n${event.operation.toLowerCase()}`, dayOf(event.at), times);
}

/** An act of the actor's own: a message names who it says it is from, and who writes to the organisation is not one of its people. */
const isTheirs = (event: Event): boolean =>
  event.actor !== undefined && (event.kind !== 'mail' || event.direction === 'outbound' || event.direction === 'internal');

/** What was shown together, where one is judged given the other. */
function pair(memory: Memory, event: Event, actor: string, times: 1 | -1): void {
  for (const [dimension, spec] of taught(event.kind)) {
    if (spec.given === undefined || !spec.teaches(event)) continue;
    for (const beside of spec.given) {
      const [other] = shownIn(dimensions[beside], event);
      if (other === undefined || !dimensions[beside].teaches(event)) continue;
      for (const value of shownIn(spec, event))
        countPair(memory.habits, actor, [beside, other], [dimension, value], event.at, times);
    }
  }
}

/** How much of what somebody did on each day, and in its fullest hour, as far as it may teach. */
export function amountsIn(memory: Memory): Habit[] {
  const told = (counts: ReadonlyMap<string, ReadonlyMap<Day, number>>, dimension: Dimension): Habit[] =>
    [...counts].flatMap(([key, byDay]) => {
      const [person = '', value = ''] = key.split('\n');
      const sorted = [...byDay].sort(([a], [b]) => a - b);
      const [first, last] = [sorted[0]?.[0], sorted.at(-1)?.[0]];
      if (first === undefined || last === undefined) return [];
      const spans = { firstAt: midnightOf(first), lastAt: midnightOf(last) };
      return [{ person, dimension, value, days: sorted.map(([day]) => day), counts: sorted.map(([, n]) => n), ...spans }];
    });
  const fullest = new Map([...memory.taughtHours].map(([key, byHour]) => [key, fullestHours(byHour)]));
  return [...told(memory.taught, 'amount'), ...told(fullest, 'busiestHour')];
}

/** How many people had touched an entity so far. */
export const spreadOf = (memory: Memory, label: string, key: string): number =>
  memory.touchers.get(thingOf({ label, key }))?.size ?? 0;

/** Who is behind an event: its actor; of an alert the people it names, else the devices, else the addresses. */
export function subjectsOf(event: Event): readonly string[] {
  if (event.kind === 'alert') return [event.people, event.devices, event.addresses].find((named) => named.length > 0) ?? [];
  return event.actor === undefined ? [] : [event.actor];
}

/** How many had touched an entity so far or were named beside it, these among them. */
export function reachOf(memory: Memory, label: string, key: string, subjects: readonly string[]): number {
  const thing = thingOf({ label, key });
  const touchers = memory.touchers.get(thing);
  const named = memory.named.get(thing) ?? new Set();
  const more = new Set([...named, ...subjects].filter((who) => touchers?.has(who) !== true));
  return (touchers?.size ?? 0) + more.size;
}

/** The past of one event, as the questions a detection may ask. */
export function recall(
  memory: Memory,
  event: Event,
  nameOf: (person: string) => string,
  mail: Pick<Past, 'mail' | 'campaign' | 'flood'> = nothingOfMail,
): Past {
  const actor = event.actor ?? '';
  const today = dayOf(event.at);
  const rarityFor = (person: string, dimension: Dimension, value: string): Rarity =>
    surprise(standpoint(memory, person, today), dimension, value);
  const rarity = (dimension: Dimension, value: string): Rarity => rarityFor(actor, dimension, value);
  return {
    before: (kinds, within) => newest(memory.acts.get(actor), kinds, event.at, within),
    against: (target, kinds, within) => newest(memory.against.get(target), kinds, event.at, within),
    of: (person, kinds, within) => newest(memory.acts.get(person), kinds, event.at, within),
    from: (address, kinds, within) => newest(memory.from.get(address), kinds, event.at, within),
    sightings: (session) => [...(memory.sightings.get(`${session}\n${actor}`)?.values() ?? [])],
    anyones: (kinds, within) => newest(memory.rare, kinds, event.at, within),
    spread: (label, key) => spreadOf(memory, label, key),
    regulars: (address) =>
      [...peopleWith(memory.habits, 'address', address)].filter(
        (person) => memory.people.has(person) && weigh(memory.habits, person, 'address', address, today).count > 0,
      ).length,
    visitors: (place) => memory.visitors.get(place) ?? new Map<string, Visit>(),
    failures: (place, within) => newest(memory.failures.get(place), ['signIn'], event.at, within),
    practice: (way) => practiceOf(memory, actor, way, today),
    rarity,
    rarityFor,
    place: () => placeRarity(event, rarity),
    knows: (what) => knows(memory.habits, event, what, today),
    rate: (measure) => rateIn(memory, event, measure, today),
    hourlyRate: (measure) => hourlyRateIn(memory, event, measure, today),
    isHome: (address) => memory.homeDomains.has(domainOf(address) ?? address.toLowerCase()),
    isShared: (mailbox) => isShared(memory, mailbox),
    usuallyDoes: (operation) =>
      [...(memory.adminDays.get(`${actor}\n${operation.toLowerCase()}`) ?? [])].filter(([day, n]) => day < today && n > 0)
        .length >= 3,
    alarm: (key) => alarmAt(memory, key, event.at),
    host: () => (event.kind === 'connection' ? recallHost(memory.network, event) : undefined),
    nameOf,
    ...mail,
  };
}

const nothingOfMail: Pick<Past, 'mail' | 'campaign' | 'flood'> = {
  mail: () => undefined,
  campaign: () => undefined,
  flood: () => undefined,
};

function practiceOf(memory: Memory, actor: string, way: string, today: Day): Practice {
  const daysOf = (person: string): number =>
    [...(memory.ways.get(way)?.get(person) ?? [])].filter(([day, n]) => day < today && n > 0).length;
  const others = [...(memory.ways.get(way)?.keys() ?? [])].filter((person) => person !== actor && daysOf(person) > 0);
  const peers = new Set((memory.groupOf.get(actor)?.members ?? []).filter((person) => person !== actor));
  return {
    ownDays: daysOf(actor),
    peers: peers.size,
    peersWith: others.filter((person) => peers.has(person)).length,
    peopleWith: others.length,
  };
}

/** Nobody signs in as it, and somebody else works in it. */
const isShared = (memory: Memory, mailbox: string): boolean =>
  !memory.signedIn.has(mailbox) &&
  [...(memory.touchers.get(thingOf({ label: 'Mailbox', key: mailbox })) ?? [])].some((who) => who !== mailbox);

export function sharedMailboxes(memory: Memory): ReadonlySet<string> {
  const prefix = thingOf({ label: 'Mailbox', key: '' });
  const mailboxes = [...memory.touchers.keys()]
    .filter((thing) => thing.startsWith(prefix))
    .map((thing) => thing.slice(prefix.length));
  return new Set(mailboxes.filter((mailbox) => isShared(memory, mailbox)));
}

function placeRarity(event: Event, rarity: Past['rarity']): Rarity | undefined {
  if (event.address === undefined || event.serviceAddress === true) return undefined;
  const country = event.country === undefined ? undefined : rarity('country', event.country);
  if (country !== undefined && country.bits >= RARE_BITS) return country;
  return rarity('network', event.asn !== undefined ? String(event.asn) : networkOf(event.address));
}

function knows(habits: Habits, event: Event, what: 'device' | 'address', today: Day): boolean {
  const value = what === 'device' ? event.device : event.address;
  return value !== undefined && event.actor !== undefined && weigh(habits, event.actor, what, value, today).count > 0;
}

function newest<K extends Kind>(
  acts: readonly Event[] | undefined,
  kinds: readonly K[],
  at: Instant,
  within: Millis,
): EventOf<K>[] {
  const found: EventOf<K>[] = [];
  const since = at - Math.min(within, LONGEST);
  for (let index = (acts?.length ?? 0) - 1; index >= 0 && found.length < MOST_REMEMBERED; index -= 1) {
    const act = acts?.[index];
    if (act === undefined || act.at < since) break;
    if ((kinds as readonly Kind[]).includes(act.kind)) found.push(act as EventOf<K>);
  }
  return found;
}

function rateIn(memory: Memory, event: Event, measure: Measure, today: Day) {
  const key = `${event.actor ?? ''}\n${measure}`;
  return rateOf(memory.taught.get(key) ?? new Map(), today, (memory.measured.get(key)?.get(today) ?? 0) + ownAmount(event, key));
}

function hourlyRateIn(memory: Memory, event: Event, measure: Measure, today: Day) {
  const key = `${event.actor ?? ''}\n${measure}`;
  const thisHour = (memory.measuredHours.get(key)?.get(hourOf(event.at)) ?? 0) + ownAmount(event, key);
  return rateOf(fullestHours(memory.taughtHours.get(key) ?? new Map()), today, thisHour);
}

const ownAmount = (event: Event, key: string): number => measuresOf(event).find((measured) => measured.key === key)?.amount ?? 0;

const hourOf = (at: Instant): number => Math.floor(at / hours(1));

/** How surprising an act is, all it shows taken together; undefined for what nobody did. */
export function surpriseOf(memory: Memory, event: Event): ActSurprise | undefined {
  const { actor } = event;
  if (actor === undefined || !isTheirs(event)) return undefined;
  const joint = jointSurprise(standpoint(memory, actor, dayOf(event.at)), event, memory.weeks);
  return {
    ...joint,
    standing: standingOf(memory.history, actor, event.kind, joint.bits, dayOf(event.at), PRIOR_LAG_DAYS),
  };
}

const nobody: Circle = { id: 'nobody', members: new Set() };

const standpoint = (memory: Memory, person: string, day: Day): Standpoint => ({
  ...{ habits: memory.habits, priors: memory.priors, company: companyOf(memory, person) },
  ...{ person, day },
});

function companyOf(memory: Memory, person: string): Company {
  const group = memory.groupOf.get(person);
  return {
    peers: (group === undefined ? undefined : memory.circles.get(group.id)) ?? nobody,
    everybody: memory.services.has(person) && !memory.people.has(person) ? memory.machines : memory.everybody,
  };
}

function measuresOf(event: Event): { key: string; amount: number }[] {
  const amounts = amountsOf(event);
  return amounts.map(([measure, amount]) => ({ key: `${event.actor ?? ''}\n${measure}`, amount }));
}

function amountsOf(event: Event): [Measure, number][] {
  if (event.outcome !== 'success') return [];
  if (event.kind === 'mailAccess') return [['mailOpened', event.items]];
  if (event.kind === 'mailItem')
    return event.deed === 'trashed' || event.deed === 'softDeleted' || event.deed === 'hardDeleted'
      ? [['mailDeleted', event.items]]
      : [];
  if (event.kind === 'mail')
    return event.direction === 'outbound' || event.direction === 'internal'
      ? [['mailSent', Math.max(1, event.recipients.length)]]
      : [];
  if (
    event.kind !== 'fileAccess' ||
    event.automatic ||
    (event.deed !== 'accessed' && event.deed !== 'previewed' && event.deed !== 'downloaded')
  )
    return [];
  const amounts: [Measure, number][] = [['filesRead', 1]];
  if (event.deed === 'downloaded') amounts.push(['filesDownloaded', 1]);
  if (isSensitive(`${event.name} ${event.file}`)) amounts.push(['sensitiveFilesRead', 1]);
  return amounts;
}

const rareKinds: ReadonlySet<Kind> = new Set<RareKind>([
  'mailboxRule',
  'methodChange',
  'consent',
  'roleChange',
  'delegation',
  'adminChange',
]);
const isRareKind = (kind: Kind): boolean => rareKinds.has(kind);

const targetOf = (event: Event): string | undefined =>
  event.kind === 'methodChange' || event.kind === 'adminChange' || event.kind === 'roleChange' || event.kind === 'consent'
    ? event.target
    : event.kind === 'mailboxRule' || event.kind === 'mailAccess' || event.kind === 'mailItem' || event.kind === 'delegation'
      ? event.mailbox
      : undefined;

const domainOf = (address: string): string | undefined =>
  address.includes('@') ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : undefined;

const pushTo = <K, V>(map: Map<K, V[]>, key: K, value: V): void => void slot(map, key, () => []).push(value);

/** What is taken back to nothing leaves no trace. */
function addTo(map: Map<string, Map<number, number>>, key: string, when: number, amount: number): void {
  const counts = map.get(key) ?? new Map<number, number>();
  map.set(key, counts);
  const left = (counts.get(when) ?? 0) + amount;
  if (left === 0) counts.delete(when);
  else counts.set(when, left);
}
