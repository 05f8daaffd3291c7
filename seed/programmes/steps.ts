// The steps programmes are made of.

import { minutes, seconds } from '../../src/model/time.ts';
import { fileAct, mailboxAct, signIn } from '../acts.ts';
import { mailsIn, subjectFor } from '../background/mail.ts';
import { internalMessage, withAttachment } from '../message.ts';
import { changePhoneNumber } from '../second-factor.ts';
import type { Mailbox, Site, SiteFile } from '../tenant.ts';
import type { Target } from '../wire/apps.ts';
import { fileTouched, pageViewed } from '../wire/m365-file.ts';
import { ruleCommand, ruleSaved, type InboxRule } from '../wire/m365-inbox-rule.ts';
import { mailDeleted, mailItem, mailOpened, type DeleteOperation } from '../wire/m365-mailbox.ts';
import type { Outcome, SecondFactor } from '../wire/sign-in.ts';
import type { Act } from './programme.ts';

/** Attempts one after another; each goes by what the second factor answers. */
export const signsIn =
  (target: Target, outcomes: readonly Outcome[], secondFactor: SecondFactor, phoneNumber?: string): Act =>
  (world, session, at, rng) => {
    let when = at;
    return outcomes.flatMap((outcome, number) => {
      when += number === 0 ? 0 : seconds(rng.int(48, 110));
      const to = phoneNumber === undefined ? {} : { phoneNumber };
      return signIn(world, rng, { at: when, session, target, outcome, secondFactor, correlationId: rng.guid(), ...to });
    });
  };

/** The site's page, then file after file: opened, most of them previewed. */
export const goesThroughFiles =
  (site: Site, files: readonly SiteFile[]): Act =>
  (world, session, at, rng) => [
    pageViewed(world.tenant, fileAct(rng, at, session, site)),
    ...files.flatMap((file, number) => {
      const opened = at + minutes(1 + number * 2) + seconds(rng.int(0, 80));
      const touch = (operation: 'FileAccessed' | 'FilePreviewed', after: number) =>
        fileTouched(world.tenant, fileAct(rng, opened + seconds(after), session, site), operation, file);
      return rng.chance(0.8) ? [touch('FilePreviewed', 0), touch('FileAccessed', 3)] : [touch('FileAccessed', 0)];
    }),
  ];

/** Mails in those folders are looked at and changed. */
export const changesMail =
  (folders: readonly string[]): Act =>
  (world, session, at, rng) => {
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
  (name: string): Act =>
  (world, session, at, rng) => {
    const { person } = session;
    const message = withAttachment(
      internalMessage(rng, person.mailbox, subjectFor(rng, person)),
      name,
      rng.int(150_000, 900_000),
    );
    const act = (after: number) => mailboxAct(rng, at + seconds(after), session, person.mailbox, 'web');
    return [
      mailOpened(world.tenant, act(0), '\\Inbox', [message]),
      mailItem(world.tenant, act(35), 'Update', '\\Inbox', message, ['IsRead', 'AttachmentCollection']),
    ];
  };

/** Folder after folder, batch after batch: who writes what to whom, and how. */
export const readsMail =
  (mailbox: Mailbox, folders: readonly string[], batches: number): Act =>
  (world, session, at, rng) =>
    Array.from({ length: batches }, (_, number) => {
      const when = at + minutes(number * 2.5) + seconds(rng.int(0, 90));
      const folder = folders[number % folders.length] ?? '\\Inbox';
      const messages = mailsIn(world, rng, session.person, mailbox, folder, rng.int(3, 9));
      return mailOpened(world.tenant, mailboxAct(rng, when, session, mailbox, 'web'), folder, messages);
    });

export const deletesMail =
  (operations: readonly DeleteOperation[]): Act =>
  (world, session, at, rng) => {
    const { mailbox } = session.person;
    return operations.map((operation, number) => {
      const act = mailboxAct(rng, at + minutes(number) + seconds(rng.int(0, 40)), session, mailbox, 'web');
      const messages = mailsIn(world, rng, session.person, mailbox, origins[operation], rng.int(1, 4));
      return mailDeleted(world.tenant, act, operation, origins[operation], messages);
    });
  };

const origins: Readonly<Record<DeleteOperation, string>> = {
  MoveToDeletedItems: '\\Inbox',
  SoftDelete: '\\Sent Items',
  HardDelete: '\\Deleted Items',
};

export const makesRule =
  (mailbox: Mailbox, rule: InboxRule, how: 'New-InboxRule' | 'Set-InboxRule' | 'Outlook'): Act =>
  (world, session, at, rng) => {
    if (how === 'Outlook') {
      const ruleId = `${rng.int(10000, 99999)}${rng.int(1000000, 9999999)}${rng.int(1000000, 9999999)}`;
      return [ruleSaved(world.tenant, mailboxAct(rng, at, session, mailbox, 'desktop'), 'AddMailboxRule', rule, ruleId)];
    }
    return [ruleCommand(world.tenant, mailboxAct(rng, at, session, mailbox, 'web'), how, rule, rng.int(1025, 65000))];
  };

export const changesPhone =
  (before: string, after: string): Act =>
  (world, session, at, rng) =>
    changePhoneNumber(world, rng, session, at, before, after);
