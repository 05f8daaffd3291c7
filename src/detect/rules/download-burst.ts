// Far more files were taken along than this person takes, in a short time or over a day.
//
// Reading leaves the files where they are; downloading does not. From a place that is rare for the person and their
// peers a dozen suffice; at home a burst counts only when it leaves the person's own days far behind, and then little,
// since new laptops, zipped folders and moves to another disk look the same.
//
// Blind to: slow downloads at the usual rate, files opened and copied by hand, peers' own rates, and a thief who uses
// the person's managed device at their desk.

import { detection } from '../detection.ts';
import {
  concerning,
  fromPlace,
  idsOf,
  isPerson,
  isRare,
  isStrange,
  raised,
  strangePlace,
  unbroken,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { count, list, quote, span } from '../words.ts';
import type { FileAccess } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days, hours, minutes, type Millis } from '../../model/time.ts';

/** Distinct files from a rare place, within an hour and without a day's pause: a traveller fetches a handful. */
const FROM_RARE_PLACE = 10;
const MANY = 25;
/** At home: within ten minutes, and over the day. */
const BURST = 50;
const DAY = 150;
const FEWEST_DAYS = 5;
const MOST_EVIDENCE = 200;

export const downloadBurst = detection({
  id: 'download-burst',
  title: 'Unusual number of files downloaded',
  stage: 'exfiltration',
  tactics: ['collection', 'exfiltration'],
  techniques: ['T1530'],
  severity: 'high',
  wakesOn: ['fileAccess'],
  guards:
    'Files are counted once; agents and services never; at home only a count thrice the person’s fullest day, needing five days of past; synchronisation at home, a managed device and one folder taken as a whole weigh less or nothing.',
  blindTo: 'The usual rate, slowly; peers’ rates; and the person’s own device at their desk.',

  judge(file, past) {
    if (!isPerson(file) || !isDownload(file)) return;
    const strange = strangePlace(file, past);
    const weighed = isStrange(strange) ? fromStrangePlace(file, strange, past) : beyondOwnRate(file, past);
    if (weighed === undefined) return;

    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: `${file.actor}/${shown === undefined ? 'home' : (file.country ?? file.address ?? '')}`,
      gathersFor: hours(24),
      severity: weighed.severity,
      surpriseBits: shown?.rarity.bits ?? 0,
      says: tell(weighed, shown),
      about: concerning(weighed.taken, shown),
      because: idsOf(weighed.taken.slice(0, MOST_EVIDENCE)),
    };
  },
});

interface Weighed {
  readonly severity: Severity;
  readonly taken: readonly FileAccess[];
  readonly within: Millis;
  readonly than?: string;
}

const isDownload = (file: FileAccess): boolean => file.outcome === 'success' && !file.automatic && file.deed === 'downloaded';
const isSync = ({ operation }: FileAccess): boolean => /^filesync/i.test(operation);

/** Newest first, the judged one in front. */
const takenBefore = (
  file: FileAccess,
  past: Past,
  within: Millis,
  which: (act: FileAccess) => boolean,
): readonly FileAccess[] => [file, ...past.before(['fileAccess'], within).filter((act) => isDownload(act) && which(act))];

const filesIn = (taken: readonly FileAccess[]): number => new Set(taken.map(({ file }) => file)).size;

function fromStrangePlace(file: FileAccess, strange: Strange, past: Past): Weighed | undefined {
  const isSameHand = (act: FileAccess): boolean =>
    act.serviceAddress !== true && (act.address === file.address || (strange.by === 'country' && act.country === file.country));
  // slowly is no better: five an hour through the night are as gone
  const taken = takenBefore(file, past, days(7), isSameHand);
  const run = [file, ...unbroken(file, taken.slice(1), hours(24))];
  const lately = run.filter((act) => file.at - act.at <= hours(1));
  const files = filesIn(run);
  if (filesIn(lately) < FROM_RARE_PLACE && files < MANY) return;

  const severity: Severity = files >= MANY || run.some(isSync) ? 'high' : 'medium';
  const within = file.at - (run.at(-1) ?? file).at;
  return { severity: isRare(strange) ? severity : raised(severity, strange.by === 'country' ? -1 : -2), taken: run, within };
}

function beyondOwnRate(file: FileAccess, past: Past): Weighed | undefined {
  const { today, activeDays, median, deviation, highest, usual } = past.rate('filesDownloaded');
  if (
    activeDays < FEWEST_DAYS ||
    today <= usual ||
    today <= 3 * highest ||
    today <= median + 6 * Math.max(deviation, median / 10, 2)
  )
    return;

  const lately = takenBefore(file, past, minutes(10), () => true);
  const isBurst = filesIn(lately) >= BURST;
  if (!isBurst && today < DAY) return;
  const taken = isBurst ? lately : takenBefore(file, past, hours(24), () => true);
  if (taken.every((act) => isSync(act)) || (file.managed === true && isOneFolder(taken))) return;

  const than = `where ${Math.round(median)} are usual a day and ${highest} were the most in ${activeDays} days`;
  const isLess = file.managed === true || isOneFolder(taken) || past.knows('device');
  return { severity: isLess ? 'informational' : 'low', taken, within: isBurst ? minutes(10) : hours(24), than };
}

/** A folder taken as a whole, or a zip of it. */
const isOneFolder = (taken: readonly FileAccess[]): boolean =>
  new Set(taken.map(({ file }) => file.slice(0, Math.max(0, file.lastIndexOf('/'))))).size === 1;

function tell({ taken, within, than }: Weighed, strange: Strange | undefined): string {
  const synced = new Set(taken.filter(isSync).map(({ file }) => file)).size;
  const sites = [...new Set(taken.flatMap(({ site }) => site ?? []))].sort().map((site) => quote(site));
  const often = taken.length >= 2 * filesIn(taken) ? [`${taken.length} times in all`] : [];
  const how = [...often, ...(synced > 0 ? [`${synced} of them by synchronising`] : [])];
  const from = sites.length > 0 ? ` from ${list(sites)}` : '';
  return `downloaded ${count(filesIn(taken), 'file')} within ${span(within)}${how.length > 0 ? ` (${how.join(', ')})` : ''}${from}${than === undefined ? '' : `, ${than}`}${strange === undefined ? '' : `, ${fromPlace(strange)}`}`;
}
