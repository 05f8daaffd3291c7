import { oneActorManyMailboxRules } from '../../src/detect/rules/one-actor-many-mailbox-rules.ts';
import { days, hours } from '../../src/model/time.ts';
import { abroad, ana, mailboxRule, noon } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const credit = 'credit.control@contoso.test';
const payable = 'accounts.payable@contoso.test';
const shared = [credit, payable];
const first = mailboxRule({ id: 'r1', mailbox: credit, name: 'Invoices', deletes: true, at: noon - hours(30) });
const second = mailboxRule({ id: 'r2', mailbox: payable, name: 'Remittances', deletes: true });

examples(oneActorManyMailboxRules, {
  'fires when one person hides mail in two shared mailboxes': {
    event: second,
    past: { events: [first], shared },
    finds: {
      key: ana,
      severity: 'high',
      because: ['r1', 'r2'],
      says: /^made or changed 2 mail rules in 2 mailboxes of others within a week \(“accounts\.payable@contoso\.test” and “credit\.control@contoso\.test”, 2 of them shared\)/,
      about: [
        { label: 'Mailbox', key: credit },
        { label: 'Mailbox', key: payable },
        { label: 'Rule', key: first.rule },
      ],
    },
  },
  'stays quiet when one of the two is their own': {
    event: second,
    past: { events: [mailboxRule({ mailbox: ana, at: noon - hours(1) })], shared },
    finds: undefined,
  },
  'stays quiet when the first was removed again by its record': {
    event: second,
    past: { events: [{ ...first, change: 'removed' }], shared },
    finds: undefined,
  },
  'stays quiet when more than a week lies between': {
    event: second,
    past: { events: [{ ...first, at: noon - days(8) }], shared },
    finds: undefined,
  },
  'stays quiet when it is a mail administrator': {
    event: second,
    past: { events: [first], shared, usuallyDoes: ['New-InboxRule'] },
    finds: undefined,
  },
  'fires on the administrator from where nobody is': {
    event: { ...second, ...abroad },
    past: { events: [first], shared, usuallyDoes: ['New-InboxRule'], rare: { country: { DE: never } } },
    finds: { severity: 'high', surpriseBits: 21 },
  },
  'is low when a team gets one harmless rule': {
    event: mailboxRule({ mailbox: payable, name: 'Tickets', movesTo: 'Tickets' }),
    past: {
      events: [credit, 'desk@contoso.test'].map((mailbox) =>
        mailboxRule({ mailbox, name: 'Tickets', movesTo: 'Tickets', at: noon - hours(1) }),
      ),
      shared,
      rare: { mailbox: { 'desk@contoso.test': never } },
    },
    finds: { severity: 'low' },
  },
  'is low when two colleagues, no shared mailbox, get a filing rule': {
    event: mailboxRule({ mailbox: 'cy@contoso.test', name: 'A', movesTo: 'A' }),
    past: {
      events: [mailboxRule({ mailbox: 'bo@contoso.test', name: 'B', movesTo: 'B', at: noon - hours(1) })],
      rare: { mailbox: { 'bo@contoso.test': never, 'cy@contoso.test': never } },
    },
    finds: { severity: 'low' },
  },
});
