// Work that takes people from several teams: who is in it, and what it is called.

import type { Rng } from '../random.ts';
import { pickWeighted, weighted } from '../weighted.ts';
import { groupBy } from '../group-by.ts';
import type { Industry } from './industry.ts';
import { words } from './phrases.ts';
import type { Seat } from './seats.ts';

export interface ProjectPlan {
  readonly name: string;
  /** Numbers of seats. */
  readonly crew: readonly number[];
}

const peopleForOne = 17;

export function planProjects(rng: Rng, industry: Industry, seats: readonly Seat[]): ProjectPlan[] {
  const count = Math.max(3, Math.round(seats.length / peopleForOne));
  const names = projectNames(rng.fork('names'), industry, count);
  const teams = [...groupBy(seats, ({ team }) => team).values()];
  const byPull = weighted(seats, ({ pull, team }) => pull * (team.plan.onSite ? 0.4 : 1));
  return names.map((name, number) => ({ name, crew: drawCrew(rng.fork(`crew/${number}`), teams, byPull) }));
}

/** Somebody leads it and brings some of their team; others are borrowed from two or three further teams. */
function drawCrew(rng: Rng, teams: readonly (readonly Seat[])[], byPull: ReturnType<typeof weighted<Seat>>): number[] {
  const crew = new Set<number>();
  const lead = pickWeighted(rng, byPull);
  if (lead !== undefined) crew.add(lead.number);
  const own = teams.find((team) => team[0]?.team === lead?.team) ?? [];
  for (const team of [own, ...rng.some(teams, rng.int(1, 3))]) {
    for (const { number } of rng.some(team, rng.int(1, 4))) crew.add(number);
  }
  return [...crew];
}

const first = words(`
  Amber Aspen Atlas Beacon Birch Bluebell Bridge Cedar Clover Compass Copper Coral Crane Delta Dune Echo Falcon Fern
  Finch Granite Harbour Hazel Heron Horizon Indigo Iris Ivory Jade Juniper Kestrel Lantern Larch Linden Lotus Maple
  Marble Meridian Mosaic Myrtle Nimbus North Ochre Olive Onyx Orchid Osprey Pebble Pine Plover Prism Quartz Raven
  Reef Rowan Saffron Sage Sierra Slate Sparrow Summit Tern Thistle Tundra Umber Violet Willow Wren Zephyr
`);
const second = words('Bridge Path Gate Light Field Wave Works Line Point Rise Road Stone Turn Way');

/** The industry's own, then two words together, then those again with a number. */
function projectNames(rng: Rng, { projects }: Industry, count: number): string[] {
  const drawn = rng.shuffle(first.flatMap((one) => second.map((other) => `${one}${other.toLowerCase()}`)));
  return Array.from({ length: count }, (_, number) => projects[number] ?? drawn[number - projects.length] ?? `Works ${number}`);
}
