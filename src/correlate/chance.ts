// How often a finding comes upon a thing by chance: what tells an attack that waits a day from two unrelated oddities of
// one busy machine, in a quiet company and in a noisy one alike, with no window and no list of hubs.
//
// Counted are the days on which something has findings. Of things of a sort (accounts, devices …) the mean over four weeks
// gives what is usual: a Poisson rate, from counts whose zeros cannot be seen. A thing's own earlier days move it from there
// (the mean of a Gamma law; Robbins 1956). Small findings, serious ones and strange hands come at rates of their own. All as
// of the end of the later finding's day, so that news changes no link between findings of earlier days.

import { slot } from '../learn/slot.ts';
import { isSerious, thingOf } from '../model/finding.ts';
import type { EntityRef, Finding } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import { dayOf } from '../model/time.ts';
import type { Day } from '../model/time.ts';
import { handOf } from './hand.ts';
import { thingsOf } from './holders.ts';
import type { Settings, Sort } from './settings.ts';

export interface Chance {
  /** Days on which a thing has a finding like both of these by chance, per day. */
  readonly perDay: (thing: EntityRef, earlier: Finding, later: Finding) => number;
}

/** A thing has a finding on a day on which it had none, or none any more. */
export interface Stir {
  readonly label: EntityLabel;
  readonly thing: string;
  readonly day: Day;
}

/** Chances as findings come and go. */
export interface Tally extends Chance {
  readonly add: (finding: Finding) => Stir[];
  readonly remove: (finding: Finding) => Stir[];
  /** Before the day of the first finding nothing was looked at. */
  readonly first: () => Day;
}

export function chanceIn(findings: readonly Finding[], settings: Settings): Chance {
  const tally = tallyOf(settings);
  for (const finding of findings) tally.add(finding);
  return tally;
}

export function tallyOf(settings: Settings): Tally {
  const { looksBack, ownPrior, before } = settings.chance;
  const sorts = new Map<Finding, readonly Sort[]>();
  const things = new Map<string, Active>();
  const totals = new Map<EntityLabel, Readonly<Record<Sort, Totals>>>();
  const begun = activeDays();
  const first = (): Day => begun.days[0] ?? 0;
  const span = (until: Day): number => Math.max(0, Math.min(looksBack, until - first()));

  const usualRate = (label: EntityLabel, sort: Sort, own: number, until: Day): number => {
    const all = totals.get(label)?.[sort].get(until) ?? nothing;
    const others = all.things - (own > 0 ? 1 : 0);
    const days = others <= 0 ? 0 : others * unseenToo((all.active - own) / others);
    return (days + before[sort].active) / (Math.max(0, others) * span(until) + before[sort].looked);
  };

  /** Where `by` is 1 the finding comes, where it is -1 it goes. */
  const count = (finding: Finding, by: 1 | -1): Stir[] => {
    const day = dayOf(finding.at);
    begun.count(day, by);
    const own = sortsOf(finding, settings);
    if (by === 1) sorts.set(finding, own);
    else sorts.delete(finding);
    return [...thingsOf(finding, settings)].flatMap(([thing, { label }]) => {
      const active = slot(things, thing, () => bySort(activeDays));
      const total = slot(totals, label, () => bySort((): Totals => new Map()));
      const stirred = countedAs(own).filter((sort) => active[sort].count(day, by));
      for (const sort of stirred) counted(total[sort], active[sort].days, day, by, looksBack);
      return stirred.length === 0 ? [] : [{ label, thing, day }];
    });
  };

  return {
    first,
    add: (finding) => count(finding, 1),
    remove: (finding) => count(finding, -1),
    perDay(entity, earlier, later) {
      const sort = commonTo(sorts.get(earlier), sorts.get(later));
      const days = things.get(thingOf(entity))?.[sort].days ?? [];
      const until = dayOf(later.at) + 1;
      const rate = usualRate(entity.label, sort, daysWithin(days, until, looksBack), until);
      const begins = dayOf(earlier.at);
      return (ownPrior + daysWithin(days, begins, looksBack)) / (ownPrior / rate + span(begins));
    },
  };
}

function sortsOf(finding: Finding, { hands }: Settings): readonly Sort[] {
  const isStrange = handOf(finding, hands) === 'strange';
  return [...(isStrange ? ['strange' as const] : []), ...(isSerious(finding) ? ['serious' as const] : []), 'any'];
}

/** A strange hand is mostly an attacker's, and no noise that serious findings must be told from. */
const countedAs = (sorts: readonly Sort[]): readonly Sort[] => (sorts.includes('strange') ? ['strange'] : sorts);

/** The narrowest both are of. */
const commonTo = (a: readonly Sort[] = [], b: readonly Sort[] = []): Sort => a.find((sort) => b.includes(sort)) ?? 'any';

/** Days with such findings. */
interface ActiveDays {
  /** Ascending. */
  readonly days: Day[];
  /** True where the day became one of them, or is none any more. */
  readonly count: (day: Day, by: 1 | -1) => boolean;
}

function activeDays(): ActiveDays {
  const days: Day[] = [];
  const counts = new Map<Day, number>();
  return {
    days,
    count(day, by) {
      const known = counts.get(day) ?? 0;
      if (known + by > 0) counts.set(day, known + by);
      else counts.delete(day);
      if (known > 0 && known + by > 0) return false;
      const place = countBelow(days, day);
      if (by === 1) days.splice(place, 0, day);
      else days.splice(place, 1);
      return true;
    },
  };
}

type Active = Readonly<Record<Sort, ActiveDays>>;

const bySort = <T>(make: () => T): Readonly<Record<Sort, T>> => ({ any: make(), serious: make(), strange: make() });

/** Until when → things of a sort with findings over the days looked back at, and those days summed over them. */
type Totals = Map<Day, { things: number; active: number }>;

const nothing = { things: 0, active: 0 };

/** A day counts for the `looksBack` days after it; a thing counts while any of its days does. */
function counted(totals: Totals, days: readonly Day[], day: Day, by: 1 | -1, looksBack: number): void {
  const earlier = days[countBelow(days, day) - 1] ?? -Infinity;
  const later = days[countBelow(days, day + 1)] ?? Infinity;
  for (let until = day + 1; until <= day + looksBack; until += 1) {
    const known = slot(totals, until, () => ({ things: 0, active: 0 }));
    known.active += by;
    if (until > earlier + looksBack && until <= later) known.things += by;
  }
}

/** Days before `until` that are looked back at. */
const daysWithin = (days: readonly Day[], until: Day, looksBack: number): number =>
  countBelow(days, until) - countBelow(days, until - looksBack);

function countBelow(days: readonly Day[], than: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? than) < than) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Mean of a Poisson law, from the mean of those of its counts that are not zero (at least 1). */
function unseenToo(mean: number): number {
  let rate = Math.max(LEAST, mean - 1);
  for (let step = 0; step < 30; step += 1) rate = Math.max(LEAST, mean * (1 - Math.exp(-rate)));
  return rate;
}

const LEAST = 1e-3;
