// What the API answers to the console's documents. Times are RFC 3339, as they come.

import type { Stage } from '../lib/steps.ts';

export interface Ref {
  readonly label: string;
  readonly key: string;
}

export interface QueueRow {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly score: number;
  readonly background: boolean;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly changedAt: string;
  readonly owner: string | null;
  readonly browserLink: string | null;
  readonly escalation: {
    readonly probability: number;
    readonly horizonDays: number;
    readonly history: readonly Belief[];
  };
  readonly entities: readonly (Ref & { readonly role: string })[];
  readonly findings: readonly { readonly id: string; readonly stage: Stage }[];
  readonly actions: readonly { readonly id: string; readonly title: string; readonly status: ActionStatus }[];
}

export type Status = 'open' | 'inProgress' | 'closed';

export interface Belief {
  readonly at: string;
  readonly finding: string;
  readonly before: number;
  readonly after: number;
}

export interface Viewer {
  readonly name: string;
  readonly role: 'VIEWER' | 'ANALYST' | 'RESPONDER' | 'ADMIN';
}

export interface QueueAnswer {
  readonly viewer: Viewer;
  readonly incidents: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly edges: readonly { readonly node: QueueRow }[];
  };
}

export interface Sentence {
  readonly text: string;
  readonly cites: readonly string[];
}

export interface Finding {
  readonly id: string;
  readonly number: number | null;
  readonly detection: string;
  readonly title: string;
  readonly at: string;
  readonly lastAt: string;
  readonly severity: 'informational' | 'low' | 'medium' | 'high';
  readonly surpriseBits: number;
  /** Of the most surprising act behind it; none where nobody acted. */
  readonly surprise: { readonly says: string } | null;
  readonly says: string;
  readonly stage: Stage;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly because: readonly string[];
  readonly records: readonly string[];
  readonly context: readonly string[];
  readonly about: readonly (Ref & { readonly role: string })[];
}

export type ActionStatus =
  'proposed' | 'approved' | 'denied' | 'expired' | 'dryRun' | 'executing' | 'verified' | 'failed' | 'reverted';

export interface Action {
  readonly id: string;
  readonly action: string;
  readonly title: string;
  readonly mode: 'observe' | 'confirm' | 'autonomous';
  readonly status: ActionStatus;
  readonly because: string;
  readonly reach: string;
  readonly reversible: boolean;
  readonly order: number;
  readonly proposedAt: string;
  readonly expiresAt: string;
  readonly decidedBy: string | null;
  readonly target: Ref;
  readonly history: readonly { readonly at: string; readonly status: ActionStatus; readonly by: string; readonly says: string }[];
}

export interface Note {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

export type Verdict = 'truePositive' | 'benignPositive' | 'falsePositive' | 'undetermined';

export interface Check {
  readonly says: string;
  readonly cypher: string;
  readonly browserLink: string | null;
}

export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly score: number;
  readonly background: boolean;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly changedAt: string;
  readonly owner: string | null;
  readonly verdict: Verdict | null;
  readonly verdictBy: string | null;
  readonly verdictAt: string | null;
  readonly policyMetAt: string | null;
  readonly browserLink: string | null;
  readonly notes: readonly Note[];
  readonly escalation: {
    readonly probability: number;
    readonly band: string;
    readonly horizonDays: number;
    readonly asOf: string;
    readonly baseline: number;
    readonly peak: { readonly probability: number; readonly at: string };
    readonly contributions: readonly {
      readonly feature: string;
      readonly says: string;
      readonly logit: number;
      readonly findings: readonly string[];
    }[];
    readonly counterfactuals: readonly { readonly without: string; readonly probability: number }[];
    readonly history: readonly Belief[];
  };
  readonly entities: readonly (Ref & { readonly role: string; readonly firstAt: string; readonly lastAt: string })[];
  readonly findings: readonly Finding[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly mechanism: string;
    readonly weight: number;
    readonly gapMs: number;
    readonly because: string;
    readonly bridge: Ref;
  }[];
  readonly narrative: {
    readonly headline: Sentence;
    readonly story: readonly Sentence[];
    readonly timeline: readonly {
      readonly at: string;
      readonly until: string;
      readonly stage: Stage;
      readonly sentence: Sentence;
    }[];
    readonly hypotheses: readonly {
      readonly id: string;
      readonly title: string;
      readonly verdict: 'leading' | 'possible' | 'rejected';
      readonly weight: number;
      readonly evidenceFor: readonly { readonly text: string }[];
      readonly evidenceAgainst: readonly { readonly text: string }[];
    }[];
    readonly unknowns: readonly { readonly text: string }[];
    readonly checks: readonly Check[];
  };
  readonly actions: readonly Action[];
}

export interface IncidentAnswer {
  readonly viewer: Viewer;
  readonly incident: Incident | null;
}

export interface RecordOf {
  readonly id: string;
  readonly kind: string | null;
  readonly source: string | null;
  readonly record: string;
  readonly at: string | null;
  readonly arrivedAt: string | null;
  readonly operation: string | null;
  readonly outcome: string | null;
  readonly actor: string | null;
  readonly address: string | null;
  readonly country: string | null;
  readonly userAgent: string | null;
  readonly raw: string | null;
}

export interface EvidenceAnswer {
  readonly finding: {
    readonly id: string;
    readonly number: number | null;
    readonly title: string;
    readonly says: string;
    readonly at: string;
    readonly incidentId: string | null;
    readonly evidence: readonly RecordOf[];
    readonly comparedWith: readonly RecordOf[];
  } | null;
}

/** What the machine may do by itself. */
export interface ResponseAnswer {
  readonly response: {
    readonly mode: 'observe' | 'confirm' | 'autonomous';
    readonly killSwitch: {
      readonly on: boolean;
      readonly by: string | null;
      readonly at: string | null;
      readonly reason: string | null;
    };
  };
}

/** What every change answers: done, or why not. */
export interface Done {
  readonly done: { readonly userErrors: readonly { readonly code: string; readonly message: string }[] };
}

/** Where else to look, as the server that sent this page says. */
export interface Places {
  readonly neo4jBrowser: string | null;
  readonly mode: 'observe' | 'confirm' | 'autonomous' | null;
}
