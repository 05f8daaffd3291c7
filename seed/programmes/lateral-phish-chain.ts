// From mailbox to mailbox: each victim's own mail invites the next.
//
// The first fell for a stranger's mail, or their password was bought. What
// follows comes from a colleague, to people they write with anyway, about things
// they work on; some click, each at their own time of day. Sent mail and puzzled
// answers are put out of sight. The chain looks for somebody who pays.
// Unseen: the others are one account's story; this one has no single account,
// what joins it is mail between colleagues, and each link is a new beginning.
// After: Ho et al., "Detecting and Characterizing Lateral Phishing at Scale"
// (USENIX Security 2019); Barracuda's spotlight on it (2019); Microsoft on the
// second stage of Storm-1167 (2023).

import { minutes } from '../../src/model/time.ts';
import { internalMessage, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { someWeighted } from '../weighted.ts';
import { targets } from '../wire/apps.ts';
import { passesPage, throughPage } from './aitm-token-theft.ts';
import { baits, drawBait, drawHost } from './bait.ts';
import { conclude } from './course.ts';
import { placeOf } from './infrastructure.ts';
import { aboutWords, fromDomain, inventLink, tuckingRule } from './inventions.ts';
import { openIntrusion, type Intrusion } from './intrusion.ts';
import {
  candidates,
  chooseAmong,
  hasPhishableFactor,
  kindOf,
  mailProgramOf,
  momentOfTheirs,
  nextAtWork,
  ownPhone,
  ownSession,
  type Workday,
} from './people.ts';
import { drawPloy } from './ploys.ts';
import { moveTo, type Family, type Plan, type Programme } from './programme.ts';
import { deletesMail, deletesMessages, readsMail } from './steps/mail.ts';
import { opensAndClicks, sends } from './steps/post.ts';
import { makesRuleSomehow } from './steps/rules.ts';
import { opens, renews } from './steps/sign-in.ts';
import { together } from './steps/together.ts';
import { stopsOf } from './stops.ts';
import { pointsTo, somethingOf } from './words.ts';

export const lateralPhishChain: Family = {
  id: 'lateral-phish-chain',
  kind: 'attack',
  unseen: true,
  says: 'three to five mailboxes fall one after another to mail from the colleague before',
  sources: [
    'Ho et al., "Detecting and Characterizing Lateral Phishing at Scale" (USENIX Security 2019)',
    'Barracuda, "Spear Phishing: Top Threats and Trends, vol. 2: lateral phishing" (2019)',
    'Microsoft, "Detecting and mitigating a multi-stage AiTM phishing and BEC campaign" (2023)',
  ],
  days: 8,
  plan(plan) {
    const connected = (person: Person) => hasPhishableFactor(person) && person.circle.colleagues.items.length >= 3;
    const victim = chooseAmong(plan, connected, () => true);
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, 2, plan.rng.fork('pace').lognormal(0.7, 0.8));
    return it === undefined ? undefined : tellChain(it);
  },
};

interface Chain extends Intrusion {
  readonly host: string;
}

/** One of the chain: whose, from where it is used, and which mail got them. */
interface Link {
  readonly person: Person;
  readonly session: Session;
}

function tellChain(intrusion: Intrusion): Programme | undefined {
  const { plan, rng, course, intruder } = intrusion;
  const it: Chain = { ...intrusion, host: drawHost(rng, plan.scene.tenant) };
  const links: Link[] = [begins(it)];
  const length = rng.int(3, 5);
  while (links.length < length) {
    const next = passesOn(it, links.at(-1) ?? fail(), new Set(links.map(({ person }) => person.id)));
    if (next === undefined) break;
    links.push(next);
  }
  const last = links.at(-1);
  if (last === undefined || links.length < 2) return undefined;
  reaps(it, last);
  return conclude(plan, lateralPhishChain, course, {
    victims: links.map(({ person }) => person.id),
    impact: 'fraud-mail',
    earliest: 'colleagues-mailed',
    stops: stopsOf({ plan, rng, intruder, victim: last.person }),
  });
}

function fail(): never {
  throw new Error('a chain has a first link');
}

/** A stranger's mail, or a session bought. */
function begins(it: Chain): Link {
  const { plan, rng, course, victim, first } = it;
  if (rng.chance(0.6)) {
    baits(plan, rng, course, victim, first, momentOfTheirs(rng, first), drawBait(rng, plan.scene.tenant, victim));
    course.wait(0.5, 4);
  } else course.goTo(momentOfTheirs(rng, first));
  return falls(it, victim, first);
}

/** Through the page, then from the intruder's own place, with a look around. */
function falls({ rng, course, intruder }: Chain, person: Person, day: Workday): Link {
  const session = throughPage(rng, person, day);
  course.does('sign-in-through-page', 'credential-access', passesPage(rng, session));
  const elsewhere = { ...moveTo(session, placeOf(rng, rng.pick(intruder.exits))), device: rng.pick(intruder.machines) };
  course.goTo(course.now() + minutes(Math.min(1_200, rng.lognormal(25, 1.5))));
  const renewal = renews(elsewhere, { target: targets.outlookWeb, incomingToken: 'refreshToken' }, 2, 40);
  course.does('session-replayed', 'initial-access', together(opens(elsewhere, targets.outlookWeb), renewal));
  course.wait(1, 12);
  course.does(
    'contacts-read',
    'discovery',
    readsMail(elsewhere, person.mailbox, ['\\Sent Items', '\\Inbox', '\\Contacts'], rng.int(2, 6)),
  );
  course.wait(2, 30);
  return { person, session: elsewhere };
}

/** Mails their circle, hides what comes of it; the first to fall for it is the next. */
function passesOn(it: Chain, from: Link, fallen: ReadonlySet<string>): Link | undefined {
  const { plan, rng, course } = it;
  const to = recipients(it, from.person, fallen);
  const url = inventLink(rng, it.host);
  const message = mails(it, from, to, url);
  covers(it, from, message);
  const sentAt = course.now();
  const bystanders = to.slice(1, 1 + rng.int(0, 2));
  for (const other of bystanders) clicks(plan, rng, it, other, message, url, sentAt);
  const next = to[0];
  const day = next === undefined ? undefined : clicks(plan, rng, it, next, message, url, sentAt);
  if (next === undefined || day === undefined) return undefined;
  course.wait(0.5, 4);
  return falls(it, next, day);
}

/** Those they write with; the one wanted next, in finance where there is one, comes first. */
function recipients({ plan, rng }: Chain, person: Person, fallen: ReadonlySet<string>): Person[] {
  const circle = someWeighted(rng, person.circle.colleagues, rng.int(4, 22));
  const everybody = circle.length >= 3 ? circle : [...circle, ...candidates(plan, ({ id }) => id !== person.id).slice(0, 5)];
  const open = everybody.filter((other) => !fallen.has(other.id) && other.id !== person.id && hasPhishableFactor(other));
  const [payer] = open.filter((other) => kindOf(other) === 'finance' || other.rank !== 'member');
  return payer === undefined || rng.chance(0.5) ? open : [payer, ...open.filter((other) => other !== payer)];
}

function mails({ rng, course }: Chain, { person, session }: Link, to: readonly Person[], url: string): Message {
  const [one] = to;
  const { subject, text } = pointsTo(rng, one ?? person, person, somethingOf(rng, person));
  const message = internalMessage(rng, person, subject);
  const outside = rng.chance(0.3) ? someWeighted(rng, person.circle.correspondents, rng.int(1, 8)) : [];
  const all = [...to.map(({ mailbox }) => mailbox), ...outside];
  course.does(
    'colleagues-mailed',
    'lateral-movement',
    sends(session, { message, to: all.length > 0 ? all : [person.mailbox], rest: { text, links: [url] } }),
  );
  course.wait(0.5, 8);
  return message;
}

/** Sent mail deleted at once, and a rule for the questions that come back. */
function covers({ plan, rng, course, intruder }: Chain, { person, session }: Link, message: Message): void {
  if (rng.chance(0.3 + intruder.tidiness * 0.6))
    course.does(
      'sent-mail-deleted',
      'defense-evasion',
      deletesMessages(session, person.mailbox, rng.pick(['SoftDelete', 'HardDelete']), '\\Sent Items', [message]),
    );
  course.wait(0.5, 10);
  if (!rng.chance(0.65)) return;
  const hides = rng.chance(0.5)
    ? fromDomain(plan.scene.tenant.domain)
    : aboutWords(rng.some(['phish', 'hacked', 'link', 'suspicious', 'is this you', 'virus', message.subject.toLowerCase()], 3));
  course.does('hiding-rule', 'defense-evasion', makesRuleSomehow(rng, session, person.mailbox, tuckingRule(rng, person, hides)));
}

/** A colleague's click, at a time of day of theirs; undefined when they are away to the end. */
function clicks(
  plan: Plan,
  rng: Rng,
  { course }: Chain,
  person: Person,
  message: Message,
  url: string,
  sentAt: number,
): Workday | undefined {
  const found = nextAtWork(plan, rng, person, sentAt);
  if (found === undefined) return undefined;
  const { day, at } = found;
  course.goTo(at);
  const phone = rng.chance(0.2);
  const session = phone ? ownPhone(plan.scene, person, day) : ownSession(plan.scene, person, day);
  course.does(
    'colleague-clicks',
    'lateral-movement',
    opensAndClicks(session, person.mailbox, message, url, phone ? 'mobile' : mailProgramOf(person)),
  );
  return day;
}

/** Whoever is last is used for what it was all for. */
function reaps({ plan, rng, course, intruder }: Chain, { person, session }: Link): void {
  const { sending, hides } = drawPloy(rng, plan.scene.tenant, person);
  course.wait(5, 60);
  course.does('hiding-rule', 'defense-evasion', makesRuleSomehow(rng, session, person.mailbox, tuckingRule(rng, person, hides)));
  course.wait(5, 240);
  course.does('fraud-mail', 'impact', sends(session, sending));
  course.wait(5, 120);
  if (intruder.tidiness > 0.5)
    course.does('tracks-deleted', 'defense-evasion', deletesMail(session, ['SoftDelete', 'HardDelete']));
}
