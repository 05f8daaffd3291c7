// The chronicle of an incident as pure functions: when there is something new to write down, what was believed at a
// moment, what lies between two, and how a long chronicle is kept short. The wall clock orders it, so it is history: it
// tells people what they were told, and nothing that judges may read it.

import { known } from '../ingest/known.ts';
import type { Belief, Believed, Difference, Outlook, Turn } from '../model/belief.ts';
import type { Instant } from '../model/time.ts';

/** Entries of a chronicle that are kept at its beginning, and at its end; those between are one. */
export const KEPT = 250;

export const nothing: Turn = { added: [], removed: [], merged: [], parted: [], cameOf: [] };

/** Whether an entry is due: people would see a difference. Scores and probabilities count to three digits. */
export const isNews = (before: Outlook, after: Outlook, turn: Turn): boolean =>
  Object.values(turn).some((ids: readonly string[]) => ids.length > 0) ||
  said(before).some((word, index) => word !== said(after)[index]);

const said = ({ incident, title, score, probability, status, verdict }: Outlook) => [
  ...[incident, title, status, verdict],
  ...[score.toPrecision(3), probability.toFixed(3)],
];

/** The places of a chronicle that are to be one entry, if it has become too long. */
export const middleOf = (newest: number): { readonly after: number; readonly upTo: number } | undefined =>
  newest > 2 * KEPT + 1 ? { after: KEPT, upTo: newest - KEPT } : undefined;

/** Entries in a row as one: what holds after the last, and all that changed on the way there. */
export function folded(entries: readonly [Belief, ...Belief[]]): Belief {
  const [added, removed] = [new Set<string>(), new Set<string>()];
  for (const entry of entries) {
    // What came and went again in between did neither.
    for (const id of entry.removed) if (!added.delete(id)) removed.add(id);
    for (const id of entry.added) if (!removed.delete(id)) added.add(id);
  }
  const all = (pick: (turn: Turn) => readonly string[]): string[] => [...new Set(entries.flatMap(pick))];
  return {
    ...(entries.at(-1) ?? entries[0]),
    ...{ added: [...added], removed: [...removed] },
    ...{ merged: all(({ merged }) => merged), parted: all(({ parted }) => parted), cameOf: all(({ cameOf }) => cameOf) },
  };
}

/** What was believed at a moment; undefined before anything was and while it did not stand. `chronicle` in order. */
export function believed(chronicle: readonly Belief[], at: Instant): Believed | undefined {
  const [first, ...more] = chronicle.filter((entry) => entry.at <= at);
  if (first === undefined) return undefined;
  const last = folded([first, ...more]);
  return last.ended ? undefined : { ...outlookOf(last), at: last.at, findings: last.added };
}

const outlookOf = ({ incident, title, score, probability, band, status, verdict }: Outlook): Outlook =>
  known({ incident, title, score, probability, band, status, verdict });

/** What became of it between two moments, whichever comes first. */
export function difference(chronicle: readonly Belief[], one: Instant, other: Instant): Difference {
  const [start, end] = one <= other ? [one, other] : [other, one];
  const [from, to] = [believed(chronicle, start), believed(chronicle, end)];
  const [first, ...more] = chronicle.filter(({ at }) => start < at && at <= end);
  const { merged, parted, cameOf } = first === undefined ? nothing : folded([first, ...more]);
  return known({ from, to, ...turnOf(from?.findings ?? [], to?.findings ?? []), merged, parted, cameOf });
}

/** What came and what went, from one holding to another. */
export const turnOf = (held: readonly string[], holds: readonly string[]): Pick<Turn, 'added' | 'removed'> => ({
  added: without(holds, held),
  removed: without(held, holds),
});

function without(ids: readonly string[], others: readonly string[]): string[] {
  const left = new Set(others);
  return ids.filter((id) => !left.has(id));
}
