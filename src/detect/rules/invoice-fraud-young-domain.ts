// A domain that is new here asks to be paid, or to be paid elsewhere.
//
// How old a domain is stands in no mail; how long it has written here does, and for the recipient that is what counts. New
// suppliers send invoices as well, so by itself this is small, and grows where models of payment fraud agree.
//
// Blind to: fraud from a partner's own mailbox (see the models of vendor compromise), and invoices that are pictures.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import {
  amount,
  authorText,
  cameIn,
  concernedBy,
  hitBy,
  isAtLeast,
  isFirstContact,
  isSo,
  recordsOf,
  toWhom,
  verdictText,
} from '../mail-words.ts';

/** Hours. */
const YOUNG = 30 * 24;

export const invoiceFraudYoungDomain = detection({
  id: 'invoice-fraud-young-domain',
  title: 'A domain that is new here asks to be paid',
  stage: 'access',
  tactics: ['initial-access', 'impact'],
  techniques: ['T1657', 'T1656'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards:
    'Known here for thirty days, answered, or a host of private mail: then it is other detections’; low unless it would be held.',
  blindTo: 'A domain’s registered age, which no mail tells; payment fraud from a partner’s own mailbox.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !cameIn(event, mail) || isSo(mail, 'sender.is-free-mail')) return;
    const isYoung =
      isFirstContact(mail) ||
      (mail.verdict.values['correspondence.domain-age'] !== undefined && amount(mail, 'correspondence.domain-age') < YOUNG);
    if (!isYoung || amount(mail, 'correspondence.domain-recipients-answered') > 0) return;
    if (!hitBy(mail, 'young-domain-asks-money', 'never-seen-domain-asks-money', 'payment-diversion', 'payroll-diversion')) return;
    const since = isFirstContact(mail)
      ? 'had never written here'
      : `had written here for ${Math.floor(amount(mail, 'correspondence.domain-age') / 24)} days`;
    return {
      key: mail.message.author?.registered ?? event.sender,
      gathersFor: days(7),
      severity: isAtLeast(mail, 'hold') ? 'medium' : 'low',
      surpriseBits: 0,
      says: `${authorText(mail)}, of a domain that ${since}, asked to be paid ${toWhom(event, mail)}, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});
