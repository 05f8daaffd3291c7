// All that is measured about a message: every metric there is, by family.
//
// A family is one file in `metrics/`, and a metric's id begins with its family's name. `measured` asks them all; whoever
// needs a few asks those by `metricOf`, and pays for those alone.

import { families } from './metric.ts';
import type { Family, Metric, MetricValue, MetricValues } from './metric.ts';
import { attachments } from './metrics/attachments.ts';
import { authentication } from './metrics/authentication.ts';
import { correspondence } from './metrics/correspondence.ts';
import { domains } from './metrics/domains.ts';
import { headers } from './metrics/headers.ts';
import { hidden } from './metrics/hidden.ts';
import { html } from './metrics/html.ts';
import { incidents } from './metrics/incidents.ts';
import { inducement } from './metrics/inducement.ts';
import { language } from './metrics/language.ts';
import { money } from './metrics/money.ts';
import { recipients } from './metrics/recipients.ts';
import { routing } from './metrics/routing.ts';
import { sender } from './metrics/sender.ts';
import { text } from './metrics/text.ts';
import { thread } from './metrics/thread.ts';
import { timing } from './metrics/timing.ts';
import { urls } from './metrics/urls.ts';
import { volume } from './metrics/volume.ts';
import type { Reading } from './reading.ts';

const byFamily: Readonly<Record<Family, readonly Metric[]>> = {
  ...{ headers, routing, authentication, sender, correspondence, domains, urls, html, hidden },
  ...{ text, language, inducement, money, attachments, timing, thread, volume, recipients, incidents },
};

/** Every metric, families in their order, and in a family as it lists them. */
export const metrics: readonly Metric[] = families.flatMap((family) => byFamily[family]);

const byId: ReadonlyMap<string, Metric> = new Map(metrics.map((metric) => [metric.id, metric]));

/** Undefined for what is no metric. */
export const metricOf = (id: string): Metric | undefined => byId.get(id);

/** The family an id belongs to; whether there is such a metric is another question. */
export const familyOf = (id: string): Family | undefined => families.find((family) => id.startsWith(`${family}.`));

/** What can be told of a message, by id, in the order of the metrics. What cannot be told is left out. */
export function measured(reading: Reading): MetricValues {
  const values: Record<string, MetricValue> = {};
  for (const metric of metrics) {
    const value = metric.of(reading);
    if (value !== undefined) values[metric.id] = value;
  }
  return values;
}
