// Who comes, goes and changes teams while the calendar runs.

import type { Rng } from '../random.ts';
import type { Since } from '../tenant.ts';
import type { Chair } from './seats.ts';
import type { TeamPlan } from './teams.ts';

export interface Tenure {
  /** First and last local day with the company; ±∞ for most. */
  readonly from: number;
  readonly until: number;
  /** Teams after the first. */
  readonly moves: readonly Since<TeamPlan>[];
}

/** Before the first day and after the last. */
export const stays: Tenure = { from: -Infinity, until: Infinity, moves: [] };

/** Share of the people a year. */
const leaving = 0.15;
const moving = 0.05;
/** Contracts that end and begin, a year. */
const contractsEnding = 1.4;

export function planTenure(rng: Rng, chairs: readonly Chair[], teams: readonly TeamPlan[], dayCount: number): Tenure[] {
  const years = dayCount / 365;
  const tenures: Tenure[] = chairs.map(() => stays);
  const dealt = dealOut(rng, chairs);
  const someDay = () => rng.int(2, Math.max(2, dayCount - 3));
  const change = (count: number, draw: (chair: Chair) => Partial<Tenure>) => {
    for (const number of dealt.employees.splice(0, count)) {
      tenures[number] = { ...stays, ...draw(chairs[number] as Chair) };
    }
  };

  change(howMany(rng, leaving * years * chairs.length, chairs.length > 40 ? 2 : 1), () => ({ from: someDay() }));
  change(howMany(rng, leaving * years * chairs.length, 1), () => ({ until: someDay() }));
  change(howMany(rng, moving * years * chairs.length, chairs.length > 40 ? 1 : 0), ({ team }) => {
    return { moves: [{ from: someDay(), is: nextTeam(rng, team, teams) }] };
  });
  for (const number of dealt.contractors) tenures[number] = contract(rng, years, someDay);
  return tenures;
}

/** Those who lead, and the first of a team after its lead, stay: somebody must be there every day. */
function dealOut(rng: Rng, chairs: readonly Chair[]): { employees: number[]; contractors: number[] } {
  const isContractor = (number: number) => chairs[number]?.employment === 'contractor';
  const numbers = [...chairs.keys()].filter((number) => (chairs[number]?.within ?? 0) > 1);
  return {
    employees: rng.shuffle(numbers.filter((number) => !isContractor(number))),
    contractors: numbers.filter(isContractor),
  };
}

/** The expected number, the fraction left to chance, but at least so many: otherwise a small company would show none. */
const howMany = (rng: Rng, expected: number, least: number): number =>
  Math.max(least, Math.floor(expected) + (rng.chance(expected % 1) ? 1 : 0));

function contract(rng: Rng, years: number, someDay: () => number): Tenure {
  const ends = rng.chance(Math.min(0.5, (contractsEnding * years) / 2));
  const begins = !ends && rng.chance(Math.min(0.5, (contractsEnding * years) / 2));
  return { from: begins ? someDay() : -Infinity, until: ends ? someDay() : Infinity, moves: [] };
}

/** Two moves in three stay within the department, where it has other teams. */
function nextTeam(rng: Rng, team: TeamPlan, teams: readonly TeamPlan[]): TeamPlan {
  const others = teams.filter((each) => each !== team && each.plan.kind !== 'executives');
  const near = others.filter(({ plan }) => plan === team.plan);
  return rng.pick(near.length > 0 && rng.chance(0.65) ? near : others);
}
