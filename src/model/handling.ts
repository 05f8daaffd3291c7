// What people make of an incident: who has it, what they noted, and how they judged it.

import type { Constraint, IncidentStatus } from './incident.ts';
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

/**
 * An analyst's word on findings: a pin holds all of them in one incident, a cut keeps those of one side out of the
 * incidents of the other. It stays for ever, also once it was undone.
 */
export interface KeptConstraint {
  readonly id: string;
  readonly kind: Constraint['kind'];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The moment of event time from which on it has a say in what may teach. */
  readonly asOf: Instant;
  readonly by: string;
  /** Wall time of the word. */
  readonly at: Instant;
  readonly reason: string;
  readonly undoneBy?: string;
  readonly undoneAt?: Instant;
  readonly undoneReason?: string;
}

/** What was decided about an incident, or came over it by a merge or a split; from the audit. */
export interface HandlingEntry {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly details: string;
}
