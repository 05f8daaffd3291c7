// Findings and their events → deeds: what was done, by whom, in order, with repeats folded.
//
// Several findings often speak of one act (a rule with an odd name that also hides mail), and one habit of a thief makes
// many findings. A deed gathers what one account did of one kind, from one place, on one day, so that a story stays
// short whatever the number of findings.

import { inOrder } from '../model/event.ts';
import type { Event, EventOf, Kind, SignIn } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import { stageRank } from '../model/incident.ts';
import type { Stage } from '../model/incident.ts';
import { dayOf, days } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import type { Telling } from './acquaintance.ts';

export type Topic = 'signIn' | 'method' | 'rule' | 'file' | 'folders' | 'mail' | 'deletion' | 'other';

export interface Deed {
  readonly topic: Topic;
  readonly at: Instant;
  readonly until: Instant;
  readonly stage: Stage;
  /** Key of the account that did it, where one is named. */
  readonly who: string | undefined;
  /** Country of the sign-in. */
  readonly place: string | undefined;
  /** In (at, id) order. Empty for what was done in the same visit without being a finding. */
  readonly findings: readonly Finding[];
  readonly events: readonly Event[];
  /** Findings that gathered these events beside their own subject. */
  readonly besideFindings: readonly string[];
}

/** What each detection is about by itself, whatever else its finding gathered. */
export const topics: Readonly<Record<string, Topic>> = {
  'low-count-mfa-failure-then-success': 'signIn',
  'first-country-or-region': 'signIn',
  'impossible-travel': 'signIn',
  'registered-phone-changed': 'method',
  'mfa-method-added': 'method',
  'risky-sign-in-then-security-info': 'method',
  'obfuscated-rule-name': 'rule',
  'rule-moves-or-deletes': 'rule',
  'keyword-hide-or-delete-rule': 'rule',
  'external-forwarding': 'rule',
  'one-actor-many-mailbox-rules': 'rule',
  'mail-access-volume-or-throttling': 'mail',
  'mass-mail-deletion': 'deletion',
  'sensitive-file-access-spike': 'file',
};

const besideTopics: { readonly [K in Kind]?: Topic } = {
  mailItem: 'folders',
  fileAccess: 'file',
  mailAccess: 'mail',
  mailboxRule: 'rule',
  methodChange: 'method',
};
const besideStages: { readonly [T in Topic]?: Stage } = { rule: 'evasion', method: 'foothold', deletion: 'evasion' };

/** Evidence of a deed, unless its events are missing from the telling. */
export const cites = (deed: Deed): readonly string[] =>
  deed.findings.length > 0
    ? deed.findings.map((finding) => finding.id)
    : deed.besideFindings.length > 0
      ? deed.besideFindings
      : deed.events.map((event) => event.id);

export const eventsOf = <K extends Kind>(deed: Deed, kind: K): readonly EventOf<K>[] =>
  deed.events.filter((event): event is EventOf<K> => event.kind === kind);

export const isSignIn = (event: Event): event is SignIn => event.kind === 'signIn';
export const gotIn = (event: Event): event is SignIn => isSignIn(event) && event.outcome === 'success';

/** A second factor was asked for and not given: refused, unanswered, or one of the codes that say so. */
export const refusedFactor = (event: Event): event is SignIn =>
  isSignIn(event) &&
  (event.mfa === 'refused' || event.mfa === 'unanswered' || event.code === 50074 || event.code === 500121) &&
  !gotIn(event);

/** Who a finding accuses: its actor, else the actor of its first event. */
export const actorOf = (finding: Finding, telling: Telling): string | undefined =>
  finding.about.find((about) => about.label === 'User' && about.role === 'actor')?.key ??
  evidence(finding, telling).find((event) => event.actor !== undefined)?.actor ??
  finding.about.find((about) => about.label === 'User')?.key;

export const evidence = (finding: Finding, telling: Telling): readonly Event[] =>
  finding.because.map((id) => telling.events.get(id)).filter((event) => event !== undefined);

/** Everything the findings accuse, and what else was done in the same visits, in order. */
export function deedsOf(telling: Telling): readonly Deed[] {
  const told = new Set<string>();
  const accused = [...telling.findings].sort(inOrder).map((finding): Deed => {
    const topic = topics[finding.detection] ?? 'other';
    const events = subjectsOf(topic, evidence(finding, telling), told);
    for (const event of events) told.add(`${topic}/${event.id}`);
    return {
      topic,
      at: finding.at,
      until: Math.max(finding.at, events.at(-1)?.at ?? finding.lastAt),
      stage: finding.stage,
      who: actorOf(finding, telling),
      place: topic === 'signIn' ? events.filter(gotIn).at(-1)?.country : undefined,
      findings: [finding],
      events,
      besideFindings: [],
    };
  });

  const folded = fold(accused);
  return fold([...folded, ...besides(telling, folded)].sort(byTime));
}

/**
 * A finding of a strange place gathers whatever was done from there, and one of a changed phone the earlier change: a deed
 * holds what the finding is about, and a change is told once.
 */
function subjectsOf(topic: Topic, events: readonly Event[], told: ReadonlySet<string>): readonly Event[] {
  const own = topic === 'signIn' && events.some(isSignIn) ? events.filter(isSignIn) : events;
  const fresh = topic === 'method' ? own.filter((event) => !told.has(`${topic}/${event.id}`)) : own;
  return fresh.length > 0 ? fresh : own;
}

/** Events no deed tells yet: gathered by a finding of a strange place, or from an accused address or session. */
function besides(telling: Telling, deeds: readonly Deed[]): readonly Deed[] {
  const visits = deeds.flatMap((deed) => (deed.topic === 'signIn' ? deed.events.filter(gotIn) : []));
  const told = new Set(deeds.flatMap((deed) => deed.events.map((event) => event.id)));
  const toldTopics = new Set(deeds.map((deed) => `${deed.topic}\n${deed.who ?? ''}\n${dayOf(deed.at)}`));
  const gathered = new Map<string, string[]>();
  for (const finding of telling.findings)
    for (const id of finding.because) gathered.set(id, [...(gathered.get(id) ?? []), finding.id]);
  const isSameVisit = (event: Event): boolean =>
    visits.some(
      (visit) =>
        visit.actor === event.actor &&
        event.at >= visit.at &&
        ((event.session !== undefined && event.session === visit.session) ||
          (event.address !== undefined && event.address === visit.address && event.at - visit.at < days(1))),
    );

  return [...telling.events.values()]
    .filter((event) => besideTopics[event.kind] !== undefined && !told.has(event.id) && event.outcome === 'success')
    .filter((event) => !(event.kind === 'fileAccess' && event.automatic))
    .filter((event) => !toldTopics.has(`${topicBeside(event)}\n${event.actor ?? ''}\n${dayOf(event.at)}`))
    .filter((event) => gathered.has(event.id) || isSameVisit(event))
    .sort(inOrder)
    .map((event) => ({
      topic: topicBeside(event),
      at: event.at,
      until: event.at,
      stage: besideStages[topicBeside(event)] ?? 'collection',
      who: event.actor,
      place: undefined,
      findings: [],
      events: [event],
      besideFindings: gathered.get(event.id) ?? [],
    }));
}

function topicBeside(event: Event): Topic {
  const isDeletion = event.kind === 'mailItem' && /Deleted$|^trashed$/.test(event.deed);
  return isDeletion ? 'deletion' : (besideTopics[event.kind] ?? 'other');
}

const byTime = (a: Deed, b: Deed): number => a.at - b.at || (firstId(a) < firstId(b) ? -1 : 1);
const firstId = (deed: Deed): string => deed.findings[0]?.id ?? deed.events[0]?.id ?? '';

/** Joins deeds of one kind, account, place and day. */
function fold(deeds: readonly Deed[]): readonly Deed[] {
  const byKey = new Map<string, Deed>();
  for (const deed of deeds) {
    const detection = deed.topic === 'other' ? (deed.findings[0]?.detection ?? '') : '';
    const key = [deed.topic, detection, deed.who ?? '', deed.place ?? '', dayOf(deed.at)].join('\n');
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? deed : join(before, deed));
  }
  return [...byKey.values()].sort(byTime);
}

function join(a: Deed, b: Deed): Deed {
  const events = new Map([...a.events, ...b.events].map((event) => [event.id, event]));
  const findings = new Map([...a.findings, ...b.findings].map((finding) => [finding.id, finding]));
  return {
    ...a,
    at: Math.min(a.at, b.at),
    until: Math.max(a.until, b.until),
    stage: stageRank(b.stage) > stageRank(a.stage) ? b.stage : a.stage,
    findings: [...findings.values()].sort(inOrder),
    besideFindings: [...new Set([...a.besideFindings, ...b.besideFindings])],
    events: oneOfEachAct([...events.values()].sort(inOrder)),
  };
}

/** A sign-in and its audit twin are two records of one act; the fuller one (with a session or device) tells it. */
function oneOfEachAct(events: readonly Event[]): readonly Event[] {
  const byAct = new Map<string, Event>();
  for (const event of events) {
    const twin = byAct.get(event.act);
    if (twin === undefined || fields(event) > fields(twin)) byAct.set(event.act, event);
  }
  return [...byAct.values()].sort(inOrder);
}

const fields = (event: Event): number => Object.keys(event).length;
