// Several mailboxes send their mail to one address outside.
//
// One person who forwards is careless; two who forward to the same stranger within a week have something in common that
// neither of them knows. The destination is the bridge, whoever set the rules and whatever they are called.
//
// Blind to: one destination per victim at the same host, recipients known only by a name, and forwardings older than
// the records, which make a gateway look new once.

import { detection } from '../detection.ts';
import {
  administers,
  concerning,
  forwardsOutside,
  fromPlace,
  idsOf,
  isPerson,
  isRare,
  isStrange,
  strangest,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { count, hostOf, isFreeMail, list, localPartOf, quote } from '../words.ts';
import type { MailboxRule } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days } from '../../model/time.ts';

const WITHIN = days(7);

export const manyForwardToOne = detection({
  id: 'many-forward-to-one',
  title: 'Several mailboxes forward to one address outside',
  stage: 'exfiltration',
  tactics: ['collection', 'exfiltration'],
  techniques: ['T1114.003'],
  severity: 'high',
  wakesOn: ['mailboxRule'],
  guards:
    'A destination that others have forwarded to for longer than a week is a gateway (archive, tickets, fax), unless anybody may have an address there; who administers mailboxes and sets it for others weighs less.',
  blindTo: 'A destination per victim, and gateways older than the records.',

  judge(rule, past) {
    if (!isForwarding(rule)) return;
    const found = forwardsOutside(rule, past)
      .map((address) => ({ address, rules: sameDestination(rule, address, past) }))
      .filter(({ address, rules }) => mailboxesOf(rules).length > 1 && !isGateway(rule, address, past))
      .sort((a, b) => b.rules.length - a.rules.length || (a.address < b.address ? -1 : 1))[0];
    if (found === undefined) return;

    const { address, rules } = found;
    const strange = strangest(rules, past);
    return {
      key: destination(address),
      gathersFor: WITHIN,
      severity: severityOf(rule, address, rules, strange, past),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(address, rules, strange),
      about: concerning(rules, isStrange(strange) ? strange : undefined),
      because: idsOf(rules),
    };
  },
});

const isForwarding = (rule: MailboxRule): boolean =>
  rule.outcome === 'success' &&
  rule.scope !== 'transport' &&
  rule.change !== 'removed' &&
  rule.change !== 'disabled' &&
  rule.mailbox !== undefined;

/** `x+ana@host` and `x@host` are one box, and so are `x.y` and `xy` at the host that ignores dots. */
function destination(address: string): string {
  const host = hostOf(address);
  const local = localPartOf(address).replace(/\+.*$/, '');
  return `${/^(gmail|googlemail)\.com$/.test(host) ? local.replaceAll('.', '') : local}@${host}`;
}

const goesTo = (rule: MailboxRule, address: string): boolean =>
  rule.forwardsTo.some((to) => destination(to) === destination(address));

const sameDestination = (rule: MailboxRule, address: string, past: Past): readonly MailboxRule[] => [
  rule,
  ...past.anyones(['mailboxRule'], WITHIN).filter((earlier) => isForwarding(earlier) && goesTo(earlier, address)),
];

const mailboxesOf = (rules: readonly MailboxRule[]): readonly string[] =>
  [...new Set(rules.flatMap(({ mailbox }) => mailbox ?? []))].sort();

/** In use by another mailbox before all this. */
const isGateway = (rule: MailboxRule, address: string, past: Past): boolean =>
  !isFreeMail(address) &&
  past
    .anyones(['mailboxRule'], days(60))
    .some(
      (earlier) =>
        isForwarding(earlier) && earlier.mailbox !== rule.mailbox && goesTo(earlier, address) && rule.at - earlier.at > WITHIN,
    );

function severityOf(
  rule: MailboxRule,
  address: string,
  rules: readonly MailboxRule[],
  strange: Strange | undefined,
  past: Past,
): Severity {
  const isWork = isPerson(rule) && new Set(rules.map(({ actor }) => actor)).size === 1 && administers(rule, past);
  if (isRare(strange)) return 'high';
  if (isWork) return isFreeMail(address) ? 'medium' : 'low';
  const isHidden = rules.some(({ deletes, marksRead }) => deletes || marksRead);
  return isFreeMail(address) || isHidden || isStrange(strange) ? 'high' : 'medium';
}

function tell(address: string, rules: readonly MailboxRule[], strange: Strange | undefined): string {
  const mailboxes = mailboxesOf(rules);
  const actors = new Set(rules.map(({ actor }) => actor)).size;
  const by = actors > 1 ? `, set by ${count(actors, 'account')}` : '';
  const whose = list(mailboxes.map((mailbox) => quote(mailbox)));
  const others = count(mailboxes.length - 1, 'other mailbox');
  return `had mail forwarded to ${quote(address)}, as ${others} began to within a week (${whose})${by}${strange === undefined ? '' : `, ${fromPlace(strange)}`}`;
}
