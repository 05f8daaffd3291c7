// Names of hosts cut to what somebody registered, for names that were asked for on a network: underscores and reverse
// look-ups among them, and what clouds number below their own name kept apart from what somebody thought of.

import { getDomain, getDomainWithoutSuffix, getPublicSuffix, parse } from 'tldts';

/**
 * `a.b.example.co.uk` → `example.co.uk`; under a suffix where a host lets anybody have a name (`x.github.io`) that name.
 * Undefined for addresses, names of one label, suffixes alone and reverse look-ups.
 */
export function registrableOf(name: string): string | undefined {
  if (isReverse(name)) return undefined;
  return getDomain(name, { allowPrivateDomains: true, validateHostname: false }) ?? undefined;
}

/** The word somebody thought of: `a.b.example.co.uk` → `example`; of `d1234.cloudfront.net` it is `cloudfront`. */
export function registeredLabel(name: string): string | undefined {
  if (isReverse(name)) return undefined;
  const label = getDomainWithoutSuffix(name, { allowPrivateDomains: false, validateHostname: false }) ?? undefined;
  return label === '' ? undefined : label;
}

/** What names are registered under: `co.uk`, and `github.io` where a host lets anybody have a name. */
export const suffixOf = (name: string): string | undefined =>
  getPublicSuffix(name, { allowPrivateDomains: true, validateHostname: false }) ?? undefined;

/** A name under the suffix of a host that lets anybody have one: `x.github.io`. */
export const isHosted = (name: string): boolean =>
  parse(name, { allowPrivateDomains: true, validateHostname: false }).isPrivate === true;

/** An address asked for by name. */
const isReverse = (name: string): boolean => name.endsWith('.arpa');
