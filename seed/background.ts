// Quiet weeks: what sixty people leave in the logs when nothing is wrong.

import type { Rng } from './random.ts';
import type { SeedRecord } from './record.ts';
import type { Place } from './network.ts';
import { sessionOn } from './session.ts';
import type { Person } from './tenant.ts';
import type { World } from './world.ts';
import { attendance, homeOf, momentInEvening, momentOff, type Attendance } from './background/attendance.ts';
import { filesAtWork } from './background/files.ts';
import { mailAtWork, mailByPhone } from './background/mail.ts';
import { occasionsOn, type Occasion } from './background/occasions.ts';
import { shortlyBefore, signsInAtWork, signsInByPhone } from './background/sign-ins.ts';

/** One local day of everybody's ordinary life. */
export function ordinaryDay(world: World, occasions: readonly Occasion[], index: number): SeedRecord[] {
  const lives = world.tenant.people.flatMap((person) => personDay(world, person, index));
  world.post.deliver();
  return [...lives, ...occasionsOn(world, occasions, index)];
}

function personDay(world: World, person: Person, index: number): SeedRecord[] {
  const rng = world.rng.fork(`${person.id}/${index}`);
  const day = attendance(world, rng, person, index);
  if (day === undefined) return [];
  return day.working ? workingDay(world, rng, person, day, index) : dayOff(world, rng, person, day, index);
}

function workingDay(world: World, rng: Rng, person: Person, day: Attendance, index: number): SeedRecord[] {
  const session = sessionOn(world, person, person.laptop, day.place, index);
  const busy = person.team === 'finance' && day.monthEnd ? 1.6 : 1;
  const pace = person.habits.pace * busy;

  return [
    ...signsInAtWork(world, rng, session, day, index),
    ...mailAtWork(world, rng, session, day, pace),
    ...filesAtWork(world, rng, session, day, pace),
    ...(rng.chance(0.45)
      ? onThePhone(world, rng, person, eveningPlace(world, rng, person, day, index), momentInEvening(rng, day), index)
      : []),
  ];
}

/** Weekends, holidays, leave: the phone, at most. */
function dayOff(world: World, rng: Rng, person: Person, day: Attendance, index: number): SeedRecord[] {
  if (!rng.chance(person.habits.weekendMail)) return [];
  const place = eveningPlace(world, rng, person, day, index);
  return onThePhone(world, rng, person, place, momentOff(rng, world, index, place), index);
}

function onThePhone(world: World, rng: Rng, person: Person, place: Place, at: number, index: number): SeedRecord[] {
  const session = sessionOn(world, person, person.phone, place, index);
  return [
    ...(rng.chance(0.3) ? signsInByPhone(world, rng, session, shortlyBefore(rng, at)) : []),
    ...mailByPhone(world, rng, session, at),
  ];
}

/** On a trip the hotel's network; otherwise home or the mobile carrier. */
function eveningPlace(world: World, rng: Rng, person: Person, day: Attendance, index: number): Place {
  const travelling = world.cast.trips.some(({ hotel }) => hotel === day.place);
  return travelling || rng.chance(0.5) ? day.outside : homeOf(world, person, index);
}
