// Findings that stand around a message: about its author, its recipients, or the domains it comes from and leads to.

import { isSerious } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import { days } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { registeredDomain } from '../learn/association/lookalike.ts';
import type { Nearby } from './history.ts';
import { domainsOf } from './memory.ts';
import type { Message } from './message.ts';

/** Findings older than this are over. */
export const NEARBY = days(14);
const MOST = 200;
const MOST_RECIPIENTS = 500;

export interface Asked {
  readonly message: Message;
  readonly asOf: Instant;
  /** Registered domains it leads to. */
  readonly leadsTo: readonly string[];
}

type Found = Pick<Finding, 'id' | 'detection' | 'at' | 'severity' | 'about'>;

/**
 * The newest 200 of those that had begun when the message came, each once for whom it is about. A finding that the message itself
 * is the evidence of does not count. `whose` is the identity of an address, where it goes by another name.
 */
export function nearbyOf(
  findings: Iterable<Found>,
  { message, asOf, leadsTo }: Asked,
  whose: (address: string) => string = (it) => it,
): readonly Nearby[] {
  const people = whoIsMeant(message, whose);
  const domains = new Set([message.author?.registered ?? '', ...leadsTo].filter((it) => it !== ''));
  const found = [...findings].flatMap((finding): readonly (Nearby & { readonly id: string })[] => {
    const { id, detection, at, about } = finding;
    if (at > asOf || at < asOf - NEARBY || about.some(({ label, key }) => label === 'Email' && key === message.id)) return [];
    const who = new Set(about.flatMap(({ label, key }) => namedBy(label, key, people, domains)));
    return [...who].sort().map((it) => ({ who: it, detection, at, isSerious: isSerious(finding), id }));
  });
  return found
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .slice(0, MOST)
    .map(({ who, detection, at, isSerious: serious }) => ({ who, detection, at, isSerious: serious }));
}

/** Identity or address → the address the message has. */
function whoIsMeant({ author, recipients }: Message, whose: (address: string) => string): ReadonlyMap<string, string> {
  const addresses = [...recipients.slice(0, MOST_RECIPIENTS), author?.address ?? ''].filter((it) => it !== '');
  return new Map(addresses.flatMap((it) => [[whose(it), it] as const, [it, it] as const]));
}

function namedBy(
  label: string,
  key: string,
  people: ReadonlyMap<string, string>,
  domains: ReadonlySet<string>,
): readonly string[] {
  if (label === 'User' || label === 'Mailbox') return [people.get(key) ?? ''].filter((it) => it !== '');
  const named = label === 'Domain' ? [registeredDomain(key) ?? key] : label === 'Url' ? [...domainsOf([key])] : [];
  return named.filter((it) => domains.has(it));
}
