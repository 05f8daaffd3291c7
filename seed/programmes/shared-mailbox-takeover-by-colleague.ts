// Work is handed over: a colleague gets a shared mailbox, with all that is in it.
//
// An administrator gives the rights; the successor reads back for days, puts in
// rules of their own taste, deletes what is old, forwards some to themselves, and
// writes in its name.
// Looks like a stranger spreading from one mailbox into shared ones.
// After: Microsoft Learn, "About shared mailboxes" and "Manage permissions for
// recipients", which describe such hand-overs.

import { days, hours } from '../../src/model/time.ts';
import { internalMessage } from '../message.ts';
import type { Rng } from '../random.ts';
import type { Person, SharedMailbox, Tenant } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import { openCourse, programme, type Course } from './course.ts';
import { aboutWords, fromDomain, inventFolder, inventRuleName } from './inventions.ts';
import { beginning } from './intrusion.ts';
import { administratorOn, candidates, choose, dayOfMoment, mailProgramOf, nextAtWork, ownSession } from './people.ts';
import { moneyWords } from './ploys.ts';
import type { Family, Plan, Programme } from './programme.ts';
import type { Session } from '../session.ts';
import { deletesMail, readsMail, searchesMail } from './steps/mail.ts';
import { sends } from './steps/post.ts';
import { grants, makesRule, makesRuleTwice, removesRule } from './steps/rules.ts';
import { line, somethingOf } from './words.ts';

export const sharedMailboxTakeoverByColleague: Family = {
  id: 'shared-mailbox-takeover-by-colleague',
  kind: 'look-alike',
  unseen: false,
  says: 'a colleague is given a shared mailbox, reads all of it, sets up rules and writes in its name',
  sources: [
    'Microsoft Learn, "About shared mailboxes"',
    'Microsoft Learn, "Manage permissions for recipients in Exchange Online"',
  ],
  days: 4,
  plan(plan) {
    const rng = plan.rng.fork('course');
    const mailbox = rng.fork('mailbox').shuffle(plan.scene.tenant.sharedMailboxes)[0];
    if (mailbox === undefined) return undefined;
    const kin = (person: Person) => person.teams[0].is.department === mailbox.department;
    const successor =
      choose(plan, (person) => kin(person) && !mailbox.members.includes(person.id)) ??
      candidates(plan, kin)[0] ??
      choose(plan, () => true);
    const first = successor === undefined ? undefined : beginning(plan, rng, successor, 3);
    return successor === undefined || first === undefined
      ? undefined
      : tellHandover({ plan, rng, course: openCourse(rng.fork('pace')), mailbox, successor }, first.day.from);
  },
};

interface Handover {
  readonly plan: Plan;
  readonly rng: Rng;
  readonly course: Course;
  readonly mailbox: SharedMailbox;
  readonly successor: Person;
}

function tellHandover(it: Handover, morning: number): Programme {
  const { plan, rng, course, mailbox, successor } = it;
  course.goTo(morning + hours(rng.between(0.3, 6)));
  const administrator = administratorOn(plan.scene, dayOfMoment(plan.scene, course.now()));
  course.does(
    'rights-given',
    'privilege-escalation',
    grants(
      administrator,
      mailbox,
      successor,
      ...(rng.chance(0.7) ? (['FullAccess', 'SendAs'] as const) : (['FullAccess'] as const)),
    ),
  );
  const sittings = rng.int(2, 6);
  for (let sitting = 0; sitting < sittings; sitting++) {
    course.goTo(course.now() + days(rng.lognormal(0.4, 0.9)));
    sits(it, sitting);
  }
  return programme(plan, sharedMailboxTakeoverByColleague, course.steps, {
    victims: [successor.id, mailbox.address],
    ending: 'benign',
  });
}

function sits(it: Handover, sitting: number): void {
  const { plan, rng, course, mailbox, successor } = it;
  const found = nextAtWork(plan, rng, successor, course.now());
  if (found === undefined) return;
  course.goTo(found.at);
  const session = ownSession(plan.scene, successor, found.day);
  const folders = ['\\Inbox', '\\Sent Items', '\\Archive', `\\${mailbox.projectFolder}`];
  course.does('mail-read', 'collection', readsMail(session, mailbox, folders, rng.int(2, 14), mailProgramOf(successor)));
  course.wait(3, 60);
  if (rng.chance(sitting === 0 ? 0.5 : 0.3)) rules(it, session);
  if (rng.chance(0.25))
    course.does('mail-search', 'discovery', searchesMail(session, mailbox, [somethingOf(rng, successor).toLowerCase()]));
  if (rng.chance(0.35))
    course.does(
      'mail-deleted',
      'defense-evasion',
      deletesMail(
        session,
        rng.some(['MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'MoveToDeletedItems'], rng.int(1, 3)),
        mailbox,
      ),
    );
  course.wait(2, 60);
  if (rng.chance(0.6)) writes(it, session);
}

function rules({ plan, rng, course, mailbox, successor }: Handover, session: Session): void {
  const rule = ownRule(rng, plan.scene.tenant, successor);
  const act = rng.chance(0.4)
    ? makesRuleTwice(session, mailbox, rule)
    : makesRule(session, mailbox, rule, mailProgramOf(successor) === 'desktop' ? 'Outlook' : 'New-InboxRule');
  course.does('rule-made', 'persistence', act);
  course.wait(1, 15);
  if (rng.chance(0.2)) course.does('rule-removed', 'defense-evasion', removesRule(session, mailbox, rule.name));
}

const ownRule = (rng: Rng, { partners }: Tenant, successor: Person) => ({
  name: inventRuleName(rng, successor),
  condition: rng.chance(0.5) ? fromDomain(rng.pick(partners).domain) : aboutWords(moneyWords(rng)),
  ...(rng.chance(0.25) ? { forwardTo: [successor.mailbox.address] } : { moveToFolder: inventFolder(rng, successor) }),
  markAsRead: rng.chance(0.4),
  stopProcessing: rng.chance(0.5),
});

function writes({ rng, course, mailbox, successor }: Handover, session: Session): void {
  const to = pickWeighted(rng, successor.circle.correspondents);
  if (to === undefined) return;
  const message = internalMessage(rng, mailbox, `RE: ${somethingOf(rng, successor)}`);
  course.does(
    'written-as-shared',
    'collection',
    sends(session, { message, to: [to], as: mailbox, rest: { text: line(rng, to, mailbox) }, client: mailProgramOf(successor) }),
  );
}
