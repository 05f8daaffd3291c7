// Whole numbers by the UTC day, added and taken back without a trace; days may come in any order.

import type { Day } from '../../model/time.ts';

/** Days with an amount above nothing, ascending, and how much on each. */
export interface Daily {
  readonly days: Day[];
  readonly amounts: number[];
}

export const noDays = (): Daily => ({ days: [], amounts: [] });

/** Adds an amount, or with a negative one takes back what was added before. */
export function add(kept: Daily, day: Day, amount: number): void {
  if (amount === 0) return;
  const { days, amounts } = kept;
  let index = days.length;
  while (index > 0 && (days[index - 1] ?? 0) > day) index -= 1;
  if (days[index - 1] !== day) {
    days.splice(index, 0, day);
    amounts.splice(index, 0, amount);
    return;
  }
  const left = (amounts[index - 1] ?? 0) + amount;
  if (left !== 0) amounts[index - 1] = left;
  else {
    days.splice(index - 1, 1);
    amounts.splice(index - 1, 1);
  }
}

export const on = (kept: Daily | undefined, day: Day): number => {
  const index = kept?.days.lastIndexOf(day) ?? -1;
  return kept?.amounts[index] ?? 0;
};

export const total = (kept: Daily | undefined): number => kept?.amounts.reduce((sum, amount) => sum + amount, 0) ?? 0;
