// Other products' alerts about what is nobody's crime. Most come from something:
// a traveller, a new machine, a private VPN, many files; some from nothing.

import { minutes, type Instant } from '../../src/model/time.ts';
import { alert, type Alert } from '../acts/alert.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { mailsIn } from './mail.ts';
import { isAt, type PersonDay } from './today.ts';

type Cause = Pick<Alert, 'product' | 'title' | 'severity'> & {
  /** Chance on a working day on which it is so. */
  readonly often: number;
  readonly when: (day: PersonDay) => boolean;
};

const always = () => true;
const abroad = ({ attendance, person }: PersonDay) =>
  attendance.leg === 'there' && attendance.place.city.country !== person.office.region.country;
const begins = (kind: Parameters<typeof isAt>[1]) => (day: PersonDay) => isAt(day, kind)?.from === day.index;

const causes: readonly Cause[] = [
  { product: 'identityProtection', title: 'unfamiliarFeatures', severity: 'low', often: 0.0035, when: always },
  { product: 'identityProtection', title: 'unfamiliarFeatures', severity: 'medium', often: 0.0006, when: always },
  { product: 'identityProtection', title: 'unfamiliarFeatures', severity: 'low', often: 0.12, when: begins('new-laptop') },
  { product: 'identityProtection', title: 'unfamiliarFeatures', severity: 'low', often: 0.08, when: begins('moved-house') },
  { product: 'identityProtection', title: 'unlikelyTravel', severity: 'low', often: 0.07, when: abroad },
  {
    product: 'identityProtection',
    title: 'anonymizedIPAddress',
    severity: 'medium',
    often: 0.06,
    when: (day) => isAt(day, 'private-vpn') !== undefined,
  },
  { product: 'cloudApps', title: 'Impossible travel activity', severity: 'medium', often: 0.05, when: abroad },
  { product: 'cloudApps', title: 'Activity from infrequent country', severity: 'medium', often: 0.09, when: abroad },
  {
    product: 'cloudApps',
    title: 'Multiple failed login attempts',
    severity: 'low',
    often: 0.25,
    when: begins('forgotten-password'),
  },
  {
    product: 'cloudApps',
    title: 'Mass download by a single user',
    severity: 'medium',
    often: 0.4,
    when: begins('large-download'),
  },
  { product: 'cloudApps', title: 'Unusual file share activity (by user)', severity: 'low', often: 0.0003, when: always },
  {
    product: 'cloudApps',
    title: 'Unusual administrative activity (by user)',
    severity: 'medium',
    often: 0.03,
    when: ({ person }) => person.habits.onCall,
  },
  {
    product: 'cloudApps',
    title: 'Unusual file deletion activity (by user)',
    severity: 'low',
    often: 0.2,
    when: begins('spring-cleaning'),
  },
  {
    product: 'defenderForEndpoint',
    title: 'Suspicious PowerShell command line',
    severity: 'medium',
    often: 0.0002,
    when: always,
  },
  {
    product: 'defenderForEndpoint',
    title: "An active 'Presenoker' unwanted software was detected",
    severity: 'low',
    often: 0.0004,
    when: always,
  },
  {
    product: 'defenderForEndpoint',
    title: 'Unwanted software was prevented',
    severity: 'informational',
    often: 0.0003,
    when: always,
  },
  {
    product: 'defenderForEndpoint',
    title: 'Connection to a custom network indicator',
    severity: 'low',
    often: 0.0001,
    when: always,
  },
];

/** About mails, which the alert names. */
const mailCauses: readonly Cause[] = [
  {
    product: 'defenderForOffice',
    title: 'A potentially malicious URL click was detected',
    severity: 'high',
    often: 0.0003,
    when: always,
  },
  {
    product: 'defenderForOffice',
    title: 'Email messages containing malicious URL removed after delivery',
    severity: 'informational',
    often: 0.0012,
    when: always,
  },
  {
    product: 'defenderForOffice',
    title: 'Email reported by user as malware or phish',
    severity: 'low',
    often: 0.0015,
    when: always,
  },
];

export function alertsAbout(world: World, day: PersonDay): SeedRecord[] {
  if (!world.telemetry.alerts) return [];
  const rng = day.rng.fork('alerts');
  return [
    ...raised(rng, day, causes).flatMap((cause) => raise(world, rng, day, cause)),
    ...raised(rng, day, mailCauses).flatMap((cause) => {
      const [message] = mailsIn(world, rng, day.person, day.person.mailbox, '\\Inbox', 1);
      return raise(world, rng, day, cause, message === undefined ? {} : { message });
    }),
  ];
}

const raised = (rng: Rng, day: PersonDay, from: readonly Cause[]): Cause[] =>
  from.filter(({ often, when }) => when(day) && rng.chance(often));

function raise(
  world: World,
  rng: Rng,
  day: PersonDay,
  { product, title, severity }: Cause,
  more: Pick<Alert, 'message'> = {},
): SeedRecord[] {
  const at = momentAtWork(rng, day.attendance);
  const { person, attendance } = day;
  return alert(world, rng, {
    at,
    seenAt: later(rng, at),
    product,
    title,
    severity,
    person,
    ...(product === 'defenderForOffice' ? {} : { place: attendance.place, device: attendance.device }),
    ...more,
  });
}

/** Minutes after, sometimes hours. */
const later = (rng: Rng, at: Instant): Instant => at + minutes(rng.lognormal(18, 1));
