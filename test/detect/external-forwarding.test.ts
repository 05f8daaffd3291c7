import { externalForwarding } from '../../src/detect/rules/external-forwarding.ts';
import { days } from '../../src/model/time.ts';
import type { MailboxRule } from '../../src/model/event.ts';
import { abroad, adminChange, ana, bo, mail, mailboxRule, noon, series } from '../support/events.ts';
import { examples, never, type Before } from '../support/examples.ts';

const germany = { country: { DE: never } };
const forward = (given: Partial<MailboxRule> = {}): MailboxRule =>
  mailboxRule({ name: 'Copy', forwardsTo: ['drop@elsewhere.test'], ...given });
/** Ana hardly opens the mailbox of Bo. */
const rare: Before['rare'] = {
  mailbox: { [bo]: { bits: 9, own: 0, total: 80, peers: 10, peersWith: 0, people: 40, peopleWith: 0 } },
};
const adminDays = series(3, (at) => adminChange({ ...at, operation: 'Set-CASMailbox', target: bo }), noon - days(2), days(3));

examples(externalForwarding, {
  'is medium when mail goes where nobody’s ever went': {
    event: forward({ id: 'f' }),
    finds: {
      severity: 'medium',
      because: ['f'],
      says: 'made an inbox rule “Copy” that forwards their mail to “drop@elsewhere.test”',
      about: [
        { label: 'User', key: ana },
        { label: 'Mailbox', key: ana },
        { label: 'Rule', key: `${ana}\\Copy` },
      ],
    },
  },
  'stays quiet when it goes to a colleague': { event: forward({ forwardsTo: [bo] }), finds: undefined },
  'stays quiet when it goes to a subdomain of ours': {
    event: forward({ forwardsTo: ['desk@tickets.contoso.test'] }),
    finds: undefined,
  },
  'stays quiet when it stays in the mailbox’s own domain, before anybody has signed in': {
    event: forward({ forwardsTo: [bo] }),
    past: { home: [] },
    finds: undefined,
  },
  'stays quiet when it goes through the tenant’s own routing domain': {
    event: forward({ forwardsTo: ['x@contoso.mail.onmicrosoft.com'] }),
    past: { home: ['contoso.test', 'contoso.onmicrosoft.com'] },
    finds: undefined,
  },
  'does not take a name for an address outside': {
    event: forward({ forwardsTo: ['Bo Larsen', '/o=org/cn=bo'] }),
    finds: undefined,
  },
  'stays quiet when it is switched off': { event: forward({ change: 'disabled' }), finds: undefined },
  'stays quiet when it failed': { event: forward({ outcome: 'failure' }), finds: undefined },
  'stays quiet about rules for all mail': { event: forward({ scope: 'transport' }), finds: undefined },
  'is high when the mail is deleted here and the name looks like theirs': {
    event: forward({
      mailbox: 'ana.silva@contoso.test',
      actor: 'ana.silva@contoso.test',
      forwardsTo: ['silva-ana77@gmail.com'],
      deletes: true,
    }),
    finds: {
      severity: 'high',
      says: /to “silva-ana77@gmail\.com”, which looks like their own name, and deletes it here$/,
    },
  },
  'is high when it hides what it sends to a domain like ours': {
    event: forward({ forwardsTo: ['ana@contoso-mail.test'], marksRead: true }),
    finds: { severity: 'high', says: /, which looks like the organisation’s own domain, and marks it as read here$/ },
  },
  'is high from where nobody is': {
    event: forward({ ...abroad }),
    past: { rare: germany },
    finds: { severity: 'high', says: /, from Germany/ },
  },
  'stays quiet when another mailbox has forwarded to that domain for a week': {
    event: forward(),
    past: { events: [forward({ actor: bo, mailbox: bo, at: noon - days(9) })] },
    finds: undefined,
  },
  'is medium when the other mailbox began only yesterday': {
    event: forward(),
    past: { events: [forward({ actor: bo, mailbox: bo, at: noon - days(1) })] },
    finds: { severity: 'medium' },
  },
  'is no partner where anybody has an address': {
    event: forward({ forwardsTo: ['x@gmail.com'] }),
    past: { events: [forward({ actor: bo, mailbox: bo, forwardsTo: ['y@gmail.com'], at: noon - days(9) })] },
    finds: { severity: 'medium' },
  },
  'stays quiet when they write to that domain on several days': {
    event: forward(),
    past: {
      events: series(3, (at) => mail({ ...at, direction: 'outbound', recipients: ['boss@elsewhere.test'] }), noon, days(2)),
    },
    finds: undefined,
  },
  'is low when a mail administrator sets it for somebody': {
    event: forward({ scope: 'forwarding', change: 'changed', mailbox: bo, operation: 'Set-Mailbox' }),
    past: { rare, events: adminDays },
    finds: { severity: 'low', says: 'set a forwarding of the mail of “bo@contoso.test” to “drop@elsewhere.test”' },
  },
  'is medium when somebody who is none does': {
    event: forward({ scope: 'forwarding', change: 'changed', mailbox: bo, operation: 'Set-Mailbox' }),
    past: { rare },
    finds: { severity: 'medium' },
  },
  'is high when they also hide it there': {
    event: forward({ mailbox: bo, marksRead: true }),
    past: { rare },
    finds: { severity: 'high', says: /, and marks it as read here$/ },
  },
  'stays quiet when an old rule is saved again as it was': {
    event: forward({ change: 'changed' }),
    past: { events: [forward({ at: noon - days(5) })] },
    finds: undefined,
  },
});
