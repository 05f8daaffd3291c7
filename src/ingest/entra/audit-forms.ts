// The forms of the audit log: Microsoft Graph's, Azure Monitor's, and Log Analytics' AuditLogs table.

import type { Field } from '../field.ts';
import { either, isFilled } from '../row.ts';
import type { Fields } from '../row.ts';
import { categoryOf, inEnvelope, inRow } from './forms.ts';
import type { Unwrapped } from './forms.ts';

export const isAudit = (record: Field): boolean => isGraph(record) || isEnvelope(record) || isRow(record);

export function auditRecord(record: Field): Unwrapped {
  if (isGraph(record)) return { record };
  if (isEnvelope(record)) return inEnvelope(record, envelopeSays);
  return isRow(record) ? inRow(record, {}, rowSays) : { record };
}

const isGraph = (record: Field): boolean =>
  record.has('id') && record.has('activityDateTime') && record.has('activityDisplayName');

// Other services' audit logs share the category and have other properties.
const isEnvelope = (record: Field): boolean =>
  categoryOf(record) === 'auditlogs' && record.at('properties').has('activityDateTime');

const isRow = (record: Field): boolean =>
  record.has('InitiatedBy') &&
  record.has('TargetResources') &&
  (record.has('OperationName') || record.has('ActivityDisplayName'));

function envelopeSays(envelope: Field, inside: Field): Fields {
  const { user, app } = { user: inside.at('initiatedBy').at('user'), app: inside.at('initiatedBy').at('app') };
  const isAddressed = isFilled(user.at('ipAddress')) || isFilled(app.at('ipAddress'));
  return {
    activityDisplayName: either(envelope, 'operationName').value,
    correlationId: either(envelope, 'correlationId').value,
    result: envelope.at('result').value,
    callerIpAddress: isAddressed ? undefined : (either(envelope, 'callerIpAddress').maybeText() ?? undefined),
  };
}

const rowSays = (row: Field): Fields => ({
  activityDateTime: row.at('timeGenerated').value,
  activityDisplayName: row.at('operationName').value,
});
