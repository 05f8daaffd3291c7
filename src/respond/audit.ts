// An append-only record in which every entry seals the one before: change or drop one and the chain no longer fits.
//
// The chain alone cannot show that entries were cut off its end; compare the last hash with one kept elsewhere for that.

import { digestOf } from '../ingest/digest.ts';
import type { AuditEntry } from '../model/action.ts';
import type { Instant } from '../model/time.ts';

export interface Audited {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly target: string;
  readonly details: string;
}

/** What the first entry stands on. */
export const GENESIS = '0'.repeat(64);

export function entry(previous: AuditEntry | undefined, it: Audited): AuditEntry {
  const { at, who, what, target, details } = it;
  const sequence = previous === undefined ? 1 : previous.sequence + 1;
  const previousHash = previous?.hash ?? GENESIS;
  const unsealed = { sequence, previousHash, at, who, what, target, details };
  return { ...unsealed, hash: seal(unsealed) };
}

export type ChainCheck =
  | { readonly intact: true; readonly entries: number }
  | { readonly intact: false; readonly sequence: number; readonly because: string };

/** Entries in order of sequence. `head`, where known, is the hash the last one must have. */
export function verifyChain(entries: readonly AuditEntry[], head?: string): ChainCheck {
  let previous: AuditEntry | undefined;
  for (const it of entries) {
    const sequence = previous === undefined ? 1 : previous.sequence + 1;
    if (it.sequence !== sequence)
      return { intact: false, sequence, because: `entry ${sequence} is missing; ${it.sequence} stands in its place` };
    if (it.previousHash !== (previous?.hash ?? GENESIS))
      return { intact: false, sequence, because: `entry ${sequence} does not continue the one before` };
    if (it.hash !== seal(it)) return { intact: false, sequence, because: `entry ${sequence} was changed after it was written` };
    previous = it;
  }
  if (head !== undefined && (previous?.hash ?? GENESIS) !== head)
    return { intact: false, sequence: (previous?.sequence ?? 0) + 1, because: 'entries are missing at the end' };
  return { intact: true, entries: entries.length };
}

const seal = (it: Omit<AuditEntry, 'hash'>): string =>
  digestOf(JSON.stringify([it.sequence, it.previousHash, it.at, it.who, it.what, it.target, it.details]), 64);
