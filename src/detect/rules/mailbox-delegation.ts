// Somebody was let into a mailbox that is not theirs: to read all of it, or to write in its owner's name.
//
// A right outlives sessions, passwords and second factors, and its use looks like a colleague's work. Administrators give
// such rights every week, to assistants and for shared mailboxes; to themselves, to an account made yesterday, or to
// several people's mailboxes in an hour they hardly ever do.
//
// Blind to: how much of a folder was shared (the event does not tell, so only sharing with everybody is looked at, and
// that little), rights given through a group, and applications with rights over all mailboxes.

import { detection } from '../detection.ts';
import {
  administers,
  concerning,
  fromPlace,
  idsOf,
  isNewAccount,
  isPerson,
  isRare,
  isStrange,
  ownsMailbox,
  placeBehind,
  raised,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { count, list, quote } from '../words.ts';
import type { Delegation } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { hours } from '../../model/time.ts';

export const mailboxDelegation = detection({
  id: 'mailbox-delegation',
  title: 'Rights over a mailbox given',
  stage: 'reach',
  tactics: ['persistence', 'collection'],
  techniques: ['T1098.002'],
  severity: 'high',
  wakesOn: ['delegation'],
  guards:
    'The service itself (discovery and group mailboxes) never; who gives such rights on other days, and shared or new mailboxes of an administrator, are work; a grantee who already works in the mailbox, and sharing a folder with a colleague, are no news; giving it to oneself always is.',
  blindTo: 'How much of a folder was shared, groups as grantees, and applications with rights over all mailboxes.',

  judge(given, past) {
    if (!isPerson(given) || !isGrant(given)) return;
    const severity = severityOf(given, past);
    if (severity === undefined) return;

    const lately = past.before(['delegation'], hours(24)).filter((act) => isGrant(act) && severityOf(act, past) !== undefined);
    const all = [given, ...lately];
    const mailboxes = new Set(all.map(({ mailbox }) => mailbox)).size;
    const { strange, signIns } = placeBehind(given, past, hours(24));
    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: given.actor,
      gathersFor: hours(24),
      severity: isRare(strange) ? 'high' : raised(severity, (isStrange(strange) ? 1 : 0) + (mailboxes >= 3 ? 1 : 0)),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(all, strange, past),
      about: concerning(all, shown),
      because: idsOf([...all, ...(shown === undefined ? [] : [shown.event])]),
      context: idsOf(shown === undefined ? signIns.slice(0, 3) : []),
    };
  },
});

const isGrant = (act: Delegation): boolean => act.outcome === 'success' && act.change === 'granted';

const everybody = /^(default|anonymous|everyone|s-1-1-0|anonyme|anonym|standard)$/i;

/** What one grant weighs from a usual place; undefined is everyday work. */
function severityOf(given: Delegation, past: Past): Severity | undefined {
  if (given.right === 'folder') return everybody.test(given.grantee) ? 'low' : undefined;
  if (ownsMailbox(given.grantee, given.mailbox, past)) return;

  const isWork = past.usuallyDoes(given.operation) || administers(given, past);
  const isPersonal = !past.isShared(given.mailbox);
  // an owner's own help is found in the owner's settings; by command it is an administrator's deed, whosever mailbox it is
  if (given.actor === given.grantee) return isPersonal ? (isWork ? 'medium' : 'high') : isWork ? undefined : 'medium';
  if (worksIn(given, past)) return;

  const isNew = isNewAccount(given.grantee, past);
  if (isWork) return isNew && isPersonal ? 'medium' : isPersonal && !past.usuallyDoes(given.operation) ? 'low' : undefined;
  return raised(isPersonal ? 'medium' : 'low', isNew ? 1 : 0);
}

/** They have opened or changed things there before: the assistant, or a member of the team. */
const worksIn = ({ grantee, mailbox }: Delegation, past: Past): boolean =>
  past.rarityFor(grantee, 'mailbox', mailbox).own > 0 || past.rarityFor(grantee, 'mailboxWritten', mailbox).own > 0;

const rights = {
  fullAccess: 'full access to',
  sendAs: 'the right to send as',
  sendOnBehalf: 'the right to send on behalf of',
  folder: 'a folder of',
} as const;

function tell(all: readonly Delegation[], strange: Strange | undefined, past: Past): string {
  const grantees = [
    ...new Set(all.map(({ grantee, actor }) => (grantee === actor ? 'themselves' : quote(past.nameOf(grantee))))),
  ];
  const order = Object.keys(rights) as (keyof typeof rights)[];
  const what = order.flatMap((right) => {
    const mailboxes = [...new Set(all.filter((act) => act.right === right).map(({ mailbox }) => quote(mailbox)))].sort();
    return mailboxes.length === 0 ? [] : [`${rights[right]} ${list(mailboxes)}`];
  });
  const mailboxes = new Set(all.map(({ mailbox }) => mailbox)).size;
  const within = all.length > 1 ? ` (${count(all.length, 'right')} over ${count(mailboxes, 'mailbox')} within a day)` : '';
  return `gave ${list(grantees)} ${list(what, 4)}${within}${strange === undefined ? '' : `, after a sign-in ${fromPlace(strange)}`}`;
}
