// Who talks to whom, in the words that are counted: the host inside, the place it reaches, the service it uses.
//
// A place outside is the registered domain where a name was said, else the /24 (/48) of the address: services move among
// the addresses of a block by the minute, and what hides beside a service in its block is known by its name. A resolver
// or a proxy inside stands between, so a name from outside makes a place outside wherever the packets went.

import { registrableOf } from '../../ingest/registered-name.ts';
import type { Connection } from '../../model/event.ts';
import { blockOf, sideOf } from './side.ts';

/** A machine of the organisation. */
export interface Host {
  readonly label: 'Device' | 'IP';
  readonly key: string;
  /** As people call it. */
  readonly name: string;
  /** The network it stands in: its neighbours are its peers. */
  readonly network: string;
}

/** The machine that began, where it is one of the organisation's. */
export function hostOf(event: Connection): Host | undefined {
  const { address, device } = event;
  const isInside = address !== undefined && sideOf(address) === 'inside';
  const network = isInside ? blockOf(address) : '';
  if (device !== undefined) return { label: 'Device', key: device, name: event.deviceName ?? device, network };
  return isInside ? { label: 'IP', key: address, name: address, network } : undefined;
}

/** The machine inside that was called. */
export const serverOf = ({ to }: Connection): Host | undefined =>
  to !== undefined && sideOf(to) === 'inside' ? { label: 'IP', key: to, name: to, network: blockOf(to) } : undefined;

/** Outside the organisation. */
export interface Destination {
  readonly label: 'Domain' | 'IP';
  /** What is counted: `example.com`, `203.0.113.0/24`. */
  readonly key: string;
  /** What was called, as it stands in the graph: a name as a whole, an address. */
  readonly entity: string;
}

/** Why a connection says nothing of places outside. */
export type Passed =
  | 'began outside'
  | 'multicast, broadcast or link-local'
  | 'inside'
  | 'no name that somebody registered'
  | 'routine of the network itself (time, leases, discovery, resolvers)';

export function destinationOf(event: Connection): Destination | Passed {
  const { to, domain } = event;
  if (hostOf(event) === undefined) return 'began outside';
  const name = domain === undefined ? undefined : registrableOf(domain);
  if (name !== undefined && domain !== undefined) return { label: 'Domain', key: name, entity: domain };
  if (event.deed === 'resolved') return 'no name that somebody registered';
  const side = to === undefined ? 'nowhere' : sideOf(to);
  if (to === undefined || side === 'nowhere') return 'multicast, broadcast or link-local';
  if (side === 'inside') return 'inside';
  return isRoutine(event)
    ? 'routine of the network itself (time, leases, discovery, resolvers)'
    : { label: 'IP', key: blockOf(to), entity: to };
}

/** Leases, discovery, names of neighbours; names asked for are their own kind of event. */
const ROUTINE: ReadonlySet<number> = new Set([53, 67, 68, 137, 138, 546, 547, 1900, 3702, 5353, 5355]);
/** A question for the time is 48 bytes; with signatures and some more asked in a row, a few hundred. */
const LARGEST_TIME_QUESTION = 500;

function isRoutine({ port, transport, bytesOut, count }: Connection): boolean {
  if (port === 123) return transport !== 'tcp' && bytesOut <= LARGEST_TIME_QUESTION * count;
  return port !== undefined && ROUTINE.has(port);
}

/** `tcp/443`. Undefined for what knows no ports. */
export const serviceOf = ({ port, transport }: Connection): string | undefined =>
  port === undefined || port === 0 ? undefined : `${transport ?? 'tcp'}/${port}`;
