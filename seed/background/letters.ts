// Mails that begin a conversation today: to colleagues, to and from outside,
// to all staff; and what comes unasked.

import { minutes, type Instant } from '../../src/model/time.ts';
import { localTime } from '../calendar.ts';
import { externalMessage, internalMessage, withAttachment, type Message } from '../message.ts';
import { hostingExits, placeAt } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Correspondent, DepartmentKind, Partner, Person } from '../tenant.ts';
import { isThere, onDay, teamOf } from '../tenant.ts';
import { pickWeighted, someWeighted } from '../weighted.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import type { Letter, Party } from './conversations.ts';
import { atWork, type PersonDay, type Today } from './today.ts';
import { companySubjects, newsletterSubjects, subjectFor, unwantedSubjects } from './words.ts';

/** Everything that is written first today, inside and outside. */
export function lettersOf(world: World, today: Today): Letter[] {
  const working = atWork(today);
  return [
    ...working.flatMap((day) => [...writtenBy(world, day), ...writtenTo(world, day)]),
    ...toShared(world, today, working.length > 0),
    ...toAllStaff(world, today, working),
  ];
}

/** How much somebody has to do today, 1 being usual. */
export function paceOf({ person, attendance }: PersonDay): number {
  const closing = attendance.monthEnd && teamOf(person).department.kind === 'finance';
  return person.habits.pace * (closing ? 1.6 : 1);
}

function writtenBy(world: World, day: PersonDay): Letter[] {
  const rng = day.rng.fork('writes');
  const { person } = day;
  return Array.from({ length: rng.poisson(1.45 * paceOf(day)) }, (): Letter[] => {
    const meeting = rng.chance(0.09);
    const to = meeting ? colleaguesOf(rng, person, day.index, rng.int(1, 4)) : recipients(world, rng, person, day.index);
    if (to.length === 0) return [];
    const message = maybeAttached(rng, internalMessage(rng, person, subjectFor(rng, person)), person);
    const at = momentAtWork(rng, day.attendance);
    return [{ at, from: person, by: day, to, message, kind: meeting ? 'meeting' : 'mail', depth: 0, ...maybeLinked(rng, day) }];
  }).flat();
}

/** Mostly people one works with; one mail in four goes outside, some to both, some to a desk. */
function recipients(world: World, rng: Rng, person: Person, index: number): Party[] {
  const { correspondents } = person.circle;
  const draw = rng.next();
  if (draw < 0.24) return someWeighted(rng, correspondents, rng.chance(0.85) ? 1 : 2);
  if (draw < 0.29) return [...colleaguesOf(rng, person, index, rng.int(1, 2)), ...someWeighted(rng, correspondents, 1)];
  if (draw < 0.37 && world.tenant.sharedMailboxes.length > 0) return [rng.pick(world.tenant.sharedMailboxes)];
  const count = rng.chance(0.1) ? rng.int(4, 9) : 1 + rng.poisson(0.8);
  return colleaguesOf(rng, person, index, count);
}

const colleaguesOf = (rng: Rng, person: Person, index: number, count: number): Person[] =>
  someWeighted(rng, person.circle.colleagues, count).filter((colleague) => colleague !== person && isThere(colleague, index));

export const maybeAttached = (rng: Rng, message: Message, person: Person): Message =>
  rng.chance(0.18)
    ? withAttachment(
        message,
        `${rng.pick(teamOf(person).department.words.files)}.${rng.pick(['pdf', 'pdf', 'docx', 'xlsx'])}`,
        rng.int(20_000, 900_000),
      )
    : message;

function maybeLinked(rng: Rng, { person, index }: PersonDay): { links?: readonly string[] } {
  if (!rng.chance(0.12)) return {};
  const { site } = onDay(person.teams, index);
  return { links: [`${site.url}${site.library.replaceAll(' ', '%20')}/${rng.pick(site.files).id}`] };
}

/** From outside: those one has to do with, newsletters, and a little of what nobody wants. */
function writtenTo(world: World, day: PersonDay): Letter[] {
  const rng = day.rng.fork('is written to');
  const { person, attendance } = day;
  const partners = Array.from({ length: rng.poisson(0.85 * paceOf(day)) }, () =>
    fromPartner(rng, pickWeighted(rng, person.circle.correspondents), person, person, momentAtWork(rng, attendance)),
  );
  const early = () => attendance.from + minutes(rng.between(-170, 300));
  const newsletters = Array.from({ length: rng.poisson(0.55) }, () =>
    newsletter(rng, rng.pick(world.tenant.newsletters), person, early()),
  );
  const unwanted = Array.from({ length: rng.poisson(0.12) }, () => nobodyAskedFor(rng, person, early()));
  return [...partners.flat(), ...newsletters, ...unwanted];
}

function fromPartner(rng: Rng, from: Correspondent | undefined, to: Party, about: Person, at: Instant): Letter[] {
  if (from === undefined) return [];
  const message = maybeAttached(rng, externalMessage(rng, from, subjectFor(rng, about)), about);
  const links = rng.chance(0.15) ? { links: [`https://www.${from.partner.domain}/${rng.hex(6)}`] } : {};
  // Their desk is to have the answer, not whoever happened to write.
  const replyTo = rng.chance(0.04) ? { replyTo: `office@${from.partner.domain}` } : {};
  return [{ at, from, to: [to], message, kind: 'mail', depth: 0, ...links, ...replyTo }];
}

function newsletter(rng: Rng, partner: Partner, to: Person, at: Instant): Letter {
  const from: Correspondent = { address: `news@${partner.domain}`, displayName: partner.name, partner };
  const message = externalMessage(rng, from, rng.pick(newsletterSubjects));
  const links = [`https://news.${partner.domain}/${rng.hex(8)}`];
  const replyTo = rng.chance(0.5) ? { replyTo: `noreply@${partner.domain}` } : {};
  return { at, from, to: [to], message, kind: 'notice', depth: 0, links, ...replyTo };
}

const unwantedNames = [
  'northgate',
  'primedeal',
  'fastlane',
  'webrank',
  'silverline',
  'bestoffer',
  'easycredit',
  'parcelpoint',
] as const;

/** Most of it is held back before anybody sees it. */
function nobodyAskedFor(rng: Rng, to: Person, at: Instant): Letter {
  const exit = rng.pick(hostingExits);
  const domain = `${rng.pick(unwantedNames)}-${rng.pick(unwantedNames)}${rng.int(1, 99)}.example`;
  const server = placeAt(rng, exit.carrier, exit.city);
  const partner: Partner = { domain, name: domain, kind: 'newsletter', server, authenticates: rng.chance(0.6) };
  const from: Correspondent = {
    address: `${rng.pick(['info', 'sales', 'noreply', 'service'])}@${domain}`,
    displayName: rng.pick(['Sales team', 'Customer care', 'Service', 'Info']),
    partner,
  };
  const message = externalMessage(rng, from, rng.pick(unwantedSubjects));
  const status = rng.chance(0.86) ? 'FilteredAsSpam' : rng.chance(0.6) ? 'Quarantined' : 'Delivered';
  return { at, from, to: [to], message, kind: 'notice', depth: 0, links: [`https://${domain}/${rng.hex(5)}`], status };
}

/** Orders, applications, invoices: to the desks, from those their people deal with. */
function toShared(world: World, today: Today, open: boolean): Letter[] {
  if (!open) return [];
  return world.tenant.sharedMailboxes.flatMap((shared) => {
    const rng = world.rng.fork(`to ${shared.guid}/${today.index}`);
    const knowing = shared.members.length === 0 ? undefined : today.byId.get(rng.pick(shared.members));
    if (knowing === undefined) return [];
    const { person, attendance } = knowing;
    return Array.from({ length: rng.poisson(1 + 0.6 * Math.min(shared.members.length, 12)) }, () =>
      fromPartner(rng, pickWeighted(rng, person.circle.correspondents), shared, person, momentAtWork(rng, attendance)),
    ).flat();
  });
}

const spokesmen: readonly DepartmentKind[] = ['executives', 'hr', 'it'];

/** A few write to everybody: about once in five days one of them does. */
function toAllStaff(world: World, today: Today, working: readonly PersonDay[]): Letter[] {
  const rng = world.rng.fork(`all staff/${today.index}`);
  if (working.length < today.people.length / 3 || !rng.chance(0.2)) return [];
  const speaker = working.find(({ person }) => person.rank !== 'member' && spokesmen.includes(teamOf(person).department.kind));
  if (speaker === undefined) return [];
  const message = internalMessage(rng, speaker.person, rng.pick(companySubjects));
  const at = localTime(world.calendar, today.index, rng.between(560, 900), speaker.attendance.place.city.zone);
  return [
    { at, from: speaker.person, by: speaker, to: today.people.map(({ person }) => person), message, kind: 'notice', depth: 0 },
  ];
}
