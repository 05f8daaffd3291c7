// Other products' alerts alone, told in streams: how well the product tells the attacks apart, beside simple ways to do it.

import { meanInterval } from '../interval.ts';
import { seeded } from '../../src/model/seeded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { groupings, product } from './groupings.ts';
import { judgedStream, recordsOf } from './judged.ts';
import { scoresOf } from './scores.ts';
import type { Scores } from './scores.ts';
import { streamOf } from './streams.ts';
import type { Mode } from './streams.ts';

const MODES: readonly Mode[] = ['apart', 'overlapping'];
const MEASURES = [
  ['pairwise F1', 'f1'],
  ['precision', 'precision'],
  ['recall', 'recall'],
  ['B³', 'b3'],
  ['ARI', 'ari'],
] as const satisfies readonly (readonly [string, keyof Scores])[];

type Options = Pick<SuiteOptions, 'seeds' | 'lookup' | 'progress'>;

export function figures(options: Options): Promise<Figure[]> {
  return Promise.resolve(MODES.flatMap((mode, index) => ofMode(mode, index, options)));
}

function ofMode(mode: Mode, done: number, { seeds, lookup, progress }: Options): Figure[] {
  const scores = new Map<string, Scores[]>(groupings.map(({ name }) => [name, []]));
  let [alerts, attacks] = [0, 0];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const stream = streamOf(`streams-${seed}`, mode);
    const { findings, truth } = judgedStream(stream.alerts, stream.domain, lookup);
    for (const { name, group } of groupings) scores.get(name)?.push(scoresOf(recordsOf(group(findings), findings), truth));
    alerts += truth.size;
    attacks += new Set([...truth.values()].filter((label) => label.startsWith('attack'))).size;
    progress(done * seeds + seed, MODES.length * seeds);
  }
  const says = `mean over ${seeds} streams: ${alerts} alerts, ${attacks} attacks`;
  const figure = (name: string, values: readonly number[]): Figure => ({
    ...{ suite: 'incidents', name: `alerts ${mode}: ${name}`, value: mean(values), ...meanInterval(values, seeded(name)) },
    ...{ n: values.length, unit: 'score', says },
  });
  return [
    ...[...scores].flatMap(([name, all]) =>
      MEASURES.map(([title, measure]) =>
        figure(
          `${title}, ${name}`,
          all.map((it) => it[measure]),
        ),
      ),
    ),
    figure('pairwise F1 ahead of the best of the others', lead(scores)),
  ];
}

/** Stream by stream, ahead of whichever of the others is best over all streams. */
export function lead(scores: ReadonlyMap<string, readonly Pick<Scores, 'f1'>[]>): number[] {
  const f1s = new Map([...scores].map(([name, all]) => [name, all.map(({ f1 }) => f1)]));
  const own = f1s.get(product.name) ?? [];
  const others = [...f1s].filter(([name]) => name !== product.name).map(([, values]) => values);
  const best = others.reduce((most, values) => (mean(values) > mean(most) ? values : most), others[0] ?? []);
  return own.map((value, index) => value - (best[index] ?? 0));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
