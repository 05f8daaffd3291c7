// What two incidents have in common, and what only one of them has: the steps that say most, as findings to be told of.

import type { Mechanism } from '../../model/incident.ts';
import { inOrder, kindOf } from './story.ts';
import type { Step, Story } from './story.ts';

/** A step of each of the two incidents, of one kind. */
export interface Pair<T extends Step = Step> {
  readonly here: T;
  readonly there: T;
}

export interface SharedTie<T extends Step = Step> {
  readonly mechanism: Mechanism;
  readonly from: Pair<T>;
  readonly to: Pair<T>;
}

export interface Comparison<T extends Step = Step> {
  /** What both have in the same order, in that order. */
  readonly course: readonly Pair<T>[];
  /** What both have besides. */
  readonly besides: readonly Pair<T>[];
  /** What ties two of the shared steps to one another in both. */
  readonly ties: readonly SharedTie<T>[];
  /** What only the one has, in order. */
  readonly onlyHere: readonly T[];
  readonly onlyThere: readonly T[];
}

/** More kinds than this are not told apart. */
const MOST_KINDS = 64;
/** Of each list at most this many, those that say most. */
const MOST_TOLD = 5;
const MOST_TIES = 2;

/** `saying`: how much it says that an incident has a step. */
export function compared<T extends Step>(here: Story<T>, there: Story<T>, saying: (step: T) => number): Comparison<T> {
  const [own, other] = [firstsOf(here.findings), firstsOf(there.findings)];
  const pairs = new Map([...own].flatMap(([kind, step]) => pairOf(kind, step, other.get(kind))));
  const best = <V>(all: readonly V[], stepOf: (one: V) => T): V[] => {
    const kept = new Set([...all].sort((a, b) => saying(stepOf(b)) - saying(stepOf(a))).slice(0, MOST_TOLD));
    return all.filter((one) => kept.has(one));
  };
  const course = longestCourse([...own.keys()], [...other.keys()], (kind) => saying(pairs.get(kind)?.here as T));
  const inCourse = new Set(course);
  const pairOn = (kinds: Iterable<string>): Pair<T>[] =>
    best(
      [...kinds].flatMap((kind) => pairs.get(kind) ?? []),
      ({ here }) => here,
    );
  const missing = (from: ReadonlyMap<string, T>): T[] =>
    best(
      [...from].flatMap(([kind, step]) => (pairs.has(kind) ? [] : [step])),
      (step) => step,
    );
  return {
    course: pairOn(course),
    besides: pairOn([...pairs.keys()].filter((kind) => !inCourse.has(kind))),
    ties: sharedTies(here, there, pairs)
      .sort((a, b) => saying(b.from.here) + saying(b.to.here) - saying(a.from.here) - saying(a.to.here))
      .slice(0, MOST_TIES),
    onlyHere: missing(own),
    onlyThere: missing(other),
  };
}

const pairOf = <T extends Step>(kind: string, here: T, there: T | undefined): [string, Pair<T>][] =>
  there === undefined ? [] : [[kind, { here, there }]];

/** The first step of each kind, in order. */
function firstsOf<T extends Step>(findings: readonly T[]): ReadonlyMap<string, T> {
  const firsts = new Map<string, T>();
  for (const finding of inOrder(findings)) {
    if (firsts.size >= MOST_KINDS) break;
    const kind = kindOf(finding);
    if (!firsts.has(kind)) firsts.set(kind, finding);
  }
  return firsts;
}

/** The common subsequence that says most. */
function longestCourse(a: readonly string[], b: readonly string[], saying: (kind: string) => number): string[] {
  const best: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const both = a[i] === b[j] ? at(i + 1, j + 1) + saying(a[i] ?? '') : 0;
      (best[i] ?? [])[j] = Math.max(both, at(i + 1, j), at(i, j + 1));
    }
  const course: string[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    const kind = a[i] ?? '';
    if (kind === b[j] && at(i, j) === at(i + 1, j + 1) + saying(kind)) {
      course.push(kind);
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return course;
}

function sharedTies<T extends Step>(here: Story<T>, there: Story<T>, pairs: ReadonlyMap<string, Pair<T>>): SharedTie<T>[] {
  const known = tiesOf(there);
  return [...tiesOf(here)].flatMap(([key, { mechanism, from, to }]) => {
    const [start, end] = [pairs.get(from), pairs.get(to)];
    return known.has(key) && from !== to && start !== undefined && end !== undefined ? [{ mechanism, from: start, to: end }] : [];
  });
}

function tiesOf<T extends Step>({ findings, links }: Story<T>) {
  const kinds = new Map(inOrder(findings).map((finding) => [finding.id, kindOf(finding)]));
  return new Map(
    links.flatMap(({ from, to, mechanism }) => {
      const [start, end] = [kinds.get(from), kinds.get(to)];
      return start === undefined || end === undefined
        ? []
        : [[`${start}\n${mechanism}\n${end}`, { mechanism, from: start, to: end }] as const];
    }),
  );
}
