// A line of Microsoft Graph's auditLogs/signIns.

import type { SeedRecord } from '../record.ts';
import type { Tenant } from '../tenant.ts';
import { textOf, type Attempt } from './sign-in.ts';
import { cutToSecond, isoSeconds } from './time.ts';

export function entraSignIn(tenant: Tenant, attempt: Attempt): SeedRecord {
  const at = cutToSecond(attempt.at);
  return { source: 'entra-sign-in', at, id: attempt.id, record: signInOf(tenant, attempt, isoSeconds(at)) };
}

function signInOf(tenant: Tenant, attempt: Attempt, time: string): object {
  const { session, target } = attempt;
  const { errorCode, failureReason, additionalDetails } = textOf(attempt.outcome);
  const upn = session.person.upn.toLowerCase();

  return {
    id: attempt.id,
    createdDateTime: time,
    userDisplayName: session.person.displayName,
    userPrincipalName: upn,
    userId: session.person.id,
    appId: target.app.id,
    appDisplayName: target.app.name,
    ipAddress: session.place.address,
    ipAddressFromResourceProvider: null,
    clientAppUsed: target.client,
    userAgent: session.device.userAgent,
    correlationId: attempt.correlationId,
    originalRequestId: attempt.id,
    uniqueTokenIdentifier: tokenOf(attempt.id),
    sessionId: session.id,
    isInteractive: true,
    signInEventTypes: ['interactiveUser'],
    tokenIssuerName: '',
    tokenIssuerType: 'AzureAD',
    incomingTokenType: 'none',
    authenticationProtocol: 'none',
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
    autonomousSystemNumber: session.place.asn,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    status: { errorCode, failureReason, additionalDetails },
    deviceDetail: deviceOf(attempt),
    location: locationOf(attempt),
    conditionalAccessStatus: policyResult(attempt),
    appliedConditionalAccessPolicies: [{ ...appliedPolicy(tenant), result: policyResult(attempt) }],
    authenticationRequirement: 'multiFactorAuthentication',
    authenticationDetails: [firstStep(attempt, time), ...secondSteps(attempt, time)],
    authenticationProcessingDetails: [{ key: 'Is CAE Token', value: 'False' }],
    authenticationRequirementPolicies: [{ requirementProvider: 'multiConditionalAccess', detail: 'Conditional Access' }],
    mfaDetail: mfaDetail(attempt),
    networkLocationDetails: networkOf(tenant, attempt),
  };
}

/** A token is named by its request's id: the sixteen bytes, in URL-safe base64. */
export function tokenOf(id: string): string {
  const [a = '', b = '', c = '', d = '', e = ''] = id.split('-');
  const reversed = (hex: string) => hex.match(/../g)?.reverse().join('') ?? '';
  // The first three groups of a GUID lie in memory back to front.
  return Buffer.from(reversed(a) + reversed(b) + reversed(c) + d + e, 'hex').toString('base64url');
}

function deviceOf({ session: { device } }: Attempt): object {
  return {
    deviceId: device.id,
    displayName: device.name,
    operatingSystem: device.operatingSystem,
    browser: device.browser,
    isCompliant: device.managed,
    isManaged: device.managed,
    trustType: device.managed ? (device.kind === 'laptop' ? 'Azure AD joined' : 'Azure AD registered') : '',
  };
}

function locationOf({ session: { place } }: Attempt): object {
  const { name, state, country, latitude, longitude } = place.city;
  return { city: name, state, countryOrRegion: country, geoCoordinates: { altitude: null, latitude, longitude } };
}

function policyResult({ outcome }: Attempt): string {
  const text = textOf(outcome);
  if (!text.password) return 'notApplied';
  return text.met ? 'success' : 'failure';
}

const appliedPolicy = ({ policy }: Tenant) => ({
  id: policy.id,
  displayName: policy.displayName,
  enforcedGrantControls: ['Mfa'],
  enforcedSessionControls: [],
  conditionsSatisfied: 'application,users',
  conditionsNotSatisfied: 'none',
});

function firstStep(attempt: Attempt, time: string): object {
  const { password } = textOf(attempt.outcome);
  const byClaim = attempt.outcome === 'success';
  return {
    authenticationStepDateTime: time,
    authenticationMethod: byClaim ? 'Previously satisfied' : 'Password',
    authenticationMethodDetail: byClaim ? null : 'Password in the cloud',
    succeeded: password,
    authenticationStepResultDetail: byClaim
      ? 'First factor requirement satisfied by claim in the token'
      : password
        ? 'Correct password'
        : 'Invalid username or password or Invalid on-premise username or password.',
    authenticationStepRequirement: 'Primary authentication',
  };
}

function secondSteps(attempt: Attempt, time: string): object[] {
  const { asked, met, additionalDetails } = textOf(attempt.outcome);
  if (!asked) return [];
  if (attempt.secondFactor === 'claim') return [claimStep(time)];
  return [
    {
      authenticationStepDateTime: time,
      authenticationMethod: methodName(attempt),
      authenticationMethodDetail: attempt.secondFactor === 'sms' ? masked(attempt.phoneNumber) : null,
      succeeded: met,
      authenticationStepResultDetail: met ? 'MFA successfully completed' : additionalDetails,
      authenticationStepRequirement: 'Multifactor authentication',
    },
  ];
}

const claimStep = (time: string) => ({
  authenticationStepDateTime: time,
  authenticationMethod: 'Previously satisfied',
  authenticationMethodDetail: null,
  succeeded: true,
  authenticationStepResultDetail: 'MFA requirement satisfied by claim in the token',
  authenticationStepRequirement: 'Multifactor authentication',
});

function mfaDetail(attempt: Attempt): object | null {
  if (attempt.secondFactor === 'claim' || !textOf(attempt.outcome).asked) return null;
  return { authMethod: methodName(attempt), authDetail: attempt.secondFactor === 'sms' ? masked(attempt.phoneNumber) : null };
}

const methodName = ({ secondFactor }: Attempt) => (secondFactor === 'sms' ? 'Text message' : 'Mobile app notification');

/** All but the last two digits are hidden. */
const masked = (phoneNumber: string) => phoneNumber.replace(/\d(?=(?:\D*\d){2})/g, 'X');

function networkOf(tenant: Tenant, { session: { place } }: Attempt): object[] {
  const office = tenant.offices.find(({ exit }) => exit.address === place.address);
  if (office === undefined) return [];
  return [{ networkType: 'trustedNamedLocation', networkNames: [`${tenant.name} ${office.city.name}`] }];
}
