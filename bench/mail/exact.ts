// The score of a letter before it is rounded, models and all, and how it is read: at the score that few honest letters exceed.

import { root } from '../../src/graph/local/java.ts';
import { forest } from '../../src/mail/forest.ts';
import type { MetricValues } from '../../src/mail/metric.ts';
import { metrics } from '../../src/mail/metrics.ts';
import { actionOf, modelHits } from '../../src/mail/model.ts';
import type { MailAction } from '../../src/mail/model.ts';
import { scoreOf } from '../../src/mail/score.ts';
import type { Forest } from '../../src/mail/score.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';

/** A letter as it lies there, or without whatever dates or routes it. */
export const forms = ['bare', 'whole'] as const;
export type Form = (typeof forms)[number];

/** False alarms somebody can live with, of honest letters. */
const ALARMS = 0.01;

export const models = readMailModels(mailFolders(root), metrics);

export const actionFor = (values: MetricValues): MailAction => actionOf(modelHits(models, values)).action;

export const exactScore = (values: MetricValues, fitted: Forest = forest): number =>
  scoreOf(values, actionFor(values), fitted).reasons.reduce((sum, { weight }) => sum + weight, 0);

/** The score that no more than the alarms allowed exceed. */
export function limitOf(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length * ALARMS)] ?? 100;
}
