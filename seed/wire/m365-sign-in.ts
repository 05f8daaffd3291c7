// The unified audit log's record of a sign-in, twin of the Entra log's.

import type { SeedRecord } from '../record.ts';
import type { Tenant } from '../tenant.ts';
import { textOf, type Attempt } from './sign-in.ts';
import { cutToSecond, isoBare } from './time.ts';

export function m365SignIn(tenant: Tenant, attempt: Attempt): SeedRecord {
  const at = cutToSecond(attempt.at);
  return { source: 'm365-audit', at, id: attempt.id, record: logOnOf(tenant, attempt, isoBare(at)) };
}

function logOnOf(tenant: Tenant, attempt: Attempt, time: string): object {
  const { session, target } = attempt;
  const { errorCode, logonError, operation } = textOf(attempt.outcome);

  return {
    CreationTime: time,
    Id: attempt.id,
    Operation: operation,
    OrganizationId: tenant.id,
    RecordType: 15,
    // This says whether the request was served, not whether somebody got in.
    ResultStatus: errorCode === 50126 ? 'Failed' : 'Success',
    UserKey: session.person.id,
    UserType: 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: session.place.address,
    ObjectId: target.resource.id,
    UserId: attempt.typed,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: extendedProperties(attempt),
    ModifiedProperties: [],
    Actor: [
      { ID: session.person.id, Type: 0 },
      { ID: attempt.typed, Type: 5 },
    ],
    ActorContextId: tenant.id,
    ActorIpAddress: session.place.address,
    InterSystemsId: attempt.correlationId,
    IntraSystemId: attempt.id,
    SupportTicketId: '',
    Target: [{ ID: target.resource.id, Type: 0 }],
    TargetContextId: tenant.id,
    ApplicationId: target.app.id,
    DeviceProperties: deviceProperties(attempt),
    ErrorNumber: String(errorCode),
    ...(logonError === undefined ? {} : { LogonError: logonError }),
  };
}

function extendedProperties({ outcome, session }: Attempt): object[] {
  const { errorCode, requestType } = textOf(outcome);
  return [
    { Name: 'ResultStatusDetail', Value: errorCode === 0 ? 'Redirect' : errorCode === 50126 ? 'UserError' : 'Success' },
    ...(outcome === 'keepSignedIn' ? [{ Name: 'KeepMeSignedIn', Value: 'true' }] : []),
    { Name: 'UserAgent', Value: session.device.userAgent },
    ...(outcome === 'success' ? [] : [{ Name: 'UserAuthenticationMethod', Value: '1' }]),
    { Name: 'RequestType', Value: requestType },
  ];
}

function deviceProperties({ session: { device, id } }: Attempt): object[] {
  const known = device.managed
    ? [
        { Name: 'Id', Value: device.id },
        { Name: 'DisplayName', Value: device.name },
      ]
    : [];
  return [
    ...known,
    { Name: 'OS', Value: device.operatingSystem },
    { Name: 'BrowserType', Value: device.browserType },
    ...(device.managed ? [{ Name: 'IsCompliant', Value: 'True' }] : []),
    { Name: 'IsCompliantAndManaged', Value: device.managed ? 'True' : 'False' },
    { Name: 'SessionId', Value: id },
  ];
}
