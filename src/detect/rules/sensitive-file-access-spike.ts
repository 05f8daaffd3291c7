// Several files about money, contracts, pay or passwords were read, by somebody for whom that is not the day's work.
//
// Thieves look for what pays: invoices to copy, accounts to reroute, passwords to go on with. From a rare place two
// files are enough; at a site the person never used, three; at home only a count far above their own days.
//
// Blind to: files whose names say nothing, languages not in the word list, and readers at their own site and pace.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, strangeCountry, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { count, isSensitive, list, quote } from '../words.ts';
import type { FileAccess } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';

const WITHIN = hours(12);
/** Distinct files: from a rare place, at a strange site, and against one's own rate. */
const FROM_RARE_PLACE = 2;
const AT_STRANGE_SITE = 3;
const AT_OWN_SITE = 30;
const FEWEST_DAYS = 5;
const MOST_EVIDENCE = 200;

export const sensitiveFileAccessSpike = detection({
  id: 'sensitive-file-access-spike',
  title: 'Sensitive files read',
  stage: 'collection',
  tactics: ['collection'],
  techniques: ['T1530'],
  severity: 'high',
  wakesOn: ['fileAccess'],
  guards:
    'Thumbnails, prefetch and indexing are not reading; templates, policies and handbooks are for everybody; a site the person or a tenth of the peers use is their work, and there only a day thrice as full as any before counts.',
  blindTo: 'Files whose names say nothing, and reading at the usual site and pace.',

  judge(access, past) {
    if (!isPerson(access) || !isReading(access)) return;
    const strange = strangeCountry(access, past);
    const weighed = isStrange(strange)
      ? fromStrangePlace(access, strange, past)
      : (atStrangeSite(access, past) ?? beyondOwnRate(access, past));
    if (weighed === undefined) return;

    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: `${access.actor}/${shown !== undefined ? (access.country ?? '') : weighed.where}`,
      gathersFor: hours(24),
      severity: weighed.severity,
      surpriseBits: shown?.rarity.bits ?? 0,
      says: tell(weighed, strange),
      about: concerning(weighed.read, shown),
      because: idsOf(weighed.read.slice(0, MOST_EVIDENCE)),
    };
  },
});

interface Weighed {
  readonly severity: Severity;
  readonly read: readonly FileAccess[];
  readonly where: string;
  readonly than?: string;
}

const isReading = (act: FileAccess): boolean =>
  act.outcome === 'success' &&
  !act.automatic &&
  (act.deed === 'accessed' || act.deed === 'previewed' || act.deed === 'downloaded') &&
  isSensitive(`${act.name} ${act.file}`);

function fromStrangePlace(access: FileAccess, strange: Strange, past: Past): Weighed | undefined {
  const read = readBefore(access, past, (act) => act.country === access.country && act.serviceAddress !== true);
  const files = filesIn(read);
  if (files < (isRare(strange) ? FROM_RARE_PLACE : AT_STRANGE_SITE)) return;
  return { severity: !isRare(strange) ? 'low' : files >= 4 ? 'high' : 'medium', read, where: access.site ?? '' };
}

/** A site neither they nor their peers use, until this half day. */
function atStrangeSite(access: FileAccess, past: Past): Weighed | undefined {
  const { site } = access;
  if (site === undefined) return;
  const { own, total, peers, peersWith, people, peopleWith } = past.rarity('site', site);
  const [others, users] = peers > 0 ? [peers, peersWith] : [people, peopleWith];
  // a person who has hardly used a file, or a company that has hardly been seen, has no site of its own yet
  if (total - own < 20 || others < 3 || users * 10 >= others) return;

  const there = past.before(['fileAccess'], days(60)).filter((act) => act.site === site && act.outcome === 'success');
  if (there.some((act) => access.at - act.at > WITHIN) || there.length < own) return;
  const read = readBefore(access, past, (act) => act.site === site);
  const files = filesIn(read);
  if (files < AT_STRANGE_SITE) return;

  const than = `at ${quote(site)}, which they had not used before and ${users} of ${count(others, peers > 0 ? 'peer' : 'other')} had`;
  return { severity: files >= 8 ? 'medium' : 'low', read, where: site, than };
}

function beyondOwnRate(access: FileAccess, past: Past): Weighed | undefined {
  const { today, activeDays, median, deviation, highest, usual } = past.rate('sensitiveFilesRead');
  if (today <= usual) return;
  // month's end in finance is twice a busy day, not thrice the busiest
  if (activeDays < FEWEST_DAYS || today <= median + 6 * Math.max(deviation, median / 10, 1) || today <= 3 * highest) return;

  const read = readBefore(access, past, () => true);
  if (filesIn(read) < AT_OWN_SITE) return;
  const than = `where ${Math.round(median)} are usual a day and ${highest} were the most in ${activeDays} days`;
  return { severity: 'low', read, where: 'rate', than };
}

const readBefore = (access: FileAccess, past: Past, which: (act: FileAccess) => boolean): readonly FileAccess[] => [
  access,
  ...past.before(['fileAccess'], WITHIN).filter((act) => which(act) && isReading(act)),
];

const filesIn = (read: readonly FileAccess[]): number => new Set(read.map(({ file }) => file)).size;

function tell({ read, than }: Weighed, strange: Strange | undefined): string {
  const deeds = [...new Set(read.map(({ deed }) => (deed === 'previewed' || deed === 'downloaded' ? deed : 'opened')))].sort();
  // the oldest first: that is what they were looking for
  const names = [...new Map([...read].reverse().map((act) => [act.file, quote(act.name)])).values()];
  const what = `${deeds.join(' or ')} ${count(names.length, 'sensitive file')} within ${WITHIN / hours(1)} hours (${list(names)})`;
  return `${what}${than !== undefined ? `, ${than}` : ''}${isStrange(strange) ? `, ${fromPlace(strange)}` : ''}`;
}
