// What people carry and where they live, over the weeks: laptops, phones,
// numbers and the addresses their carriers give them.

import { createDevice, type Device } from '../device.ts';
import { phoneNumberIn, placeAt, type Carrier, type Place } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Office, Since } from '../tenant.ts';

export interface Equipment {
  readonly laptops: Spans<Device>;
  readonly phones: Spans<Device>;
  readonly phoneNumbers: Spans<string>;
  readonly homes: Spans<Place>;
  readonly mobileCarrier: Carrier;
}

type Spans<T> = readonly [Since<T>, ...Since<T>[]];

export interface Owner {
  readonly number: number;
  readonly office: Office;
  readonly prefix: string;
  readonly dayCount: number;
  /** What the plan for all says is replaced, so that even a small company has some of each. */
  readonly replaced: ReadonlySet<Replaced>;
}

export type Replaced = 'laptop' | 'phone' | 'number' | 'home';

/** Mean years one is kept. */
const kept: Readonly<Record<Replaced, number>> = { laptop: 3.5, phone: 2.5, number: 12, home: 9 };
const kinds = Object.keys(kept) as Replaced[];

/** Who gets what anew while the calendar runs: by the usual life of each, and at least one of each in any company. */
export function planReplacements(rng: Rng, people: number, dayCount: number): ReadonlySet<Replaced>[] {
  const plans = Array.from({ length: people }, () => new Set<Replaced>());
  for (const kind of kinds) {
    const expected = (people * dayCount) / 365 / kept[kind];
    const count = Math.max(1, Math.floor(expected) + (rng.chance(expected % 1) ? 1 : 0));
    for (const number of rng.some([...plans.keys()], Math.min(count, people))) plans[number]?.add(kind);
  }
  return plans;
}

export function equip(rng: Rng, owner: Owner): Equipment {
  const { office, number, prefix, dayCount, replaced } = owner;
  const { region } = office;
  const someDay = () => rng.int(1, Math.max(1, dayCount - 2));
  const spans = <T>(make: (generation: number) => T, again: boolean): Spans<T> => {
    const before = { from: -Infinity, is: make(0) };
    return again ? [before, { from: someDay(), is: make(1) }] : [before];
  };

  const device = (kind: Device['kind']) => (generation: number) => createDevice(rng, kind, number * 2 + generation, prefix);
  return {
    laptops: spans(device('laptop'), replaced.has('laptop')),
    phones: spans(device('phone'), replaced.has('phone')),
    phoneNumbers: spans(() => phoneNumberIn(rng, region), replaced.has('number')),
    homes: drawHomes(rng.fork('home'), owner),
    mobileCarrier: rng.pick(region.mobile),
  };
}

/** A carrier gives a household a new address every few weeks or hardly ever; who moves house changes carrier as well. */
function drawHomes(rng: Rng, { office, dayCount, replaced }: Owner): Spans<Place> {
  const { region, city } = office;
  const carriers = rng.shuffle<Carrier>(region.home);
  const [first = region.home[0], second = first] = carriers;
  const movesOn = replaced.has('home') ? rng.int(3, Math.max(3, dayCount - 3)) : Infinity;
  const usualDays = rng.chance(0.4) ? 400 : rng.between(14, 90);

  const homes: [Since<Place>, ...Since<Place>[]] = [{ from: -Infinity, is: placeAt(rng, first, city) }];
  const untilNext = () => Math.ceil(-usualDays * Math.log(1 - rng.next()));
  for (let from = untilNext(); from < dayCount; from += untilNext()) {
    homes.push({ from, is: placeAt(rng, from < movesOn ? first : second, city) });
  }
  return movesOn < Infinity
    ? [homes[0], ...sorted([...homes.slice(1), { from: movesOn, is: placeAt(rng, second, city) }])]
    : homes;
}

const sorted = <T>(spans: Since<T>[]): Since<T>[] => spans.sort((a, b) => a.from - b.from);
