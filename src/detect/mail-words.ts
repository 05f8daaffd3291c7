// What detections of mail share: what a verdict says, whom a message concerns, and how it is spoken of.
//
// Nothing here measures or judges a message: that is the mail room's. A finding of mail names the message, the campaign it
// belongs to, who wrote it where that is one of us, who has it, and the domains it leads to, so that what its readers then do
// can be held against it.

import type { Campaign } from '../mail/campaign/campaign.ts';
import { isHomeAddress } from '../mail/home.ts';
import type { MailAction } from '../mail/model.ts';
import { mailActions } from '../mail/model.ts';
import { brandOf } from '../mail/brands.ts';
import { sharedBy } from '../mail/hosting.ts';
import type { Mail } from '../model/event.ts';
import type { About } from '../model/finding.ts';
import type { MailPast } from './mails.ts';
import { count, list, quote } from './words.ts';

/** A flag that was measured and is so. */
export const isSo = ({ verdict }: MailPast, metric: string): boolean => verdict.values[metric] === true;

/** A number that was measured; nought where it cannot be told. */
export function amount({ verdict }: MailPast, metric: string): number {
  const value = verdict.values[metric];
  return typeof value === 'number' ? value : 0;
}

/** Whether one of these models hit, and whether one with such a tag did. */
export const hitBy = ({ verdict }: MailPast, ...models: readonly string[]): boolean =>
  verdict.hits.some(({ id }) => models.includes(id));
export const isTagged = ({ verdict }: MailPast, ...tags: readonly string[]): boolean =>
  verdict.tags.some((tag) => tags.includes(tag));

export const isAtLeast = ({ verdict }: MailPast, action: MailAction): boolean =>
  mailActions.indexOf(verdict.action) >= mailActions.indexOf(action);

/** Likelier than not: its words want money, or something that is as good. */
export const asksForMoney = (mail: MailPast): boolean =>
  ['inducement.payment-change', 'inducement.gift-cards'].some((metric) => amount(mail, metric) >= 0.5) ||
  isTagged(mail, 'payment', 'gift-cards', 'bec');

/** Or a sign-in. */
export const asksForAccess = (mail: MailPast): boolean =>
  ['inducement.phishing', 'inducement.credentials'].some((metric) => amount(mail, metric) >= 0.5) ||
  isTagged(mail, 'credential-phish', 'device-code', 'consent-phish');

/** Nobody of its author's domain had written before, as far as the records go. */
export const isFirstContact = (mail: MailPast): boolean => isSo(mail, 'correspondence.first-contact');

/** It came from elsewhere; of its direction the service told, or its author's domain does. */
export const cameIn = ({ direction }: Mail, mail: MailPast): boolean =>
  direction === 'inbound' || (direction === 'unknown' && (!mail.isOurs || isSo(mail, 'sender.is-home-from-outside')));

/** Two messages and more are a campaign. */
export const isCampaign = (campaign: Campaign | undefined): campaign is Campaign =>
  campaign !== undefined && campaign.messages >= 2;

/** Recipients who are named as people; of more, their mailboxes alone, since most of them will never have looked. */
const FEW = 5;
const MOST_MAILBOXES = 30;
const MOST_DOMAINS = 8;
const MOST_LINKS = 5;

export function concernedBy(event: Mail, mail: MailPast, campaign?: Campaign): readonly About[] {
  return [
    { label: 'Email', key: event.message, role: 'mail' },
    ...(isCampaign(campaign) ? [{ label: 'Campaign', key: campaign.id, role: 'mail' } as const] : []),
    ...authorOf(mail),
    ...recipientsOf(event, mail),
    ...linksOf(event, mail),
  ];
}

/** Whose account it was sent from, where it really was one of ours; else the domain it came from. */
function authorOf({ message, isOurs, personOf, verdict }: MailPast): readonly About[] {
  const { address = '', registered } = message.author ?? {};
  if (isOurs && verdict.values['sender.is-home-from-outside'] !== true)
    return [
      { label: 'User', key: personOf(address), role: 'actor' },
      { label: 'Mailbox', key: address, role: 'mailbox' },
    ];
  return isOurs || registered === undefined || sharedBy(registered, registered) !== undefined || isCommon(registered)
    ? []
    : [{ label: 'Domain', key: registered, role: 'link' }];
}

function recipientsOf({ recipients: told }: Mail, { message, history, personOf }: MailPast): readonly About[] {
  const all = [...new Set([...message.recipients, ...told])].filter((it) => isHomeAddress(history.homeDomains, it)).sort();
  const people = all.length > FEW ? [] : all.map((it) => ({ label: 'User', key: personOf(it), role: 'target' }) as const);
  return [...people, ...all.slice(0, MOST_MAILBOXES).map((key) => ({ label: 'Mailbox', key, role: 'target' }) as const)];
}

/** Where anybody may lead: a host of private pages, a brand everybody links to, one's own. */
function linksOf({ urls }: Mail, { leadsTo, history }: MailPast): readonly About[] {
  const domains = leadsTo.filter(
    (it) => !isCommon(it) && sharedBy(it, it) === undefined && !isHomeAddress(history.homeDomains, `x@${it}`),
  );
  const telling = urls.filter((url) => domains.some((domain) => url.includes(domain)));
  return [
    ...domains.slice(0, MOST_DOMAINS).map((key) => ({ label: 'Domain', key, role: 'link' }) as const),
    ...telling.slice(0, MOST_LINKS).map((key) => ({ label: 'Url', key, role: 'link' }) as const),
  ];
}

const isCommon = (domain: string): boolean => brandOf(domain) !== undefined;

/** The record that was judged, and that of the message, where it is another. */
export const recordsOf = (event: Mail, { event: letter }: MailPast): readonly string[] => [...new Set([event.id, letter])];

/** `“Zoe <zoe@fabrikam.test>”`, hostile as it may be. */
export function authorText({ message: { author } }: MailPast): string {
  if (author === undefined) return 'nobody named';
  return author.name === '' ? quote(author.address) : `${quote(author.name)} (${quote(author.address)})`;
}

/** `to “ana@contoso.test” and 4 others`. */
export function toWhom({ recipients }: Mail, { message }: MailPast): string {
  const all = [...new Set([...message.recipients, ...recipients])].sort();
  return all.length === 0
    ? 'to nobody named'
    : `to ${list(
        all.map((it) => quote(it)),
        2,
      )}`;
}

/** `judged 96 of 100, to be held: payment diversion`. */
export function verdictText({ verdict: { score, action, hits } }: MailPast): string {
  const deed = { none: '', tag: ', to be tagged', junk: ', to be moved to junk', hold: ', to be held' }[action];
  const titles = hits.filter((hit) => hit.action === action && action !== 'none').map(({ title }) => title);
  return `judged ${score} of 100${deed}${titles.length === 0 ? '' : `: ${list(titles, 2)}`}`;
}

/** `one of 40 messages to 300 recipients that are alike`. */
export const campaignText = ({ messages, recipients }: Campaign): string =>
  `one of ${count(messages, 'message')} to ${count(recipients, 'recipient')} that are one campaign`;
