// The page docs/simulator.md and its pictures: a simulated tenant, measured beside what is recorded in ../shared/data.
//
//   npx tsx scripts/realism-page.ts [--seed realism-1] [--people 300] [--days 30] [--graph-people 1000] [--graph-days 14] [--to docs]

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compared, measured } from '../bench/realism/compare.ts';
import type { Measured } from '../bench/realism/compare.ts';
import { structureOf } from '../bench/realism/mail-graph.ts';
import type { MailGraph } from '../bench/realism/mail-graph.ts';
import { page } from '../bench/realism/page.ts';
import type { Graph } from '../bench/realism/page.ts';
import { drawn } from '../bench/realism/pictures.ts';
import { DATA, isDataThere, recordedGraphs, recordedSets } from '../bench/realism/recorded.ts';
import { simulated, simulatedGraph } from '../bench/realism/simulated.ts';
import { openGeography } from '../src/jobs/geography.ts';

const { values: asked } = parseArgs({
  options: {
    seed: { type: 'string', default: 'realism-1' },
    people: { type: 'string', default: '300' },
    days: { type: 'string', default: '30' },
    'graph-people': { type: 'string', default: '1000' },
    'graph-days': { type: 'string', default: '14' },
    to: { type: 'string', default: 'docs' },
  },
});

if (!isDataThere()) {
  console.error(
    `${DATA} is not there: the page holds the simulator beside what is recorded in it. Put it beside the repository.`,
  );
  process.exit(1);
}

const wholeNumber = (name: 'people' | 'days' | 'graph-people' | 'graph-days'): number => {
  const found = Number(asked[name]);
  if (Number.isInteger(found) && found > 0) return found;
  console.error(`--${name}: a whole number above 0; found ${asked[name]}`);
  process.exit(2);
};
const options = { seed: asked.seed, people: wholeNumber('people'), days: wholeNumber('days') };
const graphOptions = { seed: asked.seed, people: wholeNumber('graph-people'), days: wholeNumber('graph-days') };

const told = <T>(what: string, value: T): T => {
  console.error(what);
  return value;
};
const countEvents = (events: number): void => {
  if (events % 100_000 === 0) console.error(`${events} events`);
};

const lookup = await openGeography({});
const own = await measured(simulated(options, lookup), countEvents);
const recorded: Measured[] = [];
for (const set of recordedSets(lookup)) recorded.push(told(`measured ${set.id}`, await measured(set)));
const rows = compared(own, recorded);
const graph = (of: MailGraph): Graph => told(`looked at ${of.id}`, { graph: of, structure: structureOf(of) });
const graphs: readonly [Graph, ...Graph[]] = [graph(simulatedGraph(graphOptions)), ...recordedGraphs().map(graph)];

const pictures = drawn({ simulated: own, recorded, rows, graphs });
mkdirSync(join(asked.to, 'simulator'), { recursive: true });
for (const { file, svg } of pictures) writeFileSync(join(asked.to, 'simulator', file), svg);
const command = 'npx tsx scripts/realism-page.ts';
writeFileSync(
  join(asked.to, 'simulator.md'),
  page({ options, graphOptions, simulated: own, recorded, rows, graphs, command }, pictures),
);
console.error(`written: ${join(asked.to, 'simulator.md')} and ${pictures.length} pictures beside it`);
