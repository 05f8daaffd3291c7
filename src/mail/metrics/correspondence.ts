// What there has been between the author and people here before this message.
//
// Nothing of it is told without a tenant. Of a host of private mail the domain tells nothing: only the address does.

import type { Association } from '../../learn/association/association.ts';
import { days, hours } from '../../model/time.ts';
import type { Instant } from '../../model/time.ts';
import { onceOf } from '../family-metrics.ts';
import { freeMail } from '../free-mail.ts';
import type { Correspondence } from '../history.ts';
import { askedAbout } from '../home.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Reading } from '../reading.ts';

const version = 1;

export const correspondence: readonly Metric[] = [
  metric({
    id: 'correspondence.sender-known',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author’s address has been in mail here before',
    of: (reading) => known(senderOf(reading), ({ messages }) => messages > 0),
  }),
  metric({
    id: 'correspondence.sender-messages',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'messages from the author’s address before this one',
    of: (reading) => senderOf(reading)?.messages,
  }),
  metric({
    id: 'correspondence.sender-days',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'days on which the author’s address wrote before',
    of: (reading) => senderOf(reading)?.days,
  }),
  metric({
    id: 'correspondence.sender-age',
    version,
    unit: 'hours',
    from: 'tenant',
    title: 'hours since the author’s address first wrote',
    of: (reading) => since(reading, senderOf(reading)?.firstAt),
  }),
  metric({
    id: 'correspondence.sender-silence',
    version,
    unit: 'hours',
    from: 'tenant',
    title: 'hours since the author’s address last wrote',
    of: (reading) => since(reading, senderOf(reading)?.lastAt),
  }),
  metric({
    id: 'correspondence.sender-dormant',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author’s address wrote on several days, and then nothing for three months',
    of: (reading) => known(senderOf(reading), (it) => it.days >= SEVERAL && (since(reading, it.lastAt) ?? 0) >= DORMANT_HOURS),
  }),
  metric({
    id: 'correspondence.domain-known',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author’s registered domain has been in mail here before',
    of: (reading) => known(domainOf(reading), ({ messages }) => messages > 0),
  }),
  metric({
    id: 'correspondence.domain-messages',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'messages from the author’s registered domain before this one',
    of: (reading) => domainOf(reading)?.messages,
  }),
  metric({
    id: 'correspondence.domain-days',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'days on which the author’s registered domain wrote before',
    of: (reading) => domainOf(reading)?.days,
  }),
  metric({
    id: 'correspondence.domain-age',
    version,
    unit: 'hours',
    from: 'tenant',
    title: 'hours since the author’s registered domain first wrote',
    of: (reading) => since(reading, domainOf(reading)?.firstAt),
  }),
  metric({
    id: 'correspondence.domain-silence',
    version,
    unit: 'hours',
    from: 'tenant',
    title: 'hours since the author’s registered domain last wrote',
    of: (reading) => since(reading, domainOf(reading)?.lastAt),
  }),
  metric({
    id: 'correspondence.first-contact',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'nobody of the author’s domain has written before; of private mail, nobody with the author’s address',
    of: (reading) => known(domainOf(reading) ?? senderOf(reading), ({ messages }) => messages === 0),
  }),
  metric({
    id: 'correspondence.new-person-of-known-domain',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author’s domain has written on several days, and this address never',
    of: (reading) => known(domainOf(reading), (it) => it.days >= SEVERAL && senderOf(reading)?.messages === 0),
  }),
  metric({
    id: 'correspondence.recipients-reached',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of the recipients here who have had mail from the author’s address',
    of: (reading) => share(reading, senderOf(reading)?.recipientsReached),
  }),
  metric({
    id: 'correspondence.recipients-answered',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of the recipients here who have written to the author’s address',
    of: (reading) => share(reading, senderOf(reading)?.recipientsAnswered),
  }),
  metric({
    id: 'correspondence.domain-recipients-reached',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of the recipients here who have had mail from the author’s registered domain',
    of: (reading) => share(reading, domainOf(reading)?.recipientsReached),
  }),
  metric({
    id: 'correspondence.domain-recipients-answered',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of the recipients here who have written to the author’s registered domain',
    of: (reading) => share(reading, domainOf(reading)?.recipientsAnswered),
  }),
  metric({
    id: 'correspondence.one-way',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author’s address has written on several days, and none of the recipients ever wrote there',
    of: (reading) => known(senderOf(reading), (it) => it.days >= SEVERAL && it.recipientsAnswered === 0),
  }),
  metric({
    id: 'correspondence.association',
    version,
    unit: 'probability',
    from: 'tenant',
    title: 'how likely these recipients would hear from this author, taken together',
    of: (reading) => associationOf(reading)?.probability,
  }),
  metric({
    id: 'correspondence.association-bits',
    version,
    unit: 'bits',
    from: 'tenant',
    title: 'how surprising it is that these recipients hear from this author',
    of: (reading) => associationOf(reading)?.bits,
  }),
  metric({
    id: 'correspondence.against',
    version,
    unit: 'list',
    from: 'tenant',
    title: 'what speaks against these recipients hearing from this author, the most telling first',
    of: (reading) => associationOf(reading)?.reasons.flatMap(({ says, weight }) => (weight <= -TELLING ? [says] : [])),
  }),
];

/** Days on which somebody wrote who can be said to write here. */
const SEVERAL = 3;
const DORMANT_HOURS = days(90) / hours(1);
/** Log-odds: a reason weaker than this is not said. */
const TELLING = 0.5;

const senderOf = ({ history }: Reading): Correspondence | undefined => (history.isKnown ? history.sender : undefined);

function domainOf({ history, message }: Reading): Correspondence | undefined {
  const { registered = '', domain = '' } = message.author ?? {};
  return history.isKnown && !freeMail.has(registered) && !freeMail.has(domain) ? history.domain : undefined;
}

const associationOf = ({ history }: Reading): Association | undefined => (history.isKnown ? history.association : undefined);

const known = <T>(it: Correspondence | undefined, of: (it: Correspondence) => T): T | undefined =>
  it === undefined ? undefined : of(it);

/** Of what was before it. */
const since = ({ message }: Reading, at: Instant | undefined): number | undefined =>
  at === undefined || message.at === undefined ? undefined : Math.max(0, (message.at - at) / hours(1));

/** Of the recipients that are asked about. */
const askedOf = onceOf(({ message, history }: Reading): number => askedAbout(message, history.homeDomains).length);

function share(reading: Reading, count: number | undefined): number | undefined {
  const all = count === undefined ? 0 : askedOf(reading);
  return count === undefined || all === 0 ? undefined : Math.min(1, count / all);
}
