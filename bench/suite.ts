// What a suite of quality measurements is: figures with intervals, and what they were measured on.

import type { Interval } from './interval.ts';

export interface Figure extends Interval {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  /** How many cases stand behind it. */
  readonly n: number;
  readonly unit: 'share' | 'per 1,000 person-days' | 'count';
  /** In words, with its counts. */
  readonly says: string;
}

export interface SuiteOptions {
  readonly seeds: number;
  readonly people: number;
  readonly days: number;
  /** Told after each case. */
  readonly progress: (done: number, of: number) => void;
}

export interface Suite {
  readonly id: string;
  readonly title: string;
  run(options: SuiteOptions): Figure[];
}
