// Where on a journey somebody is: at the airport, in the air, there. Nobody is
// in two cities sooner than an aeroplane could bring them; their home carrier's
// roaming may still say so.

import { kmBetween } from '../../src/model/sphere.ts';
import { hours, type Millis } from '../../src/model/time.ts';
import { localTime } from '../calendar.ts';
import type { Oddity } from '../chronicle.ts';
import type { City, Place } from '../network.ts';
import type { Person } from '../tenant.ts';
import type { Scene } from '../world.ts';

export type Leg = 'departing' | 'flying' | 'there';

export interface Journey extends Oddity {
  readonly place: Place;
}

/** Minutes of the day: when they leave the office for a far journey, when they open and close the laptop elsewhere. */
export const departs = 13 * 60;
const [wakes, retires] = [7 * 60, 23 * 60];

export function journeyOn(scene: Pick<Scene, 'chronicle'>, person: Person, index: number): Journey | undefined {
  for (const oddity of scene.chronicle.of(person)) {
    if (oddity.kind !== 'journey' || index < oddity.from || index > oddity.until) continue;
    if (oddity.place !== undefined) return { ...oddity, place: oddity.place };
  }
  return undefined;
}

export function legOn({ calendar }: Pick<Scene, 'calendar'>, person: Person, journey: Journey, index: number): Leg {
  const home = person.office.city;
  const { city: abroad } = journey.place;
  if (kmBetween(home, abroad) < near) return 'there';
  if (index === journey.from) return 'departing';

  const flight = flightTime(home, abroad);
  const arrived =
    localTime(calendar, index, wakes, abroad.zone) - localTime(calendar, journey.from, departs, home.zone) >= flight;
  const mayStay =
    localTime(calendar, journey.until + 1, wakes, home.zone) - localTime(calendar, index, retires, abroad.zone) >= flight;
  return arrived && mayStay ? 'there' : 'flying';
}

/** Within this one drives, or takes an early train. */
const near = 1_200;

const flightTime = (a: City, b: City): Millis => hours(3 + kmBetween(a, b) / 780);
