import { describe, expect, it } from 'vitest';
import { impossibleJourney, kmApart, LONGEST_JOURNEY } from '../../src/detect/geography.ts';
import { hours, minutes } from '../../src/model/time.ts';

const sydney = { country: 'AU', latitude: -33.87, longitude: 151.21 };
const perth = { country: 'AU', latitude: -31.95, longitude: 115.86 };

describe('the distance of two places', () => {
  it('is taken from points, less what a city is wrong by', () => {
    // 3,291 km as the crow flies
    expect(kmApart(sydney, perth)).toBeGreaterThan(3_050);
    expect(kmApart(sydney, perth)).toBeLessThan(3_150);
    expect(kmApart(sydney, { ...sydney, latitude: -33.9 })).toBe(0);
  });

  it('is from edge to edge where only countries are known, so that neighbours touch', () => {
    expect(kmApart({ country: 'DE' }, { country: 'PL' })).toBe(0);
    expect(kmApart({ country: 'US' }, { country: 'CA' })).toBe(0);
    // Kaliningrad is Russia, too
    expect(kmApart({ country: 'RU' }, { country: 'PL' })).toBe(0);
    expect(kmApart({ country: 'US' }, { country: 'GB' })).toBeGreaterThan(3_000);
    expect(kmApart({ country: 'AU' }, { country: 'DE' })).toBeGreaterThan(11_000);
  });

  it('is never more than the points of the same countries are apart', () => {
    const points = [
      { country: 'US', latitude: 21.3, longitude: -157.86 },
      { country: 'US', latitude: 61.2, longitude: -149.9 },
      { country: 'GB', latitude: 51.51, longitude: -0.13 },
      { country: 'NZ', latitude: -36.85, longitude: 174.76 },
      { country: 'ES', latitude: 28.1, longitude: -15.43 },
      { country: 'FJ', latitude: -18.14, longitude: 178.44 },
      { country: 'CL', latitude: -53.16, longitude: -70.91 },
      perth,
    ];
    for (const a of points)
      for (const b of points.filter(({ country }) => country !== a.country))
        expect(kmApart({ country: a.country }, { country: b.country })).toBeLessThanOrEqual((kmApart(a, b) ?? NaN) + 200);
  });

  it('is unknown where a place is', () => {
    expect(kmApart({}, { country: 'AU' })).toBeUndefined();
    expect(kmApart({ country: 'ZZ' }, { country: 'AU' })).toBeUndefined();
    // some databases write this for "somewhere"
    expect(kmApart({ latitude: 0, longitude: 0 }, sydney)).toBeUndefined();
  });
});

describe('a journey', () => {
  it('is impossible when it is faster than an airliner', () => {
    expect(impossibleJourney({ country: 'AU' }, { country: 'DE' }, hours(10))).toBeGreaterThan(11_000);
    expect(impossibleJourney({ country: 'AU' }, { country: 'DE' }, hours(20))).toBeUndefined();
    expect(impossibleJourney(sydney, perth, hours(3))).toBeDefined();
    expect(impossibleJourney(sydney, perth, hours(5))).toBeUndefined();
  });

  it('is always possible over a distance that databases disagree about, and in a day and an hour', () => {
    expect(impossibleJourney({ country: 'NL' }, { country: 'IT' }, minutes(1))).toBeUndefined();
    expect(impossibleJourney({ country: 'NZ' }, { country: 'ES' }, LONGEST_JOURNEY)).toBeUndefined();
  });
});
