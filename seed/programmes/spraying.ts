// One password against many accounts: what the attack that gets in and the one
// that does not have in common.

import { hours, minutes, type Instant } from '../../src/model/time.ts';
import { createDevice, strangeDevice, type Device } from '../device.ts';
import { givenNames, surnames } from '../names.ts';
import type { Place } from '../network.ts';
import type { Rng } from '../random.ts';
import { openSession } from '../session.ts';
import type { Person, Tenant } from '../tenant.ts';
import { targets, type Target } from '../wire/apps.ts';
import type { Outcome, Protocol } from '../wire/sign-in.ts';
import type { Course } from './course.ts';
import { drawExit, placeOf, unknown } from './infrastructure.ts';
import type { Act } from './programme.ts';
import { guesses, type Guess } from './steps/sign-in.ts';

export interface Spray {
  /** Who is on the list, not everybody of whom still works here. */
  readonly accounts: readonly Person[];
  readonly places: readonly Place[];
  readonly device: Device;
  readonly target: Target;
  readonly protocol: Protocol;
  readonly secondsApart: number;
  /** Share of names on the list that nobody has, or no longer. */
  readonly stale: number;
}

/** A list off the net, a few exits or many, and a door that asks for a password alone. */
export function drawSpray(rng: Rng, tenant: Tenant, near: Person): Spray {
  const size = Math.min(tenant.people.length, Math.round(rng.lognormal(45, 0.7)), 160);
  const exits = rng.chance(0.5) ? rng.int(1, 3) : rng.int(6, 30);
  return {
    accounts: rng.some(tenant.people, Math.max(6, size)),
    places: Array.from({ length: exits }, () => placeOf(rng, drawExit(rng, near))),
    device: rng.chance(0.5) ? strangeDevice(rng) : unknown(createDevice(rng, 'laptop', 0, '')),
    target: rng.pick([targets.office, targets.officeHome, targets.outlookWeb, targets.azurePortal, targets.teams]),
    protocol: rng.chance(0.5) ? 'ropc' : 'none',
    secondsApart: rng.lognormal(25, 1.2),
    stale: rng.chance(0.5) ? rng.between(0, 0.15) : 0,
  };
}

/** One password tried on all of them; those tried too often are locked for a while. */
export function round(rng: Rng, tenant: Tenant, spray: Spray, number: number): Act {
  const list = rng.shuffle(spray.accounts);
  const tries = list.map((person): Guess => {
    const session = openSession(rng, person, rng.pick(spray.places), spray.device);
    if (rng.chance(spray.stale)) return { session, outcome: 'noSuchUser', typed: formerName(rng, tenant) };
    return { session, outcome: missed(rng, number) };
  });
  return guesses(tries, spray.target, spray.protocol, spray.secondsApart);
}

const missed = (rng: Rng, number: number): Outcome => (number > 1 && rng.chance(0.06) ? 'locked' : 'wrongPassword');

const formerName = (rng: Rng, { domain }: Tenant): string =>
  `${rng.pick(givenNames)}.${rng.pick(surnames)}@${domain}`.toLowerCase();

/** Some rounds, hours or days apart; the first at that moment, the last well before the end. */
export function sprays(
  course: Course,
  rng: Rng,
  tenant: Tenant,
  spray: Spray,
  rounds: number,
  from: Instant,
  until: Instant,
): void {
  const longest = Math.max(0, until - from) / Math.max(1, rounds);
  course.goTo(from);
  for (let number = 0; number < rounds; number++) {
    course.does('guesses', 'credential-access', round(rng, tenant, spray, number));
    const lasts = minutes((spray.accounts.length * spray.secondsApart * 1.3) / 60);
    course.goTo(course.now() + Math.max(lasts, Math.min(longest, hours(rng.lognormal(9, 1.2)))));
  }
}
