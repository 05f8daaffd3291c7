import { describe, expect, it } from 'vitest';
import { overTime } from '../../../src/mail/campaign/over-time.ts';
import type { MailAction } from '../../../src/mail/model.ts';
import { days, hours, minutes } from '../../../src/model/time.ts';

const DAY = Date.UTC(2026, 0, 9);
const came = (at: number, action: MailAction = 'none') => ({ at: DAY + at, action });

describe('messages over time', () => {
  it('are counted in round spans, the empty ones left out, those held alone apart', () => {
    const told = overTime([came(hours(1)), came(hours(1) + 5, 'hold'), came(hours(2), 'junk'), came(days(2), 'hold')]);
    expect(told).toEqual([
      { from: DAY + hours(1), to: DAY + hours(2), messages: 2, heldAlone: 1 },
      { from: DAY + hours(2), to: DAY + hours(3), messages: 1, heldAlone: 0 },
      { from: DAY + days(2), to: DAY + days(2) + hours(1), messages: 1, heldAlone: 1 },
    ]);
  });

  it('of a burst are told by the minute, of a year by the week, and never in more spans than asked', () => {
    expect(overTime([came(0), came(minutes(59))])[0]).toMatchObject({ to: DAY + minutes(1) });
    expect(overTime([came(0), came(minutes(60))])[0]).toMatchObject({ to: DAY + minutes(5) });
    const year = overTime(Array.from({ length: 366 }, (_, day) => came(days(day))));
    expect(year.length).toBeLessThanOrEqual(60);
    expect(year[1]).toMatchObject({ messages: 7 });
    const ages = overTime([came(-days(20_000)), came(0), came(days(20_000))], 10);
    expect(ages.map(({ messages }) => messages)).toEqual([1, 1, 1]);
    const [first, last] = [ages[0]?.from ?? 0, ages.at(-1)?.to ?? 0];
    expect((last - first) / ((ages[0]?.to ?? 0) - first)).toBeLessThanOrEqual(10);
  });

  it('add up, in any order, and of none are none', () => {
    const all = Array.from({ length: 500 }, (_, n) => came((n * 7_919) % days(3), n % 3 === 0 ? 'hold' : 'tag'));
    const told = overTime(all);
    expect(told.reduce((sum, { messages }) => sum + messages, 0)).toBe(500);
    expect(told.reduce((sum, { heldAlone }) => sum + heldAlone, 0)).toBe(167);
    expect(overTime(all.toReversed())).toEqual(told);
    expect(overTime([])).toEqual([]);
  });
});
