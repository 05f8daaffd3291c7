// Entra's logs in all their forms: one record is one event.

import { describe, expect, it } from 'vitest';
import {
  ana,
  asCells,
  auditRow,
  azureEnvelope,
  ben,
  directoryAudit,
  phones,
  signInDownload,
  signInRecord,
  signInRow,
  without,
} from '../support/records.ts';
import type { RawJson } from '../support/records.ts';
import { eventOf, readingOf, whyNot } from './reading.ts';

const SERVICE = '5e5e5e5e-0000-4000-8000-000000000001';

const signIns = [
  ['a person', signInRecord(), 'SignInLogs'],
  ['a failure', signInRecord({ code: 50126 }), 'SignInLogs'],
  [
    'a service',
    signInRecord({}, { userPrincipalName: '', userId: '', servicePrincipalId: SERVICE, isInteractive: false }),
    'ServicePrincipalSignInLogs',
  ],
] as const;

describe.each(signIns)('a sign-in of %s', (_, record, category) => {
  const bare = readingOf(record);

  it('in an envelope is the record', () => {
    const { generatedAt, ...reading } = readingOf(azureEnvelope(category, record));
    expect(reading).toEqual(bare);
    expect(generatedAt).toBe(Date.UTC(2026, 0, 5, 3, 16));
  });

  it('as a row is the same event', () => {
    for (const row of [signInRow(record), asCells(signInRow(record)), exported(signInRow(record))]) {
      const reading = readingOf(row);
      expect(reading.event).toEqual(bare.event);
      expect(reading.names).toEqual(bare.names);
      expect(reading.generatedAt).toBe(Date.UTC(2026, 0, 5, 3, 16));
    }
  });
});

/** As the portal of Log Analytics writes it: marked columns, American times, doubled dynamic columns. */
const exported = (row: RawJson): RawJson =>
  asCells({
    'TimeGenerated [UTC]': '1/5/2026, 3:16:00.000 AM',
    ...('CreatedDateTime' in row ? { 'CreatedDateTime [UTC]': '1/5/2026, 3:12:09.000 AM' } : {}),
    ...without(row, 'TimeGenerated', 'CreatedDateTime', 'Status', 'LocationDetails'),
    Status_dynamic: row['Status'],
    Status_string: '',
    LocationDetails_string: row['LocationDetails'],
    LocationDetails_dynamic: '',
  });

describe('a sign-in', () => {
  it('in an envelope has what only the envelope says', () => {
    const properties = { id: 'x', userPrincipalName: ana.upn, ipAddress: null, appId: 'app' };
    const envelope = azureEnvelope('NonInteractiveUserSignInLogs', properties, { resultType: '50126', location: 'nz' });
    expect(eventOf('signIn', envelope)).toMatchObject({
      at: Date.UTC(2026, 0, 5, 3, 16),
      code: 50126,
      outcome: 'failure',
      address: '203.0.113.7',
      country: 'NZ',
      interactive: false,
    });
  });

  it('in an envelope may have a word for its outcome, and names in small letters', () => {
    const small = Object.fromEntries(
      Object.entries(azureEnvelope('SignInLogs', { createdDateTime: '2026-01-05 03:12:09.443', userId: ana.id })).map(
        ([name, value]) => [name.toLowerCase(), value],
      ),
    );
    expect(eventOf('signIn', { ...small, resulttype: 'Success' })).toMatchObject({ code: 0, address: '203.0.113.7' });
    expect(eventOf('signIn', { ...small, resulttype: 'Failure' })).toMatchObject({ code: -1, outcome: 'failure' });
    expect(whyNot({ ...small, resulttype: 'perhaps' }).path).toBe('.status.errorCode');
  });

  it('without an id is known by its content', () => {
    const { event, hash } = readingOf(azureEnvelope('SignInLogs', without(signInRecord(), 'id')));
    expect([event.id, event.act]).toEqual([`entra-sign-in:#${hash}`, `entra-sign-in:#${hash}`]);
  });

  it('of a row without any time is dated by the first step of its authentication', () => {
    const steps = ['2026-01-05T03:12:10Z', '2026-01-05T03:12:08Z'].map((it) => ({ authenticationStepDateTime: it }));
    const row = without(signInRow(signInRecord({}, { authenticationDetails: steps })), 'TimeGenerated', 'CreatedDateTime');
    expect(eventOf('signIn', asCells(row)).at).toBe(Date.UTC(2026, 0, 5, 3, 12, 8));
  });

  it('as the portal lets it be downloaded is the same', () => {
    const { event } = readingOf(signInRecord());
    expect(eventOf('signIn', signInDownload())).toEqual(without({ ...event }, 'deviceName', 'latitude', 'longitude'));
    expect(eventOf('signIn', signInDownload({ Status: 'Failure', 'Sign-in error code': '50126' })).code).toBe(50126);
    expect(eventOf('signIn', signInDownload({ Status: 'Interrupted', 'Sign-in error code': '50076' })).outcome).toBe('interrupt');
    const service = { Username: '', 'User ID': '', 'Service principal ID': SERVICE };
    expect(eventOf('signIn', signInDownload(service))).toMatchObject({
      actor: SERVICE,
      actorKind: 'service',
      interactive: false,
    });
  });

  it.each([
    ['deviceCode', { authenticationProtocol: 'deviceCode' }],
    ['deviceCode', { originalTransferMethod: 'deviceCodeFlow' }],
    ['ropc', { authenticationProtocol: 'ropc' }],
    ['ropc', { userAgent: 'BAV2ROPC' }],
    [undefined, { authenticationProtocol: 'none', originalTransferMethod: 'none' }],
  ])('says its protocol: %s', (protocol, fields) => {
    for (const record of [signInRecord({}, fields), signInRow(signInRecord({}, fields))])
      expect(eventOf('signIn', record).protocol).toBe(protocol);
  });

  it.each(['Unknown', 'China', ''])('from %j is from no country', (countryOrRegion) => {
    expect(eventOf('signIn', signInRecord({}, { location: { countryOrRegion } }))).not.toHaveProperty('country');
  });
});

describe.each([
  ['a telephone', directoryAudit({ properties: [phones(null, '+61 400 000 111')] })],
  ['a reset password', directoryAudit({ activity: 'Reset user password' })],
  ['a group', directoryAudit({ activity: 'Add group' }, { additionalDetails: [] })],
])('a directory change of %s', (_, record) => {
  const bare = readingOf(record);

  it('in an envelope is the record', () => {
    const { generatedAt, ...reading } = readingOf(azureEnvelope('AuditLogs', record, { operationName: 'Update user' }));
    expect(reading).toEqual(bare);
    expect(generatedAt).toBe(Date.UTC(2026, 0, 5, 3, 16));
  });

  it('as a row is the same event', () => {
    for (const row of [auditRow(record), asCells(auditRow(record)), exported(auditRow(record))]) {
      expect(readingOf(row).names).toEqual(bare.names);
      expect(readingOf(row).event).toEqual(bare.event);
    }
  });
});

describe('a directory change', () => {
  it('has the address its details or its envelope tell, where the initiator has none', () => {
    const initiatedBy = { user: { id: ana.id, userPrincipalName: ana.upn } };
    const detail = [{ key: 'ipaddr', value: '198.51.100.4' }];
    expect(readingOf(directoryAudit({}, { initiatedBy, additionalDetails: detail })).event.address).toBe('198.51.100.4');
    expect(readingOf(azureEnvelope('AuditLogs', directoryAudit({}, { initiatedBy }))).event.address).toBe('203.0.113.7');
    const app = { app: { servicePrincipalId: SERVICE, displayName: 'Sync' } };
    expect(readingOf(azureEnvelope('AuditLogs', directoryAudit({}, { initiatedBy: app }))).event).toMatchObject({
      actor: SERVICE,
      serviceAddress: true,
    });
  });

  it('of another service’s log in the same category is not read as this one’s', () => {
    const intune = azureEnvelope('AuditLogs', { ActivityDate: '1/5/2026 3:12:09 AM', Actor: { UPN: ben.upn } });
    expect(readingOf(intune).event.source).toBe('other');
  });

  it('of a row without a time is refused, and says so', () => {
    const row = without(auditRow(directoryAudit()), 'TimeGenerated', 'ActivityDateTime');
    expect(whyNot(asCells(row)).why).toBe('.activityDateTime: expected a time, found undefined');
  });
});
