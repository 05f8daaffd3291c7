// Somebody for every seat: name, address, machines, home and habits.

import type { Rng } from '../random.ts';
import type { Circle, Person, SecondFactor, Since, Team } from '../tenant.ts';
import { pickWeighted, weighted } from '../weighted.ts';
import type { Brand } from './brand.ts';
import { drawNames, type Name } from './directory.ts';
import { equip, planReplacements, type Replaced } from './equipment.ts';
import { drawHabits } from './habits.ts';
import { openMailbox, type MailboxHost } from './mailboxes.ts';
import type { Seat } from './seats.ts';
import { openDrive } from './sites.ts';
import type { TeamPlan } from './teams.ts';

/** Somebody whose circle is yet to be drawn, because it consists of others. */
export type Newcomer = Omit<Person, 'circle' | 'manager'> & { circle: Circle; manager: Newcomer | undefined };

export interface Hiring {
  readonly brand: Brand;
  readonly host: Omit<MailboxHost, 'region'>;
  readonly dayCount: number;
  readonly homeDays: number;
  readonly teamOf: (plan: TeamPlan) => Team;
  /** The name of a folder somebody keeps for running work. */
  readonly folderOf: (seat: Seat) => string;
}

export function hire(rng: Rng, seats: readonly Seat[], hiring: Hiring): Newcomer[] {
  const names = drawNames(rng.fork('names'), seats.length);
  const replacements = planReplacements(rng.fork('replacements'), seats.length, hiring.dayCount);
  const people: Newcomer[] = [];
  for (const [number, seat] of seats.entries()) {
    const name = names[number] ?? { displayName: `Person ${number}`, alias: `person${number}` };
    const manager = seat.manager === undefined ? undefined : people[seat.manager];
    const dice = rng.fork(`person/${number}`);
    const person = createPerson(dice, seat, name, manager, hiring, replacements[number] ?? new Set());
    people.push({ ...person, ...livingWith(dice.fork('household'), person, people) });
  }
  return people;
}

/** A few share a home, and its address, with somebody of the same office. */
function livingWith(rng: Rng, { office }: Newcomer, others: readonly Newcomer[]): Partial<Pick<Newcomer, 'homes'>> {
  const mate = rng.chance(0.02) ? others.findLast((other) => other.office === office) : undefined;
  return mate === undefined ? {} : { homes: mate.homes };
}

const nobody: Circle = {
  colleagues: weighted([], () => 0),
  correspondents: weighted([], () => 0),
  sites: weighted([], () => 0),
  shared: [],
};

function createPerson(
  rng: Rng,
  seat: Seat,
  { alias, displayName }: Name,
  manager: Newcomer | undefined,
  { brand, host, dayCount, homeDays, teamOf, folderOf }: Hiring,
  replaced: ReadonlySet<Replaced>,
): Newcomer {
  const { number, office, rank, title, employment, team, moves } = seat;
  // Accounts made before the naming rule kept their capitals.
  const upn = `${rng.chance(0.4) ? alias : alias.toLowerCase()}@${brand.domain}`;
  const teams = moves.map(({ from, is }): Since<Team> => ({ from, is: teamOf(is) }));

  return {
    id: rng.guid(),
    number,
    upn,
    displayName,
    title,
    employment,
    rank,
    teams: [{ from: -Infinity, is: teamOf(team) }, ...teams],
    manager,
    office,
    stays: { from: seat.from, until: seat.until },
    puid: `10032003${(0x1a2b3c40 + number * 0x1f3 + rng.int(0, 200)).toString(16).toUpperCase()}`,
    mailbox: openMailbox(rng, { ...host, region: office.region }, upn, alias, 31_840_100 + number, folderOf(seat)),
    drive: openDrive(rng.fork('drive'), brand, upn, team.department.words),
    ...equip(rng.fork('equipment'), { number, office, prefix: brand.prefix, dayCount, replaced }),
    secondFactor: pickWeighted(rng, secondFactors) ?? 'app',
    habits: drawHabits(rng.fork('habits'), seat, homeDays),
    circle: nobody,
  };
}

const shares: Readonly<Record<SecondFactor, number>> = { app: 65, sms: 15, passkey: 10, code: 8, call: 2 };
const secondFactors = weighted(Object.keys(shares) as SecondFactor[], (factor) => shares[factor]);
