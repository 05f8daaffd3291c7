import { massMailDeletion } from '../../src/detect/rules/mass-mail-deletion.ts';
import { minutes } from '../../src/model/time.ts';
import { abroad, ana, mailItem, noon, series } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const tidy = { today: 200, activeDays: 20, median: 8, deviation: 3, highest: 30 };

examples(massMailDeletion, {
  'fires when a handful is deleted from where nobody is': {
    event: mailItem({ ...abroad, id: 'd3', deed: 'softDeleted' }),
    past: {
      rare: germany,
      events: series(2, (at, i) => mailItem({ ...at, ...abroad, id: `d${i + 1}`, deed: 'softDeleted' }), noon, minutes(4)),
    },
    finds: {
      severity: 'medium',
      key: `${ana}/${ana}`,
      because: ['d1', 'd2', 'd3'],
      says: /^deleted 3 mails from “\\Inbox” within a day, from Germany/,
    },
  },
  'stays quiet when that is done at home': {
    event: mailItem({ deed: 'softDeleted' }),
    past: { events: series(2, (at) => mailItem({ ...at, deed: 'softDeleted' }), noon, minutes(4)) },
    finds: undefined,
  },
  'stays quiet when two meetings are cancelled from there': {
    event: mailItem({ ...abroad, deed: 'trashed', folders: ['\\Calendar'] }),
    past: { rare: germany, events: [mailItem({ ...abroad, deed: 'trashed', folders: ['\\Calendar'], at: noon - minutes(2) })] },
    finds: undefined,
  },
  'stays quiet for meetings in a German mailbox, however many': {
    event: mailItem({ ...abroad, deed: 'hardDeleted', items: 40, folders: ['\\Kalender'] }),
    past: { rare: germany },
    finds: undefined,
  },
  'stays quiet when a client tidies contacts': {
    event: mailItem({ ...abroad, deed: 'hardDeleted', items: 40, folders: ['\\PersonMetadata'] }),
    past: { rare: germany },
    finds: undefined,
  },
  'is high when it is for good': {
    event: mailItem({ ...abroad, deed: 'hardDeleted', items: 4 }),
    past: { rare: germany },
    finds: { severity: 'high', says: /^deleted 4 mails \(4 for good\)/ },
  },
  'is low when what was just sent is deleted at home': {
    event: mailItem({ deed: 'softDeleted', items: 3, messages: ['a', 'b', 'c'], folders: ['\\Sent Items'] }),
    past: { events: [mailItem({ deed: 'sent', messages: ['a', 'b', 'c'], at: noon - minutes(40) })] },
    finds: { severity: 'low', says: /3 of which had been sent that day$/ },
  },
  'stays quiet when what is deleted was sent by others': {
    event: mailItem({ deed: 'softDeleted', items: 3, messages: ['x', 'y', 'z'], folders: ['\\Sent Items'] }),
    past: { events: [mailItem({ deed: 'sent', messages: ['a', 'b', 'c'], at: noon - minutes(40) })] },
    finds: undefined,
  },
  'is low when far more is deleted in an hour than ever in a day': {
    event: mailItem({ deed: 'trashed', items: 200 }),
    past: { rates: { mailDeleted: tidy } },
    finds: { severity: 'low' },
  },
  'stays quiet when they often tidy up like that': {
    event: mailItem({ deed: 'trashed', items: 200 }),
    past: { rates: { mailDeleted: { ...tidy, highest: 190 } } },
    finds: undefined,
  },
  'stays quiet when the bin is emptied': {
    event: mailItem({ deed: 'hardDeleted', items: 900, folders: ['\\Deleted Items'] }),
    past: { rates: { mailDeleted: tidy } },
    finds: undefined,
  },
});
