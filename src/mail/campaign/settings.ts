// Every number that decides what a campaign is and when it is convicted; docs/decisions/0018 says why each is what it is.

import type { Instant } from '../../model/time.ts';
import { days } from '../../model/time.ts';
import type { Intent } from '../intent.ts';

/** How much is kept; what goes first is what was told, or grew, longest ago. */
export interface Bounds {
  /** Texts that are compared with: about 350 bytes each. */
  readonly texts: number;
  /** Messages whose id is known, so that each is counted once. */
  readonly messages: number;
  /** Domains, wallets, telephone numbers … that mail hangs on, and authors. */
  readonly things: number;
  readonly authors: number;
  /** Of two messages and more; members of all of them together; members of one that are listed. */
  readonly campaigns: number;
  readonly members: number;
  readonly listed: number;
  /** Nothing joins what has not grown for so long. By itself no time ends anything: a forged date would. */
  readonly silent: Instant;
}

export const BOUNDS: Bounds = {
  ...{ texts: 500_000, messages: 1_000_000, things: 500_000, authors: 500_000 },
  ...{ campaigns: 50_000, members: 1_000_000, listed: 10_000, silent: days(300) },
};

/** What joins a message to a campaign, added up, has to come to 1. */
export const JOINS = {
  /** Words this much alike are enough by themselves; less counts in proportion, and nothing below `faint`. */
  words: 0.42,
  faint: 0.15,
  /** Built this much alike, it counts so much. */
  build: { least: 0.8, counts: 0.15 },
  /** Wants what most of the campaign want. */
  want: 0.2,
  /** The same author, or another at the same domain. */
  family: 0.2,
  /** What both hang on, and no more than `holders` campaigns; with each one more it counts less. */
  holders: 2,
  things: { wallet: 1.2, account: 1, file: 0.85, phone: 0.75, reply: 0.75, link: 0.7, page: 0.7, host: 0.2 },
} as const;

/** A text so much alike one that is kept is a copy of it, and is not kept itself. */
export const COPY = 0.95;
/** Campaigns one thing is remembered to belong to; what belongs to more tells nothing. */
export const MOST_HOLDERS = 6;

/** What convicts a campaign. A message counts once for each recipient, up to `mostOfOne`. */
export const CONVICTS = {
  mostOfOne: 3,
  /** Of a message to be held, and of one to be put with the junk: so little that junk and one mistake convict nothing. */
  held: 1,
  junk: 0.1,
  /** So much in all, and so great a share of all members. */
  least: 3,
  share: 0.3,
  /** The share where at least so many of all are of known senders, or most call themselves one of many. */
  shareOfKnown: 0.6,
  known: 0.2,
  /** A conviction falls when members that nothing was found in bring the share below this. */
  falls: 0.15,
  /** Of the same text from so many domains that nobody knows, to so many people, most of them wanting harm. */
  strangers: { domains: 4, recipients: 20, wanting: 0.67 },
} as const;

/** What a score alone makes of a message, where no model asked for anything. */
export const SCORES = { held: 80, junk: 60 } as const;

export const HARMFUL: ReadonlySet<Intent> = new Set([
  ...(['phishing', 'credentials', 'paymentChange', 'giftCards', 'extortion', 'callback'] as const),
]);
