// Mail leaves the organisation by an inbox rule or by a setting of the mailbox.
//
// A thief loses the session when the password changes; the forwarding stays and keeps sending. One is enough, so no
// pattern is waited for; where it goes, who set it, from where, and whether the owner still sees the mail decide.
//
// Blind to: recipients known only by a name or directory path, whether a mailbox's setting leaves a copy behind (the
// event does not tell), rules for the whole organisation (transport-rule-redirect), and mail fetched by an application.

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
  ownsMailbox,
  placeBehind,
  strangePlace,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { alarmWords, count, fold, hostOf, isFreeMail, list, localPartOf, moneyWords, quote } from '../words.ts';
import type { MailboxRule } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { dayOf, days, hours } from '../../model/time.ts';

export const externalForwarding = detection({
  id: 'external-forwarding',
  title: 'Mailbox forwards outside the organisation',
  stage: 'exfiltration',
  tactics: ['collection', 'exfiltration'],
  techniques: ['T1114.003'],
  severity: 'high',
  wakesOn: ['mailboxRule'],
  guards:
    'Own domains and their subdomains are inside; a domain other mailboxes have forwarded to for a week, or the person writes to on several days, is a partner’s or a ticket system’s; who administers mailboxes and sets it for others weighs less; an unchanged destination saved again is the same finding or none.',
  blindTo: 'Recipients known only by name, whether the owner keeps a copy, and rules for all mail.',

  judge(rule, past) {
    if (!isForwarding(rule)) return;
    const outside = forwardsOutside(rule, past);
    const isOld = isUnchanged(rule, outside, past);
    if (outside.length === 0 || isOld) return;

    const strange = strangePlace(rule, past) ?? placeBehind(rule, past, hours(4)).strange;
    const weighed = weigh(rule, outside, strange, past);
    const severity = severityOf(weighed.weight);
    if (severity === undefined) return;

    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: `${rule.mailbox ?? rule.actor ?? ''}/${[...outside].sort().join('+')}`,
      gathersFor: days(7),
      severity,
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(rule, outside, weighed.notes, strange),
      about: concerning([rule], shown),
      because: idsOf([rule, ...(shown === undefined ? [] : [shown.event])]),
      context: idsOf(weighed.known.slice(0, 5)),
    };
  },
});

const isForwarding = (rule: MailboxRule): boolean =>
  rule.outcome === 'success' && rule.scope !== 'transport' && rule.change !== 'removed' && rule.change !== 'disabled';

/** The same rule sent mail to the same addresses on an earlier day: it was judged then. */
const isUnchanged = (rule: MailboxRule, outside: readonly string[], past: Past): boolean =>
  rule.mailbox !== undefined &&
  past
    .against(rule.mailbox, ['mailboxRule'], days(60))
    .some(
      (earlier) =>
        earlier.rule === rule.rule &&
        isForwarding(earlier) &&
        dayOf(earlier.at) < dayOf(rule.at) &&
        outside.every((address) => earlier.forwardsTo.includes(address)),
    );

interface Weighed {
  readonly weight: number;
  readonly notes: readonly string[];
  /** Earlier forwardings of others to the same domain. */
  readonly known: readonly MailboxRule[];
}

function weigh(rule: MailboxRule, outside: readonly string[], strange: Strange | undefined, past: Past): Weighed {
  const known = outside.flatMap((address) => knownForwardings(rule, address, past));
  const isKnown = outside.every((address) => isPartner(rule, address, past));
  const alike = outside.filter((address) => isLookalike(address, rule, past));
  const isSetByOther = isPerson(rule) && rule.mailbox !== undefined && !ownsMailbox(rule.actor, rule.mailbox, past);
  const isWork = isSetByOther && (past.usuallyDoes(rule.operation) || administers(rule, past));
  const isHidden = rule.deletes || rule.marksRead;
  const isPicked = rule.words.some((word) => moneyWords(word) || alarmWords(word));

  // set by judgement: 3 is a forwarding nobody knows of, 5 one with two reasons for a thief
  const weight =
    3 +
    (isHidden ? 1 : 0) +
    (alike.length > 0 ? 1 : 0) +
    (isPicked ? 1 : 0) +
    (isRare(strange) ? 2 : isStrange(strange) ? 1 : 0) +
    (isSetByOther && !isWork ? 1 : 0) -
    (isWork ? 1 : 0) -
    (isKnown ? 2 : 0);
  const notes = [
    ...(alike.length > 0
      ? [`which looks like ${isFreeMail(alike[0] ?? '') ? 'their own name' : 'the organisation’s own domain'}`]
      : []),
    ...(isKnown && known.length > 0
      ? [`where ${count(new Set(known.map(({ mailbox }) => mailbox)).size, 'other mailbox')} had forwarded before`]
      : []),
    ...(isHidden ? [rule.deletes ? 'and deletes it here' : 'and marks it as read here'] : []),
  ];
  return { weight, notes, known: isKnown ? known : [] };
}

const severityOf = (weight: number): Severity | undefined =>
  weight >= 5 ? 'high' : weight >= 3 ? 'medium' : weight === 2 ? 'low' : undefined;

/** Where others have sent their mail for a week; an address at a free host must be the very same. */
const knownForwardings = (rule: MailboxRule, address: string, past: Past): readonly MailboxRule[] =>
  past
    .anyones(['mailboxRule'], days(60))
    .filter(
      (earlier) =>
        isForwarding(earlier) &&
        earlier.mailbox !== rule.mailbox &&
        rule.at - earlier.at >= days(7) &&
        earlier.forwardsTo.some((to) => hostOf(to) === hostOf(address) && !isFreeMail(to)),
    );

function isPartner(rule: MailboxRule, address: string, past: Past): boolean {
  if (isFreeMail(address)) return false;
  if (knownForwardings(rule, address, past).length > 0) return true;

  const owner = rule.mailbox ?? rule.actor ?? '';
  const written = past
    .of(owner, ['mail'], days(60))
    .filter(({ recipients }) => recipients.some((recipient) => hostOf(recipient) === hostOf(address)));
  return new Set(written.map(({ at }) => dayOf(at)).filter((day) => day < dayOf(rule.at))).size >= 3;
}

/** The owner's name at a free host, or the organisation's name in somebody else's domain. */
function isLookalike(address: string, rule: MailboxRule, past: Past): boolean {
  const own = rule.mailbox ?? rule.actor ?? '';
  if (isFreeMail(address)) return isNamedAlike(localPartOf(address), localPartOf(own));
  const [name = ''] = hostOf(own).split('.');
  return name.length >= 4 && past.isHome(own) && hostOf(address).includes(name);
}

/** Every part of the name is in the other, however it is joined: `ana.silva` and `silva_ana77`. */
function isNamedAlike(there: string, here: string): boolean {
  const parts = fold(here)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);
  return parts.join('').length >= 5 && parts.every((part) => fold(there).includes(part));
}

function tell(rule: MailboxRule, outside: readonly string[], notes: readonly string[], strange: Strange | undefined): string {
  const what =
    rule.scope === 'forwarding'
      ? 'set a forwarding of'
      : `${rule.change === 'created' ? 'made' : rule.change} an inbox rule ${rule.name === '' ? 'without a name' : quote(rule.name)} that forwards`;
  const mailbox = rule.mailbox === undefined || rule.mailbox === rule.actor ? 'their mail' : `the mail of ${quote(rule.mailbox)}`;
  const words = rule.words.length > 0 ? ` with ${list(rule.words.map((word) => quote(word, 30)))}` : '';
  const to = list(outside.map((address) => quote(address)));
  return `${what} ${mailbox}${words} to ${to}${notes.map((note) => `, ${note}`).join('')}${strange === undefined ? '' : `, ${fromPlace(strange)}`}`;
}
