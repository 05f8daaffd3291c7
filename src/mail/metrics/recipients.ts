// Whom a message goes to, and whether these people have anything to do with one another.

import { lookalikeOf } from '../../learn/association/lookalike.ts';
import { onceOf } from '../family-metrics.ts';
import { freeMail } from '../free-mail.ts';
import type { History } from '../history.ts';
import { isHomeParty, localAt } from '../home.ts';
import type { Message, Party } from '../message.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { isSameName } from '../names.ts';
import type { Reading } from '../reading.ts';

const version = 1;

export const recipients: readonly Metric[] = [
  metric({
    id: 'recipients.count',
    version,
    unit: 'count',
    from: 'head',
    title: 'recipients its head names',
    of: ({ message }) => message.recipients.length,
  }),
  metric({
    id: 'recipients.copied',
    version,
    unit: 'count',
    from: 'head',
    title: 'recipients it names as copied, openly or not',
    of: ({ message }) => message.cc.length + message.bcc.length,
  }),
  metric({
    id: 'recipients.domains',
    version,
    unit: 'count',
    from: 'head',
    title: 'registered domains its recipients are of',
    of: ({ message }) => new Set(everybody(message).map(({ registered, domain }) => registered ?? domain)).size,
  }),
  metric({
    id: 'recipients.undisclosed',
    version,
    unit: 'flag',
    from: 'head',
    title: 'its head names no recipient',
    of: ({ message }) => message.recipients.length === 0,
  }),
  metric({
    id: 'recipients.not-named',
    version,
    unit: 'flag',
    from: 'head',
    title: 'was delivered to somebody its head does not name',
    of: ({ message }) => isBlind(message),
  }),
  metric({
    id: 'recipients.only-author',
    version,
    unit: 'flag',
    from: 'head',
    title: 'goes openly to its own author and to nobody else, as mail to hidden recipients does',
    of: ({ message }) => onlyAuthor(message),
  }),
  metric({
    id: 'recipients.names-missing',
    version,
    unit: 'share',
    from: 'head',
    title: 'share of its recipients named by their address alone',
    of: ({ message }) => shareOf(everybody(message), ({ name, address }) => name === '' || name.toLowerCase() === address),
  }),
  metric({
    id: 'recipients.is-alphabetic',
    version,
    unit: 'flag',
    from: 'head',
    title: 'five recipients and more stand in the order of the alphabet, as out of a list',
    of: ({ message }) => isAlphabetic(message.to) || isAlphabetic(message.cc),
  }),
  metric({
    id: 'recipients.free-mail',
    version,
    unit: 'count',
    from: 'head',
    title: 'recipients at hosts where anybody may have an address',
    of: ({ message }) => everybody(message).filter(({ domain }) => freeMail.has(domain)).length,
  }),
  metric({
    id: 'recipients.is-authors-own',
    version,
    unit: 'flag',
    from: 'head',
    title: 'goes to an address elsewhere that has the author’s own name or local part',
    of: ({ message }) =>
      everybody(message)
        .slice(0, MOST_NAMED)
        .some((it) => isAuthors(it, message.author)),
  }),
  metric({
    id: 'recipients.internal',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'recipients of the organisation',
    of: (reading) => inTenant(reading, ({ ours }) => ours.length),
  }),
  metric({
    id: 'recipients.external',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'recipients outside of the organisation',
    of: (reading) => inTenant(reading, ({ others }) => others.length),
  }),
  metric({
    id: 'recipients.new-domains',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'recipients at domains the organisation has no dealings with',
    of: (reading) => inTenant(reading, ({ others, history }) => others.filter((it) => isNew(it, history)).length),
  }),
  metric({
    id: 'recipients.lookalike',
    version,
    unit: 'text',
    from: 'tenant',
    title: 'a domain the organisation deals with, which that of a recipient looks like and is not',
    of: (reading) => inTenant(reading, ({ others, history }) => likenessOf(others, history)),
  }),
  metric({
    id: 'recipients.vips',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'executives, people who pay and administrators among the recipients',
    of: (reading) => inTenant(reading, vipsAmong),
  }),
  metric({
    id: 'recipients.together',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of pairs of its recipients here that wrote to one another or have a correspondent in common',
    of: ({ history }) => (history.isKnown ? history.together : undefined),
  }),
  metric({
    id: 'recipients.share-nobody',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'three recipients here and more, hardly any two of whom share a correspondent',
    of: (reading) => inTenant(reading, ({ ours, history }) => isMixed(ours.length, history.together)),
  }),
];

const MOST_NAMED = 100;
/** Fewer are in order by chance. */
const RUN = 5;
const SEVERAL = 3;
const HARDLY_ANY = 0.1;

const everybody = onceOf(({ to, cc, bcc }: Message): readonly Party[] => {
  const all = new Map([...to, ...cc, ...bcc].filter(({ address }) => address !== '').map((it) => [it.address, it]));
  return [...all.values()];
});

const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number | undefined =>
  all.length === 0 ? undefined : all.filter(is).length / all.length;

/** Where servers write to whom they gave it. */
const DELIVERED = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to'];

function isBlind({ headers, recipients }: Message): boolean | undefined {
  const given = DELIVERED.flatMap((name) => headers.all(name).slice(0, MOST_NAMED)).map((it) =>
    it.replace(/^<|>$/g, '').trim().toLowerCase(),
  );
  const addresses = given.filter((it) => /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(it));
  return addresses.length === 0 ? undefined : !addresses.some((it) => recipients.includes(it));
}

function onlyAuthor({ to, cc, author }: Message): boolean | undefined {
  if (author === undefined || author.address === '' || to.length === 0) return undefined;
  return [...to, ...cc].every(({ address }) => address === author.address);
}

function isAlphabetic(parties: readonly Party[]): boolean {
  const addresses = parties.map(({ address }) => address);
  return new Set(addresses).size >= RUN && addresses.every((it, index) => index === 0 || (addresses[index - 1] ?? '') <= it);
}

const SHORTEST_LOCAL_PART = 5;

function isAuthors(it: Party, author: Party | undefined): boolean {
  if (author === undefined || (it.registered ?? it.domain) === (author.registered ?? author.domain)) return false;
  const isNamesake = it.name !== '' && author.name !== '' && isSameName(author.name, it.name);
  return isNamesake || (localAt(it.address).length >= SHORTEST_LOCAL_PART && localAt(it.address) === localAt(author.address));
}

interface Sides {
  readonly history: History;
  readonly message: Message;
  readonly ours: readonly Party[];
  readonly others: readonly Party[];
}

const sidesOf = onceOf(({ message, history }: Reading): Sides => {
  const all = everybody(message);
  const isOurs = (it: Party): boolean => isHomeParty(history.homeDomains, it);
  return { history, message, ours: all.filter(isOurs), others: all.filter((it) => !isOurs(it)) };
});

const inTenant = <T>(reading: Reading, of: (sides: Sides) => T): T | undefined =>
  reading.history.isKnown ? of(sidesOf(reading)) : undefined;

const isNew = ({ registered, domain }: Party, { known }: History): boolean =>
  !freeMail.has(domain) && !known.domains.has(registered ?? domain);

function likenessOf(others: readonly Party[], { known }: History): string | undefined {
  const domains = new Set(others.flatMap(({ registered }) => registered ?? []));
  return [...domains].map((domain) => lookalikeOf(known, domain)?.of).find((of) => of !== undefined);
}

function vipsAmong({ history, ours }: Sides): number {
  const vips = new Set(history.protected.flatMap(({ isVip, addresses }) => (isVip ? addresses : [])));
  return ours.filter(({ address }) => vips.has(address)).length;
}

const isMixed = (count: number, together: number | undefined): boolean | undefined =>
  together === undefined || count < SEVERAL ? undefined : together <= HARDLY_ANY;
