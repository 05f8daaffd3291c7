// Who sits where, before they have names: team, rank, title, manager, and how
// long they stay.

import type { Rng } from '../random.ts';
import type { DepartmentKind, Office, Person } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import type { Offices } from './offices.ts';
import type { TeamPlan } from './teams.ts';
import { planTenure, stays, type Tenure } from './tenure.ts';

export interface Seat extends Tenure {
  /** In the order of hiring: heads and leads before the others. */
  readonly number: number;
  readonly team: TeamPlan;
  readonly office: Office;
  readonly rank: Person['rank'];
  readonly title: string;
  readonly employment: Person['employment'];
  /** A seat with a lower number; the chief executive has none. */
  readonly manager: number | undefined;
  /** How much others have to do with them, 1 being usual. */
  readonly pull: number;
}

export function planSeats(rng: Rng, teams: readonly TeamPlan[], offices: Offices, dayCount: number): Seat[] {
  const chairs = inOrderOfHiring(rng.fork('order'), teams);
  const manager = lineOf(chairs);
  const tenures = planTenure(rng.fork('tenure'), chairs, teams, dayCount);

  // Where a department is one team, its people sit in whatever office is near them.
  const together = teams.some(({ place }) => place > 0) ? 0.86 : 0.45;

  return chairs.map((chair, number) => {
    const dice = rng.fork(`seat/${number}`);
    const { team, within } = chair;
    const title = titleOf(chair);
    return {
      number,
      team,
      title,
      rank: rankOf(chair, title),
      manager: manager(chair),
      office: within === 0 || dice.chance(together) ? team.office : (pickWeighted(dice, offices.bySize) ?? team.office),
      employment: chair.employment,
      pull: Math.min(mostPull, dice.lognormal(1, 1.1) * pullOf(chair, title)),
      ...(tenures[number] ?? stays),
    };
  });
}

export interface Chair {
  readonly team: TeamPlan;
  /** Its number within the team; 0 is the lead's. */
  readonly within: number;
  readonly employment: Person['employment'];
}

function inOrderOfHiring(rng: Rng, teams: readonly TeamPlan[]): Chair[] {
  const chairs = teams.flatMap((team) =>
    Array.from({ length: team.size }, (_, within) => ({ team, within, employment: employmentOf(rng, team, within) })),
  );
  return rng.shuffle(chairs).sort((a, b) => seniority(a) - seniority(b));
}

/** Nobody is hired before the one who will lead them. */
function seniority({ team, within }: Chair): number {
  if (team.plan.kind === 'executives') return within === 0 && team.place === 0 ? 0 : 1;
  if (within > 0) return 5;
  if (team.place === 0) return 2;
  return team.place % teamsUnderOne === 0 ? 3 : 4;
}

function employmentOf(rng: Rng, { plan }: TeamPlan, within: number): Person['employment'] {
  if (within === 0 || plan.kind === 'executives') return 'employee';
  const contractors = plan.kind === 'it' || plan.kind === 'engineering' ? 0.11 : 0.04;
  if (rng.chance(contractors)) return 'contractor';
  return rng.chance(plan.shifts || plan.kind === 'service' ? 0.2 : 0.09) ? 'partTime' : 'employee';
}

function titleOf({ team, within }: Chair): string {
  const [head, ...others] = team.plan.words.titles;
  if (within === 0 && team.place === 0) return head;
  if (team.plan.kind === 'executives') return executiveTitle(team, within);
  if (within === 0) return `${team.name} Lead`;
  return others[(within - 1 + team.place) % others.length] ?? head;
}

/** There is one chief of each thing; further executives run a part of the business, and have assistants. */
function executiveTitle({ plan, place }: TeamPlan, within: number): string {
  const named = place === 0 ? plan.words.titles[within] : undefined;
  return named ?? (within % 2 === 0 ? 'General Manager' : 'Executive Assistant');
}

function rankOf({ team, within }: Chair, title: string): Person['rank'] {
  if (team.plan.kind === 'executives') return isAssistant(title) ? 'member' : 'executive';
  return within === 0 ? 'lead' : 'member';
}

const isAssistant = (title: string): boolean => title.endsWith('Assistant');

const teamsUnderOne = 7;

const chiefs: Partial<Record<DepartmentKind, string>> = {
  finance: 'Chief Financial Officer',
  it: 'Chief Information Officer',
  hr: 'Chief People Officer',
  sales: 'Chief Commercial Officer',
  marketing: 'Chief Commercial Officer',
  operations: 'Chief Operating Officer',
  service: 'Chief Operating Officer',
};

/** Finds the seat above: members → lead → lead of every seventh team → head of the department → its chief → the chief executive. */
function lineOf(chairs: readonly Chair[]): (chair: Chair) => number | undefined {
  const leads = new Map<string, number>();
  const titled = new Map<string, number>();
  const key = (team: TeamPlan, place: number) => `${team.department.id}/${place}`;
  for (const [number, chair] of chairs.entries()) {
    if (chair.within === 0) leads.set(key(chair.team, chair.team.place), number);
    if (chair.team.plan.kind === 'executives') titled.set(titleOf(chair), number);
  }

  return ({ team, within }) => {
    const { place, plan } = team;
    if (plan.kind === 'executives') return within === 0 && place === 0 ? undefined : 0;
    if (within > 0) return leads.get(key(team, place));
    if (place === 0) return titled.get(chiefs[plan.kind] ?? '') ?? 0;
    return leads.get(key(team, place % teamsUnderOne === 0 ? 0 : place - (place % teamsUnderOne)));
  };
}

/** Even those whom everybody knows have only so many hours. */
const mostPull = 18;

const pulls: Partial<Record<DepartmentKind, number>> = { hr: 1.7, it: 1.5, finance: 1.3, executives: 1.6, legal: 1.2 };

/** Assistants, leads and those who serve the whole company are known to many. */
function pullOf({ team, within }: Chair, title: string): number {
  const byKind = team.plan.onSite ? 0.7 : (pulls[team.plan.kind] ?? 1);
  const byTitle = isAssistant(title) || title.startsWith('Helpdesk') ? 2.2 : 1;
  return byKind * byTitle * (within === 0 ? 1.6 : 1);
}
