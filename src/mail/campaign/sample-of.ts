// What of a message is compared with others, out of its reading.
//
// What its author can change from copy to copy without effort is left out (digits, addresses, paths of links), and what every
// honest letter has too: hosts where anybody has a page, brands everybody links to, the author's and the reader's own domains.

import { outsideHop } from '../../ingest/email/received.ts';
import { brandOf } from '../brands.ts';
import { freeMail } from '../free-mail.ts';
import { domainAt } from '../home.ts';
import { sharedBy } from '../hosting.ts';
import { intents } from '../intent.ts';
import type { Link } from '../link.ts';
import type { Message } from '../message.ts';
import { parted } from '../quoted.ts';
import type { Reading } from '../reading.ts';
import { registeredDomain } from '../../learn/association/lookalike.ts';
import { known } from '../../ingest/known.ts';
import type { Sample } from './sample.ts';
import { sketchOf, sketchOfMarks } from './sketch.ts';
import { BUILD } from './texts.ts';

/** Words of subject and text; in fewer, strangers say the same by chance. */
const FEWEST_WORDS = 20;
/** Of the text, of the page, of its links. */
const LONGEST_TEXT = 32 * 1024;
const LONGEST_PAGE = 100_000;
const MOST_LINKS = 200;
const MOST_TAGS = 400;
/** Of one kind of what a message hangs on. */
const MOST_OF_KIND = 10;
const SMALLEST_FILE = 512;
const LONGEST_VALUE = 200;

export function sampleOf(reading: Reading): Sample {
  const { message, seen, words, inducements } = reading;
  const text = `${message.subject}\n${seen}`.slice(0, LONGEST_TEXT);
  const sketch = words.count < FEWEST_WORDS ? undefined : sketchOf(text, 2);
  const build = sketchOfMarks(marksOf(message), BUILD);
  return known({
    words: sketch && Array.from(sketch),
    build: build && Array.from(build),
    hangsOn: hangsOn(reading),
    wants: intents.filter((intent) => inducements[intent].probability >= 0.5),
    isBulk: isBulk(reading),
    handsOn: handsOn(reading) ? true : undefined,
  });
}

/** Names of its headers, kinds of its parts and tags of its page, in their order. */
function marksOf(message: Message): readonly string[] {
  const names = message.headerNames.slice(0, 100).map((name) => name.toLowerCase());
  const headers = names.filter((name) => !ON_THE_WAY.test(name)).map((name) => `${name}:`);
  const files = message.files.slice(0, 20).map(({ declaredType }) => `(${declaredType})`);
  const parts = [...(message.text === '' ? [] : ['(plain)']), ...(message.html === undefined ? [] : ['(html)']), ...files];
  return [...headers, ...parts, ...tagsOf(message.html ?? '')];
}

/** What servers add between sender and reader. */
const ON_THE_WAY =
  /^(?:received|return-path|delivered-to|authentication-results|arc-|dkim-|domainkey-|x-ms-exchange|x-forefront|x-microsoft-antispam|x-spam|x-original|x-received|x-gm|x-google)/;

function tagsOf(html: string): readonly string[] {
  const tags: string[] = [];
  for (const [, name = ''] of html.slice(0, LONGEST_PAGE).matchAll(/<([a-z][a-z0-9]{0,15})\b/gi)) {
    if (tags.length === MOST_TAGS) break;
    tags.push(name.toLowerCase());
  }
  return tags;
}

function hangsOn(reading: Reading): readonly string[] {
  const { message, entities, links } = reading;
  const own = ownDomains(message);
  const hop = outsideHop(message.hops)?.address;
  const files = message.files.filter(({ isInline, size }) => !isInline && size >= SMALLEST_FILE);
  const phones = [...entities.phones, ...links.filter(({ scheme }) => scheme === 'tel').map(({ url }) => url)];
  const found = [
    ...kind('link', domainsOf(links, own)),
    ...kind('page', pagesOf(links)),
    ...kind('host', hop === undefined ? [] : [hop]),
    ...kind(
      'file',
      files.map(({ sha256 }) => sha256),
    ),
    ...kind('wallet', entities.wallets),
    ...kind('account', entities.ibans),
    ...kind(
      'phone',
      phones.map((phone) => phone.replace(/\D/g, '').slice(-10)).filter((digits) => digits.length >= 8),
    ),
    ...kind('reply', answersTo(reading, own)),
  ];
  return found.sort();
}

const kind = (name: string, values: readonly string[]): readonly string[] =>
  [...new Set(values)]
    .filter((value) => value !== '')
    .slice(0, MOST_OF_KIND)
    .map((value) => `${name}:${value.slice(0, LONGEST_VALUE)}`);

/** Of the author and of those it went to. */
function ownDomains({ author, envelope, recipients }: Message): ReadonlySet<string> {
  const addresses = [author?.address ?? '', envelope?.address ?? '', ...recipients.slice(0, 50)];
  return new Set(addresses.flatMap((address) => registeredDomain(domainAt(address)) ?? []));
}

const webLinks = (links: readonly Link[]): readonly Link[] => links.slice(0, MOST_LINKS).filter(({ host }) => host !== undefined);

function domainsOf(links: readonly Link[], own: ReadonlySet<string>): readonly string[] {
  return webLinks(links).flatMap(({ host = '', registered = host, isOpaque }) =>
    isOpaque === true || own.has(registered) || sharedBy(host, registered) !== undefined || brandOf(registered) !== undefined
      ? []
      : [registered],
  );
}

/** Of a host where anybody has a page, that page. */
function pagesOf(links: readonly Link[]): readonly string[] {
  return webLinks(links).flatMap(({ host = '', registered = host, url, isOpaque }) => {
    const path = /^[a-z]{1,10}:\/\/[^/?#]{1,300}(\/[^?#]{1,500})/i.exec(url)?.[1] ?? '';
    return isOpaque === true || path.length < 3 || sharedBy(host, registered) === undefined ? [] : [`${host}${path}`];
  });
}

/** Addresses it names beside its author's own, and its readers'. */
function answersTo({ message, entities }: Reading, own: ReadonlySet<string>): readonly string[] {
  const named = [...message.replyTo.map(({ address }) => address), ...entities.addresses.map((it) => it.toLowerCase())];
  const taken = new Set([message.author?.address ?? '', ...message.recipients]);
  return named.filter((address) => {
    const domain = domainAt(address);
    return !taken.has(address) && (freeMail.has(domain) || !own.has(registeredDomain(domain) ?? domain));
  });
}

/** Headers of a list or of a bulk sender, and a way to leave. */
function isBulk({ message: { headers }, words, links }: Reading): boolean {
  if (['list-unsubscribe', 'list-id', 'list-post'].some((name) => headers.first(name) !== undefined)) return true;
  const isMarked =
    /^\s*(?:bulk|list|junk)\b/i.test(headers.first('precedence') ?? '') ||
    BULK_SENDERS.some((name) => headers.first(name) !== undefined);
  return isMarked && (words.concepts.has('unsubscribe') || links.some(({ url }) => /unsubscri|opt-?out/i.test(url)));
}

const BULK_SENDERS = ['feedback-id', 'x-campaign', 'x-campaign-id', 'x-campaignid', 'x-mailchimp-campaign', 'x-mc-user', 'x-job'];

/** `FYI`, and below it a letter: the reading then shows that letter, as there is nothing else to see. */
const handsOn = ({ seen, quoted, page }: Reading): boolean =>
  quoted === '' && (page?.quotedAt !== undefined || parted(seen.slice(0, LONGEST_TEXT)).quoted !== '');
