import { describe, expect, it } from 'vitest';
import { privilegedRoleGranted } from '../../src/detect/rules/privileged-role-granted.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { abroad, adminChange, ana, bo, noon, roleChange, series, service, signIn } from '../support/events.ts';
import { examples, never, past } from '../support/examples.ts';

const germany = { country: { DE: never } };
const cy = 'cy@contoso.test';
const adminDays = series(
  3,
  (at) => adminChange({ ...at, operation: 'Add member to group', workload: 'AzureActiveDirectory', target: cy }),
  noon - days(2),
  days(3),
);
const giverDays = series(3, (at) => roleChange({ ...at, role: 'Reports Reader', target: cy }), noon - days(2), days(3));

examples(privilegedRoleGranted, {
  'is high when somebody who never did makes another an administrator': {
    event: roleChange({ id: 'r' }),
    finds: {
      severity: 'high',
      because: ['r'],
      says: 'gave “bo@contoso.test” 1 privileged role (“Global Administrator”)',
      about: [
        { label: 'User', key: ana },
        { label: 'User', key: bo },
      ],
    },
  },
  'folds one click that writes a record for each role': {
    event: roleChange({ id: 'c', role: 'Exchange Administrator' }),
    past: {
      events: [
        roleChange({ id: 'a', role: 'Security Administrator', at: noon - minutes(1) }),
        roleChange({ id: 'b', role: 'Directory Readers', at: noon - minutes(1) }),
        roleChange({ id: 'd', target: cy, at: noon - minutes(1) }),
      ],
    },
    finds: {
      because: ['a', 'c'],
      says: 'gave “bo@contoso.test” 2 privileged roles (“Exchange Administrator” and “Security Administrator”)',
      key: `${ana}/${bo}`,
    },
  },
  'stays quiet about a role over nobody': { event: roleChange({ role: 'Security Reader' }), finds: undefined },
  'stays quiet when a role is taken away': { event: roleChange({ change: 'removed' }), finds: undefined },
  'stays quiet when an eligible role is activated': { event: roleChange({ change: 'activated', target: ana }), finds: undefined },
  'stays quiet when a service gives it': {
    event: roleChange({ actor: 'certificate', actorKind: 'service' }),
    finds: undefined,
  },
  'stays quiet when it failed': { event: roleChange({ outcome: 'failure' }), finds: undefined },
  'is medium by somebody who administers other things': {
    event: roleChange(),
    past: { events: adminDays },
    finds: { severity: 'medium' },
  },
  'is low by who gave roles on other days': { event: roleChange(), past: { events: giverDays }, finds: { severity: 'low' } },
  'is low when a usual giver sets up a new administrator': {
    event: roleChange(),
    past: {
      usuallyDoes: ['Add member to role'],
      events: [adminChange({ operation: 'Add user', workload: 'AzureActiveDirectory', target: bo, at: noon - days(1) })],
    },
    finds: { severity: 'low', says: /, an account made within the week$/ },
  },
  'is high when an administrator raises an account made within the week': {
    event: roleChange(),
    past: {
      events: [
        ...adminDays,
        adminChange({ operation: 'Add user', workload: 'AzureActiveDirectory', target: bo, at: noon - days(1) }),
      ],
    },
    finds: { severity: 'high' },
  },
  'is medium by who gave a role on one day before': {
    event: roleChange(),
    past: { events: giverDays.slice(0, 1) },
    finds: { severity: 'medium' },
  },
  'is high when an administrator takes all subscriptions by the switch': {
    event: adminChange({ operation: 'User has elevated their access to User Access Administrator for their Azure Resources' }),
    finds: { severity: 'high', says: 'gave themselves 1 privileged role (“User Access Administrator”)' },
  },
  'stays quiet about other administration': { event: adminChange({ operation: 'Update user', target: bo }), finds: undefined },
  'stays quiet when a usual giver gives a help desk role': {
    event: roleChange({ role: 'Helpdesk Administrator' }),
    past: { usuallyDoes: ['Add member to role'] },
    finds: undefined,
  },
  'is medium when a help desk role comes from somebody who never gave one': {
    event: roleChange({ role: 'Helpdesk Administrator' }),
    finds: { severity: 'medium' },
  },
  'is high when a usual giver gives it to themselves': {
    event: roleChange({ target: ana }),
    past: { usuallyDoes: ['Add member to role'] },
    finds: { severity: 'high', says: /^gave themselves 1 privileged role/ },
  },
  'is high when a usual giver sat where nobody is': {
    event: roleChange({ ...service }),
    past: { usuallyDoes: ['Add member to role'], rare: germany, events: [signIn({ ...abroad, at: noon - hours(1) })] },
    finds: { severity: 'high', says: /after a sign-in from Germany/ },
  },
  'says eligible for what may be taken up later, and weighs it less': {
    event: roleChange({ change: 'eligible' }),
    past: { events: adminDays },
    finds: { severity: 'low', says: 'made “bo@contoso.test” eligible for 1 privileged role (“Global Administrator”)' },
  },
});

describe('privileged roles', () => {
  it.each([
    'Company Administrator',
    'TenantAdmins',
    '62e90394-69f5-4237-9190-012177145e10',
    'Exchange Service Administrator',
    'PRIVILEGED ROLE ADMINISTRATOR',
    'Partner Tier2 Support',
  ])('%s is one', (role) => {
    const event = roleChange({ role });
    expect(privilegedRoleGranted.judge(event, past({}, event))?.severity).toBe('high');
  });

  it.each(['Directory Readers', 'Message Center Reader', 'Global Reader', 'Administrator of the canteen', ''])(
    '%s is none',
    (role) => {
      const event = roleChange({ role });
      expect(privilegedRoleGranted.judge(event, past({}, event))).toBeUndefined();
    },
  );
});
