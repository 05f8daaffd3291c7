// Mail opened or synchronised, and what was done to items of a mailbox.

import type { Field } from '../field.ts';
import { known } from '../known.ts';
import type { Told } from '../source.ts';
import type { MailItem } from '../../model/event.ts';
import type { Circumstances } from './circumstances.ts';
import { mailboxOwner } from './mailbox.ts';

const MOST_MESSAGES = 100;

export function readMailAccess(record: Field, base: Circumstances): Told<'mailAccess'> | undefined {
  const mailbox = mailboxOwner(record) ?? base.actor;
  if (base.operation !== 'MailItemsAccessed' || mailbox === undefined) return undefined;

  const properties = record.at('OperationProperties');
  const folders = record.at('Folders').list();
  const items = folders.flatMap((folder) => folder.at('FolderItems').list());
  const isSync = properties.named('MailAccessType').maybeText()?.toLowerCase() === 'sync';

  return {
    ...base,
    kind: 'mailAccess',
    mailbox,
    access: isSync ? 'sync' : 'bind',
    throttled: properties.named('IsThrottled').maybeBoolean() ?? false,
    // A synchronisation does not say how many it fetched; one record may stand for many openings.
    items: items.length > 0 || isSync ? items.length : (record.at('OperationCount').maybeNumber() ?? 1),
    folders: unique([...folders, record.at('Item').at('ParentFolder')].flatMap(pathOf)),
    messages: messagesOf(items),
  };
}

export function readMailItem(record: Field, base: Circumstances): Told<'mailItem'> | undefined {
  const deed = DEEDS[base.operation];
  const mailbox = mailboxOwner(record) ?? base.actor;
  if (deed === undefined || mailbox === undefined) return undefined;

  const item = record.at('Item');
  const items = item.value === undefined ? record.at('AffectedItems').list() : [item];
  const [movesTo] = pathOf(record.at('DestFolder'));

  return {
    ...base,
    kind: 'mailItem',
    mailbox,
    deed,
    items: Math.max(1, items.length),
    folders: unique([...items.map((it) => it.at('ParentFolder')), record.at('Folder')].flatMap(pathOf)),
    ...known({ movesTo }),
    messages: messagesOf(items),
    subjects: subjectsOf(items),
    attachments: unique(items.flatMap((it) => attachmentsOf(it.at('Attachments')))),
  };
}

const MOST_SUBJECTS = 20;
const LONGEST_SUBJECT = 300;

const DEEDS: Readonly<Record<string, MailItem['deed']>> = {
  Send: 'sent',
  SendAs: 'sent',
  SendOnBehalf: 'sent',
  Create: 'created',
  Copy: 'created',
  Update: 'updated',
  Move: 'moved',
  MoveToDeletedItems: 'trashed',
  SoftDelete: 'softDeleted',
  HardDelete: 'hardDeleted',
};

/** `\Inbox`; some records know only the folder's name. */
function pathOf(folder: Field): readonly string[] {
  const path = folder.at('Path').maybeText();
  if (path !== undefined && path !== 'Not Available') return [path];
  const name = folder.at('Name').maybeText();
  return name === undefined ? [] : [`\\${name}`];
}

const messagesOf = (items: readonly Field[]): readonly string[] =>
  unique(items.flatMap((item) => item.at('InternetMessageId').maybeText() ?? [])).slice(0, MOST_MESSAGES);

const subjectsOf = (items: readonly Field[]): readonly string[] =>
  unique(items.flatMap((item) => item.at('Subject').maybeText()?.slice(0, LONGEST_SUBJECT) ?? [])).slice(0, MOST_SUBJECTS);

/** `plan.pdf (2010b); site.png (646b)`: names without their sizes. */
const attachmentsOf = (field: Field): readonly string[] =>
  (field.maybeText() ?? '')
    .split(';')
    .map((name) => name.trim().replace(/ \(\d+b\)$/, ''))
    .filter((name) => name !== '');

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
