// Where somebody spends a day, and the hours they work there.

import { minutes, type Instant } from '../../src/model/time.ts';
import { localDay, localTime } from '../calendar.ts';
import { placeAt, type Place } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Person } from '../tenant.ts';
import type { World } from '../world.ts';

export interface Attendance {
  readonly working: boolean;
  readonly place: Place;
  /** Where the phone is when it is not with the laptop. */
  readonly outside: Place;
  readonly from: Instant;
  readonly until: Instant;
  readonly monthEnd: boolean;
}

/** Undefined before somebody's first day. */
export function attendance(world: World, rng: Rng, person: Person, index: number): Attendance | undefined {
  const joined = world.cast.joiners.get(person.id);
  if (joined !== undefined && index < joined) return undefined;

  const day = localDay(world.calendar, index);
  const place = placeOf(world, rng, person, index);
  const { utcOffset } = place.city;
  const begins = person.habits.beginsAt + rng.normal(0, 14);
  const from = localTime(world.calendar, index, begins, utcOffset);

  return {
    working: day.working && !isAway(world, rng, person, index, day.summerBreak),
    place,
    outside: awayOn(world, person, index)?.hotel ?? placeAt(rng, person.mobileCarrier, person.office.city),
    from,
    until: from + minutes(person.habits.hoursAtWork * 60 + rng.normal(0, 20)),
    monthEnd: day.monthEnd,
  };
}

const awayOn = (world: World, person: Person, index: number) =>
  world.cast.trips.find((trip) => trip.person === person && index >= trip.from && index <= trip.until);

function placeOf(world: World, rng: Rng, person: Person, index: number): Place {
  const trip = awayOn(world, person, index);
  if (trip !== undefined) return trip.hotel;
  const firstDay = world.cast.joiners.get(person.id) === index;
  return !firstDay && rng.chance(person.habits.homeDays) ? homeOf(world, person, index) : person.office.exit;
}

/** A household's address lasts until its carrier gives it another. */
export function homeOf(world: World, person: Person, index: number): Place {
  const changesOn = world.rng.fork(`home/${person.id}`).int(4, 90);
  return index < changesOn ? person.homes[0] : person.homes[1];
}

function isAway(world: World, rng: Rng, person: Person, index: number, summerBreak: boolean): boolean {
  const { takeoverVictim, phoneSwapVictim } = world.cast;
  // These two are needed at their desks; everybody else may be ill or on the beach.
  if (person === takeoverVictim || person === phoneSwapVictim || awayOn(world, person, index)) return false;
  return rng.chance(0.03) || (summerBreak && takesSummerOff(world, person)) || onLeave(world, person, index);
}

const takesSummerOff = (world: World, person: Person): boolean => world.rng.fork(`summer/${person.id}`).chance(0.6);

function onLeave(world: World, person: Person, index: number): boolean {
  const dice = world.rng.fork(`leave/${person.id}`);
  if (!dice.chance(0.35)) return false;
  const from = dice.int(0, world.calendar.dayCount);
  return index >= from && index < from + dice.int(2, 9);
}

/** A moment of the working day; few of them at lunch. */
export function momentAtWork(rng: Rng, { from, until }: Attendance): Instant {
  const drawn = rng.between(from, until);
  const lunch = from + minutes(215);
  const atLunch = drawn > lunch && drawn < lunch + minutes(50);
  return atLunch && rng.chance(0.7) ? rng.between(from, until) : drawn;
}

/** A moment of the evening after. */
export const momentInEvening = (rng: Rng, { until }: Attendance): Instant => until + minutes(rng.between(40, 240));

/** A moment of a day off, mid-morning to night. */
export const momentOff = (rng: Rng, world: World, index: number, place: Place): Instant =>
  localTime(world.calendar, index, rng.between(540, 1290), place.city.utcOffset);
