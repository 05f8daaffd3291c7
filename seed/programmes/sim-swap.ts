// The phone number itself moves to another card, at the carrier's counter.
//
// Nothing happens here at first: the phone goes silent. Then the password is
// reset on the page for those who forgot theirs, by a code sent to the number,
// and the intruder signs in; an authenticator of their own is registered before
// the number is won back, which takes the owner hours. It is all very quick.
// After: FBI, I-041124-PSA and I-020822-PSA on SIM swapping; Mandiant, "SIM
// Swapping and Abuse of the Microsoft Azure Serial Console" (UNC3944, 2023);
// Microsoft, "Octo Tempest crosses boundaries" (2023); CSRB on Lapsus$ (2023).

import { hours, minutes, type Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { conclude, type Course } from './course.ts';
import { numberOf, searchWords } from './inventions.ts';
import { openIntrusion, sitDown, type Intrusion } from './intrusion.ts';
import { administratorOn, chooseAmong, kindOf, nextAtWork, ownSession } from './people.ts';
import { drawPloy } from './ploys.ts';
import type { Act, Family, Plan, Programme, Step } from './programme.ts';
import { addsSecret } from './steps/apps.ts';
import { prey, sitesOf, touchesFiles, goesThroughFiles } from './steps/files.ts';
import { deletesMail, readsMail, searchesMail } from './steps/mail.ts';
import { deletesMethod, locksOut, registersMethod, resetsOwnPassword } from './steps/methods.ts';
import { sends } from './steps/post.ts';
import { opens, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';

export const simSwap: Family = {
  id: 'sim-swap',
  kind: 'attack',
  unseen: false,
  says: 'the carrier moves the number to another card; the password is reset by text message and the account used in haste',
  sources: [
    'FBI IC3, I-041124-PSA "Cyber Criminals Target Victims Using Social Engineering Techniques" (2024)',
    'Mandiant, "SIM Swapping and Abuse of the Microsoft Azure Serial Console" (2023)',
    'Microsoft, "Octo Tempest crosses boundaries to facilitate extortion, encryption, and destruction" (2023)',
    'CSRB, "Review of the attacks associated with Lapsus$ and related threat groups" (2023)',
  ],
  days: 4,
  plan(plan) {
    const byPhone = ({ secondFactor }: Person) => secondFactor === 'sms' || secondFactor === 'call';
    const worthIt = (person: Person) =>
      byPhone(person) && (person.rank !== 'member' || ['finance', 'it', 'executives'].includes(kindOf(person)));
    const victim = chooseAmong(plan, worthIt, byPhone, () => true);
    const count = plan.rng.fork('count').int(1, 3);
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, count, plan.rng.fork('pace').between(0.1, 0.8));
    return it === undefined ? undefined : tellSimSwap(it);
  },
};

function tellSimSwap(it: Intrusion): Programme {
  const { rng, course, victim, later, first, plan } = it;
  const session = sitDown(it, first.index);
  const swappedAt = course.now() - minutes(rng.between(5, 90));
  resets(it, session);
  digsIn(it, session);
  for (const index of later.slice(0, -1)) looks(it, enters(it, index));
  const wonBackAt = swappedAt + hours(rng.between(4, 40));
  takes(it, later.length === 0 ? session : enters(it, later.at(-1) ?? first.index));
  return conclude(plan, simSwap, course, {
    victims: [victim.id],
    impact: 'taken',
    earliest: 'password-reset',
    stops: (after) => wonBack(it, Math.max(after, wonBackAt)),
    diversions: [{ person: victim, from: swappedAt, until: wonBackAt }],
  });
}

/** Forgotten, says the page, and sends a code to the number; some know the password and save that step. */
function resets(it: Intrusion, session: Session): void {
  const { rng, course, victim, first } = it;
  const knocks: Outcome[] = rng.chance(0.5) ? ['wrongPassword', 'wrongPassword'] : ['wrongPassword'];
  const by = victim.secondFactor === 'call' ? 'call' : 'sms';
  const phoneNumber = numberOf(victim, first.index);
  if (rng.chance(0.5))
    course.does('knocks', 'reconnaissance', signsIn(session, knocks, { target: targets.officeHome, secondFactor: 'claim' }));
  course.wait(1, 10);
  course.does('password-reset', 'credential-access', resetsOwnPassword(session));
  course.wait(0.5, 6);
  const alarm = perhapsNoticed(0.2, {
    product: 'identityProtection',
    title: 'unfamiliarFeatures',
    severity: 'medium',
    person: victim,
    place: session.place,
  });
  course.does(
    'first-sign-in',
    'initial-access',
    together(
      signsIn(session, ['factorRequired', 'successPrompted'], {
        target: targets.officeHome,
        secondFactor: by,
        phoneNumber,
        apart: [8, 50],
      }),
      alarm,
    ),
  );
}

/** Before the number is won back: a factor that is not tied to it. */
function digsIn({ plan, rng, course, victim }: Intrusion, session: Session): void {
  course.wait(0.5, 5);
  course.does('security-page', 'persistence', opens(session, targets.mySignIns));
  course.wait(0.5, 4);
  course.does('factor-added', 'persistence', registersMethod(session, 'app'));
  course.wait(0.5, 4);
  if (rng.chance(0.4)) course.does('factor-removed', 'persistence', deletesMethod(session, victim.secondFactor));
  if (plan.scene.tenant.administrators.includes(victim)) usesRights(plan, rng, course, session);
  course.wait(0.5, 10);
  course.does(
    'first-look',
    'discovery',
    together(opens(session, targets.outlookWeb), readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(2, 8))),
  );
  course.wait(0.5, 10);
  if (rng.chance(0.5))
    course.does('notices-deleted', 'defense-evasion', deletesMail(session, ['MoveToDeletedItems', 'HardDelete']));
}

/** An administrator's account opens what outlasts it. */
function usesRights({ scene }: Plan, rng: Rng, course: Course, session: Session): void {
  const app = rng.pick(scene.tenant.apps);
  course.wait(1, 20);
  course.does('portal', 'privilege-escalation', opens(session, targets.azurePortal));
  course.wait(1, 10);
  course.does('secret-added', 'persistence', addsSecret(session, app));
  course.wait(1, 30);
}

function enters(it: Intrusion, index: number): Session {
  const session = sitDown(it, index);
  it.course.does(
    'sign-in-again',
    'initial-access',
    signsIn(session, ['successPrompted'], {
      target: it.rng.pick([targets.outlookWeb, targets.sharePoint, targets.azurePortal]),
      secondFactor: 'app',
    }),
  );
  it.course.wait(1, 10);
  return session;
}

function looks({ rng, course, victim }: Intrusion, session: Session): void {
  const words = Array.from({ length: rng.int(2, 6) }, () => searchWords(rng, victim));
  course.does('mail-search', 'discovery', searchesMail(session, victim.mailbox, words));
  course.wait(1, 20);
  const site = rng.pick(sitesOf(victim).slice(0, 3));
  course.does('files', 'collection', goesThroughFiles(session, site, prey(rng, site, rng.int(3, 10))));
}

/** Papers to be paid for, or a payment in their name. */
function takes(it: Intrusion, session: Session): void {
  const { plan, rng, course, victim } = it;
  course.wait(2, 40);
  if (rng.chance(0.5)) {
    const [site] = sitesOf(victim);
    const act = touchesFiles(session, site, prey(rng, site, rng.int(12, 60)), 'FileDownloaded', rng.lognormal(4, 0.8));
    course.does('taken', 'exfiltration', act);
  } else course.does('taken', 'impact', sends(session, drawPloy(rng, plan.scene.tenant, victim).sending));
  course.wait(2, 60);
  course.does('mail-read', 'collection', readsMail(session, victim.mailbox, ['\\Inbox'], rng.int(1, 5)));
}

/** The owner has the number again, goes to the help desk, and starts anew. */
function wonBack({ plan, rng, victim }: Intrusion, after: Instant): Step[] {
  const found = nextAtWork(plan, rng, victim, after);
  if (found === undefined) return [];
  const { day, at } = found;
  const own = ownSession(plan.scene, victim, day);
  const anew: Act = together(
    registersMethod(own, victim.secondFactor),
    signsIn(own, ['successPrompted'], { target: targets.officeHome, secondFactor: victim.secondFactor }),
  );
  const measures = { resets: true, revokes: rng.chance(0.85), disables: false };
  return [
    {
      name: 'administrator-steps-in',
      stage: 'credential-access',
      at,
      act: locksOut(administratorOn(plan.scene, day.index), victim, measures),
    },
    { name: 'owner-registers-anew', stage: 'credential-access', at: at + minutes(rng.between(5, 60)), act: anew },
  ];
}
