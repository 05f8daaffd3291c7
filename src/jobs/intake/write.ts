// One batch into the graph. A row the database will not have is found by halving, and the others go in.

import * as events from '../../graph/events.ts';
import type { Saved, Sighting } from '../../graph/events.ts';
import { QueryError } from '../../graph/graph.ts';
import type { Graph } from '../../graph/graph.ts';
import * as notes from '../../graph/notes.ts';
import type { Instant } from '../../model/time.ts';

export type Refuse = (sighting: Sighting, why: string) => void;

/** Throws when the database is away, or broken whatever it is given; then nothing, or a part, was written. */
export async function writeBatch(graph: Graph, batch: readonly Sighting[], arrivedAt: Instant, refuse: Refuse): Promise<Saved> {
  try {
    return await events.save(graph, batch, arrivedAt);
  } catch (error) {
    if (!isAboutRows(error)) throw error;
    // A database that takes nothing at all is not the rows' fault.
    await notes.write(graph, 'intake', 'a batch was refused; this shows that the database takes writes');
    return await halved(graph, batch, arrivedAt, refuse, error);
  }
}

async function halved(
  graph: Graph,
  batch: readonly Sighting[],
  arrivedAt: Instant,
  refuse: Refuse,
  error: unknown,
): Promise<Saved> {
  const [first] = batch;
  if (first === undefined) return { isNew: 0, duplicate: 0 };
  if (batch.length === 1) {
    if (isAboutSize(error)) throw error;
    refuse(first, whyOf(error));
    return { isNew: 0, duplicate: 0 };
  }
  const middle = Math.ceil(batch.length / 2);
  const sum = { isNew: 0, duplicate: 0 };
  for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
    const saved = await events.save(graph, half, arrivedAt).catch((again: unknown) => {
      if (!isAboutRows(again)) throw again;
      return halved(graph, half, arrivedAt, refuse, again);
    });
    sum.isNew += saved.isNew;
    sum.duplicate += saved.duplicate;
  }
  return sum;
}

/** Whether fewer or other rows might go in: neither an absent database nor a statement it cannot read. */
function isAboutRows(error: unknown): boolean {
  if (isAboutSize(error)) return true;
  // What our own code could not make of a row is that row's fault as well.
  if (!(error instanceof QueryError)) return error instanceof TypeError || error instanceof RangeError;
  const { code } = error;
  return (
    !/^Neo\.(TransientError|ClientError\.(Security|Cluster|Database|Schema))\./.test(code) &&
    !/\.(SyntaxError|SemanticError|ParameterMissing|AccessMode|ReadOnly|ForbiddenOnReadOnlyDatabase)$/.test(code)
  );
}

/** Too much at once, in memory or in time: less of it may do. */
const isAboutSize = (error: unknown): boolean =>
  error instanceof QueryError && /OutOfMemory|MemoryLimit|TransactionTimedOut/.test(error.code);

/** The database quotes values; what is in records does not belong in reasons. */
const whyOf = (error: unknown): string =>
  error instanceof QueryError ? `the database refused it (${error.code})` : 'it could not be written to the database';
