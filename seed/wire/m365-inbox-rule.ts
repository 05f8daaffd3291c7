// The unified audit log on inbox rules: as a command, and as Outlook saves them.

import type { SeedRecord } from '../record.ts';
import type { Tenant } from '../tenant.ts';
import { exchangeCommand, pathOf, type Parameter } from './m365-exchange.ts';
import { folderOf, wrap, type MailboxAct } from './m365-mailbox.ts';

export interface InboxRule {
  readonly name: string;
  readonly condition: { readonly Name: string; readonly Value: string };
  readonly moveToFolder?: string;
  /** Addresses. */
  readonly forwardTo?: readonly string[];
  readonly redirectTo?: readonly string[];
  readonly deleteMessage?: boolean;
  readonly markAsRead: boolean;
  readonly stopProcessing: boolean;
}

/** `New-InboxRule` or `Set-InboxRule`, which webmail runs on a person's behalf. */
export const ruleCommand = (
  tenant: Tenant,
  act: MailboxAct,
  operation: 'New-InboxRule' | 'Set-InboxRule',
  rule: InboxRule,
  port: number,
): SeedRecord => commandOn(tenant, act, operation, rule.name, port, () => settings(act, operation, rule));

/** The rule is named and nothing is said of what it did. */
export const ruleEnded = (
  tenant: Tenant,
  act: MailboxAct,
  operation: 'Remove-InboxRule' | 'Disable-InboxRule',
  name: string,
  port: number,
): SeedRecord =>
  commandOn(tenant, act, operation, name, port, () => [
    { Name: 'AlwaysDeleteOutlookRulesBlob', Value: 'False' },
    { Name: 'Force', Value: 'True' },
    ...whose(act),
    { Name: 'Identity', Value: `${act.mailbox.alias}\\${name}` },
  ]);

const commandOn = (
  tenant: Tenant,
  act: MailboxAct,
  operation: string,
  name: string,
  port: number,
  parameters: () => Parameter[],
): SeedRecord =>
  exchangeCommand(tenant, {
    at: act.at,
    id: act.id,
    session: act.session,
    operation,
    object: `${pathOf(tenant, act.mailbox)}\\${name}`,
    server: act.mailbox.server,
    port,
    parameters,
    through: 'web',
  });

/** `UpdateInboxRules`: the same thing done in Outlook, told in quite another way. */
export function ruleSaved(
  tenant: Tenant,
  act: MailboxAct,
  operation: 'AddMailboxRule' | 'ModifyMailboxRule',
  rule: InboxRule,
  ruleId: string,
): SeedRecord {
  return wrap(tenant, act, 'UpdateInboxRules', 2, () => ({
    OperationProperties: [
      { Name: 'RuleOperation', Value: operation },
      { Name: 'RuleId', Value: ruleId },
      { Name: 'RuleState', Value: 'Enabled' },
      { Name: 'RuleCondition', Value: restriction(rule) },
      { Name: 'RuleName', Value: rule.name },
      { Name: 'RuleProvider', Value: 'RuleOrganizer' },
      { Name: 'RuleActions', Value: JSON.stringify(actionsOf(act, rule)) },
    ],
    Item: { Id: folderOf(act.mailbox, '\\Inbox').Id, ParentFolder: { ...folderOf(act.mailbox, '\\Inbox'), Name: 'Inbox' } },
  }));
}

function actionsOf({ mailbox }: MailboxAct, rule: InboxRule): object[] {
  const { moveToFolder, forwardTo, redirectTo } = rule;
  return [
    ...(rule.markAsRead ? [{ ActionType: 'MarkAsRead' }] : []),
    ...(moveToFolder === undefined
      ? []
      : [{ ActionType: 'Move', FolderId: folderOf(mailbox, `\\${moveToFolder}`).Id, FolderName: moveToFolder }]),
    ...(forwardTo === undefined ? [] : [{ ActionType: 'Forward', Recipients: forwardTo, ForwardFlags: 'None' }]),
    ...(redirectTo === undefined ? [] : [{ ActionType: 'Forward', Recipients: redirectTo, ForwardFlags: 'Redirect' }]),
    ...(rule.deleteMessage === true ? [{ ActionType: 'Delete' }] : []),
    ...(rule.stopProcessing ? [{ ActionType: 'StopProcessingRules' }] : []),
  ];
}

/** Only for a mailbox that is not one's own. */
const whose = ({ mailbox, session }: MailboxAct): Parameter[] =>
  mailbox.guid === session.person.mailbox.guid ? [] : [{ Name: 'Mailbox', Value: mailbox.address }];

function settings(act: MailboxAct, operation: string, rule: InboxRule): Parameter[] {
  const list = (Name: string, addresses: readonly string[] | undefined) =>
    addresses === undefined ? [] : [{ Name, Value: addresses.join(';') }];
  return [
    { Name: 'AlwaysDeleteOutlookRulesBlob', Value: 'False' },
    { Name: 'Force', Value: 'False' },
    ...whose(act),
    ...(operation === 'Set-InboxRule' ? [{ Name: 'Identity', Value: `${act.mailbox.alias}\\${rule.name}` }] : []),
    rule.condition,
    { Name: 'Name', Value: rule.name },
    ...(rule.moveToFolder === undefined ? [] : [{ Name: 'MoveToFolder', Value: rule.moveToFolder }]),
    ...list('ForwardTo', rule.forwardTo),
    ...list('RedirectTo', rule.redirectTo),
    ...(rule.deleteMessage === true ? [{ Name: 'DeleteMessage', Value: 'True' }] : []),
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
