// An account of ours, after somebody else seems to have come into it, sends what leads where no mail here led before, or asks
// for a sign-in or for money.
//
// Nothing about such mail is forged, so its sender's state decides: a sign-in from a rare place, a rule that hides mail,
// findings about the account. All-hands mail and campaigns of HR come from accounts in good order, and lead to known places.
//
// Blind to: a thief who changes no rule and comes from a usual place; mail whose bytes nobody kept.

import type { Mail } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import type { MailPast } from '../mails.ts';
import {
  amount,
  asksForAccess,
  asksForMoney,
  authorText,
  campaignText,
  concernedBy,
  hitBy,
  isCampaign,
  isSo,
  recordsOf,
  toWhom,
  verdictText,
} from '../mail-words.ts';
import type { Past } from '../past.ts';
import { fromPlace, hides, idsOf, isRare, placeOfPerson } from '../hits.ts';
import { count, list } from '../words.ts';

/** A stolen account is used within days, mostly. */
const LATELY = days(7);
const MANY = 10;

export const internalPhishingFromHijackedMailbox = detection({
  id: 'internal-phishing-from-hijacked-mailbox',
  title: 'A mailbox that seems hijacked sends lures',
  stage: 'reach',
  tactics: ['lateral-movement', 'initial-access'],
  techniques: ['T1534', 'T1566.002'],
  severity: 'high',
  wakesOn: ['mail'],
  guards:
    'The sender’s state decides: mail of an account in good order is nobody’s finding, however many get it. Newsletters of ours lead to known places.',
  blindTo: 'A thief who signs in from a usual place and leaves rules alone; mail whose content nobody kept.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !mail.isOurs || isSo(mail, 'sender.is-home-from-outside')) return;
    const lures = luresIn(mail, past);
    if (lures.length === 0) return;
    const state = stateOf(event, mail, past);
    if (state.signs.length === 0) return;

    const campaign = past.campaign();
    const sent = isCampaign(campaign) ? `sent ${campaignText(campaign)}` : 'sent a mail';
    return {
      key: mail.message.author?.address ?? event.sender,
      gathersFor: days(2),
      severity: severityOf(lures, state, hitBy(mail, 'lateral-phish', 'mass-outbound')),
      surpriseBits: state.bits,
      says: `${authorText(mail)}, ${list(state.signs)}, ${sent} ${toWhom(event, mail)}: ${list(lures)}; ${verdictText(mail)}`,
      about: concernedBy(event, mail, campaign),
      because: recordsOf(event, mail),
      context: state.context,
    };
  },
});

/** A link nobody here knows is in every other mail: by itself it is no more than the state of its sender makes of it. */
function severityOf(lures: readonly string[], { signs }: State, isModelled: boolean): Severity {
  if (isModelled || (signs.length > 1 && lures.length > 1)) return 'high';
  return signs.length > 1 || lures.length > 1 ? 'medium' : 'low';
}

/** What it wants, in words; nothing for mail that wants nothing of its reader. */
function luresIn(mail: MailPast, past: Past): readonly string[] {
  const unknown = amount(mail, 'urls.new-domains');
  const recipients = Math.max(mail.message.recipients.length, past.campaign()?.recipients ?? 0);
  const wants = [
    ...(asksForAccess(mail) ? ['it asks for a sign-in'] : []),
    ...(asksForMoney(mail) ? ['it asks for money'] : []),
    ...(isSo(mail, 'attachments.asks-password') || isSo(mail, 'attachments.smuggles') ? ['its file asks for a password'] : []),
  ];
  const leads = [
    ...(unknown > 0 ? [`it leads to ${count(unknown, 'domain')} no mail here led to before`] : []),
    ...(isSo(mail, 'incidents.domain-named') ? ['it leads to a domain that other findings name'] : []),
  ];
  const many = recipients >= MANY ? [`it goes to ${recipients}`] : [];
  // That many get it is what mail to all hands does: it has to lead somewhere, or to want something.
  return wants.length + leads.length > 0 ? [...wants, ...leads, ...many] : [];
}

interface State {
  readonly signs: readonly string[];
  readonly context: readonly string[];
  readonly bits: number;
}

function stateOf(event: Mail, mail: MailPast, past: Past): State {
  const person = mail.personOf(mail.message.author?.address ?? event.sender);
  const place = placeOfPerson(person, past, LATELY);
  const strange = isRare(place) ? place : undefined;
  const rules = past.of(person, ['mailboxRule'], LATELY).filter(hides);
  const isSuspect = isSo(mail, 'incidents.author-sign-in') || isSo(mail, 'incidents.author-mailbox');
  return {
    signs: [
      ...(strange === undefined ? [] : [`signed in ${fromPlace(strange)}`]),
      ...(rules.length === 0 ? [] : [`whose mailbox had got ${count(rules.length, 'rule')} that hide mail`]),
      ...(isSuspect && strange === undefined && rules.length === 0 ? ['under suspicion of being in other hands'] : []),
    ],
    context: idsOf([...(strange === undefined ? [] : [strange.event]), ...rules]).slice(0, 50),
    bits: strange?.rarity.bits ?? 0,
  };
}
