// Where a company sits: few offices or many, in one country or several.

import { placeAt, regions, type City, type Place, type Region } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Office } from '../tenant.ts';
import { weighted, type Weighted } from '../weighted.ts';

export interface Offices {
  readonly all: readonly [Office, ...Office[]];
  /** The first has the most people. */
  readonly bySize: Weighted<Office>;
  readonly vpnExits: readonly [Place, ...Place[]];
}

export interface OfficesWanted {
  readonly people: number;
  readonly home: Region;
  readonly international: boolean;
}

const mostOffices = 12;

export function openOffices(rng: Rng, { people, home, international }: OfficesWanted): Offices {
  const count = Math.min(mostOffices, Math.max(1, Math.round(Math.log2(people / 10))));
  const places = citiesFor(rng.fork('cities'), home, international ? countriesFor(people) : 1, count);
  const [first, ...others] = places.map((where, number) => openOffice(rng.fork(`office/${number}`), where, number));
  if (first === undefined) throw new Error('a company needs an office');

  const all = [first, ...others] as const;
  return {
    all,
    bySize: weighted(all, (_, number) => (number === 0 ? all.length : 1.6) / (number + 1)),
    vpnExits: openVpn(rng.fork('vpn'), first, people),
  };
}

const countriesFor = (people: number): number => 1 + [800, 2500, 6000].filter((least) => people >= least).length;

interface Where {
  readonly city: City;
  readonly region: Region;
}

/** Home first and mostly; every country after it gets its turn, and a large city more than one building. */
function citiesFor(rng: Rng, home: Region, countries: number, count: number): Where[] {
  const others = rng.shuffle(Object.values<Region>(regions).filter((region) => region !== home)).slice(0, countries - 1);
  const sequence = [home, home, ...others, home].slice(0, 2 + others.length * 2);
  const used = new Map<Region, number>();

  return Array.from({ length: count }, (_, number) => {
    const region = others.length === 0 ? home : (sequence[number % sequence.length] ?? home);
    const turn = used.get(region) ?? 0;
    used.set(region, turn + 1);
    return { region, city: region.cities[turn % region.cities.length] ?? region.cities[0] };
  });
}

function openOffice(rng: Rng, { city, region }: Where, number: number): Office {
  return { city, region, exit: placeAt(rng, rng.pick(region.business), city), inside: `10.${10 + number * 4}` };
}

/** Where those who work at home through the company's network come out. */
function openVpn(rng: Rng, { city, region }: Office, people: number): readonly [Place, ...Place[]] {
  const exit = () => placeAt(rng, rng.pick(region.business), city);
  return [exit(), ...Array.from({ length: people > 2000 ? 3 : people > 300 ? 1 : 0 }, exit)];
}
