// An inbox rule that keeps mail from being seen, where more than tidiness speaks from it.
//
// Nearly everybody has a rule that moves or deletes. What a thief's has is a combination: made from a rare place,
// one person's mail as its condition, marked as read, into a folder nobody opens. Each weighs a little, together
// they are a finding, and so the honest name it may bear does not help it.
//
// Blind to: conditions the record does not name (size, headers), folders known only by their id, and a thief who
// files one person's mail in an ordinary folder from the ordinary country without marking it read.

import { detection } from '../detection.ts';
import { concerning, fromPlace, isRare, isStrange, strangePlace, whatItDoes, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { folderKind, fold, quote } from '../words.ts';
import type { MailboxRule } from '../../model/event.ts';
import { days } from '../../model/time.ts';

export const ruleMovesOrDeletes = detection({
  id: 'rule-moves-or-deletes',
  title: 'Inbox rule hides mail',
  stage: 'evasion',
  tactics: ['defense-evasion'],
  techniques: ['T1564.008'],
  severity: 'high',
  wakesOn: ['mailboxRule'],
  guards:
    'Needs a rare place, or one person’s mail as the condition together with hiding it; newsletters and senders that are machines are nobody’s mail; filing by keyword is tidiness.',
  blindTo: 'Conditions and folders the record does not name; plain filing from the usual country.',

  judge(rule, past) {
    if (rule.outcome !== 'success' || rule.scope !== 'inbox' || rule.change === 'removed' || rule.change === 'disabled') return;
    if (!rule.deletes && rule.movesTo === undefined) return;

    const strange = strangePlace(rule, past);
    const hiding = hidingOf(rule);
    const person = personWeight(rule, past);
    const weight = placeWeight(strange) + hiding + person;
    const isSuspect = isRare(strange) || (person > 0 && hiding > 0) || weight >= 4;
    if (!isSuspect) return;

    return {
      key: `${rule.mailbox ?? rule.actor ?? ''}/${rule.rule}`,
      gathersFor: days(1),
      // set by judgement: a rare place and two signs, or four signs without it, are high
      severity: weight >= 6 ? 'high' : weight >= 4 || isRare(strange) ? 'medium' : 'low',
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(rule, strange),
      about: concerning([rule], isStrange(strange) ? strange : undefined),
      because: [rule.id],
    };
  },
});

const placeWeight = (strange: Strange | undefined): number => (isRare(strange) ? 3 : isStrange(strange) ? 1 : 0);

const bait = [
  'payment',
  'invoice',
  'password',
  'phish',
  'hack',
  'security',
  'fraud',
  'suspicious',
  'spam',
  'virus',
  'mfa',
  'helpdesk',
  'do not open',
  'unusual sign',
].map(fold);

/** How much the rule does so that its mail is not seen. */
function hidingOf(rule: MailboxRule): number {
  const folder = rule.movesTo === undefined ? 'other' : folderKind(rule.movesTo);
  const kept = folder === 'odd' ? 2 : folder === 'deleted' || folder === 'junk' || folder === 'archive' ? 1 : 0;
  const words = rule.words.some((word) => bait.some((known) => fold(word).includes(known))) ? 1 : 0;
  return kept + (rule.deletes ? 1 : 0) + (rule.marksRead ? 1 : 0) + words;
}

const machines =
  /^(no-?reply|do-?not-?reply|news|newsletters?|info|marketing|notifications?|alerts?|mailer|bounces?|updates?|digest|jobs|offers?|promo(tion)?s?|hello|team|support|sales)([+._-]|@)/i;

/** One person's mail, and more so a colleague's: that somebody else is to go on talking with them. */
function personWeight(rule: MailboxRule, past: Past): number {
  const [sender, ...others] = rule.from;
  if (sender === undefined || others.length > 0 || machines.test(sender)) return 0;
  if (sender.includes('@')) return sender.startsWith('@') ? 0 : past.isHome(sender) ? 2 : 1;
  // a colleague stands there by name or by directory path; a single word or a domain is nobody
  return /^\/o=|\p{L}\s+\p{L}/iu.test(sender) ? 2 : 0;
}

function tell(rule: MailboxRule, strange: Strange | undefined): string {
  const deed = rule.change === 'created' ? 'made' : rule.change;
  const name = rule.name === '' ? 'without a name' : quote(rule.name);
  return `${deed} an inbox rule ${name} that ${whatItDoes(rule)}${strange !== undefined ? `, ${fromPlace(strange)}` : ''}`;
}
