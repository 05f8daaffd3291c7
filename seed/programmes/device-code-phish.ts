// A code typed into the genuine page: the victim joins "a meeting", and signs in
// a program of the intruder's.
//
// Nothing is forged but the invitation. The sign-in is the victim's own, from
// their own machine, with their own second factor; the tokens go to somebody
// else, who reads mail through Graph, looks for passwords and names, may register
// a device to keep a token that lasts, and may invite colleagues in turn.
// Unseen: no password is known and no page stands in the middle; what is held is
// a program's refresh token, which none of the seen ways in comes by like that.
// After: Microsoft, "Storm-2372 conducts device code phishing campaign" (2025);
// Volexity, "Multiple Russian threat actors targeting Microsoft device code
// authentication" (2025); RFC 8628 §5.4.

import { hours, minutes } from '../../src/model/time.ts';
import { strangeDevice } from '../device.ts';
import { internalMessage } from '../message.ts';
import type { Place } from '../network.ts';
import { openSession, type Session } from '../session.ts';
import type { Person, ServicePrincipal } from '../tenant.ts';
import { someWeighted } from '../weighted.ts';
import { targets, type Target } from '../wire/apps.ts';
import { baits, drawBait } from './bait.ts';
import { conclude } from './course.ts';
import { placeOf } from './infrastructure.ts';
import { searchWords } from './inventions.ts';
import { openIntrusion, sitDownWith, type Intrusion } from './intrusion.ts';
import { chooseAmong, momentOfTheirs, ownSession, worksIn } from './people.ts';
import { moveTo, type Act, type Family, type Programme } from './programme.ts';
import { goesThroughFiles, prey, sitesOf } from './steps/files.ts';
import { appReadsMail } from './steps/apps.ts';
import { fetchesFolders, searchesMail } from './steps/mail.ts';
import { registersDevice } from './steps/methods.ts';
import { sends } from './steps/post.ts';
import { opens, renews, signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { stopsOf } from './stops.ts';
import { lure } from './words.ts';

export const deviceCodePhish: Family = {
  id: 'device-code-phish',
  kind: 'attack',
  unseen: true,
  says: 'the victim enters a code on the genuine page, and an intruder’s program is signed in as them',
  sources: [
    'Microsoft, "Storm-2372 conducts device code phishing campaign" (2025)',
    'Volexity, "Multiple Russian Threat Actors Targeting Microsoft Device Code Authentication" (2025)',
    'RFC 8628 §5.4, "Remote Phishing"',
  ],
  days: 5,
  plan(plan) {
    const victim = chooseAmong(plan, worksIn('executives', 'research', 'legal', 'it', 'engineering', 'hr'), () => true);
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, plan.rng.fork('count').int(2, 5));
    return it === undefined ? undefined : tellCode(it);
  },
};

interface Held extends Intrusion {
  /** The program's session, wherever it is used. */
  readonly session: Session;
  readonly program: ServicePrincipal;
  readonly target: Target;
}

function tellCode(intrusion: Intrusion): Programme {
  const { plan, rng, course, victim, intruder, later } = intrusion;
  const session = entersCode(intrusion);
  const elsewhere = { ...moveTo(session, placeOf(rng, rng.pick(intruder.exits))), device: rng.pick(intruder.machines) };
  const it: Held = { ...intrusion, session: elsewhere, target: targets.office, program: programOf(rng.guid()) };
  takesToken(it);
  if (rng.chance(0.4)) keepsDevice(it);
  for (const index of later.slice(0, -1)) looks(it, index);
  takesAll(it, later.at(-1) ?? it.first.index + 1);
  return conclude(plan, deviceCodePhish, course, {
    victims: [victim.id],
    impact: 'mail-taken',
    earliest: 'token-used',
    stops: stopsOf({ ...it, knowsPassword: false }),
  });
}

/** Microsoft's own program, in this company under its own object id. */
const programOf = (id: string): ServicePrincipal => ({ id, appId: targets.office.app.id, displayName: targets.office.app.name });

/** The code is good for fifteen minutes; who hesitates at the last question gets another. */
function entersCode({ plan, rng, course, victim, first }: Intrusion): Session {
  const clickAt = momentOfTheirs(rng, first);
  const bait = drawBait(rng, plan.scene.tenant, victim, 'meeting', 'https://microsoft.com/devicelogin');
  if (rng.chance(0.7)) baits(plan, rng, course, victim, first, clickAt, bait);
  else course.goTo(clickAt);
  course.wait(0.5, 3);
  const own = ownSession(plan.scene, victim, first);
  const session = openSession(rng, victim, own.place, own.device);
  const how = {
    target: targets.office,
    secondFactor: rng.chance(0.6) ? ('claim' as const) : victim.secondFactor,
    protocol: 'deviceCode' as const,
  };
  if (rng.chance(0.3)) {
    course.does('code-not-confirmed', 'initial-access', signsIn(session, ['deviceCodePending'], how));
    course.wait(4, 60);
  }
  course.does(
    'code-entered',
    'initial-access',
    signsIn(session, [how.secondFactor === 'claim' ? 'success' : 'successPrompted'], how),
  );
  return session;
}

/** Mail through Graph within minutes; with it the program renews its token. */
function takesToken(it: Held): void {
  const { rng, course, victim, session } = it;
  course.goTo(course.now() + minutes(Math.min(900, rng.lognormal(9, 1.4))));
  const alarm = perhapsNoticed(0.12, {
    product: 'identityProtection',
    title: 'anomalousToken',
    severity: 'medium',
    person: victim,
    place: session.place,
  });
  course.does('token-used', 'collection', together(readsAs(it, session.place, rng.int(2, 8)), renewsIt(it, session, 3), alarm));
  course.wait(3, 40);
}

const readsAs = ({ program, victim }: Held, place: Place, batches: number): Act =>
  appReadsMail(
    { app: { ...program, acts: 'delegated' }, place, person: victim },
    ['\\Inbox', '\\Sent Items', '\\Inbox'],
    batches,
  );

const renewsIt = ({ target }: Held, session: Session, times: number): Act =>
  renews(session, { target, incomingToken: 'refreshToken', protocol: 'deviceCode' }, times, 180);

/** A device of one's own in the directory, and a token that lasts as long as it. */
function keepsDevice({ rng, course, session }: Held): void {
  const name = rng.pick([
    `DESKTOP-${rng
      .base64(7)
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, 'Q')}`,
    `LAPTOP-${rng.int(1000, 99999)}`,
    `WIN-${rng.hex(8).toUpperCase()}`,
  ]);
  const device = { ...strangeDevice(rng), id: rng.guid(), name };
  course.does('device-registered', 'persistence', registersDevice(session, device));
  course.wait(5, 120);
}

/** Passwords, administrators, names: what a reader of other people's mail looks for. */
function looks(it: Held, index: number): void {
  const { rng, course, victim, intruder } = it;
  const session = sitDownWith(it, index, it.session);
  const words = Array.from({ length: rng.int(2, 6) }, () => searchWords(rng, victim));
  course.does('mail-search', 'discovery', together(searchesMail(session, victim.mailbox, words), renewsIt(it, session, 2)));
  course.wait(2, 20);
  course.does('mail-read', 'collection', readsAs(it, session.place, rng.int(2, 12)));
  course.wait(2, 30);
  const site = rng.pick(sitesOf(victim).slice(0, 3));
  if (rng.chance(intruder.curiosity))
    course.does(
      'files',
      'collection',
      together(opens(session, targets.sharePoint), goesThroughFiles(session, site, prey(rng, site, rng.int(2, 8)))),
    );
  if (rng.chance(0.25)) invites(it, session);
}

/** Colleagues are invited in the victim's name. */
function invites({ rng, course, victim }: Held, session: Session): void {
  const to = someWeighted<Person>(rng, victim.circle.colleagues, rng.int(2, 12));
  const [first] = to;
  if (first === undefined) return;
  const { subject, text } = lure(rng, 'meeting', first, victim);
  const message = internalMessage(rng, victim, subject);
  const rest = { text, links: ['https://microsoft.com/devicelogin'] };
  course.does('colleagues-invited', 'lateral-movement', sends(session, { message, to: to.map(({ mailbox }) => mailbox), rest }));
}

/** The mailbox, folder by folder, over an hour or a night. */
function takesAll(it: Held, index: number): void {
  const { rng, course, victim } = it;
  const session = sitDownWith(it, index, it.session);
  const whole = rng.chance(0.5);
  const folders = ['\\Inbox', '\\Sent Items', '\\Deleted Items', `\\${victim.mailbox.projectFolder}`, '\\Drafts'];
  const taking = whole
    ? fetchesFolders(session, victim.mailbox, folders, rng.chance(0.4))
    : readsAs(it, session.place, rng.int(25, 70));
  course.does('mail-taken', 'exfiltration', together(taking, renewsIt(it, session, 4)));
  if (!rng.chance(0.4)) return;
  course.goTo(course.now() + hours(rng.between(3, 30)));
  course.does('mail-read', 'collection', readsAs(it, session.place, rng.int(2, 10)));
}
