// What several detections ask of an event: how strange its place is for the person and their peers,
// whom and what it concerns, and how to say so.

import { kindOfName } from '../ingest/name.ts';
import { networkOf } from '../learn/dimension.ts';
import type { Rarity } from '../learn/rarity.ts';
import { inOrder, type Event, type EventOf, type MailboxRule, type SignIn } from '../model/event.ts';
import { severities, severityRank, type About, type Severity } from '../model/finding.ts';
import { dayOf, days, hours, type Millis } from '../model/time.ts';
import { RARE_BITS, type Past } from './past.ts';
import { count, countryName, folderKind, hostOf, isFreeMail, list, quote, times } from './words.ts';

// ── People ────────────────────────────────────────────────────────────────────────────────────────────────

/** Done by somebody who sits somewhere: not by the service, an app or an agent, whose places mean nothing. */
export const isPerson = <E extends Event>(event: E): event is E & { readonly actor: string } =>
  event.actor !== undefined && event.actor !== '' && event.actorKind !== 'service' && event.actorKind !== 'agent';

/** A mailbox that is this person's own: by name, or because they hardly open another. */
export function ownsMailbox(person: string, mailbox: string, past: Past): boolean {
  const names = new Set([person.toLowerCase(), past.nameOf(person).toLowerCase()]);
  if (names.has(mailbox.toLowerCase())) return true;
  if (past.isShared(mailbox)) return false;

  // the primary address need not be the UPN, but it is where nearly all of one's mail is read
  const read = past.rarityFor(person, 'mailbox', mailbox);
  return read.own >= 10 && read.own * 2 > read.total;
}

/** Deeds that only an administrator does for others. */
const administration = ['adminChange', 'methodChange', 'roleChange', 'delegation'] as const;
const FEWEST_ADMIN_DAYS = 3;

/** Changes things of others, or of the organisation, on several earlier days: it is their work, whichever of the deeds this is. */
export function administers(event: Event, past: Past): boolean {
  const earlier = past
    .before(administration, days(60))
    .filter((act) => act.outcome === 'success' && concernsOthers(act) && dayOf(act.at) < dayOf(event.at));
  return new Set(earlier.map(({ at }) => dayOf(at))).size >= FEWEST_ADMIN_DAYS;
}

function concernsOthers(act: EventOf<(typeof administration)[number]>): boolean {
  // sharing a site or adding a colleague to a team is everybody's
  if (act.kind === 'adminChange' && !/exchange|directory|security/i.test(act.workload)) return false;
  const target = act.kind === 'delegation' ? act.mailbox : act.target;
  return target !== undefined && target !== act.actor;
}

/** The account was made within the last week. */
export const isNewAccount = (person: string, past: Past): boolean =>
  past
    .against(person, ['adminChange'], days(7))
    .some(
      ({ operation, outcome }) =>
        outcome === 'success' && /^(add|invite|create) (external )?user\b|^new-mailbox$/i.test(operation),
    );

// ── Places ────────────────────────────────────────────────────────────────────────────────────────────────

/** Below RARE_BITS a place never seen still counts a little from here on: 1 in 64. */
const UNUSUAL_BITS = 6;
/** With fewer sign-ins than this nobody has a usual place to leave. */
const SHORTEST_PAST = 3;
/** With fewer than this the text says that the past is short. */
const SHORT_PAST = 20;
/** A traveller's laptop and telephone need not sign in on the same day. */
const TRAVELS_FOR = days(14);

/** A place that is not one of the person's, nor of their peers. */
export interface Strange {
  readonly event: Event;
  readonly by: 'country' | 'network';
  readonly level: 'rare' | 'unusual';
  /** They are there with a device they also use at home: a traveller, most likely. */
  readonly traveller?: 'managed' | 'known';
  readonly rarity: Rarity;
}

/** Rare with nothing to explain it. */
export const isRare = (strange: Strange | undefined): boolean => strange?.level === 'rare' && strange.traveller === undefined;
/** Strange at all, and no traveller. */
export const isStrange = (strange: Strange | undefined): strange is Strange =>
  strange !== undefined && strange.traveller === undefined;

/** The country an act came from, if it is rare or unusual for its actor; undefined where nothing can be said. */
export function strangeCountry(event: Event, past: Past): Strange | undefined {
  if (!isPerson(event) || event.serviceAddress === true || event.country === undefined) return;

  const rarity = past.rarityFor(event.actor, 'country', event.country);
  const level = levelOf(rarity);
  if (level === undefined || saidToBeElsewhere(event, past)) return;

  const traveller = travelsWith(event, past);
  return { event, by: 'country', level, rarity, ...(traveller !== undefined && { traveller }) };
}

/** The same, or else a network that nobody here uses: alone it means little, since people change networks all the time. */
export function strangePlace(event: Event, past: Past): Strange | undefined {
  const abroad = strangeCountry(event, past);
  if (abroad !== undefined) return abroad;
  if (!isPerson(event) || event.serviceAddress === true || event.address === undefined) return;
  // a block of addresses is no network: without the number of one, carriers and hotels look new every day
  if (event.asn === undefined && event.country !== undefined) return;

  const rarity = past.rarityFor(event.actor, 'network', event.asn !== undefined ? String(event.asn) : networkOf(event.address));
  if (rarity.bits < RARE_BITS || rarity.own > 0 || rarity.peersWith > 0 || rarity.total < SHORTEST_PAST) return;

  const traveller = travelsWith(event, past);
  return { event, by: 'network', level: 'unusual', rarity, ...(traveller !== undefined && { traveller }) };
}

/** The strangest of several, those without an explanation first. */
export function strangest(events: readonly Event[], past: Past): Strange | undefined {
  const weight = (strange: Strange) => (isRare(strange) ? 2_000 : isStrange(strange) ? 1_000 : 0) + strange.rarity.bits;
  return events
    .map((event) => strangeCountry(event, past))
    .filter((strange) => strange !== undefined)
    .reduce<Strange | undefined>((best, next) => (best === undefined || weight(next) > weight(best) ? next : best), undefined);
}

/** Where somebody sat when a record holds only the service's address: their own place, or that of sign-ins shortly before. */
export function placeBehind(
  event: Event,
  past: Past,
  within: Millis,
): { strange: Strange | undefined; signIns: readonly SignIn[] } {
  const signIns = past.before(['signIn'], within).filter((signIn) => signIn.outcome === 'success');
  return { strange: strangest([event, ...signIns], past), signIns };
}

/** The same for what a service wrote down in a person's name: where they themselves had signed in. */
export function placeOfPerson(person: string, past: Past, within: Millis = hours(24)): Strange | undefined {
  return strangest(
    past.of(person, ['signIn'], within).filter((signIn) => signIn.outcome === 'success'),
    past,
  );
}

function levelOf(rarity: Rarity): Strange['level'] | undefined {
  // no past of one's own: only a place that is new to everybody says anything, and not much
  if (rarity.total < SHORTEST_PAST) return rarity.bits >= RARE_BITS && rarity.people >= SHORTEST_PAST ? 'unusual' : undefined;
  if (rarity.bits >= RARE_BITS) return isCommonAmongPeers(rarity) ? 'unusual' : 'rare';
  return rarity.bits >= UNUSUAL_BITS && rarity.own === 0 && !isCommonAmongPeers(rarity) ? 'unusual' : undefined;
}

/** Two peers and one in ten of them: it is where the team works, or travels. */
const isCommonAmongPeers = (rarity: Rarity): boolean => rarity.peersWith >= 2 && rarity.peersWith * 10 >= rarity.peers;

/** The person's sign-ins from the same address say another, usual country: databases disagree, nobody moved. */
function saidToBeElsewhere(event: Event & { readonly actor: string }, past: Past): boolean {
  if (event.address === undefined) return false;
  return past
    .of(event.actor, ['signIn'], days(60))
    .some(
      (signIn) =>
        signIn.address === event.address &&
        signIn.outcome === 'success' &&
        signIn.country !== undefined &&
        signIn.country !== event.country &&
        levelOf(past.rarityFor(event.actor, 'country', signIn.country)) === undefined,
    );
}

function travelsWith(event: Event & { readonly actor: string }, past: Past): Strange['traveller'] {
  const signIns = past.of(event.actor, ['signIn'], days(60)).filter((signIn) => signIn.outcome === 'success');
  const there = signIns.filter((signIn) => signIn.country === event.country && event.at - signIn.at <= TRAVELS_FOR);
  const devices = [event, ...there].filter((act) => act.device !== undefined);
  const own = devices.filter((act) => isUsedAtHome(act, act === event, signIns, past));

  return own.some((act) => act.managed === true) ? 'managed' : own.length > 0 ? 'known' : undefined;
}

/** Used on an earlier day from a country that is theirs. A thief's own machine, however often it came back, is not. */
function isUsedAtHome(act: Event, isJudged: boolean, signIns: readonly SignIn[], past: Past): boolean {
  const uses = signIns.filter((signIn) => signIn.device === act.device && dayOf(signIn.at) < dayOf(act.at));
  const elsewhere = uses.filter((signIn) => signIn.country !== undefined && signIn.country !== act.country);
  if (elsewhere.some((signIn) => levelOf(past.rarityFor(signIn.actor ?? '', 'country', signIn.country ?? '')) === undefined))
    return true;
  // older than the acts at hand
  return isJudged && uses.length === 0 && past.knows('device');
}

/** `Germany (AS24940)`, or the network where the country is usual. */
export function placeName(event: Event): string {
  const network = event.asn !== undefined ? `AS${event.asn}` : event.address;
  if (event.country === undefined) return network ?? 'an unknown place';
  return `${countryName(event.country)}${network !== undefined ? ` (${network})` : ''}`;
}

/** `from Germany (AS24940), where they had never signed in, in 412 sign-ins, nor had any of 38 peers`. */
export function fromPlace(strange: Strange): string {
  const where = strange.by === 'network' ? 'a network from which' : 'where';
  return `from ${placeName(strange.event)}, ${where} ${inCounts(strange.rarity)}${withDevice(strange)}`;
}

function inCounts({ own, total, peers, peersWith, people, peopleWith }: Rarity): string {
  const [others, with_, word] = peers > 0 ? [peers, peersWith, 'peer'] : [people, peopleWith, 'other'];
  const theirs =
    total === 0
      ? 'nothing is known of them yet'
      : own === 0
        ? `they had never signed in, in ${count(total, 'sign-in')}${total < SHORT_PAST ? ' (a short past)' : ''}`
        : `they had signed in ${times(own)} of ${total}`;
  if (others === 0) return theirs;
  return with_ === 0
    ? `${theirs}, nor had any of ${count(others, word)}`
    : `${theirs}, ${own === 0 ? 'though' : 'and'} ${with_} of ${count(others, word)} had`;
}

const withDevice = ({ traveller }: Strange): string =>
  traveller === undefined ? '' : `, on ${traveller === 'managed' ? 'a managed device' : 'a device'} they use at home`;

// ── Evidence ──────────────────────────────────────────────────────────────────────────────────────────────

/** Ids in (at, id) order, each once. */
export const idsOf = (events: readonly Event[]): readonly string[] => [
  ...new Set([...events].sort(inOrder).map((event) => event.id)),
];

/** Newest first, as far back as no pause is longer than `gap`. */
export function unbroken<E extends Event>(event: Event, earlier: readonly E[], gap: Millis): readonly E[] {
  const pause = earlier.findIndex((act, index) => (earlier[index - 1] ?? event).at - act.at > gap);
  return pause === -1 ? earlier : earlier.slice(0, pause);
}

const MOST_FILES = 20;
const MOST_OTHERS = 20;

/** Whom and what events concern: actor, place, device, session and the things they were done to. */
export function concerning(events: readonly Event[], strange?: Strange, more: readonly About[] = []): readonly About[] {
  const all = [...events.flatMap(entitiesOf), ...(strange === undefined ? [] : placeOf(strange.event)), ...more];
  const kept = new Map<string, About>();
  const perLabel = new Map<string, number>();

  for (const about of all) {
    const key = `${about.role} ${about.label} ${about.key}`;
    const seen = perLabel.get(about.label) ?? 0;
    if (about.key === '' || kept.has(key) || seen >= (about.label === 'File' ? MOST_FILES : MOST_OTHERS)) continue;
    kept.set(key, about);
    perLabel.set(about.label, seen + 1);
  }
  return [...kept.values()];
}

const placeOf = (event: Event): readonly About[] => [
  ...(event.address !== undefined ? [{ label: 'IP', key: event.address, role: 'place' } as const] : []),
  ...(event.country !== undefined ? [{ label: 'Country', key: event.country, role: 'place' } as const] : []),
];

function entitiesOf(event: Event): readonly About[] {
  const entities: About[] = [];
  if (event.actor !== undefined) entities.push({ label: 'User', key: event.actor, role: 'actor' });
  // an address of the service or a country everybody sits in would join strangers
  if (event.address !== undefined && event.serviceAddress !== true)
    entities.push({ label: 'IP', key: event.address, role: 'place' });
  if (event.device !== undefined) entities.push({ label: 'Device', key: event.device, role: 'device' });
  if (event.session !== undefined) entities.push({ label: 'Session', key: event.session, role: 'session' });

  switch (event.kind) {
    case 'methodChange':
      entities.push({ label: 'User', key: event.target, role: 'target' });
      break;
    case 'mailboxRule':
      if (event.mailbox !== undefined) entities.push({ label: 'Mailbox', key: event.mailbox, role: 'mailbox' });
      entities.push({ label: 'Rule', key: event.rule, role: 'rule' });
      break;
    case 'mailAccess':
    case 'mailItem':
      entities.push({ label: 'Mailbox', key: event.mailbox, role: 'mailbox' });
      break;
    case 'fileAccess':
      entities.push({ label: 'File', key: event.file, role: 'file' });
      break;
    case 'consent':
      if (event.app !== undefined) entities.push({ label: 'App', key: event.app, role: 'app' });
      if (event.target !== undefined) entities.push(...account(event.target));
      break;
    case 'roleChange':
      entities.push(...account(event.target));
      break;
    case 'delegation':
      entities.push({ label: 'Mailbox', key: event.mailbox, role: 'mailbox' }, ...account(event.grantee));
      break;
  }
  return entities;
}

/** Groups, applications and directory objects go by other names, and are no accounts. */
const account = (name: string): readonly About[] =>
  kindOfName(name) === 'upn' ? [{ label: 'User', key: name, role: 'target' }] : [];

// ── Severity ──────────────────────────────────────────────────────────────────────────────────────────────

/** Some steps up or down, within the four there are. */
export const raised = (severity: Severity, steps: number): Severity =>
  severities[Math.max(0, Math.min(severities.length - 1, severityRank(severity) + steps))] ?? severity;

// ── Mail rules ────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Addresses outside the organisation a rule sends mail to. A recipient known only by a name is nobody outside for sure, and
 * the mailbox's own domain is at home even before anybody was seen to sign in.
 */
export const forwardsOutside = (rule: MailboxRule, past: Past): readonly string[] =>
  rule.forwardsTo.filter(
    (address) => address.includes('@') && isOutside(address, past) && (isFreeMail(address) || hostOf(address) !== ownHost(rule)),
  );

function ownHost(rule: MailboxRule): string | undefined {
  const own = [rule.mailbox, rule.actorKind === 'external' ? undefined : rule.actor].find((name) => name?.includes('@') === true);
  return own === undefined ? undefined : hostOf(own);
}

/** Not of the organisation's domains, nor of their subdomains. Where everybody may have an address, nobody is at home. */
export function isOutside(address: string, past: Past): boolean {
  const host = hostOf(address);
  if (isFreeMail(address)) return true;
  const labels = host.split('.');
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  // Exchange routes within a tenant by way of a domain of its own
  const routed = host.replace(/\.mail\.onmicrosoft\.com$/, '.onmicrosoft.com');
  return ![...domains, routed].some((domain) => past.isHome(domain));
}

/** Mail the rule meets is not seen by its owner, or not as it was. */
export function hides(rule: MailboxRule): boolean {
  if (rule.deletes) return true;
  if (rule.movesTo === undefined) return false;
  const kind = folderKind(rule.movesTo);
  return rule.marksRead || kind === 'odd' || kind === 'deleted' || kind === 'junk';
}

/** `marks mail from “bo@contoso.test” as read and moves it to “Archive”`. */
export function whatItDoes(rule: MailboxRule): string {
  const words = rule.words.length > 0 ? ` with ${list(rule.words.map((word) => quote(word, 30)))}` : '';
  const mail = `mail${
    rule.from.length > 0
      ? ` from ${list(
          rule.from.map((from) => quote(from)),
          2,
        )}`
      : ''
  }${words}`;
  const deeds = [
    ...(rule.marksRead ? [`marks ${mail} as read`] : []),
    ...(rule.deletes ? ['deletes'] : []),
    ...(rule.movesTo !== undefined ? ['moves'] : []),
    ...(rule.forwardsTo.length > 0 ? ['forwards'] : []),
  ].map((deed, index) => {
    const it = index === 0 ? mail : 'it';
    if (deed === 'deletes') return `deletes ${it}`;
    if (deed === 'moves') return `moves ${it} to ${quote(rule.movesTo ?? '')}`;
    if (deed === 'forwards')
      return `forwards ${it} to ${list(
        rule.forwardsTo.map((to) => quote(to)),
        2,
      )}`;
    return deed;
  });
  return deeds.length > 0 ? list(deeds, 5) : 'whose actions are not on record';
}
