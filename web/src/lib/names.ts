// What a thing is called where there is little room. Keys come from outside: whoever shows one still quotes it.

import { plural } from './format.ts';
import { lookOf } from '../icons.ts';

/** A short name: the part before the @, the last part of a path, the country in words. */
export function shortName(label: string, key: string): string {
  switch (label) {
    case 'User':
    case 'Mailbox':
      return /^[^@\s]+@/.test(key) ? (key.split('@')[0] ?? key) : tail(key);
    case 'File':
    case 'Url':
      return key.split(/[/\\]/).findLast((part) => part !== '') ?? key;
    case 'Country':
      return countryName(key);
    case 'Rule':
      return key.split(/[/\\:|]/).at(-1) ?? key;
    case 'AuthMethod':
      return methodName(key);
    case 'Session':
    case 'Email':
    case 'Campaign':
    case 'App':
    case 'Device':
      return tail(key);
    default:
      return key;
  }
}

/** A telephone by its last digits, as the story says it; a mail address whole. */
function methodName(key: string): string {
  const [, kind = '', value = ''] = /^([^:]*):(.+)$/s.exec(key) ?? [];
  const digits = value.replace(/\D/g, '');
  if (kind === 'phone' && digits.length > 3) return `phone …${digits.slice(-3)}`;
  return value === '' ? tail(key) : `${kind} ${value.split(' ').map(tail).join(' ')}`;
}

/** The keys that our sentences say and that have a name a person would say instead. */
export const namesIn = (entities: readonly { readonly label: string; readonly key: string }[]): string[] => [
  ...new Set(
    entities.flatMap(({ label, key }) =>
      label === 'User' || label === 'Mailbox' || (label === 'Rule' && ofMailbox.test(key)) ? key : [],
    ),
  ),
];

/** A rule has its mailbox before its name: `priya@contoso.test\.`. */
const ofMailbox = /^([^@\s\\]+)@[^\\\s]+\\(.+)$/s;

/** What a key inside a sentence is called: a person or mailbox by its name, a rule by its own and its mailbox's. */
export function nameInProse(key: string): string {
  const [, mailbox, rule] = ofMailbox.exec(key) ?? [];
  return mailbox === undefined || rule === undefined ? shortName('User', key) : `“${rule}” of ${mailbox}`;
}

/** An identifier that says nothing to a person is cut; the whole is one look away. */
const tail = (key: string): string => (/^[0-9a-f-]{30,}$/i.test(key) ? `${key.slice(0, 8)}…` : key);

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return regions.of(code) ?? code;
}

/** `4 addresses`, or the one thing's short name. */
export function groupName(label: string, keys: readonly string[]): string {
  const [only = ''] = keys;
  const { one, many } = lookOf(label);
  return keys.length === 1 ? shortName(label, only) : plural(keys.length, one, many);
}
