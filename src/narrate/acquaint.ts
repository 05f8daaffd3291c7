// Who somebody was before it began: their habits up to the day of the incident, and their peers'.

import type { Dimension } from '../learn/dimension.ts';
import type { Habit } from '../learn/habits.ts';
import type { PeerGroup } from '../learn/peers/lineage.ts';
import { dayOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Acquaintance } from './acquaintance.ts';

/** What is known of everybody, kept so that each incident need not search all habits. */
export interface Society {
  readonly habitsOf: ReadonlyMap<string, readonly Habit[]>;
  readonly groupOf: ReadonlyMap<string, PeerGroup>;
}

export function societyOf(habits: readonly Habit[], groups: readonly PeerGroup[]): Society {
  const habitsOf = new Map<string, Habit[]>();
  for (const habit of habits) {
    const own = habitsOf.get(habit.person);
    if (own === undefined) habitsOf.set(habit.person, [habit]);
    else own.push(habit);
  }
  return { habitsOf, groupOf: new Map(groups.flatMap((group) => group.members.map((member) => [member, group]))) };
}

/** A person as they were before the UTC day of `at`. */
export function acquaint(society: Society, person: string, at: Instant): Acquaintance {
  const before = dayOf(at);
  const countries = countsOf(society, person, 'country', before);
  const days = new Set(habitsIn(society, person, 'country').flatMap((habit) => habit.days.filter((day) => day < before)));
  const firstAt = habitsIn(society, person, 'country').reduce((first, habit) => Math.min(first, habit.firstAt), Infinity);
  const group = society.groupOf.get(person);
  return {
    signIns: countries.reduce((sum, { count }) => sum + count, 0),
    days: days.size,
    ...(firstAt < at ? { firstAt } : {}),
    countries,
    devices: countsOf(society, person, 'device', before).map(({ code }) => code),
    ...(group === undefined ? {} : { peers: peersOf(society, group, person, before) }),
  };
}

const habitsIn = (society: Society, person: string, dimension: Dimension): readonly Habit[] =>
  (society.habitsOf.get(person) ?? []).filter((habit) => habit.dimension === dimension);

/** Values with their counts before a day, most often first. */
function countsOf(society: Society, person: string, dimension: Dimension, before: Day): { code: string; count: number }[] {
  return habitsIn(society, person, dimension)
    .map(({ value, days, counts }) => ({
      code: value,
      count: counts.reduce((sum, count, index) => sum + ((days[index] ?? before) < before ? count : 0), 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function peersOf(society: Society, group: PeerGroup, person: string, before: Day) {
  const others = group.members.filter((member) => member !== person);
  const people = new Map<string, number>();
  for (const other of others)
    for (const { code } of countsOf(society, other, 'country', before)) people.set(code, (people.get(code) ?? 0) + 1);
  return {
    count: others.length,
    label: group.name,
    countries: [...people]
      .map(([code, count]) => ({ code, people: count }))
      .sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1)),
  };
}
