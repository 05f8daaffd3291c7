// A session stolen in passing: a page that hands everything on to the real one
// lets its victim sign in, second factor and all, and keeps the cookie.
//
// The sign-in comes from the page's server; the same session then shows up
// elsewhere, minutes or days later, and needs neither password nor prompt. It
// outlives a change of password unless sessions are revoked. Mail about money is
// read, the lure deleted, a rule made, at times a second factor of their own
// added, and an invoice is answered in the owner's name.
// After: Microsoft, "From cookie theft to BEC" (2022) and "Detecting and
// mitigating a multi-stage AiTM phishing and BEC campaign" (2023).

import { hours, minutes } from '../../src/model/time.ts';
import { strangeDevice } from '../device.ts';
import { hostingExits, phoneNumberIn, vpnExits } from '../network.ts';
import type { Rng } from '../random.ts';
import { openSession, type Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { baits, drawBait, type Bait } from './bait.ts';
import { conclude } from './course.ts';
import { placeOf, unknown } from './infrastructure.ts';
import { searchWords, tuckingRule } from './inventions.ts';
import { openIntrusion, sitDownWith, stumbles, type Intrusion } from './intrusion.ts';
import { chooseAmong, hasPhishableFactor, momentOfTheirs, nextAtWork, ownSession, worksIn, type Workday } from './people.ts';
import { drawPloy, type Ploy } from './ploys.ts';
import { moveTo, type Act, type Family, type Programme } from './programme.ts';
import { goesThroughFiles, sitesOf, whatever } from './steps/files.ts';
import { deletesMail, deletesMessages, readsMail, searchesMail } from './steps/mail.ts';
import { changesOwnPassword, registersMethod } from './steps/methods.ts';
import { sends } from './steps/post.ts';
import { makesRuleSomehow } from './steps/rules.ts';
import { opens, renews, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { stopsOf } from './stops.ts';

export const aitmTokenTheft: Family = {
  id: 'aitm-token-theft',
  kind: 'attack',
  unseen: false,
  says: 'a page in the middle takes the session of a sign-in with second factor, which is then used from elsewhere',
  sources: [
    'Microsoft, "From cookie theft to BEC: Attackers use AiTM phishing sites as entry point to further financial fraud" (2022)',
    'Microsoft, "Detecting and mitigating a multi-stage AiTM phishing and BEC campaign" (Storm-1167, 2023)',
    'MITRE ATT&CK T1557, T1539',
  ],
  days: 5,
  plan(plan) {
    const worthIt = worksIn('finance', 'sales', 'executives', 'operations', 'hr');
    const victim = chooseAmong(plan, (person) => worthIt(person) && hasPhishableFactor(person), hasPhishableFactor);
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, plan.rng.fork('count').int(1, 5));
    return it === undefined ? undefined : tellTheft(it);
  },
};

function tellTheft(it: Intrusion): Programme {
  const { plan, rng, course, victim, later } = it;
  const { bait, session } = loses(it);
  const elsewhere = replayed(it, session);
  if (rng.chance(0.6))
    course.does(
      'lure-deleted',
      'defense-evasion',
      deletesMessages(elsewhere, victim.mailbox, rng.pick(['HardDelete', 'SoftDelete', 'MoveToDeletedItems']), '\\Inbox', [
        bait.message,
      ]),
    );
  const ploy = drawPloy(rng, plan.scene.tenant, victim);
  const hidesAt = rng.int(0, Math.max(0, later.length - 1));
  for (const [number, index] of later.slice(0, -1).entries()) {
    if (number === hidesAt) hides(it, index, elsewhere, ploy);
    else comesBack(it, index, elsewhere);
    if (number === 0 && rng.chance(0.2)) passwordChanges(it);
  }
  reaps(it, later.at(-1) ?? it.first.index, elsewhere, ploy, hidesAt >= later.length - 1);
  return conclude(plan, aitmTokenTheft, course, {
    victims: [victim.id],
    impact: 'fraud-mail',
    earliest: 'session-replayed',
    stops: stopsOf(it),
  });
}

/** What the page keeps: the kit's server signs in as the victim types. */
interface Lost {
  readonly bait: Bait;
  readonly session: Session;
}

function loses({ plan, rng, course, victim, first }: Intrusion): Lost {
  const bait = drawBait(rng, plan.scene.tenant, victim);
  const clickAt = momentOfTheirs(rng, first);
  // The link may as well have come by text message, a QR code, or to a private mailbox.
  if (rng.chance(0.75)) baits(plan, rng, course, victim, first, clickAt, bait);
  else course.goTo(clickAt);
  course.wait(0.5, 4);
  const session = throughPage(rng, victim, first);
  course.does('sign-in-through-page', 'credential-access', passesPage(rng, session));
  return { bait, session };
}

/** Behind the page's server; it repeats what the victim's browser says it is, or names its own. */
export function throughPage(rng: Rng, victim: Person, { day }: Pick<Workday, 'day'>): Session {
  const device = rng.chance(0.65) ? unknown(rng.chance(0.8) ? day.device : day.phone) : strangeDevice(rng);
  return openSession(rng, victim, placeOf(rng, rng.pick(rng.chance(0.8) ? hostingExits : vpnExits)), device);
}

/** The victim types, mistypes, waits for the prompt, and is in; so is somebody else. */
export function passesPage(rng: Rng, session: Session): Act {
  const before: Outcome[] = [
    ...(rng.chance(0.15) ? (['wrongPassword'] as const) : []),
    ...(rng.chance(0.6) ? (['factorRequired'] as const) : []),
  ];
  const alarm = perhapsNoticed(0.2, {
    product: 'identityProtection',
    title: 'unfamiliarFeatures',
    severity: 'low',
    person: session.person,
    place: session.place,
  });
  const how = { target: targets.officeHome, secondFactor: session.person.secondFactor, apart: [9, 45] } as const;
  return together(signsIn(session, [...before, 'successPrompted'], how), alarm);
}

/** The cookie in another browser, at once or after it was sold. */
function replayed(it: Intrusion, session: Session): Session {
  const { rng, course, victim, intruder } = it;
  const elsewhere = {
    ...moveTo(session, placeOf(rng, rng.pick(intruder.exits))),
    device: rng.chance(0.5) ? session.device : rng.pick(intruder.machines),
  };
  course.goTo(course.now() + minutes(Math.min(1_500, rng.lognormal(35, 1.6))));
  const alarm = perhapsNoticed(0.15, {
    product: 'identityProtection',
    title: 'anomalousToken',
    severity: 'medium',
    person: victim,
    place: elsewhere.place,
  });
  course.does(
    'session-replayed',
    'initial-access',
    together(opens(elsewhere, targets.outlookWeb), renewal(elsewhere, 2, 30), alarm),
  );
  course.wait(1, 10);
  course.does('first-look', 'discovery', readsMail(elsewhere, victim.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(1, 5)));
  course.wait(1, 20);
  if (rng.chance(0.35)) addsFactor(it, elsewhere);
  return elsewhere;
}

const renewal = (session: Session, times: number, within: number): Act =>
  renews(session, { target: targets.outlookWeb, incomingToken: 'refreshToken' }, times, within);

/** So that they may come back when the session has ended. */
function addsFactor({ rng, course, victim }: Intrusion, session: Session): void {
  const byText = rng.chance(0.5);
  const detail = byText ? phoneNumberIn(rng, victim.office.region) : undefined;
  course.does('security-page', 'persistence', opens(session, targets.mySignIns));
  course.wait(0.5, 6);
  course.does('factor-added', 'persistence', registersMethod(session, byText ? 'sms' : 'app', detail));
  course.wait(2, 20);
}

/** Every now and then: what is new about money? */
function comesBack(it: Intrusion, index: number, stolen: Session): void {
  const { rng, course, victim, intruder } = it;
  const session = sitDownWith(it, index, stolen);
  const words = Array.from({ length: rng.int(1, 3) }, () => searchWords(rng, victim));
  course.does(
    'session-again',
    'initial-access',
    together(opens(session, targets.outlookWeb), renewal(session, rng.int(1, 3), 60)),
  );
  course.wait(1, 10);
  stumbles(it);
  course.does(
    'mail-read',
    'collection',
    readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items', `\\${victim.mailbox.projectFolder}`], rng.int(2, 10)),
  );
  if (rng.chance(intruder.curiosity * 0.7)) course.does('mail-search', 'discovery', searchesMail(session, victim.mailbox, words));
  const [site] = sitesOf(victim);
  if (rng.chance(intruder.curiosity * 0.4))
    course.does('files', 'collection', goesThroughFiles(session, site, whatever(rng, site, rng.int(1, 5))));
}

function hides(it: Intrusion, index: number, stolen: Session, ploy: Ploy): void {
  const { rng, course, victim } = it;
  const session = sitDownWith(it, index, stolen);
  course.does('session-again', 'initial-access', opens(session, targets.outlookWeb));
  course.wait(1, 12);
  course.does('hiding-rule', 'persistence', makesRuleSomehow(rng, session, victim.mailbox, tuckingRule(rng, victim, ploy.hides)));
  course.wait(1, 20);
  course.does('mail-read', 'collection', readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(1, 6)));
}

/** The owner changes the password as people do; the stolen session does not mind. */
function passwordChanges({ plan, rng, course, victim }: Intrusion): void {
  const found = nextAtWork(plan, rng, victim, course.now());
  if (found === undefined) return;
  course.goTo(found.at);
  course.does('owner-changes-password', 'credential-access', changesOwnPassword(ownSession(plan.scene, victim, found.day)));
}

function reaps(it: Intrusion, index: number, stolen: Session, ploy: Ploy, unhidden: boolean): void {
  const { rng, course, victim, intruder } = it;
  const session = sitDownWith(it, index, stolen);
  const { mailbox } = victim;
  course.does('session-again', 'initial-access', opens(session, targets.outlookWeb));
  course.wait(1, 15);
  if (unhidden)
    course.does('hiding-rule', 'persistence', makesRuleSomehow(rng, session, mailbox, tuckingRule(rng, victim, ploy.hides)));
  course.wait(2, 60);
  course.does('fraud-mail', 'impact', sends(session, ploy.sending));
  course.goTo(course.now() + hours(rng.between(0.2, 4)));
  course.does('answers-read', 'collection', readsMail(session, mailbox, ['\\Inbox', '\\Archive'], rng.int(1, 4)));
  if (intruder.tidiness > 0.45)
    course.does(
      'tracks-deleted',
      'defense-evasion',
      together(
        deletesMessages(session, mailbox, 'SoftDelete', '\\Sent Items', [ploy.sending.message]),
        deletesMail(session, ['HardDelete']),
      ),
    );
}
