// A mail says it is an answer, and there was nothing to answer; or it goes on with a real exchange from a domain like the other side's.
//
// Old programs lose the names of earlier messages, and not every exchange went through here: so by itself it is nothing,
// and the mail has to want something or carry something as well. A lookalike in the midst of a real exchange is no accident.
//
// Blind to: exchanges before the records begin.

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

export const fakeThread = detection({
  id: 'fake-thread',
  title: 'A mail goes on with an exchange that never was, or is not its author’s',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1656'],
  severity: 'high',
  wakesOn: ['mail'],
  guards:
    'Lists and automatic answers; senders whom the recipients wrote to; alone it is nothing, it has to ask for something or carry a file that runs. High only from a domain like that of somebody in the real exchange that asks for money.',
  blindTo: 'Exchanges that went on elsewhere, or before the records begin.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !cameIn(event, mail)) return;
    const twin = mail.verdict.values['thread.author-looks-like'];
    const isTwin = hitBy(mail, 'thread-hijack-lookalike');
    if (!isTwin && !(isSo(mail, 'thread.is-fake') && hitBy(mail, 'fake-thread'))) return;
    const theirs =
      typeof twin === 'string' ? `an exchange of ${quote(twin)} from a domain like it` : 'an exchange under a like name';
    const how = isTwin ? `went on with ${theirs}` : 'answered a mail nobody had sent them';
    return {
      key: mail.message.author?.address ?? event.sender,
      gathersFor: days(7),
      severity: isTwin ? (asksForMoney(mail) ? 'high' : 'medium') : isAtLeast(mail, 'hold') ? 'medium' : 'low',
      surpriseBits: 0,
      says: `${authorText(mail)} ${how}, ${toWhom(event, mail)}, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});
