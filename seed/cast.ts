// Who plays which part: travellers, joiners, those with a new phone, and the
// two whose accounts the programmes take. The parts are given out whether or
// not a programme is played, so that ordinary life is the same with and without.

import { workingDays, type Calendar } from './calendar.ts';
import type { Team } from './library.ts';
import { carriers, cities, placeAt, type Carrier, type City, type Place } from './network.ts';
import type { Rng } from './random.ts';
import type { Person, Tenant } from './tenant.ts';

export interface Trip {
  readonly person: Person;
  readonly from: number;
  readonly until: number;
  readonly hotel: Place;
}

export interface Cast {
  readonly takeoverVictim: Person;
  readonly phoneSwapVictim: Person;
  readonly trips: readonly Trip[];
  /** Object id → index of the first day at work. */
  readonly joiners: ReadonlyMap<string, number>;
  readonly newPhones: readonly Person[];
  readonly newNumber: Person;
  readonly springCleaner: Person;
  readonly ruleMakers: readonly Person[];
  readonly administrators: readonly [Person, ...Person[]];
}

const destinations: readonly { readonly carrier: Carrier; readonly city: City }[] = [
  { carrier: carriers.telstraHome, city: cities.melbourne },
  { carrier: carriers.sparkNz, city: cities.auckland },
  { carrier: carriers.singtel, city: cities.singapore },
];

export function giveOutParts(rng: Rng, tenant: Tenant, calendar: Calendar): Cast {
  const takeoverVictim = rng.pick(takeoverCandidates(tenant));
  const phoneSwapVictim = rng.pick(financeClerks(tenant));
  const deck = rng.shuffle(tenant.people.filter((person) => person !== takeoverVictim && person !== phoneSwapVictim));
  const notIt = deck.filter((person) => person.team !== 'it' && person.manager !== undefined);
  const deal = (count: number) => notIt.splice(0, count);

  const [cleaner, newNumber] = deal(2);
  const [first, ...others] = deck.filter((person) => person.team === 'it');
  if (cleaner === undefined || newNumber === undefined || first === undefined)
    throw new Error('too few people to give out the parts');

  return {
    takeoverVictim,
    phoneSwapVictim,
    trips: deal(3).flatMap((person, number) => planTrip(rng, calendar, person, number)),
    joiners: new Map(deal(2).map((person) => [person.id, rng.int(6, Math.max(7, calendar.dayCount - 12))])),
    newPhones: deal(2),
    newNumber,
    springCleaner: cleaner,
    ruleMakers: deal(7),
    administrators: [first, ...others],
  };
}

/** Somebody with a manager and an authenticator; best of all, on the project the telling names. */
function takeoverCandidates(tenant: Tenant): readonly Person[] {
  const teams: readonly Team[] = ['sales', 'operations', 'legal', 'engineering'];
  const suited = tenant.people.filter(
    ({ team, manager, secondFactor }) => teams.includes(team) && manager && secondFactor === 'app',
  );
  const onProject = suited.filter(({ mailbox }) => mailbox.projectFolder === 'WIISE');
  return [onProject, suited].find((some) => some.length > 0) ?? tenant.people;
}

/** Text messages if anybody has them; the lead of finance sees too much to be typical. */
function financeClerks(tenant: Tenant): Person[] {
  const clerks = tenant.people.filter((person) => person.team === 'finance' && person.title !== 'Finance Manager');
  const bySms = clerks.filter((person) => person.secondFactor === 'sms');
  return bySms.length > 0 ? bySms : clerks;
}

function planTrip(rng: Rng, calendar: Calendar, person: Person, number: number): Trip[] {
  const destination = destinations[number % destinations.length];
  const departures = workingDays(calendar, 3, calendar.dayCount - 5);
  if (destination === undefined || departures.length === 0) return [];

  const from = rng.pick(departures);
  const hotel = placeAt(rng, destination.carrier, destination.city);
  return [{ person, from, until: from + rng.int(2, 4), hotel }];
}
