// What was believed of an incident, and when: kept as history, never read by whatever judges.

import type { Verdict } from './handling.ts';
import type { Band, IncidentStatus } from './incident.ts';
import type { Instant } from './time.ts';

/** An incident in few words. */
export interface Outlook {
  /** Id by which it goes. */
  readonly incident: string;
  /** May hold names from outside. */
  readonly title: string;
  readonly score: number;
  readonly probability: number;
  readonly band: Band;
  readonly status: IncidentStatus;
  readonly verdict?: Verdict;
}

/** What became of an incident's findings, and of those around it. */
export interface Turn {
  /** Ids of findings that came to it and that left it. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Ids of incidents: those it took up, those that parted from it, those it parted from. */
  readonly merged: readonly string[];
  readonly parted: readonly string[];
  readonly cameOf: readonly string[];
}

/** One change of what was believed: how it was from then on. */
export interface Belief extends Outlook, Turn {
  /** Wall clock. */
  readonly at: Instant;
  /** Its place in the chronicle, from 1. */
  readonly sequence: number;
  /** From then on it did not stand. */
  readonly ended: boolean;
}

/** An incident as it was believed to be at a moment. */
export interface Believed extends Outlook {
  /** Since when, on the wall clock. */
  readonly at: Instant;
  readonly findings: readonly string[];
}

/** Two moments, and what lies between them. */
export interface Difference extends Turn {
  readonly from?: Believed;
  readonly to?: Believed;
}

/** The number of each finding that an incident holds or ever held. */
export type Numbering = ReadonlyMap<string, string>;
