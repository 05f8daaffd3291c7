// What the evidence says, read once: places, devices, factors, rules, gaps. Hypotheses and story both stand on it.

import { inOrder } from '../model/event.ts';
import type { Event, EventOf, MailboxRule, SignIn } from '../model/event.ts';
import { kmBetween } from '../model/sphere.ts';
import { days, hours } from '../model/time.ts';
import type { Instant, Millis } from '../model/time.ts';
import type { Acquaintance, Telling } from './acquaintance.ts';
import { hides, isOwnMailbox } from './clauses.ts';
import { cites, deedsOf, eventsOf, gotIn, isSignIn, refusedFactor, topics } from './deeds.ts';
import type { Deed, Topic } from './deeds.ts';

/** A pause this long between two deeds is worth a sentence. */
export const SILENCE = days(2);

export interface Facts {
  readonly telling: Telling;
  readonly deeds: readonly Deed[];
  /** The account most of it is about. */
  readonly lead: string | undefined;
  readonly people: readonly string[];
  readonly known: Acquaintance | undefined;
  /** Accused successful sign-ins, in order; those from places the account does not usually come from. */
  readonly visits: readonly SignIn[];
  readonly rareVisits: readonly SignIn[];
  readonly newCountries: readonly string[];
  readonly refusals: readonly SignIn[];
  readonly signInCites: readonly string[];
  /** All accused sign-ins came from a device the account is known by, or from a managed one. */
  readonly ownDevice: boolean;
  /** The person's devices are known, and no accused sign-in came from one of them. */
  readonly strangeDevice: boolean;
  readonly methodChanges: readonly EventOf<'methodChange'>[];
  readonly changedBack: EventOf<'methodChange'> | undefined;
  /** A visit from a rare place that passed a second factor after the factor was changed, where none had before. */
  readonly passedAfterChange: SignIn | undefined;
  readonly passedBeforeChange: SignIn | undefined;
  readonly rules: readonly MailboxRule[];
  readonly hidingRules: readonly MailboxRule[];
  readonly oddlyNamedRules: readonly string[];
  /** Mailboxes of others in which rules were made. */
  readonly othersMailboxes: readonly string[];
  readonly throttled: readonly EventOf<'mailAccess'>[];
  readonly deletedForGood: boolean;
  /** The account's ordinary sign-ins from usual countries between the first and the last rare visit. */
  readonly meanwhile: readonly SignIn[];
  /** Two sign-ins of one account too far apart for the time between. */
  readonly tooFast:
    { readonly from: SignIn; readonly to: SignIn; readonly gapMs: Millis; readonly km: number | undefined } | undefined;
  readonly silences: readonly { readonly since: Instant; readonly until: Instant; readonly after: Deed; readonly before: Deed }[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  has(topic: Topic): boolean;
  cite(...topics: readonly Topic[]): readonly string[];
  /** Findings whose own detection is about this: more than a visit that happened to include it. */
  found(topic: Topic): readonly string[];
  /** The findings that accuse these events; an event none accuses stands for itself. */
  citeEvents(...events: readonly (Event | undefined)[]): readonly string[];
}

export function factsOf(given: Telling): Facts {
  const telling = { ...given, findings: [...given.findings].sort(inOrder) };
  const deeds = deedsOf(telling);
  const people = peopleOf(deeds);
  const lead = people[0];
  const known = lead === undefined ? undefined : telling.baseline?.get(lead);
  const usual = (visit: SignIn): boolean => isUsual(visit, telling);

  const signIns = deeds.filter((deed) => deed.topic === 'signIn');
  const visits = signIns.flatMap((deed) => eventsOf(deed, 'signIn').filter(gotIn)).sort(inOrder);
  const rareVisits = visits.filter((visit) => !usual(visit));
  const methodChanges = deeds.filter((deed) => deed.topic === 'method').flatMap((deed) => eventsOf(deed, 'methodChange'));
  const rules = deeds.filter((deed) => deed.topic === 'rule').flatMap((deed) => eventsOf(deed, 'mailboxRule'));
  const accusing = new Map<string, string[]>();
  for (const finding of telling.findings)
    for (const id of finding.because) accusing.set(id, [...(accusing.get(id) ?? []), finding.id]);
  const firstAt = Math.min(...telling.findings.map((finding) => finding.at));
  const lastAt = Math.max(...telling.findings.map((finding) => finding.lastAt));
  const meanwhile = ordinarySignIns(telling, people, accusing, rareVisits);
  const firstChange = methodChanges.find((change) => change.change !== 'removed');
  const passed = rareVisits.filter((visit) => visit.mfa === 'passed' && visit.actor === firstChange?.target);
  const passedBefore = passed.find((visit) => firstChange !== undefined && visit.at < firstChange.at);

  return {
    telling,
    deeds,
    lead,
    people,
    known,
    visits,
    rareVisits,
    newCountries: [...new Set(rareVisits.map((visit) => visit.country).filter((code) => code !== undefined))],
    refusals: signIns.flatMap((deed) => eventsOf(deed, 'signIn').filter(refusedFactor)),
    signInCites: signIns.flatMap(cites),
    ownDevice: visits.length > 0 && visits.every((visit) => isOwnDevice(visit, telling)),
    strangeDevice: visits.length > 0 && visits.every((visit) => isStrangeDevice(visit, telling)),
    methodChanges,
    changedBack:
      methodChanges.find((later) => methodChanges.some((earlier) => undoes(later, earlier))) ??
      changedBackBeside(telling, methodChanges),
    passedAfterChange:
      passedBefore === undefined ? passed.find((visit) => firstChange !== undefined && visit.at >= firstChange.at) : undefined,
    passedBeforeChange: passedBefore,
    rules,
    hidingRules: rules.filter(hides),
    oddlyNamedRules: telling.findings
      .filter((finding) => finding.detection === 'obfuscated-rule-name')
      .map((finding) => finding.id),
    othersMailboxes: [
      ...new Set(
        rules.flatMap((rule) =>
          rule.mailbox === undefined || isOwnMailbox(rule.mailbox, rule.actor, telling) ? [] : [rule.mailbox],
        ),
      ),
    ],
    throttled: deeds.flatMap((deed) => eventsOf(deed, 'mailAccess')).filter((read) => read.throttled),
    deletedForGood: deeds.some(
      (deed) => deed.topic === 'deletion' && eventsOf(deed, 'mailItem').some((item) => item.deed === 'hardDeleted'),
    ),
    meanwhile,
    tooFast: tooFast(rareVisits, meanwhile),
    silences: silencesOf(deeds),
    firstAt,
    lastAt,
    has: (topic) => deeds.some((deed) => deed.topic === topic),
    found: (topic) => telling.findings.filter(({ detection }) => topics[detection] === topic).map(({ id }) => id),
    cite: (...wanted) => deeds.filter((deed) => wanted.includes(deed.topic)).flatMap(cites),
    citeEvents: (...events) =>
      events.flatMap((event) => {
        if (event === undefined) return [];
        return accusing.get(event.id) ?? [event.id];
      }),
  };
}

/** Accounts that did something, those with the most findings first. */
function peopleOf(deeds: readonly Deed[]): readonly string[] {
  const findings = new Map<string, number>();
  for (const deed of deeds)
    if (deed.who !== undefined) findings.set(deed.who, (findings.get(deed.who) ?? 0) + deed.findings.length);
  return [...findings.keys()].sort((a, b) => (findings.get(b) ?? 0) - (findings.get(a) ?? 0) || (a < b ? -1 : 1));
}

/** A country with at least a twentieth of the person's sign-ins is usual. Without a baseline nothing is. */
function isUsual(visit: SignIn, telling: Telling): boolean {
  const known = telling.baseline?.get(visit.actor ?? '');
  const from = known?.countries.find(({ code }) => code === visit.country);
  return known !== undefined && from !== undefined && from.count * 20 >= known.signIns;
}

const isOwnDevice = (visit: SignIn, telling: Telling): boolean =>
  visit.managed === true ||
  (visit.device !== undefined && (telling.baseline?.get(visit.actor ?? '')?.devices.includes(visit.device) ?? false));

const isStrangeDevice = (visit: SignIn, telling: Telling): boolean =>
  visit.managed !== true && (telling.baseline?.get(visit.actor ?? '')?.devices.length ?? 0) > 0 && !isOwnDevice(visit, telling);

function undoes(later: EventOf<'methodChange'>, earlier: EventOf<'methodChange'>): boolean {
  if (later.at <= earlier.at || later.target !== earlier.target) return false;
  const restored = earlier.before.filter((value) => !earlier.after.includes(value));
  return restored.length > 0 && restored.some((value) => later.after.includes(value) && !later.before.includes(value));
}

function changedBackBeside(telling: Telling, changes: readonly EventOf<'methodChange'>[]): EventOf<'methodChange'> | undefined {
  return [...telling.events.values()]
    .filter((event): event is EventOf<'methodChange'> => event.kind === 'methodChange')
    .sort(inOrder)
    .find((later) => changes.some((earlier) => undoes(later, earlier)));
}

function ordinarySignIns(
  telling: Telling,
  people: readonly string[],
  accused: ReadonlyMap<string, unknown>,
  rareVisits: readonly SignIn[],
): readonly SignIn[] {
  const [first, last] = [rareVisits[0], rareVisits.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [...telling.events.values()]
    .filter((event: Event): event is SignIn => isSignIn(event) && gotIn(event) && !accused.has(event.id))
    .filter((event) => people.includes(event.actor ?? '') && event.at >= first.at - hours(12) && event.at <= last.at + hours(12))
    .filter((event) => isUsual(event, telling))
    .sort(inOrder);
}

/** Whoever is too fast over a stretch is too fast over one of its parts: a few neighbours suffice. */
const NEIGHBOURS = 8;

/** Faster than an airliner where coordinates are known; else two countries within four hours. */
function tooFast(rareVisits: readonly SignIn[], meanwhile: readonly SignIn[]): Facts['tooFast'] {
  const all = [...rareVisits, ...meanwhile].sort(inOrder);
  for (const [index, to] of all.entries())
    for (const from of all.slice(Math.max(0, index - NEIGHBOURS), index)) {
      if (from.actor !== to.actor || from.country === undefined || to.country === undefined || from.country === to.country)
        continue;
      const gapMs = to.at - from.at;
      const km = distanceKm(from, to);
      const isTooFast = km === undefined ? gapMs < hours(4) : km > 500 && km / Math.max(gapMs / hours(1), 0.01) > 900;
      if (isTooFast) return { from, to, gapMs, km };
    }
  return undefined;
}

function distanceKm(a: SignIn, b: SignIn): number | undefined {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined)
    return undefined;
  return kmBetween({ latitude: a.latitude, longitude: a.longitude }, { latitude: b.latitude, longitude: b.longitude });
}

function silencesOf(deeds: readonly Deed[]): Facts['silences'] {
  const silences: { since: Instant; until: Instant; after: Deed; before: Deed }[] = [];
  let latest: Deed | undefined;
  for (const deed of deeds) {
    if (latest !== undefined && deed.at - latest.until >= SILENCE)
      silences.push({ since: latest.until, until: deed.at, after: latest, before: deed });
    if (latest === undefined || deed.until >= latest.until) latest = deed;
  }
  return silences;
}
