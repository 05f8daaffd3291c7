// How much its author has been sending lately, against what went through here of theirs before.

import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Outpouring } from '../history.ts';
import type { Reading } from '../reading.ts';

const version = 1;

export const volume: readonly Metric[] = [
  metric({
    id: 'volume.last-hour',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'messages its author sent in the hour before',
    of: (reading) => sentBy(reading)?.lastHour,
  }),
  metric({
    id: 'volume.last-day',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'messages its author sent in the 24 hours before',
    of: (reading) => sentBy(reading)?.lastDay,
  }),
  metric({
    id: 'volume.most-in-a-day',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'messages its author sent on the fullest of the days before that',
    of: (reading) => sentBy(reading)?.mostInADay,
  }),
  metric({
    id: 'volume.against-most',
    version,
    unit: 'share',
    from: 'tenant',
    title:
      'messages of the last 24 hours as a share of these and the fullest earlier day together: over a half is more than ever',
    of: (reading) => ofMany(reading, ({ lastDay, mostInADay }) => lastDay / (lastDay + mostInADay)),
  }),
  metric({
    id: 'volume.is-more-than-ever',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'its author sent twenty messages and more in the last 24 hours, and never half as many on an earlier day',
    of: (reading) => of(reading, ({ lastDay, mostInADay }) => lastDay >= OUTPOURING && mostInADay * 2 < lastDay),
  }),
  metric({
    id: 'volume.hour-of-day',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of the messages of the last 24 hours that its author sent in the last of them',
    of: (reading) => ofMany(reading, ({ lastHour, lastDay }) => lastHour / lastDay),
  }),
  metric({
    id: 'volume.new-recipients',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'recipients of the last 24 hours who never had mail from its author before',
    of: (reading) => sentBy(reading)?.newRecipients,
  }),
  metric({
    id: 'volume.is-outpouring',
    version,
    unit: 'flag',
    from: 'tenant',
    title:
      'its author wrote to twenty and more in the last 24 hours who never had mail from there, on more messages than on any day before',
    of: (reading) => of(reading, (it) => it.newRecipients >= OUTPOURING && it.lastDay > it.mostInADay),
  }),
];

/** Messages, or strangers, of a day: more than a person writes to by hand without a reason. */
const OUTPOURING = 20;
/** Of fewer, a share says nothing. */
const MANY = 5;

const sentBy = ({ history }: Reading): Outpouring | undefined => (history.isKnown ? history.outpouring : undefined);

function of<T>(reading: Reading, ask: (it: Outpouring) => T): T | undefined {
  const sent = sentBy(reading);
  return sent === undefined ? undefined : ask(sent);
}

const ofMany = <T>(reading: Reading, ask: (it: Outpouring) => T): T | undefined =>
  of(reading, (it) => (it.lastDay < MANY ? undefined : ask(it)));
