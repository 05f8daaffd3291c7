// The Entra sign-in log, as Microsoft Graph's auditLogs/signIns hands it out, as Azure Monitor sends it, as Log Analytics
// keeps it and as the portal lets it be downloaded.

import { canonicalAddress, isServiceAddress } from '../address.ts';
import { clientOfAgent, clientOfApp } from '../client.ts';
import { methodIn, mfaIn } from '../entra/mfa.ts';
import { isSignIn, signInRecord } from '../entra/sign-in-forms.ts';
import { toldId } from '../entra/told.ts';
import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { foldName, sameness } from '../name.ts';
import { signInAct } from '../operation.ts';
import { outcomeOf, UNTOLD } from '../sign-in-code.ts';
import { source } from '../source.ts';
import type { Told } from '../source.ts';
import type { Place, PrincipalKind } from '../../model/event.ts';

export const entraSignIn = source({
  id: 'entra-sign-in',
  title: 'Microsoft Entra sign-in log',

  recognises: isSignIn,

  read(whole) {
    const { record, inner, generatedAt } = signInRecord(whole);
    const id = record.at('id').maybeText();
    return {
      event: signIn(record),
      ...known({ record: id, act: id === undefined ? undefined : signInAct(id), inner, generatedAt }),
      names: namesOf(record),
    };
  },
});

function signIn(record: Field): Told<'signIn'> {
  const code = codeIn(record.at('status').at('errorCode'));
  const device = record.at('deviceDetail');
  const userAgent = record.at('userAgent').maybeText();

  return known({
    kind: 'signIn' as const,
    at: record.at('createdDateTime').instant(),
    operation: 'Sign-in',
    ...actorIn(record),
    code,
    outcome: outcomeOf(code),
    interactive: record.at('isInteractive').maybeBoolean() ?? true,
    ...placeIn(record),
    userAgent,
    client: clientIn(record, userAgent),
    app: toldId(record.at('appId')),
    appName: record.at('appDisplayName').maybeText(),
    resource: toldId(record.at('resourceId')),
    protocol: protocolIn(record, userAgent),
    mfa: mfaIn(record, code),
    mfaMethod: methodIn(record),
    device: toldId(device.at('deviceId')),
    deviceName: device.at('displayName').maybeText(),
    managed: managedIn(device),
    session: toldId(record.at('sessionId')),
    riskLevel: unlessNone(record.at('riskLevelDuringSignIn')),
    riskState: unlessNone(record.at('riskState')),
  });
}

/** Envelopes and downloads have a word where there is no number. */
function codeIn(field: Field): number {
  const told = field.maybeNumber();
  if (told !== undefined) return told;
  const word = field.maybeText()?.toLowerCase() ?? '';
  return word === 'success' ? 0 : FAILED.has(word) ? UNTOLD : field.number();
}

const FAILED: ReadonlySet<string> = new Set(['failure', 'failed', 'interrupted']);

/** `deviceCode` and `ropc` where any field tells: the protocol's own, the flow a session was begun with, or the agent. */
function protocolIn(record: Field, userAgent: string | undefined): string | undefined {
  const told = unlessNone(record.at('authenticationProtocol'));
  if (told !== undefined) return PROTOCOLS[told.toLowerCase()] ?? told;
  if (/^devicecode/i.test(record.at('originalTransferMethod').maybeText() ?? '')) return 'deviceCode';
  return userAgent?.toLowerCase() === 'bav2ropc' ? 'ropc' : undefined;
}

const PROTOCOLS: Readonly<Record<string, string>> = { devicecode: 'deviceCode', 'device code': 'deviceCode', ropc: 'ropc' };

/** Applications sign in, too; they have no user. */
function actorIn(record: Field): { actor: string | undefined; actorKind: PrincipalKind | undefined } {
  const user = record.at('userPrincipalName').maybeText() ?? toldId(record.at('userId'));
  if (user === undefined) {
    const service = toldId(record.at('servicePrincipalId'));
    return { actor: service, actorKind: service === undefined ? undefined : 'service' };
  }
  const isGuest = record.at('userType').maybeText()?.toLowerCase() === 'guest' || user.toLowerCase().includes('#ext#@');
  return { actor: foldName(user), actorKind: isGuest ? 'external' : 'person' };
}

const namesOf = (record: Field): readonly (readonly string[])[] =>
  sameness([record.at('userPrincipalName').maybeText(), record.at('userId').maybeText()]);

function placeIn(record: Field): Place {
  const address = canonicalAddress(record.at('ipAddress').maybeText());
  const location = record.at('location');
  const country = countryIn(location.at('countryOrRegion'));
  const coordinates = location.at('geoCoordinates');

  return known({
    address,
    serviceAddress: address !== undefined && isServiceAddress(address) ? true : undefined,
    country,
    countryFrom: country === undefined ? undefined : ('record' as const),
    region: location.at('state').maybeText(),
    city: location.at('city').maybeText(),
    latitude: coordinates.at('latitude').maybeNumber(),
    longitude: coordinates.at('longitude').maybeNumber(),
    asn: record.at('autonomousSystemNumber').maybeNumber(),
  });
}

/** Some write `Unknown`, or a name; only a code is the same everywhere. */
function countryIn(field: Field): string | undefined {
  const text = field.maybeText();
  return text !== undefined && /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined;
}

/** "Mobile Apps and Desktop clients" is all the log says of most programs; the agent may say more. */
function clientIn(record: Field, userAgent: string | undefined): string | undefined {
  const family = clientOfApp(record.at('clientAppUsed').maybeText());
  const agent = clientOfAgent(userAgent);
  return family === 'mobile' && agent === 'outlook' ? agent : (family ?? agent);
}

/** A device nobody enrolled is described without these two, or with null. */
function managedIn(device: Field): boolean | undefined {
  const answers = [device.at('isManaged').maybeBoolean(), device.at('isCompliant').maybeBoolean()];
  return answers.includes(true) ? true : answers.includes(false) ? false : undefined;
}

function unlessNone(field: Field): string | undefined {
  const text = field.maybeText();
  return text === undefined || /^(none|hidden|unknownFutureValue)$/i.test(text) ? undefined : text;
}
