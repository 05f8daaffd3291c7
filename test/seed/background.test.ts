import { describe, expect, it } from 'vitest';
import { defaultStart, seedTenant } from '../../seed/seed.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { days } from '../../src/model/time.ts';
import { done, fieldsOf, from, milliseconds, operation, options, phoneSwap, records } from './records.ts';

/** Whose account it is, in small letters; nobody's for a connection. */
function userOf(record: SeedRecord): string[] {
  const name = fieldsOf(record)['UserId'] ?? fieldsOf(record)['userPrincipalName'];
  return typeof name === 'string' ? [name.toLowerCase()] : [];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

describe('sixty people over forty-five days', () => {
  it('leave as many records as such a company does', () => {
    // Twenty-four a person and day, Christmas and the summer holidays among them.
    expect(records.length).toBeGreaterThan(45_000);
    expect(records.length).toBeLessThan(95_000);
  });

  it('are made in under twenty seconds', () => expect(milliseconds).toBeLessThan(20_000));

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
      'entra-sign-in': ['id', 'createdDateTime', 'appId', 'ipAddress', 'correlationId', 'status', 'location'],
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
    const lacking = Object.entries(required).flatMap(([source, fields]) =>
      from(source as SeedRecord['source']).filter((entry) => {
        const parsed = JSON.parse(JSON.stringify(entry.record)) as Record<string, unknown>;
        return fields.some((field) => parsed[field] === undefined);
      }),
    );
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
      'Move',
      'MessageSent',
      'MeetingDetail',
      'FileSyncDownloadedFull',
      'FileDeleted',
      'CompanyLinkCreated',
      'TIUrlClickData',
      'SearchQueryInitiatedExchange',
      'Add device.',
      'Disable account.',
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

  it('fail to sign in as people do: typing errors, interrupts, phones without signal', () => {
    const codes = new Set(
      done('UserLoginFailed')
        .filter(({ truth }) => !truth)
        .map((record) => fieldsOf(record)['ErrorNumber']),
    );
    for (const usual of ['50126', '50076', '50074', '500121']) expect(codes).toContain(usual);
  });

  it('travel, but only a few of them', () => {
    const abroad = from('entra-sign-in').filter(
      (record) =>
        !record.truth &&
        typeof fieldsOf(record)['userPrincipalName'] === 'string' &&
        (fieldsOf(record)['location'] as { countryOrRegion: string }).countryOrRegion !== 'AU',
    );
    const travellers = new Set(abroad.map((record) => fieldsOf(record)['userPrincipalName']));
    expect(travellers.size).toBeGreaterThanOrEqual(1);
    expect(travellers.size).toBeLessThanOrEqual(15);
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
    const told = [...seedTenant(small)];
    // What somebody else's hands on their phone takes from them is the one difference there may be.
    const diverted = new Set(told.filter(({ truth }) => truth?.programme === phoneSwap).flatMap(userOf));
    const quiet = [...seedTenant({ ...small, stories: [] })];
    const others = (all: readonly SeedRecord[]) => all.filter((record) => !userOf(record).some((name) => diverted.has(name)));
    expect(quiet.every(({ truth }) => truth === undefined)).toBe(true);
    expect(quiet.length).toBeGreaterThan(3_000);
    expect(ids(others(quiet))).toEqual(ids(others(told)));
  });
});
