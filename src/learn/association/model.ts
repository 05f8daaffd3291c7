// What a fit leaves behind, and how it speaks.

import { features } from './features.ts';
import type { Feature, Seen } from './features.ts';

export interface Model {
  /** Log-odds of a pairing of which everything is average. */
  readonly intercept: number;
  /** By id of a feature: its weight in log-odds, and the value at which it adds nothing. One that is left out adds nothing ever. */
  readonly weights: Readonly<Record<string, { readonly weight: number; readonly mean: number }>>;
}

/** What each feature adds to the log-odds, averaged over recipients. At least one. */
export function contributions(model: Model, seen: readonly Seen[], rows: readonly Feature[] = features) {
  return rows.map((feature) => {
    const { weight, mean } = model.weights[feature.id] ?? { weight: 0, mean: 0 };
    return { reason: feature.reason, by: weight === 0 ? 0 : weight * (averageOf(feature, seen) - mean) };
  });
}

export const averageOf = (feature: Feature, seen: readonly Seen[]): number =>
  seen.reduce((sum, one) => sum + feature.of(one), 0) / seen.length;
