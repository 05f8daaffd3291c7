// The one-time code read out or typed into a page, and used by somebody else in
// the same minute.
//
// Unlike a page in the middle, the victim never signs in anywhere: an operator
// does, from a place of their own, with what arrives on their screen. The first
// code is often too old. Then a factor of their own is added, the notices about
// it are deleted, and wages or an invoice go elsewhere.
// After: Group-IB, "Roasting 0ktapus" (2022); Krebs, "How 1-Time Passcodes Became
// a Corporate Liability" (2022) and on OTP.Agency (2021, 2024); Microsoft,
// "Investigating targeted payroll pirate attacks" (Storm-2657, 2025).

import { minutes } from '../../src/model/time.ts';
import { phoneNumberIn } from '../network.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { baits, drawBait } from './bait.ts';
import { conclude } from './course.ts';
import { fromDomain, searchWords, tuckingRule } from './inventions.ts';
import { openIntrusion, sitDown, sitDownWith, stumbles, type Intrusion } from './intrusion.ts';
import { sitDownAs } from './infrastructure.ts';
import { chooseAmong, hasPhishableFactor, momentOfTheirs } from './people.ts';
import { drawPloy, type Ploy } from './ploys.ts';
import type { Family, Programme } from './programme.ts';
import { goesThroughFiles, sitesOf, whatever } from './steps/files.ts';
import { deletesMail, readsMail, searchesMail } from './steps/mail.ts';
import { deletesMethod, registersMethod } from './steps/methods.ts';
import { sends } from './steps/post.ts';
import { makesRuleSomehow } from './steps/rules.ts';
import { opens, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { stopsOf } from './stops.ts';

export const otpRelay: Family = {
  id: 'otp-relay',
  kind: 'attack',
  unseen: false,
  says: 'a one-time code is coaxed out of its owner and used at once from elsewhere',
  sources: [
    'Group-IB, "Roasting 0ktapus: The phishing campaign going after Okta identity credentials" (2022)',
    'Krebs on Security, "How 1-Time Passcodes Became a Corporate Liability" (2022)',
    'Microsoft, "Investigating targeted payroll pirate attacks affecting US universities" (2025)',
  ],
  days: 5,
  plan(plan) {
    const byCode = ({ secondFactor }: Person) => secondFactor === 'sms' || secondFactor === 'code';
    const victim = chooseAmong(plan, byCode, hasPhishableFactor, () => true);
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, plan.rng.fork('count').int(1, 4));
    return it === undefined ? undefined : tellRelay(it);
  },
};

function tellRelay(it: Intrusion): Programme {
  const { plan, rng, course, victim, later } = it;
  const session = relays(it);
  const own = rng.chance(0.75) ? addsFactor(it, session) : undefined;
  firstLook(it, session);
  const ploy = drawPloy(rng, plan.scene.tenant, victim);
  for (const index of later.slice(0, -1)) comesBack(it, index, session, own);
  reaps(it, later.at(-1) ?? it.first.index, session, own, ploy);
  return conclude(plan, otpRelay, course, {
    victims: [victim.id],
    impact: 'fraud-mail',
    earliest: 'code-relayed',
    stops: stopsOf(it),
  });
}

/** The operator types the password while its owner waits, then asks for the code. */
function relays({ plan, rng, course, intruder, victim, first }: Intrusion): Session {
  const clickAt = momentOfTheirs(rng, first);
  // The link mostly comes by text message, or somebody calls.
  if (rng.chance(0.4)) baits(plan, rng, course, victim, first, clickAt, drawBait(rng, plan.scene.tenant, victim));
  else course.goTo(clickAt);
  course.wait(0.4, 5);
  const session = sitDownAs(rng, intruder, victim);
  const byCode = victim.secondFactor === 'app' ? 'code' : victim.secondFactor;
  const how = { target: rng.pick([targets.officeHome, targets.outlookWeb]), secondFactor: byCode, apart: [20, 75] } as const;
  const stumbles: Outcome[] = [
    ...(rng.chance(0.5) ? (['factorRequired'] as const) : []),
    ...Array.from({ length: rng.pick([0, 0, 1, 1, 2]) }, () => 'wrongCode' as const),
  ];
  const alarm = perhapsNoticed(0.2, {
    product: 'identityProtection',
    title: 'unfamiliarFeatures',
    severity: 'medium',
    person: victim,
    place: session.place,
  });
  course.does('code-relayed', 'initial-access', together(signsIn(session, [...stumbles, 'successPrompted'], how), alarm));
  course.wait(0.5, 6);
  return session;
}

/** Next time nobody need be asked for a code. */
function addsFactor({ rng, course, victim }: Intrusion, session: Session): 'app' | 'sms' {
  const own = rng.chance(0.7) ? 'app' : 'sms';
  course.does('security-page', 'persistence', opens(session, targets.mySignIns));
  course.wait(0.5, 5);
  course.does(
    'factor-added',
    'persistence',
    registersMethod(session, own, own === 'sms' ? phoneNumberIn(rng, victim.office.region) : undefined),
  );
  course.wait(0.5, 8);
  if (rng.chance(0.2)) course.does('factor-removed', 'persistence', deletesMethod(session, victim.secondFactor));
  course.wait(0.5, 8);
  course.does(
    'notices-deleted',
    'defense-evasion',
    deletesMail(session, rng.chance(0.5) ? ['MoveToDeletedItems', 'HardDelete'] : ['MoveToDeletedItems']),
  );
  return own;
}

function firstLook({ rng, course, victim }: Intrusion, session: Session): void {
  course.wait(1, 20);
  course.does('first-look', 'discovery', readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(1, 6)));
}

/** With the session as long as it lasts, then with the factor of their own. */
function again(it: Intrusion, index: number, session: Session, own: 'app' | 'sms' | undefined): Session {
  const { rng, course } = it;
  if (own === undefined) {
    const same = sitDownWith(it, index, session);
    course.does('session-again', 'initial-access', opens(same, targets.outlookWeb));
    return same;
  }
  const fresh = sitDown(it, index);
  const outcomes: Outcome[] = rng.chance(0.3) ? ['factorRequired', 'successPrompted'] : ['successPrompted'];
  course.does(
    'own-factor-sign-in',
    'initial-access',
    signsIn(fresh, outcomes, { target: targets.outlookWeb, secondFactor: own, apart: [8, 40] }),
  );
  return fresh;
}

function comesBack(it: Intrusion, index: number, held: Session, own: 'app' | 'sms' | undefined): void {
  const { rng, course, victim, intruder } = it;
  const session = again(it, index, held, own);
  course.wait(1, 12);
  stumbles(it);
  const words = Array.from({ length: rng.int(1, 4) }, () => searchWords(rng, victim));
  course.does(
    'mail-search',
    'discovery',
    together(
      searchesMail(session, victim.mailbox, words),
      readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(1, 7)),
    ),
  );
  course.wait(2, 40);
  const site = rng.pick(sitesOf(victim).slice(0, 2));
  if (rng.chance(intruder.curiosity * 0.6))
    course.does('files', 'collection', goesThroughFiles(session, site, whatever(rng, site, rng.int(2, 7))));
}

/** Answers go out of sight first; wages and invoices are asked for in the owner's name. */
function reaps(it: Intrusion, index: number, held: Session, own: 'app' | 'sms' | undefined, ploy: Ploy): void {
  const { plan, rng, course, victim } = it;
  const session = again(it, index, held, own);
  course.wait(1, 20);
  const hides = rng.chance(0.7) ? ploy.hides : fromDomain(plan.scene.tenant.domain);
  if (rng.chance(0.75))
    course.does(
      'hiding-rule',
      'defense-evasion',
      makesRuleSomehow(rng, session, victim.mailbox, tuckingRule(rng, victim, hides)),
    );
  course.wait(2, 60);
  course.does('fraud-mail', 'impact', sends(session, ploy.sending));
  course.goTo(course.now() + minutes(rng.between(10, 600)));
  course.does(
    'tracks-deleted',
    'defense-evasion',
    deletesMail(session, rng.chance(0.5) ? ['SoftDelete'] : ['SoftDelete', 'HardDelete', 'MoveToDeletedItems']),
  );
}
