// Where people and machines reach the cloud from: carriers, cities, addresses.
//
// The prefixes lie inside blocks that large carriers and hosters of that
// country announce, because an audit record carries only an address and its
// reader has to look the country up. Nothing is ever sent to any of them.

import type { Rng } from './random.ts';

export interface City {
  readonly name: string;
  readonly state: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Minutes ahead of UTC in the southern summer. */
  readonly utcOffset: number;
}

export interface Carrier {
  readonly asn: number;
  readonly prefixes: readonly string[];
}

/** One exit to the internet, as the cloud sees it. */
export interface Place {
  readonly address: string;
  readonly asn: number;
  readonly city: City;
}

const city = (name: string, state: string, country: string, latitude: number, longitude: number, utcOffset: number): City => ({
  name,
  state,
  country,
  latitude,
  longitude,
  utcOffset,
});

export const cities = {
  sydney: city('Sydney', 'New South Wales', 'AU', -33.8688, 151.209, 660),
  melbourne: city('Melbourne', 'Victoria', 'AU', -37.814, 144.9633, 660),
  brisbane: city('Brisbane', 'Queensland', 'AU', -27.4679, 153.0281, 600),
  perth: city('Perth', 'Western Australia', 'AU', -31.9522, 115.8589, 480),
  auckland: city('Auckland', 'Auckland', 'NZ', -36.8485, 174.7633, 780),
  singapore: city('Singapore', 'Central Singapore', 'SG', 1.2897, 103.8501, 480),
  dallas: city('Dallas', 'Texas', 'US', 32.7831, -96.8067, -360),
  newJersey: city('North Bergen', 'New Jersey', 'US', 40.8043, -74.0121, -300),
  newYork: city('New York', 'New York', 'US', 40.7143, -74.006, -300),
  orlando: city('Orlando', 'Florida', 'US', 28.5383, -81.3792, -300),
  houston: city('Houston', 'Texas', 'US', 29.7633, -95.3633, -360),
  frankfurt: city('Frankfurt Am Main', 'Hessen', 'DE', 50.1155, 8.6842, 60),
  falkenstein: city('Falkenstein', 'Sachsen', 'DE', 50.4779, 12.3713, 60),
  amsterdam: city('Amsterdam', 'Noord-Holland', 'NL', 52.374, 4.8897, 60),
  roubaix: city('Roubaix', 'Nord', 'FR', 50.6942, 3.1746, 60),
  london: city('London', 'England', 'GB', 51.5085, -0.1257, 0),
  accra: city('Accra', 'Greater Accra', 'GH', 5.5502, -0.2174, 0),
  kumasi: city('Kumasi', 'Ashanti', 'GH', 6.6885, -1.6244, 0),
} as const satisfies Record<string, City>;

export const carriers = {
  telstraHome: { asn: 1221, prefixes: ['101.175', '144.139', '58.162', '124.180'] },
  tpgHome: { asn: 7545, prefixes: ['220.233', '14.202', '110.174'] },
  aussieBroadbandHome: { asn: 4764, prefixes: ['159.196', '2403:5800'] },
  iinetHome: { asn: 4739, prefixes: ['203.59', '124.148', '118.208'] },
  telstraBusiness: { asn: 1221, prefixes: ['203.14.52', '203.15.106', '203.2.75'] },
  telstraMobile: { asn: 1221, prefixes: ['1.129', '1.146', '1.152'] },
  optusMobile: { asn: 4804, prefixes: ['49.184', '49.180'] },
  vodafoneMobile: { asn: 133612, prefixes: ['120.16', '49.192'] },
  sparkNz: { asn: 4771, prefixes: ['122.56', '125.236'] },
  singtel: { asn: 9506, prefixes: ['42.60', '116.14'] },
  linode: { asn: 63949, prefixes: ['45.33.12', '45.33.64', '45.79.5', '45.79.160'] },
  digitalOcean: { asn: 14061, prefixes: ['104.131'] },
  hetzner: { asn: 24940, prefixes: ['88.198', '78.46', '144.76'] },
  leaseweb: { asn: 60781, prefixes: ['85.17', '95.211'] },
  ovh: { asn: 16276, prefixes: ['54.36.4', '51.75.4'] },
  btHome: { asn: 2856, prefixes: ['86.160'] },
  comcastHome: { asn: 7922, prefixes: ['73.55'] },
  charterHome: { asn: 20115, prefixes: ['68.203'] },
  mtnGhana: { asn: 30986, prefixes: ['154.160', '154.161'] },
  vodafoneGhana: { asn: 29614, prefixes: ['41.66.200', '41.66.221'] },
} as const satisfies Record<string, Carrier>;

/** An exit of that carrier in that city. */
export function placeAt(rng: Rng, carrier: Carrier, where: City): Place {
  return { address: addressUnder(rng, rng.pick(carrier.prefixes)), asn: carrier.asn, city: where };
}

function addressUnder(rng: Rng, prefix: string): string {
  if (prefix.includes(':')) return `${prefix}:${times(6, () => rng.int(0x1000, 0xffff).toString(16)).join(':')}`;
  const missing = 4 - prefix.split('.').length;
  return `${prefix}.${times(missing, () => rng.int(2, 250)).join('.')}`;
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
