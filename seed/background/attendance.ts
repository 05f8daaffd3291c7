// Where somebody spends a day, on which machines, and the hours they work there.

import { hours, minutes, type Instant } from '../../src/model/time.ts';
import { localDay, localTime } from '../calendar.ts';
import type { Oddity } from '../chronicle.ts';
import type { Device } from '../device.ts';
import { placeAt, type Place } from '../network.ts';
import type { Rng } from '../random.ts';
import { isThere, onDay, type Person } from '../tenant.ts';
import type { Scene } from '../world.ts';
import { worksOn } from './absence.ts';
import { departs, journeyOn, legOn, type Journey, type Leg } from './journey.ts';
import { lot } from './lot.ts';

export interface Attendance {
  readonly working: boolean;
  /** Where the laptop is. */
  readonly place: Place;
  /** Where the phone is when it is not with the laptop. */
  readonly outside: Place;
  readonly from: Instant;
  readonly until: Instant;
  readonly monthEnd: boolean;
  readonly atOffice: boolean;
  /** The laptop of that day. */
  readonly device: Device;
  readonly phone: Device;
  /** On a journey only; in the air nothing is online. */
  readonly leg?: Leg;
}

/** The dice of that person's day. */
export const dayDice = (scene: Pick<Scene, 'rng'>, person: Person, index: number): Rng => scene.rng.fork(`${person.id}/${index}`);

/** Undefined on days on which the person is not with the company. */
export function attendance(scene: Scene, rng: Rng, person: Person, index: number): Attendance | undefined {
  if (!isThere(person, index)) return undefined;
  const journey = journeyOn(scene, person, index);
  const leg = journey === undefined ? undefined : legOn(scene, person, journey, index);
  const place =
    journey !== undefined && leg === 'there' ? placeThere(scene, rng, journey) : placeAtHome(scene, rng, person, index);
  const { from, until } = hoursOf(scene, rng, person, index, place.city.zone, leg);

  return {
    working: leg !== 'flying' && worksOn(scene.calendar, person, index),
    place,
    outside: outsideOf(rng, person, index, journey, leg),
    from,
    until,
    monthEnd: localDay(scene.calendar, index, person.office.region).monthEnd,
    atOffice: scene.tenant.offices.some(({ exit }) => exit.address === place.address),
    device: onDay(person.laptops, index),
    phone: onDay(person.phones, index),
    ...(leg === undefined ? {} : { leg }),
  };
}

/** The hotel, or the company's own office in that city. */
function placeThere({ tenant }: Scene, rng: Rng, { place }: Journey): Place {
  const office = tenant.offices.find(({ city }) => city === place.city);
  return office !== undefined && rng.chance(0.7) ? office.exit : place;
}

function placeAtHome(scene: Scene, rng: Rng, person: Person, index: number): Place {
  const veil = oddityOn(scene, person, 'private-vpn', index)?.place;
  const firstDay = person.stays.from === index;
  if (firstDay || !rng.chance(person.habits.homeDays)) return person.office.exit;
  if (veil !== undefined && rng.chance(0.6)) return veil;
  const { vpnExits } = scene.tenant;
  const throughCompany = rng.chance(person.habits.vpnDays);
  return throughCompany ? (vpnExits[person.number % vpnExits.length] ?? vpnExits[0]) : onDay(person.homes, index);
}

/** The hotel's network or the airport's; else the mobile carrier at home, whom roaming phones go through as well. */
function outsideOf(rng: Rng, person: Person, index: number, journey: Journey | undefined, leg: Leg | undefined): Place {
  const { city, region } = person.office;
  if (journey !== undefined && leg === 'there' && rng.chance(0.65)) return journey.place;
  if (leg === 'departing') return placeAt(rng, rng.pick(region.business), city);
  return placeAt(rng, person.mobileCarrier, onDay(person.homes, index).city);
}

/** Early, late, night; a week of each. */
const shifts = [360, 840, 1320] as const;

function hoursOf(scene: Scene, rng: Rng, person: Person, index: number, zone: string, leg: Leg | undefined) {
  const { habits } = person;
  const week = Math.floor(index / 7) + Math.floor(lot(person, 'shift') * 3);
  const usual = habits.rotates ? (shifts[((week % 3) + 3) % 3] ?? shifts[0]) : habits.beginsAt;
  const from = localTime(scene.calendar, index, usual + rng.normal(0, 14), zone);
  const overtime = rng.chance(0.07) ? rng.lognormal(70, 0.5) : 0;
  const end = from + minutes(Math.max(120, habits.hoursAtWork * 60 + rng.normal(0, 20) + overtime));
  const departure = leg === 'departing' ? localTime(scene.calendar, index, departs, zone) : Infinity;
  return { from, until: Math.min(end, Math.max(departure, from + hours(1))) };
}

/** Whether something of that kind is so for them that day. */
export function oddityOn(
  scene: Pick<Scene, 'chronicle'>,
  person: Person,
  kind: Oddity['kind'],
  index: number,
): Oddity | undefined {
  return scene.chronicle.of(person).find((oddity) => oddity.kind === kind && index >= oddity.from && index <= oddity.until);
}

/** A moment of the working day; few of them at lunch. */
export function momentAtWork(rng: Rng, { from, until }: Pick<Attendance, 'from' | 'until'>): Instant {
  const drawn = rng.between(from, until);
  const lunch = from + minutes(215);
  const atLunch = drawn > lunch && drawn < lunch + minutes(50);
  return atLunch && rng.chance(0.7) ? rng.between(from, until) : drawn;
}

/** A moment of the evening after. */
export const momentInEvening = (rng: Rng, { until }: Attendance): Instant => until + minutes(rng.between(40, 240));

/** A moment of a day off, mid-morning to night. */
export const momentOff = (rng: Rng, scene: Pick<Scene, 'calendar'>, index: number, place: Place): Instant =>
  localTime(scene.calendar, index, rng.between(540, 1290), place.city.zone);
