// Mail that lies in mailboxes: read in sittings, tidied away, filed, flagged; in
// one's own mailbox and in shared ones.

import { minutes, seconds, type Instant } from '../../src/model/time.ts';
import { mailboxAct, searchMail, throttled } from '../acts/mailbox.ts';
import { clickLink } from '../acts/mail.ts';
import { asReply, externalMessage, internalMessage, type Message, type Writer } from '../message.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Mailbox, Person, SharedMailbox } from '../tenant.ts';
import {
  mailDeleted,
  mailItem,
  mailMoved,
  mailOpened,
  mailSynced,
  type DeleteOperation,
  type MailClient,
} from '../wire/m365-mailbox.ts';
import { pickWeighted } from '../weighted.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { clientOf, type Arrival, type Correspondence } from './conversations.ts';
import { maybeAttached, paceOf } from './letters.ts';
import type { PersonDay } from './today.ts';
import { searched, subjectFor } from './words.ts';

export { subjectFor };

/** A working day's reading and tidying at the laptop. */
export function mailAtWork(world: World, day: PersonDay, correspondence: Correspondence): SeedRecord[] {
  const rng = day.rng.fork('mail');
  const { person, desk, attendance } = day;
  const pace = paceOf(day);
  const client = clientOf(day);
  const own = person.mailbox;
  const often = (mean: number, act: (at: Instant) => SeedRecord[]) =>
    Array.from({ length: rng.poisson(mean * pace) }, () => act(momentAtWork(rng, attendance))).flat();

  return [
    ...sittings(rng, day, 4.2 * pace).flatMap((at) => reads(world, rng, desk, own, client, at, correspondence)),
    ...often(client === 'desktop' ? 1.6 : 0.1, (at) => [
      mailSynced(world.tenant, mailboxAct(rng, at, desk, own, client), '\\Inbox'),
    ]),
    ...often(0.7, (at) => tidies(world, rng, desk, own, client, at)),
    ...often(0.9, (at) => edits(world, rng, desk, client, at)),
    // A client that fetches everything anew makes more records than the log will keep.
    ...(rng.chance(0.0008) ? throttled(world, rng, desk, momentAtWork(rng, attendance), own) : []),
    ...often(0.12, (at) => searchMail(world, rng, desk, at, own, searched(rng, person))),
    ...person.circle.shared.flatMap((shared) =>
      often(0.7, (at) => worksInShared(world, rng, desk, shared, client, at, correspondence)),
    ),
  ];
}

const sittings = (rng: Rng, { attendance }: PersonDay, mean: number): Instant[] =>
  Array.from({ length: 1 + rng.poisson(mean) }, () => momentAtWork(rng, attendance)).sort((a, b) => a - b);

/** A few minutes on the phone, or at night in the browser: some mails opened, perhaps one thrown away. */
export function mailOnTheSide(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  correspondence: Correspondence,
): SeedRecord[] {
  const own = session.person.mailbox;
  const client: MailClient = session.device.kind === 'phone' ? 'mobile' : 'web';
  const looks = Array.from({ length: rng.int(1, 2) }, (_, step) => at + minutes(step * 3 + rng.next()));
  return [
    ...looks.flatMap((when) => reads(world, rng, session, own, client, when, correspondence)),
    ...(rng.chance(0.2) ? tidies(world, rng, session, own, client, at + minutes(8)) : []),
  ];
}

/** What has come and not been read; when nothing has, something older. */
function reads(
  world: World,
  rng: Rng,
  session: Session,
  mailbox: Mailbox,
  client: MailClient,
  at: Instant,
  correspondence: Correspondence,
): SeedRecord[] {
  const fresh = takeUnread(correspondence, mailbox, at);
  if (fresh.length === 0) return rng.chance(0.45) ? readsAgain(world, rng, session, mailbox, client, at) : [];
  const messages = fresh.map(({ message }) => message);
  return [
    mailOpened(world.tenant, mailboxAct(rng, at, session, mailbox, client), '\\Inbox', messages),
    ...fresh.flatMap((arrival, number) => deals(world, rng, session, mailbox, client, at + seconds(20 + number * 35), arrival)),
  ];
}

const atATime = 6;

/** The oldest first, a few at a time. */
function takeUnread({ unread }: Correspondence, mailbox: Mailbox, at: Instant): Arrival[] {
  const waiting = unread.get(mailbox.guid);
  if (waiting === undefined) return [];
  const taken: Arrival[] = [];
  const left: Arrival[] = [];
  for (const arrival of waiting.sort((a, b) => a.at - b.at))
    (arrival.at <= at && taken.length < atATime ? taken : left).push(arrival);
  if (left.length === 0) unread.delete(mailbox.guid);
  else unread.set(mailbox.guid, left);
  return taken;
}

/** Deleted, filed, flagged, its link followed; mostly nothing. */
function deals(
  world: World,
  rng: Rng,
  session: Session,
  mailbox: Mailbox,
  client: MailClient,
  at: Instant,
  arrival: Arrival,
): SeedRecord[] {
  const { message, links } = arrival;
  const act = () => mailboxAct(rng, at, session, mailbox, client);
  const [link] = links ?? [];
  const clicks = link !== undefined && rng.chance(0.14) ? clickLink(world, rng, { at, session, url: link, message }) : [];
  const draw = rng.next();
  if (draw < 0.09) return [...clicks, mailDeleted(world.tenant, act(), 'MoveToDeletedItems', '\\Inbox', [message])];
  if (draw < 0.12) return [...clicks, mailMoved(world.tenant, act(), '\\Inbox', `\\${mailbox.projectFolder}`, [message])];
  if (draw < 0.15) return [...clicks, mailItem(world.tenant, act(), 'Update', '\\Inbox', message, ['FlagStatus'])];
  return clicks;
}

function readsAgain(world: World, rng: Rng, session: Session, mailbox: Mailbox, client: MailClient, at: Instant): SeedRecord[] {
  const folder = mailbox === session.person.mailbox ? readingFolder(rng, mailbox) : '\\Inbox';
  const messages = mailsIn(world, rng, session.person, mailbox, folder, 1 + rng.poisson(0.8));
  return [mailOpened(world.tenant, mailboxAct(rng, at, session, mailbox, client), folder, messages)];
}

function readingFolder(rng: Rng, mailbox: Mailbox): string {
  if (rng.chance(0.75)) return '\\Inbox';
  return rng.pick(['\\Sent Items', '\\Sent Items', '\\Deleted Items', `\\${mailbox.projectFolder}`, '\\Drafts']);
}

/** Mails one may find there: one's own where one writes, elsewhere what came lately and what came long ago. */
export function mailsIn(world: World, rng: Rng, person: Person, mailbox: Mailbox, folder: string, count: number): Message[] {
  const lately = world.post.recent(mailbox);
  const own = folder === '\\Sent Items' || folder === '\\Drafts';
  return Array.from({ length: count }, () => {
    if (own) return internalMessage(rng, ownerOf(person, mailbox), subjectFor(rng, person));
    return lately.length > 0 && rng.chance(0.6) ? rng.pick(lately) : longAgo(rng, person);
  });
}

function ownerOf(person: Person, mailbox: Mailbox): Writer {
  if (mailbox.guid === person.mailbox.guid) return person;
  return {
    mailbox,
    displayName: 'displayName' in mailbox ? (mailbox as SharedMailbox).displayName : mailbox.alias.replace('.', ' '),
  };
}

/** A mail from before anybody kept count. */
function longAgo(rng: Rng, person: Person): Message {
  const from = pickWeighted(rng, person.circle.correspondents);
  const colleague = pickWeighted(rng, person.circle.colleagues);
  const subject = subjectFor(rng, person);
  const message =
    from === undefined || (colleague !== undefined && rng.chance(0.5))
      ? internalMessage(rng, colleague ?? person, subject)
      : externalMessage(rng, from, subject);
  return maybeAttached(rng, rng.chance(0.4) ? asReply(message, message) : message, person);
}

/** Most deletions go to Deleted Items; a few people empty that as well. */
function tidies(world: World, rng: Rng, session: Session, mailbox: Mailbox, client: MailClient, at: Instant): SeedRecord[] {
  const { operation, folder } = deletion(rng);
  const messages = mailsIn(world, rng, session.person, mailbox, folder, 1 + rng.poisson(0.6));
  return [mailDeleted(world.tenant, mailboxAct(rng, at, session, mailbox, client), operation, folder, messages)];
}

function deletion(rng: Rng): { operation: DeleteOperation; folder: string } {
  if (rng.chance(0.84)) return { operation: 'MoveToDeletedItems', folder: '\\Inbox' };
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

/** Appointments made and moved, drafts continued, mails flagged. */
function edits(world: World, rng: Rng, session: Session, client: MailClient, at: Instant): SeedRecord[] {
  const { person } = session;
  const act = mailboxAct(rng, at, session, person.mailbox, client);
  const message = internalMessage(rng, person, subjectFor(rng, person));
  if (rng.chance(0.2)) return [mailItem(world.tenant, act, 'Create', '\\Calendar', message)];
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
  correspondence: Correspondence,
): SeedRecord[] {
  if (rng.chance(0.75)) return reads(world, rng, session, shared, client, at, correspondence);
  if (rng.chance(0.6)) return tidies(world, rng, session, shared, client, at);
  const message = internalMessage(rng, shared, subjectFor(rng, session.person));
  return [mailItem(world.tenant, mailboxAct(rng, at, session, shared, client), 'Create', '\\Drafts', message)];
}
