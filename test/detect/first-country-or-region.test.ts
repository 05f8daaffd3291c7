import { firstCountryOrRegion } from '../../src/detect/rules/first-country-or-region.ts';
import { hours, minutes } from '../../src/model/time.ts';
import {
  abroad,
  adminChange,
  ana,
  fileAccess,
  home,
  mailboxRule,
  mailItem,
  noon,
  series,
  service,
  signIn,
} from '../support/events.ts';
import { examples, never, newcomer, peersDo } from '../support/examples.ts';

const germany = { country: { DE: never } };
const arrival = signIn({ ...abroad, id: 'arrival', at: noon - hours(2) });
const laptopAtHome = series(3, (at) => signIn({ ...at, device: 'laptop', managed: true }), noon - hours(48));

examples(firstCountryOrRegion, {
  'fires when someone signs in where neither they nor a peer ever has': {
    event: signIn({ ...abroad, id: 'x', session: 's1' }),
    past: { rare: germany },
    finds: {
      key: `${ana}/DE`,
      severity: 'medium',
      surpriseBits: 21,
      because: ['x'],
      says: 'signed in from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers',
      about: [
        { label: 'User', key: ana },
        { label: 'IP', key: abroad.address },
        { label: 'Country', key: 'DE' },
        { label: 'Session', key: 's1' },
      ],
    },
  },
  'stays quiet when they sign in from their own country': { event: signIn(home), past: { rare: germany }, finds: undefined },
  'stays quiet when the sign-in failed': {
    event: signIn({ ...abroad, outcome: 'failure', code: 50126 }),
    past: { rare: germany },
    finds: undefined,
  },
  'stays quiet when a service signed in': {
    event: signIn({ ...abroad, actorKind: 'service' }),
    past: { rare: germany },
    finds: undefined,
  },
  'stays quiet when only the network is new': {
    event: signIn({ ...home, asn: 64999 }),
    past: { rare: { network: { '64999': never } } },
    finds: undefined,
  },
  'is low when some of the peers work there': {
    event: signIn(abroad),
    past: { rare: { country: { DE: peersDo } } },
    finds: { severity: 'low', says: /though 6 of 38 peers had$/ },
  },
  'is low for somebody who has hardly signed in yet, and says so': {
    event: signIn(abroad),
    past: { rare: { country: { DE: newcomer } } },
    finds: { severity: 'low', says: /in 1 sign-in \(a short past\)/ },
  },
  'is informational when they brought the managed laptop they use at home': {
    event: signIn({ ...abroad, device: 'laptop', managed: true }),
    past: { rare: germany, events: laptopAtHome },
    finds: { severity: 'informational', says: /on a managed device they use at home$/ },
  },
  'is not softened by a device first seen abroad': {
    event: signIn({ ...abroad, device: 'thief' }),
    past: { rare: germany, events: [signIn({ ...abroad, device: 'thief', at: noon - hours(40) })] },
    finds: { severity: 'medium' },
  },
  'tells what was then done from there': {
    event: mailItem({ ...abroad, id: 'm', folders: ['\\Sent Items', '\\Deleted Items'] }),
    past: {
      rare: germany,
      events: [
        arrival,
        ...['a.docx', 'b.docx'].map((name, index) =>
          fileAccess({ ...abroad, name, deed: 'previewed', at: noon - minutes(30 - index) }),
        ),
      ],
    },
    finds: {
      severity: 'medium',
      because: ['m'],
      says: 'signed in from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers; then, from Germany (AS64511), previewed 2 files and changed 1 mail item in “\\Sent Items” and “\\Deleted Items”',
    },
  },
  'is high when what was done there stays': {
    event: mailboxRule({ ...abroad }),
    past: { rare: germany, events: [arrival] },
    finds: { severity: 'high', says: /made or changed 1 mail rule$/ },
  },
  'fires on administration from a country nobody signed in from': {
    event: adminChange(abroad),
    past: { rare: germany },
    finds: {
      severity: 'high',
      says: /^did administrative work \(“Add-MailboxPermission”\) from Germany .* without a sign-in from there on record$/,
    },
  },
  'stays quiet when that address is the service itself': {
    event: adminChange({ ...service, country: 'DE' }),
    past: { rare: germany },
    finds: undefined,
  },
  'stays quiet when a thumbnail was fetched from there': {
    event: fileAccess({ ...abroad, automatic: true }),
    past: { rare: germany },
    finds: undefined,
  },
  'is informational for mail a traveller changes from the hotel': {
    event: mailItem(abroad),
    past: {
      rare: germany,
      events: [...laptopAtHome, signIn({ ...abroad, device: 'laptop', managed: true, at: noon - hours(1) })],
    },
    finds: { severity: 'informational' },
  },
  'stays quiet when databases put one address into two countries': {
    event: fileAccess({ ...home, country: 'DE' }),
    past: { rare: germany, events: [signIn({ ...home, at: noon - hours(3) })] },
    finds: undefined,
  },
  'counts only the days without a longer pause': {
    event: fileAccess({ ...abroad, name: 'new.docx' }),
    past: { rare: germany, events: [signIn({ ...abroad, at: noon - hours(60) })] },
    finds: { says: /^opened 1 file from Germany/ },
  },
});
