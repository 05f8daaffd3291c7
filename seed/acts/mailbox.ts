// What is done in and to a mailbox, besides reading and writing mail, which
// wire/m365-mailbox.ts tells on its own.

import type { Instant } from '../../src/model/time.ts';
import type { Message } from '../message.ts';
import type { Place } from '../network.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Mailbox, Person, ServicePrincipal } from '../tenant.ts';
import { tokenOf } from '../wire/entra-sign-in.ts';
import { exchangeCommand, pathOf, type Parameter } from '../wire/m365-exchange.ts';
import { ruleEnded } from '../wire/m365-inbox-rule.ts';
import { folderShared, mailReadThroughGraph, mailThrottled, type MailboxAct, type MailClient } from '../wire/m365-mailbox.ts';
import { mailSearched } from '../wire/m365-search.ts';
import type { World } from '../world.ts';

export const mailboxAct = (rng: Rng, at: Instant, session: Session, mailbox: Mailbox, client: MailClient): MailboxAct => ({
  at,
  id: rng.guid(),
  session,
  mailbox,
  client,
});

type InMailbox<T extends readonly unknown[]> = (
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  mailbox: Mailbox,
  ...more: T
) => SeedRecord[];

/** The log stops naming mails after a thousand records in a day: more was read than is told. */
export const throttled: InMailbox<[]> = (world, rng, session, at, mailbox) => [
  mailThrottled(world.tenant, mailboxAct(rng, at, session, mailbox, 'web')),
];

export interface AppRead {
  readonly at: Instant;
  readonly app: ServicePrincipal & { readonly acts?: 'application' | 'delegated' };
  /** For whom it reads: whoever signed in to it, else whose mailbox it is. */
  readonly person: Person;
  readonly mailbox: Mailbox;
  readonly place: Place;
  readonly folder: string;
  readonly messages: readonly Message[];
}

/** An application fetches mails through Graph. */
export function mailReadByApp(world: World, rng: Rng, read: AppRead): SeedRecord[] {
  const { at, app, person, mailbox, place } = read;
  const [id, tokenId] = [rng.guid(), tokenOf(rng.guid())];
  const act = { at, id, tokenId, app, acts: app.acts ?? 'delegated', person, mailbox, address: place.address };
  return [mailReadThroughGraph(world.tenant, act, read.folder, read.messages)];
}

const endsRule =
  (operation: 'Remove-InboxRule' | 'Disable-InboxRule'): InMailbox<[name: string]> =>
  (world, rng, session, at, mailbox, name) => [
    ruleEnded(world.tenant, mailboxAct(rng, at, session, mailbox, 'web'), operation, name, portOf(rng)),
  ];

export const removeRule: InMailbox<[name: string]> = endsRule('Remove-InboxRule');
export const disableRule: InMailbox<[name: string]> = endsRule('Disable-InboxRule');

/** A client's end of a connection. */
export const portOf = (rng: Rng): number => rng.int(1025, 65000);

/** Forwards everything that arrives to an address, or with null to nobody any more. */
export const setForwarding: InMailbox<[to: string | null, how: { readonly keepsCopy: boolean }]> = (
  world,
  rng,
  session,
  at,
  mailbox,
  to,
  { keepsCopy },
) =>
  runs(world, rng, session, at, mailbox, 'Set-Mailbox', () => [
    { Name: 'Identity', Value: mailbox.address },
    { Name: 'DeliverToMailboxAndForward', Value: keepsCopy && to !== null ? 'True' : 'False' },
    { Name: 'ForwardingSmtpAddress', Value: to === null ? '' : `smtp:${to}` },
  ]);

export const grantMailbox: InMailbox<[to: Person, right: 'FullAccess' | 'SendAs']> = (
  world,
  rng,
  session,
  at,
  mailbox,
  to,
  right,
) =>
  right === 'FullAccess'
    ? runs(world, rng, session, at, mailbox, 'Add-MailboxPermission', () => [
        { Name: 'Identity', Value: mailbox.address },
        { Name: 'User', Value: to.upn },
        { Name: 'AccessRights', Value: 'FullAccess' },
        { Name: 'InheritanceType', Value: 'All' },
      ])
    : runs(world, rng, session, at, mailbox, 'Add-RecipientPermission', () => [
        { Name: 'Identity', Value: mailbox.address },
        { Name: 'Trustee', Value: to.upn },
        { Name: 'AccessRights', Value: 'SendAs' },
      ]);

export const grantFolder: InMailbox<[folder: string, to: Person]> = (world, rng, session, at, mailbox, folder, to) => [
  folderShared(world.tenant, mailboxAct(rng, at, session, mailbox, 'web'), folder, to),
];

export const searchMail: InMailbox<[words: string]> = (world, rng, session, at, mailbox, words) => [
  mailSearched(world.tenant, mailboxAct(rng, at, session, mailbox, 'web'), words),
];

function runs(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  mailbox: Mailbox,
  operation: string,
  parameters: () => readonly Parameter[],
): SeedRecord[] {
  const object = pathOf(world.tenant, mailbox);
  const command = { at, session, operation, object, parameters, server: mailbox.server };
  return [exchangeCommand(world.tenant, { ...command, id: rng.guid(), port: portOf(rng), through: 'web' })];
}
