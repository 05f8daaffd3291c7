import { describe, expect, it } from 'vitest';
import { ana, ben, inboxRule, mailboxAudit, named, phones, ual, ualDirectory, ualSignIn } from '../support/records.ts';
import { eventOf, readingOf } from './reading.ts';

describe('a sign-in', () => {
  it('is told with what it was made with', () => {
    expect(readingOf(ualSignIn()).event).toEqual({
      kind: 'signIn',
      id: 'm365-audit:51515151-0000-4000-8000-000000000001',
      source: 'm365-audit',
      record: '51515151-0000-4000-8000-000000000001',
      act: 'signIn:51515151-0000-4000-8000-000000000001',
      at: Date.UTC(2026, 0, 5, 3, 12, 9),
      operation: 'UserLoggedIn',
      actor: 'ana@harbour.example',
      actorKind: 'person',
      outcome: 'success',
      code: 0,
      interactive: true,
      address: '203.0.113.7',
      userAgent: expect.stringContaining('Chrome') as string,
      client: 'browser',
      app: '4765445b-32c6-49b0-83e6-1d93765276ca',
      resource: '00000003-0000-0000-c000-000000000000',
      device: 'd0d0d0d0-0000-4000-8000-000000000001',
      deviceName: 'HARBOUR-17',
      managed: true,
      session: '5e55105e-0000-4000-8000-000000000001',
    });
  });

  it.each([
    [50126, 'failure', undefined],
    [50074, 'failure', 'refused'],
    [500121, 'failure', 'refused'],
    [50076, 'interrupt', 'asked'],
    [50072, 'interrupt', 'asked'],
    [50058, 'interrupt', undefined],
    [50140, 'interrupt', undefined],
    [65001, 'interrupt', undefined],
  ])('with code %i is a %s', (code, outcome, mfa) => {
    const event = eventOf('signIn', ualSignIn({ code }));
    expect([event.outcome, event.mfa]).toEqual([outcome, mfa]);
  });

  it('has its code from the name of the error when there is no number', () => {
    const failed = { Operation: 'UserLoginFailed', ErrorNumber: undefined };
    expect(eventOf('signIn', ualSignIn({}, { ...failed, LogonError: 'InvalidUserNameOrPassword' })).code).toBe(50126);
    expect(eventOf('signIn', ualSignIn({}, { ...failed, LogonError: 'SomethingNew' })).outcome).toBe('failure');
    expect(eventOf('signIn', ualSignIn({}, { ErrorNumber: undefined })).code).toBe(0);
  });

  it('that ended in the second factor passed it', () => {
    expect(eventOf('signIn', ualSignIn({}, { ExtendedProperties: named({ RequestType: 'SAS:ProcessAuth' }) })).mfa).toBe(
      'passed',
    );
  });
});

describe('who did it', () => {
  const actorOf = (fields: object): (string | undefined)[] => {
    const { actor, actorKind } = readingOf(ual({ ObjectId: 'x', ...fields })).event;
    return [actor, actorKind];
  };

  it.each([
    ['ANA@Harbour.example', ['ana@harbour.example', 'person']],
    ['NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)', ['nt authority\\system', 'service']],
    ['S-1-5-18', ['nt authority\\system', 'service']],
    ['ServicePrincipal_5e5e5e5e-0000-4000-8000-000000000001', ['5e5e5e5e-0000-4000-8000-000000000001', 'service']],
    ['app@sharepoint', ['app@sharepoint', 'service']],
    ['Certificate', ['certificate', 'service']],
    ['Spools-Account@exmprd01.prod.outlook.com', ['spools-account@exmprd01.prod.outlook.com', 'service']],
    ['99999999-1111-4222-8333-444444444444', ['99999999-1111-4222-8333-444444444444', 'service']],
    ['urn:spo:guest#Dora@partner.example', ['dora@partner.example', 'external']],
    ['dora_partner.example#EXT#@harbour.example', ['dora_partner.example#ext#@harbour.example', 'external']],
    ['NOT-FOUND', [undefined, undefined]],
    ['Not Available', [undefined, undefined]],
    ['', [undefined, undefined]],
  ])('UserId %j', (UserId, expected) => {
    expect(actorOf({ UserId })).toEqual(expected);
  });

  it('has the names the record is sure of', () => {
    const all = [ana.upn, ana.id, ana.puid.toLowerCase()].sort();
    expect(readingOf(ualSignIn()).names).toEqual([[ana.id, ana.upn]]);
    expect(readingOf(ualDirectory({ actor: ana, target: ana })).names).toEqual([all, all]);
    expect(readingOf(ual({ UserKey: `i:0h.f|membership|${ana.puid.toLowerCase()}@live.com` })).names).toEqual([
      [ana.puid.toLowerCase(), ana.upn],
    ]);
    expect(readingOf(mailboxAudit({ Operation: 'Send' })).names).toEqual([
      [ana.puid.toLowerCase(), ana.upn, ana.sid.toLowerCase()].sort(),
      [ana.upn, ana.sid.toLowerCase()].sort(),
    ]);
  });

  it('is not the owner of the mailbox somebody else opened', () => {
    const delegate = mailboxAudit({ Operation: 'Send', UserId: ben.upn, UserKey: ben.puid, LogonType: 2, LogonUserSid: ana.sid });
    expect(readingOf(delegate).names).toEqual([[ben.puid.toLowerCase(), ben.upn], [ana.upn, ana.sid.toLowerCase()].sort()]);
  });

  it('is nobody else by way of names many share', () => {
    expect(readingOf(ual({ UserKey: 'Not Available' })).names).toEqual([]);
    expect(readingOf(ual({ UserId: 'S-1-5-18', UserKey: 'S-1-5-18' })).names).toEqual([]);
    expect(readingOf(ual({ UserKey: '99999999-1111-4222-8333-444444444444', UserId: 'Certificate' })).names).toEqual([]);
  });
});

describe('from where', () => {
  const placeOf = (fields: object): unknown[] => {
    const { address, serviceAddress } = readingOf(ual({ ObjectId: 'x', ...fields })).event;
    return [address, serviceAddress];
  };

  it('any of the three fields may tell', () => {
    expect(placeOf({ ClientIP: '[2001:db8::7]:52903' })).toEqual(['2001:db8::7', undefined]);
    expect(placeOf({ ClientIP: '', ClientIPAddress: '::ffff:203.0.113.9' })).toEqual(['203.0.113.9', undefined]);
    expect(placeOf({ ClientIP: '<null>', ActorIpAddress: '203.0.113.9' })).toEqual(['203.0.113.9', undefined]);
    expect(placeOf({ ClientIP: undefined })).toEqual([undefined, undefined]);
  });

  it('a front end of the service is not where a person sat', () => {
    expect(placeOf({ ClientIP: '20.190.160.24' })).toEqual(['20.190.160.24', true]);
    expect(placeOf({ ClientIP: '20.190.160.24', ActorIpAddress: '203.0.113.9' })).toEqual(['203.0.113.9', undefined]);
    expect(placeOf({ ClientIPAddress: '::1', ClientIP: '203.0.113.9' })).toEqual(['203.0.113.9', undefined]);
    expect(placeOf({ RecordType: 8, UserId: 'ServicePrincipal_5e5e5e5e-0000-4000-8000-000000000001' })).toEqual([
      '203.0.113.7',
      true,
    ]);
  });
});

describe('a change of somebody’s second factors', () => {
  it('is found at whichever place of the list it stands', () => {
    const properties = [
      { name: 'Included Updated Properties', before: undefined, after: 'StrongAuthenticationUserDetails' },
      phones('+61 400 000 111', '+1 202 555 0100'),
    ];
    expect(eventOf('methodChange', ualDirectory({ target: ben, properties }))).toMatchObject({
      operation: 'Update user',
      actor: ana.upn,
      target: ben.upn,
      change: 'changed',
      methods: ['phone'],
      before: ['phone=+61 400 000 111'],
      after: ['phone=+1 202 555 0100'],
    });
  });

  it('is an enrolment when there was nothing before, a removal when there is nothing after', () => {
    const added = eventOf('methodChange', ualDirectory({ properties: [phones(null, '+61 400 000 111')] }));
    expect([added.change, added.before, added.after]).toEqual(['added', [], ['phone=+61 400 000 111']]);
    const removed = eventOf('methodChange', ualDirectory({ properties: [phones('+61 400 000 111', null)] }));
    expect([removed.change, removed.before, removed.after]).toEqual(['removed', ['phone=+61 400 000 111'], []]);
  });

  it('tells the ways a factor is asked for, and which of them comes first', () => {
    const ways = (...types: readonly number[]) => types.map((MethodType, index) => ({ MethodType, Default: index === 0 }));
    const change = (before: readonly object[], after: readonly object[]) =>
      eventOf('methodChange', ualDirectory({ properties: [{ name: 'StrongAuthenticationMethod', before, after }] }));

    expect(change([], ways(6))).toMatchObject({ change: 'added', methods: ['method'], after: ['method=app'] });
    expect(change(ways(6), [])).toMatchObject({ change: 'removed', before: ['method=app'] });
    expect(change(ways(6, 5), ways(5, 6))).toMatchObject({
      change: 'changed',
      before: ['method=app by default'],
      after: ['method=text by default'],
    });
  });

  it('is a new telephone, not the use of the old one', () => {
    const phone = (Id: string, LastAuthenticatedTimestamp: string) => ({
      Id,
      DeviceName: `Phone ${Id}`,
      LastAuthenticatedTimestamp,
    });
    const change = (before: object[], after: object[]) =>
      readingOf(ualDirectory({ properties: [{ name: 'StrongAuthenticationPhoneAppDetail', before, after }] })).event;

    expect(change([phone('a', '1')], [phone('a', '2')]).kind).toBe('adminChange');
    expect(change([phone('a', '1')], [phone('a', '1'), phone('b', '2')])).toMatchObject({
      kind: 'methodChange',
      change: 'added',
      methods: ['authenticator'],
      after: ['authenticator=Phone b b'],
    });
  });

  it('is known to have happened even when its values are cut off', () => {
    const cut = { Name: 'StrongAuthenticationUserDetails', OldValue: '[{"PhoneNumber": "+61 4', NewValue: '' };
    expect(eventOf('methodChange', ualDirectory({}, { ModifiedProperties: [cut] }))).toMatchObject({
      change: 'removed',
      methods: ['method'],
      before: [],
    });
  });
});

describe('a mailbox rule', () => {
  it('is what the command says', () => {
    const parameters = {
      Name: '.',
      From: 'Ben@harbour.example',
      MoveToFolder: 'ana:\\RSS Feeds',
      MarkAsRead: 'True',
      StopProcessingRules: 'True',
      SubjectOrBodyContainsWords: 'invoice; payment',
      ForwardTo: '"Box" [SMTP:Box@elsewhere.example]',
      RedirectTo: 'smtp:other@elsewhere.example;third@elsewhere.example',
    };
    expect(eventOf('mailboxRule', inboxRule(parameters))).toMatchObject({
      scope: 'inbox',
      change: 'created',
      mailbox: ana.upn,
      rule: 'ana@harbour.example\\.',
      name: '.',
      forwardsTo: ['box@elsewhere.example', 'other@elsewhere.example', 'third@elsewhere.example'],
      movesTo: 'RSS Feeds',
      deletes: false,
      marksRead: true,
      stops: true,
      from: ['ben@harbour.example'],
      words: ['invoice', 'payment'],
    });
  });

  it.each([
    [
      'the parameter',
      { Parameters: named({ Name: 'r', Mailbox: 'credit@harbour.example' }), ObjectId: '' },
      'credit@harbour.example',
    ],
    ['ObjectId', { Parameters: named({ Name: 'r' }), ObjectId: 'F/O/harbour.example/Credit\\r' }, 'credit@harbour.example'],
    [
      'Identity',
      { Operation: 'Set-InboxRule', Parameters: named({ Identity: 'Credit\\r' }), ObjectId: '' },
      'credit@harbour.example',
    ],
    ['an object id, which without a mailbox is one’s own', { ObjectId: `F/O/harbour.example/${ben.id}\\r` }, ana.upn],
    ['nobody, so it is one’s own', { ObjectId: '', Parameters: named({ Name: 'r' }) }, ana.upn],
  ])('works in the mailbox named by %s', (_, fields, mailbox) => {
    expect(eventOf('mailboxRule', inboxRule({ Name: 'r' }, fields)).mailbox).toBe(mailbox);
  });

  it('stays the same rule when it is renamed, and in any letter case', () => {
    const ObjectId = 'F/O/harbour.example/ana\\Old Name';
    const renamed = eventOf('mailboxRule', ual({ Operation: 'Set-InboxRule', ObjectId, Parameters: named({ Name: 'new' }) }));
    expect([renamed.change, renamed.rule, renamed.name]).toEqual(['changed', 'ana@harbour.example\\old name', 'new']);
    const removed = eventOf('mailboxRule', ual({ Operation: 'Remove-InboxRule', ObjectId }));
    expect([removed.change, removed.rule, removed.name]).toEqual(['removed', 'ana@harbour.example\\old name', 'Old Name']);
  });

  it('may be the whole organisation’s', () => {
    const parameters = named({ Name: 'audit', BlindCopyTo: 'box@elsewhere.example', SubjectOrBodyContainsWords: 'payment' });
    const event = eventOf('mailboxRule', ual({ Operation: 'New-TransportRule', ObjectId: '', Parameters: parameters }));
    expect(event).toMatchObject({
      scope: 'transport',
      rule: 'organisation\\audit',
      forwardsTo: ['box@elsewhere.example'],
      words: ['payment'],
    });
    expect(event).not.toHaveProperty('mailbox');
  });

  it('may be a forwarding of the mailbox, and its end', () => {
    const set = (value: string) =>
      ual({ Operation: 'Set-Mailbox', ObjectId: 'ben', Parameters: named({ Identity: 'ben', ForwardingSmtpAddress: value }) });
    expect(eventOf('mailboxRule', set('smtp:box@elsewhere.example'))).toMatchObject({
      scope: 'forwarding',
      change: 'changed',
      mailbox: ben.upn,
      rule: 'ben@harbour.example\\forwarding',
      forwardsTo: ['box@elsewhere.example'],
    });
    expect(eventOf('mailboxRule', set(''))).toMatchObject({ change: 'removed', forwardsTo: [] });
    expect(
      readingOf(ual({ Operation: 'Set-Mailbox', ObjectId: 'ben', Parameters: named({ MaxSendSize: '1' }) })).event.kind,
    ).toBe('adminChange');
  });

  it('is read as Outlook saves it, nameless or not', () => {
    const saved = (properties: Record<string, string>) =>
      eventOf(
        'mailboxRule',
        mailboxAudit({
          Operation: 'UpdateInboxRules',
          UserId: ben.upn,
          LogonType: 2,
          OperationProperties: [...named(properties), { Name: 'RuleName' }],
        }),
      );

    expect(
      saved({
        RuleOperation: 'AddMailboxRule',
        RuleId: '-123',
        RuleState: 'Enabled, ExitAfterExecution',
        RuleCondition:
          '{(&((SenderSearchKey Equal SMTP:CLEO@HARBOUR.EXAMPLE))(SubString IgnoreCase(SubjectProperty)=payment run))}',
        RuleActions: JSON.stringify([
          { ActionType: 'Forward', Recipients: ['box@elsewhere.example'] },
          { ActionType: 'Move', FolderName: 'Historique des conversations' },
          { ActionType: 'MarkAsRead' },
        ]),
      }),
    ).toMatchObject({
      actor: ben.upn,
      mailbox: ana.upn,
      change: 'created',
      rule: 'ana@harbour.example\\-123',
      name: '',
      forwardsTo: ['box@elsewhere.example'],
      movesTo: 'Historique des conversations',
      marksRead: true,
      stops: true,
      deletes: false,
      from: ['cleo@harbour.example'],
      words: ['payment run'],
    });
    expect(saved({ RuleOperation: 'ModifyMailboxRule', RuleState: 'Disabled', RuleId: '1' }).change).toBe('disabled');
    expect(saved({ RuleOperation: 'DeleteMailboxRule', RuleId: '1' }).change).toBe('removed');
    expect(saved({ RuleActions: 'Forward to box@elsewhere.example' }).forwardsTo).toEqual(['box@elsewhere.example']);
  });
});

describe('mail', () => {
  it('opened is counted by messages, not by records', () => {
    const Folders = [
      { Path: '\\Inbox', FolderItems: [{ InternetMessageId: '<1@x>' }, { InternetMessageId: '<2@x>' }] },
      { Path: '\\Boîte d’envoi', FolderItems: [{ InternetMessageId: '<3@x>' }] },
    ];
    const properties = named({ MailAccessType: 'Bind', IsThrottled: 'True' });
    expect(
      eventOf(
        'mailAccess',
        mailboxAudit({ Operation: 'MailItemsAccessed', OperationProperties: properties, Folders, OperationCount: 9 }),
      ),
    ).toMatchObject({
      mailbox: ana.upn,
      access: 'bind',
      throttled: true,
      items: 3,
      folders: ['\\Inbox', '\\Boîte d’envoi'],
      messages: ['<1@x>', '<2@x>', '<3@x>'],
      client: 'browser',
    });
  });

  it('synchronised is a folder, of which nobody says how much', () => {
    const Item = { ParentFolder: { Name: 'Inbox', Path: 'Not Available' } };
    const record = mailboxAudit({ Operation: 'MailItemsAccessed', OperationProperties: named({ MailAccessType: 'Sync' }), Item });
    expect(eventOf('mailAccess', record)).toMatchObject({ access: 'sync', items: 0, folders: ['\\Inbox'], throttled: false });
  });

  it('deleted is told with where it lay and what hung on it', () => {
    const AffectedItems = [
      { InternetMessageId: '<1@x>', Attachments: 'plan.pdf (2010b); site.png (646b)', ParentFolder: { Path: '\\Sent Items' } },
      { InternetMessageId: '<2@x>', ParentFolder: { Path: '\\Sent Items' } },
    ];
    const record = mailboxAudit({
      Operation: 'MoveToDeletedItems',
      RecordType: 3,
      AffectedItems,
      DestFolder: { Path: '\\Deleted Items' },
    });
    expect(eventOf('mailItem', record)).toMatchObject({
      deed: 'trashed',
      items: 2,
      folders: ['\\Sent Items'],
      movesTo: '\\Deleted Items',
      messages: ['<1@x>', '<2@x>'],
      attachments: ['plan.pdf', 'site.png'],
    });
  });

  it('fetched by the service’s own parts comes from no place', () => {
    const record = mailboxAudit({ Operation: 'MailItemsAccessed', ClientInfoString: 'Client=REST;Client=RESTSystem;;' });
    expect(readingOf(record).event).toMatchObject({ serviceAddress: true, client: 'rest' });
  });
});

describe('a file', () => {
  const file = (fields: object) =>
    eventOf(
      'fileAccess',
      ual({
        Operation: 'FileAccessed',
        RecordType: 6,
        Workload: 'SharePoint',
        ObjectId: 'https://harbour.example/sites/Finance/Shared Documents/Payroll.xlsx',
        SiteUrl: 'https://harbour.example/sites/Finance/',
        SourceFileName: 'Payroll.xlsx',
        UserAgent: 'Mozilla/5.0',
        ...fields,
      }),
    );

  it('is known by its address, in its site', () => {
    expect(file({})).toMatchObject({
      deed: 'accessed',
      file: 'https://harbour.example/sites/Finance/Shared Documents/Payroll.xlsx',
      name: 'Payroll.xlsx',
      site: 'https://harbour.example/sites/Finance',
      automatic: false,
    });
    expect(file({ Operation: 'FileSyncDownloadedFull' }).deed).toBe('downloaded');
    expect(file({ Operation: 'AnonymousLinkCreated' }).deed).toBe('shared');
  });

  it('was read by nobody when a machine looked at it', () => {
    expect(file({ UserAgent: 'OneDriveMpc-Transform_Thumbnail/1.0' }).automatic).toBe(true);
    expect(file({ Operation: 'PagePrefetched' }).automatic).toBe(true);
    expect(file({ UserId: 'app@sharepoint' }).automatic).toBe(true);
    expect(file({ Operation: 'FileDownloaded', UserAgent: 'OneDriveMpc-Transform_Zip/1.0' }).automatic).toBe(false);
  });
});

describe('everything else', () => {
  it('is an administrator’s change with its target and its words', () => {
    const record = ual({
      Operation: 'Set-CASMailbox',
      ObjectId: 'Ben',
      Parameters: named({ Identity: 'ben', ImapEnabled: 'True' }),
    });
    expect(eventOf('adminChange', record)).toMatchObject({
      workload: 'Exchange',
      target: ben.upn,
      parameters: ['Identity=ben', 'ImapEnabled=True'],
      outcome: 'success',
    });
    expect(readingOf(ual({ ObjectId: 'ben', ResultStatus: 'Failed' })).event.outcome).toBe('failure');
  });

  it('keeps what is said within bounds', () => {
    const Parameters = Array.from({ length: 60 }, (_, index) => ({ Name: `p${index}`, Value: 'x'.repeat(400) }));
    const { parameters } = eventOf('adminChange', ual({ Parameters }));
    expect([parameters.length, parameters[0]?.length]).toEqual([50, 300]);
  });

  it('folds the dash, the blank and the full stop of an operation', () => {
    const Operation = 'Update application – Certificates and secrets management ';
    expect(readingOf(ualDirectory({}, { Operation })).event.operation).toBe(
      'Update application - Certificates and secrets management',
    );
    expect(readingOf(ualDirectory()).event.operation).toBe('Update user');
  });

  it('is kept as it is when there is nothing to tell', () => {
    expect(
      readingOf(ual({ Operation: 'SearchMtpStatus', RecordType: 52, Workload: 'SecurityComplianceCenter' })).event.kind,
    ).toBe('other');
    expect(readingOf(ual({ Operation: 'TIMailData', RecordType: 28, ObjectId: 'x' })).event.kind).toBe('other');
  });
});
