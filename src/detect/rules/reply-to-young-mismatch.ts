// Answers go to another domain than the author's, to one nobody here has dealt with, and the mail asks for something.
//
// Mailing lists, ticket systems and bulk senders direct answers elsewhere as well: a list says so in its headers, and
// none of them asks for money or a password.
//
// Blind to: answers led away by the text itself, and addresses that wrote here before.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import { quote } from '../words.ts';
import {
  asksForMoney,
  authorText,
  cameIn,
  concernedBy,
  hitBy,
  isAtLeast,
  isSo,
  recordsOf,
  toWhom,
  verdictText,
} from '../mail-words.ts';

export const replyToYoungMismatch = detection({
  id: 'reply-to-young-mismatch',
  title: 'Answers to a mail that asks for money go to a domain unknown here',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1656'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards: 'Lists and automatic mail by their headers; addresses that wrote here or were written to; low unless it would be held.',
  blindTo: 'Answers led elsewhere by the text itself.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !cameIn(event, mail) || !isSo(mail, 'sender.reply-to-other-domain')) return;
    if (isSo(mail, 'sender.reply-to-known') || !isSo(mail, 'domains.reply-to-new')) return;
    if (isSo(mail, 'headers.is-list') || isSo(mail, 'headers.is-automatic')) return;
    if (!hitBy(mail, 'reply-to-swap-asking-money') && !asksForMoney(mail)) return;
    const other = mail.message.replyTo.find(({ registered }) => registered !== mail.message.author?.registered)?.address ?? '';
    return {
      key: other,
      gathersFor: days(7),
      severity: isAtLeast(mail, 'hold') ? 'medium' : 'low',
      surpriseBits: 0,
      says: `${authorText(mail)} asked for money ${toWhom(event, mail)} with answers going to ${quote(other)}, of a domain unknown here, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});
