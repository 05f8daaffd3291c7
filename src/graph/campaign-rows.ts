// Some campaigns at once, without their members: what a list of messages says of the campaigns they belong to.

import type { CampaignRow } from './campaigns.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** By their ids; what is no campaign any more is left out. */
export async function rows(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, CampaignRow>> {
  const found = await graph.run(queries.campaigns.rows, { ids });
  // A report was written from a CampaignRow and by nothing else.
  return new Map(found.map(({ id, report }) => [id, JSON.parse(report) as CampaignRow]));
}
