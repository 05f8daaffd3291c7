// Peer groups by Neo4j's own Graph Data Science, where the server has it: ties in, groups out, as by the engines in this
// process, and by the same choice without labels. It only looks; what is stored is not touched, and the projection goes
// whatever happens.

import { randomUUID } from 'node:crypto';
import { csrOfNames } from '../learn/communities/csr.ts';
import type { Csr, Edge } from '../learn/communities/csr.ts';
import { groupsWithoutLabels } from '../learn/communities/groups.ts';
import type { Grouping } from '../learn/communities/groups.ts';
import type { Parting } from '../learn/communities/scales.ts';
import { digestOf } from '../ingest/digest.ts';
import { QueryError } from './graph.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** The server cannot do it; the message says what to do instead. */
export class GdsError extends Error {
  override readonly name = 'GdsError';
}

/** More ties would have to be sent in parts, which a projection cannot be made of. */
const MOST_EDGES = 5_000_000;

/** Whether the server has the library. */
export async function hasGds(graph: Graph): Promise<boolean> {
  return (await graph.run(queries.gds.version, {})).length === 2;
}

/** Throws a GdsError where the library is missing, or the graph too large. Same ties, same server: same groups. */
export async function groupsByGds(graph: Graph, edges: readonly Edge[]): Promise<Grouping> {
  if (edges.length > MOST_EDGES)
    throw new GdsError(
      `${edges.length} ties between people are more than the ${MOST_EDGES} that are sent to the server: use PEERS_ENGINE=own`,
    );
  if (!(await hasGds(graph)))
    throw new GdsError(
      'the database has no Graph Data Science library: install the GDS plugin of its version, or use PEERS_ENGINE=auto',
    );
  if (edges.length === 0) return groupsWithoutLabels(edges);
  const { graph: csr } = csrOfNames(edges);
  const name = `skein-peers-${randomUUID()}`;
  try {
    await graph.run(queries.gds.project, { name, ...arcsOf(csr) });
    return await answered(
      (resolution, seed) => leiden(graph, name, csr.nodes, resolution, seed),
      (parting) => groupsWithoutLabels(edges, { parting }),
    );
  } finally {
    await graph.run(queries.gds.drop, { name });
  }
}

/** Every tie once, by the numbers of its ends. */
function arcsOf({ nodes, starts, ends, weights: all }: Csr) {
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  for (let node = 0; node < nodes; node += 1)
    for (let arc = starts[node] ?? 0; arc < (starts[node + 1] ?? 0); arc += 1) {
      const other = ends[arc] ?? 0;
      if (node > other) continue;
      from.push(node);
      to.push(other);
      weights.push(all[arc] ?? 0);
    }
  return { from, to, weights };
}

async function leiden(graph: Graph, name: string, nodes: number, resolution: number, seed: string): Promise<Uint32Array> {
  const communities = await communitiesOf(graph, { name, resolution, seed: seedOf(seed) });
  const parted = Uint32Array.from({ length: nodes }, (_, node) => node);
  for (const { nodes: members } of communities) for (const node of members) parted[node] = members[0] ?? node;
  return parted;
}

/** The server takes whole numbers for seeds. */
const seedOf = (seed: string): number => parseInt(digestOf(seed, 7), 16);

/** None where everybody is a community of their own: GDS 2.13 then fails instead of saying so. */
async function communitiesOf(graph: Graph, asked: { readonly name: string; readonly resolution: number; readonly seed: number }) {
  try {
    return await graph.run(queries.gds.leiden, asked);
  } catch (error) {
    if (error instanceof QueryError && error.message.includes('dendrogramManager')) return [];
    throw error;
  }
}

/** What a search needs to know and was not told yet. */
class Unanswered extends Error {
  readonly asked: readonly [resolution: number, seed: string];

  constructor(resolution: number, seed: string) {
    super('a search met a question that is not answered yet');
    this.asked = [resolution, seed];
  }
}

/**
 * A search that cannot wait, over partings that have to be fetched: it is begun anew with each answer more, and comes the
 * same way every time, since it depends on nothing else. Between questions it does next to nothing.
 */
async function answered<T>(
  fetch: (...asked: Unanswered['asked']) => Promise<Uint32Array>,
  search: (parting: Parting) => T,
): Promise<T> {
  const answers = new Map<string, Uint32Array>();
  const keyOf = (...asked: Unanswered['asked']) => JSON.stringify(asked);
  for (;;)
    try {
      return search((resolution, seed) => {
        const answer = answers.get(keyOf(resolution, seed));
        if (answer === undefined) throw new Unanswered(resolution, seed);
        return answer;
      });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      answers.set(keyOf(...error.asked), await fetch(...error.asked));
    }
}
