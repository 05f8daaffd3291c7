// Words for times, gaps, counts and places; and what makes text from records harmless.
//
// Names of rules, files, people and browsers are the attacker's to choose. `name` and `quote` are the only ways such
// text enters a sentence: no control, bidi or invisible characters, no live address, no markup, and never long.

import { days, hours, minutes } from '../model/time.ts';
import type { Instant, Millis } from '../model/time.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const smallNumbers = 'no one two three four five six seven eight nine ten'.split(' ');
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const places = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** `5 January 2026`, or `5 January` where the year is clear. */
export function dayName(at: Instant, withYear = true): string {
  const day = new Date(at);
  const words = `${day.getUTCDate()} ${months[day.getUTCMonth()] ?? ''}`;
  return withYear ? `${words} ${day.getUTCFullYear()}` : words;
}

/** `09:14 UTC`. */
export const clock = (at: Instant): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

/** `on 5 January 2026 at 09:14 UTC`. */
export const when = (at: Instant, withYear = true): string => `on ${dayName(at, withYear)} at ${clock(at)}`;

/** A span as people say it: `8 minutes`, `2 hours`, `4 days`. */
export function span(ms: Millis): string {
  if (ms < minutes(1)) return 'less than a minute';
  if (ms < minutes(90)) return count(Math.round(ms / minutes(1)), 'minute');
  if (ms < hours(20)) return count(Math.round(ms / hours(1)), 'hour');
  return count(Math.max(1, Math.round(ms / days(1))), 'day');
}

export const number = (n: number): string => smallNumbers[n] ?? n.toLocaleString('en-US');

/** `one mail`, `214 mails`. */
export const count = (n: number, noun: string, plural = `${noun}s`): string => `${number(n)} ${n === 1 ? noun : plural}`;

/** `once`, `twice`, `412 times`. */
export const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${number(n)} times`);

export const ordinal = (n: number): string => ordinals[n - 1] ?? `${n}th`;

/** `a, b and c`; beyond `most` the rest is counted. */
export function list(items: readonly string[], most = 4, noun = 'more'): string {
  const shown = items.length > most ? [...items.slice(0, most - 1), `${number(items.length - most + 1)} ${noun}`] : items;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1] ?? ''}`;
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
/** As it stands within a sentence. */
export const uncapital = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Whole percent with a narrow space, never 0 or 100: an estimate is not a certainty. */
export function percent(probability: number): string {
  const whole = Math.round(probability * 100);
  return whole < 1 ? 'under 1\u202f%' : whole > 99 ? 'over 99\u202f%' : `${whole}\u202f%`;
}

export const likelihood = (probability: number): string =>
  probability >= 0.75 ? 'very likely' : probability >= 0.45 ? 'likely' : probability >= 0.15 ? 'possible' : 'unlikely';

const takesArticle = new Set([
  'US',
  'GB',
  'NL',
  'AE',
  'PH',
  'DO',
  'CZ',
  'BS',
  'GM',
  'MV',
  'CF',
  'CD',
  'CG',
  'KM',
  'SC',
  'SB',
  'MH',
]);

/** A country as it stands in a sentence: `Germany`, `the Netherlands`. */
export function country(code: string | undefined): string {
  if (code === undefined || !/^[A-Z]{2}$/.test(code)) return 'an unknown place';
  const known = places.of(code) ?? code;
  return takesArticle.has(code) ? `the ${known}` : known;
}

/** Text of a record without anything that acts: for clauses other rooms wrote. */
export const calm = (text: string, most = 300): string => cut(still(text), most);

/** A person, address, mailbox or app as it stands in a sentence. */
export function name(text: string): string {
  const calmed = cut(still(text), 64);
  return /^[\p{L}\p{N}\p{M}@._+'’&() /:-]+$/u.test(calmed) ? calmed : quote(text, 64);
}

/** Text somebody outside chose, between quotation marks. What cannot be seen is said. */
export function quote(text: string, most = 60): string {
  const calmed = cut(still(text), most)
    .replace(/[“”"]/g, '’')
    .replace(/(\S)@(\S)/g, '$1[at]$2');
  return calmed === '' ? 'with no visible name' : `“${calmed}”`;
}

function still(text: string): string {
  return text
    .slice(0, 4_000)
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\r\n]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/`/g, '’')
    .replace(/\b(h)tt(ps?)(?=:)/gi, '$1xx$2')
    .replace(/\b(javascript|data|vbscript|file|ftp|mailto|ms-[a-z]+):/gi, '$1[:]')
    .replace(/\bwww\./gi, 'www[.]')
    .replace(/(:\/\/[^\s/]*)/g, (host) => host.replace(/(?<!\[)\.(?!\])/g, '[.]'))
    .trim();
}

function cut(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
