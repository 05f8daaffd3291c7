import { mfaDisabled } from '../../src/detect/rules/mfa-disabled.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import type { AdminChange, MethodChange } from '../../src/model/event.ts';
import { abroad, adminChange, ana, bo, methodChange, noon, series, service, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const off = (given: Partial<MethodChange> = {}): MethodChange =>
  methodChange({ change: 'removed', methods: ['requirement'], before: ['requirement'], after: [], target: bo, ...given });
const allGone = (given: Partial<MethodChange> = {}): MethodChange =>
  off({ methods: ['all', 'method'], before: ['method=app'], ...given });
const one = (given: Partial<MethodChange> = {}): MethodChange =>
  off({ methods: ['authenticator'], before: ['authenticator=old'], ...given });
const disabled = (given: Partial<AdminChange> = {}): AdminChange =>
  adminChange({ operation: 'Disable Strong Authentication', workload: 'AzureActiveDirectory', target: bo, ...given });
/** An administrator: the directory, on three earlier days. */
const adminDays = series(
  3,
  (at) => adminChange({ ...at, operation: 'Add member to group', workload: 'AzureActiveDirectory', target: bo }),
  noon - days(2),
  days(3),
);

examples(mfaDisabled, {
  'is high when somebody switches it off for another who is nobody’s administrator': {
    event: off({ id: 'm' }),
    finds: {
      severity: 'high',
      because: ['m'],
      says: 'switched off the second factor of “bo@contoso.test”',
      about: [
        { label: 'User', key: ana },
        { label: 'User', key: bo },
      ],
    },
  },
  'reads the operation that says so as well': { event: disabled(), finds: { severity: 'high' } },
  'stays quiet when it is switched on': { event: disabled({ operation: 'Enable Strong Authentication' }), finds: undefined },
  'stays quiet when it was tried and refused': { event: disabled({ outcome: 'failure' }), finds: undefined },
  'tells that it had been on for seconds only': {
    event: off(),
    past: { events: [disabled({ id: 'on', operation: 'Enable Strong Authentication', at: noon - minutes(5) })] },
    finds: { says: /, 5 minutes after it had been switched on$/ },
  },
  'is medium when an administrator does it': { event: off(), past: { events: adminDays }, finds: { severity: 'medium' } },
  'is low when that administrator does it on other days, too': {
    event: off(),
    past: { events: series(3, (at, index) => off({ ...at, target: `p${index}@contoso.test` }), noon, days(2)) },
    finds: { severity: 'low' },
  },
  'is low when an administrator does it for many on one day': {
    event: off(),
    past: { events: [...adminDays, ...series(4, (at, index) => off({ ...at, target: `p${index}@contoso.test` }))] },
    finds: { severity: 'low', says: /after doing the same to 4 others within a day$/ },
  },
  'is high when somebody else does it for many on one day': {
    event: off(),
    past: { events: series(4, (at, index) => off({ ...at, target: `p${index}@contoso.test` })) },
    finds: { severity: 'high' },
  },
  'is high when the administrator sat where nobody is': {
    event: off({ ...service }),
    past: { rare: germany, events: [...adminDays, signIn({ id: 's', ...abroad, at: noon - minutes(30) })] },
    finds: { severity: 'high', says: /after a sign-in from Germany/ },
  },
  'is low when the owner takes away every factor at home': {
    event: allGone({ target: ana }),
    finds: { severity: 'low', says: 'took away every second factor of their own account' },
  },
  'stays quiet when the owner takes away one of several at home': { event: one({ target: ana }), finds: undefined },
  'is medium when the owner takes one away from where nobody is': {
    event: one({ target: ana, ...abroad }),
    past: { rare: germany },
    finds: { severity: 'medium' },
  },
  'stays quiet when a traveller does, with the laptop they use at home': {
    event: one({ target: ana, ...abroad, device: 'laptop' }),
    past: {
      rare: germany,
      events: [signIn({ device: 'laptop', at: noon - hours(50) }), signIn({ ...abroad, device: 'laptop', at: noon - hours(2) })],
    },
    finds: undefined,
  },
  'is medium when one is taken from another by somebody else': {
    event: one(),
    finds: { severity: 'medium', says: 'took away a second factor (authenticator app) of “bo@contoso.test”' },
  },
  'stays quiet when the help desk does that on other days, too': {
    event: one(),
    past: { events: series(3, (at, index) => one({ ...at, target: `p${index}@contoso.test` }), noon, days(2)) },
    finds: undefined,
  },
  'takes the place of a record the service wrote from its owner': {
    event: allGone({ actor: 'mfa-service', actorKind: 'service', target: ana, ...service }),
    past: { rare: germany, events: [signIn({ ...abroad, at: noon - minutes(10) })] },
    finds: { severity: 'high' },
  },
  'is low when the service writes it and the owner is at home': {
    event: allGone({ actor: 'mfa-service', actorKind: 'service', target: ana, ...service }),
    finds: { severity: 'low' },
  },
  'stays quiet when a factor is exchanged': { event: methodChange({ target: bo }), finds: undefined },
});
