// The evidence of Microsoft Graph's `alerts_v2`, and the flat columns of advanced hunting, as entities of the older shape:
// one reader serves them all.

import { textIn, textsIn } from './objects.ts';
import type { Thing } from './objects.ts';

/** The pieces of `evidence[]`; what is of no known type is left out. */
export function entitiesInEvidence(evidence: readonly unknown[]): readonly Thing[] {
  const pieces = evidence.filter((it): it is Thing => typeof it === 'object' && it !== null && !Array.isArray(it));
  const devices = new Map(
    pieces.flatMap((piece) => {
      const id = typeOf(piece) === 'device' ? textIn(piece, 'mdeDeviceId') : undefined;
      return id === undefined ? [] : [[id, device(piece)]];
    }),
  );
  const hostOf = (id: string | undefined): Thing | undefined =>
    id === undefined ? undefined : (devices.get(id) ?? { Type: 'host', MdatpDeviceId: id });
  return pieces.flatMap((piece) => KINDS[typeOf(piece)]?.(piece, hostOf) ?? []);
}

type HostOf = (id: string | undefined) => Thing | undefined;

const KINDS: Readonly<Record<string, (piece: Thing, hostOf: HostOf) => readonly Thing[]>> = {
  user: (piece) => [account(inner(piece, 'userAccount') ?? piece)],
  device: (piece, hostOf) => {
    const host = hostOf(textIn(piece, 'mdeDeviceId')) ?? device(piece);
    return [host, ...objects(piece, 'loggedOnUsers').map((user) => ({ ...account(user), Host: host }))];
  },
  ip: (piece) => [address(piece)],
  url: (piece) => [{ Type: 'url', Url: piece['url'] }],
  mailbox: (piece) => [
    { ...account(inner(piece, 'userAccount') ?? {}), Type: 'mailbox', MailboxPrimaryAddress: piece['primaryAddress'] },
  ],
  analyzedmessage: (piece) => [message(piece)],
  submissionmail: (piece) => [{ ...message(piece), Recipient: piece['recipient'], Sender: piece['sender'] }],
  mailcluster: (piece) => [{ Type: 'mailCluster', NetworkMessageIds: textsIn(piece, 'networkMessageIds') }],
  process: (piece, hostOf) => process(piece, hostOf(textIn(piece, 'mdeDeviceId'))),
  file: (piece, hostOf) => [{ ...file(inner(piece, 'fileDetails') ?? {}), Host: hostOf(textIn(piece, 'mdeDeviceId')) }],
  filehash: (piece) => [{ Type: 'filehash', Algorithm: piece['algorithm'], Value: piece['value'] }],
  oauthapplication: (piece) => [
    { Type: 'oauth-application', OAuthAppId: piece['appId'], OAuthObjectId: piece['objectId'], Name: piece['displayName'] },
  ],
  cloudapplication: (piece) => [
    { Type: 'cloud-application', AppId: piece['saasAppId'] ?? piece['appId'], Name: piece['displayName'] },
  ],
  cloudlogonsession: (piece) => [
    { Type: 'cloud-logon-session', SessionId: piece['sessionId'] },
    ...fromNested(piece, 'account', (it) => account(inner(it, 'userAccount') ?? it)),
  ],
  hostlogonsession: (piece) => [
    ...fromNested(piece, 'account', (it) => account(inner(it, 'userAccount') ?? it)),
    ...fromNested(piece, 'host', device),
  ],
  dns: (piece) => [{ Type: 'dns', DomainName: piece['domainName'] }, ...fromNested(piece, 'hostIpAddress', address)],
  networkconnection: (piece) => [
    ...fromNested(piece, 'sourceAddress', address),
    ...fromNested(piece, 'destinationAddress', address),
  ],
};

/** `#microsoft.graph.security.userEvidence` → `user`. */
const typeOf = (piece: Thing): string =>
  (textIn(piece, '@odata.type') ?? '')
    .replace(/^.*\./, '')
    .replace(/Evidence$/, '')
    .toLowerCase();

const account = (user: Thing): Thing => ({
  Type: 'account',
  Name: user['accountName'],
  NTDomain: user['domainName'],
  Sid: user['userSid'],
  AadUserId: user['azureAdUserId'],
  UserPrincipalName: user['userPrincipalName'],
  DisplayName: user['displayName'],
});

const device = (piece: Thing): Thing => ({
  Type: 'host',
  AadDeviceId: piece['azureAdDeviceId'],
  MdatpDeviceId: piece['mdeDeviceId'],
  FQDN: piece['deviceDnsName'],
  HostName: piece['hostName'],
  DetailedRoles: piece['detailedRoles'],
});

const address = (piece: Thing): Thing => ({
  Type: 'ip',
  Address: piece['ipAddress'],
  Location: { CountryCode: piece['countryLetterCode'] ?? inner(piece, 'location')?.['countryLetterCode'] },
});

const message = (piece: Thing): Thing => ({
  Type: 'mailMessage',
  NetworkMessageId: piece['networkMessageId'],
  InternetMessageId: piece['internetMessageId'],
  Recipient: piece['recipientEmailAddress'],
  SenderIP: piece['senderIp'],
  P1Sender: inner(piece, 'p1Sender')?.['emailAddress'],
  P2Sender: inner(piece, 'p2Sender')?.['emailAddress'],
  Subject: piece['subject'],
  Urls: piece['urls'],
});

const file = (details: Thing): Thing => ({
  Type: 'file',
  Name: details['fileName'],
  Directory: details['filePath'],
  sha256: details['sha256'],
  sha1: details['sha1'],
  md5: details['md5'],
});

function process(piece: Thing, host: Thing | undefined): readonly Thing[] {
  const images = [inner(piece, 'imageFile'), inner(piece, 'parentProcessImageFile')].filter((it) => it !== undefined);
  return [
    ...images.map((image) => ({ ...file(image), Host: host })),
    ...fromNested(piece, 'userAccount', (user) => ({ ...account(user), Host: host })),
    ...(host === undefined ? [] : [host]),
  ];
}

/** A row of `AlertEvidence`: what its columns name, beside the fuller JSON in its last one. */
export function entitiesInRow(row: Thing): readonly Thing[] {
  const type = textIn(row, 'EntityType')?.toLowerCase();
  const host = textIn(row, 'DeviceId', 'DeviceName') === undefined ? undefined : hostInRow(row);
  const named = {
    Name: row['AccountName'],
    NTDomain: row['AccountDomain'],
    Sid: row['AccountSid'],
    AadUserId: row['AccountObjectId'],
    UserPrincipalName: row['AccountUpn'],
    Host: host,
  };
  return [
    ...(host === undefined ? [] : [host]),
    // the columns of a mailbox's row name the mailbox's account
    type === 'mailbox' ? { ...named, Type: 'mailbox', MailboxPrimaryAddress: row['AccountUpn'] } : { ...named, Type: 'account' },
    {
      Type: 'file',
      Name: row['FileName'],
      Directory: row['FolderPath'],
      sha256: row['SHA256'],
      sha1: row['SHA1'],
      Host: host,
    },
    { Type: 'ip', Address: row['RemoteIP'] },
    ...(type === 'ip' ? [{ Type: 'ip', Address: row['LocalIP'] }] : []),
    { Type: 'url', Url: row['RemoteUrl'] },
    ...(textIn(row, 'NetworkMessageId') === undefined
      ? []
      : [{ Type: 'mailMessage', NetworkMessageId: row['NetworkMessageId'] }]),
    ...(textIn(row, 'OAuthApplicationId') === undefined
      ? []
      : [{ Type: 'oauth-application', OAuthAppId: row['OAuthApplicationId'], Name: row['Application'] }]),
  ];
}

const hostInRow = (row: Thing): Thing => ({ Type: 'host', MdatpDeviceId: row['DeviceId'], FQDN: row['DeviceName'] });

const inner = (thing: Thing, name: string): Thing | undefined => {
  const value = thing[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : undefined;
};

const objects = (thing: Thing, name: string): readonly Thing[] => {
  const value = thing[name];
  return Array.isArray(value)
    ? (value as readonly unknown[]).filter((it): it is Thing => typeof it === 'object' && it !== null)
    : [];
};

const fromNested = (thing: Thing, name: string, read: (it: Thing) => Thing): readonly Thing[] => {
  const found = inner(thing, name);
  return found === undefined ? [] : [read(found)];
};
