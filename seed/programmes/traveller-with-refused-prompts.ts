// Somebody on a journey, and the prompts they do not understand.
//
// The hotel's network, another clock, a phone at the bottom of the bag: prompts
// time out, are declined by mistake, and approved at the third attempt. There is
// time for mail and papers in the evening, and now and then a rule for the while.
// Looks like a stranger wearing somebody down; is the owner.
// After: Microsoft Learn on "atypical travel" and "unfamiliar sign-in properties"
// and their usual innocent causes, and on number matching (2023).

import { minutes } from '../../src/model/time.ts';
import { localTime } from '../calendar.ts';
import type { Place } from '../network.ts';
import type { Rng } from '../random.ts';
import { sessionOn, type Session } from '../session.ts';
import { onDay, type Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { openCourse, programme, type Course } from './course.ts';
import { placeOf } from './infrastructure.ts';
import { fromDomain, inventFolder, inventRuleName } from './inventions.ts';
import { choose, mailProgramOf, workday, workdays } from './people.ts';
import type { Family, Plan, Programme } from './programme.ts';
import { sitesOf, touchesFiles, whatever } from './steps/files.ts';
import { readsMail, searchesMail } from './steps/mail.ts';
import { makesRule } from './steps/rules.ts';
import { opens, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { somethingOf } from './words.ts';

export const travellerWithRefusedPrompts: Family = {
  id: 'traveller-with-refused-prompts',
  kind: 'look-alike',
  unseen: false,
  says: 'the owner of an account, abroad, misses and declines prompts before approving one, and then works',
  sources: [
    'Microsoft Learn, "What are risk detections?" (atypical travel, unfamiliar sign-in properties)',
    'Microsoft Learn, "How number matching works in multifactor authentication push notifications"',
  ],
  days: 5,
  plan(plan) {
    const stay = onJourney(plan) ?? overWeekend(plan);
    return stay === undefined ? undefined : tellStay(plan, stay);
  },
};

interface Stay {
  readonly person: Person;
  readonly place: Place;
  readonly days: readonly number[];
}

/** A journey there is anyway; ordinary life then is in the same place. */
function onJourney({ scene, from, until, taken, rng }: Plan): Stay | undefined {
  const journeys = scene.chronicle.all.filter((oddity) => {
    const inTime = oddity.kind === 'journey' && oddity.until > from && oddity.from < until;
    return inTime && oddity.person !== undefined && !taken.has(oddity.person.id);
  });
  for (const { person, place, from: leaves, until: returns } of rng.fork('journey').shuffle(journeys)) {
    if (person === undefined || place === undefined || place.city.country === person.office.city.country) continue;
    const [first, last] = [Math.max(leaves, from + 1), Math.min(returns, until - 1)];
    const days = workdays({ scene }, person, first, last).filter(({ day }) => day.leg === 'there');
    if (days.length > 0) return { person, place, days: days.map(({ index }) => index) };
  }
  return undefined;
}

/** A long weekend somewhere; the laptop came along though nobody asked for it. */
function overWeekend(plan: Plan): Stay | undefined {
  const rng = plan.rng.fork('weekend');
  const person = choose(plan, ({ habits }) => habits.weekendMail < 0.5) ?? choose(plan, () => true);
  if (person === undefined) return undefined;
  const free = Array.from({ length: Math.max(0, plan.until - plan.from - 3) }, (_, step) => plan.from + 1 + step).filter(
    (index) => workday(plan.scene, person, index) === undefined && workday(plan.scene, person, index + 1) === undefined,
  );
  if (free.length === 0) return undefined;
  const index = rng.pick(free);
  const { destinations, country } = person.office.region;
  const abroad = destinations.filter(({ city }) => city.country !== country);
  return { person, place: placeOf(rng, rng.pick(abroad.length > 0 ? abroad : destinations)), days: [index, index + 1] };
}

function tellStay(plan: Plan, stay: Stay): Programme {
  const rng = plan.rng.fork('course');
  const course = openCourse(rng.fork('pace'));
  for (const [number, index] of stay.days.entries()) evening(plan, rng, course, stay, index, number === 0);
  return programme(plan, travellerWithRefusedPrompts, course.steps, { victims: [stay.person.id], ending: 'benign' });
}

function evening({ scene }: Plan, rng: Rng, course: Course, { person, place }: Stay, index: number, first: boolean): void {
  course.goTo(localTime(scene.calendar, index, rng.between(380, 1380), place.city.zone));
  const session = sessionOn(scene, person, onDay(person.laptops, index), place, index);
  if (first || rng.chance(0.35)) course.does('prompts', 'initial-access', prompts(rng, session));
  else
    course.does(
      'sign-in',
      'initial-access',
      opens(session, rng.pick([targets.outlookWeb, targets.sharePoint, targets.teamsWeb])),
    );
  course.wait(1, 20);
  course.does(
    'mail-read',
    'collection',
    readsMail(
      session,
      person.mailbox,
      ['\\Inbox', '\\Sent Items', `\\${person.mailbox.projectFolder}`],
      rng.int(1, 7),
      mailProgramOf(person),
    ),
  );
  course.wait(2, 40);
  const [site] = sitesOf(person);
  if (rng.chance(0.5))
    course.does(
      'papers',
      'collection',
      touchesFiles(session, site, whatever(rng, site, rng.int(1, 9)), rng.pick(['FileAccessed', 'FileDownloaded']), 60),
    );
  if (rng.chance(0.25))
    course.does('mail-search', 'discovery', searchesMail(session, person.mailbox, [somethingOf(rng, person).toLowerCase()]));
  if (first && rng.chance(0.3))
    course.does(
      'rule-for-the-while',
      'defense-evasion',
      makesRule(session, person.mailbox, ruleFor(rng, person, scene.tenant.newsletters), 'New-InboxRule'),
    );
}

/** Late, twice, by mistake; then it works. */
function prompts(rng: Rng, session: Session) {
  const { person, place } = session;
  const missed = Array.from({ length: rng.int(1, 4) }, (): Outcome =>
    rng.pick(['unanswered', 'unanswered', 'unreachable', 'declined']),
  );
  const secondFactor = person.secondFactor === 'passkey' ? 'app' : person.secondFactor;
  const how = {
    target: rng.pick([targets.officeHome, targets.outlookWeb]),
    secondFactor,
    apart: [35, Math.round(minutes(rng.between(1, 9)) / 1000)],
  } as const;
  const alarm = perhapsNoticed(0.2, { product: 'identityProtection', title: 'unlikelyTravel', severity: 'low', person, place });
  return together(signsIn(session, [...missed, 'successPrompted'], how), alarm);
}

const ruleFor = (rng: Rng, person: Person, newsletters: Plan['scene']['tenant']['newsletters']) => ({
  name: inventRuleName(rng, person),
  condition: fromDomain(rng.pick(newsletters).domain),
  moveToFolder: inventFolder(rng, person),
  markAsRead: rng.chance(0.4),
  stopProcessing: rng.chance(0.5),
});
