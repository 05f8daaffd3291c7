import { describe, expect, it } from 'vitest';
import { destinationOf, hostOf, serverOf, serviceOf } from '../../../src/learn/network/destination.ts';
import type { Connection } from '../../../src/model/event.ts';
import { connection } from '../../support/events.ts';

const from = (given: Partial<Connection>): Connection =>
  connection({ address: '10.1.2.3', to: '203.0.113.9', port: 443, transport: 'tcp', ...given });

describe('a destination', () => {
  it('is the block of an address, or the registered domain of a name', () => {
    expect(destinationOf(from({}))).toEqual({ label: 'IP', key: '203.0.113.0/24', entity: '203.0.113.9' });
    expect(destinationOf(from({ domain: 'api.example.co.uk', deed: 'negotiated' }))).toEqual({
      label: 'Domain',
      key: 'example.co.uk',
      entity: 'api.example.co.uk',
    });
  });

  it('is outside when a proxy or a resolver inside was asked for its name', () => {
    expect(destinationOf(from({ to: '10.0.0.2', deed: 'resolved', domain: 'www.example.com' }))).toMatchObject({
      key: 'example.com',
    });
  });

  it.each<[string, Partial<Connection>]>([
    ['began outside', { address: '198.51.100.4' }],
    ['multicast, broadcast or link-local', { to: '224.0.0.251', port: 5353 }],
    ['inside', { to: '10.9.9.9' }],
    ['no name that somebody registered', { deed: 'resolved', domain: 'wpad' }],
    ['no name that somebody registered', { deed: 'resolved', domain: '9.113.0.203.in-addr.arpa' }],
    ['routine of the network itself (time, leases, discovery, resolvers)', { port: 53, transport: 'udp' }],
    [
      'routine of the network itself (time, leases, discovery, resolvers)',
      { port: 123, transport: 'udp', bytesOut: 480, count: 10 },
    ],
  ])('is none: %s', (why, given) => expect(destinationOf(from(given))).toBe(why));

  it('is one where what passes for the time is too large for it', () => {
    expect(destinationOf(from({ port: 123, transport: 'udp', bytesOut: 90_000, count: 10 }))).toMatchObject({
      key: '203.0.113.0/24',
    });
  });
});

describe('a machine', () => {
  it('is its device where the record names it, else its address inside', () => {
    expect(hostOf(from({ device: 'd1', deviceName: 'ws-17' }))).toEqual({
      label: 'Device',
      key: 'd1',
      name: 'ws-17',
      network: '10.1.2.0/24',
    });
    expect(hostOf(from({}))).toMatchObject({ label: 'IP', key: '10.1.2.3' });
    expect(hostOf(from({ address: '203.0.113.8' }))).toBeUndefined();
  });

  it('serves when it is called inside', () => {
    expect(serverOf(from({ to: '10.1.2.9' }))).toMatchObject({ key: '10.1.2.9', network: '10.1.2.0/24' });
    expect(serverOf(from({}))).toBeUndefined();
  });
});

it('names a service by transport and port', () => {
  expect(serviceOf(from({ transport: 'udp', port: 4500 }))).toBe('udp/4500');
  expect(serviceOf(connection({ transport: 'icmp' }))).toBeUndefined();
});
