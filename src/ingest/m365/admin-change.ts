// Everything else: administration of the directory, of Exchange, SharePoint and Teams; or nothing we can tell.

import type { Field } from '../field.ts';
import { foldName } from '../name.ts';
import { bounded, callParameters, changeParameters } from '../parameters.ts';
import type { Told } from '../source.ts';
import { NOBODY } from './actor.ts';
import type { Circumstances } from './circumstances.ts';
import { identityOf, mailboxAddress, mailboxOwner } from './mailbox.ts';
import { modifiedIn } from './method-change.ts';
import { isDirectory, isVerdict } from './record-type.ts';
import { directoryTarget } from './target.ts';

export function readAdminChange(record: Field, base: Circumstances): Told<'adminChange' | 'other'> {
  const target = targetOf(record, base);
  const parameters = bounded([
    ...callParameters(record.at('Parameters')),
    ...changeParameters(modifiedIn(record)),
    ...callParameters(record.at('OperationProperties')),
    ...plainFields(record),
  ]);
  if (isVerdict(record) || (target === undefined && parameters.length === 0)) return { ...base, kind: 'other' };

  const workload = record.at('Workload').maybeText() ?? `record type ${record.at('RecordType').maybeText() ?? 'unknown'}`;
  return { ...base, kind: 'adminChange', workload, ...(target === undefined ? {} : { target }), parameters };
}

/** What SharePoint, Teams and the compliance commands say outside of any list. */
function plainFields(record: Field): readonly string[] {
  const fields = ['Parameters', 'TargetUserOrGroupName', 'EventData', 'QueryText', 'TeamName'].flatMap((name) => {
    const value = record.at(name).maybeText();
    return value === undefined ? [] : [`${name}=${value}`];
  });
  const members = record
    .at('Members')
    .list()
    .flatMap((member) => member.at('UPN').maybeText() ?? []);
  return [...fields, ...members.map((upn) => `Member=${upn}`)];
}

function targetOf(record: Field, base: Circumstances): string | undefined {
  if (isDirectory(record)) return directoryTarget(record);
  const owner = mailboxOwner(record);
  if (owner !== undefined) return owner;

  const object = record.at('ObjectId').maybeText() ?? record.at('Parameters').named('Identity').maybeText();
  if (object === undefined || NOBODY.has(foldName(object))) return undefined;
  return OF_A_MAILBOX.test(base.operation)
    ? mailboxAddress(identityOf(record.at('ObjectId')).owner ?? object, record, base)
    : object;
}

/** Commands whose object is somebody's mailbox. */
const OF_A_MAILBOX =
  /-(Mailbox|CASMailbox|MailboxPermission|RecipientPermission|MailboxFolderPermission|MailboxAutoReplyConfiguration|MailboxJunkEmailConfiguration|MailboxCalendarConfiguration|CalendarProcessing|MailboxAuditBypassAssociation|User)$/;
