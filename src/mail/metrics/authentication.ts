// What SPF, DKIM, DMARC and ARC say of a message, by the word of whoever can be believed, and what its signatures say of
// themselves. Half of all phishing passes all of them: each is a fact about a domain and none about an intent.

import { authenticationResults } from '../../ingest/email/authentication-results.ts';
import { registrableOf } from '../../ingest/registered-name.ts';
import { seconds } from '../../model/time.ts';
import { headMetrics, onceOf } from '../family-metrics.ts';
import type { Authentication, Message } from '../message.ts';
import type { Metric } from '../metric.ts';

const { flag, count, text, list } = headMetrics('authentication');

const LONGEST = 8_000;
const MOST = 50;
const NAMES = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', arc: 'ARC', compauth: 'Microsoft’s composite of them' } as const;

export const authentication: readonly Metric[] = [
  text('by', 'by whose word: us, receiver or nobody', ({ authentication: { by } }) => by),
  ...(['spf', 'dkim', 'dmarc', 'arc', 'compauth'] as const).flatMap((method) => [
    text(method, `what ${NAMES[method]} came to`, ({ authentication: it }) => it[method]),
    flag(`${method}-passed`, `${NAMES[method]} passed`, ({ authentication: it }) => told(it, method, PASSED)),
    flag(`${method}-failed`, `${NAMES[method]} failed`, ({ authentication: it }) => told(it, method, FAILED)),
  ]),
  flag('is-aligned', 'SPF or DKIM passed for the author’s registered domain', ({ authentication: it }) =>
    it.by === 'nobody' ? undefined : it.isAligned,
  ),
  flag('spf-aligned', 'SPF passed for the author’s registered domain', (message) => isAligned(message, spfDomains)),
  flag('dkim-aligned', 'a signature of the author’s registered domain passed', (message) =>
    isAligned(message, ({ dkimDomains }) => dkimDomains),
  ),
  flag('is-unproved', 'neither SPF nor DKIM passed for anybody', ({ authentication: it }) =>
    it.by === 'nobody'
      ? undefined
      : spfDomains(it).length + it.dkimDomains.length === 0 && it.spf !== 'pass' && it.dkim !== 'pass',
  ),
  flag('has-errors', 'a record of the sender’s domain could not be read, or was not to be had', ({ authentication: it }) =>
    it.by === 'nobody' ? undefined : [it.spf, it.dkim, it.dmarc].some((word) => /^(?:temp|perm)error$/.test(word ?? '')),
  ),
  flag('has-no-policy', 'the author’s domain has no DMARC record', ({ authentication: { dmarc } }) =>
    dmarc === undefined ? undefined : dmarc === 'none' || dmarc === 'bestguesspass',
  ),
  text('spf-domain', 'domain that SPF passed for', ({ authentication: { spfDomain } }) => spfDomain),
  list('signers', 'domains whose signatures passed', ({ authentication: { by, dkimDomains } }) =>
    by === 'nobody' ? undefined : dkimDomains,
  ),
  flag('signed-by-others', 'signatures passed, and none is of the author’s registered domain', (message) =>
    message.authentication.dkimDomains.length === 0 ? undefined : isAligned(message, ({ dkimDomains }) => dkimDomains) === false,
  ),

  count('signatures', 'DKIM signatures, of whatever worth', ({ headers }) => headers.all('dkim-signature').length),
  flag('signature-of-author', 'a DKIM signature names the author’s registered domain, of whatever worth', (message) => {
    const all = signatures(message).flatMap((tags) => tags.get('d') ?? []);
    return all.length === 0 || message.author?.registered === undefined ? undefined : all.some((it) => isAuthors(message, it));
  }),
  flag('signs-part', 'a signature covers only the beginning of the body: more can be added below', (message) =>
    ofSignatures(message, (tags) => tags.has('l')),
  ),
  flag('signature-expired', 'a signature had expired when the message came', (message) =>
    ofSignatures(message, (tags) => isExpired(tags.get('x'), message)),
  ),
  flag('signature-is-weak', 'a signature uses SHA-1', (message) =>
    ofSignatures(message, (tags) => /sha1$/i.test(tags.get('a') ?? '')),
  ),
  flag('signs-no-subject', 'no signature covers the subject', (message) => {
    const all = signatures(message);
    return all.length === 0 ? undefined : !all.some((tags) => /(?:^|:)\s*subject\s*(?:$|:)/i.test(tags.get('h') ?? ''));
  }),
  flag('signs-no-recipient', 'no signature covers To: it can be sent on to anybody', (message) => {
    const all = signatures(message);
    return all.length === 0 ? undefined : !all.some((tags) => /(?:^|:)\s*to\s*(?:$|:)/i.test(tags.get('h') ?? ''));
  }),
  count('arc-sets', 'seals of servers that passed it on', ({ headers }) => headers.all('arc-seal').length),

  count(
    'unbelieved',
    'Authentication-Results that nobody we believe wrote',
    ({ authentication: { unbelieved } }) => unbelieved ?? 0,
  ),
  flag('claims-pass', 'a header that nobody we believe wrote says it passed what it did not pass', (message) =>
    claimsPass(message),
  ),
  flag('told-differently', 'its Authentication-Results differ about the same check of the same domain', (message) =>
    toldDifferently(message),
  ),
];

const PASSED: ReadonlySet<string> = new Set(['pass']);
const FAILED: ReadonlySet<string> = new Set(['fail', 'softfail', 'hardfail', 'policy', 'permerror']);

function told(it: Authentication, method: keyof typeof NAMES, words: ReadonlySet<string>): boolean | undefined {
  const word = it[method];
  return word === undefined ? undefined : words.has(word);
}

const spfDomains = ({ spfDomain }: Authentication): readonly string[] => (spfDomain === undefined ? [] : [spfDomain]);

const isAuthors = ({ author }: Message, domain: string): boolean =>
  author !== undefined &&
  author.domain !== '' &&
  (domain === author.domain || (author.registered !== undefined && registrableOf(domain) === author.registered));

function isAligned(message: Message, domains: (it: Authentication) => readonly string[]): boolean | undefined {
  if (message.authentication.by === 'nobody') return undefined;
  return domains(message.authentication).some((domain) => isAuthors(message, domain));
}

type Tags = ReadonlyMap<string, string>;

const signatures = onceOf(({ headers }: Message): readonly Tags[] =>
  headers
    .all('dkim-signature')
    .slice(0, MOST)
    .map((value) => tagsOf(value)),
);

/** `v=1; a=rsa-sha256; d=contoso.test` → by name, values without blanks, domains in small letters. */
function tagsOf(value: string): Tags {
  const tags = new Map<string, string>();
  for (const part of value.slice(0, LONGEST).split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim().toLowerCase();
    const tag = part.slice(at + 1).replace(/\s+/g, '');
    if (at > 0 && !tags.has(name)) tags.set(name, name === 'd' ? tag.toLowerCase() : tag);
  }
  return tags;
}

function ofSignatures(message: Message, is: (tags: Tags) => boolean): boolean | undefined {
  const all = signatures(message);
  return all.length === 0 ? undefined : all.some(is);
}

const isExpired = (until: string | undefined, { at, written }: Message): boolean => {
  const when = at ?? written;
  return until !== undefined && /^\d{1,12}$/.test(until) && when !== undefined && seconds(Number(until)) < when;
};

const METHODS = ['spf', 'dkim', 'dmarc'] as const;

// Our own check knows the records it was given: that it found none refutes nobody.
function claimsPass({ authentication: it, headers }: Message): boolean | undefined {
  const all = headers.all('authentication-results').slice(0, MOST);
  if (all.length === 0 || it.by === 'nobody') return undefined;
  const isRefuted = (word: string | undefined): boolean =>
    word !== undefined && (it.by === 'us' ? FAILED.has(word) : word !== 'pass' && word !== 'temperror');
  const claimed = all.flatMap((value) => authenticationResults(value).results.filter(({ result }) => result === 'pass'));
  return METHODS.some((method) => isRefuted(it[method]) && claimed.some((claim) => claim.method === method));
}

function toldDifferently({ headers }: Message): boolean {
  const words = new Map<string, Set<string>>();
  for (const value of headers.all('authentication-results').slice(0, MOST)) {
    for (const { method, result, properties } of authenticationResults(value).results) {
      const about =
        properties.get('header.d') ??
        properties.get('header.i') ??
        properties.get('smtp.mailfrom') ??
        properties.get('header.from');
      if (about === undefined) continue;
      const key = `${method} ${about.slice(about.lastIndexOf('@') + 1).toLowerCase()}`;
      words.set(key, (words.get(key) ?? new Set()).add(result));
    }
  }
  return [...words.values()].some(({ size }) => size > 1);
}
