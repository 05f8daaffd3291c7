import { mailboxDelegation } from '../../src/detect/rules/mailbox-delegation.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { abroad, adminChange, ana, bo, delegation, noon, series, service, signIn } from '../support/events.ts';
import { examples, never, type Before } from '../support/examples.ts';

const cy = 'cy@contoso.test';
const none = { bits: 9, own: 0, total: 80, peers: 10, peersWith: 0, people: 40, peopleWith: 0 };
const strangers: Before = {
  rare: {
    mailbox: { [bo]: none, [cy]: none, 'credit@contoso.test': none },
    mailboxWritten: { [bo]: none, [cy]: none, 'credit@contoso.test': none },
  },
};
const adminDays = series(3, (at) => adminChange({ ...at, operation: 'Set-CASMailbox', target: cy }), noon - days(2), days(3));
const admin: Before = { ...strangers, events: adminDays };

examples(mailboxDelegation, {
  'is high when somebody lets themselves into another’s mailbox': {
    event: delegation({ id: 'd' }),
    past: strangers,
    finds: {
      severity: 'high',
      because: ['d'],
      says: 'gave themselves full access to “bo@contoso.test”',
      about: [
        { label: 'User', key: ana },
        { label: 'Mailbox', key: bo },
      ],
    },
  },
  'is medium when an administrator does': { event: delegation(), past: admin, finds: { severity: 'medium' } },
  'is medium when somebody lets another in': {
    event: delegation({ grantee: cy, right: 'sendAs' }),
    past: strangers,
    finds: { severity: 'medium', says: 'gave “cy@contoso.test” the right to send as “bo@contoso.test”' },
  },
  'is low when an administrator lets a colleague in': {
    event: delegation({ grantee: cy }),
    past: admin,
    finds: { severity: 'low' },
  },
  'stays quiet when they give such rights on other days': {
    event: delegation({ grantee: cy }),
    past: { ...strangers, usuallyDoes: ['Add-MailboxPermission'] },
    finds: undefined,
  },
  'stays quiet when an administrator opens a shared mailbox to the team': {
    event: delegation({ grantee: cy, mailbox: 'credit@contoso.test' }),
    past: { ...admin, shared: ['credit@contoso.test'] },
    finds: undefined,
  },
  'is medium when the colleague’s account was made yesterday': {
    event: delegation({ grantee: cy }),
    past: {
      ...strangers,
      events: [
        ...adminDays,
        adminChange({ operation: 'Add user', workload: 'AzureActiveDirectory', target: cy, at: noon - days(1) }),
      ],
    },
    finds: { severity: 'medium' },
  },
  'stays quiet when the assistant already works there': { event: delegation({ grantee: cy }), finds: undefined },
  'stays quiet when the owner is named as the grantee': {
    event: delegation({ mailbox: cy, grantee: cy }),
    past: strangers,
    finds: undefined,
  },
  'stays quiet when the service gives it': {
    event: delegation({ actor: 'nt authority\\system', actorKind: 'service' }),
    past: strangers,
    finds: undefined,
  },
  'stays quiet when a right is taken away': { event: delegation({ change: 'removed' }), past: strangers, finds: undefined },
  'stays quiet when it failed': { event: delegation({ outcome: 'failure' }), past: strangers, finds: undefined },
  'stays quiet when a folder is shared with a colleague': {
    event: delegation({ right: 'folder', mailbox: ana, grantee: cy }),
    past: strangers,
    finds: undefined,
  },
  'is low when a folder is opened to everybody': {
    event: delegation({ right: 'folder', mailbox: ana, grantee: 'Default' }),
    past: strangers,
    finds: { severity: 'low' },
  },
  'counts the mailboxes of a day': {
    event: delegation({ id: 'c', grantee: 'it@contoso.test' }),
    past: {
      ...strangers,
      rare: {
        ...strangers.rare,
        mailboxWritten: { ...strangers.rare?.mailboxWritten, 'dd@contoso.test': none },
        mailbox: { ...strangers.rare?.mailbox, 'dd@contoso.test': none },
      },
      events: [
        delegation({ id: 'a', mailbox: cy, grantee: 'it@contoso.test', at: noon - minutes(5) }),
        delegation({ id: 'b', mailbox: 'dd@contoso.test', right: 'sendAs', grantee: 'it@contoso.test', at: noon - minutes(3) }),
      ],
    },
    finds: { severity: 'high', because: ['a', 'b', 'c'], says: /\(3 rights over 3 mailboxes within a day\)$/ },
  },
  'is high from where nobody is': {
    event: delegation({ grantee: cy, ...service }),
    past: {
      ...strangers,
      rare: { ...strangers.rare, country: { DE: never } },
      events: [...adminDays, signIn({ ...abroad, at: noon - hours(2) })],
    },
    finds: { severity: 'high', says: /after a sign-in from Germany/ },
  },
});
