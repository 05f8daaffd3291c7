// The head of a message: what stands there, what stands there twice or not at all, and what its writer's program says of
// itself. Fashions of headers date a mail and tell nothing of its intent; they are facts here, and no more.

import { registrableOf } from '../../ingest/registered-name.ts';
import { headMetrics } from '../family-metrics.ts';
import type { Message } from '../message.ts';
import type { Metric } from '../metric.ts';

const { flag, count, text, list } = headMetrics('headers');

const LONGEST = 4_000;

const cut = (value: string | undefined): string => (value ?? '').slice(0, LONGEST);
const word = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : cut(value).trim().toLowerCase();
const distinct = (names: readonly string[]): readonly string[] => [...new Set(names.map((name) => name.toLowerCase()))];

// RFC 5322 §3.6, and MIME's own.
const SINGLE = [
  ...['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'message-id', 'in-reply-to', 'references', 'subject', 'date'],
  ...['mime-version', 'content-type', 'content-transfer-encoding'],
];

const repeated = ({ headers: all }: Message): readonly string[] => SINGLE.filter((name) => all.all(name).length > 1);

/** People named in all From headers: commas parted, those in quotes and comments aside. */
function authors({ headers: all }: Message): number {
  return all.all('from').reduce((sum, value) => sum + (unquoted(cut(value)).match(/@[^\s@,;<>]{1,255}/g)?.length ?? 0), 0);
}

/** Without quoted text and comments; names like to quote addresses. */
function unquoted(value: string): string {
  let [plain, until, depth] = ['', '', 0];
  for (const char of value) {
    if (until !== '') until = char === until ? '' : until;
    else if (char === '"') until = '"';
    else if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) plain += char;
  }
  // A name before an address in brackets may be an address itself, unquoted.
  return plain
    .split(',')
    .map((part) => part.slice(Math.max(0, part.lastIndexOf('<'))))
    .join(',');
}

function fromMalformed({ headers: all }: Message): boolean | undefined {
  const value = unquoted(cut(all.first('from'))).trim();
  if (value === '') return undefined;
  return !/^(?:<[^\s<>@]{1,64}@[^\s<>@]{1,255}>|[^\s<>@,]{1,64}@[^\s<>@,]{1,255})(?:\s*,.*)?$/s.test(value);
}

const ENCODED = /=\?([\w-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^\s?]{0,1000})\?=/gi;

const encodedWords = ({ headers: all }: Message, name: string): readonly RegExpExecArray[] => [
  ...cut(all.first(name)).matchAll(ENCODED),
];

/** All encoded words together hold nothing but plain letters: most programs encode only what needs it. */
function encodesPlain(message: Message, name: string): boolean {
  const words = encodedWords(message, name);
  return words.length > 0 && words.every(([, charset = '', how = '', inner = '']) => isPlain(charset, how, inner));
}

function isPlain(charset: string, how: string, inner: string): boolean {
  // Charsets in which plain bytes are no plain letters.
  if (/^(?:utf-?(?:7|16|32)|iso-2022|hz)/i.test(charset)) return false;
  if (how.toLowerCase() === 'q') return !/=(?![2-7][0-9a-f])/i.test(inner) && !BEYOND_ASCII.test(inner);
  return bytesOf(inner).every((byte) => byte >= 0x20 && byte < 0x7f);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(base64: string): readonly number[] {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const char of base64.replace(/=+$/, '')) {
    held = ((held << 6) | Math.max(0, BASE64.indexOf(char))) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

const BEYOND_ASCII = /[^\u0000-\u007f]/;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// Zero-width, soft hyphen, turning of direction, fillers, tags. Joiners stand rightly in emoji and in some scripts.
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufe00-\ufe0e\ufeff\uffa0\u{e0000}-\u{e007f}]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}])[\u200c\u200d]/gu;

const invisible = (value: string): number => cut(value).match(INVISIBLE)?.length ?? 0;

const dateUnreadable = ({ headers: all, written }: Message): boolean | undefined =>
  all.first('date') === undefined ? undefined : written === undefined;

function messageIdMalformed({ headers: all }: Message): boolean | undefined {
  const value = all.first('message-id');
  if (value === undefined || value.trim() === '') return undefined;
  return !/^<[^\s<>@]{1,500}@[^\s<>@]{1,500}>$/.test(cut(value).trim());
}

const idHost = ({ id }: Message): string => (id.includes('@') ? cut(id.slice(id.lastIndexOf('@') + 1)).toLowerCase() : '');

/** Undefined where one of the two is no public name, or there is no author to compare with. */
function messageIdForeign(message: Message): boolean | undefined {
  return isForeign(registrableOf(idHost(message)), message);
}

function isForeign(registered: string | undefined, { author, envelope }: Message): boolean | undefined {
  const own = [author?.registered, envelope?.registered].filter((it) => it !== undefined);
  return registered === undefined || own.length === 0 ? undefined : !own.includes(registered);
}

function unsubscribeForeign(message: Message): boolean | undefined {
  const value = cut(message.headers.first('list-unsubscribe'));
  const hosts = [...value.matchAll(/(?:https?:\/\/|mailto:[^@>]{0,255}@)([^\s/:?>,]{1,255})/gi)].map(([, host = '']) => host);
  const told = hosts.map((host) => isForeign(registrableOf(host.toLowerCase()), message)).filter((it) => it !== undefined);
  return told.length === 0 ? undefined : told.every((it) => it);
}

// A server writes its line on top of what it was handed; a line below the author's headers was handed to it.
function receivedBelow({ headerNames }: Message): boolean | undefined {
  const names = headerNames.map((name) => name.toLowerCase());
  const last = names.lastIndexOf('received');
  const author = ['from', 'to', 'subject'].map((name) => names.indexOf(name)).filter((at) => at >= 0);
  return last < 0 || author.length === 0 ? undefined : author.every((at) => at < last);
}

const mailer = ({ headers: all }: Message): string | undefined => {
  const value = cut(all.first('x-mailer') ?? all.first('user-agent')).trim();
  return value === '' ? undefined : value;
};

const SCRIPT =
  /\b(?:phpmailer|php ?\/|swift ?mailer|symfony|nodemailer|leaf ?php|leafmailer|alexus|xpertmailer|zend_mail|codeigniter|laravel|python|smtplib|mime-?tools|mime::lite|mail::|net::smtp|chilkat|emailarchitect|jmail|indy|aspmail|cdo\b|cdosys|system\.net\.mail|mailkit|golang|gomail|sendemail|swaks|curl|powershell|\.net)/i;
const BULK =
  /\b(?:mailchimp|mandrill|sendgrid|sendinblue|brevo|mailgun|mailjet|amazon ?ses|sparkpost|constant contact|campaign ?monitor|createsend|exacttarget|marketo|hubspot|klaviyo|sendpulse|getresponse|aweber|activecampaign|mailerlite|mailwizz|interspire|phplist|acymailing|sendy|emarsys|responsys|salesforce|smtp2go|elastic ?email|postmark|sailthru|iterable|braze|unisender|cleverreach|rapidmail|newsletter|listserv|lyris|bulk|mass ?mail)/i;
const CAMPAIGN = [
  ...['feedback-id', 'x-campaign', 'x-campaign-id', 'x-campaignid', 'x-mailchimp-campaign', 'x-mc-user', 'x-job', 'x-mailer-sid'],
  ...[
    'x-csa-complaints',
    'x-sg-eid',
    'x-ses-outgoing',
    'x-mailgun-sid',
    'x-mj-mid',
    'x-sib-id',
    'x-mandrill-user',
    'x-emarsys-identify',
  ],
  ...['x-mailwizz', 'x-mw-campaign-uid', 'x-report-abuse', 'x-report-abuse-to', 'x-pm-message-id', 'x-hubspot-correlation-id'],
];
const WEB_SCRIPT = [
  'x-php-originating-script',
  'x-php-script',
  'x-php-filename',
  'x-source-args',
  'x-cgi-script',
  'x-mailer-script',
];

const isBulk = (message: Message): boolean =>
  BULK.test(mailer(message) ?? '') ||
  CAMPAIGN.some((name) => message.headers.first(name) !== undefined) ||
  /^(?:bulk|list)$/.test(word(message.headers.first('precedence')) ?? '');

function isAutomatic({ headers: all }: Message): boolean {
  const submitted = word(all.first('auto-submitted'))?.split(';')[0]?.trim();
  if (submitted !== undefined && submitted !== 'no') return true;
  return (
    /^auto[_-]reply$/.test(word(all.first('precedence')) ?? '') ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => all.first(name) !== undefined)
  );
}

function isUrgent({ headers: all }: Message): boolean {
  if (/^[12]\b/.test(word(all.first('x-priority')) ?? '')) return true;
  return ['importance', 'x-msmail-priority', 'priority'].some((name) => /^(?:high|urgent)\b/.test(word(all.first(name)) ?? ''));
}

// Exchange takes them off what comes from elsewhere; who took the message last stands at its top.
function claimsExchange({ headerNames, headers: all }: Message): boolean {
  const claims = headerNames.some((name) => name.toLowerCase().startsWith('x-ms-exchange-organization-'));
  return claims && !/\bmicrosoft smtp server\b|\bmapi\b|\.outlook\.com\b|\.office365\./i.test(cut(all.first('received')));
}

// Below the last server's line is what the sender's own program wrote.
function bringsVerdict({ headers: all, headerNames }: Message): boolean {
  const names = headerNames.map((name) => name.toLowerCase());
  const brought = names.slice(names.lastIndexOf('received') + 1);
  return VERDICTS.some(([name, clean]) => brought.includes(name) && all.all(name).some((value) => clean.test(cut(value))));
}

const VERDICTS: readonly (readonly [string, RegExp])[] = [
  ['x-spam-status', /^\s*no\b/i],
  ['x-spam-flag', /^\s*no\b/i],
  ['x-spam', /^\s*(?:no|not)\b/i],
  ['x-virus-status', /clean/i],
  ['x-virus-scanned', /clean|no virus/i],
  ['x-antivirus-status', /clean/i],
  ['x-spam-checked', /clean|not spam/i],
];

export const headers: readonly Metric[] = [
  count('count', 'headers', ({ headerNames }) => headerNames.length),
  list('repeated', 'headers that may stand once and stand several times, in small letters', (message) => repeated(message)),
  flag('several-from', 'several From headers, or several people in one', (message) => authors(message) > 1),
  flag('no-from', 'no From header, or none with an address', ({ author }) => (author?.domain ?? '') === ''),
  flag('from-malformed', 'an address in From that keeps to no standard: without angle brackets beside a name', fromMalformed),
  count('from-length', 'characters of the From header', ({ headers: all }) => all.first('from')?.length ?? 0),
  count('from-encoded-words', 'encoded words in From', (message) => encodedWords(message, 'from').length),
  flag('from-encodes-plain', 'From encodes what needs no encoding, which hides its words from filters', (message) =>
    encodesPlain(message, 'from'),
  ),
  flag('subject-encodes-plain', 'Subject encodes what needs no encoding, which hides its words from filters', (message) =>
    encodesPlain(message, 'subject'),
  ),
  count('author-invisible', 'invisible characters in the name of the author', ({ author }) => invisible(author?.name ?? '')),
  count('subject-invisible', 'invisible characters in the subject', ({ subject }) => invisible(subject)),
  flag('unencoded', 'From or Subject has letters beyond ASCII that are not encoded', ({ headers: all }) =>
    ['from', 'subject'].some((name) => BEYOND_ASCII.test(cut(all.first(name)))),
  ),
  flag('control-characters', 'a header holds control characters', ({ headers: all, headerNames }) =>
    distinct(headerNames).some((name) => all.all(name).some((value) => CONTROL.test(cut(value)))),
  ),
  flag('no-subject', 'no subject, or an empty one', ({ subject }) => subject.trim() === ''),

  flag('no-date', 'no Date header', ({ headers: all }) => all.first('date') === undefined),
  flag('date-unreadable', 'a Date header that is no date', (message) => dateUnreadable(message)),
  flag('no-message-id', 'no Message-ID', ({ id }) => id === ''),
  flag('message-id-malformed', 'a Message-ID that is not <left@right>', messageIdMalformed),
  text('message-id-domain', 'registered domain behind the @ of the Message-ID', (message) => registrableOf(idHost(message))),
  flag('message-id-foreign', 'a Message-ID of another registered domain than author and envelope', messageIdForeign),
  flag('message-id-local', 'a Message-ID made by a machine without a public name', (message) =>
    idHost(message) === '' ? undefined : registrableOf(idHost(message)) === undefined,
  ),
  flag('no-mime-version', 'MIME headers without MIME-Version', ({ headers: all }) =>
    all.first('content-type') === undefined ? undefined : all.first('mime-version') === undefined,
  ),
  flag('received-below-author', 'a Received header below From, To and Subject: no server writes there', receivedBelow),
  flag('undisclosed-recipients', 'nobody is named in To and Cc', ({ to, cc }) =>
    [...to, ...cc].every(({ address }) => !address.includes('@')),
  ),

  text('mailer', 'program that wrote it, as it calls itself', (message) => mailer(message)),
  flag('mailer-is-script', 'written by a library or script for sending mail', (message) => SCRIPT.test(mailer(message) ?? '')),
  flag('mailer-is-bulk', 'sent by a service for newsletters and notices', (message) => isBulk(message)),
  flag('web-script', 'a header names the script of a web page that sent it', ({ headers: all }) =>
    WEB_SCRIPT.some((name) => all.first(name) !== undefined),
  ),
  flag('is-list', 'it went through a mailing list', ({ headers: all }) =>
    ['list-id', 'list-post'].some((name) => all.first(name) !== undefined),
  ),
  flag('has-unsubscribe', 'a header says how to unsubscribe', ({ headers: all }) => all.first('list-unsubscribe') !== undefined),
  flag('unsubscribe-one-click', 'a header takes unsubscribing with one click (RFC 8058)', ({ headers: all }) =>
    /one-click/i.test(cut(all.first('list-unsubscribe-post'))),
  ),
  flag('unsubscribe-foreign', 'unsubscribing leads to another registered domain than author and envelope', unsubscribeForeign),
  flag('has-campaign-id', 'a header numbers the campaign it belongs to', ({ headers: all }) =>
    CAMPAIGN.some((name) => all.first(name) !== undefined),
  ),
  text('precedence', 'Precedence, in small letters', ({ headers: all }) => word(all.first('precedence'))),
  flag('is-automatic', 'a header says that a program sent it, as an answer or a notice', (message) => isAutomatic(message)),
  flag('is-bounce', 'its envelope names nobody, as those of bounces do', ({ headers: all }) =>
    all.first('return-path') === undefined ? undefined : /^\s*<\s*>\s*$/.test(cut(all.first('return-path'))),
  ),
  flag('is-urgent', 'marked as urgent or important', (message) => isUrgent(message)),
  flag('asks-receipt', 'asks to be told when it is read', ({ headers: all }) =>
    ['disposition-notification-to', 'return-receipt-to', 'x-confirm-reading-to'].some((name) => all.first(name) !== undefined),
  ),
  flag('claims-exchange', 'has headers that Exchange writes inside, and Exchange was not the last to take it', (message) =>
    claimsExchange(message),
  ),
  flag('brings-verdict', 'its sender’s own headers say that it is clean or no spam', (message) => bringsVerdict(message)),
  flag('was-forwarded', 'a header says that it was sent on or sent again', ({ headers: all }) =>
    ['x-forwarded-to', 'x-forwarded-for', 'resent-from', 'resent-to', 'auto-forwarded'].some(
      (name) => all.first(name) !== undefined,
    ),
  ),
  list('unread', 'what was left out of it or could not be read', ({ defects }) => defects),
];
