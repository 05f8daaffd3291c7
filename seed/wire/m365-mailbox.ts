// The unified audit log on mailboxes: reading, sending, changing, deleting.

import type { Instant } from '../../src/model/time.ts';
import type { Message } from '../message.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Mailbox, Tenant } from '../tenant.ts';
import { outlookMobileApp, resources } from './apps.ts';
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

export type ItemOperation = 'Send' | 'SendAs' | 'Create' | 'Update';
export type DeleteOperation = 'MoveToDeletedItems' | 'SoftDelete' | 'HardDelete';

/** Named mails were opened. */
export function mailOpened(tenant: Tenant, act: MailboxAct, folder: string, messages: readonly Message[]): SeedRecord {
  return wrap(tenant, act, 'MailItemsAccessed', 50, {
    OperationProperties: accessType('Bind'),
    Folders: [
      {
        FolderItems: messages.map((message) => ({
          Id: itemId(act.mailbox, folder, message),
          InternetMessageId: message.internetMessageId,
          SizeInBytes: message.sizeInBytes,
        })),
        Id: folderId(act.mailbox, folder),
        Path: folder,
      },
    ],
    OperationCount: messages.length,
  });
}

/** A whole folder was fetched to a machine; which mails it held is not said. */
export function mailSynced(tenant: Tenant, act: MailboxAct, folder: string): SeedRecord {
  const id = folderId(act.mailbox, folder);
  return wrap(tenant, act, 'MailItemsAccessed', 2, {
    OperationProperties: accessType('Sync'),
    Item: { Id: id, ParentFolder: { Id: id, Name: folder.slice(1), Path: folder } },
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
  return wrap(tenant, act, operation, 2, {
    Item: {
      ...(message.attachments === undefined ? {} : { Attachments: message.attachments }),
      Id: operation.startsWith('Send') ? 'Unknown' : itemId(act.mailbox, folder, message),
      InternetMessageId: message.internetMessageId,
      IsRecord: false,
      ParentFolder: folderOf(act.mailbox, folder),
      SizeInBytes: message.sizeInBytes,
      Subject: message.subject,
    },
    ...(modified === undefined ? {} : { ModifiedProperties: modified }),
    ...(operation === 'SendAs' ? { SendAsUserMailboxGuid: act.mailbox.guid, SendAsUserSmtp: act.mailbox.address } : {}),
  });
}

export function mailDeleted(
  tenant: Tenant,
  act: MailboxAct,
  operation: DeleteOperation,
  folder: string,
  messages: readonly Message[],
): SeedRecord {
  return wrap(tenant, act, operation, 3, {
    AffectedItems: messages.map((message) => ({
      ...(message.attachments === undefined ? {} : { Attachments: message.attachments }),
      Id: itemId(act.mailbox, folder, message),
      InternetMessageId: message.internetMessageId,
      ParentFolder: folderOf(act.mailbox, folder),
      Subject: message.subject,
    })),
    CrossMailboxOperation: false,
    ...(operation === 'MoveToDeletedItems' ? { DestFolder: folderOf(act.mailbox, '\\Deleted Items') } : {}),
    Folder: folderOf(act.mailbox, folder),
  });
}

/** A record of Exchange's mailbox auditing around what is particular to the act. */
export function wrap(tenant: Tenant, act: MailboxAct, operation: string, recordType: number, rest: object): SeedRecord {
  const at = cutToSecond(act.at);
  const { person, place, id: sessionId } = act.session;
  const own = act.mailbox.guid === person.mailbox.guid;

  const record = {
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
    ...rest,
  };
  return { source: 'm365-audit', at, id: act.id, record };
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

const accessType = (type: 'Bind' | 'Sync') => [
  { Name: 'MailAccessType', Value: type },
  { Name: 'IsThrottled', Value: 'False' },
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
