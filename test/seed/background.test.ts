import { describe, expect, it } from 'vitest';
import { defaultStart, seedTenant } from '../../seed/seed.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { days, hours } from '../../src/model/time.ts';
import { done, fieldsOf, from, milliseconds, operation, options, records } from './records.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

describe('sixty people over forty-five days', () => {
  it('leave as many records as such a company does', () => {
    expect(records.length).toBeGreaterThan(30_000);
    expect(records.length).toBeLessThan(55_000);
  });

  it('are made in under five seconds', () => expect(milliseconds).toBeLessThan(5_000));

  it('come in time order, inside the days asked for, each id once in its log', () => {
    const keys = new Set(records.map(({ source, id }) => `${source} ${id}`));
    expect(keys.size).toBe(records.length);
    expect(records.filter(({ at }, index) => at < (records[index - 1]?.at ?? defaultStart))).toEqual([]);
    expect(records.at(-1)?.at).toBeLessThan(defaultStart + days(45));
  });

  it('parse as JSON and carry what their logs always carry', () => {
    const required = {
      'm365-audit': [
        'CreationTime',
        'Id',
        'Operation',
        'OrganizationId',
        'RecordType',
        'UserKey',
        'UserType',
        'Version',
        'Workload',
        'UserId',
      ],
      'entra-sign-in': [
        'id',
        'createdDateTime',
        'userPrincipalName',
        'userId',
        'appId',
        'ipAddress',
        'correlationId',
        'status',
        'location',
      ],
      'entra-audit': [
        'id',
        'activityDateTime',
        'activityDisplayName',
        'category',
        'correlationId',
        'result',
        'initiatedBy',
        'targetResources',
      ],
    };
    const lacking = records.filter((entry) => {
      const parsed = JSON.parse(JSON.stringify(entry.record)) as Record<string, unknown>;
      return required[entry.source].some((field) => parsed[field] === undefined);
    });
    expect(lacking).toEqual([]);
  });

  it('show every kind of act', () => {
    const seen = new Set(records.map(operation));
    const expected = [
      'UserLoggedIn',
      'UserLoginFailed',
      'MailItemsAccessed',
      'Send',
      'SendAs',
      'Create',
      'Update',
      'MoveToDeletedItems',
      'SoftDelete',
      'HardDelete',
      'New-InboxRule',
      'Set-InboxRule',
      'UpdateInboxRules',
      'FileAccessed',
      'FilePreviewed',
      'FileDownloaded',
      'FileModified',
      'FileUploaded',
      'PageViewed',
      'Update user.',
      'Add user.',
      'Add member to group.',
      'Reset user password.',
    ];
    expect(expected.filter((name) => !seen.has(name))).toEqual([]);
  });

  it('work by day and rest at weekends', () => {
    const ordinary = records.filter(({ truth, source }) => truth === undefined && source === 'm365-audit');
    const sydney = ordinary.map(({ at }) => new Date(at + hours(11)));
    const share = (test: (local: Date) => boolean) => sydney.filter(test).length / sydney.length;
    expect(share((local) => local.getUTCHours() >= 7 && local.getUTCHours() < 21)).toBeGreaterThan(0.9);
    expect(share((local) => local.getUTCHours() >= 1 && local.getUTCHours() < 6)).toBeLessThan(0.02);
    expect(share((local) => local.getUTCDay() % 6 === 0)).toBeLessThan(0.1);
  });

  it('fail to sign in as people do: typing errors, interrupts, phones without signal', () => {
    const codes = new Set(
      done('UserLoginFailed')
        .filter(({ truth }) => !truth)
        .map((record) => fieldsOf(record)['ErrorNumber']),
    );
    expect(codes).toEqual(new Set(['50126', '50076', '50074', '500121']));
  });

  it('travel, but only a few of them', () => {
    const abroad = from('entra-sign-in').filter(
      (record) => !record.truth && (fieldsOf(record)['location'] as { countryOrRegion: string }).countryOrRegion !== 'AU',
    );
    const travellers = new Set(abroad.map((record) => fieldsOf(record)['userPrincipalName']));
    expect(travellers.size).toBeGreaterThanOrEqual(1);
    expect(travellers.size).toBeLessThanOrEqual(3);
  });

  it('write addresses in the notations the real log has', () => {
    const addresses = records.map((record) => text(fieldsOf(record)['ClientIP']));
    expect(addresses.some((address) => /^\d+\.\d+\.\d+\.\d+:\d+$/.test(address))).toBe(true);
    expect(addresses.some((address) => /^[0-9a-f]{4}:[0-9a-f:]+$/.test(address))).toBe(true);
    expect(addresses.some((address) => address.startsWith('::ffff:'))).toBe(true);
  });

  it('are spelled in several letter cases', () => {
    const spellings = new Map<string, Set<string>>();
    for (const record of from('m365-audit')) {
      const name = text(fieldsOf(record)['UserId']);
      spellings.set(name.toLowerCase(), (spellings.get(name.toLowerCase()) ?? new Set()).add(name));
    }
    expect([...spellings.values()].some((names) => names.size > 1)).toBe(true);
  });

  it('leave times without a zone letter in the audit log', () => {
    const bare = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
    expect(from('m365-audit').filter((record) => !bare.test(text(fieldsOf(record)['CreationTime'])))).toEqual([]);
  });
});

describe('a quiet tenant', () => {
  it('lives exactly the life it lives when stories are told', () => {
    const small = { ...options, people: 20, days: 18 };
    const ids = (all: Iterable<SeedRecord>) => [...all].filter(({ truth }) => truth === undefined).map(({ id }) => id);
    const quiet = [...seedTenant({ ...small, stories: [] })];
    expect(quiet.every(({ truth }) => truth === undefined)).toBe(true);
    expect(ids(quiet)).toEqual(ids(seedTenant(small)));
  });
});
