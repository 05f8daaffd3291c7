// An inbox rule keeps mail with telling words out of sight: about money, or about the break-in itself.
//
// Thieves who write as somebody else must not let them see the answers, nor the notices of the help desk. So the words
// say what the thief is doing: "invoice" and "payment" while money is being diverted, "hacked" and "phishing" when the
// victims have begun to ask. Words about anything else, and words filed where people look, are tidiness.
//
// Blind to: words in languages that are not in the list, conditions of other kinds (rule-moves-or-deletes), and rules
// that catch everything.

import { detection } from '../detection.ts';
import {
  concerning,
  forwardsOutside,
  fromPlace,
  idsOf,
  isRare,
  isStrange,
  placeBehind,
  strangePlace,
  whatItDoes,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { alarmWords, folderKind, list, moneyWords, quote } from '../words.ts';
import type { MailboxRule } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';

export const keywordHideOrDeleteRule = detection({
  id: 'keyword-hide-or-delete-rule',
  title: 'Inbox rule hides mail about money or security',
  stage: 'evasion',
  tactics: ['defense-evasion'],
  techniques: ['T1564.008'],
  severity: 'high',
  wakesOn: ['mailboxRule'],
  guards:
    'Only words about money or security, and only deleting or a folder nobody opens; a gateway’s own mark (“[SPAM]”), one sender’s own newsletter, and a rule that is switched off or removed are quiet.',
  blindTo: 'Languages not in the list, conditions without words, and folders known only by an id.',

  judge(rule, past) {
    if (rule.outcome !== 'success' || rule.scope !== 'inbox' || rule.change === 'removed' || rule.change === 'disabled') return;
    const hiding = hidingOf(rule);
    if (hiding === 0) return;
    const telling = tellingWords(rule);
    if (telling.length === 0) return;

    const strange = strangePlace(rule, past) ?? placeBehind(rule, past, hours(4)).strange;
    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: `${rule.mailbox ?? rule.actor ?? ''}/${rule.rule}`,
      gathersFor: days(1),
      severity: severityOf(rule, hiding, telling, strange, past),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(rule, telling, strange),
      about: concerning([rule], shown),
      because: idsOf([rule, ...(shown === undefined ? [] : [shown.event])]),
    };
  },
});

/** 2: gone, or where nobody ever looks; 1: where junk is, or put away as read. */
function hidingOf(rule: MailboxRule): 0 | 1 | 2 {
  const folder = rule.movesTo === undefined ? 'other' : folderKind(rule.movesTo);
  if (rule.deletes || folder === 'odd') return 2;
  return folder === 'deleted' || folder === 'junk' || (folder === 'archive' && rule.marksRead) ? 1 : 0;
}

interface Telling {
  readonly word: string;
  readonly of: 'money' | 'alarm';
}

const tellingWords = (rule: MailboxRule): readonly Telling[] =>
  rule.words.flatMap((word): Telling[] => {
    if (isGatewayMark(word)) return [];
    if (alarmWords(word)) return [{ word, of: 'alarm' }];
    return moneyWords(word) ? [{ word, of: 'money' }] : [];
  });

/** `[SPAM]`, `***SUSPICIOUS***`, `{Phishing?}`: what mail filters write before a subject. */
const isGatewayMark = (word: string): boolean => /^\s*(\[.*\]|\{.*\}|\*+.*\*+)[:\s]*$/.test(word);

function severityOf(
  rule: MailboxRule,
  hiding: number,
  telling: readonly Telling[],
  strange: Strange | undefined,
  past: Past,
): Severity {
  // set by judgement: several words that all tell are a list somebody made for it; one may be a nuisance filed away
  const several = new Set(telling.map(({ word }) => word.toLowerCase())).size >= 3 ? 1 : 0;
  const topics = new Set(telling.map(({ of }) => of));
  const about = (topics.has('alarm') ? 1 : 0) + (topics.size === 2 ? 1 : 0);
  const secret = (rule.marksRead ? 1 : 0) + (forwardsOutside(rule, past).length > 0 ? 2 : 0);
  // one sender's invoices put away are one subscription cancelled too late
  const narrowed = rule.from.length > 0 && !rule.from.some((sender) => past.isHome(sender)) ? 2 : 0;
  const place = isRare(strange) ? 4 : isStrange(strange) ? 1 : 0;
  const weight = hiding + several + about + secret + place - narrowed;
  return weight >= 6 ? 'high' : weight >= 3 ? 'medium' : 'low';
}

function tell(rule: MailboxRule, telling: readonly Telling[], strange: Strange | undefined): string {
  const deed = rule.change === 'created' ? 'made' : rule.change;
  const name = rule.name === '' ? 'without a name' : quote(rule.name);
  const topics = [...new Set(telling.map(({ of }) => (of === 'money' ? 'money' : 'security')))].sort();
  return `${deed} an inbox rule ${name} that keeps mail about ${list(topics)} out of sight: it ${whatItDoes(rule)}${strange === undefined ? '' : `, ${fromPlace(strange)}`}`;
}
