// What the room says of a message: what was measured, which models hit and why, what is to be done, and the score.

import type { MetricValues } from './metric.ts';
import { measured } from './metrics.ts';
import { actionOf, modelHits } from './model.ts';
import type { Hit, MailAction, Model } from './model.ts';
import type { Reading } from './reading.ts';
import { scoreOf } from './score.ts';
import type { Score } from './score.ts';

export interface Verdict extends Score {
  readonly values: MetricValues;
  readonly hits: readonly Hit[];
  readonly action: MailAction;
  /** Ids of the models that asked for that action. */
  readonly by: readonly string[];
  /** Of all hits, sorted. */
  readonly tags: readonly string[];
}

export const verdictOf = (reading: Reading, models: readonly Model[]): Verdict => verdictOn(measured(reading), models);

/** The same of what was measured already. */
export function verdictOn(values: MetricValues, models: readonly Model[]): Verdict {
  const hits = modelHits(models, values);
  const { action, by } = actionOf(hits);
  const tags = [...new Set(hits.flatMap((hit) => hit.tags))].sort();
  return { ...scoreOf(values, action), values, hits, action, by, tags };
}
