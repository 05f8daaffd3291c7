// Alerts of Defender's products, each in a shape it comes in: Graph's
// alerts_v2, a row of Sentinel's SecurityAlert table, an alert policy's record
// in the unified audit log.

import type { Instant } from '../../src/model/time.ts';
import type { Device } from '../device.ts';
import type { Message } from '../message.ts';
import { domainOf } from '../message.ts';
import type { Place } from '../network.ts';
import type { SeedRecord } from '../record.ts';
import type { Person, ServicePrincipal, Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import { isoBare, isoTicks } from './time.ts';

export interface ProductAlert {
  readonly at: Instant;
  readonly seenAt: Instant;
  readonly ids: {
    readonly own: string;
    readonly provider: string;
    readonly policy: string;
    readonly workspace: string;
    readonly incident: number;
  };
  readonly ticks: string;
  readonly title: string;
  readonly severity: 'informational' | 'low' | 'medium' | 'high';
  /** A tactic as the products spell it, e.g. `InitialAccess`. */
  readonly category: string;
  readonly person: Person | undefined;
  readonly place: Place | undefined;
  readonly device: Device | undefined;
  readonly message: Message | undefined;
  readonly app: ServicePrincipal | undefined;
}

export type GraphService = 'microsoftDefenderForOffice365' | 'microsoftDefenderForEndpoint';

/** Graph's security/alerts_v2. */
export function graphAlert(tenant: Tenant, alert: ProductAlert, service: GraphService): SeedRecord {
  const { at, seenAt, ids, ticks } = alert;
  // Two letters tell in the portal whose id follows.
  const provider = service === 'microsoftDefenderForEndpoint' ? `${ids.own}_1` : ids.own;
  const id = `${service === 'microsoftDefenderForEndpoint' ? 'da' : 'fa'}${provider}`;
  return lazily({ source: 'security-alert', at, id, feed: 'alerts_v2', writtenAt: seenAt }, () => ({
    id,
    providerAlertId: provider,
    incidentId: String(ids.incident),
    status: 'new',
    severity: alert.severity,
    classification: null,
    determination: null,
    serviceSource: service,
    detectionSource: service,
    detectorId: ids.policy,
    tenantId: tenant.id,
    title: alert.title,
    description: `${alert.title}.`,
    recommendedActions: '',
    category: alert.category,
    assignedTo: null,
    alertWebUrl: `https://security.microsoft.com/alerts/${id}?tid=${tenant.id}`,
    actorDisplayName: null,
    threatDisplayName: null,
    mitreTechniques: [],
    createdDateTime: isoTicks(seenAt, ticks),
    lastUpdateDateTime: isoTicks(seenAt, ticks),
    resolvedDateTime: null,
    firstActivityDateTime: isoTicks(at, ticks),
    lastActivityDateTime: isoTicks(at, ticks),
    comments: [],
    evidence: evidenceOf(tenant, alert),
  }));
}

function evidenceOf(tenant: Tenant, alert: ProductAlert): object[] {
  const { person, place, device, message, app } = alert;
  const about = (type: string, rest: object) => ({
    '@odata.type': `#microsoft.graph.security.${type}Evidence`,
    createdDateTime: isoTicks(alert.seenAt, alert.ticks),
    verdict: 'suspicious',
    remediationStatus: 'none',
    roles: [],
    tags: [],
    ...rest,
  });
  return [
    ...(person === undefined ? [] : [about('user', { userAccount: accountOf(tenant, person) })]),
    ...(person === undefined || message === undefined ? [] : [about('mailbox', mailboxOf(tenant, person))]),
    ...(place === undefined ? [] : [about('ip', { ipAddress: place.address, countryLetterCode: place.city.country })]),
    ...(device === undefined ? [] : [about('device', deviceOf(tenant, device, person))]),
    ...(message === undefined ? [] : [about('analyzedMessage', messageOf(message, person, place))]),
    ...(app === undefined
      ? []
      : [about('oauthApplication', { appId: app.appId, objectId: app.id, displayName: app.displayName })]),
  ];
}

const accountOf = (tenant: Tenant, person: Person) => ({
  accountName: person.upn.split('@')[0]?.toLowerCase(),
  domainName: tenant.domain,
  userSid: person.mailbox.sid,
  azureAdUserId: person.id,
  userPrincipalName: person.upn,
  displayName: person.displayName,
});

const mailboxOf = (tenant: Tenant, person: Person) => ({
  primaryAddress: person.mailbox.address,
  displayName: person.displayName,
  userAccount: accountOf(tenant, person),
});

const deviceOf = (tenant: Tenant, device: Device, person: Person | undefined) => ({
  azureAdDeviceId: device.id === '' ? null : device.id,
  mdeDeviceId: device.id === '' ? null : device.id.replaceAll('-', '').padEnd(40, '0'),
  deviceDnsName: device.name === '' ? null : `${device.name.toLowerCase()}.${tenant.domain}`,
  hostName: device.name === '' ? null : device.name.toLowerCase(),
  osPlatform: device.operatingSystem,
  loggedOnUsers:
    person === undefined ? [] : [{ accountName: person.upn.split('@')[0]?.toLowerCase(), domainName: tenant.domain }],
});

const messageOf = (message: Message, person: Person | undefined, place: Place | undefined) => ({
  networkMessageId: message.networkMessageId,
  internetMessageId: message.internetMessageId,
  subject: message.subject,
  recipientEmailAddress: person?.mailbox.address ?? null,
  senderIp: place?.address ?? null,
  p1Sender: {
    emailAddress: message.from.address,
    displayName: message.from.displayName,
    domainName: domainOf(message.from.address),
  },
  p2Sender: {
    emailAddress: message.from.address,
    displayName: message.from.displayName,
    domainName: domainOf(message.from.address),
  },
  deliveryAction: 'Delivered',
  deliveryLocation: 'Inbox',
  urls: [],
});

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A row of Log Analytics' SecurityAlert, its entities JSON in text. */
export function alertRow(tenant: Tenant, alert: ProductAlert, provider: 'MCAS'): SeedRecord {
  const { at, seenAt, ids, ticks, person } = alert;
  return lazily({ source: 'security-alert', at, id: ids.own, feed: 'SecurityAlert', writtenAt: seenAt }, () => ({
    TenantId: ids.workspace,
    TimeGenerated: isoTicks(seenAt, ticks),
    DisplayName: alert.title,
    AlertName: alert.title,
    AlertSeverity: capitalised(alert.severity),
    Description: `${alert.title}.`,
    ProviderName: provider,
    VendorName: 'Microsoft',
    VendorOriginalId: ids.provider,
    SystemAlertId: ids.own,
    AlertType: `${provider}_ALERT_${alert.title.toUpperCase().replace(/\W+/g, '_')}`,
    ConfidenceLevel: '',
    ConfidenceScore: null,
    IsIncident: false,
    StartTime: isoTicks(at, ticks),
    EndTime: isoTicks(at, ticks),
    ProcessingEndTime: isoTicks(seenAt, ticks),
    RemediationSteps: '[]',
    ExtendedProperties: JSON.stringify({ 'Cloud Applications': 'Microsoft 365' }),
    Entities: JSON.stringify(entitiesOf(tenant, alert)),
    SourceSystem: 'Detection',
    ExtendedLinks: '',
    ProductName: 'Microsoft Cloud App Security',
    ProductComponentName: '',
    AlertLink: '',
    Status: 'New',
    CompromisedEntity: person?.upn ?? '',
    Tactics: alert.category,
    Techniques: '',
    SubTechniques: '',
    Type: 'SecurityAlert',
  }));
}

function entitiesOf(tenant: Tenant, { person, place, device, app }: ProductAlert): object[] {
  const all = [
    ...(person === undefined
      ? []
      : [
          {
            Type: 'account',
            Name: person.upn.split('@')[0],
            UPNSuffix: tenant.domain,
            AadUserId: person.id,
            DisplayName: person.displayName,
            IsDomainJoined: true,
          },
        ]),
    ...(place === undefined
      ? []
      : [{ Type: 'ip', Address: place.address, Location: { CountryCode: place.city.country, Asn: place.asn } }]),
    ...(device === undefined || device.name === '' ? [] : [{ Type: 'host', HostName: device.name, AadDeviceId: device.id }]),
    ...(app === undefined
      ? []
      : [{ Type: 'oauth-application', OAuthAppId: app.appId, OAuthObjectId: app.id, Name: app.displayName }]),
    { Type: 'cloud-application', AppId: 11161, Name: 'Office 365' },
  ];
  return all.map((entity, number) => ({ $id: String(number + 2), ...entity }));
}

/** An alert policy of Office 365 found a match. */
export function policyAlert(tenant: Tenant, alert: ProductAlert): SeedRecord {
  const { at, seenAt, ids, ticks, person } = alert;
  return lazily({ source: 'security-alert', at, id: ids.own, feed: 'AlertTriggered', writtenAt: seenAt }, () => ({
    CreationTime: isoBare(seenAt),
    Id: ids.own,
    Operation: 'AlertTriggered',
    OrganizationId: tenant.id,
    RecordType: 40,
    ResultStatus: 'Succeeded',
    UserKey: 'SecurityComplianceAlerts',
    UserType: 4,
    Version: 1,
    Workload: 'SecurityComplianceCenter',
    ObjectId: person?.upn ?? ids.provider,
    UserId: 'SecurityComplianceAlerts',
    AlertId: ids.provider,
    AlertLinks: [{ AlertLinkHref: '' }],
    AlertType: 'System',
    Category: 'ThreatManagement',
    Comments: 'New alert',
    Data: JSON.stringify({
      ...(person === undefined ? {} : { etype: 'User', eid: person.upn, f3u: person.upn, suid: person.upn }),
      tid: tenant.id,
      ts: isoTicks(at, ticks),
      te: isoTicks(at, ticks),
      op: alert.title,
      tdc: '1',
      lon: alert.title,
      an: alert.title,
      sev: capitalised(alert.severity),
    }),
    EntityType: person === undefined ? 'Other' : 'User',
    Name: alert.title,
    PolicyId: ids.policy,
    Severity: capitalised(alert.severity),
    Source: 'Office 365 Security & Compliance',
    Status: 'Active',
  }));
}
