// A line of Microsoft Graph's auditLogs/signIns, of its beta version: people at
// the sign-in page, programs that renew tokens, applications as themselves.

import type { Instant } from '../../src/model/time.ts';
import type { Place } from '../network.ts';
import type { SeedRecord } from '../record.ts';
import type { ServicePrincipal, Tenant } from '../tenant.ts';
import { isLegacy, type App } from './apps.ts';
import { lazily } from './lazy.ts';
import { nobody, textOf, type Attempt, type Protocol } from './sign-in.ts';
import { cutToSecond, isoSeconds } from './time.ts';

export function entraSignIn(tenant: Tenant, attempt: Attempt): SeedRecord {
  const at = cutToSecond(attempt.at);
  const feed = attempt.interactive ? 'interactive' : 'nonInteractive';
  return lazily({ source: 'entra-sign-in', at, id: attempt.id, feed }, () => signInOf(tenant, attempt, isoSeconds(at)));
}

function signInOf(tenant: Tenant, attempt: Attempt, time: string): object {
  const { who, place, device, target, outcome } = attempt;
  const { errorCode, failureReason } = textOf(outcome);
  const isNobody = outcome === 'noSuchUser';

  return {
    id: attempt.id,
    createdDateTime: time,
    userDisplayName: isNobody ? attempt.typed : who.displayName,
    userPrincipalName: isNobody ? attempt.typed.toLowerCase() : who.upn.toLowerCase(),
    userId: isNobody ? nobody : who.id,
    appId: target.app.id,
    appDisplayName: target.app.name,
    ipAddress: place.address,
    ipAddressFromResourceProvider: null,
    clientAppUsed: target.client,
    userAgent: agentOf(attempt),
    correlationId: attempt.correlationId,
    originalRequestId: attempt.id,
    uniqueTokenIdentifier: tokenOf(attempt.id),
    sessionId: attempt.sessionId,
    isInteractive: attempt.interactive,
    signInEventTypes: [attempt.interactive ? 'interactiveUser' : 'nonInteractiveUser'],
    tokenIssuerName: '',
    tokenIssuerType: 'AzureAD',
    incomingTokenType: attempt.incomingToken,
    authenticationProtocol: attempt.interactive ? attempt.protocol : 'none',
    originalTransferMethod: transferMethods[attempt.protocol],
    clientCredentialType: 'none',
    processingTimeInMilliseconds: attempt.milliseconds,
    userType: 'member',
    crossTenantAccessType: 'none',
    homeTenantId: tenant.id,
    resourceTenantId: tenant.id,
    resourceDisplayName: target.resource.name,
    resourceId: target.resource.id,
    alternateSignInName: attempt.typed,
    signInIdentifier: attempt.typed,
    signInIdentifierType: 'userPrincipalName',
    servicePrincipalId: '',
    flaggedForReview: false,
    isTenantRestricted: false,
    autonomousSystemNumber: place.asn,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    status: { errorCode, failureReason, additionalDetails: detailsOf(attempt) },
    deviceDetail: {
      deviceId: device.id,
      displayName: device.name,
      operatingSystem: device.operatingSystem,
      browser: device.browser,
      isCompliant: device.managed,
      isManaged: device.managed,
      trustType: device.managed ? (device.kind === 'laptop' ? 'Azure AD joined' : 'Azure AD registered') : '',
    },
    location: locationOf(place),
    conditionalAccessStatus: policyResult(attempt),
    appliedConditionalAccessPolicies: appliedPolicies(tenant, attempt),
    authenticationRequirement: attempt.requirement,
    authenticationDetails: attempt.interactive ? stepsOf(attempt, time) : [],
    authenticationProcessingDetails: [{ key: 'Is CAE Token', value: 'False' }],
    authenticationRequirementPolicies: needsFactor(attempt)
      ? [{ requirementProvider: 'multiConditionalAccess', detail: 'Conditional Access' }]
      : [],
    mfaDetail: mfaDetail(attempt),
    networkLocationDetails: networkOf(tenant, place),
  };
}

/** Old protocols show no program of their own. */
export const agentOf = ({ protocol, target, device }: Pick<Attempt, 'protocol' | 'target' | 'device'>): string =>
  protocol === 'ropc' && isLegacy(target) ? 'BAV2ROPC' : device.userAgent;

const transferMethods: Readonly<Record<Protocol, string>> = {
  none: 'none',
  ropc: 'none',
  deviceCode: 'deviceCodeFlow',
  authenticationTransfer: 'authenticationTransfer',
};

export interface AppAttempt {
  readonly at: Instant;
  readonly id: string;
  readonly correlationId: string;
  readonly app: ServicePrincipal;
  readonly place: Place;
  readonly resource: App;
  /** Which of the application's secrets it showed. */
  readonly credentialId: string;
}

/** An application signs in as itself, with a secret of its own. */
export function entraAppSignIn(tenant: Tenant, attempt: AppAttempt): SeedRecord {
  const at = cutToSecond(attempt.at);
  return lazily({ source: 'entra-sign-in', at, id: attempt.id, feed: 'servicePrincipal' }, () => ({
    id: attempt.id,
    createdDateTime: isoSeconds(at),
    userDisplayName: null,
    userPrincipalName: null,
    userId: '',
    appId: attempt.app.appId,
    appDisplayName: attempt.app.displayName,
    ipAddress: attempt.place.address,
    ipAddressFromResourceProvider: null,
    clientAppUsed: null,
    userAgent: null,
    correlationId: attempt.correlationId,
    originalRequestId: '',
    uniqueTokenIdentifier: tokenOf(attempt.id),
    sessionId: null,
    isInteractive: false,
    signInEventTypes: ['servicePrincipal'],
    tokenIssuerName: '',
    tokenIssuerType: 'AzureAD',
    incomingTokenType: 'none',
    authenticationProtocol: 'none',
    originalTransferMethod: 'none',
    clientCredentialType: 'clientSecret',
    processingTimeInMilliseconds: 0,
    userType: null,
    crossTenantAccessType: 'none',
    homeTenantId: tenant.id,
    resourceTenantId: tenant.id,
    resourceDisplayName: attempt.resource.name,
    resourceId: attempt.resource.id,
    servicePrincipalId: attempt.app.id,
    servicePrincipalName: attempt.app.displayName,
    servicePrincipalCredentialKeyId: attempt.credentialId,
    flaggedForReview: false,
    isTenantRestricted: false,
    autonomousSystemNumber: attempt.place.asn,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    status: { errorCode: 0, failureReason: null, additionalDetails: null },
    deviceDetail: null,
    location: locationOf(attempt.place),
    conditionalAccessStatus: 'notApplied',
    appliedConditionalAccessPolicies: [],
    authenticationRequirement: null,
    authenticationDetails: [],
    authenticationProcessingDetails: [],
    networkLocationDetails: networkOf(tenant, attempt.place),
  }));
}

/** A token is named by its request's id: the sixteen bytes, in URL-safe base64. */
export function tokenOf(id: string): string {
  const hex = (from: number, until: number) => id.slice(from, until);
  // The first three groups of a GUID lie in memory back to front.
  const bytes =
    hex(6, 8) +
    hex(4, 6) +
    hex(2, 4) +
    hex(0, 2) +
    hex(11, 13) +
    hex(9, 11) +
    hex(16, 18) +
    hex(14, 16) +
    hex(19, 23) +
    hex(24, 36);
  return Buffer.from(bytes, 'hex').toString('base64url');
}

const locationOf = ({ city: { name, state, country, latitude, longitude } }: Place) => ({
  city: name,
  state,
  countryOrRegion: country,
  geoCoordinates: { altitude: null, latitude, longitude },
});

const needsFactor = ({ requirement }: Attempt): boolean => requirement === 'multiFactorAuthentication';

/** A renewed token never asks anybody. */
function detailsOf(attempt: Attempt): string | null {
  const { errorCode, additionalDetails } = textOf(attempt.outcome);
  if (errorCode !== 0) return additionalDetails;
  if (!needsFactor(attempt)) return null;
  return attempt.secondFactor === 'passkey' && attempt.outcome === 'successPrompted' ? byPasskey : additionalDetails;
}

const byPasskey = 'MFA requirement satisfied by strong authentication';

function policyResult(attempt: Attempt): string {
  const text = textOf(attempt.outcome);
  if (!text.password || (!needsFactor(attempt) && attempt.outcome !== 'blockedByPolicy')) return 'notApplied';
  return text.met ? 'success' : 'failure';
}

function appliedPolicies({ policy }: Tenant, attempt: Attempt): object[] {
  return [
    {
      id: policy.id,
      displayName: policy.displayName,
      enforcedGrantControls: [attempt.outcome === 'blockedByPolicy' ? 'Block' : 'Mfa'],
      enforcedSessionControls: [],
      conditionsSatisfied: 'application,users',
      conditionsNotSatisfied: 'none',
      result: policyResult(attempt),
    },
  ];
}

function stepsOf(attempt: Attempt, time: string): object[] {
  const { asked } = textOf(attempt.outcome);
  if (attempt.secondFactor === 'passkey' && asked && attempt.outcome !== 'success') return [passkeyStep(attempt, time)];
  return [firstStep(attempt, time), ...(asked && needsFactor(attempt) ? [secondStep(attempt, time)] : [])];
}

function firstStep(attempt: Attempt, time: string): object {
  const text = textOf(attempt.outcome);
  const byClaim = attempt.outcome === 'success';
  const wrong = text.firstStep ?? 'Invalid username or password or Invalid on-premise username or password.';
  return {
    authenticationStepDateTime: time,
    authenticationMethod: byClaim ? 'Previously satisfied' : 'Password',
    authenticationMethodDetail: byClaim ? null : 'Password in the cloud',
    succeeded: text.password,
    authenticationStepResultDetail: byClaim
      ? 'First factor requirement satisfied by claim in the token'
      : text.password
        ? 'Correct password'
        : wrong,
    authenticationStepRequirement: 'Primary authentication',
  };
}

/** One touch is both factors. */
function passkeyStep(attempt: Attempt, time: string): object {
  const { met, additionalDetails } = textOf(attempt.outcome);
  return {
    authenticationStepDateTime: time,
    authenticationMethod: methodNames.passkey,
    authenticationMethodDetail: null,
    succeeded: met,
    authenticationStepResultDetail: met ? byPasskey : additionalDetails,
    authenticationStepRequirement: 'Primary authentication',
  };
}

function secondStep(attempt: Attempt, time: string): object {
  const { met, additionalDetails } = textOf(attempt.outcome);
  const byClaim = attempt.secondFactor === 'claim';
  return {
    authenticationStepDateTime: time,
    authenticationMethod: byClaim ? 'Previously satisfied' : methodNames[attempt.secondFactor],
    authenticationMethodDetail: phoneDetail(attempt),
    succeeded: byClaim || met,
    authenticationStepResultDetail: byClaim
      ? 'MFA requirement satisfied by claim in the token'
      : met
        ? 'MFA successfully completed'
        : additionalDetails,
    authenticationStepRequirement: 'Multifactor authentication',
  };
}

const methodNames: Readonly<Record<Exclude<Attempt['secondFactor'], 'claim'>, string>> = {
  app: 'Mobile app notification',
  sms: 'Text message',
  call: 'Phone call approval (Authentication phone)',
  code: 'OATH verification code',
  passkey: 'Passkey (device-bound)',
};

function mfaDetail(attempt: Attempt): object | null {
  const { secondFactor, outcome } = attempt;
  if (secondFactor === 'claim' || secondFactor === 'passkey' || !needsFactor(attempt) || !textOf(outcome).asked) return null;
  return { authMethod: methodNames[secondFactor], authDetail: phoneDetail(attempt) };
}

const phoneDetail = ({ secondFactor, phoneNumber }: Attempt): string | null =>
  secondFactor === 'sms' || secondFactor === 'call' ? masked(phoneNumber) : null;

/** All but the last two digits are hidden. */
const masked = (phoneNumber: string) => phoneNumber.replace(/\d(?=(?:\D*\d){2})/g, 'X');

function networkOf(tenant: Tenant, place: Place): object[] {
  const office = tenant.offices.find(({ exit }) => exit.address === place.address);
  if (office === undefined) return [];
  return [{ networkType: 'trustedNamedLocation', networkNames: [`${tenant.name} ${office.city.name}`] }];
}
