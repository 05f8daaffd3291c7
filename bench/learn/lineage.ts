// Whether a peer group stays what it is from week to week, and whether what befalls it is written down: invented
// organisations of which it is known who works with whom, twelve weekly runs, people who come, go and move, and one
// reorganisation.
//
// What it does not show: that real organisations are like these; no recorded data say week by week who belonged where.

import { createRng } from '../../seed/random.ts';
import { noLineage } from '../../src/learn/peers/lineage.ts';
import type { Change, Lineage } from '../../src/learn/peers/lineage.ts';
import { regroup } from '../../src/learn/peers/regroup.ts';
import { days } from '../../src/model/time.ts';
import { meanInterval, shareInterval } from '../interval.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { mondayAfter, plant } from './organisation.ts';
import type { Planted } from './organisation.ts';

/** Weeks that are lived before the first grouping, as groups need something to go by. */
const CALM = 8;
const RUNS = 12;
const REORGANISED = CALM + 4;

/** Fewer are not enough teams to reorganise some and leave others alone. */
const FEWEST = 150;

/** Of the people, how many come, go or move: in all the weeks together, and in each of them. */
const churns = [
  { says: '5 % of the people come, go or move over the weeks', churn: 0.05 / RUNS },
  { says: '5 % of the people come, go or move every week', churn: 0.05 },
];

interface Outcome {
  /** People to whom nothing happened, and how many of them had another group id in some week. */
  readonly stable: number;
  readonly changed: number;
  readonly merge: boolean;
  readonly split: boolean;
  /** Weeks until each was recorded. */
  readonly after: readonly number[];
}

export async function figures({ seeds, people, progress }: SuiteOptions): Promise<Figure[]> {
  const found: Figure[] = [];
  for (const [index, { says, churn }] of churns.entries()) {
    const outcomes: Outcome[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      outcomes.push(lived(`lineage-${seed}`, Math.max(people, FEWEST), churn));
      progress(index * seeds + seed, churns.length * seeds);
      // So that whoever waits for the figures is told how far they are.
      await new Promise((resolve) => setImmediate(resolve));
    }
    found.push(...figuresOf(outcomes, says));
  }
  return found;
}

function lived(seed: string, people: number, churn: number): Outcome {
  const planted = plant({ seed, people, calm: CALM, churn, reorganised: REORGANISED });
  const weeks: ReadonlyMap<string, string>[] = [];
  let lineage = noLineage;
  for (let week = 0; week <= CALM + RUNS; week += 1) {
    planted.live();
    if (week < CALM) continue;
    const monday = mondayAfter(week + 1);
    lineage = regroup(lineage, planted.habits, { at: days(monday), before: monday });
    weeks.push(new Map(lineage.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const))));
  }
  const stable = [...new Set(weeks.flatMap((week) => [...week.keys()]))].filter((person) => !planted.causes.has(person));
  const changed = stable.filter((person) => new Set(weeks.map((week) => week.get(person))).size > 1);
  return { stable: stable.length, changed: changed.length, ...recorded(planted, lineage, weeks) };
}

/** The id most of some people had in a week. */
function idOf(people: readonly string[], week: ReadonlyMap<string, string> | undefined): string {
  const counts = new Map<string, number>();
  for (const person of people) {
    const id = week?.get(person) ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** The reorganisation as the lineage tells it: the groups of the two teams became one, those of the one two. */
function recorded({ merged, parted }: Planted, { changes }: Lineage, weeks: readonly ReadonlyMap<string, string>[]) {
  const before = weeks[REORGANISED - CALM - 1];
  const after = weeks.at(-1);
  const [one, other] = merged.map((people) => idOf(people, before));
  const [stay, leave] = parted.map((people) => idOf(people, after));
  const whole = idOf(parted.flat(), before);
  const isMerge = ({ kind, from }: Change): boolean => kind === 'merge' && [one, other].every((id) => from.includes(id ?? ''));
  const isSplit = ({ kind, from, into }: Change): boolean =>
    kind === 'split' && from.includes(whole) && stay !== leave && [stay, leave].every((id) => into.includes(id ?? ''));
  const [merge, split] = [changes.find(isMerge), changes.find(isSplit)];
  const weeksUntil = (change: Change | undefined): number[] =>
    change === undefined ? [] : [(change.at / days(1) - mondayAfter(REORGANISED)) / 7];
  return { merge: merge !== undefined, split: split !== undefined, after: [...weeksUntil(merge), ...weeksUntil(split)] };
}

function figuresOf(outcomes: readonly Outcome[], churn: string): Figure[] {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const share = (name: string, k: number, n: number, says: string): Figure => ({
    ...{ suite: 'learn', name: `peer groups: ${name}; ${churn}`, value: k / Math.max(1, n) },
    ...{ ...shareInterval(k, n), n, unit: 'share' as const, says },
  });
  const [stable, changed] = [sum((one) => one.stable), sum((one) => one.changed)];
  const [merges, splits] = [sum(({ merge }) => Number(merge)), sum(({ split }) => Number(split))];
  const waits = outcomes.flatMap(({ after }) => after);
  const dice = createRng('lineage');
  return [
    share(
      `people whose group id changed without cause in ${RUNS} weekly runs`,
      changed,
      stable,
      `${changed} of ${stable} people to whom nothing happened, in ${outcomes.length} organisations (goal: under 2 %)`,
    ),
    share('two teams that became one, recorded as a merge', merges, outcomes.length, `${merges} of ${outcomes.length}`),
    share('a team that became two, recorded as a split', splits, outcomes.length, `${splits} of ${outcomes.length}`),
    {
      ...{ suite: 'learn', name: `peer groups: weeks until a merge or split was recorded; ${churn}` },
      ...{ value: waits.reduce((total, wait) => total + wait, 0) / Math.max(1, waits.length), n: waits.length, unit: 'count' },
      ...meanInterval(waits, () => dice.next()),
      says: `of ${waits.length} recorded, ${Math.min(...waits)} to ${Math.max(...waits)} weeks`,
    },
  ];
}
