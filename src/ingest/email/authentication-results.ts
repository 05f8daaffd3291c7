// Authentication-Results (RFC 8601): what a server wrote down of SPF, DKIM, DMARC and their like, and whose word counts.
//
// Anybody may write such a header into a message, under any name. It is worth something only where the tenant's own
// servers wrote it, which is told in one of two ways:
//
// - Somebody said what name they write, or what domain their names are in (`AUTHSERV_IDS`). Of several such headers the
//   topmost counts, with those that stand right below it, as filters write one each; what an upper one told, no lower one
//   tells again. A server that takes mail under a name has to remove what strangers wrote under it (RFC 8601 §5); where it
//   does not, and writes none itself, a sender may put one there. So the trace above it may name two addresses of the
//   outside world, that of the border and that of a gateway before it: more, and it was there before the mail came in.
// - Nobody said so, or no such header is there. Then only what Exchange Online writes is believed, which names no server
//   and needs none: it stands above the line of the server that took the mail from outside, and above nothing but lines of
//   its own servers. All that a sender writes, forged lines of those very servers among it, stands below that line. A
//   message whose trace begins elsewhere was taken by somebody else, and its Exchange-like headers are the sender's.
//
// What stays possible: a file whose upper lines were cut away, or that somebody wrote by hand, says what it likes; and mail
// let in around a gateway that is believed may say it came through.

import { isPrivateAddress, isServiceAddress } from '../address.ts';
import { hopIn } from './received.ts';

export interface AuthenticationResults {
  /** Of the server that wrote it, in small letters; Exchange Online gives none. */
  readonly id?: string;
  readonly results: readonly AuthenticationResult[];
}

export interface AuthenticationResult {
  /** `spf`, `dkim`, `dmarc`, `arc`, `compauth` …; small letters, like the result. */
  readonly method: string;
  /** Words beyond the standard's too: `bestguesspass`, `timeout`. */
  readonly result: string;
  /** By name in small letters (`smtp.mailfrom`, `header.d`, `action`), the first of each; values as written, unquoted. */
  readonly properties: ReadonlyMap<string, string>;
}

const LONGEST = 8_000;
const MOST_RESULTS = 50;
const MOST_PROPERTIES = 20;

export function authenticationResults(header: string): AuthenticationResults {
  const [first = [], ...rest] = segmentsOf(header.slice(0, LONGEST));
  const id = first[0];
  const isNamed = id !== undefined && id.value === undefined;
  const results = (isNamed ? rest : [first, ...rest]).slice(0, MOST_RESULTS).flatMap(resultOf);
  return isNamed ? { id: id.name.toLowerCase(), results } : { results };
}

/** `dkim=pass`, `header.d=contoso.test`; without a value a word alone. */
interface Pair {
  readonly name: string;
  readonly value?: string;
}

function resultOf([method, ...properties]: readonly Pair[]): readonly AuthenticationResult[] {
  if (method?.value === undefined) return [];
  const byName = new Map<string, string>();
  for (const { name, value } of properties.slice(0, MOST_PROPERTIES)) {
    const key = name.toLowerCase();
    if (value !== undefined && !byName.has(key)) byName.set(key, value);
  }
  // A version may follow the method: `spf/1`.
  return [{ method: method.name.toLowerCase().replace(/\/.*$/, ''), result: method.value.toLowerCase(), properties: byName }];
}

// One pass: comments may nest and hold anything, quoted text may hold semicolons, and blanks may stand around every `=`.
function segmentsOf(text: string): readonly (readonly Pair[])[] {
  const segments: Pair[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const start = pastBlanks(text, at);
    const char = text.charAt(start);
    if (char === '') break;
    if (char === ';' || char === '=') {
      if (char === ';') segments.push([]);
      at = start + 1;
      continue;
    }
    const name = wordAt(text, start, ';=');
    const after = pastBlanks(text, name.end);
    const value = text.charAt(after) === '=' ? wordAt(text, pastBlanks(text, after + 1), ';') : undefined;
    segments.at(-1)?.push(value === undefined ? { name: name.text } : { name: name.text, value: value.text });
    at = value?.end ?? name.end;
  }
  return segments;
}

function wordAt(text: string, start: number, stops: string): { readonly text: string; readonly end: number } {
  let [word, end] = ['', start];
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (char === '"') {
      const quoted = quotedAt(text, end);
      word += quoted.text;
      end = quoted.end;
    } else if (BLANK.test(char) || char === '(' || stops.includes(char)) break;
    else word += char;
  }
  return { text: word, end };
}

const BLANK = /\s/;

/** `end` is at the closing quote. */
function quotedAt(text: string, start: number): { readonly text: string; readonly end: number } {
  let [word, end] = ['', start + 1];
  for (; end < text.length && text.charAt(end) !== '"'; end++) {
    if (text.charAt(end) === '\\') end++;
    word += text.charAt(end);
  }
  return { text: word, end };
}

/** Past blanks and comments. */
function pastBlanks(text: string, start: number): number {
  let [at, depth] = [start, 0];
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (char === '\\' && depth > 0) at++;
    else if (depth === 0 && !BLANK.test(char)) break;
  }
  return at;
}

interface Header {
  readonly name: string;
  readonly value: string;
}

const MOST_HEADERS = 2_000;

/** What the tenant's own servers wrote, the topmost first; nothing where none can be believed. */
export function trustedResults(headers: readonly Header[], authservIds: ReadonlySet<string>): readonly AuthenticationResults[] {
  const trace = headers.slice(0, MOST_HEADERS).flatMap(({ name, value }): readonly Line[] => {
    const key = name.toLowerCase();
    if (key === 'received') return [{ hop: hopIn(value) }];
    return key === 'authentication-results' ? [{ told: authenticationResults(value) }] : [{}];
  });
  const named = ofNamed(trace, authservIds);
  return named.length > 0 ? named : ofExchange(trace);
}

/** A header of the trace, or one that is nothing of it. */
interface Line {
  readonly hop?: ReturnType<typeof hopIn>;
  readonly told?: AuthenticationResults;
}

function ofNamed(trace: readonly Line[], ids: ReadonlySet<string>): readonly AuthenticationResults[] {
  const isOwn = ({ told }: Line): boolean => told?.id !== undefined && isAmong(told.id, ids);
  const top = trace.findIndex(isOwn);
  if (top < 0 || trace.slice(0, top).filter(({ hop }) => isOutside(hop?.address)).length > MOST_OUTSIDE) return [];

  const after = trace.slice(top).findIndex((line) => !isOwn(line));
  const own = trace.slice(top, after < 0 ? undefined : top + after).flatMap(({ told }) => told ?? []);
  return own.map(({ results, ...told }, index) => {
    const upper = new Set(own.slice(0, index).flatMap((it) => it.results.map(({ method }) => method)));
    return { ...told, results: results.filter(({ method }) => !upper.has(method)) };
  });
}

const MOST_OUTSIDE = 2;

/** One of them, or below one of them. */
const isAmong = (id: string, ids: ReadonlySet<string>): boolean => [...ids].some((own) => id === own || id.endsWith(`.${own}`));

const isOutside = (address: string | undefined): boolean =>
  address !== undefined && !isPrivateAddress(address) && !isServiceAddress(address);

// Exchange Online's servers, and those of them that take mail from others; national clouds among them.
const EXCHANGE = /^[^.]+(?:\.[^.]+)*\.(?:outlook\.com|office365\.com|office365\.us|partner\.outlook\.cn)$/;
const EXCHANGE_BORDER = /\.mail\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)$/;

function ofExchange(trace: readonly Line[]): readonly AuthenticationResults[] {
  const border = trace.findIndex(({ hop }) => hop !== undefined && EXCHANGE_BORDER.test(hop.by ?? ''));
  const inside = trace.slice(0, Math.max(border, 0));
  if (inside.some(({ hop }) => hop !== undefined && !EXCHANGE.test(hop.by ?? ''))) return [];

  const told = inside.find((line) => line.told !== undefined)?.told;
  return told !== undefined && told.id === undefined && told.results[0]?.method === 'spf' ? [told] : [];
}
