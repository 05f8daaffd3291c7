// Raw records as Microsoft writes them, about people who do not exist. Every builder takes what a case is about and
// fills in the rest; ids are fixed, so give records of one case their own.

export type RawJson = Readonly<Record<string, unknown>>;

export interface Person {
  readonly upn: string;
  readonly id: string;
  readonly puid: string;
  readonly sid: string;
}

const person = (name: string, digit: string): Person => ({
  upn: `${name}@harbour.example`,
  id: `${digit.repeat(8)}-aaaa-4bbb-8ccc-${'0'.repeat(11)}${digit}`,
  puid: `100320030000000${digit}`.toUpperCase(),
  sid: `S-1-5-21-1000000001-2000000002-3000000003-100${digit}`,
});

export const ana = person('ana', '1');
export const ben = person('ben', '2');
export const cleo = person('cleo', '3');

const TENANT = '99999999-1111-4222-8333-444444444444';
const LAPTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A record of the unified audit log with nothing particular in it. */
export const ual = (fields: RawJson = {}): RawJson => ({
  CreationTime: '2026-01-05T03:12:09',
  Id: '0a0a0a0a-0000-4000-8000-000000000001',
  Operation: 'Set-CASMailbox',
  OrganizationId: TENANT,
  RecordType: 1,
  ResultStatus: 'True',
  UserKey: ana.puid,
  UserType: 0,
  Version: 1,
  Workload: 'Exchange',
  ClientIP: '203.0.113.7:51000',
  UserId: ana.upn,
  OrganizationName: 'harbour.example',
  ...fields,
});

/** A record of mailbox auditing: Ana in her own mailbox, unless told otherwise. */
export const mailboxAudit = (fields: RawJson = {}): RawJson =>
  ual({
    RecordType: 2,
    ResultStatus: 'Succeeded',
    ClientIP: '203.0.113.7',
    ClientIPAddress: '203.0.113.7',
    ClientInfoString: `Client=OWA;${LAPTOP};`,
    LogonType: 0,
    LogonUserSid: ana.sid,
    MailboxOwnerSid: ana.sid,
    MailboxOwnerUPN: ana.upn,
    SessionId: '5e55105e-0000-4000-8000-000000000001',
    ...fields,
  });

/** `New-InboxRule` in somebody's mailbox, with the parameters given. */
export const inboxRule = (parameters: Readonly<Record<string, string>>, fields: RawJson = {}): RawJson =>
  ual({
    Operation: 'New-InboxRule',
    ObjectId: `EXAMPLEA001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/harbour.example/ana\\${parameters['Name'] ?? ''}`,
    Parameters: named({ AlwaysDeleteOutlookRulesBlob: 'False', Force: 'False', ...parameters }),
    ...fields,
  });

export interface DirectoryChange {
  readonly actor?: Person;
  readonly target?: Person;
  readonly activity?: string;
  readonly correlation?: string;
  readonly properties?: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
}

/** A directory change as the unified log has it; `directoryAudit` of the same change is its twin. */
export const ualDirectory = (change: DirectoryChange = {}, fields: RawJson = {}): RawJson => {
  const { actor = ana, target = ben, activity = 'Update user', correlation = 'c0c0c0c0-0000-4000-8000-000000000001' } = change;
  return ual({
    Operation: `${activity}.`,
    RecordType: 8,
    ResultStatus: 'Success',
    UserKey: `${actor.puid}@harbour.example`,
    Workload: 'AzureActiveDirectory',
    ClientIP: '203.0.113.7',
    ActorIpAddress: '203.0.113.7',
    UserId: actor.upn,
    ObjectId: target.upn,
    InterSystemsId: correlation,
    IntraSystemId: '1b1b1b1b-0000-4000-8000-000000000001',
    ExtendedProperties: named({ additionalDetails: JSON.stringify({ UserType: 'Member', 'User-Agent': LAPTOP }) }),
    ModifiedProperties: (change.properties ?? []).map(({ name, before, after }) => ({
      Name: name,
      OldValue: before === undefined ? '' : JSON.stringify(before, null, 2),
      NewValue: after === undefined ? '' : JSON.stringify(after, null, 2),
    })),
    Actor: directoryIds(actor),
    Target: directoryIds(target),
    ...fields,
  });
};

/** A directory change as Microsoft Graph's directoryAudits has it. */
export const directoryAudit = (change: DirectoryChange = {}, fields: RawJson = {}): RawJson => {
  const { actor = ana, target = ben, activity = 'Update user', correlation = 'c0c0c0c0-0000-4000-8000-000000000001' } = change;
  return {
    id: `Directory_${correlation}_ABCDE_1`,
    category: 'UserManagement',
    correlationId: correlation,
    result: 'success',
    resultReason: '',
    activityDisplayName: activity,
    activityDateTime: '2026-01-05T03:12:09.1234567Z',
    loggedByService: 'Core Directory',
    operationType: 'Update',
    initiatedBy: { app: null, user: { id: actor.id, displayName: null, userPrincipalName: actor.upn, ipAddress: '203.0.113.7' } },
    targetResources: [
      {
        id: target.id,
        displayName: null,
        type: 'User',
        userPrincipalName: target.upn,
        modifiedProperties: (change.properties ?? []).map(({ name, before, after }) => ({
          displayName: name,
          oldValue: before === undefined ? null : JSON.stringify(JSON.stringify(before)),
          newValue: after === undefined ? null : JSON.stringify(JSON.stringify(after)),
        })),
      },
    ],
    additionalDetails: [{ key: 'User-Agent', value: LAPTOP }],
    ...fields,
  };
};

/** The property that holds a person's registered phone numbers. */
export const phones = (before: string | null, after: string | null) => ({
  name: 'StrongAuthenticationUserDetails',
  before: before === null ? [] : [{ PhoneNumber: before, AlternativePhoneNumber: null, Email: null, VoiceOnlyPhoneNumber: null }],
  after: after === null ? [] : [{ PhoneNumber: after, AlternativePhoneNumber: null, Email: null, VoiceOnlyPhoneNumber: null }],
});

export interface SignInCase {
  readonly id?: string;
  readonly who?: Person;
  readonly code?: number;
  readonly address?: string;
}

/** A sign-in as the unified log has it; `signInRecord` of the same case is its twin. */
export const ualSignIn = (
  { id = '51515151-0000-4000-8000-000000000001', who = ana, code = 0, address = '203.0.113.7' }: SignInCase = {},
  fields: RawJson = {},
): RawJson =>
  ual({
    Id: id,
    Operation: code === 0 || code === 50140 ? 'UserLoggedIn' : 'UserLoginFailed',
    RecordType: 15,
    ResultStatus: 'Success',
    UserKey: who.id,
    Workload: 'AzureActiveDirectory',
    ClientIP: address,
    ActorIpAddress: address,
    ObjectId: '00000003-0000-0000-c000-000000000000',
    UserId: who.upn.toUpperCase(),
    ApplicationId: '4765445b-32c6-49b0-83e6-1d93765276ca',
    ExtendedProperties: named({ UserAgent: LAPTOP, RequestType: 'OAuth2:Authorize' }),
    DeviceProperties: named({
      Id: 'd0d0d0d0-0000-4000-8000-000000000001',
      DisplayName: 'HARBOUR-17',
      IsCompliantAndManaged: 'True',
      SessionId: '5e55105e-0000-4000-8000-000000000001',
    }),
    Actor: [
      { ID: who.id, Type: 0 },
      { ID: who.upn, Type: 5 },
    ],
    Target: [{ ID: '00000003-0000-0000-c000-000000000000', Type: 0 }],
    InterSystemsId: 'c0c0c0c0-0000-4000-8000-000000000002',
    IntraSystemId: id,
    ErrorNumber: String(code),
    ...fields,
  });

/** A sign-in as Microsoft Graph's signIns has it. */
export const signInRecord = (
  { id = '51515151-0000-4000-8000-000000000001', who = ana, code = 0, address = '203.0.113.7' }: SignInCase = {},
  fields: RawJson = {},
): RawJson => ({
  id,
  createdDateTime: '2026-01-05T03:12:09Z',
  userDisplayName: 'Ana Example',
  userPrincipalName: who.upn,
  userId: who.id,
  appId: '4765445b-32c6-49b0-83e6-1d93765276ca',
  appDisplayName: 'OfficeHome',
  ipAddress: address,
  clientAppUsed: 'Browser',
  userAgent: LAPTOP,
  correlationId: 'c0c0c0c0-0000-4000-8000-000000000002',
  sessionId: '5e55105e-0000-4000-8000-000000000001',
  isInteractive: true,
  authenticationProtocol: 'none',
  autonomousSystemNumber: 64500,
  riskLevelDuringSignIn: 'none',
  riskState: 'none',
  resourceId: '00000003-0000-0000-c000-000000000000',
  resourceDisplayName: 'Microsoft Graph',
  status: { errorCode: code, failureReason: code === 0 ? 'Other.' : 'Failed.', additionalDetails: null },
  deviceDetail: {
    deviceId: 'd0d0d0d0-0000-4000-8000-000000000001',
    displayName: 'HARBOUR-17',
    isCompliant: true,
    isManaged: true,
  },
  location: {
    city: 'Fremantle',
    state: 'Western Australia',
    countryOrRegion: 'AU',
    geoCoordinates: { altitude: null, latitude: -32.05, longitude: 115.75 },
  },
  authenticationDetails: [],
  ...fields,
});

/** A list of {Name, Value}, as half of the unified log is made of. */
export const named = (values: Readonly<Record<string, string>>): readonly { readonly Name: string; readonly Value: string }[] =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

const directoryIds = (who: Person) => [
  { ID: `User_${who.id}`, Type: 2 },
  { ID: who.id, Type: 2 },
  { ID: 'User', Type: 2 },
  { ID: who.upn, Type: 5 },
  { ID: who.puid, Type: 3 },
];

/** The same without some of its fields. */
export const without = (record: RawJson, ...names: readonly string[]): RawJson =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** Cells of a table are text; objects and lists are JSON in them, and nothing is an empty one. */
export const asCells = (row: RawJson): RawJson =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value : jsonCell(value)]));

const jsonCell = (value: unknown): string => (value === null || value === undefined ? '' : JSON.stringify(value, null, 2));

/** A record of the unified audit log as a row of Purview's export. */
export const purviewRow = (record: RawJson, fields: RawJson = {}): RawJson => ({
  RecordId: record['Id'],
  CreationDate: `${String(record['CreationTime'])}.0000000Z`,
  RecordType: String(record['RecordType']),
  Operation: record['Operation'],
  UserId: record['UserId'],
  AuditData: JSON.stringify(record),
  AssociatedAdminUnits: '',
  AssociatedAdminUnitsNames: '',
  ...fields,
});

/** The same as Microsoft Graph's audit log query hands it out. */
export const auditQueryRecord = (record: RawJson): RawJson => ({
  id: record['Id'],
  createdDateTime: `${String(record['CreationTime'])}Z`,
  auditLogRecordType: 'exchangeAdmin',
  operation: record['Operation'],
  userPrincipalName: record['UserId'],
  auditData: record,
});

/** The same as Defender's CloudAppEvents has it. */
export const cloudAppEvent = (record: RawJson): RawJson => ({
  Timestamp: `${String(record['CreationTime'])}Z`,
  ActionType: record['Operation'],
  Application: 'Microsoft Exchange Online',
  AccountDisplayName: 'Ana Example',
  IPAddress: '203.0.113.7',
  RawEventData: record,
});

/** The same as a row of Log Analytics' OfficeActivity. */
export const officeActivity = (record: RawJson, fields: RawJson = {}): RawJson => {
  const renamed = Object.entries(record).map(([name, value]) => [ACTIVITY_COLUMNS[name] ?? name, value] as const);
  return {
    TenantId: '88888888-1111-4222-8333-444444444444',
    ...Object.fromEntries(renamed),
    UserType: 'Regular',
    RecordType: ACTIVITY_TYPES[Number(record['RecordType'])] ?? record['RecordType'],
    ...(record['LogonType'] === undefined ? {} : { Logon_Type: record['LogonType'] === 0 ? 'Owner' : 'Delegated' }),
    SourceSystem: 'OfficeActivityManager',
    Type: 'OfficeActivity',
    ...fields,
  };
};

const ACTIVITY_COLUMNS: Readonly<Record<string, string>> = {
  CreationTime: 'TimeGenerated',
  Id: 'OfficeId',
  Workload: 'OfficeWorkload',
  ObjectId: 'OfficeObjectId',
  ClientIPAddress: 'Client_IPAddress',
  LogonType: 'Logon_Type',
  SiteUrl: 'Site_Url',
};

const ACTIVITY_TYPES: Readonly<Record<number, string>> = { 1: 'ExchangeAdmin', 2: 'ExchangeItem', 6: 'SharePointFileOperation' };

/** A record as Azure Monitor sends it to storage, an event hub or a workspace. */
export const azureEnvelope = (category: string, properties: RawJson, fields: RawJson = {}): RawJson => ({
  time: '2026-01-05T03:16:00.0000000Z',
  resourceId: `/tenants/${TENANT}/providers/Microsoft.aadiam`,
  operationName: 'Sign-in activity',
  category,
  tenantId: TENANT,
  resultType: '0',
  durationMs: 0,
  callerIpAddress: '203.0.113.7',
  Level: 4,
  properties,
  ...fields,
});

/** A sign-in as a row of Log Analytics' SigninLogs. */
export const signInRow = (record: RawJson, fields: RawJson = {}): RawJson => {
  const { id, ipAddress, location, resourceId, status, ...rest } = record;
  return {
    TimeGenerated: '2026-01-05T03:16:00Z',
    ResourceId: `/tenants/${TENANT}/providers/Microsoft.aadiam`,
    OperationName: 'Sign-in activity',
    Category: 'SignInLogs',
    ResultType: String((status as { errorCode: number }).errorCode),
    Location: 'AU',
    ...capitalised(rest),
    Id: id,
    IPAddress: ipAddress,
    LocationDetails: location,
    ResourceIdentity: resourceId,
    Status: status,
    Type: 'SigninLogs',
    ...fields,
  };
};

/** A directory change as a row of Log Analytics' AuditLogs. */
export const auditRow = (record: RawJson, fields: RawJson = {}): RawJson => ({
  TimeGenerated: '2026-01-05T03:16:00Z',
  OperationName: record['activityDisplayName'],
  Type: 'AuditLogs',
  ...capitalised(record),
  ...fields,
});

const capitalised = (record: RawJson): RawJson =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]));

/** A sign-in as the portal lets it be downloaded. */
export const signInDownload = (fields: RawJson = {}): RawJson => ({
  'Date (UTC)': '2026-01-05T03:12:09Z',
  'Request ID': '51515151-0000-4000-8000-000000000001',
  'User agent': LAPTOP,
  'Correlation ID': 'c0c0c0c0-0000-4000-8000-000000000002',
  'User ID': ana.id,
  User: 'Ana Example',
  Username: ana.upn,
  'User type': 'Member',
  Application: 'OfficeHome',
  'Application ID ': '4765445b-32c6-49b0-83e6-1d93765276ca',
  Resource: 'Microsoft Graph',
  'Resource ID ': '00000003-0000-0000-c000-000000000000',
  'IP address': '203.0.113.7',
  Location: 'Fremantle, Western Australia, AU',
  Status: 'Success',
  'Sign-in error code': '',
  'Failure reason': 'Other.',
  'Client app': 'Browser',
  'Device ID': 'd0d0d0d0-0000-4000-8000-000000000001',
  Compliant: 'Yes',
  Managed: 'true',
  'Session ID': '5e55105e-0000-4000-8000-000000000001',
  'Autonomous system  number': '64500',
  ...fields,
});

/** A raw message as its reader hands it on: from a stranger to Ana. */
export const message = (fields: RawJson = {}, headers: readonly (readonly [string, string])[] = []): RawJson => ({
  rfc822: {
    headers: [
      ...headers,
      ['Received', 'from mx.harbour.example (10.0.0.5) by box.harbour.example; Mon, 5 Jan 2026 11:12:11 +0800 (AWST)'],
      [
        'Received',
        'from out.elsewhere.example (out.elsewhere.example [198.51.100.9]) by mx.harbour.example with ESMTPS; Mon, 5 Jan 2026 03:12:09 +0000',
      ],
      [
        'Authentication-Results',
        'mx.harbour.example; spf=pass smtp.mailfrom=elsewhere.example; dkim=fail header.d=elsewhere.example; dmarc=bestguesspass',
      ],
      ['Authentication-Results', 'forged.example; spf=pass; dkim=pass; dmarc=pass'],
      ['Date', 'Sun, 4 Jan 2026 22:10:00 -0500'],
    ].map(([name, value]) => ({ name, value })),
    from: { address: 'Dora@Elsewhere.example', name: 'Dora' },
    returnPath: 'bounce@elsewhere.example',
    to: [{ address: ana.upn, name: 'Ana' }],
    cc: [{ address: 'BEN@harbour.example', name: '' }],
    bcc: [],
    replyTo: [],
    subject: 'Invoice 17',
    messageId: '<17.abc@elsewhere.example>',
    date: '2026-01-05T03:10:00.000Z',
    text: 'Please see https://pay.elsewhere.example/17?a=1&b=2.',
    html: '<a href="HTTPS://Pay.Elsewhere.example/17?a=1&amp;b=2">pay</a> <img src=\'http://img.elsewhere.example/x.png\'>',
    attachments: [{ filename: 'invoice.pdf', mimeType: 'application/pdf', size: 4, sha256: 'AB'.repeat(32) }],
    size: 2345,
    received: 2,
    defects: [],
    ...fields,
  },
});

/** A row of the message trace: the same message, delivered to Ana. */
export const traceRow = (fields: RawJson = {}): RawJson => ({
  Organization: 'harbour.example',
  MessageId: '<17.abc@elsewhere.example>',
  Received: '2026-01-05T03:12:09Z',
  SenderAddress: 'Bounce@elsewhere.example',
  RecipientAddress: 'Ana@harbour.example',
  Subject: 'Invoice 17',
  Status: 'Delivered',
  ToIP: null,
  FromIP: '198.51.100.9',
  Size: 2345,
  MessageTraceId: '7ACE7ACE-0000-4000-8000-000000000001',
  Directionality: 'Inbound',
  ...fields,
});

/** A line of Zeek's conn.log, as JSON. */
export const zeekFlow = (fields: RawJson = {}): RawJson => ({
  ts: 1767582729.125713,
  uid: 'CharbourFlow00001',
  'id.orig_h': '192.0.2.10',
  'id.orig_p': 54243,
  'id.resp_h': '198.51.100.20',
  'id.resp_p': 443,
  proto: 'tcp',
  service: 'ssl',
  duration: 2.5,
  orig_bytes: 1200,
  resp_bytes: 34000,
  conn_state: 'SF',
  ...fields,
});
