// How well what recorded mails want is told, against what a reader saw in them (labels.ts). Nothing was fitted on them.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root } from '../../src/graph/local/java.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { intents } from '../../src/mail/intent.ts';
import type { Intent } from '../../src/mail/intent.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import type { Reading } from '../../src/mail/reading.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { filesIn, unpacked } from '../archive.ts';
import { shareInterval } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { DATA } from '../realism/recorded.ts';
import { areCorporaThere } from './corpora.ts';
import { labels } from './labels.ts';
import { figuresOf } from './train-inducement.ts';
import type { TrainedIntent } from './train-inducement.ts';

export const areLabelledThere = areCorporaThere;

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
        brier: mean(({ wants, probability }) => (probability - Number(wants)) ** 2),
      },
    ] as const;
  });
  return Object.fromEntries(figures) as Record<Intent, LabelledIntent>;
}

const DIGITS = 12;
const FILES = ['phishing-pot/dev/dev_2019-2024.tar.zst', 'spamassassin/spamassassin-public-corpus.tar.zst'];

async function labelledReadings(): Promise<ReadonlyMap<string, Reading>> {
  const wanted = new Set(labels.map(({ sha256 }) => sha256));
  const readings = new Map<string, Reading>();
  for (const file of FILES)
    for (const { bytes } of filesIn(unpacked(join(root, DATA, file)))) {
      const digits = createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);
      if (!wanted.has(digits)) continue;
      const read = await messageRecord(bytes);
      if ('record' in read)
        readings.set(
          digits,
          readingOf(messageOf(read.record.rfc822, { homeDomains: new Set(), authservIds: new Set() }), strangers),
        );
    }
  return readings;
}
