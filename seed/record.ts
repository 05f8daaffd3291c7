// What comes out: raw records as the products write them, and beside them,
// never in them, the truth.

import type { Instant } from '../src/model/time.ts';

export type SourceId = 'm365-audit' | 'entra-sign-in' | 'entra-audit' | 'security-alert' | 'email' | 'network';

/** What a step is for, in the order in which attacks usually go (MITRE ATT&CK's tactics). */
export type Stage =
  | 'reconnaissance'
  | 'initial-access'
  | 'persistence'
  | 'privilege-escalation'
  | 'defense-evasion'
  | 'credential-access'
  | 'discovery'
  | 'lateral-movement'
  | 'collection'
  | 'exfiltration'
  | 'impact';

export interface Truth {
  /** The one programme, e.g. `sim-swap-2`; the family is its beginning. */
  readonly programme: string;
  readonly step: string;
  readonly stage: Stage;
}

export interface SeedRecord {
  readonly source: SourceId;
  /** When it happened, as the record itself says. */
  readonly at: Instant;
  /** The id the source gave; for one without ids, any text that is this record's alone. */
  readonly id: string;
  /**
   * As the product writes it: an object, or the text of a message. Made when asked for, so that a day of ten thousand
   * people need not be held as text; a writer makes the same each time.
   */
  readonly record: object | string;
  /** Which of the source's feeds brings it, where they are not equally quick: `Exchange`, `nonInteractive`. */
  readonly feed?: string;
  /** When the source itself wrote it, where that is long after it happened: alerts. Nothing arrives before. */
  readonly writtenAt?: Instant;
  /** Absent on everything ordinary. */
  readonly truth?: Truth;
}

/** The same record with its truth beside it; the record is still made only when asked for. */
export const labelled = (from: SeedRecord, truth: Truth): SeedRecord => ({
  source: from.source,
  at: from.at,
  id: from.id,
  ...(from.feed === undefined ? {} : { feed: from.feed }),
  ...(from.writtenAt === undefined ? {} : { writtenAt: from.writtenAt }),
  truth,
  get record() {
    return from.record;
  },
});

/** By time; the id settles ties, so that the order never depends on who wrote first. */
export const inTimeOrder = (a: SeedRecord, b: SeedRecord): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
