// What happened, by day: beats of one day together, and the days between on which nothing belongs here.

import { day, startOfDay } from './format.ts';

export interface Beat {
  readonly at: number;
  readonly until: number;
  readonly text: string;
  readonly cites: readonly string[];
}

export interface Day {
  readonly kind: 'day';
  readonly start: number;
  readonly beats: readonly Beat[];
}

export interface Quiet {
  readonly kind: 'quiet';
  readonly from: number;
  readonly to: number;
}

/** A pause of one whole day at least is said; shorter ones go without saying. */
export function byDay(beats: readonly Beat[]): (Day | Quiet)[] {
  const days: (Day | Quiet)[] = [];
  let last: { start: number; beats: Beat[]; until: number } | undefined;
  for (const beat of [...beats].sort((a, b) => a.at - b.at)) {
    const start = startOfDay(beat.at);
    if (last?.start === start) {
      last.beats.push(beat);
      last.until = Math.max(last.until, beat.until);
      continue;
    }
    if (last !== undefined) {
      const from = startOfDay(last.until) + day;
      if (start > from) days.push({ kind: 'quiet', from, to: start - day });
    }
    last = { start, beats: [beat], until: Math.max(beat.until, beat.at) };
    days.push({ kind: 'day', start, beats: last.beats });
  }
  return days;
}
