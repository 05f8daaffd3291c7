import { accountBruteForce } from '../../src/detect/rules/account-brute-force.ts';
import type { SignIn } from '../../src/model/event.ts';
import { hours, minutes, seconds } from '../../src/model/time.ts';
import { abroad, ana, home, noon, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const elsewhere = { ...home, address: '203.0.113.40', asn: 64999 };
const wrong = (given: Partial<SignIn> = {}): SignIn => signIn({ ...elsewhere, outcome: 'failure', code: 50126, ...given });
/** Uneven, as a hand or a script with a pause of chance is; the last shortly before nine. */
const tries = (n: number, given: Partial<SignIn> = {}, step = minutes(2)): SignIn[] =>
  Array.from({ length: n }, (_, index) =>
    wrong({ id: `f${String(n - index).padStart(2, '0')}`, at: noon - (index + 1) * step + (index % 3) * (step / 2.5), ...given }),
  );

examples(accountBruteForce, {
  'fires when somebody gets in after a dozen wrong passwords from there': {
    event: signIn({ ...abroad, id: 'in' }),
    past: { rare: germany, events: tries(12, abroad) },
    finds: {
      key: ana,
      severity: 'high',
      surpriseBits: 21,
      says: /^got in after 12 wrong passwords within 2\d minutes, from Germany \(AS64511\), where they had never signed in/,
      about: [
        { label: 'User', key: ana },
        { label: 'IP', key: abroad.address },
      ],
    },
  },
  'stays quiet when the owner remembers at last': {
    event: signIn(home),
    past: { knows: ['address'], events: tries(12, home) },
    finds: undefined,
  },
  'is medium on a success from a new address of a usual network': {
    event: signIn(elsewhere),
    past: { events: tries(12) },
    finds: { severity: 'medium' },
  },
  'stays quiet when the success came from elsewhere: the owner, at work': {
    event: signIn(home),
    past: { events: tries(12) },
    finds: undefined,
  },
  'is low on ten within the hour, and nobody got in': {
    event: wrong(),
    past: { events: tries(9) },
    finds: { severity: 'low', says: /^was refused 10 passwords within 1\d minutes, from Australia \(AS64999\)$/ },
  },
  'stays quiet on nine': { event: wrong(), past: { events: tries(8) }, finds: undefined },
  'stays quiet on ten in a day': { event: wrong(), past: { events: tries(9, {}, hours(1)) }, finds: undefined },
  'takes five in a day from where nobody is': {
    event: wrong({ ...abroad, id: 'f5' }),
    past: { rare: germany, events: tries(4, abroad, hours(3)) },
    finds: { severity: 'low', because: ['f01', 'f02', 'f03', 'f04', 'f5'] },
  },
  'stays quiet on four from there': {
    event: wrong(abroad),
    past: { rare: germany, events: tries(3, abroad, hours(3)) },
    finds: undefined,
  },
  'is medium on ten from there': {
    event: wrong(abroad),
    past: { rare: germany, events: tries(9, abroad) },
    finds: { severity: 'medium' },
  },
  'takes thirty at an address of their own': {
    event: wrong(home),
    past: { knows: ['address'], events: tries(29, home, minutes(1.5)) },
    finds: { severity: 'low' },
  },
  'stays quiet on twenty there': {
    event: wrong(home),
    past: { knows: ['address'], events: tries(20, home) },
    finds: undefined,
  },
  'stays quiet on a program of theirs that holds an old password': {
    event: wrong({ ...home, client: 'outlook' }),
    past: {
      knows: ['address'],
      events: Array.from({ length: 50 }, (_, index) =>
        wrong({ ...home, client: 'outlook', at: noon - (index + 1) * seconds(60) }),
      ),
    },
    finds: undefined,
  },
  'stays quiet on their telephone that holds one, on a usual network': {
    event: wrong({ client: 'legacy:activesync' }),
    past: {
      events: Array.from({ length: 20 }, (_, index) =>
        wrong({ client: 'legacy:activesync', at: noon - (index + 1) * minutes(2.5) }),
      ),
    },
    finds: undefined,
  },
  'fires on the same rhythm from a browser nobody knows': {
    event: wrong({ client: 'browser' }),
    past: {
      events: Array.from({ length: 20 }, (_, index) => wrong({ client: 'browser', at: noon - (index + 1) * minutes(2.5) })),
    },
    finds: { severity: 'low' },
  },
  'stays quiet on interrupts': {
    event: signIn({ ...elsewhere, outcome: 'interrupt', code: 50058 }),
    past: { events: tries(20, { outcome: 'interrupt', code: 65001 }) },
    finds: undefined,
  },
  'stays quiet on a reply address that is wrong': {
    event: wrong({ code: 50011 }),
    past: { events: tries(20, { code: 50011 }) },
    finds: undefined,
  },
  'stays quiet on a policy that blocks': {
    event: wrong({ code: 53003 }),
    past: { events: tries(20, { code: 53003 }) },
    finds: undefined,
  },
  'stays quiet on the expired secret of a service': {
    event: wrong({ code: 7000222, actorKind: 'service' }),
    past: { events: tries(40, { code: 7000222, actorKind: 'service' }) },
    finds: undefined,
  },
  'stays quiet where many accounts are tried: that is another row': {
    event: wrong(),
    past: {
      events: [
        ...tries(9),
        ...['a', 'b', 'c', 'd'].map((name) => wrong({ actor: `${name}@contoso.test`, at: noon - minutes(3) })),
      ],
    },
    finds: undefined,
  },
  'does not accuse what the owner mistyped at home meanwhile': {
    event: wrong({ ...abroad, id: 'x' }),
    past: {
      rare: { ...germany, address: { [abroad.address]: never } },
      events: [...tries(9, abroad), wrong({ ...home, id: 'own', at: noon - minutes(5) })],
    },
    finds: { severity: 'medium', says: /refused 10 passwords/ },
  },
});
