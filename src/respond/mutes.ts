// Which findings are muted, and how people mute and unmute, as pure functions. A finding is muted by when it happened, so
// that the same records and the same words give the same incidents, whenever they are read.

import { digestOf } from '../ingest/digest.ts';
import type { Mute } from '../model/handling.ts';
import { days } from '../model/time.ts';
import type { Instant } from '../model/time.ts';

/** A mute that is wanted for longer is a detection that is not wanted. */
export const LONGEST_MUTE = days(90);

/** What a mute is on and when: all that judging asks of it. */
export type Muting = Pick<Mute, 'detection' | 'from' | 'until'>;

/** Until when findings that a detection makes at a moment are muted; undefined when they are not. */
export function mutedUntil(mutes: readonly Muting[], detection: string, at: Instant): Instant | undefined {
  const holding = mutes.filter((mute) => mute.detection === detection && mute.from <= at && at < mute.until);
  return holding.length === 0 ? undefined : Math.max(...holding.map(({ until }) => until));
}

/** The mute that is to be kept, or the one that holds all of it already. */
export function mute(standing: readonly Mute[], wanted: Omit<Mute, 'id'>): Mute {
  const { detection, from, until } = wanted;
  const holds = (it: Mute): boolean => it.detection === detection && it.from <= from && it.until >= until;
  return standing.find(holds) ?? { id: digestOf(JSON.stringify([detection, from, until]), 24), ...wanted };
}

/** What becomes of mutes when a detection counts again from a moment on: those that end then, and those that never were. */
export function unmute(
  standing: readonly Mute[],
  detection: string,
  from: Instant,
): { readonly cut: readonly Mute[]; readonly gone: readonly Mute[] } {
  const later = standing.filter((it) => it.detection === detection && it.until > from);
  return {
    cut: later.filter((it) => it.from < from).map((it) => ({ ...it, until: from })),
    gone: later.filter((it) => it.from >= from),
  };
}
