import { oneSessionManyAddresses } from '../../src/detect/rules/one-session-many-addresses.ts';
import type { MailAccess } from '../../src/model/event.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { abroad, ana, home, mailAccess, noon, service, signIn } from '../support/events.ts';
import { examples, never, newcomer, peersDo } from '../support/examples.ts';

const germany = { country: { DE: never } };
const cafe = { ...home, address: '203.0.113.40', asn: 64999 };
const session = 's1';
/** Read from an address of which nothing is known. */
const readSomewhere = Object.fromEntries(
  Object.entries(mailAccess({ address: '203.0.113.40', session })).filter(([name]) => name !== 'country' && name !== 'asn'),
) as unknown as MailAccess;
const begun = signIn({ ...home, id: 'begun', session, at: noon - minutes(50) });

examples(oneSessionManyAddresses, {
  'fires when mail is read in their session from where nobody is': {
    event: mailAccess({ ...abroad, id: 'read', session }),
    past: { rare: germany, events: [begun] },
    finds: {
      key: `${ana}/s1`,
      severity: 'high',
      because: ['read'],
      says: 'used one session from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers, and 50 minutes before from Australia (AS64500)',
      about: [
        { label: 'Session', key: session },
        { label: 'IP', key: abroad.address },
      ],
    },
  },
  'stays quiet in a session of its own': {
    event: mailAccess({ ...abroad, session: 's2' }),
    past: { rare: germany, events: [begun] },
    finds: undefined,
  },
  'stays quiet without a session': { event: mailAccess(abroad), past: { rare: germany, events: [begun] }, finds: undefined },
  'stays quiet from the office home: both networks are theirs': {
    event: signIn({ ...cafe, session }),
    past: { events: [begun] },
    finds: undefined,
  },
  'stays quiet on an address of the service': {
    event: mailAccess({ ...service, session }),
    past: { rare: { country: { IE: never } }, events: [begun] },
    finds: undefined,
  },
  'stays quiet on what failed': {
    event: signIn({ ...abroad, session, outcome: 'failure', code: 50126 }),
    past: { rare: germany, events: [begun] },
    finds: undefined,
  },
  'stays quiet when one line has an address of each family': {
    event: signIn({ address: '2001:db8:7::1', country: 'AU', session, asn: 64999 }),
    past: {
      rare: { network: { '64999': never } },
      events: [{ ...begun, address: '203.0.113.9', asn: 64999 }],
    },
    finds: undefined,
  },
  'stays quiet within one network': {
    event: signIn({ ...abroad, session }),
    past: { rare: germany, events: [{ ...begun, ...abroad, address: '203.0.113.200' }] },
    finds: undefined,
  },
  'stays quiet at an exit of many people': {
    event: mailAccess({ ...abroad, session }),
    past: { rare: germany, events: [begun], regulars: { [abroad.address]: 9 } },
    finds: undefined,
  },
  'stays quiet when the laptop went on a journey with its owner': {
    event: signIn({ ...abroad, session, device: 'laptop', managed: true }),
    past: {
      rare: germany,
      events: [signIn({ ...home, session, device: 'laptop', managed: true, at: noon - days(2) })],
    },
    finds: undefined,
  },
  'is low when that laptop is in both places at once: an exit at home': {
    event: signIn({ ...abroad, session, device: 'laptop', managed: true }),
    past: {
      rare: germany,
      events: [
        { ...begun, device: 'laptop', managed: true },
        signIn({ ...home, session, device: 'laptop', managed: true, at: noon - days(2) }),
      ],
    },
    finds: { severity: 'low' },
  },
  'is medium when there was time for the journey': {
    event: mailAccess({ ...abroad, session }),
    past: { rare: germany, events: [{ ...begun, at: noon - days(2) }] },
    finds: { severity: 'medium' },
  },
  'is low when one and the same browser had that time': {
    event: signIn({ ...abroad, session, userAgent: 'Mozilla/5.0 (X11)' }),
    past: { rare: germany, events: [{ ...begun, at: noon - days(2), userAgent: 'Mozilla/5.0 (X11)' }] },
    finds: { severity: 'low' },
  },
  'is medium where peers are': {
    event: mailAccess({ ...abroad, session }),
    past: { rare: { country: { DE: peersDo } }, events: [begun] },
    finds: { severity: 'medium' },
  },
  'is low on a network nobody uses, in their own country': {
    event: mailAccess({ ...cafe, session }),
    past: { rare: { network: { '64999': never } }, events: [begun] },
    finds: { severity: 'low' },
  },
  'stays quiet where neither country nor network is known': {
    event: readSomewhere,
    past: { rare: { network: { '203.0.113.0/24': never } }, events: [begun] },
    finds: undefined,
  },
  'stays quiet there on a telephone': {
    event: mailAccess({ ...cafe, session, userAgent: 'Outlook-iOS/2.0' }),
    past: { rare: { network: { '64999': never } }, events: [begun] },
    finds: undefined,
  },
  'stays quiet there on a device they know': {
    event: signIn({ ...cafe, session }),
    past: { rare: { network: { '64999': never } }, events: [begun], knows: ['device'] },
    finds: undefined,
  },
  'stays quiet there while little is known of them': {
    event: mailAccess({ ...cafe, session }),
    past: { rare: { network: { '64999': { ...newcomer, total: 6 } } }, events: [begun] },
    finds: undefined,
  },
  'stays quiet on two carriers of one country, whoever is there': {
    event: mailAccess({ ...abroad, session }),
    past: { rare: germany, events: [{ ...begun, ...abroad, address: '198.51.100.8', asn: 64512 }] },
    finds: undefined,
  },
  'fires at home when the session began where nobody is: it is not the owner’s': {
    event: mailAccess({ ...home, id: 'home', session }),
    past: { rare: germany, events: [signIn({ ...abroad, id: 'theirs', session, at: noon - minutes(20) })] },
    finds: {
      severity: 'high',
      because: ['theirs', 'home'],
      says: /^used one session from Germany .*, and 20 minutes later from Australia/,
    },
  },
  'does not accuse the owner who goes on in a session that somebody else used': {
    event: mailAccess({ ...home, session }),
    past: { rare: germany, events: [begun, mailAccess({ ...abroad, session, at: noon - minutes(5) })] },
    finds: undefined,
  },
  'stays quiet on another person’s session of that name': {
    event: mailAccess({ ...abroad, session }),
    past: { rare: germany, events: [signIn({ ...home, session, actor: 'bo@contoso.test', at: noon - hours(1) })] },
    finds: undefined,
  },
});
