import { lowCountMfaFailureThenSuccess } from '../../src/detect/rules/low-count-mfa-failure-then-success.ts';
import { hours, minutes, seconds } from '../../src/model/time.ts';
import { abroad, ana, home, noon, refusedMfa, signIn } from '../support/events.ts';
import { examples, never, peersDo } from '../support/examples.ts';

const germany = { country: { DE: never } };
const first = refusedMfa({ ...abroad, id: 'f1', at: noon - minutes(6) });
const second = refusedMfa({ ...abroad, id: 'f2', at: noon - minutes(4), mfa: 'unanswered' });
const success = signIn({ ...abroad, id: 'ok' });

examples(lowCountMfaFailureThenSuccess, {
  'fires when two refused prompts and a success come from where nobody is': {
    event: success,
    past: { rare: germany, events: [first, second] },
    finds: {
      key: `${ana}/DE`,
      severity: 'high',
      surpriseBits: 21,
      because: ['f1', 'f2', 'ok'],
      says: 'passed the second factor 4 minutes after 2 refused or unanswered prompts, from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers',
      about: [
        { label: 'IP', key: abroad.address },
        { label: 'Country', key: 'DE' },
      ],
    },
  },
  'stays quiet when it is home, however often the telephone was out of reach': {
    event: signIn(home),
    past: { rare: germany, events: Array.from({ length: 30 }, (_, i) => refusedMfa({ ...home, at: noon - minutes(i + 1) })) },
    finds: undefined,
  },
  'stays quiet when nothing was refused': { event: success, past: { rare: germany }, finds: undefined },
  'stays quiet when the second factor was only asked for': {
    event: success,
    past: {
      rare: germany,
      events: [signIn({ ...abroad, outcome: 'interrupt', code: 50076, mfa: 'asked', at: noon - minutes(1) })],
    },
    finds: undefined,
  },
  'stays quiet on a device they know': {
    event: success,
    past: { rare: germany, events: [first, second], knows: ['device'] },
    finds: undefined,
  },
  'fires when the prompts came from another address of that country': {
    event: success,
    past: {
      rare: germany,
      events: [refusedMfa({ ...abroad, id: 'f1', address: '203.0.113.99', asn: 64512, at: noon - minutes(6) })],
    },
    finds: { severity: 'high', because: ['f1', 'ok'] },
  },
  'stays quiet when the refused prompts were their own, at home': {
    event: success,
    past: { rare: germany, events: [refusedMfa({ ...home, at: noon - minutes(6) })] },
    finds: undefined,
  },
  'is medium when success came hours later': {
    event: success,
    past: { rare: germany, events: [{ ...first, at: noon - hours(3) }] },
    finds: { severity: 'medium' },
  },
  'stays quiet when success came the day after': {
    event: success,
    past: { rare: germany, events: [{ ...first, at: noon - hours(20) }] },
    finds: undefined,
  },
  'is medium where peers are': {
    event: success,
    past: { rare: { country: { DE: peersDo } }, events: [first, second] },
    finds: { severity: 'medium' },
  },
  'counts records of one challenge once': {
    event: success,
    past: { rare: germany, events: [first, { ...first, id: 'f1b', at: first.at + seconds(1), code: 50074 }] },
    finds: { says: /after 1 refused or unanswered prompt,/ },
  },
  'is medium on a network nobody uses, in their own country': {
    event: signIn({ ...home, asn: 64999 }),
    past: { rare: { network: { '64999': never } }, events: [refusedMfa({ ...home, asn: 64999, at: noon - minutes(2) })] },
    finds: { severity: 'medium', says: /a network from which they had never signed in/ },
  },
  'stays quiet when those prompts came from the usual network': {
    event: signIn({ ...home, address: '192.0.2.99', asn: 64999 }),
    past: { rare: { network: { '64999': never } }, events: [refusedMfa({ ...home, at: noon - minutes(2) })] },
    finds: undefined,
  },
});
