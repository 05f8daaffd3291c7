// What people make of an incident: who has it, what they noted, and how they judged it.

import type { IncidentStatus } from './incident.ts';
import type { Instant } from './time.ts';

/** Microsoft's words: an attack; real but harmless; nothing of the kind; nobody can tell. */
export const verdicts = ['truePositive', 'benignPositive', 'falsePositive', 'undetermined'] as const;
export type Verdict = (typeof verdicts)[number];

/** An incident as people have left it. */
export interface Handling {
  readonly status: IncidentStatus;
  /** Who has it; nobody when absent. */
  readonly owner?: string;
  readonly verdict?: Verdict;
  readonly verdictBy?: string;
  /** Wall time: verdicts are people's. */
  readonly verdictAt?: Instant;
}

/** A verdict as the engine takes it: on findings, from a moment of event time on. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly asOf: Instant;
  readonly findings: readonly string[];
}

/** A time in which what a detection finds makes no incident and adds to none. */
export interface Mute {
  readonly id: string;
  readonly detection: string;
  /** Event time: the first moment that is muted, and the first after it that is not. */
  readonly from: Instant;
  readonly until: Instant;
  readonly by: string;
  /** Wall time of the word. */
  readonly at: Instant;
  readonly reason: string;
}

export interface Note {
  readonly id: string;
  /** The incident it was written on, which may have become another since. */
  readonly incident: string;
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}
