// Who a message says it is from: the name people are shown, the address behind it, and where answers go.
//
// All of it is the sender's own word. A name that is somebody else's, an address that answers elsewhere and a letter from
// "ourselves" that came from outside are told here; whether the domain looks like another one is the business of `domains`.

import { registeredDomain } from '../../learn/association/lookalike.ts';
import { lookOf } from '../../learn/network/generated.ts';
import { brandIn, isOf } from '../brands.ts';
import { onceOf } from '../family-metrics.ts';
import { freeMail } from '../free-mail.ts';
import type { History, Protected } from '../history.ts';
import { isHomeParty, localAt } from '../home.ts';
import type { Message, Party } from '../message.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { invisibleIn, isSameName, lookWords, nameBook } from '../names.ts';

const version = 1;

export const sender: readonly Metric[] = [
  metric({
    id: 'sender.address',
    version,
    unit: 'text',
    from: 'head',
    title: 'the address it says it is from',
    of: ({ message }) => addressed(message.author)?.address,
  }),
  metric({
    id: 'sender.name',
    version,
    unit: 'text',
    from: 'head',
    title: 'the name it says it is from, as people are shown it',
    of: ({ message }) => named(message.author)?.name,
  }),
  metric({
    id: 'sender.is-missing',
    version,
    unit: 'flag',
    from: 'head',
    title: 'names no author with an address',
    of: ({ message }) => addressed(message.author) === undefined,
  }),
  metric({
    id: 'sender.authors',
    version,
    unit: 'count',
    from: 'head',
    title: 'authors it names, in however many headers',
    of: ({ message }) => authorsOf(message),
  }),
  metric({
    id: 'sender.name-missing',
    version,
    unit: 'flag',
    from: 'head',
    title: 'shows no name of its author',
    of: ({ message }) => ofAuthor(message, ({ name }) => name.trim() === ''),
  }),
  metric({
    id: 'sender.name-is-own-address',
    version,
    unit: 'flag',
    from: 'head',
    title: 'shows its author’s own address in place of a name',
    of: ({ message }) => ofName(message, ({ name, address }) => name.trim().toLowerCase() === address),
  }),
  metric({
    id: 'sender.name-has-other-address',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s name holds a mail address that is another than the author’s',
    of: ({ message }) => ofName(message, ({ name, address }) => addressesIn(name).some((it) => it !== address)),
  }),
  metric({
    id: 'sender.name-has-other-domain',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s name holds a domain, or an address at one, that is another than the author’s',
    of: ({ message }) => ofName(message, ({ name, registered }) => domainsIn(name).some((it) => it !== registered)),
  }),
  metric({
    id: 'sender.name-has-phone',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s name holds a telephone number',
    of: ({ message }) => ofName(message, ({ name }) => hasPhone(name)),
  }),
  metric({
    id: 'sender.name-brand',
    version,
    unit: 'text',
    from: 'head',
    title: 'a brand the author’s name shows though the address is none of that brand’s',
    of: ({ message }) => borrowedBrand(message.author),
  }),
  metric({
    id: 'sender.name-is-function',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s name is that of a department or a service, not of a person',
    of: ({ message }) => ofName(message, ({ name }) => wordsIn(name).some((word) => FUNCTIONS.has(word))),
  }),
  metric({
    id: 'sender.name-unlike-address',
    version,
    unit: 'flag',
    from: 'head',
    title: 'no word of the author’s name stands in the address',
    of: ({ message }) => ofName(message, isUnlike),
  }),
  metric({
    id: 'sender.name-in-capitals',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s name is written in capitals throughout, and is longer than an abbreviation',
    of: ({ message }) => ofName(message, ({ name }) => isShouted(name)),
  }),
  metric({
    id: 'sender.name-symbols',
    version,
    unit: 'count',
    from: 'head',
    title: 'emojis and other pictures in the author’s name',
    of: ({ message }) => ofName(message, ({ name }) => shortened(name).match(/\p{Extended_Pictographic}|\p{So}/gu)?.length ?? 0),
  }),
  metric({
    id: 'sender.name-invisible',
    version,
    unit: 'count',
    from: 'head',
    title: 'characters in the author’s name that nobody sees',
    of: ({ message }) => ofName(message, ({ name }) => invisibleIn(name)),
  }),
  metric({
    id: 'sender.name-mixed-scripts',
    version,
    unit: 'flag',
    from: 'head',
    title: 'a word of the author’s name has Latin letters and those of a script that looks like them',
    of: ({ message }) => ofName(message, ({ name }) => isMixed(name)),
  }),
  metric({
    id: 'sender.name-length',
    version,
    unit: 'count',
    from: 'head',
    title: 'characters of the author’s name',
    of: ({ message }) => ofAuthor(message, ({ name }) => name.length),
  }),
  metric({
    id: 'sender.name-is-recipients',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s name is that of a recipient, whose address is another',
    of: ({ message }) => ofName(message, (author) => isRecipients(author, message)),
  }),
  metric({
    id: 'sender.imitates-person',
    version,
    unit: 'text',
    from: 'tenant',
    title: 'somebody here whose name the author shows without having the address',
    of: ({ message, history }) => imitated(message, history)?.name,
  }),
  metric({
    id: 'sender.imitates-vip',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author shows the name of an executive, a person who pays or an administrator without having the address',
    of: ({ message, history }) => inTenant(history, () => imitated(message, history)?.isVip === true),
  }),
  metric({
    id: 'sender.local-part-imitates-person',
    version,
    unit: 'text',
    from: 'tenant',
    title: 'somebody here whose address the author’s is like up to the @, at a domain of nobody here',
    of: ({ message, history }) => likeLocalPart(message, history)?.name,
  }),
  metric({
    id: 'sender.name-says-home',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'the author’s name shows the organisation’s own, though the address is not of it',
    of: ({ message, history }) => inTenant(history, () => saysHome(message.author, history)),
  }),
  metric({
    id: 'sender.is-home',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'says it is from one of the organisation’s own domains',
    of: ({ message, history }) => inTenant(history, () => isHome(history, message.author)),
  }),
  metric({
    id: 'sender.is-home-from-outside',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'says it is from one of the organisation’s own domains, and came in from outside without being theirs provably',
    of: ({ message, history }) =>
      inTenant(
        history,
        () => isHome(history, message.author) && message.direction === 'inbound' && !message.authentication.isAligned,
      ),
  }),
  metric({
    id: 'sender.is-recipient',
    version,
    unit: 'flag',
    from: 'head',
    title: 'is from the address it goes to',
    of: ({ message }) => ofAuthor(message, ({ address }) => message.recipients.includes(address)),
  }),
  metric({
    id: 'sender.is-free-mail',
    version,
    unit: 'flag',
    from: 'head',
    title: 'is from a host where anybody may have an address',
    of: ({ message }) => ofAuthor(message, isFree),
  }),
  metric({
    id: 'sender.is-role',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s address is that of a department or a service: billing, hr, support',
    of: ({ message }) => ofAuthor(message, ({ address }) => localWords(address).some((word) => ROLES.has(word))),
  }),
  metric({
    id: 'sender.is-no-reply',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s address says that nobody reads answers',
    of: ({ message }) => ofAuthor(message, ({ address }) => NO_REPLY.test(localOf(address))),
  }),
  metric({
    id: 'sender.local-part-digits',
    version,
    unit: 'share',
    from: 'head',
    title: 'share of the author’s address before the @ that is digits',
    of: ({ message }) => ofAuthor(message, ({ address }) => digitShare(localOf(address))),
  }),
  metric({
    id: 'sender.local-part-odds',
    version,
    unit: 'bits',
    from: 'head',
    title: 'how much likelier dice would have made the author’s address before the @ than a person',
    of: ({ message }) => ofAuthor(message, ({ address }) => Math.max(0, lookOfLocal(address) ?? 0)),
  }),
  metric({
    id: 'sender.looks-generated',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the author’s address before the @ looks as if a program made it up',
    of: ({ message }) => ofAuthor(message, ({ address }) => looksGenerated(address)),
  }),
  metric({
    id: 'sender.reply-to-differs',
    version,
    unit: 'flag',
    from: 'head',
    title: 'answers go to another address than the author’s',
    of: ({ message }) => ofAuthor(message, ({ address }) => repliesOf(message).some((it) => it.address !== address)),
  }),
  metric({
    id: 'sender.reply-to-other-domain',
    version,
    unit: 'flag',
    from: 'head',
    title: 'answers go to another registered domain than the author’s',
    of: ({ message }) => ofAuthor(message, (author) => repliesOf(message).some((it) => isElsewhere(it, author))),
  }),
  metric({
    id: 'sender.reply-to-free-mail',
    version,
    unit: 'flag',
    from: 'head',
    title: 'answers go to a host where anybody may have an address, though the author’s is none',
    of: ({ message }) => ofAuthor(message, (author) => !isFree(author) && repliesOf(message).some(isFree)),
  }),
  metric({
    id: 'sender.reply-to-same-name',
    version,
    unit: 'flag',
    from: 'head',
    title: 'answers go to another registered domain under the author’s own name or local part',
    of: ({ message }) =>
      ofAuthor(message, (author) => repliesOf(message).some((it) => isElsewhere(it, author) && isNamesake(it, author))),
  }),
  metric({
    id: 'sender.reply-to-known',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'answers go to another address than the author’s, which has written here before or been written to by the recipients',
    of: ({ history: { replyTo } }) =>
      replyTo === undefined ? undefined : replyTo.messages > 0 || replyTo.recipientsAnswered > 0,
  }),
  metric({
    id: 'sender.reply-to-count',
    version,
    unit: 'count',
    from: 'head',
    title: 'addresses that answers go to',
    of: ({ message }) => repliesOf(message).length,
  }),
  metric({
    id: 'sender.sender-differs',
    version,
    unit: 'flag',
    from: 'head',
    title: 'a Sender header names another registered domain than the author’s',
    of: ({ message }) => against(message.sender, message.author),
  }),
  metric({
    id: 'sender.envelope-differs',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the envelope’s sender is of another registered domain than the author’s',
    of: ({ message }) => against(message.envelope, message.author),
  }),
  metric({
    id: 'sender.envelope-missing',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the envelope names no sender, as with notices of failed delivery',
    of: ({ message }) => addressed(message.envelope) === undefined,
  }),
];

const addressed = (party: Party | undefined): Party | undefined =>
  party === undefined || party.address === '' ? undefined : party;
const named = (party: Party | undefined): Party | undefined =>
  party === undefined || party.name.trim() === '' ? undefined : party;

/** What cannot be told of a message without an author is left open. */
function ofAuthor<T>({ author }: Message, of: (author: Party) => T): T | undefined {
  const party = addressed(author);
  return party === undefined ? undefined : of(party);
}

/** The same of one whose name is shown. */
const ofName = <T>(message: Message, of: (author: Party) => T): T | undefined =>
  ofAuthor(message, (author) => (named(author) === undefined ? undefined : of(author)));

const inTenant = <T>({ isKnown }: History, of: () => T): T | undefined => (isKnown ? of() : undefined);

/** A name is read so far; longer ones are made to slow readers down. */
const LONGEST = 300;
const shortened = (text: string): string => text.slice(0, LONGEST);

const MOST_AUTHORS = 1_000;

/** Signs of an address outside of quoted names. */
function authorsOf({ headers, author }: Message): number {
  const written = headers.all('from').map((header) => header.slice(0, 64 * 1024).replaceAll(/"[^"]*"/g, ''));
  const signs = written.reduce((sum, header) => sum + (header.match(/[^\s<>,;"]@[^\s<>,;"]/g)?.length ?? 0), 0);
  return Math.min(MOST_AUTHORS, Math.max(signs, addressed(author) === undefined ? 0 : 1));
}

const addressesIn = (name: string): readonly string[] =>
  (shortened(name).match(/[^\s@<>()[\],;:"']{1,64}@[a-z0-9.-]{1,100}\.[a-z]{2,24}/gi) ?? []).map((it) => it.toLowerCase());

/** General suffixes a name in a name is told by; of two letters, a country's. */
const SUFFIX = /\.(com|net|org|info|biz|gov|edu|int|mil|app|dev|shop|online|site|store|tech|cloud|[a-z]{2})$/;

function domainsIn(name: string): readonly string[] {
  const hosts =
    shortened(name)
      .toLowerCase()
      .match(/[a-z0-9][a-z0-9-]{1,62}(\.[a-z0-9-]{2,63}){1,4}/g) ?? [];
  return hosts.filter((host) => SUFFIX.test(host)).flatMap((host) => registeredDomain(host) ?? []);
}

const hasPhone = (name: string): boolean =>
  (shortened(name).match(/\+?\d[\d ().-]{6,30}\d/g) ?? []).some((run) => {
    const digits = run.replaceAll(/\D/g, '').length;
    return digits >= 9 && digits <= 15;
  });

function borrowedBrand(author: Party | undefined): string | undefined {
  const brand = brandIn(named(author)?.name ?? '');
  return brand === undefined || author === undefined || isOf(brand, author.registered ?? author.domain) ? undefined : brand.name;
}

const wordsIn = (text: string): readonly string[] =>
  shortened(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? [];

/** What services and departments call themselves, in the languages of business mail. */
const FUNCTIONS = new Set(
  `support helpdesk help service services servicedesk admin administrator administration team security billing invoice invoices accounts accounting
  payroll payment payments finance notification notifications alert alerts notice office department dept desk hr postmaster mailer webmaster voicemail
  scanner fax customer customers care account verification delivery shipping reception it info sales news newsletter
  kundenservice kundendienst sicherheit rechnung buchhaltung abteilung personalabteilung zustellung benachrichtigung
  soporte servicio seguridad facturación facturas atención cliente clientes notificación entrega administración
  assistance sécurité facturation comptabilité équipe livraison serviço atendimento segurança fatura financeiro suporte
  assistenza servizio sicurezza fatturazione clienti klantenservice beveiliging factuur kundtjänst kundeservice obsługa klienta
  поддержка служба безопасность бухгалтерия`.split(/\s+/),
);

/** The same in addresses. */
const ROLES = new Set(
  `abuse accounting accounts admin administrator alert alerts ap ar billing booking careers ceo contact customer customercare customerservice
  delivery enquiries finance fraud hello help helpdesk hostmaster hr humanresources info inquiries invoice invoices it itsupport jobs legal mail mailer
  marketing news newsletter notice notification notifications notify office orders payable payments payroll postmaster press procurement purchasing
  receivable reception recruiting recruitment root sales secretary security service servicedesk services shipping shop support sysadmin team update
  updates verification verify voicemail webmaster
  buchhaltung bestellung einkauf info kontakt kundenservice personal rechnung service verkauf vertrieb facturacion ventas soporte contacto compras
  facturation comptabilite commercial contabilidade financeiro vendas contato amministrazione fatture acquisti administratie verkoop`.split(
    /\s+/,
  ),
);

const NO_REPLY =
  /^(no|not|dont|do-?not)[._-]?(reply|respond|answer)|^(noreply|donotreply|nicht-?antworten|nepasrepondre|noresponder|naoresponda|bounces?)\b/;

const localOf = (address: string): string => shortened(localAt(address));
const localWords = (address: string): readonly string[] => {
  const local = localOf(address);
  return [local.replaceAll(/[^a-z]/g, ''), ...(local.match(/[a-z]+/g) ?? [])];
};

/** Shorter words of a name stand in any address by chance. */
const SHORTEST_WORD = 3;

function isUnlike({ name, address }: Party): boolean {
  const all =
    shortened(name)
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const words = all.filter((word) => word.length >= SHORTEST_WORD);
  const squeezed = address.replaceAll(/[^a-z0-9]/g, '');
  const pieces = new Set(localOf(address).match(/[a-z0-9]+/g) ?? []);
  return (
    words.length > 0 &&
    !words.some((word) => squeezed.includes(word)) &&
    !all.some((word) => pieces.has(word)) &&
    !squeezed.includes(words.map((word) => word[0]).join(''))
  );
}

const LONGEST_ABBREVIATION = 6;

function isShouted(name: string): boolean {
  const letters = shortened(name).match(/\p{L}/gu) ?? [];
  return letters.length > LONGEST_ABBREVIATION && letters.every((letter) => /\p{Lu}/u.test(letter));
}

const LOOK_LIKE_LATIN =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;

const isMixed = (name: string): boolean =>
  (shortened(name).match(/\p{L}+/gu) ?? []).some((word) => /\p{Script=Latin}/u.test(word) && LOOK_LIKE_LATIN.test(word));

const isRecipients = ({ name, address }: Party, { to, cc, bcc }: Message): boolean =>
  [...to, ...cc, ...bcc].slice(0, 100).some((it) => it.address !== address && it.name !== '' && isSameName(it.name, name));

// The people of a tenant are the same for every message of a day: their names are gone through once.
const bookOf = onceOf((people: readonly Protected[]) => nameBook(people, ({ name }) => name));

/** Of several namesakes one who matters more; nobody where the author is one of them. */
function imitated({ author }: Message, history: History): Protected | undefined {
  if (!history.isKnown || author === undefined || named(author) === undefined) return undefined;
  const namesakes = bookOf(history.protected).find(author.name);
  if (namesakes.some(({ addresses }) => addresses.includes(author.address))) return undefined;
  return namesakes.find(({ isVip }) => isVip) ?? namesakes[0];
}

/** Two words: others are borne by many. */
const DOTTED = /^[a-z]{2,40}[._-][a-z]{2,40}$/;

const byLocalPart = onceOf((people: readonly Protected[]): ReadonlyMap<string, Protected> => {
  const parts = people.flatMap((one) => one.addresses.map((address) => [localOf(address), one] as const));
  return new Map(parts.toReversed());
});

function likeLocalPart({ author }: Message, history: History): Protected | undefined {
  const party = addressed(author);
  if (!history.isKnown || party === undefined || isHome(history, party)) return undefined;
  const local = localOf(party.address);
  const namesake = DOTTED.test(local) ? byLocalPart(history.protected).get(local) : undefined;
  return namesake?.addresses.includes(party.address) === true ? undefined : namesake;
}

const isHome = ({ homeDomains }: History, party: Party | undefined): boolean =>
  party !== undefined && isHomeParty(homeDomains, party);

const SHORTEST_LABEL = 4;

function saysHome(author: Party | undefined, history: History): boolean {
  if (author === undefined || isHome(history, author)) return false;
  const labels = new Set([...history.homeDomains].flatMap((domain) => lookWords(domain.split('.')[0] ?? '')));
  return lookWords(author.name).some((word) => word.length >= SHORTEST_LABEL && labels.has(word));
}

const isFree = ({ domain, registered }: Party): boolean => freeMail.has(domain) || freeMail.has(registered ?? '');

const digitShare = (text: string): number => (text === '' ? 0 : text.replaceAll(/\D/g, '').length / text.length);

/** The letters of it, weighed as the label of a domain would be; what stands behind a + or # is a tag that senders of lists put there. */
const lookOfLocal = (address: string): number | undefined =>
  lookOf(
    `${localOf(address)
      .replace(/[+#=].*$/s, '')
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 63)}.test`,
  )?.bits;

/** Above what an unusual name of a person comes to: such names are foreign to the words the odds were counted on. */
const GENERATED_BITS = 16;

const looksGenerated = (address: string): boolean => (lookOfLocal(address) ?? 0) >= GENERATED_BITS;

const repliesOf = ({ replyTo }: Message): readonly Party[] => replyTo.filter(({ address }) => address !== '');

const isElsewhere = (it: Party, author: Party): boolean => (it.registered ?? it.domain) !== (author.registered ?? author.domain);

const isNamesake = (it: Party, author: Party): boolean =>
  (it.name !== '' && isSameName(it.name, author.name)) || localOf(it.address) === localOf(author.address);

/** Left open where either is not named. */
function against(it: Party | undefined, author: Party | undefined): boolean | undefined {
  const [one, other] = [addressed(it), addressed(author)];
  return one === undefined || other === undefined ? undefined : isElsewhere(one, other);
}
