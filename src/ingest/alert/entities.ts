// Whom and what an alert is about, as the lists an event holds: each once, by the key the rest of the graph knows it by.
//
// A process is no entity: it stands for the program it is an image of, the account it runs as and the host it runs on.

import { getDomain } from 'tldts';
import { canonicalAddress, isServiceAddress } from '../address.ts';
import { known } from '../known.ts';
import { byRank, foldName, kindOfName } from '../name.ts';
import type { Alert, Place } from '../../model/event.ts';
import type { EntityLabel } from '../../model/graph.ts';
import { namesOfAccount } from './account.ts';
import { fileOf, hashOf } from './file.ts';
import { hostOf } from './host.ts';
import type { Host } from './host.ts';
import { objectsIn, textIn, textsIn } from './objects.ts';
import type { Objects, Thing } from './objects.ts';

type Listed = Pick<
  Alert,
  | 'people'
  | 'devices'
  | 'addresses'
  | 'mailboxes'
  | 'messages'
  | 'files'
  | 'urls'
  | 'domains'
  | 'apps'
  | 'sessions'
  | 'called'
  | 'commonplace'
>;

export interface Entities {
  readonly listed: Listed;
  /** Where the one address is that it says so of. */
  readonly place: Place;
  /** Sets of names that are one person's. */
  readonly names: readonly (readonly string[])[];
  /** Sets of names of one mailbox's account, which may be nobody's. */
  readonly accounts: readonly (readonly string[])[];
  /** Names of people and things as written: what differs from one case of an alert to the next. */
  readonly particulars: readonly string[];
}

/** The most of each kind that is kept: an alert about more is about a crowd. */
const MOST = 500;
/** Longer keys carry data, and the database would not index them. */
const LONGEST_KEY = 2_000;

type Kind = keyof Omit<Listed, 'called' | 'commonplace'>;

const LABELS: Readonly<Record<Kind, EntityLabel>> = {
  people: 'User',
  devices: 'Device',
  addresses: 'IP',
  mailboxes: 'Mailbox',
  messages: 'Email',
  files: 'File',
  urls: 'Url',
  domains: 'Domain',
  apps: 'App',
  sessions: 'Session',
};

// A record with every kind in it, which `fromEntries` cannot know.
const ofEach = <V>(make: (kind: Kind) => V): Readonly<Record<Kind, V>> =>
  Object.fromEntries((Object.keys(LABELS) as Kind[]).map((kind) => [kind, make(kind)])) as unknown as Record<Kind, V>;

class Collection {
  readonly objects: Objects;
  readonly hosts: ReadonlyMap<Thing, Host>;
  readonly hostNames: ReadonlySet<string>;
  private readonly messages: ReadonlyMap<string, string>;
  readonly places = new Map<string, Place>();
  readonly names: (readonly string[])[] = [];
  readonly accounts: (readonly string[])[] = [];
  readonly particulars = new Set<string>();
  private readonly kept = ofEach(() => new Set<string>());
  private readonly called = new Map<string, string>();
  private readonly commonplace = new Set<string>();

  constructor(document: unknown) {
    this.objects = objectsIn(document);
    this.hosts = new Map(
      this.objects.all.flatMap((thing) => {
        const host = typeOf(thing) === 'host' ? hostOf(thing) : undefined;
        return host === undefined ? [] : [[thing, host]];
      }),
    );
    this.messages = new Map(
      this.objects.all.flatMap((thing) => {
        const [network, internet] = [textIn(thing, 'NetworkMessageId')?.toLowerCase(), messageIdOf(thing)];
        return network === undefined || internet === undefined ? [] : [[network, internet]];
      }),
    );
    this.hostNames = new Set([...this.hosts.values()].flatMap(({ key, name, short }) => [key, name ?? key, short ?? key]));
  }

  add(kind: Kind, key: string | undefined, name?: string, isCommonplace = false): void {
    if (key === undefined || key === '' || key.length > LONGEST_KEY) return;
    const keys = this.kept[kind];
    if (keys.size >= MOST && !keys.has(key)) return;
    keys.add(key);
    const entity = `${LABELS[kind]} ${key}`;
    const shown = this.called.get(entity);
    if (name !== undefined && name !== key && (shown === undefined || name < shown)) this.called.set(entity, name);
    if (isCommonplace) this.commonplace.add(entity);
  }

  listed(): Listed {
    const lists = ofEach((kind): readonly string[] => [...this.kept[kind]].sort());
    const called = [...this.called].map(([entity, name]) => `${entity}=${name}`).sort();
    return { ...lists, called, commonplace: [...this.commonplace].sort() };
  }

  /** A message by the id the service gave it: by the sender's, as mail logs name it, where the alert tells both. */
  messageOf(network: string | undefined): string | undefined {
    return network === undefined ? undefined : (this.messages.get(network.toLowerCase()) ?? network.toLowerCase());
  }

  /** The host a thing names, else the only one there is. */
  hostBeside(thing: Thing): Host | undefined {
    const named = this.objects.follow(thing['Host']);
    if (named !== undefined) return this.hosts.get(named);
    const [only, ...others] = new Set([...this.hosts.values()].map(({ key }) => key));
    return others.length > 0 ? undefined : [...this.hosts.values()].find(({ key }) => key === only);
  }
}

/** Of an entity list as parsed: the products' own shape, whatever the wrapping was. */
export function entitiesOf(document: unknown): Entities {
  const found = new Collection(document);
  for (const thing of found.objects.all) READERS[typeOf(thing)]?.(thing, found);
  const places = [...found.places.values()];
  return {
    listed: found.listed(),
    place: places.length === 1 ? (places[0] ?? {}) : {},
    names: found.names,
    accounts: found.accounts,
    particulars: [...found.particulars],
  };
}

const READERS: Readonly<Record<string, (thing: Thing, found: Collection) => void>> = {
  account: addAccount,
  host: addHost,
  ip: addAddress,
  mailbox: addMailbox,
  mailmessage: addMessage,
  submissionmail: addMessage,
  mailcluster: addCluster,
  file: addFile,
  filehash: (hash, found) => {
    found.add('files', hashOf(hash));
  },
  process: addProcess,
  url: (url, found) => {
    addUrl(textIn(url, 'Url'), found);
  },
  dns: addDomain,
  'dns-resolution': addDomain,
  'cloud-application': addService,
  'oauth-application': addApplication,
  'cloud-logon-session': addSession,
};

/** Capital letters differ from source to source, and some leave the type out. */
function typeOf(thing: Thing): string {
  const type = textIn(thing, 'Type')?.toLowerCase().replaceAll('_', '-');
  if (type !== undefined) return ALIASES[type] ?? type;
  return BY_PROPERTY.find(([, names]) => names.some((name) => Object.hasOwn(thing, name)))?.[0] ?? '';
}

const ALIASES: Readonly<Record<string, string>> = {
  user: 'account',
  machine: 'host',
  device: 'host',
  'mail-message': 'mailmessage',
  'mail-cluster': 'mailcluster',
  'submission-mail': 'submissionmail',
  dnsresolution: 'dns',
  cloudapplication: 'cloud-application',
  oauthapplication: 'oauth-application',
  cloudlogonsession: 'cloud-logon-session',
};

const BY_PROPERTY: readonly (readonly [string, readonly string[]])[] = [
  ['process', ['ProcessId', 'ImageFile']],
  ['mailcluster', ['NetworkMessageIds']],
  ['mailbox', ['MailboxPrimaryAddress']],
  ['mailmessage', ['Recipient', 'NetworkMessageId', 'InternetMessageId', 'SenderIP']],
  ['host', ['HostName', 'NetBiosName']],
  ['account', ['AadUserId', 'UPNSuffix', 'NTDomain', 'UserPrincipalName']],
  ['filehash', ['Algorithm']],
  ['url', ['Url']],
];

// ── One function a type of entity ─────────────────────────────────────────────────────────────────────────

function addAccount(account: Thing, found: Collection): void {
  note(found, textIn(account, 'Name'), textIn(account, 'DisplayName'), textIn(account, 'UserPrincipalName'));
  const names = namesOfAccount(account, found.hostNames);
  const [best] = names;
  if (best === undefined) return;
  found.add('people', best, textIn(account, 'DisplayName'));
  if (names.length > 1) found.names.push([...names].sort());
}

function addHost(host: Thing, found: Collection): void {
  const read = found.hosts.get(host);
  if (read === undefined) return;
  note(found, read.name, read.short, textIn(host, 'HostName'));
  found.add('devices', read.key, read.name, read.isController);
}

function addAddress(ip: Thing, found: Collection): void {
  const address = canonicalAddress(textIn(ip, 'Address', 'IpAddress'));
  if (address === undefined) return;
  found.add('addresses', address, undefined, isServiceAddress(address));
  const location = found.objects.follow(ip['Location']);
  const country = textIn(location, 'CountryCode')?.toUpperCase();
  const asn = Number(textIn(location, 'Asn'));
  if (country !== undefined && /^[A-Z]{2}$/.test(country))
    found.places.set(
      address,
      known({ address, country, countryFrom: 'record' as const, asn: Number.isInteger(asn) && asn > 0 ? asn : undefined }),
    );
}

/** Its account is told apart: a shared mailbox has one, too, and is nobody. */
function addMailbox(mailbox: Thing, found: Collection): void {
  const address = foldName(textIn(mailbox, 'MailboxPrimaryAddress', 'PrimaryAddress', 'Upn') ?? '');
  if (kindOfName(address) !== 'upn') return;
  note(found, address, textIn(mailbox, 'DisplayName'));
  found.add('mailboxes', address, textIn(mailbox, 'DisplayName'));
  const names = [...new Set([address, ...namesOfAccount(mailbox, found.hostNames)])];
  if (names.length > 1) found.accounts.push(names.sort(byRank));
}

function addMessage(message: Thing, found: Collection): void {
  found.add('messages', messageIdOf(message) ?? found.messageOf(textIn(message, 'NetworkMessageId')), textIn(message, 'Subject'));
  for (const recipient of textsIn(message, 'Recipient')) addRecipient(recipient, found);
  found.add('addresses', canonicalAddress(textIn(message, 'SenderIP', 'SenderIp')));
  // Whoever wrote From may have made it up: the domain is what a filter judged, nobody's account is named by it.
  const sender = textIn(message, 'P2Sender', 'Sender', 'P1Sender');
  note(found, sender);
  found.add('domains', domainOf(sender));
  for (const url of textsIn(message, 'Urls')) addUrl(url, found);
}

const messageIdOf = (message: Thing): string | undefined => textIn(message, 'InternetMessageId')?.replace(/^<|>$/g, '');

function addRecipient(recipient: string, found: Collection): void {
  const address = foldName(recipient);
  if (kindOfName(address) !== 'upn') return;
  note(found, address);
  found.add('mailboxes', address);
}

function addCluster(cluster: Thing, found: Collection): void {
  for (const id of textsIn(cluster, 'NetworkMessageIds')) found.add('messages', found.messageOf(id));
}

function addFile(file: Thing, found: Collection): void {
  const read = fileOf(file, found.hostBeside(file)?.key);
  note(found, read?.name);
  if (read !== undefined) found.add('files', read.key, read.name, read.isCommonplace);
}

function addProcess(process: Thing, found: Collection): void {
  // An image that is referred to is read where it stands; some name it in the process itself.
  if (found.objects.follow(process['ImageFile']) === undefined && textIn(process, 'FileName') !== undefined)
    addFile(process, found);
}

function addUrl(text: string | undefined, found: Collection): void {
  const url = text?.replace(/^uri=/i, '');
  note(found, url);
  found.add('urls', url);
}

function addDomain(dns: Thing, found: Collection): void {
  found.add('domains', textIn(dns, 'DomainName')?.toLowerCase().replace(/\.$/, ''));
}

/** A service everybody works in: where it happened, nothing that two alerts would share by more than chance. */
function addService(app: Thing, found: Collection): void {
  found.add('apps', textIn(app, 'AppId', 'SaasId'), textIn(app, 'Name', 'DisplayName'), true);
}

function addApplication(app: Thing, found: Collection): void {
  found.add('apps', textIn(app, 'OAuthAppId', 'AppId', 'OAuthObjectId')?.toLowerCase(), textIn(app, 'Name', 'DisplayName'));
}

function addSession(session: Thing, found: Collection): void {
  found.add('sessions', textIn(session, 'SessionId')?.toLowerCase());
}

const domainOf = (sender: string | undefined): string | undefined => {
  const host = sender === undefined ? undefined : /@([^@>\s]+)>?$/.exec(sender)?.[1]?.toLowerCase();
  return host === undefined ? undefined : (getDomain(host, { allowPrivateDomains: true }) ?? host);
};

function note(found: Collection, ...texts: readonly (string | undefined)[]): void {
  for (const text of texts) if (text !== undefined && text.length > 2) found.particulars.add(text);
}
