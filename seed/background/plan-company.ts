// What will be out of the ordinary for the company as a whole.

import { localDay, workingDays, type Calendar } from '../calendar.ts';
import type { Oddity, OddityKind } from '../chronicle.ts';
import { hostingExits, placeAt } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Tenant } from '../tenant.ts';
import type { Scene } from '../world.ts';
import { apart } from './plan-people.ts';

export function planCompany({ tenant, calendar, rng: root }: Omit<Scene, 'chronicle'>): Oddity[] {
  const rng = root.fork('chronicle');
  return apart([...holidays(calendar, tenant), ...mergers(tenant, calendar), ...drawn(rng, calendar, tenant)]);
}

function holidays(calendar: Calendar, { offices }: Tenant): Oddity[] {
  const found: Oddity[] = [];
  for (let index = 0; index < calendar.dayCount; index++)
    if (localDay(calendar, index, offices[0].region).holiday) found.push({ kind: 'holiday', from: index, until: index });
  return found;
}

/** Many who begin on one day came from one other company. */
function mergers({ people }: Tenant, calendar: Calendar): Oddity[] {
  const arrivals = new Map<number, number>();
  for (const { stays } of people)
    if (stays.from > 0 && stays.from < calendar.dayCount) arrivals.set(stays.from, (arrivals.get(stays.from) ?? 0) + 1);
  const wave = Math.max(5, people.length * 0.03);
  return [...arrivals].filter(([, count]) => count >= wave).map(([from]) => ({ kind: 'merger', from, until: from }));
}

/** How often a year; what a large company does more often grows with it. */
const yearly: readonly { readonly kind: OddityKind; readonly rate: number; readonly lasts: number; readonly grows: boolean }[] = [
  { kind: 'marketing-blast', rate: 9, lasts: 0, grows: true },
  { kind: 'mailbox-migration', rate: 0.8, lasts: 2, grows: false },
  { kind: 'reorganisation', rate: 0.8, lasts: 0, grows: false },
  { kind: 'admin-bulk-work', rate: 9, lasts: 0, grows: true },
  { kind: 'phishing-test', rate: 4, lasts: 0, grows: false },
  { kind: 'penetration-test', rate: 1.3, lasts: 1, grows: false },
  { kind: 'sensor-outage', rate: 4, lasts: 1, grows: true },
];

function drawn(rng: Rng, calendar: Calendar, tenant: Tenant): Oddity[] {
  const worked = workingDays(calendar, 0, calendar.dayCount - 1, tenant.offices[0].region);
  if (worked.length === 0) return [];
  const size = Math.min(6, Math.max(1, Math.sqrt(tenant.people.length / 300)));
  return yearly.flatMap(({ kind, rate, lasts, grows }) => {
    const dice = rng.fork(kind);
    const count = dice.poisson((rate * (grows ? size : 1) * calendar.dayCount) / 365);
    return Array.from({ length: count }, (): Oddity => {
      const from = dice.pick(worked);
      return { kind, from, until: Math.min(calendar.dayCount - 1, from + dice.int(0, lasts)), ...placeOf(dice, kind, tenant) };
    });
  });
}

/** The testers' own server; the office whose sensor is down. */
function placeOf(rng: Rng, kind: OddityKind, { offices }: Tenant): Pick<Oddity, 'place'> {
  if (kind === 'sensor-outage') return { place: rng.pick(offices).exit };
  if (kind !== 'penetration-test') return {};
  const { carrier, city } = rng.pick(hostingExits);
  return { place: placeAt(rng, carrier, city) };
}
