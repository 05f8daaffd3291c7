// Where a message leads: anchors, forms, pictures' areas, what a refresh goes to, addresses in the text, in attachments and in codes.
//
// Addresses are read as a browser reads them and never followed. What is shown is compared with nothing here.

import { canonicalAddress } from '../ingest/address.ts';
import { known } from '../ingest/known.ts';
import { registrableOf } from '../ingest/registered-name.ts';
import { LinkifyIt } from 'linkify-it';
import type { Link } from './link.ts';
import type { Message } from './message.ts';
import type { Page } from './page.ts';
import { unwrapped } from './unwrapped.ts';

const MOST = 2_000;
const LONGEST = 2_000;
/** Of a text; a message has said all it has to say. */
const READ = 64 * 1024;
/** Of one kind from one place, so that no flood in one hides the others. */
const MOST_OF_TEXT = 500;
const MOST_OF_FILES = 500;

/** The first 2,000 of all kinds; those of codes, attachments and forms first, as they are few. */
export function linksOf(message: Message, page: Page | undefined): readonly Link[] {
  const base = baseOf(page);
  const files = message.files.flatMap(({ found }) => [
    ...(found?.codes ?? []).filter(isAddress).map((url) => made(url, { from: 'code' })),
    ...(found?.urls ?? []).map((url) => made(url, { from: 'attachment' })),
  ]);
  const forms = (page?.forms ?? [])
    .filter(({ action }) => action !== '')
    .map(({ action }) => made(action, { from: 'form', base }));
  const refresh = page?.refresh === undefined ? [] : [made(page.refresh, { from: 'html', base })];
  const anchors = (page?.anchors ?? []).map(({ href, shows, isHidden }) => made(href, { from: 'html', shows, isHidden, base }));
  const inPage = page === undefined ? [] : addressesIn(page.unlinked).map((url) => made(url, { from: 'text', shows: url }));
  const seen = new Set([...anchors, ...inPage].map((link) => link?.url));
  const plain = addressesIn(message.text).map((url) => made(url, { from: 'text', shows: url, isHidden: page !== undefined }));
  const inText = plain.filter((link) => link !== undefined && !seen.has(link.url));
  const all = [...files.slice(0, MOST_OF_FILES), ...forms, ...refresh, ...anchors, ...inPage, ...inText];
  return all.filter((link) => link !== undefined).slice(0, MOST);
}

interface Place {
  readonly from: Link['from'];
  readonly shows?: string;
  readonly isHidden?: boolean;
  readonly base?: string | undefined;
}

/** Undefined for what leads nowhere: a place in the page itself, nothing at all. */
function made(written: string, { from, shows = '', isHidden = false, base }: Place): Link | undefined {
  const text = refanged(written.trim().slice(0, LONGEST));
  if (text === '' || text.startsWith('#')) return undefined;
  const url = urlOf(text, base);
  if (url === undefined)
    return { url: text, scheme: /^([a-z][a-z0-9+.-]{0,30}):/i.exec(text)?.[1]?.toLowerCase() ?? '', shows, from, isHidden };
  const { url: target, by, isOpaque } = unwrapped(url);
  const isWeb = /^(?:https?|ftp|wss?):$/.test(target.protocol);
  const host = isWeb ? target.hostname.replace(/^\[|\]$|\.$/g, '') : '';
  return known({
    url: (isWeb ? target.href : text).slice(0, LONGEST),
    scheme: target.protocol.slice(0, -1),
    host: host === '' ? undefined : host,
    registered: host === '' ? undefined : registrableOf(host),
    shows,
    shownHost: shownHostOf(shows),
    from,
    isHidden,
    wrappedBy: by,
    isOpaque: isOpaque ? true : undefined,
  });
}

function urlOf(text: string, base: string | undefined): URL | undefined {
  if (text.startsWith('//')) return urlOf(`https:${text}`, undefined);
  if (URL.canParse(text)) return new URL(text);
  if (base !== undefined && URL.canParse(text, base)) return new URL(text, base);
  const guessed = `http://${text}`;
  return DOMAIN_FIRST.test(text) && URL.canParse(guessed) ? new URL(guessed) : undefined;
}

const DOMAIN_FIRST = /^(?:[\p{L}\p{N}-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63}(?:[/?#:]|$)/u;

function baseOf(page: Page | undefined): string | undefined {
  const base = refanged(page?.base ?? '');
  return /^https?:/i.test(base) && URL.canParse(base) ? base : undefined;
}

/** `hxxps://contoso[.]test` → `https://contoso.test`. */
export const refanged = (text: string): string =>
  text
    .replace(/^h(?:xx|\*\*|tt)p(s?)(?=:|\[:)/i, 'http$1')
    .replace(/^(https?)\[:\]/i, '$1:')
    .replace(/^(https?:)\[\/\/\]/i, '$1//')
    .replaceAll(/[[({](?:\.|dot)[\])}]/gi, '.');

const isAddress = (text: string): boolean =>
  /^(?:https?:\/\/|www\.|mailto:|tel:|sms(?:to)?:|bitcoin:|upi:|otpauth:)/i.test(text.trim()) || DOMAIN_FIRST.test(text.trim());

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false, urlAuth: true, maxLength: LONGEST });

/** Ends of names of files that are countries as well. */
const FILES: ReadonlySet<string> = new Set([
  'md',
  'py',
  'sh',
  'pl',
  'rs',
  'ps',
  'so',
  'zip',
  'mov',
  'cc',
  'cs',
  'js',
  'ai',
  'st',
  'do',
  'ph',
]);

/** As written but for what keeps a reader from clicking. */
export function addressesIn(text: string): readonly string[] {
  const plain = defanged(text.slice(0, READ).split(/\s+/).filter(mayLead).join('\n'));
  const found = new Set<string>();
  for (const { url, schema, raw } of linkify.match(plain) ?? []) {
    if (schema === '' && !isBare(raw)) continue;
    found.add(url);
    if (found.size === MOST_OF_TEXT) break;
  }
  return [...found];
}

/** The library looks long at every word, so it gets those alone that have a dot within, or something before a colon. */
const mayLead = (word: string): boolean => {
  const dot = word.indexOf('.');
  return (dot > 0 && dot < word.length - 1) || word.includes(':') || DOTTED.test(word);
};
const DOTTED = /[[({]dot[\])}]/i;

/** Of addresses written so that nobody follows them by mistake, in a text: where they are, and no other brackets. */
const defanged = (text: string): string =>
  text
    .replaceAll(/\bh(?:xx|\*\*)p(s?)(?=:\/\/|\[:)/gi, 'http$1')
    .replaceAll(/(?<=[\p{L}\p{N}-])(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\{\.\})(?=[\p{L}\p{N}-])/giu, '.');

/** A name without a scheme that people take for an address. */
function isBare(raw: string): boolean {
  if (/^www\./i.test(raw)) return true;
  const host = /^[^/?#:]{1,253}/.exec(raw)?.[0].toLowerCase() ?? '';
  const suffix = host.slice(host.lastIndexOf('.') + 1);
  return registrableOf(host) !== undefined && (host.length < raw.length || !FILES.has(suffix));
}

const SHOWN = /^(?:(https?|ftp):\/\/)?(?:[^\s/@]{1,60}@)?([^\s/?#:@]{1,253})(?::\d{1,5})?(?:[/?#]\S{0,1900})?$/i;
const SHOWN_IN_WORDS = /(?:https?:\/\/|\bwww\.)[^\s/?#:@<>"']{1,253}/gi;

/** The host of what is shown, where that is an address, or holds one whole address. */
export function shownHostOf(shows: string): string | undefined {
  const text = refanged(shows.trim());
  if (text === '' || !text.includes('.')) return undefined;
  const [, scheme, host] = SHOWN.exec(text) ?? [];
  if (host !== undefined && !(scheme === undefined && text.includes('@'))) return namedHost(host, scheme !== undefined);
  const named = new Set(
    (text.slice(0, 500).match(SHOWN_IN_WORDS) ?? []).map((one) => namedHost(one.replace(/^https?:\/\//i, ''), true)),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

function namedHost(text: string, isSure: boolean): string | undefined {
  const host = text.replace(/[.,;:!)\]]{1,5}$/, '');
  const url = `http://${host}`;
  const name = URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$|\.$/g, '') : '';
  if (canonicalAddress(name) !== undefined) return isSure || name === host ? name : undefined;
  const suffix = name.slice(name.lastIndexOf('.') + 1);
  const isName = registrableOf(name) !== undefined && (isSure || /^[a-z]{2,}$|^xn--/.test(suffix));
  return isName && (isSure || /^www\./.test(name) || !FILES.has(suffix)) ? name : undefined;
}
