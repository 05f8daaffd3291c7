// What will be out of the ordinary for each person: partly as the company
// already knows it (new phones, moves, comings and goings), partly drawn here
// at the rate at which it happens to people.

import { localDay, type Calendar } from '../calendar.ts';
import type { Oddity, OddityKind } from '../chronicle.ts';
import { placeAt, regions, vpnExits, type Exit, type Place } from '../network.ts';
import type { Rng } from '../random.ts';
import { teamOf, type Person, type Since } from '../tenant.ts';
import type { Scene } from '../world.ts';
import { leaveOn, worksOn } from './absence.ts';
import { lot } from './lot.ts';

type Stage = Omit<Scene, 'chronicle'>;

/** Days of the seed on which the person is with the company. */
interface Window {
  readonly first: number;
  readonly last: number;
}

export function planPerson(stage: Stage, person: Person): Oddity[] {
  const rng = stage.rng.fork(`chronicle/${person.id}`);
  const { calendar } = stage;
  const window = { first: Math.max(0, person.stays.from), last: Math.min(calendar.dayCount - 1, person.stays.until) };
  const journeys = [
    ...businessJourneys(rng.fork('business'), calendar, person, window),
    ...holidaysAbroad(rng.fork('abroad'), calendar, person, window),
  ];
  return apart([
    ...journeys,
    ...known(calendar, rng.fork('known'), person, window),
    ...drawn(rng.fork('drawn'), calendar, person, window),
    ...veiled(rng.fork('vpn'), person, window),
  ]);
}

/** One of a kind at a time. */
export function apart(oddities: readonly Oddity[]): Oddity[] {
  const free = new Map<OddityKind, number>();
  return [...oddities]
    .sort((a, b) => a.from - b.from)
    .filter(({ kind, from, until }) => {
      if (from < (free.get(kind) ?? -Infinity)) return false;
      free.set(kind, until + 1);
      return true;
    });
}

/** Some travel for work, those who sell more than others; then about every three months. */
const travelling: Partial<Record<string, number>> = {
  executives: 0.5,
  sales: 0.36,
  marketing: 0.2,
  research: 0.2,
  operations: 0.06,
  service: 0.06,
};
const betweenJourneys = 90;

function businessJourneys(rng: Rng, calendar: Calendar, person: Person, { first, last }: Window): Oddity[] {
  const often = travelling[teamOf(person).department.kind] ?? 0.12;
  if (person.habits.rotates || lot(person, 'travels') > often) return [];
  const journeys: Oddity[] = [];
  let day = first - rng.int(0, betweenJourneys);
  for (;;) {
    day += Math.ceil(-betweenJourneys * Math.log(1 - rng.next()));
    const from = day;
    const until = from + rng.int(2, 6);
    day = until + 2;
    if (day > last) return journeys;
    if (from <= first || !worksOn(calendar, person, from)) continue;
    const place = abroadFor(rng, person);
    if (place !== undefined) journeys.push({ kind: 'journey', person, from, until, place });
  }
}

/** Long leave is spent elsewhere now and then, with the phone. */
function holidaysAbroad(rng: Rng, calendar: Calendar, person: Person, { first, last }: Window): Oddity[] {
  if (lot(person, 'holidays abroad') > 0.16) return [];
  const journeys: Oddity[] = [];
  for (let index = first + 1; index <= last; index++) {
    const spell = leaveOn(calendar, person, localDay(calendar, index, person.office.region));
    if (spell === undefined || spell.from !== index || spell.until - spell.from < 5 || spell.until > last) continue;
    const place = abroadFor(rng, person);
    if (place !== undefined) journeys.push({ kind: 'journey', person, from: spell.from, until: spell.until, place });
    index = spell.until;
  }
  return journeys;
}

const everywhere = Object.values(regions);

/** A hotel's network: where people from there usually go, or anywhere. */
function abroadFor(rng: Rng, { office, homes }: Person): Place | undefined {
  const { carrier, city } = rng.chance(0.65) ? rng.pick(office.region.destinations) : furtherAway(rng);
  return city === office.city || city === homes[0].is.city ? undefined : placeAt(rng, carrier, city);
}

function furtherAway(rng: Rng): Exit {
  const region = rng.pick(everywhere);
  return { carrier: rng.pick(rng.chance(0.6) ? region.business : region.home), city: rng.pick(region.cities) };
}

/** What the company is drawn with. */
function known(calendar: Calendar, rng: Rng, person: Person, window: Window): Oddity[] {
  const { laptops, phones, phoneNumbers, homes, teams, stays } = person;
  const moves = homes.filter(({ is }, place) => place > 0 && is.asn !== homes[place - 1]?.is.asn);
  return [
    ...handedOver('new-laptop', calendar, person, window, laptops),
    ...handedOver('new-phone', calendar, person, window, phones),
    ...handedOver('new-number', calendar, person, window, phoneNumbers),
    ...moves.filter(inside(window)).map(({ from }): Oddity => ({ kind: 'moved-house', person, from, until: from })),
    ...teams
      .slice(1)
      .filter(inside(window))
      .map(({ from }): Oddity => ({ kind: 'changed-team', person, from, until: from })),
    ...(stays.from > 0 ? joining(calendar, rng, person, window) : []),
    ...(stays.until < calendar.dayCount ? leaving(calendar, rng, person, window) : []),
  ];
}

const inside =
  ({ first, last }: Window) =>
  ({ from }: Since<unknown>): boolean =>
    from > first && from <= last;

/** It is set up on the first working day with it. */
function handedOver(
  kind: OddityKind,
  calendar: Calendar,
  person: Person,
  window: Window,
  spans: readonly Since<unknown>[],
): Oddity[] {
  return spans
    .slice(1)
    .filter(inside(window))
    .flatMap(({ from }) => {
      const day = firstWorked(calendar, person, from, window.last);
      return day === undefined ? [] : [{ kind, person, from: day, until: day }];
    });
}

function firstWorked(calendar: Calendar, person: Person, from: number, last: number): number | undefined {
  for (let index = from; index <= last; index++) if (worksOn(calendar, person, index)) return index;
  return undefined;
}

function lastWorked(calendar: Calendar, person: Person, first: number, from: number): number | undefined {
  for (let index = from; index >= first; index--) if (worksOn(calendar, person, index)) return index;
  return undefined;
}

/** From the day the account is made to the first at work. */
function joining(calendar: Calendar, rng: Rng, person: Person, { first, last }: Window): Oddity[] {
  const until = firstWorked(calendar, person, first, last);
  if (until === undefined) return [];
  let from = Math.max(0, first - rng.int(0, 3));
  while (from > 0 && isWeekend(calendar, person, from)) from--;
  return [{ kind: 'joined', person, from, until }];
}

const isWeekend = (calendar: Calendar, { office }: Person, index: number): boolean =>
  localDay(calendar, index, office.region).weekday % 6 === 0;

/** From the last day at work to the closing of the account; some take a copy of their work along. */
function leaving(calendar: Calendar, rng: Rng, person: Person, { first, last }: Window): Oddity[] {
  const from = lastWorked(calendar, person, first, last);
  if (from === undefined) return [];
  const copying = rng.chance(0.35) ? lastWorked(calendar, person, first, from - rng.int(0, 5)) : undefined;
  return [
    { kind: 'left', person, from, until: last + 1 },
    ...(copying === undefined ? [] : [{ kind: 'large-download', person, from: copying, until: copying } as const]),
  ];
}

/** So many a person a year. */
const yearly: readonly {
  readonly kind: OddityKind;
  readonly rate: number;
  readonly lasts: number;
  readonly who: (person: Person) => boolean;
}[] = [
  { kind: 'forgotten-password', rate: 1.1, lasts: 0, who: () => true },
  { kind: 'second-factor-registered-again', rate: 0.12, lasts: 0, who: () => true },
  { kind: 'spring-cleaning', rate: 0.3, lasts: 0, who: () => true },
  { kind: 'inbox-rule', rate: 0.9, lasts: 0, who: () => true },
  { kind: 'consented-to-app', rate: 0.35, lasts: 30, who: () => true },
  { kind: 'large-download', rate: 0.25, lasts: 0, who: () => true },
  { kind: 'works-at-night', rate: 5, lasts: 2, who: (person) => !person.habits.rotates && lot(person, 'works at night') < 0.12 },
  { kind: 'on-call', rate: 14, lasts: 0, who: ({ habits }) => habits.onCall },
];

function drawn(rng: Rng, calendar: Calendar, person: Person, { first, last }: Window): Oddity[] {
  const years = (last - first + 1) / 365;
  return yearly.flatMap(({ kind, rate, lasts, who }) => {
    if (!who(person) || years <= 0) return [];
    return Array.from({ length: rng.poisson(rate * years) }, (): Oddity[] => {
      const from = firstWorked(calendar, person, rng.int(first, last), last);
      return from === undefined
        ? []
        : [{ kind, person, from, until: Math.min(last, from + (lasts === 0 ? 0 : rng.int(0, lasts))) }];
    }).flat();
  });
}

/** A few use a consumer's VPN for some weeks, for television or from principle. */
function veiled(rng: Rng, person: Person, { first, last }: Window): Oddity[] {
  if (lot(person, 'veiled') > 0.05 || last <= first) return [];
  const from = rng.int(first - 60, last);
  const until = Math.min(last, from + rng.int(8, 70));
  const { carrier, city } = rng.pick(vpnExits);
  return until < first
    ? []
    : [{ kind: 'private-vpn', person, from: Math.max(first, from), until, place: placeAt(rng, carrier, city) }];
}
