import { describe, expect, it } from 'vitest';
import { ana, ben, cleo, mailboxAudit, named, officeActivity, ual } from '../support/records.ts';
import { eventOf, readingOf } from './reading.ts';

const FOREST = 'EXAMPLEA001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/harbour.example';

const command = (Operation: string, parameters: Readonly<Record<string, string>>, ObjectId = `${FOREST}/ben`) =>
  ual({ Operation, ObjectId, Parameters: named(parameters) });

describe('rights over a mailbox', () => {
  it.each([
    ['Add-MailboxPermission', { Identity: 'ben', User: `${FOREST}/cleo`, AccessRights: 'FullAccess' }, 'granted', 'fullAccess'],
    [
      'Add-MailboxPermission',
      { Identity: 'ben', User: cleo.upn, AccessRights: 'FullAccess, ReadPermission' },
      'granted',
      'fullAccess',
    ],
    ['Remove-MailboxPermission', { Identity: 'ben', User: cleo.upn, AccessRights: 'FullAccess' }, 'removed', 'fullAccess'],
    ['Add-RecipientPermission', { Identity: `${FOREST}/ben`, Trustee: 'cleo', AccessRights: 'SendAs' }, 'granted', 'sendAs'],
    ['Remove-RecipientPermission', { Identity: 'ben', Trustee: 'cleo', AccessRights: 'SendAs' }, 'removed', 'sendAs'],
    ['Set-Mailbox', { Identity: 'ben', GrantSendOnBehalfTo: 'cleo' }, 'granted', 'sendOnBehalf'],
    ['Set-Mailbox', { Identity: 'ben', GrantSendOnBehalfTo: '@{Add="cleo"}' }, 'granted', 'sendOnBehalf'],
    ['Set-Mailbox', { Identity: 'ben', GrantSendOnBehalfTo: "@{Remove='cleo'}" }, 'removed', 'sendOnBehalf'],
    ['Add-MailboxFolderPermission', { Identity: 'ben:\\Inbox', User: 'cleo', AccessRights: 'Editor' }, 'granted', 'folder'],
    ['Set-MailboxFolderPermission', { Identity: 'ben:\\Inbox', User: 'cleo', AccessRights: 'None' }, 'removed', 'folder'],
    ['Remove-MailboxFolderPermission', { Identity: `${ben.upn}:\\Inbox`, User: 'cleo' }, 'removed', 'folder'],
  ])('%s %j are %s: %s', (operation, parameters, change, right) => {
    const event = eventOf('delegation', command(operation, parameters));
    expect(event).toMatchObject({ actor: ana.upn, change, right, mailbox: ben.upn, grantee: cleo.upn });
  });

  it('keep the name of a group, of an account elsewhere, and of whoever has no account', () => {
    const elsewhere = { Identity: 'ben', User: 'HARBOUR\\cleo', AccessRights: 'FullAccess' };
    expect(eventOf('delegation', command('Add-MailboxPermission', elsewhere)).grantee).toBe('harbour\\cleo');
    const group = { Identity: 'ben', User: `${FOREST}/Discovery Management`, AccessRights: 'FullAccess' };
    expect(eventOf('delegation', command('Add-MailboxPermission', group)).grantee).toBe('discovery management');
    const everyone = { Identity: 'ben:\\Calendar', User: 'Default', AccessRights: 'Reviewer' };
    expect(eventOf('delegation', command('Set-MailboxFolderPermission', everyone)).grantee).toBe('default');
  });

  it.each([
    ['Add-MailboxPermission', { Identity: 'ben', User: 'cleo', AccessRights: 'ReadPermission' }],
    ['Add-MailboxPermission', { Identity: 'ben', User: 'cleo', AccessRights: 'FullAccess', Deny: 'True' }],
    ['Add-MailboxPermission', { Identity: 'ben', User: 'NT AUTHORITY\\SELF', AccessRights: 'FullAccess' }],
    ['Set-Mailbox', { Identity: 'ben', GrantSendOnBehalfTo: '' }],
    ['Set-Mailbox', { Identity: 'ben', MaxSendSize: '1' }],
    ['Get-MailboxPermission', { Identity: 'ben', User: 'cleo', AccessRights: 'FullAccess' }],
  ])('%s %j are an administrator’s change', (operation, parameters) => {
    expect(readingOf(command(operation, parameters)).event.kind).toBe('adminChange');
  });

  it('to a forwarding mailbox are the forwarding first', () => {
    const both = { Identity: 'ben', ForwardingSmtpAddress: 'smtp:box@elsewhere.example', GrantSendOnBehalfTo: 'cleo' };
    expect(readingOf(command('Set-Mailbox', both)).event.kind).toBe('mailboxRule');
  });
});

describe('rights over a folder, as mailbox auditing tells them,', () => {
  const folder = (Operation: string, MemberRights: string, MemberUpn = cleo.upn) =>
    mailboxAudit({ Operation, Item: { ParentFolder: { MemberRights, MemberUpn, Path: '\\Inbox', Name: 'Inbox' } } });

  it.each([
    ['AddFolderPermissions', 'ReadAny, Visible', 'granted'],
    ['ModifyFolderPermissions', 'ReadAny', 'granted'],
    ['ModifyFolderPermissions', 'None', 'removed'],
    ['ModifyFolderPermissions', 'FreeBusySimple, Visible', 'removed'],
    ['ModifyFolderPermissions', 'Visible, ReadAny', 'granted'],
    ['RemoveFolderPermissions', 'ReadAny', 'removed'],
  ])('%s %s: %s', (operation, rights, change) => {
    for (const record of [folder(operation, rights), officeActivity(folder(operation, rights))])
      expect(eventOf('delegation', record)).toMatchObject({ change, right: 'folder', mailbox: ana.upn, grantee: cleo.upn });
  });

  it('may be everyone’s', () => {
    expect(eventOf('delegation', folder('ModifyFolderPermissions', 'ReadAny', 'Everyone')).grantee).toBe('everyone');
  });
});
