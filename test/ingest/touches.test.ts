import { describe, expect, it } from 'vitest';
import { placeOf, touches } from '../../src/ingest/touches.ts';
import {
  ana,
  ben,
  directoryAudit,
  inboxRule,
  mailboxAudit,
  named,
  phones,
  signInRecord,
  ual,
  ualDirectory,
} from '../support/records.ts';
import { readingOf } from './reading.ts';

const touched = (record: unknown): string[] =>
  touches(readingOf(record).event).map(({ rel, label, key }) => `${rel} ${label} ${key}`);

describe('an event touches', () => {
  it('who, from where and with what', () => {
    expect(touches(readingOf(signInRecord()).event)).toEqual([
      { rel: 'BY', label: 'User', key: ana.upn },
      { rel: 'FROM', label: 'IP', key: '203.0.113.7' },
      { rel: 'FROM', label: 'Device', key: 'd0d0d0d0-0000-4000-8000-000000000001', name: 'HARBOUR-17' },
      { rel: 'FROM', label: 'Session', key: '5e55105e-0000-4000-8000-000000000001' },
      { rel: 'TO', label: 'App', key: '4765445b-32c6-49b0-83e6-1d93765276ca', name: 'OfficeHome' },
    ]);
  });

  it('a rule, its mailbox and where it sends', () => {
    const record = inboxRule({ Name: '.', ForwardTo: 'a@mail.elsewhere.example;b@elsewhere.example' });
    expect(touched(record)).toEqual([
      `BY User ${ana.upn}`,
      'FROM IP 203.0.113.7',
      `ON Mailbox ${ana.upn}`,
      'ON Rule ana@harbour.example\\.',
      'TO Domain elsewhere.example',
    ]);
  });

  it('a telephone by its number, however it is written, in both logs', () => {
    const change = { properties: [phones('+61 400 000 111', '+61 (0) 400-000-222')] };
    for (const record of [ualDirectory(change), directoryAudit(change)]) {
      expect(touched(record)).toEqual([
        `BY User ${ana.upn}`,
        'FROM IP 203.0.113.7',
        `ON User ${ben.upn}`,
        'ON AuthMethod phone:+61400000111',
        'ON AuthMethod phone:+610400000222',
      ]);
    }
  });

  it('the mailbox or the person an administrator changes, and no group', () => {
    expect(
      touched(ual({ Operation: 'Add-MailboxPermission', ObjectId: 'ben', Parameters: named({ AccessRights: 'FullAccess' }) })),
    ).toContain(`ON Mailbox ${ben.upn}`);
    expect(touched(directoryAudit({ activity: 'Reset user password' }))).toContain(`ON User ${ben.upn}`);
    const group = [{ id: 'aaaaaaaa-0000-4000-8000-00000000000f', type: 'Group' }];
    expect(touched(directoryAudit({}, { targetResources: group })).filter((it) => it.startsWith('ON'))).toEqual([]);
  });

  it('no front end of the service', () => {
    const { event } = readingOf(mailboxAudit({ Operation: 'Send', ClientIP: '::1', ClientIPAddress: '::1' }));
    expect(touches(event).some(({ label }) => label === 'IP')).toBe(false);
    expect(placeOf(event)).toBeUndefined();
  });
});

it('an address lies in its country and its network', () => {
  expect(placeOf(readingOf(signInRecord()).event)).toEqual({ address: '203.0.113.7', country: 'AU', asn: 64500 });
  expect(placeOf(readingOf(ual()).event)).toEqual({ address: '203.0.113.7' });
});
