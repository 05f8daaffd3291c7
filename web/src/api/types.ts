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
  /** The number it keeps; absent in what was stored before there were any. */
  readonly label: string | null;
  /** Its place by time. */
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

/** What a person said of which findings belong together. */
export interface Constraint {
  readonly id: string;
  readonly kind: 'pin' | 'cut';
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
  readonly undoneReason: string | null;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly mechanism: string;
  readonly weight: number;
  readonly gapMs: number;
  readonly because: string;
  readonly bridge: Ref;
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
  readonly links: readonly Link[];
  readonly constraints: readonly Constraint[];
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

export type Part = 'cameFrom' | 'who' | 'touched' | 'atRisk' | 'bystander';

export interface Explanation {
  readonly things: readonly (Ref & {
    readonly name: string;
    readonly part: Part;
    readonly firstAt: string;
    readonly lastAt: string;
    readonly findings: readonly string[];
    readonly folded: readonly Ref[];
    readonly foldedCount: number;
  })[];
  readonly ties: readonly {
    readonly from: Ref;
    readonly to: Ref;
    readonly findings: readonly string[];
    readonly at: string;
    readonly mechanism: string | null;
    readonly weight: number;
    readonly because: string;
  }[];
  readonly all: number;
}

export interface Entity extends Ref {
  readonly role: string;
  readonly part: Part;
  readonly stages: readonly Stage[];
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Enough to know an incident again by. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly status: Status;
}

export interface Related {
  readonly incident: Named;
  readonly weight: number;
  readonly mechanism: string;
  readonly bridge: Ref;
  readonly because: string;
  /** Ids of a finding of this incident and of one of the other. */
  readonly from: string;
  readonly to: string;
}

export interface ConnectionsAnswer {
  readonly incident: {
    readonly id: string;
    readonly explanation: Explanation;
    readonly entities: readonly Entity[];
    readonly related: readonly Related[];
  } | null;
}

export interface NextStep {
  readonly finding: string;
  readonly detection: string;
  readonly title: string;
  readonly stage: Stage;
  readonly at: string;
  readonly times: number;
  readonly afterMs: number;
}

export interface Similar {
  readonly incident: Named & { readonly firstAt: string; readonly lastAt: string };
  readonly similarity: number;
  readonly because: readonly Sentence[];
  readonly differs: readonly Sentence[];
  readonly until: NextStep | null;
  readonly next: readonly NextStep[];
  readonly verdict: Verdict | null;
  readonly ended: string;
}

export interface SimilarAnswer {
  readonly similarIncidents: readonly Similar[] | null;
}

export interface Deed {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly details: string;
}

/** A change of what was believed, on the wall clock. Findings are ids. */
export interface ChronicleEntry {
  readonly at: string;
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly probability: number;
  readonly status: Status;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly says: readonly string[];
}

export interface HistoryAnswer {
  readonly incident: {
    readonly id: string;
    readonly handled: readonly Deed[];
    readonly chronicle: readonly ChronicleEntry[];
  } | null;
}

/** What was believed at a moment, and since when. */
export interface Believed {
  readonly at: string;
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly probability: number;
  readonly findings: readonly string[];
}

export interface Difference {
  readonly from: Believed | null;
  readonly to: Believed | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly merged: readonly string[];
  readonly parted: readonly string[];
  readonly says: readonly string[];
}

export interface DifferenceAnswer {
  readonly incident: { readonly id: string; readonly difference: Difference } | null;
}

export interface BelievedAnswer {
  readonly incident: { readonly id: string; readonly believed: Believed | null } | null;
}

export interface WhereaboutsAnswer {
  readonly finding: { readonly id: string; readonly title: string; readonly incidentId: string | null } | null;
}

export interface GlanceAnswer {
  readonly incident: (Named & { readonly findings: readonly { readonly id: string }[] }) | null;
}

export interface PathStep extends Ref {
  readonly title: string;
  readonly via: string | null;
  readonly direction: 'along' | 'against' | null;
  readonly at: string | null;
  readonly events: number | null;
  /** Of the link that leads here from another finding. */
  readonly mechanism: string | null;
  readonly because: string | null;
}

export interface SavedQuestion {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly cypher: string;
  readonly parameters: readonly string[];
  readonly browserLink: string | null;
}

export interface SavedQuestionsAnswer {
  readonly savedQuestions: readonly SavedQuestion[];
}

export interface PathsAnswer {
  readonly paths: {
    readonly from: PathStep | null;
    readonly to: PathStep | null;
    readonly isCut: boolean;
    readonly paths: readonly { readonly hops: number; readonly isVague: boolean; readonly steps: readonly PathStep[] }[];
  };
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
    readonly label: string | null;
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
    /** Null: a simulated one. */
    readonly tenant: string | null;
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

export type MailAction = 'none' | 'tag' | 'junk' | 'hold';
export type CopyState = 'delivered' | 'junked' | 'held' | 'released' | 'quarantined' | 'rejected' | 'pending' | 'unknown';

export interface MailRow {
  readonly key: string;
  readonly at: string | null;
  readonly subject: string | null;
  readonly from: string | null;
  readonly recipientCount: number;
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'unknown';
  readonly judgement: { readonly score: number; readonly action: MailAction; readonly tags: readonly string[] } | null;
  readonly campaign: CampaignGlance | null;
}

export interface CampaignGlance {
  readonly id: string;
  readonly messages: number;
  readonly kind: 'attack' | 'bulk' | 'undecided';
  readonly conviction: { readonly at: string } | null;
}

export interface MailsAnswer {
  readonly emails: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: MailRow }[];
  };
}

export interface MailCopy {
  readonly recipient: string;
  readonly state: CopyState;
  readonly at: string | null;
  readonly by: string | null;
  readonly also: readonly string[];
  readonly undo: string | null;
}

export interface Judgement {
  readonly score: number;
  readonly action: MailAction;
  readonly tags: readonly string[];
  readonly by: readonly string[];
  readonly start: number;
  readonly models: readonly {
    readonly id: string;
    readonly title: string;
    readonly explains: string;
    readonly because: readonly string[];
  }[];
  readonly reasons: readonly { readonly says: string; readonly weight: number }[];
}

export interface CampaignFacts extends Omit<CampaignGlance, 'conviction'> {
  readonly recipients: number;
  readonly authors: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly conviction: { readonly at: string; readonly says: string } | null;
}

export interface MailFacts {
  readonly key: string;
  readonly at: string | null;
  readonly subject: string | null;
  readonly from: string | null;
  readonly sender: string | null;
  readonly to: readonly string[];
  readonly recipientCount: number;
  readonly direction: MailRow['direction'];
  readonly delivery: string;
  readonly authentication: { readonly spf: string | null; readonly dkim: string | null; readonly dmarc: string | null };
  readonly judgement: Judgement | null;
  readonly copies: readonly MailCopy[];
  readonly actions: readonly Action[];
  readonly incident: Named | null;
  readonly campaign: CampaignFacts | null;
}

export interface MailAnswer {
  readonly viewer: Viewer;
  readonly email: MailFacts | null;
}

export interface MailParty {
  readonly name: string;
  readonly address: string;
}

/** What stands in a message. */
export interface Letter {
  readonly from: readonly MailParty[];
  readonly replyTo: readonly MailParty[];
  readonly to: readonly MailParty[];
  readonly cc: readonly MailParty[];
  readonly subject: string;
  readonly writtenAt: string | null;
  readonly text: string;
  readonly quoted: string;
  readonly hidden: readonly { readonly how: string; readonly text: string; readonly letters: number }[];
  readonly html: string | null;
  readonly links: readonly { readonly shown: string; readonly defanged: string; readonly why: readonly string[] }[];
  readonly linkCount: number;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly risky: boolean;
    readonly why: readonly string[];
  }[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly headerCount: number;
  readonly hops: readonly {
    readonly at: string | null;
    readonly from: string | null;
    readonly address: string | null;
    readonly by: string | null;
    readonly protocol: string | null;
    readonly encrypted: boolean;
  }[];
  readonly size: number;
  readonly defects: readonly string[];
}

export interface LetterAnswer {
  readonly email: { readonly key: string; readonly letter: Letter | null } | null;
}

export interface CampaignMember {
  readonly message: string;
  readonly at: string;
  readonly author: string;
  readonly recipients: readonly string[];
  readonly score: number;
  readonly action: MailAction;
  readonly because: string;
  readonly copies: readonly MailCopy[];
}

export interface CampaignSpan {
  readonly from: string;
  readonly to: string;
  readonly messages: number;
  readonly heldAlone: number;
}

export interface CampaignAnswer {
  readonly viewer: Viewer;
  readonly campaign:
    | (Omit<CampaignFacts, 'conviction'> & {
        readonly conviction: { readonly at: string; readonly by: readonly string[]; readonly says: string } | null;
        readonly overTime: readonly CampaignSpan[];
        readonly places: readonly { readonly state: CopyState; readonly count: number }[];
        readonly actions: readonly Action[];
        readonly incidents: readonly Named[];
        readonly members: {
          readonly totalCount: number;
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly edges: readonly { readonly node: CampaignMember }[];
        };
      })
    | null;
}
