// One local day of the company: who is in, where, on which machine. Made once a
// day, so that nobody is looked for among everybody.

import type { Oddity } from '../chronicle.ts';
import type { Rng } from '../random.ts';
import { sessionOn, type Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import type { World } from '../world.ts';
import { attendance, dayDice, type Attendance } from './attendance.ts';

/** Somebody's day. */
export interface PersonDay {
  readonly index: number;
  readonly person: Person;
  readonly attendance: Attendance;
  /** Dice of this day; each kind of work forks its own. */
  readonly rng: Rng;
  /** At their laptop, wherever it is today. */
  readonly desk: Session;
  /** What is out of the ordinary for them today. */
  readonly oddities: readonly Oddity[];
}

export interface Today {
  readonly index: number;
  readonly people: readonly PersonDay[];
  readonly byId: ReadonlyMap<string, PersonDay>;
  /** Everybody's and the company's: those that begin, go on or end today. */
  readonly oddities: readonly Oddity[];
  /** Administrators at work; the first of all when none is, called in. */
  readonly onDuty: readonly [PersonDay, ...PersonDay[]];
}

export function openToday(world: World, index: number): Today {
  const people = world.tenant.people.flatMap((person) => personDay(world, person, index) ?? []);
  const byId = new Map(people.map((day) => [day.person.id, day]));
  const oddities = world.chronicle.all.filter(({ from, until }) => index >= from && index <= until);
  return { index, people, byId, oddities, onDuty: dutyOf(world, byId) };
}

function personDay(world: World, person: Person, index: number): PersonDay | undefined {
  const rng = dayDice(world, person, index);
  const day = attendance(world, rng, person, index);
  if (day === undefined) return undefined;
  const desk = sessionOn(world, person, day.device, day.place, index);
  const oddities = world.chronicle.of(person).filter(({ from, until }) => index >= from && index <= until);
  return { index, person, attendance: day, rng, desk, oddities };
}

function dutyOf({ tenant }: World, byId: ReadonlyMap<string, PersonDay>): [PersonDay, ...PersonDay[]] {
  const there = tenant.administrators.flatMap(({ id }) => byId.get(id) ?? []);
  const [first, ...others] = there.filter(({ attendance: { working } }) => working);
  if (first !== undefined) return [first, ...others];
  const [anybody] = there;
  if (anybody === undefined) throw new Error('no administrator is with the company any more');
  return [anybody];
}

/** Working days of all those at work. */
export const atWork = ({ people }: Today): PersonDay[] => people.filter(({ attendance: { working } }) => working);

/** At the same desk with the phone instead, wherever that is. */
export const onPhone = (world: World, { person, attendance: { phone }, index }: PersonDay, place: Session['place']): Session =>
  sessionOn(world, person, phone, place, index);

export const isAt = (day: PersonDay, kind: Oddity['kind']): Oddity | undefined =>
  day.oddities.find((oddity) => oddity.kind === kind);
