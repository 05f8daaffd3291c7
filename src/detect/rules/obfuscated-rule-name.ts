// A mail rule whose name is no name: ".", "..", a blank, "dd".
//
// Outlook asks for a name, and who does not want the rule to be found in a list types the least that passes.
// One is enough: a rule works after the session has ended. Names in any script are names; only the absence of
// a word is odd, and a single letter is odd only where a single letter is not a word.
//
// Blind to: hostile rules under an honest name (rule-moves-or-deletes, external-forwarding), rules without any
// name (some clients leave it out), and rules made in the mailbox by a program that writes no audit record.

import { detection } from '../detection.ts';
import {
  concerning,
  forwardsOutside,
  fromPlace,
  hides,
  isRare,
  isStrange,
  raised,
  strangePlace,
  whatItDoes,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { quote, visible } from '../words.ts';
import type { MailboxRule } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days } from '../../model/time.ts';

export const obfuscatedRuleName = detection({
  id: 'obfuscated-rule-name',
  title: 'Mail rule with a name that hides it',
  stage: 'evasion',
  tactics: ['defense-evasion', 'persistence'],
  techniques: ['T1564.008', 'T1137.005'],
  severity: 'high',
  wakesOn: ['mailboxRule'],
  guards:
    'Names in other scripts are names, a single ideograph too; a missing name is the client’s habit; a single letter weighs less than bare punctuation; what the rule does and where it was made decide how much.',
  blindTo: 'Hostile rules under an honest name or without any.',

  judge(rule, past) {
    if (rule.outcome !== 'success' || rule.change === 'removed' || rule.change === 'disabled') return;
    const oddity = oddityOf(rule.name);
    if (oddity === undefined) return;

    const strange = strangePlace(rule, past);
    return {
      key: `${rule.mailbox ?? rule.scope}/${rule.rule}`,
      gathersFor: days(1),
      severity: severityOf(rule, oddity, strange, past),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(rule, oddity, strange),
      about: concerning([rule], isStrange(strange) ? strange : undefined),
      because: [rule.id],
    };
  },
});

type Oddity = 'only signs' | 'invisible' | 'a single character' | 'one character repeated' | 'only pictures';

function oddityOf(name: string): Oddity | undefined {
  if (name === '') return;
  // braille blanks and Hangul fillers print nothing, although they count as signs and letters
  const seen = visible(name).replace(/[\p{Z}\u2800\u3164\u115f\u1160\uffa0]/gu, '');
  if (seen === '') return 'invisible';
  if (!/[\p{L}\p{N}]/u.test(seen)) return /\p{Extended_Pictographic}/u.test(seen) ? 'only pictures' : 'only signs';

  // an ideograph or a syllable may be a word; a letter is not
  const letters = Array.from(seen.toLowerCase());
  const isLetter = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]$/u.test(letters[0] ?? '');
  if (!isLetter || letters.some((letter) => letter !== letters[0])) return;
  return letters.length === 1 ? 'a single character' : 'one character repeated';
}

function severityOf(rule: MailboxRule, oddity: Oddity, strange: Strange | undefined, past: Past): Severity {
  const isHarmful = hides(rule) || forwardsOutside(rule, past).length > 0;
  const isWeak = oddity === 'only pictures' || oddity === 'a single character' || oddity === 'one character repeated';
  const place = isRare(strange) ? 1 : 0;
  return raised(isWeak ? 'low' : 'medium', (isHarmful ? 1 : 0) + place);
}

function tell(rule: MailboxRule, oddity: Oddity, strange: Strange | undefined): string {
  const what =
    rule.scope === 'transport' ? 'a rule for all mail' : rule.scope === 'forwarding' ? 'a forwarding' : 'an inbox rule';
  const name = oddity === 'invisible' ? 'with a name that prints nothing' : `named ${quote(rule.name)}`;
  const deed = rule.change === 'created' ? 'made' : rule.change;
  return `${deed} ${what} ${name}, ${whatItDoes(rule)}${strange !== undefined ? `, ${fromPlace(strange)}` : ''}`;
}
