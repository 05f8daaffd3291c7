// Whom each of our people writes to outside: their team's partners before
// others, and the same people there again and again.

import type { Rng } from '../random.ts';
import type { Correspondent, DepartmentKind, Partner } from '../tenant.ts';
import { pickWeighted, someWeighted, weighted, type Weighted } from '../weighted.ts';
import { groupBy } from '../group-by.ts';
import type { Seat } from './seats.ts';

/** Which sorts of partners a department deals with, and with about how many people there. */
const dealings: Readonly<
  Record<DepartmentKind, { readonly with: Partial<Record<Partner['kind'], number>>; readonly people: number }>
> = {
  executives: { with: { adviser: 5, bank: 3, customer: 3, supplier: 1 }, people: 14 },
  finance: { with: { supplier: 6, customer: 5, bank: 5, adviser: 2 }, people: 18 },
  sales: { with: { customer: 20, supplier: 1 }, people: 22 },
  marketing: { with: { supplier: 6, customer: 3 }, people: 10 },
  hr: { with: { supplier: 6, adviser: 2 }, people: 10 },
  legal: { with: { adviser: 12, customer: 3, supplier: 2, bank: 1 }, people: 12 },
  it: { with: { supplier: 12, customer: 0.5 }, people: 8 },
  operations: { with: { supplier: 6, customer: 6 }, people: 8 },
  engineering: { with: { supplier: 8, customer: 4, adviser: 1 }, people: 9 },
  service: { with: { customer: 18, supplier: 1 }, people: 14 },
  research: { with: { supplier: 5, customer: 5, adviser: 2 }, people: 10 },
};

const teamsPartners = 9;

/** Whom somebody writes to outside; `contacts` has the largest partners first. */
export function acquaintances(
  rng: Rng,
  contacts: ReadonlyMap<Partner, readonly Correspondent[]>,
): (seat: Seat) => Weighted<Correspondent> {
  const byKind = groupBy([...contacts.keys()], ({ kind }) => kind);
  const pools = new Map<DepartmentKind, Weighted<Partner>>();
  const teams = new Map<number, Weighted<Partner>>();
  const agencies = byKind.get('supplier') ?? [];

  /** By Zipf's law among those the department deals with. */
  const poolOf = (kind: DepartmentKind) =>
    remember(pools, kind, () => {
      const ofKind = Object.entries(dealings[kind].with).flatMap(([sort, share]) =>
        (byKind.get(sort as Partner['kind']) ?? []).map((partner, place) => ({ partner, weight: share / (place + 1) })),
      );
      const weights = new Map(ofKind.map(({ partner, weight }) => [partner, weight]));
      return weighted([...weights.keys()], (partner) => weights.get(partner) ?? 0);
    });
  const teamPool = ({ team }: Seat) =>
    remember(teams, team.number, () => {
      const dice = rng.fork(`team/${team.number}`);
      return weighted(someWeighted(dice, poolOf(team.plan.kind), teamsPartners), (_, place) => 1 / (place + 1));
    });

  return (seat) => {
    const dice = rng.fork(`seat/${seat.number}`);
    const { kind } = seat.team.plan;
    const wanted = Math.max(1, Math.round(dice.lognormal(dealings[kind].people * 0.8, 0.6)));
    const found = new Map<Correspondent, number>();
    const meet = (partner: Partner | undefined, weight: number) => {
      const people = partner === undefined ? [] : (contacts.get(partner) ?? []);
      if (people.length > 0) found.set(dice.pick(people), weight);
    };

    // A contractor's own firm keeps writing to them.
    if (seat.employment === 'contractor' && agencies.length > 0) meet(dice.pick(agencies), 3);
    for (let tie = 0; tie < wanted; tie++) {
      meet(pickWeighted(dice, dice.chance(0.75) ? teamPool(seat) : poolOf(kind)), 1 / (tie + 1));
    }
    return weighted([...found.keys()], (who) => found.get(who) ?? 0);
  };
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
