import { describe, expect, it } from 'vitest';
import { blockOf, sideOf } from '../../../src/learn/network/side.ts';

describe('an address lies', () => {
  it.each(['10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.1.9', '100.64.0.1', '100.127.4.4', 'fd00::1', 'fc00:1::2'])(
    'inside: %s',
    (address) => expect(sideOf(address)).toBe('inside'),
  );
  it.each([
    '203.0.113.9',
    '172.32.0.1',
    '172.15.0.1',
    '192.169.0.1',
    '100.128.0.1',
    '100.63.1.1',
    '198.51.100.255',
    '2001:db8::1',
  ])('outside: %s', (address) => expect(sideOf(address)).toBe('outside'));
  it.each([
    '224.0.0.251',
    '239.255.255.250',
    '255.255.255.255',
    '0.0.0.0',
    '127.0.0.1',
    '169.254.3.4',
    '10.1.2.255',
    'ff02::fb',
    'fe80::1',
    '::1',
  ])('nowhere: %s', (address) => expect(sideOf(address)).toBe('nowhere'));
});

it('stands in a block of its neighbours', () => {
  expect(blockOf('203.0.113.9')).toBe('203.0.113.0/24');
  expect(blockOf('2001:db8:7::9')).toBe('2001:db8:7::/48');
});
