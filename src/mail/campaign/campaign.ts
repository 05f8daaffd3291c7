// What a campaign is: messages of many copies that are one piece of work, as of the newest that was told.

import type { MailAction } from '../model.ts';
import type { Instant } from '../../model/time.ts';
import type { Sample } from './sample.ts';

/** A message as it is told to the campaigns, in (at, id) order. */
export interface Delivery {
  /** Internet message id: one message, told once, whoever has it. */
  readonly message: string;
  readonly at: Instant;
  readonly author: string;
  /** Registered domain outside; absent where the author is one of the organisation's own. */
  readonly authorDomain?: string;
  readonly recipients: readonly string[];
  readonly sample: Sample;
  /** What the mail room said of it by itself. */
  readonly score: number;
  readonly action: MailAction;
  /** This author had written here on an earlier day, or was answered. */
  readonly isKnownSender: boolean;
}

export interface Member {
  readonly message: string;
  readonly at: Instant;
  readonly author: string;
  readonly recipients: readonly string[];
  readonly score: number;
  readonly action: MailAction;
  /** What it was joined by, in words: `words 0.83 alike`, `leads to the same domain nobody else does`. */
  readonly because: string;
}

/** Why everything in it is held, and since when. */
export interface Conviction {
  readonly at: Instant;
  /** The messages that decided it. */
  readonly by: readonly string[];
  /** One clause without a full stop. */
  readonly says: string;
}

export interface Campaign {
  /** Hash of its first message. */
  readonly id: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly messages: number;
  readonly recipients: number;
  readonly authors: number;
  /** `bulk`: a newsletter or another mass mailing of somebody who does this; never convicted by likeness alone. */
  readonly kind: 'attack' | 'bulk' | 'undecided';
  readonly conviction?: Conviction;
  /** Ids of campaigns that became part of it, sorted; the first 100. */
  readonly formerly?: readonly string[];
  /** In (at, message) order; the first 10,000. */
  readonly members: readonly Member[];
}
