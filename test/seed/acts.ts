// A small company on a calendar, and everything its people, programs and
// strangers can do that leaves a record, each done in the ways there are.

import { askAgent, teamsMessage } from '../../seed/acts/collaboration.ts';
import {
  addToGroup,
  assignRole,
  changePassword,
  createUser,
  deleteUser,
  disableUser,
  enableUser,
  registerDevice,
  removeFromGroup,
  removeRole,
  resetPassword,
  revokeSessions,
} from '../../seed/acts/account.ts';
import { alert, type Alert } from '../../seed/acts/alert.ts';
import { addCredential, consent } from '../../seed/acts/application.ts';
import { bypassAudit, transportRule } from '../../seed/acts/exchange.ts';
import { fileAct, searchSites, shareFile } from '../../seed/acts/file.ts';
import { clickLink, deliverMail, type Delivery } from '../../seed/acts/mail.ts';
import {
  disableRule,
  grantFolder,
  grantMailbox,
  mailboxAct,
  mailReadByApp,
  removeRule,
  searchMail,
  setForwarding,
  throttled,
} from '../../seed/acts/mailbox.ts';
import { connect } from '../../seed/acts/network.ts';
import { appSignIn, refresh, serviceSignIn, signIn, type SignIn } from '../../seed/acts/sign-in.ts';
import { createChronicle } from '../../seed/chronicle.ts';
import { createTenant } from '../../seed/company/company.ts';
import { createDevice, strangeDevice } from '../../seed/device.ts';
import { asReply, externalMessage, internalMessage, withAttachment } from '../../seed/message.ts';
import { hostingExits, placeAt } from '../../seed/network.ts';
import { createRng, type Rng } from '../../seed/random.ts';
import type { SeedRecord } from '../../seed/record.ts';
import {
  changePhoneNumber,
  adjustAuthenticator,
  deleteMethod,
  moveAuthenticator,
  registerMethod,
} from '../../seed/second-factor.ts';
import { openSession } from '../../seed/session.ts';
import type { Person } from '../../seed/tenant.ts';
import { resources, targets } from '../../seed/wire/apps.ts';
import { fileTouched, pageViewed, type FileOperation } from '../../seed/wire/m365-file.ts';
import { ruleCommand, ruleSaved, type InboxRule } from '../../seed/wire/m365-inbox-rule.ts';
import { mailDeleted, mailItem, mailMoved, mailOpened, mailSynced, type MailboxAct } from '../../seed/wire/m365-mailbox.ts';
import { outcomes, type Outcome } from '../../seed/wire/sign-in.ts';
import { createPost, type World } from '../../seed/world.ts';
import type { Instant } from '../../src/model/time.ts';

export function createWorld(telemetry: Partial<World['telemetry']> = {}): World {
  const rng = createRng('wire');
  const calendar = { start: Date.UTC(2026, 0, 5), dayCount: 45, shift: 0 };
  return {
    tenant: createTenant(rng.fork('tenant'), { people: 40, region: 'au', dayCount: calendar.dayCount }),
    calendar,
    chronicle: createChronicle([]),
    rng,
    diversions: [],
    post: createPost(),
    telemetry: { wholeMessages: 1, messageTrace: true, network: true, alerts: true, nonInteractive: true, ...telemetry },
  };
}

/** Two colleagues, one of them away behind a stranger's exit, and a moment of a working day. */
export function createStage(world: World) {
  const { rng, tenant } = world;
  const [ana, ben] = tenant.people.slice(3, 5) as [Person, Person];
  const [laptop, phone] = [ana.laptops[0].is, ana.phones[0].is];
  const exit = hostingExits[0];
  return {
    at: world.calendar.start + 9.123456 * 3_600_000,
    ana,
    ben,
    session: openSession(rng.fork('desk'), ana, ana.office.exit, laptop),
    onPhone: openSession(rng.fork('phone'), ana, ana.homes[0].is, phone),
    strange: openSession(
      rng.fork('strange'),
      ana,
      placeAt(rng.fork('exit'), exit.carrier, exit.city),
      strangeDevice(rng.fork('machine')),
    ),
  };
}

export type Stage = ReturnType<typeof createStage>;

type Acts = Readonly<Record<string, (rng: Rng) => SeedRecord[]>>;

/** By the name of the function, then what is particular. */
export function everyAct(world: World, stage: Stage): Acts {
  return {
    ...signIns(world, stage),
    ...mailboxes(world, stage),
    ...files(world, stage),
    ...directory(world, stage),
    ...others(world, stage),
  };
}

const collect = <K extends string>(keys: readonly K[], prefix: string, make: (key: K, rng: Rng) => SeedRecord[]): Acts =>
  Object.fromEntries(keys.map((key) => [`${prefix} ${key}`, (rng: Rng) => make(key, rng)]));

function signIns(world: World, { at, session, onPhone, strange }: Stage): Acts {
  const attempt: SignIn = {
    at,
    session,
    target: targets.outlookWeb,
    outcome: 'success',
    secondFactor: 'claim',
    correlationId: 'c0c0c0c0-0000-4000-8000-000000000001',
  };
  const attempted = (change: Partial<SignIn>) => (rng: Rng) => signIn(world, rng, { ...attempt, ...change });
  const service = world.tenant.serviceAccounts[0];
  const app = world.tenant.apps[0];
  if (service === undefined || app === undefined) throw new Error('no service account or app to sign in');

  return {
    ...collect(Object.keys(outcomes) as Outcome[], 'signIn', (outcome, rng) => attempted({ outcome, secondFactor: 'app' })(rng)),
    ...collect(['app', 'sms', 'call', 'code', 'passkey'], 'signIn with', (secondFactor, rng) =>
      attempted({ outcome: 'successPrompted', secondFactor })(rng),
    ),
    'signIn by device code': attempted({ session: strange, target: targets.authenticationBroker, protocol: 'deviceCode' }),
    'signIn by transfer': attempted({ session: onPhone, target: targets.outlookMobile, protocol: 'authenticationTransfer' }),
    'signIn by password alone': attempted({
      session: strange,
      target: targets.imap,
      outcome: 'successPrompted',
      protocol: 'ropc',
      requirement: 'singleFactorAuthentication',
    }),
    'signIn as somebody typed': attempted({ outcome: 'noSuchUser', typed: 'no.body@contoso.test' }),
    refresh: (rng) => refresh(world, rng, { at, session, target: targets.teams, incomingToken: 'primaryRefreshToken' }),
    'refresh of a device code': (rng) =>
      refresh(world, rng, {
        at,
        session: strange,
        target: targets.office,
        incomingToken: 'refreshToken',
        protocol: 'deviceCode',
      }),
    appSignIn: (rng) => appSignIn(world, rng, { at, app, place: strange.place, resource: resources.graph }),
    serviceSignIn: (rng) => serviceSignIn(world, rng, { at, account: service, outcome: 'successPrompted' }),
    'serviceSignIn refused': (rng) =>
      serviceSignIn(world, rng, { at, account: service, outcome: 'wrongPassword', place: strange.place }),
  };
}

const hiding: InboxRule = {
  name: 'Remit',
  condition: { Name: 'SubjectOrBodyContainsWords', Value: 'invoice;payment' },
  moveToFolder: 'RSS Feeds',
  markAsRead: true,
  stopProcessing: true,
};
const forwarding: InboxRule = {
  name: '.',
  condition: { Name: 'From', Value: 'bank@fabrikam.test' },
  forwardTo: ['drop@adatum.test'],
  redirectTo: ['other@adatum.test'],
  deleteMessage: true,
  markAsRead: false,
  stopProcessing: false,
};

function mailboxes(world: World, { at, ana, ben, session, onPhone, strange }: Stage): Acts {
  const { tenant } = world;
  const own = ana.mailbox;
  const shared = tenant.sharedMailboxes[0] ?? ben.mailbox;
  const dice = world.rng.fork('mails');
  const messages = [
    internalMessage(dice, ben, 'Budget'),
    withAttachment(externalMessage(dice, { address: 'x@fabrikam.test', displayName: 'Xenia' }, 'Plan'), 'plan.pdf', 90_000),
  ];
  const [message = internalMessage(dice, ben, 'Lunch')] = messages;
  const inOwn = (make: (act: MailboxAct) => SeedRecord) => (rng: Rng) => [make(mailboxAct(rng, at, session, own, 'web'))];
  const inShared = (make: (act: MailboxAct) => SeedRecord) => (rng: Rng) => [
    make(mailboxAct(rng, at, session, shared, 'desktop')),
  ];
  const app = tenant.apps[0];
  if (app === undefined) throw new Error('no app to read mail');

  return {
    mailOpened: inOwn((act) => mailOpened(tenant, act, '\\Inbox', messages)),
    'mailOpened shared': inShared((act) => mailOpened(tenant, act, '\\Inbox', messages)),
    'mailOpened by phone': (rng) => [mailOpened(tenant, mailboxAct(rng, at, onPhone, own, 'mobile'), '\\Inbox', messages)],
    mailSynced: inShared((act) => mailSynced(tenant, act, '\\Inbox')),
    mailMoved: inOwn((act) => mailMoved(tenant, act, '\\Inbox', '\\Archive', messages)),
    ...collect(['Send', 'SendAs', 'SendOnBehalf', 'Create', 'Update'], 'mailItem', (operation, rng) =>
      inShared((act) => mailItem(tenant, act, operation, '\\Sent Items', message, ['IsRead']))(rng),
    ),
    ...collect(['MoveToDeletedItems', 'SoftDelete', 'HardDelete'], 'mailDeleted', (operation, rng) =>
      inOwn((act) => mailDeleted(tenant, act, operation, '\\Inbox', messages))(rng),
    ),
    throttled: (rng) => throttled(world, rng, strange, at, own),
    ...collect(['application', 'delegated'], 'mailReadByApp', (acts, rng) =>
      mailReadByApp(world, rng, {
        at,
        app: { ...app, acts },
        person: ana,
        mailbox: own,
        place: strange.place,
        folder: '\\Inbox',
        messages,
      }),
    ),
    'ruleCommand New-InboxRule': inOwn((act) => ruleCommand(tenant, act, 'New-InboxRule', hiding, 50_123)),
    'ruleCommand forwards': inOwn((act) => ruleCommand(tenant, act, 'New-InboxRule', forwarding, 50_123)),
    'ruleCommand Set-InboxRule': inShared((act) => ruleCommand(tenant, act, 'Set-InboxRule', hiding, 50_123)),
    ruleSaved: inShared((act) => ruleSaved(tenant, act, 'AddMailboxRule', hiding, '1234567890')),
    'ruleSaved forwards': inOwn((act) => ruleSaved(tenant, act, 'ModifyMailboxRule', forwarding, '1234567890')),
    removeRule: (rng) => removeRule(world, rng, session, at, own, 'Remit'),
    disableRule: (rng) => disableRule(world, rng, session, at, shared, 'Remit'),
    setForwarding: (rng) => setForwarding(world, rng, strange, at, own, 'drop@adatum.test', { keepsCopy: true }),
    'setForwarding ended': (rng) => setForwarding(world, rng, strange, at, own, null, { keepsCopy: false }),
    'grantMailbox FullAccess': (rng) => grantMailbox(world, rng, session, at, shared, ben, 'FullAccess'),
    'grantMailbox SendAs': (rng) => grantMailbox(world, rng, session, at, own, ben, 'SendAs'),
    grantFolder: (rng) => grantFolder(world, rng, session, at, own, '\\Calendar', ben),
    transportRule: (rng) =>
      transportRule(world, rng, session, at, { name: '.', words: ['invoice', 'iban'], copyTo: 'drop@adatum.test' }),
    bypassAudit: (rng) => bypassAudit(world, rng, session, at, ben),
    searchMail: (rng) => searchMail(world, rng, session, at, own, 'password vpn'),
  };
}

const fileOperations: readonly FileOperation[] = [
  'FileAccessed',
  'FileAccessedExtended',
  'FilePreviewed',
  'FileModified',
  'FileModifiedExtended',
  'FileDownloaded',
  'FileUploaded',
  'FileDeleted',
  'FileRecycled',
  'FileRenamed',
  'FileMoved',
  'FileCopied',
  'FileSyncDownloadedFull',
  'FileSyncUploadedFull',
];

function files(world: World, { at, ana, session }: Stage): Acts {
  const { tenant } = world;
  const { site } = ana.teams[0].is;
  const [file] = site.files;
  return {
    ...collect(fileOperations, 'fileTouched', (operation, rng) => [
      fileTouched(tenant, fileAct(rng, at, session, site), operation, file),
    ]),
    'fileTouched in a drive': (rng) => [
      fileTouched(tenant, fileAct(rng, at, session, ana.drive), 'FileAccessed', ana.drive.files[0]),
    ],
    pageViewed: (rng) => [pageViewed(tenant, fileAct(rng, at, session, site))],
    ...collect(['anonymous', 'external', 'company'], 'shareFile', (reach, rng) =>
      shareFile(world, rng, session, at, site, file, reach, 'friend@fabrikam.test'),
    ),
    searchSites: (rng) => searchSites(world, rng, session, at, site, 'passwords'),
  };
}

function directory(world: World, { at, ana, ben, session, strange }: Stage): Acts {
  const app = world.tenant.apps[0];
  if (app === undefined) throw new Error('no app to consent to');
  const group = { id: 'abababab-0000-4000-8000-000000000001', displayName: 'Estimators' };
  const service = { kind: 'service', service: world.tenant.services.hrSync } as const;
  const [phone, next] = [ana.phones[0].is, createDevice(world.rng.fork('new phone'), 'phone', 77, 'XX')];

  return {
    'resetPassword admin': (rng) => resetPassword(world, rng, session, at, ben, 'admin'),
    'resetPassword self': (rng) => resetPassword(world, rng, session, at, ana, 'self'),
    changePassword: (rng) => changePassword(world, rng, session, at),
    disableUser: (rng) => disableUser(world, rng, session, at, ben),
    enableUser: (rng) => enableUser(world, rng, session, at, ben),
    deleteUser: (rng) => deleteUser(world, rng, session, at, ben),
    createUser: (rng) => createUser(world, rng, service, at, ben),
    revokeSessions: (rng) => revokeSessions(world, rng, session, at, ben),
    'registerDevice managed': (rng) => registerDevice(world, rng, session, at, session.device),
    'registerDevice strange': (rng) => registerDevice(world, rng, strange, at, strange.device),
    addToGroup: (rng) => addToGroup(world, rng, session, at, ben, group),
    removeFromGroup: (rng) => removeFromGroup(world, rng, service, at, ben, group),
    assignRole: (rng) => assignRole(world, rng, session, at, ben, 'Global Administrator'),
    removeRole: (rng) => removeRole(world, rng, session, at, ben, 'Exchange Administrator'),
    'consent user': (rng) => consent(world, rng, session, at, { ...app, acts: 'delegated' }, 'user'),
    'consent admin': (rng) => consent(world, rng, session, at, { ...app, acts: 'delegated' }, 'admin'),
    'consent admin for the app itself': (rng) => consent(world, rng, session, at, { ...app, acts: 'application' }, 'admin'),
    addCredential: (rng) => addCredential(world, rng, session, at, app),
    changePhoneNumber: (rng) => changePhoneNumber(world, rng, session, at, '+61 400000001', '+1 4075550123'),
    moveAuthenticator: (rng) => moveAuthenticator(world, rng, session, at, phone, next),
    adjustAuthenticator: (rng) => adjustAuthenticator(world, rng, ana, at),
    ...collect(['app', 'sms', 'call', 'code', 'passkey'], 'registerMethod', (method, rng) =>
      registerMethod(world, rng, strange, at, method, method === 'sms' || method === 'call' ? '+1 4075550123' : 'SM-A536B'),
    ),
    ...collect(['app', 'sms', 'call', 'code', 'passkey'], 'deleteMethod', (method, rng) =>
      deleteMethod(world, rng, strange, at, method, method === 'sms' || method === 'call' ? '+1 4075550123' : 'SM-A536B'),
    ),
    'deleteMethod own': (rng) => deleteMethod(world, rng, session, at, ana.secondFactor),
  };
}

function others(world: World, stage: Stage): Acts {
  const { at, ana, ben, session, strange } = stage;
  const { tenant } = world;
  const agent = tenant.agents[0] ?? { id: ana.id, appId: ben.id, displayName: 'Helper', owner: ana };
  const { site } = ana.teams[0].is;
  return {
    ...mails(world, stage),
    ...collect(
      ['ChatCreated', 'MessageSent', 'MessageCreatedHasLink', 'MeetingDetail', 'TeamsSessionStarted'],
      'teamsMessage',
      (operation, rng) =>
        teamsMessage(world, rng, session, at, operation, {
          others: [ben, 'friend@fabrikam.test'],
          links: ['https://www.fabrikam.test/a'],
        }),
    ),
    askAgent: (rng) => askAgent(world, rng, session, at, agent, [{ site, file: site.files[0] }]),
    connect: (rng) => connect(world, rng, { ...flow(stage), bytesIn: 41_000 }),
    'connect unanswered': (rng) => connect(world, rng, { ...flow(stage), bytesIn: 0 }),
    ...collect(['identityProtection', 'defenderForOffice', 'defenderForEndpoint', 'cloudApps'], 'alert', (product, rng) =>
      alert(world, rng, { ...alarm(stage), product }),
    ),
    'alert of a message': (rng) =>
      alert(world, rng, { ...alarm(stage), product: 'defenderForOffice', message: internalMessage(rng, ben, 'Pay this') }),
    'alert of an unfamiliar place': (rng) =>
      alert(world, rng, { ...alarm(stage), product: 'identityProtection', title: 'unfamiliarFeatures', place: strange.place }),
  };
}

const flow = ({ at, ana, session }: Stage) => ({
  at,
  office: ana.office,
  host: session.device,
  to: { address: '198.51.100.20', port: 443, name: 'files.fabrikam.test' },
  bytesOut: 2_400,
  seconds: 12.5,
});

const alarm = ({ at, ana, strange }: Stage): Omit<Alert, 'product'> => ({
  at,
  seenAt: at + 1_800_000,
  title: 'Anonymous IP address',
  severity: 'medium',
  person: ana,
  place: strange.place,
  device: ana.laptops[0].is,
});

function mails(world: World, { at, ana, ben, session }: Stage): Acts {
  const partner = world.tenant.partners[0];
  const outside = { address: `jo@${partner.domain}`, displayName: 'Jo Müller', partner };
  const dice = world.rng.fork('letters');
  const inbound = withAttachment(externalMessage(dice, outside, 'Rechnung für März'), 'invoice 17.pdf', 51_000);
  const written = asReply(internalMessage(dice, ana, 'x'), inbound);
  const delivered = (change: Partial<Delivery>) => (rng: Rng) =>
    deliverMail(world, rng, {
      at,
      message: inbound,
      from: { ...outside, server: partner.server },
      to: [ana.mailbox, ben.mailbox],
      direction: 'inbound',
      authentication: 'pass',
      ...change,
    });
  const ours = { address: ana.mailbox.address, displayName: ana.displayName, server: session.place };

  return {
    ...collect(['pass', 'fail', 'none'], 'deliverMail inbound', (authentication, rng) => delivered({ authentication })(rng)),
    'deliverMail asking for a click': delivered({
      links: ['https://portal.adatum.test/s?u=1&v=2'],
      text: 'Your mailbox is nearly full.\n\nPlease confirm.',
      replyTo: 'help@adatum.test',
      status: 'FilteredAsSpam',
    }),
    'deliverMail newsletter': delivered({
      from: { address: `news@${partner.domain}`, displayName: 'News', server: partner.server },
    }),
    'deliverMail outbound': delivered({ message: written, from: ours, to: [outside], direction: 'outbound' }),
    'deliverMail lateral': delivered({
      message: written,
      from: ours,
      to: [ben.mailbox],
      direction: 'lateral',
      authentication: 'none',
    }),
    clickLink: (rng) => clickLink(world, rng, { at, session, url: 'https://portal.adatum.test/s?u=1', message: inbound }),
  };
}

/** The moment a record must say, which most logs cut off at the second. */
export const secondOf = (at: Instant): Instant => Math.floor(at / 1000) * 1000;
