// The ways records of the unified audit log come wrapped: as the Management Activity API writes them; as text in the
// `AuditData` of a Purview export or of Graph's audit log query; as rows of Log Analytics' OfficeActivity; as
// `RawEventData` of Defender's CloudAppEvents; and each of them in the `properties` of an Azure Monitor envelope.

import { Field, orNothing } from '../field.ts';
import { recordOfRow } from '../row.ts';
import type { Fields } from '../row.ts';
import { isAlertRecord, recordTypeNumber } from './record-type.ts';

/** What is inside, as the Management Activity API would have written it. */
export interface Unwrapped {
  readonly record: Field;
  /** The record itself, where it came whole inside something else. */
  readonly inner?: object;
}

export const isUnified = (record: Field): boolean =>
  record.has('CreationTime') &&
  record.has('Operation') &&
  record.has('Id') &&
  (record.has('Workload') || record.has('RecordType'));

export const isWrapped = (record: Field): boolean =>
  isExport(record) || isActivity(record) || isCloudAppEvent(record) || isEnveloped(record);

/** What is inside is another product's alert, and no deed. */
export function holdsAlert(record: Field): boolean {
  if (isUnified(record)) return isAlertRecord(record);
  // Most exports hold none, and a look at the text is cheaper than reading it twice.
  const text = record.at('AuditData').value;
  if (typeof text === 'string' && !/RecordType\W{1,8}(40|64|98)\b/.test(text)) return false;
  return orNothing(() => isWrapped(record) && isAlertRecord(unwrapped(record).record)) ?? false;
}

/** Throws FieldError when a wrapping holds no record. */
export function unwrapped(record: Field): Unwrapped {
  if (isUnified(record)) return { record };
  if (isExport(record)) return exported(record);
  if (isActivity(record)) return { record: new Field(ofActivity(record)) };
  if (isCloudAppEvent(record)) return whole(record.at('RawEventData').json());
  // Also the answer to a record somebody says is of this log and is not: the reader will name what is missing.
  return isEnveloped(record) ? inEnvelope(unwrapped(record.at('properties'))) : { record };
}

const isExport = (record: Field): boolean =>
  record.has('AuditData')
    ? EXPORT_COLUMNS.some((name) => record.has(name))
    : record.has('auditData') && record.has('auditLogRecordType');

const EXPORT_COLUMNS = ['CreationDate', 'RecordType', 'Operation', 'Operations', 'UserIds', 'RecordId'];

const isActivity = (record: Field): boolean => record.has('OfficeId') && record.has('Operation');

const isCloudAppEvent = (record: Field): boolean => record.has('ActionType') && isUnified(record.at('RawEventData').maybeJson());

function isEnveloped(record: Field): boolean {
  const inside = record.at('properties');
  return isUnified(inside) || isExport(inside) || isActivity(inside) || isCloudAppEvent(inside);
}

const whole = (record: Field): Unwrapped => ({ record, inner: record.value as object });

const inEnvelope = ({ record, inner }: Unwrapped): Unwrapped => ({ record, inner: inner ?? (record.value as object) });

function exported(row: Field): Unwrapped {
  const record = (row.has('AuditData') ? row.at('AuditData') : row.at('auditData')).json();
  if (record.has('Id')) return whole(record);
  // Some commands leave the id out of the text because it stands beside it.
  const id = ['RecordId', 'Identity', 'id'].map((name) => row.at(name).maybeText()).find((it) => it !== undefined);
  return whole(new Field({ ...(record.value as object), ...(id === undefined ? {} : { Id: id }) }));
}

function ofActivity(row: Field): Fields {
  const record = recordOfRow(row, (column) => COLUMNS[column] ?? column);
  const time = TIMES.map((name) => record[name]).find((it) => it !== undefined);
  return {
    ...record,
    CreationTime: time,
    RecordType: recordTypeNumber(record['RecordType']),
    UserType: USER_TYPES[String(record['UserType'])] ?? record['UserType'],
    LogonType: LOGON_TYPES[String(record['LogonType'])] ?? record['LogonType'],
  };
}

// What the table calls otherwise than the log does.
const COLUMNS: Readonly<Record<string, string>> = {
  OfficeId: 'Id',
  OfficeWorkload: 'Workload',
  OfficeObjectId: 'ObjectId',
  Client_IPAddress: 'ClientIPAddress',
  Logon_Type: 'LogonType',
  Site_Url: 'SiteUrl',
  Event_Data: 'EventData',
  AADTarget: 'Target',
};

/** TimeGenerated is when it happened in this table; exported queries sometimes leave it out, and these come soon after. */
const TIMES = ['TimeGenerated', 'Start_Time', 'ElevationTime'];

const USER_TYPES: Readonly<Record<string, number>> = {
  Regular: 0,
  Reserved: 1,
  Admin: 2,
  DcAdmin: 3,
  System: 4,
  Application: 5,
  ServicePrincipal: 6,
  CustomPolicy: 7,
  SystemPolicy: 8,
};

const LOGON_TYPES: Readonly<Record<string, number>> = { Owner: 0, Admin: 1, Delegated: 2, Delegate: 2 };
