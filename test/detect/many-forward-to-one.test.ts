import { manyForwardToOne } from '../../src/detect/rules/many-forward-to-one.ts';
import { days } from '../../src/model/time.ts';
import type { MailboxRule } from '../../src/model/event.ts';
import { abroad, adminChange, ana, bo, mailboxRule, noon, series } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const drop = 'drop@elsewhere.test';
const forward = (given: Partial<MailboxRule> = {}): MailboxRule => mailboxRule({ name: 'Copy', forwardsTo: [drop], ...given });
const bos = (given: Partial<MailboxRule> = {}): MailboxRule =>
  forward({ id: 'bo', actor: bo, mailbox: bo, at: noon - days(2), ...given });
const adminDays = series(3, (at) => adminChange({ ...at, operation: 'Set-CASMailbox', target: bo }), noon - days(2), days(3));

examples(manyForwardToOne, {
  'is medium when two send their mail to one stranger within a week': {
    event: forward({ id: 'ana' }),
    past: { events: [bos()] },
    finds: {
      severity: 'medium',
      because: ['bo', 'ana'],
      says: 'had mail forwarded to “drop@elsewhere.test”, as 1 other mailbox began to within a week (“ana@contoso.test” and “bo@contoso.test”), set by 2 accounts',
      about: [
        { label: 'Mailbox', key: ana },
        { label: 'Mailbox', key: bo },
        { label: 'User', key: bo },
      ],
    },
  },
  'stays quiet when one mailbox does it twice': {
    event: forward(),
    past: { events: [forward({ name: 'Again', at: noon - days(1) })] },
    finds: undefined,
  },
  'stays quiet when the other did it a fortnight ago': {
    event: forward(),
    past: { events: [bos({ at: noon - days(14) })] },
    finds: undefined,
  },
  'stays quiet when the destinations differ': {
    event: forward(),
    past: { events: [bos({ forwardsTo: ['other@elsewhere.test'] })] },
    finds: undefined,
  },
  'stays quiet when the destination is at home': {
    event: forward({ forwardsTo: ['archive@contoso.test'] }),
    past: { events: [bos({ forwardsTo: ['archive@contoso.test'] })] },
    finds: undefined,
  },
  'stays quiet when others have used the gateway for long': {
    event: forward(),
    past: { events: [bos(), forward({ actor: 'cy@contoso.test', mailbox: 'cy@contoso.test', at: noon - days(20) })] },
    finds: undefined,
  },
  'is high where anybody has an address, however it is written': {
    event: forward({ forwardsTo: ['d.rop+ana@gmail.com'] }),
    past: { events: [bos({ forwardsTo: ['drop+bo@gmail.com'] })] },
    finds: { severity: 'high', key: 'drop@gmail.com' },
  },
  'is high when one of them hides the mail': {
    event: forward({ deletes: true }),
    past: { events: [bos()] },
    finds: { severity: 'high' },
  },
  'is high when one of them was made where nobody is': {
    event: forward({ ...abroad }),
    past: { events: [bos()], rare: { country: { DE: never } } },
    finds: { severity: 'high' },
  },
  'is low when one mail administrator sets both': {
    event: forward({ scope: 'forwarding', change: 'changed', mailbox: 'credit@contoso.test' }),
    past: { events: [...adminDays, bos({ actor: ana, scope: 'forwarding', change: 'changed' })] },
    finds: { severity: 'low' },
  },
  'stays quiet when the other was removed': {
    event: forward(),
    past: { events: [bos({ change: 'removed' })] },
    finds: undefined,
  },
});
