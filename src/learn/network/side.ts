// Which side of the organisation's edge an address lies on.
//
// Private addresses are inside (RFC 1918, RFC 6598, RFC 4193), all others outside. An organisation that gives its
// machines public addresses is not seen: from an address alone nobody can tell whose it is.

import { networkOf } from '../dimension.ts';

/** `nowhere`: multicast, broadcast, link-local and loopback, which no router carries and nobody is reached by. */
export type Side = 'inside' | 'outside' | 'nowhere';

/** Of an address in its canonical form. */
export const sideOf = (address: string): Side => (address.includes(':') ? sideOfV6(address) : sideOfV4(address));

function sideOfV4(address: string): Side {
  const second = address.indexOf('.') + 1;
  const [a, b] = [parseInt(address, 10), parseInt(address.slice(second, second + 3), 10)];
  if (a === 0 || a === 127 || a >= 224 || (a === 169 && b === 254)) return 'nowhere';
  const isPrivate = a === 10 || (a === 172 && b >> 4 === 1) || (a === 192 && b === 168) || (a === 100 && b >> 6 === 1);
  // The last address of a private network of the usual size is everybody's.
  return isPrivate ? (address.endsWith('.255') ? 'nowhere' : 'inside') : 'outside';
}

/** A /24, or a /48: machines side by side. */
export const blockOf = (address: string): string =>
  address.includes(':') ? networkOf(address) : `${address.slice(0, address.lastIndexOf('.'))}.0/24`;

function sideOfV6(address: string): Side {
  const group = address.startsWith('::') ? 0 : parseInt(address, 16);
  if (address === '::1' || address === '::' || group >> 8 === 0xff || group >> 6 === 0xfe80 >> 6) return 'nowhere';
  return group >> 9 === 0xfc >> 1 ? 'inside' : 'outside';
}
