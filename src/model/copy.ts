// One message as one person has it: what is held, released or marked.

import type { Instant } from './time.ts';

export interface Copy {
  /** Internet message id without angle brackets. */
  readonly message: string;
  /** Exchange's id of the message, where a record told it. */
  readonly network?: string;
  readonly recipient: string;
  readonly at: Instant;
}
