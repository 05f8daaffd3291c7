import { riskySignInThenSecurityInfo } from '../../src/detect/rules/risky-sign-in-then-security-info.ts';
import { minutes } from '../../src/model/time.ts';
import { abroad, ana, bo, methodChange, noon, service, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const change = methodChange({ ...service, id: 'c', change: 'added', before: [], after: ['authenticator'] });
const risky = signIn({ id: 'r', at: noon - minutes(20), riskLevel: 'medium', riskState: 'atRisk' });

examples(riskySignInThenSecurityInfo, {
  'fires when a factor changes after a sign-in at risk': {
    event: change,
    past: { events: [risky] },
    finds: {
      severity: 'medium',
      key: ana,
      because: ['r', 'c'],
      says: 'had their security information extended, 20 minutes after 1 sign-in the service called risky (medium)',
    },
  },
  'is high when the risk is': { event: change, past: { events: [{ ...risky, riskLevel: 'high' }] }, finds: { severity: 'high' } },
  'stays quiet when the sign-in was not at risk': {
    event: change,
    past: { events: [signIn({ at: noon - minutes(20), riskLevel: 'none', riskState: 'none' })] },
    finds: undefined,
  },
  'stays quiet when they cleared the risk themselves': {
    event: change,
    past: { events: [{ ...risky, riskState: 'remediated' }] },
    finds: undefined,
  },
  'stays quiet when more than an hour lies between': {
    event: change,
    past: { events: [{ ...risky, at: noon - minutes(70) }] },
    finds: undefined,
  },
  'is high after a sign-in from where nobody is, though nobody called it risky': {
    event: change,
    past: { rare: germany, events: [signIn({ ...abroad, id: 'r', at: noon - minutes(20) })] },
    finds: {
      severity: 'high',
      because: ['r', 'c'],
      about: [
        { label: 'IP', key: abroad.address },
        { label: 'Country', key: 'DE' },
      ],
    },
  },
  'stays quiet when the sign-in was on the laptop they use at home': {
    event: change,
    past: {
      rare: germany,
      events: [
        signIn({ device: 'laptop', at: noon - minutes(3000) }),
        signIn({ ...abroad, device: 'laptop', at: noon - minutes(20) }),
      ],
    },
    finds: undefined,
  },
  'fires on the sign-in when the change came first, by whomever': {
    event: signIn({ ...abroad, id: 'r' }),
    past: {
      rare: germany,
      events: [
        methodChange({ id: 'c', actor: bo, change: 'removed', before: ['authenticator'], after: [], at: noon - minutes(2) }),
      ],
    },
    finds: {
      severity: 'high',
      because: ['c', 'r'],
      says: /^had their security information reduced, 2 minutes before a sign-in from Germany/,
      about: [{ label: 'User', key: bo }],
    },
  },
  'stays quiet on that sign-in when the change is an hour old': {
    event: signIn({ ...abroad, id: 'r' }),
    past: { rare: germany, events: [methodChange({ actor: bo, at: noon - minutes(60) })] },
    finds: undefined,
  },
});
