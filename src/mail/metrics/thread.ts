// Whether a message belongs to the exchange it claims to go on with.
//
// A thief who has read somebody's mail answers in its midst, from an address like the other side's; one who has not writes
// `Re:` before a letter nobody wrote before. What went through here is known by message ids alone, the newest of them: of an
// older exchange, or one that went on elsewhere, nothing is known, which is why each of these is a sign and none a proof.

import { knownDomains, lookalikeOf, registeredDomain } from '../../learn/association/lookalike.ts';
import { onceOf } from '../family-metrics.ts';
import { domainAt, isHomeAddress, localAt } from '../home.ts';
import type { Message } from '../message.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Reading } from '../reading.ts';
import { prefixesOf } from '../subject.ts';

const version = 1;

export const thread: readonly Metric[] = [
  metric({
    id: 'thread.claims-reply',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the subject says it is an answer',
    of: ({ message }) => prefixesOf(message.subject).replies > 0,
  }),
  metric({
    id: 'thread.claims-forward',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the subject says it is passed on',
    of: ({ message }) => prefixesOf(message.subject).forwards > 0,
  }),
  metric({
    id: 'thread.prefixes',
    version,
    unit: 'count',
    from: 'head',
    title: 'times the subject says it is an answer or passed on',
    of: ({ message: { subject } }) => prefixesOf(subject).replies + prefixesOf(subject).forwards,
  }),
  metric({
    id: 'thread.is-answer',
    version,
    unit: 'flag',
    from: 'head',
    title: 'names the message it answers',
    of: ({ message }) => idsIn(message, 'in-reply-to').length > 0,
  }),
  metric({
    id: 'thread.references',
    version,
    unit: 'count',
    from: 'head',
    title: 'earlier messages it names',
    of: ({ message }) => earlierOf(message).length,
  }),
  metric({
    id: 'thread.reply-without-references',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the subject says it is an answer, and no earlier message is named',
    of: ({ message }) => isUnfounded(message),
  }),
  metric({
    id: 'thread.references-without-reply',
    version,
    unit: 'flag',
    from: 'head',
    title: 'names earlier messages, and the subject says nothing of an answer',
    of: ({ message }) => earlierOf(message).length > 0 && !claims(message),
  }),
  metric({
    id: 'thread.references-itself',
    version,
    unit: 'flag',
    from: 'head',
    title: 'names itself as the message it answers',
    of: ({ message }) => message.id !== '' && earlierOf(message).includes(message.id),
  }),
  metric({
    id: 'thread.quotes',
    version,
    unit: 'flag',
    from: 'text',
    title: 'quotes earlier mail below its own text',
    of: ({ quoted }) => quoted.trim() !== '',
  }),
  metric({
    id: 'thread.quotes-without-references',
    version,
    unit: 'flag',
    from: 'text',
    title: 'says it is an answer and quotes earlier mail, and no earlier message is named',
    of: ({ message, quoted }) => isUnfounded(message) && quoted.trim() !== '',
  }),
  metric({
    id: 'thread.is-known',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'an earlier message it names went through here',
    of: (reading) => inTenant(reading, () => participantsOf(reading) !== undefined),
  }),
  metric({
    id: 'thread.references-known',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of the earlier messages it names that went through here',
    of: (reading) => inTenant(reading, () => shareKnown(reading)),
  }),
  metric({
    id: 'thread.is-fake',
    version,
    unit: 'flag',
    from: 'tenant',
    title:
      'says it is an answer, and neither names a message that went through here nor comes from anybody the recipients wrote to',
    of: (reading) => inTenant(reading, () => isFake(reading)),
  }),
  metric({
    id: 'thread.claims-our-message',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'names a message of the organisation’s own servers that never went through here',
    of: (reading) => inTenant(reading, () => claimsOurs(reading)),
  }),
  metric({
    id: 'thread.author-is-new',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author had no part in the exchange so far',
    of: (reading) => inThread(reading, (people) => !people.has(authorOf(reading))),
  }),
  metric({
    id: 'thread.author-domain-is-new',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'nobody of the author’s domain had a part in the exchange so far',
    of: (reading) => inThread(reading, (people) => isNewDomain(reading, people)),
  }),
  metric({
    id: 'thread.author-looks-like',
    version,
    unit: 'text',
    from: 'tenant',
    title: 'a domain that had a part in the exchange so far, which the author’s looks like and is not',
    of: (reading) => inThread(reading, (people) => likenessIn(reading, people)),
  }),
  metric({
    id: 'thread.author-renamed',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author’s address before the @ had a part in the exchange so far, at another domain',
    of: (reading) => inThread(reading, (people) => isRenamed(reading, people)),
  }),
  metric({
    id: 'thread.reply-to-is-new',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'answers go to a domain that had no part in the exchange so far',
    of: (reading) => inThread(reading, (people) => strangeReply(reading, people)),
  }),
  metric({
    id: 'thread.recipients-new',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of the recipients who had no part in the exchange so far',
    of: (reading) => inThread(reading, (people) => shareOf(reading.message.recipients, (it) => !people.has(it))),
  }),
  metric({
    id: 'thread.people',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'people who had a part in the exchange so far',
    of: (reading) => inThread(reading, (people) => people.size),
  }),
];

/** Of a header and of the list of ids: what is longer is not looked through. */
const LONGEST = 64 * 1024;
const MOST_IDS = 200;

/** Ids without their brackets; each once, the first ones and the last: the first message and the newest are told apart by them. */
function idsIn({ headers }: Message, name: string): readonly string[] {
  const text = headers.all(name).join(' ').slice(0, LONGEST);
  const ids = [...new Set((text.match(/<[^<>\s]{1,998}>/g) ?? []).map((id) => id.slice(1, -1)))];
  return ids.length <= MOST_IDS ? ids : [...ids.slice(0, MOST_IDS / 2), ...ids.slice(-MOST_IDS / 2)];
}

const earlierOf = onceOf((message: Message): readonly string[] => [
  ...new Set([...idsIn(message, 'references'), ...idsIn(message, 'in-reply-to')]),
]);

const claims = ({ subject }: Message): boolean => {
  const { replies, forwards } = prefixesOf(subject);
  return replies + forwards > 0;
};

/** Exchange and Outlook know a thread by headers of their own where the others are lost on the way. */
const isUnfounded = (message: Message): boolean =>
  prefixesOf(message.subject).replies > 0 && earlierOf(message).length === 0 && !isGoingOn(message);

/** A thread index is 22 bytes for the first message and five more for each answer; in base64, 32 characters and more. */
const isGoingOn = ({ headers }: Message): boolean => (headers.first('thread-index')?.trim().length ?? 0) > 32;

const inTenant = <T>({ history }: Reading, of: () => T): T | undefined => (history.isKnown ? of() : undefined);

/** Everybody who wrote or had a message of the exchange, as far as those went through here. */
const participantsOf = onceOf(({ message, history }: Reading): ReadonlySet<string> | undefined => {
  const known = earlierOf(message)
    .filter((id) => id !== message.id)
    .flatMap((id) => history.thread(id) ?? []);
  return known.length === 0 ? undefined : new Set(known);
});

function inThread<T>(reading: Reading, of: (people: ReadonlySet<string>) => T): T | undefined {
  const people = reading.history.isKnown && authorOf(reading) !== '' ? participantsOf(reading) : undefined;
  return people === undefined ? undefined : of(people);
}

const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number | undefined =>
  all.length === 0 ? undefined : all.filter(is).length / all.length;

const shareKnown = ({ message, history }: Reading): number | undefined =>
  shareOf(earlierOf(message), (id) => history.thread(id) !== undefined);

function isFake(reading: Reading): boolean {
  const { message, history } = reading;
  const isAnswered = (history.sender?.recipientsAnswered ?? 0) > 0;
  return prefixesOf(message.subject).replies > 0 && !isAnswered && participantsOf(reading) === undefined;
}

function claimsOurs({ message, history }: Reading): boolean {
  const ours = earlierOf(message).filter((id) => id !== message.id && isHomeAddress(history.homeDomains, id));
  return ours.length > 0 && ours.every((id) => history.thread(id) === undefined);
}

const authorOf = ({ message }: Reading): string => message.author?.address ?? '';

const registeredAt = (address: string): string => registeredDomain(domainAt(address)) ?? domainAt(address);

function isNewDomain(reading: Reading, people: ReadonlySet<string>): boolean {
  const own = registeredAt(authorOf(reading));
  return ![...people].some((it) => registeredAt(it) === own);
}

function likenessIn(reading: Reading, people: ReadonlySet<string>): string | undefined {
  return isNewDomain(reading, people)
    ? lookalikeOf(knownDomains([...people].map(domainAt)), domainAt(authorOf(reading)))?.of
    : undefined;
}

const isRenamed = (reading: Reading, people: ReadonlySet<string>): boolean =>
  isNewDomain(reading, people) && [...people].some((it) => localAt(it) === localAt(authorOf(reading)));

function strangeReply({ message }: Reading, people: ReadonlySet<string>): boolean {
  const domains = new Set([...people].map(registeredAt));
  return message.replyTo.some(({ address }) => address !== '' && !domains.has(registeredAt(address)));
}
