// Figures of the mail suite.

import { shareInterval } from '../interval.ts';
import type { Figure } from '../suite.ts';

export const shareFigure = (name: string, k: number, n: number, more = ''): Figure => ({
  ...{ suite: 'mail', name, value: n === 0 ? 0 : k / n, ...shareInterval(k, n), n, unit: 'share' },
  says: `${k} of ${n}${more === '' ? '' : `; ${more}`}`,
});

export const countFigure = (name: string, value: number, says: string): Figure => ({
  ...{ suite: 'mail', name, value, low: value, high: value, n: value, unit: 'count', says },
});

/** Of an area under the curve: Hanley and McNeil 1982. */
export function areaFigure(name: string, area: number, positives: number, negatives: number, says: string): Figure {
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)];
  const spread = Math.sqrt(
    (area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area)) / (positives * negatives),
  );
  const [low, high] = [Math.max(0, area - 1.96 * spread), Math.min(1, area + 1.96 * spread)];
  return {
    suite: 'mail',
    name,
    value: area,
    low,
    high,
    n: positives + negatives,
    unit: 'score',
    says: `${positives} beside ${negatives}; ${says}`,
  };
}
