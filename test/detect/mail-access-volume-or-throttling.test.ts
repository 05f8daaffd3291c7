import { mailAccessVolumeOrThrottling } from '../../src/detect/rules/mail-access-volume-or-throttling.ts';
import { minutes } from '../../src/model/time.ts';
import { abroad, ana, mailAccess, noon, series } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const reader = { today: 400, activeDays: 20, median: 40, deviation: 10, highest: 90 };
const seven = { today: 30, activeDays: 20, median: 40, deviation: 10, highest: 90 };

examples(mailAccessVolumeOrThrottling, {
  'fires when the service stopped logging': {
    event: mailAccess({ throttled: true }),
    finds: {
      severity: 'medium',
      key: `${ana}/${ana}`,
      says: 'opened so much mail in their mailbox that the service stopped logging it: all of it must be assumed read',
    },
  },
  'is low when a client synchronises so much': {
    event: mailAccess({ throttled: true, access: 'sync' }),
    finds: { severity: 'low' },
  },
  'stays quiet when it is a backup': { event: mailAccess({ throttled: true, actorKind: 'service' }), finds: undefined },
  'fires when mail is searched from where nobody is': {
    event: mailAccess({ ...abroad, id: 'm', items: 8 }),
    past: {
      rare: germany,
      rates: { mailOpened: seven },
      events: series(2, (at) => mailAccess({ ...at, ...abroad, items: 10 }), noon, minutes(5)),
    },
    finds: {
      severity: 'medium',
      surpriseBits: 21,
      says: /^opened 28 mails in their mailbox within a day, from Germany/,
      about: [{ label: 'Mailbox', key: ana }],
    },
  },
  'stays quiet when it was a glance': {
    event: mailAccess({ ...abroad, items: 8 }),
    past: { rare: germany, rates: { mailOpened: seven } },
    finds: undefined,
  },
  'is high when the whole mailbox is synchronised there': {
    event: mailAccess({ ...abroad, access: 'sync' }),
    past: { rare: germany },
    finds: { severity: 'high' },
  },
  'stays quiet when a new device synchronises at home': {
    event: mailAccess({ access: 'sync', items: 4000 }),
    past: { rates: { mailOpened: { ...reader, today: 4000 } } },
    finds: undefined,
  },
  'is low when they read far more than ever, at home': {
    event: mailAccess({ items: 400 }),
    past: { rates: { mailOpened: reader } },
    finds: {
      severity: 'low',
      says: 'opened 400 mails in their mailbox within a day, where 40 are usual and 90 were the most in 20 days',
    },
  },
  'stays quiet on a busy day': {
    event: mailAccess({ items: 120 }),
    past: { rates: { mailOpened: { ...reader, today: 120 } } },
    finds: undefined,
  },
  'stays quiet while there is no rate to compare with': {
    event: mailAccess({ items: 400 }),
    past: { rates: { mailOpened: { ...reader, activeDays: 2 } } },
    finds: undefined,
  },
});
