// The names people go by in records, and telling them apart by their looks.

export type KindOfName = 'upn' | 'oid' | 'sid' | 'puid' | 'nt' | 'other';

/** Of one person's names the one they go by: a sign-in name, else object id, SID, PUID, on-premises name, other. */
const RANK: Readonly<Record<KindOfName, number>> = { upn: 0, oid: 1, sid: 2, puid: 3, nt: 4, other: 5 };

const UPN = /^[^@\s|\\/]+@[^@\s|\\/]+\.[^@\s.|\\/]+$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SID = /^s-1-\d+(-\d+)+$/;
// Organisational passport ids begin with 100; sixteen other digits are anything.
const PUID = /^100[0-9a-f]{13}$/;
// Every Windows machine has the same SYSTEM; only domain and Entra accounts are somebody.
const SID_OF_SOMEBODY = /^s-1-(5-21|12-1)-/;
// On premises: DOMAIN\name. Authorities with a blank in their names (NT AUTHORITY, IIS APPPOOL) are no domains.
const NT = /^([^\\/@\s]+)\\([^\\/@]+)$/;
// What stands for a domain on a machine without one, and names Windows makes up for a machine nobody has named.
const MACHINE = /^(\.|builtin|localhost|workgroup|azuread|microsoftaccount|(desktop|laptop|win|ec2amaz)-[0-9a-z]{5,})$/;
// Accounts every machine has, in the languages Windows names them; a final $ is a machine's own account.
const BUILT_IN =
  /^(.+\$|system|root|daemon|nobody|guest|(local|network) ?service|default(user\d*|account)|wdagutilityaccount|(umfd|dwm)-\d+|gast|invité|système)$/;

export const foldName = (text: string): string => text.trim().toLowerCase();

export function kindOfName(value: string): KindOfName {
  if (UPN.test(value)) return 'upn';
  if (GUID.test(value)) return 'oid';
  if (SID.test(value)) return 'sid';
  if (PUID.test(value)) return 'puid';
  return NT.test(value) ? 'nt' : 'other';
}

/** An account every machine has, or a machine's own: nobody sits behind it. Takes the folded name without a domain. */
export const isBuiltIn = (name: string): boolean => BUILT_IN.test(name);

/** The best name first, equal kinds in alphabetical order. */
export const byRank = (a: string, b: string): number => RANK[kindOfName(a)] - RANK[kindOfName(b)] || (a < b ? -1 : a > b ? 1 : 0);

/** A name that stands for one account and no other: safe to say two of them are one person. */
export function isTelling(value: string): boolean {
  const kind = kindOfName(value);
  if (kind === 'oid') return !/^(.)\1*$/.test(value.replaceAll('-', ''));
  if (kind === 'sid') return SID_OF_SOMEBODY.test(value);
  if (kind === 'nt') {
    const [domain = '', name = ''] = value.split('\\');
    return !MACHINE.test(domain) && !isBuiltIn(name);
  }
  return kind !== 'other';
}

/** Names of one person as a set to learn from, or nothing when fewer than two of them are telling. */
export function sameness(names: readonly (string | undefined)[]): readonly (readonly string[])[] {
  const telling = [...new Set(names.flatMap((name) => (name === undefined ? [] : [foldName(name)])))].filter(isTelling).sort();
  return telling.length < 2 ? [] : [telling];
}
