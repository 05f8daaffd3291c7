// Somebody who never wrote here asks for money or for cards, as a person would and not as a list does.
//
// The ask is weighed, not the novelty: each new partner's first mail is a first one. Who was answered before, or goes on with
// an exchange that went through here, is no new sender.
//
// Blind to: fraud that begins with a harmless question and asks only in its third mail.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import {
  asksForMoney,
  authorText,
  cameIn,
  concernedBy,
  isAtLeast,
  isFirstContact,
  isSo,
  recordsOf,
  toWhom,
  verdictText,
} from '../mail-words.ts';

export const becNewSender = detection({
  id: 'bec-new-sender',
  title: 'A stranger asks for money in a person’s words',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1566', 'T1656'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards:
    'Lists, answers to mail that went through here and senders who were answered are excepted; low unless models of such fraud would hold it.',
  blindTo: 'Fraud that opens with a harmless question, and a sender who was made known first.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !cameIn(event, mail) || !isFirstContact(mail) || !asksForMoney(mail)) return;
    if (isSo(mail, 'headers.is-list') || isSo(mail, 'thread.is-known') || !isAtLeast(mail, 'tag')) return;
    return {
      key: mail.message.author?.address ?? event.sender,
      gathersFor: days(7),
      severity: isAtLeast(mail, 'hold') ? 'medium' : 'low',
      surpriseBits: 0,
      says: `${authorText(mail)}, of a domain that had never written here, asked for money in a mail ${toWhom(event, mail)}, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});
