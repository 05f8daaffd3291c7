// What every record of the unified log tells alike: when, who, from where, with what, and whether it worked.

import { canonicalAddress, isServiceAddress } from '../address.ts';
import { clientOfAgent, clientOfInfo } from '../client.ts';
import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { foldName } from '../name.ts';
import { foldOperation } from '../operation.ts';
import type { Base, Outcome, Place } from '../../model/event.ts';
import { actorOf, NOBODY } from './actor.ts';
import type { Actor } from './actor.ts';
import { DIRECTORY } from './record-type.ts';

export type Circumstances = Omit<Base, 'id' | 'source' | 'record' | 'act'>;

export function circumstances(record: Field): Circumstances {
  const actor = actorOf(record);
  const userAgent = agentOf(record);
  const device = record.at('DeviceProperties');

  return known({
    at: record.at('CreationTime').instant(),
    operation: foldOperation(record.at('Operation').text()),
    actor: actor.name,
    actorKind: actor.kind,
    outcome: outcomeIn(record.at('ResultStatus').maybeText()),
    ...placeIn(record, actor, userAgent),
    userAgent,
    client: clientOfInfo(record.at('ClientInfoString').maybeText()) ?? clientOfAgent(userAgent),
    app: idIn(record.at('ApplicationId')) ?? idIn(record.at('ClientAppId')) ?? idIn(record.at('AppId')),
    appName: record.at('ApplicationDisplayName').maybeText() ?? record.at('AppAccessContext').at('ClientAppName').maybeText(),
    device: idIn(device.named('Id')) ?? idIn(record.at('DeviceId')),
    deviceName: device.named('DisplayName').maybeText(),
    managed: managedIn(record),
    // The token's session is the one the sign-in log knows; Exchange has one of its own besides.
    session:
      idIn(record.at('AppAccessContext').at('AADSessionId')) ?? idIn(device.named('SessionId')) ?? idIn(record.at('SessionId')),
  });
}

export const agentOf = (record: Field): string | undefined =>
  record.at('UserAgent').maybeText() ??
  record.at('ExtendedProperties').named('UserAgent').maybeText() ??
  record.at('ExtendedProperties').named('additionalDetails').maybeJson().at('User-Agent').maybeText();

/** Of three fields the first that says where a person was, else the first that says anything. */
function placeIn(record: Field, actor: Actor, userAgent: string | undefined): Pick<Place, 'address' | 'serviceAddress'> {
  const addresses = ['ClientIPAddress', 'ActorIpAddress', 'ClientIP'].flatMap(
    (name) => canonicalAddress(record.at(name).maybeText()) ?? [],
  );
  const address = addresses.find((it) => !isServiceAddress(it)) ?? addresses[0];
  if (address === undefined) return {};
  return isServiceAddress(address) || isRelayed(record, actor, userAgent) ? { address, serviceAddress: true } : { address };
}

// A directory change asked for by a service, or passed on by the sign-in service itself (EvoSTS), and mail fetched by
// Exchange's own parts (RESTSystem) show the address of a machine of the service.
function isRelayed(record: Field, actor: Actor, userAgent: string | undefined): boolean {
  if (/Client=RESTSystem/.test(record.at('ClientInfoString').maybeText() ?? '')) return true;
  return record.at('RecordType').maybeNumber() === DIRECTORY && (actor.kind === 'service' || userAgent === 'EvoSTS');
}

const outcomeIn = (status: string | undefined): Outcome => (/^(false|fail)/i.test(status ?? '') ? 'failure' : 'success');

function managedIn(record: Field): boolean | undefined {
  const device = record.at('DeviceProperties');
  return (
    device.named('IsCompliantAndManaged').maybeBoolean() ??
    device.named('IsCompliant').maybeBoolean() ??
    record.at('IsManagedDevice').maybeBoolean()
  );
}

/** Ids in lower case; all zeros stand for none. */
function idIn(field: Field): string | undefined {
  const text = foldName(field.maybeText() ?? '');
  return NOBODY.has(text) || /^[0-]+$/.test(text) ? undefined : text;
}
