// A stranger threatens to publish, to destroy or to harm, and asks for money.
//
// The words alone are in every newsletter on security, so the mail room's models ask for the demand and the way to pay beside
// the threat, not in quoted text and not of a list; a wallet counts only with a right checksum.
//
// Blind to: a threat that is a picture, and languages the lexicon does not know.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import { authorText, cameIn, concernedBy, isAtLeast, isTagged, recordsOf, toWhom, verdictText } from '../mail-words.ts';

export const extortionMail = detection({
  id: 'extortion-mail',
  title: 'A mail threatens and asks for money',
  stage: 'access',
  tactics: ['impact'],
  techniques: ['T1657'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards:
    'Quoted and forwarded text, lists and newsletters are excepted by the models; a wallet has to have a right checksum; low where nothing is to be held.',
  blindTo: 'Threats in pictures, and in languages the lexicon has no words of.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !cameIn(event, mail) || !isTagged(mail, 'extortion')) return;
    return {
      key: mail.message.author?.address ?? event.sender,
      gathersFor: days(2),
      severity: isAtLeast(mail, 'hold') ? 'medium' : 'low',
      surpriseBits: 0,
      says: `${authorText(mail)} wrote ${toWhom(event, mail)} to extort money, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});
