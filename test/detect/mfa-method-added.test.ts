import { mfaMethodAdded } from '../../src/detect/rules/mfa-method-added.ts';
import { minutes, hours } from '../../src/model/time.ts';
import { abroad, ana, bo, methodChange, noon, service, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const app = methodChange({
  ...service,
  id: 'a',
  change: 'added',
  methods: ['authenticator'],
  before: [],
  after: ['authenticator'],
});
const fromGermany = signIn({ ...abroad, id: 'in', at: noon - minutes(2) });
const removal = methodChange({
  id: 'gone',
  change: 'removed',
  methods: ['authenticator'],
  before: ['authenticator'],
  after: [],
  at: noon - minutes(3),
});

examples(mfaMethodAdded, {
  'is high right after a sign-in from where nobody is': {
    event: app,
    past: { rare: germany, events: [fromGermany] },
    finds: {
      severity: 'high',
      key: ana,
      because: ['in', 'a'],
      says: /^registered an authenticator app for themselves, after a sign-in from Germany/,
    },
  },
  'is informational from their desk': {
    event: app,
    past: { rare: germany, events: [signIn({ at: noon - minutes(2) })] },
    finds: { severity: 'informational' },
  },
  'is low when it replaces one removed minutes before': {
    event: app,
    past: { events: [removal, signIn({ at: noon - minutes(5) })] },
    finds: {
      severity: 'low',
      because: ['gone', 'a'],
      says: 'registered an authenticator app for themselves, 3 minutes after 1 factor had been removed',
    },
  },
  'is informational when that removal was yesterday': {
    event: app,
    past: { events: [{ ...removal, at: noon - hours(25) }] },
    finds: { severity: 'informational', because: ['a'] },
  },
  'is medium when somebody else registered it': {
    event: methodChange({ ...app, actor: bo }),
    finds: { severity: 'medium', says: /for ana@contoso\.test$/ },
  },
  'is informational when they do so for people regularly': {
    event: methodChange({ ...app, actor: bo }),
    past: { usuallyDoes: ['Update user'] },
    finds: { severity: 'informational' },
  },
  'is informational on the day one administrator enrols many': {
    event: methodChange({ ...app, actor: bo }),
    past: {
      events: ['c', 'd'].map((name) =>
        methodChange({ ...app, id: name, actor: bo, target: `${name}@contoso.test`, at: noon - hours(1) }),
      ),
    },
    finds: { severity: 'informational' },
  },
  'finds the one that was added wherever in the list it stands': {
    event: methodChange({
      before: ['method=1', 'phone=+61 400 000 041'],
      after: ['authenticator', 'method=1', 'phone=+61 400 000 041'],
    }),
    finds: { says: 'registered an authenticator app for themselves' },
  },
  'stays quiet when a number only takes the place of another': { event: methodChange(), finds: undefined },
  'stays quiet when one was removed': { event: removal, finds: undefined },
  'names a second telephone by its last digits only': {
    event: methodChange({ change: 'added', methods: ['phone'], before: [], after: ['phone=+233 20 000 0007'] }),
    finds: {
      says: 'registered a telephone (a number ending in 07) for themselves',
      about: [{ label: 'AuthMethod', key: 'phone:+233200000007' }],
    },
  },
  'says a telephone once, though the ways it is asked come with it': {
    event: methodChange({
      change: 'added',
      methods: ['method', 'phone'],
      before: [],
      after: ['method=call', 'method=text', 'phone=+233 20 000 0007'],
    }),
    finds: { says: 'registered a telephone (a number ending in 07) for themselves' },
  },
});
