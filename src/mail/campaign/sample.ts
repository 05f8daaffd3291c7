// What of a message is compared with others: its words, its build, where it leads and what it wants. Made without asking any
// tenant, small enough to be kept with every message.

import type { Intent } from '../intent.ts';

export interface Sample {
  /** Of the subject and the text seen (`sketch.ts`); absent for a text too short to be told from others. */
  readonly words?: readonly number[];
  /** Of how it is built: tags of its HTML, kinds of its parts, order of its headers. */
  readonly build?: readonly number[];
  /**
   * What it hangs on, each `kind:value`, sorted: registered domains it leads to (`link:`), servers it came from (`host:`),
   * pages of hosts anybody has one at (`page:`), files (`file:` SHA-256), wallets (`wallet:`), telephone numbers (`phone:`),
   * accounts (`account:`), where answers go (`reply:`).
   */
  readonly hangsOn: readonly string[];
  /** What its text wants with a probability of one half or more. */
  readonly wants: readonly Intent[];
  /** It calls itself one of many: a list's or a bulk sender's headers, and a way to leave. */
  readonly isBulk: boolean;
  /** It shows little but mail that it hands on or answers: what it says is somebody else's. */
  readonly handsOn?: boolean;
}
