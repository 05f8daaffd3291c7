// Tokens that programs renew while nobody looks: on the laptop at work, on the
// phone all day and every day.

import { minutes, type Instant } from '../../src/model/time.ts';
import { refresh, type Refresh } from '../acts/sign-in.ts';
import { localTime } from '../calendar.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import { onDay } from '../tenant.ts';
import { targets, type Target } from '../wire/apps.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { onPhone, type PersonDay } from './today.ts';

const laptops: readonly Target[] = [
  targets.office,
  targets.office,
  targets.teams,
  targets.teams,
  targets.sharePoint,
  targets.officeHome,
];
const phones: readonly Target[] = [targets.outlookMobile, targets.outlookMobile, targets.teams];

export function tokensRenewed(world: World, day: PersonDay): SeedRecord[] {
  if (!world.telemetry.nonInteractive || day.attendance.leg === 'flying') return [];
  const rng = day.rng.fork('tokens');
  return [...(day.attendance.working ? onTheLaptop(world, rng, day) : []), ...onThePhone(world, rng, day)];
}

function onTheLaptop(world: World, rng: Rng, { desk, attendance }: PersonDay): SeedRecord[] {
  const incomingToken: Refresh['incomingToken'] = desk.device.managed ? 'primaryRefreshToken' : 'refreshToken';
  return Array.from({ length: rng.poisson(2.6) }, () =>
    renew(world, rng, desk, momentAtWork(rng, attendance), rng.pick(laptops), incomingToken),
  ).flat();
}

/** At work it is in the building; before and after it is at home or in the street. */
function onThePhone(world: World, rng: Rng, day: PersonDay): SeedRecord[] {
  const { person, attendance, index } = day;
  const { from, until, working, outside, place } = attendance;
  return Array.from({ length: rng.poisson(working ? 1.5 : 0.8) }, () => {
    const at = localTime(world.calendar, index, rng.between(400, 1_400), place.city.zone);
    if (attendance.leg === 'departing' && at > until) return [];
    const atWork = working && at > from - minutes(20) && at < until;
    const where =
      atWork && rng.chance(0.6) ? place : attendance.leg !== undefined || rng.chance(0.4) ? outside : onDay(person.homes, index);
    return renew(world, rng, onPhone(world, day, where), at, rng.pick(phones), 'refreshToken');
  }).flat();
}

/** Now and then the service wants to see a person again. */
function renew(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  target: Target,
  incomingToken: Refresh['incomingToken'],
): SeedRecord[] {
  const fails = rng.chance(0.015) ? { outcome: rng.pick(['strongRequired', 'factorRequired'] as const) } : {};
  return refresh(world, rng, { at, session, target, incomingToken, ...fails });
}
