import { describe, expect, it } from 'vitest';
import { Field } from '../../src/ingest/field.ts';
import { cefFields } from '../../src/ingest/mapping/cef.ts';
import { mappedSource } from '../../src/ingest/mapping/mapping.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';

const where = { file: 'feed.csv', line: 2 };
const base = { title: 'Door alarms', recognise: { holds: ['door'] }, fields: { time: 'when', name: 'what' } };

/** What a mapping makes of a record. */
function read(mapping: object, record: object): Event {
  const it = readRecord(record, where, { mappings: [mappedSource('doors', mapping)] });
  if ('reject' in it) throw new Error(it.reject.why);
  return it.reading.event;
}

const complaint = (mapping: object): string => {
  try {
    mappedSource('doors', mapping);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('a mapped record', () => {
  it('is an alert with what its columns say', () => {
    const mapping = {
      ...base,
      fields: {
        ...base.fields,
        id: 'no',
        until: 'end',
        product: { else: 'Doors' },
        severity: { from: 'grade', values: { Urgent: 'high', Routine: 'informational' } },
        count: 'times',
        tactics: 'tactic',
        techniques: 'attack.ids',
      },
      entities: { people: ['card.owner', 'guard'], devices: 'door', addresses: ['a', 'b'], mailboxes: 'mail' },
    };
    const record = {
      ...{ no: '17', door: 'EAST-1', when: '1772614800', end: '1772614860.5', what: 'Forced open', grade: 'URGENT', times: '3' },
      ...{
        tactic: ['Initial Access', 'LateralMovement'],
        attack: { ids: ['T1078'] },
        guard: 'guard',
        mail: 'Lobby@contoso.test',
      },
      ...{ card: { owner: 'Ana@contoso.test' }, a: '192.0.2.1:443', b: 'nowhere' },
    };
    expect(read(mapping, record)).toMatchObject({
      ...{ id: 'doors:17', source: 'doors', record: '17', kind: 'alert', product: 'Doors', headline: 'Forced open' },
      ...{ at: 1772614800000, lastAt: 1772614860500, severity: 'high', count: 3 },
      ...{ tactics: ['initial-access', 'lateral-movement'], techniques: ['T1078'] },
      ...{ people: ['ana@contoso.test'], devices: ['east-1'], addresses: ['192.0.2.1'], mailboxes: ['lobby@contoso.test'] },
    });
  });

  it('without an id is known by its content, and shown by its place', () => {
    const record = { door: 'east', when: '2026-03-04T09:00:00Z', what: 'Open' };
    const event = read(base, record);
    expect(event).toMatchObject({ record: 'feed.csv:2' });
    expect(event.id).toMatch(/^doors:#[0-9a-f]{32}$/);
    expect(read(base, { what: 'Open', when: '2026-03-04T09:00:00Z', door: 'east' }).id).toBe(event.id);
  });

  it('that says too little to be an alert is kept as it is', () => {
    expect(read(base, { door: 'east', when: '2026-03-04T09:00:00Z' })).toMatchObject({ kind: 'other', source: 'doors' });
  });

  it('of a line none of the patterns fit is kept without a time', () => {
    const mapping = { ...base, recognise: { matches: { message: '^door' } }, text: ['^door (?<what>\\w+) at (?<when>\\S+)$'] };
    expect(read(mapping, { message: 'door open at 2026-03-04T09:00:00Z' })).toMatchObject({ kind: 'alert', headline: 'open' });
    expect(read(mapping, { message: 'door, what door?' })).toMatchObject({ kind: 'other', at: 0 });
  });

  it('is a connection where the mapping says so and there is a side that began it', () => {
    const mapping = {
      ...base,
      event: 'connection',
      fields: { time: 'when', from: 'a', to: 'b', port: 'p', outcome: { from: 'ok', values: { no: 'failure' } }, bytesIn: 'n' },
    };
    const record = { door: 'x', when: '1772614800000', a: '192.0.2.1', b: '198.51.100.1', p: '443', ok: 'No', n: '12' };
    expect(read(mapping, record)).toMatchObject({
      ...{
        kind: 'connection',
        address: '192.0.2.1',
        to: '198.51.100.1',
        port: 443,
        bytesIn: 12,
        failures: 1,
        outcome: 'failure',
      },
    });
    expect(read(mapping, { ...record, a: '' })).toMatchObject({ kind: 'other' });
  });

  it('tells names of one person where the mapping says they are', () => {
    const mapping = { ...base, names: [['upn', 'sid']] };
    const record = { door: 'x', when: '1772614800', what: 'Open', upn: 'ana@contoso.test', sid: 'S-1-5-21-1-2-3-1107' };
    const it = readRecord(record, where, { mappings: [mappedSource('doors', mapping)] });
    expect('reading' in it && it.reading.names).toEqual([['ana@contoso.test', 's-1-5-21-1-2-3-1107']]);
  });

  it.each([
    ['nothing', {}, 'expected a time, found nothing'],
    ['no time', { when: 'yesterday' }, '.time: expected a time, found "yesterday"'],
    ['a date of 1601', { when: '1601-01-01T00:00:00Z' }, 'expected a time between 1990 and 2100'],
    ['a syslog time without its year', { when: 'Mar  4 09:00:00' }, 'expected a time'],
  ])('with %s for a time is a reject that says so', (_, more, why) => {
    const it = readRecord({ door: 'x', what: 'Open', ...more }, where, { mappings: [mappedSource('doors', base)] });
    expect(it).toMatchObject({ reject: { file: 'feed.csv', line: 2, why: expect.stringContaining(why) as string } });
  });

  it('is not looked at when a source of the program’s own recognises it', () => {
    const signIn = { id: 's1', createdDateTime: '2026-03-04T09:00:00Z', status: { errorCode: 0 }, door: 'x' };
    expect(read(base, signIn)).toMatchObject({ source: 'entra-sign-in' });
  });

  it('is read as the source it is named to be', () => {
    const it = readRecord({ when: '1772614800', what: 'Open' }, where, {
      source: 'doors',
      mappings: [mappedSource('doors', base)],
    });
    expect(it).toMatchObject({ reading: { event: { source: 'doors' } } });
  });
});

describe('severity', () => {
  const graded = (severity: unknown, grade: string) =>
    read({ ...base, fields: { ...base.fields, severity } }, { door: 'x', when: '1772614800', what: 'Open', grade });

  it.each([
    ['high', 15],
    ['high', 12],
    ['medium', 11.5],
    ['informational', 0],
    ['informational', 'no number'],
  ])('is %s at level %s', (severity, grade) => {
    const steps = { from: 'grade', atLeast: { high: 12, medium: 7 } };
    expect(graded(steps, String(grade))).toMatchObject({ severity });
  });

  it('is one of our words, or low', () => {
    expect(graded({ from: 'grade' }, 'Medium')).toMatchObject({ severity: 'medium' });
    expect(graded({ from: 'grade' }, 'dreadful')).toMatchObject({ severity: 'low' });
    expect(graded('high', '')).toMatchObject({ severity: 'high' });
  });
});

describe('a mapping that cannot be used', () => {
  it.each([
    ['.colour', { ...base, colour: 'red' }, '"colour" is not known here; there are: title'],
    ['nothing to know its records by', { ...base, recognise: {} }, '.recognise: expected "holds" or "matches"'],
    ['no time', { ...base, fields: { name: 'what' } }, '.fields: expected "time"'],
    ['a pattern that is none', { ...base, text: ['('] }, '.text[0]: not a regular expression'],
    ['an event there is not', { ...base, event: 'party' }, '.event: expected one of alert, connection, other'],
    ['a misspelt field', { ...base, fields: { ...base.fields, severety: 'x' } }, '.fields: "severety" is not known here'],
    ['no title', { ...base, title: undefined }, '.title: expected text'],
  ])('names %s', (_, mapping, says) => {
    expect(complaint(mapping)).toContain(says);
  });
});

describe('CEF', () => {
  it('is read behind a syslog header, with its escapes', () => {
    const line =
      '<134>Mar  4 09:00:00 gate CEF:0|Contoso|Guard \\| Gate|1.0|17|Two \\\\ doors|8|src=192.0.2.1 msg=a \\= b\\nc cs1=East cs1Label=Wing suser=ana@contoso.test';
    expect(cefFields(line)).toEqual({
      ...{ vendor: 'Contoso', product: 'Guard | Gate', version: '1.0', signature: '17', name: 'Two \\ doors', severity: '8' },
      ...{ src: '192.0.2.1', msg: 'a = b\nc', cs1: 'East', cs1Label: 'Wing', Wing: 'East', suser: 'ana@contoso.test' },
    });
  });

  it('keeps the header’s name when the extension has one', () => {
    expect(cefFields('CEF:0|v|p|1|1|header|1|name=extension')?.name).toBe('header');
  });

  it.each(['', 'CEF:0|too|short', 'not CEF at all', 'xCEF:0|a|b|c|d|e|1|'])('%j is none', (text) => {
    expect(cefFields(text)).toBeUndefined();
  });
});

it('a very long line is looked at up to a bound', () => {
  const mapping = mappedSource('doors', { ...base, recognise: { matches: { message: 'door$' } } });
  expect(mapping.recognises(new Field({ message: `${'x'.repeat(20_000)}door` }))).toBe(false);
});
