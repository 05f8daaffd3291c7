import { lowCountMfaFailureThenSuccess } from '../../src/detect/rules/low-count-mfa-failure-then-success.ts';
import { mfaFatigue } from '../../src/detect/rules/mfa-fatigue.ts';
import { hours, minutes, seconds } from '../../src/model/time.ts';
import type { SignIn } from '../../src/model/event.ts';
import { abroad, ana, home, noon, refusedMfa, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
/** The last of them a minute before nine. */
const prompts = (n: number, given: Partial<SignIn>, step = minutes(1)): SignIn[] =>
  Array.from({ length: n }, (_, index) =>
    refusedMfa({ ...given, id: `p${String(n - index).padStart(2, '0')}`, at: noon - minutes(1) - index * step }),
  );
const accepted = signIn({ ...abroad, id: 'ok', mfa: 'passed' });
const motel = { ...home, address: '198.51.100.77', asn: 64999 };

examples(mfaFatigue, {
  'fires when a dozen prompts from where nobody is end in success': {
    event: accepted,
    past: { rare: germany, events: prompts(12, abroad) },
    finds: {
      key: `${ana}/64511`,
      severity: 'high',
      surpriseBits: 21,
      says: 'accepted a second-factor prompt a minute after 12 refused or unanswered prompts within 11 minutes, from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers',
      about: [
        { label: 'User', key: ana },
        { label: 'IP', key: abroad.address },
      ],
    },
  },
  'stays quiet on few of them: that is another row': {
    event: accepted,
    past: { rare: germany, events: prompts(4, abroad) },
    finds: undefined,
  },
  'takes five within five minutes': {
    event: accepted,
    past: { rare: germany, events: prompts(5, abroad) },
    finds: { severity: 'high', because: ['p01', 'p02', 'p03', 'p04', 'p05', 'ok'] },
  },
  'stays quiet on five in an hour': {
    event: accepted,
    past: { rare: germany, events: prompts(5, abroad, minutes(12)) },
    finds: undefined,
  },
  'counts the records of one challenge once': {
    event: accepted,
    past: { rare: germany, events: prompts(12, abroad, seconds(2)) },
    finds: undefined,
  },
  'does not count strong authentication that was only required': {
    event: accepted,
    past: { rare: germany, events: prompts(12, { ...abroad, code: 50074 }) },
    finds: undefined,
  },
  'stays quiet when the telephone at home has no signal': {
    event: signIn(home),
    past: { knows: ['address'], events: prompts(14, { ...home, mfa: 'unanswered' }) },
    finds: undefined,
  },
  'stays quiet on their own device, wherever it is': {
    event: accepted,
    past: { rare: germany, knows: ['device'], events: prompts(14, abroad) },
    finds: undefined,
  },
  'stays quiet behind an exit of many people': {
    event: signIn(motel),
    past: { regulars: { [motel.address]: 40 }, events: prompts(14, { ...motel, mfa: 'unanswered' }) },
    finds: undefined,
  },
  'is low at home when somebody declined again and again': {
    event: signIn(home),
    past: { knows: ['address'], events: prompts(14, home) },
    finds: { severity: 'low' },
  },
  'is high from an address they never used, when prompts were declined': {
    event: signIn(motel),
    past: { events: prompts(12, motel) },
    finds: { severity: 'high', says: /prompts within 11 minutes, from Australia \(AS64999\)$/ },
  },
  'is medium when nobody answered there': {
    event: signIn(motel),
    past: { events: prompts(12, { ...motel, mfa: 'unanswered' }) },
    finds: { severity: 'medium' },
  },
  'is medium there when success came much later': {
    event: signIn({ ...motel, at: noon + hours(1) }),
    past: { events: prompts(12, motel) },
    finds: { severity: 'medium' },
  },
  'stays quiet when success came the day after': {
    event: signIn({ ...motel, at: noon + hours(20) }),
    past: { events: prompts(12, motel) },
    finds: undefined,
  },
  'is medium while nobody has accepted': {
    event: refusedMfa({ ...abroad, id: 'p' }),
    past: { rare: germany, events: prompts(9, abroad, minutes(15)) },
    finds: {
      severity: 'medium',
      says: /^was sent 10 refused or unanswered prompts within 2 hours, from Germany .*, and accepted none$/,
    },
  },
  'stays quiet on nine of them': {
    event: refusedMfa(abroad),
    past: { rare: germany, events: prompts(8, abroad, minutes(15)) },
    finds: undefined,
  },
  'stays quiet when those prompts were at home, and the success is not': {
    event: accepted,
    past: { rare: germany, events: prompts(12, home) },
    finds: undefined,
  },
});

examples(lowCountMfaFailureThenSuccess, {
  'leaves a dozen prompts to the row of those who are worn down': {
    event: accepted,
    past: { rare: germany, events: prompts(12, abroad) },
    finds: undefined,
  },
});
