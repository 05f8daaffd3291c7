// How far the figures move when a number of the settings is halved or doubled, and what each part of correlation is worth:
// the same findings parted again and again, nothing judged twice.
//
// Strengths of bridges are scaled together, and so are their half-lives: their order is what was chosen. A share stays at 1
// where twice as much would be more; a number that this leaves as it was is not told of.

import { anyTenant, familiesNamed } from '../../seed/kinds.ts';
import { partition } from '../../src/correlate/partition.ts';
import type { Bridge } from '../../src/correlate/bridges.ts';
import { usual } from '../../src/correlate/settings.ts';
import type { Settings } from '../../src/correlate/settings.ts';
import type { Finding } from '../../src/model/finding.ts';
import { seeded } from '../../src/model/seeded.ts';
import { meanInterval } from '../interval.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { judged } from '../tenant.ts';
import { labelsOf } from './families.ts';
import { judgedStream, recordsOf } from './judged.ts';
import { scoresOf } from './scores.ts';
import { streamOf } from './streams.ts';

/** Each is parted some sixty times: so many streams of a mode, and so many companies, at the most. */
const STREAMS = 10;
const COMPANIES = 3;

type Options = Pick<SuiteOptions, 'seeds' | 'people' | 'days' | 'lookup' | 'progress'>;

/** One set of findings, and how well a grouping of them is. */
interface Ground {
  readonly findings: readonly Finding[];
  readonly f1: (groups: readonly (readonly string[])[]) => number;
}

export const figures = (options: Options): Promise<Figure[]> =>
  figuresOver([...streams(options), companies(options)], options.progress);

/** Findings of one sort, and how many sets of them there are, from 1. */
interface Grounds {
  readonly name: string;
  readonly count: number;
  readonly ground: (seed: number) => Ground | Promise<Ground>;
}

export const streams = (options: Options): readonly Grounds[] =>
  (['apart', 'overlapping'] as const).map((mode) => ({
    ...{ name: `alerts ${mode}`, count: Math.min(STREAMS, options.seeds) },
    ground: (seed) => stream(seed, mode, options),
  }));

const companies = (options: Options): Grounds => ({
  ...{ name: 'companies', count: Math.min(COMPANIES, options.seeds) },
  ground: (seed) => company(seed, options),
});

export async function figuresOver(grounds: readonly Grounds[], progress: Options['progress']): Promise<Figure[]> {
  const of = grounds.reduce((sum, { count }) => sum + count, 0);
  const figures: Figure[] = [];
  let done = 0;
  for (const { name, count, ground } of grounds) {
    const moved = new Map<string, Moved[]>();
    for (let seed = 1; seed <= count; seed += 1) {
      for (const [change, by] of movedOn(await ground(seed))) moved.set(change, [...(moved.get(change) ?? []), by]);
      progress((done += 1), of);
    }
    figures.push(...[...moved].map(([change, all]) => figure(`${name}: pairwise F1 moved, ${change}`, all)));
  }
  return figures;
}

function stream(seed: number, mode: 'apart' | 'overlapping', { lookup }: Options): Ground {
  const { alerts, domain } = streamOf(`streams-${seed}`, mode);
  const { findings, truth } = judgedStream(alerts, domain, lookup);
  return { findings, f1: (groups) => scoresOf(recordsOf(groups, findings), truth).f1 };
}

async function company(seed: number, { people, days, lookup }: Options): Promise<Ground> {
  const name = `incidents-${seed}`;
  const options = { seed: name, people, days, ...anyTenant(name), variations: true };
  const { findings, truth } = await judged({ ...options, stories: ['a', 'b'], programmes: familiesNamed(['all']) }, lookup);
  const labels = labelsOf(findings, truth);
  const whole = new Map(findings.map(({ id }) => [id, labels.get(id) ?? id]));
  return { findings, f1: (groups) => scoresOf(groups, whole).f1 };
}

interface Moved {
  readonly usual: number;
  readonly changed: number;
}

/** Of each change, F1 with the usual settings and with it. */
function movedOn({ findings, f1 }: Ground): ReadonlyMap<string, Moved> {
  const parted = (settings: Settings): number => f1(partition(findings, [], settings).map(({ findings: ids }) => ids));
  const asUsual = parted(usual);
  return new Map(changes(usual).map(({ name, settings }) => [name, { usual: asUsual, changed: parted(settings) }]));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function figure(name: string, all: readonly Moved[]): Figure {
  const by = all.map(({ usual: before, changed }) => changed - before);
  const f1 = (side: keyof Moved): string => mean(all.map((it) => it[side])).toFixed(3);
  return {
    ...{ suite: 'incidents', name, value: mean(by), ...meanInterval(by, seeded(name)), n: by.length, unit: 'score' },
    says: `F1 ${f1('usual')}, then ${f1('changed')}, mean over ${by.length}`,
  };
}

export interface Change {
  readonly name: string;
  readonly settings: Settings;
}

export const changes = (settings: Settings): Change[] => [...scales(settings), ...ablations(settings)];

/** Every number of the settings halved, and doubled. */
function scales(settings: Settings): Change[] {
  const { bridges, ...rest } = settings;
  const together: readonly (readonly [string, (by: number) => Settings])[] = [
    ['strengths of bridges', (by) => ({ ...settings, bridges: eachBridge(bridges, (it) => strongerBy(it, by)) })],
    ['half-lives of bridges', (by) => ({ ...settings, bridges: eachBridge(bridges, (it) => longerBy(it, by)) })],
  ];
  const alone = numbersIn(rest).map(
    (path) =>
      [path.join('.'), (by: number) => withNumber(settings, path, (value) => scaled(path, value, by)) as Settings] as const,
  );
  return [...together, ...alone]
    .flatMap(([name, change]) => [
      { name: `${name} halved`, settings: change(0.5) },
      { name: `${name} doubled`, settings: change(2) },
    ])
    .filter((change) => JSON.stringify(change.settings) !== JSON.stringify(settings));
}

/** Each part of a link's weight, and each step of the partition, left out by itself. */
function ablations(settings: Settings): Change[] {
  const { bridges, chance, hands, stories } = settings;
  const strengths = Object.values(bridges).map(({ strength }) => strength);
  const never = { active: 0, looked: 1 };
  const without: Readonly<Record<string, Partial<Settings>>> = {
    specificity: { perDoubling: 0 },
    decay: {
      bridges: eachBridge(bridges, (bridge) => ({ ...bridge, halfLife: Infinity, inPassing: Infinity, ofOneAccount: Infinity })),
    },
    chance: { chance: { ...chance, looksBack: 0, before: { any: never, serious: never, strange: never } } },
    'agreement of hands': { hands: { ...hands, two: 1 } },
    mechanisms: { bridges: eachBridge(bridges, (bridge) => ({ ...bridge, strength: mean(strengths) })) },
    severity: { earnest: { informational: 1, low: 1, medium: 1, high: 1 } },
    communities: { stories: { ...stories, small: Infinity } },
  };
  return Object.entries(without).map(([name, instead]) => ({ name: `without ${name}`, settings: { ...settings, ...instead } }));
}

const eachBridge = (bridges: Settings['bridges'], change: (bridge: Bridge) => Bridge): Settings['bridges'] =>
  Object.fromEntries(Object.entries(bridges).map(([label, bridge]) => [label, change(bridge)]));

const strongerBy = (bridge: Bridge, by: number): Bridge => ({ ...bridge, strength: Math.min(1, bridge.strength * by) });

const longerBy = ({ halfLife, inPassing, ofOneAccount, ...bridge }: Bridge, by: number): Bridge => ({
  ...bridge,
  ...(halfLife === undefined ? {} : { halfLife: halfLife * by }),
  ...(inPassing === undefined ? {} : { inPassing: inPassing * by }),
  ...(ofOneAccount === undefined ? {} : { ofOneAccount: ofOneAccount * by }),
});

/** Of a weight these are factors. */
const SHARES: ReadonlySet<string> = new Set(['earnest', 'two']);

const scaled = (path: readonly string[], value: number, by: number): number =>
  path.some((name) => SHARES.has(name)) ? Math.min(1, value * by) : value * by;

/** Where the numbers are. */
function numbersIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => numbersIn(one, [...path, name]));
}

function withNumber(value: unknown, [name, ...rest]: readonly string[], change: (value: number) => number): unknown {
  if (name === undefined) return change(Number(value));
  return { ...(value as object), [name]: withNumber((value as Readonly<Record<string, unknown>>)[name], rest, change) };
}
