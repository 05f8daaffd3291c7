// A risk Entra ID Protection detected, as Graph's identityProtection/riskDetections hands it out.

import type { Instant } from '../../src/model/time.ts';
import type { Place } from '../network.ts';
import type { SeedRecord } from '../record.ts';
import type { Person, Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import { isoTicks } from './time.ts';

export interface Risk {
  readonly at: Instant;
  readonly seenAt: Instant;
  /** Sixty-four hexadecimal digits. */
  readonly id: string;
  readonly requestId: string;
  readonly correlationId: string;
  readonly ticks: string;
  /** `unfamiliarFeatures`, `anonymizedIPAddress` … */
  readonly type: string;
  readonly level: 'low' | 'medium' | 'high';
  readonly person: Person;
  readonly place: Place;
  readonly userAgent: string | undefined;
}

export function riskDetection(tenant: Tenant, risk: Risk): SeedRecord {
  const { at, seenAt, id } = risk;
  return lazily({ source: 'security-alert', at, id, feed: 'identityProtection', writtenAt: seenAt }, () => ({
    id,
    requestId: risk.requestId,
    correlationId: risk.correlationId,
    riskType: risk.type,
    riskEventType: risk.type,
    riskState: 'atRisk',
    riskLevel: risk.level,
    riskDetail: 'none',
    source: 'IdentityProtection',
    // Some are found at the door, most later, among everybody's sign-ins.
    detectionTimingType: seenAt - at < 600_000 ? 'realtime' : 'offline',
    activity: 'signin',
    tokenIssuerType: 'AzureAD',
    ipAddress: risk.place.address,
    location: locationOf(risk.place),
    activityDateTime: isoTicks(at, risk.ticks),
    detectedDateTime: isoTicks(seenAt, risk.ticks),
    lastUpdatedDateTime: isoTicks(seenAt, risk.ticks),
    userId: risk.person.id,
    userDisplayName: risk.person.displayName,
    userPrincipalName: risk.person.upn.toLowerCase(),
    homeTenantId: tenant.id,
    userType: 'member',
    crossTenantAccessType: 'none',
    additionalInfo: JSON.stringify(risk.userAgent === undefined ? [] : [{ Key: 'userAgent', Value: risk.userAgent }]),
  }));
}

const locationOf = ({ city: { name, state, country, latitude, longitude } }: Place) => ({
  city: name,
  state,
  countryOrRegion: country,
  geoCoordinates: { latitude, longitude },
});
