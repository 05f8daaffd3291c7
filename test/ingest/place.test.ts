import { describe, expect, it } from 'vitest';
import { withPlace } from '../../src/ingest/place.ts';
import { openGeography } from '../../src/jobs/geography.ts';
import { signInRecord, ual, ualSignIn } from '../support/records.ts';
import { readingOf } from './reading.ts';

const sweden = () => ({ country: 'SE', city: 'Malmö', latitude: 55.6, longitude: 13, asn: 64501 });

describe('where an act came from', () => {
  it('is looked up when only the address is told', () => {
    expect(withPlace(readingOf(ualSignIn()).event, sweden)).toMatchObject({
      country: 'SE',
      countryFrom: 'database',
      city: 'Malmö',
      asn: 64501,
    });
  });

  it('is what the record says, when it says so', () => {
    const { event } = readingOf(signInRecord());
    expect(withPlace(event, sweden)).toEqual(event);
    expect(withPlace(readingOf(signInRecord({}, { autonomousSystemNumber: null })).event, sweden)).toMatchObject({
      country: 'AU',
      city: 'Fremantle',
      asn: 64501,
    });
  });

  it.each(['20.190.160.24', '::1', '10.1.2.3', '', '192.168.1.1'])('is nowhere for %j', (ClientIP) => {
    const { event } = readingOf(ual({ ClientIP, ObjectId: 'x' }));
    expect(withPlace(event, sweden)).toBe(event);
  });

  it('stays untold when the database does not know', () => {
    const { event } = readingOf(ualSignIn());
    expect(withPlace(event, () => undefined)).toBe(event);
  });
});

describe('the bundled database', () => {
  it('knows countries of both kinds of address, and forgets nothing it was asked twice', async () => {
    const lookup = await openGeography();
    for (const address of ['1.1.1.1', '2001:4860:4860::8888', '1.1.1.1']) expect(lookup(address)?.country).toMatch(/^[A-Z]{2}$/);
    expect(lookup('10.0.0.1')).toBeUndefined();
  });

  it('says which file is no database', async () => {
    await expect(openGeography({ cityDb: 'package.json' })).rejects.toThrow(
      'package.json: cannot be used as an address database',
    );
  });
});
