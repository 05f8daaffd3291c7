// Mail was deleted so that it would not be seen: from a rare place, just after it was sent, or far more than ever.
//
// Thieves delete the answers to what they wrote and the notices about what they did. From where the person never is
// a handful suffices; at home only a flood counts, or the deletion of what had just been sent.
//
// Blind to: deletion by a rule (rule-moves-or-deletes), of single notices (security-notice-deleted), and of items
// whose record names neither folder nor count.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, strangeCountry, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { count, folderKind, list, quote } from '../words.ts';
import type { MailItem } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { hours } from '../../model/time.ts';

/** A handful is enough where the person never is. */
const FROM_RARE_PLACE = 3;
/** From the usual place, within an hour; half as many within an hour are tidying up. */
const FLOOD = 50;
const FEWEST_DAYS = 5;
const MOST_EVIDENCE = 200;

export const massMailDeletion = detection({
  id: 'mass-mail-deletion',
  title: 'Mail deleted to cover tracks',
  stage: 'evasion',
  tactics: ['defense-evasion'],
  techniques: ['T1070.008'],
  severity: 'high',
  wakesOn: ['mailItem'],
  guards:
    'Meetings, contacts and tasks never; emptying the bin or the junk folder at home is housekeeping; services (retention) never; a flood must leave the person’s own days far behind.',
  blindTo: 'Deletion by rules, and of single notices.',

  judge(item, past) {
    if (!isPerson(item) || !isDeletion(item)) return;
    const strange = strangeCountry(item, past);
    const weighed = isStrange(strange) ? fromStrangePlace(item, strange, past) : (justSent(item, past) ?? flood(item, past));
    if (weighed === undefined) return;

    return {
      key: `${item.actor}/${item.mailbox}`,
      gathersFor: hours(24),
      severity: weighed.severity,
      surpriseBits: strange?.rarity.bits ?? 0,
      says: `${weighed.says}${isStrange(strange) ? `, ${fromPlace(strange)}` : ''}`,
      about: concerning(weighed.accused, isStrange(strange) ? strange : undefined),
      because: idsOf(weighed.accused),
    };
  },
});

interface Weighed {
  readonly severity: Severity;
  readonly says: string;
  readonly accused: readonly MailItem[];
}

function isDeletion(item: MailItem): boolean {
  if (item.outcome !== 'success') return false;
  const deletes = item.deed === 'trashed' || item.deed === 'softDeleted' || item.deed === 'hardDeleted';
  const movesToBin = item.deed === 'moved' && item.movesTo !== undefined && folderKind(item.movesTo) === 'deleted';
  return (deletes || movesToBin) && !item.folders.some((folder) => folderKind(folder) === 'planner');
}

function fromStrangePlace(item: MailItem, strange: Strange, past: Past): Weighed | undefined {
  const accused = deletedBefore(item, past, hours(24)).filter(
    (act) => act.country === item.country && act.serviceAddress !== true,
  );
  const items = itemsIn(accused);
  if (items < FROM_RARE_PLACE) return;

  const forGood = itemsIn(accused.filter(({ deed }) => deed === 'hardDeleted'));
  const isMuch = items >= 10 || forGood >= FROM_RARE_PLACE || sentIn(accused, past) > 0;
  return {
    severity: !isRare(strange) ? 'low' : isMuch ? 'high' : 'medium',
    says: tell(accused, items, 'within a day'),
    accused: kept(accused),
  };
}

/** At home too, somebody who takes back what they sent does not want it found. */
function justSent(item: MailItem, past: Past): Weighed | undefined {
  const accused = deletedBefore(item, past, hours(2));
  const sent = sentIn(accused, past);
  if (sent < 3) return;
  return {
    severity: sent >= 10 ? 'medium' : 'low',
    says: `${tell(accused, itemsIn(accused), 'within two hours')}, ${sent} of which had been sent that day`,
    accused: kept(accused),
  };
}

/** Deleted messages that were sent in the day before, by their ids. */
function sentIn(deleted: readonly MailItem[], past: Past): number {
  const sent = new Set(
    past
      .before(['mailItem'], hours(24))
      .filter(({ deed }) => deed === 'sent')
      .flatMap(({ messages }) => messages),
  );
  return new Set(deleted.flatMap(({ messages }) => messages).filter((message) => sent.has(message))).size;
}

function flood(item: MailItem, past: Past): Weighed | undefined {
  if (isHousekeeping(item)) return;
  const accused = deletedBefore(item, past, hours(1)).filter((act) => !isHousekeeping(act));
  const items = itemsIn(accused);
  if (items < FLOOD) return;

  const { today, activeDays, median, deviation, highest, usual: season } = past.rate('mailDeleted');
  const hasRate = activeDays >= FEWEST_DAYS;
  const isFarBeyond = today > median + 6 * Math.max(deviation, median / 10, 5) && today > 2 * highest && today > season;
  if (hasRate ? !isFarBeyond : items < 4 * FLOOD) return;

  const usual = hasRate ? `, where ${Math.round(median)} are usual a day and ${highest} were the most in ${activeDays} days` : '';
  return { severity: 'low', says: `${tell(accused, items, 'within an hour')}${usual}`, accused: kept(accused) };
}

/** The bin and the junk folder are emptied by everybody, and by clients on leaving. */
const isHousekeeping = (item: MailItem): boolean =>
  item.folders.length > 0 && item.folders.every((folder) => ['deleted', 'junk'].includes(folderKind(folder)));

const deletedBefore = (item: MailItem, past: Past, within: number): readonly MailItem[] => [
  item,
  ...past.before(['mailItem'], within).filter((act) => isDeletion(act) && act.mailbox === item.mailbox),
];

const itemsIn = (items: readonly MailItem[]): number => items.reduce((sum, item) => sum + Math.max(1, item.items), 0);
const kept = (items: readonly MailItem[]): readonly MailItem[] => items.slice(0, MOST_EVIDENCE);

function tell(accused: readonly MailItem[], items: number, within: string): string {
  const folders = [...new Set(accused.flatMap((act) => act.folders))].sort().map((folder) => quote(folder, 30));
  const forGood = itemsIn(accused.filter(({ deed }) => deed === 'hardDeleted'));
  return `deleted ${count(items, 'mail')}${forGood > 0 ? ` (${forGood} for good)` : ''}${folders.length > 0 ? ` from ${list(folders)}` : ''} ${within}`;
}
