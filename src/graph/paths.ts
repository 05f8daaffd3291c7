// How two entities or findings hang together: the shortest chains of events, findings and ties between them.
//
// From both ends at once, a distance at a time, the smaller side first, until what is known must hold the shortest chains.
// Of what very much touches nothing more is read, whatever ends there: it explains little, and reading it would take for
// ever. So it is a bridge only where both sides come upon it, and only where nothing more specific joins them.

import type { EntityLabel } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import { find } from './entities.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';
import { routes } from './routes.ts';
import type { Route } from './routes.ts';

export type PathEndLabel = EntityLabel | 'Finding';

export interface PathEnd {
  readonly label: PathEndLabel;
  readonly key: string;
}

export interface PathStep {
  readonly label: PathEndLabel | 'Event';
  readonly key: string;
  readonly title: string;
  /** The relationship that leads here, and whether it is walked along its arrow; absent in the first step. */
  readonly via?: string;
  readonly direction?: 'along' | 'against';
  /** Of an event or a finding. */
  readonly at?: Instant;
  /** Of an event: how many there are like it between the same two. */
  readonly events?: number;
}

export interface Path {
  readonly hops: number;
  /** Passes through something that ties everything to everything. */
  readonly isVague: boolean;
  readonly steps: readonly PathStep[];
}

export interface Paths {
  /** Undefined: there is no such thing. */
  readonly from: PathStep | undefined;
  readonly to: PathStep | undefined;
  readonly paths: readonly Path[];
  /** Not everything within the hops was read. */
  readonly isCut: boolean;
}

/** What more than this touches is no explanation. */
export const BUSY = 2_000;
/** Events read at an end, and at all things of one distance together. */
const MOST_AT_END = 100_000;
const MOST_ON_THE_WAY = 20_000;
/** Things of one distance from which reading goes on, and that are found in one reading; what little touches goes first. */
const MOST_EXPANDED = 500;
const MOST_FOUND = 5_000;

/** The shortest first; equally long ones by how little touches what they pass. */
export async function paths(
  graph: Graph,
  ends: { readonly from: PathEnd; readonly to: PathEnd },
  limits: { readonly most: number; readonly mostHops: number },
): Promise<Paths> {
  const [from, to] = await Promise.all([placeOf(graph, ends.from), placeOf(graph, ends.to)]);
  const told = { from: from && thing(from), to: to && thing(to) };
  if (from === undefined || to === undefined || from.element === to.element) return { ...told, paths: [], isCut: false };

  const map = await explored(graph, from, to, limits);
  const specific = specificRoutes(map, from, to, limits);
  const found = specific.length > 0 ? specific : routesIn(map, from, to, limits, () => true);
  const paths = found.map((route) => ({ hops: route.hops, isVague: specific.length === 0, steps: stepsOf(map, route) }));
  return { ...told, paths, isCut: map.isCut };
}

/** Something in the graph, and how much touches it. */
interface Place {
  readonly element: string;
  readonly label: PathEndLabel;
  readonly key: string;
  readonly title: string;
  readonly at: Instant | undefined;
  readonly degree: number;
}

/** How one place leads to another. */
type Leg =
  | { readonly hops: 1; readonly via: string; readonly isAlong: boolean }
  | { readonly hops: 2; readonly event: PathStep; readonly enters: string; readonly leaves: string };

/** What has been read of the graph. */
interface Known {
  readonly places: Map<string, Place>;
  /** From the one end of each tie; the other way round it is the same tie. */
  readonly legs: Map<string, Map<string, Leg>>;
  isCut: boolean;
}

interface Limits {
  readonly most: number;
  readonly mostHops: number;
}

async function placeOf(graph: Graph, { label, key }: PathEnd): Promise<Place | undefined> {
  if (label === 'Finding') {
    const [row] = await graph.run(queries.walk.finding, { id: key });
    return row && { ...row, label };
  }
  const entity = await find(graph, label, key);
  return entity && { ...entity, title: entity.name, at: undefined, degree: entity.touches };
}

/** One end, and how far around it everything has been read. */
interface Side {
  readonly end: Place;
  /** What may not be read on from here: there paths end. */
  readonly other: Place;
  /** Hops from the end. */
  readonly far: Map<string, number>;
  read: number;
}

async function explored(graph: Graph, from: Place, to: Place, limits: Limits): Promise<Known> {
  const known: Known = { places: new Map([from, to].map((end) => [end.element, end])), legs: new Map(), isCut: false };
  const sides: readonly [Side, Side] = [sideOf(from, to), sideOf(to, from)];
  // A chain that is not known yet goes beyond what was read on both sides, by at least a hop between.
  const sure = (): number => Math.min(limits.mostHops, sides[0].read + sides[1].read + 2);
  while (sure() < limits.mostHops && specificRoutes(known, from, to, { ...limits, mostHops: sure() }).length < limits.most) {
    const [near, far] = sides;
    await readOn(graph, known, weightOf(near, known) <= weightOf(far, known) ? near : far);
  }
  // What joins them only vaguely must be come upon from both sides, as it is not read on from.
  if (specificRoutes(known, from, to, limits).length === 0)
    for (const side of sides) while (side.read < limits.mostHops / 2) await readOn(graph, known, side);
  return known;
}

const sideOf = (end: Place, other: Place): Side => ({ end, other, far: new Map([[end.element, 0]]), read: -1 });

/** What is read next: everything of the next distance that is specific enough. */
const frontierOf = ({ end, other, far, read }: Side, { places }: Known): readonly Place[] =>
  [...far]
    .filter(([element, hops]) => hops === read + 1 && element !== other.element)
    .flatMap(([element]) => places.get(element) ?? [])
    .filter((place) => place.element === end.element || !isVague(place))
    .sort((a, b) => a.degree - b.degree || (a.element < b.element ? -1 : 1));

const weightOf = (side: Side, known: Known): number => frontierOf(side, known).reduce((sum, { degree }) => sum + degree, 0);

const isVague = ({ label, degree }: Place): boolean => label === 'Country' || label === 'Asn' || degree > BUSY;

/** Reads what is tied to everything of the next distance. */
async function readOn(graph: Graph, known: Known, side: Side): Promise<void> {
  const all = frontierOf(side, known);
  const frontier = all.slice(0, MOST_EXPANDED);
  side.read++;
  if (frontier.length === 0) return;

  const asked = {
    from: frontier.map(({ element }) => element),
    most: side.read === 0 ? MOST_AT_END : MOST_ON_THE_WAY,
    limit: MOST_FOUND,
  };
  const [direct, shared] = await Promise.all([
    graph.run(queries.walk.directly, asked),
    graph.run(queries.walk.overEvents, asked),
  ]);
  const touched = frontier.reduce((sum, { degree }) => sum + degree, 0);
  known.isCut ||=
    all.length > frontier.length || touched > asked.most || [direct, shared].some((rows) => rows.length >= MOST_FOUND);

  for (const row of direct) learn(known, side, row, { hops: 1, via: row.via, isAlong: row.isAlong });
  for (const row of shared) learn(known, side, row, { hops: 2, event: eventOf(row), enters: row.enters, leaves: row.leaves });
}

interface Found {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly key: string;
  readonly title: string | null;
  readonly at: Instant | null;
  readonly degree: number;
}

function learn({ places, legs }: Known, { far, read }: Side, { from, to, label, key, title, at, degree }: Found, leg: Leg): void {
  if (!places.has(to))
    // Only entities and findings are tied so.
    places.set(to, {
      element: to,
      label: label as PathEndLabel,
      key,
      title: title ?? key,
      at: (label === 'Finding' ? at : null) ?? undefined,
      degree,
    });
  far.set(to, Math.min(far.get(to) ?? Infinity, read + leg.hops));
  const isKnown = [legs.get(from)?.get(to), legs.get(to)?.get(from)].some((it) => it !== undefined && it.hops <= leg.hops);
  if (isKnown) return;
  legs.get(to)?.delete(from);
  legs.set(from, (legs.get(from) ?? new Map<string, Leg>()).set(to, leg));
}

const eventOf = (row: { event: string; says: string; eventAt: Instant | null; events: number }): PathStep => ({
  label: 'Event',
  key: row.event,
  title: row.says,
  events: row.events,
  ...(row.eventAt !== null && { at: row.eventAt }),
});

const specificRoutes = (known: Known, from: Place, to: Place, limits: Limits): Route[] =>
  routesIn(known, from, to, limits, (place) => !isVague(place));

function routesIn({ places, legs }: Known, from: Place, to: Place, limits: Limits, mayPass: (place: Place) => boolean): Route[] {
  const ties = [...legs].flatMap(([a, of]) => [...of].map(([b, { hops }]) => ({ a, b, hops })));
  return routes(ties, {
    ...limits,
    from: from.element,
    to: to.element,
    busyness: (node) => places.get(node)?.degree ?? 0,
    mayPass: (node) => mayPass(places.get(node) ?? from),
  });
}

const thing = ({ label, key, title, at }: Place): PathStep => ({ label, key, title, ...(at !== undefined && { at }) });

/** The route in words: each thing on it, with the events between. */
function stepsOf({ places, legs }: Known, { nodes }: Route): PathStep[] {
  return nodes.flatMap((node, index) => {
    const place = places.get(node);
    if (place === undefined) return [];
    const before = nodes[index - 1];
    if (before === undefined) return [thing(place)];
    const there = legs.get(before)?.get(node);
    if (there !== undefined) return passed(there, place);
    const back = legs.get(node)?.get(before);
    return back === undefined ? [] : passed(reversed(back), place);
  });
}

function passed(leg: Leg, place: Place): PathStep[] {
  if (leg.hops === 1) return [{ ...thing(place), via: leg.via, direction: directed(leg.isAlong) }];
  const { event, enters, leaves } = leg;
  // Events point at entities; findings point at events.
  return [
    { ...event, via: enters, direction: directed(enters === 'BECAUSE') },
    { ...thing(place), via: leaves, direction: directed(leaves !== 'BECAUSE') },
  ];
}

const reversed = (leg: Leg): Leg =>
  leg.hops === 1 ? { ...leg, isAlong: !leg.isAlong } : { ...leg, enters: leg.leaves, leaves: leg.enters };

const directed = (isAlong: boolean) => (isAlong ? 'along' : 'against');
