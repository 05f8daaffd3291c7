import { describe, expect, it } from 'vitest';
import { ana, ben, directoryAudit, phones, ualDirectory } from '../support/records.ts';
import { eventOf, readingOf } from './reading.ts';

describe('a directory change of the Entra log', () => {
  it('tells a registered telephone, old and new, out of JSON in JSON', () => {
    const record = directoryAudit({ properties: [phones('+61 400 000 111', '+1 202 555 0100')] });
    expect(eventOf('methodChange', record)).toMatchObject({
      id: 'entra-audit:Directory_c0c0c0c0-0000-4000-8000-000000000001_ABCDE_1',
      at: Date.UTC(2026, 0, 5, 3, 12, 9, 123),
      operation: 'Update user',
      actor: ana.upn,
      actorKind: 'person',
      address: '203.0.113.7',
      client: 'browser',
      target: ben.upn,
      change: 'changed',
      methods: ['phone'],
      before: ['phone=+61 400 000 111'],
      after: ['phone=+1 202 555 0100'],
    });
    expect(readingOf(record).names).toEqual([
      [ana.id, ana.upn],
      [ben.id, ben.upn],
    ]);
  });

  it.each([
    ['a telephone', { properties: [phones('+61 400 000 111', '+1 202 555 0100')] }],
    ['a role', { activity: 'Add member to role', target: ana }],
    ['a secret', { activity: 'Update application – Certificates and secrets management ' }],
  ])('is one act with its record in the unified log: %s', (_, change) => {
    const [one, other] = [directoryAudit(change), ualDirectory(change)].map((record) => readingOf(record).event);
    expect(one?.act).toBe(other?.act);
    expect([one?.kind, one?.operation]).toEqual([other?.kind, other?.operation]);
  });

  it('is one act with it, too, where the two logs have other words for the deed', () => {
    const [one, other] = [
      directoryAudit({ activity: 'Reset password (by admin)' }),
      ualDirectory({ activity: 'Reset user password' }),
    ];
    expect(readingOf(one).event.act).toBe(readingOf(other).event.act);
  });

  it('is another act when it is about somebody else, or another deed of the same request', () => {
    const acts = [
      directoryAudit(),
      directoryAudit({ target: ana }),
      directoryAudit({ activity: 'Reset user password' }),
      directoryAudit({ correlation: 'c1' }),
    ];
    expect(new Set(acts.map((record) => readingOf(record).event.act)).size).toBe(4);
  });

  it('finds the user among the targets, wherever it stands, else takes the first object', () => {
    const group = { id: 'aaaaaaaa-0000-4000-8000-00000000000f', type: 'Group', userPrincipalName: null, modifiedProperties: [] };
    const user = { id: ben.id, type: 'User', userPrincipalName: ben.upn, modifiedProperties: [] };
    expect(eventOf('adminChange', directoryAudit({}, { targetResources: [group, user] })).target).toBe(ben.upn);
    expect(eventOf('adminChange', directoryAudit({}, { targetResources: [group] })).target).toBe(group.id);
  });

  it.each([
    ['User registered security info', 'User registered Authenticator App with Notification and Code', 'added', 'authenticator'],
    ['User registered all required security info', 'User registered Mobile Phone SMS', 'added', 'phone'],
    [
      'User changed default security info',
      'User changed the default to Alternate Mobile Phone Call',
      'changed',
      'alternativePhone',
    ],
    ['User deleted security info', 'User deleted Email', 'removed', 'email'],
    ['Admin registered security info', '', 'added', 'method'],
    ['Admin deleted authentication method for user', 'Admin deleted Phone App Notification', 'removed', 'authenticator'],
  ])('%s: %s', (activity, resultReason, change, method) => {
    const event = eventOf('methodChange', directoryAudit({ activity }, { resultReason }));
    expect([event.change, event.methods, event.before, event.after]).toEqual([change, [method], [], []]);
  });

  it.each(['User reviewed security info', 'User started security info registration', 'Enable Strong Authentication'])(
    '%s changes no method',
    (activity) => {
      expect(readingOf(directoryAudit({ activity })).event.kind).toBe('adminChange');
    },
  );

  it('may be an application’s, and may fail', () => {
    const service = '5e5e5e5e-0000-4000-8000-000000000001';
    const initiatedBy = { user: null, app: { displayName: 'Sync', servicePrincipalId: service } };
    expect(readingOf(directoryAudit({}, { initiatedBy, result: 'failure' })).event).toMatchObject({
      actor: service,
      actorKind: 'service',
      outcome: 'failure',
    });
  });
});
