// Every act judged against the past as of then, in (at, id) order, and only afterwards allowed to teach.
//
// The outcome is a function of the set of events: not of the order in which they arrived, nor of how often this ran.

import { digestOf } from '../ingest/digest.ts';
import { shownIn, subjectsIn, taught } from '../learn/dimension.ts';
import { each } from '../learn/habits.ts';
import type { Habit } from '../learn/habits.ts';
import type { Lineage } from '../learn/peers/lineage.ts';
import type { Peering } from '../learn/peers/regroup.ts';
import type { Campaign } from '../mail/campaign/campaign.ts';
import { campaignsOf } from '../mail/campaign/campaigns.ts';
import type { Event } from '../model/event.ts';
import { isSerious, severityRank } from '../model/finding.ts';
import type { About, Finding, Hit, Severity, Surprise } from '../model/finding.ts';
import { stageRank } from '../model/incident.ts';
import type { Stage } from '../model/incident.ts';
import { dayOf, days, midnightOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import { actsOf } from './acts.ts';
import type { Act } from './acts.ts';
import type { AnyDetection } from './detection.ts';
import { askFlood, askMail, asKnownNow, hearRulings, noMails, rememberMail, rememberRole, tellFinding } from './mails.ts';
import type { Around, MailOptions, Mails, SaidOfMail } from './mails.ts';
import {
  amountsIn,
  dawn,
  noMemory,
  reachOf,
  recall,
  remember,
  sharedMailboxes,
  subjectsOf,
  surpriseOf,
  teach,
  unteach,
} from './memory.ts';
import type { Memory } from './memory.ts';
import type { ActSurprise, Past } from './past.ts';

/** An incident must have been harmless this long before its evidence may teach. */
export const RELEASE_AFTER = days(14);

const MOST_EVIDENCE = 1_000;
const MOST_ABOUT = 60;

export interface Options {
  readonly detections: readonly AnyDetection[];
  readonly homeDomains: readonly string[];
  readonly nameOf?: (person: string) => string;
  /** How peer groups are made. */
  readonly peering?: Peering;
  /**
   * Which of the findings so far are released at this moment: judged benign, or in an incident that has stayed below
   * band medium for long enough. Asked once a day while anything is held back.
   */
  readonly released: (findings: readonly Finding[], asOf: Instant) => ReadonlySet<string>;
  /** What mail is judged with; without it no message has a verdict. */
  readonly mail?: MailOptions;
  /** False lets what is under suspicion teach all the same: only to measure what holding it back is worth. */
  readonly holdsBack?: boolean;
}

export interface Judgement {
  /** Standing findings in (at, id) order. */
  readonly findings: readonly Finding[];
  /** Habits in (person, dimension, value) order. */
  readonly habits: readonly Habit[];
  /** Peer groups, as of the last Monday. */
  readonly peers: Lineage;
  /** Ids of events that no habit was allowed to learn from. */
  readonly held: ReadonlySet<string>;
  /** Id of an act's first event → how surprising the act was when it was judged; of what nobody did, none. */
  readonly surprises: ReadonlyMap<string, Surprisal>;
  /** Every event as it was judged: with its place, and what its twins told. */
  readonly events: ReadonlyMap<string, Event>;
  /** What is said of every message, and which of them are one campaign: those of two messages and more. */
  readonly mails: readonly SaidOfMail[];
  readonly campaigns: readonly Campaign[];
  /** Mailboxes somebody works in that nobody signs in as. */
  readonly sharedMailboxes: ReadonlySet<string>;
}

/** All an act showed, taken together. */
export interface Surprisal {
  readonly bits: number;
  /** Share of its actor's earlier acts of the kind that were less surprising, 0 to 1. */
  readonly percentile: number;
}

interface Draft {
  readonly id: string;
  readonly detection: AnyDetection;
  readonly at: Instant;
  lastAt: Instant;
  severity: Severity;
  stage: Stage;
  tactics: readonly string[];
  techniques: readonly string[];
  surpriseBits: number;
  says: string;
  /** The most surprising of the acts that woke it. */
  strangest?: ActSurprise;
  readonly about: Map<string, About>;
  readonly because: Set<string>;
  readonly context: Set<string>;
  /** As mail asks of it, as of the moment it is asked. */
  readonly around: () => Around;
}

interface Bench {
  readonly memory: Memory;
  readonly mails: Mails | undefined;
  readonly options: Options;
  readonly drafts: Map<string, Draft>;
  readonly open: Map<string, Draft>;
  readonly byEvent: ReadonlyMap<string, Act>;
  /** Event id → how surprising it was when it was judged. */
  readonly surprises: Map<string, Surprisal>;
  /** Event id → ids of the findings that hold it back. */
  readonly held: Map<string, Set<string>>;
  readonly taught: Set<string>;
  readonly releasedFindings: Set<string>;
  readonly asleep: ReadonlyMap<string, readonly AnyDetection[]>;
}

/** Judges all events. Their actors, targets and mailboxes are identities already, not aliases. */
export function judge(events: readonly Event[], options: Options): Judgement {
  const acts = actsOf(events);
  const bench = set(acts, options);
  let today: Day | undefined;
  for (const act of acts) {
    const day = dayOf(act.event.at);
    if (day !== today) morning(bench, day);
    today = day;
    hear(bench, act.event.at);
    weighUp(bench, act.event);
    remember(bench.memory, act.event);
    if (bench.mails !== undefined && act.event.kind === 'mail') rememberMail(bench.mails, act.event);
    if (bench.mails !== undefined && act.event.kind === 'roleChange') rememberRole(bench.mails, act.event);
    if (!bench.held.has(act.event.id)) learn(bench, act.event);
  }
  hear(bench, Infinity);
  return conclude(bench, acts);
}

/** What people said of findings on mail, they said of its campaigns. */
function hear({ mails, drafts }: Bench, until: Instant): void {
  if (mails === undefined) return;
  hearRulings(mails, until, (finding) => {
    const draft = drafts.get(finding);
    return draft?.detection.wakesOn.includes('mail') === true ? [...draft.about.values()] : undefined;
  });
}

function set(acts: readonly Act[], options: Options): Bench {
  const asleep = new Map<string, AnyDetection[]>();
  for (const detection of options.detections)
    for (const kind of detection.wakesOn) asleep.set(kind, [...(asleep.get(kind) ?? []), detection]);
  return {
    memory: noMemory(options.homeDomains, options.peering),
    mails:
      options.mail === undefined
        ? undefined
        : noMails(
            acts.map(({ event }) => event),
            options.homeDomains,
            options.mail,
          ),
    options,
    drafts: new Map(),
    open: new Map(),
    byEvent: new Map(acts.map((act) => [act.event.id, act])),
    surprises: new Map(),
    held: new Map(),
    taught: new Set(),
    releasedFindings: new Set(),
    asleep,
  };
}

/** Before the first act of a day: release what has proved harmless, then take yesterday's priors and groups. */
function morning(bench: Bench, day: Day): void {
  release(bench, midnightOf(day));
  dawn(bench.memory, day);
}

function release(bench: Bench, asOf: Instant): void {
  const old = [...bench.drafts.values()].some(
    (draft) => holdsBack(draft) && !bench.releasedFindings.has(draft.id) && draft.at + RELEASE_AFTER <= asOf,
  );
  if (!old) return;
  for (const id of bench.options.released(findingsOf(bench), asOf)) bench.releasedFindings.add(id);
  for (const [event, findings] of [...bench.held].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if ([...findings].some((finding) => !bench.releasedFindings.has(finding))) continue;
    bench.held.delete(event);
    const act = bench.byEvent.get(event);
    if (act !== undefined) learn(bench, act.event);
  }
}

function weighUp(bench: Bench, event: Event): void {
  const act = surpriseOf(bench.memory, event);
  if (act !== undefined) bench.surprises.set(event.id, { bits: act.bits, percentile: act.standing.percentile });
  const past = recall(bench.memory, event, bench.options.nameOf ?? ((person) => person), mailPast(bench, event));
  for (const detection of bench.asleep.get(event.kind) ?? []) {
    // It wakes on this kind, so the event is of a kind it takes.
    const hit = detection.judge(event as never, past);
    if (hit !== undefined) gather(bench, detection, hit, event, act);
  }
}

/** What may be asked of a mail; its verdict is made now, whether or not anybody asks. */
function mailPast({ mails, memory }: Bench, event: Event): Pick<Past, 'mail' | 'campaign' | 'flood'> | undefined {
  if (mails === undefined || event.kind !== 'mail') return undefined;
  const asked = askMail(mails, event, memory);
  return { mail: () => asked?.past, campaign: () => asked?.campaign, flood: () => askFlood(mails, event) };
}

function gather(bench: Bench, detection: AnyDetection, hit: Hit, event: Event, act: ActSurprise | undefined): void {
  const subject = `${detection.id}\n${hit.key}`;
  const open = bench.open.get(subject);
  // One that can name no more is followed by another, so that each record has its place.
  const goesOn = open !== undefined && event.at - open.lastAt <= hit.gathersFor && open.because.size < MOST_EVIDENCE;
  const draft = goesOn ? open : (bench.drafts.get(idOf(detection, hit, event)) ?? begin(bench, detection, hit, event));
  bench.open.set(subject, draft);
  const isHeld = holdsBack(draft) && !bench.releasedFindings.has(draft.id);
  draft.lastAt = event.at;
  draft.says = hit.says;
  draft.surpriseBits = Math.max(draft.surpriseBits, hit.surpriseBits);
  if (severityRank(hit.severity) > severityRank(draft.severity)) draft.severity = hit.severity;
  classify(draft, hit);
  if (act !== undefined && act.bits > (draft.strangest?.bits ?? 0)) draft.strangest = act;
  const accused = [event.id, ...hit.because];
  for (const id of accused) if (draft.because.size < MOST_EVIDENCE) draft.because.add(id);
  for (const id of hit.context ?? []) if (draft.context.size < MOST_EVIDENCE) draft.context.add(id);
  for (const about of hit.about) note(bench, draft, about, event);
  // what it names already is held, unless it has only now become grave or was released
  if (holdsBack(draft) && bench.options.holdsBack !== false)
    holdBack(bench, draft, isHeld ? accused : [...draft.because, ...accused]);
}

/** What it is grows with its evidence: the furthest stage, and all that any of it is called. */
function classify(draft: Draft, { stage = draft.detection.stage, tactics = [], techniques = [] }: Hit): void {
  if (stageRank(stage) > stageRank(draft.stage)) draft.stage = stage;
  draft.tactics = [...new Set([...draft.tactics, ...tactics])];
  draft.techniques = [...new Set([...draft.techniques, ...techniques])];
}

/** The first act that woke it names it; a source that gives two acts one name makes them one finding. */
const idOf = (detection: AnyDetection, hit: Hit, event: Event): string =>
  `${detection.id}:${digestOf(`${hit.key}\n${event.act}`, 12)}`;

function begin(bench: Bench, detection: AnyDetection, hit: Hit, event: Event): Draft {
  const draft: Draft = {
    id: idOf(detection, hit, event),
    detection,
    at: event.at,
    lastAt: event.at,
    severity: hit.severity,
    stage: hit.stage ?? detection.stage,
    tactics: hit.tactics ?? detection.tactics,
    techniques: hit.techniques ?? detection.techniques,
    surpriseBits: hit.surpriseBits,
    says: hit.says,
    about: new Map(),
    because: new Set(),
    context: new Set(),
    around: () => ({
      ...{ id: draft.id, detection: detection.id, at: draft.at, severity: draft.severity },
      about: [...draft.about.values()],
    }),
  };
  bench.drafts.set(draft.id, draft);
  return draft;
}

/** The judged event is not in memory yet, so its own actor, or whom it names, counts among those who touched the entity. */
function note({ memory, mails }: Bench, draft: Draft, about: About, event: Event): void {
  const key = `${about.label}\n${about.key}\n${about.role}`;
  if (draft.about.has(key) || draft.about.size >= MOST_ABOUT) return;
  if (mails !== undefined) tellFinding(mails, about.label, about.key, draft.around);
  draft.about.set(key, { ...about, spread: reachOf(memory, about.label, about.key, subjectsOf(event)) });
}

const holdsBack = (draft: Draft): boolean => isSerious(draft);

/** Also what a finding accuses beyond the most it can name. New evidence ends a release. */
function holdBack(bench: Bench, draft: Draft, accused: readonly string[]): void {
  bench.releasedFindings.delete(draft.id);
  for (const id of accused) {
    const holders = bench.held.get(id) ?? new Set<string>();
    bench.held.set(id, holders.add(draft.id));
    const act = bench.byEvent.get(id);
    if (act !== undefined && bench.taught.delete(id)) unteach(bench.memory, act.event, bitsOf(bench, id));
  }
}

const bitsOf = (bench: Bench, id: string): number => bench.surprises.get(id)?.bits ?? 0;

function learn(bench: Bench, event: Event): void {
  teach(bench.memory, event, bitsOf(bench, event.id));
  bench.taught.add(event.id);
}

function conclude(bench: Bench, acts: readonly Act[]): Judgement {
  return {
    findings: findingsOf(bench),
    habits: habitsOf(bench, acts),
    peers: bench.memory.peers,
    held: new Set([...bench.held.keys()].flatMap((id) => bench.byEvent.get(id)?.witnesses ?? [])),
    surprises: bench.surprises,
    events: new Map(
      acts.flatMap(({ event, witnesses }) => witnesses.map((id) => [id, id === event.id ? event : { ...event, id }])),
    ),
    sharedMailboxes: sharedMailboxes(bench.memory),
    mails: [...(bench.mails?.said.values() ?? [])],
    campaigns: bench.mails === undefined ? [] : campaignsOf(bench.mails.campaigns),
  };
}

const findingsOf = (bench: Bench): Finding[] =>
  [...bench.drafts.values()].map((draft) => finish(draft, bench)).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

function finish(draft: Draft, { byEvent, mails }: Bench): Finding {
  const { id, title } = draft.detection;
  const { stage, tactics, techniques } = draft;
  const because = witnesses(draft.because, byEvent);
  const accused = new Set(because);
  return {
    id: draft.id,
    detection: id,
    title,
    stage,
    tactics,
    techniques,
    at: draft.at,
    lastAt: draft.lastAt,
    severity: draft.severity,
    surpriseBits: Math.round(draft.surpriseBits * 100) / 100,
    says: draft.says,
    ...(draft.strangest === undefined ? {} : { surprise: toldAs(draft.strangest) }),
    about: aboutOf(draft, mails),
    because,
    context: witnesses(draft.context, byEvent).filter((event) => !accused.has(event)),
  };
}

function aboutOf({ about }: Draft, mails: Mails | undefined): readonly About[] {
  const now = (it: About): readonly About[] => (mails === undefined ? [it] : asKnownNow(mails, it));
  const byKey = new Map([...about.values()].flatMap(now).map((it) => [`${it.label}\n${it.key}\n${it.role}`, it]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it);
}

const MOST_PARTS = 5;
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

const toldAs = ({ bits, parts, standing }: ActSurprise): Surprise => ({
  bits: rounded(bits, 2),
  percentile: rounded(standing.percentile, 4),
  of: standing.of,
  atLeast: standing.atLeast,
  parts: parts.slice(0, MOST_PARTS).map((part) => ({ ...part, bits: rounded(part.bits, 2), alone: rounded(part.alone, 2) })),
});

/** Every record of every act, in (at, id) order of the acts. */
function witnesses(ids: ReadonlySet<string>, byEvent: ReadonlyMap<string, Act>): string[] {
  return [...ids]
    .flatMap((id) => byEvent.get(id) ?? [])
    .sort((a, b) => a.event.at - b.event.at || (a.event.id < b.event.id ? -1 : 1))
    .flatMap((act) => act.witnesses);
}

/** Counts come from the fold; first and last times from the acts that taught them. */
function habitsOf(bench: Bench, acts: readonly Act[]): Habit[] {
  const spans = spansOf(bench, acts);
  const habits: Habit[] = [];
  each(bench.memory.habits, (person, dimension, value, { days, counts }) => {
    const span = spans.get(`${person}\n${dimension}\n${value}`);
    if (span !== undefined) habits.push({ person, dimension, value, days, counts, ...span });
  });
  habits.push(...amountsIn(bench.memory));
  return habits.sort((a, b) => compare(a.person, b.person) || compare(a.dimension, b.dimension) || compare(a.value, b.value));
}

function spansOf(bench: Bench, acts: readonly Act[]): ReadonlyMap<string, { firstAt: Instant; lastAt: Instant }> {
  const spans = new Map<string, { firstAt: Instant; lastAt: Instant }>();
  for (const { event } of acts) {
    if (!bench.taught.has(event.id)) continue;
    for (const [dimension, spec] of taught(event.kind))
      for (const subject of spec.teaches(event) ? subjectsIn(spec, event) : [])
        for (const value of shownIn(spec, event)) {
          const key = `${subject}\n${dimension}\n${value}`;
          spans.set(key, { firstAt: spans.get(key)?.firstAt ?? event.at, lastAt: event.at });
        }
  }
  return spans;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
