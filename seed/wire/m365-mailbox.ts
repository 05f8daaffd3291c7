// The unified audit log on mailboxes: reading, sending, changing, deleting.

import type { Instant } from '../../src/model/time.ts';
import type { Message } from '../message.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Mailbox, Person, ServicePrincipal, Tenant } from '../tenant.ts';
import { graphApi, outlookMobileApp, resources } from './apps.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoBare } from './time.ts';

export type MailClient = 'web' | 'desktop' | 'mobile';

/** Somebody does something to a mailbox, their own or another's. */
export interface MailboxAct {
  readonly at: Instant;
  readonly id: string;
  readonly session: Session;
  readonly mailbox: Mailbox;
  readonly client: MailClient;
}

export type ItemOperation = 'Send' | 'SendAs' | 'SendOnBehalf' | 'Create' | 'Update';
export type DeleteOperation = 'MoveToDeletedItems' | 'SoftDelete' | 'HardDelete';

/** Named mails were opened. */
export function mailOpened(tenant: Tenant, act: MailboxAct, folder: string, messages: readonly Message[]): SeedRecord {
  return wrap(tenant, act, 'MailItemsAccessed', 50, () => ({
    OperationProperties: accessType('Bind'),
    Folders: [openedIn(act.mailbox, folder, messages)],
    OperationCount: messages.length,
  }));
}

export const openedIn = (mailbox: Mailbox, folder: string, messages: readonly Message[]) => ({
  FolderItems: messages.map((message) => ({
    Id: itemId(mailbox, folder, message),
    InternetMessageId: message.internetMessageId,
    SizeInBytes: message.sizeInBytes,
  })),
  Id: folderId(mailbox, folder),
  Path: folder,
});

/** More mails were opened than the log will name: it says so, and then no more for a day. */
export function mailThrottled(tenant: Tenant, act: MailboxAct): SeedRecord {
  return wrap(tenant, act, 'MailItemsAccessed', 50, () => ({
    OperationProperties: accessType('Bind', 'True'),
    Folders: [],
    OperationCount: 0,
  }));
}

/** A whole folder was fetched to a machine; which mails it held is not said. */
export function mailSynced(tenant: Tenant, act: MailboxAct, folder: string): SeedRecord {
  return wrap(tenant, act, 'MailItemsAccessed', 2, () => {
    const id = folderId(act.mailbox, folder);
    return {
      OperationProperties: accessType('Sync'),
      Item: { Id: id, ParentFolder: { Id: id, Name: folder.slice(1), Path: folder } },
    };
  });
}

export function mailItem(
  tenant: Tenant,
  act: MailboxAct,
  operation: ItemOperation,
  folder: string,
  message: Message,
  modified?: readonly string[],
): SeedRecord {
  return wrap(tenant, act, operation, 2, () => ({
    Item: withAttachments(message, {
      Id: operation.startsWith('Send') ? 'Unknown' : itemId(act.mailbox, folder, message),
      InternetMessageId: message.internetMessageId,
      IsRecord: false,
      ParentFolder: folderOf(act.mailbox, folder),
      SizeInBytes: message.sizeInBytes,
      Subject: message.subject,
    }),
    ...(modified === undefined ? {} : { ModifiedProperties: modified }),
    ...(operation === 'SendAs' ? { SendAsUserMailboxGuid: act.mailbox.guid, SendAsUserSmtp: act.mailbox.address } : {}),
    ...(operation === 'SendOnBehalf'
      ? { SendOnBehalfOfUserMailboxGuid: act.mailbox.guid, SendOnBehalfOfUserSmtp: act.mailbox.address }
      : {}),
  }));
}

// Not spread: what is spread before other properties makes the engine take fifty times as long over them.
const withAttachments = ({ attachments }: Message, item: object): object =>
  attachments === undefined ? item : Object.assign({ Attachments: attachments }, item);

/** From one folder to another. */
export const mailMoved = (tenant: Tenant, act: MailboxAct, from: string, to: string, messages: readonly Message[]): SeedRecord =>
  wrap(tenant, act, 'Move', 3, () => ({
    ...affected(act, from, messages),
    DestFolder: folderOf(act.mailbox, to),
  }));

export const mailDeleted = (
  tenant: Tenant,
  act: MailboxAct,
  operation: DeleteOperation,
  folder: string,
  messages: readonly Message[],
): SeedRecord =>
  wrap(tenant, act, operation, 3, () => ({
    ...affected(act, folder, messages),
    ...(operation === 'MoveToDeletedItems' ? { DestFolder: folderOf(act.mailbox, '\\Deleted Items') } : {}),
  }));

const affected = ({ mailbox }: MailboxAct, folder: string, messages: readonly Message[]) => ({
  AffectedItems: messages.map((message) =>
    withAttachments(message, {
      Id: itemId(mailbox, folder, message),
      InternetMessageId: message.internetMessageId,
      ParentFolder: folderOf(mailbox, folder),
      Subject: message.subject,
    }),
  ),
  CrossMailboxOperation: false,
  Folder: folderOf(mailbox, folder),
});

/** Somebody may now read a folder that is not theirs. */
export const folderShared = (tenant: Tenant, act: MailboxAct, folder: string, to: Person): SeedRecord =>
  wrap(tenant, act, 'AddFolderPermissions', 2, () => {
    const { Id, Path } = folderOf(act.mailbox, folder);
    const member = { MemberRights: 'ReadAny, Visible', MemberSid: to.mailbox.sid, MemberUpn: to.upn };
    return { Item: { Id, ParentFolder: { Id, ...member, Name: folder.slice(1), Path } } };
  });

/** A record of Exchange's mailbox auditing around what is particular to the act. */
export function wrap(tenant: Tenant, act: MailboxAct, operation: string, recordType: number, rest: () => object): SeedRecord {
  const at = cutToSecond(act.at);
  return lazily({ source: 'm365-audit', at, id: act.id, feed: 'Exchange' }, () => {
    const { person, place, id: sessionId } = act.session;
    const own = act.mailbox.guid === person.mailbox.guid;
    return {
      AppAccessContext: { AADSessionId: sessionId, APIId: '' },
      CreationTime: isoBare(at),
      Id: act.id,
      Operation: operation,
      OrganizationId: tenant.id,
      RecordType: recordType,
      ResultStatus: 'Succeeded',
      UserKey: person.puid,
      UserType: 0,
      Version: 1,
      Workload: 'Exchange',
      // The aggregated records have only the second of the two address fields.
      ...(recordType === 50 ? {} : { ClientIP: place.address }),
      UserId: person.upn,
      ...clientFields(act, operation),
      ClientIPAddress: place.address,
      ExternalAccess: false,
      InternalLogonType: 0,
      LogonType: own ? 0 : 2,
      LogonUserSid: person.mailbox.sid,
      MailboxGuid: act.mailbox.guid,
      // A shared mailbox belongs to nobody, which Windows writes as SELF.
      ...(own ? {} : { MailboxOwnerMasterAccountSid: 'S-1-5-10' }),
      MailboxOwnerSid: act.mailbox.sid,
      MailboxOwnerUPN: act.mailbox.address,
      OrganizationName: tenant.initialDomain,
      OriginatingServer: serverOf(act.mailbox),
      SessionId: sessionId,
      ...rest(),
    };
  });
}

export interface AppMailAct {
  readonly at: Instant;
  readonly id: string;
  readonly tokenId: string;
  readonly app: ServicePrincipal;
  /** By itself, or for somebody who signed in to it. */
  readonly acts: 'application' | 'delegated';
  readonly person: Person;
  readonly mailbox: Mailbox;
  readonly address: string;
}

/** An application fetched mails through Graph. */
export function mailReadThroughGraph(tenant: Tenant, act: AppMailAct, folder: string, messages: readonly Message[]): SeedRecord {
  const at = cutToSecond(act.at);
  return lazily({ source: 'm365-audit', at, id: act.id, feed: 'Exchange' }, () => {
    const { app, person, mailbox } = act;
    const byItself = act.acts === 'application';
    const own = mailbox.guid === person.mailbox.guid;
    return {
      AppAccessContext: { APIId: graphApi, ClientAppId: app.appId, IssuedAtTime: isoBare(at), UniqueTokenId: act.tokenId },
      CreationTime: isoBare(at),
      Id: act.id,
      Operation: 'MailItemsAccessed',
      OrganizationId: tenant.id,
      RecordType: 50,
      ResultStatus: 'Succeeded',
      UserKey: byItself ? app.id : person.puid,
      UserType: byItself ? 5 : 0,
      Version: 1,
      Workload: 'Exchange',
      UserId: byItself ? `ServicePrincipal_${app.id}` : person.upn,
      AppId: graphApi,
      ClientAppId: app.appId,
      ClientIPAddress: act.address,
      ClientInfoString: 'Client=REST;Client=RESTSystem;;',
      ExternalAccess: false,
      InternalLogonType: 0,
      LogonType: byItself || own ? 0 : 2,
      LogonUserSid: byItself ? 'S-1-5-18' : person.mailbox.sid,
      MailboxGuid: mailbox.guid,
      MailboxOwnerSid: mailbox.sid,
      MailboxOwnerUPN: mailbox.address,
      OrganizationName: tenant.initialDomain,
      OriginatingServer: serverOf(mailbox),
      OperationProperties: accessType('Bind'),
      Folders: [openedIn(mailbox, folder, messages)],
      OperationCount: messages.length,
    };
  });
}

export const serverOf = (mailbox: Mailbox): string => `${mailbox.server} (15.20.9388.003)\r\n`;

function clientFields({ client, session }: MailboxAct, operation: string): object {
  if (client === 'desktop') {
    return { ClientInfoString: 'Client=MSExchangeRPC', ClientProcessName: 'OUTLOOK.EXE', ClientVersion: '16.0.19328.20190' };
  }
  if (client === 'mobile') {
    const platform = session.device.operatingSystem.startsWith('Ios') ? 'iOS' : 'Android';
    return {
      AppId: outlookMobileApp.id,
      ClientAppId: outlookMobileApp.id,
      ClientInfoString: `Client=OutlookService;Outlook-${platform}/2.0;`,
    };
  }
  const reading = operation === 'MailItemsAccessed';
  return {
    AppId: resources.exchange.id,
    ClientInfoString: reading ? 'Client=OWA;Action=ViaProxy' : `Client=OWA;${session.device.userAgent};`,
  };
}

const accessType = (type: 'Bind' | 'Sync', throttled = 'False') => [
  { Name: 'MailAccessType', Value: type },
  { Name: 'IsThrottled', Value: throttled },
];

export const folderOf = (mailbox: Mailbox, path: string): { Id: string; Path: string } => ({
  Id: folderId(mailbox, path),
  Path: path,
});

const standardFolders: Readonly<Record<string, string>> = {
  '\\Inbox': 'EM',
  '\\Sent Items': 'EJ',
  '\\Deleted Items': 'EK',
  '\\Drafts': 'EP',
  '\\Calendar': 'EN',
  '\\Contacts': 'EO',
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Two letters for a folder: Exchange's own for those that every mailbox has. */
function folderCode(path: string): string {
  const known = standardFolders[path];
  if (known !== undefined) return known;
  const sum = Array.from(path).reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 2704, 7);
  return `${letters[Math.floor(sum / 52)] ?? 'a'}${letters[sum % 52] ?? 'a'}`;
}

const folderId = (mailbox: Mailbox, path: string) =>
  `LgAAAAD${mailbox.key}AQC${mailbox.key.slice(0, 18)}AAAAA${folderCode(path)}AAAB`;

const itemId = (mailbox: Mailbox, path: string, message: Message) =>
  `RgAAAAD${mailbox.key}BwC${mailbox.key.slice(0, 18)}AAAAA${folderCode(path)}AAC${mailbox.key.slice(0, 18)}AAB${message.key}AAA`;
