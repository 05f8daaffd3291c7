// The page: what was measured, beside what, how far apart, and where the simulator is off. Every figure in it is put in here.

import { ratiosOf } from './compare.ts';
import type { Beside, Measured, Row } from './compare.ts';
import type { MailGraph, Structure } from './mail-graph.ts';
import type { Measure } from './measure.ts';
import { gridOf, largestGap, sharesOf, tallied } from './sample.ts';
import type { Sample } from './sample.ts';
import { LIST } from './simulated.ts';
import type { SimulatedOptions } from './simulated.ts';
import { figuresOf } from './structure-figures.ts';
import type { StructureFigure } from './structure-figures.ts';

export interface Graph {
  readonly graph: Pick<MailGraph, 'id' | 'title' | 'terms'>;
  readonly structure: Structure;
}

export interface PageInput {
  readonly options: SimulatedOptions;
  readonly graphOptions: SimulatedOptions;
  readonly simulated: Measured;
  readonly recorded: readonly Measured[];
  readonly rows: readonly Row[];
  /** The simulated one first. */
  readonly graphs: readonly [Graph, ...Graph[]];
  readonly command: string;
}

export interface PictureOnPage {
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

/** Beyond these the page says that the simulator is off. */
const OFF = { ratio: 2, distance: 0.3 };

export function page(input: PageInput, pictures: readonly PictureOnPage[]): string {
  const notes = notesIn(input.rows);
  return [
    '# The simulator beside recorded telemetry',
    '',
    `<!-- Written by \`${input.command}\`; change the script, not the page. -->`,
    '',
    introduction(input),
    '## What stands beside it',
    '',
    ...setsTable(input),
    '## Pictures',
    '',
    ...pictures.map(({ file, title, description }) => `### ${title}\n\n![${title}: ${description}](simulator/${file})\n`),
    '## Figures',
    '',
    FIGURES_SAY,
    '',
    ...figuresTable(input.rows, notes),
    ...notes.map((note, place) => `${place + 1}. ${capital(note)}.`),
    '',
    '## Who writes to whom',
    '',
    graphsSay(input),
    '',
    ...graphsTable(input.graphs),
    '## What is off',
    '',
    ...whatIsOff(input),
    '## What nothing here can say',
    '',
    ...whatHasNoCounterpart(input.rows),
    '## Again',
    '',
    `    ${input.command}`,
    '    npm run skein -- evaluate realism',
    '',
    'The first writes this page and its pictures; sizes and the seed can be given (`--people`, `--days`, `--graph-people`, `--graph-days`,',
    '`--seed`). The second prints the same figures with intervals over people drawn anew. Both read the recorded sets from `../shared/data`;',
    'they are not redistributed, and only figures over all of a set are shown here.',
    '',
  ].join('\n');
}

function introduction({ options, graphOptions, simulated }: PageInput): string {
  return `The simulator (\`seed/\`) writes the telemetry of companies that do not exist. This page shows how its ordinary life compares with
telemetry somebody recorded: ${number(options.people)} people over ${options.days} days (${number(simulated.events)} records read, attacks left out, seed \`${options.seed}\`), and for who
writes to whom ${number(graphOptions.people)} people over ${graphOptions.days} days. Simulated and recorded records go through the same readers (\`src/ingest\`) and the same
measures (\`bench/realism\`), so a difference is one of the telemetry and not of the measuring. Left out of the simulated set are network sensors, alerts and
renewed tokens, which have no counterpart here; of every five mails one is kept whole, so that answers can be measured.

**There is no recorded tenant of ordinary work here.** Genuine are the log of a laboratory, old mail, and two old networks of mail; the
one set with a whole company in it was made by another generator. So this page can show that something is off; it cannot show
that all is well.
`;
}

const origins = { simulated: 'simulated', genuine: 'genuine', generated: '**generated**: by another program, not recorded' };

const setsTable = ({ simulated, recorded, graphs }: PageInput): string[] => [
  '| set | what it is | origin | terms | records |',
  '|---|---|---|---|---|',
  ...[simulated, ...recorded].map(
    ({ id, title, origin, terms, events }) => `| \`${id}\` | ${title} | ${origins[origin]} | ${terms} | ${number(events)} |`,
  ),
  ...graphs.map(({ graph, structure }, place) => {
    const origin = origins[place === 0 ? 'simulated' : 'genuine'];
    return `| \`${graph.id}\` (mail graph) | ${graph.title} | ${origin} | ${graph.terms} | ${number(structure.edges)} edges |`;
  }),
  '',
  '*Internal*: measured with and not redistributed; none of these states a licence that would allow it.',
  '',
];

const FIGURES_SAY = `Each cell: the median, in brackets the 90th percentile, then the number of values; of shares and of rules the mean, with its 95 % interval
over people. *Ratio*: simulated over recorded, of medians and of 90th percentiles (of means for shares and rules). *Distance*: Kolmogorov and Smirnov's, 0 for the same and 1
for nothing in common, with its 95 % interval; for the week and the mix, the share of records that would have to lie elsewhere; for shares,
the difference. The number is that of the note below the table: what the recorded set is a fair counterpart of.`;

function figuresTable(rows: readonly Row[], notes: readonly string[]): string[] {
  return [
    '| measure | simulated | recorded set | recorded | ratio | distance | |',
    '|---|---|---|---|---|---|---|',
    ...rows.flatMap((row) => {
      const genuine = row.beside.some(({ origin }) => origin === 'genuine');
      const own = row.simulated === undefined ? 'nothing written' : cell(row.measure, row.simulated);
      const lines = row.beside.map((set) =>
        tableRow([
          row.measure.title,
          own,
          `\`${set.id}\`${set.origin === 'generated' ? ', generated' : ''}`,
          cell(row.measure, set),
          saidRatios(row, set),
          saidDistance(set),
          String(notes.indexOf(set.fairFor) + 1),
        ]),
      );
      return genuine ? lines : [...lines, tableRow([row.measure.title, own, '**none** that is genuine', '', '', '', ''])];
    }),
    '',
  ];
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const notesIn = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap(({ beside }) => beside.map(({ fairFor }) => fairFor))),
];

function cell(measure: Measure, { summary, interval }: Pick<Beside, 'summary' | 'interval'>): string {
  const n = `n ${number(summary.n)}`;
  if (measure.form === 'mix') return n;
  const say = (value: number): string => said(measure.unit, value);
  if (measure.by === 'mean') return `${say(summary.mean)} (${say(interval.low)} to ${say(interval.high)}), ${n}`;
  return `${say(summary.median)} (${say(summary.p90)}), ${n}`;
}

function saidRatios(row: Row, set: Beside): string {
  const ratios = ratiosOf(row, set);
  if (ratios === undefined) return '';
  return ratios.p90 === undefined ? times(ratios.middle) : `${times(ratios.middle)}, ${times(ratios.p90)}`;
}

const saidDistance = ({ distance, distanceInterval: { low, high } }: Beside): string =>
  Number.isNaN(distance) ? '' : `${distance.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;

const graphsSay = ({
  graphs,
}: PageInput): string => `An edge joins two people of whom one wrote to the other. Mail to more than ${LIST} people at once is left out of the
simulated graph: it goes to a list, and the recorded networks hold a list as one address or not at all. \`${graphs[1]?.graph.id ?? ''}\` is a fair counterpart of an organisation's inside: its own
members only, their real departments; but it holds 18 months, so its degrees are what weeks grow to, and it is of 2003 to 2005, when less
was written. \`${graphs[2]?.graph.id ?? ''}\` is a fair counterpart of form alone (few with very many, most with few): it holds everybody outside who was ever written to,
and no departments, and its largest degree and number of communities are those of a larger network. Ratios are simulated over recorded; the distance is between the distributions of degrees. Definitions stand in
\`bench/realism/mail-graph.ts\`.`;

function graphsTable([own, ...others]: readonly [Graph, ...Graph[]]): string[] {
  const valueIn = ({ structure }: Graph, name: string): StructureFigure | undefined =>
    figuresOf(structure).find((figure) => figure.name === name);
  const heads = others.flatMap(({ graph }) => [`\`${graph.id}\``, 'ratio']);
  const rows = figuresOf(own.structure).map(({ name, value, unit }) => {
    const beside = others.flatMap((other) => {
      const found = valueIn(other, name);
      return found === undefined ? ['not told', ''] : [said(unit, found.value), times(value / found.value)];
    });
    return tableRow([name, said(unit, value), ...beside]);
  });
  const people = tableRow([
    'people',
    number(own.structure.people),
    ...others.flatMap(({ structure }) => [number(structure.people), '']),
  ]);
  const apart = tableRow(['degrees, distance', '', ...others.flatMap((other) => [degreeDistance(own, other).toFixed(2), ''])]);
  const ruler = tableRow(['---', '---', ...heads.map(() => '---')]);
  return [tableRow(['figure', 'simulated', ...heads]), ruler, people, ...rows, apart, ''];
}

export function degreeDistance(a: Graph, b: Graph): number {
  const samples: readonly [Sample, Sample] = [[a.structure.degrees], [b.structure.degrees]];
  const grid = gridOf(samples);
  return largestGap(sharesOf(tallied(samples[0], grid)), sharesOf(tallied(samples[1], grid)));
}

interface Off {
  readonly by: number;
  readonly says: string;
}

/** Everything beyond the bounds, the worst first; against genuine and generated sets apart, because they weigh differently. */
function whatIsOff({ rows, graphs: [own, ...others] }: PageInput): string[] {
  const notes = notesIn(rows);
  const offs = (origin: Beside['origin']): Off[] =>
    rows.flatMap((row) => row.beside.filter((set) => set.origin === origin).flatMap((set) => offIn(row, set, notes)));
  const structure = others.flatMap((other) => offInGraph(own, other));
  return [
    `Beyond a factor of ${OFF.ratio} at the median, the mean or the 90th percentile, or a distance of ${OFF.distance}; the worst first.`,
    '',
    'Beside genuine records; the notes below the figures say what they are a fair counterpart of, which decides what this means:',
    '',
    ...listed([...offs('genuine'), ...structure]),
    'Beside the other generator, where agreement and disagreement both prove little:',
    '',
    ...listed(offs('generated')),
  ];
}

const listed = (offs: readonly Off[]): string[] =>
  offs.length === 0
    ? ['- nothing.', '']
    : [...[...offs].sort((a, b) => b.by - a.by || (a.says < b.says ? -1 : 1)).map(({ says }) => `- ${says}`), ''];

/** How far beyond, on one scale for factors and distances: 1 is just at the bound. */
const beyond = (ratio: number): number => Math.abs(Math.log(ratio)) / Math.log(OFF.ratio);

function offIn(row: Row, set: Beside, notes: readonly string[]): Off[] {
  const ratios = ratiosOf(row, set);
  const by = Math.max(set.distance / OFF.distance, ...(ratios === undefined ? [] : [ratios.middle, ratios.p90 ?? 1].map(beyond)));
  // What nobody recorded once, or nobody simulated, has no ratio.
  if (!(by > 1)) return [];
  const factors = ratios === undefined ? '' : `${saidRatios(row, set)} of `;
  const note = `note ${notes.indexOf(set.fairFor) + 1}`;
  return [{ by, says: `**${row.measure.title}**: ${factors}\`${set.id}\`, distance ${set.distance.toFixed(2)} (${note}).` }];
}

function offInGraph(own: Graph, other: Graph): Off[] {
  const figures = new Map(figuresOf(other.structure).map((figure) => [figure.name, figure]));
  return figuresOf(own.structure).flatMap(({ name, value, unit, ofSize }): Off[] => {
    const found = figures.get(name);
    if (found === undefined || ofSize || !(beyond(value / found.value) > 1)) return [];
    const both = `${said(unit, value)} beside ${said(unit, found.value)}`;
    return [
      {
        by: beyond(value / found.value),
        says: `**Mail graph, ${name}**: ${times(value / found.value)} of \`${other.graph.id}\`, ${both}.`,
      },
    ];
  });
}

function whatHasNoCounterpart(rows: readonly Row[]): string[] {
  const none = rows
    .filter(({ beside }) => beside.every(({ origin }) => origin !== 'genuine'))
    .map(({ measure }) => measure.title);
  const silent = rows.filter(({ simulated }) => simulated === undefined).map(({ measure }) => measure.title);
  return [
    `No genuine counterpart at all: ${none.length === 0 ? 'of nothing' : none.map((title) => title.toLowerCase()).join('; ')}. What the simulator does there is set by judgement.`,
    ...(silent.length === 0
      ? []
      : [`Not written by the simulator, and so not measured: ${silent.map((title) => title.toLowerCase()).join('; ')}.`]),
    '',
  ];
}

const number = (value: number): string => Math.round(value).toLocaleString('en');
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function said(unit: 'count' | 'share' | 'minutes', value: number): string {
  if (Number.isNaN(value)) return 'none';
  if (unit === 'share') return `${Number((value * 100).toPrecision(2))} %`;
  if (unit === 'minutes')
    return value < 1 ? `${short(value * 60)} s` : value < 120 ? `${short(value)} min` : `${short(value / 60)} h`;
  return short(value);
}

const short = (value: number): string => (value >= 100 ? number(value) : String(Number(value.toPrecision(2))));

function times(ratio: number): string {
  if (Number.isNaN(ratio)) return 'none';
  if (!Number.isFinite(ratio)) return 'beside none';
  return `${ratio >= 100 ? number(ratio) : Number(ratio.toPrecision(2))}×`;
}
