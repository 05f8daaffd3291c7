// Where an intruder comes from and how they work: their hours, exits, machines,
// patience and care. Drawn anew for each programme, so that no two are alike.
// Does nothing itself; steps do.

import type { Instant } from '../../src/model/time.ts';
import { localTime } from '../calendar.ts';
import { createDevice, strangeDevice, type Device } from '../device.ts';
import { homeExits, hostingExits, placeAt, regions, vpnExits, type Exit, type Place } from '../network.ts';
import type { Rng } from '../random.ts';
import { openSession, type Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import type { Scene } from '../world.ts';

export interface Intruder {
  /** The clock they live by, and the minutes of their day between which they work. */
  readonly zone: string;
  readonly desk: readonly [from: number, until: number];
  /** Where they come out, the one used most first. */
  readonly exits: readonly [Exit, ...Exit[]];
  readonly machines: readonly [Device, ...Device[]];
  /** Stretches or shortens every wait within a sitting; 1 is usual. */
  readonly slowness: number;
  /** Days between two sittings, in the median. */
  readonly patience: number;
  /** From 0 to 1: how much they look at, and how much they clear away. */
  readonly curiosity: number;
  readonly tidiness: number;
}

/** An intruder after somebody who lives there. */
export function drawIntruder(rng: Rng, victim: Person): Intruder {
  const exits = Array.from({ length: rng.int(1, 5) }, () => drawExit(rng, victim));
  const machine = drawMachine(rng);
  const begins = rng.pick([480, 540, 600, 720, 1080, 1260]);
  return {
    zone: rng.chance(0.3) ? victim.office.city.zone : rng.pick(zones),
    desk: [begins, begins + rng.int(240, 600)],
    exits: [exits[0] ?? drawExit(rng, victim), ...exits.slice(1)],
    machines: rng.chance(0.35) ? [machine, drawMachine(rng)] : [machine],
    slowness: clamp(rng.lognormal(1, 0.6), 0.25, 5),
    patience: clamp(rng.lognormal(1.3, 1), 0.1, 8),
    curiosity: rng.between(0.1, 1),
    tidiness: rng.next(),
  };
}

const zones = [
  'Africa/Lagos',
  'Africa/Accra',
  'Africa/Johannesburg',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Dubai',
  'Asia/Ho_Chi_Minh',
  'Asia/Jakarta',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Europe/Bucharest',
  'Europe/London',
  'Europe/Moscow',
] as const;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Rented servers and consumer VPNs mostly; the careful rent a household near their victim. */
export function drawExit(rng: Rng, victim: Person): Exit {
  const drawn = rng.next();
  if (drawn < 0.36) return rng.pick(hostingExits);
  if (drawn < 0.62) return rng.pick(vpnExits);
  if (drawn < 0.76) return rng.pick(homeExits);
  return drawn < 0.88 ? householdNear(rng, victim) : mobileAbroad(rng, victim);
}

function householdNear(rng: Rng, { office }: Person): Exit {
  return { carrier: rng.pick(office.region.home), city: rng.pick(office.region.cities) };
}

export function mobileAbroad(rng: Rng, { office }: Person): Exit {
  const abroad = Object.values(regions).filter(({ country }) => country !== office.region.country);
  const region = rng.pick(abroad);
  return { carrier: rng.pick(region.mobile), city: rng.pick(region.cities) };
}

/** Mostly a computer, often as up to date as the victim's; some work on a phone. */
function drawMachine(rng: Rng): Device {
  if (rng.chance(0.12)) return unknown(createDevice(rng, 'phone', 0, ''));
  return rng.chance(0.5) ? strangeDevice(rng) : unknown(createDevice(rng, 'laptop', 0, ''));
}

/** The directory has never heard of it. */
export const unknown = (device: Device): Device => ({ ...device, id: '', name: '', managed: false });

export const placeOf = (rng: Rng, exit: Exit): Place => placeAt(rng, exit.carrier, exit.city);

/** Signed in as that person, from the exit used most or from another. */
export function sitDownAs(rng: Rng, intruder: Intruder, victim: Person, exit: Exit = usualExit(rng, intruder)): Session {
  return openSession(rng, victim, placeOf(rng, exit), rng.pick(intruder.machines));
}

export const usualExit = (rng: Rng, { exits }: Intruder): Exit => (rng.chance(0.55) ? exits[0] : rng.pick(exits));

/** Some moment of their working hours that begin on that day of theirs. */
export function atTheirDesk(rng: Rng, scene: Scene, { zone, desk }: Intruder, index: number): Instant {
  return localTime(scene.calendar, index, rng.between(desk[0], desk[1]), zone);
}

/** Days on which they sit down, in order: `count` of them, the first on `from`, none after `until`. */
export function sittings(rng: Rng, { patience }: Intruder, from: number, until: number, count: number): number[] {
  const gaps = Array.from({ length: count - 1 }, () => rng.lognormal(patience, 0.7));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  const scale = whole > until - from ? Math.max(0, until - from) / whole : 1;
  let day = from;
  return [from, ...gaps.map((gap) => Math.floor((day += gap * scale)))];
}
