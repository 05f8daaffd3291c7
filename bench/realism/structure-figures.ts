// What is said of the structure of a mail graph, in the order of the page.

import { quantile } from './sample.ts';
import type { Structure } from './mail-graph.ts';

export interface StructureFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'share' | 'count';
  /** Grows with the number of people: between graphs of different size it says nothing. */
  readonly ofSize: boolean;
}

/** The names of those that do. */
const ofSize: ReadonlySet<string> = new Set(['degree, largest', 'communities']);

/** Left out is what a graph does not tell: directions, departments. */
export function figuresOf(structure: Structure): StructureFigure[] {
  const { degrees, reciprocity, clustering, largest, distance, modularity, communities, inside } = structure;
  const ascending = Float64Array.from(degrees).sort();
  const share = (name: string, value: number | undefined): StructureFigure[] =>
    value === undefined ? [] : [{ name, value, unit: 'share', ofSize: ofSize.has(name) }];
  const count = (name: string, value: number | undefined): StructureFigure[] =>
    value === undefined ? [] : [{ name, value, unit: 'count', ofSize: ofSize.has(name) }];
  return [
    ...count('degree, median', quantile(ascending, 0.5)),
    ...count('degree, 90th percentile', quantile(ascending, 0.9)),
    ...count('degree, largest', ascending.at(-1)),
    ...share('clustering', clustering),
    ...share('reciprocity', reciprocity),
    ...share('largest component', largest),
    ...count('steps between two people, mean', distance),
    ...share('modularity of communities', modularity),
    ...count('communities', communities),
    ...share('edges inside departments', inside?.edges),
    ...share('modularity of departments', inside?.modularity),
    ...share('agreement of departments and communities', inside?.agreement),
  ];
}
