// Where an act came from, when only its address tells.

import { isPrivateAddress } from './address.ts';
import { known } from './known.ts';
import type { Event, Place } from '../model/event.ts';

/** What a database knows of an address. */
export type Whereabouts = Pick<Place, 'country' | 'region' | 'city' | 'latitude' | 'longitude' | 'asn'>;
export type PlaceLookup = (address: string) => Whereabouts | undefined;

/** Fills in what the record left out. A country the record told is never overruled, nor mixed with another's cities. */
export function withPlace<E extends Event>(event: E, lookup: PlaceLookup): E {
  if (event.address === undefined || event.serviceAddress === true || isPrivateAddress(event.address)) return event;
  const found = lookup(event.address);
  if (found === undefined) return event;

  const asn = event.asn ?? found.asn;
  if (event.country !== undefined || found.country === undefined) return { ...event, ...known({ asn }) };
  return { ...event, ...known({ ...found, asn }), countryFrom: 'database' };
}
