// What may be done about an incident: proposal, decision, outcome.

import type { EntityRef } from './finding.ts';
import type { Instant } from './time.ts';

export const actionStatuses = [
  'proposed',
  'approved',
  'denied',
  'expired',
  'dryRun',
  'executing',
  'verified',
  'failed',
  'reverted',
] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export type ResponseMode = 'observe' | 'confirm' | 'autonomous';

/** One step in an action's life; the history only grows. */
export interface ActionStep {
  readonly at: Instant;
  readonly status: ActionStatus;
  readonly by: string;
  readonly says: string;
}

/** A response to an incident, keyed by (incident, action, target) so that proposing twice changes nothing. */
export interface Action {
  readonly id: string;
  readonly action: string;
  readonly title: string;
  readonly incident: string;
  readonly target: EntityRef;
  readonly mode: ResponseMode;
  readonly status: ActionStatus;
  /** Why it is proposed, what it reaches and what it costs. */
  readonly because: string;
  readonly reach: string;
  readonly reversible: boolean;
  /** Place in the incident's plan: revoke, then disable, then rules. */
  readonly order: number;
  /** Wall time: decisions are people's. */
  readonly proposedAt: Instant;
  readonly expiresAt: Instant;
  readonly decidedBy?: string;
  /** What a revert restores, as the tenant gave it before the change. */
  readonly snapshot?: string;
  /** The part of the snapshot that came later and that it is being done to, and since when. */
  readonly following?: { readonly at: Instant; readonly snapshot: string };
  /** Copies that came later and that it was done to as well, and when last. */
  readonly followed?: { readonly at: Instant; readonly copies: number };
  /** Who wants it undone, since when and why, until it is. */
  readonly reverting?: { readonly by: string; readonly at: Instant; readonly reason: string };
  /** Names the request of a person that it came from, where they named it. */
  readonly request?: string;
  readonly history: readonly ActionStep[];
}

/** While it is on, nothing is done that no person approved; nobody has said anything while it has no `by`. */
export interface KillSwitch {
  readonly on: boolean;
  readonly by?: string;
  readonly at?: Instant;
  readonly reason?: string;
}

export interface AuditEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly previousHash: string;
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly target: string;
  readonly details: string;
}
