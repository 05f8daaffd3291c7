// What habits say about who works with whom, as numbers: who writes to whom, and who uses what.
//
// Nothing is weighed here but time: a count fades as habits do, and people not seen for long are left out.

import type { Day } from '../../model/time.ts';
import type { Dimension } from '../dimension.ts';
import { fade } from '../daily.ts';
import type { DayCounts } from '../daily.ts';
import { each } from '../habits.ts';
import type { Habits } from '../habits.ts';

/** Kinds of evidence, and the dimensions they are read from. */
export const sharedKinds = {
  files: ['site'],
  mailboxes: ['mailbox', 'mailboxWritten'],
  folders: ['folder'],
  places: ['address', 'prefix'],
  directory: ['department'],
} as const;

export type SharedKind = keyof typeof sharedKinds;
export type EvidenceKind = SharedKind | 'mail';

/** Somebody not seen for this long is away for good, or as good as: longer than holidays, shorter than a leave. */
const LONGEST_AWAY_DAYS = 60;
/** Who works with whom changes faster than habits fade: a count weighs half after two weeks. */
const FASTER = 2;
/** Of one kind, a person's most used; who has more (a crawler, a search account) is no colleague by them. */
const MOST_THINGS = 500;

/** Parallel columns, one entry a pair; `weight` is above 0. */
export interface Pairs {
  readonly from: number[];
  readonly to: number[];
  readonly weight: number[];
}

export interface Evidence {
  /** Ascending; everything else speaks of people by their place in it. */
  readonly people: readonly string[];
  /** From one person to another. */
  readonly mail: Pairs;
  /** From a person to a thing. */
  readonly shared: ReadonlyMap<SharedKind, { readonly pairs: Pairs; readonly things: number }>;
}

/** Who is meant; left out, whoever has habits, and by an address the one of that name. */
export interface Who {
  readonly isPerson?: (subject: string) => boolean;
  readonly personOf?: (address: string) => string | undefined;
}

/** As of the midnight that begins `before`. */
export function evidenceOf(habits: Habits, before: Day, { isPerson = anybody, personOf = itself }: Who = {}): Evidence {
  const told = collect(habits, before);
  const people = [...told.lastDay]
    .filter(([person, day]) => day >= before - LONGEST_AWAY_DAYS && isPerson(person))
    .map(([person]) => person)
    .sort();
  const placeOf = new Map(people.map((person, place) => [person, place]));
  const shared = [...told.shared].map(([kind, rows]) => [kind, usesIn(rows, placeOf)] as const);
  return { people, mail: mailIn(told.mail, placeOf, personOf), shared: new Map(shared) };
}

const anybody = (): boolean => true;
const itself = (address: string): string => address;

interface Use {
  readonly person: string;
  readonly thing: string;
  readonly weight: number;
}

const kindOf: ReadonlyMap<string, EvidenceKind> = new Map<string, EvidenceKind>([
  ...Object.entries(sharedKinds).flatMap(([kind, dimensions]) =>
    dimensions.map((dimension) => [dimension, kind as SharedKind] as const),
  ),
  ['correspondent', 'mail'],
]);

/** Every dimension that says who works with whom. */
export const tellingDimensions: readonly Dimension[] = [...Object.values(sharedKinds).flat(), 'correspondent'];

function collect(habits: Habits, before: Day) {
  const lastDay = new Map<string, Day>();
  const newest = new Map<string, { use: Use; day: Day }>();
  const shared = new Map<SharedKind, Use[]>();
  const mail: Use[] = [];
  each(habits, (person, dimension, value, kept) => {
    const kind = kindOf.get(dimension);
    if (kind === undefined) return;
    const { weight, last } = recent(kept, before);
    if (kind === 'directory') {
      // What the directory said last holds until it says something else, and is no sign of life.
      const said = newest.get(person);
      const isNewer = said === undefined || last > said.day || (last === said.day && value < said.use.thing);
      if (last > 0 && isNewer) newest.set(person, { use: { person, thing: value, weight: 1 }, day: last });
      return;
    }
    if (weight <= 0) return;
    lastDay.set(person, Math.max(lastDay.get(person) ?? 0, last));
    const use = { person, thing: kind === 'mail' ? value : thingOf(dimension, value), weight };
    if (kind === 'mail') mail.push(use);
    else if (shared.get(kind)?.push(use) === undefined) shared.set(kind, [use]);
  });
  if (newest.size > 0)
    shared.set(
      'directory',
      [...newest.values()].map(({ use }) => use),
    );
  return { lastDay, shared, mail };
}

function recent({ days, counts }: DayCounts, before: Day): { weight: number; last: Day } {
  let weight = 0;
  let last = 0;
  for (const [index, day] of days.entries()) {
    if (day >= before) break;
    weight += (counts[index] ?? 0) * fade(FASTER * (before - day));
    last = day;
  }
  return { weight, last };
}

const thingOf = (dimension: Dimension, value: string): string => `${dimension}\n${value}`;

function usesIn(uses: readonly Use[], placeOf: ReadonlyMap<string, number>): { pairs: Pairs; things: number } {
  const kept = mostUsed(uses.filter(({ person }) => placeOf.has(person)));
  const numbers = new Map([...new Set(kept.map(({ thing }) => thing))].sort().map((thing, number) => [thing, number]));
  const ordered = kept.sort((a, b) => compare(a.person, b.person) || compare(a.thing, b.thing));
  return {
    things: numbers.size,
    pairs: {
      from: ordered.map(({ person }) => placeOf.get(person) ?? 0),
      to: ordered.map(({ thing }) => numbers.get(thing) ?? 0),
      weight: ordered.map(({ weight }) => weight),
    },
  };
}

function mostUsed(uses: readonly Use[]): Use[] {
  const byPerson = new Map<string, Use[]>();
  for (const use of uses) if (byPerson.get(use.person)?.push(use) === undefined) byPerson.set(use.person, [use]);
  return [...byPerson.values()].flatMap((own) =>
    own.length <= MOST_THINGS ? own : own.sort((a, b) => b.weight - a.weight || compare(a.thing, b.thing)).slice(0, MOST_THINGS),
  );
}

/** Several addresses may be one person's; what somebody writes to themselves is no tie. */
function mailIn(
  uses: readonly Use[],
  placeOf: ReadonlyMap<string, number>,
  personOf: (address: string) => string | undefined,
): Pairs {
  const pairs: { from: number; to: number; weight: number }[] = [];
  for (const { person, thing, weight } of uses) {
    const from = placeOf.get(person);
    const to = placeOf.get(personOf(thing) ?? '');
    if (from !== undefined && to !== undefined && from !== to) pairs.push({ from, to, weight });
  }
  // The lighter first: sums of rounded numbers depend on their order, and that of the habits must not show.
  pairs.sort((a, b) => a.from - b.from || a.to - b.to || a.weight - b.weight);
  return { from: pairs.map(({ from }) => from), to: pairs.map(({ to }) => to), weight: pairs.map(({ weight }) => weight) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
