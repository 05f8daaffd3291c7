// One person made rules or forwardings in several mailboxes that are not theirs.
//
// A thief with one account looks for the mailboxes it opens: credit control, accounts payable. Each rule alone is
// a colleague helping out; the fan-out is what no rule of the field looks at.
//
// Blind to: a mailbox whose address is neither the person's name nor where they read most of their mail (an alias
// counts as foreign), rules whose record names no mailbox, and fan-out by several stolen accounts, one mailbox each.

import { detection } from '../detection.ts';
import {
  concerning,
  forwardsOutside,
  fromPlace,
  hides,
  idsOf,
  isPerson,
  isRare,
  isStrange,
  ownsMailbox,
  raised,
  strangest,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { count, list, quote } from '../words.ts';
import type { MailboxRule } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days } from '../../model/time.ts';

export const oneActorManyMailboxRules = detection({
  id: 'one-actor-many-mailbox-rules',
  title: 'One person, mail rules in several mailboxes',
  stage: 'reach',
  tactics: ['defense-evasion', 'persistence', 'collection'],
  techniques: ['T1564.008', 'T1098.002'],
  severity: 'high',
  wakesOn: ['mailboxRule'],
  guards:
    'Who does it for others on other days too is a mail administrator, unless from a rare place; one name and no harm in all of them is a team’s rule; services never.',
  blindTo: 'Rules whose record names no mailbox, and several stolen accounts with a mailbox each.',

  judge(rule, past) {
    if (!isPerson(rule) || !isIntrusive(rule, rule.actor, past)) return;
    const rules = [rule, ...past.before(['mailboxRule'], days(7)).filter((earlier) => isIntrusive(earlier, rule.actor, past))];
    const mailboxes = mailboxesOf(rules);
    if (mailboxes.length < 2) return;

    const strange = strangest(rules, past);
    if (past.usuallyDoes(rule.operation) && !isRare(strange)) return;

    const shared = mailboxes.filter((mailbox) => past.isShared(mailbox));
    return {
      key: rule.actor,
      gathersFor: days(7),
      severity: severityOf(rules, mailboxes, shared, strange, past),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(rules, mailboxes, shared, strange),
      about: concerning(rules, isStrange(strange) ? strange : undefined),
      because: idsOf(rules),
    };
  },
});

/** Made, in a mailbox that is not the actor's. */
const isIntrusive = (rule: MailboxRule, actor: string, past: Past): boolean =>
  rule.outcome === 'success' &&
  rule.scope !== 'transport' &&
  rule.change !== 'removed' &&
  rule.change !== 'disabled' &&
  rule.mailbox !== undefined &&
  !ownsMailbox(actor, rule.mailbox, past);

const mailboxesOf = (rules: readonly MailboxRule[]): readonly string[] =>
  [...new Set(rules.flatMap(({ mailbox }) => mailbox ?? []))].sort();

function severityOf(
  rules: readonly MailboxRule[],
  mailboxes: readonly string[],
  shared: readonly string[],
  strange: Strange | undefined,
  past: Past,
): Severity {
  const isHarmful = rules.some((rule) => hides(rule) || forwardsOutside(rule, past).length > 0);
  const isOneForAll = mailboxes.length > 2 && new Set(rules.map(({ name }) => name)).size === 1;
  const base: Severity = shared.length > 0 || mailboxes.length > 3 ? 'medium' : 'low';
  const steps =
    (isRare(strange) ? 1 : 0) +
    (isHarmful ? 1 : 0) -
    (isOneForAll && !isHarmful ? 1 : 0) -
    (past.usuallyDoes(rules[0]?.operation ?? '') ? 1 : 0);
  return raised(base, steps);
}

function tell(
  rules: readonly MailboxRule[],
  mailboxes: readonly string[],
  shared: readonly string[],
  strange: Strange | undefined,
): string {
  const made = count(new Set(rules.map(({ rule }) => rule)).size, 'mail rule');
  const whose = shared.length > 0 ? `, ${shared.length} of them shared` : '';
  const where = strange !== undefined ? `, ${fromPlace(strange)}` : '';
  return `made or changed ${made} in ${count(mailboxes.length, 'mailbox')} of others within a week (${list(mailboxes.map((address) => quote(address)))}${whose})${where}`;
}
