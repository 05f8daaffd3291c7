// What the sensor of an office sees of the people in it: the cloud, updates,
// printers, the web.

import { localTime } from '../calendar.ts';
import { connect, type Connect } from '../acts/network.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import { pickWeighted } from '../weighted.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import type { PersonDay, Today } from './today.ts';

type Destination = Connect['to'];

/** Names and address blocks of the services are the real ones; nothing is ever sent there. */
const services: readonly { readonly name: string; readonly prefix: string; readonly often: number; readonly bytes: number }[] = [
  { name: 'outlook.office365.com', prefix: '52.96.', often: 0.26, bytes: 180_000 },
  { name: 'teams.microsoft.com', prefix: '52.113.', often: 0.2, bytes: 240_000 },
  { name: 'login.microsoftonline.com', prefix: '20.190.', often: 0.12, bytes: 14_000 },
  { name: 'graph.microsoft.com', prefix: '20.20.', often: 0.08, bytes: 22_000 },
  { name: 'settings-win.data.microsoft.com', prefix: '51.104.', often: 0.06, bytes: 6_000 },
  { name: 'download.windowsupdate.com', prefix: '23.55.', often: 0.04, bytes: 9_000_000 },
  { name: 'www.bing.com', prefix: '204.79.', often: 0.05, bytes: 90_000 },
];

export function connectionsFrom(world: World, today: Today, day: PersonDay): SeedRecord[] {
  const { attendance, person } = day;
  if (!world.telemetry.network || !attendance.atOffice || isBlind(today, day)) return [];
  const office = world.tenant.offices.find(({ exit }) => exit.address === attendance.place.address) ?? person.office;
  const rng = day.rng.fork('network');
  return Array.from({ length: 1 + rng.poisson(1.7) }, () => {
    const to = destination(rng, day);
    const at = momentAtWork(rng, attendance);
    const host = rng.chance(0.85) ? attendance.device : attendance.phone;
    const bytesIn = Math.round(rng.lognormal(to.bytes, 1.1));
    const bytesOut = Math.round(rng.lognormal(to.bytes / 9, 1));
    return connect(world, rng, { at, office, host, to: to.to, bytesOut, bytesIn, seconds: rng.lognormal(to.lasts, 1.2) });
  }).flat();
}

/** The sensor of that office is down. */
const isBlind = ({ oddities }: Today, { attendance }: PersonDay): boolean =>
  oddities.some(({ kind, place }) => kind === 'sensor-outage' && place?.address === attendance.place.address);

function destination(rng: Rng, { person, attendance }: PersonDay): { to: Destination; bytes: number; lasts: number } {
  const draw = rng.next();
  let sum = 0;
  for (const { name, prefix, often, bytes } of services) {
    sum += often;
    if (draw < sum)
      return { to: { address: `${prefix}${rng.int(0, 63)}.${rng.int(1, 250)}`, port: 443, name }, bytes, lasts: 45 };
  }
  if (draw < 0.9) return { to: printer(rng, person.office.inside, attendance), bytes: 3_000, lasts: 4 };
  const partner = pickWeighted(rng, person.circle.correspondents)?.partner;
  if (partner === undefined) return { to: printer(rng, person.office.inside, attendance), bytes: 3_000, lasts: 4 };
  return { to: { address: partner.server.address, port: 443, name: `www.${partner.domain}` }, bytes: 120_000, lasts: 20 };
}

const printer = (rng: Rng, inside: string, { device }: PersonDay['attendance']): Destination => ({
  address: `${inside}.250.${10 + (device.name.length + rng.int(0, 3))}`,
  port: rng.chance(0.8) ? 9100 : 631,
});

/** Machines left running look for updates at night. */
export function nightlyUpdates(world: World, today: Today, day: PersonDay): SeedRecord[] {
  const { attendance, person } = day;
  const rng = day.rng.fork('night');
  if (!world.telemetry.network || !attendance.atOffice || isBlind(today, day) || !rng.chance(0.08)) return [];
  const at = localTime(world.calendar, day.index, rng.between(1_330, 1_435), person.office.city.zone);
  const to = { address: `23.55.${rng.int(0, 63)}.${rng.int(1, 250)}`, port: 443, name: 'download.windowsupdate.com' };
  const bytesIn = Math.round(rng.lognormal(60_000_000, 0.8));
  return connect(world, rng, {
    at,
    office: person.office,
    host: attendance.device,
    to,
    bytesOut: 40_000,
    bytesIn,
    seconds: rng.between(30, 900),
  });
}
