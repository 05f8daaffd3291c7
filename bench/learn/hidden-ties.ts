// Ties of a recorded network are hidden; how well does what is left tell them from pairings by chance?
//
// The weights are fitted on what is left alone, by hiding a tenth of it once more (src/learn/association/fit.ts); so are
// the groups. Two ways to hide: single arcs, of which the one back may stay (the figures this is held beside hid them so), or
// all that two have between them. Chance is drawn twice: two different people alike of all who have any tie; and each in
// proportion to activity: the sender of one arc and the recipient of another ("degree-matched"). Neither draws an arc there is.

import { fitToArcs, structural, structureOf } from '../../src/learn/association/fit.ts';
import { graphOf } from '../../src/learn/association/graph.ts';
import type { Arcs, TieGraph } from '../../src/learn/association/graph.ts';
import { logistic } from '../../src/learn/association/logistic.ts';
import { contributions } from '../../src/learn/association/model.ts';
import type { Model } from '../../src/learn/association/model.ts';
import { mailModel } from '../../src/learn/association/weights.ts';
import { groupsWithoutLabels } from '../../src/learn/communities/groups.ts';
import { seeded } from '../../src/model/seeded.ts';
import { areaUnderCurve } from './ranking.ts';
import type { Judgement } from './ranking.ts';

export type Hiding = 'arcs' | 'pairs';

export interface Split {
  /** How many hidden arcs were asked about. */
  readonly asked: number;
  readonly uniform: number;
  readonly matched: number;
  /** With the weights that are shipped, nothing fitted to this network. */
  readonly matchedAsShipped: number;
  /** Of the hidden ties, once each, and as many by chance, mixed as in the fit. */
  readonly judgements: readonly Judgement[];
}

type Pair = readonly [number, number];

const HIDDEN = 0.1;
/** Hidden ties asked about, of more. */
const MOST_ASKED = 3_000;

export function hideAndSeek(arcs: Arcs, hiding: Hiding, seed: string): Split {
  const rng = seeded(seed);
  const { kept, hidden } = hide(arcs, hiding, rng);
  const model = fitToArcs(kept, mailModel, { seed: `${seed}/fit`, group: grouping, hiding });
  const graph = graphOf(kept, grouping(kept));
  const asked = hidden.slice(0, MOST_ASKED);
  const chance = drawn(arcs, hiding, rng);
  const pairs = [asked, asked.map(() => chance(true)), asked.map(() => chance(false))];
  const odds = (by: Model): number[][] => pairs.map((some) => some.map((pair) => oddsOf(by, graph, pair)));
  const [real = [], uniform = [], matched = []] = odds(model);
  const [shippedReal = [], , shippedMatched = []] = odds(mailModel);
  return {
    asked: asked.length,
    uniform: areaUnderCurve(real, uniform),
    matched: areaUnderCurve(real, matched),
    matchedAsShipped: areaUnderCurve(shippedReal, shippedMatched),
    judgements: [
      ...real.map((it) => ({ probability: logistic(it), happened: true })),
      ...[...uniform.filter((_, at) => at % 4 !== 0), ...matched.filter((_, at) => at % 4 === 0)].map((it) => ({
        ...{ probability: logistic(it), happened: false },
      })),
    ],
  };
}

const oddsOf = (model: Model, graph: TieGraph, [from, to]: Pair): number =>
  contributions(model, [structureOf(graph, from, to)], structural).reduce((sum, { by }) => sum + by, model.intercept);

function hide(arcs: Arcs, hiding: Hiding, rng: () => number): { kept: Arcs; hidden: Pair[] } {
  const keys = [...new Set(arcs.from.map((from, index) => keyOf(arcs, from, arcs.to[index] ?? 0, hiding)))];
  shuffle(keys, rng);
  const chosen = new Set(keys.slice(0, Math.round(keys.length * HIDDEN)));
  const [from, to, hidden]: [number[], number[], Pair[]] = [[], [], []];
  for (const [index, a] of arcs.from.entries()) {
    const b = arcs.to[index] ?? 0;
    if (chosen.has(keyOf(arcs, a, b, hiding))) hidden.push([a, b]);
    else {
      from.push(a);
      to.push(b);
    }
  }
  shuffle(hidden, rng);
  return { kept: { ...arcs, from, to }, hidden };
}

function keyOf({ names }: Arcs, from: number, to: number, hiding: Hiding): number {
  const [a, b] = hiding === 'pairs' && from > to ? [to, from] : [from, to];
  return a * names.length + b;
}

/** Two that have no arc, and where all between two was hidden, none back either. */
function drawn(arcs: Arcs, hiding: Hiding, rng: () => number): (alike: boolean) => Pair {
  const tied = new Set(arcs.from.map((from, index) => keyOf(arcs, from, arcs.to[index] ?? 0, hiding)));
  const any = (many: number): number => Math.floor(rng() * many);
  return (alike) => {
    for (;;) {
      const from = alike ? any(arcs.names.length) : (arcs.from[any(arcs.from.length)] ?? 0);
      const to = alike ? any(arcs.names.length) : (arcs.to[any(arcs.to.length)] ?? 0);
      if (from !== to && !tied.has(keyOf(arcs, from, to, hiding))) return [from, to];
    }
  };
}

function grouping({ names, from, to }: Arcs): (name: string) => string | undefined {
  const weights = new Map<string, { a: string; b: string; weight: number }>();
  for (const [index, one] of from.entries()) {
    const [a = '', b = ''] = [names[one] ?? '', names[to[index] ?? 0] ?? ''].sort();
    const edge = weights.get(`${a}\n${b}`) ?? { a, b, weight: 0 };
    edge.weight += 1;
    weights.set(`${a}\n${b}`, edge);
  }
  const { groups } = groupsWithoutLabels([...weights.values()]);
  const groupOf = new Map(groups.flatMap((members) => members.map((member) => [member, members[0] ?? ''])));
  return (name) => groupOf.get(name);
}

function shuffle(list: unknown[], rng: () => number): void {
  for (let place = list.length - 1; place > 0; place -= 1) {
    const other = Math.floor(rng() * (place + 1));
    [list[place], list[other]] = [list[other], list[place]];
  }
}
