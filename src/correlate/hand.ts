// Whose hand was at work, as far as places and devices tell: somebody at their own desk, or somebody elsewhere.
//
// An honest act of the owner and a thief's in the same account are two stories that share the account. What was done where
// the person always is and what was done where they never were agree less than what was done twice from either.

import type { Finding } from '../model/finding.ts';
import { bridges } from './bridges.ts';
import type { Kind } from './bridges.ts';
import type { Settings } from './settings.ts';

export type Hand = 'own' | 'strange' | 'unknown';

/** Dimensions of an act's surprise that tell where and with what it was done. */
const places: ReadonlySet<string> = new Set(['country', 'network', 'prefix', 'address', 'device']);

/** Of the act that woke the finding; an alert, or an act nobody did, tells nothing. */
export function handOf({ surprise, about }: Pick<Finding, 'surprise' | 'about'>, { strange, own }: Settings['hands']): Hand {
  if (surprise === undefined) return 'unknown';
  const told = surprise.parts.filter(({ dimension }) => places.has(dimension)).map(({ alone }) => alone);
  // A mail says who wrote it and not where they sat: no place in it is strange, and none is usual.
  if (told.length === 0 && !about.some(({ label }) => bridges[label]?.kind === 'hand')) return 'unknown';
  const most = Math.max(0, ...told);
  return most >= strange ? 'strange' : most < own ? 'own' : 'unknown';
}

/** A shared session or address is itself the same hand; other things may be touched by two. */
export const agreementOf = (kind: Kind, a: Hand, b: Hand, { two }: Settings['hands']): number =>
  kind !== 'hand' && a !== b && a !== 'unknown' && b !== 'unknown' ? two : 1;
