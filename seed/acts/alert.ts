// What other products say they saw, right or wrong.

import type { Instant } from '../../src/model/time.ts';
import type { Device } from '../device.ts';
import type { Message } from '../message.ts';
import type { Place } from '../network.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Person, ServicePrincipal } from '../tenant.ts';
import { alertRow, graphAlert, policyAlert, type ProductAlert } from '../wire/product-alert.ts';
import { riskDetection } from '../wire/risk-detection.ts';
import { cutToSecond } from '../wire/time.ts';
import type { World } from '../world.ts';

export type AlertProduct = 'identityProtection' | 'defenderForOffice' | 'defenderForEndpoint' | 'cloudApps';

export interface Alert {
  /** When what it saw began, and when the product said so. */
  readonly at: Instant;
  readonly seenAt: Instant;
  readonly product: AlertProduct;
  /** The alert's name; identityProtection's risks also by their type (`unfamiliarFeatures`). */
  readonly title: string;
  readonly severity: 'informational' | 'low' | 'medium' | 'high';
  /** A tactic as the products spell it; `InitialAccess` when left out. */
  readonly category?: string;
  readonly person?: Person;
  readonly place?: Place;
  readonly device?: Device;
  readonly message?: Message;
  readonly app?: ServicePrincipal;
}

/** Another product's alert. Throws when one of identityProtection names no person and place. */
export function alert(world: World, rng: Rng, it: Alert): SeedRecord[] {
  const moment: Moment = {
    at: cutToSecond(it.at) + rng.int(0, 999),
    seenAt: cutToSecond(Math.max(it.seenAt, it.at + 1000)) + rng.int(0, 999),
    ticks: String(rng.int(0, 9999)).padStart(4, '0'),
  };
  const drawn = { own: rng.guid(), provider: rng.guid(), request: rng.guid(), digest: rng.hex(64), incident: rng.int(100, 9999) };
  if (!world.telemetry.alerts) return [];
  const ids = { ...drawn, policy: world.rng.fork(`policy/${it.title}`).guid(), workspace: world.rng.fork('workspace').guid() };
  if (it.product === 'identityProtection') return [risk(world, it, moment, ids)];

  const told: ProductAlert = {
    at: moment.at,
    seenAt: moment.seenAt,
    ticks: moment.ticks,
    ids,
    title: it.title,
    severity: it.severity,
    category: it.category ?? 'InitialAccess',
    person: it.person,
    place: it.place,
    device: it.device,
    message: it.message,
    app: it.app,
  };
  if (it.product === 'cloudApps') return [alertRow(world.tenant, told, 'MCAS')];
  if (it.product === 'defenderForEndpoint') return [graphAlert(world.tenant, told, 'microsoftDefenderForEndpoint')];
  // Its filters know messages; its alert policies know who did what.
  return [
    it.message === undefined ? policyAlert(world.tenant, told) : graphAlert(world.tenant, told, 'microsoftDefenderForOffice365'),
  ];
}

type Moment = Pick<ProductAlert, 'at' | 'seenAt' | 'ticks'>;

function risk(world: World, it: Alert, moment: Moment, ids: { own: string; request: string; digest: string }): SeedRecord {
  const { person, place, severity } = it;
  if (person === undefined || place === undefined) throw new Error('alert: a risk is some person’s, at some place');
  return riskDetection(world.tenant, {
    ...moment,
    ...{ person, place, id: ids.digest, requestId: ids.request, correlationId: ids.own },
    type: riskTypes[it.title] ?? it.title,
    level: severity === 'informational' ? 'low' : severity,
    userAgent: it.device?.userAgent,
  });
}

/** As the portal calls them, and as the records do. */
const riskTypes: Readonly<Record<string, string>> = {
  'Unfamiliar sign-in properties': 'unfamiliarFeatures',
  'Anonymous IP address': 'anonymizedIPAddress',
  'Atypical travel': 'unlikelyTravel',
  'Impossible travel': 'mcasImpossibleTravel',
  'Malicious IP address': 'maliciousIPAddress',
  'Leaked credentials': 'leakedCredentials',
  'Password spray': 'passwordSpray',
  'Anomalous token': 'anomalousToken',
  'New country': 'newCountry',
  'Suspicious browser': 'suspiciousBrowser',
  'Attacker in the middle': 'attackerinTheMiddle',
  'Suspicious inbox manipulation rules': 'mcasSuspiciousInboxManipulationRules',
  'Suspicious inbox forwarding': 'suspiciousInboxForwarding',
  'Suspicious sending patterns': 'suspiciousSendingPatterns',
  'User reported suspicious activity': 'userReportedSuspiciousActivity',
  'Possible attempt to access Primary Refresh Token': 'attemptedPrtAccess',
};
