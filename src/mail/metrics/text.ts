// How a message is written: its length and form, its shouting and its disguises, its greeting, its subject.

import { registeredDomain } from '../../learn/association/lookalike.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Party } from '../message.ts';
import type { Reading } from '../reading.ts';
import { isDisguised } from '../text/normalise.ts';

const from = 'text';
const version = 1;

export const text: readonly Metric[] = [
  metric({
    id: 'text.characters',
    version,
    unit: 'count',
    from,
    title: 'characters a person sees of the body',
    of: ({ words }) => words.characters,
  }),
  metric({
    id: 'text.words',
    version,
    unit: 'count',
    from,
    title: 'words of the subject and of the body seen',
    of: ({ words }) => words.count,
  }),
  metric({
    id: 'text.sentences',
    version,
    unit: 'count',
    from,
    title: 'sentences of the body seen',
    of: ({ words }) => words.sentences,
  }),
  metric({
    id: 'text.is-empty',
    version,
    unit: 'flag',
    from,
    title: 'nothing in the body can be read',
    of: ({ words }) => words.letters === 0,
  }),
  metric({
    id: 'text.is-short-with-link',
    version,
    unit: 'flag',
    from,
    title: 'a few words and a link to follow',
    of: ({ words, links }) =>
      words.count > 0 && words.count <= 40 && links.some(({ host, isHidden }) => host !== undefined && !isHidden),
  }),
  metric({
    id: 'text.capitals-share',
    version,
    unit: 'share',
    from,
    title: 'share of the letters that are capitals',
    of: ({ words }) => share(words.capitals, words.letters),
  }),
  metric({
    id: 'text.shouted-words',
    version,
    unit: 'count',
    from,
    title: 'words of four letters and more all in capitals',
    of: ({ words }) => words.shouted,
  }),
  metric({
    id: 'text.digits-share',
    version,
    unit: 'share',
    from,
    title: 'share of the characters that are digits',
    of: ({ words }) => share(words.digits, words.characters),
  }),
  metric({
    id: 'text.exclamations',
    version,
    unit: 'count',
    from,
    title: 'exclamation marks',
    of: ({ words }) => words.exclamations,
  }),
  metric({ id: 'text.questions', version, unit: 'count', from, title: 'question marks', of: ({ words }) => words.questions }),
  metric({ id: 'text.emoji', version, unit: 'count', from, title: 'emoji in the body', of: ({ words }) => words.emoji }),
  metric({
    id: 'text.distinct-share',
    version,
    unit: 'share',
    from,
    title: 'share of the words that are different ones; low where a text repeats itself',
    of: ({ words }) => share(words.distinct, words.count),
  }),
  metric({
    id: 'text.long-words-share',
    version,
    unit: 'share',
    from,
    title: 'share of the words with more than six letters; high in official prose, low in a note between colleagues',
    of: ({ words }) => share(words.long, words.count),
  }),
  metric({
    id: 'text.sentence-words',
    version,
    unit: 'count',
    from,
    title: 'words of a sentence on average',
    of: ({ words }) => (words.sentences === 0 ? undefined : Math.round(words.count / words.sentences)),
  }),
  metric({
    id: 'text.imperative-share',
    version,
    unit: 'share',
    from,
    title: 'share of the sentences that begin by telling the reader to do something',
    of: ({ words }) => share(words.imperatives, words.sentences),
  }),
  metric({
    id: 'text.invisible-characters',
    version,
    unit: 'count',
    from,
    title: 'characters nobody sees: zero-width blanks, soft hyphens',
    of: ({ words }) => words.invisible,
  }),
  metric({
    id: 'text.mixed-script-words',
    version,
    unit: 'count',
    from,
    title: 'words with letters of two scripts',
    of: ({ words }) => words.mixedScripts,
  }),
  metric({
    id: 'text.disguised-words',
    version,
    unit: 'count',
    from,
    title: 'telling words that were spelt with look-alike letters, digits for letters, or blanks between letters',
    of: ({ words }) => words.disguised,
  }),
  metric({
    id: 'text.generic-greeting',
    version,
    unit: 'flag',
    from,
    title: 'greets a customer or user without a name',
    of: ({ words }) => words.concepts.has('greeting.generic'),
  }),
  metric({
    id: 'text.greets-by-address',
    version,
    unit: 'flag',
    from,
    title: 'greets by the mail address, or by what stands before its @, as templates do that know no name',
    of: greetsByAddress,
  }),
  metric({
    id: 'text.greets-by-name',
    version,
    unit: 'flag',
    from,
    title: 'greets by a name a recipient bears in the header',
    of: greetsByName,
  }),
  metric({
    id: 'text.names-recipient-address',
    version,
    unit: 'flag',
    from,
    title: 'a recipient’s address stands in the body',
    of: ({ message, seen }) =>
      names(
        seen,
        message.to.map(({ address }) => address),
      ),
  }),
  metric({
    id: 'text.names-recipient-domain',
    version,
    unit: 'flag',
    from,
    title: 'speaks for the recipient’s own domain: it stands in the body, and the author is of another',
    of: namesRecipientDomain,
  }),
  metric({
    id: 'text.has-signature',
    version,
    unit: 'flag',
    from,
    title: 'closes with a greeting, as letters do',
    of: ({ words }) => words.concepts.has('closing'),
  }),
  metric({
    id: 'text.unsubscribe-wording',
    version,
    unit: 'flag',
    from,
    title: 'tells how to have no more of these',
    of: ({ words }) => words.concepts.has('unsubscribe'),
  }),
  metric({
    id: 'text.quoted-share',
    version,
    unit: 'share',
    from,
    title: 'share of the body that is quoted or forwarded mail',
    of: ({ seen, quoted }) => share(quoted.length, seen.length + quoted.length),
  }),
  metric({
    id: 'text.subject-is-empty',
    version,
    unit: 'flag',
    from: 'head',
    title: 'has no subject',
    of: ({ message }) => message.subject.trim() === '',
  }),
  metric({
    id: 'text.subject-characters',
    version,
    unit: 'count',
    from: 'head',
    title: 'characters of the subject',
    of: ({ message }) => message.subject.length,
  }),
  metric({
    id: 'text.subject-capitals-share',
    version,
    unit: 'share',
    from: 'head',
    title: 'share of the subject’s letters that are capitals',
    of: ({ message }) => share(counted(message.subject, /\p{Lu}/gu), counted(message.subject, /\p{L}/gu)),
  }),
  metric({
    id: 'text.subject-exclamations',
    version,
    unit: 'count',
    from: 'head',
    title: 'exclamation marks in the subject',
    of: ({ message }) => counted(message.subject, /[!！]/gu),
  }),
  metric({
    id: 'text.subject-emoji',
    version,
    unit: 'count',
    from: 'head',
    title: 'emoji and signs of warning in the subject',
    of: ({ message }) => counted(message.subject, /\p{Extended_Pictographic}/gu),
  }),
  metric({
    id: 'text.subject-brackets',
    version,
    unit: 'flag',
    from: 'head',
    title: 'begins with words in brackets, as lists and ticket systems mark their mail',
    of: ({ message }) =>
      /^\s{0,9}(?:(?:re|aw|fwd?|wg|tr|sv)\s{0,3}:\s{0,9}){0,5}[[【(][^\])】]{1,60}[\])】]/iu.test(message.subject),
  }),
  metric({
    id: 'text.subject-number',
    version,
    unit: 'flag',
    from: 'head',
    title: 'a number of five digits and more in the subject, as of a ticket, an order, or put there to make it unlike others',
    of: ({ message }) => /\d{5}/u.test(message.subject),
  }),
  metric({
    id: 'text.subject-names-recipient',
    version,
    unit: 'flag',
    from: 'head',
    title: 'a recipient’s address, or what stands before its @, is in the subject',
    of: ({ message }) =>
      names(
        message.subject,
        message.to.flatMap(({ address }) => [address, ...longEnough(localPart(address))]),
      ),
  }),
  metric({
    id: 'text.subject-disguised',
    version,
    unit: 'flag',
    from: 'head',
    title: 'letters of another script, or letters nobody sees, stand among the subject’s',
    of: ({ message }) => isDisguised(message.subject),
  }),
];

/** Undefined of nothing. */
const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : Math.min(1, part / whole));

const counted = (where: string, what: RegExp): number => where.match(what)?.length ?? 0;

const localPart = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')));

/** Shorter names stand in any text. */
const longEnough = (name: string): string[] => (name.length >= 4 ? [name] : []);

function names(where: string, whom: readonly string[]): boolean {
  const text = where.toLowerCase();
  return whom.some((name) => name !== '' && text.includes(name));
}

/** What stands in the first lines before a comma or the line's end. */
function greetings(seen: string): string[] {
  const lines = seen.slice(0, 600).split('\n', 8);
  return lines.map((line) => line.slice(0, 120).trim().toLowerCase()).filter((line) => line !== '');
}

const GREETING =
  /^(?:dear|hi|hello|hey|attn:?|attention|good (?:morning|day|afternoon)|guten tag|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|cher|chère|hola|estimad[oa]|ciao|gentile|caro|cara|olá|oi|prezad[oa]|caro\(a\)|beste|geachte|salut)\b/u;

function greetsByAddress({ message, seen }: Reading): boolean {
  const known = message.to.flatMap(({ address, name }) => {
    const local = localPart(address);
    // who is called like the address is greeted by name
    return [address, ...(name.toLowerCase().includes(local) ? [] : longEnough(local))].filter((it) => it !== '');
  });
  return greetings(seen).some((line) => known.some((it) => line.startsWith(it) || (GREETING.test(line) && line.includes(it))));
}

function greetsByName({ message, seen }: Reading): boolean {
  const known = message.to.flatMap(({ name }) => nameParts(name));
  return greetings(seen).some((line) => GREETING.test(line) && known.some((part) => line.includes(part)));
}

const nameParts = (name: string): string[] =>
  name.includes('@')
    ? []
    : name
        .toLowerCase()
        .split(/[\s,]+/u)
        .filter((part) => part.length >= 3);

function namesRecipientDomain({ message, seen }: Reading): boolean {
  const own = message.author?.registered;
  const theirs = message.to.flatMap(({ domain, registered }: Party) => registered ?? registeredDomain(domain) ?? []);
  return names(
    seen,
    theirs.filter((domain) => domain !== own),
  );
}
