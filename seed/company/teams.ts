// How many people each department has, and the teams they make.

import type { Rng } from '../random.ts';
import type { Department, DepartmentKind, Office } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import type { DepartmentPlan } from './industry.ts';
import type { Offices } from './offices.ts';

/** A team before anybody is in it. */
export interface TeamPlan {
  readonly number: number;
  readonly name: string;
  readonly department: Department;
  readonly plan: DepartmentPlan;
  /** Its number within the department; the lead of 0 is head of the department. */
  readonly place: number;
  readonly office: Office;
  readonly size: number;
}

/** Even the smallest company pays people, hires them and resets their passwords. */
const fewest: Partial<Record<DepartmentKind, number>> = { executives: 2, finance: 3, it: 2, hr: 2 };
const usualTeam = 9;
const largestSingleTeam = 13;

export function planTeams(rng: Rng, plans: readonly DepartmentPlan[], people: number, offices: Offices): TeamPlan[] {
  const names = new Set<string>();
  const teams: TeamPlan[] = [];
  for (const { plan, count } of apportion(plans, people)) {
    const dice = rng.fork(plan.name);
    const department = { id: dice.guid(), kind: plan.kind, name: plan.name, words: plan.words };
    const sizes = splitIntoTeams(dice, count);
    for (const [place, size] of sizes.entries()) {
      const office = officeOf(dice, place, offices);
      const name = sizes.length === 1 ? plan.name : teamName(plan, place, office, names);
      names.add(name);
      teams.push({ number: teams.length, name, department, plan, place, office, size });
    }
  }
  return teams;
}

interface Staffed {
  readonly plan: DepartmentPlan;
  readonly count: number;
}

/** By share, in whole people, after Webster: the next one goes where a head is worth most. Too small a share gets nobody. */
function apportion(plans: readonly DepartmentPlan[], people: number): Staffed[] {
  const staff = plans.map((plan) => ({ plan, count: fewest[plan.kind] ?? 0, most: mostIn(plan.kind, people) }));
  const due = ({ plan, count }: Staffed) => plan.share / (count + 0.5);
  for (let placed = staff.reduce((sum, { count }) => sum + count, 0); placed < people; placed++) {
    const open = staff.filter(({ count, most }) => count < most);
    open.reduce((best, each) => (due(each) > due(best) ? each : best)).count++;
  }
  return staff.filter(({ count }) => count > 0);
}

/** A company ten times as large has nowhere near ten times as many at the top. */
const mostIn = (kind: DepartmentKind, people: number): number =>
  kind === 'executives' ? 3 + Math.round(Math.sqrt(people) * 0.5) : Infinity;

function splitIntoTeams(rng: Rng, count: number): number[] {
  const teams = count <= largestSingleTeam ? 1 : Math.round(count / usualTeam);
  const weights = Array.from({ length: teams }, () => rng.between(0.7, 1.3));
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  let [sum, before] = [0, 0];
  return weights.map((weight) => {
    const upTo = Math.round(((sum += weight) / total) * count);
    const size = upTo - before;
    before = upTo;
    return size;
  });
}

/** Heads sit in the head office more often than not. */
function officeOf(rng: Rng, place: number, { all, bySize }: Offices): Office {
  if (place === 0 && rng.chance(0.8)) return all[0];
  return pickWeighted(rng, bySize) ?? all[0];
}

/** `Treasury`, then `Treasury Perth`, then `Treasury Perth 2`. */
function teamName({ teams }: DepartmentPlan, place: number, { city }: Office, taken: ReadonlySet<string>): string {
  const base = teams[place % teams.length] ?? teams[0];
  const there = `${base} ${city.name}`;
  const numbered = (number: number): string => (taken.has(`${there} ${number}`) ? numbered(number + 1) : `${there} ${number}`);
  return [base, there].find((name) => !taken.has(name)) ?? numbered(2);
}
