// What programmes of intruders have in common: one victim to begin with, one
// intruder, days on which they sit down, and a course to put the steps in.

import { moveTo, momentOn, type Plan } from './programme.ts';
import { openCourse, type Course } from './course.ts';
import { atTheirDesk, drawIntruder, placeOf, sitDownAs, sittings, usualExit, type Intruder } from './infrastructure.ts';
import { workdays, type Workday } from './people.ts';
import type { Rng } from '../random.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import { signsIn } from './steps/sign-in.ts';

export interface Intrusion {
  readonly plan: Plan;
  readonly rng: Rng;
  readonly course: Course;
  readonly intruder: Intruder;
  readonly victim: Person;
  /** The victim's day on which it begins for them. */
  readonly first: Workday;
  /** The intruder's later days, in order. */
  readonly later: readonly number[];
}

/** Undefined when the victim is never at work in time. */
export function openIntrusion(plan: Plan, victim: Person, count: number, patience?: number): Intrusion | undefined {
  const drawn = drawIntruder(plan.rng.fork('intruder'), victim);
  const intruder = patience === undefined ? drawn : { ...drawn, patience };
  const rng = plan.rng.fork('course');
  const first = beginning(plan, rng, victim, Math.ceil(intruder.patience * count));
  if (first === undefined) return undefined;
  const later = sittings(rng, intruder, first.index, plan.until - 1, count + 1).slice(1);
  return { plan, rng, course: openCourse(rng.fork('pace'), intruder.slowness), intruder, victim, first, later };
}

/** A day of work early enough for what is to follow. */
export function beginning(plan: Plan, rng: Rng, victim: Person, length: number): Workday | undefined {
  const latest = Math.max(plan.from + 1, plan.until - 2 - length);
  const early = workdays(plan, victim, plan.from + 1, latest);
  const [any] = early.length > 0 ? early : workdays(plan, victim, latest + 1, plan.until - 2);
  return early.length > 0 ? rng.pick(early) : any;
}

/** Goes on at their desk on that day; a machine of theirs, signed in anew. */
export function sitDown({ plan, rng, course, intruder, victim }: Intrusion, index: number): Session {
  course.goTo(atTheirDesk(rng, plan.scene, intruder, index));
  return sitDownAs(rng, intruder, victim);
}

/** Goes on at their desk on that day with a session they have: from where it was last, or from elsewhere. */
export function sitDownWith({ plan, rng, course, intruder }: Intrusion, index: number, session: Session): Session {
  course.goTo(atTheirDesk(rng, plan.scene, intruder, index));
  return rng.chance(0.5) ? session : moveTo(session, placeOf(rng, usualExit(rng, intruder)));
}

/** Not everything works: the wrong exit, a page that asks for more, a door that stays shut; then they go on. */
export function stumbles({ rng, course, intruder, victim }: Intrusion): void {
  if (!rng.chance(0.16)) return;
  const session = sitDownAs(rng, intruder, victim);
  const outcome = rng.pick(['blockedByPolicy', 'strongRequired', 'factorRequired', 'wrongPassword'] as const);
  const target = rng.pick([targets.azurePortal, targets.mySignIns, targets.officeHome, targets.teamsWeb]);
  const times = Array.from({ length: rng.int(1, 3) }, () => outcome);
  course.does('stumbled', 'initial-access', signsIn(session, times, { target, secondFactor: 'claim', apart: [6, 80] }));
  course.wait(0.5, 9);
}

/** Goes on while the victim is awake, so that somebody answers. */
export function whileAwake({ plan, rng, course, victim }: Intrusion, index: number): void {
  course.goTo(momentOn(plan.scene, victim, index, rng.between(440, 1370)));
}
