import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, isPrivateAddress, isServiceAddress } from '../../src/ingest/address.ts';

describe('an address', () => {
  it.each([
    ['198.51.100.4', '198.51.100.4'],
    ['198.51.100.4:33758', '198.51.100.4'],
    ['2001:DB8:0:0:0:0:0:69', '2001:db8::69'],
    ['[2001:db8:f100:9001::1761:914f]:47114', '2001:db8:f100:9001::1761:914f'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8:0:1:0:0:0:1', '2001:db8:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
    ['::ffff:198.51.100.4', '198.51.100.4'],
    ['::FFFF:c633:6404', '198.51.100.4'],
    ['64:ff9b::198.51.100.4', '64:ff9b::c633:6404'],
  ])('%s is %s', (written, canonical) => {
    expect(canonicalAddress(written)).toBe(canonical);
    expect(canonicalAddress(canonical)).toBe(canonical);
  });

  it.each([
    '',
    '<null>',
    'null',
    '0.0.0.0',
    '::',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3',
    'ana',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '[1.2.3',
    '12345::1',
  ])('%j is none', (written) => {
    expect(canonicalAddress(written)).toBeUndefined();
  });

  it('is none when there is none', () => {
    expect(canonicalAddress(undefined)).toBeUndefined();
  });

  it('keeps its form once it has it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const once = canonicalAddress(address);
        expect(once === undefined ? undefined : canonicalAddress(once)).toBe(once);
      }),
    );
  });
});

describe('where nobody sat', () => {
  it.each(['20.190.160.24', '40.126.31.164', '52.97.177.245', '52.105.138.145', '2603:10a6:20b:f0:cafe::69', '::1', '127.0.0.1'])(
    '%s',
    (address) => {
      expect(isServiceAddress(address)).toBe(true);
    },
  );

  it.each(['203.0.113.7', '20.191.0.1', '40.126.64.1', '2001:db8::1', '10.0.0.1', '52.232.1.1'])('but not %s', (address) => {
    expect(isServiceAddress(address)).toBe(false);
  });

  it('a private address has no country, and is not the service', () => {
    expect(['10.1.2.3', '172.31.0.1', '192.168.0.1', 'fd00::1', 'fe80::1'].map(isPrivateAddress)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['172.32.0.1', '203.0.113.7', '2001:db8::1'].map(isPrivateAddress)).toEqual([false, false, false]);
  });
});
