// What a suite of quality measurements is: figures with intervals, and what they were measured on.

import type { PlaceLookup } from '../src/ingest/place.ts';
import type { Interval } from './interval.ts';

export interface Figure extends Interval {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  /** How many cases stand behind it. */
  readonly n: number;
  readonly unit: 'share' | 'score' | 'per 1,000 person-days' | 'per 1,000 host-days' | 'count' | 'minutes';
  /** In words, with its counts. */
  readonly says: string;
}

/** How much is measured. */
export interface Size {
  readonly seeds: number;
  readonly people: number;
  readonly days: number;
}

export interface SuiteOptions extends Size {
  /** Where addresses are, as ingest knows it. */
  readonly lookup: PlaceLookup;
  /** Told after each case. */
  readonly progress: (done: number, of: number) => void;
}

export interface Suite {
  readonly id: string;
  readonly title: string;
  /** Unless somebody asks for another. */
  readonly usual: Size;
  run(options: SuiteOptions): Figure[] | Promise<Figure[]>;
}
