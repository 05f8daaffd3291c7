// Findings that belong together, why, and how far the attack has come.

import type { EntityRef, Role } from './finding.ts';
import type { Instant, Millis } from './time.ts';

/** The order of an attack. A step to a later one is what escalation predicts. */
export const stages = ['access', 'foothold', 'evasion', 'reach', 'collection', 'exfiltration', 'impact'] as const;
export type Stage = (typeof stages)[number];
export const stageRank = (stage: Stage): number => stages.indexOf(stage);

/** What carries suspicion from one finding to the next. */
export type Mechanism =
  | 'session'
  | 'account'
  | 'method'
  | 'rule'
  | 'mailbox'
  | 'device'
  | 'file'
  | 'address'
  | 'mail'
  | 'link'
  | 'domain'
  | 'app'
  | 'pinned';

/** Microsoft's `correlationReason` vocabulary, so that links compare across products. */
export type CorrelationReason = 'sameActor' | 'sameTargetedAsset' | 'sharedIndicators' | 'similarArtifacts' | 'eventSequence';

/** Why two findings belong together; `weight` = specificity × strength × decay × beyondChance × agreement, each from 0 to 1. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly mechanism: Mechanism;
  readonly reason: CorrelationReason;
  readonly bridge: EntityRef;
  readonly specificity: number;
  readonly strength: number;
  readonly decay: number;
  /** Chance that the later one did not just come by. */
  readonly beyondChance: number;
  /** Less than 1 where two hands seem to be behind them. */
  readonly agreement: number;
  readonly weight: number;
  readonly gapMs: Millis;
  readonly because: string;
}

/** An analyst's word on two findings; it outlives every re-correlation. */
export interface Constraint {
  readonly kind: 'pin' | 'cut';
  readonly from: string;
  readonly to: string;
}

/** One part of the partition: findings in (at, id) order, and the links that hold them. */
export interface Cluster {
  /** Hash of the anchor, the smallest (at, id) finding. */
  readonly id: string;
  readonly anchor: string;
  readonly findings: readonly string[];
  readonly links: readonly Link[];
  /** Isolated low findings of one (detection, entity), kept together and out of the way. */
  readonly background: boolean;
}

export const bands = ['low', 'medium', 'high', 'critical'] as const;
export type Band = (typeof bands)[number];
/** low < 0.2 ≤ medium < 0.5 ≤ high < 0.8 ≤ critical. */
export const bandOf = (probability: number): Band =>
  probability < 0.2 ? 'low' : probability < 0.5 ? 'medium' : probability < 0.8 ? 'high' : 'critical';

/** One reason of a probability: `logit` moves the log-odds up or down; all of them and the baseline add up to it. */
export interface Contribution {
  readonly feature: string;
  readonly says: string;
  readonly value: number;
  readonly logit: number;
  readonly findings: readonly string[];
}

/** How likely the attack takes a further step within the horizon if nobody responds. */
export interface Assessment {
  readonly asOf: Instant;
  readonly horizonDays: number;
  readonly probability: number;
  readonly band: Band;
  readonly baseline: number;
  readonly contributions: readonly Contribution[];
  readonly counterfactuals: readonly { readonly without: string; readonly probability: number }[];
}

export interface Escalation extends Assessment {
  readonly peak: { readonly probability: number; readonly at: Instant };
  /** Just before and just after each finding, in event-time order: what was believed when. */
  readonly history: readonly {
    readonly at: Instant;
    readonly finding: string;
    readonly before: number;
    readonly after: number;
  }[];
}

/**
 * What an entity is to an attack, by what was found: where it came from, who was used, what was touched, what was aimed at
 * with nothing found in it yet, and what was only there.
 */
export const parts = ['cameFrom', 'who', 'touched', 'atRisk', 'bystander'] as const;
export type Part = (typeof parts)[number];
export const partRank = (part: Part): number => parts.indexOf(part);

export interface Involvement extends EntityRef {
  readonly role: Role;
  /** The same in each of its roles. */
  readonly part: Part;
  /** Stages of the attack it had a part in, in their order. */
  readonly stages: readonly Stage[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** A sentence and what it rests on: ids of events or findings, never none. */
export interface Sentence {
  readonly text: string;
  readonly cites: readonly string[];
}

export interface Hypothesis {
  readonly id: string;
  readonly title: string;
  readonly verdict: 'leading' | 'possible' | 'rejected';
  readonly weight: number;
  readonly evidenceFor: readonly Sentence[];
  readonly evidenceAgainst: readonly Sentence[];
}

/** A question a person can answer by running the statement in Neo4j Browser. */
export interface Check {
  readonly says: string;
  readonly cypher: string;
}

export interface Beat {
  readonly at: Instant;
  readonly until: Instant;
  readonly stage: Stage;
  readonly sentence: Sentence;
}

export interface Narrative {
  readonly headline: Sentence;
  readonly story: readonly Sentence[];
  readonly timeline: readonly Beat[];
  readonly hypotheses: readonly Hypothesis[];
  readonly unknowns: readonly Sentence[];
  readonly checks: readonly Check[];
}

/** Another incident that hangs together with one, but not enough to be one with it. */
export interface Related {
  /** Id of the other. */
  readonly id: string;
  /** From 0 to 1, all that speaks for it between the two findings taken together. */
  readonly weight: number;
  /** Of the strongest link. */
  readonly mechanism: Mechanism;
  readonly bridge: EntityRef;
  readonly because: string;
  /** The finding of this incident, and the one of the other. */
  readonly from: string;
  readonly to: string;
}

export type IncidentStatus = 'open' | 'inProgress' | 'closed';

/** Everything the product says of one incident. */
export interface Incident extends Cluster {
  readonly title: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly score: number;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly involves: readonly Involvement[];
  readonly escalation: Escalation;
  readonly narrative: Narrative;
  /** When the policy for acting was first met, if ever. */
  readonly policyMetAt?: Instant;
  /** What happened in it, not to whom, in a form to be compared: a function of its findings and links. */
  readonly signature?: string;
  /** The most telling first; absent where there is none. */
  readonly related?: readonly Related[];
}
