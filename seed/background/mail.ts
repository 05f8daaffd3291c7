// Ordinary mail: read, written, tidied away, in one's own mailbox and in shared ones.

import { minutes, type Instant } from '../../src/model/time.ts';
import { mailboxAct } from '../acts.ts';
import { everydaySubjects, newsletterDomains, newsletterSubjects, partnerDomains, teams } from '../library.ts';
import { externalMessage, internalMessage, withAttachment, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import { membersOf, sharedBy, type Mailbox, type Person, type SharedMailbox } from '../tenant.ts';
import { mailDeleted, mailItem, mailOpened, mailSynced, type DeleteOperation, type MailClient } from '../wire/m365-mailbox.ts';
import type { World } from '../world.ts';
import { momentAtWork, type Attendance } from './attendance.ts';

/** A working day's mail at the laptop; `pace` is how much of everything. */
export function mailAtWork(world: World, rng: Rng, session: Session, day: Attendance, pace: number): SeedRecord[] {
  const client: MailClient = session.person.habits.desktopOutlook ? 'desktop' : 'web';
  const often = (mean: number, act: (at: Instant) => SeedRecord[]) => repeat(rng, day, mean * pace, act);
  const own = session.person.mailbox;

  return [
    ...often(5.6, (at) => reads(world, rng, session, own, client, at)),
    ...often(client === 'desktop' ? 1.6 : 0.1, (at) => [
      mailSynced(world.tenant, mailboxAct(rng, at, session, own, client), '\\Inbox'),
    ]),
    ...often(2.7, (at) => sends(world, rng, session, client, at)),
    ...often(1.7, (at) => tidies(world, rng, session, own, client, at)),
    ...often(1.5, (at) => edits(world, rng, session, client, at)),
    ...sharedBy(world.tenant, session.person).flatMap((shared) =>
      often(0.8, (at) => worksInShared(world, rng, session, shared, client, at)),
    ),
  ];
}

function repeat(rng: Rng, day: Attendance, mean: number, act: (at: Instant) => SeedRecord[]): SeedRecord[] {
  return Array.from({ length: rng.poisson(mean) }, () => act(momentAtWork(rng, day))).flat();
}

/** A few minutes on the phone: some mails opened, perhaps one thrown away. */
export function mailByPhone(world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] {
  const own = session.person.mailbox;
  const looks = Array.from({ length: rng.int(1, 2) }, (_, step) => at + minutes(step * 3 + rng.next()));
  return [
    ...looks.flatMap((when) => reads(world, rng, session, own, 'mobile', when)),
    ...(rng.chance(0.25) ? tidies(world, rng, session, own, 'mobile', at + minutes(8)) : []),
  ];
}

function reads(world: World, rng: Rng, session: Session, mailbox: Mailbox, client: MailClient, at: Instant): SeedRecord[] {
  const folder = mailbox === session.person.mailbox ? readingFolder(rng, mailbox) : '\\Inbox';
  const messages = mailsIn(world, rng, session.person, mailbox, folder, 1 + rng.poisson(1.1));
  return [mailOpened(world.tenant, mailboxAct(rng, at, session, mailbox, client), folder, messages)];
}

function readingFolder(rng: Rng, mailbox: Mailbox): string {
  if (rng.chance(0.83)) return '\\Inbox';
  return rng.pick(['\\Sent Items', '\\Sent Items', '\\Deleted Items', `\\${mailbox.projectFolder}`, '\\Drafts']);
}

/** Mails one may find there: one's own where one writes, elsewhere colleagues' and strangers'. */
export function mailsIn(world: World, rng: Rng, person: Person, mailbox: Mailbox, folder: string, count: number): Message[] {
  const fromColleagues = world.post.recent(mailbox);
  const own = folder === '\\Sent Items' || folder === '\\Drafts';

  return Array.from({ length: count }, () => {
    if (own) return internalMessage(rng, mailbox, subjectFor(rng, person));
    const colleague = fromColleagues.length > 0 && rng.chance(0.55) ? rng.pick(fromColleagues) : undefined;
    return colleague ?? strangerMail(rng, person);
  });
}

function strangerMail(rng: Rng, person: Person): Message {
  if (rng.chance(0.3)) return externalMessage(rng, rng.pick(newsletterDomains), rng.pick(newsletterSubjects));
  return maybeAttached(rng, externalMessage(rng, rng.pick(partnerDomains), subjectFor(rng, person)), person);
}

export function subjectFor(rng: Rng, person: Person): string {
  const subject = rng.pick(rng.chance(0.65) ? teams[person.team].subjects : everydaySubjects);
  return rng.chance(0.4) ? `RE: ${subject}` : subject;
}

const maybeAttached = (rng: Rng, message: Message, person: Person): Message =>
  rng.chance(0.2) ? withAttachment(message, `${rng.pick(teams[person.team].files)}.pdf`, rng.int(20_000, 900_000)) : message;

function sends(world: World, rng: Rng, session: Session, client: MailClient, at: Instant): SeedRecord[] {
  const { person } = session;
  const message = maybeAttached(rng, internalMessage(rng, person.mailbox, subjectFor(rng, person)), person);
  for (const mailbox of recipients(world, rng, person)) world.post.send(mailbox, message);

  const act = (when: Instant) => mailboxAct(rng, when, session, person.mailbox, client);
  const draft = rng.chance(0.3)
    ? [mailItem(world.tenant, act(at - minutes(rng.between(2, 9))), 'Create', '\\Drafts', message)]
    : [];
  return [...draft, mailItem(world.tenant, act(at), 'Send', '\\Sent Items', message)];
}

/** Mostly one's own team; one mail in three goes outside and to nobody here. */
function recipients(world: World, rng: Rng, person: Person): Mailbox[] {
  if (rng.chance(0.33)) return [];
  if (rng.chance(0.1)) return [rng.pick(world.tenant.sharedMailboxes)];
  const circle = rng.chance(0.7) ? membersOf(world.tenant, person.team) : world.tenant.people;
  return rng.some(circle, 1 + rng.poisson(0.7)).map(({ mailbox }) => mailbox);
}

/** Most deletions go to Deleted Items; a few people empty that as well. */
function tidies(world: World, rng: Rng, session: Session, mailbox: Mailbox, client: MailClient, at: Instant): SeedRecord[] {
  const { operation, folder } = deletion(rng);
  const messages = mailsIn(world, rng, session.person, mailbox, folder, 1 + rng.poisson(0.6));
  return [mailDeleted(world.tenant, mailboxAct(rng, at, session, mailbox, client), operation, folder, messages)];
}

function deletion(rng: Rng): { operation: DeleteOperation; folder: string } {
  if (rng.chance(0.86)) return { operation: 'MoveToDeletedItems', folder: '\\Inbox' };
  if (rng.chance(0.75)) return { operation: 'SoftDelete', folder: '\\Deleted Items' };
  return { operation: 'HardDelete', folder: '\\Drafts' };
}

const editings = [
  { folder: '\\Calendar', modified: ['RecipientCollection', 'Location', 'MapiStartTime', 'MapiEndTime'] },
  { folder: '\\Calendar', modified: ['RecipientCollection'] },
  { folder: '\\Drafts', modified: ['HtmlBody', 'RecipientCollection', 'ItemClass'] },
  { folder: '\\Inbox', modified: ['Categories', 'FlagStatus'] },
  { folder: '\\Contacts', modified: ['DisplayName', 'FileAsString'] },
] as const;

/** Appointments moved, drafts continued, mails flagged or filed. */
function edits(world: World, rng: Rng, session: Session, client: MailClient, at: Instant): SeedRecord[] {
  const { person } = session;
  const act = mailboxAct(rng, at, session, person.mailbox, client);
  const message = internalMessage(rng, person.mailbox, subjectFor(rng, person));
  if (rng.chance(0.15)) return [mailItem(world.tenant, act, 'Create', '\\Calendar', message)];
  // A flag on a mail once sent is rare, but people do it.
  if (rng.chance(0.03)) return [mailItem(world.tenant, act, 'Update', '\\Sent Items', message, ['FlagStatus'])];
  const { folder, modified } = rng.pick(editings);
  return [mailItem(world.tenant, act, 'Update', folder, message, modified)];
}

function worksInShared(
  world: World,
  rng: Rng,
  session: Session,
  shared: SharedMailbox,
  client: MailClient,
  at: Instant,
): SeedRecord[] {
  if (rng.chance(0.68)) return reads(world, rng, session, shared, client, at);
  if (rng.chance(0.4)) return tidies(world, rng, session, shared, client, at);
  const answer = internalMessage(rng, shared, `RE: ${rng.pick(teams[session.person.team].subjects)}`);
  return [mailItem(world.tenant, mailboxAct(rng, at, session, shared, client), 'SendAs', '\\Sent Items', answer)];
}
