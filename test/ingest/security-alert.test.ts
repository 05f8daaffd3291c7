import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../src/ingest/alert/headline.ts';
import { objectsIn } from '../../src/ingest/alert/objects.ts';
import { productOf } from '../../src/ingest/alert/product.ts';
import { sources } from '../../src/ingest/all.gen.ts';
import { Field } from '../../src/ingest/field.ts';
import type { Source } from '../../src/ingest/source.ts';
import {
  anaAccount,
  anaOid,
  anaSid,
  anaUpn,
  entityList,
  graphAlert,
  mailboxEntities,
  policyAlert,
  riskDetection,
  tableAlert,
} from '../support/alert-records.ts';
import { eventOf, readingOf, whyNot } from './reading.ts';

const powershell = `sha256:${'ab'.repeat(32)}`;
const updater = (device: string) => `${device}:c:\\users\\ana\\appdata\\local\\temp\\update.exe`;
const sensor = '9b00000000000000000000000000000000000044';
const alertWith = (...entities: object[]) => eventOf('alert', tableAlert({}, entities));

describe('a row of SecurityAlert', () => {
  it('is told with everything in it, each once', () => {
    expect(eventOf('alert', tableAlert())).toEqual({
      kind: 'alert',
      id: 'security-alert:5a5a5a5a-0000-4000-8000-000000000001',
      source: 'security-alert',
      record: '5a5a5a5a-0000-4000-8000-000000000001',
      act: 'alert:11111111-2222-4333-8444-555555555555_1',
      original: '11111111-2222-4333-8444-555555555555_1',
      at: Date.UTC(2026, 0, 5, 9, 14, 0, 123),
      lastAt: Date.UTC(2026, 0, 5, 9, 31),
      operation: 'Suspicious PowerShell command line',
      headline: 'Suspicious PowerShell command line',
      product: 'Microsoft Defender for Endpoint',
      outcome: 'success',
      severity: 'medium',
      status: 'open',
      tactics: ['execution', 'defense-evasion'],
      techniques: ['T1059', 'T1059.001'],
      count: 1,
      address: '203.0.113.7',
      country: 'GH',
      countryFrom: 'record',
      asn: 64511,
      people: [anaUpn],
      devices: [sensor],
      addresses: ['203.0.113.7'],
      mailboxes: [],
      messages: [],
      files: [updater(sensor), powershell],
      urls: ['https://evil.test/login'],
      domains: [],
      apps: ['20892'],
      sessions: [],
      called: [
        'App 20892=Microsoft SharePoint Online',
        `Device ${sensor}=wks-044.contoso.test`,
        `File ${updater(sensor)}=update.exe`,
        `File ${powershell}=powershell.exe`,
        `User ${anaUpn}=Ana Ruiz`,
      ],
      commonplace: ['App 20892', `File ${powershell}`],
    });
    expect(readingOf(tableAlert())).toMatchObject({
      generatedAt: Date.UTC(2026, 0, 5, 15, 40),
      names: [[anaOid, anaUpn, 'contoso\\ana.ruiz', anaSid.toLowerCase()].sort()],
    });
  });

  it('is the same out of a spreadsheet of the portal: text in every cell, its own times, JSON in text in text', () => {
    const text = Object.fromEntries(
      Object.entries(
        tableAlert({
          'TimeGenerated [UTC]': '1/5/2026, 3:40:00.000 PM',
          'StartTime [UTC]': '1/5/2026, 9:14:00.123 AM',
          'EndTime [UTC]': '1/5/2026, 9:31:00.000 AM',
          TimeGenerated: undefined,
          StartTime: undefined,
          EndTime: undefined,
          Entities: JSON.stringify(JSON.stringify(entityList)),
          Techniques: JSON.stringify(JSON.stringify(['T1059'])),
          ConfidenceScore: '',
          RemediationSteps: 'null',
        }),
      ).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value as string | number)]])),
    );
    const { generatedAt } = readingOf(text);
    expect(eventOf('alert', text)).toEqual(eventOf('alert', tableAlert()));
    expect(generatedAt).toBe(Date.UTC(2026, 0, 5, 15, 40));
  });

  it('is one with its re-sent self, whose later generation counts, and of one act through another channel', () => {
    const grown = readingOf(tableAlert({ TimeGenerated: '2026-01-05T18:00:00Z', AlertSeverity: 'High' }));
    const first = readingOf(tableAlert());
    expect(grown.event.id).toBe(first.event.id);
    expect(grown.generatedAt).toBeGreaterThan(first.generatedAt ?? 0);
    expect(readingOf(graphAlert()).event).toMatchObject({ act: first.event.act });
    expect(readingOf(graphAlert()).event.id).not.toBe(first.event.id);
  });

  it('may hold no entities, broken ones, or none of its optional cells', () => {
    for (const Entities of ['', 'null', null, '[{"Type":"account","Na', '[]', '{}', 7])
      expect(eventOf('alert', tableAlert({ Entities }))).toMatchObject({ people: [], devices: [], files: [] });
    const sparse = {
      SystemAlertId: 'x1',
      AlertName: 'Something',
      TimeGenerated: '2026-01-05T15:40:00Z',
      StartTime: '0001-01-01T00:00:00Z',
    };
    expect(eventOf('alert', sparse)).toMatchObject({
      product: 'Another product',
      severity: 'informational',
      at: Date.UTC(2026, 0, 5, 15, 40),
      act: 'security-alert:x1',
      tactics: [],
    });
  });

  it('says where it is wrong', () => {
    expect(whyNot(tableAlert({ StartTime: 'soon', EndTime: '', TimeGenerated: undefined }))).toMatchObject({
      why: '.StartTime: expected a time, found "soon"',
    });
    expect(whyNot(tableAlert({ SystemAlertId: '' }))).toMatchObject({ path: '.SystemAlertId' });
  });

  it.each([
    ['New', 'open'],
    ['InProgress', 'open'],
    ['Resolved', 'resolved'],
    ['Dismissed', 'dismissed'],
    ['', 'open'],
  ])('with the status %j is %s', (Status, status) => {
    expect(eventOf('alert', tableAlert({ Status }))).toMatchObject({ status });
  });
});

describe('objects that refer to each other', () => {
  it('are found whichever comes first, however deep, and once', () => {
    const { all, follow } = objectsIn([{ Host: { $ref: '2' } }, { Inner: [{ Deep: { $id: 2, Type: 'host' } }] }]);
    expect(all).toHaveLength(4);
    expect(follow({ $ref: '2' })).toEqual({ $id: 2, Type: 'host' });
  });

  it('may lead nowhere, in circles, or to themselves', () => {
    const { follow } = objectsIn([
      { $id: '1', Next: { $ref: '2' } },
      { $id: '2', Next: { $ref: '1' } },
      { $ref: '3', $id: '3' },
    ]);
    expect(follow({ $ref: '3' })).toBeUndefined();
    expect(follow({ $ref: '9' })).toBeUndefined();
    expect(alertWith({ $id: '1', Type: 'account', Host: { $ref: '1' }, Account: { $ref: '7' } })).toMatchObject({ people: [] });
  });

  it('end somewhere, however many and however deep', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => ({ Type: 'ip', Address: `192.0.2.${index % 250}` }));
    expect(objectsIn(many).all.length).toBeLessThan(10_000);
    let deep: object = { Type: 'url', Url: 'https://deep.test/' };
    for (let level = 0; level < 5_000; level += 1) deep = { Inner: deep };
    expect(objectsIn([deep]).all.length).toBeLessThanOrEqual(50);
  });

  it('of which each names the first of two with one id', () => {
    const { follow } = objectsIn([
      { $id: '1', Name: 'first' },
      { $id: '1', Name: 'second' },
    ]);
    expect(follow({ $ref: 1 })).toMatchObject({ Name: 'first' });
  });
});

describe('an account', () => {
  const named = (account: object, ...beside: object[]) => {
    const reading = readingOf(tableAlert({}, [{ Type: 'account', ...account }, ...beside]));
    return { people: reading.event.kind === 'alert' ? reading.event.people : undefined, names: reading.names };
  };
  const host = { $id: '3', Type: 'host', HostName: 'WKS-044', FQDN: 'wks-044.contoso.test' };

  it('is a person by whatever the alert knows of them', () => {
    expect(named({ AadUserId: anaOid.toUpperCase() })).toEqual({ people: [anaOid], names: [] });
    expect(named({ Sid: anaSid })).toEqual({ people: [anaSid.toLowerCase()], names: [] });
    expect(named({ Name: 'Ana.Ruiz', NTDomain: 'CONTOSO' })).toEqual({ people: ['contoso\\ana.ruiz'], names: [] });
    expect(named({ Name: 'ana.ruiz', UPNSuffix: 'contoso.test' })).toEqual({ people: [anaUpn], names: [] });
    expect(named({ UserPrincipalName: anaUpn.toUpperCase() })).toEqual({ people: [anaUpn], names: [] });
    expect(named({ Name: anaUpn })).toEqual({ people: [anaUpn], names: [] });
    expect(named({ PUID: '1003200126677019' })).toEqual({ people: ['1003200126677019'], names: [] });
  });

  it('goes by the name people sign in with, and tells that all are one', () => {
    expect(named({ ...anaAccount, UserPrincipalName: anaUpn })).toEqual({
      people: [anaUpn],
      names: [[anaOid, anaUpn, 'contoso\\ana.ruiz', anaSid.toLowerCase()].sort()],
    });
  });

  it('has no sign-in name made up for it where another is told', () => {
    const { names } = named({ Name: 'aruiz', UPNSuffix: 'contoso.test', NTDomain: 'CONTOSO', UserPrincipalName: anaUpn });
    expect(names).toEqual([[anaUpn, 'contoso\\aruiz']]);
  });

  it.each([
    ['of the machine itself', { Name: 'localadmin', NTDomain: 'WKS-044', Sid: 'S-1-5-21-9-9-9-1001' }],
    ['root of a host', { Name: 'root', NTDomain: 'wks-044' }],
    ['root of nothing', { Name: 'root' }],
    ['SYSTEM', { Name: 'SYSTEM', NTDomain: 'NT AUTHORITY', Sid: 'S-1-5-18' }],
    ['NETWORK SERVICE', { Name: 'NETWORK SERVICE', NTDomain: 'NT AUTHORITY' }],
    ['a machine', { Name: 'WKS-044$', NTDomain: 'CONTOSO' }],
    ['in no domain', { Name: 'bob', NTDomain: 'WORKGROUP', Sid: 'S-1-5-21-9-9-9-1002' }],
    ['known by a bare name', { Name: 'ana.ruiz' }],
    ['of an unnamed machine', { Name: 'user', NTDomain: 'DESKTOP-4F5G6H7' }],
    ['not of the domain', { Name: 'bob', NTDomain: 'LAB', IsDomainJoined: false }],
    ['a placeholder', { AadUserId: '00000000-0000-0000-0000-000000000000' }],
  ])('%s is nobody', (_, account) => {
    expect(named(account, host)).toEqual({ people: [], names: [] });
  });

  it('that the directory knows is somebody, also on a machine of that name', () => {
    expect(named({ Name: 'ana.ruiz', NTDomain: 'WKS-044', AadUserId: anaOid }, host)).toEqual({ people: [anaOid], names: [] });
  });
});

describe('a mailbox', () => {
  const reading = readingOf(tableAlert({ ProviderName: 'OATP' }, mailboxEntities));

  it('is no person; what its account is called is kept for when one is known', () => {
    expect(reading.event).toMatchObject({ people: [], mailboxes: [anaUpn, 'credit.control@contoso.test'] });
    expect(reading.names).toEqual([]);
    expect(reading.accounts).toEqual([['credit.control@contoso.test', 'cccc0000-aaaa-4bbb-8ccc-00000000cccc']]);
  });

  it('stands beside the message, which goes by the id mail logs have', () => {
    expect(reading.event).toMatchObject({
      messages: ['eeee0000-aaaa-4bbb-8ccc-000000000002', 'one@evil.test'],
      addresses: ['198.51.100.9'],
      domains: ['evil.test'],
      urls: ['https://evil.test/pay'],
      files: [`sha1:${'c'.repeat(40)}`],
    });
  });
});

describe('a file', () => {
  const host = { Type: 'host', HostName: 'srv-1', DnsDomain: 'contoso.test' };
  const files = (...things: object[]) => {
    const { files: keys, commonplace } = alertWith(...things);
    return { keys, isCommon: (commonplace ?? []).some((it) => it.startsWith('File')) };
  };

  it('is what it holds, else where it lies, else its name', () => {
    const file = { Type: 'file', Directory: 'C:\\Temp\\', Name: 'Tool.EXE' };
    expect(files({ ...file, FileHashes: [{ Algorithm: 'SHA-256', Value: 'E'.repeat(64) }] }, host).keys).toEqual([
      `sha256:${'e'.repeat(64)}`,
    ]);
    expect(files(file, host).keys).toEqual(['srv-1.contoso.test:c:\\temp\\tool.exe']);
    expect(files(file).keys).toEqual(['c:\\temp\\tool.exe']);
    expect(files({ Type: 'file', Name: 'Tool.EXE' }).keys).toEqual(['tool.exe']);
    expect(files({ Type: 'filehash', Algorithm: 'md5', Value: 'f'.repeat(32) }).keys).toEqual([`md5:${'f'.repeat(32)}`]);
    expect(files({ ...file, Directory: 'https://contoso.sharepoint.test/sites/A/' }).keys).toEqual([
      'https://contoso.sharepoint.test/sites/A/Tool.EXE',
    ]);
  });

  it('that half the world has means nothing; one that only says it is that does', () => {
    expect(files({ Type: 'file', Name: 'odd.dll', KnownPrevalence: 75_602 }).isCommon).toBe(true);
    expect(files({ Type: 'file', Name: 'cmd.exe', Directory: 'C:\\Windows\\System32' }).isCommon).toBe(true);
    expect(files({ Type: 'file', Name: 'cmd.exe', Directory: 'C:\\Users\\Public' }).isCommon).toBe(false);
    expect(files({ Type: 'file', Name: 'odd.dll', Directory: 'C:\\Windows\\System32' }).isCommon).toBe(false);
  });

  it('has no hash of the wrong length, or of nothing', () => {
    expect(files({ Type: 'file', Name: 'x.exe', FileHashes: [{ Algorithm: 'SHA256', Value: 'abc' }] }).keys).toEqual(['x.exe']);
    expect(files({ Type: 'file', Name: 'x.exe', FileHashes: [{ Algorithm: 'SHA1', Value: '0'.repeat(40) }] }).keys).toEqual([
      'x.exe',
    ]);
  });
});

describe('a host', () => {
  it('goes by the directory’s id, else the sensor’s, else its name', () => {
    const host = { Type: 'host', HostName: 'WKS-044', DnsDomain: 'contoso.test' };
    expect(alertWith({ ...host, MdatpDeviceId: 'AB', AadDeviceId: 'D0' }).devices).toEqual(['d0']);
    expect(alertWith({ ...host, MachineId: 'AB' }).devices).toEqual(['ab']);
    expect(alertWith(host).devices).toEqual(['wks-044.contoso.test']);
    expect(alertWith({ Type: 'host', NetBiosName: 'WKS-044' }).devices).toEqual(['wks-044']);
    expect(alertWith({ Type: 'host', OSFamily: 'Linux' }).devices).toEqual([]);
  });

  it('that everybody signs in through is commonplace', () => {
    expect(alertWith({ Type: 'host', HostName: 'srv-dc01' }).commonplace).toEqual(['Device srv-dc01']);
    expect(alertWith({ Type: 'host', HostName: 'x', DetailedRoles: ['DomainController'] }).commonplace).toEqual(['Device x']);
    expect(alertWith({ Type: 'host', HostName: 'abcdc01' }).commonplace).toEqual([]);
  });
});

it('a session, a registered app, a domain and an address of the machine itself are told apart', () => {
  expect(
    alertWith(
      { Type: 'cloud-logon-session', SessionId: 'SSSS', Account: { Type: 'account', UserPrincipalName: anaUpn } },
      { Type: 'oauth-application', OAuthAppId: 'A99A', Name: 'Mail helper' },
      { Type: 'dns', DomainName: 'C2.evil.test.' },
      { Type: 'ip', Address: '127.0.0.1' },
      { Type: 'registry-key', Hive: 'HKLM', Key: 'Run' },
    ),
  ).toMatchObject({
    sessions: ['ssss'],
    apps: ['a99a'],
    domains: ['c2.evil.test'],
    addresses: ['127.0.0.1'],
    people: [anaUpn],
    commonplace: ['IP 127.0.0.1'],
  });
});

it('an alert about more than anybody can read keeps the first five hundred of a kind', () => {
  const crowd = Array.from({ length: 900 }, (_, index) => ({ Type: 'mailbox', MailboxPrimaryAddress: `p${index}@contoso.test` }));
  expect(alertWith(...crowd).mailboxes).toHaveLength(500);
});

describe('an alert of Graph', () => {
  it('is told with all its evidence', () => {
    const device = 'd0d0d0d0-0000-4000-8000-000000000044';
    const { event, names, accounts, generatedAt } = readingOf(graphAlert());
    expect(event).toMatchObject({
      kind: 'alert',
      record: 'da11111111-2222-4333-8444-555555555555_1',
      original: '11111111-2222-4333-8444-555555555555_1',
      product: 'Microsoft Defender for Endpoint',
      headline: 'Suspicious PowerShell command line',
      at: Date.UTC(2026, 0, 5, 9, 14, 0, 123),
      lastAt: Date.UTC(2026, 0, 5, 9, 31),
      severity: 'medium',
      status: 'open',
      tactics: ['execution'],
      techniques: ['T1059.001'],
      people: [anaUpn, 'contoso\\ana.ruiz'],
      devices: [device],
      addresses: ['198.51.100.9', '203.0.113.7'],
      country: 'GH',
      mailboxes: [anaUpn, 'credit.control@contoso.test'],
      messages: ['eeee0000-aaaa-4bbb-8ccc-000000000003', 'one@evil.test'],
      files: [updater(device), powershell],
      urls: ['https://evil.test/login', 'https://evil.test/pay'],
      domains: ['evil.test'],
      apps: ['a99a0000-aaaa-4bbb-8ccc-000000000001'],
    });
    expect(names).toEqual([[anaOid, anaUpn, 'contoso\\ana.ruiz', anaSid.toLowerCase()].sort()]);
    expect(accounts).toEqual([['credit.control@contoso.test', 'cccc0000-aaaa-4bbb-8ccc-00000000cccc']]);
    expect(generatedAt).toBe(Date.UTC(2026, 0, 5, 16));
  });

  it.each([
    [{ classification: 'falsePositive', status: 'resolved' }, 'dismissed'],
    [{ classification: 'informationalExpectedActivity' }, 'dismissed'],
    [{ classification: 'truePositive', status: 'resolved' }, 'resolved'],
    [{ status: 'new' }, 'open'],
  ])('of which is said %j is %s', (given, status) => {
    expect(eventOf('alert', graphAlert(given))).toMatchObject({ status });
  });
});

describe('a risk detection', () => {
  it('is an alert of Entra ID Protection, in an envelope and in a table, too', () => {
    const bare = readingOf(riskDetection());
    expect(bare.event).toMatchObject({
      kind: 'alert',
      id: `security-alert:${'ab'.repeat(32)}`,
      product: 'Microsoft Entra ID Protection',
      headline: 'Unfamiliar sign-in properties',
      severity: 'medium',
      status: 'open',
      people: [anaUpn],
      addresses: ['203.0.113.7'],
      country: 'GH',
      at: Date.UTC(2026, 0, 5, 9, 14),
      techniques: ['T1078.004'],
    });
    const envelope = { time: '1/5/2026 11:00:00 AM', category: 'UserRiskEvents', properties: riskDetection() };
    const row = Object.fromEntries(
      Object.entries(riskDetection()).map(([name, value]) => [
        name.charAt(0).toUpperCase() + name.slice(1),
        typeof value === 'object' ? JSON.stringify(value) : value,
      ]),
    );
    expect(readingOf(envelope)).toEqual({ ...bare, raw: expect.any(String) as string });
    expect(readingOf({ ...row, TimeGenerated: '2026-01-05T11:00:00Z' }).event).toEqual(bare.event);
  });

  it.each([
    [{ riskState: 'dismissed', riskDetail: 'adminDismissedAllRiskForUser' }, 'dismissed', 'medium'],
    [{ riskState: 'remediated', riskDetail: 'userPassedMFADrivenByRiskBasedPolicy' }, 'dismissed', 'medium'],
    [{ riskDetail: 'aiConfirmedSigninSafe' }, 'dismissed', 'medium'],
    [{ riskState: 'confirmedCompromised', riskLevel: 'low' }, 'open', 'high'],
    [{ riskLevel: 'hidden' }, 'open', 'low'],
  ])('of which is said %j is %s, %s', (given, status, severity) => {
    expect(eventOf('alert', riskDetection(given))).toMatchObject({ status, severity });
  });

  it('of a kind nobody has heard of is told in its own words', () => {
    expect(eventOf('alert', riskDetection({ riskEventType: 'strangeNewThing' })).headline).toBe('Strange new thing');
  });
});

describe('an alert in the audit log', () => {
  it('of a policy names whom its short keys name, and shares the alert’s id with its other records', () => {
    const triggered = { Operation: 'AlertTriggered', Id: '40400000-0000-4000-8000-000000000002', AlertEntityId: undefined };
    const [entity, whole] = [eventOf('alert', policyAlert()), eventOf('alert', policyAlert(triggered, { f3u: anaUpn }))];
    expect(entity).toMatchObject({
      record: '40400000-0000-4000-8000-000000000001',
      product: 'Microsoft Defender for Office 365',
      headline: 'User restricted from sending email',
      people: [anaUpn],
      count: 3,
      at: Date.UTC(2026, 0, 5, 9, 50),
      lastAt: Date.UTC(2026, 0, 5, 9, 55),
    });
    expect(whole.act).toBe(entity.act);
  });

  it('of mail names the message, who sent it and who got it', () => {
    const data = {
      etype: 'MalwareFamily',
      eid: 'x-1',
      imsgid: '<one@evil.test>',
      trc: `${anaUpn};bo@contoso.test`,
      tsd: 'ceo@evil.test',
      sip: '198.51.100.9',
      zu: 'evil.test/pay',
    };
    expect(eventOf('alert', policyAlert({ EntityType: 'MalwareFamily', AlertEntityId: 'x-1' }, data))).toMatchObject({
      people: [],
      mailboxes: [anaUpn, 'bo@contoso.test'],
      messages: ['one@evil.test'],
      domains: ['evil.test'],
      addresses: ['198.51.100.9'],
      urls: ['evil.test/pay'],
    });
  });

  it('of data that left names device, file and target', () => {
    const data = {
      etype: 'DlpRuleMatch',
      f3u: anaUpn,
      dn: 'LT-1',
      mddid: 'AA11',
      ecip: '203.0.113.7',
      tdmn: 'share.test',
      ofph: 'C:\\Users\\ana\\plan.pdf',
    };
    expect(eventOf('alert', policyAlert({ EntityType: undefined, Category: 'DataLossPrevention' }, data))).toMatchObject({
      tactics: ['exfiltration'],
      people: [anaUpn],
      devices: ['aa11'],
      domains: ['share.test'],
      files: ['aa11:c:\\users\\ana\\plan.pdf'],
    });
  });

  const investigation = {
    ...policyAlert(),
    Operation: 'AirInvestigationData',
    RecordType: 64,
    Data: JSON.stringify({
      ProviderName: 'OATP',
      AlertDisplayName: 'Email messages containing malicious URL removed after delivery\u200b',
      ProviderAlertId: '61610000-0000-4000-8000-000000000001',
      Severity: 'Informational',
      StartTimeUtc: '2026-01-05T09:00:00Z',
      EndTimeUtc: '0001-01-01T00:00:00',
      Entities: mailboxEntities,
    }),
  };

  it('of an investigation is the provider’s own, also inside other logs', () => {
    const alert = eventOf('alert', investigation);
    expect(alert).toMatchObject({
      headline: 'Email messages containing malicious URL removed after delivery',
      act: 'alert:61610000-0000-4000-8000-000000000001',
      at: Date.UTC(2026, 0, 5, 9),
      lastAt: Date.UTC(2026, 0, 5, 9),
      mailboxes: [anaUpn, 'credit.control@contoso.test'],
    });
    const cloudApp = {
      time: '2026-01-05T10:00:00Z',
      category: 'AdvancedHunting-CloudAppEvents',
      properties: { ActionType: 'AirInvestigationData', RawEventData: investigation },
    };
    const exported = {
      RecordType: 'AirInvestigation',
      CreationDate: '2026-01-05T10:00:00',
      Operation: 'AirInvestigationData',
      UserIds: 'x',
      AuditData: JSON.stringify(investigation),
    };
    for (const wrapped of [cloudApp, exported]) expect(eventOf('alert', wrapped)).toEqual(alert);
  });

  it('of an investigation without an alert stands for itself', () => {
    const bare = {
      ...investigation,
      Data: '',
      InvestigationName: 'Mail with malicious urls is zapped - urn:ZappedUrlInvestigation:a10a',
      InvestigationId: 'urn:ZappedUrlInvestigation:a10a',
    };
    expect(eventOf('alert', bare)).toMatchObject({ headline: 'Mail with malicious urls is zapped', people: [], mailboxes: [] });
  });

  it('of Defender for Cloud Apps names the user and the addresses', () => {
    const record = {
      ...policyAlert({
        RecordType: 98,
        Operation: 'MCAS_ALERT_ANUBIS_DETECTION_VELOCITY',
        UserId: anaUpn,
        ObjectId: 'a'.repeat(24),
      }),
      AlertDisplayName: 'Impossible travel activity',
      AlertSeverity: 'Medium',
      ResultStatus: 'New',
      ActivityStartTime: '2026-01-05T09:00:00',
      LastUpdatedTime: '2026-01-05T09:30:00',
      ClientIPs: ['203.0.113.7', '2001:DB8::1'],
      Applications: [{ Name: 'Microsoft SharePoint Online' }],
    };
    expect(eventOf('alert', record)).toMatchObject({
      product: 'Microsoft Defender for Cloud Apps',
      people: [anaUpn],
      addresses: ['2001:db8::1', '203.0.113.7'],
      act: `alert:${'a'.repeat(24)}`,
    });
  });
});

describe('a row of advanced hunting', () => {
  const evidence = (given: object) => ({
    time: '2026-01-05T10:00:00Z',
    category: 'AdvancedHunting-AlertEvidence',
    properties: {
      Timestamp: '2026-01-05T09:14:00Z',
      AlertId: 'da11111111-2222-4333-8444-555555555555_1',
      Title: 'Suspicious process discovery',
      ServiceSource: 'Microsoft Defender for Endpoint',
      Categories: '["Discovery"]',
      AttackTechniques: '["Process Discovery (T1057)"]',
      Severity: 'Low',
      ...given,
    },
  });

  it('is one entity of an alert; all rows of one are one act', () => {
    const user = readingOf(
      evidence({
        EntityType: 'User',
        AccountName: 'ana.ruiz',
        AccountDomain: 'CONTOSO',
        AccountSid: anaSid,
        AccountObjectId: anaOid,
      }),
    );
    const process = readingOf(
      evidence({
        EntityType: 'Process',
        SHA256: 'ab'.repeat(32),
        AdditionalFields: JSON.stringify({
          $id: '1',
          ProcessId: '1',
          ImageFile: {
            $id: '2',
            Name: 'tool.exe',
            FileHashes: [{ Algorithm: 'SHA256', Value: 'ab'.repeat(32) }],
            Host: { $id: '3', HostName: 'wks-044', MachineId: 'AA', Type: 'host' },
          },
          Account: { $id: '4', Name: 'ana.ruiz', NTDomain: 'CONTOSO', Host: { $ref: '3' } },
        }),
      }),
    );
    expect(user.event).toMatchObject({
      people: [anaOid],
      record: 'da11111111-2222-4333-8444-555555555555_1',
      tactics: ['discovery'],
      techniques: ['T1057'],
    });
    expect(process.event).toMatchObject({
      people: ['contoso\\ana.ruiz'],
      devices: ['aa'],
      files: [powershell],
      act: user.event.act,
    });
    expect(process.event.id).not.toBe(user.event.id);
    expect(eventOf('alert', tableAlert()).act).toBe(user.event.act);
  });

  it('of a mailbox names nobody', () => {
    const reading = readingOf(
      evidence({ EntityType: 'Mailbox', AccountUpn: 'credit.control@contoso.test', AccountObjectId: anaOid }),
    );
    expect(reading.event).toMatchObject({ people: [], mailboxes: ['credit.control@contoso.test'] });
    expect(reading.accounts).toEqual([['credit.control@contoso.test', anaOid]]);
  });

  it('without an entity is the alert alone', () => {
    const { properties } = evidence({ Category: 'DefenseEvasion', DetectionSource: 'Antivirus' });
    expect(eventOf('alert', properties)).toMatchObject({ people: [], tactics: ['defense-evasion', 'discovery'] });
  });
});

describe('what is no alert', () => {
  it.each([
    [
      'an incident of Sentinel',
      { TimeGenerated: '2026-01-05T10:00:00Z', IncidentNumber: 7, Title: 'x', AlertIds: '["a"]', Type: 'SecurityIncident' },
    ],
    ['an incident of the portal', { id: '7', name: 'x', incident_number: 7, severity: 'High', status: 'New' }],
    [
      'a verdict on a click',
      {
        CreationTime: '2026-01-05T10:00:00',
        Id: 'i',
        Operation: 'TIUrlClickData',
        RecordType: 41,
        Workload: 'ThreatIntelligence',
      },
    ],
  ])('%s stays what it is', (_, record) => {
    expect(readingOf(record).event.kind).toBe('other');
  });
});

it('each form is recognised by one source alone', () => {
  const forms = [
    tableAlert(),
    graphAlert(),
    riskDetection(),
    { properties: riskDetection() },
    policyAlert(),
    { ...policyAlert(), RecordType: 64 },
  ];
  const all: readonly Source[] = sources;
  for (const form of forms)
    expect(all.filter((source) => source.recognises(new Field(form))).map(({ id }) => id)).toEqual(['security-alert']);
});

describe('a headline', () => {
  it.each([
    [
      'Multi-stage incident involving Initial access & Lateral movement on one endpoint',
      'Multi-stage incident involving Initial access & Lateral movement',
    ],
    ['Suspicious sign-in by ana.ruiz@contoso.test from 203.0.113.7', 'Suspicious sign-in'],
    ['Mass download by 12 users', 'Mass download'],
    ['Connection to 203.0.113.7 was blocked', 'Connection to … was blocked'],
    ["'Mimikatz' hacktool was detected", "'Mimikatz' hacktool was detected"],
    ['Malware found on wks-044 reported by multiple sources', 'Malware found'],
    ['Email reported by user as malware or phish', 'Email reported by user as malware or phish'],
    ['Mass download by a single user', 'Mass download'],
    ['Unusual  volume of\u200b file deletion.', 'Unusual volume of file deletion'],
    ['203.0.113.7', '203.0.113.7'],
  ])('%j is one of the kind %j', (name, headline) => {
    expect(headlineOf(name, ['wks-044', 'Mal', 'ana.ruiz'])).toBe(headline);
  });

  it('is the same for every case of a kind, and within bounds', () => {
    const names = ['ana', 'bo', 'cleo'].map((who, n) =>
      headlineOf(`Impossible travel for user ${who}@contoso.test (${n + 2} countries)`, []),
    );
    expect(new Set(names).size).toBe(1);
    expect(headlineOf('x '.repeat(5_000)).length).toBeLessThanOrEqual(200);
  });
});

it.each([
  [['MDATP'], 'Microsoft Defender for Endpoint'],
  [['mcas'], 'Microsoft Defender for Cloud Apps'],
  [['OATP', 'Office 365 Advanced Threat Protection'], 'Microsoft Defender for Office 365'],
  [['IPC', 'Azure Active Directory Identity Protection'], 'Microsoft Entra ID Protection'],
  [['ASI Scheduled Alerts', 'Azure Sentinel'], 'Microsoft Sentinel'],
  [['Something', 'azureAdIdentityProtection'], 'Microsoft Entra ID Protection'],
  [[undefined, 'Somebody’s firewall'], 'Somebody’s firewall'],
])('%j is the product %s', (names, product) => {
  expect(productOf(...names)).toBe(product);
});
