import { describe, expect, it } from 'vitest';
import { MOST_BEATS, periodText, rhythmOf } from '../../../src/learn/network/rhythm.ts';
import type { Beat } from '../../../src/learn/network/rhythm.ts';
import { seeded } from '../../../src/model/seeded.ts';
import { days, hours, minutes, seconds } from '../../../src/model/time.ts';
import type { Instant, Millis } from '../../../src/model/time.ts';

const monday = Date.UTC(2026, 2, 2);

interface Timer {
  readonly period: Millis;
  readonly jitter?: number;
  readonly missing?: number;
  readonly lasts?: Millis;
}

function timer({ period, jitter = 0, missing = 0, lasts = hours(24) }: Timer, seed = 'timer'): Instant[] {
  const rng = seeded(seed);
  const times: Instant[] = [];
  for (let at = monday; at < monday + lasts; at += period * (1 + jitter * (2 * rng() - 1))) if (rng() >= missing) times.push(at);
  return times;
}

/** Pauses by the exponential law: no memory, no rhythm. */
function chance(mean: Millis, lasts: Millis, seed: string): Instant[] {
  const rng = seeded(seed);
  const times: Instant[] = [];
  for (let at = monday; at < monday + lasts; at -= Math.log(1 - rng()) * mean) times.push(at);
  return times;
}

const exact = (times: readonly Instant[]): Beat[] => times.map((at) => ({ at, lastAt: at, count: 1 })).slice(-MOST_BEATS);

/** As ingest keeps them: by the hour. */
function folded(times: readonly Instant[]): Beat[] {
  const byHour = new Map<number, Beat>();
  for (const at of times) {
    const hour = Math.floor(at / hours(1));
    const before = byHour.get(hour);
    byHour.set(hour, { at: before?.at ?? at, lastAt: at, count: (before?.count ?? 0) + 1 });
  }
  return [...byHour.values()];
}

describe('a timer', () => {
  it('is told with its period, its jitter and its beats', () => {
    const found = rhythmOf(exact(timer({ period: minutes(10) })));
    expect(found).toEqual({
      period: minutes(10),
      jitter: 0,
      beats: 144,
      expected: 144,
      pauses: 143,
      near: 143,
      span: minutes(1430),
      by: 'pauses',
    });
  });

  it.each([
    ['of a minute', { period: minutes(1) }],
    ['of five minutes that wanders by half', { period: minutes(5), jitter: 0.5 }],
    ['of half an hour that misses a third', { period: minutes(30), missing: 0.3 }],
    ['of two hours', { period: hours(2), lasts: days(2) }],
  ])('%s is seen by the record and folded by the hour', (_, it_) => {
    for (const beats of [exact(timer(it_)), folded(timer(it_))]) {
      const found = rhythmOf(beats);
      expect(found?.period).toBeGreaterThan(it_.period * 0.8);
      expect(found?.period).toBeLessThan(it_.period * 1.3);
    }
  });

  it('tells what it missed', () => {
    const found = rhythmOf(exact(timer({ period: minutes(10), missing: 0.3 })));
    expect(found?.period).toBe(minutes(10));
    expect((found?.beats ?? 0) / (found?.expected ?? 1)).toBeCloseTo(0.7, 1);
    expect(found?.near).toBeGreaterThan(0.95 * (found?.pauses ?? 0));
  });

  it('that runs by day only is seen all the same, and its nights are not missed beats', () => {
    const working = timer({ period: minutes(20), lasts: days(4) }).filter(
      (at) => (at / hours(1)) % 24 >= 8 && (at / hours(1)) % 24 < 17,
    );
    const found = rhythmOf(exact(working));
    expect(found?.period).toBe(minutes(20));
    expect(found?.expected).toBeLessThan(found ? found.beats * 1.05 : 0);
  });

  it('of many beats an hour, folded, that are often missed is seen by its even counts', () => {
    const found = rhythmOf(folded(timer({ period: minutes(1), jitter: 0.2, missing: 0.3, lasts: days(4) })));
    expect(found?.by).toBe('counts');
    expect(found?.jitter).toBeUndefined();
  });
});

describe('no timer', () => {
  it('is what comes by chance, however often: not once in two hundred', () => {
    for (let run = 0; run < 50; run += 1)
      for (const [mean, lasts] of [
        [minutes(1), hours(48)],
        [minutes(10), hours(48)],
        [hours(1), days(8)],
        [hours(3), days(14)],
      ] as const) {
        const times = chance(mean, lasts, `chance ${run} ${mean}`);
        expect(rhythmOf(exact(times))).toBeUndefined();
        expect(rhythmOf(folded(times))).toBeUndefined();
      }
  });

  it('is somebody who opens the same page every morning, nor a backup every night', () => {
    expect(rhythmOf(exact(timer({ period: days(1), jitter: 0.01, lasts: days(14) })))).toBeUndefined();
  });

  it('is one sitting: two hours of a page that asks for news every minute', () => {
    expect(rhythmOf(exact(timer({ period: minutes(1), lasts: hours(2) })))).toBeUndefined();
    expect(rhythmOf(exact(timer({ period: minutes(1), lasts: hours(4) })))).toBeDefined();
  });

  it('is a burst within one folded hour, of which only its ends are left', () => {
    expect(rhythmOf(folded(timer({ period: seconds(1), lasts: minutes(50) })))).toBeUndefined();
  });

  it('is too little to tell', () => {
    expect(rhythmOf([])).toBeUndefined();
    expect(rhythmOf(exact(timer({ period: hours(1), lasts: hours(6) })))).toBeUndefined();
  });
});

it('counts a page and all it loads as one contact', () => {
  const page = timer({ period: minutes(10), lasts: hours(12) }).flatMap((at) => [at, at + 200, at + 900]);
  expect(rhythmOf(exact(page))).toMatchObject({ period: minutes(10), beats: 72 });
});

it('says periods as people do', () => {
  expect([seconds(60), minutes(5), minutes(90), hours(2.5)].map(periodText)).toEqual([
    '60 seconds',
    '5 minutes',
    '90 minutes',
    '2.5 hours',
  ]);
});
