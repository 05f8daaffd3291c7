// Why two incidents are alike and where they part, in sentences that cite findings of both.

import type { Comparison, Pair, SharedTie } from '../correlate/similar/comparison.ts';
import type { Step } from '../correlate/similar/story.ts';
import type { Handling, Verdict } from '../model/handling.ts';
import type { Mechanism, Sentence } from '../model/incident.ts';
import { sentence } from './sentence.ts';
import { calm, count, list, name, uncapital } from './words.ts';

export interface Likeness {
  /** What both have, the course of events first. */
  readonly because: readonly Sentence[];
  /** What only the one has. */
  readonly differs: readonly Sentence[];
}

/** `holding`: how many incidents have a step, of how many. */
export function likenessTold(
  { course, besides, ties, onlyHere, onlyThere }: Comparison,
  holding: (step: Step) => number,
  of: number,
): Likeness {
  const rarest = [...course, ...besides].sort((a, b) => holding(a.here) - holding(b.here))[0];
  return {
    because: [
      ...(course.length > 0
        ? [sentence(`Both: ${course.map(({ here }) => titleOf(here)).join(', then ')}.`, citing(course))]
        : []),
      ...(besides.length > 0
        ? [
            sentence(
              `Both, in another order: ${list(
                besides.map(({ here }) => titleOf(here)),
                besides.length,
              )}.`,
              citing(besides),
            ),
          ]
        : []),
      ...ties.map(tieTold),
      ...(rarest === undefined ? [] : rarityTold(rarest, holding(rarest.here), of)),
    ],
    differs: [
      ...(onlyThere.length > 0 ? [only('that one', onlyThere)] : []),
      ...(onlyHere.length > 0 ? [only('this one', onlyHere)] : []),
    ],
  };
}

/** `judged an attack by bo`, `closed without a verdict`, `not judged yet: so far`. */
export function endTold({ status, verdict, verdictBy }: Handling): string {
  if (verdict !== undefined) return `judged ${verdictWords[verdict]}${verdictBy === undefined ? '' : ` by ${name(verdictBy)}`}`;
  return status === 'closed' ? 'closed without a verdict' : 'not judged yet: this is what happened so far';
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  truePositive: 'an attack',
  benignPositive: 'real but harmless',
  falsePositive: 'a false alarm',
  undetermined: 'undetermined',
};

const only = (which: string, steps: readonly Step[]): Sentence =>
  sentence(
    `Only ${which}: ${list(steps.map(titleOf), steps.length)}.`,
    steps.map(({ id }) => id),
  );

function rarityTold(rarest: Pair, holding: number, of: number): Sentence[] {
  if (holding < 1 || of < 10 || holding > of / 4) return [];
  return [sentence(`Only ${holding} of ${count(of, 'incident')} hold “${titleOf(rarest.here)}”.`, citing([rarest]))];
}

const tieTold = ({ mechanism, from, to }: SharedTie): Sentence =>
  sentence(`In both, ${titleOf(from.here)} leads to ${titleOf(to.here)} by ${bridgeOf(mechanism)}.`, citing([from, to]));

const bridgeOf = (mechanism: Mechanism): string => (mechanism === 'pinned' ? 'the word of an analyst' : `the same ${mechanism}`);

const titleOf = ({ title }: Step): string => uncapital(calm(title, 80));
const citing = (pairs: readonly Pair[]): string[] => pairs.flatMap(({ here, there }) => [here.id, there.id]);
