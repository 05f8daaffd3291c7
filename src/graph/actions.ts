// Actions and the audit chain: every step of an action's life is one transaction with its audit entry.

import { digestOf } from '../ingest/digest.ts';
import { slot } from '../learn/slot.ts';
import type { Action, ActionStatus, AuditEntry } from '../model/action.ts';
import { thingOf } from '../model/finding.ts';
import type { EntityRef } from '../model/finding.ts';
import type { Instant } from '../model/time.ts';
import { requester } from '../respond/life.ts';
import { append } from './audit.ts';
import { batches } from './batches.ts';
import { tick } from './changes.ts';
import type { Graph, Transaction } from './graph.ts';
import * as killSwitch from './kill-switch.ts';
import { queries } from './queries.gen.ts';

/** Those that wait for an answer first, then the newest. */
export async function all(graph: Graph): Promise<Action[]> {
  return (await graph.run(queries.actions.all, {})).map(({ report }) => fromReport(report));
}

/** A place among actions: the newest first, those of one moment in the order of their plan. */
export type ActionPlace = readonly [proposedAt: Instant, incident: string, order: number, id: string];

/** Actions in some states after a place in that order. */
export async function page(
  graph: Graph,
  statuses: readonly ActionStatus[],
  [proposedAt, incident, order, id]: ActionPlace,
  limit: number,
): Promise<Action[]> {
  const rows = await graph.run(queries.actions.page, { statuses, proposedAt, incident, order, id, limit });
  return rows.map(({ report }) => fromReport(report));
}

export async function count(graph: Graph, statuses: readonly ActionStatus[]): Promise<number> {
  const [row] = await graph.run(queries.actions.count, { statuses });
  return row?.count ?? 0;
}

/** The actions that answer each of some incidents, or what became it, in the order of the plan. */
export async function ofIncidents(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Action[]>> {
  const found = new Map<string, Action[]>(ids.map((id) => [id, []]));
  for (const { incident, report } of await graph.run(queries.actions.ofIncidents, { ids }))
    found.get(incident)?.push(fromReport(report));
  return found;
}

/** Of all on mail that are asked for together. */
const MOST_ON_MAIL = 20_000;

/** The actions on each of some messages and campaigns, by `thingOf` them, the newest first. */
export async function onMail(graph: Graph, refs: readonly EntityRef[]): Promise<ReadonlyMap<string, readonly Action[]>> {
  const keysOf = (label: string): string[] => refs.filter((ref) => ref.label === label).map(({ key }) => key);
  const asked = { emails: keysOf('Email'), campaigns: keysOf('Campaign'), limit: MOST_ON_MAIL };
  const found = new Map<string, Action[]>();
  for (const { report, ...thing } of await graph.run(queries.actions.onMail, asked))
    slot(found, thingOf(thing), (): Action[] => []).push(fromReport(report));
  return found;
}

export interface ChangedAction {
  readonly at: Instant;
  readonly action: Action;
}

/** What changed after a moment and, within that, after an id. */
export async function changed(graph: Graph, after: Instant, id: string, limit: number): Promise<ChangedAction[]> {
  const rows = await graph.run(queries.actions.changed, { after, id, limit });
  return rows.map(({ at, report }) => ({ at, action: fromReport(report) }));
}

export async function byId(graph: Graph, id: string): Promise<Action | undefined> {
  const [row] = await graph.run(queries.actions.byId, { id });
  return row === undefined ? undefined : fromReport(row.report);
}

/** Keeps the actions that were not proposed before, each with its audit entry; says which they are. */
export async function propose(graph: Graph, actions: readonly Action[]): Promise<Action[]> {
  const known = new Set((await all(graph)).map(({ id }) => id));
  const unknown = actions.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return [];
  return graph.together(async (tx) => keep(tx, unknown, await tick(tx)));
}

async function keep(tx: Transaction, unknown: readonly Action[], changedAt: Instant): Promise<Action[]> {
  const token = digestOf(`${process.pid}/${process.hrtime.bigint()}`, 16);
  const rows = unknown.map((action) => ({
    id: action.id,
    token,
    incident: action.incident,
    fields: { ...fieldsOf(action), changedAt },
  }));
  const kept = await tx.run(queries.actions.propose, { rows });
  const isNew = new Set(kept.filter((row) => row.isNew).map(({ id }) => id));
  const fresh = unknown.filter(({ id }) => isNew.has(id));
  await tx.run(queries.actions.targets, {
    rows: fresh.map(({ id, target }) => ({ action: id, label: target.label, key: target.key })),
  });
  for (const action of fresh)
    await record(tx, action, { at: action.proposedAt, who: requester(action), what: 'proposed', details: action.because });
  return fresh;
}

/**
 * Keeps what a person asks for, with its audit entry, while nobody else can: `decide` sees what answers the incident
 * already, and answers with one of those, with a new one, or with a refusal.
 */
export async function request<R>(
  graph: Graph,
  incident: string,
  decide: (others: readonly Action[]) => Action | { readonly refusal: R },
): Promise<Action | { readonly refusal: R }> {
  return graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const others = (await tx.run(queries.actions.ofIncidents, { ids: [incident] })).map(({ report }) => fromReport(report));
    const decided = decide(others);
    if ('refusal' in decided || others.includes(decided)) return decided;
    await keep(tx, [decided], changedAt);
    return decided;
  });
}

export interface Step {
  readonly action: Action;
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly details: string;
}

/**
 * Moves one action on, with its audit entry, while nobody else can: `decide` sees it and the kill switch as they are now
 * and answers with the step or with a refusal, which changes nothing. Undefined when there is no such action.
 */
export async function advance<R>(
  graph: Graph,
  id: string,
  decide: (action: Action, killSwitch: boolean) => Step | { readonly refusal: R },
): Promise<Action | { readonly refusal: R } | undefined> {
  return graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const [row] = await tx.run(queries.actions.lock, { id });
    if (row === undefined) return undefined;
    const decided = decide(fromReport(row.report), (await killSwitch.read(tx)).on);
    if ('refusal' in decided) return decided;
    await tx.run(queries.actions.update, { id, fields: { ...fieldsOf(decided.action), changedAt } });
    await record(tx, decided.action, decided);
    return decided.action;
  });
}

/** The audit chain from its beginning. */
export async function audit(graph: Graph): Promise<readonly AuditEntry[]> {
  return graph.run(queries.actions.audit, {});
}

const record = (tx: Transaction, action: Action, { at, who, what, details }: Omit<Step, 'action'>): Promise<void> =>
  append(
    tx,
    { at, who, what: `${action.action} ${what}`, target: `${action.target.label} ${action.target.key}`, details },
    { action: action.id },
  );

// The report was written from an Action and by nothing else.
const fromReport = (report: string): Action => JSON.parse(report) as Action;

function fieldsOf(action: Action) {
  const { action: kind, title, incident, mode, status, because, reach, order, proposedAt, expiresAt } = action;
  return {
    action: kind,
    title,
    incident,
    mode,
    status,
    because,
    reach,
    order,
    proposedAt,
    expiresAt,
    report: JSON.stringify(action),
  };
}

/** What the simulated tenant remembers, by id. */
export const simulatedStore = (graph: Graph) => ({
  async get(id: string): Promise<string | undefined> {
    const [row] = await graph.run(queries.actions.simulatedGet, { id });
    return row?.state;
  },
  async put(id: string, state: string): Promise<void> {
    await graph.run(queries.actions.simulatedPut, { id, state });
  },
  async getAll(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const some of batches(ids))
      for (const { id, state } of await graph.run(queries.actions.simulatedGetAll, { ids: some })) found.set(id, state);
    return found;
  },
  async putAll(states: ReadonlyMap<string, string>): Promise<void> {
    for (const rows of batches([...states].map(([id, state]) => ({ id, state }))))
      await graph.run(queries.actions.simulatedPutAll, { rows });
  },
});
