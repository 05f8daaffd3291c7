import { downloadBurst } from '../../src/detect/rules/download-burst.ts';
import { hours, minutes, seconds } from '../../src/model/time.ts';
import type { FileAccess } from '../../src/model/event.ts';
import { abroad, ana, fileAccess, noon, series, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const got = (index: number, given: Partial<FileAccess> = {}): FileAccess =>
  fileAccess({
    id: `f${index}`,
    operation: 'FileDownloaded',
    deed: 'downloaded',
    file: `https://c.test/d${index % 7}/f${index}`,
    name: `f${index}`,
    ...given,
  });
const many = (n: number, step: number, given: Partial<FileAccess> = {}) =>
  series(n, (at, index) => got(index + 1, { ...given, ...at }), noon, step);
const beyond = { filesDownloaded: { today: 300, activeDays: 20, median: 4, deviation: 2, highest: 20 } };

examples(downloadBurst, {
  'is medium when a dozen are fetched from where nobody is': {
    event: got(0, { ...abroad }),
    past: { rare: germany, events: many(11, minutes(3), abroad) },
    finds: {
      severity: 'medium',
      says: /^downloaded 12 files within 33 minutes from “https:\/\/contoso\.sharepoint\.test\/sites\/Team”, from Germany/,
      about: [
        { label: 'User', key: ana },
        { label: 'IP', key: abroad.address },
        { label: 'Country', key: 'DE' },
      ],
    },
  },
  'is high when they are many': {
    event: got(0, { ...abroad }),
    past: { rare: germany, events: many(30, minutes(1), abroad) },
    finds: { severity: 'high' },
  },
  'is high when they are many, slowly': {
    event: got(0, { ...abroad }),
    past: { rare: germany, events: many(30, minutes(20), abroad) },
    finds: { severity: 'high', says: /^downloaded 31 files within 10 hours/ },
  },
  'stays quiet when a handful is fetched there': {
    event: got(0, { ...abroad }),
    past: { rare: germany, events: many(4, minutes(1), abroad) },
    finds: undefined,
  },
  'counts a file once': {
    event: got(0, { ...abroad }),
    past: { rare: germany, events: series(30, (at) => got(1, { ...abroad, ...at, id: `s${at.at}` }), noon, minutes(1)) },
    finds: undefined,
  },
  'stays quiet when a traveller takes a dozen along': {
    event: got(0, { ...abroad, device: 'laptop' }),
    past: {
      rare: germany,
      events: [
        ...many(11, minutes(3), abroad),
        signIn({ device: 'laptop', at: noon - hours(50) }),
        signIn({ ...abroad, device: 'laptop', at: noon - hours(2) }),
      ],
    },
    finds: undefined,
  },
  'tells how often the same few were fetched': {
    event: got(0, { ...abroad }),
    past: {
      rare: germany,
      events: series(60, (at, index) => got(index % 15, { ...abroad, ...at, id: `t${index}` }), noon, minutes(2)),
    },
    finds: { severity: 'medium', says: /^downloaded 15 files within 2 hours \(61 times in all\) from/ },
  },
  'is low when a burst at home leaves their days far behind': {
    event: got(0),
    past: { rates: beyond, events: many(60, seconds(5)) },
    finds: {
      severity: 'low',
      says: /^downloaded 61 files within 10 minutes.*, where 4 are usual a day and 20 were the most in 20 days$/,
    },
  },
  'is low when the day does, slowly': {
    event: got(0),
    past: { rates: beyond, events: many(160, minutes(2)) },
    finds: { severity: 'low', says: /within 24 hours/ },
  },
  'stays quiet when that is their usual day': {
    event: got(0),
    past: {
      rates: { filesDownloaded: { today: 61, activeDays: 20, median: 40, deviation: 10, highest: 90 } },
      events: many(60, seconds(5)),
    },
    finds: undefined,
  },
  'stays quiet without a past to compare with': {
    event: got(0),
    past: { rates: { filesDownloaded: { ...beyond.filesDownloaded, activeDays: 2 } }, events: many(60, seconds(5)) },
    finds: undefined,
  },
  'stays quiet when a new laptop synchronises at home': {
    event: got(0, { operation: 'FileSyncDownloadedFull' }),
    past: { rates: beyond, events: many(60, seconds(5), { operation: 'FileSyncDownloadedFull' }) },
    finds: undefined,
  },
  'is high when a machine synchronises where nobody is': {
    event: got(0, { ...abroad, operation: 'FileSyncDownloadedFull' }),
    past: { rare: germany, events: many(11, minutes(1), { ...abroad, operation: 'FileSyncDownloadedFull' }) },
    finds: { severity: 'high', says: / \(12 of them by synchronising\) from / },
  },
  'is informational when one folder is taken as a whole': {
    event: got(0, { file: 'https://c.test/d/f0' }),
    past: {
      rates: beyond,
      events: series(60, (at, index) => got(index + 1, { ...at, file: `https://c.test/d/f${index + 1}` }), noon, seconds(2)),
    },
    finds: { severity: 'informational' },
  },
  'stays quiet when a managed device takes it': {
    event: got(0, { file: 'https://c.test/d/f0', managed: true }),
    past: {
      rates: beyond,
      events: series(60, (at, index) => got(index + 1, { ...at, file: `https://c.test/d/f${index + 1}` }), noon, seconds(2)),
    },
    finds: undefined,
  },
  'stays quiet when files are only opened': {
    event: got(0, { ...abroad, deed: 'accessed' }),
    past: { rare: germany, events: many(30, minutes(1), abroad) },
    finds: undefined,
  },
  'stays quiet when an agent fetches them': {
    event: got(0, { ...abroad, automatic: true }),
    past: { rare: germany, events: many(30, minutes(1), abroad) },
    finds: undefined,
  },
  'stays quiet when a backup does': {
    event: got(0, { ...abroad, actorKind: 'service' }),
    past: { rare: germany, events: many(30, minutes(1), abroad) },
    finds: undefined,
  },
});
