// Events with sensible defaults: Ana, at her desk in Australia, on a Wednesday morning.

import type {
  AdminChange,
  Alert,
  Base,
  Connection,
  Consent,
  Delegation,
  Event,
  FileAccess,
  Kind,
  Mail,
  MailAccess,
  MailboxRule,
  MailItem,
  MethodChange,
  Other,
  RoleChange,
  SignIn,
} from '../../src/model/event.ts';
import { hours } from '../../src/model/time.ts';

export const ana = 'ana@contoso.test';
export const bo = 'bo@contoso.test';
/** Where examples begin: 2026-03-04T09:00Z. */
export const noon = Date.UTC(2026, 2, 4, 9);
/** The usual place, and one that examples make rare. */
export const home = { address: '192.0.2.10', country: 'AU', asn: 64500 } as const;
export const abroad = { address: '203.0.113.7', country: 'DE', asn: 64511 } as const;
/** The service's own address: says nothing of where a person sat. */
export const service = { address: '198.51.100.1', country: 'IE', serviceAddress: true } as const;

let made = 0;

function base(given: Partial<Base>, operation: string): Base {
  made += 1;
  const id = given.id ?? `e${made}`;
  return {
    id,
    source: 'test',
    record: id,
    at: noon,
    act: id,
    operation,
    actor: ana,
    actorKind: 'person',
    outcome: 'success',
    ...home,
    ...given,
  };
}

export const signIn = (given: Partial<SignIn> = {}): SignIn => ({
  ...base(given, 'UserLoggedIn'),
  kind: 'signIn',
  code: 0,
  interactive: true,
  ...given,
});

/** A challenge that was refused: 500121, from the same place as everything else given. */
export const refusedMfa = (given: Partial<SignIn> = {}): SignIn =>
  signIn({ outcome: 'failure', code: 500121, mfa: 'refused', ...given });

export const methodChange = (given: Partial<MethodChange> = {}): MethodChange => ({
  ...base(given, 'Update user'),
  kind: 'methodChange',
  target: ana,
  change: 'changed',
  methods: ['phone'],
  before: ['phone=+61 400 000 041'],
  after: ['phone=+233 20 000 0007'],
  ...given,
});

export const mailboxRule = (given: Partial<MailboxRule> = {}): MailboxRule => ({
  ...base(given, 'New-InboxRule'),
  kind: 'mailboxRule',
  scope: 'inbox',
  change: 'created',
  mailbox: ana,
  rule: `${given.mailbox ?? ana}\\${given.name ?? 'Newsletters'}`,
  name: 'Newsletters',
  forwardsTo: [],
  deletes: false,
  marksRead: false,
  stops: false,
  from: [],
  words: [],
  ...given,
});

export const mailAccess = (given: Partial<MailAccess> = {}): MailAccess => ({
  ...base(given, 'MailItemsAccessed'),
  kind: 'mailAccess',
  mailbox: ana,
  access: 'bind',
  throttled: false,
  items: 1,
  folders: ['\\Inbox'],
  messages: [],
  ...given,
});

export const mailItem = (given: Partial<MailItem> = {}): MailItem => ({
  ...base(given, 'Update'),
  kind: 'mailItem',
  mailbox: ana,
  deed: 'updated',
  items: 1,
  folders: ['\\Inbox'],
  messages: [],
  subjects: [],
  attachments: [],
  ...given,
});

export const fileAccess = (given: Partial<FileAccess> = {}): FileAccess => {
  const site = given.site ?? 'https://contoso.sharepoint.test/sites/Team';
  const name = given.name ?? 'Lunch menu.docx';
  return {
    ...base(given, 'FileAccessed'),
    kind: 'fileAccess',
    deed: 'accessed',
    file: `${site}/Shared Documents/${name}`,
    name,
    site,
    automatic: false,
    ...given,
  };
};

export const adminChange = (given: Partial<AdminChange> = {}): AdminChange => ({
  ...base(given, 'Add-MailboxPermission'),
  kind: 'adminChange',
  workload: 'Exchange',
  parameters: [],
  ...given,
});

export const consent = (given: Partial<Consent> = {}): Consent => ({
  ...base(given, 'Consent to application'),
  kind: 'consent',
  breadth: 'person',
  scopes: ['User.Read'],
  ...given,
});

export const roleChange = (given: Partial<RoleChange> = {}): RoleChange => ({
  ...base(given, 'Add member to role'),
  kind: 'roleChange',
  change: 'granted',
  role: 'Global Administrator',
  target: 'bo@contoso.test',
  ...given,
});

export const delegation = (given: Partial<Delegation> = {}): Delegation => ({
  ...base(given, 'Add-MailboxPermission'),
  kind: 'delegation',
  change: 'granted',
  mailbox: 'bo@contoso.test',
  right: 'fullAccess',
  grantee: ana,
  ...given,
});

export const mail = (given: Partial<Mail> = {}): Mail => ({
  ...base(given, 'Message'),
  kind: 'mail',
  message: 'one@contoso.test',
  direction: 'internal',
  sender: ana,
  recipients: ['bo@contoso.test'],
  delivery: 'delivered',
  urls: [],
  attachments: [],
  hashes: [],
  ...given,
});

export const connection = (given: Partial<Connection> = {}): Connection => ({
  ...base(given, 'conn'),
  kind: 'connection',
  deed: 'connected',
  lastAt: given.at ?? noon,
  count: 1,
  failures: 0,
  bytesOut: 0,
  bytesIn: 0,
  records: [],
  ...given,
});

/** Nobody's deed. */
export const alert = (given: Partial<Alert> = {}): Alert => ({
  ...nobodys(base(given, 'Unfamiliar sign-in')),
  kind: 'alert',
  product: 'Another product',
  headline: 'Unfamiliar sign-in',
  severity: 'medium',
  status: 'open',
  tactics: [],
  techniques: [],
  lastAt: given.at ?? noon,
  count: 1,
  people: [ana],
  devices: [],
  addresses: [],
  mailboxes: [],
  messages: [],
  files: [],
  urls: [],
  domains: [],
  apps: [],
  sessions: [],
  called: [],
  commonplace: [],
  ...given,
});

function nobodys(made: Base): Base {
  const rest = { ...made };
  for (const field of ['actor', 'actorKind']) Reflect.deleteProperty(rest, field);
  return rest;
}

export const other = (given: Partial<Other> = {}): Other => ({ ...base(given, 'Something'), kind: 'other', ...given });

const builders = {
  signIn,
  methodChange,
  mailboxRule,
  mailAccess,
  mailItem,
  fileAccess,
  adminChange,
  consent,
  roleChange,
  delegation,
  mail,
  connection,
  alert,
  other,
} as const;

const optional = ['actor', 'actorKind', 'address', 'country', 'asn', 'movesTo', 'mailbox', 'site'] as const;

/** An event of which nothing is known but what must be. */
export function bare(kind: Kind, id = `bare-${kind}`): Event {
  const event: Record<string, unknown> = { ...builders[kind]({ id }) };
  for (const field of optional) {
    if (field !== 'mailbox' || kind === 'mailboxRule') Reflect.deleteProperty(event, field);
  }
  return event as unknown as Event;
}

/** `n` events, an hour apart unless said otherwise, the last of them one step before `until`. */
export const series = <E>(
  n: number,
  make: (at: { at: number }, index: number) => E,
  until: number = noon,
  step: number = hours(1),
): readonly E[] => Array.from({ length: n }, (_, index) => make({ at: until - (n - index) * step }, index));
