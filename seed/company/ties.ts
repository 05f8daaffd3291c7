// Who works with whom: a graph over seats, drawn from how offices are known to
// be knit. Teams and project crews are dense, departments looser; a few people
// whom everybody needs have very many ties; and friends of friends meet.

import type { Rng } from '../random.ts';
import { pickWeighted, weighted, type Weighted } from '../weighted.ts';
import { groupBy } from '../group-by.ts';
import type { Seat } from './seats.ts';

/** A project's crew, as numbers of seats. */
export type Crew = readonly number[];

/** For each seat, the others it is tied to and how strongly. Ties are mutual, strengths nearly so. */
export type Ties = readonly ReadonlyMap<number, number>[];

/** How the ties beyond team and line come about; shares add up to one. */
const origins = { department: 0.03, crew: 0.05, interest: 0.5, friends: 0.2, hub: 0.12, anywhere: 0.1 } as const;

/** How strongly a tie of each origin is used; one's own team hears most. */
const strengths = { team: 10, line: 6, crew: 3, department: 2.5, hub: 1, interest: 0.8, friends: 0.8, anywhere: 0.4 };

type Origin = keyof typeof strengths;
type DrawnOrigin = keyof typeof origins;
const drawnOrigins = weighted(Object.keys(origins) as DrawnOrigin[], (origin) => origins[origin]);

/** Mean number of people somebody deals with, in a company of that size. */
const meanTies = (people: number): number => Math.min(41 * (people / 1000) ** 0.16, people * 0.45);

/** Nobody deals with more than this share of a small company, nor with more than so many times the mean. */
const mostShare = 0.4;
const mostTimes = 10;

export function knit(rng: Rng, seats: readonly Seat[], crews: readonly Crew[]): Ties {
  const graph = openGraph(rng.fork('strength'), seats.length);
  tieTeams(graph, seats);
  tieLines(graph, seats);
  const draw = drawers(rng.fork('pools'), graph, seats, crews);

  const dice = rng.fork('ties');
  const meanPull = seats.reduce((sum, { pull }) => sum + pull, 0) / seats.length;
  const mean = meanTies(seats.length);
  for (const seat of seats) {
    const target = Math.min(mean * (seat.pull / meanPull), mostShare * seats.length, mostTimes * mean);
    const wanted = target - graph.near(seat.number).length;
    // The other half of everybody's ties begins at the other end. Where somebody is known already, the tie grows stronger.
    for (let made = 0, attempt = 0; made < wanted / 2 && attempt < wanted; attempt++) {
      const origin = pickWeighted(dice, drawnOrigins) ?? 'anywhere';
      const other = draw[origin](dice, seat);
      if (other !== undefined && graph.tie(seat.number, other, origin)) made++;
    }
  }
  return graph.ties;
}

interface Graph {
  readonly ties: Ties;
  near(seat: number): readonly number[];
  /** Whether the two had no tie before. */
  tie(one: number, other: number, origin: Origin): boolean;
}

function openGraph(rng: Rng, size: number): Graph {
  const ties = Array.from({ length: size }, () => new Map<number, number>());
  const near = Array.from({ length: size }, () => [] as number[]);

  function half(from: number, to: number, strength: number): void {
    const before = ties[from]?.get(to);
    if (before === undefined) near[from]?.push(to);
    ties[from]?.set(to, (before ?? 0) + strength * rng.between(0.6, 1.4));
  }

  return {
    ties,
    near: (seat) => near[seat] ?? [],
    tie(one, other, origin) {
      if (one === other) return false;
      const isNew = ties[one]?.has(other) === false;
      const strength = strengths[origin] * rng.lognormal(1, 0.7);
      half(one, other, strength);
      half(other, one, strength);
      return isNew;
    },
  };
}

function tieTeams(graph: Graph, seats: readonly Seat[]): void {
  for (const members of groupBy(seats, ({ team }) => team).values()) tieAll(graph, members, 'team');
  for (const { number, moves } of seats) {
    for (const { is } of moves) for (const other of seats) if (other.team === is) graph.tie(number, other.number, 'team');
  }
}

/** To one's manager, and to those who have the same one: leads among themselves, heads among themselves. */
function tieLines(graph: Graph, seats: readonly Seat[]): void {
  for (const [manager, reports] of groupBy(seats, (seat) => seat.manager)) {
    if (manager === undefined) continue;
    for (const { number } of reports) graph.tie(number, manager, 'line');
    tieAll(
      graph,
      reports.filter(({ rank }) => rank !== 'member'),
      'line',
    );
  }
}

function tieAll(graph: Graph, seats: readonly Seat[], origin: Origin): void {
  for (const [at, one] of seats.entries()) {
    for (const other of seats.slice(at + 1)) graph.tie(one.number, other.number, origin);
  }
}

type Draw = (rng: Rng, seat: Seat) => number | undefined;

function drawers(rng: Rng, graph: Graph, seats: readonly Seat[], crews: readonly Crew[]): Record<DrawnOrigin, Draw> {
  const pool = (members: readonly Seat[]) => weighted(members, ({ pull }) => pull);
  const pick = (dice: Rng, from: Weighted<Seat> | undefined) => from && pickWeighted(dice, from)?.number;
  const everybody = pool(seats);
  const hubs = weighted(seats, ({ pull }) => pull ** 2);
  const departments = nearTeams(seats, pool);
  const circles = interestsOf(rng, seats, pool);
  const crewsOf = groupBy(
    crews.flatMap((crew) => crew.map((seat) => ({ seat, crew }))),
    ({ seat }) => seat,
  );

  return {
    department: (dice, seat) => pick(dice, departments(dice, seat)),
    crew(dice, { number }) {
      const own = crewsOf.get(number);
      return own === undefined ? undefined : dice.pick(dice.pick(own).crew);
    },
    interest: (dice, { number }) => pick(dice, circles.get(number)),
    friends(dice, { number }) {
      const near = graph.near(number);
      return near.length === 0 ? undefined : dice.pick(graph.near(dice.pick(near)));
    },
    hub: (dice) => pick(dice, hubs),
    anywhere: (dice) => pick(dice, everybody),
  };
}

/** Of one's department, the teams next to one's own more than distant ones. */
function nearTeams(seats: readonly Seat[], pool: (members: readonly Seat[]) => Weighted<Seat>) {
  const departments = new Map(
    [...groupBy(seats, ({ team }) => team.department.id)].map(([id, members]) => {
      const teams = groupBy(members, ({ team }) => team.place);
      return [id, [...teams.keys()].sort((a, b) => a - b).map((place) => pool(teams.get(place) ?? []))] as const;
    }),
  );
  return (rng: Rng, { team }: Seat): Weighted<Seat> | undefined => {
    const teams = departments.get(team.department.id) ?? [];
    const step = Math.ceil(rng.lognormal(1.2, 0.8)) * (rng.chance(0.5) ? 1 : -1);
    return teams[(((team.place + step) % teams.length) + teams.length) % teams.length];
  };
}

const interestSize = 60;

/** Everybody shares something with some people elsewhere: a floor, a system, a sport; most of those in the same office. */
function interestsOf(rng: Rng, seats: readonly Seat[], pool: (members: readonly Seat[]) => Weighted<Seat>) {
  const circles = new Map<number, Weighted<Seat>>();
  for (const members of groupBy(seats, ({ office }) => office).values()) {
    const shuffled = rng.shuffle(members);
    const count = Math.max(1, Math.round(members.length / interestSize));
    for (const group of groupBy([...shuffled.entries()], ([at]) => at % count).values()) {
      const those = group.map(([, seat]) => seat);
      const circle = pool(those);
      for (const { number } of those) circles.set(number, circle);
    }
  }
  return circles;
}
