// An organisation of which it is known who works with whom, week by week: teams with their mail, sites and mailboxes, people
// who join, leave and move, and one reorganisation. Written as habits, since that is all that peer groups are made from.
//
// It is ordinary work with its noise: lists everybody reads, a chief executive, a helpdesk, projects across teams, one address
// for a whole office. It knows nothing of how groups are found.

import { count, noHabits } from '../../src/learn/habits.ts';
import type { Dimension } from '../../src/learn/dimension.ts';
import type { Habits } from '../../src/learn/habits.ts';
import { days } from '../../src/model/time.ts';
import type { Day } from '../../src/model/time.ts';
import { createRng } from '../../seed/random.ts';
import type { Rng } from '../../seed/random.ts';

export interface PlantedOptions {
  readonly seed: string;
  readonly people: number;
  /** Weeks before anybody comes, goes or moves. */
  readonly calm: number;
  /** Share of the people who come, go or move, each week after that. */
  readonly churn: number;
  /** The week in which two teams become one and another becomes two; never, when left out. */
  readonly reorganised?: number;
}

interface Worker {
  readonly name: string;
  readonly office: number;
  team: number;
  /** Works in the weeks from the one up to, not including, the other. */
  readonly from: number;
  until: number;
}

export interface Planted {
  readonly habits: Habits;
  /** Lives through one more week. */
  readonly live: () => void;
  /** Person → weeks in which they joined, left, moved, or had their team reorganised. */
  readonly causes: ReadonlyMap<string, readonly number[]>;
  /** Who made up the teams that became one, and the teams that came of one. */
  readonly merged: readonly (readonly string[])[];
  readonly parted: readonly (readonly string[])[];
  /** Team of each who works now. */
  readonly teamOf: () => ReadonlyMap<string, number>;
}

/** A Monday. */
const START: Day = 20_458;
const TEAM = { least: 5, most: 25 };
const TEAMS_A_DEPARTMENT = 4;
const PEOPLE_AN_OFFICE = 60;
const OTHERS_IN_A_PROJECT = 6;
const WEEKS_A_PROJECT = 6;

export const mondayAfter = (weeks: number): Day => START + 7 * weeks;

export function plant(options: PlantedOptions): Planted {
  const rng = createRng(options.seed);
  const workers = hired(rng.fork('hiring'), options);
  const causes = new Map<string, number[]>();
  const merged: string[][] = [];
  const parted: string[][] = [];
  const habits = noHabits();
  let week = 0;
  const present = (): Worker[] => workers.filter(({ from, until }) => from <= week && week < until);
  const note = ({ name }: Worker): void => void causes.set(name, [...(causes.get(name) ?? []), week]);

  function live(): void {
    const dice = rng.fork(`week/${week}`);
    if (week > options.calm) for (const one of churned(dice.fork('churn'), workers, present(), week, options)) note(one);
    if (week === options.reorganised) {
      const change = reorganised(present());
      for (const one of change.touched) note(one);
      merged.push(...change.merged);
      parted.push(...change.parted);
    }
    const here = present();
    for (const worker of here) work(habits, dice.fork(worker.name), worker, here, week);
    week += 1;
  }

  return { habits, live, causes, merged, parted, teamOf: () => new Map(present().map(({ name, team }) => [name, team])) };
}

function hired(rng: Rng, { people }: PlantedOptions): Worker[] {
  const workers: Worker[] = [];
  for (let team = 0; workers.length < people; team += 1) {
    const size = Math.min(rng.int(TEAM.least, TEAM.most), people - workers.length);
    for (let seat = 0; seat < size; seat += 1) workers.push(newcomer(rng, workers.length, team, 0));
  }
  return workers;
}

const newcomer = (rng: Rng, number: number, team: number, from: number): Worker => ({
  name: `p${String(number).padStart(5, '0')}@contoso.test`,
  office: rng.int(0, Math.floor(number / PEOPLE_AN_OFFICE)),
  team,
  from,
  until: Infinity,
});

/** A third each leave, come and move. */
function churned(rng: Rng, workers: Worker[], here: readonly Worker[], week: number, { churn }: PlantedOptions): Worker[] {
  const thirds = rng.poisson((churn * here.length) / 3);
  const [leaving, moving] = [rng.some(here, thirds), rng.fork('moves').some(here, thirds)];
  for (const worker of leaving) worker.until = week;
  const teams = here.map(({ team }) => team);
  for (const worker of moving) worker.team = rng.pick(teams.filter((team) => team !== worker.team));
  const joining = Array.from({ length: thirds }, () => {
    const worker = newcomer(rng, workers.length, rng.pick(teams), week);
    workers.push(worker);
    return worker;
  });
  return [...leaving, ...moving, ...joining];
}

/** The two smallest teams of eight and more become one; the largest becomes two. */
function reorganised(here: readonly Worker[]) {
  const teams = new Map<number, Worker[]>();
  for (const worker of here) if (teams.get(worker.team)?.push(worker) === undefined) teams.set(worker.team, [worker]);
  const bySize = [...teams.values()].filter(({ length }) => length >= 8).sort((a, b) => a.length - b.length);
  const [one = [], other = []] = bySize;
  const large = bySize.at(-1) ?? [];
  const leaving = large.slice(0, Math.floor(large.length / 2));
  const apart = Math.max(...teams.keys()) + 1;
  const names = (team: readonly Worker[]) => team.map(({ name }) => name);
  const merged = [names(one), names(other)];
  const parted = [names(leaving), names(large.slice(leaving.length))];
  for (const worker of other) worker.team = one[0]?.team ?? worker.team;
  for (const worker of leaving) worker.team = apart;
  return { touched: [...one, ...other, ...large], merged, parted };
}

/** A week of one person: most of it with the team, some of it with others, and what everybody does. */
function work(habits: Habits, rng: Rng, worker: Worker, here: readonly Worker[], week: number): void {
  const department = Math.floor(worker.team / TEAMS_A_DEPARTMENT);
  const team = here.filter((other) => other.team === worker.team && other !== worker);
  const near = here.filter((other) => Math.floor(other.team / TEAMS_A_DEPARTMENT) === department);
  const project = projectOf(worker, week);
  const crew = here.filter((other) => projectOf(other, week) === project);
  const does = (dimension: Dimension, value: string, times: number): void => {
    for (let time = 0; time < times; time += 1)
      count(habits, worker.name, dimension, value, days(mondayAfter(week) + rng.int(0, 4)));
  };
  const writes = (to: readonly Worker[], mails: number): void => {
    if (to.length > 0) for (let mail = 0; mail < mails; mail += 1) does('correspondent', rng.pick(to).name, 1);
  };
  writes(team, rng.poisson(8));
  writes(near, rng.poisson(2));
  writes(crew, rng.poisson(2));
  writes(here, rng.poisson(1));
  writes(here.slice(0, 1), rng.chance(0.3) ? 1 : 0);
  does('correspondent', 'helpdesk@contoso.test', rng.chance(0.1) ? 1 : 0);
  does('correspondent', 'everybody@contoso.test', rng.chance(0.05) ? 1 : 0);
  // Who leads writes to all.
  if (worker === here[0]) for (const other of here) if (rng.chance(0.1)) does('correspondent', other.name, 1);
  does('site', `sites/team-${worker.team}`, rng.poisson(4));
  does('site', `sites/department-${department}`, rng.poisson(1));
  does('site', `sites/project-${project}`, rng.poisson(1));
  does('site', 'sites/intranet', rng.poisson(3));
  if (worker.team % 3 === 0) does('mailbox', `team-${worker.team}@contoso.test`, rng.poisson(2));
  does('mailbox', worker.name, 5);
  does('address', `192.0.2.${worker.office}`, rng.poisson(3));
}

/** A few people of anywhere, for some weeks. */
function projectOf({ name }: Worker, week: number): string {
  const number = Number(name.slice(1, 6));
  const round = Math.floor((week + number) / WEEKS_A_PROJECT);
  return `${Math.floor(number / OTHERS_IN_A_PROJECT) % 97}-${(number * 7 + round * 13) % 5}`;
}
