// How well what recorded mails want is told, against what a reader saw in them (labels.ts). Nothing was fitted on them.

import { intents } from '../../src/mail/intent.ts';
import type { Intent } from '../../src/mail/intent.ts';
import type { Reading } from '../../src/mail/reading.ts';
import { shareInterval } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { brier } from '../learn/ranking.ts';
import { digitsOf, lettersOf } from './corpora.ts';
import { labels } from './labels.ts';
import { readingOfRaw } from './measuring.ts';
import { figuresOf } from './train-inducement.ts';
import type { TrainedIntent } from './train-inducement.ts';

/** Letters of one intent's figures: those nobody was unsure of. */
export interface LabelledIntent extends TrainedIntent {
  readonly recallInterval: Interval;
  /** Mean of the probabilities, and share of those that want it: the same where it is calibrated. */
  readonly expected: number;
  readonly happened: number;
  /** Mean squared distance of probability and truth. */
  readonly brier: number;
}

export async function labelledIntents(): Promise<Readonly<Record<Intent, LabelledIntent>>> {
  const readings = await labelledReadings();
  const figures = intents.map((intent) => {
    const judged = labels.flatMap(({ sha256, wants, unsure }) => {
      const reading = readings.get(sha256);
      return reading === undefined || unsure.includes(intent)
        ? []
        : [{ wants: wants.includes(intent), probability: reading.inducements[intent].probability }];
    });
    const told = figuresOf(judged);
    const mean = (of: (one: (typeof judged)[number]) => number): number =>
      judged.reduce((sum, one) => sum + of(one), 0) / judged.length;
    return [
      intent,
      {
        ...told,
        recallInterval: shareInterval(Math.round(told.recall * told.ofIt), told.ofIt),
        expected: mean(({ probability }) => probability),
        happened: mean(({ wants }) => Number(wants)),
        brier: brier(judged.map(({ wants, probability }) => ({ happened: wants, probability }))),
      },
    ] as const;
  });
  return Object.fromEntries(figures) as Record<Intent, LabelledIntent>;
}

async function labelledReadings(): Promise<ReadonlyMap<string, Reading>> {
  const named = new Set(labels.map(({ sha256 }) => sha256));
  const letters = await lettersOf((bytes) => named.has(digitsOf(bytes)));
  return new Map(letters.map(({ sha256, raw }) => [sha256, readingOfRaw(raw)]));
}
