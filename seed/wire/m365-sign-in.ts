// The unified audit log's record of a sign-in, twin of the Entra log's.

import type { SeedRecord } from '../record.ts';
import type { Tenant } from '../tenant.ts';
import { agentOf } from './entra-sign-in.ts';
import { lazily } from './lazy.ts';
import { nobody, textOf, type Attempt, type Protocol } from './sign-in.ts';
import { cutToSecond, isoBare } from './time.ts';

export function m365SignIn(tenant: Tenant, attempt: Attempt): SeedRecord {
  const at = cutToSecond(attempt.at);
  return lazily({ source: 'm365-audit', at, id: attempt.id, feed: 'AzureActiveDirectory' }, () =>
    logOnOf(tenant, attempt, isoBare(at)),
  );
}

function logOnOf(tenant: Tenant, attempt: Attempt, time: string): object {
  const { target, place } = attempt;
  const { errorCode, logonError, operation, refusal } = textOf(attempt.outcome);
  const userId = attempt.outcome === 'noSuchUser' ? nobody : attempt.who.id;

  return {
    CreationTime: time,
    Id: attempt.id,
    Operation: operation,
    OrganizationId: tenant.id,
    RecordType: 15,
    // This says whether the request was served, not whether somebody got in.
    ResultStatus: refusal === true ? 'Failed' : 'Success',
    UserKey: userId,
    UserType: 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: place.address,
    ObjectId: target.resource.id,
    UserId: attempt.typed,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: extendedProperties(attempt),
    ModifiedProperties: [],
    Actor: [
      { ID: userId, Type: 0 },
      { ID: attempt.typed, Type: 5 },
    ],
    ActorContextId: tenant.id,
    ActorIpAddress: place.address,
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

function extendedProperties(attempt: Attempt): object[] {
  const { outcome, protocol } = attempt;
  const { errorCode, requestType, refusal } = textOf(outcome);
  return [
    { Name: 'ResultStatusDetail', Value: errorCode === 0 ? 'Redirect' : refusal === true ? 'UserError' : 'Success' },
    ...(outcome === 'keepSignedIn' ? [{ Name: 'KeepMeSignedIn', Value: 'true' }] : []),
    { Name: 'UserAgent', Value: agentOf(attempt) },
    ...(outcome === 'success' ? [] : [{ Name: 'UserAuthenticationMethod', Value: '1' }]),
    { Name: 'RequestType', Value: errorCode === 0 ? (pages[protocol] ?? requestType) : requestType },
  ];
}

/** A code typed elsewhere ends at a page of its own, a password sent by a program at none. */
const pages: Readonly<Partial<Record<Protocol, string>>> = { deviceCode: 'Cmsi:Cmsi', ropc: 'OAuth2:Token' };

function deviceProperties({ device, sessionId }: Attempt): object[] {
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
    { Name: 'SessionId', Value: sessionId },
  ];
}
