// Whom and what somebody works with, out of the ties between seats: colleagues,
// people outside, sites and shared mailboxes, each with how often.

import type { Circle, Person, Site, SharedMailbox, Team } from '../tenant.ts';
import { weighted } from '../weighted.ts';
import type { Outside } from './partners.ts';
import type { Newcomer } from './people.ts';
import type { Seat } from './seats.ts';
import type { Ties } from './ties.ts';

export interface Surroundings {
  readonly seats: readonly Seat[];
  readonly people: readonly Newcomer[];
  readonly ties: Ties;
  readonly outside: Outside;
  readonly shared: readonly SharedMailbox[];
  readonly projectSites: ReadonlyMap<number, readonly Site[]>;
  /** By department id; none where one team is the department. */
  readonly departmentSites: ReadonlyMap<string, Site>;
  readonly intranet: Site;
}

export function drawCircles(around: Surroundings): void {
  const sharedBy = sharedByMember(around.shared);
  for (const seat of around.seats) {
    const person = around.people[seat.number];
    if (person === undefined) continue;
    person.circle = {
      colleagues: colleaguesOf(around, seat),
      correspondents: around.outside.correspondentsOf(seat),
      sites: sitesOf(around, seat, person),
      shared: sharedBy.get(person.id) ?? [],
    };
  }
}

function colleaguesOf({ ties, people }: Surroundings, seat: Seat): Circle['colleagues'] {
  const own = ties[seat.number] ?? new Map<number, number>();
  // Mail goes to far more people than work does: the difference between near and far is smaller in it than in the ties.
  const strengths = Array.from(own.values(), Math.sqrt);
  const colleagues = Array.from(own.keys(), (number) => people[number] as Person);
  return weighted(colleagues, (_, place) => strengths[place] ?? 0);
}

function sitesOf(around: Surroundings, seat: Seat, person: Newcomer): Circle['sites'] {
  const weights = new Map<Site, number>();
  const add = (site: Site | undefined, weight: number) => {
    if (site !== undefined) weights.set(site, Math.max(weight, weights.get(site) ?? 0));
  };
  const teams: readonly Team[] = person.teams.map(({ is }) => is);

  for (const [place, team] of teams.entries()) {
    add(team.site, place === 0 ? 10 : 6);
    add(around.departmentSites.get(team.department.id), 2);
  }
  for (const [place, site] of (around.projectSites.get(seat.number) ?? []).entries()) add(site, 3 / (place + 1));
  add(around.intranet, 1);
  return weighted([...weights.keys()], (site) => weights.get(site) ?? 0);
}

function sharedByMember(shared: readonly SharedMailbox[]): ReadonlyMap<string, readonly SharedMailbox[]> {
  const found = new Map<string, SharedMailbox[]>();
  for (const mailbox of shared) {
    for (const member of mailbox.members) {
      const own = found.get(member);
      if (own === undefined) found.set(member, [mailbox]);
      else own.push(mailbox);
    }
  }
  return found;
}
