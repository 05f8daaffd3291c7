// Which addresses are the organisation's own: those at its domains, and at names below them; and who of a message's recipients is asked about.

import { registeredDomain } from '../learn/association/lookalike.ts';
import type { Message, Party } from './message.ts';

export const domainAt = (address: string): string => (address.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : '');

/** What stands before the @; empty where there is none. */
export const localAt = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')));

export function isHomeAddress(homeDomains: ReadonlySet<string>, address: string): boolean {
  const domain = domainAt(address);
  return homeDomains.has(domain) || homeDomains.has(registeredDomain(domain) ?? '');
}

/** The same of one whose domain is known already. */
export const isHomeParty = (homeDomains: ReadonlySet<string>, { domain, registered }: Party): boolean =>
  homeDomains.has(domain) || homeDomains.has(registered ?? '');

/** Recipients that are asked about one by one. */
const MOST_ASKED = 500;

/** Its recipients here, or where it goes to nobody here all of them; the first 500 by address. */
export function askedAbout({ recipients }: Pick<Message, 'recipients'>, homeDomains: ReadonlySet<string>): readonly string[] {
  const ours: string[] = [];
  for (const address of recipients) if (ours.length < MOST_ASKED && isHomeAddress(homeDomains, address)) ours.push(address);
  return ours.length > 0 ? ours : recipients.slice(0, MOST_ASKED);
}
