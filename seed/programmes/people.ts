// Whom it happens to, and when they are where: the ordinary side of a programme.

import { minutes, type Instant } from '../../src/model/time.ts';
import { localDay } from '../calendar.ts';
import { attendance, dayDice, momentAtWork, type Attendance } from '../background/attendance.ts';
import type { Rng } from '../random.ts';
import { sessionOn, type Session } from '../session.ts';
import { isThere, teamOf, type DepartmentKind, type Person } from '../tenant.ts';
import type { Scene } from '../world.ts';
import type { Plan } from './programme.ts';

/** Those who are with the company all the while, in drawn order; people nobody else acts on come first. */
export function candidates(plan: Plan, suits: (person: Person) => boolean): Person[] {
  const stay = plan.scene.tenant.people.filter(
    (person) => isThere(person, plan.from) && isThere(person, plan.until) && suits(person),
  );
  const drawn = plan.rng.fork('candidates').shuffle(stay);
  return [...drawn.filter(({ id }) => !plan.taken.has(id)), ...drawn.filter(({ id }) => plan.taken.has(id))];
}

/** The first of them who works on at least some days of the time. */
export function choose(plan: Plan, suits: (person: Person) => boolean): Person | undefined {
  const [first, ...others] = candidates(plan, suits).slice(0, 12);
  if (first === undefined) return undefined;
  const busy = [first, ...others].find(
    (person) => workdays(plan, person, plan.from + 1, Math.min(plan.until - 1, plan.from + 12)).length >= 2,
  );
  return busy ?? first;
}

/** Those are wanted; where there are none, others will do. */
export function chooseAmong(plan: Plan, ...wishes: readonly ((person: Person) => boolean)[]): Person | undefined {
  for (const suits of wishes) {
    const found = choose(plan, suits);
    if (found !== undefined && !plan.taken.has(found.id)) return found;
  }
  return choose(plan, wishes.at(-1) ?? (() => true));
}

export const worksIn =
  (...kinds: readonly DepartmentKind[]) =>
  (person: Person): boolean =>
    kinds.includes(teamOf(person).department.kind);

export const kindOf = (person: Person): DepartmentKind => teamOf(person).department.kind;

/** A passkey cannot be read out, typed into a page or approved by mistake. */
export const hasPhishableFactor = ({ secondFactor }: Person): boolean => secondFactor !== 'passkey';

export interface Workday {
  readonly index: number;
  readonly day: Attendance;
}

/** What somebody does on that day, if they work. */
export function workday(scene: Scene, person: Person, index: number): Workday | undefined {
  const day = attendance(scene, dayDice(scene, person, index), person, index);
  return day?.working === true ? { index, day } : undefined;
}

/** The days somebody works, both ends included. */
export function workdays({ scene }: Pick<Plan, 'scene'>, person: Person, from: number, until: number): Workday[] {
  const all = Array.from({ length: Math.max(0, until - from + 1) }, (_, step) => workday(scene, person, from + step));
  return all.filter((found) => found !== undefined);
}

/** Who works on most weekdays of that time without going abroad; the earlier in the list where several do. */
export function mostPresent({ scene }: Pick<Plan, 'scene'>, people: readonly Person[], from: number, until: number): Person {
  let [best] = people;
  let most = -1;
  for (const person of people) {
    const worked = workdays({ scene }, person, from, until).filter(({ index, day }) => {
      const { weekday } = localDay(scene.calendar, index, person.office.region);
      return weekday > 0 && weekday < 6 && day.place.city.country === person.office.city.country;
    });
    if (worked.length > most) [best, most] = [person, worked.length];
  }
  if (best === undefined) throw new Error('nobody to choose from');
  return best;
}

export interface AtWork {
  readonly day: Workday;
  readonly at: Instant;
}

/** When somebody next gets round to something, at work; undefined when no such moment comes in time. */
export function nextAtWork(plan: Plan, rng: Rng, person: Person, notBefore: Instant): AtWork | undefined {
  for (let index = dayOfMoment(plan.scene, notBefore) - 1; index < plan.until; index++) {
    const day = workday(plan.scene, person, index);
    if (day === undefined || day.day.until <= notBefore + minutes(10)) continue;
    const from = Math.max(day.day.from, notBefore);
    return { day, at: Math.min(from + minutes(rng.lognormal(45, 1.2)), rng.between(from, day.day.until)) };
  }
  return undefined;
}

/** A moment of their day at which they would open a mail. */
export const momentOfTheirs = (rng: Rng, { day }: Workday): Instant => momentAtWork(rng, day);

/** At their own machine, where they are that day anyway. */
export const ownSession = (scene: Scene, person: Person, { index, day }: Workday): Session =>
  sessionOn(scene, person, day.device, day.place, index);

/** Their own phone, wherever they carry it. */
export const ownPhone = (scene: Scene, person: Person, { index, day }: Workday): Session =>
  sessionOn(scene, person, day.phone, day.outside, index);

/** An administrator at work that day, else the first of them at the office. */
export function administratorOn(scene: Scene, index: number): Session {
  const { administrators } = scene.tenant;
  for (const person of administrators) {
    const found = workday(scene, person, index);
    if (found !== undefined) return ownSession(scene, person, found);
  }
  const [first] = administrators;
  const { day } = workdayOrNot(scene, first, index);
  return sessionOn(scene, first, day.device, first.office.exit, index);
}

function workdayOrNot(scene: Scene, person: Person, index: number): { day: Pick<Attendance, 'device'> } {
  const day = attendance(scene, dayDice(scene, person, index), person, index);
  return { day: day ?? { device: person.laptops[0].is } };
}

/** Local day of that moment. */
export const dayOfMoment = ({ calendar }: Scene, at: Instant): number => Math.floor((at - calendar.start) / minutes(1440));

/** The program somebody does their mail in. */
export const mailProgramOf = ({ habits }: Person): 'desktop' | 'web' => (habits.desktopOutlook ? 'desktop' : 'web');
