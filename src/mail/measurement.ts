// What a message measured without asking any tenant, and what has to be known of it to ask one: kept beside the message, so
// that judging a year of mail reads none of it again.

import type { RawMessage } from '../ingest/message-record.ts';
import type { Sample } from './campaign/sample.ts';
import type { MetricValues } from './metric.ts';

export interface Measurement {
  /** Of all that is measured and weighed; another one is measured anew. */
  readonly version: string;
  /** Metrics that ask no tenant. */
  readonly values: MetricValues;
  /** Without its text, its page and what is in its files: what the metrics that ask a tenant read of it. */
  readonly head: RawMessage;
  /** Links as far as those metrics read them. */
  readonly leadsTo: readonly string[];
  readonly sample: Sample;
}
