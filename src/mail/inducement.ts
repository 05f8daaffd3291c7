// What a text wants of its reader: one small logistic model an intent, over concepts the text names and a few facts.
//
// Read by passages: an intent stands as high as in the passage of 300 words that wants it most, so that a long text around
// it hides nothing, and chance mentions far apart do not add up. What speaks for an honest message (talk about fraud,
// reported speech, mailing lists) counts of the whole text. Which features may speak for an intent and which against it is
// fixed by reason; how much, was fitted on examples of our own (inducement-weights.ts).
//
// Blind to: meaning beyond the lexicon, pictures of text, and languages the lexicon has no words of.

import { logistic } from '../learn/association/logistic.ts';
import type { Entities } from './entities.ts';
import { readings } from './inducement-features.ts';
import type { Feature } from './inducement-features.ts';
import { saysOfFeature } from './inducement-features.ts';
import { weights } from './inducement-weights.ts';
import { intents } from './intent.ts';
import type { Inducement, Inducements, Intent } from './intent.ts';
import type { Words } from './words.ts';

/** What is looked at of a message. */
export interface Plea {
  readonly words: Words;
  /** Of the text seen. */
  readonly entities: Entities;
  /** Links, attachments: how many. */
  readonly links: number;
  readonly files: number;
  /** The quoted or forwarded mail below: its length in characters. */
  readonly quoted: number;
}

/** Of one intent: log odds where nothing speaks for or against it, and what each feature adds. */
export interface IntentWeights {
  readonly intercept: number;
  readonly weights: Readonly<Partial<Record<Feature, number>>>;
}

export type WeightsOfIntents = Readonly<Record<Intent, IntentWeights>>;

/** Reasons told of one intent. */
const MOST_REASONS = 5;

export function inducementsOf(plea: Plea, fitted: WeightsOfIntents = weights): Inducements {
  const passages = readings(plea);
  return Object.fromEntries(intents.map((intent) => [intent, inducementOf(passages, fitted[intent])])) as Record<
    Intent,
    Inducement
  >;
}

function inducementOf(passages: readonly ReadonlyMap<Feature, number>[], model: IntentWeights): Inducement {
  const scored = passages.map((values) => ({ values, odds: oddsOf(values, model) }));
  const best = scored.reduce((a, b) => (b.odds > a.odds ? b : a));
  const moved = [...best.values].map(([feature, value]) => ({
    says: saysOfFeature(feature),
    weight: rounded((model.weights[feature] ?? 0) * value),
  }));
  const reasons = moved
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.says < b.says ? -1 : 1));
  return { probability: logistic(best.odds), reasons: reasons.slice(0, MOST_REASONS) };
}

function oddsOf(values: ReadonlyMap<Feature, number>, { intercept, weights }: IntentWeights): number {
  let odds = intercept;
  for (const [feature, value] of values) odds += (weights[feature] ?? 0) * value;
  return odds;
}

const rounded = (weight: number): number => Math.round(weight * 1000) / 1000;
