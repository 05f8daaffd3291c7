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

/** What one suite measures, part by part. */
export interface SuitePart {
  figures(options: SuiteOptions): readonly Figure[] | Promise<readonly Figure[]>;
}

/** All parts one after another; the progress told is over all of them. */
export async function figuresOf(parts: readonly SuitePart[], options: SuiteOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [index, part] of parts.entries()) {
    const progress = (done: number, of: number): void => {
      options.progress(index * of + done, parts.length * of);
    };
    figures.push(...(await part.figures({ ...options, progress })));
  }
  return figures;
}
