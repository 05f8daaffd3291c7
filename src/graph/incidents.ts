// Incidents as they stand, and what became of the ids that stood before.

import { digestOf } from '../ingest/digest.ts';
import { known } from '../ingest/known.ts';
import { slot } from '../learn/slot.ts';
import { thingOf } from '../model/finding.ts';
import type { EntityRef } from '../model/finding.ts';
import type { Handling, HandlingEntry, Note, Ruling, Verdict } from '../model/handling.ts';
import type { Incident, IncidentStatus } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import type { Outcome } from '../respond/handling.ts';
import { merged, renamed, split } from '../respond/succession.ts';
import type { Forebear } from '../respond/succession.ts';
import { append } from './audit.ts';
import * as beliefs from './beliefs.ts';
import type { Descent } from './beliefs.ts';
import { tick } from './changes.ts';
import type { Graph, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';
import { relate } from './related.ts';

export interface StandingIncident extends Incident, Handling {
  /** When it changed last, by the pipeline or by people; on the database's clock. */
  readonly changedAt: Instant;
}

/** What one saving changed. */
export interface Change {
  readonly opened: number;
  readonly changed: number;
  readonly merged: number;
}

/**
 * Makes the stored incidents those given, all or nothing. An id that no longer stands leads for ever to the incident
 * that now holds most of its findings. What people made of incidents is theirs: it changes only where incidents merge or
 * split, and that is in the audit.
 */
export async function save(graph: Graph, incidents: readonly Incident[]): Promise<Change> {
  const stored = new Map((await graph.run(queries.incidents.hashes, {})).map((row) => [row.id, row]));
  const standing = new Set(incidents.map(({ id }) => id));
  // A finding that was withdrawn and stands again took its HOLDS with it, and the incident says what it said before.
  const isKept = (incident: Incident): boolean => {
    const kept = stored.get(incident.id);
    return kept?.hash === hashOf(incident) && kept.held === incident.findings.length;
  };
  const changed = incidents.filter((incident) => !isKept(incident));
  const retired = [...stored.values()].filter(({ id, status }) => !standing.has(id) && status !== 'merged');
  const ends = retired.map(({ id }) => id);
  if (changed.length === 0 && retired.length === 0) return { opened: 0, changed: 0, merged: 0 };
  const holders = new Map(incidents.flatMap((incident) => incident.findings.map((finding) => [finding, incident])));
  const heirs = retired.flatMap(({ id, findings }) => {
    const heir = heirOf(findings, holders);
    return heir === undefined ? [] : [{ id, heir }];
  });
  const families = familiesOf(changed, [...stored.values()], heirs);
  await graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const before = await leftAs(tx, families);
    const lives = await beliefs.lives(tx, changed, ends, families);
    await tx.run(queries.incidents.save, {
      changedAt,
      rows: lives.going.map(({ incident, numbers }) => ({
        id: incident.id,
        fields: { ...fieldsOf(incident), ...beliefs.numberFields(numbers) },
      })),
    });
    await tx.run(queries.incidents.untie, { ids: [...changed.map(({ id }) => id), ...ends] });
    await tx.run(queries.incidents.holds, {
      rows: lives.going.flatMap(({ incident: { id, findings }, numbers }) =>
        findings.map((finding) => ({ incident: id, finding, label: numbers.get(finding) ?? '' })),
      ),
    });
    await tx.run(queries.incidents.involves, {
      rows: changed.flatMap(({ id, involves }) =>
        involves.map(({ label, key, role, ...fields }) => ({ incident: id, label, key, role, fields })),
      ),
    });
    await relate(tx, changed, ends);
    await tx.run(queries.incidents.retire, { changedAt, ids: ends });
    await tx.run(queries.incidents.became, { rows: heirs });
    for (const family of families) await succeed(tx, family, before, changedAt);
    await beliefs.keep(tx, lives, changedAt);
  });
  const opened = changed.filter(({ id }) => !stored.has(id)).length;
  return { opened, changed: changed.length - opened, merged: retired.length };
}

/** The incident that holds most of the given findings; of equals the first in (first finding, id) order. */
function heirOf(findings: readonly string[], holders: ReadonlyMap<string, Incident>): string | undefined {
  const shared = new Map<Incident, number>();
  for (const holder of findings.flatMap((id) => holders.get(id) ?? [])) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  const ranked = [...shared].sort(([a, m], [b, n]) => n - m || a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1));
  return ranked[0]?.[0].id;
}

/** An incident and those it came of: ids that ended in it, or else ids that go on without some of their findings. */
interface Family extends Descent {
  /** Everything it holds was held by those it parted from. */
  readonly isJudged: boolean;
}

/** Of the incidents that changed, those that merged, split or got another id. */
function familiesOf(
  changed: readonly Incident[],
  stored: readonly { readonly id: string; readonly findings: readonly string[] }[],
  heirs: readonly { readonly id: string; readonly heir: string }[],
): Family[] {
  const known = new Set(stored.map(({ id }) => id));
  const heldBy = new Map(stored.flatMap(({ id, findings }) => findings.map((finding) => [finding, id])));
  const endedIn = new Map<string, string[]>();
  for (const { id, heir } of heirs) slot(endedIn, heir, () => []).push(id);
  return changed
    .map((incident): Family => {
      const isNew = !known.has(incident.id);
      const ended = endedIn.get(incident.id) ?? [];
      const holders = isNew && ended.length === 0 ? incident.findings.map((id) => heldBy.get(id)) : [];
      const parted = [...new Set(holders.filter((id) => id !== undefined))].sort();
      return { incident, ended, parted, isJudged: holders.every((id) => id !== undefined) };
    })
    .filter(({ ended, parted }) => ended.length + parted.length > 0);
}

interface Left extends Forebear {
  readonly assignedAt: Instant | null;
  readonly verdictAsOf: Instant | null;
  readonly verdictFindings: readonly string[] | null;
}

/** How people had left the incidents that merge or split. */
async function leftAs(tx: Transaction, families: readonly Family[]): Promise<ReadonlyMap<string, Left>> {
  const ids = new Set(families.flatMap(({ incident, ended, parted }) => [incident.id, ...ended, ...parted]));
  const rows = ids.size === 0 ? [] : await tx.run(queries.incidents.handlings, { ids: [...ids] });
  return new Map(
    rows.map(({ id, assignedAt, verdictAsOf, verdictFindings, ...row }) => [
      id,
      { id, handling: { ...saidOf(row), status: row.status as IncidentStatus }, assignedAt, verdictAsOf, verdictFindings },
    ]),
  );
}

/** Makes true of one incident what the rules say of it and of those it came of. */
async function succeed(
  tx: Transaction,
  { incident, ended, parted, isJudged }: Family,
  before: ReadonlyMap<string, Left>,
  at: Instant,
): Promise<void> {
  // An id that was merged away and stands again comes back as people left it.
  const own = before.get(incident.id)?.handling;
  const isSplit = own === undefined && ended.length === 0;
  const former = (isSplit ? parted : [...ended].sort()).flatMap((id) => before.get(id) ?? []);
  const succession = own !== undefined ? merged(own, former) : isSplit ? split(former, isJudged) : renamed(former);
  if (succession === undefined) return;

  const { handling, what, details } = succession;
  const { id } = incident;
  const giver = former.find((one) => handling.owner !== own?.owner && one.handling.owner === handling.owner);
  const judge = former.find((one) => own?.verdict === undefined && isVerdictOf(handling, one));
  await tx.run(queries.incidents.succeed, {
    id,
    fields: {
      status: handling.status,
      ...(giver === undefined ? {} : { owner: handling.owner, assignedAt: giver.assignedAt }),
      ...(judge === undefined ? {} : rulingOf(judge, handling, isSplit ? incident.findings : undefined)),
    },
    // What has ended leaves its verdict to its heir, who alone can take it back.
    ended: judge !== undefined && ended.includes(judge.id) ? judge.id : null,
  });
  await append(tx, { at, who: 'skein', what, target: `Incident ${id}`, details }, { incident: id });
}

const isVerdictOf = ({ verdict, verdictAt }: Handling, { handling }: Forebear): boolean =>
  verdict !== undefined && handling.verdict === verdict && handling.verdictAt === verdictAt;

/** A verdict stays on what it was spoken on; of a split, on what is held of that. */
function rulingOf({ verdictAsOf, verdictFindings }: Left, handling: Handling, held?: readonly string[]) {
  const { verdict = null, verdictBy = null, verdictAt = null } = handling;
  const own = held === undefined ? undefined : new Set(held);
  const on = own === undefined ? verdictFindings : (verdictFindings?.filter((id) => own.has(id)) ?? null);
  return { verdict, verdictBy, verdictAt, verdictAsOf, verdictFindings: on };
}

/** Standing incidents, the highest score first; with `all` also the closed ones. */
export async function standing(graph: Graph, all: boolean): Promise<StandingIncident[]> {
  return (await graph.run(queries.incidents.standing, { all })).map(fromRow);
}

/** One incident by its id, or by an id it once had. */
export async function byId(graph: Graph, id: string): Promise<StandingIncident | undefined> {
  const [row] = await graph.run(queries.incidents.byId, { id });
  return row === undefined ? undefined : fromRow(row);
}

/** A place in the queue: what comes after it is asked for. */
export type QueuePlace = readonly [score: number, lastAt: Instant, id: string];

/** The incidents of some statuses after a place in the queue. */
export async function page(
  graph: Graph,
  statuses: readonly IncidentStatus[],
  [score, lastAt, id]: QueuePlace,
  limit: number,
): Promise<StandingIncident[]> {
  return (await graph.run(queries.incidents.page, { statuses, score, lastAt, id, limit })).map(fromRow);
}

export async function count(graph: Graph, statuses: readonly IncidentStatus[]): Promise<number> {
  const [row] = await graph.run(queries.incidents.count, { statuses });
  return row?.count ?? 0;
}

/** The findings of some incidents in (at, id) order, by incident. */
export async function orders(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map((await graph.run(queries.incidents.orders, { ids })).map((row) => [row.id, row.findings]));
}

/** What was noted on each of some incidents and on what became it, the oldest first. */
export async function notes(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Note[]>> {
  const found = new Map<string, Note[]>(ids.map((id) => [id, []]));
  for (const { incident, noted, ...note } of await graph.run(queries.incidents.notes, { ids }))
    found.get(incident)?.push({ ...note, incident: noted });
  return found;
}

/** What was decided about each of some incidents and about what became it, the oldest first. */
export async function handled(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, readonly HandlingEntry[]>> {
  const found = new Map<string, HandlingEntry[]>(ids.map((id) => [id, []]));
  for (const { incident, ...entry } of await graph.run(queries.incidents.handled, { ids })) found.get(incident)?.push(entry);
  return found;
}

/** The ids that each of some incidents had before. */
export async function formerIds(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map((await graph.run(queries.incidents.former, { ids })).map((row) => [row.incident, row.former]));
}

/** How some of the things that an incident involves are shown to people, by `thingOf`; those that go by another name than their key. */
export async function namesIn(graph: Graph, id: string, things: readonly EntityRef[]): Promise<ReadonlyMap<string, string>> {
  const rows = await graph.run(queries.incidents.named, { id, keys: [...new Set(things.map(({ key }) => key))] });
  return new Map(rows.map(({ name, ...thing }) => [thingOf(thing), name]));
}

/** Every verdict that counts, the oldest first. */
export async function rulings(graph: Graph): Promise<Ruling[]> {
  const rows = await graph.run(queries.incidents.rulings, {});
  return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict }));
}

/** Whose word it is, and when on the wall. */
export interface Word {
  readonly by: string;
  readonly at: Instant;
}

/**
 * What a person makes of an incident, with its audit entry, while nobody else can: `decide` sees it as it is now. The
 * incident as it is afterwards, a refusal that changed nothing, or undefined when there is no such incident.
 */
export async function handle(
  graph: Graph,
  id: string,
  { by, at }: Word,
  decide: (handling: Handling) => Outcome,
): Promise<StandingIncident | { readonly refusal: string } | undefined> {
  return graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const incident = await locked(tx, id);
    if (incident === undefined) return undefined;
    const before = handlingOf(incident);
    const outcome = decide(before);
    if (outcome === 'unchanged') return incident;
    if ('refusal' in outcome) return outcome;

    const after = outcome.handling;
    await tx.run(queries.incidents.handle, { id: incident.id, changedAt, fields: handlingFields(incident, before, after, at) });
    const { what, details } = outcome;
    await append(tx, { at, who: by, what, target: `Incident ${incident.id}`, details }, { incident: incident.id });
    if (after.status !== before.status || after.verdict !== before.verdict)
      await beliefs.keepHandling(tx, incident.id, changedAt);
    return locked(tx, incident.id);
  });
}

/** Keeps a note, once for each key, with its audit entry. Undefined when there is no such incident. */
export async function addNote(
  graph: Graph,
  id: string,
  { by, at }: Word,
  note: { readonly key: string; readonly text: string },
): Promise<{ readonly incident: StandingIncident; readonly note: Note } | undefined> {
  return graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const incident = await locked(tx, id);
    if (incident === undefined) return undefined;
    const noteId = digestOf(JSON.stringify([by, note.key, note.text]), 24);
    const token = digestOf(`${process.pid}/${process.hrtime.bigint()}`, 16);
    const [row] = await tx.run(queries.incidents.addNote, {
      ...{ id: noteId, incident: incident.id, token, changedAt },
      fields: { at, by, text: note.text, title: note.text.slice(0, 40) },
    });
    if (row?.isNew === true)
      await append(
        tx,
        { at, who: by, what: 'note added', target: `Incident ${incident.id}`, details: noteId },
        { incident: incident.id },
      );
    return { incident, note: { id: noteId, incident: incident.id, at, by, text: note.text } };
  });
}

export interface Changed {
  readonly at: Instant;
  /** The id that changed, and the incident that stands for it now, if any. */
  readonly id: string;
  readonly now: string | undefined;
}

/** What changed after a moment and, within that, after an id. */
export async function changed(graph: Graph, after: Instant, id: string, limit: number): Promise<Changed[]> {
  const rows = await graph.run(queries.incidents.changed, { after, id, limit });
  return rows.map(({ at, was, now }) => ({ at, id: was, now: now ?? undefined }));
}

async function locked(tx: Transaction, id: string): Promise<StandingIncident | undefined> {
  const [row] = await tx.run(queries.incidents.lock, { id });
  return row === undefined ? undefined : fromRow(row);
}

const handlingOf = ({ status, owner, verdict, verdictBy, verdictAt }: StandingIncident): Handling =>
  known({ status, owner, verdict, verdictBy, verdictAt });

/** A verdict is on what the incident holds now, and from now on in event time. */
function handlingFields({ findings, escalation }: Incident, before: Handling, after: Handling, at: Instant) {
  const { status, owner, verdict = null, verdictBy = null, verdictAt = null } = after;
  const isJudged = verdict !== null;
  return {
    ...{ status, verdict, verdictBy, verdictAt },
    verdictAsOf: isJudged ? escalation.asOf : null,
    verdictFindings: isJudged ? findings : null,
    ...(owner === before.owner ? {} : { owner: owner ?? NOBODY, assignedAt: at }),
  };
}

/** Said of an incident that was given back, so that it does not show the owner of one that became it. */
const NOBODY = '';

interface Row {
  readonly report: string;
  readonly status: string;
  readonly owner: string | null;
  readonly verdict: string | null;
  readonly verdictBy: string | null;
  readonly verdictAt: Instant | null;
  readonly changedAt: Instant;
}

// The report was written from an Incident and by nothing else; status and what follows are the node's own.
const fromRow = ({ report, status, changedAt, ...row }: Row): StandingIncident => ({
  ...(JSON.parse(report) as Incident),
  ...saidOf(row),
  status: status as IncidentStatus,
  changedAt,
});

const saidOf = ({ owner, verdict, verdictBy, verdictAt }: Pick<Row, 'owner' | 'verdict' | 'verdictBy' | 'verdictAt'>) =>
  known({
    owner: owner === NOBODY ? undefined : (owner ?? undefined),
    verdict: (verdict ?? undefined) as Verdict | undefined,
    verdictBy: verdictBy ?? undefined,
    verdictAt: verdictAt ?? undefined,
  });

const hashOf = (incident: Incident): string => digestOf(JSON.stringify(incident), 32);

/** What a hunter reads on the node, and the whole incident as JSON for the program. */
function fieldsOf(incident: Incident) {
  const {
    title,
    anchor,
    background,
    firstAt,
    lastAt,
    score,
    tactics,
    techniques,
    findings,
    escalation,
    policyMetAt = null,
  } = incident;
  const { signature = null, ...report } = incident;
  return {
    ...{ title, anchor, background, firstAt, lastAt, score, tactics, techniques, findings, policyMetAt, signature },
    probability: escalation.probability,
    band: escalation.band,
    asOf: escalation.asOf,
    horizonDays: escalation.horizonDays,
    peakProbability: escalation.peak.probability,
    peakAt: escalation.peak.at,
    narrative: incident.narrative.story.map(({ text }) => text).join(' '),
    report: JSON.stringify(report),
    hash: hashOf(incident),
  };
}
