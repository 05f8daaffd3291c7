// What analysts said of which findings belong together, as it is kept; each word with its audit entry. A finding that was
// withdrawn leaves its constraints as they are: its id follows from its content, and they hold again once it stands.

import { known } from '../ingest/known.ts';
import type { KeptConstraint } from '../model/handling.ts';
import { constrain, MOST_CONSTRAINTS, undo as undone } from '../respond/constraints.ts';
import type { Reasoned, Saying } from '../respond/constraints.ts';
import { append } from './audit.ts';
import { tick } from './changes.ts';
import type { Graph, Transaction } from './graph.ts';
import type { Word } from './incidents.ts';
import { queries } from './queries.gen.ts';

/** Those that hold, in the order they were said. */
export async function standing(on: Transaction): Promise<readonly KeptConstraint[]> {
  const rows = await on.run(queries.constraints.standing, { limit: MOST_CONSTRAINTS });
  return rows.map((row) => ({ ...row, kind: kindOf(row) }));
}

/** What is to be said, and how the audit tells it. */
export interface Said {
  readonly saying: Saying;
  /** Findings meant to end in one incident besides those that are named. */
  readonly together?: readonly string[];
  readonly what: string;
  readonly details: string;
  /** The incident that the audit files it under, if one holds any of the findings. */
  readonly incident: string | undefined;
}

/** Keeps a constraint, unless it stands already. A refusal changed nothing, and says who said otherwise, and when. */
export async function say(
  graph: Graph,
  { saying, together = [], what, details, incident }: Said,
  word: Reasoned,
): Promise<KeptConstraint | { readonly refusal: string }> {
  return graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const before = await standing(tx);
    const kept = constrain(before, saying, word, together);
    if ('refusal' in kept || before.includes(kept)) return kept;
    await keep(tx, kept, changedAt);
    await tx.run(queries.constraints.tie, {});
    await append(
      tx,
      { at: kept.at, who: kept.by, what, target: targetOf(kept), details: `${details}: ${kept.reason}` },
      known({ incident }),
    );
    return kept;
  });
}

/** Takes a constraint back, once. Undefined when there is no such constraint. */
export async function undo(
  graph: Graph,
  id: string,
  { by, at }: Word,
  reason: string,
  incident: string | undefined,
): Promise<KeptConstraint | undefined> {
  return graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const before = await byId(tx, id);
    if (before === undefined || before.undoneAt !== undefined) return before;
    const after = undone(before, { by, at, reason });
    await keep(tx, after, changedAt);
    const details = `a ${after.kind} of ${after.by}'s: ${reason}`;
    await append(tx, { at, who: by, what: 'constraint undone', target: targetOf(after), details }, known({ incident }));
    return after;
  });
}

/** One by its id, whether it holds or was undone. */
export async function byId(on: Transaction, id: string): Promise<KeptConstraint | undefined> {
  const [row] = await on.run(queries.constraints.byId, { id });
  return row === undefined ? undefined : fromRow(row);
}

/** Those that name any finding of some incidents, the oldest first, undone ones too; the newest 200 of each. */
export async function ofIncidents(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, readonly KeptConstraint[]>> {
  const found = new Map<string, KeptConstraint[]>(ids.map((id) => [id, []]));
  for (const { incident, ...row } of await graph.run(queries.constraints.ofIncidents, { ids }))
    found.get(incident)?.push(fromRow(row));
  return found;
}

/** Ids of the incidents that hold any of some findings, those that hold most of them first; at most 100. */
export async function holders(graph: Graph, findings: readonly string[]): Promise<readonly string[]> {
  return (await graph.run(queries.constraints.holders, { findings, limit: 100 })).map(({ id }) => id);
}

/** Ties constraints to findings that stand again, so that the graph shows what they hold. */
export async function retie(graph: Graph): Promise<void> {
  await graph.run(queries.constraints.tie, {});
}

async function keep(tx: Transaction, { id, ...fields }: KeptConstraint, changedAt: number): Promise<void> {
  await tx.run(queries.constraints.save, { id, fields });
  await tx.run(queries.constraints.touch, { findings: [...fields.from, ...fields.to], changedAt });
}

const targetOf = ({ id }: KeptConstraint): string => `Constraint ${id}`;

interface Row extends Omit<KeptConstraint, 'kind' | 'undoneBy' | 'undoneAt' | 'undoneReason'> {
  readonly kind: string;
  readonly undoneBy: string | null;
  readonly undoneAt: number | null;
  readonly undoneReason: string | null;
}

const fromRow = ({ undoneBy, undoneAt, undoneReason, ...row }: Row): KeptConstraint => ({
  ...row,
  kind: kindOf(row),
  ...known({ undoneBy: undoneBy ?? undefined, undoneAt: undoneAt ?? undefined, undoneReason: undoneReason ?? undefined }),
});

// A constraint is written from a KeptConstraint and by nothing else.
const kindOf = ({ kind }: { readonly kind: string }) => kind as KeptConstraint['kind'];
