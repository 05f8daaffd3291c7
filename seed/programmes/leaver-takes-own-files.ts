// The last two weeks: somebody takes what they think is theirs.
//
// Templates, photographs, their own reports go to a private address or a private
// share; the mailbox is tidied; farewells are written. It is more in a fortnight
// than in a year before, from their own desk and their own machine.
// Unseen: the others are about who is in; here it is beyond doubt the owner, and
// the question is only what leaves.
// After: Code42's Annual Data Exposure Report on departing employees (2023); CISA,
// "Insider Threat Mitigation Guide" (2020), on telling keepsakes from theft.

import { days } from '../../src/model/time.ts';
import { internalMessage, withAttachment } from '../message.ts';
import { hostingExits } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Correspondent, Person } from '../tenant.ts';
import { someWeighted } from '../weighted.ts';
import { openCourse, programme, type Course } from './course.ts';
import { placeOf } from './infrastructure.ts';
import { privateAddress } from './inventions.ts';
import { beginning } from './intrusion.ts';
import { candidates, choose, mailProgramOf, nextAtWork, ownSession } from './people.ts';
import type { Family, Plan, Programme } from './programme.ts';
import type { Session } from '../session.ts';
import { sharesFiles, sitesOf, touchesFiles, whatever } from './steps/files.ts';
import { deletesMail } from './steps/mail.ts';
import { sends } from './steps/post.ts';
import { forwards } from './steps/rules.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { line, somethingOf } from './words.ts';

export const leaverTakesOwnFiles: Family = {
  id: 'leaver-takes-own-files',
  kind: 'look-alike',
  unseen: true,
  says: 'somebody about to leave downloads and sends home their own files, and clears their mailbox',
  sources: [
    'Code42, "Annual Data Exposure Report" (2023), on departing employees',
    'CISA, "Insider Threat Mitigation Guide" (2020)',
  ],
  days: 5,
  plan(plan) {
    const rng = plan.rng.fork('course');
    const person = leaving(plan) ?? choose(plan, ({ rank }) => rank === 'member') ?? choose(plan, () => true);
    const first = person === undefined ? undefined : beginning(plan, rng, person, 5);
    return person === undefined || first === undefined
      ? undefined
      : tellFarewell({ plan, rng, course: openCourse(rng.fork('pace')), person }, first.day.from);
  },
};

/** Whoever really leaves soon after; in a short time often nobody. */
function leaving({ scene, until, from, taken, rng }: Plan): Person | undefined {
  const soon = scene.tenant.people.filter(
    ({ id, stays }) => stays.until >= until && stays.until <= until + 21 && stays.from < from && !taken.has(id),
  );
  return soon.length > 0 ? rng.fork('leaver').pick(soon) : undefined;
}

interface Farewell {
  readonly plan: Plan;
  readonly rng: Rng;
  readonly course: Course;
  readonly person: Person;
}

function tellFarewell(it: Farewell, morning: number): Programme {
  const { plan, rng, course, person } = it;
  const home = privateAddress(rng, plan.scene.tenant, person.displayName);
  course.goTo(morning);
  const sittings = rng.int(2, 7);
  for (let sitting = 0; sitting < sittings; sitting++) {
    const found = nextAtWork(plan, rng, person, course.now());
    if (found === undefined) break;
    course.goTo(found.at);
    takes(it, ownSession(plan.scene, person, found.day), home, sitting === 0);
    course.goTo(course.now() + days(rng.lognormal(0.8, 0.8)));
  }
  return programme(plan, leaverTakesOwnFiles, course.steps, { victims: [person.id], ending: 'benign' });
}

function takes(it: Farewell, session: Session, home: string, first: boolean): void {
  const { plan, rng, course, person } = it;
  const doings = [
    () => downloads(it, session),
    () => course.does('sent-home', 'exfiltration', sends(session, sending(plan, rng, person, home))),
    () =>
      course.does(
        'shared-with-self',
        'exfiltration',
        sharesFiles(
          session,
          person.drive,
          whatever(rng, person.drive, rng.int(1, 6)),
          rng.chance(0.7) ? 'external' : 'anonymous',
          home,
        ),
      ),
    () =>
      course.does(
        'mailbox-tidied',
        'defense-evasion',
        deletesMail(
          session,
          rng.some(['MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'MoveToDeletedItems', 'SoftDelete'], rng.int(2, 5)),
        ),
      ),
    () => course.does('farewell', 'collection', sends(session, farewell(plan, rng, person))),
    () => course.does('forwarded-home', 'exfiltration', forwards(session, person.mailbox, home, true)),
  ];
  if (first) downloads(it, session);
  // Forwarding is against the rules in most companies, and few dare.
  for (const does of rng.some(rng.chance(0.1) ? doings : doings.slice(0, 5), rng.int(1, 2))) {
    course.wait(3, 60);
    does();
  }
}

function downloads({ rng, course, person }: Farewell, session: Session): void {
  const site = rng.chance(0.7) ? person.drive : sitesOf(person)[0];
  const files = rng.chance(0.5) ? site.files : whatever(rng, site, rng.int(3, 40));
  const operation = rng.pick(['FileDownloaded', 'FileDownloaded', 'FileSyncDownloadedFull'] as const);
  const alarm = perhapsNoticed(0.15, {
    product: 'cloudApps',
    title: 'Mass download by a single user',
    severity: 'medium',
    person,
    place: session.place,
  });
  course.does(
    'own-files-downloaded',
    'collection',
    together(touchesFiles(session, site, files, operation, rng.lognormal(5, 1)), alarm),
  );
}

function sending(plan: Plan, rng: Rng, person: Person, home: string) {
  const name = `${somethingOf(rng, person)}.${rng.pick(['pdf', 'docx', 'xlsx', 'zip', 'pptx'])}`;
  const message = withAttachment(
    internalMessage(rng, person, rng.pick(['Files', 'For later', 'Templates', 'Me', 'Photos', name])),
    name,
    rng.int(100_000, 12_000_000),
  );
  const partner = {
    domain: home.split('@')[1] ?? plan.scene.tenant.domain,
    name: 'Mail',
    kind: 'customer',
    server: placeOf(rng, rng.pick(hostingExits)),
    authenticates: true,
  } as const;
  const to: Correspondent = { address: home, displayName: person.displayName, partner };
  return { message, to: [to], client: mailProgramOf(person) };
}

function farewell(plan: Plan, rng: Rng, person: Person) {
  const near = someWeighted(rng, person.circle.colleagues, rng.int(5, 30));
  const to = near.length > 0 ? near : candidates(plan, ({ id }) => id !== person.id).slice(0, 5);
  const [one = person] = to;
  const message = internalMessage(rng, person, rng.pick(['Goodbye and thank you', 'Last day', 'Keeping in touch', 'Moving on']));
  return { message, to: to.map(({ mailbox }) => mailbox), rest: { text: line(rng, one, person) }, client: mailProgramOf(person) };
}
