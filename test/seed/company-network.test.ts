import { describe, expect, it } from 'vitest';
import { isIP } from 'node:net';
import {
  carriers,
  cities,
  homeExits,
  hostingExits,
  phoneNumberIn,
  placeAt,
  regions,
  vpnExits,
  type Region,
} from '../../seed/network.ts';
import { createRng } from '../../seed/random.ts';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import { openGeography } from '../../src/jobs/geography.ts';

const lookup: PlaceLookup | undefined = await openGeography().catch(() => undefined);
const allRegions: readonly Region[] = Object.values(regions);

describe('carriers', () => {
  it.skipIf(lookup === undefined).each(Object.entries(carriers))('%s has its addresses in its country', (_, carrier) => {
    const wrong = carrier.prefixes.flatMap(samplesOf).filter((address) => lookup?.(address)?.country !== carrier.country);
    expect(wrong).toEqual([]);
  });

  it('are used in cities of their own country', () => {
    const exits = [...hostingExits, ...vpnExits, ...homeExits, ...allRegions.flatMap(({ destinations }) => destinations)];
    for (const { carrier, city } of exits) expect([carrier.name, carrier.country]).toEqual([carrier.name, city.country]);
  });

  it('of a region are of its country and their sort', () => {
    for (const { country, cities: where, home, mobile, business } of allRegions) {
      for (const city of where) expect(city.country).toBe(country);
      for (const carrier of home) expect(carrier).toMatchObject({ country, kind: 'home' });
      for (const carrier of mobile) expect(carrier).toMatchObject({ country, kind: 'mobile' });
      for (const carrier of business) expect(carrier).toMatchObject({ country, kind: 'business' });
    }
  });

  it('rent machines in ten countries and more', () => {
    expect(new Set(hostingExits.map(({ city }) => city.country)).size).toBeGreaterThanOrEqual(10);
  });
});

describe('placeAt', () => {
  it('gives whole addresses', () => {
    const rng = createRng('places');
    for (const carrier of Object.values(carriers)) expect(isIP(placeAt(rng, carrier, cities.sydney).address)).toBeGreaterThan(0);
  });

  it('lets a phone share its address with many, and a household with nobody', () => {
    const rng = createRng('places');
    const drawn = (carrier: Parameters<typeof placeAt>[1]) =>
      new Set(Array.from({ length: 2000 }, () => placeAt(rng, carrier, cities.sydney).address)).size;
    expect(drawn(carriers.optusMobile)).toBeLessThan(50);
    expect(drawn(carriers.optusHome)).toBeGreaterThan(1500);
  });
});

describe('phoneNumberIn', () => {
  it('begins with the country and is as long as its numbers are', () => {
    const rng = createRng('phones');
    expect(phoneNumberIn(rng, regions.au)).toMatch(/^\+61 4\d{8}$/);
    for (const region of allRegions) expect(phoneNumberIn(rng, region).replace(/\D/g, '').length).toBeGreaterThanOrEqual(10);
  });
});

/** Some addresses all over a prefix. */
function samplesOf(prefix: string): string[] {
  if (prefix.includes(':')) return [`${prefix}:1::1`, `${prefix}:ffff::1`];
  const whole = prefix.split('.').length === 3;
  const [steps, address] = whole
    ? ([4, (step: number) => `${prefix}.${step * 80 + 1}`] as const)
    : ([32, (step: number) => `${prefix}.${step * 8}.77`] as const);
  return Array.from({ length: steps }, (_, step) => address(step));
}
