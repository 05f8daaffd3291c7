// What may carry suspicion from one finding to the next, how strongly, and for how long: one table for all data.

import type { EntityLabel } from '../model/graph.ts';
import type { CorrelationReason, Mechanism } from '../model/incident.ts';
import { days, hours } from '../model/time.ts';
import type { Millis } from '../model/time.ts';

/**
 * What mechanisms tell of. Two of one kind tell the same twice (an account and its mailbox, a device and its address), so
 * that only the stronger counts; of two kinds each adds.
 */
export type Kind = 'hand' | 'victim' | 'artifact';

export interface Bridge {
  readonly mechanism: Mechanism;
  readonly kind: Kind;
  readonly reason: CorrelationReason;
  /** Weight of the bridge when nobody else touches it and no time has passed. */
  readonly strength: number;
  /** The bridge means half as much after this long; undefined never expires. */
  readonly halfLife?: Millis;
  /** Between findings that are not both serious, where that differs: what is only named in passing is not in anybody's hands. */
  readonly inPassing?: Millis;
  /** Where the same account stands in both findings. */
  readonly ofOneAccount?: Millis;
  /** It is one attacker's or one person's own, and no other finding comes upon it by chance. */
  readonly isUnique?: true;
  readonly says: string;
}

const message: Omit<Bridge, 'says'> = {
  mechanism: 'mail',
  kind: 'artifact',
  reason: 'sharedIndicators',
  strength: 0.8,
  isUnique: true,
  halfLife: days(30),
};

// The order was set by judgement (session ≥ method = rule > account > device = message > address > mailbox = app > file =
// link > domain); half-lives of account and address with the settings of chance.ts on simulated companies and streams. An
// account alone bridges eight days between serious findings, an address alone hours. A message is one thing in as many
// mailboxes as it reached; an app keeps what it was given for as long as it is there; a link in a message may be a
// footer's, so it binds serious findings for two days and small ones never; a domain may be a mail provider's, so it binds
// serious ones within the half-day. A stolen mailbox stays stolen, but one that is only named is its owner's, and means no
// more than the account does.
export type Bridges = Readonly<Partial<Record<EntityLabel, Bridge>>>;

export const bridges: Bridges = {
  Session: { mechanism: 'session', kind: 'hand', reason: 'sameActor', strength: 1, isUnique: true, says: 'in the same session' },
  AuthMethod: {
    mechanism: 'method',
    kind: 'artifact',
    reason: 'similarArtifacts',
    strength: 0.95,
    isUnique: true,
    says: 'the same registered method',
  },
  Rule: {
    mechanism: 'rule',
    kind: 'artifact',
    reason: 'similarArtifacts',
    strength: 0.95,
    isUnique: true,
    says: 'the same rule',
  },
  User: {
    mechanism: 'account',
    kind: 'victim',
    reason: 'sameActor',
    strength: 0.9,
    halfLife: days(20),
    says: 'the same account',
  },
  Device: {
    mechanism: 'device',
    kind: 'hand',
    reason: 'sameTargetedAsset',
    strength: 0.8,
    halfLife: days(30),
    says: 'the same device',
  },
  IP: {
    mechanism: 'address',
    kind: 'hand',
    reason: 'sharedIndicators',
    strength: 0.75,
    halfLife: hours(24),
    ofOneAccount: days(20),
    says: 'the same address',
  },
  Mailbox: {
    mechanism: 'mailbox',
    kind: 'victim',
    reason: 'sameTargetedAsset',
    strength: 0.7,
    inPassing: days(20),
    says: 'the same mailbox',
  },
  Email: { ...message, says: 'the same message' },
  // A campaign is one work in many messages; what one of them began, its others go on with.
  Campaign: { ...message, says: 'the same campaign' },
  App: {
    mechanism: 'app',
    kind: 'artifact',
    reason: 'similarArtifacts',
    strength: 0.7,

    says: 'the same app',
  },
  Url: {
    mechanism: 'link',
    kind: 'artifact',
    reason: 'sharedIndicators',
    strength: 0.6,
    halfLife: days(7),
    says: 'the same link',
  },
  Domain: {
    mechanism: 'domain',
    kind: 'artifact',
    reason: 'sharedIndicators',
    strength: 0.55,
    halfLife: days(3),
    says: 'the same domain',
  },
  File: {
    mechanism: 'file',
    kind: 'artifact',
    reason: 'sameTargetedAsset',
    strength: 0.6,
    halfLife: days(14),
    says: 'the same file',
  },
};

const kinds = new Map<Mechanism, Kind>(Object.values(bridges).map(({ mechanism, kind }) => [mechanism, kind]));

/** What a mechanism tells of; an analyst's word is of its own kind. */
export const kindOf = (mechanism: Mechanism): Kind | 'word' => kinds.get(mechanism) ?? 'word';
