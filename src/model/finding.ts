// A thing that looks wrong, and the events that say so.

import type { EntityLabel } from './graph.ts';
import type { Stage } from './incident.ts';
import type { Instant, Millis } from './time.ts';

export const severities = ['informational', 'low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

/** An entity named by its label and key. */
export interface EntityRef {
  readonly label: EntityLabel;
  readonly key: string;
}

/** What a thing goes by: its label and its key, a line each. */
export const thingOf = ({ label, key }: { readonly label: string; readonly key: string }): string => `${label}\n${key}`;

/** What an entity is to a finding or an incident. */
export type Role =
  'actor' | 'target' | 'place' | 'mailbox' | 'rule' | 'file' | 'device' | 'app' | 'method' | 'session' | 'mail' | 'link';

export interface About extends EntityRef {
  readonly role: Role;
  /** How many people had touched the entity by then: what makes it a specific bridge or a hub. The engine fills it. */
  readonly spread?: number;
}

/** What a detection says of one event; hits with the same key soon after one another are one finding. */
export interface Hit {
  /** Subject of the finding, e.g. `ana@contoso.test/DE`; with the detection's id it decides what gathers. */
  readonly key: string;
  /** A later hit of the same key within this span of the last one adds evidence instead of a finding. */
  readonly gathersFor: Millis;
  readonly severity: Severity;
  /** How improbable, in bits; 0 when the detection does not weigh rarity. */
  readonly surpriseBits: number;
  /** One clause without a subject's full stop, in the past tense, with its counts. */
  readonly says: string;
  readonly about: readonly About[];
  /** Ids of the events it accuses; the judged event is always among them. */
  readonly because: readonly string[];
  /** Ids of the events it was compared with. */
  readonly context?: readonly string[];
  /** What this one is, where one detection finds several kinds of thing; else the detection's own say. */
  readonly stage?: Stage;
  readonly tactics?: readonly string[];
  readonly techniques?: readonly string[];
}

/** How surprising an act was, all it showed taken together: a share of its actor's earlier acts, and what made it so. */
export interface Surprise {
  readonly bits: number;
  /** Share of earlier acts of the kind that were less surprising, 0 to 1; of few own ones, everybody's weigh in. */
  readonly percentile: number;
  /** Own earlier acts of the kind, and how many of them were at least as surprising. */
  readonly of: number;
  readonly atLeast: number;
  /** What it showed, the most surprising first: bits given the rest, and bits of the value alone. */
  readonly parts: readonly {
    readonly dimension: string;
    readonly value: string;
    readonly bits: number;
    readonly alone: number;
  }[];
}

export interface Finding {
  /** `detection:hash`, from the detection, the subject and the first act that woke it. */
  readonly id: string;
  readonly detection: string;
  readonly title: string;
  readonly stage: Stage;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  /** When the act that woke it happened; `lastAt` is its latest evidence. */
  readonly at: Instant;
  readonly lastAt: Instant;
  readonly severity: Severity;
  readonly surpriseBits: number;
  /** Of the most surprising act that woke it; absent where nobody acted. */
  readonly surprise?: Surprise;
  readonly says: string;
  readonly about: readonly About[];
  /** Event ids, in (at, id) order. */
  readonly because: readonly string[];
  readonly context: readonly string[];
}

export const severityRank = (severity: Severity): number => severities.indexOf(severity);

/** Grave enough to be looked at by itself. */
export const isSerious = ({ severity }: Pick<Finding, 'severity'>): boolean => severityRank(severity) >= severityRank('medium');
