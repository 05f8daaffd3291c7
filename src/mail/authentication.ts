// Who really sent a message, as far as somebody who can be believed says: we ourselves where we checked it, else the
// tenant's own servers. What anybody else wrote into the message is no word of it.

import { trustedResults } from '../ingest/email/authentication-results.ts';
import type { AuthenticationResult } from '../ingest/email/authentication-results.ts';
import { domainOf } from '../ingest/email/address.ts';
import { known } from '../ingest/known.ts';
import type { CheckedAuthentication, RawMessage } from '../ingest/message-record.ts';
import { registrableOf } from '../ingest/registered-name.ts';
import type { Authentication, Party } from './message.ts';

export function authenticationOf(
  { headers, checked }: RawMessage,
  author: Party | undefined,
  authservIds: ReadonlySet<string>,
): Authentication {
  const told = trustedResults(headers, authservIds);
  const all = headers.filter(({ name }) => name.toLowerCase() === 'authentication-results').length;
  const unbelieved = all - told.length;
  if (checked !== undefined) return { ...aligned(ofChecked(checked), author), unbelieved };
  if (told.length === 0) return { by: 'nobody', dkimDomains: [], isAligned: false, unbelieved };
  return { ...aligned(ofResults(told.flatMap(({ results }) => results)), author), unbelieved };
}

type Unaligned = Omit<Authentication, 'isAligned'>;

function ofChecked({ spf, dkim, dmarc, arc }: CheckedAuthentication): Unaligned {
  return known({
    by: 'us' as const,
    spf: spf?.result,
    dkim: best(dkim),
    dmarc: dmarc?.result,
    arc: arc?.result,
    spfDomain: spf?.result === 'pass' ? folded(spf.domain) : undefined,
    dkimDomains: distinct(dkim.map(({ result, domain }) => (result === 'pass' ? folded(domain) : undefined))),
  });
}

function ofResults(results: readonly AuthenticationResult[]): Unaligned {
  const of = (method: string): readonly AuthenticationResult[] => results.filter((it) => it.method === method);
  const spf = of('spf')[0];
  const dkim = of('dkim');
  return known({
    by: 'receiver' as const,
    spf: spf?.result,
    dkim: best(dkim),
    dmarc: of('dmarc')[0]?.result,
    arc: of('arc')[0]?.result,
    compauth: of('compauth')[0]?.result,
    spfDomain:
      spf?.result === 'pass' ? folded(spf.properties.get('smtp.mailfrom') ?? spf.properties.get('smtp.helo')) : undefined,
    dkimDomains: distinct(
      dkim.map(({ result, properties }) =>
        result === 'pass' ? folded(properties.get('header.d') ?? properties.get('header.i')) : undefined,
      ),
    ),
  });
}

/** Of several signatures one that passes is enough. */
const best = (results: readonly { readonly result: string }[]): string | undefined =>
  (results.find(({ result }) => result === 'pass') ?? results[0])?.result;

/** Of an address, `@domain` or a domain. */
function folded(domain: string | undefined): string | undefined {
  const name = domainOf(domain ?? '')
    .toLowerCase()
    .replace(/\.$/, '');
  return name === '' || name === 'none' ? undefined : name;
}

const distinct = (domains: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(domains.flatMap((domain) => domain ?? []))].sort();

/** The relaxed alignment of DMARC: the same registered domain. */
function aligned(it: Unaligned, author: Party | undefined): Authentication {
  const isAuthors = (domain: string): boolean =>
    author !== undefined &&
    author.domain !== '' &&
    (domain === author.domain || (author.registered !== undefined && registrableOf(domain) === author.registered));
  return { ...it, isAligned: [it.spfDomain ?? '', ...it.dkimDomains].some(isAuthors) };
}
