// The second factor re-routed: the number that text messages go to is changed
// for a while, and somebody's access, with that of the shared mailboxes they
// work in, becomes somebody else's.
//
// The password and a session were stolen before, so little fails. Rules then
// hide mail in the own mailbox and in shared ones, payments are asked for in the
// name of a shared one, and the number may be put back.
// told/phone-swap.ts tells the one that is known, exactly.
// After: the account the told one follows; Microsoft on Storm-1167, who added a
// number of their own (2023); CISA AA23-320A on Scattered Spider; MITRE T1556.006.

import { minutes, type Instant } from '../../src/model/time.ts';
import { mobileAbroad } from './infrastructure.ts';
import { phoneNumberIn, regions } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Session } from '../session.ts';
import type { Person, SharedMailbox } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import { targets } from '../wire/apps.ts';
import { baits, drawBait } from './bait.ts';
import { conclude } from './course.ts';
import { aboutWords, numberOf, searchWords, tuckingRule } from './inventions.ts';
import { openIntrusion, sitDown, sitDownWith, stumbles, type Intrusion } from './intrusion.ts';
import { chooseAmong, momentOfTheirs } from './people.ts';
import { drawPloy, moneyWords, ployOnPartners } from './ploys.ts';
import { intrude, type Family, type Programme } from './programme.ts';
import { goesThroughFiles, prey, sitesOf } from './steps/files.ts';
import { deletesMail, readsMail, searchesMail } from './steps/mail.ts';
import { changesPhone } from './steps/methods.ts';
import { sends } from './steps/post.ts';
import { makesRule, makesRuleTwice } from './steps/rules.ts';
import { opens, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { stopsOf } from './stops.ts';

export const phoneSwapSharedMailboxes: Family = {
  id: 'phone-swap-shared-mailboxes',
  kind: 'attack',
  unseen: false,
  says: 'the registered phone number is replaced, codes go elsewhere, and rules hide mail in shared mailboxes',
  sources: [
    'Microsoft, "Detecting and mitigating a multi-stage AiTM phishing and BEC campaign" (2023)',
    'CISA, AA23-320A "Scattered Spider" (2023)',
    'MITRE ATT&CK T1556.006, "Modify Authentication Process: Multi-Factor Authentication"',
  ],
  days: 6,
  plan(plan) {
    const shares = ({ circle }: Person) => circle.shared.length > 0;
    const byText = ({ secondFactor }: Person) => secondFactor === 'sms' || secondFactor === 'call';
    const victim = chooseAmong(
      plan,
      (person) => shares(person) && byText(person),
      shares,
      byText,
      () => true,
    );
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, plan.rng.fork('count').int(1, 4));
    return it === undefined ? undefined : tellSwap(it);
  },
};

interface Swap extends Intrusion {
  readonly before: string;
  readonly number: string;
  readonly shared: readonly SharedMailbox[];
}

function tellSwap(intrusion: Intrusion): Programme {
  const { plan, rng, course, victim, first } = intrusion;
  const number = phoneNumberIn(rng, rng.chance(0.5) ? victim.office.region : rng.pick(Object.values(regions)));
  const shared = rng.some(victim.circle.shared, rng.int(1, 4));
  const it: Swap = { ...intrusion, before: numberOf(victim, first.index), number, shared };
  const changedAt = change(it);
  for (const index of it.later.slice(0, -1)) looks(it, index);
  works(it, it.later.at(-1) ?? first.index + 1);
  const restoredAt = rng.chance(0.6) ? restores(it) : undefined;
  return conclude(plan, phoneSwapSharedMailboxes, course, {
    victims: [victim.id, ...shared.map(({ address }) => address)],
    impact: 'payment-mail',
    earliest: 'number-changed',
    success: 0.7,
    stops: stopsOf(it),
    diversions: [{ person: victim, from: changedAt, until: restoredAt ?? course.now() + minutes(rng.int(600, 5000)) }],
  });
}

/** A stolen session opens the security page; from then on codes go to the new number. */
function change(it: Swap): Instant {
  const { plan, rng, course, victim, first } = it;
  if (rng.chance(0.35)) {
    baits(plan, rng, course, victim, first, momentOfTheirs(rng, first), drawBait(rng, plan.scene.tenant, victim));
    course.wait(5, 200);
  }
  const session = sitDown(it, first.index);
  course.does('security-page', 'initial-access', opens(session, targets.mySignIns));
  course.wait(1, 9);
  const changedAt = course.now();
  course.does('number-changed', 'persistence', changesPhone(session, it.before, it.number));
  course.wait(2, 40);
  entersByText(it, session);
  course.does('first-look', 'discovery', readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(2, 6)));
  return changedAt;
}

function entersByText({ rng, course, victim, number }: Swap, session: Session): void {
  const outcomes = rng.chance(0.15) ? (['wrongCode', 'successPrompted'] as const) : (['successPrompted'] as const);
  const alarm = perhapsNoticed(0.15, {
    product: 'identityProtection',
    title: 'unlikelyTravel',
    severity: 'medium',
    person: victim,
    place: session.place,
  });
  const how = { target: targets.outlookWeb, secondFactor: 'sms', phoneNumber: number } as const;
  course.does('text-message-sign-in', 'initial-access', together(signsIn(session, outcomes, how), alarm));
  course.wait(1, 6);
}

/** The one who works the mailbox may sit elsewhere than the one who got in. */
function looks(it: Swap, index: number): void {
  const { rng, course, victim, intruder } = it;
  sitDown(it, index);
  stumbles(it);
  const exit = rng.chance(0.4) ? mobileAbroad(rng, victim) : rng.pick(intruder.exits);
  const session = intrude(rng, victim, exit, rng.pick(intruder.machines));
  entersByText(it, session);
  course.does(
    'mail-read',
    'collection',
    readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items', `\\${victim.mailbox.projectFolder}`], rng.int(3, 16)),
  );
  course.wait(5, 60);
  const words = Array.from({ length: rng.int(1, 4) }, () => searchWords(rng, victim));
  if (rng.chance(0.5)) course.does('mail-search', 'discovery', searchesMail(session, victim.mailbox, words));
  const [site] = sitesOf(victim);
  if (rng.chance(0.5)) course.does('files', 'collection', goesThroughFiles(session, site, prey(rng, site, rng.int(2, 6))));
}

/** Rules first, the shared mailboxes one by one, then the mail they are for. */
function works(it: Swap, index: number): void {
  const { rng, course, victim, intruder, shared } = it;
  const session = sitDown(it, index);
  entersByText(it, session);
  const hides = aboutWords(moneyWords(rng));
  if (rng.chance(0.8))
    course.does('own-rule', 'persistence', makesRule(session, victim.mailbox, tuckingRule(rng, victim, hides), 'New-InboxRule'));
  for (const mailbox of shared) {
    course.wait(2, 25);
    course.does('shared-read', 'collection', readsMail(session, mailbox, ['\\Inbox'], rng.int(1, 5)));
    course.wait(1, 12);
    course.does('shared-rule', 'persistence', rulesIn(rng, session, mailbox, victim));
  }
  course.wait(10, 400);
  paymentMail(it, sitDownWith(it, index, session));
  if (intruder.tidiness > 0.4)
    course.does('mail-deleted', 'defense-evasion', deletesMail(session, ['MoveToDeletedItems', 'SoftDelete', 'HardDelete']));
}

function rulesIn(rng: Rng, session: Session, mailbox: SharedMailbox, victim: Person) {
  const rule = tuckingRule(rng, victim, aboutWords(moneyWords(rng)));
  return rng.chance(0.25)
    ? makesRuleTwice(session, mailbox, rule)
    : makesRule(session, mailbox, rule, rng.pick(['New-InboxRule', 'New-InboxRule', 'Set-InboxRule', 'Outlook']));
}

function paymentMail({ plan, rng, course, victim, shared }: Swap, session: Session): void {
  const partner = pickWeighted(rng, victim.circle.correspondents);
  const { tenant } = plan.scene;
  const [as] = shared;
  const ploy = partner === undefined ? drawPloy(rng, tenant, victim) : ployOnPartners(rng, tenant, victim, partner, as);
  course.does('payment-mail', 'impact', sends(session, ploy.sending));
  course.wait(3, 60);
  course.does('answers-read', 'collection', readsMail(session, as ?? victim.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(1, 4)));
}

function restores(it: Swap): Instant {
  const { rng, course, plan } = it;
  const session = sitDown(it, Math.min(plan.until - 1, (it.later.at(-1) ?? it.first.index) + rng.int(0, 1)));
  course.does('security-page', 'initial-access', opens(session, targets.mySignIns));
  course.wait(1, 8);
  const at = course.now();
  course.does('number-restored', 'defense-evasion', changesPhone(session, it.number, it.before));
  return at;
}
