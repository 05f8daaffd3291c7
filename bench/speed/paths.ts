// How soon it is told how two things hang together, in a graph of more than a million ties with things that everybody touches:
// an address of ten thousand people, an app, a country.
//
// The database is a real one, filled here; each question goes the whole way, as the console's does. Beside it the limit:
// the ends alone, each read by its key. What every statement's plan holds is told as well, and none may read a whole label.

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain option objects as classes */

import neo4j from 'neo4j-driver';
import { createRng } from '../../seed/random.ts';
import type { Rng } from '../../seed/random.ts';
import { find } from '../../src/graph/entities.ts';
import type { Graph, Query } from '../../src/graph/graph.ts';
import type { LocalNeo4j } from '../../src/graph/local.ts';
import { paths as pathsBetween } from '../../src/graph/paths.ts';
import type { PathEnd, Paths } from '../../src/graph/paths.ts';
import { queries } from '../../src/graph/queries.gen.ts';
import type { Bench, BenchOptions, Measured } from '../bench.ts';
import { onOwnGraph } from '../own-graph.ts';
import { quantile } from '../quantile.ts';
import { crowd } from './paths/crowd.ts';
import type { Crowd } from './paths/crowd.ts';

const EVENTS = 250_000;
const EACH = 60;
const WARM_UP = 40;
const MOST = 3;
const MOST_HOPS = 6;
const GOAL_MS = 100;

export const paths: Bench = {
  id: 'paths',
  title: 'how two things hang together, asked in a graph of a million ties',
  run: ({ size = EVENTS, progress, ...own }) => onOwnGraph(own, (graph, local) => measured(graph, local, size, progress)),
};

async function measured(graph: Graph, local: LocalNeo4j, size: number, progress: BenchOptions['progress']): Promise<Measured> {
  const { value: world, seconds } = await timed(() => crowd(graph, size, (done) => progress(done, 2)));
  const ties = await countOf(graph);
  const rng = createRng('bench/paths');
  const dice = (): number => rng.next();
  const kinds = kindsOf(world);
  for (const kind of kinds) for (let n = 0; n < WARM_UP; n += 1) await asked(graph, kind, rng);

  const told: { readonly kind: string; readonly ms: number[] }[] = [];
  for (const kind of kinds) {
    const ms: number[] = [];
    for (let n = 0; n < EACH; n += 1) ms.push(await asked(graph, kind, rng));
    told.push({ kind: kind.says, ms });
  }
  const ends: number[] = [];
  for (let n = 0; n < EACH * 2; n += 1)
    ends.push((await timed(() => bothEnds(graph, rng.pick(kinds).ends(rng)))).seconds * 1_000);
  progress(2, 2);

  const plans = await plansOf(local);
  const all = quantiles(
    told.flatMap(({ ms }) => ms),
    dice,
  );
  const limit = quantiles(ends, dice);
  const byKind = told.map(({ kind, ms }) => ({ kind, ...quantiles(ms, dice) }));
  return {
    name: 'paths',
    ...{ ties, events: size, filledSeconds: seconds, all, byKind, limit, ratio: limit.p95 / all.p95, goalMs: GOAL_MS, plans },
    says: [
      `${(limit.p95 / all.p95).toFixed(2)} of the speed of only reading both ends; ${inWords(all)} over ${all.n} questions with ${ties.toLocaleString('en')} ties stored (goal: p95 under ${GOAL_MS} ms); the ends alone p95 ${limit.p95.toFixed(0)} ms`,
      ...byKind.map(({ kind, ...its }) => `${kind}: ${inWords(its)}`),
      `filled in ${seconds.toFixed(0)} s; plans: ${Object.keys(plans).length} statements, none of them reads a whole label`,
    ],
  };
}

interface Kind {
  readonly says: string;
  ends(rng: Rng): readonly [PathEnd, PathEnd];
  /** What must be found. */
  isRight(found: Paths): boolean;
  /** Half of the questions are asked as of a moment, where this says of which. */
  readonly asOf?: number;
}

const isSpecific = ({ paths: found }: Paths): boolean => found.length > 0 && found.every(({ isVague }) => !isVague);

function kindsOf(world: Crowd): Kind[] {
  const user = (key: string): PathEnd => ({ label: 'User', key });
  const finding = (key: string): PathEnd => ({ label: 'Finding', key });
  const hub: PathEnd = { label: 'IP', key: world.office };
  return [
    {
      says: 'two people of one incident',
      ends: (rng) => pairOf(rng.pick(world.incidents).people, rng).map(user) as [PathEnd, PathEnd],
      isRight: isSpecific,
    },
    {
      says: 'two findings of one incident, days apart',
      ends: (rng) => {
        const { findings } = rng.pick(world.incidents);
        return [finding(findings[0] ?? ''), finding(findings.at(-1) ?? '')];
      },
      isRight: isSpecific,
    },
    {
      says: 'a finding and a person, as of a moment',
      ends: (rng) => {
        const { findings, people } = rng.pick(world.incidents);
        return [finding(findings[0] ?? ''), user(people.at(-1) ?? '')];
      },
      asOf: world.until,
      isRight: isSpecific,
    },
    {
      says: 'a person and an address of ten thousand people',
      ends: (rng) => [user(rng.pick(world.people)), hub],
      isRight: ({ paths: found }) => found[0]?.hops === 2,
    },
    {
      says: 'an address of ten thousand people and a file',
      ends: (rng) => [hub, { label: 'File', key: rng.pick(world.files) }],
      isRight: isSpecific,
    },
    {
      says: 'two people who have little to do with each other',
      ends: (rng) => pairOf(world.people, rng).map(user) as [PathEnd, PathEnd],
      isRight: ({ paths: found }) => found.length > 0,
    },
    {
      says: 'two that nothing joins',
      ends: (rng) => [user(rng.pick(world.strangers)), user(rng.pick(world.people))],
      isRight: ({ paths: found }) => found.length === 0,
    },
  ];
}

function pairOf<T>(all: readonly T[], rng: Rng): [T, T] {
  const first = rng.int(0, all.length - 1);
  const second = (first + rng.int(1, all.length - 1)) % all.length;
  return [all[first] as T, all[second] as T];
}

/** Milliseconds one question took. */
async function asked(graph: Graph, kind: Kind, rng: Rng): Promise<number> {
  const [from, to] = kind.ends(rng);
  const limits = { most: MOST, mostHops: MOST_HOPS, ...(kind.asOf !== undefined && { asOf: kind.asOf }) };
  const { value: found, seconds } = await timed(() => pathsBetween(graph, { from, to }, limits));
  if (!kind.isRight(found))
    throw new Error(`${kind.says}: ${from.label} ${from.key} to ${to.label} ${to.key}: ${found.paths.length} paths were found`);
  return seconds * 1_000;
}

const bothEnds = (graph: Graph, ends: readonly PathEnd[]): Promise<unknown> =>
  Promise.all(
    ends.map(({ label, key }) => (label === 'Finding' ? graph.run(queries.walk.finding, { id: key }) : find(graph, label, key))),
  );

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const since = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - since) / 1_000 };
}

async function countOf(graph: Graph): Promise<number> {
  const count: Query<Record<string, never>, { count: number }> = {
    name: 'bench/paths',
    mode: 'read',
    text: 'MATCH ()-[r]->() RETURN count(r) AS count',
  };
  return (await graph.run(count, {}))[0]?.count ?? 0;
}

const RESAMPLES = 1_000;

/** With 95 % intervals of the 95th percentile: percentiles of those of resampled questions (Efron 1979). */
function quantiles(values: readonly number[], dice: () => number) {
  const again = Array.from({ length: RESAMPLES }, () =>
    quantile(
      values.map(() => values[Math.floor(dice() * values.length)] ?? NaN),
      0.95,
    ),
  );
  return {
    ...{ n: values.length, p50: quantile(values, 0.5), p95: quantile(values, 0.95), p99: quantile(values, 0.99) },
    ...{ p95Low: quantile(again, 0.025), p95High: quantile(again, 0.975) },
  };
}

const inWords = ({ p50, p95, p99, p95Low, p95High }: Omit<ReturnType<typeof quantiles>, 'n'>): string =>
  `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (95 %: ${p95Low.toFixed(0)} to ${p95High.toFixed(0)}), p99 ${p99.toFixed(0)} ms`;

interface Operator {
  readonly operatorType: string;
  readonly arguments: { readonly Details?: string };
  readonly children: readonly Operator[];
}

/** Of every statement of a walk the operators of its plan in this graph, the first to run at the end of the list. */
async function plansOf({ uri, user, password, database }: LocalNeo4j): Promise<Record<string, string[]>> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const plans: Record<string, string[]> = {};
    const { directly, overEvents, things, ties, newestBetween, finding } = queries.walk;
    for (const { name, text } of [finding, directly, overEvents, things, ties, newestBetween]) {
      const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, {}, { database });
      if (summary.plan === false) throw new Error(`${name} has no plan`);
      const operators = linesOf(summary.plan, '');
      if (operators.some((line) => /AllNodesScan|NodeByLabelScan|RelationshipType\w*Scan/.test(line)))
        throw new Error(`${name} reads a whole label:\n${operators.join('\n')}`);
      plans[name] = operators;
    }
    return plans;
  } finally {
    await driver.close();
  }
}

const linesOf = ({ operatorType, arguments: { Details }, children }: Operator, indent: string): string[] => [
  `${indent}${operatorType.replace(/@.*/, '')} ${Details ?? ''}`.trimEnd(),
  ...children.flatMap((child) => linesOf(child, `${indent}  `)),
];
