// Notes Skein leaves for itself in the graph, and leases that let one process at a time do a job.

import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export async function read(graph: Graph, name: string): Promise<string | undefined> {
  const [row] = await graph.run(queries.meta.read, { name });
  return row?.value;
}

export async function write(graph: Graph, name: string, value: string): Promise<void> {
  await graph.run(queries.meta.write, { name, value });
}

/** Takes or renews a lease on the server's clock; undefined when somebody else holds a live one. */
export async function takeLease(
  graph: Graph,
  lease: { readonly name: string; readonly owner: string; readonly ttl: number; readonly dead: readonly string[] },
): Promise<number | undefined> {
  const [row] = await graph.run(queries.meta.takeLease, lease);
  return row?.fence;
}

export async function leaseHolder(graph: Graph, name: string): Promise<string | undefined> {
  const [row] = await graph.run(queries.meta.leaseHolder, { name });
  return row?.owner ?? undefined;
}

/** Who holds it now, on the server's clock. */
export async function liveHolder(graph: Graph, name: string): Promise<string | undefined> {
  const [row] = await graph.run(queries.meta.leaseHolder, { name });
  return row?.isLive === true ? (row.owner ?? undefined) : undefined;
}

export async function dropLease(graph: Graph, name: string, owner: string): Promise<void> {
  await graph.run(queries.meta.dropLease, { name, owner });
}

/** Deletes everything but the record of migrations. */
export async function wipe(graph: Graph): Promise<void> {
  for (const some of [queries.meta.cut, queries.meta.wipe])
    for (let left = 1; left > 0;) left = (await graph.run(some, { limit: 20_000 }))[0]?.left ?? 0;
}
