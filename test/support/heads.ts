// Metrics of a message's head, asked of mail as it is sent: lines of headers in, values out.

import { messageOf } from '../../src/mail/message-of.ts';
import type { Metric, MetricValue } from '../../src/mail/metric.ts';
import type { Reading } from '../../src/mail/reading.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { history, readingFrom } from './letters.ts';

/** Every header by name, the last one given; `undefined` takes it away, a list gives several, in their place. */
export type Head = Readonly<Record<string, string | readonly string[] | undefined>>;

const ORDINARY: Head = {
  'Return-Path': '<zoe@fabrikam.test>',
  Received: [
    'from mx.contoso.test (mx.contoso.test [10.0.0.5]) by box.contoso.test with ESMTPS; Mon, 5 Jan 2026 03:12:12 +0000',
    'from out.fabrikam.test (out.fabrikam.test [198.51.100.9]) by mx.contoso.test with ESMTPS; Mon, 5 Jan 2026 03:12:11 +0000',
    'from desk.fabrikam.test (desk.fabrikam.test [10.1.0.5]) by out.fabrikam.test with ESMTPSA; Mon, 5 Jan 2026 03:12:10 +0000',
  ],
  'Authentication-Results':
    'mx.contoso.test; spf=pass smtp.mailfrom=fabrikam.test; dkim=pass header.d=fabrikam.test; dmarc=pass header.from=fabrikam.test',
  'DKIM-Signature': 'v=1; a=rsa-sha256; d=fabrikam.test; s=s; h=from:to:subject:date; t=1767582600; bh=x; b=y',
  From: 'Zoe Quist <zoe@fabrikam.test>',
  To: 'Ana <ana@contoso.test>',
  Subject: 'The plan for Thursday',
  'Message-ID': '<17.abc@mail.fabrikam.test>',
  Date: 'Mon, 5 Jan 2026 03:12:00 +0000',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
};

/** Headers that were not there stand at the end; `before` ones at the top. */
export async function readHead(changes: Head = {}, before: readonly string[] = []): Promise<Reading> {
  const lines = Object.entries({ ...ORDINARY, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((it) => `${name}: ${it}`),
  );
  const read = await messageRecord(Buffer.from([...before, ...lines, '', 'Hello.'].join('\r\n')));
  if (!('record' in read)) throw new Error(read.why);
  const home = { homeDomains: new Set(['contoso.test']), authservIds: new Set(['mx.contoso.test']) };
  return readingFrom(messageOf(read.record.rfc822, home), history());
}

export const valueOf = async (
  metric: Metric,
  changes: Head = {},
  before: readonly string[] = [],
): Promise<MetricValue | undefined> => metric.of(await readHead(changes, before));

/** The same, asked where there is no tenant. */
export async function valueForNobody(metric: Metric): Promise<MetricValue | undefined> {
  const read = await messageRecord(Buffer.from('Subject: x\r\n\r\n'));
  if (!('record' in read)) throw new Error(read.why);
  return metric.of(readingFrom(messageOf(read.record.rfc822, { homeDomains: new Set(), authservIds: new Set() }), strangers));
}

/** One metric, mail that it tells something of, what it tells, and what it tells of ordinary mail. */
export type HeadCase = readonly [name: string, changes: Head, value: MetricValue | undefined, ordinary: MetricValue | undefined];

export const named = (metrics: readonly Metric[], name: string): Metric => {
  const found = metrics.find(({ id }) => id.endsWith(`.${name}`));
  if (found === undefined) throw new Error(`there is no metric ${name}`);
  return found;
};
