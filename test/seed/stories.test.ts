import { describe, expect, it } from 'vitest';
import { castOf, seedTenant } from '../../seed/seed.ts';
import { done, fieldsOf, from, operation, options, phoneSwap, records, takeover, told, utcDate } from './records.ts';

const { takeoverVictim, phoneSwapVictim } = castOf(options);

const countryOf = (record: (typeof records)[number]) =>
  (fieldsOf(record)['location'] as { countryOrRegion: string }).countryOrRegion;
const codeOf = (record: (typeof records)[number]) => (fieldsOf(record)['status'] as { errorCode: number }).errorCode;
const pathOf = (record: (typeof records)[number]) =>
  (fieldsOf(record)['Item'] as { ParentFolder: { Path: string } } | undefined)?.ParentFolder.Path;
const ownDays = (upn: string) =>
  new Set(
    records
      .filter((record) => record.truth === undefined && String(fieldsOf(record)['UserId']).toLowerCase() === upn.toLowerCase())
      .map(utcDate),
  );

describe('story A', () => {
  const story = told(takeover);
  const signIns = story.filter(({ source }) => source === 'entra-sign-in');

  it('happens on four days, the last five after the third', () => {
    expect([...new Set(story.map(utcDate))]).toEqual(['2026-01-05', '2026-01-07', '2026-01-08', '2026-01-13']);
  });

  it('begins with two refused prompts and an approved one, and leaves it at that for the day', () => {
    const first = story.filter((record) => utcDate(record) === '2026-01-05');
    expect(first.filter(({ source }) => source === 'entra-sign-in').map(codeOf)).toEqual([500121, 500121, 0]);
    expect(first).toHaveLength(6);
  });

  it('comes from the United States, Germany, a third country, and again from elsewhere', () => {
    expect(signIns.map(countryOf)).toEqual(['US', 'US', 'US', 'DE', 'DE', 'NL', 'US']);
    expect(new Set(signIns.map((record) => fieldsOf(record)['ipAddress'])).size).toBe(4);
  });

  it('touches the three folders and then the same files again', () => {
    expect(new Set(told(takeover, 'folder-changes').map(pathOf))).toEqual(
      new Set([undefined, '\\Sent Items', '\\Deleted Items', '\\WIISE']),
    );
    const files = (step: string) => new Set(told(takeover, step).flatMap((record) => fieldsOf(record)['SourceFileName'] ?? []));
    expect([...files('files-again')].filter((file) => files('files').has(file))).not.toHaveLength(0);
  });

  it('ends with a rule named "." that hides one colleague', () => {
    const [rule] = told(takeover, 'hiding-rule').map(fieldsOf);
    expect(rule?.['ObjectId']).toMatch(/\\\.$/);
    const parameters = new Map(
      (rule?.['Parameters'] as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, Value]),
    );
    expect(parameters.get('MarkAsRead')).toBe('True');
    expect(parameters.get('From')).toMatch(/@harbourline\.example$/);
    expect(parameters.get('MoveToFolder')).toBe('RSS Feeds');
  });

  it('leaves the victim their ordinary days in between', () => {
    const ordinary = ownDays(takeoverVictim.upn);
    for (const date of ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-12', '2026-01-13']) {
      expect(ordinary.has(date), date).toBe(true);
    }
  });
});

describe('story B', () => {
  const story = told(phoneSwap);

  it('lasts three days and has no failure', () => {
    expect([...new Set(story.map(utcDate))]).toEqual(['2026-01-07', '2026-01-08', '2026-01-09']);
    expect(story.map(operation)).not.toContain('UserLoginFailed');
    expect(new Set(story.filter(({ source }) => source === 'entra-sign-in').map(countryOf))).toEqual(new Set(['US', 'GH']));
  });

  it('changes the number and changes it back', () => {
    const changes = story.filter((record) => operation(record) === 'Update user.').map(fieldsOf);
    const values = changes.map(
      (change) => (change['ModifiedProperties'] as { Name: string; NewValue: string; OldValue: string }[])[0],
    );
    expect(values.map((value) => value?.Name)).toEqual(['StrongAuthenticationUserDetails', 'StrongAuthenticationUserDetails']);
    expect(values[0]?.OldValue).toBe(values[1]?.NewValue);
    expect(values[0]?.NewValue).toBe(values[1]?.OldValue);
    expect(values[0]?.OldValue).toContain(phoneSwapVictim.phoneNumber);
  });

  it('puts rules into the own mailbox and into shared ones, credit control among them', () => {
    const rules = story.filter((record) => /InboxRule/.test(operation(record))).map(fieldsOf);
    const mailboxes = rules.map((rule) => rule['MailboxOwnerUPN'] ?? /\/([^/\\]+)\\/.exec(String(rule['ObjectId']))?.[1]);
    expect(mailboxes).toHaveLength(4);
    expect(mailboxes).toContain('creditcontrol');
    expect(new Set(mailboxes).size).toBe(4);
    for (const rule of rules) expect(String(rule['UserId']).toLowerCase()).toBe(phoneSwapVictim.upn.toLowerCase());
  });

  it('opens many mails and deletes several, in all three ways', () => {
    expect(story.filter((record) => operation(record) === 'MailItemsAccessed').length).toBeGreaterThan(20);
    for (const way of ['SoftDelete', 'HardDelete', 'MoveToDeletedItems']) expect(story.map(operation)).toContain(way);
  });

  it('sends no text message to the victim while the number is changed', () => {
    const changed = story.filter((record) => operation(record) === 'Update user.').map(({ at }) => at);
    const texted = from('entra-sign-in').filter(
      (record) =>
        record.truth === undefined &&
        fieldsOf(record)['userId'] === phoneSwapVictim.id &&
        record.at > (changed[0] ?? 0) &&
        record.at < (changed[1] ?? 0) &&
        fieldsOf(record)['mfaDetail'] !== null,
    );
    expect(texted).toEqual([]);
  });
});

describe('both stories', () => {
  it('share neither person, address nor network', () => {
    const networks = (programme: string) =>
      told(programme)
        .filter(({ source }) => source === 'entra-sign-in')
        .map((record) => fieldsOf(record)['autonomousSystemNumber']);
    expect(takeoverVictim.team).not.toBe(phoneSwapVictim.team);
    expect(networks(takeover).filter((network) => networks(phoneSwap).includes(network))).toEqual([]);
  });

  it('are named nowhere in the records', () => {
    const words = /\bstory\b|\bstories\b|attack|intrud|victim|takeover|phone-swap|\btruth\b|programme|hiding/i;
    const telling = records.filter(({ record }) => words.test(JSON.stringify(record)));
    expect(telling.map(({ id }) => id)).toEqual([]);
  });

  it('hide their rules among honest ones', () => {
    const honest = done('New-InboxRule', 'Set-InboxRule', 'UpdateInboxRules').filter(({ truth }) => truth === undefined);
    expect(honest.length).toBeGreaterThanOrEqual(6);
    expect(done('Update user.').some(({ truth }) => truth === undefined)).toBe(true);
  });

  it('vary with the seed when asked to', () => {
    const tell = (seed: string) =>
      [...seedTenant({ seed, people: 20, days: 24, variations: true })]
        .filter(({ truth, source }) => truth?.programme === takeover && source === 'entra-sign-in')
        .map((record) => `${countryOf(record)} ${utcDate(record)}`)
        .join();
    expect(new Set(['one', 'two', 'three', 'four'].map(tell)).size).toBeGreaterThan(1);
  });
});
