// Domains of whoever writes and of where it leads: what they look like, whose name they borrow, and what kind they are.
//
// A name that looks like a known one is measured against what the tenant deals with, against the recipients' own domains,
// and against brands that all the world imitates.

import { registeredLabel, isHosted, suffixOf } from '../../ingest/registered-name.ts';
import { knownDomains, lookalikeOf } from '../../learn/association/lookalike.ts';
import type { KnownDomains, Lookalike } from '../../learn/association/lookalike.ts';
import { brandDomains, brandIn, brandInHost, brandOf, brandsIn, disguisedBrandIn, isOf } from '../brands.ts';
import type { Brand } from '../brands.ts';
import { metricsOf, onceOf, share } from '../family-metrics.ts';
import { freeMail } from '../free-mail.ts';
import { isHomeAddress } from '../home.ts';
import type { Metric } from '../metric.ts';
import type { Party } from '../message.ts';
import type { Reading } from '../reading.ts';
import { factsOf } from '../url-facts.ts';

const { flag, count, share: shareOf, list, text } = metricsOf('domains', 'head');
const ofLinks = metricsOf('domains', 'html');
const ofText = metricsOf('domains', 'text');
const ofTenant = metricsOf('domains', 'tenant');

export const domains: readonly Metric[] = [
  // Looks like another.
  flag('author-lookalike', 'the author’s domain looks like one known here, and is another', (reading) =>
    ofAuthor(reading, (it) => it.known !== undefined),
  ),
  text('author-lookalike-of', 'which one', (reading) => ofAuthor(reading, (it) => it.known?.of)),
  text('author-lookalike-how', 'how: sameLook, swapped, oneLetter, word or otherSuffix', (reading) =>
    ofAuthor(reading, (it) => it.known?.how),
  ),
  shareOf('author-lookalike-closeness', 'how hard the two are to tell apart', (reading) =>
    ofAuthor(reading, (it) => it.known?.closeness ?? 0),
  ),
  flag('author-like-recipients', 'the author’s domain looks like a recipient’s own, and is another', (reading) =>
    ofAuthor(reading, (it) => it.home !== undefined),
  ),
  flag('author-like-brand', 'the author’s domain looks like that of a brand often imitated, and is none of its own', (reading) =>
    ofAuthor(reading, (it) => it.brand !== undefined),
  ),
  text('author-like-brand-of', 'which brand’s', (reading) => ofAuthor(reading, (it) => it.brand?.of)),
  flag(
    'reply-to-lookalike',
    'answers go to a domain that looks like the author’s, or like one known here, and is another',
    replyToLookalike,
  ),
  ofLinks.flag(
    'link-lookalike',
    'a link leads to a domain that looks like one known here, and is another',
    (reading) => lookalikes(reading).length > 0,
  ),
  ofLinks.list('link-lookalikes', 'which domains links lead to that only look like another', (reading) => lookalikes(reading)),
  ofLinks.flag('link-like-author', 'a link leads to a domain that looks like the author’s, and is another', (reading) => {
    const own = named([reading.message.author?.registered]);
    return own === undefined ? undefined : linked(reading).some((domain) => lookalikeOf(own, domain) !== undefined);
  }),
  ofLinks.flag(
    'link-like-brand',
    'a link leads to a domain that looks like that of a brand often imitated, and is none of its own',
    (reading) => linked(reading).some((domain) => likeBrand(domain) !== undefined),
  ),

  // Borrows a name.
  text('brand-in-local-part', 'brand before the @ of the author’s address, where the domain is none of its own', (reading) =>
    borrowed(reading, brandIn((reading.message.author?.address ?? '').replace(/@.*$/s, ''))),
  ),
  text('brand-in-subject', 'brand in the subject, where the author’s address is none of its own', (reading) =>
    borrowed(reading, brandsIn(reading.message.subject)[0]),
  ),
  ofText.text('brand-in-text', 'first brand in the text, where the author’s address is none of its own', (reading) =>
    borrowed(reading, brandsIn(reading.seen)[0]),
  ),
  text(
    'brand-in-author-domain',
    'brand whose name stands in the author’s domain, which is none of its own',
    ({ message }) => brandInHost(message.author?.domain ?? '')?.name,
  ),
  flag(
    'brand-disguised',
    'a brand in the author’s name or in the subject is written in letters that only look like it',
    ({ message }) => [message.author?.name ?? '', message.subject].some((one) => disguisedBrandIn(one) !== undefined),
  ),
  flag(
    'brand-disagrees',
    'the author’s name or the subject names a brand, and the author’s address is none of its own',
    (reading) => claimed(reading).length > 0,
  ),
  ofLinks.flag(
    'brand-not-linked',
    'it names a brand in the author’s name or the subject, is not from it, and leads only to pages that are not its own',
    (reading) => {
      const [brands, all] = [claimed(reading), hosts(reading)];
      return brands.length > 0 && all.length > 0 && !all.some((host) => brands.some((brand) => isOf(brand, host)));
    },
  ),
  ofLinks.flag(
    'brand-linked-beside',
    'it names a brand, is not from it, and leads to its own pages and to others’',
    (reading) => {
      const [brands, all] = [claimed(reading), hosts(reading)];
      const own = all.filter((host) => brands.some((brand) => isOf(brand, host)));
      return brands.length > 0 && own.length > 0 && own.length < all.length;
    },
  ),
  ofLinks.text(
    'brand-in-link-host',
    'brand whose name stands in the host of a link, which is none of its own',
    (reading) => hosts(reading).flatMap((host) => brandInHost(host)?.name ?? [])[0],
  ),
  ofLinks.text(
    'brand-in-pictures',
    'brand whose own pictures are shown, where the author’s address is none of its own',
    (reading) =>
      borrowed(
        reading,
        (reading.page?.pictures ?? [])
          .slice(0, MOST_COMPARED)
          .flatMap(({ host }) => (host === undefined ? [] : (brandOf(host) ?? [])))[0],
      ),
  ),
  ofLinks.text('brand-in-alt', 'brand that stands for a picture, where the author’s address is none of its own', (reading) =>
    borrowed(
      reading,
      brandsIn(
        (reading.page?.pictures ?? [])
          .slice(0, MOST_COMPARED)
          .map(({ alt }) => alt)
          .join('\n'),
      )[0],
    ),
  ),
  ofLinks.text('brand-in-link-text', 'brand that a link shows, where neither author nor link is its own', brandInLinkText),
  ofText.count(
    'brands',
    'different brands named in name, subject and text',
    ({ message, seen }) => brandsIn(`${message.author?.name ?? ''}\n${message.subject}\n${seen}`).length,
  ),
  flag(
    'recipient-named',
    'the recipients’ own organisation stands in the author’s name or the subject, and the author is outside of it',
    (reading) =>
      outside(reading, (label) => {
        const { author, subject } = reading.message;
        return hasWord(`${author?.name ?? ''} ${subject}`, label);
      }),
  ),
  flag(
    'recipient-in-author-domain',
    'the recipients’ own organisation stands in the author’s domain, which is another',
    (reading) => outside(reading, (label) => hasWord(reading.message.author?.domain ?? '', label)),
  ),
  ofLinks.flag(
    'recipient-in-link-host',
    'the recipients’ own organisation stands in the host of a link, which is another’s',
    (reading) =>
      outside(reading, (label) => hosts(reading).some((host) => registeredLabel(host) !== label && hasWord(host, label))),
  ),

  // What kind it is.
  text('author', 'the author’s registered domain', ({ message }) => message.author?.registered),
  text('author-suffix', 'what it is registered under', ({ message }) => suffixOf(message.author?.domain ?? '')),
  flag(
    'author-unregistered',
    'nobody can have registered the author’s domain, and it is none of the organisation’s own',
    ({ message, history }) =>
      of(
        message.author,
        (it) => it.domain !== '' && it.registered === undefined && !isHomeAddress(history.homeDomains, it.address),
      ),
  ),
  flag('author-hosted', 'the author’s domain is a name under a host that lets anybody have one', ({ message }) =>
    of(message.author, ({ domain }) => isHosted(domain)),
  ),
  flag('author-tenant-name', 'the author’s domain is one that Microsoft 365 gives every new tenant', ({ message }) =>
    of(message.author, ({ domain }) => /(?:^|\.)onmicrosoft\.com$/.test(domain)),
  ),
  count(
    'author-length',
    'characters of the word the author’s domain is registered as',
    ({ message }) => labelOf(message.author)?.length,
  ),
  count('author-hyphens', 'hyphens in the word the author’s domain is registered as', ({ message }) =>
    of(labelOf(message.author), (label) => label.split('-').length - 1),
  ),
  shareOf(
    'author-digits-share',
    'share of the characters of the word the author’s domain is registered as that are digits',
    ({ message }) => of(labelOf(message.author), (label) => share(label.match(/\d/g)?.length ?? 0, label.length)),
  ),
  flag('author-punycode', 'the author’s domain is written in letters beyond ASCII', ({ message }) =>
    of(message.author, ({ domain }) => isForeign(domain)),
  ),
  list('suffixes', 'suffixes of the domains it leads to', (reading) =>
    [...new Set(linked(reading).flatMap((domain) => suffixOf(domain) ?? []))].sort(),
  ),

  // What the tenant knows.
  ofTenant.flag('author-new', 'the author’s domain has never written here, nor been written to', ({ message, history }) =>
    !history.isKnown || message.author?.registered === undefined || isFree(message.author)
      ? undefined
      : (history.domain?.messages ?? 0) === 0 && !history.known.domains.has(message.author.registered),
  ),
  ofTenant.flag(
    'reply-to-new',
    'answers go to a domain that has never written here, nor been written to',
    ({ message, history }) =>
      history.isKnown
        ? message.replyTo.some(
            (party) =>
              party.registered !== undefined &&
              !isFree(party) &&
              !history.known.domains.has(party.registered) &&
              party.registered !== message.author?.registered,
          )
        : undefined,
  ),
];

const of = <T, V>(value: T | undefined, ask: (value: T) => V): V | undefined => (value === undefined ? undefined : ask(value));

/** Of a message's hosts, at most: each is compared with all that is known. */
const MOST_COMPARED = 100;

interface Likeness {
  readonly known: Lookalike | undefined;
  readonly home: Lookalike | undefined;
  readonly brand: Lookalike | undefined;
}

const likeness = onceOf((reading: Reading): Likeness | undefined => {
  const { author } = reading.message;
  if (author?.registered === undefined) return undefined;
  const home = of(ownDomains(reading), (own) => lookalikeOf(own, author.domain));
  return { known: knownLike(reading, author.domain), home, brand: likeBrand(author.domain) };
});

const ofAuthor = <V>(reading: Reading, ask: (it: Likeness) => V): V | undefined => of(likeness(reading), ask);

/** A brand's own, and a host of private mail, looks like nobody. */
const likeBrand = (domain: string): Lookalike | undefined =>
  brandOf(domain) === undefined && !freeMail.has(domain) ? lookalikeOf(brandDomains, domain) : undefined;

/** Of what the tenant knows, else of the recipients' own domains. */
function knownLike(reading: Reading, domain: string): Lookalike | undefined {
  if (freeMail.has(domain) || brandOf(domain) !== undefined) return undefined;
  return lookalikeOf(reading.history.known, domain) ?? of(ownDomains(reading), (own) => lookalikeOf(own, domain));
}

/** The recipients' domains, without hosts of private mail; those of the tenant where there is one. */
const ownDomains = onceOf(({ message, history }: Reading): KnownDomains | undefined => {
  const theirs = message.recipients.slice(0, MOST_COMPARED).map((address) => address.slice(address.lastIndexOf('@') + 1));
  return named([...history.homeDomains, ...(history.isKnown ? [] : theirs)].filter((domain) => !freeMail.has(domain)));
});

function named(names: readonly (string | undefined)[]): KnownDomains | undefined {
  const known = knownDomains(names.filter((name) => name !== undefined));
  return known.domains.size === 0 ? undefined : known;
}

function replyToLookalike(reading: Reading): boolean | undefined {
  const { author, replyTo } = reading.message;
  if (replyTo.length === 0) return undefined;
  const own = named([author?.registered]);
  return replyTo
    .slice(0, MOST_COMPARED)
    .some(
      ({ domain }) =>
        knownLike(reading, domain) !== undefined ||
        (own !== undefined && !freeMail.has(domain) && lookalikeOf(own, domain) !== undefined),
    );
}

/** Hosts of links to web pages, and what is registered of them; in the order of the message. */
const hosts = onceOf(({ links }: Reading): readonly string[] =>
  [
    ...new Set(links.filter((link) => link.host !== undefined && !isShared(factsOf(link).service)).map(({ host = '' }) => host)),
  ].slice(0, MOST_COMPARED),
);

/** Pages of anybody on a brand's own host are not the brand's. */
const isShared = (service: string | undefined): boolean => service !== undefined && service !== 'messenger';

const linked = onceOf(({ links }: Reading): readonly string[] =>
  [...new Set(links.flatMap(({ registered }) => registered ?? []))].slice(0, MOST_COMPARED),
);

const lookalikes = onceOf((reading: Reading): readonly string[] =>
  linked(reading)
    .filter((domain) => knownLike(reading, domain) !== undefined)
    .sort(),
);

const isFree = ({ domain, registered }: Party): boolean => freeMail.has(domain) || freeMail.has(registered ?? '');

const labelOf = (party: Party | undefined): string | undefined =>
  party === undefined ? undefined : registeredLabel(party.domain);

const isForeign = (domain: string): boolean =>
  domain.split('.').some((label) => label.startsWith('xn--')) || /[^\x20-\x7E]/.test(domain);

/** A brand's name, where the author is not of it. */
function borrowed({ message }: Reading, brand: Brand | undefined): string | undefined {
  const domain = message.author?.domain;
  return brand === undefined || domain === undefined || isOf(brand, domain) ? undefined : brand.name;
}

/** Brands that the author's name or the subject names, and that the author is none of. */
const claimed = onceOf(({ message }: Reading): readonly Brand[] => {
  const { author, subject } = message;
  const brands = [brandIn(author?.name ?? ''), ...brandsIn(subject)].filter((brand) => brand !== undefined);
  return author === undefined ? [] : brands.filter((brand) => !isOf(brand, author.domain));
});

function brandInLinkText(reading: Reading): string | undefined {
  const { links, message } = reading;
  for (const { from, shows, host, isHidden } of links.slice(0, 200)) {
    if (from !== 'html' || host === undefined || isHidden || shows.length > 100) continue;
    const [brand] = brandsIn(shows);
    if (brand !== undefined && !isOf(brand, host) && !isOf(brand, message.author?.domain ?? '')) return brand.name;
  }
  return undefined;
}

const SHORTEST_LABEL = 4;

/** Asks about the words the recipients' domains are registered as; undefined for mail that goes to private addresses alone. */
function outside(reading: Reading, ask: (label: string) => boolean): boolean | undefined {
  const { message, history } = reading;
  const own = ownDomains(reading);
  if (own === undefined || message.author === undefined) return undefined;
  const isOwn = isHomeAddress(history.homeDomains, message.author.address) || own.domains.has(message.author.registered ?? '');
  if (isOwn) return false;
  return [...own.domains]
    .map((domain) => registeredLabel(domain) ?? '')
    .filter((label) => label.length >= SHORTEST_LABEL)
    .some(ask);
}

const hasWord = (where: string, label: string): boolean =>
  where
    .slice(0, 2_000)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word === label || (label.length > 5 && word.includes(label)));
