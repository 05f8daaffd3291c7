// The Entra audit log, as Microsoft Graph's auditLogs/directoryAudits hands it out, as Azure Monitor sends it and as Log
// Analytics keeps it.

import { canonicalAddress, isServiceAddress } from '../address.ts';
import { clientOfAgent } from '../client.ts';
import { securityInfoChange } from '../directory/security-info.ts';
import { directoryTold } from '../directory/told.ts';
import { auditRecord, isAudit } from '../entra/audit-forms.ts';
import { directoryChange } from '../entra/change.ts';
import { modifiedIn, personIn, targetIn, targetNames } from '../entra/target.ts';
import { toldId } from '../entra/told.ts';
import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { methodDifference } from '../methods.ts';
import type { Modified } from '../methods.ts';
import { foldName, sameness } from '../name.ts';
import { directoryAct, foldOperation } from '../operation.ts';
import { bounded, changeParameters } from '../parameters.ts';
import { source } from '../source.ts';
import type { Told } from '../source.ts';
import type { Base, PrincipalKind } from '../../model/event.ts';

type Circumstances = Omit<Base, 'id' | 'source' | 'record' | 'act'>;

export const entraAudit = source({
  id: 'entra-audit',
  title: 'Microsoft Entra audit log',

  recognises: isAudit,

  read(whole) {
    const { record, inner, generatedAt } = auditRecord(whole);
    const base = circumstances(record);
    const correlation = record.at('correlationId').maybeText();
    return {
      event: told(record, base),
      ...known({ record: record.at('id').maybeText(), inner, generatedAt }),
      ...(correlation === undefined ? {} : { act: directoryAct(correlation, base.operation, targetIn(record) ?? '') }),
      names: [...initiatorNames(record), ...targetNames(record)],
    };
  },
});

function told(record: Field, base: Circumstances): Told {
  const target = targetIn(record);
  const modified = modifiedIn(record);
  const difference = methodDifference(modified) ?? securityInfoChange(base.operation, textsIn(record, modified));
  // Where the record names no person as its target, it is the initiator's own method.
  const owner = personIn(record) ?? base.actor;
  if (difference !== undefined && owner !== undefined) return { ...base, kind: 'methodChange', target: owner, ...difference };

  const change = directoryTold(directoryChange(record, base.operation), base);
  if (change !== undefined) return change;

  const parameters = bounded([...changeParameters(modified), ...detailsOf(record)]);
  const workload = record.at('loggedByService').maybeText() ?? 'AzureActiveDirectory';
  return { ...base, kind: 'adminChange', workload, ...known({ target }), parameters };
}

const textsIn = (record: Field, modified: readonly Modified[]): readonly string[] =>
  [
    record.at('resultReason').maybeText(),
    ...record
      .at('additionalDetails')
      .list()
      .map((it) => it.at('value').maybeText()),
    ...modified.flatMap(({ before, after }) => [before.maybeText(), after.maybeText()]),
  ].flatMap((text) => text ?? []);

function circumstances(record: Field): Circumstances {
  const userAgent = detail(record, 'User-Agent');
  const address = addressIn(record);
  const initiator = initiatorIn(record);

  return known({
    at: record.at('activityDateTime').instant(),
    operation: foldOperation(record.at('activityDisplayName').text()),
    ...initiator,
    outcome: /^(success|)$/i.test(record.at('result').maybeText() ?? '') ? ('success' as const) : ('failure' as const),
    address,
    serviceAddress: address !== undefined && isRelayed(address, initiator.actorKind, userAgent) ? true : undefined,
    userAgent,
    client: clientOfAgent(userAgent),
  });
}

/** Where the initiator was; role management notes it among the details, and an envelope beside the record. */
function addressIn(record: Field): string | undefined {
  const { user, app } = { user: record.at('initiatedBy').at('user'), app: record.at('initiatedBy').at('app') };
  const told = [user.at('ipAddress').maybeText(), detail(record, 'ipaddr'), app.at('ipAddress').maybeText()];
  return [...told, record.at('callerIpAddress').maybeText()].map(canonicalAddress).find((it) => it !== undefined);
}

// What a service asked for, or the sign-in service passed on, comes from a machine of the service.
const isRelayed = (address: string, initiator: PrincipalKind | undefined, userAgent: string | undefined): boolean =>
  isServiceAddress(address) || initiator === 'service' || userAgent === 'EvoSTS';

function initiatorIn(record: Field): { actor: string | undefined; actorKind: PrincipalKind | undefined } {
  const user = record.at('initiatedBy').at('user');
  const person = user.at('userPrincipalName').maybeText() ?? toldId(user.at('id'));
  if (person !== undefined) {
    return { actor: foldName(person), actorKind: person.toLowerCase().includes('#ext#@') ? 'external' : 'person' };
  }
  const service = toldId(record.at('initiatedBy').at('app').at('servicePrincipalId'));
  return { actor: service, actorKind: service === undefined ? undefined : 'service' };
}

function initiatorNames(record: Field): readonly (readonly string[])[] {
  const user = record.at('initiatedBy').at('user');
  return sameness([user.at('userPrincipalName').maybeText(), user.at('id').maybeText()]);
}

function detail(record: Field, key: string): string | undefined {
  const found = record
    .at('additionalDetails')
    .list()
    .find((it) => it.at('key').value === key);
  return found?.at('value').maybeText();
}

const detailsOf = (record: Field): readonly string[] =>
  record
    .at('additionalDetails')
    .list()
    .flatMap((it) => {
      const [key, value] = [it.at('key').maybeText(), it.at('value').maybeText()];
      return key === undefined || value === undefined ? [] : [`${key}=${value}`];
    });
