import { describe, expect, it } from 'vitest';
import { Field } from '../../src/ingest/field.ts';

const complaint = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('a field', () => {
  it('names the way to what is missing', () => {
    const record = new Field({ location: {}, steps: [{ at: 'x' }] });

    expect(complaint(() => record.at('location').at('countryOrRegion').text())).toBe(
      '.location.countryOrRegion: expected text, found undefined',
    );
    expect(complaint(() => record.at('steps').list()[0]?.at('at').number())).toBe('.steps[0].at: expected a number, found "x"');
    expect(complaint(() => record.at('nowhere').at('at').at('all').boolean())).toBe(
      '.nowhere.at.all: expected true or false, found undefined',
    );
    expect(complaint(() => record.at('location').list())).toBe('.location: expected a list, found an object');
    expect(complaint(() => new Field({ a: 'x'.repeat(200) }).at('a').number())).toBe(
      `.a: expected a number, found "${'x'.repeat(56)}…`,
    );
  });

  it('takes what exports write for nothing as nothing', () => {
    for (const text of ['', '  ', 'null', '<null>', 'NULL', null, undefined, {}, []])
      expect(new Field(text).maybeText()).toBeUndefined();
    expect(new Field(' ana ').maybeText()).toBe('ana');
    expect(new Field(50126).maybeText()).toBe('50126');
  });

  it('reads numbers and truth values that are written as text, when only asked', () => {
    expect(new Field('50126').maybeNumber()).toBe(50126);
    expect(new Field('many').maybeNumber()).toBeUndefined();
    expect(new Field('True').boolean()).toBe(true);
    expect(new Field('false').boolean()).toBe(false);
    expect(complaint(() => new Field('50126').number())).toBe('the record: expected a number, found "50126"');
  });

  it('does not mistake what every object has for what the record holds', () => {
    expect(new Field({}).at('constructor').value).toBeUndefined();
    expect(new Field(JSON.parse('{"__proto__": {"admin": true}}')).at('admin').value).toBeUndefined();
  });

  it('opens JSON in text, however often it was wrapped', () => {
    const wrapped = JSON.stringify(JSON.stringify([{ PhoneNumber: '+61 400 000 111' }]));
    expect(new Field(wrapped).json().list()[0]?.at('PhoneNumber').text()).toBe('+61 400 000 111');
    expect(new Field(wrapped).list()).toHaveLength(0);
    expect(new Field('[1,2]').list()).toHaveLength(2);
    expect(new Field('-Name "Default"').list()).toEqual([]);
    expect(complaint(() => new Field({ a: '{"b"' }).at('a').json())).toBe('.a: expected JSON in text, found "{\\"b\\""');
  });

  it('looks names up in a list of them', () => {
    const list = new Field([{ Name: 'a', Value: '1' }, { Name: 'b' }, 'c']);
    expect(list.named('a').text()).toBe('1');
    expect(list.named('b').maybeText()).toBeUndefined();
    expect(list.named('z').maybeText()).toBeUndefined();
  });
});

describe('an instant', () => {
  const at = (text: unknown): number => new Field(text).instant();

  it('is read in each of the ways records write it', () => {
    const second = Date.UTC(2026, 0, 5, 3, 12, 9);
    expect(at('2026-01-05T03:12:09')).toBe(second);
    expect(at('2026-01-05 03:12:09')).toBe(second);
    expect(at('2026-01-05T03:12:09Z')).toBe(second);
    expect(at('2026-01-05T03:12:09.1234567Z')).toBe(second + 123);
    expect(at('2026-01-05T03:12:09.5')).toBe(second + 500);
    expect(at('2026-01-05T11:12:09.090923+08:00')).toBe(second + 90);
    expect(at('2026-01-04T22:42:09-0430')).toBe(second);
    expect(at(`/Date(${second})/`)).toBe(second);
    expect(at('1/5/2026, 3:12:09.250 AM')).toBe(second + 250);
    expect(at('1/5/2026, 12:00:00.000 AM')).toBe(Date.UTC(2026, 0, 5));
    expect(at('1/5/2026 12:00:00 PM')).toBe(Date.UTC(2026, 0, 5, 12));
  });

  it('is refused when it is no time, or no day of the calendar', () => {
    for (const text of [
      'yesterday',
      '2026-02-30T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-01-05',
      '2026-01-05T25:00:00Z',
      '13/1/2026, 1:00:00 AM',
      '/Date(x)/',
    ]) {
      expect(complaint(() => at(text))).toContain('expected a time');
    }
  });

  it('is refused when no clock could have said it', () => {
    expect(complaint(() => at('1989-12-31T23:59:59Z'))).toBe(
      'the record: expected a time between 1990 and 2100, found 1989-12-31T23:59:59.000Z',
    );
    expect(complaint(() => at('/Date(-62135596800000)/'))).toContain('between 1990 and 2100');
    expect(complaint(() => at('2100-01-01T00:00:00Z'))).toContain('between 1990 and 2100');
  });
});
