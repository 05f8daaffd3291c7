// An alert as the product that raised it writes it down: rows of the Log Analytics table, Graph's alerts_v2, and risk
// detections. Each names people and machines by the names it happens to know.

import type { Rng } from '../../seed/random.ts';
import { rfc3339 } from '../../src/model/time.ts';
import type { Instant, Millis } from '../../src/model/time.ts';
import type { Machine, Office, Program, Worker } from './office.ts';

export interface Letter {
  readonly internet: string;
  readonly network: string;
  readonly sender: string;
  readonly senderAddress: string;
  readonly subject: string;
  readonly recipients: readonly Worker[];
  readonly urls: readonly string[];
}

/** What a product saw, before it is written down. */
export interface Sighting {
  readonly id: string;
  readonly at: Instant;
  readonly lasts: Millis;
  /** From the act to the alert. */
  readonly delay: Millis;
  readonly product: 'MDATP' | 'IPC' | 'MCAS' | 'OATP' | 'AATP' | 'ASI Scheduled Alerts';
  readonly title: string;
  readonly severity: 'Informational' | 'Low' | 'Medium' | 'High';
  readonly tactics: string;
  readonly techniques: readonly string[];
  /** Of a risk detection, its type. */
  readonly risk?: string;
  readonly people?: readonly Worker[];
  readonly machines?: readonly Machine[];
  readonly programs?: readonly Program[];
  readonly addresses?: readonly string[];
  readonly urls?: readonly string[];
  readonly domains?: readonly string[];
  readonly letter?: Letter;
  readonly session?: string;
  /** An app that was given rights. */
  readonly grant?: { readonly id: string; readonly name: string };
}

/** Graph tells of some, the workspace of the rest. */
export function written(sighting: Sighting, office: Office, dice: Rng): unknown {
  if (sighting.product === 'IPC' && dice.chance(0.6)) return riskDetection(sighting);
  return GRAPH_SOURCES[sighting.product] !== undefined && dice.chance(0.4)
    ? graphAlert(sighting, office, dice)
    : tableRow(sighting, office, dice);
}

// ── Log Analytics ─────────────────────────────────────────────────────────────────────────────────────────

function tableRow(sighting: Sighting, office: Office, dice: Rng): unknown {
  const { id, at, lasts, delay, product, title, severity, tactics, techniques } = sighting;
  return {
    SystemAlertId: id,
    VendorOriginalId: id,
    TimeGenerated: rfc3339(at + lasts + delay),
    StartTime: rfc3339(at),
    EndTime: rfc3339(at + lasts),
    ...{ DisplayName: title, AlertName: title, AlertSeverity: severity, ProviderName: product, Status: 'New' },
    ...{ Tactics: tactics, Techniques: JSON.stringify(techniques), Type: 'SecurityAlert' },
    CompromisedEntity: sighting.machines?.[0]?.fullName ?? sighting.people?.[0]?.upn ?? '',
    Entities: JSON.stringify(entitiesOf(sighting, office, dice)),
  };
}

function entitiesOf(sighting: Sighting, office: Office, dice: Rng): readonly object[] {
  const { product, people = [], machines = [], programs = [], addresses = [], urls = [], domains = [], letter } = sighting;
  const hosts = machines.map((machine, index) => ({ $id: `h${index}`, Type: 'host', ...hostNames(machine, office, product) }));
  const [host] = hosts;
  const on = host === undefined ? {} : { Host: { $ref: host.$id } };
  const files = programs.map((program, index) => ({
    ...{ $id: `f${index}`, Type: 'file', Name: program.name, Directory: program.folder, ...on },
    FileHashes: [{ Type: 'filehash', Algorithm: 'SHA256', Value: program.sha256 }],
  }));
  return [
    ...people.map((worker, index) => ({ $id: `a${index}`, Type: 'account', ...accountNames(worker, office, product, dice) })),
    ...hosts,
    ...files,
    ...files.map(({ $id }, index) => ({
      ...{ Type: 'process', ProcessId: String(dice.int(600, 20_000)), ImageFile: { $ref: $id }, ...on, $id: `p${index}` },
    })),
    ...addresses.map((Address) => ({ Type: 'ip', Address })),
    ...urls.map((Url) => ({ Type: 'url', Url })),
    ...domains.map((DomainName) => ({ Type: 'dns', DomainName })),
    ...(letter === undefined ? [] : mailOf(letter)),
    ...(product === 'MCAS' ? [{ Type: 'cloud-application', ...serviceOf(office, dice) }] : []),
    ...(sighting.grant === undefined
      ? []
      : [{ Type: 'oauth-application', OAuthAppId: sighting.grant.id, Name: sighting.grant.name }]),
    ...(sighting.session === undefined ? [] : [{ Type: 'cloud-logon-session', SessionId: sighting.session }]),
  ];
}

const serviceOf = (office: Office, dice: Rng): object => {
  const { id, name } = dice.pick(office.apps);
  return { AppId: Number(id), Name: name };
};

/** A sensor knows the machine's domain, the cloud the object, the sign-in log the sign-in name. */
function accountNames({ name, upn, id, sid, display }: Worker, { domain, netbios }: Office, product: string, dice: Rng): object {
  if (product === 'MDATP')
    return { Name: name, NTDomain: netbios, Sid: sid, ...(dice.chance(0.6) ? { AadUserId: id, UPNSuffix: domain } : {}) };
  if (product === 'AATP') return { Name: name, NTDomain: netbios, Sid: sid, DisplayName: display };
  if (product === 'IPC' || product === 'MCAS')
    return { AadUserId: id, ...(dice.chance(0.7) ? { Name: name, UPNSuffix: domain } : {}) };
  return { Name: name, UPNSuffix: upn.slice(upn.indexOf('@') + 1) };
}

function hostNames({ name, fullName, sensor, id, isController }: Machine, { domain }: Office, product: string): object {
  const roles = isController ? { DetailedRoles: ['DomainController'] } : {};
  if (product === 'MDATP')
    return { HostName: name, FQDN: fullName, DnsDomain: domain, MdatpDeviceId: sensor, AadDeviceId: id, ...roles };
  return { HostName: name, DnsDomain: domain, ...roles };
}

const mailOf = (letter: Letter): readonly object[] => [
  ...letter.recipients.flatMap((recipient) => [
    {
      Type: 'mailbox',
      MailboxPrimaryAddress: recipient.upn,
      Upn: recipient.upn,
      AadId: recipient.id,
      DisplayName: recipient.display,
    },
    {
      ...{ Type: 'mailMessage', NetworkMessageId: letter.network, InternetMessageId: `<${letter.internet}>` },
      ...{ Recipient: recipient.upn, P1Sender: letter.sender, P2Sender: letter.sender, SenderIP: letter.senderAddress },
      ...{ Subject: letter.subject, Urls: letter.urls, DeliveryAction: 'Delivered' },
    },
  ]),
];

// ── Graph ─────────────────────────────────────────────────────────────────────────────────────────────────

const GRAPH_SOURCES: Readonly<Partial<Record<Sighting['product'], string>>> = {
  MDATP: 'microsoftDefenderForEndpoint',
  OATP: 'microsoftDefenderForOffice365',
  AATP: 'microsoftDefenderForIdentity',
};

function graphAlert(sighting: Sighting, office: Office, dice: Rng): unknown {
  const { id, at, lasts, delay, product, title, severity, tactics, techniques } = sighting;
  return {
    ...{ id, providerAlertId: id, title, severity: severity.toLowerCase(), status: 'new' },
    ...{ serviceSource: GRAPH_SOURCES[product], category: tactics.split(',')[0], mitreTechniques: techniques },
    firstActivityDateTime: rfc3339(at),
    lastActivityDateTime: rfc3339(at + lasts),
    createdDateTime: rfc3339(at + lasts + delay),
    lastUpdateDateTime: rfc3339(at + lasts + delay),
    evidence: evidenceOf(sighting, office, dice),
  };
}

function evidenceOf(sighting: Sighting, { netbios }: Office, dice: Rng): readonly object[] {
  const { people = [], machines = [], programs = [], addresses = [], urls = [], letter } = sighting;
  const piece = (kind: string, said: object): object => ({ '@odata.type': `#microsoft.graph.security.${kind}Evidence`, ...said });
  const [on] = machines;
  const account = ({ name, sid, id, upn }: Worker): object => ({
    ...{ accountName: name, domainName: netbios, userSid: sid },
    ...(dice.chance(0.7) ? { azureAdUserId: id, userPrincipalName: upn } : {}),
  });
  return [
    ...people.map((worker) => piece('user', { userAccount: account(worker) })),
    ...machines.map(({ sensor, fullName, id, name }) =>
      piece('device', { mdeDeviceId: sensor, deviceDnsName: fullName, azureAdDeviceId: id, hostName: name }),
    ),
    ...programs.map(({ name, folder, sha256 }) =>
      piece('process', {
        ...{ mdeDeviceId: on?.sensor, processId: dice.int(600, 20_000), processCommandLine: name },
        imageFile: { fileName: name, filePath: folder, sha256 },
      }),
    ),
    ...addresses.map((ipAddress) => piece('ip', { ipAddress })),
    ...urls.map((url) => piece('url', { url })),
    ...(letter?.recipients ?? []).map(({ upn }) =>
      piece('analyzedMessage', {
        ...{ networkMessageId: letter?.network, internetMessageId: letter?.internet, recipientEmailAddress: upn },
        ...{ senderIp: letter?.senderAddress, subject: letter?.subject, urls: letter?.urls },
        ...{ p1Sender: { emailAddress: letter?.sender }, p2Sender: { emailAddress: letter?.sender } },
      }),
    ),
  ];
}

// ── Entra ID Protection ───────────────────────────────────────────────────────────────────────────────────

const riskDetection = ({ id, at, delay, severity, risk, people = [], addresses = [] }: Sighting): unknown => ({
  ...{ id, riskEventType: risk ?? 'unfamiliarFeatures', riskState: 'atRisk', riskLevel: severity.toLowerCase() },
  ...{ userId: people[0]?.id, userPrincipalName: people[0]?.upn, userDisplayName: people[0]?.display, ipAddress: addresses[0] },
  ...{ activityDateTime: rfc3339(at), detectedDateTime: rfc3339(at + delay), lastUpdatedDateTime: rfc3339(at + delay) },
});
