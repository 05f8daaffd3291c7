// The unified audit log on inbox rules: as a command, and as Outlook saves them.

import type { SeedRecord } from '../record.ts';
import type { Tenant } from '../tenant.ts';
import { folderOf, wrap, type MailboxAct } from './m365-mailbox.ts';
import { resources } from './apps.ts';
import { cutToSecond, isoBare } from './time.ts';

export interface InboxRule {
  readonly name: string;
  readonly condition: { readonly Name: string; readonly Value: string };
  readonly moveToFolder: string;
  readonly markAsRead: boolean;
  readonly stopProcessing: boolean;
}

/** `New-InboxRule` or `Set-InboxRule`, which webmail runs on a person's behalf. */
export function ruleCommand(
  tenant: Tenant,
  act: MailboxAct,
  operation: 'New-InboxRule' | 'Set-InboxRule',
  rule: InboxRule,
  port: number,
): SeedRecord {
  const at = cutToSecond(act.at);
  const { person, place, id: sessionId } = act.session;

  const record = {
    AppAccessContext: { AADSessionId: sessionId },
    CreationTime: isoBare(at),
    Id: act.id,
    Operation: operation,
    OrganizationId: tenant.id,
    RecordType: 1,
    ResultStatus: 'True',
    UserKey: person.puid,
    UserType: 2,
    Version: 1,
    Workload: 'Exchange',
    ClientIP: withPort(place.address, port),
    ObjectId: `${tenant.forest}/Microsoft Exchange Hosted Organizations/${tenant.initialDomain}/${act.mailbox.alias}\\${rule.name}`,
    UserId: person.upn,
    AppId: resources.exchange.id,
    ClientAppId: '',
    ExternalAccess: false,
    OrganizationName: tenant.initialDomain,
    OriginatingServer: `${act.mailbox.server} (15.20.9388.003)`,
    Parameters: parameters(act, operation, rule),
    SessionId: sessionId,
  };
  return { source: 'm365-audit', at, id: act.id, record };
}

/** `UpdateInboxRules`: the same thing done in Outlook, told in quite another way. */
export function ruleSaved(
  tenant: Tenant,
  act: MailboxAct,
  operation: 'AddMailboxRule' | 'ModifyMailboxRule',
  rule: InboxRule,
  ruleId: string,
): SeedRecord {
  const actions = [
    ...(rule.markAsRead ? [{ ActionType: 'MarkAsRead' }] : []),
    { ActionType: 'Move', FolderId: folderOf(act.mailbox, `\\${rule.moveToFolder}`).Id, FolderName: rule.moveToFolder },
    ...(rule.stopProcessing ? [{ ActionType: 'StopProcessingRules' }] : []),
  ];
  return wrap(tenant, act, 'UpdateInboxRules', 2, {
    OperationProperties: [
      { Name: 'RuleOperation', Value: operation },
      { Name: 'RuleId', Value: ruleId },
      { Name: 'RuleState', Value: 'Enabled' },
      { Name: 'RuleCondition', Value: restriction(rule) },
      { Name: 'RuleName', Value: rule.name },
      { Name: 'RuleProvider', Value: 'RuleOrganizer' },
      { Name: 'RuleActions', Value: JSON.stringify(actions) },
    ],
    Item: { Id: folderOf(act.mailbox, '\\Inbox').Id, ParentFolder: { ...folderOf(act.mailbox, '\\Inbox'), Name: 'Inbox' } },
  });
}

/** An IPv6 address needs brackets before a port can follow it. */
export const withPort = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

function parameters(act: MailboxAct, operation: string, rule: InboxRule): object[] {
  const own = act.mailbox.guid === act.session.person.mailbox.guid;
  return [
    { Name: 'AlwaysDeleteOutlookRulesBlob', Value: 'False' },
    { Name: 'Force', Value: 'False' },
    ...(own ? [] : [{ Name: 'Mailbox', Value: act.mailbox.address }]),
    ...(operation === 'Set-InboxRule' ? [{ Name: 'Identity', Value: `${act.mailbox.alias}\\${rule.name}` }] : []),
    rule.condition,
    { Name: 'Name', Value: rule.name },
    { Name: 'MoveToFolder', Value: rule.moveToFolder },
    ...(rule.markAsRead ? [{ Name: 'MarkAsRead', Value: 'True' }] : []),
    { Name: 'StopProcessingRules', Value: rule.stopProcessing ? 'True' : 'False' },
  ];
}

/** The condition in Outlook's own language of restrictions. */
function restriction({ condition }: InboxRule): string {
  if (condition.Name === 'From') return `{((SenderSearchKey Equal SMTP:${condition.Value.toUpperCase()}))}`;
  const property = condition.Name.startsWith('Subject') ? 'SubjectProperty' : 'SenderSmtpAddress';
  const words = condition.Value.split(';').map((word) => `(SubString IgnoreCase(${property})=${word})`);
  return `{(${words.length > 1 ? `|${words.join('')}` : words.join('')})}`;
}
