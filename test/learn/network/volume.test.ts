import { expect, it } from 'vitest';
import { add, noDays } from '../../../src/learn/daily.ts';
import { bytesText, dayRate } from '../../../src/learn/network/volume.ts';

/** Day 4 was a Monday. Working days send 100 ± 10, weekends 5, one day a thousand. */
function fourWeeks() {
  const kept = noDays();
  for (let day = 4; day < 32; day += 1) {
    const weekday = (day - 4) % 7;
    add(kept, day, weekday >= 5 ? 5 : day === 12 ? 1_000 : 90 + 10 * (weekday % 3));
  }
  return kept;
}

it('holds a working day against working days, with medians that one large day does not move', () => {
  expect(dayRate(fourWeeks(), 32, 400)).toEqual({
    today: 400,
    activeDays: 20,
    median: 100,
    deviation: 10,
    highest: 1_000,
    kind: 'working day',
  });
});

it('holds a weekend against weekends', () => {
  expect(dayRate(fourWeeks(), 37, 400)).toMatchObject({ kind: 'weekend day', activeDays: 8, median: 5, highest: 5 });
});

it('knows nothing of what came later, nor of what is long past', () => {
  expect(dayRate(fourWeeks(), 4, 1).activeDays).toBe(0);
  expect(dayRate(fourWeeks(), 300, 1).activeDays).toBe(0);
  expect(dayRate(undefined, 5, 7)).toMatchObject({ today: 7, activeDays: 0, median: 0, highest: 0 });
});

it('takes back a day without a trace', () => {
  const kept = noDays();
  add(kept, 3, 10);
  add(kept, 1, 5);
  add(kept, 3, -10);
  add(kept, 1, -5);
  expect(kept).toEqual(noDays());
});

it('says bytes as people do', () => {
  expect([0, 999, 1_400, 730_000, 9_960_000, 1_400_000_000].map(bytesText)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.4 kB',
    '730 kB',
    '10 MB',
    '1.4 GB',
  ]);
});
