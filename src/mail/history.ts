// What the tenant knows, as of a message: of who writes to whom, of domains, of its own people.
//
// `strangers` is the history of nobody: what a message can be asked without any tenant at all.

import type { Association } from '../learn/association/association.ts';
import type { KnownDomains } from '../learn/association/lookalike.ts';
import type { Instant } from '../model/time.ts';

/** Mail from one sender or domain before this message. */
export interface Correspondence {
  readonly messages: number;
  /** Days on which there was any. */
  readonly days: number;
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
  /** Of this message's recipients here (of all, where none is here): how many had any from there, and how many had written there. */
  readonly recipientsReached: number;
  readonly recipientsAnswered: number;
  /** Messages by the hour of the UTC day, 24 of them. Absent for a domain. */
  readonly hours?: readonly number[];
}

/** Somebody here whom others pretend to be. */
export interface Protected {
  readonly name: string;
  readonly addresses: readonly string[];
  /** An executive, a person who pays, an administrator. */
  readonly isVip: boolean;
}

/** Mail that its author sent, as far as it went through here: messages of the hour and the 24 hours before this one. */
export interface Outpouring {
  readonly lastHour: number;
  readonly lastDay: number;
  /** Most in any earlier UTC day, and distinct recipients of the last 24 hours who never had mail from them before. */
  readonly mostInADay: number;
  readonly newRecipients: number;
}

/** A finding that stood when the message came. */
export interface Nearby {
  /** An address, or a registered domain. */
  readonly who: string;
  readonly detection: string;
  readonly at: Instant;
  readonly isSerious: boolean;
}

export interface History {
  /** Whether there is a tenant at all. */
  readonly isKnown: boolean;
  readonly homeDomains: ReadonlySet<string>;
  /** Registered domains that write here or are written to, to be imitated. */
  readonly known: KnownDomains;
  readonly sender?: Correspondence;
  /** With the registered domain of the author; of a host of private mail it tells nothing. */
  readonly domain?: Correspondence;
  /** With the address answers go to, where that is another one. */
  readonly replyTo?: Correspondence;
  /** How likely these people would hear from this sender. */
  readonly association?: Association;
  readonly protected: readonly Protected[];
  /** Of a registered domain: messages here that led there before this one. */
  readonly linkedBefore: (domain: string) => number;
  /** Whether a message of this id went through here, and who wrote and had it. */
  readonly thread: (id: string) => readonly string[] | undefined;
  readonly outpouring?: Outpouring;
  /** Of pairs of its recipients here: the share that wrote to one another or share a correspondent. Absent for fewer than two. */
  readonly together?: number;
  /** IANA name of the time zone most of its recipients here live in. */
  readonly zone?: string;
  /** About its author, its recipients, their mailboxes and the domains it leads to, of the last 14 days. */
  readonly findings: readonly Nearby[];
}
