// Everything not yet done, in order: settle who is who, judge, correlate, assess, narrate, propose, keep.
//
// One process at a time does it, under a lease; what it writes is a function of the events alone, so a process that
// dies half-way leaves nothing that the next does not put right.

import { escalationOf } from '../assess/escalation.ts';
import { harmlessSince } from '../assess/release.ts';
import { released, weighty } from '../assess/rulings.ts';
import { scoreOf } from '../assess/score.ts';
import { involvedIn } from '../correlate/involved.ts';
import { parted } from '../correlate/partition.ts';
import { relatedIn } from '../correlate/related.ts';
import { featuresOf } from '../correlate/similar/features.ts';
import { signatureOf } from '../correlate/similar/signature.ts';
import { detections } from '../detect/all.gen.ts';
import { judge } from '../detect/run.ts';
import type { Judgement } from '../detect/run.ts';
import * as actions from '../graph/actions.ts';
import * as campaigns from '../graph/campaigns.ts';
import * as constraints from '../graph/constraints.ts';
import * as events from '../graph/events.ts';
import * as findings from '../graph/findings.ts';
import type { Graph } from '../graph/graph.ts';
import * as habits from '../graph/habits.ts';
import * as identities from '../graph/identities.ts';
import * as incidents from '../graph/incidents.ts';
import * as killSwitch from '../graph/kill-switch.ts';
import * as mails from '../graph/mails.ts';
import * as mutes from '../graph/mutes.ts';
import * as notes from '../graph/notes.ts';
import * as peers from '../graph/peers.ts';
import { digestOf } from '../ingest/digest.ts';
import { identified } from '../ingest/identity.ts';
import type { Model } from '../mail/model.ts';
import type { Peering } from '../learn/peers/regroup.ts';
import type { Event } from '../model/event.ts';
import type { EntityRef, Finding } from '../model/finding.ts';
import type { KeptConstraint, Ruling } from '../model/handling.ts';
import type { Cluster, Constraint, Incident } from '../model/incident.ts';
import { days, minutes } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { acquaint, societyOf } from '../narrate/acquaint.ts';
import type { Society } from '../narrate/acquaint.ts';
import type { Telling } from '../narrate/acquaintance.ts';
import { narrate, titleOf } from '../narrate/narrative.ts';
import { pairsOf } from '../respond/constraints.ts';
import { mutedUntil } from '../respond/mutes.ts';
import type { Muting } from '../respond/mutes.ts';
import { cautious, policyMet } from '../respond/policy.ts';
import { actions as specs } from '../respond/all.gen.ts';
import { mailIn } from '../respond/mail-action.ts';
import { propose } from '../respond/propose.ts';
import { followCampaigns } from './follow.ts';
import type { Bench } from './job.ts';
import { underLease } from './lease.ts';
import { mailModels } from './mail.ts';
import { measure } from './measuring.ts';
import { groupBy } from './peers.ts';
import { extentsOf } from './tenant.ts';

export interface RunReport {
  /** Events taken up by this run that no run had seen before. */
  readonly events: number;
  /** Findings and incidents that stand now. */
  readonly findings: number;
  readonly incidents: number;
}

/** How long a run waits for another to finish before it gives up. */
const PATIENCE = minutes(10);
const NOTE = 'pipeline';

/** What the last run saw and wrote; a run that would see the same has nothing to do. */
interface Done extends RunReport {
  readonly seen: string;
  readonly count: number;
}

/** Brings everything up to date with the events up to `now`, by default the newest event's time. */
export function run(bench: Bench, now?: Instant): Promise<RunReport> {
  return underLease(bench.graph, NOTE, PATIENCE, (graph) => bringUpToDate({ ...bench, graph }, now));
}

/** The same, for who has the lease already. */
export async function bringUpToDate(bench: Bench, requested?: Instant): Promise<RunReport> {
  const { graph, log } = bench;
  await identities.settle(graph);
  const { token, newest, count, ahead } = await events.intake(graph);
  if (ahead > 0)
    log.warn({ events: ahead }, 'dated more than a day after they arrived; they wait: look at the clock of their source');
  const now = requested ?? newest;
  const last = await lastDone(graph);
  const rulings = await incidents.rulings(graph);
  const muted = (await mutes.all(graph)).map(({ detection, from, until }): Muting => ({ detection, from, until }));
  const hands = await constraints.standing(graph);
  const models = mailModels(bench.home);
  const saidByPeople = [rulings, muted, hands.map(({ id, asOf }) => [id, asOf])];
  const seen = `${ENGINE} ${bench.peersEngine ?? 'auto'} ${token} ${now ?? 'nothing'} ${bench.homeDomains.join(',')} ${digestOf(JSON.stringify([saidByPeople, asWritten(models), bench.authservIds ?? []]), 16)}`;
  if (now === undefined) return { events: 0, findings: 0, incidents: 0 };
  if (last?.seen === seen) return { events: 0, findings: last.findings, incidents: last.incidents };

  const whose = await identities.names(graph);
  const judgement = await judgeAll(bench, now, { rulings, hands, whose, models });
  const byId = new Map(judgement.findings.map((finding) => [finding.id, finding]));
  const loud = judgement.findings.filter(({ detection, at }) => mutedUntil(muted, detection, at) === undefined);
  const standing = incidentsOf(judgement, loud, now, rulings, hands);
  await keep(graph, judgement, standing);
  const proposed = await actions.propose(graph, await proposals(bench, judgement, standing, byId, whose));
  await followCampaigns(bench);

  const report = {
    events: Math.max(0, judgement.events.size - (last?.count ?? 0)),
    findings: judgement.findings.length,
    incidents: standing.length,
  };
  await notes.write(graph, NOTE, JSON.stringify({ seen, count: judgement.events.size, ...report }));
  log.info({ events: count, findings: report.findings, incidents: report.incidents, proposed: proposed.length }, 'pipeline ran');
  return report;
}

/** Grows with every change to what is judged or how, so that an upgraded program judges anew. */
const ENGINE = 'engine-7';

/** Without their tests, which judge nothing. */
const asWritten = (models: readonly Model[]): unknown => models.map((model) => ({ ...model, tests: [] }));

async function lastDone(graph: Graph): Promise<Done | undefined> {
  const note = await notes.read(graph, NOTE);
  return note === undefined ? undefined : (JSON.parse(note) as Done);
}

type Whose = Awaited<ReturnType<typeof identities.names>>;

interface Known {
  readonly rulings: readonly Ruling[];
  readonly hands: readonly KeptConstraint[];
  readonly whose: Whose;
  readonly models: readonly Model[];
}

async function judgeAll(bench: Bench, now: Instant, { rulings, hands, whose, models }: Known): Promise<Judgement> {
  const all = await events.upTo(bench.graph, now);
  const measured = await measure(bench, all, new Set(bench.authservIds));
  return judge(
    all.map((event) => identified(event, whose)),
    {
      detections,
      homeDomains: bench.homeDomains,
      peering: peeringOf(bench, whose),
      mail: { ...measured, models, rulings, addresses: whose.keys(), personOf: (address) => whose.get(address) ?? address },
      released: (standing, asOf) =>
        released(harmlessSince(standing, saidBy(hands, standing, asOf), asOf), standing, rulings, asOf),
    },
  );
}

/** A word of today changes no incident of last month: what taught then had been released by the incidents of then. */
const saidBy = (hands: readonly KeptConstraint[], standing: readonly Finding[], asOf: Instant): Constraint[] =>
  pairsOf(
    hands.filter((one) => one.asOf <= asOf),
    new Set(standing.map(({ id }) => id)),
  );

/** An engine of this process that was asked for groups people; one in the database cannot, while events are judged. */
const peeringOf = ({ peersEngine: engine = 'auto' }: Bench, whose: Whose): Peering => ({
  personOf: (address) => whose.get(address) ?? address,
  ...(engine === 'auto' || engine === 'gds' ? {} : { group: groupBy(engine) }),
});

/** What is muted is in none. */
function incidentsOf(
  judgement: Judgement,
  loud: readonly Finding[],
  now: Instant,
  rulings: readonly Ruling[],
  hands: readonly KeptConstraint[],
): Incident[] {
  const society = societyOf(judgement.habits, judgement.peers.groups);
  const byActor = actsOfEach(judgement.events);
  const byId = new Map(loud.map((finding) => [finding.id, finding]));
  const words = pairsOf(hands, byId);
  const { clusters, evidence } = parted(loud, words);
  const related = relatedIn(clusters, evidence, words);
  return clusters.map((cluster) => {
    const members = cluster.findings.flatMap((id) => byId.get(id) ?? []);
    const incident = incidentOf(cluster, members, judgement, society, byActor, now);
    const others = related.get(cluster.id);
    return { ...incident, score: scoreAfter(rulings, incident, members, now), ...(others !== undefined && { related: others }) };
  });
}

/** What people found harmless weighs nothing; what is left is weighed as if it stood alone. */
function scoreAfter(rulings: readonly Ruling[], incident: Incident, members: readonly Finding[], now: Instant): number {
  const left = weighty(members, rulings, now);
  if (left.length === members.length) return incident.score;
  return left.length === 0 ? 0 : scoreOf(escalationOf(left, now), involvedIn(left));
}

function incidentOf(
  cluster: Cluster,
  members: readonly Finding[],
  judgement: Judgement,
  society: Society,
  byActor: ReadonlyMap<string, readonly Event[]>,
  now: Instant,
): Incident {
  const escalation = escalationOf(members, now);
  const involves = involvedIn(members);
  const firstAt = Math.min(...members.map(({ at }) => at));
  const lastAt = Math.max(...members.map(({ lastAt: at }) => at));
  const people = [...new Set(involves.filter(({ label, role }) => label === 'User' && role !== 'place').map(({ key }) => key))];
  const telling: Telling = {
    cluster,
    findings: members,
    events: eventsAround(members, people, judgement, byActor, { firstAt, lastAt }),
    escalation,
    involves,
    nameOf: (key) => key,
    baseline: new Map(people.map((person) => [person, acquaint(society, person, firstAt)])),
    shared: judgement.sharedMailboxes,
    now,
  };
  const met = policyMet(members);
  const metAt = met.met ? members.find(({ id }) => id === met.completedBy)?.at : undefined;
  return {
    ...cluster,
    title: titleOf(telling),
    firstAt,
    lastAt,
    score: scoreOf(escalation, involves),
    tactics: [...new Set(members.flatMap(({ tactics }) => tactics))],
    techniques: [...new Set(members.flatMap(({ techniques }) => techniques))].sort(),
    involves,
    escalation,
    narrative: narrate(telling),
    ...(metAt === undefined ? {} : { policyMetAt: metAt }),
    signature: signatureOf(featuresOf({ findings: members, links: cluster.links })),
  };
}

/** What the same people did up to this long before and after makes the story whole. */
const MARGIN = days(1);

function eventsAround(
  members: readonly Finding[],
  people: readonly string[],
  judgement: Judgement,
  byActor: ReadonlyMap<string, readonly Event[]>,
  span: { firstAt: Instant; lastAt: Instant },
): Map<string, Event> {
  const around = people
    .flatMap((person) => byActor.get(person) ?? [])
    .filter(({ at }) => at >= span.firstAt - MARGIN && at <= span.lastAt + MARGIN);
  const named = members
    .flatMap(({ because, context }) => [...because, ...context])
    .flatMap((id) => judgement.events.get(id) ?? []);
  return new Map([...around, ...named].map((event) => [event.id, event]));
}

function actsOfEach(all: ReadonlyMap<string, Event>): ReadonlyMap<string, readonly Event[]> {
  const byActor = new Map<string, Event[]>();
  for (const event of all.values()) {
    if (event.actor === undefined) continue;
    const own = byActor.get(event.actor);
    if (own === undefined) byActor.set(event.actor, [event]);
    else own.push(event);
  }
  return byActor;
}

async function keep(graph: Graph, judgement: Judgement, standing: readonly Incident[]): Promise<void> {
  await habits.save(graph, judgement.habits);
  await peers.save(graph, judgement.peers);
  await mails.saveVerdicts(graph, judgement.mails);
  await campaigns.save(graph, judgement.campaigns);
  await findings.save(graph, judgement.findings);
  await constraints.retie(graph);
  await findings.saveLinks(
    graph,
    standing.flatMap(({ links }) => links),
  );
  await incidents.save(graph, standing);
}

async function proposals(
  bench: Bench,
  { campaigns: all }: Judgement,
  standing: readonly Incident[],
  byId: ReadonlyMap<string, Finding>,
  whose: Whose,
) {
  const { graph, mode, breakGlass = [], clock } = bench;
  const namesOf = namesIn(whose);
  const killed = (await killSwitch.read(graph)).on;
  const accused = mailIn(standing.flatMap(({ findings: ids }) => ids.flatMap((id) => byId.get(id) ?? [])));
  const extentOf = await extentsOf(bench, [...accused.campaigns, ...accused.messages]);
  const convictions = new Map(
    all.flatMap(({ id, conviction }) => (conviction === undefined ? [] : [[id, conviction.says] as const])),
  );
  return standing.flatMap((incident) =>
    propose({
      occasion: { ...incident, findings: incident.findings.flatMap((id) => byId.get(id) ?? []), convictions },
      specs,
      policy: { ...cautious, mode, breakGlass, killSwitch: killed },
      namesOf,
      extentOf,
      now: clock(),
    }),
  );
}

/** Every name an account is known by; a rule goes by those of the mailbox it works in as well. */
function namesIn(whose: Whose): (target: EntityRef) => readonly string[] {
  const names = new Map<string, string[]>();
  for (const [name, person] of whose) names.set(person, [...(names.get(person) ?? []), name]);
  return ({ label, key }) => {
    const owner = label === 'Rule' ? key.slice(0, Math.max(0, key.indexOf('\\'))) : key;
    return [key, owner, ...(names.get(whose.get(owner) ?? owner) ?? [])];
  };
}
