// At which resolutions a graph has something to say.
//
// Modularity finds groups of any size, as its resolution is set; which setting is right it does not tell. A resolution that fits
// gives the same groups at every throw of the dice and at the resolutions beside it (Lambiotte, Delvenne & Barahona 2008).
// Teams have a size: among resolutions whose groups are that large the stable ones are taken. Where none is stable, nothing of
// that size is there, and larger groups are looked for. No labels are asked.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- lists are not empty by construction */

import { adjustedRand } from './agreement.ts';

/** Community of each node, numbered below the number of nodes; the same for the same resolution and seed. */
export type Parting = (resolution: number, seed: string) => Uint32Array;

/** What one resolution shows. */
export interface Scale {
  readonly resolution: number;
  readonly partings: readonly Uint32Array[];
  /** People in a group, on average; groups of one and two left out. */
  readonly size: number;
  /** Mean adjusted Rand index between its partings, averaged with that between them and those of the nearer neighbour. */
  readonly stability: number;
  /** Mean adjusted Rand index between its partings and those of all scales taken. */
  readonly support: number;
}

export interface Search {
  /** People in a group, on average, at the least and at the most. */
  readonly sizes: { readonly least: number; readonly most: number };
  /** How usual a size is, beside the most usual one: 0 to 1. */
  readonly usual: (size: number) => number;
  /** Partings at each resolution. */
  readonly runs: number;
  /** Each resolution is that many times the one before. */
  readonly step: number;
  readonly seed: string;
}

export interface Scales {
  readonly scales: readonly Scale[];
  /** `team`: groups of the wanted size. `larger`: none of those was stable. `whole`: nor was anything else; what is connected is one. */
  readonly found: 'team' | 'larger' | 'whole';
}

/** Below and above these nothing is looked at. */
const RESOLUTION = { least: 1 / 16, most: 4_096 };

/**
 * At their best resolution planted teams keep with 0.76 to 1, and camps of hundreds, cut to the size of teams, with 0.65 at the
 * most (`bench/learn/planted-groups.ts`).
 */
const STABLE = 0.7;
/** Sizes at the ends of what is wanted may keep for other reasons: fewer people are left to move. */
const USUAL = 0.4;

/** `components`: who is connected with whom at all, a label for each node. */
export function scalesOf(parting: Parting, components: Uint32Array, { sizes, usual, runs, step, seed }: Search): Scales {
  const connected = counted(components).people;
  const whole = groupSize(components, connected);
  const first = new Map<number, { readonly resolution: number; readonly parted: Uint32Array; readonly size: number }>();
  const at = (place: number) => {
    const known = first.get(place);
    if (known !== undefined) return known;
    const resolution = step ** place;
    const parted = parting(resolution, `${seed}/0`);
    const seen = { resolution, parted, size: groupSize(parted, connected) };
    first.set(place, seen);
    return seen;
  };
  /** Down to the first place with larger groups, or with nothing parted; up to the first with smaller ones. */
  const down = (place: number, size: number): number => {
    while (at(place).size <= size && at(place).size < whole && at(place).resolution > RESOLUTION.least) place -= 1;
    return place;
  };
  const up = (place: number, size: number): number => {
    while (at(place).size >= size && at(place).resolution < RESOLUTION.most) place += 1;
    return place;
  };
  const scales = (from: number, until: number, isWanted: (size: number) => boolean): Scale[] => {
    const places = Array.from({ length: until - from + 1 }, (_, index) => at(from + index)).filter(({ size }) => isWanted(size));
    // A run at a time: what an engine makes ready for one, it need not keep for the next.
    const others = Array.from({ length: runs - 1 }, (_, run) =>
      places.map(({ resolution }) => parting(resolution, `${seed}/${run + 1}`)),
    );
    return measured(
      places.map(({ resolution, parted, size }, index) => ({
        ...{ resolution, size },
        partings: [parted, ...others.map((run) => run[index]!)],
      })),
    );
  };
  const low = down(0, sizes.most);
  const high = up(low, sizes.least);
  const team = scales(low, high, (size) => size >= sizes.least && size <= sizes.most);
  if (team.some(({ stability, size }) => stability >= STABLE && usual(size) >= USUAL)) return { scales: team, found: 'team' };
  const larger = scales(down(low, whole), high, (size) => size > sizes.most && size < whole);
  if (larger.some(({ stability }) => stability >= STABLE)) return { scales: larger, found: 'larger' };
  return { scales: [{ resolution: 0, partings: [components], size: whole, stability: 1, support: 1 }], found: 'whole' };
}

/** Fewer are no group, but people beside the groups. */
const SMALLEST = 3;
/** Share of people a resolution may leave beside its groups before it is too fine: its few groups may keep well, for it is the rest that says so. */
const BESIDE = 0.2;

interface Counted {
  /** People in groups of three and more. */
  readonly people: number;
  readonly groups: number;
}

function counted(labels: Uint32Array): Counted {
  const counts = new Uint32Array(labels.length);
  for (const label of labels) counts[label]! += 1;
  const groups = counts.filter((count) => count >= SMALLEST);
  return { people: groups.reduce((sum, count) => sum + count, 0), groups: groups.length };
}

/** Mean over groups of three and more, 1 where they leave out too many of those who are connected with two others at all. */
function groupSize(labels: Uint32Array, connected: number): number {
  const { people, groups } = counted(labels);
  return groups === 0 || people < (1 - BESIDE) * connected ? 1 : people / groups;
}

/** Asks every two scales how far they agree, once. */
function measured(scales: readonly Pick<Scale, 'resolution' | 'partings' | 'size'>[]): Scale[] {
  const table = scales.map(({ partings }, place) =>
    scales.slice(0, place + 1).map((other) => agreement(partings, other.partings)),
  );
  const between = (a: number, b: number): number => table[Math.max(a, b)]?.[Math.min(a, b)] ?? -1;
  return scales.map((scale, place) => {
    const within = between(place, place);
    const near = Math.max(between(place, place - 1), between(place, place + 1));
    return {
      ...scale,
      stability: near === -1 ? within : (within + near) / 2,
      support: mean(scales.map((_, other) => between(place, other))),
    };
  });
}

/** Each parting of the one beside the next of the other, so that no parting meets itself. */
const agreement = (a: readonly Uint32Array[], b: readonly Uint32Array[]): number =>
  mean(a.map((parted, run) => adjustedRand(parted, b[(run + 1) % b.length]!)));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
