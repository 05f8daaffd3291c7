// Learns the weights of what ties alone can tell from a tenant's own ties, with nobody labelling anything.
//
// A tenth of the ties is hidden; what is left has to tell them from pairings by chance. Three in four of those are drawn from
// all ends alike, one in proportion to how many each reaches and is reached by, so that being busy does not explain all.
// Weights of history, domains and first contacts need times and stay what they were. Ties hidden at random are not like
// those that begin: whether a tenant gains by it is not settled (weights.ts), so nothing does it unasked.

import type { Day } from '../../model/time.ts';
import { seeded } from '../../model/seeded.ts';
import { features } from './features.ts';
import type { Feature, Seen } from './features.ts';
import { arcsOf, graphOf, RIGHT } from './graph.ts';
import type { Arcs, TieGraph } from './graph.ts';
import { fitLogistic } from './logistic.ts';
import type { Example } from './logistic.ts';
import type { Model } from './model.ts';
import type { Ties } from './ties.ts';
import { walksBetween } from './walks.ts';

const HIDDEN = 0.1;
/** Hidden ties a fit looks at: enough for a dozen weights. */
const MOST_HIDDEN = 5_000;
/** Fewer hidden ties than this cannot say anything about a dozen weights. */
export const FEWEST_HIDDEN = 200;
/** Where almost all are tied, two that are not may not be found; then what was drawn last is taken. */
const MOST_DRAWS = 100;
/** Share of chance that is drawn from all ends alike. Chosen between a half and four fifths by what they gave on email-eu-core: more tells better from uniform chance, less from degree-matched. */
const ALIKE = 0.75;
/** A judgement; no other was tried. */
const RIDGE = 3;

export interface FitOptions {
  readonly seed: string;
  /** `arcs`: the tie back may stay, as when somebody is answered for the first time; `pairs`: all that two had between them is hidden. */
  readonly hiding?: 'arcs' | 'pairs';
  /** Groups made of some of the ties alone: groups that have seen the hidden ones would be trusted too much. */
  readonly group?: (arcs: Arcs) => (name: string) => string | undefined;
}

/** The model with its structural weights fitted to these ties; unchanged where they are too few. */
export const fitAssociation = (ties: Ties, before: Day, model: Model, options: FitOptions): Model =>
  fitToArcs(arcsOf(ties, before), model, options);

/** The same, of ties without times. */
export function fitToArcs(arcs: Arcs, model: Model, { seed, group, hiding = 'arcs' }: FitOptions): Model {
  const rng = seeded(seed);
  const order = shuffled(arcs.from.length, rng);
  const hidden = order.slice(0, Math.floor(order.length * HIDDEN));
  if (hidden.length < FEWEST_HIDDEN) return model;
  const back = new Set(hiding === 'arcs' ? [] : hidden.map((arc) => keyOf(arcs, arcs.to[arc], arcs.from[arc])));
  const kept = order.slice(hidden.length).filter((arc) => !back.has(keyOf(arcs, arcs.from[arc], arcs.to[arc])));
  const left = { ...arcs, from: pick(arcs.from, kept), to: pick(arcs.to, kept) };
  const graph = graphOf(left, group?.(left));
  const byChance = chance(arcs, rng);
  const examples = hidden
    .slice(0, MOST_HIDDEN)
    .flatMap((arc) => [
      example(graph, [arcs.from[arc] ?? 0, arcs.to[arc] ?? 0]),
      example(graph, byChance(true), ALIKE),
      example(graph, byChance(false), 1 - ALIKE),
    ]);
  return withStructure(model, examples);
}

export const structural: readonly Feature[] = features.filter((feature) => feature.structural);

function withStructure(model: Model, examples: readonly Example[]): Model {
  const fitted = fitLogistic(
    examples,
    structural.map(({ sign }) => sign),
    RIDGE,
  );
  const fresh = structural.map(({ id }, index) => [id, { weight: fitted.weights[index] ?? 0, mean: fitted.means[index] ?? 0 }]);
  // Hidden ties have no history: none has to add nothing. Their senders' domains are as they are on average.
  const rest = features.flatMap(({ id, reason, structural: isOurs }) => {
    const { weight, mean } = model.weights[id] ?? { weight: 0, mean: 0 };
    return isOurs ? [] : [[id, { weight, mean: reason === 'domain' ? mean : 0 }]];
  });
  return { ...model, intercept: fitted.intercept, weights: Object.fromEntries([...fresh, ...rest]) as Model['weights'] };
}

const untimed = {
  own: { count: 0, weight: 0 },
  reply: { count: 0, weight: 0 },
  isStranger: false,
  breadth: 1,
  newcomers: { fresh: 0, heard: 0 },
};

/** What ties alone say of two ends. */
export const structureOf = (graph: TieGraph, from: number, to: number): Seen => ({
  ...untimed,
  walks: walksBetween(graph, from, to),
});

/** One that happened, or `counts` of one by chance. */
function example(graph: TieGraph, [from, to]: readonly [number, number], counts?: number): Example {
  const seen = structureOf(graph, from, to);
  return { values: structural.map((feature) => feature.of(seen)), happened: counts === undefined, counts: counts ?? 1 };
}

const keyOf = ({ names }: Arcs, from = 0, to = 0): number => from * names.length + to;

/** Draws two ends that are not tied: `alike` of all there are, else each from a tie, so as often as it is in one. */
export function chance(arcs: Arcs, rng: () => number): (alike: boolean) => readonly [number, number] {
  const { twoSided, names, from, to } = arcs;
  const tied = new Set(from.map((end, index) => keyOf(arcs, end, to[index])));
  const all = names.map((_, index) => index);
  const [left, right] = twoSided
    ? [all.filter((end) => !isRight(names[end])), all.filter((end) => isRight(names[end]))]
    : [all, all];
  const draw = (ends: readonly number[]): number => ends[Math.floor(rng() * ends.length)] ?? 0;
  return (alike) => {
    let pair: readonly [number, number] = [0, 0];
    for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
      pair = alike ? [draw(left), draw(right)] : [draw(from), draw(to)];
      if (pair[0] !== pair[1] && !tied.has(keyOf(arcs, ...pair))) break;
    }
    return pair;
  };
}

const isRight = (name = ''): boolean => name.startsWith(RIGHT);

const pick = (from: readonly number[], places: readonly number[]): number[] => places.map((place) => from[place] ?? 0);

function shuffled(length: number, rng: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let place = length - 1; place > 0; place -= 1) {
    const other = Math.floor(rng() * (place + 1));
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  return order;
}
