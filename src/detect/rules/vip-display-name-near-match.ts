// The author shows the name of somebody who matters here and has another address, and asks for something.
//
// Names are compared as they look. Namesakes write too, and executives from their own private address: who was written to by
// the recipients, or has written on several days, is that person.
//
// Blind to: executives nobody named and who have no role over others; names of one word.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import { quote } from '../words.ts';
import {
  amount,
  asksForAccess,
  asksForMoney,
  authorText,
  concernedBy,
  hitBy,
  isAtLeast,
  isSo,
  recordsOf,
  toWhom,
  verdictText,
} from '../mail-words.ts';

const SEVERAL_DAYS = 3;

export const vipDisplayNameNearMatch = detection({
  id: 'vip-display-name-near-match',
  title: 'A stranger writes under the name of somebody who matters here',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1656'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards:
    'The name alone is nothing: it has to ask for money, a sign-in or in a superior’s voice; addresses that wrote on three days, or that the recipients wrote to, are that person’s own.',
  blindTo: 'People nobody named as important and who have no power over the tenant; names of one word.',

  judge(event, past) {
    const mail = past.mail();
    if (mail === undefined || !isSo(mail, 'sender.imitates-vip') || isKnown(mail)) return;
    const asks =
      hitBy(mail, 'vip-impersonation') ||
      asksForMoney(mail) ||
      asksForAccess(mail) ||
      amount(mail, 'inducement.authority') >= 0.5;
    if (!asks) return;
    const person = mail.verdict.values['sender.imitates-person'];
    return {
      key: mail.message.author?.address ?? event.sender,
      gathersFor: days(7),
      severity: isAtLeast(mail, 'hold') ? 'medium' : 'low',
      surpriseBits: 0,
      says: `${authorText(mail)} wrote ${toWhom(event, mail)} under the name of ${quote(typeof person === 'string' ? person : 'somebody here')} and asked for something, ${verdictText(mail)}`,
      about: concernedBy(event, mail, past.campaign()),
      because: recordsOf(event, mail),
    };
  },
});

const isKnown = (mail: Parameters<typeof isSo>[0]): boolean =>
  amount(mail, 'correspondence.sender-days') >= SEVERAL_DAYS || amount(mail, 'correspondence.recipients-answered') > 0;
