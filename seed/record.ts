// What comes out: raw records as Microsoft writes them, and beside them, never
// in them, the truth.

import type { Instant } from '../src/model/time.ts';

export type SourceId = 'm365-audit' | 'entra-sign-in' | 'entra-audit';

/** What an intruder's step is for, in the order in which attacks usually go. */
export type Stage = 'initial-access' | 'persistence' | 'discovery' | 'collection' | 'defense-evasion';

export interface Truth {
  readonly programme: string;
  readonly step: string;
  readonly stage: Stage;
}

export interface SeedRecord {
  readonly source: SourceId;
  readonly at: Instant;
  /** The id the source gave. */
  readonly id: string;
  readonly record: object;
  /** Absent on everything ordinary. */
  readonly truth?: Truth;
}

/** By time; the id settles ties, so that the order never depends on who wrote first. */
export const inTimeOrder = (a: SeedRecord, b: SeedRecord): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
