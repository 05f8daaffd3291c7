import { registeredPhoneChanged } from '../../src/detect/rules/registered-phone-changed.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { abroad, ana, bo, home, methodChange, noon, service, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const atHome = signIn({ ...home, at: noon - hours(1) });
const fromGermany = signIn({ ...abroad, id: 'in', at: noon - minutes(20) });
const change = methodChange({ ...service, id: 'c' });

examples(registeredPhoneChanged, {
  'is high when the number changed after a sign-in from where nobody is': {
    event: change,
    past: { rare: germany, events: [atHome, fromGermany] },
    finds: {
      severity: 'high',
      because: ['in', 'c'],
      says: 'changed their registered telephone from a number ending in 41 to a number ending in 07, after a sign-in from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers',
      about: [
        { label: 'User', key: ana },
        { label: 'AuthMethod', key: 'phone:+61400000041' },
        { label: 'AuthMethod', key: 'phone:+233200000007' },
        { label: 'IP', key: abroad.address },
      ],
    },
  },
  'is low when they changed it from their desk': {
    event: change,
    past: { rare: germany, events: [atHome] },
    finds: { severity: 'low', because: ['c'] },
  },
  'is medium when they were nowhere to be seen that day': {
    event: change,
    past: { events: [{ ...atHome, at: noon - days(3) }] },
    finds: { severity: 'medium' },
  },
  'stays quiet when it is the first number they register': {
    event: methodChange({ before: [], after: ['phone=+61 400 000 041'], change: 'added' }),
    past: { events: [atHome] },
    finds: undefined,
  },
  'stays quiet when the same number was only typed otherwise': {
    event: methodChange({ before: ['phone=+61 400000041'], after: ['phone=+61 400 000 041'] }),
    past: { events: [atHome] },
    finds: undefined,
  },
  'fires when the old number was removed first and the new one added after': {
    event: methodChange({ id: 'add', change: 'added', before: [], after: ['phone=+233 20 000 0007'] }),
    past: {
      events: [
        atHome,
        methodChange({ id: 'gone', change: 'removed', before: ['phone=+61 400 000 041'], after: [], at: noon - minutes(3) }),
      ],
    },
    finds: { severity: 'low', because: ['gone', 'add'] },
  },
  'is medium when somebody else changed it': {
    event: methodChange({ actor: bo }),
    past: { events: [{ ...atHome, actor: bo }] },
    finds: {
      severity: 'medium',
      says: /^changed ana@contoso\.test’s registered telephone/,
      about: [
        { label: 'User', key: bo },
        { label: 'User', key: ana },
      ],
    },
  },
  'is low when that is the help desk, who does it for others too': {
    event: methodChange({ actor: bo }),
    past: { events: [{ ...atHome, actor: bo }], usuallyDoes: ['Update user'] },
    finds: { severity: 'low' },
  },
  'says when it was changed back, and links by the numbers': {
    event: methodChange({ id: 'back', before: ['phone=+233 20 000 0007'], after: ['phone=+61 400 000 041'] }),
    past: { events: [atHome, { ...change, at: noon - days(2) }] },
    finds: {
      severity: 'medium',
      because: ['c', 'back'],
      says: 'changed their registered telephone from a number ending in 07 to a number ending in 41, back to what it was 2 days before',
      about: [{ label: 'AuthMethod', key: 'phone:+233200000007' }],
    },
  },
  'is not called a change back when the number is a third one': {
    event: methodChange({ id: 'third', before: ['phone=+233 20 000 0007'], after: ['phone=+1 202 555 0199'] }),
    past: { events: [atHome, { ...change, at: noon - days(2) }] },
    finds: { severity: 'low', because: ['third'] },
  },
  'watches the recovery address as well': {
    event: methodChange({ methods: ['email'], before: ['email=ana@mail.test'], after: ['email=Zed@elsewhere.test'] }),
    past: { events: [atHome] },
    finds: {
      says: 'changed their registered recovery mail address from a…@mail.test to Z…@elsewhere.test',
      about: [{ label: 'AuthMethod', key: 'email:zed@elsewhere.test' }],
    },
  },
});
