// The forms of the sign-in log: Microsoft Graph's, Azure Monitor's four categories, Log Analytics' four tables, and the
// download of the portal.

import { Field } from '../field.ts';
import { known } from '../known.ts';
import { either, recordOfRow } from '../row.ts';
import type { Fields } from '../row.ts';
import { categoryOf, filledUp, inEnvelope, inRow } from './forms.ts';
import type { Unwrapped } from './forms.ts';

export const isSignIn = (record: Field): boolean => isGraph(record) || isEnvelope(record) || isRow(record) || isDownload(record);

export function signInRecord(record: Field): Unwrapped {
  if (isGraph(record)) return { record };
  if (isEnvelope(record)) return inEnvelope(record, envelopeSays);
  if (isRow(record)) return inRow(record, COLUMNS, rowSays);
  return { record: isDownload(record) ? downloaded(record) : record };
}

const isGraph = (record: Field): boolean =>
  record.has('id') && record.has('createdDateTime') && record.at('status').has('errorCode');

const isEnvelope = (record: Field): boolean =>
  categoryOf(record) in INTERACTIVE && typeof record.at('properties').value === 'object';

const isRow = (record: Field): boolean =>
  record.has('ResultType') &&
  record.has('Id') &&
  record.has('IPAddress') &&
  (record.has('UserPrincipalName') || record.has('ServicePrincipalId'));

const isDownload = (record: Field): boolean => record.has('Date (UTC)') && record.has('Request ID');

/** Categories and tables, and whether somebody sat there. */
const INTERACTIVE: Readonly<Record<string, boolean>> = {
  signinlogs: true,
  noninteractiveusersigninlogs: false,
  serviceprincipalsigninlogs: false,
  managedidentitysigninlogs: false,
  aadnoninteractiveusersigninlogs: false,
  aadserviceprincipalsigninlogs: false,
  aadmanagedidentitysigninlogs: false,
};

function envelopeSays(envelope: Field, inside: Field): Fields {
  return {
    createdDateTime: either(envelope, 'time').value,
    ipAddress: either(envelope, 'callerIpAddress').value,
    isInteractive: INTERACTIVE[categoryOf(envelope)],
    ...statusFrom(inside.at('status'), either(envelope, 'resultType'), either(envelope, 'resultDescription')),
    ...countryFrom(inside.at('location'), envelope.at('location')),
  };
}

const COLUMNS: Readonly<Record<string, string>> = {
  IPAddress: 'ipAddress',
  // The sign-in's own resource is ResourceIdentity; this is where the log is kept.
  ResourceId: 'logResourceId',
  ResourceIdentity: 'resourceId',
  Location: 'country',
  LocationDetails: 'location',
};

function rowSays(row: Field): Fields {
  const table = (row.at('type').maybeText() ?? row.at('category').maybeText() ?? '').toLowerCase();
  return {
    createdDateTime: row.at('timeGenerated').value ?? firstStep(row),
    isInteractive: INTERACTIVE[table],
    ...statusFrom(row.at('status'), row.at('resultType'), row.at('resultDescription')),
    ...countryFrom(row.at('location'), row.at('country')),
  };
}

/** Queries leave the time out now and then; the steps of the authentication still have theirs. */
const firstStep = (row: Field): string | undefined =>
  row
    .at('authenticationDetails')
    .list()
    .flatMap((step) => step.at('authenticationStepDateTime').maybeText() ?? [])
    .sort()[0];

const statusFrom = (status: Field, code: Field, reason: Field): Fields =>
  status.has('errorCode') || code.value === undefined
    ? {}
    : { status: filledUp(status, known({ errorCode: code.value, failureReason: reason.maybeText() })) };

const countryFrom = (location: Field, country: Field): Fields =>
  location.has('countryOrRegion') || country.maybeText() === undefined
    ? {}
    : { location: filledUp(location, { countryOrRegion: country.value }) };

/** `Fremantle, Western Australia, AU`, and no code where it was a success. */
function downloaded(row: Field): Field {
  const record = new Field(recordOfRow(row, (column) => DOWNLOAD[column.trim().toLowerCase().replace(/\s+/g, ' ')] ?? column));
  const [country, state, city] = (record.at('Location').maybeText() ?? '').split(',').reverse();
  return new Field(
    filledUp(record, {
      status: known({
        errorCode: record.at('errorCode').maybeText() ?? record.at('Status').maybeText(),
        failureReason: record.at('Failure reason').maybeText(),
        additionalDetails: record.at('mfaResult').maybeText(),
      }),
      location: known({ countryOrRegion: country?.trim(), state: state?.trim(), city: city?.trim() }),
      deviceDetail: known({
        deviceId: record.at('deviceId').maybeText(),
        isCompliant: record.at('Compliant').maybeText(),
        isManaged: record.at('Managed').maybeText(),
      }),
      mfaDetail: known({ authMethod: record.at('mfaMethod').maybeText() }),
      isInteractive: record.at('servicePrincipalId').maybeText() === undefined ? undefined : false,
    }),
  );
}

const DOWNLOAD: Readonly<Record<string, string>> = {
  'date (utc)': 'createdDateTime',
  'request id': 'id',
  'user agent': 'userAgent',
  'correlation id': 'correlationId',
  'user id': 'userId',
  username: 'userPrincipalName',
  'user type': 'userType',
  application: 'appDisplayName',
  'application id': 'appId',
  resource: 'resourceDisplayName',
  'resource id': 'resourceId',
  'service principal id': 'servicePrincipalId',
  'ip address': 'ipAddress',
  'sign-in error code': 'errorCode',
  'client app': 'clientAppUsed',
  'device id': 'deviceId',
  'multifactor authentication result': 'mfaResult',
  'multifactor authentication auth method': 'mfaMethod',
  'authentication protocol': 'authenticationProtocol',
  'session id': 'sessionId',
  'autonomous system number': 'autonomousSystemNumber',
};
