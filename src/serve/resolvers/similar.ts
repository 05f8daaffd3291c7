// Incidents like one: why, what came next in them, and how they ended.

import type { Next } from '../../correlate/similar/continuation.ts';
import { similarTo } from '../../graph/similar.ts';
import { endTold, likenessTold } from '../../narrate/similar.ts';
import { badInput } from '../errors.ts';
import type { NextStep, QueryResolvers } from '../schema.gen.ts';

const mostSimilar = 20;

export const Query: QueryResolvers = {
  async similarIncidents(_, { id, first }, { graph }) {
    if (first < 1 || first > mostSimilar) throw badInput(`first: expected 1 to ${mostSimilar}, found ${first}`);
    const found = await similarTo(graph, id, first);
    if (found === undefined) return null;
    return found.similar.map(({ incident, similarity, comparison, continuation: { behind, next } }) => ({
      ...{ incident, similarity, ...likenessTold(comparison, found.holding, found.of) },
      until: behind === undefined ? null : stepOf({ finding: behind, times: 1, after: 0 }),
      next: next.map(stepOf),
      verdict: incident.verdict ?? null,
      ended: endTold(incident),
    }));
  },
};

const stepOf = ({ finding: { id, detection, title, stage, at }, times, after }: Next): NextStep => ({
  ...{ finding: id, detection, title, stage, at, times, afterMs: after },
});
