// One record, in whatever it comes wrapped, is one event.

import { describe, expect, it } from 'vitest';
import {
  asCells,
  auditQueryRecord,
  azureEnvelope,
  ana,
  cloudAppEvent,
  inboxRule,
  mailboxAudit,
  officeActivity,
  purviewRow,
  ual,
  ualDirectory,
  ualSignIn,
  without,
} from '../support/records.ts';
import type { RawJson } from '../support/records.ts';
import { eventOf, readingOf, whyNot } from './reading.ts';

const file = ual({
  Id: '0a0a0a0a-0000-4000-8000-000000000004',
  Operation: 'FileDownloaded',
  RecordType: 6,
  Workload: 'SharePoint',
  ObjectId: 'https://harbour.example/sites/Finance/Payroll.xlsx',
  SiteUrl: 'https://harbour.example/sites/Finance',
  SourceFileName: 'Payroll.xlsx',
  UserAgent: 'Mozilla/5.0',
});

/** Wrappings that hold the record as it is: the same event with the same content. */
const whole: Readonly<Record<string, (record: RawJson) => RawJson>> = {
  'a row of Purview’s export': purviewRow,
  'a row of the older export': (record) => ({
    CreationDate: '1/5/2026 3:12:09 AM',
    UserIds: record['UserId'],
    Operations: record['Operation'],
    AuditData: JSON.stringify(record),
  }),
  'an answer to Graph’s audit log query': auditQueryRecord,
  CloudAppEvents: cloudAppEvent,
  'CloudAppEvents with JSON in text': (record) => ({ ...cloudAppEvent(record), RawEventData: JSON.stringify(record) }),
  'CloudAppEvents in an envelope': (record) =>
    azureEnvelope('AdvancedHunting-CloudAppEvents', cloudAppEvent(record), { operationName: 'Publish' }),
  'an envelope': (record) => azureEnvelope('AuditGeneral', record),
};

describe.each(Object.entries(whole))('a record in %s', (_, wrap) => {
  it.each([
    ['a sign-in', ualSignIn()],
    ['a directory change', ualDirectory({ activity: 'Reset user password' })],
    ['a rule', inboxRule({ Name: '.' })],
  ])('is the record: %s', (__, record) => {
    expect(readingOf(wrap(record))).toEqual(readingOf(record));
  });
});

describe.each([
  ['JSON', (row: RawJson) => row],
  ['CSV', asCells],
  [
    'CSV as the portal exports it',
    (row: RawJson) =>
      asCells({
        'TimeGenerated [UTC]': '1/5/2026, 3:12:09.000 AM',
        UserId_: ana.upn,
        Parameters_string: '',
        ...without(row, 'TimeGenerated'),
      }),
  ],
])('a row of OfficeActivity, as %s,', (_, written) => {
  it.each([
    ['a rule', inboxRule({ Name: '.', ForwardTo: 'box@elsewhere.example' })],
    ['mail sent', mailboxAudit({ Operation: 'Send', Item: { Subject: 'Hello', InternetMessageId: '<1@x>' } })],
    ['a file', file],
  ])('tells the same event: %s', (__, record) => {
    const [row, bare] = [readingOf(written(officeActivity(record))), readingOf(record)];
    expect(row.event).toEqual(bare.event);
    expect(row.names).toEqual(bare.names);
  });
});

describe('a row', () => {
  it('of OfficeActivity without its own time has that of its arrival', () => {
    const row = officeActivity(inboxRule({ Name: 'r' }));
    const late = { ...without(row, 'TimeGenerated'), 'Start_Time [UTC]': '1/5/2026, 3:20:00.000 AM' };
    expect(eventOf('mailboxRule', late).at).toBe(Date.UTC(2026, 0, 5, 3, 20));
  });

  it('whose text has no id is known by the one beside it', () => {
    const { Id, ...record } = inboxRule({ Name: 'r' });
    expect(readingOf(purviewRow(record, { RecordId: Id })).event.id).toBe(`m365-audit:${String(Id)}`);
  });

  it('whose text is cut off is refused, and says where', () => {
    const row = purviewRow(inboxRule({ Name: 'r' }));
    const cut = { ...row, AuditData: String(row['AuditData']).slice(0, 40) };
    expect(whyNot(cut)).toMatchObject({ path: '.AuditData', why: expect.stringContaining('expected JSON in text') as string });
  });

  it('of other applications’ events is no record of this log', () => {
    const foreign = { ...cloudAppEvent(ual()), RawEventData: { eventName: 'ConsoleLogin', awsRegion: 'x' } };
    expect(readingOf(foreign).event).toMatchObject({ source: 'other', kind: 'other' });
  });
});
