// Records of other products' alerts as the products write them; everything in them is invented.

export const anaOid = '7d1c0000-aaaa-4bbb-8ccc-000000001107';
export const anaSid = 'S-1-5-21-1004336348-1177238915-682003330-1107';
export const anaUpn = 'ana.ruiz@contoso.test';

/** A row of `SecurityAlert`, its JSON in text as the table has it. */
export const tableAlert = (
  given: Readonly<Record<string, unknown>> = {},
  entities: unknown = entityList,
): Readonly<Record<string, unknown>> => ({
  TenantId: 'aaaaaaaa-0000-4000-8000-000000000009',
  TimeGenerated: '2026-01-05T15:40:00.000Z',
  StartTime: '2026-01-05T09:14:00.123Z',
  EndTime: '2026-01-05T09:31:00Z',
  SystemAlertId: '5a5a5a5a-0000-4000-8000-000000000001',
  VendorOriginalId: 'da11111111-2222-4333-8444-555555555555_1',
  DisplayName: "Suspicious PowerShell command line on 'wks-044'",
  AlertName: "Suspicious PowerShell command line on 'wks-044'",
  AlertSeverity: 'Medium',
  ProviderName: 'MDATP',
  ProductName: 'Microsoft Defender Advanced Threat Protection',
  VendorName: 'Microsoft',
  Status: 'New',
  Tactics: 'Execution, DefenseEvasion',
  Techniques: '["T1059"]',
  SubTechniques: '["T1059.001"]',
  ExtendedProperties: '{}',
  Entities: JSON.stringify(entities),
  ...given,
});

export const anaAccount = {
  Type: 'account',
  Name: 'ana.ruiz',
  UPNSuffix: 'contoso.test',
  AadUserId: anaOid,
  Sid: anaSid,
  NTDomain: 'CONTOSO',
  DisplayName: 'Ana Ruiz',
};

/** One of each, referring to each other before and after they are defined. */
export const entityList: readonly object[] = [
  {
    $id: '7',
    Type: 'process',
    ProcessId: '4312',
    CommandLine: 'powershell.exe -enc AAAA',
    ImageFile: { $ref: '8' },
    Account: { $ref: '2' },
    Host: { $ref: '3' },
    ParentProcess: {
      $id: '9',
      Type: 'process',
      ProcessId: '880',
      Host: { $ref: '3' },
      Account: { $id: '20', Type: 'account', Name: 'SYSTEM', NTDomain: 'NT AUTHORITY', Sid: 'S-1-5-18' },
      ImageFile: {
        $id: '21',
        Type: 'file',
        Directory: 'C:\\Users\\ana\\AppData\\Local\\Temp',
        Name: 'update.exe',
        Host: { $ref: '3' },
      },
    },
  },
  { $id: '2', ...anaAccount, Host: { $ref: '3' } },
  {
    $id: '3',
    Type: 'host',
    HostName: 'wks-044',
    DnsDomain: 'contoso.test',
    FQDN: 'wks-044.contoso.test',
    MdatpDeviceId: '9B00000000000000000000000000000000000044',
    IpInterfaces: [{ $id: '30', Type: 'ip', Address: '10.0.0.44' }],
  },
  { $id: '4', Type: 'ip', Address: '203.0.113.7', Location: { CountryCode: 'GH', Asn: 64511 } },
  {
    $id: '8',
    Type: 'file',
    Directory: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0',
    Name: 'powershell.exe',
    FileHashes: [
      { $id: '31', Type: 'filehash', Algorithm: 'MD5', Value: 'a'.repeat(32) },
      { $id: '10', Type: 'filehash', Algorithm: 'SHA256', Value: 'AB'.repeat(32) },
    ],
  },
  { $id: '11', Type: 'cloud-application', AppId: 20892, Name: 'Microsoft SharePoint Online' },
  { $id: '12', Type: 'url', Url: 'https://evil.test/login' },
  { $ref: '404' },
];

export const mailboxEntities: readonly object[] = [
  {
    $id: '5',
    Type: 'mailbox',
    MailboxPrimaryAddress: 'Credit.Control@contoso.test',
    Upn: 'credit.control@contoso.test',
    AadId: 'cccc0000-aaaa-4bbb-8ccc-00000000cccc',
    DisplayName: 'Credit Control',
  },
  {
    $id: '6',
    Type: 'MailMessage',
    NetworkMessageId: 'EEEE0000-aaaa-4bbb-8ccc-000000000001',
    InternetMessageId: '<one@evil.test>',
    Recipient: anaUpn,
    P1Sender: 'bounce@mailer.evil.test',
    P2Sender: 'ceo@mail.evil.test',
    SenderIP: '198.51.100.9',
    Subject: 'Overdue',
    Urls: ['https://evil.test/pay'],
    Files: [
      {
        $id: '40',
        Type: 'file',
        Name: 'invoice.pdf',
        FileHashes: [{ Type: 'filehash', Algorithm: 'SHA1', Value: 'c'.repeat(40) }],
      },
    ],
  },
  {
    $id: '13',
    Type: 'mailCluster',
    NetworkMessageIds: ['eeee0000-aaaa-4bbb-8ccc-000000000001', 'eeee0000-aaaa-4bbb-8ccc-000000000002'],
  },
];

export const graphAlert = (given: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  id: 'da11111111-2222-4333-8444-555555555555_1',
  providerAlertId: '11111111-2222-4333-8444-555555555555_1',
  incidentId: '28282',
  status: 'inProgress',
  severity: 'medium',
  classification: null,
  serviceSource: 'microsoftDefenderForEndpoint',
  detectionSource: 'microsoftDefenderForEndpoint',
  title: 'Suspicious PowerShell command line on wks-044',
  category: 'Execution',
  mitreTechniques: ['T1059.001'],
  createdDateTime: '2026-01-05T09:40:00Z',
  firstActivityDateTime: '2026-01-05T09:14:00.123Z',
  lastActivityDateTime: '2026-01-05T09:31:00Z',
  lastUpdateDateTime: '2026-01-05T16:00:00Z',
  evidence: [
    {
      '@odata.type': '#microsoft.graph.security.processEvidence',
      mdeDeviceId: '9b00000000000000000000000000000000000044',
      processId: 4312,
      imageFile: {
        fileName: 'powershell.exe',
        filePath: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0',
        sha1: 'd'.repeat(40),
        sha256: 'ab'.repeat(32),
      },
      parentProcessImageFile: { fileName: 'update.exe', filePath: 'C:\\Users\\ana\\AppData\\Local\\Temp' },
      userAccount: {
        accountName: 'ana.ruiz',
        domainName: 'CONTOSO',
        userSid: anaSid,
        azureAdUserId: anaOid,
        userPrincipalName: anaUpn,
      },
    },
    {
      '@odata.type': '#microsoft.graph.security.deviceEvidence',
      mdeDeviceId: '9b00000000000000000000000000000000000044',
      azureAdDeviceId: 'd0d0d0d0-0000-4000-8000-000000000044',
      deviceDnsName: 'wks-044.contoso.test',
      loggedOnUsers: [
        { accountName: 'ana.ruiz', domainName: 'CONTOSO' },
        { accountName: 'localadmin', domainName: 'WKS-044' },
      ],
    },
    { '@odata.type': '#microsoft.graph.security.ipEvidence', ipAddress: '203.0.113.7', countryLetterCode: 'GH' },
    { '@odata.type': '#microsoft.graph.security.urlEvidence', url: 'https://evil.test/login' },
    {
      '@odata.type': '#microsoft.graph.security.mailboxEvidence',
      primaryAddress: 'credit.control@contoso.test',
      userAccount: { azureAdUserId: 'cccc0000-aaaa-4bbb-8ccc-00000000cccc', userPrincipalName: 'credit.control@contoso.test' },
    },
    {
      '@odata.type': '#microsoft.graph.security.analyzedMessageEvidence',
      networkMessageId: 'eeee0000-aaaa-4bbb-8ccc-000000000001',
      internetMessageId: '<one@evil.test>',
      recipientEmailAddress: anaUpn,
      senderIp: '198.51.100.9',
      p1Sender: { emailAddress: 'bounce@mailer.evil.test' },
      p2Sender: { emailAddress: 'ceo@mail.evil.test' },
      urls: ['https://evil.test/pay'],
    },
    {
      '@odata.type': '#microsoft.graph.security.oauthApplicationEvidence',
      appId: 'A99A0000-aaaa-4bbb-8ccc-000000000001',
      displayName: 'Mail helper',
    },
    {
      '@odata.type': '#microsoft.graph.security.mailClusterEvidence',
      networkMessageIds: ['eeee0000-aaaa-4bbb-8ccc-000000000003'],
    },
    { '@odata.type': '#microsoft.graph.security.somethingNewEvidence', secret: 1 },
  ],
  ...given,
});

/** A risk detection of Graph; the Azure Monitor envelope holds the same under `properties`. */
export const riskDetection = (given: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  id: 'ab'.repeat(32),
  requestId: '51515151-0000-4000-8000-000000000001',
  riskEventType: 'unfamiliarFeatures',
  riskLevel: 'medium',
  riskState: 'atRisk',
  riskDetail: 'none',
  activityDateTime: '2026-01-05T09:14:00Z',
  detectedDateTime: '2026-01-05T11:00:00Z',
  lastUpdatedDateTime: '2026-01-05T11:00:00Z',
  userId: anaOid,
  userPrincipalName: anaUpn,
  userDisplayName: 'Ana Ruiz',
  ipAddress: '203.0.113.7',
  location: { city: 'Accra', countryOrRegion: 'GH' },
  ...given,
});

/** A record of the unified log that holds an alert policy's verdict. */
export const policyAlert = (
  given: Readonly<Record<string, unknown>> = {},
  data: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  CreationTime: '2026-01-05T10:00:00',
  Id: '40400000-0000-4000-8000-000000000001',
  Operation: 'AlertEntityGenerated',
  RecordType: 40,
  Workload: 'SecurityComplianceCenter',
  UserId: 'SecurityComplianceAlerts',
  AlertId: '41410000-0000-4000-8000-000000000001',
  AlertEntityId: anaUpn,
  EntityType: 'User',
  Category: 'ThreatManagement',
  Name: 'User restricted from sending email',
  Severity: 'High',
  Source: 'Office 365 Security & Compliance',
  Status: 'Active',
  Data: JSON.stringify({
    etype: 'User',
    eid: anaUpn,
    ts: '2026-01-05T09:50:00.0000000Z',
    te: '2026-01-05T09:55:00.0000000Z',
    tdc: '3',
    ...data,
  }),
  ...given,
});
