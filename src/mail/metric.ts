// What a metric is: one thing measured about a message, with its unit, where it is read from, and what it costs.
//
// A metric is a fact and never a verdict. Undefined means that it cannot be told of this message (no tenant to ask, no
// HTML to look at), which is another thing than nought.

import type { Reading } from './reading.ts';

export const families = [
  ...(['headers', 'routing', 'authentication', 'sender', 'correspondence', 'domains', 'urls', 'html', 'hidden'] as const),
  ...([
    'text',
    'language',
    'inducement',
    'money',
    'attachments',
    'timing',
    'thread',
    'volume',
    'recipients',
    'incidents',
  ] as const),
] as const;
export type Family = (typeof families)[number];

/** What a value is counted in; `text` and `list` are shown and looked up, never reckoned with. */
export interface Values {
  readonly flag: boolean;
  readonly count: number;
  /** 0 to 1. */
  readonly share: number;
  readonly probability: number;
  readonly bits: number;
  readonly bytes: number;
  readonly hours: number;
  readonly text: string;
  readonly list: readonly string[];
}
export type Unit = keyof Values;

/** What has to be read for it: the head alone, the body's text, the HTML, attachments' bytes, or what the tenant knows. */
export type Provenance = 'head' | 'text' | 'html' | 'files' | 'tenant';

interface Measure<U extends Unit> {
  /** `family.name`, kebab-case: `urls.shown-host-differs`. */
  readonly id: `${Family}.${string}`;
  /** Raised when what it measures changes. */
  readonly version: number;
  readonly unit: U;
  readonly from: Provenance;
  /** What it is, in one clause without a full stop. */
  readonly title: string;
  of(reading: Reading): Values[U] | undefined;
}

export type Metric = { readonly [U in Unit]: Measure<U> }[Unit];
export type MetricValue = Values[Unit];

/** What was measured of a message, by id of the metric; what cannot be told of it is left out. */
export type MetricValues = Readonly<Record<string, MetricValue>>;

/** Keeps the literal type of its unit; a mistake in `of` is the compiler's to find. */
export const metric = <U extends Unit>(measure: Measure<U>): Measure<U> => measure;
