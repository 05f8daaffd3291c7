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
