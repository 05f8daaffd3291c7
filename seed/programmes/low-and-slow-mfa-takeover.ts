// An account taken although it had a second factor, and used sparingly.
//
// Prompts refused, the next approved by a tired thumb; then days of nothing
// between a few minutes of work, each from another place. At the end a rule
// hides a colleague's mail, so that money can be asked for in the owner's name.
// told/mfa-takeover.ts tells the one that is known, exactly.
// After: the account the told one follows; Microsoft, "Defend your users from MFA
// fatigue attacks" (2022) and its report on DEV-0537 (2022); MITRE T1621.

import type { Rng } from '../random.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets, type Target } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { baits, drawBait } from './bait.ts';
import { conclude } from './course.ts';
import { searchWords, tuckingRule } from './inventions.ts';
import { openIntrusion, sitDown, stumbles, whileAwake, type Intrusion } from './intrusion.ts';
import { chooseAmong, momentOfTheirs, workdays } from './people.ts';
import { drawPloy, type Ploy } from './ploys.ts';
import { intrude, type Family, type Programme } from './programme.ts';
import { goesThroughFiles, prey, searchesSite, sitesOf } from './steps/files.ts';
import { changesMail, changesMailWithAttachment, deletesMail, readsMail, searchesMail } from './steps/mail.ts';
import { sends } from './steps/post.ts';
import { makesRuleSomehow } from './steps/rules.ts';
import { opens, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { stopsOf } from './stops.ts';

export const lowAndSlowMfaTakeover: Family = {
  id: 'low-and-slow-mfa-takeover',
  kind: 'attack',
  unseen: false,
  says: 'a prompt approved at last, then short visits days apart from changing places, and a rule that hides one sender',
  sources: [
    'Microsoft, "Defend your users from MFA fatigue attacks" (2022)',
    'Microsoft, "DEV-0537 criminal actor targeting organizations for data exfiltration and destruction" (2022)',
    'MITRE ATT&CK T1621, "Multi-Factor Authentication Request Generation"',
  ],
  days: 9,
  plan(plan) {
    const victim = chooseAmong(plan, asksByPrompt, () => true);
    const it =
      victim === undefined
        ? undefined
        : openIntrusion(plan, victim, plan.rng.fork('count').int(2, 5), plan.rng.fork('pause').between(1.2, 4));
    return it === undefined ? undefined : tellVisits(it);
  },
};

const asksByPrompt = ({ secondFactor }: Person) => secondFactor === 'app' || secondFactor === 'call';

function tellVisits(it: Intrusion): Programme {
  const { plan, rng, course, victim } = it;
  if (rng.chance(0.3)) passwordPage(it);
  knocks(it);
  for (const index of it.later.slice(0, -1)) visits(it, index);
  lastVisit(it, it.later.at(-1) ?? it.first.index + 1);
  return conclude(plan, lowAndSlowMfaTakeover, course, {
    victims: [victim.id],
    impact: 'fraud-mail',
    earliest: 'refused-prompts',
    stops: stopsOf(it),
  });
}

/** The page asks for the password alone; what it gets is used days later. */
function passwordPage({ plan, rng, course, victim, first }: Intrusion): void {
  const [day] = workdays(plan, victim, Math.max(plan.from + 1, first.index - 6), first.index);
  if (day === undefined) return;
  baits(plan, rng, course, victim, day, momentOfTheirs(rng, day), drawBait(rng, plan.scene.tenant, victim));
}

/** Prompt after prompt, on one evening or on two. */
function knocks(it: Intrusion): void {
  const { rng, course, victim, first } = it;
  const factor = victim.secondFactor === 'call' ? 'call' : 'app';
  const refused = (): Outcome[] =>
    Array.from({ length: rng.int(1, 4) }, () => rng.pick(['declined', 'unanswered', 'unanswered']));
  whileAwake(it, first.index);
  const session = sitDownHere(it);
  const how = { target: drawDoor(rng), secondFactor: factor, apart: [40, Math.round(rng.lognormal(140, 0.8)) + 41] } as const;
  course.does('refused-prompts', 'initial-access', signsIn(session, refused(), how));
  if (rng.chance(0.3)) whileAwake(it, first.index + 1);
  else course.wait(2, 25);
  if (rng.chance(0.4)) course.does('refused-prompts', 'initial-access', signsIn(session, refused(), how));
  const alarm = perhapsNoticed(0.2, {
    product: 'identityProtection',
    title: 'unfamiliarFeatures',
    severity: 'medium',
    person: victim,
    place: session.place,
  });
  course.wait(1, 4);
  course.does('first-sign-in', 'initial-access', together(signsIn(session, ['successPrompted'], how), alarm));
}

const drawDoor = (rng: Rng): Target =>
  rng.pick([targets.officeHome, targets.officeHome, targets.outlookWeb, targets.sharePoint, targets.teamsWeb]);

/** Their machine behind one of their exits, at the moment the course has come to. */
function sitDownHere({ rng, intruder, victim }: Intrusion): Session {
  return intrude(rng, victim, rng.pick(intruder.exits), rng.pick(intruder.machines));
}

/** In again, now without trouble, for a few minutes' look at one thing or another. */
function enters(it: Intrusion, index: number): Session {
  const { rng, course, victim } = it;
  const factor = victim.secondFactor === 'call' ? 'call' : 'app';
  whileAwake(it, index);
  const session = sitDownHere(it);
  const outcomes: Outcome[] = rng.chance(0.15) ? ['unanswered', 'successPrompted'] : ['successPrompted'];
  course.does('sign-in-again', 'initial-access', signsIn(session, outcomes, { target: drawDoor(rng), secondFactor: factor }));
  course.wait(1, 8);
  return session;
}

function visits(it: Intrusion, index: number): void {
  const { rng, course, victim, intruder } = it;
  stumbles(it);
  const session = enters(it, index);
  const { mailbox } = victim;
  const site = rng.pick(sitesOf(victim).slice(0, 2));
  const words = Array.from({ length: rng.int(1, 3) }, () => searchWords(rng, victim));
  const folders = rng.some(['\\Sent Items', '\\Deleted Items', '\\Inbox', `\\${mailbox.projectFolder}`], rng.int(1, 3));
  const doings = [
    () => course.does('files', 'collection', goesThroughFiles(session, site, prey(rng, site, rng.int(2, 7)))),
    () =>
      course.does(
        'folder-changes',
        'defense-evasion',
        together(opens(session, targets.outlookWeb), changesMail(session, folders)),
      ),
    () => course.does('mail-read', 'discovery', readsMail(session, mailbox, folders, rng.int(2, 8))),
    () =>
      course.does(
        'mail-search',
        'discovery',
        together(searchesMail(session, mailbox, words), readsMail(session, mailbox, ['\\Inbox'], 1)),
      ),
    () => course.does('site-search', 'discovery', searchesSite(session, site, words)),
  ];
  for (const does of rng.some(doings, 1 + Math.round(intruder.curiosity * 2))) {
    does();
    course.wait(3, 20);
  }
}

/** First the rule, then the mail whose answers it hides; some wait a day between. */
function lastVisit(it: Intrusion, index: number): void {
  const { plan, rng, course, victim, intruder } = it;
  const session = enters(it, index);
  const ploy = drawPloy(rng, plan.scene.tenant, victim);
  course.does('mail-changes', 'defense-evasion', changesMail(session, ['\\Sent Items', '\\Inbox']));
  course.wait(2, 15);
  course.does(
    'hiding-rule',
    'defense-evasion',
    makesRuleSomehow(rng, session, victim.mailbox, tuckingRule(rng, victim, ploy.hides)),
  );
  course.wait(2, 12);
  const [paper] = prey(rng, sitesOf(victim)[0], 1);
  course.does('attachment', 'collection', changesMailWithAttachment(session, paper?.name ?? 'Contract.pdf'));
  const again = rng.chance(0.5) ? sitDown(it, Math.min(plan.until - 1, index + 1)) : session;
  course.wait(4, 90);
  asks(it, again, ploy);
  if (intruder.tidiness > 0.5) course.does('tracks-deleted', 'defense-evasion', deletesMail(again, ['SoftDelete', 'HardDelete']));
}

function asks({ course, rng }: Intrusion, session: Session, { sending }: Ploy): void {
  course.does('fraud-mail', 'impact', sends(session, sending));
  course.wait(2, 30);
  course.does(
    'answers-awaited',
    'collection',
    readsMail(session, session.person.mailbox, ['\\Inbox', '\\Sent Items'], rng.int(1, 4)),
  );
}
