// Far more mail comes to somebody in an hour than ever does, from many who never wrote to them: a flood to hide one mail in, or
// to be called about by somebody who offers help.
//
// The measure is the mailbox's own. A busy list floods too, but from one sender; a person who signs up for much gets mail from
// a dozen, not from dozens within the hour.
//
// Blind to: floods below fifty an hour, and what the flood is there to hide.

import { hours } from '../../model/time.ts';
import { detection } from '../detection.ts';
import { count, quote } from '../words.ts';

const LEAST = 50;
const LEAST_DOMAINS = 20;
/** Of those domains, such as had never written to this mailbox. */
const NEW_SHARE = 0.8;
/** Times the fullest earlier hour. */
const BEYOND = 5;
const MOST_NAMED = 200;

export const emailBombingAsCover = detection({
  id: 'email-bombing-as-cover',
  title: 'A mailbox is flooded by strangers',
  stage: 'access',
  tactics: ['impact', 'initial-access'],
  techniques: ['T1667'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards:
    'Fifty within the hour from twenty domains, four fifths of which never wrote to this mailbox, and five times its fullest earlier hour.',
  blindTo: 'Slower floods, and what they hide.',

  judge(event, past) {
    const flood = past.flood();
    if (flood === undefined || flood.messages < LEAST || flood.domains < LEAST_DOMAINS) return;
    if (flood.strangers < flood.domains * NEW_SHARE || flood.messages < flood.fullest * BEYOND) return;
    return {
      key: flood.recipient,
      gathersFor: hours(6),
      severity: 'medium',
      surpriseBits: 0,
      says: `${quote(flood.recipient)} got ${count(flood.messages, 'mail')} within the hour from ${count(flood.domains, 'domain')}, ${flood.strangers} of which had never written to them; in their fullest hour before they got ${flood.fullest}`,
      about: [
        { label: 'User', key: flood.person, role: 'target' },
        { label: 'Mailbox', key: flood.recipient, role: 'mailbox' },
      ],
      because: [...flood.records.slice(-MOST_NAMED), event.id],
    };
  },
});
