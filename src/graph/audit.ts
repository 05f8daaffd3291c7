// The audit chain: one entry more for each thing decided or done, in the transaction that does it.

import type { Action, AuditEntry } from '../model/action.ts';
import { entry, verifyChain } from '../respond/audit.ts';
import type { Audited, ChainCheck } from '../respond/audit.ts';
import type { Graph, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';

/** What an entry is a record of, besides what it says. */
export interface Recorded {
  readonly action?: string;
  readonly incident?: string;
}

/** Holds the end of the chain until the transaction is over; so it comes last in it. */
export async function append(tx: Transaction, audited: Audited, { action, incident }: Recorded = {}): Promise<void> {
  const [last] = await tx.run(queries.actions.lastEntry, {});
  const report = last?.report ?? undefined;
  const next = entry(report === undefined ? undefined : (JSON.parse(report) as AuditEntry), audited);
  await tx.run(queries.actions.appendEntry, {
    fields: { ...next },
    report: JSON.stringify(next),
    action: action ?? null,
    incident: incident ?? null,
  });
}

export interface RecordedEntry extends AuditEntry {
  readonly action: Action | undefined;
}

/** Entries before a sequence number, the newest first. */
export async function page(graph: Graph, before: number, limit: number): Promise<RecordedEntry[]> {
  const rows = await graph.run(queries.audit.page, { before, limit });
  // A report was written from an Action and by nothing else.
  return rows.map(({ action, ...row }) => ({ ...row, action: action === null ? undefined : (JSON.parse(action) as Action) }));
}

export async function count(graph: Graph): Promise<number> {
  const [row] = await graph.run(queries.audit.count, {});
  return row?.count ?? 0;
}

/** Whether every entry continues the one before, to the last that was written. */
export async function verified(graph: Graph): Promise<ChainCheck> {
  const [row] = await graph.run(queries.audit.head, {});
  const report = row?.report ?? undefined;
  const head = report === undefined ? undefined : (JSON.parse(report) as AuditEntry).hash;
  return verifyChain(await graph.run(queries.actions.audit, {}), head);
}
