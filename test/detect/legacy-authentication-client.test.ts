import { legacyAuthenticationClient } from '../../src/detect/rules/legacy-authentication-client.ts';
import { abroad, ana, home, signIn } from '../support/events.ts';
import { examples, never, newcomer, peersDo } from '../support/examples.ts';

const germany = { country: { DE: never } };
const imap = signIn({ ...abroad, id: 'imap', client: 'legacy:imap' });
const desk = { ...home, address: '203.0.113.40', asn: 64999 };

examples(legacyAuthenticationClient, {
  'fires on the first sign-in by IMAP, from where nobody is': {
    event: imap,
    past: { rare: germany },
    finds: {
      key: `${ana}/legacy:imap`,
      severity: 'high',
      surpriseBits: 21,
      because: ['imap'],
      says: 'signed in for the first time by IMAP, which knows no second factor, from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers; none of 38 peers had used such a client',
      about: [{ label: 'IP', key: abroad.address }],
    },
  },
  'stays quiet on a client that can be asked': {
    event: signIn({ ...abroad, client: 'browser' }),
    past: { rare: germany },
    finds: undefined,
  },
  'fires on a password sent by a program': {
    event: signIn({ ...abroad, protocol: 'ropc' }),
    past: { rare: germany },
    finds: { severity: 'high', says: /with a password sent by a program \(ROPC\)/ },
  },
  'knows such a program by its name': {
    event: signIn({ ...abroad, userAgent: 'BAV2ROPC' }),
    past: { rare: germany },
    finds: { severity: 'high' },
  },
  'stays quiet on a blocked attempt: that is pressure, not access': {
    event: signIn({ ...abroad, client: 'legacy:imap', outcome: 'failure', code: 53003 }),
    past: { rare: germany },
    finds: undefined,
  },
  'stays quiet on a scanner at its address': {
    event: signIn({ ...home, client: 'legacy:smtp' }),
    past: { knows: ['address'] },
    finds: undefined,
  },
  'stays quiet at an exit of many people': {
    event: imap,
    past: { rare: germany, regulars: { [abroad.address]: 30 } },
    finds: undefined,
  },
  'stays quiet on a device they know': { event: imap, past: { rare: germany, knows: ['device'] }, finds: undefined },
  'stays quiet when they used it on an earlier day': {
    event: imap,
    past: { rare: germany, practice: { 'legacy:imap': { ownDays: 1 } } },
    finds: undefined,
  },
  'fires when what they used was another one': {
    event: imap,
    past: { rare: germany, practice: { 'legacy:smtp': { ownDays: 90 } } },
    finds: { severity: 'high' },
  },
  'weighs less where peers work that way': {
    event: imap,
    past: { rare: germany, practice: { 'legacy:imap': { peersWith: 9 } } },
    finds: { severity: 'medium', says: /; 9 of 38 peers had used such a client$/ },
  },
  'is medium where peers are, or on a network nobody uses': {
    event: imap,
    past: { rare: { country: { DE: peersDo } } },
    finds: { severity: 'medium' },
  },
  'is low at a new address of a usual network': {
    event: signIn({ ...desk, client: 'legacy:activesync' }),
    finds: { severity: 'low', says: /by Exchange ActiveSync, .* from Australia \(AS64999\), an address they had not used;/ },
  },
  'stays quiet there on a machine of the inside': {
    event: signIn({ ...desk, address: '10.30.30.44', client: 'legacy:smtp' }),
    finds: undefined,
  },
  'stays quiet there in the first days of an account': {
    event: signIn({ ...desk, client: 'legacy:activesync' }),
    past: { rare: { address: { [desk.address]: newcomer } } },
    finds: undefined,
  },
  'stays quiet on a service': {
    event: signIn({ ...abroad, client: 'legacy:imap', actorKind: 'service' }),
    past: { rare: germany },
    finds: undefined,
  },
});
