// What happened next in another incident, after it had come as far as this one.
//
// The other is cut where its beginning is most like all of this one: the weighted Jaccard index of the kinds of findings
// both had by then and of which came directly before which. Of places equally good the last: what only repeats what was
// seen before is nothing that came next.

import type { Millis } from '../../model/time.ts';
import { inOrder, kindOf } from './story.ts';
import type { Step } from './story.ts';

export interface Next<T extends Step = Step> {
  /** The first of its kind after the cut. */
  readonly finding: T;
  /** How many of the kind there were from then on. */
  readonly times: number;
  /** From the finding the cut is behind to this one. */
  readonly after: Millis;
}

export interface Continuation<T extends Step = Step> {
  /** The last finding before the cut; absent where nothing in the other was like this one. */
  readonly behind?: T;
  /** What was found afterwards, each kind once, in order. */
  readonly next: readonly Next<T>[];
}

/** More than this nobody reads. */
const MOST_NEXT = 20;

export function continuationOf<T extends Step>(
  here: readonly T[],
  there: readonly T[],
  saying: (step: T) => number,
): Continuation<T> {
  const other = inOrder(there);
  const cut = cutOf(inOrder(here), other, saying);
  const behind = other[cut - 1];
  if (behind === undefined) return { next: [] };
  const next = new Map<string, Next<T>>();
  for (const finding of other.slice(cut)) {
    const kind = kindOf(finding);
    const seen = next.get(kind);
    if (seen !== undefined) next.set(kind, { ...seen, times: seen.times + 1 });
    else if (next.size < MOST_NEXT) next.set(kind, { finding, times: 1, after: finding.at - behind.at });
  }
  return { behind, next: [...next.values()] };
}

/** How many findings of the other are before the cut; 0 where none of them is like any here. */
function cutOf<T extends Step>(here: readonly T[], there: readonly T[], saying: (step: T) => number): number {
  const wanted = new Map(traitsOf(here, saying));
  let either = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  let both = 0;
  let best = { cut: 0, likeness: 0 };
  const seen = new Set<string>();
  for (const [index, finding] of there.entries()) {
    for (const [trait, weight] of traitsAt(finding, there[index - 1], saying)) {
      if (seen.has(trait)) continue;
      seen.add(trait);
      const own = wanted.get(trait);
      if (own === undefined) either += weight;
      else both += own;
    }
    const likeness = either === 0 ? 0 : both / either;
    if (likeness > 0 && likeness >= best.likeness) best = { cut: index + 1, likeness };
  }
  return best.cut;
}

const traitsOf = <T extends Step>(findings: readonly T[], saying: (step: T) => number): [string, number][] =>
  findings.flatMap((finding, index) => traitsAt(finding, findings[index - 1], saying));

/** Its kind, and half as much that it came right after another. */
function traitsAt<T extends Step>(finding: T, before: T | undefined, saying: (step: T) => number): [string, number][] {
  const [kind, weight] = [kindOf(finding), saying(finding)];
  const own: [string, number] = [kind, weight];
  if (before === undefined || kindOf(before) === kind) return [own];
  return [own, [`${kindOf(before)}\n${kind}`, weight / 2]];
}
