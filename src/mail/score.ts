// How likely a message is to do harm to those it is for, as one number from 0 to 100, and what that is made of.
//
// Terms add up in log-odds to the probability that it is harmful. Some are fitted on recorded mail (`weights.ts` says on
// what), some set by judgement: what fits on mail of strangers cannot be fitted there (who this sender is to these people,
// whether its domain was proven, what happened around it). Then come the actions that models took: each closes a share of
// what is left to certainty, so what the models had seen is not counted twice, and the number only rises.
//
// Points: the probability of a message of which nothing is seen is where counting starts; each term's points are its part of
// the way from there, in proportion to its weight, which for a logistic curve is what averaging over the whole straight way
// gives (Aumann and Shapley 1974). So start, terms and action add up to the score.

import { logistic } from '../learn/association/logistic.ts';
import type { MetricValue, MetricValues } from './metric.ts';
import { metricOf } from './metrics.ts';
import type { MailAction } from './model.ts';
import { weights } from './weights.ts';

/** What adds to the log-odds, and by how much for each unit of it; with `and`, only where that is so too. */
export interface Weight {
  readonly metric: string;
  readonly and?: string;
  readonly weight: number;
}

export interface Weights {
  /** Log-odds of a message of which nothing is seen. */
  readonly intercept: number;
  readonly terms: readonly Weight[];
}

export interface Reason {
  /** Id of a metric, or of two, or `action`, or `start`. */
  readonly id: string;
  readonly says: string;
  /** Points of the score; negative speaks against harm. */
  readonly weight: number;
}

export interface Score {
  /** 0 to 100, whole. */
  readonly score: number;
  /** That it is harmful, before any action. */
  readonly probability: number;
  /** What moved it most comes first; all weights add up to the score before it is rounded. */
  readonly reasons: readonly Reason[];
}

/** Of what is left to certainty, the share that an action closes: it was taken because models found harm by themselves. */
const CLOSES: Readonly<Record<MailAction, number>> = { none: 0, tag: 0.1, junk: 0.5, hold: 0.95 };

export function scoreOf(values: MetricValues, action: MailAction, fitted: Weights = weights): Score {
  const terms = [...fitted.terms, ...JUDGED]
    .map((term) => ({ term, by: term.weight * amountOf(term, values) }))
    .filter(({ by }) => by !== 0);
  const moved = terms.reduce((sum, { by }) => sum + by, 0);
  const [start, probability] = [logistic(fitted.intercept), logistic(fitted.intercept + moved)];
  // Terms that cancel each other out leave the curve's slope at the start.
  const perUnit = Math.abs(moved) < 1e-9 ? start * (1 - start) : (probability - start) / moved;
  const reasons = [
    { id: 'start', says: 'any message of which nothing is seen', weight: 100 * start },
    ...terms.map(({ term, by }) => ({ id: idOf(term), says: saidOf(term, values), weight: 100 * perUnit * by })),
    ...(action === 'none' ? [] : [{ id: 'action', says: SAID[action], weight: 100 * (1 - probability) * CLOSES[action] }]),
  ].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.id < b.id ? -1 : 1));
  return { score: Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0)), probability, reasons };
}

const SAID: Readonly<Record<Exclude<MailAction, 'none'>, string>> = {
  tag: 'models tagged it',
  junk: 'models moved it to junk',
  hold: 'models held it',
};

/** A value as a number: flags, texts and lists as 0 or 1, counts by their doublings up to the sixth; what is not known adds nothing. */
export function reckoned(value: MetricValue | undefined): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number') return value === undefined || value.length === 0 ? 0 : 1;
  if (Number.isNaN(value)) return 0;
  return value <= 1 ? Math.max(0, value) : Math.min(MOST_DOUBLINGS, Math.log2(1 + value));
}

const MOST_DOUBLINGS = 6;

/** How much there is of a term in a message. */
export const amountOf = ({ metric, and }: Pick<Weight, 'and' | 'metric'>, values: MetricValues): number =>
  reckoned(values[metric]) * (and === undefined ? 1 : Math.min(1, reckoned(values[and])));

const idOf = ({ metric, and }: Weight): string => (and === undefined ? metric : `${metric} & ${and}`);

function saidOf({ metric, and }: Weight, values: MetricValues): string {
  const title = (id: string): string => metricOf(id)?.title ?? id;
  const value = values[metric];
  const first = typeof value === 'number' ? `${title(metric)}: ${Number(value.toPrecision(3))}` : title(metric);
  return and === undefined ? first : `${first}, and ${title(and)}`;
}

// By judgement, in log-odds: what no mail of strangers can teach.
const JUDGED: readonly Weight[] = [
  // Who this is to these people.
  { metric: 'correspondence.first-contact', weight: 0.6 },
  { metric: 'correspondence.association', weight: -1.5 },
  { metric: 'correspondence.recipients-answered', weight: -2 },
  { metric: 'recipients.share-nobody', weight: 0.8 },
  { metric: 'urls.all-new', weight: 0.5 },
  { metric: 'thread.is-known', weight: -1 },
  { metric: 'thread.is-fake', weight: 1 },
  { metric: 'thread.author-looks-like', weight: 2.5 },
  { metric: 'thread.reply-to-is-new', weight: 0.7 },
  // Who it pretends to be here.
  { metric: 'sender.imitates-vip', weight: 1.5 },
  { metric: 'sender.is-home-from-outside', weight: 2 },
  // What happened around it.
  { metric: 'incidents.author-serious', weight: 1.5 },
  { metric: 'incidents.author-sign-in', weight: 0.8 },
  { metric: 'volume.is-outpouring', weight: 1 },
  // Whether the sender was proven: most honest mail is, and half of all phishing too.
  { metric: 'authentication.dmarc-failed', weight: 0.8 },
  { metric: 'authentication.is-unproved', weight: 0.3 },
  { metric: 'authentication.claims-pass', weight: 1 },
];
