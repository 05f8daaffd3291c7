// A mail to a few dozen people; some follow the link, one or two type a password,
// and that is all.
//
// The page is taken down, the password is tried once and a prompt is declined,
// or it was old; the help desk resets it all the same. The intruder has hundreds
// of others to look after.
// Unseen: it begins as the seen break-ins do, in every particular, and differs in
// what does not come after; whoever was fitted on beginnings has not met it.
// After: Verizon, Data Breach Investigations Report (2024), on clicks and
// reports; Cloudflare, "The mechanics of a sophisticated phishing scam and how
// we stopped it" (2022).

import { minutes } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { baitArrives, drawBait, type Bait } from './bait.ts';
import { openCourse, programme, type Course } from './course.ts';
import { drawIntruder, sitDownAs } from './infrastructure.ts';
import { beginning } from './intrusion.ts';
import { administratorOn, candidates, choose, dayOfMoment, mailProgramOf, nextAtWork, ownPhone, ownSession } from './people.ts';
import type { Family, Plan, Programme } from './programme.ts';
import { changesOwnPassword, locksOut } from './steps/methods.ts';
import { opensAndClicks } from './steps/post.ts';
import { signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';

export const phishClickedButNothingFollowed: Family = {
  id: 'phish-clicked-but-nothing-followed',
  kind: 'look-alike',
  unseen: true,
  says: 'a phishing mail is followed by some, a password is tried once in vain, and nothing more happens',
  sources: [
    'Verizon, "Data Breach Investigations Report" (2024)',
    'Cloudflare, "The mechanics of a sophisticated phishing scam and how we stopped it" (2022)',
  ],
  days: 4,
  plan(plan) {
    const rng = plan.rng.fork('course');
    const person = choose(plan, () => true);
    const first = person === undefined ? undefined : beginning(plan, rng, person, 1);
    return person === undefined || first === undefined ? undefined : tellClicks(plan, rng, person, first.day.from);
  },
};

function tellClicks(plan: Plan, rng: Rng, person: Person, morning: number): Programme {
  const course = openCourse(rng.fork('pace'));
  const addressed = [person, ...candidates(plan, ({ id }) => id !== person.id).slice(0, rng.int(4, 40))];
  const bait = drawBait(rng, plan.scene.tenant, person);
  course.goTo(morning + minutes(rng.between(-90, 240)));
  const notice = perhapsNoticed(0.35, {
    product: 'defenderForOffice',
    title: 'Email messages containing malicious URL removed after delivery',
    severity: 'informational',
    person,
    message: bait.message,
  });
  course.does(
    'lure-mail',
    'initial-access',
    together(
      baitArrives(
        bait,
        addressed.map(({ mailbox }) => mailbox),
      ),
      notice,
    ),
  );
  const clicked = [person, ...rng.some(addressed.slice(1), rng.int(0, Math.min(5, addressed.length - 1)))];
  for (const one of clicked) clicks(plan, rng, course, one, bait);
  if (rng.chance(0.6)) tried(rng, course, person);
  if (rng.chance(0.6)) cleared(plan, rng, course, person);
  return programme(plan, phishClickedButNothingFollowed, course.steps, {
    victims: clicked.map(({ id }) => id),
    ending: 'gave-up',
  });
}

function clicks(plan: Plan, rng: Rng, course: Course, person: Person, bait: Bait): void {
  const found = nextAtWork(plan, rng, person, course.now());
  if (found === undefined) return;
  course.goTo(found.at);
  const phone = rng.chance(0.3);
  const session = phone ? ownPhone(plan.scene, person, found.day) : ownSession(plan.scene, person, found.day);
  course.does(
    'lure-click',
    'initial-access',
    opensAndClicks(session, person.mailbox, bait.message, bait.url, phone ? 'mobile' : mailProgramOf(person)),
  );
}

/** Once or twice, and not let in. */
function tried(rng: Rng, course: Course, person: Person): void {
  const intruder = drawIntruder(rng.fork('intruder'), person);
  course.goTo(course.now() + minutes(rng.lognormal(20, 1.6)));
  const session = sitDownAs(rng, intruder, person);
  const barred = rng.pick<readonly Outcome[]>([
    ['wrongPassword'],
    ['wrongPassword', 'wrongPassword'],
    ['factorRequired'],
    ['factorRequired', 'declined'],
    ['unanswered'],
    ['blockedByPolicy'],
    ['wrongCode', 'wrongCode'],
  ]);
  const alarm = perhapsNoticed(0.2, {
    product: 'identityProtection',
    title: 'unfamiliarFeatures',
    severity: 'low',
    person,
    place: session.place,
  });
  const secondFactor = person.secondFactor === 'passkey' ? 'app' : person.secondFactor;
  course.does(
    'not-let-in',
    'initial-access',
    together(signsIn(session, barred, { target: targets.officeHome, secondFactor }), alarm),
  );
}

/** To be on the safe side. */
function cleared(plan: Plan, rng: Rng, course: Course, person: Person): void {
  const found = nextAtWork(plan, rng, person, course.now());
  if (found === undefined) return;
  course.goTo(found.at);
  if (rng.chance(0.5)) {
    course.does('owner-changes-password', 'credential-access', changesOwnPassword(ownSession(plan.scene, person, found.day)));
    return;
  }
  const administrator = administratorOn(plan.scene, dayOfMoment(plan.scene, course.now()));
  course.does(
    'help-desk-resets',
    'credential-access',
    locksOut(administrator, person, { resets: true, revokes: rng.chance(0.5), disables: false }),
  );
}
