// One common password tried on everybody, until somebody has it; then the
// mailbox sends a copy of everything to an address outside.
//
// The door asked for a password alone: an old protocol, a forgotten exception.
// What follows needs no presence: mail is looked through once or twice, and a
// setting of the mailbox or a rule forwards the rest.
// After: Microsoft's password spray playbook and DART, "Protect your business
// from password sprays" (2021); CISA AR21-013A on forwarding rules (2021);
// Proofpoint on UNK_SneakyStrike (2025).

import { hours } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import { openSession, type Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { conclude } from './course.ts';
import {
  aboutWords,
  inventDomain,
  inventFolder,
  inventRuleName,
  inventSender,
  privateAddress,
  searchWords,
} from './inventions.ts';
import { openIntrusion, sitDown, stumbles, type Intrusion } from './intrusion.ts';
import { chooseAmong } from './people.ts';
import { drawPloy, moneyWords } from './ploys.ts';
import { momentOn, type Act, type Family, type Programme } from './programme.ts';
import { drawSpray, sprays, type Spray } from './spraying.ts';
import { deletesMail, fetchesFolders, readsMail, searchesMail } from './steps/mail.ts';
import { sends } from './steps/post.ts';
import { forwards, makesRule } from './steps/rules.ts';
import { guesses, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { stopsOf } from './stops.ts';

export const sprayThenForwarding: Family = {
  id: 'spray-then-forwarding',
  kind: 'attack',
  unseen: false,
  says: 'one password fits one of many accounts, whose mail is then forwarded outside',
  sources: [
    'Microsoft Learn, "Password spray investigation"',
    'Microsoft, "Protect your business from password sprays with Microsoft DART recommendations" (2021)',
    'CISA, AR21-013A "Strengthening Security Configurations to Defend Against Attackers Targeting Cloud Services" (2021)',
    'Proofpoint, "Attackers unleash TeamFiltration: account takeover campaign UNK_SneakyStrike" (2025)',
  ],
  days: 6,
  plan(plan) {
    const victim = chooseAmong(
      plan,
      ({ employment }) => employment !== 'employee',
      () => true,
    );
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, plan.rng.fork('count').int(2, 4));
    return it === undefined ? undefined : tellSpray(it);
  },
};

function tellSpray(it: Intrusion): Programme {
  const { plan, rng, course, victim, first, later } = it;
  const { tenant } = plan.scene;
  const spray = drawSpray(rng, tenant, victim);
  const tried = spray.accounts.map(({ id }) => id).filter((id) => id !== victim.id);
  const from = momentOn(plan.scene, victim, Math.max(plan.from + 1, first.index - rng.int(0, 4)), rng.between(0, 1380));
  sprays(course, rng, tenant, spray, rng.int(1, 4), from, momentOn(plan.scene, victim, first.index, 0));
  course.does('one-fits', 'initial-access', fits(rng, spray, victim));
  const address = rng.chance(0.6) ? privateAddress(rng, tenant) : inventSender(rng, inventDomain(rng, tenant)).address;
  forwardsMail(it, looks(it, spray, later[0] ?? first.index), address);
  for (const index of later.slice(1, -1)) looks(it, spray, index);
  reaps(it, spray, later.at(-1) ?? first.index + 1);
  return conclude(plan, sprayThenForwarding, course, {
    victims: [victim.id, ...tried],
    impact: 'fraud-mail',
    earliest: 'one-fits',
    success: 0.7,
    stops: stopsOf(it),
  });
}

/** The same door, the same exits, and this time it opens. */
function fits(rng: Rng, { places, target, protocol, secondsApart, device }: Spray, victim: Person): Act {
  const session = openSession(rng, victim, rng.pick(places), device);
  const alarm = perhapsNoticed(0.2, {
    product: 'identityProtection',
    title: 'passwordSpray',
    severity: 'high',
    person: victim,
    place: session.place,
  });
  return together(guesses([{ session, outcome: 'success' }], target, protocol, secondsApart), alarm);
}

/** The door still asks for nothing more. */
function enters({ course }: Intrusion, spray: Spray, session: Session): void {
  const how = {
    target: spray.target,
    secondFactor: 'claim',
    protocol: spray.protocol,
    requirement: 'singleFactorAuthentication',
  } as const;
  course.does('sign-in-again', 'initial-access', signsIn(session, ['success'], how));
  course.wait(1, 8);
}

function looks(it: Intrusion, spray: Spray, index: number): Session {
  const { rng, course, victim, intruder } = it;
  const session = sitDown(it, index);
  const { mailbox } = victim;
  stumbles(it);
  enters(it, spray, session);
  const folders = ['\\Inbox', '\\Sent Items', `\\${mailbox.projectFolder}`];
  if (rng.chance(0.35)) course.does('mail-fetched', 'collection', fetchesFolders(session, mailbox, folders));
  else course.does('mail-read', 'collection', readsMail(session, mailbox, folders, rng.int(2, 9)));
  course.wait(2, 30);
  const words = Array.from({ length: rng.int(1, 3) }, () => searchWords(rng, victim));
  if (rng.chance(intruder.curiosity)) course.does('mail-search', 'discovery', searchesMail(session, mailbox, words));
  return session;
}

/** By the mailbox's own setting, or by a rule; of everything, or of what is about money. */
function forwardsMail({ rng, course, victim }: Intrusion, session: Session, address: string): void {
  course.wait(1, 40);
  if (rng.chance(0.5)) {
    course.does('forwarding-set', 'exfiltration', forwards(session, victim.mailbox, address, rng.chance(0.8)));
    return;
  }
  const rule = {
    name: inventRuleName(rng, victim),
    condition: aboutWords(moneyWords(rng)),
    ...(rng.chance(0.5) ? { forwardTo: [address] } : { redirectTo: [address] }),
    ...(rng.chance(0.4) ? { moveToFolder: inventFolder(rng, victim) } : {}),
    markAsRead: rng.chance(0.5),
    stopProcessing: rng.chance(0.5),
  };
  course.does('forwarding-set', 'exfiltration', makesRule(session, victim.mailbox, rule, 'New-InboxRule'));
}

/** What was forwarded shows the moment; the mail itself is written here. */
function reaps(it: Intrusion, spray: Spray, index: number): void {
  const { plan, rng, course, victim, intruder } = it;
  const session = looks(it, spray, index);
  const ploy = drawPloy(rng, plan.scene.tenant, victim);
  course.wait(5, 120);
  course.does('fraud-mail', 'impact', sends(session, ploy.sending));
  course.goTo(course.now() + hours(rng.between(0.3, 9)));
  if (intruder.tidiness > 0.5)
    course.does('tracks-deleted', 'defense-evasion', deletesMail(session, ['SoftDelete', 'MoveToDeletedItems']));
}
