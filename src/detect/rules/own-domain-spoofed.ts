// A mail from outside says it is from here, its authentication failed, and it wants something.
//
// Services that write in our name without being in our records fail as well; they do not ask for passwords. What the receiving
// server found is believed only in its own words.
//
// Blind to: a domain of ours without a policy whose receiving server checks nothing.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import {
  asksForAccess,
  asksForMoney,
  authorText,
  concernedBy,
  hitBy,
  isSo,
  recordsOf,
  toWhom,
  verdictText,
} from '../mail-words.ts';

export const ownDomainSpoofed = detection({
  id: 'own-domain-spoofed',
  title: 'A mail from outside says it is from here',
  stage: 'access',
  tactics: ['initial-access', 'defense-evasion'],
  techniques: ['T1672', 'T1566'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards:
    'Mail that was proved, and services that fail their checks and ask for nothing; low unless it asks for money or a sign-in.',
  blindTo: 'Receiving servers that check nothing, or whose word is not believed here.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !isSo(mail, 'sender.is-home-from-outside') || !hitBy(mail, 'spoofed-home-domain')) return;
    return {
      key: mail.message.author?.address ?? event.sender,
      gathersFor: days(2),
      severity: asksForMoney(mail) || asksForAccess(mail) ? 'medium' : 'low',
      surpriseBits: 0,
      says: `a mail from outside said it was from ${authorText(mail)}, ${toWhom(event, mail)}, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});
