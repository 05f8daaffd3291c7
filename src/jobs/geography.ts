// Where addresses are, from databases on disk: the bundled one knows countries, an operator's own may know more.

import { createRequire } from 'node:module';
import { open } from 'maxmind';
import type { Response } from 'maxmind';
import { known } from '../ingest/known.ts';
import type { PlaceLookup, Whereabouts } from '../ingest/place.ts';

export interface GeographyOptions {
  /** Paths of an operator's databases: GeoLite2, GeoIP2, DB-IP or ip-location-db. */
  readonly cityDb?: string;
  readonly asnDb?: string;
}

const BUNDLED = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

/** Addresses come back again and again; a lookup costs some microseconds. */
const MOST_REMEMBERED = 50_000;

export async function openGeography({ cityDb, asnDb }: GeographyOptions = {}): Promise<PlaceLookup> {
  const places = await openDatabase(cityDb ?? createRequire(import.meta.url).resolve(BUNDLED));
  const networks = asnDb === undefined ? undefined : await openDatabase(asnDb);

  return remembering((address) => {
    const place = places(address);
    const network = networks?.(address) ?? place;
    return place === null && network === null ? undefined : whereabouts(place ?? {}, network ?? {});
  });
}

async function openDatabase(path: string): Promise<(address: string) => Row | null> {
  try {
    const reader = await open<Response>(path, { cache: { max: 1_000 } });
    return (address) => reader.get(address) as Row | null;
  } catch (error) {
    throw new Error(`${path}: cannot be used as an address database: ${(error as Error).message}`, { cause: error });
  }
}

/** The least recently asked is forgotten first: a Map keeps the order in which its keys came. */
function remembering(lookup: PlaceLookup): PlaceLookup {
  const remembered = new Map<string, Whereabouts | undefined>();
  return (address) => {
    const found = remembered.has(address) ? remembered.get(address) : lookup(address);
    remembered.delete(address);
    remembered.set(address, found);
    if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
    return found;
  };
}

/** MaxMind nests what ip-location-db writes flat. */
interface Row {
  readonly country?: { readonly iso_code?: string };
  readonly country_code?: string;
  readonly subdivisions?: readonly { readonly names?: { readonly en?: string }; readonly iso_code?: string }[];
  readonly state1?: string;
  readonly city?: { readonly names?: { readonly en?: string } } | string;
  readonly location?: { readonly latitude?: number; readonly longitude?: number };
  readonly latitude?: number | string;
  readonly longitude?: number | string;
  readonly autonomous_system_number?: number | string;
}

function whereabouts(place: Row, network: Row): Whereabouts {
  return known({
    country: (place.country?.iso_code ?? place.country_code)?.toUpperCase(),
    region: place.subdivisions?.[0]?.names?.en ?? place.subdivisions?.[0]?.iso_code ?? place.state1,
    city: typeof place.city === 'object' ? place.city.names?.en : place.city,
    latitude: numberIn(place.location?.latitude ?? place.latitude),
    longitude: numberIn(place.location?.longitude ?? place.longitude),
    asn: numberIn(network.autonomous_system_number),
  });
}

function numberIn(value: number | string | undefined): number | undefined {
  const number = value === undefined || value === '' ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}
