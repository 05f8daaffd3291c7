// How well numbers tell what happened from what did not, and how far they can be taken at their word.

export interface Judgement {
  readonly probability: number;
  readonly happened: boolean;
}

/** Probability that one of the first is above one of the second, ties counting half (Mann and Whitney 1947). */
export function areaUnderCurve(happened: readonly number[], others: readonly number[]): number {
  const all = [...happened.map((value) => ({ value, is: true })), ...others.map((value) => ({ value, is: false }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let begin = 0; begin < all.length;) {
    let end = begin;
    while (end < all.length && all[end]?.value === all[begin]?.value) end += 1;
    for (const { is } of all.slice(begin, end)) if (is) ranks += (begin + end + 1) / 2;
    begin = end;
  }
  return (ranks - (happened.length * (happened.length + 1)) / 2) / (happened.length * others.length);
}

/** Mean squared distance from what happened (Brier 1950): 0.25 for whoever always says one half. */
export const brier = (judgements: readonly Judgement[]): number =>
  judgements.reduce((sum, { probability, happened }) => sum + (probability - (happened ? 1 : 0)) ** 2, 0) / judgements.length;

/** Mean distance between what was said and how often it happened, over bins of equal size (Naeini et al. 2015). */
export function calibrationError(judgements: readonly Judgement[], bins = 10): number {
  const sorted = [...judgements].sort((a, b) => a.probability - b.probability);
  let sum = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const part = sorted.slice(Math.floor((bin * sorted.length) / bins), Math.floor(((bin + 1) * sorted.length) / bins));
    const surplus = part.reduce((total, { probability, happened }) => total + probability - (happened ? 1 : 0), 0);
    sum += Math.abs(surplus);
  }
  return sum / judgements.length;
}
