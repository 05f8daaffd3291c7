// What was said of a message, short enough to be kept with it: the verdict without all that was measured.

import type { MailAction } from './model.ts';
import type { Verdict } from './verdict.ts';

export interface JudgedMail {
  /** 0 to 100. */
  readonly score: number;
  readonly action: MailAction;
  readonly tags: readonly string[];
  /** Ids of the models that asked for the action. */
  readonly by: readonly string[];
  readonly models: readonly {
    readonly id: string;
    readonly title: string;
    readonly explains: string;
    /** Comparisons in words, harmless and of one line. */
    readonly because: readonly string[];
  }[];
  /** What the score is made of, the heaviest first; start and weights add up to it. */
  readonly reasons: readonly { readonly says: string; readonly weight: number }[];
  readonly start: number;
}

export function judgedIn({ score, action, tags, by, hits, reasons }: Verdict): JudgedMail {
  return {
    ...{ score, action, tags, by },
    models: hits.map(({ id, title, explains, because }) => ({
      ...{ id, title, explains },
      because: because.map(({ metric, value, is }) => `${metric} is ${value} (${is})`),
    })),
    reasons: reasons.flatMap(({ id, says, weight }) => (id === 'start' ? [] : [{ says, weight: rounded(weight) }])),
    start: rounded(reasons.find(({ id }) => id === 'start')?.weight ?? 0),
  };
}

const rounded = (points: number): number => Math.round(points * 1_000) / 1_000;
