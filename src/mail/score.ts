// How likely a message is to do harm to those it is for, as one number from 0 to 100, and what that is made of.
//
// What a message says of itself is weighed by a forest of small trees, fitted on recorded mail (`forest.ts` says on what). What
// fits on mail of strangers cannot be fitted there (who this sender is to these people, whether its domain was proven, what
// happened around it), and is weighed by judgement. Both add up in log-odds. Then come the actions that models took: each
// closes a share of what is left to certainty, so what the models had seen is not counted twice, and the number only rises.
//
// Points: the probability of a message of which nothing is seen is where counting starts. What a metric adds to the forest's
// log-odds from there is its Shapley value (`trees.ts`), and its points are its part of the way in proportion to that, which
// for a logistic curve is what averaging over the whole straight way gives (Aumann and Shapley 1974). So start, metrics and
// action add up to the score.

import { logistic } from '../learn/association/logistic.ts';
import { forest } from './forest.ts';
import type { MetricValue, MetricValues } from './metric.ts';
import { metricOf } from './metrics.ts';
import type { MailAction } from './model.ts';
import type { Asked } from './terms.ts';
import { saysOf } from './text/concept.ts';
import { oddsOf, sharesOf } from './trees.ts';
import type { Tree } from './trees.ts';

export interface Forest {
  /** Log-odds before any tree. */
  readonly intercept: number;
  /** What trees ask of a message, by their numbers. */
  readonly asks: readonly Asked[];
  readonly trees: readonly Tree[];
}

export interface Reason {
  /** Id of a metric, or of one and what it lists, or `action`, or `start`. */
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

export function scoreOf(values: MetricValues, action: MailAction, fitted: Forest = forest): Score {
  const { intercept, asks, trees } = fitted;
  const shares = sharesOf(trees, amountsOf(asks, values));
  const parts = [
    ...asks.map((asked, place) => ({ asked, by: shares[place] ?? 0 })),
    ...JUDGED.map(({ weight, ...asked }) => ({ asked, by: weight * reckoned(values[asked.metric]) })),
  ].filter(({ by }) => by !== 0);
  const moved = parts.reduce((sum, { by }) => sum + by, 0);
  const from = intercept + oddsOf(trees, []);
  const [start, probability] = [logistic(from), logistic(from + moved)];
  // Parts that cancel each other out leave the curve's slope at the start.
  const perUnit = Math.abs(moved) < 1e-9 ? start * (1 - start) : (probability - start) / moved;
  const reasons = [
    { id: 'start', says: 'any message of which nothing is seen', weight: 100 * start },
    ...parts.map(({ asked, by }) => ({ id: idOf(asked), says: saidOf(asked, values), weight: 100 * perUnit * by })),
    ...(action === 'none' ? [] : [{ id: 'action', says: SAID[action], weight: 100 * (1 - probability) * CLOSES[action] }]),
  ].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.id < b.id ? -1 : 1));
  return { score: Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0)), probability, reasons };
}

const SAID: Readonly<Record<Exclude<MailAction, 'none'>, string>> = {
  tag: 'models tagged it',
  junk: 'models moved it to junk',
  hold: 'models held it',
};

/** What trees are asked of: numbers as they are, flags and texts as 0 or 1, lists by their length; what is not known is nought. */
export const amountsOf = (asks: readonly Asked[], values: MetricValues): number[] =>
  asks.map(({ metric, has }) => {
    const value = values[metric];
    if (has !== undefined) return Array.isArray(value) && value.includes(saysOf(has)) ? 1 : 0;
    if (typeof value === 'number') return Number.isNaN(value) ? 0 : value;
    return Array.isArray(value) ? value.length : Number(value !== undefined && value !== false && value !== '');
  });

/** A value that is judged: flags, texts and lists as 0 or 1, counts by their doublings up to the sixth; what is not known adds nothing. */
export function reckoned(value: MetricValue | undefined): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number') return value === undefined || value.length === 0 ? 0 : 1;
  if (Number.isNaN(value)) return 0;
  return value <= 1 ? Math.max(0, value) : Math.min(MOST_DOUBLINGS, Math.log2(1 + value));
}

const MOST_DOUBLINGS = 6;

const idOf = ({ metric, has }: Asked): string => (has === undefined ? metric : `${metric}: ${has}`);

function saidOf({ metric, has }: Asked, values: MetricValues): string {
  if (has !== undefined) return saysOf(has);
  const title = metricOf(metric)?.title ?? metric;
  const value = values[metric];
  return typeof value === 'number' ? `${title}: ${Number(value.toPrecision(3))}` : title;
}

// By judgement, in log-odds: what no mail of strangers can teach.
const JUDGED: readonly (Asked & { readonly weight: number })[] = [
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
