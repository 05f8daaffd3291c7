// What is done with mail that is there: read, searched, changed, deleted.

import { minutes, seconds } from '../../../src/model/time.ts';
import { mailboxAct, searchMail, throttled } from '../../acts/mailbox.ts';
import { mailsIn, subjectFor } from '../../background/mail.ts';
import { internalMessage, withAttachment, type Message } from '../../message.ts';
import type { Session } from '../../session.ts';
import type { Mailbox } from '../../tenant.ts';
import { mailDeleted, mailItem, mailOpened, mailSynced, type DeleteOperation, type MailClient } from '../../wire/m365-mailbox.ts';
import type { Act } from '../programme.ts';

/** Mails in those folders are looked at and changed. */
export const changesMail =
  (session: Session, folders: readonly string[]): Act =>
  (world, at, rng) => {
    const { mailbox } = session.person;
    return folders.flatMap((folder, number) => {
      const when = at + minutes(number * 3) + seconds(rng.int(0, 60));
      const messages = mailsIn(world, rng, session.person, mailbox, folder, rng.int(2, 4));
      const act = (after: number) => mailboxAct(rng, when + seconds(after), session, mailbox, 'web');
      return [
        mailOpened(world.tenant, act(0), folder, messages),
        ...messages
          .slice(0, 2)
          .map((message, step) =>
            mailItem(world.tenant, act(20 + step * 25), 'Update', folder, message, ['IsRead', 'Categories']),
          ),
      ];
    });
  };

export const changesMailWithAttachment =
  (session: Session, name: string): Act =>
  (world, at, rng) => {
    const { person } = session;
    const message = withAttachment(internalMessage(rng, person, subjectFor(rng, person)), name, rng.int(150_000, 900_000));
    const act = (after: number) => mailboxAct(rng, at + seconds(after), session, person.mailbox, 'web');
    return [
      mailOpened(world.tenant, act(0), '\\Inbox', [message]),
      mailItem(world.tenant, act(35), 'Update', '\\Inbox', message, ['IsRead', 'AttachmentCollection']),
    ];
  };

/** Folder after folder, batch after batch: who writes what to whom, and how. */
export const readsMail =
  (session: Session, mailbox: Mailbox, folders: readonly string[], batches: number, client: MailClient = 'web'): Act =>
  (world, at, rng) =>
    Array.from({ length: batches }, (_, number) => {
      const when = at + minutes(number * 2.5) + seconds(rng.int(0, 90));
      const folder = folders[number % folders.length] ?? '\\Inbox';
      const messages = mailsIn(world, rng, session.person, mailbox, folder, rng.int(3, 9));
      return mailOpened(world.tenant, mailboxAct(rng, when, session, mailbox, client), folder, messages);
    });

/** These very mails. */
export const opensMessages =
  (session: Session, mailbox: Mailbox, folder: string, messages: readonly Message[], client: MailClient = 'web'): Act =>
  (world, at, rng) => [mailOpened(world.tenant, mailboxAct(rng, at, session, mailbox, client), folder, messages)];

/** Whole folders fetched to a machine; so much of it in a day that the log stops counting, where that is so. */
export const fetchesFolders =
  (session: Session, mailbox: Mailbox, folders: readonly string[], tooMuch = false): Act =>
  (world, at, rng) => [
    ...folders.map((folder, number) =>
      mailSynced(world.tenant, mailboxAct(rng, at + seconds(number * rng.int(2, 40)), session, mailbox, 'desktop'), folder),
    ),
    ...(tooMuch ? throttled(world, rng, session, at + minutes(rng.int(4, 20)), mailbox) : []),
  ];

export const searchesMail =
  (session: Session, mailbox: Mailbox, words: readonly string[]): Act =>
  (world, at, rng) =>
    words.flatMap((word, number) => searchMail(world, rng, session, at + minutes(number * rng.between(0.4, 3)), mailbox, word));

export const deletesMail =
  (session: Session, operations: readonly DeleteOperation[], mailbox: Mailbox = session.person.mailbox): Act =>
  (world, at, rng) =>
    operations.map((operation, number) => {
      const act = mailboxAct(rng, at + minutes(number) + seconds(rng.int(0, 40)), session, mailbox, 'web');
      const messages = mailsIn(world, rng, session.person, mailbox, origins[operation], rng.int(1, 4));
      return mailDeleted(world.tenant, act, operation, origins[operation], messages);
    });

const origins: Readonly<Record<DeleteOperation, string>> = {
  MoveToDeletedItems: '\\Inbox',
  SoftDelete: '\\Sent Items',
  HardDelete: '\\Deleted Items',
};

/** These very mails, out of that folder. */
export const deletesMessages =
  (session: Session, mailbox: Mailbox, operation: DeleteOperation, folder: string, messages: readonly Message[]): Act =>
  (world, at, rng) => [mailDeleted(world.tenant, mailboxAct(rng, at, session, mailbox, 'web'), operation, folder, messages)];
