// Logistic regression with a ridge, and with signs: a weight that reason says cannot be negative is not.
//
// By coordinate descent on the penalised likelihood (Friedman, Hastie and Tibshirani 2010), without dice: the same
// examples in the same order give the same weights.

export interface Example {
  readonly values: readonly number[];
  readonly happened: boolean;
  /** How much it counts; 1 for an ordinary example. */
  readonly counts: number;
}

export interface Fitted {
  readonly intercept: number;
  readonly weights: readonly number[];
  /** Mean of each value over the examples: where its contribution is nought. */
  readonly means: readonly number[];
}

/** What a weight may be. */
export type Sign = 'any' | 'positive' | 'negative';

const MOST_ROUNDS = 200;
const ENOUGH = 1e-4;

/** Weights of values as they come; the ridge is on values scaled to unit spread. Without examples of both outcomes there is nothing to learn: an error. */
export function fitLogistic(examples: readonly Example[], signs: readonly Sign[], ridge: number): Fitted {
  if (!examples.some(({ happened }) => happened) || examples.every(({ happened }) => happened))
    throw new RangeError('a fit needs examples that happened and examples that did not');
  const columns = signs.map((_, column) => scaled(examples, column));
  const scores = new Float64Array(examples.length);
  const weights = new Float64Array(signs.length);
  let intercept = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const first = newton(examples, scores, undefined, 0, 0);
    shift(scores, undefined, first);
    intercept += first;
    let most = Math.abs(first);
    for (const [column, { values }] of columns.entries()) {
      const before = weights[column] ?? 0;
      const after = allowed(before + newton(examples, scores, values, ridge, before), signs[column]);
      weights[column] = after;
      shift(scores, values, after - before);
      most = Math.max(most, Math.abs(after - before));
    }
    if (most < ENOUGH) break;
  }
  return {
    intercept,
    weights: columns.map(({ spread }, column) => (spread > 0 ? (weights[column] ?? 0) / spread : 0)),
    means: columns.map(({ mean }) => mean),
  };
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

function scaled(examples: readonly Example[], column: number) {
  const total = examples.reduce((sum, { counts }) => sum + counts, 0);
  const mean = examples.reduce((sum, { values, counts }) => sum + counts * (values[column] ?? 0), 0) / total;
  const square = examples.reduce((sum, { values, counts }) => sum + counts * ((values[column] ?? 0) - mean) ** 2, 0);
  const width = Math.sqrt(square / total);
  // what differs only by rounding is the same for all, and tells nothing
  const spread = width > 1e-9 * Math.max(1, Math.abs(mean)) ? width : 0;
  const values = Float64Array.from(examples, (example) => (spread > 0 ? ((example.values[column] ?? 0) - mean) / spread : 0));
  return { mean, spread, values };
}

/** One step of Newton's on one coordinate; without a column, on the intercept. */
function newton(
  examples: readonly Example[],
  scores: Float64Array,
  column: Float64Array | undefined,
  ridge: number,
  weight: number,
): number {
  let slope = -ridge * weight;
  let bend = ridge + 1e-9;
  for (const [index, { happened, counts }] of examples.entries()) {
    const p = logistic(scores[index] ?? 0);
    const x = column === undefined ? 1 : (column[index] ?? 0);
    slope += counts * ((happened ? 1 : 0) - p) * x;
    bend += counts * p * (1 - p) * x * x;
  }
  return slope / bend;
}

function shift(scores: Float64Array, column: Float64Array | undefined, by: number): void {
  if (by === 0) return;
  for (let index = 0; index < scores.length; index += 1)
    scores[index] = (scores[index] ?? 0) + by * (column === undefined ? 1 : (column[index] ?? 0));
}

function allowed(weight: number, sign: Sign = 'any'): number {
  if (sign === 'positive') return Math.max(0, weight);
  return sign === 'negative' ? Math.min(0, weight) : weight;
}
