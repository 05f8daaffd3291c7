// The simulated tenant beside recorded ones: figures of ordinary life and of who writes to whom.
//
// Every set goes through the same reader and the same measures. What each recorded set is a fair counterpart of stands in
// bench/realism/recorded.ts; docs/simulator.md shows all of it with pictures.

import { compared, measured, together } from '../realism/compare.ts';
import type { Beside, Measured, Row } from '../realism/compare.ts';
import { structureOf } from '../realism/mail-graph.ts';
import type { MailGraph, Structure } from '../realism/mail-graph.ts';
import { DATA, isDataThere, recordedGraphs, recordedSets } from '../realism/recorded.ts';
import { simulated, simulatedGraph } from '../realism/simulated.ts';
import { figuresOf } from '../realism/structure-figures.ts';
import type { Figure, Suite } from '../suite.ts';

export const realism: Suite = {
  id: 'realism',
  title: 'Simulated tenants beside recorded ones',
  usual: { seeds: 1, people: 300, days: 30 },
  async run({ seeds, people, days, lookup, progress }) {
    if (!isDataThere()) process.stderr.write(`skipped: ${DATA} not present, only the simulated tenant is measured\n`);
    const size = { people, days };
    const tenants: Measured[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      tenants.push(await measured(simulated({ seed: `realism-${seed}`, ...size }, lookup)));
      progress(seed, seeds);
    }
    const [first, ...others] = tenants;
    if (first === undefined) return [];
    const recorded: Measured[] = [];
    for (const set of recordedSets(lookup)) recorded.push(await measured(set));
    return [
      ...compared(together([first, ...others]), recorded).flatMap(figuresOfRow),
      ...[simulatedGraph({ seed: 'realism-1', ...size }), ...recordedGraphs()].flatMap((graph) =>
        figuresOfGraph(graph, structureOf(graph)),
      ),
    ];
  },
};

function figuresOfRow(row: Row): Figure[] {
  const { measure, simulated: own, beside } = row;
  const distances = own === undefined ? [] : beside.map((set) => distanceFigure(row, set));
  if (measure.form === 'mix') return distances;
  const { unit, by } = measure;
  const sets = [...(own === undefined ? [] : [{ id: 'simulated', ...own }]), ...beside];
  const values = sets.map(({ id, summary, interval }): Figure => {
    const says = `${by} of ${summary.n} values; 90th percentile ${summary.p90.toFixed(2)}`;
    return { suite: 'realism', name: `${measure.id}, ${by}: ${id}`, value: summary[by], ...interval, n: summary.n, unit, says };
  });
  return [...values, ...distances];
}

function distanceFigure({ measure, simulated: own }: Row, { id, summary, distance, distanceInterval }: Beside): Figure {
  const [n, says] = [
    summary.n,
    `${own?.summary.n ?? 0} simulated values beside ${summary.n}; 0 is the same, 1 nothing in common`,
  ];
  return {
    suite: 'realism',
    name: `${measure.id}, distance: ${id}`,
    value: distance,
    ...distanceInterval,
    n,
    unit: 'share',
    says,
  };
}

/** Exact: each is a figure of one whole graph, and not drawn from many. */
function figuresOfGraph({ id }: MailGraph, structure: Structure): Figure[] {
  return figuresOf(structure).map(({ name, value, unit }) => ({
    ...{ suite: 'realism', name: `mail graph, ${name}: ${id}`, value, low: value, high: value, n: structure.people, unit },
    says: `one graph of ${structure.people} people and ${structure.edges} edges`,
  }));
}
