import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Programme, Step } from '../../seed/programmes/programme.ts';
import { seedTenant, tell } from '../../seed/seed.ts';
import { onDay, personOf, teamOf, type Person } from '../../seed/tenant.ts';
import { days } from '../../src/model/time.ts';
import { offsetAt } from '../../seed/zone.ts';
import { done, fieldsOf, from, operation, options, phoneSwap, records, takeover, told, utcDate } from './records.ts';

const { scene, programmes } = tell(options);
const programmeOf = (id: string): Programme => {
  const found = programmes.find((programme) => programme.id === id);
  if (found === undefined) throw new Error(`${id} is not told`);
  return found;
};
const victimOf = (id: string): Person => personOf(scene.tenant, programmeOf(id).victims[0] ?? '');
const [takeoverVictim, phoneSwapVictim] = [victimOf(takeover), victimOf(phoneSwap)];

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

interface Row {
  readonly day: number;
  /** A name, or the beginning of several. */
  readonly step: string;
  readonly stage: string;
}

/** The steps a story's page lists. */
function tableOf(story: string): Row[] {
  const page = readFileSync(new URL(`../../seed/stories/${story}/README.md`, import.meta.url), 'utf8');
  let day = 0;
  return page.split('\n').flatMap((line) => {
    const [, when = '', names = '', , stages = ''] = line
      .split(' | ')
      .flatMap((cell, place) => (place === 0 ? ['', cell.replace(/^\| ?/, '')] : [cell]));
    if (!line.startsWith('| ')) return [];
    day = /^\d+/.test(when.trim()) ? parseInt(when.trim(), 10) : day;
    const all = stages
      .replace(/\|$/, '')
      .split(',')
      .map((stage) => stage.trim());
    return [...names.matchAll(/`([^`]+)`/g)].map(([, name = ''], place) => ({
      day,
      step: name,
      stage: all[place] ?? all[0] ?? '',
    }));
  });
}

const isNamed = ({ name }: Step, { step }: Row): boolean =>
  step.endsWith('…') ? name.startsWith(step.slice(0, -1)) : name === step;

describe.each([
  ['a-mfa-takeover', takeover, 14],
  ['b-phone-swap', phoneSwap, 12],
])('%s', (story, id, fromEnd) => {
  const { steps, ending, impactAt } = programmeOf(id);
  const rows = tableOf(story);
  const { zone } = victimOf(id).office.city;
  const dayOf = ({ at }: Step) => Math.floor((at + offsetAt(zone, at) * 60_000 - scene.calendar.start) / days(1));

  it('has exactly the steps its page lists, each on its day and for its purpose', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const named = steps.filter((step) => isNamed(step, row));
      expect(named.length, row.step).toBeGreaterThan(0);
      for (const step of named) {
        expect(dayOf(step), step.name).toBe(scene.calendar.dayCount - fromEnd + row.day);
        expect(step.stage, step.name).toBe(row.stage);
      }
    }
    expect(steps.filter((step) => !rows.some((row) => isNamed(step, row))).map(({ name }) => name)).toEqual([]);
  });

  it('is stopped before the harm it was for', () => {
    expect(ending).toBe('stopped');
    expect(impactAt).toBeGreaterThan(steps.at(-1)?.at ?? Infinity);
  });
});

describe('story A', () => {
  const story = told(takeover);
  const signIns = story.filter(({ source }) => source === 'entra-sign-in');

  it('takes somebody with a manager and an authenticator, of one of four departments', () => {
    expect(takeoverVictim.manager).toBeDefined();
    expect(takeoverVictim.secondFactor).toBe('app');
    expect(['sales', 'operations', 'legal', 'engineering']).toContain(teamOf(takeoverVictim).department.kind);
  });

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
      new Set([undefined, '\\Sent Items', '\\Deleted Items', `\\${takeoverVictim.mailbox.projectFolder}`]),
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
    expect(parameters.get('From')?.endsWith(`@${scene.tenant.domain}`)).toBe(true);
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

  it('takes a clerk in finance who works in credit control’s mailbox', () => {
    expect(teamOf(phoneSwapVictim).department.kind).toBe('finance');
    expect(phoneSwapVictim.circle.shared.map(({ alias }) => alias)).toContain('creditcontrol');
  });

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
    expect(values[0]?.OldValue).toContain(onDay(phoneSwapVictim.phoneNumbers, scene.calendar.dayCount - 12));
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
        (fieldsOf(record)['mfaDetail'] as { authMethod?: string } | null)?.authMethod === 'Text message',
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
    expect(teamOf(takeoverVictim).department).not.toBe(teamOf(phoneSwapVictim).department);
    expect(networks(takeover).filter((network) => networks(phoneSwap).includes(network))).toEqual([]);
  });

  it('are named nowhere in the records', () => {
    const words = /\bstory\b|\bstories\b|attack|intrud|victim|takeover|phone-swap|\btruth\b|programme|hiding/i;
    const telling = records.filter(({ record }) => words.test(JSON.stringify(record)));
    expect(telling.map(({ id }) => id)).toEqual([]);
  });

  it('hide their rules among honest ones', () => {
    const honest = done('New-InboxRule', 'Set-InboxRule', 'UpdateInboxRules').filter(({ truth }) => truth === undefined);
    expect(honest.length).toBeGreaterThan(0);
    expect(done('Update user.').some(({ truth }) => truth === undefined)).toBe(true);
  });

  it.each(['one', 'two', 'three', 'four', 'five', 'six'])('are told of people at work in any such company: %s', (seed) => {
    const other = tell({ seed, people: 40 });
    const [first, second] = other.programmes.map(({ victims }) => personOf(other.scene.tenant, victims[0] ?? ''));
    expect(other.programmes.map(({ id }) => id)).toEqual([takeover, phoneSwap]);
    expect(first).not.toBe(second);
  });

  it('vary with the seed when asked to', () => {
    const summary = (seed: string) =>
      [...seedTenant({ seed, people: 20, days: 24, variations: true })]
        .filter(({ truth, source }) => truth?.programme === takeover && source === 'entra-sign-in')
        .map((record) => `${countryOf(record)} ${utcDate(record)}`)
        .join();
    expect(new Set(['one', 'two', 'three', 'four'].map(summary)).size).toBeGreaterThan(1);
  });
});
