// Far more mail was opened than this person opens, or from where they are not; or so much that logging stopped.
//
// Messages are counted, not records, since one record may hold a folder. Throttling is a finding of its own: from
// then on the absence of records means nothing, and all of the mailbox must be assumed read.
//
// Blind to: mail read slowly at the rate of the person's own, mail read before auditing was switched on, and
// applications that read with rights of their own (many-mailboxes-through-api).

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, ownsMailbox, strangeCountry, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { count, quote } from '../words.ts';
import type { MailAccess } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { hours } from '../../model/time.ts';
import type { Rate } from '../../learn/rate.ts';

/** Opened from a rare place in a day: a traveller glances at a dozen, a thief searches. */
const FROM_RARE_PLACE = 20;
/** Never a finding below this many in a day from the usual place. */
const FEWEST = 100;
/** Days of mail a rate needs before it is one. */
const FEWEST_DAYS = 5;
const MOST_EVIDENCE = 200;

export const mailAccessVolumeOrThrottling = detection({
  id: 'mail-access-volume-or-throttling',
  title: 'Unusual amount of mail opened',
  stage: 'collection',
  tactics: ['collection'],
  techniques: ['T1114.002'],
  severity: 'high',
  wakesOn: ['mailAccess'],
  guards:
    'Services and service addresses never; synchronisation from a usual place is a new device; the rate needs five days of own past and must be left far behind; messages count, not records.',
  blindTo: 'Slow reading at the usual rate, and applications with rights of their own.',

  judge(access, past) {
    if (!isPerson(access) || access.outcome !== 'success') return;
    const strange = strangeCountry(access, past);
    const weighed = weighUp(access, strange, past);
    if (weighed === undefined) return;

    return {
      key: `${access.actor}/${access.mailbox}`,
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
  readonly accused: readonly MailAccess[];
}

function weighUp(access: MailAccess & { readonly actor: string }, strange: Strange | undefined, past: Past): Weighed | undefined {
  const where = ownsMailbox(access.actor, access.mailbox, past) ? 'their mailbox' : quote(access.mailbox);

  if (access.throttled) {
    const severity = isRare(strange) ? 'high' : access.access === 'sync' ? 'low' : 'medium';
    const says = `opened so much mail in ${where} that the service stopped logging it: all of it must be assumed read`;
    return { severity, says, accused: [access] };
  }
  if (access.serviceAddress === true) return;
  return isStrange(strange) ? fromStrangePlace(access, strange, where, past) : beyondOwnRate(access, where, past);
}

function fromStrangePlace(access: MailAccess, strange: Strange, where: string, past: Past): Weighed | undefined {
  const accused = [access, ...past.before(['mailAccess'], hours(24))].filter(
    (act) =>
      act.outcome === 'success' &&
      act.serviceAddress !== true &&
      act.mailbox === access.mailbox &&
      act.country === access.country,
  );
  const items = itemsIn(accused);
  const synced = accused.filter((act) => act.access === 'sync');
  if (items < FROM_RARE_PLACE && synced.length === 0) return;

  const { activeDays, highest } = past.rate('mailOpened');
  const isMuch = items >= FEWEST || (activeDays >= FEWEST_DAYS && items > highest);
  const severity: Severity = !isRare(strange) ? 'low' : isMuch || synced.length > 0 ? 'high' : 'medium';
  const synchronised =
    synced.length > 0 ? ` and synchronised ${new Set(synced.flatMap((act) => act.folders)).size || 'whole'} folders` : '';
  return {
    severity,
    says: `opened ${count(items, 'mail')}${synchronised} in ${where} within a day`,
    accused: accused.slice(0, MOST_EVIDENCE),
  };
}

function beyondOwnRate(access: MailAccess, where: string, past: Past): Weighed | undefined {
  // a first synchronisation is as large as the mailbox, and tells of a new device only
  if (access.access === 'sync') return;
  const rate = past.rate('mailOpened');
  if (rate.today < FEWEST) return;

  // The day's count may hold a synchronisation, other mailboxes, or what a thief read elsewhere meanwhile: what this
  // person opened from where they are is what counts, and all that is accused.
  const accused = [access, ...past.before(['mailAccess'], hours(24))].filter(
    (act) =>
      act.outcome === 'success' &&
      act.serviceAddress !== true &&
      act.access === 'bind' &&
      act.mailbox === access.mailbox &&
      act.country === access.country,
  );
  const items = itemsIn(accused);
  if (!isFarBeyond({ ...rate, today: items })) return;
  const usual = `where ${Math.round(rate.median)} are usual and ${rate.highest} were the most in ${rate.activeDays} days`;
  return {
    severity: 'low',
    says: `opened ${count(items, 'mail')} in ${where} within a day, ${usual}`,
    accused: accused.slice(0, MOST_EVIDENCE),
  };
}

/** Six deviations above the median, half as much again as ever and more than the season brings: reading everything, not a busy day. */
function isFarBeyond({ today, activeDays, median, deviation, highest, usual }: Rate): boolean {
  if (activeDays < FEWEST_DAYS || today < FEWEST) return false;
  return today > median + 6 * Math.max(deviation, median / 10, 5) && today > 1.5 * highest && today > usual;
}

const itemsIn = (accesses: readonly MailAccess[]): number => accesses.reduce((sum, { items }) => sum + Math.max(1, items), 0);
