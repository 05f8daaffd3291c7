// Which findings are about a thing, one after another, and what is asked of each again and again.

import { thingOf } from '../model/finding.ts';
import type { About, Finding, Role } from '../model/finding.ts';
import type { Instant } from '../model/time.ts';
import { handOf } from './hand.ts';
import type { Hand } from './hand.ts';
import type { Settings } from './settings.ts';

/** A finding that is about some thing. */
export interface Holder {
  readonly finding: Finding;
  readonly about: About;
  readonly hand: Hand;
  /** The people it is about; of one that knows none, an alert about machines, its devices. */
  readonly accused: readonly string[];
  /** How many different ones were accused over the thing by then. */
  readonly accusedByThen: number;
  /** Those it looks back at: the latest few of each severity. */
  readonly before: readonly Holder[];
}

export interface Holding {
  /** Label and key, a line each. */
  readonly thing: string;
  /** In (at, id) order. */
  readonly holders: Holder[];
  readonly accused: Set<string>;
}

export const holdingOf = (thing: string): Holding => ({ thing, holders: [], accused: new Set() });

/** The things a finding is about that may bridge, each once. */
export function thingsOf({ about }: Finding, { bridges }: Settings): ReadonlyMap<string, About> {
  const things = new Map<string, About>();
  for (const one of about) {
    const thing = thingOf(one);
    if (bridges[one.label] !== undefined && !things.has(thing)) things.set(thing, one);
  }
  return things;
}

/** Whom a mail reached had no part in it: it may begin what comes after, and follows from nothing that was theirs before. */
export const isReached = ({ about }: Finding, { role }: Pick<About, 'role'>): boolean =>
  role === 'target' && about.some((one) => one.role === 'mail');

/** Findings come in (at, id) order. */
export function hold({ holders, accused: known }: Holding, finding: Finding, about: About, settings: Settings): void {
  const accused = accusedIn(finding);
  for (const who of accused) known.add(who);
  const before = nextBefore(holders.at(-1), settings);
  holders.push({ finding, about, hand: handOf(finding, settings.hands), accused, accusedByThen: known.size, before });
}

function nextBefore(last: Holder | undefined, { looksBack }: Settings): readonly Holder[] {
  if (last === undefined) return [];
  const all = [...last.before, last];
  const alike = all.filter(({ finding }) => finding.severity === last.finding.severity);
  return alike.length > looksBack ? all.filter((one) => one !== alike[0]) : all;
}

/** How many begin before then. */
export function countBefore(holders: readonly Holder[], at: Instant): number {
  let [low, high] = [0, holders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holders[middle]?.finding.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function accusedIn({ about }: Finding): readonly string[] {
  const of = (role: Role): readonly About[] => about.filter((one) => one.role === role);
  return ([of('actor'), of('device'), of('place')].find((named) => named.length > 0) ?? []).map(({ key }) => key);
}
