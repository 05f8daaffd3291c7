// Letters of the recorded sets as the product measures them: without any tenant's history, whole and bare.

import { inducementsOf } from '../../src/mail/inducement.ts';
import type { Plea, WeightsOfIntents } from '../../src/mail/inducement.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import type { Reading } from '../../src/mail/reading.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { measured } from '../../src/mail/metrics.ts';
import type { MetricValues } from '../../src/mail/metric.ts';
import { bare } from './corpora.ts';
import type { Letter } from './corpora.ts';

export interface Measured {
  readonly letter: Letter;
  readonly whole: MetricValues;
  /** Of the same letter without what dates or routes it. */
  readonly bare: MetricValues;
}

const nobodys = { homeDomains: new Set<string>(), authservIds: new Set<string>() };

export const readingOfRaw = (raw: RawMessage): Reading => readingOf(messageOf(raw, nobodys), strangers);

/** What the models of intents look at. */
export const pleaOf = ({ words, entities, links, message, quoted }: Reading): Plea => ({
  ...{ words, entities, links: links.length, files: message.files.length, quoted: quoted.length },
});

export const valuesOfRaw = (raw: RawMessage): MetricValues => measured(readingOfRaw(raw));

/** With weights of intents that are not the product's, or not yet. */
export function valuesBy(weights: WeightsOfIntents, raw: RawMessage): MetricValues {
  const reading = readingOfRaw(raw);
  const inducements = inducementsOf(pleaOf(reading), weights);
  return measured(Object.create(reading, { inducements: { value: inducements, enumerable: true } }) as Reading);
}

export function measuredOf(letters: readonly Letter[], progress: (done: number) => void = () => undefined): Measured[] {
  return letters.map((letter, index) => {
    const both = { whole: valuesOfRaw(letter.raw), bare: valuesOfRaw(bare(letter.raw)) };
    progress(index + 1);
    return { letter, ...both };
  });
}
