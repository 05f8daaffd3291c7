import { impossibleTravel } from '../../src/detect/rules/impossible-travel.ts';
import { hours, minutes } from '../../src/model/time.ts';
import { abroad, ana, home, noon, signIn } from '../support/events.ts';
import { examples, never, peersDo } from '../support/examples.ts';

const germany = { country: { DE: never } };
const atHome = signIn({ ...home, id: 'home', at: noon - minutes(40) });
const there = signIn({ ...abroad, id: 'there' });
const sydney = { ...home, latitude: -33.87, longitude: 151.21 };
const perth = { ...home, address: '203.0.113.40', asn: 64999, latitude: -31.95, longitude: 115.86 };

examples(impossibleTravel, {
  'fires when half a world lies between two sign-ins of one hour': {
    event: there,
    past: { rare: germany, events: [atHome] },
    finds: {
      key: `${ana}/DE`,
      severity: 'high',
      surpriseBits: 21,
      because: ['there'],
      says: 'signed in from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers, 40 minutes after signing in from Australia (AS64500), at least 12,000 km away',
      about: [
        { label: 'IP', key: abroad.address },
        { label: 'Country', key: 'DE' },
      ],
    },
  },
  'stays quiet when there was time for the flight': {
    event: there,
    past: { rare: germany, events: [{ ...atHome, at: noon - hours(22) }] },
    finds: undefined,
  },
  'fires when fourteen hours are not enough': {
    event: there,
    past: { rare: germany, events: [{ ...atHome, at: noon - hours(14) }] },
    finds: { severity: 'high' },
  },
  'stays quiet at a border: neighbours are near, and databases disagree': {
    event: signIn({ ...abroad, country: 'AT' }),
    past: { rare: { country: { AT: never } }, events: [{ ...atHome, country: 'DE' }] },
    finds: undefined,
  },
  'stays quiet when the address has been in both countries: bad data': {
    event: there,
    past: { rare: germany, events: [{ ...atHome, address: abroad.address, asn: abroad.asn }] },
    finds: undefined,
  },
  'stays quiet between two places both usual for them': { event: there, past: { events: [atHome] }, finds: undefined },
  'stays quiet when many people come from that exit': {
    event: there,
    past: { rare: germany, events: [atHome], regulars: { [abroad.address]: 12 } },
    finds: undefined,
  },
  'stays quiet on tokens that a server renews': {
    event: { ...there, interactive: false },
    past: { rare: germany, events: [atHome] },
    finds: undefined,
  },
  'stays quiet when the earlier one was such a token': {
    event: there,
    past: { rare: germany, events: [{ ...atHome, interactive: false }] },
    finds: undefined,
  },
  'stays quiet on a failure': {
    event: signIn({ ...abroad, outcome: 'failure', code: 50126 }),
    past: { rare: germany, events: [atHome] },
    finds: undefined,
  },
  'stays quiet on an address of the service': {
    event: { ...there, serviceAddress: true },
    past: { rare: germany, events: [atHome] },
    finds: undefined,
  },
  'is medium where peers are': {
    event: there,
    past: { rare: { country: { DE: peersDo } }, events: [atHome] },
    finds: { severity: 'medium' },
  },
  'is informational on the managed laptop they use at home: an exit there, most likely': {
    event: signIn({ ...abroad, device: 'laptop', managed: true }),
    past: { rare: germany, events: [atHome, signIn({ ...home, device: 'laptop', managed: true, at: noon - hours(30) })] },
    finds: { severity: 'informational' },
  },
  'is low within one country, on a network nobody uses': {
    event: signIn({ ...perth, at: noon }),
    past: { rare: { network: { '64999': never } }, events: [signIn({ ...sydney, at: noon - minutes(30) })] },
    finds: { severity: 'low', says: /at least 3,\d00 km away$/ },
  },
  'stays quiet there on a telephone, whose carrier has its exit elsewhere': {
    event: signIn({ ...perth, userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X)' }),
    past: { rare: { network: { '64999': never } }, events: [signIn({ ...sydney, at: noon - minutes(30) })] },
    finds: undefined,
  },
  'stays quiet within one country when no more is known': {
    event: signIn({ ...home, address: '203.0.113.40', asn: 64999 }),
    past: { rare: { network: { '64999': never } }, events: [atHome] },
    finds: undefined,
  },
});
