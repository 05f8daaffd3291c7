// A lost or broken phone, a call to the help desk, and everything new.
//
// The password no longer fits or the code cannot be read; an administrator
// removes the old methods, resets the password, ends all sessions; the owner
// registers another phone within the hour and signs in everywhere again, at
// times from abroad, where phones are lost.
// Looks like a stranger digging in after a swapped number; is help given.
// After: Microsoft Learn, "Manage user authentication methods" (require
// re-register, revoke sessions); NIST SP 800-63B on recovery.

import { hours } from '../../src/model/time.ts';
import { createDevice } from '../device.ts';
import { phoneNumberIn } from '../network.ts';
import type { Session } from '../session.ts';
import type { Person, SecondFactor } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { openCourse, programme, type Course } from './course.ts';
import { drawExit, placeOf } from './infrastructure.ts';
import { beginning } from './intrusion.ts';
import {
  administratorOn,
  choose,
  dayOfMoment,
  mailProgramOf,
  momentOfTheirs,
  nextAtWork,
  ownSession,
  type Workday,
} from './people.ts';
import { moveTo, type Family, type Plan, type Programme } from './programme.ts';
import type { Rng } from '../random.ts';
import { readsMail } from './steps/mail.ts';
import { deletesMethod, locksOut, registersDevice, registersMethod } from './steps/methods.ts';
import { opens, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';

export const helpdeskResetsAndReRegisters: Family = {
  id: 'helpdesk-resets-and-re-registers',
  kind: 'look-alike',
  unseen: false,
  says: 'the help desk resets password and methods of somebody who lost a phone, who registers another and signs in everywhere',
  sources: [
    'Microsoft Learn, "Manage user authentication methods for Microsoft Entra multifactor authentication"',
    'NIST SP 800-63B §4.2, account recovery',
  ],
  days: 3,
  plan(plan) {
    const rng = plan.rng.fork('course');
    const person = choose(plan, ({ id }) => !plan.scene.tenant.administrators.some((one) => one.id === id));
    const first = person === undefined ? undefined : beginning(plan, rng, person, 1);
    return person === undefined || first === undefined ? undefined : tellHelp(plan, rng, person, first);
  },
};

function tellHelp(plan: Plan, rng: Rng, person: Person, first: Workday): Programme {
  const course = openCourse(rng.fork('pace'));
  const own = ownSession(plan.scene, person, first);
  const session = rng.chance(0.25) ? moveTo(own, placeOf(rng, drawExit(rng, person))) : own;
  course.goTo(momentOfTheirs(rng, first));
  lockedOut(rng, course, session);
  course.wait(4, 90);
  if (rng.chance(0.25)) later(plan, rng, course, person);
  helped(plan, course, session, rng);
  course.wait(2, 45);
  if (rng.chance(0.25)) later(plan, rng, course, person);
  anew(rng, course, session, person);
  return programme(plan, helpdeskResetsAndReRegisters, course.steps, { victims: [person.id], ending: 'benign' });
}

const factorOf = ({ secondFactor }: Person): SecondFactor => (secondFactor === 'passkey' ? 'app' : secondFactor);

function lockedOut(rng: Rng, course: Course, session: Session): void {
  const typed = Array.from({ length: rng.int(2, 8) }, (): Outcome => 'wrongPassword');
  const silent = Array.from({ length: rng.int(1, 4) }, (): Outcome => rng.pick(['unanswered', 'unreachable', 'wrongCode']));
  const outcomes = rng.chance(0.5) ? [...typed, ...(typed.length > 5 ? (['locked'] as const) : [])] : silent;
  const how = {
    target: rng.pick([targets.officeHome, targets.outlookWeb, targets.office]),
    secondFactor: factorOf(session.person),
    apart: [12, 90],
  } as const;
  course.does('cannot-get-in', 'initial-access', signsIn(session, outcomes, how));
}

/** Not today: another day, hours of theirs. */
function later(plan: Plan, rng: Rng, course: Course, person: Person): void {
  const found = nextAtWork(plan, rng, person, course.now() + hours(rng.between(8, 40)));
  if (found !== undefined) course.goTo(found.at);
}

function helped({ scene }: Plan, course: Course, { person }: Session, rng: Rng): void {
  const administrator = administratorOn(scene, dayOfMoment(scene, course.now()));
  const clearing = deletesMethod({ ...administrator, person }, factorOf(person));
  const reset = locksOut(administrator, person, { resets: true, revokes: rng.chance(0.7), disables: false });
  course.does('help-desk', 'credential-access', rng.chance(0.4) ? together(reset, clearing) : reset);
}

/** Another phone, the old number or a new one, and then one program after another. */
function anew(rng: Rng, course: Course, session: Session, person: Person): void {
  const method = rng.chance(0.75) ? 'app' : 'sms';
  const detail = method === 'sms' ? phoneNumberIn(rng, person.office.region) : undefined;
  course.does(
    'must-register',
    'initial-access',
    signsIn(session, ['mustRegister'], { target: targets.officeHome, secondFactor: 'claim' }),
  );
  course.wait(0.5, 5);
  course.does('method-registered', 'persistence', registersMethod(session, method, detail));
  course.wait(0.5, 6);
  const alarm = perhapsNoticed(0.15, {
    product: 'identityProtection',
    title: 'unfamiliarFeatures',
    severity: 'low',
    person,
    place: session.place,
  });
  course.does(
    'first-sign-in',
    'initial-access',
    together(
      signsIn(session, ['factorRequired', 'successPrompted'], {
        target: targets.officeHome,
        secondFactor: method,
        apart: [8, 60],
      }),
      alarm,
    ),
  );
  course.wait(1, 20);
  if (rng.chance(0.4))
    course.does(
      'phone-registered',
      'persistence',
      registersDevice(session, createDevice(rng, 'phone', rng.int(0, 900), person.laptops[0].is.name.split('-')[0] ?? '')),
    );
  course.wait(1, 20);
  course.does(
    'everywhere-again',
    'initial-access',
    opens(
      session,
      ...rng.some([targets.outlookWeb, targets.teams, targets.sharePoint, targets.office, targets.mySignIns], rng.int(2, 4)),
    ),
  );
  course.wait(2, 20);
  course.does('mail-read', 'collection', readsMail(session, person.mailbox, ['\\Inbox'], rng.int(1, 5), mailProgramOf(person)));
}
