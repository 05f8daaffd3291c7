// What the receiving service found of SPF, DKIM and DMARC: its own words, in small letters. Features, never a verdict:
// half of all phishing passes them.

import { known } from '../known.ts';
import { authenticationResults } from './authentication-results.ts';

export interface Verdicts {
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
}

/**
 * Of the topmost Authentication-Results; those below it may be the sender's own. Whether it may be believed is asked
 * where the tenant's own servers are known, in `mail`.
 */
export function verdictsIn(header: string | undefined): Verdicts {
  const { results } = authenticationResults(header ?? '');
  const word = (method: string): string | undefined => results.find((it) => it.method === method)?.result;
  return known({ spf: word('spf'), dkim: word('dkim'), dmarc: word('dmarc') });
}
