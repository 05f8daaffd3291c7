// The names people go by in records, and telling them apart by their looks.

export type KindOfName = 'upn' | 'oid' | 'sid' | 'puid' | 'other';

const UPN = /^[^@\s|\\/]+@[^@\s|\\/]+\.[^@\s.|\\/]+$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SID = /^s-1-\d+(-\d+)+$/;
// Organisational passport ids begin with 100; sixteen other digits are anything.
const PUID = /^100[0-9a-f]{13}$/;
// Every Windows machine has the same SYSTEM; only domain and Entra accounts are somebody.
const SID_OF_SOMEBODY = /^s-1-(5-21|12-1)-/;

export const foldName = (text: string): string => text.trim().toLowerCase();

export function kindOfName(value: string): KindOfName {
  if (UPN.test(value)) return 'upn';
  if (GUID.test(value)) return 'oid';
  if (SID.test(value)) return 'sid';
  return PUID.test(value) ? 'puid' : 'other';
}

/** A name that stands for one account and no other: safe to say two of them are one person. */
export function isTelling(value: string): boolean {
  const kind = kindOfName(value);
  if (kind === 'oid') return !/^(.)\1*$/.test(value.replaceAll('-', ''));
  if (kind === 'sid') return SID_OF_SOMEBODY.test(value);
  return kind !== 'other';
}

/** Names of one person as a set to learn from, or nothing when fewer than two of them are telling. */
export function sameness(names: readonly (string | undefined)[]): readonly (readonly string[])[] {
  const telling = [...new Set(names.flatMap((name) => (name === undefined ? [] : [foldName(name)])))].filter(isTelling).sort();
  return telling.length < 2 ? [] : [telling];
}
