// A message that would be held was delivered all the same.
//
// Only where a record says that it was: a row of the message trace. It is small by itself, since most such mail is never
// opened; what its reader then does is what makes it grave, and is tied to it by the reader and by where it leads.
//
// Blind to: mail of which there is no trace, and what was taken out of mailboxes after it was delivered.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import { authorText, concernedBy, isAtLeast, recordsOf, verdictText } from '../mail-words.ts';
import { list, quote } from '../words.ts';

export const deliveredAlthoughJudgedMalicious = detection({
  id: 'delivered-although-judged-malicious',
  title: 'A mail that would be held was delivered',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1566.001', 'T1566.002'],
  severity: 'low',
  wakesOn: ['mail'],
  guards: 'Quarantined, refused and junked mail; what models would only tag or move to junk.',
  blindTo: 'Mail without a trace, and what was removed after delivery.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || event.delivery !== 'delivered' || !isAtLeast(mail, 'hold')) return;
    return {
      key: event.message,
      gathersFor: days(2),
      severity: 'low',
      surpriseBits: 0,
      says: `a mail of ${authorText(mail)} was delivered to ${list(
        event.recipients.map((it) => quote(it)),
        2,
      )}, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});
