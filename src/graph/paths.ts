// How two entities or findings hang together: the shortest chains of events, findings and ties between them.
//
// From both ends at once, a distance at a time, the cheaper side first, until what is known must hold the shortest chains.
// Of what very much touches nothing more is read, whatever ends there: it explains little, and reading it would take for
// ever. So it is a bridge only where both sides come upon it, and only where nothing more specific joins them. Even at an
// end it is read last: what the other side comes upon is tied to it there as well. The last reading asks only for what is
// known already, at whichever of the two less touches, and what a chain says is read when it has been chosen.
//
// As of a moment, later events and findings do not count; how much touches a thing is told as of now.

import type { EntityLabel } from '../model/graph.ts';
import type { Mechanism } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import { find } from './entities.ts';
import type { Graph, Transaction } from './graph.ts';
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
  /** Where a link of two findings leads here: what it is, and why. */
  readonly mechanism?: Mechanism;
  readonly because?: string;
}

export interface Path {
  readonly hops: number;
  /** Passes through something that ties everything to everything. */
  readonly isVague: boolean;
  readonly steps: readonly PathStep[];
}

export interface Paths {
  /** Undefined: there is no such thing, or there was none yet. */
  readonly from: PathStep | undefined;
  readonly to: PathStep | undefined;
  readonly paths: readonly Path[];
  /** Not everything within the hops was read. */
  readonly isCut: boolean;
}

export interface PathLimits {
  readonly most: number;
  readonly mostHops: number;
  /** Left out, everything counts. */
  readonly asOf?: Instant;
}

/** What more than this touches is no explanation. */
export const BUSY = 2_000;
/** Events read at an end, and at all things of one distance together. */
const MOST_AT_END = 100_000;
const MOST_ON_THE_WAY = 20_000;
/** Things of one distance from which reading goes on, and that are found in one reading; what little touches goes first. */
const MOST_EXPANDED = 500;
const MOST_FOUND = 5_000;
/** So many events at what little touches are read before more of a distance: often that is enough. */
const LIGHT = 500;
const MIDDLING = 1_500;

/** The shortest first; equally long ones by how little touches what they pass. */
export const paths = (graph: Graph, ends: Ends, limits: PathLimits): Promise<Paths> =>
  // A dozen small readings: what each costs by itself is mostly the way there and back.
  graph.reading((tx) => pathsIn(tx, ends, limits));

interface Ends {
  readonly from: PathEnd;
  readonly to: PathEnd;
}

async function pathsIn(graph: Transaction, ends: Ends, limits: PathLimits): Promise<Paths> {
  const [from, to] = await Promise.all([endOf(graph, ends.from, limits), endOf(graph, ends.to, limits)]);
  const told = { from: from?.step, to: to?.step };
  if (from === undefined || to === undefined || from.element === to.element) return { ...told, paths: [], isCut: false };

  const known = await explored(graph, from, to, limits);
  const specific = routesIn(known, from, to, limits);
  const found = specific.length > 0 ? specific : routesIn(known, from, to, limits, () => true);
  const steps = await stepsOf(graph, known, found, limits);
  return {
    ...told,
    paths: found.map(({ hops }, index) => ({ hops, isVague: specific.length === 0, steps: steps[index] ?? [] })),
    isCut: known.isCut,
  };
}

/** Something in the graph, and how much touches it. */
interface Place {
  /** Where the database keeps it. Nothing may depend on its order: the same things stored anew are elsewhere. */
  readonly element: string;
  readonly label: PathEndLabel;
  readonly key: string;
  readonly degree: number;
}

interface End extends Place {
  readonly step: PathStep;
}

async function endOf(graph: Transaction, { label, key }: PathEnd, { asOf }: PathLimits): Promise<End | undefined> {
  if (label === 'Finding') {
    const [row] = await graph.run(queries.walk.finding, { id: key });
    if (row === undefined || (asOf !== undefined && row.at > asOf)) return undefined;
    return { ...row, label, step: { label, key, title: row.title, at: row.at } };
  }
  const entity = await find(graph, label, key);
  return entity && { ...entity, degree: entity.touches, step: { label, key: entity.key, title: entity.name } };
}

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────

/** What has been read of the graph. */
interface Known {
  readonly places: Map<string, Place>;
  /** From the one end of each tie to the other, in hops. The other way round it is the same tie. */
  readonly legs: Map<string, Map<string, number>>;
  /** Of what all ties of a way are known. */
  readonly isRead: Readonly<Record<Way, Set<string>>>;
  isCut: boolean;
}

/** What leads on: a tie of the two themselves, or an event that both have a part in. */
type Way = 'direct' | 'events';
const ways = ['direct', 'events'] as const;
const hopsOf = { direct: 1, events: 2 } as const;

/** One end, and how far around it everything has been read. */
interface Side {
  readonly end: Place;
  /** What may not be read on from here: there paths end. */
  readonly other: Place;
  /** Hops from the end. */
  readonly far: Map<string, number>;
  /** The distance up to which each way was read; -1 before the first reading. */
  readonly read: Record<Way, number>;
}

interface Reading {
  readonly graph: Transaction;
  readonly limits: PathLimits;
  readonly known: Known;
  readonly sides: readonly [Side, Side];
  /** What was not read of a distance, because it can lead only over something vague. */
  readonly leftOut: Part[];
}

/** Some things of one distance from an end, and what is read of them. */
interface Part {
  readonly side: Side;
  readonly way: Way;
  /** Hops to what is found. */
  readonly hops: number;
  readonly places: readonly Place[];
}

async function explored(graph: Transaction, from: End, to: End, limits: PathLimits): Promise<Known> {
  const known: Known = {
    ...{ places: new Map([from, to].map((end) => [end.element, end])), legs: new Map() },
    ...{ isRead: { direct: new Set<string>(), events: new Set<string>() }, isCut: false },
  };
  const reading: Reading = { graph, limits, known, sides: [sideOf(from, to), sideOf(to, from)], leftOut: [] };
  const areEnough = (mostHops: number, mayPass?: (place: Place) => boolean): boolean =>
    routesIn(known, from, to, { ...limits, mostHops }, mayPass).length >= limits.most;

  // What is not read yet of a distance is touched by so much or more: chains as long that pass it come after these.
  const areBefore = (degree: number): boolean => {
    const sure = Math.min(limits.mostHops, sureOf(reading));
    const found = routesIn(known, from, to, { ...limits, mostHops: sure });
    return found.length >= limits.most && found.every((route) => route.hops < sure || busynessOf(known, route) < degree);
  };
  for (let sure = sureOf(reading); sure < limits.mostHops && !areEnough(sure); sure = sureOf(reading))
    if (await readOn(reading, ...cheapest(reading), areBefore)) return known;
  // What joins them only vaguely must be come upon from both sides, as it is not read on from.
  if (routesIn(known, from, to, limits).length === 0) {
    for (const part of reading.leftOut) await readPart(reading, part);
    for (let next = lowest(reading); next !== undefined; next = lowest(reading)) {
      if (areEnough(Math.min(limits.mostHops, sureOfVague(reading)), () => true)) break;
      await readOn(reading, ...next);
    }
  }
  return known;
}

const sideOf = (end: Place, other: Place): Side => ({
  ...{ end, other },
  far: new Map([[end.element, 0]]),
  read: { direct: -1, events: -1 },
});

/**
 * All chains so long are known: a longer one that is not goes beyond what was read on both sides, by at least a hop on
 * either and a tie between.
 */
const sureOf = (reading: Reading): number => Math.min(...ways.map((way) => sureBy(reading, way)));
const sureBy = ({ sides: [one, two] }: Reading, way: Way): number => one.read[way] + two.read[way] + 1 + hopsOf[way];

/** As `sureOf`, of chains that pass something vague: it must be known from both sides, and a tie more leads there from one. */
const sureOfVague = ({ sides }: Reading): number =>
  Math.min(...sides.flatMap(({ read }) => ways.map((way) => read[way] + 1 + hopsOf[way])));

/** What makes more sure, by the side on which there is less to read. */
function cheapest(reading: Reading): [Side, Way] {
  const inOrder = sureBy(reading, 'direct') <= sureBy(reading, 'events') ? ways : (['events', 'direct'] as const);
  const [way = 'events'] = inOrder.filter((one) => reading.sides.some((side) => mayRead(side, one)));
  const [one, two] = reading.sides;
  const isOne = !mayRead(two, way) || (mayRead(one, way) && costOf(reading, one, way) <= costOf(reading, two, way));
  return [isOne ? one : two, way];
}

/** Everything at the next distance is known: it is one tie from what is nearer, or two hops over an event. */
const mayRead = ({ read }: Side, way: Way): boolean =>
  way === 'direct' ? read.events >= read.direct - 1 : read.direct >= read.events;

const costOf = ({ known }: Reading, side: Side, way: Way): number =>
  frontierOf(side, way, known).reduce((sum, { degree }) => sum + (way === 'direct' ? 1 : degree), 0);

/** What was read least far of that which is to be read where only something vague joins the two. */
function lowest({ limits, known, sides }: Reading): [Side, Way] | undefined {
  if (sides.some((side) => isAlone(side, known))) return undefined;
  const [next] = sides
    .flatMap((side) => ways.map((way): [Side, Way] => [side, way]))
    .filter(([{ read }, way]) => read[way] < limits.mostHops / 2)
    .sort(([a, way], [b, other]) => a.read[way] - b.read[other]);
  return next;
}

/** Everything around it was read, and none of that is vague. */
const isAlone = ({ far, read, other }: Side, { places }: Known): boolean =>
  [...far].every(([element, hops]) => {
    const place = places.get(element);
    return element !== other.element && hops <= Math.min(read.direct, read.events) && !(place && hops > 0 && isVague(place));
  });

/** What is read next: everything of the next distance that is specific enough; what little touches first. */
const frontierOf = ({ end, other, far, read }: Side, way: Way, { places }: Known): readonly Place[] =>
  [...far]
    .filter(([element, hops]) => hops === read[way] + 1 && element !== other.element)
    .flatMap(([element]) => places.get(element) ?? [])
    .filter((place) => place.element === end.element || !isVague(place))
    .sort(byDegree);

const byDegree = (a: Place, b: Place): number => a.degree - b.degree || (nameOf(a) < nameOf(b) ? -1 : 1);
const nameOf = ({ label, key }: Place): string => `${label} ${key}`;

const isVague = ({ label, degree }: Place): boolean => label === 'Country' || label === 'Asn' || degree > BUSY;

/** Of what a route passes. */
const busynessOf = ({ places }: Known, { nodes }: Route): number =>
  nodes.slice(1, -1).reduce((sum, node) => sum + (places.get(node)?.degree ?? 0), 0);

/**
 * Reads what is tied in one way to everything of the next distance. What little touches comes first: true where that was
 * enough, and the rest was not read. Without `isEnough`, all is read, also what leads only over something vague.
 */
async function readOn(reading: Reading, side: Side, way: Way, isEnough?: (degree: number) => boolean): Promise<boolean> {
  const { known } = reading;
  const all = frontierOf(side, way, known);
  const frontier = all.slice(0, MOST_EXPANDED);
  known.isCut ||= all.length > frontier.length;
  side.read[way]++;
  const part: Part = { side, way, hops: side.read[way] + hopsOf[way], places: frontier };
  if (isEnough !== undefined && way === 'events' && isLast(reading, part)) return await meet(reading, part, isEnough);

  const [light, heavy] = split(frontier, way === 'events' ? LIGHT : Infinity);
  for (const places of [light, ...split(heavy, MIDDLING - touchesOf(light))]) {
    const [lightest] = places;
    if (lightest === undefined) continue;
    if (places !== light && isEnough?.(lightest.degree) === true) return true;
    await readPart(reading, { ...part, places });
  }
  return false;
}

/** What so many events touch together at the most, what little touches first; and the rest. */
function split(places: readonly Place[], most: number): [light: readonly Place[], heavy: readonly Place[]] {
  let events = 0;
  const heavy = places.findIndex(({ degree }) => (events += degree) > most);
  return heavy < 0 ? [places, []] : [places.slice(0, heavy), places.slice(heavy)];
}

/** What is new now is so far from the other end that no chain within the hops can pass it. */
function isLast({ limits, sides }: Reading, { side, hops }: Part): boolean {
  const { read } = acrossFrom(side, sides);
  return hops + Math.min(read.direct + 2, read.events + 3) > limits.mostHops;
}

const acrossFrom = (side: Side, [one, two]: Reading['sides']): Side => (side === one ? two : one);

async function readPart(reading: Reading, part: Part): Promise<void> {
  const { known } = reading;
  const among = isLast(reading, part) ? [...known.places.keys()] : null;
  for (const { to } of await readTies(reading, part, among)) reach(part, to);
}

const reach = ({ side, hops }: Part, element: string): unknown =>
  side.far.set(element, Math.min(side.far.get(element) ?? Infinity, hops));

/** With `among`, only ties to what is among it. */
async function readTies({ graph, limits, known }: Reading, { way, hops, places }: Part, among: readonly string[] | null) {
  if (places.length === 0) return [];
  const asked = {
    ...{ from: places.map(({ element }) => element), asOf: limits.asOf ?? null, known: among, limit: MOST_FOUND },
    most: hops === hopsOf[way] ? MOST_AT_END : MOST_ON_THE_WAY,
  };
  const found = await graph.run(way === 'direct' ? queries.walk.directly : queries.walk.overEvents, asked);
  const isCut = touchesOf(places) > asked.most || found.length >= MOST_FOUND;
  known.isCut ||= isCut;
  if (among === null && !isCut) for (const { element } of places) known.isRead[way].add(element);

  for (const { to, label, key, degree, of } of found) {
    // Only entities and findings are tied so.
    if (!known.places.has(to)) known.places.set(to, { element: to, label: label as PathEndLabel, key, degree });
    for (const place of of) learn(known, places[place]?.element ?? '', to, hopsOf[way]);
  }
  return found;
}

const touchesOf = (places: readonly Place[]): number => places.reduce((sum, { degree }) => sum + degree, 0);

/**
 * Reads which things of the next distance share an event with those a chain may pass after them, all of them known by now.
 * It is read where less touches them. True where not all of it was needed.
 */
async function meet(reading: Reading, part: Part, isEnough: (degree: number) => boolean): Promise<boolean> {
  const { known } = reading;
  const isUnread = ({ element }: Place): boolean => !known.isRead[part.way].has(element);
  const here = part.places.filter(isUnread);
  reading.leftOut.push({ ...part, places: here });
  const there = meetingPoints(reading, part).filter(isUnread);
  if (await readBetween(reading, part, [here, there], isEnough)) return true;

  // A tie may have been read at its other end, now or before.
  const from = new Set(part.places.map(({ element }) => element));
  for (const [a, of] of known.legs)
    for (const b of of.keys()) {
      if (from.has(a)) reach(part, b);
      if (from.has(b)) reach(part, a);
    }
  return false;
}

/** What is near enough to the other end, and specific enough. */
const meetingPoints = ({ known, limits, sides }: Reading, { side, hops }: Part): readonly Place[] =>
  [...acrossFrom(side, sides).far]
    .filter(([, more]) => hops + more <= limits.mostHops)
    .flatMap(([element]) => known.places.get(element) ?? [])
    .filter((place) => place.element === side.other.element || !isVague(place))
    .sort(byDegree);

/**
 * Ties between two groups are told by either. So what little touches is read in both, and what is left is tied only to what
 * much touches as well: a chain that takes such a tie passes both, and comes after those that do not.
 */
async function readBetween(
  reading: Reading,
  part: Part,
  [here, there]: readonly [readonly Place[], readonly Place[]],
  isEnough: (degree: number) => boolean,
): Promise<boolean> {
  if (here.length === 0 || there.length === 0) return false;
  const read = (places: readonly Place[], among: readonly Place[]): Promise<unknown> =>
    readTies(
      reading,
      { ...part, places },
      among.map(({ element }) => element),
    );
  const [[light, heavy], [lightThere, heavyThere]] = [split(here, LIGHT), split(there, LIGHT)];
  if (heavy.length === 0 || heavyThere.length === 0) {
    await (heavy.length === 0 ? read(here, there) : read(there, here));
    return false;
  }
  await Promise.all([read(light, there), read(lightThere, here)]);
  // What is at an end is not passed.
  const isEnd = ({ element }: Place): boolean => reading.sides.some(({ end }) => end.element === element);
  const passedIn = (places: readonly Place[]): number => Math.min(...places.map((place) => (isEnd(place) ? 0 : place.degree)));
  if (isEnough(passedIn(heavy) + passedIn(heavyThere))) return true;

  const isLess = touchesOf(heavy) <= touchesOf(heavyThere) || heavyThere.length > MOST_EXPANDED;
  await (isLess ? read(heavy, heavyThere) : read(heavyThere, heavy));
  return false;
}

function learn({ legs }: Known, from: string, to: string, hops: number): void {
  if ([legs.get(from)?.get(to), legs.get(to)?.get(from)].some((it) => it !== undefined && it <= hops)) return;
  legs.get(to)?.delete(from);
  legs.set(from, (legs.get(from) ?? new Map<string, number>()).set(to, hops));
}

function routesIn(
  { places, legs }: Known,
  from: Place,
  to: Place,
  { most, mostHops }: PathLimits,
  mayPass = (place: Place): boolean => !isVague(place),
): Route[] {
  const ties = [...legs].flatMap(([a, of]) => [...of].map(([b, hops]) => ({ a, b, hops })));
  return routes(ties, {
    ...{ most, mostHops, from: from.element, to: to.element },
    busyness: (node) => places.get(node)?.degree ?? 0,
    name: (node) => nameOf(places.get(node) ?? from),
    mayPass: (node) => mayPass(places.get(node) ?? from),
  });
}

// ── Telling ─────────────────────────────────────────────────────────────────────────────────────────────

/** How one place leads to another: the steps between, and how the last of them leads there. */
interface Leg {
  readonly between: readonly PathStep[];
  readonly last: Omit<PathStep, 'label' | 'key' | 'title'>;
}

/** The routes in words: each thing on them, with the events between. */
async function stepsOf(graph: Transaction, known: Known, found: readonly Route[], { asOf }: PathLimits): Promise<PathStep[][]> {
  const pairs = found.flatMap(({ nodes }) => nodes.slice(1).map((node, index) => pairOf(known, nodes[index] ?? '', node)));
  const elements = [...new Set(found.flatMap(({ nodes }) => nodes))];
  const pairsBy = (hops: number) => [...new Map(pairs.filter((it) => it.hops === hops).map((it) => [it.id, it])).values()];
  const [direct, overEvents] = [pairsBy(hopsOf.direct), pairsBy(hopsOf.events)];
  const [things, ties, events] = await Promise.all([
    graph.run(queries.walk.things, { elements }),
    graph.run(queries.walk.ties, { pairs: direct.map(({ ends }) => ends) }),
    graph.run(queries.walk.newestBetween, { pairs: overEvents.map(({ ends }) => ends), asOf: asOf ?? null, most: MOST_AT_END }),
  ]);
  const legs = new Map([
    ...ties.map((row) => [direct[row.pair]?.id, tieLeg(row)] as const),
    ...events.map((row) => [overEvents[row.pair]?.id, eventLeg(row)] as const),
  ]);
  const steps = new Map(
    things.flatMap(({ element, key, title, at }): [string, PathStep][] => {
      const label = known.places.get(element)?.label;
      return label === undefined ? [] : [[element, { label, key, title: title ?? key, ...(at !== null && { at }) }]];
    }),
  );
  return found.map(({ nodes }) =>
    nodes.flatMap((node, index) => {
      const [before, step] = [nodes[index - 1], steps.get(node)];
      if (step === undefined) return [];
      if (before === undefined) return [step];
      const pair = pairOf(known, before, node);
      const leg = legs.get(pair.id)?.[pair.ends[0] === before ? 'there' : 'back'];
      return leg === undefined ? [] : [...leg.between, { ...step, ...leg.last }];
    }),
  );
}

/** Two that are tied, in the order of how much touches them: events are looked for where there are fewer. */
function pairOf({ places, legs }: Known, a: string, b: string): { id: string; ends: [string, string]; hops: number } {
  const [one, other] = [places.get(a), places.get(b)];
  const ends: [string, string] = one && other && byDegree(one, other) > 0 ? [b, a] : [a, b];
  return { id: ends.join(' '), ends, hops: legs.get(a)?.get(b) ?? legs.get(b)?.get(a) ?? 0 };
}

interface TieRow {
  readonly via: string;
  readonly isAlong: boolean;
  readonly mechanism: Mechanism | null;
  readonly because: string | null;
}

function tieLeg({ via, isAlong, mechanism, because }: TieRow): { there: Leg; back: Leg } {
  const says = { via, ...(mechanism !== null && { mechanism }), ...(because !== null && { because }) };
  const leg = (direction: 'along' | 'against'): Leg => ({ between: [], last: { ...says, direction } });
  return isAlong ? { there: leg('along'), back: leg('against') } : { there: leg('against'), back: leg('along') };
}

interface EventRow {
  readonly event: string;
  readonly eventAt: Instant | null;
  readonly says: string;
  readonly events: number;
  readonly enters: string;
  readonly leaves: string;
}

function eventLeg({ event, eventAt, says, events, enters, leaves }: EventRow): { there: Leg; back: Leg } {
  const step = { label: 'Event', key: event, title: says, events, ...(eventAt !== null && { at: eventAt }) } as const;
  // Events point at entities; findings point at events.
  const leg = (into: string, outOf: string): Leg => ({
    between: [{ ...step, via: into, direction: into === 'BECAUSE' ? 'along' : 'against' }],
    last: { via: outOf, direction: outOf === 'BECAUSE' ? 'against' : 'along' },
  });
  return { there: leg(enters, leaves), back: leg(leaves, enters) };
}
